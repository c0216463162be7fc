//! Clicks in the comparison and in the coverage: the first one selects, a second on the same place
//! opens, as Enter does.

use super::super::App;
use super::super::action::Action;
use super::super::effect::{Effect, Mouse};
use super::super::layout::Area;
use super::super::side::Tab;
use super::super::side::coverage::Grid;
use crate::dossier::Cut;
use crate::text::width::width;

impl App {
    /// A click while the comparison is foremost.
    pub(super) fn click_in_comparison(&mut self, mouse: Mouse, effects: &mut Vec<Effect>) {
        let layout = self.layout();
        let area = layout.compare;
        let Some(compare) = &mut self.compare else { return };
        if compare.choosing.is_some() {
            match compare.choice_at(area, mouse.column, mouse.row) {
                Some(entry) => {
                    compare.choosing = Some(entry);
                    self.run(Action::PageDown, None, effects);
                }
                // Beside the list: what is ticked counts.
                None => self.run(Action::Open, None, effects),
            }
            return;
        }
        if !area.contains(mouse.column, mouse.row) {
            let list = Area { x: 0, width: area.x, ..layout.middle }.inner();
            if list.contains(mouse.column, mouse.row)
                && let Some(article) = self.list.entry_at(mouse.row - list.y)
                && article < self.dossier.articles.len()
                && article != compare.base
            {
                compare.start_from(&self.dossier, article);
                self.list.cursor = article;
            }
            return;
        }
        let head = compare.head(area);
        let row = mouse.row - area.y;
        if row < head {
            let names = u16::from(!compare.arrangement.stacked());
            if row + names < head {
                self.click_on_slider(mouse.column.saturating_sub(area.x), effects);
            } else if let Some(column) = compare.column_at(area, mouse.column) {
                compare.column = column;
            }
            return;
        }
        let Some((row, column)) = compare.cell_at(area, mouse.column, mouse.row) else { return };
        (compare.row, compare.column) = (row, column);
        if self.pressed.replace((row, column)) == Some((row, column)) {
            self.pressed = None;
            self.run(Action::Open, None, effects);
        }
    }

    /// Sets the strength to the step under the mouse.
    fn click_on_slider(&mut self, column: u16, effects: &mut Vec<Effect>) {
        let before = 2 + width(&self.messages.get("compare-strength"));
        let Some(step) = usize::from(column).checked_sub(before) else { return };
        let (at, steps) = self.cut().step();
        if step < steps {
            let by = isize::try_from(step).unwrap_or(0) - isize::try_from(at).unwrap_or(0);
            if by != 0 {
                self.change_strength(Action::Stronger, by, effects);
            }
        } else if self.cut() != Cut::USUAL {
            self.change_strength(Action::UsualStrength, 1, effects);
        }
    }

    /// A click inside the side panel, at a column and a row of its inside.
    pub(super) fn click_in_panel(&mut self, inner: Area, column: u16, row: u16) {
        let Some((entry, within)) = self.side.place_at(row) else {
            // The outlets' letters stand over their cells.
            if self.side.tab == Tab::Coverage && row == 0 {
                self.side.coverage.cell = self.cell_under(inner, column, None);
            }
            return;
        };
        self.side.select(entry);
        if self.side.tab != Tab::Coverage {
            return;
        }
        self.side.coverage.cell = self.cell_under(inner, column, Some(within));
        let target = (entry, self.side.coverage.cell.map_or(0, |cell| cell + 1));
        if self.pressed.replace(target) == Some(target) {
            self.pressed = None;
            self.open_from_side();
        }
    }

    fn cell_under(&self, inner: Area, column: u16, within: Option<usize>) -> Option<usize> {
        let columns = usize::from(inner.width);
        let articles = self.dossier.articles.len();
        let own = usize::from(!Grid::new(columns, articles).beside);
        self.side.coverage.cell_at(articles, columns, usize::from(column), within.unwrap_or(own))
    }
}
