//! Makes what an article holds safe to send to a terminal.
//!
//! An article may hold control characters, escape sequences, bidirectional overrides ("Trojan
//! Source", CVE-2021-42574), zero-width characters, and variation selectors or tags, which spell whole
//! hidden messages a byte at a time. None of them reaches the terminal, the clipboard or an export: each
//! becomes a visible mark of one column. What an emoji needs stays (one selector, joiners between
//! pictures, the tags of three flags), and so do the joiners of the scripts that are spelt with them.
//!
//! [`neutralise`] is the one way out for a line of text and [`lines`] for several; JSON escapes what
//! [`visible`] changes.

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
/// characters, fillers that look like spaces, line and paragraph separators, interlinear annotation,
/// variation selectors, tags.
fn is_unsafe(c: char) -> bool {
    matches!(c,
        '\u{80}'..='\u{9f}' | '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
        | '\u{1bca0}'..='\u{1bca3}' | '\u{1d159}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// `text` with every unsafe character made visible; line ends and tabs become spaces.
///
/// Two texts that are neutralised apart take as many columns as they do together, unless an emoji
/// stands across the border, or a joiner at it: what is left of it is marked then.
pub fn neutralise(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|b| matches!(b, b' '..=b'~')) || text.chars().all(|c| visible(c) == c) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    // The last character that is no variation selector and no skin tone, and the one before `c`.
    let mut base = None;
    let mut before = None;
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        let next = rest.clone().next();
        let stays = match c {
            '\u{200d}' if before != Some(c) => {
                base.is_some_and(is_pictograph) && next.is_some_and(is_pictograph)
                    || before.is_some_and(is_joining_script)
            }
            '\u{200c}' => before.is_some_and(is_joining_script) && next.is_some_and(is_joining_script),
            '\u{fe0e}' | '\u{fe0f}' => before.is_some_and(|base| takes_selector(base, next)),
            _ => false,
        };
        out.push(if stays { c } else { visible(c) });
        if let Some(tags) = flag(c, rest.as_str()) {
            out.push_str(tags);
            rest = rest.as_str()[tags.len()..].chars();
        }
        if !matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}') {
            base = Some(c);
        }
        before = Some(c);
    }
    Cow::Owned(out)
}

/// [`neutralise`] for text of several lines, which stay lines.
pub fn lines(text: &str) -> String {
    text.lines().map(neutralise).collect::<Vec<_>>().join("\n")
}

/// Whether a variation selector means something between `base` and `next`: it picks the picture or the
/// text form of a sign that has both, or stands in a keycap.
fn takes_selector(base: char, next: Option<char>) -> bool {
    match base {
        '0'..='9' | '#' | '*' => next == Some('\u{20e3}'),
        '©' | '®' | '‼' | '⁉' | '™' | 'ℹ' | '〰' | '〽' | '㊗' | '㊙' => true,
        base => is_pictograph(base),
    }
}

/// The tags behind the black flag `c` that make it England's, Scotland's or Wales's, the only ones in use
/// ([UTS #51](https://www.unicode.org/reports/tr51/), RGI_Emoji_Tag_Sequence).
fn flag(c: char, rest: &str) -> Option<&str> {
    const FLAGS: [&str; 3] = [
        "\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
        "\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}",
        "\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}",
    ];
    let tags = FLAGS.iter().find(|tags| c == '\u{1f3f4}' && rest.starts_with(**tags))?;
    rest.get(..tags.len())
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
    fn an_emoji_keeps_one_selector_and_a_flag_its_tags() {
        let wales = "🏴\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}";
        for emoji in ["☎\u{fe0e}", "5\u{fe0f}\u{20e3}", "©\u{fe0f}", "👁\u{fe0f}\u{200d}🗨\u{fe0f}", wales]
        {
            assert_eq!(neutralise(emoji), emoji);
        }
        assert_eq!(neutralise("❤\u{fe0f}\u{fe0f}\u{fe0e}"), "❤\u{fe0f}␚␚");
        assert_eq!(neutralise(&wales[..wales.len() - 4]), "🏴␚␚␚␚␚");
        assert_eq!(neutralise(&format!("🏴{}", &wales[8..])), "🏴␚␚␚␚␚");
    }

    #[test]
    fn a_message_in_selectors_or_tags_is_seen() {
        // How bytes are smuggled: one selector each, behind any character at all.
        let hidden: String = "oui".bytes().filter_map(|b| char::from_u32(0xe0100 + u32::from(b))).collect();
        for text in [format!("a{hidden}"), format!("😀{hidden}"), "5\u{fe0f}é\u{fe00}!\u{fe0e}".to_owned()]
        {
            assert_eq!(neutralise(&text).matches(MARK).count(), 3, "{text:?}");
        }
        assert_eq!(neutralise("a\u{2800}b\u{3164}c\u{115f}d\u{180b}e"), "a␚b␚c␚d␚e");
    }

    #[test]
    fn several_lines_stay_lines() {
        assert_eq!(lines("un\u{200b}\r\ndeux\u{e0001}\n\ntrois\n"), "un␚\ndeux␚\n\ntrois");
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
        fn nothing_unsafe_comes_out(text in "[\\x00-\u{ff}\u{200b}-\u{2070}\u{fe0f}\u{feff}\u{e0041}👩👧ك]{0,60}") {
            let out = neutralise(&text);
            prop_assert_eq!(out.chars().count(), text.chars().count());
            let safe = |c| visible(c) == c || matches!(c, '\u{200c}' | '\u{200d}' | '\u{fe0f}');
            prop_assert!(out.chars().all(safe));
            prop_assert_eq!(neutralise(&out), out.clone());
        }
    }
}
