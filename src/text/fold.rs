//! Folding: one spelling for what a reader types and what an outlet prints.
//!
//! `elysee` has to find `L'Élysée`, and a passage of one outlet the same passage of another. So case,
//! accents, ligatures, compatibility forms (`ﬁ`, `²`, full-width letters), apostrophes, quotation
//! marks, dashes and spaces are made alike, invisible characters are dropped, and a map leads from
//! every byte of the folded text back to the original. A character is folded without regard to its
//! neighbours, so a part of a text folds to a part of the folded text.

use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

use crate::article::Span;

/// Folded text with the way back to the text it was made from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Folded {
    /// The folded text.
    pub text: String,
    /// For every byte of `text`, the byte in the original where the character it came from starts;
    /// one more entry holds the original's length.
    pub origin: Vec<u32>,
}

impl Folded {
    /// Folds `text`, which must be shorter than 4 GiB for its map to be true.
    pub fn new(text: &str) -> Self {
        let mut folded =
            Self { text: String::with_capacity(text.len()), origin: Vec::with_capacity(text.len() + 1) };
        for (at, c) in text.char_indices() {
            let before = folded.text.len();
            let at = u32::try_from(at).unwrap_or(u32::MAX);
            if is_plain(c) {
                folded.text.push(c.to_ascii_lowercase());
                folded.origin.push(at);
                continue;
            }
            fold_char(c, &mut folded.text);
            folded.origin.extend(std::iter::repeat_n(at, folded.text.len() - before));
        }
        folded.origin.push(u32::try_from(text.len()).unwrap_or(u32::MAX));
        folded
    }

    /// The span of the original that the folded bytes `start..end` came from.
    ///
    /// It covers whole characters, also where the range begins or ends inside what one of them was
    /// folded to, and the accents set behind the last one.
    pub fn original(&self, start: usize, end: usize) -> Span {
        let at = |byte: usize| self.origin.get(byte).or(self.origin.last()).map_or(0, |&byte| byte as usize);
        let first = at(start);
        if end <= start {
            return Span::new(first, first);
        }
        let last = at(end - 1);
        let mut next = end;
        while at(next) == last && next + 1 < self.origin.len() {
            next += 1;
        }
        Span::new(first, at(next).max(first))
    }
}

/// Folds `text` where the way back is not needed.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        fold_char(c, &mut folded);
    }
    folded
}

/// What the letters of Latin-1 and Latin Extended-A fold to, where that is one ASCII letter: nearly all
/// accents on a page, and taking them apart is dear.
static ACCENTED: LazyLock<[u8; 0x180]> = LazyLock::new(|| {
    let mut letters = [0; 0x180];
    for (c, letter) in ('\0'..).zip(&mut letters).skip(0xc0) {
        let mut folded = String::new();
        take_apart(c, &mut folded);
        if let [one] = folded.as_bytes() {
            *letter = *one;
        }
    }
    letters
});

/// Accents set behind their letter: they fold to nothing, and a text in decomposed form is full of them. Up to
/// the one that joins and is none, U+034F.
const ACCENTS: std::ops::RangeInclusive<char> = '\u{300}'..='\u{34e}';

/// Whether `c` is folded to itself in lower case: nearly all that stands on a page.
const fn is_plain(c: char) -> bool {
    c.is_ascii_graphic() || c == ' '
}

/// Appends what `c` is folded to, which may be nothing.
fn fold_char(c: char, out: &mut String) {
    if is_plain(c) {
        out.push(c.to_ascii_lowercase());
    } else if c >= '\u{c0}'
        && let Some(&letter) = ACCENTED.get(c as usize)
        && letter > 0
    {
        out.push(char::from(letter));
    } else if !ACCENTS.contains(&c) {
        take_apart(c, out);
    }
}

/// Appends what a character other than a plain ASCII one is folded to.
fn take_apart(c: char, out: &mut String) {
    if !fold_sign(c, out) {
        for d in c.nfkd().filter(|d| canonical_combining_class(*d) == 0) {
            for e in d.to_lowercase().filter(|e| canonical_combining_class(*e) == 0) {
                if !fold_sign(e, out) {
                    fold_letter(e, out);
                }
            }
        }
    }
}

/// Appends what a space, a mark or a dash is folded to, and says whether `c` is one.
fn fold_sign(c: char, out: &mut String) -> bool {
    match c {
        c if c.is_whitespace() => out.push(' '),
        '’' | '‘' | '‛' | '‚' | 'ʼ' | 'ʹ' | 'ʻ' | '′' | '´' | '＇' | 'ʾ' | 'ʿ' => {
            out.push('\'')
        }
        '«' | '»' | '‹' | '›' | '“' | '”' | '„' | '‟' | '″' | '＂' | '〝' | '〞' => {
            out.push('"')
        }
        '\u{2010}'..='\u{2015}'
        | '\u{2212}'
        | '\u{2e3a}'
        | '\u{2e3b}'
        | '\u{fe58}'
        | '\u{fe63}'
        | '\u{ff0d}' => {
            out.push('-');
        }
        c => return is_dropped(c),
    }
    true
}

/// Letters that Unicode does not take apart, though readers type them so.
fn fold_letter(c: char, out: &mut String) {
    match c {
        'œ' => out.push_str("oe"),
        'æ' => out.push_str("ae"),
        'ß' => out.push_str("ss"),
        'þ' => out.push_str("th"),
        'ø' => out.push('o'),
        'ł' => out.push('l'),
        'đ' | 'ð' => out.push('d'),
        'ħ' => out.push('h'),
        'ı' => out.push('i'),
        'ς' => out.push('σ'),
        c => out.push(c),
    }
}

/// Characters that nobody sees and nobody types.
fn is_dropped(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
        | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn case_accents_and_ligatures() {
        assert_eq!(
            fold("L'ÉLYSÉE, Œuvre, cœur, ÆON, Straße, ﬁn, Łódź, İstanbul"),
            "l'elysee, oeuvre, coeur, aeon, strasse, fin, lodz, istanbul"
        );
    }

    #[test]
    fn accented_letters_are_folded_as_if_taken_apart() {
        for c in '\u{80}'..'\u{200}' {
            let mut apart = String::new();
            take_apart(c, &mut apart);
            assert_eq!(fold(&c.to_string()), apart, "{c}");
        }
    }

    #[test]
    fn composed_and_decomposed_are_alike() {
        assert_eq!(fold("e\u{301}te\u{301}"), fold("été"));
    }

    #[test]
    fn apostrophes_marks_dashes_and_spaces() {
        assert_eq!(fold("l’an\u{a0}«\u{202f}un\u{2009}» – “deux” — ‑ −"), "l'an \" un \" - \"deux\" - - -");
    }

    #[test]
    fn what_nobody_sees_is_dropped() {
        assert_eq!(fold("gou\u{ad}ver\u{200b}ne\u{feff}ment"), "gouvernement");
    }

    #[test]
    fn the_way_back_covers_whole_characters() {
        let text = "Le cœur e\u{301}mu";
        let folded = Folded::new(text);
        let at = folded.text.find("oe").unwrap();
        assert_eq!(folded.original(at + 1, at + 2).of(text), "œ");
        let at = folded.text.find("emu").unwrap();
        assert_eq!(folded.original(at, at + 1).of(text), "e\u{301}");
        assert_eq!(folded.original(0, folded.text.len()).of(text), text);
    }

    #[test]
    fn out_of_range_is_empty_and_not_a_panic() {
        assert_eq!(Folded::new("été").original(90, 95), Span::new(5, 5));
    }

    proptest! {
        #[test]
        fn any_match_leads_back(text in "[\\PC\u{301}\u{ad}œßﬁ’ ]{0,40}", from in 0usize..60, length in 1usize..12) {
            let folded = Folded::new(&text);
            prop_assert_eq!(folded.origin.len(), folded.text.len() + 1);
            let boundaries: Vec<usize> = folded.text.char_indices().map(|(at, _)| at).chain([folded.text.len()]).collect();
            let start = boundaries[from % boundaries.len()];
            let end = boundaries[(from % boundaries.len() + length).min(boundaries.len() - 1)];
            let needle = &folded.text[start..end];
            let span = folded.original(start, end);
            let slice = text.get(span.start..span.end);
            prop_assert!(slice.is_some());
            prop_assert!(fold(slice.unwrap()).contains(needle));
        }

        #[test]
        fn folding_twice_changes_nothing(text in "\\PC{0,40}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }
    }

    #[test]
    fn what_is_folded_by_a_shortcut_is_folded_alike_without_it() {
        for c in ('\0'..='\u{600}').filter(|c| !is_plain(*c)) {
            let (mut short, mut long) = (String::new(), String::new());
            fold_char(c, &mut short);
            take_apart(c, &mut long);
            assert_eq!(short, long, "{c:?}");
        }
    }
}
