//! Wraps text into rows of the screen, each a span over the article's text.
//!
//! Rows break at white space, but never so that a row begins with `»`, `:`, `;`, `!`, `?` or a closing
//! bracket, or ends with `«` or an opening one, whatever space the outlet typed there; no-break spaces
//! are honoured. A word that is wider than the screen is broken behind a hyphen or a slash if there is
//! one, else at the border of a grapheme cluster. Columns are those of the text once it is neutralised
//! ([`super::visible`]), as it is drawn.
//!
//! Paragraphs are set so that the rows are as even as can be (least squares over the space left, after
//! Knuth and Plass); very long ones are filled row by row with textwrap, so that time stays linear.

mod pieces;
pub mod stretch;

use crate::article::Span;
use pieces::Piece;

/// Above this many pieces times columns, rows are filled one by one.
const EVEN_ROWS_UP_TO: usize = 8_000_000;

/// Breaks the part of `text` under `span` into rows of at most `columns` columns (at least one).
///
/// Each row is a span without white space at its ends; together they leave out nothing but white
/// space. A row is wider than `columns` only where a single grapheme cluster is. Line ends inside
/// count as spaces.
pub fn wrap(text: &str, span: Span, columns: usize) -> Vec<Span> {
    let columns = columns.max(1);
    let pieces = pieces::cut(text, span, columns);
    if pieces.len().saturating_mul(columns) <= EVEN_ROWS_UP_TO {
        return even_rows(&pieces, columns);
    }
    textwrap::wrap_algorithms::wrap_first_fit(&pieces, &[columns as f64])
        .into_iter()
        .filter_map(row)
        .collect()
}

/// Sets the pieces so that the squares of the columns left over, but for those of the last row, add
/// up to the least.
fn even_rows(pieces: &[Piece], columns: usize) -> Vec<Span> {
    // For every number of pieces set: the least cost, and where the last row of that setting begins.
    let mut best: Vec<(u64, usize)> = Vec::with_capacity(pieces.len() + 1);
    best.push((0, 0));
    for end in 1..=pieces.len() {
        let mut width = 0;
        let mut least = (u64::MAX, end - 1);
        for (start, piece) in pieces[..end].iter().enumerate().rev() {
            width += piece.columns + if start + 1 < end { piece.space } else { 0 };
            if width > columns && start + 1 < end {
                break;
            }
            let left = if end == pieces.len() { 0 } else { columns.saturating_sub(width) as u64 };
            let cost = best[start].0.saturating_add(left * left);
            if cost < least.0 {
                least = (cost, start);
            }
        }
        best.push(least);
    }
    let mut rows = Vec::new();
    let mut end = pieces.len();
    while end > 0 {
        let start = best[end].1;
        rows.extend(row(&pieces[start..end]));
        end = start;
    }
    rows.reverse();
    rows
}

fn row(pieces: &[Piece]) -> Option<Span> {
    Some(Span::new(pieces.first()?.word.start, pieces.last()?.word.end))
}

#[cfg(test)]
mod tests;
