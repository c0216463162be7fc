//! How many columns text takes: the one measure for the whole program.
//!
//! ratatui draws grapheme cluster by grapheme cluster and asks `unicode-width` for the columns of
//! each, so this does the same; measuring a string as a whole differs where letters of two clusters
//! join. Measure what is drawn: text from an article goes through [`super::visible::neutralise`]
//! first, or is measured with [`drawn_width`].

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::visible::neutralise;

/// The most bytes of a grapheme cluster that are looked at and drawn: a letter with thirty marks, which
/// is as many as Unicode's stream-safe text has (UAX #15). Of a longer one the rest would lie over the
/// same columns, in megabytes.
const CLUSTER: usize = 128;

/// Columns that `text` takes on the terminal.
pub fn width(text: &str) -> usize {
    if is_plain(text) { text.len() } else { text.graphemes(true).map(columns_of).sum() }
}

/// Columns that `text` takes once it is neutralised.
pub fn drawn_width(text: &str) -> usize {
    if is_plain(text) { text.len() } else { width(&neutralise(text)) }
}

/// Columns of one grapheme cluster, as ratatui counts them: the half-width voicing marks of Japanese
/// take one each, against `unicode-width`.
fn columns_of(grapheme: &str) -> usize {
    grapheme.width() + grapheme.matches(['\u{ff9e}', '\u{ff9f}']).count()
}

/// Whether every byte of `text` is a column.
fn is_plain(text: &str) -> bool {
    text.bytes().all(|b| matches!(b, b' '..=b'~'))
}

/// `text` cut to at most `columns`, with `…` at the end where something was cut off.
pub fn fit(text: &str, columns: usize) -> Cow<'_, str> {
    if fits(text, columns) {
        return Cow::Borrowed(text);
    }
    let Some(room) = columns.checked_sub(1) else { return Cow::Borrowed("") };
    Cow::Owned(format!("{}…", head(text, room)))
}

/// `text` cut to at most `columns`, with `…` at the start where something was cut off: for paths,
/// whose end tells most.
pub fn fit_start(text: &str, columns: usize) -> Cow<'_, str> {
    if fits(text, columns) {
        return Cow::Borrowed(text);
    }
    let Some(room) = columns.checked_sub(1) else { return Cow::Borrowed("") };
    Cow::Owned(format!("…{}", tail(text, room)))
}

/// `text` cut to at most `columns`, with `…` in the middle where something was cut out.
pub fn fit_middle(text: &str, columns: usize) -> Cow<'_, str> {
    if fits(text, columns) {
        return Cow::Borrowed(text);
    }
    let Some(room) = columns.checked_sub(1) else { return Cow::Borrowed("") };
    Cow::Owned(format!("{}…{}", head(text, room.div_ceil(2)), tail(text, room / 2)))
}

/// `text` cut or filled with spaces to exactly `columns`.
pub fn pad(text: &str, columns: usize) -> String {
    let mut out = fit(text, columns).into_owned();
    let missing = columns.saturating_sub(width(&out));
    out.extend(std::iter::repeat_n(' ', missing));
    out
}

/// Whether `text` takes at most `columns`; looks no further than it must.
fn fits(text: &str, columns: usize) -> bool {
    head(text, columns).len() == text.len()
}

/// The longest start of `text` that takes at most `columns`, as far as [`CLUSTER`] lets it look.
pub fn head(text: &str, columns: usize) -> &str {
    let within = &text[..boundary(text, reach(columns))];
    let mut used = 0;
    for (at, grapheme) in within.grapheme_indices(true) {
        used += columns_of(grapheme);
        if used > columns {
            return &within[..at];
        }
    }
    within
}

/// The longest end of `text` that takes at most `columns`, as far as [`CLUSTER`] lets it look.
pub fn tail(text: &str, columns: usize) -> &str {
    let within = &text[boundary(text, text.len().saturating_sub(reach(columns)))..];
    let mut used = 0;
    for (at, grapheme) in within.grapheme_indices(true).rev() {
        used += columns_of(grapheme);
        if used > columns {
            return &within[at + grapheme.len()..];
        }
    }
    within
}

/// `text` without what its grapheme clusters have beyond [`CLUSTER`] bytes.
pub fn thinned(text: &str) -> Cow<'_, str> {
    let long = |grapheme: &str| grapheme.len() > CLUSTER;
    if text.len() <= CLUSTER || text.is_ascii() || !text.graphemes(true).any(long) {
        return Cow::Borrowed(text);
    }
    text.graphemes(true).map(|grapheme| &grapheme[..boundary(grapheme, CLUSTER)]).collect()
}

/// The most bytes that are looked at for so many columns: [`CLUSTER`] for each, and for one that ends them.
pub const fn reach(columns: usize) -> usize {
    CLUSTER.saturating_mul(columns.saturating_add(1))
}

/// The last place at which `text` may be cut at or before the byte `at`; its end where `at` is behind it.
pub fn boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn columns_as_they_are_drawn() {
        for (text, columns) in [("été", 3), ("e\u{301}", 1), ("日本", 4), ("👩‍👩‍👧", 2), ("🇫🇷", 2), ("", 0)]
        {
            assert_eq!(width(text), columns, "{text}");
        }
    }

    #[test]
    fn what_is_neutralised_is_measured_so() {
        assert_eq!(drawn_width("a\u{200b}b\u{202e}"), 4);
    }

    #[test]
    fn cutting_marks_what_is_missing() {
        assert_eq!(fit("La mairie", 6), "La ma…");
        assert_eq!(fit_start("dossier/pont.txt", 9), "…pont.txt");
        assert_eq!(fit_middle("dossier/pont.txt", 9), "doss….txt");
        assert_eq!(fit("La mairie", 0), "");
        assert_eq!(fit("日本", 3), "日…");
    }

    #[test]
    fn padding_fills_and_cuts() {
        assert_eq!(pad("été", 5), "été  ");
        assert_eq!(pad("日本", 2), "… ");
    }

    proptest! {
        #[test]
        fn nothing_takes_more_than_its_columns(text in "[\\PC日👩\u{200d}👧\u{301}]{0,30}", columns in 0usize..40) {
            let text = neutralise(&text);
            for cut in [fit(&text, columns), fit_start(&text, columns), fit_middle(&text, columns)] {
                prop_assert!(width(&cut) <= columns);
                prop_assert!(width(&text) > columns || cut == text);
            }
            prop_assert_eq!(width(&pad(&text, columns)), columns);
        }
    }
}
