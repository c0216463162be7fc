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
        // A match may end inside a ligature and the next one begin there; on the page they would overlap.
        let mut end = 0;
        spans.retain(|span| {
            let apart = span.start >= end;
            end = end.max(span.end);
            apart
        });
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::search::plain::plain;

    fn words<'a>(text: &'a str, typed: &str) -> Vec<&'a str> {
        Occurrences::find(text, typed).spans().iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn case_and_accents_do_not_matter() {
        assert_eq!(words("L’État, l'ETAT et l’étatisme", "état"), ["État", "ETAT", "état"]);
    }

    #[test]
    fn a_decomposed_accent_belongs_to_its_letter() {
        assert_eq!(words("l'e\u{301}te\u{301} dernier", "ete"), ["e\u{301}te\u{301}"]);
    }

    #[test]
    fn a_ligature_lights_up_whole() {
        assert_eq!(words("Un bœuf", "bo"), ["bœ"]);
    }

    #[test]
    fn a_space_stands_for_any_white_space() {
        let text = "« aucun\u{a0}report »\nni aucun\n  report";
        assert_eq!(words(text, "aucun report"), ["aucun\u{a0}report", "aucun\n  report"]);
    }

    #[test]
    fn nothing_typed_finds_nothing() {
        assert!(Occurrences::find("Le quai", "  ").is_empty());
        assert!(Occurrences::find("", "quai").is_empty());
    }

    #[test]
    fn next_and_previous_go_round() {
        let found = Occurrences::find("quai, quai, quai", "quai");
        assert_eq!((found.next(0), found.next(6), found.next(12)), (Some(1), Some(2), Some(0)));
        assert_eq!((found.previous(12), found.previous(6), found.previous(0)), (Some(1), Some(0), Some(2)));
        assert_eq!(
            (found.first_from(0), found.first_from(1), found.first_from(13)),
            (Some(0), Some(1), Some(0))
        );
    }

    #[test]
    fn the_cursor_knows_which_of_them_it_is_on() {
        let found = Occurrences::find("quai, quai, quai", "quai");
        assert_eq!((found.number_at(8), found.number_at(4), found.len()), (Some(2), None, 3));
    }

    #[test]
    fn without_occurrences_there_is_nowhere_to_go() {
        let found = Occurrences::find("quai", "port");
        assert_eq!((found.next(0), found.previous(0), found.first_from(0)), (None, None, None));
    }

    #[test]
    fn the_visible_part_gets_its_own_occurrences() {
        let found = Occurrences::find("quai, quai, quai", "quai");
        assert_eq!(found.within(Span::new(2, 7)), &found.spans()[..2]);
    }

    #[test]
    fn rows_that_match_are_reached_in_turn() {
        let rows = RowsFound::find(["Grève", "Port", "la grève"], "greve");
        assert_eq!((rows.next(0), rows.next(2), rows.previous(0)), (Some(2), Some(0), Some(2)));
        assert_eq!((rows.spans(2).len(), rows.spans(1).len()), (1, 0));
    }

    proptest! {
        #[test]
        fn every_occurrence_reads_as_it_was_typed(text in "[aeéœŒ ’\n\u{a0}\u{301}xÉ]{0,40}", typed in "[aeéœ x]{1,3}") {
            let mut end = 0;
            for span in Occurrences::find(&text, &typed).spans() {
                prop_assert!(text.is_char_boundary(span.start) && text.is_char_boundary(span.end));
                prop_assert!(span.start >= end && !span.is_empty());
                prop_assert!(plain(span.of(&text)).contains(plain(&typed).trim()));
                end = span.end;
            }
        }
    }
}
