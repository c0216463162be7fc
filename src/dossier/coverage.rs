//! Who has which fact: facts against articles, absence included.

use std::collections::HashMap;

use super::Dossier;
use super::matrix::Tally;
use super::quantities::{self, Quantity};
use super::sayings;
use crate::align::{PRINTED, Passage, Reason};

mod joined;

/// Whether an article has a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Says {
    /// It says it.
    Fully,
    /// It says part of it, or in other words.
    Partly,
    /// It says something else about it.
    Differs,
    /// No match was found in it.
    Absent,
}

impl Says {
    /// The sign on the screen, so that colour is never alone.
    pub const fn sign(self) -> char {
        match self {
            Self::Fully => '●',
            Self::Partly => '◐',
            Self::Differs => '≠',
            Self::Absent => '·',
        }
    }
}

/// What one article makes of a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    /// Whether it has it.
    pub says: Says,
    /// Where.
    pub passage: Passage,
}

/// How far apart the tellings of a fact are, in a word.
#[derive(Debug, Clone, PartialEq)]
pub enum Apart {
    /// They agree.
    Agree,
    /// They say it in other words, or one says more.
    Reworded,
    /// They differ: on what, and the words of either side.
    Differ(Reason),
}

/// One fact and who has it.
#[derive(Debug, Clone)]
pub struct Fact {
    /// The passage that stands for it: the shortest faithful one.
    pub label: Passage,
    /// The articles that have it, in the order of the dossier; all others are silent.
    pub cells: Vec<Cell>,
    /// Every passage that tells it first of all, by article, then by position. A cell may show one that
    /// belongs to another fact and tells something of this one too.
    pub passages: Vec<Passage>,
    /// How far apart the tellings are, from 0 where all agree to 1 where all contradict one another:
    /// the mean over its pairs, one half for a partial match.
    pub distance: f32,
    /// The same in a word.
    pub apart: Apart,
}

impl Fact {
    /// How many articles have it, wholly or partly or otherwise.
    pub fn breadth(&self) -> usize {
        self.cells.len()
    }

    /// Whether an article tells it differently.
    pub fn disputed(&self) -> bool {
        self.cells.iter().any(|cell| cell.says == Says::Differs)
    }

    /// What an article makes of it; none where no match was found in it.
    pub fn cell(&self, article: usize) -> Option<&Cell> {
        cell_of(&self.cells, article)
    }

    /// Whether an article has it.
    pub fn says(&self, article: usize) -> Says {
        self.cell(article).map_or(Says::Absent, |cell| cell.says)
    }
}

/// The cell of an article among those of one fact, which are in the order of the dossier.
pub fn cell_of(cells: &[Cell], article: usize) -> Option<&Cell> {
    let at = cells.binary_search_by_key(&article, |cell| cell.passage.article).ok()?;
    cells.get(at)
}

/// The facts that at least two articles have, widest first.
#[derive(Debug, Clone, Default)]
pub struct Coverage {
    /// The facts.
    pub facts: Vec<Fact>,
    /// What somebody says that at least two articles report; its passages are the claims' own spans.
    pub claims: Vec<Fact>,
    /// Every quantity, those that differ first, those that one article alone gives last.
    pub quantities: Vec<Quantity>,
    /// Per figure of the dossier, the quantity it gives.
    pub quantity_of: Vec<usize>,
    /// What everything that is listed against the articles is sorted by.
    pub tallies: Vec<Tally>,
    /// The fact that each aligned passage tells.
    by_passage: HashMap<Passage, usize>,
}

impl Coverage {
    /// Joins the alignments of `dossier` into facts; the tallies are counted once it is the dossier's.
    pub fn new(dossier: &Dossier) -> Self {
        let foreign = &joined::foreign(dossier);
        // What is printed widely was aligned with its first printings alone; no more links can be had.
        let links = if dossier.printed > 0 { PRINTED } else { usize::MAX };
        let facts = || joined::facts(&dossier.alignments.iter().collect::<Vec<_>>(), foreign, links);
        let claims = || joined::facts(&sayings::pairs(dossier).iter().collect::<Vec<_>>(), foreign, links);
        let ((facts, claims), quantities) =
            rayon::join(|| rayon::join(facts, claims), || quantities::find(dossier));
        let by_passage = facts
            .iter()
            .enumerate()
            .flat_map(|(at, fact)| fact.passages.iter().map(move |&passage| (passage, at)))
            .collect();
        let mut quantity_of = vec![0; dossier.figures.len()];
        for (at, quantity) in quantities.iter().enumerate() {
            for &figure in &quantity.figures {
                quantity_of[figure] = at;
            }
        }
        Self { facts, claims, quantities, quantity_of, by_passage, tallies: Vec::new() }
    }

    /// The index of the fact that an aligned passage tells.
    pub fn fact_of(&self, passage: Passage) -> Option<usize> {
        self.by_passage.get(&passage).copied()
    }
}
