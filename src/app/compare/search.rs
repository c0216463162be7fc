//! The search in a comparison: `/`, then `n` and `N`, from cell to cell.

use super::{Cell, Compare};
use crate::article::Span;
use crate::dossier::Dossier;
use crate::search::in_text::Occurrences;

/// What is searched for, and the cells that hold it.
#[derive(Debug, Clone, Default)]
pub struct Search {
    /// What was typed; nothing is searched for while it is blank.
    pub typed: String,
    /// The row and the column of every cell that holds it, in order.
    pub found: Vec<(usize, usize)>,
    /// What the cells were looked through for.
    looked: Option<Looked>,
}

/// What a search depends on: anything else asks for a new one.
type Looked = (String, super::Built, super::Filter, Vec<usize>);

impl Compare {
    /// Looks the cells through again where something has changed.
    pub(super) fn settle_search(&mut self, dossier: &Dossier) {
        let Some(built) = &self.built else { return };
        if self.search.typed.trim().is_empty() {
            self.search = Search::default();
            return;
        }
        // A row that follows its passage can show every outlet that has it.
        let columns = if self.follows() { (0..=self.others.len()).collect() } else { self.standing() };
        let wanted = (self.search.typed.clone(), built.clone(), self.filter, columns);
        if self.search.looked.as_ref() == Some(&wanted) {
            return;
        }
        let mut found = Vec::new();
        for row in 0..self.rows.len() {
            for &column in &wanted.3 {
                let Some(at) = self.level_column(column) else { continue };
                let text = &dossier.articles[self.article_of(column)].text;
                let cell = self.level(row).map_or(&[][..], |level| level.of(at));
                if cell.iter().any(|told| !Occurrences::find(told.span.of(text), &wanted.0).is_empty()) {
                    found.push((row, column));
                }
            }
        }
        self.search.found = found;
        self.search.looked = Some(wanted);
    }

    /// The places in a cell's lines that the search found, in bytes of its article.
    pub fn matches_in(&self, dossier: &Dossier, cell: &Cell) -> Vec<Span> {
        if self.search.typed.trim().is_empty() {
            return Vec::new();
        }
        let text = &dossier.articles[self.article_of(cell.column)].text;
        let of = |span: Span| {
            let found = Occurrences::find(span.of(text), &self.search.typed);
            found
                .spans()
                .iter()
                .map(|at| Span::new(at.start + span.start, at.end + span.start))
                .collect::<Vec<_>>()
        };
        cell.passages.iter().flat_map(|(told, _)| of(told.span)).collect()
    }

    /// Goes to the first cell that holds what is searched for, from `row` on and round.
    pub fn go_to_match_from(&mut self, row: usize) {
        let from = self.search.found.partition_point(|&(found, _)| found < row);
        if let Some(&(row, column)) = self.search.found.get(from).or(self.search.found.first()) {
            (self.row, self.column) = (row, column);
        }
    }

    /// Goes to the next cell that holds it, or the previous one, going round at the ends.
    pub fn step_search(&mut self, back: bool) -> bool {
        let found = &self.search.found;
        let here = (self.row, self.column);
        let next = if back {
            found.iter().rev().find(|at| **at < here).or(found.last())
        } else {
            found.iter().find(|at| **at > here).or(found.first())
        };
        let next = next.copied();
        if let Some(next) = next {
            (self.row, self.column) = next;
        }
        next.is_some()
    }

    /// Which of the cells found the cursor is on, counted from 1, and how many there are.
    pub fn match_number(&self) -> (Option<usize>, usize) {
        let at = self.search.found.binary_search(&(self.row, self.column)).ok();
        (at.map(|at| at + 1), self.search.found.len())
    }
}
