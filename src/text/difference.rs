//! The words that one passage has and the other does not.

use similar::{Algorithm, DiffOp, DiffTag, capture_diff_slices};
use unicode_segmentation::UnicodeSegmentation;

use super::fold;
use crate::article::Span;

/// Passages of more words than this are not held against each other word by word: the difference
/// takes time in the square of their length.
const LONGEST: usize = 1_000;

/// Below this share of common words everything would be marked, and so nothing.
const SHARED: f64 = 1.0 / 3.0;

/// How words of one passage stand to the other one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Change {
    /// The other one has other words in their place.
    Replaced,
    /// The other one has nothing in their place.
    Added,
}

/// Stretches of one passage that the other does not have, in order.
pub type Changes = Vec<(Span, Change)>;

/// The stretches of `a` that `b` does not have, and of `b` that `a` does not have, in bytes of each.
///
/// Words are compared folded and in order (a patience diff); neighbouring ones make one stretch.
/// `1 200` and `1.200` are one number, `4 h 20` and `4h20` one hour. Nothing is marked where the two
/// share less than a third of the longer one's words, or where one has more than a thousand.
pub fn difference(a: &str, b: &str) -> (Changes, Changes) {
    let (a_words, b_words) = (words(a), words(b));
    let operations = compared(&a_words, &b_words);
    let shared: usize = equal(&operations).map(|operation| operation.old_range().len()).sum();
    let longest = a_words.len().max(b_words.len());
    if operations.is_empty() || (shared as f64) < SHARED * longest as f64 {
        return (Vec::new(), Vec::new());
    }
    let (mut a_changes, mut b_changes) = (Vec::new(), Vec::new());
    for operation in operations.iter().filter(|operation| operation.tag() != DiffTag::Equal) {
        let change = if operation.tag() == DiffTag::Replace { Change::Replaced } else { Change::Added };
        let of = |words: &[Word], range: std::ops::Range<usize>| stretch(words.get(range)?);
        a_changes.extend(of(&a_words, operation.old_range()).map(|span| (span, change)));
        b_changes.extend(of(&b_words, operation.new_range()).map(|span| (span, change)));
    }
    (a_changes, b_changes)
}

/// A piece of two passages read as one: what both have, what only the first has, what only the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece {
    /// In both; where it stands in the first.
    Both(Span),
    /// Only in the first.
    First(Span),
    /// Only in the second.
    Second(Span),
}

/// Both passages in one line, word by word, in their order. None where one has more than a thousand
/// words or they share none.
pub fn merged(a: &str, b: &str) -> Option<Vec<Piece>> {
    let (a_words, b_words) = (words(a), words(b));
    let operations = compared(&a_words, &b_words);
    equal(&operations).next()?;
    let mut pieces = Vec::new();
    for operation in &operations {
        let first = a_words.get(operation.old_range()).and_then(stretch);
        let second = b_words.get(operation.new_range()).and_then(stretch);
        if operation.tag() == DiffTag::Equal {
            pieces.extend(first.map(Piece::Both));
        } else {
            pieces.extend(first.map(Piece::First));
            pieces.extend(second.map(Piece::Second));
        }
    }
    Some(pieces)
}

fn compared(a: &[Word], b: &[Word]) -> Vec<DiffOp> {
    if a.len().max(b.len()) > LONGEST {
        return Vec::new();
    }
    let keys = |words: &[Word]| -> Vec<String> { words.iter().map(|word| word.key.clone()).collect() };
    // A deletion beside an insertion is told as one replacement.
    let mut joined: Vec<DiffOp> = Vec::new();
    for operation in capture_diff_slices(Algorithm::Patience, &keys(a), &keys(b)) {
        let last = joined.last().copied().filter(|last| last.tag() != DiffTag::Equal);
        match last {
            Some(last) if operation.tag() != DiffTag::Equal => {
                let (old, new) = (last.old_range(), last.new_range());
                joined.pop();
                joined.push(DiffOp::Replace {
                    old_index: old.start,
                    old_len: operation.old_range().end.saturating_sub(old.start),
                    new_index: new.start,
                    new_len: operation.new_range().end.saturating_sub(new.start),
                });
            }
            _ => joined.push(operation),
        }
    }
    joined
}

fn equal(operations: &[DiffOp]) -> impl Iterator<Item = &DiffOp> {
    operations.iter().filter(|operation| operation.tag() == DiffTag::Equal)
}

/// A word with what it is compared by.
struct Word {
    span: Span,
    key: String,
}

fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    for (at, word) in text.unicode_word_indices() {
        let span = Span::new(at, at + word.len());
        let mut key = fold(word);
        if key.starts_with(|c: char| c.is_ascii_digit()) {
            key.retain(|c| !matches!(c, '.' | ',' | ' '));
        }
        if let Some(last) = words.last_mut() {
            let between = Span::new(last.span.end, span.start).of(text);
            if let Some(joined) = one_number(&last.key, between, &key) {
                *last = Word { span: last.span.join(span), key: joined };
                continue;
            }
        }
        words.push(Word { span, key });
    }
    words
}

/// Two words that are one number or one hour, written with a space.
fn one_number(before: &str, between: &str, word: &str) -> Option<String> {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let space = matches!(between, " " | "\u{a0}" | "\u{202f}" | "\u{2009}");
    if !space {
        return None;
    }
    let hour = before.strip_suffix('h').is_some_and(digits);
    match word {
        "h" | "heure" | "heures" if digits(before) => Some(format!("{before}h")),
        _ if digits(word) && (hour || (digits(before) && word.len() == 3 && before.len() < 13)) => {
            Some(format!("{before}{word}"))
        }
        _ => None,
    }
}

fn stretch(words: &[Word]) -> Option<Span> {
    Some(words.first()?.span.join(words.last()?.span))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changed<'a>(text: &'a str, against: &str) -> Vec<&'a str> {
        difference(text, against).0.into_iter().map(|(span, _)| span.of(text)).collect()
    }

    #[test]
    fn only_the_words_the_other_lacks_are_marked() {
        let a = "Le barrage a cédé mardi, selon le préfet.";
        let b = "Le barrage a cédé dans la nuit de lundi, selon le préfet.";
        assert_eq!(changed(a, b), ["mardi"]);
        assert_eq!(changed(b, a), ["dans la nuit de lundi"]);
    }

    #[test]
    fn what_is_replaced_is_told_from_what_is_added() {
        let a = "La digue a cédé mardi soir à Kerlann, dit le maire.";
        let b = "La digue a cédé lundi à Kerlann, dit le maire de Porzh.";
        let (a_changes, b_changes) = difference(a, b);
        let told = |text: &str, changes: &Changes| -> Vec<(String, Change)> {
            changes.iter().map(|(span, change)| (span.of(text).to_owned(), *change)).collect()
        };
        assert_eq!(told(a, &a_changes), [("mardi soir".to_owned(), Change::Replaced)]);
        assert_eq!(
            told(b, &b_changes),
            [("lundi".to_owned(), Change::Replaced), ("de Porzh".to_owned(), Change::Added)]
        );
    }

    #[test]
    fn case_accents_and_marks_are_no_difference() {
        assert!(changed("« L’Étang est plein »", "\"l'etang est plein\"").is_empty());
    }

    #[test]
    fn a_number_is_one_word_however_it_is_set() {
        let a = "Quelque 1.200 habitants sont partis à 4h20 du bourg.";
        let b = "Quelque 1\u{202f}200 habitants sont partis à 4 h 20 du bourg.";
        assert!(changed(a, b).is_empty(), "{:?}", changed(a, b));
        assert_eq!(changed(b, "Quelque 900 habitants sont partis à 4h20 du bourg."), ["1\u{202f}200"]);
        assert!(changed("Il part à 6 heures de Porzh", "Il part à 6 h de Porzh").is_empty());
    }

    #[test]
    fn passages_with_little_in_common_are_left_unmarked() {
        assert!(changed("La digue tient bon.", "Le maire a fermé trois écoles du bourg.").is_empty());
    }

    #[test]
    fn two_passages_are_read_as_one() {
        let (a, b) = ("nous le ferons demain, dit-il", "nous ne le ferons jamais, dit-il");
        let read: Vec<String> = merged(a, b)
            .unwrap()
            .into_iter()
            .map(|piece| match piece {
                Piece::Both(span) => span.of(a).to_owned(),
                Piece::First(span) => format!("-{}", span.of(a)),
                Piece::Second(span) => format!("+{}", span.of(b)),
            })
            .collect();
        assert_eq!(read, ["nous", "+ne", "le ferons", "-demain", "+jamais", "dit-il"]);
    }

    #[test]
    fn a_speech_is_not_held_against_another_word_by_word() {
        let speech = "un mot ".repeat(LONGEST);
        assert_eq!(merged(&speech, "un mot"), None);
    }
}
