//! The coverage's tab: how much of each article others have, then facts, claims, actors and figures
//! against the outlets, most widely told or most disputed first.
//!
//! `h` and `l` go from cell to cell of an entry, and so from outlet to outlet; without a cell the entry
//! is meant as a whole.

use std::collections::HashSet;
use std::sync::{Arc, Weak};

use crate::align::Passage;
use crate::article::Span;
use crate::dossier::Dossier;
use crate::dossier::coverage::{Cell, cell_of};
use crate::dossier::matrix::{self, Entry, Filter, Label, Pick, Section, Sort};

/// A part of the list, under a heading of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// How much of each article others have.
    Shares,
    /// Things of one kind.
    Section(Section),
}

/// A line of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// How much of an article others have.
    Share(usize),
    /// Something that articles have or have not.
    Entry(Entry),
}

impl What {
    const fn part(self) -> Part {
        match self {
            Self::Share(_) => Part::Shares,
            Self::Entry(entry) => Part::Section(entry.section()),
        }
    }

    /// What the articles that have it make of it.
    pub fn cells(self, dossier: &Dossier) -> Vec<Cell> {
        match self {
            Self::Share(_) => Vec::new(),
            Self::Entry(entry) => entry.cells(dossier),
        }
    }
}

/// How the cells of an entry stand beside its label, or below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grid {
    /// Whether they stand beside the label; else on a row of their own.
    pub beside: bool,
    /// Columns that each takes; 0 where there is no room for all, and they are counted instead.
    pub each: usize,
    /// Columns before the first one.
    pub start: usize,
}

/// The columns that a label has at least where the cells stand beside it.
const LABEL: usize = 44;

/// The most columns of a cell: what an outlet's name takes.
const WIDEST: usize = 22;

impl Grid {
    /// The cells of `articles` articles in a panel of `columns` columns.
    pub fn new(columns: usize, articles: usize) -> Self {
        let count = articles.max(1);
        if columns >= LABEL + 3 * count {
            let each = ((columns - LABEL) / count).clamp(3, WIDEST);
            return Self { beside: true, each, start: columns - each * count - 1 };
        }
        let room = columns.saturating_sub(3 + 6);
        let each = [3, 2].into_iter().find(|each| each * count <= room).unwrap_or(0);
        Self { beside: false, each, start: 2 }
    }
}

/// The state of the tab.
#[derive(Debug, Clone, Default)]
pub struct Coverage {
    /// What is listed first.
    pub sort: Sort,
    /// What is let through.
    pub filter: Filter,
    /// The article whose cell the cursor is on; none while it is on the entry as a whole.
    pub cell: Option<usize>,
    /// Letters that stand for each article where its name has no room.
    pub codes: Vec<String>,
    entries: Vec<What>,
    total: usize,
    built: Option<(Weak<Dossier>, Sort, Filter)>,
}

impl Coverage {
    /// The entries, from the top down.
    pub fn entries(&self) -> &[What] {
        &self.entries
    }

    /// How many entries there are without the filter.
    pub fn total(&self) -> usize {
        self.total.max(self.shown())
    }

    /// How many things are listed.
    pub fn shown(&self) -> usize {
        self.entries.iter().filter(|what| matches!(what, What::Entry(_))).count()
    }

    /// How many entries a part has.
    pub fn count_of(&self, part: Part) -> usize {
        self.entries.iter().filter(|what| what.part() == part).count()
    }

    /// Whether anything is held back.
    pub fn filtered(&self) -> bool {
        self.filter != Filter::default()
    }

    /// Lists everything anew where something that decides about it has changed; says whether it did.
    pub fn build(&mut self, dossier: &Arc<Dossier>) -> bool {
        let fresh = self.built.as_ref().is_some_and(|(known, sort, filter)| {
            known.ptr_eq(&Arc::downgrade(dossier)) && *sort == self.sort && *filter == self.filter
        });
        if fresh {
            return false;
        }
        let articles = dossier.articles.len();
        if !self.built.as_ref().is_some_and(|(known, ..)| known.ptr_eq(&Arc::downgrade(dossier))) {
            self.codes = codes(dossier.articles.iter().map(|article| article.label()));
        }
        if let Some(Pick::Only(at) | Pick::Missing(at)) = self.filter.pick
            && at >= articles
        {
            self.filter.pick = None;
        }
        self.cell = self.cell.filter(|at| *at < articles);
        self.built = Some((Arc::downgrade(dossier), self.sort, self.filter));
        self.total = matrix::count(dossier);
        let listed = matrix::entries(dossier, self.sort, self.filter);
        let shares = if self.filtered() || !dossier.analysed || articles < 2 { 0 } else { articles };
        self.entries = (0..shares).map(What::Share).chain(listed.into_iter().map(What::Entry)).collect();
        true
    }

    /// The entry and the cell of it at a place of the panel, counted from its first column and the row of
    /// the entry; no cell where the place is beside them.
    pub fn cell_at(&self, articles: usize, columns: usize, column: usize, row: usize) -> Option<usize> {
        let grid = Grid::new(columns, articles);
        if grid.each == 0 || row != usize::from(!grid.beside) {
            return None;
        }
        let at = column.checked_sub(grid.start)? / grid.each;
        (at < articles).then_some(at)
    }

    /// The part that an entry begins.
    pub fn begins(&self, entry: usize) -> Option<Part> {
        let part = self.entries.get(entry)?.part();
        let before = entry.checked_sub(1).and_then(|before| self.entries.get(before));
        (before.map(|what| what.part()) != Some(part)).then_some(part)
    }

    /// The part that an entry is in.
    pub fn part_of(&self, entry: usize) -> Option<Part> {
        self.entries.get(entry).map(|what| what.part())
    }

    /// Rows of an entry at `columns` columns: the heading over it, and itself.
    pub fn rows(&self, articles: usize, columns: usize, entry: usize, on_top: bool) -> (usize, usize) {
        let heading = usize::from(on_top || self.begins(entry).is_some());
        let own = match self.entries.get(entry) {
            Some(What::Entry(_)) if !Grid::new(columns, articles).beside => 2,
            _ => 1,
        };
        (heading, own)
    }

    /// The first entry of the next part, or of this one and the parts before it.
    pub fn part_from(&self, entry: usize, back: bool) -> Option<usize> {
        let begins = |at: &usize| self.begins(*at).is_some();
        if back { (0..entry).rev().find(begins) } else { (entry + 1..self.entries.len()).find(begins) }
    }

    /// The entry that the article tells in a passage: the one under the cursor where it is one.
    pub fn entry_for(
        &self,
        dossier: &Dossier,
        cursor: usize,
        article: usize,
        passage: Span,
    ) -> Option<usize> {
        let told =
            |cells: &[Cell]| cell_of(cells, article).is_some_and(|cell| cell.passage.span.overlaps(passage));
        let there = |what: &What| match what {
            What::Entry(Entry::Fact(at)) => told(&dossier.coverage.facts[*at].cells),
            What::Entry(Entry::OwnPassage(of, at)) => {
                *of == article
                    && dossier.texts[*of].sentences.get(*at).is_some_and(|own| own.span.overlaps(passage))
            }
            _ => false,
        };
        if self.entries.get(cursor).is_some_and(there) {
            return Some(cursor);
        }
        self.entries.iter().position(there)
    }

    /// The passage that an entry is compared from: that of the article shown, else the one that stands
    /// for it.
    pub fn target(&self, dossier: &Dossier, cursor: usize, article: usize) -> Option<Passage> {
        let What::Entry(entry) = *self.entries.get(cursor)? else { return None };
        let cells = entry.cells(dossier);
        let label = match entry.label(dossier) {
            Label::Passage(passage) => Some(passage),
            Label::Actor(_) | Label::Quantity(_) => cells.first().map(|cell| cell.passage),
        };
        cell_of(&cells, article).map(|cell| cell.passage).or(label)
    }

    /// Moves from cell to cell, or on to the first one; says whether there is one to move to. Where the
    /// cells are counted, the articles that have the entry are gone through.
    pub fn step_cell(&mut self, dossier: &Dossier, cursor: usize, columns: usize, by: isize) -> bool {
        let Some(what @ What::Entry(_)) = self.entries.get(cursor).copied() else { return false };
        let articles = dossier.articles.len();
        let stops: Vec<usize> = if Grid::new(columns, articles).each > 0 {
            (0..articles).collect()
        } else {
            what.cells(dossier).iter().map(|cell| cell.passage.article).collect()
        };
        let at = self.cell.and_then(|cell| stops.iter().position(|stop| *stop == cell));
        let next = match at {
            None if by > 0 => (by.unsigned_abs() - 1).min(stops.len().saturating_sub(1)),
            None => return false,
            Some(at) => match at.checked_add_signed(by) {
                Some(next) => next.min(stops.len().saturating_sub(1)),
                None => {
                    self.cell = None;
                    return true;
                }
            },
        };
        self.cell = stops.get(next).copied();
        self.cell.is_some()
    }
}

/// Letters that stand for each outlet, no two alike: those of its first two words, articles and
/// prepositions left out, else others of its name. A name that begins with a number, as a file's may,
/// has nothing to go by: its place in the list stands for it.
fn codes<'a>(labels: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut taken = HashSet::new();
    labels
        .enumerate()
        .map(|(at, label)| {
            let found = candidates(label).into_iter().find(|code| !taken.contains(code));
            let code = found.unwrap_or_else(|| (at + 1).to_string());
            taken.insert(code.clone());
            code
        })
        .collect()
}

fn candidates(label: &str) -> Vec<String> {
    if label.starts_with(|c: char| c.is_ascii_digit()) {
        return Vec::new();
    }
    let passed_over = |word: &&str| {
        word.chars().any(char::is_alphanumeric)
            && !matches!(
                word.to_lowercase().as_str(),
                "le" | "la" | "les" | "l" | "the" | "de" | "des" | "du" | "d" | "of"
            )
    };
    let words: Vec<&str> = label.split(|c: char| !c.is_alphanumeric()).filter(passed_over).collect();
    let mut letters = words.iter().flat_map(|word| word.chars());
    let Some(first) = letters.next() else { return Vec::new() };
    let second = words.get(1).and_then(|word| word.chars().next());
    let rest: Vec<char> = letters.collect();
    second.into_iter().chain(rest).map(|other| format!("{first}{other}").to_uppercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_outlet_has_letters_of_its_own_and_a_numbered_file_its_number() {
        let labels = ["Le Courrier du Port", "La Côte", "000_5fe0", "The Daily Post", "004_f401"];
        assert_eq!(codes(labels.into_iter()), ["CP", "CÔ", "3", "DP", "5"]);
    }

    #[test]
    fn a_place_of_the_panel_is_a_cell_or_none() {
        let tab = Coverage::default();
        assert_eq!(tab.cell_at(3, 35, 2, 1), Some(0));
        assert_eq!(tab.cell_at(3, 35, 8, 1), Some(2));
        assert_eq!(tab.cell_at(3, 35, 30, 1), None);
        assert_eq!(tab.cell_at(3, 35, 8, 0), None);
        assert_eq!(tab.cell_at(6, 196, 100, 0), Some(1));
    }

    #[test]
    fn the_cells_stand_beside_the_label_where_there_is_room() {
        assert!(Grid::new(196, 6).beside);
        assert_eq!(Grid::new(196, 6).each, 22);
        assert!(!Grid::new(35, 6).beside);
        assert_eq!(Grid::new(35, 6).each, 3);
        assert_eq!(Grid::new(35, 12).each, 2);
        assert_eq!(Grid::new(35, 400).each, 0);
    }

    #[test]
    fn the_cells_never_stand_beyond_the_edge() {
        for columns in 0..260 {
            for articles in 0..40 {
                let grid = Grid::new(columns, articles);
                assert!(
                    grid.each == 0 || grid.start + grid.each * articles <= columns.max(1),
                    "{columns} {articles}"
                );
            }
        }
    }
}
