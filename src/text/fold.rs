//! Folding: one spelling for what a reader types and what an outlet prints.
//!
//! Case, accents, ligatures, apostrophes and spaces are made alike, and a map leads from every byte
//! of the folded text back to the original.

use unicode_normalization::UnicodeNormalization;

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
    /// Folds `text`.
    pub fn new(text: &str) -> Self {
        let mut folded = Self::default();
        for (at, c) in text.char_indices() {
            let before = folded.text.len();
            fold_char(c, &mut folded.text);
            let at = u32::try_from(at).unwrap_or(u32::MAX);
            folded.origin.extend(std::iter::repeat_n(at, folded.text.len() - before));
        }
        folded.origin.push(u32::try_from(text.len()).unwrap_or(u32::MAX));
        folded
    }

    /// The span of the original that the folded bytes `start..end` came from.
    pub fn original(&self, start: usize, end: usize) -> Span {
        let at = |byte: usize| self.origin.get(byte).copied().unwrap_or_default() as usize;
        let first = at(start);
        let last = at(end.saturating_sub(1));
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

fn fold_char(c: char, out: &mut String) {
    match c {
        'œ' | 'Œ' => out.push_str("oe"),
        'æ' | 'Æ' => out.push_str("ae"),
        '’' | '‘' | 'ʼ' => out.push('\''),
        c if c.is_ascii() => out.push(c.to_ascii_lowercase()),
        c if c.is_whitespace() => out.push(' '),
        c => out.extend(
            c.nfd()
                .filter(|d| !unicode_normalization::char::is_combining_mark(*d))
                .flat_map(char::to_lowercase),
        ),
    }
}
