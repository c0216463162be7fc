//! What follows from the form of a word alone: how it begins, ends and is written, on which lists it is.

use super::super::lexicon::Lexicon;
use super::super::{names, states, titles};

/// What fills a template when no word stands there.
pub(super) const NOTHING: u64 = 0x6e6f_7468_696e_6721;

/// The hash of some characters (FNV-1a over code points), every apostrophe being the same.
pub(in crate::actors) fn hash(characters: impl Iterator<Item = char>) -> u64 {
    characters.fold(0xcbf2_9ce4_8422_2325, |hash, c| {
        let c = if c == '’' { '\'' } else { c };
        (hash ^ u64::from(u32::from(c))).wrapping_mul(0x0100_0000_01b3)
    })
}

/// What a word is, by the tables of the language: one bit each.
fn flags_of(fold: &str) -> u16 {
    let tests: [(bool, u16); 13] = [
        (titles::is_title(fold), 1),
        (titles::look_up(fold).is_some_and(|title| title.honorific), 1 << 1),
        (names::is_organisation_noun(fold), 1 << 2),
        (names::is_force_noun(fold), 1 << 3),
        (names::is_tail(fold), 1 << 4),
        (names::is_event_noun(fold), 1 << 5),
        (names::is_place_noun(fold), 1 << 6),
        (names::is_placing_noun(fold), 1 << 7),
        (names::is_press_noun(fold), 1 << 8),
        (names::is_first_name(fold), 1 << 9),
        (names::is_particle(fold), 1 << 10),
        (names::is_never(fold), 1 << 11),
        (states::adjective_of(fold).is_some(), 1 << 12),
    ];
    tests.iter().filter(|(holds, _)| *holds).map(|(_, bit)| bit).sum()
}

/// How a form is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Case {
    Mark,
    Number,
    Lower,
    Title,
    Upper,
    Initial,
    Mixed,
}

fn case_of(written: &str) -> Case {
    let Some(first) = written.chars().next() else { return Case::Mark };
    if first.is_numeric() {
        return Case::Number;
    }
    if !first.is_alphabetic() {
        return Case::Mark;
    }
    let mut rest = written.chars().skip(1).filter(|c| c.is_alphabetic());
    let letters = rest.clone().count();
    let capitals = rest.clone().filter(|c| c.is_uppercase()).count();
    match (first.is_uppercase(), capitals) {
        (true, 0) if letters == 0 => Case::Initial,
        (true, 0) => Case::Title,
        (true, _) if rest.all(char::is_uppercase) => Case::Upper,
        (false, 0) => Case::Lower,
        _ => Case::Mixed,
    }
}

/// Runs of capitals, small letters and digits, each as one, at most eight long.
fn shape_of(written: &str) -> u64 {
    let mut shape = [' '; 8];
    let mut length = 0;
    for c in written.chars() {
        let kind = match c {
            c if c.is_uppercase() => 'X',
            c if c.is_lowercase() => 'x',
            c if c.is_numeric() => 'd',
            '’' => '\'',
            c => c,
        };
        if length == 0 || shape[length - 1] != kind {
            if length == shape.len() {
                break;
            }
            shape[length] = kind;
            length += 1;
        }
    }
    hash(shape.into_iter().take(length))
}

/// One way of writing a word, with all that follows from it.
#[derive(Debug, Clone)]
pub(super) struct Form {
    /// The hash of the folded word.
    pub word: u64,
    /// Its capitals, small letters and digits.
    pub shape: u64,
    /// How it is written.
    pub case: Case,
    /// Its first one to four letters.
    pub prefixes: [u64; 4],
    /// Its last one to four letters.
    pub suffixes: [u64; 4],
    /// What stands between its hyphens.
    pub parts: Vec<u64>,
    /// Its clusters, from few to many.
    pub clusters: Option<[u16; 4]>,
    /// What it is, by the tables.
    pub flags: u16,
    /// The hash of the word as written, by which lists are looked up.
    pub written: u64,
}

impl Form {
    pub fn new(written: &str, fold: &str, lexicon: &Lexicon) -> Self {
        let lower = written.to_lowercase();
        let lower = lower.as_str();
        let letters = fold.chars().count();
        let lower_letters = lower.chars().count();
        let case = case_of(written);
        let affixed = case != Case::Mark;
        let prefix = |length: usize| {
            if affixed && letters >= length { hash(fold.chars().take(length)) } else { NOTHING }
        };
        let suffix = |length: usize| {
            if affixed && lower_letters >= length {
                hash(lower.chars().skip(lower_letters - length))
            } else {
                NOTHING
            }
        };
        let parts = if affixed && fold.contains('-') {
            fold.split('-').filter(|part| !part.is_empty()).take(3).map(|part| hash(part.chars())).collect()
        } else {
            Vec::new()
        };
        let as_written = hash(written.chars());
        Self {
            word: hash(fold.chars()),
            shape: shape_of(written),
            case,
            prefixes: [prefix(1), prefix(2), prefix(3), prefix(4)],
            suffixes: [suffix(1), suffix(2), suffix(3), suffix(4)],
            parts,
            clusters: lexicon.clusters(as_written).or_else(|| lexicon.clusters(hash(lower.chars()))),
            flags: flags_of(fold),
            written: as_written,
        }
    }

    pub fn is_capital(&self) -> bool {
        matches!(self.case, Case::Title | Case::Upper | Case::Initial | Case::Mixed)
    }
}
