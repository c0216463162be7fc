//! Who has which fact: facts against articles, absence included.

use super::Dossier;
use crate::align::Passage;

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

/// One fact and who has it.
#[derive(Debug, Clone)]
pub struct Fact {
    /// The passage that stands for it: the shortest faithful one.
    pub label: Passage,
    /// One per article of the dossier: whether it has the fact, and where.
    pub cells: Vec<(Says, Option<Passage>)>,
}

impl Fact {
    /// How many articles have it, wholly or partly or otherwise.
    pub fn breadth(&self) -> usize {
        self.cells.iter().filter(|(says, _)| *says != Says::Absent).count()
    }

    /// Whether an article tells it differently.
    pub fn disputed(&self) -> bool {
        self.cells.iter().any(|(says, _)| *says == Says::Differs)
    }
}

/// The facts that at least two articles have, widest first.
#[derive(Debug, Clone, Default)]
pub struct Coverage {
    /// The facts.
    pub facts: Vec<Fact>,
}

impl Coverage {
    /// Joins the alignments of `dossier` into facts.
    pub fn new(dossier: &Dossier) -> Self {
        let _ = dossier;
        Self::default()
    }
}
