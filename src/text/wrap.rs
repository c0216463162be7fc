//! Wraps text into rows of the screen, each a span over the article's text.

use textwrap::core::Fragment;

use super::width::width;
use crate::article::Span;

/// A word with the white space after it, as textwrap sees it.
#[derive(Debug)]
struct Piece {
    word: Span,
    columns: usize,
    space: usize,
}

impl Fragment for Piece {
    fn width(&self) -> f64 {
        self.columns as f64
    }
    fn whitespace_width(&self) -> f64 {
        self.space as f64
    }
    fn penalty_width(&self) -> f64 {
        0.0
    }
}

/// Breaks the part of `text` under `span` into rows of at most `columns` columns.
///
/// Rows break at breaking spaces only, so that no-break spaces keep `«`, `»`, `:` and `;` with their
/// words. Each row is a span without white space at its ends.
pub fn wrap(text: &str, span: Span, columns: usize) -> Vec<Span> {
    let part = span.of(text);
    let mut pieces = Vec::new();
    let mut start = None;
    for (at, c) in part.char_indices() {
        let breaking = c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}' | '\u{2007}');
        if breaking {
            if let Some(from) = start.take() {
                push(text, Span::new(span.start + from, span.start + at), &mut pieces);
            }
        } else if start.is_none() {
            start = Some(at);
        }
    }
    if let Some(from) = start {
        push(text, Span::new(span.start + from, span.end), &mut pieces);
    }
    let columns = columns.max(1) as f64;
    textwrap::wrap_algorithms::wrap_first_fit(&pieces, &[columns])
        .into_iter()
        .filter_map(|row| Some(Span::new(row.first()?.word.start, row.last()?.word.end)))
        .collect()
}

fn push(text: &str, word: Span, pieces: &mut Vec<Piece>) {
    pieces.push(Piece { word, columns: width(word.of(text)), space: 1 });
}
