//! Makes what an article holds safe to send to a terminal.
//!
//! An article may hold control characters, escape sequences, bidirectional overrides ("Trojan
//! Source", CVE-2021-42574), zero-width characters and tag characters that hide words. None of them
//! reaches the terminal: each is drawn as a visible mark of one column. Variation selectors stay, and
//! so do the joiners of emoji and of the scripts that are spelt with them.

use std::borrow::Cow;

/// Drawn for a character without a picture of its own: the symbol for a substitute.
const MARK: char = '\u{241a}';

/// The character to draw for `c` where its neighbours are not known: itself, or a visible mark of one
/// column where it is not safe to print. Line ends and tabs become spaces.
pub fn visible(c: char) -> char {
    match c {
        ' '..='~' => c,
        '\t' | '\n' | '\r' => ' ',
        '\0'..='\u{1f}' => char::from_u32(0x2400 + c as u32).unwrap_or(MARK),
        '\u{7f}' => '\u{2421}',
        '\u{ad}' => '-',
        c if is_unsafe(c) => MARK,
        c => c,
    }
}

/// Whether `c` does something to a terminal or hides in the text, outside ASCII: C1 controls, the
/// bidirectional marks, embeddings, overrides and isolates, zero-width and other default-ignorable
/// characters, line and paragraph separators, interlinear annotation, tags.
fn is_unsafe(c: char) -> bool {
    matches!(c,
        '\u{80}'..='\u{9f}' | '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
        | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e00ff}' | '\u{e01f0}'..='\u{e0fff}')
}

/// `text` with every unsafe character made visible; line ends and tabs become spaces.
///
/// Two texts that are neutralised apart take as many columns as they do together, unless a joiner
/// stands at the border, which is marked then.
pub fn neutralise(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|b| matches!(b, b' '..=b'~')) || text.chars().all(|c| visible(c) == c) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    let mut chars = text.chars().peekable();
    // The last character that is no variation selector and no skin tone, and the one before `c`.
    let mut base = None;
    let mut before = None;
    while let Some(c) = chars.next() {
        let joins = match c {
            '\u{200d}' if before != Some(c) => {
                let next = chars.peek().copied();
                base.is_some_and(is_pictograph) && next.is_some_and(is_pictograph)
                    || before.is_some_and(is_joining_script)
            }
            '\u{200c}' => {
                before.is_some_and(is_joining_script) && chars.peek().copied().is_some_and(is_joining_script)
            }
            _ => false,
        };
        out.push(if joins { c } else { visible(c) });
        if !matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}') {
            base = Some(c);
        }
        before = Some(c);
    }
    Cow::Owned(out)
}

/// Pictures that emoji sequences are made of (a superset of Unicode's `Extended_Pictographic`).
fn is_pictograph(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{21ff}' | '\u{2300}'..='\u{23ff}' | '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}')
}

/// Scripts whose spelling needs the zero-width joiner and non-joiner: Arabic, Syriac, N'Ko, the Indic
/// ones, Myanmar, Khmer, Mongolian.
fn is_joining_script(c: char) -> bool {
    matches!(c,
        '\u{620}'..='\u{8ff}' | '\u{900}'..='\u{dff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17b3}'
        | '\u{17b6}'..='\u{17ff}' | '\u{1820}'..='\u{18af}' | '\u{a8e0}'..='\u{a8ff}' | '\u{fb50}'..='\u{fdff}'
        | '\u{fe70}'..='\u{fefc}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::width::width;

    #[test]
    fn plain_text_is_borrowed() {
        assert!(matches!(neutralise("L’été à Brest, déjà « fini » 👍🏽"), Cow::Borrowed(_)));
    }

    #[test]
    fn escape_sequences_are_shown() {
        assert_eq!(neutralise("a\u{1b}[31mb\u{7}\u{9b}2J"), "a␛[31mb␇␚2J");
    }

    #[test]
    fn overrides_isolates_and_hidden_words_are_shown() {
        assert_eq!(neutralise("a\u{202e}b\u{2066}c\u{200b}d\u{e0041}e\u{2028}f\u{fff9}"), "a␚b␚c␚d␚e␚f␚");
    }

    #[test]
    fn line_ends_and_tabs_are_spaces() {
        assert_eq!(neutralise("a\r\nb\tc"), "a  b c");
    }

    #[test]
    fn families_of_emoji_stay_together() {
        for emoji in ["👩‍👩‍👧", "🏳️‍🌈", "👩🏽‍🚒", "❤️"] {
            assert_eq!(neutralise(emoji), emoji);
        }
        assert_eq!(neutralise("a\u{200d}b 👩\u{200d}\u{200d}👧"), "a␚b 👩␚␚👧");
    }

    #[test]
    fn joiners_stay_where_a_script_needs_them() {
        for word in ["می\u{200c}خواهم", "क्\u{200d}ष"] {
            assert_eq!(neutralise(word), word);
        }
    }

    #[test]
    fn every_unsafe_character_takes_one_column() {
        for c in ('\0'..=char::MAX).filter(|&c| visible(c) != c) {
            assert_eq!(width(visible(c).encode_utf8(&mut [0; 4])), 1, "{c:?}");
            assert_eq!(visible(visible(c)), visible(c));
        }
    }

    #[test]
    fn what_is_left_is_never_a_control() {
        assert!(('\0'..=char::MAX).all(|c| !visible(c).is_control()));
    }

    proptest! {
        #[test]
        fn nothing_unsafe_comes_out(text in "[\\x00-\u{ff}\u{200b}-\u{2070}\u{feff}\u{e0041}👩👧ك]{0,60}") {
            let out = neutralise(&text);
            prop_assert_eq!(out.chars().count(), text.chars().count());
            let safe = |c| visible(c) == c || c == '\u{200c}' || c == '\u{200d}';
            prop_assert!(out.chars().all(safe));
            prop_assert_eq!(neutralise(&out), out.clone());
        }
    }
}
