//! In which order the other outlets stand in a row, and which of them are on the screen.

use super::Compare;
use crate::align::Relation;
use crate::dossier::level::Level;

impl Compare {
    /// Whether every row puts first who has its passage. Whole articles are read down their columns, which
    /// therefore stay where they are.
    pub const fn follows(&self) -> bool {
        !self.whole && !self.fixed
    }

    /// The columns of the others as a row has them: first those that contradict its passage, then those
    /// that tell the same, then those that tell a part of it, and the silent ones last.
    pub fn order(&self, level: &Level) -> Vec<usize> {
        let all = 1..=self.others.len();
        if !self.follows() {
            return all.collect();
        }
        let rank = |relation| match relation {
            Relation::Conflict => 0,
            Relation::SameQuote | Relation::SameFact => 1,
            Relation::Partial => 2,
        };
        let mut having: Vec<(u8, usize)> = level
            .told
            .iter()
            .filter_map(|told| {
                let article = self.article_in(told.column);
                let at = self.others.iter().position(|&other| other == article)?;
                Some((rank(told.relation?), at + 1))
            })
            .collect();
        having.sort_unstable();
        let mut listed = vec![false; self.others.len() + 1];
        let once = |column: &usize| !std::mem::replace(&mut listed[*column], true);
        having.into_iter().map(|(_, column)| column).chain(all).filter(once).collect()
    }

    /// How many of the others a row shows.
    pub(super) fn slots(&self) -> usize {
        match (self.arrangement.stacked(), self.whole) {
            (true, true) => 1,
            (true, false) => self.others.len(),
            (false, _) => self.arrangement.columns - 1,
        }
    }

    /// The columns on the screen where they are the same for all rows: the article itself, then those
    /// compared from [`Compare::first`] on.
    pub fn standing(&self) -> Vec<usize> {
        std::iter::once(0).chain((self.first + 1..=self.others.len()).take(self.slots())).collect()
    }

    /// The columns on the screen in a row, the article itself first.
    pub fn visible(&self, row: usize) -> Vec<usize> {
        let Some(level) = self.level(row).filter(|_| self.follows()) else { return self.standing() };
        let order = self.order(level);
        let from = self.shift(row, &order);
        std::iter::once(0).chain(order.into_iter().skip(from).take(self.slots())).collect()
    }

    /// How many of the row's others stand off the screen on the left, for the cursor's to be on it.
    fn shift(&self, row: usize, order: &[usize]) -> usize {
        let at = order.iter().position(|&column| row == self.row && column == self.column);
        at.map_or(0, |at| (at + 1).saturating_sub(self.slots()))
    }

    /// The row under the cursor and how far it is shifted, where it is.
    pub(super) fn shifted(&self) -> Option<(usize, usize)> {
        let level = self.current().filter(|_| self.follows())?;
        let shift = self.shift(self.row, &self.order(level));
        (shift > 0).then_some((self.row, shift))
    }

    /// Leaves a cell in which its outlet is silent for that of one which is not, where rows follow the
    /// passage and stand side by side.
    pub(super) fn go_where_it_is_told(&mut self) {
        if !self.follows() || self.arrangement.stacked() || self.column == 0 || !self.cell().is_empty() {
            return;
        }
        if let Some(first) = self.current().and_then(|level| self.order(level).first().copied()) {
            self.column = first;
        }
    }
}
