//! The words that one passage has and the other does not.

use similar::{Algorithm, DiffTag, capture_diff_slices};
use unicode_segmentation::UnicodeSegmentation;

use super::fold;
use crate::article::Span;

/// Passages of more words than this are not held against each other word by word: the difference
/// takes time in the square of their length.
const LONGEST: usize = 1_000;

/// Below this share of common words everything would be marked, and so nothing.
const SHARED: f64 = 1.0 / 3.0;

/// The stretches of `a` that `b` does not have, and of `b` that `a` does not have, in bytes of each.
///
/// Words are compared folded and in order (a patience diff); neighbouring ones make one stretch.
/// Nothing is marked where the two share less than a third of the longer one's words, or where one
/// has more than a thousand.
pub fn difference(a: &str, b: &str) -> (Vec<Span>, Vec<Span>) {
    let (a_words, b_words) = (words(a), words(b));
    let longest = a_words.len().max(b_words.len());
    if longest > LONGEST {
        return (Vec::new(), Vec::new());
    }
    let folded = |text: &str, spans: &[Span]| -> Vec<String> {
        spans.iter().map(|span| fold(span.of(text))).collect()
    };
    let operations = capture_diff_slices(Algorithm::Patience, &folded(a, &a_words), &folded(b, &b_words));
    let (mut a_changed, mut b_changed) = (vec![true; a_words.len()], vec![true; b_words.len()]);
    let mut shared = 0;
    for operation in operations.iter().filter(|operation| operation.tag() == DiffTag::Equal) {
        shared += operation.old_range().len();
        a_changed[operation.old_range()].fill(false);
        b_changed[operation.new_range()].fill(false);
    }
    if (shared as f64) < SHARED * longest as f64 {
        return (Vec::new(), Vec::new());
    }
    (stretches(&a_words, &a_changed), stretches(&b_words, &b_changed))
}

fn words(text: &str) -> Vec<Span> {
    text.unicode_word_indices().map(|(at, word)| Span::new(at, at + word.len())).collect()
}

fn stretches(words: &[Span], changed: &[bool]) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    let mut open = false;
    for (word, changed) in words.iter().zip(changed) {
        match found.last_mut() {
            Some(last) if *changed && open => *last = last.join(*word),
            _ if *changed => found.push(*word),
            _ => {}
        }
        open = *changed;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changed<'a>(text: &'a str, against: &str) -> Vec<&'a str> {
        difference(text, against).0.into_iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn only_the_words_the_other_lacks_are_marked() {
        let a = "Le barrage a cédé mardi, selon le préfet.";
        let b = "Le barrage a cédé dans la nuit de lundi, selon le préfet.";
        assert_eq!(changed(a, b), ["mardi"]);
        assert_eq!(changed(b, a), ["dans la nuit de lundi"]);
    }

    #[test]
    fn case_accents_and_marks_are_no_difference() {
        assert!(changed("« L’Étang est plein »", "\"l'etang est plein\"").is_empty());
    }

    #[test]
    fn passages_with_little_in_common_are_left_unmarked() {
        assert!(changed("La digue tient bon.", "Le maire a fermé trois écoles du bourg.").is_empty());
    }
}
