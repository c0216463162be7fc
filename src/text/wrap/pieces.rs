//! What a row is made of: words with what clings to them, and parts of words that are too wide.

use textwrap::core::Fragment;
use unicode_segmentation::UnicodeSegmentation;

use crate::article::Span;
use crate::text::width::drawn_width;

/// A word with what clings to it, or a part of an overlong one; no white space at its ends.
#[derive(Debug)]
pub struct Piece {
    /// Where it stands, in bytes.
    pub word: Span,
    /// How wide it is drawn.
    pub columns: usize,
    /// Columns of the white space between it and the next piece.
    pub space: usize,
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

/// Cuts the part of `text` under `span` into pieces, none wider than `columns` unless it is a single
/// grapheme cluster.
pub fn cut(text: &str, span: Span, columns: usize) -> Vec<Piece> {
    let part = span.of(text);
    let mut cutter =
        Cutter { part, offset: span.start, columns, pieces: Vec::with_capacity(part.len() / 6), end: 0 };
    let mut at = 0;
    let mut from = None;
    while at < part.len() {
        let rest = &part[at..];
        let word = rest.find(breaks).unwrap_or(rest.len());
        if word > 0 {
            from.get_or_insert(at);
        }
        let after = rest[word..].trim_start_matches(breaks);
        let next = part.len() - after.len();
        let clings = !after.is_empty()
            && (rest[..word].ends_with(clings_to_next) || after.starts_with(clings_to_previous));
        if !clings && let Some(start) = from.take() {
            cutter.word(start, at + word);
        }
        at = next;
    }
    cutter.pieces
}

/// White space at which a row may break.
fn breaks(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{2007}' | '\u{202f}')
}

/// What never ends a row while a word follows.
fn clings_to_next(c: char) -> bool {
    matches!(c, '«' | '‹' | '“' | '„' | '‘' | '‚' | '(' | '[' | '{' | '¿' | '¡')
}

/// What never begins a row behind a word.
fn clings_to_previous(c: char) -> bool {
    matches!(c, '»' | '›' | '”' | ':' | ';' | '!' | '?' | ',' | '.' | '…' | ')' | ']' | '}' | '%' | '‰' | '€')
}

/// Where an overlong word is best broken.
fn breaks_behind(word: &str) -> bool {
    word.ends_with(['-', '/', '\u{2010}', '–', '—'])
}

struct Cutter<'a> {
    part: &'a str,
    /// Where `part` starts in the text.
    offset: usize,
    columns: usize,
    pieces: Vec<Piece>,
    /// Where the last piece ends in `part`.
    end: usize,
}

impl Cutter<'_> {
    /// Adds the word `start..end` of `part`, in parts where it is too wide.
    fn word(&mut self, start: usize, end: usize) {
        let word = Span::new(start, end).trimmed(self.part);
        if word.is_empty() {
            return;
        }
        let columns = drawn_width(word.of(self.part));
        if columns <= self.columns { self.push(word, columns) } else { self.split(word) }
    }

    fn push(&mut self, word: Span, columns: usize) {
        let gap = drawn_width(Span::new(self.end, word.start).of(self.part));
        if let Some(last) = self.pieces.last_mut() {
            last.space = gap;
        }
        self.end = word.end;
        let word = Span::new(self.offset + word.start, self.offset + word.end);
        self.pieces.push(Piece { word, columns, space: 0 });
    }

    /// Adds a word that is wider than a row, cut behind a hyphen or a slash where there is one in reach.
    ///
    /// Marks stay with their neighbours here too, as long as they fit into a row together.
    fn split(&mut self, word: Span) {
        let text = word.of(self.part);
        let mut row = Row { start: word.start, end: word.start, width: 0, soft: None };
        // Grapheme clusters that belong together, by where they end, and the columns of each.
        let mut bound: Vec<(usize, usize)> = Vec::new();
        let mut bound_width = 0;
        let mut opening = false;
        for (at, grapheme) in text.grapheme_indices(true) {
            let space = grapheme.trim().is_empty();
            let starts = !space && !opening && !grapheme.starts_with(clings_to_previous);
            if starts || bound_width > self.columns {
                self.take(&mut row, &bound, bound_width);
                bound.clear();
                bound_width = 0;
            }
            let width = drawn_width(grapheme);
            bound.push((word.start + at + grapheme.len(), width));
            bound_width += width;
            if !space {
                opening = grapheme.starts_with(clings_to_next);
            }
        }
        self.take(&mut row, &bound, bound_width);
        self.emit(row.start, row.end);
    }

    /// Adds what is bound together to the row, as a whole if a row can hold it.
    fn take(&mut self, row: &mut Row, bound: &[(usize, usize)], width: usize) {
        if width <= self.columns {
            if let Some(&(end, _)) = bound.last() {
                self.add(row, end, width);
            }
            return;
        }
        for &(end, width) in bound {
            self.add(row, end, width);
        }
    }

    fn add(&mut self, row: &mut Row, end: usize, width: usize) {
        while row.end > row.start && row.width + width > self.columns {
            let (cut, used) = row.soft.take().unwrap_or((row.end, row.width));
            self.emit(row.start, cut);
            row.start = cut;
            row.width -= used;
        }
        row.width += width;
        row.end = end;
        if breaks_behind(&self.part[row.start..end]) {
            row.soft = Some((end, row.width));
        }
    }

    fn emit(&mut self, start: usize, end: usize) {
        let word = Span::new(start, end).trimmed(self.part);
        if !word.is_empty() {
            let columns = drawn_width(word.of(self.part));
            self.push(word, columns);
        }
    }
}

/// The part of an overlong word that is being gathered.
struct Row {
    start: usize,
    end: usize,
    width: usize,
    /// The last place in it behind a hyphen or slash, and the columns up to there.
    soft: Option<(usize, usize)>,
}
