//! Moving about in a comparison.

use super::Compare;

impl Compare {
    /// Moves down by `by` cells when stacked, by rows when side by side.
    pub fn step(&mut self, by: isize) {
        if !self.arrangement.stacked() {
            self.step_row(by);
            return;
        }
        for _ in 0..by.unsigned_abs().min(1_000) {
            let columns = self.columns_of(self.row);
            let at = columns.iter().position(|column| *column == self.column).unwrap_or(0);
            if by > 0 {
                match columns.get(at + 1) {
                    Some(column) => self.column = *column,
                    None if self.row + 1 < self.rows.len() => {
                        self.row += 1;
                        self.column = self.columns_of(self.row).first().copied().unwrap_or(0);
                    }
                    None => {}
                }
            } else if at > 0 {
                self.column = columns[at - 1];
            } else if self.row > 0 {
                self.row -= 1;
                self.column = self.columns_of(self.row).last().copied().unwrap_or(0);
            }
        }
    }

    /// The columns that a row shows something in, stacked.
    fn columns_of(&self, row: usize) -> Vec<usize> {
        let Some(level) = self.level(row) else { return vec![0] };
        let visible = self.visible();
        let said = |column: &usize| self.level_column(*column).is_some_and(|at| !level.of(at).is_empty());
        visible.into_iter().filter(said).take(super::MOST_STACKED + 1).collect()
    }

    /// Moves by `by` rows.
    pub fn step_row(&mut self, by: isize) {
        self.row = self.row.saturating_add_signed(by).min(self.rows.len().saturating_sub(1));
        if self.arrangement.stacked() {
            self.column = self.columns_of(self.row).first().copied().unwrap_or(0);
        }
    }

    /// Goes to a row, counted from 0.
    pub fn go_to_row(&mut self, row: usize) {
        self.row = row.min(self.rows.len().saturating_sub(1));
        self.step_row(0);
    }

    /// Moves to the next row, or the previous one, that two articles have.
    pub fn step_match(&mut self, back: bool) -> bool {
        let has = |row: &usize| self.level(*row).is_some_and(|level| !level.alone());
        let found =
            if back { (0..self.row).rev().find(has) } else { (self.row + 1..self.rows.len()).find(has) };
        if let Some(row) = found {
            self.row = row;
            if self.arrangement.stacked() {
                self.column = 0;
            }
        }
        found.is_some()
    }

    /// Moves to the cell on the right, or on the left.
    pub fn step_column(&mut self, by: isize) {
        self.column = self.column.saturating_add_signed(by).min(self.others.len());
    }
}
