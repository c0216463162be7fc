//! Which passages of two outlets tell the same thing, and how far they agree.

use rayon::prelude::*;

use crate::actors::Actor;
use crate::article::{Article, Span};
use crate::claims::{Claim, Figure};
use crate::text::Text;

mod candidates;
mod conflict;
mod quantity;
mod relation;
mod score;
mod slots;
mod telling;
mod terms;
mod vectors;

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

/// Why two passages were aligned, for the line beside the pair.
#[derive(Debug, Clone, PartialEq)]
pub enum Reason {
    /// They quote the same words, so many of them.
    Quote(usize),
    /// They share a figure, as the first passage writes it.
    Figure(String),
    /// They name the same actors.
    Actors(Vec<String>),
    /// They share rare words, as the first passage writes them.
    Words(Vec<String>),
    /// They differ on a slot, such as a quantity: the words of either side.
    Differ(String, String),
    /// Both agree with a passage of a third outlet.
    Outlets(usize),
}

impl std::fmt::Display for Reason {
    /// The form that the JSON carries, in English; the reader words it in its own language.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Quote(words) => write!(f, "quote {words} words"),
            Self::Figure(text) => write!(f, "figure {text}"),
            Self::Actors(names) => write!(f, "actors {}", names.join(", ")),
            Self::Words(words) => write!(f, "words {}", words.join(", ")),
            Self::Differ(a, b) => write!(f, "differ {a} | {b}"),
            Self::Outlets(count) => write!(f, "outlets {count}"),
        }
    }
}

pub(crate) use quantity::{agree as figures_agree, key as figure_key};

/// Two passages of two articles that tell the same thing, or contradict each other about it.
#[derive(Debug, Clone)]
pub struct Alignment {
    /// The passage of the article that comes first in the dossier.
    pub a: Passage,
    /// The passage of the other one.
    pub b: Passage,
    /// How they stand to each other.
    pub relation: Relation,
    /// How sure the match is, from 0 to 1.
    pub score: f32,
    /// Why, strongest first.
    pub why: Vec<Reason>,
}

/// Aligns every article with every other one; pairs come by `a`, then by `b`.
pub fn align(
    articles: &[Article],
    texts: &[Text],
    actors: &[Actor],
    claims: &[Claim],
    figures: &[Figure],
) -> Vec<Alignment> {
    let telling::Tellings { mut list, names } = telling::read(articles, texts, actors, figures, claims);
    let idf = vectors::rarity(&list, names.len());
    vectors::weigh(&mut list, &idf);
    let pairs = candidates::find(&list, names.len());
    let scored = score::score(&list, &pairs);
    let quantities = conflict::Quantities::new(figures, articles);
    let context = relation::Context {
        articles,
        tellings: &list,
        names: &names,
        idf: &idf,
        rarest: idf.iter().copied().fold(0.0, f32::max),
        actors,
        figures,
        claims,
        quantities: &quantities,
    };
    scored.par_iter().filter_map(|pair| relation::relate(&context, pair)).collect()
}
