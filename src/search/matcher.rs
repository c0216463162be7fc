//! Whether a plain text holds what a term asks for, how well, and where.
//!
//! Letters side by side count for more than scattered ones, a word's start for more than its
//! inside. Scattered letters are scored by fuzzy-matcher's `SkimMatcherV2` (Smith-Waterman with
//! affine gaps, as in skim and fzf), and only in short texts: in a sentence of thirty words nearly
//! every pattern is scattered somewhere, so there a term must stand in one word, a slip allowed.

use std::ops::Range;

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

use super::query::Condition;
use scattered::{in_order, meant, pieces, slip, window};
use sieve::Sieve;

pub(super) use scattered::words;

mod scattered;
mod sieve;

/// The best quality there is; a whole word at the start of the text.
pub const PERFECT: i64 = 1000;
const WHOLE_WORD: i64 = 980;
const WORD_START: i64 = 930;
const INSIDE: i64 = 700;
/// Scattered letters never come before letters side by side, and those of one word come first.
const ONE_WORD: i64 = 690;
/// Longer texts, in bytes, are read like sentences whatever they are.
const SHORT_TEXT: usize = 600;
/// Longer terms, in bytes, are matched side by side only.
const SHORT_TERM: usize = 60;
/// Words of so many bytes are passed over by initials: `de`, `des`, `the`.
const SMALL_WORD: usize = 3;
/// Terms shorter than this, in bytes, allow no slip inside a word of a sentence.
const SLIP_FROM: usize = 5;
const SLIP_FROM_IN_TITLES: usize = 4;
/// Cells of the scoring matrix beyond which fuzzy-matcher falls back on a linear scan.
const MATRIX: usize = 60_000;

/// What came of holding a term against a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Found {
    /// Not in it, and not with more letters either.
    No,
    /// Not in it, but with more letters typed it might be.
    Within,
    /// In it, this well: 1 to [`PERFECT`].
    Hit(i64),
}

/// How freely letters may be scattered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Over the whole text: titles, names, commands.
    Text,
    /// Inside one word: sentences, claims.
    Word,
}

/// Which letters and digits are in a text, one bit each; a quick way to say no.
pub fn letters(plain: &str) -> u64 {
    plain.bytes().fold(0, |mask, byte| mask | letter(byte))
}

const fn letter(byte: u8) -> u64 {
    match byte {
        b'a'..=b'z' => 1 << (byte - b'a'),
        b'0'..=b'9' => 1 << (26 + byte - b'0'),
        b' ' => 0,
        _ => 1 << (36 + byte % 28),
    }
}

/// A scorer with an empty cache. One that is used again keeps bonuses of the text before, and then a
/// score depends on what was scored on the same thread; the same question must get the same answer.
fn skim() -> SkimMatcherV2 {
    SkimMatcherV2::default().ignore_case().element_limit(MATRIX)
}

/// A term made ready: its letters, and what a perfect match of it scores.
pub struct Needle<'a> {
    condition: &'a Condition,
    text: &'a str,
    letters: u64,
    perfect: i64,
    sieve: Option<Sieve>,
}

impl<'a> Needle<'a> {
    /// The term's plain text.
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// The letters in it; see [`letters`].
    pub fn letters(&self) -> u64 {
        self.letters
    }

    /// Whether it is looked for fuzzily.
    pub fn is_fuzzy(&self) -> bool {
        matches!(self.condition, Condition::Fuzzy(_))
    }
}

/// Makes the words of a condition ready; filters have none.
pub fn needle<'a>(condition: &'a Condition) -> Option<Needle<'a>> {
    let text = match condition {
        Condition::Fuzzy(text)
        | Condition::Exact(text)
        | Condition::Word(text)
        | Condition::Prefix(text)
        | Condition::Suffix(text)
        | Condition::Whole(text) => text.as_str(),
        Condition::Filter(_) => return None,
    };
    let fuzzy = matches!(condition, Condition::Fuzzy(_)) && text.len() <= SHORT_TERM;
    let perfect = if fuzzy { skim().fuzzy_match(text, text) } else { None };
    Some(Needle {
        condition,
        text,
        letters: letters(text),
        perfect: perfect.unwrap_or(1).max(1),
        sieve: fuzzy.then(|| Sieve::new(text)),
    })
}

/// Holds `needle` against a plain text whose [`letters`] are given.
pub fn look(needle: &Needle, plain: &str, in_text: u64, reach: Reach) -> Found {
    if needle.letters & !in_text != 0 {
        return Found::No;
    }
    if let Some((_, quality)) = place(needle, plain) {
        return Found::Hit(quality);
    }
    let Some(sieve) = &needle.sieve else { return Found::No };
    if !in_order(needle.text, plain) {
        return Found::No;
    }
    let quality = match reach {
        Reach::Text if plain.len() <= SHORT_TEXT => {
            let worth_it = sieve.lets_through(needle.text, plain);
            worth_it.then(|| scattered(needle, plain)).flatten().map(|(_, quality)| quality)
        }
        _ => slip(needle.text, plain, SLIP_FROM).map(|_| INSIDE / 2),
    };
    quality.map_or(Found::Within, Found::Hit)
}

/// The letters of a term scattered over a short text, and how well they sit there.
fn scattered(needle: &Needle, plain: &str) -> Option<(Vec<Range<usize>>, i64)> {
    // Most often letters were left out of one word, and no matrix is needed to see that.
    if let Some(pieces) = slip(needle.text, plain, SLIP_FROM_IN_TITLES) {
        return Some((pieces, ONE_WORD));
    }
    let window = window(needle.text, plain)?;
    let (score, indices) = skim().fuzzy_indices(&plain[window.clone()], needle.text)?;
    let pieces: Vec<Range<usize>> = pieces(&plain[window.clone()], indices)
        .into_iter()
        .map(|piece| piece.start + window.start..piece.end + window.start)
        .collect();
    let quality = (score * ONE_WORD / needle.perfect).clamp(1, ONE_WORD - 1);
    meant(plain, needle.text, &pieces).then_some((pieces, quality))
}

/// Where `needle` stands in a plain text, as byte ranges in order: every place where its letters
/// stand side by side, else its scattered letters.
pub fn places(needle: &Needle, plain: &str, reach: Reach) -> Vec<Range<usize>> {
    if let Some((best, _)) = place(needle, plain) {
        // One or two letters stand everywhere; only the best place says something.
        let everywhere =
            matches!(needle.condition, Condition::Fuzzy(text) | Condition::Exact(text) if text.len() > 2);
        if !everywhere {
            return vec![best];
        }
        return plain.match_indices(needle.text).map(|(at, text)| at..at + text.len()).collect();
    }
    if needle.sieve.is_none() {
        return Vec::new();
    }
    if reach == Reach::Word || plain.len() > SHORT_TEXT {
        return slip(needle.text, plain, SLIP_FROM).unwrap_or_default();
    }
    scattered(needle, plain).map(|(pieces, _)| pieces).unwrap_or_default()
}

/// The best place where the letters stand side by side as the condition asks, and its quality.
fn place(needle: &Needle, plain: &str) -> Option<(Range<usize>, i64)> {
    let text = needle.text;
    let at = |start: usize| start..start + text.len();
    match needle.condition {
        Condition::Prefix(_) => {
            let start = first_letter(plain, text)?;
            Some((at(start), PERFECT))
        }
        Condition::Suffix(_) => {
            let start = last_letter(plain, text)?;
            Some((at(start), PERFECT))
        }
        Condition::Whole(_) => {
            let start = first_letter(plain, text)?;
            (last_letter(plain, text)? == start).then(|| (at(start), PERFECT))
        }
        Condition::Word(_) => {
            let start =
                occurrences(plain, text).find(|&start| boundaries(plain, &at(start)) == (true, true))?;
            Some((at(start), WHOLE_WORD))
        }
        _ => {
            let mut best: Option<(Range<usize>, i64)> = None;
            for start in occurrences(plain, text) {
                let quality = match boundaries(plain, &at(start)) {
                    (true, true) => WHOLE_WORD,
                    (true, false) => WORD_START,
                    _ => INSIDE,
                };
                let quality = if start == 0 { quality + PERFECT - WHOLE_WORD } else { quality };
                if best.as_ref().is_none_or(|(_, so_far)| quality > *so_far) {
                    best = Some((at(start), quality));
                }
                // A single letter is seldom meant as a word of its own; its first word start will do.
                if quality >= WHOLE_WORD || (text.len() == 1 && quality >= WORD_START) {
                    break;
                }
            }
            best
        }
    }
}

fn occurrences(plain: &str, text: &str) -> impl Iterator<Item = usize> {
    plain.match_indices(text).map(|(at, _)| at)
}

/// Whether a word starts where the range starts, and one ends where it ends.
fn boundaries(plain: &str, range: &Range<usize>) -> (bool, bool) {
    let before = plain[..range.start].chars().next_back();
    let after = plain[range.end..].chars().next();
    let apart = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    (apart(before), apart(after))
}

/// Where `text` starts `plain`, marks and dashes before the first letter left aside.
fn first_letter(plain: &str, text: &str) -> Option<usize> {
    if plain.starts_with(text) {
        return Some(0);
    }
    let start = plain.find(char::is_alphanumeric)?;
    plain[start..].starts_with(text).then_some(start)
}

/// Where `text` ends `plain`, marks and full stops after the last letter left aside.
fn last_letter(plain: &str, text: &str) -> Option<usize> {
    if plain.ends_with(text) {
        return Some(plain.len() - text.len());
    }
    let inner = plain.trim_end_matches(|c: char| !c.is_alphanumeric());
    inner.ends_with(text).then(|| inner.len() - text.len())
}

#[cfg(test)]
mod tests;
