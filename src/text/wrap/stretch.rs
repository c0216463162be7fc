//! The stretches of a text without line ends: what of a paragraph of megabytes is laid out by itself.
//!
//! Setting rows takes time with every byte, and a frame has but some milliseconds. A paragraph longer
//! than any that somebody wrote is therefore cut at places that depend on the text alone: whoever lays
//! out one stretch gets the rows that anybody else gets for it, without a look at those before it.

use unicode_width::UnicodeWidthChar;

use super::wrap;
use crate::article::Span;
use crate::text::width::boundary;

/// The longest paragraph that is laid out in one piece, in bytes: a dozen pages of a book.
const WHOLE: usize = 32 * 1024;

/// How far apart the stretches of a longer one begin, in bytes; give or take as much, for a good place.
const STRETCH: usize = 8 * 1024;

/// The stretch of `paragraph`, a part of `text`, that holds the byte `at`: all of it where it is no
/// longer than usual.
pub fn stretch(text: &str, paragraph: Span, at: usize) -> Span {
    if paragraph.len() <= WHOLE {
        return paragraph;
    }
    let at = at.clamp(paragraph.start, paragraph.end - 1);
    let after = (at + 1..paragraph.end).find(|at| text.is_char_boundary(*at)).unwrap_or(paragraph.end);
    let mut number = (at - paragraph.start) / STRETCH;
    loop {
        let start = seam(text, paragraph, number, after);
        if start <= at {
            return Span::new(start, seam(text, paragraph, number + 1, paragraph.end));
        }
        number -= 1;
    }
}

/// The rows of a stretch, each of at most `columns` columns. Of a single grapheme cluster that is longer
/// than a stretch can be, its beginning.
pub fn rows(text: &str, stretch: Span, columns: usize) -> Vec<Span> {
    let end = boundary(text, stretch.end.min(stretch.start + WHOLE));
    wrap(text, Span::new(stretch.start, end), columns)
}

/// The first rows of `span`: all of them, or those of its first stretch, which are more than a list or
/// a panel has room for.
pub fn first_rows(text: &str, span: Span, columns: usize) -> Vec<Span> {
    rows(text, stretch(text, span, span.start), columns)
}

/// Where the stretch with this number begins, or `limit` if that is not before it: behind a sentence, else
/// at a word, else at anything that takes a column of its own. Later stretches begin later.
fn seam(text: &str, paragraph: Span, number: usize, limit: usize) -> usize {
    let from = (paragraph.start + number * STRETCH).min(paragraph.end);
    if number == 0 || from >= limit {
        return from.min(limit);
    }
    let from = (from..).find(|at| text.is_char_boundary(*at)).unwrap_or(limit);
    let near = &text[from..boundary(text, (from + STRETCH).min(paragraph.end)).max(from)];
    let spaces = || near.match_indices([' ', '\n']).map(|(at, _)| at);
    let word = |at: &usize| near[at + 1..].starts_with(|c: char| c.is_alphanumeric() || c == '«');
    let sentence = |at: &usize| word(at) && near[..*at].ends_with(['.', '!', '?', '…', '»']);
    if let Some(at) = spaces().find(sentence).or_else(|| spaces().find(word)) {
        return (from + at + 1).min(limit);
    }
    let mut rest = text[from..boundary(text, limit).max(from)].char_indices();
    rest.find(|(_, c)| c.width().unwrap_or(0) > 0).map_or(limit, |(at, _)| from + at)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The stretches of a paragraph, one after the other.
    fn stretches(text: &str) -> Vec<Span> {
        let whole = Span::new(0, text.len());
        let mut list = vec![stretch(text, whole, 0)];
        while let Some(last) = list.last().filter(|last| last.end < whole.end) {
            list.push(stretch(text, whole, last.end));
        }
        list
    }

    fn hostile() -> Vec<String> {
        vec![
            "Le pont de Brévenne est fermé. ".repeat(3_000),
            "mot ".repeat(20_000),
            "a".repeat(70_000),
            "日本語".repeat(9_000),
            "e\u{301}".repeat(30_000),
            format!("Le pont e{} ferme", "\u{301}".repeat(60_000)),
            "👩\u{200d}👩\u{200d}👧".repeat(4_000),
            "« ".repeat(20_000),
        ]
    }

    #[test]
    fn stretches_follow_one_another_and_are_found_from_any_byte_of_theirs() {
        for text in hostile() {
            let whole = Span::new(0, text.len());
            let list = stretches(&text);
            assert_eq!((list[0].start, list[list.len() - 1].end), (0, text.len()));
            assert!(list.windows(2).all(|pair| pair[0].end == pair[1].start));
            for span in list {
                for at in [span.start, (span.start + span.end) / 2, span.end - 1] {
                    assert_eq!(stretch(&text, whole, at), span, "{at} of {:.20}", text);
                }
            }
        }
    }

    #[test]
    fn no_stretch_is_long_but_for_a_single_cluster() {
        for text in hostile() {
            let longest = stretches(&text).into_iter().map(Span::len).max();
            assert!(longest < Some(WHOLE) || text.contains("\u{301}\u{301}"), "{longest:?} of {text:.20}");
        }
    }

    #[test]
    fn the_rows_of_all_stretches_leave_nothing_out() {
        for text in hostile().iter().filter(|text| !text.contains("\u{301}\u{301}")) {
            let all = stretches(text).into_iter().flat_map(|stretch| rows(text, stretch, 60));
            let joined: String = all.map(|row| row.of(text)).collect();
            let bare = |text: &str| text.split_whitespace().collect::<String>();
            assert!(bare(&joined) == bare(text), "{text:.20}");
        }
    }

    #[test]
    fn a_paragraph_is_cut_behind_a_sentence() {
        let text = "Le pont de Brévenne est fermé. ".repeat(3_000);
        assert!(stretches(&text).iter().all(|stretch| stretch.of(&text).starts_with("Le pont")));
    }

    #[test]
    fn what_somebody_wrote_is_one_stretch() {
        let text = "Le pont est fermé. ".repeat(1_000);
        assert_eq!(stretches(&text).len(), 1);
    }
}
