//! Search within a pane: every place in a text where the typed words stand, whatever their case and
//! accents and the white space between them, and the way from one to the next.

use super::plain::{plain, plain_with_map};
use crate::article::Span;
use crate::text::Folded;

/// A text made ready to be searched again at every key.
#[derive(Debug, Clone, Default)]
pub struct Searchable {
    even: Folded,
}

impl Searchable {
    /// Makes `text` ready; linear in its length.
    pub fn new(text: &str) -> Self {
        Self { even: plain_with_map(text) }
    }

    /// Every place where `typed` stands, none of them overlapping; linear in the text's length.
    /// White space at either end of `typed` counts for nothing.
    pub fn find(&self, typed: &str) -> Occurrences {
        let wanted = plain(typed);
        let wanted = wanted.trim();
        if wanted.is_empty() {
            return Occurrences::default();
        }
        let places = self.even.text.match_indices(wanted);
        let mut spans: Vec<Span> =
            places.map(|(at, found)| self.even.original(at, at + found.len())).collect();
        // `oe` typed as `o` stands twice in one `œ` where both halves match: one place on the page.
        spans.dedup();
        Occurrences { spans }
    }
}

/// The places found, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Occurrences {
    spans: Vec<Span>,
}

impl Occurrences {
    /// Every place where `typed` stands in `text`; see [`Searchable::find`].
    pub fn find(text: &str, typed: &str) -> Self {
        Searchable::new(text).find(typed)
    }

    /// The places, as bytes of the text, in order.
    pub fn spans(&self) -> &[Span] {
        &self.spans
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.spans.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.spans.is_empty()
    }

    /// Those that touch `span`, for drawing the visible part of a text.
    pub fn within(&self, span: Span) -> &[Span] {
        let from = self.spans.partition_point(|found| found.end <= span.start);
        let to = self.spans.partition_point(|found| found.start < span.end);
        self.spans.get(from..to).unwrap_or_default()
    }

    /// The index of the first place at or after `byte`, else of the first one of all.
    pub fn first_from(&self, byte: usize) -> Option<usize> {
        self.wrapped(self.spans.partition_point(|found| found.start < byte))
    }

    /// The index of the next place behind `byte`, from the last to the first.
    pub fn next(&self, byte: usize) -> Option<usize> {
        self.wrapped(self.spans.partition_point(|found| found.start <= byte))
    }

    /// The index of the nearest place before `byte`, from the first to the last.
    pub fn previous(&self, byte: usize) -> Option<usize> {
        match self.spans.partition_point(|found| found.start < byte) {
            0 => self.spans.len().checked_sub(1),
            after => Some(after - 1),
        }
    }

    /// Which place `byte` is in, counted from 1, for "3 of 12".
    pub fn number_at(&self, byte: usize) -> Option<usize> {
        let after = self.spans.partition_point(|found| found.start <= byte);
        let last = self.spans.get(after.checked_sub(1)?)?;
        last.contains(byte).then_some(after)
    }

    fn wrapped(&self, index: usize) -> Option<usize> {
        if self.spans.is_empty() { None } else { Some(index % self.spans.len()) }
    }
}

/// The rows of a list that hold what was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RowsFound {
    /// Number of each row, and the places in it, in order.
    pub rows: Vec<(usize, Vec<Span>)>,
}

impl RowsFound {
    /// Looks for `typed` in every row.
    pub fn find<'a>(rows: impl IntoIterator<Item = &'a str>, typed: &str) -> Self {
        let found = rows.into_iter().map(|row| Occurrences::find(row, typed).spans).enumerate();
        Self { rows: found.filter(|(_, spans)| !spans.is_empty()).collect() }
    }

    /// The next row behind `row`, from the last to the first.
    pub fn next(&self, row: usize) -> Option<usize> {
        let after = self.rows.partition_point(|&(number, _)| number <= row);
        self.rows.get(after).or(self.rows.first()).map(|&(number, _)| number)
    }

    /// The nearest row before `row`, from the first to the last.
    pub fn previous(&self, row: usize) -> Option<usize> {
        let before = self.rows.partition_point(|&(number, _)| number < row);
        let found = before.checked_sub(1).and_then(|at| self.rows.get(at));
        found.or(self.rows.last()).map(|&(number, _)| number)
    }

    /// The places in a row, none where it does not match.
    pub fn spans(&self, row: usize) -> &[Span] {
        let at = self.rows.binary_search_by_key(&row, |&(number, _)| number);
        at.ok().and_then(|at| self.rows.get(at)).map_or(&[], |(_, spans)| spans)
    }
}
