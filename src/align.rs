//! Which passages of two outlets tell the same thing, and how far they agree.

use crate::article::Span;

mod aligner;
mod candidates;
mod conflict;
mod copies;
mod correction;
mod days;
mod hours;
mod locutions;
mod number;
mod part;
mod quantity;
mod quotes;
mod readings;
mod reason;
mod relation;
mod rivals;
mod score;
mod slots;
mod telling;
mod terms;
mod vectors;
mod vocabulary;

#[cfg(test)]
mod disputes;
#[cfg(test)]
mod tests;

/// A passage: a sentence or a part of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Passage {
    /// Index of the article in the dossier.
    pub article: usize,
    /// Where it stands, in bytes.
    pub span: Span,
}

/// How two passages stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Relation {
    /// One utterance, quoted in both.
    SameQuote,
    /// One statement, nothing material added or missing.
    SameFact,
    /// They overlap, but one says more, less, or in other words.
    Partial,
    /// They answer the same question incompatibly.
    Conflict,
}

impl Relation {
    /// The name in the JSON contract.
    pub const fn name(self) -> &'static str {
        match self {
            Self::SameQuote => "same_quote",
            Self::SameFact => "same_fact",
            Self::Partial => "partial",
            Self::Conflict => "conflict",
        }
    }

    /// The sign that stands for it on the screen, so that colour is never alone.
    pub const fn sign(self) -> char {
        match self {
            Self::SameQuote | Self::SameFact => '=',
            Self::Partial => '~',
            Self::Conflict => '≠',
        }
    }
}

pub use aligner::{Aligner, Material};
pub(crate) use candidates::PRINTED;
pub use copies::{Copied, copies};
pub use readings::Readings;
pub use reason::{Reason, Slot, equal, listed};

pub(crate) use slots::corrects;
pub(crate) use vocabulary::Vocabulary;

pub(crate) use quantity::{
    Counted, agree as figures_agree, extent as figure_extent, setting as figure_setting,
};

/// Two passages of two articles that tell the same thing, or contradict each other about it.
#[derive(Debug, Clone)]
pub struct Alignment {
    /// The passage of the article that comes first in the dossier.
    pub a: Passage,
    /// The passage of the other one.
    pub b: Passage,
    /// How they stand to each other.
    pub relation: Relation,
    /// How sure the match is, from 0 to 1; [`MATCH`] is where a match starts on any dossier.
    pub score: f32,
    /// Whether the two passages are of two languages, which makes the match less sure.
    pub crossing: bool,
    /// The part of `a` and that of `b` which match, in bytes, where that is less than the passage.
    pub parts: [Option<Span>; 2],
    /// Why, strongest first.
    pub why: Vec<Reason>,
}

/// The score from which a pair is a match, unless the reader sets another strength.
pub const MATCH: f32 = 0.5;

/// The score below which a pair is not worth keeping at any strength.
pub const FLOOR: f32 = 0.3;

/// The pairs of a dossier, both parts by `a`, then by `b`.
#[derive(Debug, Clone, Default)]
pub struct Aligned {
    /// Matches: those that score [`MATCH`] or more.
    pub matches: Vec<Alignment>,
    /// Those below, down to [`FLOOR`]: likely enough that nobody should be told a passage stands in
    /// one outlet alone, and what a lower strength brings in.
    pub loose: Vec<Alignment>,
    /// How many passages are printed by more than [`PRINTED`] others in nearly the same words, and were
    /// held against the first of these alone.
    pub printed: usize,
}

/// Aligns every article with every other one.
pub fn align(material: Material<'_>) -> Aligned {
    Aligner::new(material).1
}

/// Aligns every article with every other one; of those that are as they were when `readings` were
/// kept, the passages are not read again. The result is that of [`align`], or, once it is not `wanted` any
/// more, means nothing.
pub fn align_while(
    material: Material<'_>,
    readings: Option<&mut Readings>,
    wanted: &(dyn Fn() -> bool + Sync),
) -> Aligned {
    Aligner::with(material, readings, wanted).1
}
