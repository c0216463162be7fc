//! The words that one passage has and the other does not.

use similar::{Algorithm, DiffTag, capture_diff_slices};
use unicode_segmentation::UnicodeSegmentation;

use super::{Line, Tone};
use crate::article::Span;
use crate::text::fold;

/// Passages of more words than this are not held against each other word by word: the difference
/// takes time in the square of their length.
const LONGEST: usize = 1_000;

/// Below this share of common words everything would be marked, and so nothing.
const SHARED: f64 = 1.0 / 3.0;

/// Both passages, each with the words marked that the other does not have.
pub fn marked_both(a: &str, b: &str) -> (Line, Line) {
    let (a_words, b_words) = (words(a), words(b));
    let longest = a_words.len().max(b_words.len());
    if longest > LONGEST {
        return (Line::new().plain(a), Line::new().plain(b));
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
        return (Line::new().plain(a), Line::new().plain(b));
    }
    (line(a, &a_words, &a_changed), line(b, &b_words, &b_changed))
}

/// `text` with the words marked that `against` does not have.
pub fn marked(against: &str, text: &str) -> Line {
    marked_both(against, text).1
}

fn words(text: &str) -> Vec<Span> {
    text.unicode_word_indices().map(|(at, word)| Span::new(at, at + word.len())).collect()
}

/// `text` with its changed words marked, neighbours in one stretch.
fn line(text: &str, words: &[Span], changed: &[bool]) -> Line {
    let mut line = Line::new();
    let mut written = 0;
    let mut at = 0;
    while at < words.len() {
        if !changed[at] {
            at += 1;
            continue;
        }
        let first = at;
        while at < words.len() && changed[at] {
            at += 1;
        }
        let stretch = words[first].join(words[at - 1]);
        line.push(Tone::Plain, Span::new(written, stretch.start).of(text));
        line.push(Tone::Changed, stretch.of(text));
        written = stretch.end;
    }
    line.push(Tone::Plain, Span::new(written, text.len()).of(text));
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changed(line: &Line) -> Vec<&str> {
        line.pieces.iter().filter(|(tone, _)| *tone == Tone::Changed).map(|(_, text)| text.as_str()).collect()
    }

    #[test]
    fn only_the_other_words_are_marked() {
        let (a, b) =
            marked_both("Neuf bateaux sont restés à quai", "Douze bateaux sont restés à quai lundi soir");
        assert_eq!(changed(&a), ["Neuf"]);
        assert_eq!(changed(&b), ["Douze", "lundi soir"]);
    }

    #[test]
    fn case_and_accents_are_no_difference() {
        assert_eq!(changed(&marked("L'État parle", "l’ETAT parle")), [""; 0]);
    }

    #[test]
    fn where_little_is_shared_nothing_is_marked() {
        assert_eq!(
            changed(&marked("Neuf bateaux sont à quai", "La grève dure à Brest depuis lundi")),
            [""; 0]
        );
    }

    #[test]
    fn the_text_is_whole_whatever_is_marked() {
        let b = "Douze bateaux, dit-on, sont à quai.";
        let whole: String =
            marked("Neuf bateaux sont à quai.", b).pieces.into_iter().map(|(_, t)| t).collect();
        assert_eq!(whole, b);
    }
}
