//! Moving about in a comparison.

use super::super::layout::Area;
use super::{Compare, Laid};

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
        let visible = self.visible(row);
        let said = |column: &usize| self.level_column(*column).is_some_and(|at| !level.of(at).is_empty());
        visible.into_iter().filter(said).take(super::MOST_STACKED + 1).collect()
    }

    /// Moves by `by` rows.
    pub fn step_row(&mut self, by: isize) {
        self.row = self.row.saturating_add_signed(by).min(self.rows.len().saturating_sub(1));
        if self.arrangement.stacked() {
            self.column = self.columns_of(self.row).first().copied().unwrap_or(0);
        }
        self.go_where_it_is_told();
    }

    /// Moves by `halves` half screens of rows.
    pub fn page_by(&mut self, halves: isize) {
        let seen = (self.top.0..self.rows.len()).take_while(|&row| self.laid(row).is_some()).count();
        let half = isize::try_from(seen / 2).unwrap_or(1).max(1);
        self.step_row(halves.saturating_mul(half));
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
            self.go_where_it_is_told();
        }
        found.is_some()
    }

    /// Moves to the cell on the right, or on the left.
    pub fn step_column(&mut self, by: isize) {
        let order = self.current().map(|level| self.order(level)).unwrap_or_default();
        let at = order.iter().position(|&column| column == self.column).map_or(0, |at| at + 1);
        let to = at.saturating_add_signed(by).min(order.len());
        self.column = to.checked_sub(1).map_or(0, |to| order[to]);
    }

    /// The row and the cell under a place of the screen; none beside the passages.
    pub fn cell_at(&self, area: Area, column: u16, row: u16) -> Option<(usize, usize)> {
        let below = usize::from(row.checked_sub(area.y + self.head(area))?);
        if below >= usize::from(self.room(area)) {
            return None;
        }
        let mut line = below + self.top.1;
        for at in self.top.0..self.rows.len() {
            let laid = self.laid(at)?;
            if line < laid.height {
                return Some((at, self.column_of(laid, area, column, line)));
            }
            line -= laid.height;
        }
        None
    }

    /// The cell of a row at a column of the screen, or when stacked at a line of the row.
    fn column_of(&self, laid: &Laid, area: Area, column: u16, line: usize) -> usize {
        if !self.arrangement.stacked() {
            let cell = self.place_at(area, column).and_then(|place| laid.cells.get(place));
            return cell.map_or(self.column, |cell| cell.column);
        }
        let mut end = 0;
        let under = laid.cells.iter().find(|cell| {
            end += cell.height();
            line < end
        });
        under.or(laid.cells.last()).map_or(0, |cell| cell.column)
    }

    /// The column of the comparison whose name stands at a column of the screen, where names stand above
    /// all rows.
    pub fn column_at(&self, area: Area, column: u16) -> Option<usize> {
        let place = self.place_at(area, column)?;
        if self.follows() { (place == 0).then_some(0) } else { self.standing().get(place).copied() }
    }

    /// Which of the columns on the screen, from 0, a column of the screen belongs to.
    fn place_at(&self, area: Area, column: u16) -> Option<usize> {
        Some(usize::from(column.checked_sub(area.x)? / self.arrangement.width.max(1)))
    }

    /// Where the choice of outlets stands.
    pub fn choice_area(&self, area: Area) -> Area {
        let width = area.width.saturating_sub(4).min(60);
        let height = u16::try_from(self.shown.len() + 2).unwrap_or(u16::MAX).min(area.height);
        Area { x: area.x + (area.width - width) / 2, y: area.y + (area.height - height) / 2, width, height }
    }

    /// The outlet of the choice that is listed first, where not all fit.
    pub fn choice_top(&self, area: Area) -> usize {
        let rows = usize::from(self.choice_area(area).inner().height);
        (self.choosing.unwrap_or(0) + 1).saturating_sub(rows)
    }

    /// The outlet of the choice under a place of the screen.
    pub fn choice_at(&self, area: Area, column: u16, row: u16) -> Option<usize> {
        let inner = self.choice_area(area).inner();
        if !inner.contains(column, row) {
            return None;
        }
        let entry = self.choice_top(area) + usize::from(row - inner.y);
        (entry < self.shown.len()).then_some(entry)
    }
}
