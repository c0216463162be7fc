//! How much sense characters beyond ASCII make where they stand in French, and in English.
//!
//! A wrong encoding turns one letter into another that is a letter as well: `très` in CP850 is `träs` in
//! MacRoman, ` à ` is ` … ` in Windows-1252. Counting those that can stand in French is not enough to
//! tell them; so each has a weight, about the binary logarithm of how often French has it there.

use encoding_rs::{ISO_8859_15, MACINTOSH, WINDOWS_1252};

use super::charset::Charset;

/// The encodings that French text has been kept in, the likelier first: it wins where all that stands in
/// the text is the same in two.
const FRENCH: [Charset; 5] = [
    Charset::Web(WINDOWS_1252),
    Charset::Web(ISO_8859_15),
    Charset::Web(MACINTOSH),
    Charset::Cp850,
    Charset::Cp437,
];

/// What a character costs that makes no sense where it stands.
const NONSENSE: i64 = -6;

/// The sense of a whole text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Sense {
    /// The sum of the weights.
    pub score: i64,
    /// How many characters are not ASCII.
    pub high: usize,
    /// How many of them make no sense.
    pub odd: usize,
}

impl Sense {
    /// Of `text`.
    pub fn of(text: &str) -> Self {
        let mut sense = Self::default();
        let mut around = Around::default();
        let mut chars = text.chars();
        while let Some(c) = chars.next() {
            if !c.is_ascii() {
                around.ahead(chars.clone());
                let weight = around.weight(c);
                sense.score += weight;
                sense.high += 1;
                sense.odd += usize::from(weight < 0);
            }
            around.pass(c);
        }
        sense
    }

    /// Whether nearly all of it makes sense: a name from elsewhere and a worn byte are in many articles.
    pub const fn is_french(self) -> bool {
        self.odd * 100 <= self.high * 15
    }
}

/// Whichever of the French encodings makes most sense of `bytes`, and how much; none where none does.
pub(super) fn guess(bytes: &[u8]) -> Option<(Charset, Sense)> {
    let mut best: Option<(Charset, Sense)> = None;
    for charset in FRENCH {
        let sense = Sense::of(&charset.decode(bytes).0);
        if best.is_none_or(|(_, most)| sense.score > most.score) {
            best = Some((charset, sense));
        }
    }
    best.filter(|(_, sense)| sense.is_french())
}

/// The characters around one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Around {
    earlier: char,
    before: char,
    after: char,
    later: char,
}

impl Default for Around {
    fn default() -> Self {
        Self { earlier: ' ', before: ' ', after: ' ', later: ' ' }
    }
}

impl Around {
    /// Goes on behind `c`.
    pub fn pass(&mut self, c: char) {
        (self.earlier, self.before) = (self.before, c);
    }

    /// Sees what follows the character to be weighed.
    pub fn ahead(&mut self, mut rest: impl Iterator<Item = char>) {
        self.after = rest.next().unwrap_or(' ');
        self.later = rest.next().unwrap_or(' ');
    }

    /// Whether a letter stands on either side.
    fn in_word(&self) -> bool {
        self.before.is_alphabetic() || self.after.is_alphabetic()
    }

    /// How much sense `c` makes here: under zero where it makes none.
    pub fn weight(&self, c: char) -> i64 {
        let sense = if c.is_lowercase() {
            self.lowercase(c)
        } else if c.is_uppercase() {
            self.uppercase(c)
        } else {
            self.sign(c)
        };
        sense.unwrap_or(NONSENSE)
    }

    fn lowercase(&self, c: char) -> Option<i64> {
        let among_capitals =
            self.before.is_uppercase() && (self.earlier.is_uppercase() || self.after.is_uppercase());
        if among_capitals || self.after.is_uppercase() {
            return None;
        }
        let vowel = "aeiouyéàâêèîôû".contains(self.after);
        let follows_vowel = "aeiouAEIOU".contains(self.before);
        let inside = self.after.is_alphabetic() && !vowel;
        if !self.in_word() && c != 'à' {
            return None;
        }
        Some(match c {
            // `éa`, for `Ça` in MacRoman.
            'é' if vowel && !self.before.is_alphabetic() => 2,
            'é' => 8,
            'à' if !self.in_word() => 6,
            'à' if !self.after.is_alphabetic() && "lLjJ".contains(self.before) => 6,
            'è' if inside => 6,
            // `être` and `êtes`; `êtienne` is `Étienne` in CP850.
            'ê' if !self.before.is_alphabetic() => match (self.after, self.later) {
                ('t', 'r' | 'e') => 6,
                _ => 1,
            },
            'ê' if inside => 5,
            'ç' if "aou".contains(self.after) => 4,
            'â' | 'ô' if inside && !follows_vowel => 4,
            'î' | 'û' if inside => 4,
            'ù' if "oO".contains(self.before) && !self.after.is_alphabetic() => 5,
            'œ' if "ui".contains(self.after) => 4,
            'ë' | 'ï' if follows_vowel => 4,
            'û' => 2,
            'ÿ' if "aou".contains(self.before) => 1,
            'ÿ' => return None,
            'à' | 'è' | 'ê' | 'ë' | 'ç' | 'â' | 'ô' | 'î' | 'ï' | 'ù' | 'œ' | 'ü' | 'æ' | 'ñ' | 'ö' | 'ä'
            | 'ó' | 'í' | 'á' => 1,
            'º' | 'ª' if self.before.is_alphanumeric() && !self.after.is_lowercase() => 1,
            _ => return None,
        })
    }

    fn uppercase(&self, c: char) -> Option<i64> {
        if self.before.is_lowercase() || self.before.is_uppercase() && self.after.is_lowercase() {
            return None;
        }
        // `É.-U.`, the United States.
        if !self.in_word() && c != 'À' && self.after != '.' {
            return None;
        }
        Some(match c {
            'É' | 'À' => 5,
            'Ç' if "aouAOU'’".contains(self.after) => 4,
            'Œ' if "uUiI".contains(self.after) => 4,
            'Ê' | 'È' | 'Â' | 'Ô' => 3,
            'Î' if "lLtTnN".contains(self.after) => 3,
            'Ç' | 'Œ' | 'Î' | 'Û' | 'Ù' | 'Ë' | 'Ï' | 'Ü' | 'Ö' | 'Ä' | 'Æ' => 1,
            _ => return None,
        })
    }

    fn sign(&self, c: char) -> Option<i64> {
        let (before, after) = (self.before, self.after);
        let apart = !before.is_alphabetic() || !after.is_alphabetic();
        let lone = before.is_whitespace() && after.is_whitespace();
        Some(match c {
            '«' | '“' if !before.is_alphabetic() => 4,
            '‘' | '„' | '‹' if !before.is_alphabetic() => 2,
            '»' | '”' | '…' if !after.is_alphabetic() && !before.is_whitespace() => 4,
            '»' if !after.is_alphabetic() => 4,
            '”' | '…' | '›' | '“' if !after.is_alphabetic() => 1,
            '’' if before.is_alphanumeric() => 4,
            '’' if before.is_whitespace() || before.is_ascii_punctuation() => 1,
            '–' | '—' if lone || before.is_numeric() && after.is_numeric() => 4,
            '–' | '—' | '‑' if apart => 1,
            '\u{a0}' | '\u{202f}' if !before.is_alphabetic() || !after.is_lowercase() => 4,
            '\u{300}'..='\u{36f}' if before.is_alphabetic() => 4,
            '€' if !before.is_alphabetic() && !after.is_lowercase() => 4,
            '£' if !before.is_alphabetic() && after.is_numeric() => 4,
            '°' | '²' | '³' if before.is_alphanumeric() && !after.is_lowercase() => 2,
            '½' | '¼' | '¾' if !before.is_alphabetic() && !after.is_alphabetic() => 1,
            '®' | '™' if before.is_alphanumeric() && !after.is_alphabetic() => 1,
            // `les élu·e·s`
            '·' => 1,
            '©' if apart => 2,
            '•' | '§' | '×' | '±' if apart => 1,
            // Rules that DOS drew between columns and rows; KOI8 has letters there.
            '\u{2500}'..='\u{257f}' if lone || before == c || after == c => 1,
            _ => return None,
        })
    }
}
