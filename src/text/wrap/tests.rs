use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

use super::*;
use crate::text::width::drawn_width;

fn rows(text: &str, columns: usize) -> Vec<&str> {
    wrap(text, Span::new(0, text.len()), columns).into_iter().map(|row| row.of(text)).collect()
}

#[test]
fn rows_are_even() {
    assert_eq!(rows("aaa bb cc ddddd", 6), ["aaa", "bb cc", "ddddd"]);
}

#[test]
fn marks_keep_to_their_words_whatever_the_space() {
    assert_eq!(rows("il a dit « oui » : voila", 9), ["il a dit", "« oui » :", "voila"]);
    assert_eq!(rows("tout va bien ! ( enfin )", 12), ["tout va", "bien !", "( enfin )"]);
}

#[test]
fn no_break_spaces_are_honoured() {
    assert_eq!(rows("les 12\u{a0}000 toits", 8), ["les", "12\u{a0}000", "toits"]);
}

#[test]
fn an_overlong_word_breaks_behind_its_hyphen() {
    assert_eq!(rows("anticonstitutionnelle", 8), ["anticons", "titution", "nelle"]);
    assert_eq!(rows("cessez-le-feu", 10), ["cessez-le-", "feu"]);
    assert_eq!(rows("exemple.fr/dossier/pont", 12), ["exemple.fr/", "dossier/pont"]);
}

#[test]
fn a_mark_stays_with_its_letter_in_an_overlong_word() {
    assert_eq!(rows("« abcdef »", 6), ["« abcd", "ef »"]);
    assert_eq!(rows("« abcd »", 6), ["« abc", "d »"]);
}

#[test]
fn line_ends_are_spaces() {
    assert_eq!(rows("le pont\na cédé", 20), ["le pont\na cédé"]);
}

#[test]
fn wide_characters_count_twice() {
    assert_eq!(rows("日本語", 4), ["日本", "語"]);
    assert_eq!(rows("👩‍👩‍👧👩‍👩‍👧", 3), ["👩‍👩‍👧", "👩‍👩‍👧"]);
}

#[test]
fn only_the_span_is_wrapped() {
    let text = "avant le pont après";
    assert_eq!(wrap(text, Span::new(6, 13), 5), [Span::new(6, 8), Span::new(9, 13)]);
    assert_eq!(wrap(text, Span::new(5, 6), 5), []);
}

#[test]
fn a_very_long_line_is_filled_row_by_row() {
    let text = "mot ".repeat(100_000);
    assert!(rows(&text, 100).iter().rev().skip(1).all(|row| row.len() == 99));
}

proptest! {
    #[test]
    fn rows_hold_everything_in_their_columns(
        text in "([a-zé]{1,9}|[«»:;!?().\"“”… ]|\\PC|[ \n\u{a0}\u{202f}-]|👩\u{200d}👧|[\u{200b}-\u{200f}\u{301}日]){0,60}",
        columns in 1usize..200,
    ) {
        let rows = wrap(&text, Span::new(0, text.len()), columns);
        let mut last = 0;
        for row in &rows {
            let part = text.get(row.start..row.end).unwrap();
            prop_assert_eq!(part, part.trim());
            prop_assert!(!part.is_empty() && row.start >= last);
            prop_assert!(text.get(last..row.start).unwrap().trim().is_empty());
            prop_assert!(drawn_width(part) <= columns || part.graphemes(true).count() == 1);
            last = row.end;
        }
        prop_assert!(text.get(last..).unwrap().trim().is_empty());
    }

    #[test]
    fn marks_neither_begin_nor_end_a_row(text in "([a-zé]{1,9} |[«(] |[»:;!?)] ){0,16}", columns in 45usize..60) {
        let rows = rows(&text, columns);
        for (index, row) in rows.iter().enumerate() {
            let fits = row.chars().any(char::is_alphabetic);
            if fits && index > 0 {
                prop_assert!(!row.starts_with(['»', ':', ';', '!', '?', ')']));
            }
            if fits && index + 1 < rows.len() {
                prop_assert!(!row.ends_with(['«', '(']));
            }
        }
    }
}
