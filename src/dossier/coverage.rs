//! Who has which fact: facts against articles, absence included.
//!
//! Aligned pairs are joined into facts, strongest first. Two groups become one only where half of
//! the passages of either are aligned with one another, since a chain of half-matches would
//! otherwise tie a whole event into a single fact (average instead of single linkage).

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::Dossier;
use super::matrix::Tally;
use super::quantities::{self, Quantity};
use super::sayings;
use crate::align::{Alignment, Passage, Reason, Relation};

/// The part of the possible pairs between two groups that must be aligned for them to be one fact.
const LINKED: f32 = 0.5;

/// The most passages one fact may hold.
const LARGEST: usize = 5_000;

/// A passage stands for its fact if the others match it nearly as well as they match the best one.
const FAITHFUL: f32 = 0.8;

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
        let facts = || joined(&dossier.alignments.iter().collect::<Vec<_>>());
        let claims = || joined(&sayings::pairs(dossier).iter().collect::<Vec<_>>());
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

/// The facts that pairs tell, widest first.
fn joined(pairs: &[&Alignment]) -> Vec<Fact> {
    let mut facts: Vec<Fact> = Groups::of(pairs).into_iter().map(Group::fact).collect();
    facts.sort_by(|a, b| {
        (b.breadth(), b.disputed()).cmp(&(a.breadth(), a.disputed())).then(a.label.cmp(&b.label))
    });
    facts
}

/// Passages that tell one thing, and the alignments among them.
#[derive(Debug, Default)]
struct Group<'a> {
    passages: Vec<Passage>,
    pairs: Vec<&'a Alignment>,
    /// Pairs of one of its passages with one of another group: matches that did not make one group.
    beside: Vec<&'a Alignment>,
}

/// Groups as they grow together.
struct Groups<'a> {
    groups: Vec<Group<'a>>,
    /// The group that each passage is in.
    of: HashMap<Passage, usize>,
    /// Per group, how many pairs lead to each other group.
    links: Vec<HashMap<usize, usize>>,
}

impl<'a> Groups<'a> {
    /// The groups that alignments join, in no particular order but always the same one.
    fn of(alignments: &[&'a Alignment]) -> Vec<Group<'a>> {
        let mut groups = Self { groups: Vec::new(), of: HashMap::new(), links: Vec::new() };
        for pair in alignments {
            let (a, b) = (groups.place(pair.a), groups.place(pair.b));
            *groups.links[a].entry(b).or_default() += 1;
            *groups.links[b].entry(a).or_default() += 1;
        }
        let mut strongest: Vec<&Alignment> = alignments.to_vec();
        strongest.sort_by(|x, y| y.score.total_cmp(&x.score).then((x.a, x.b).cmp(&(y.a, y.b))));
        for pair in strongest {
            groups.join(pair);
        }
        for pair in alignments {
            let (a, b) = (groups.of[&pair.a], groups.of[&pair.b]);
            if a == b {
                groups.groups[a].pairs.push(pair);
            } else {
                groups.groups[a].beside.push(pair);
                groups.groups[b].beside.push(pair);
            }
        }
        groups.groups.retain(|group| !group.pairs.is_empty());
        groups.groups
    }

    fn place(&mut self, passage: Passage) -> usize {
        let (groups, links) = (&mut self.groups, &mut self.links);
        *self.of.entry(passage).or_insert_with(|| {
            groups.push(Group { passages: vec![passage], ..Group::default() });
            links.push(HashMap::new());
            groups.len() - 1
        })
    }

    /// Makes one group of the two that a pair leads to, if enough of their passages are aligned.
    fn join(&mut self, pair: &Alignment) {
        let (a, b) = (self.of[&pair.a], self.of[&pair.b]);
        if a == b {
            return;
        }
        let linked = self.links[a].get(&b).copied().unwrap_or_default();
        let (into, from) =
            if self.groups[a].passages.len() >= self.groups[b].passages.len() { (a, b) } else { (b, a) };
        let (large, small) = (self.groups[into].passages.len(), self.groups[from].passages.len());
        let same_article = |passage: &Passage| {
            self.groups[into].passages.iter().filter(|other| other.article == passage.article).count()
        };
        // Passages of one article are never aligned with each other, so they are not asked for.
        let own: usize =
            if large + small > 64 { 0 } else { self.groups[from].passages.iter().map(same_article).sum() };
        let possible = (large * small).saturating_sub(own).max(1);
        if (linked as f32) < LINKED * possible as f32 || large + small > LARGEST {
            return;
        }
        let moved = std::mem::take(&mut self.groups[from].passages);
        for &passage in &moved {
            self.of.insert(passage, into);
        }
        self.groups[into].passages.extend(moved);
        for (other, count) in std::mem::take(&mut self.links[from]) {
            self.links[other].remove(&from);
            if other != into {
                *self.links[into].entry(other).or_default() += count;
                *self.links[other].entry(into).or_default() += count;
            }
        }
        self.links[into].remove(&from);
    }
}

impl<'a> Group<'a> {
    fn fact(mut self) -> Fact {
        self.passages.sort_unstable();
        let label = self.label();
        // By article: what it makes of the fact, and how well that matches the label.
        let mut best: BTreeMap<usize, (Cell, f32)> = BTreeMap::new();
        best.insert(label.article, (Cell { says: Says::Fully, passage: label }, f32::MAX));
        for pair in &self.pairs {
            let other = if pair.a == label {
                pair.b
            } else if pair.b == label {
                pair.a
            } else {
                continue;
            };
            if best.get(&other.article).is_none_or(|(_, score)| pair.score > *score) {
                let cell = Cell { says: says(pair.relation), passage: other };
                best.insert(other.article, (cell, pair.score));
            }
        }
        // An article that is not matched with the label goes by those that are: it differs where it
        // contradicts one that agrees. That others contradict one another is no matter of its own.
        let agree: BTreeSet<usize> =
            best.iter().filter(|(_, (cell, _))| cell.says != Says::Differs).map(|(at, _)| *at).collect();
        let against: HashSet<Passage> = self
            .pairs
            .iter()
            .filter(|pair| pair.relation == Relation::Conflict)
            .flat_map(|pair| [(pair.a, pair.b.article), (pair.b, pair.a.article)])
            .filter(|(_, other)| agree.contains(other))
            .map(|(passage, _)| passage)
            .collect();
        for &passage in &self.passages {
            let known = best.get(&passage.article).copied();
            if known.is_some_and(|(cell, score)| cell.says == Says::Differs || score > f32::MIN) {
                continue;
            }
            let cell = if against.contains(&passage) {
                Cell { says: Says::Differs, passage }
            } else {
                Cell { says: Says::Partly, passage: known.map_or(passage, |(cell, _)| cell.passage) }
            };
            best.insert(passage.article, (cell, f32::MIN));
        }
        for (cell, pair) in self.lent(label, &agree) {
            best.entry(cell.passage.article).or_insert_with(|| {
                self.pairs.push(pair);
                (cell, f32::MIN)
            });
        }
        let cells = best.into_values().map(|(cell, _)| cell).collect();
        let (distance, apart) = (self.distance(), self.apart());
        Fact { label, cells, passages: self.passages, distance, apart }
    }

    /// What articles tell of it in passages that belong to other facts, the most telling first: who has
    /// a match is not silent, whatever else the passage says.
    fn lent(&self, label: Passage, agree: &BTreeSet<usize>) -> Vec<(Cell, &'a Alignment)> {
        let mut lent: Vec<(Cell, &'a Alignment)> = Vec::new();
        for &pair in &self.beside {
            let own = self.passages.binary_search(&pair.a).is_ok();
            let (own, passage) = if own { (pair.a, pair.b) } else { (pair.b, pair.a) };
            let says = match pair.relation {
                Relation::Conflict if agree.contains(&own.article) => Says::Differs,
                Relation::SameQuote | Relation::SameFact if own == label => Says::Fully,
                // What overlaps with one telling in part need not touch what the tellings share.
                Relation::Partial if own != label => continue,
                _ => Says::Partly,
            };
            lent.push((Cell { says, passage }, pair));
        }
        let telling = |cell: &Cell| (cell.says != Says::Differs, cell.says != Says::Fully);
        lent.sort_by(|(x, a), (y, b)| {
            telling(x).cmp(&telling(y)).then(b.score.total_cmp(&a.score)).then((a.a, a.b).cmp(&(b.a, b.b)))
        });
        lent
    }

    fn distance(&self) -> f32 {
        let of = |pair: &&Alignment| match pair.relation {
            Relation::SameQuote | Relation::SameFact => 0.0,
            Relation::Partial => 0.5,
            Relation::Conflict => 1.0,
        };
        self.pairs.iter().map(of).sum::<f32>() / self.pairs.len().max(1) as f32
    }

    /// What the surest contradiction is about, else whether all of them agree.
    fn apart(&self) -> Apart {
        let surest = self
            .pairs
            .iter()
            .filter(|pair| pair.relation == Relation::Conflict)
            .max_by(|x, y| x.score.total_cmp(&y.score).then((y.a, y.b).cmp(&(x.a, x.b))));
        let differ = |reason: &&Reason| matches!(reason, Reason::Differ(..));
        if let Some(reason) = surest.and_then(|pair| pair.why.iter().find(differ)) {
            return Apart::Differ(reason.clone());
        }
        let drifted = |pair: &&&Alignment| pair.why.iter().any(|reason| matches!(reason, Reason::Drift(..)));
        let reworded = |pair: &&&Alignment| pair.relation == Relation::Partial || drifted(pair);
        if self.pairs.iter().any(|pair| reworded(&pair)) { Apart::Reworded } else { Apart::Agree }
    }

    /// The shortest passage that the others match nearly as well as the one they match best.
    fn label(&self) -> Passage {
        let mut strength: HashMap<Passage, f32> = HashMap::new();
        // Who contradicts the others does not speak for them.
        for pair in self.pairs.iter().filter(|pair| pair.relation != Relation::Conflict) {
            *strength.entry(pair.a).or_default() += pair.score;
            *strength.entry(pair.b).or_default() += pair.score;
        }
        let of = |passage: &Passage| strength.get(passage).copied().unwrap_or_default();
        let best = self.passages.iter().map(of).fold(0.0, f32::max);
        self.passages
            .iter()
            .copied()
            .filter(|passage| of(passage) >= FAITHFUL * best)
            .min_by_key(|passage| (passage.span.len(), *passage))
            .or_else(|| self.passages.first().copied())
            .unwrap_or_default()
    }
}

fn says(relation: Relation) -> Says {
    match relation {
        Relation::SameQuote | Relation::SameFact => Says::Fully,
        Relation::Partial => Says::Partly,
        Relation::Conflict => Says::Differs,
    }
}
