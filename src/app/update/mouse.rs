//! What the mouse does. A click selects, a click on what is selected opens it, as Enter would; the wheel
//! moves what is under it. Where only the drawing knows what stands under the mouse it says so beforehand,
//! as a [`Spot`].

use super::super::action::Action;
use super::super::effect::{Effect, Mouse, MouseKind, Spot};
use super::super::side::Tab;
use super::super::{App, Context, Pane};

/// Rows that a notch of the wheel moves.
const NOTCH: isize = 3;

impl App {
    pub(super) fn mouse_event(&mut self, mouse: Mouse, effects: &mut Vec<Effect>) {
        if !self.mouse || self.layout().too_small {
            return;
        }
        self.note = None;
        let by = match mouse.kind {
            MouseKind::WheelDown => NOTCH,
            MouseKind::WheelUp => -NOTCH,
            MouseKind::Press => 0,
        };
        if self.help.is_some() || self.finder.is_some() || self.choice.is_some() {
            match mouse.on {
                _ if by != 0 => self.turn(by, effects),
                Some(spot) => self.press_on(spot, effects),
                None => {}
            }
        } else if !self.contexts().iter().any(|context| matches!(context, Context::Panes | Context::Compare))
        {
            // What is being typed is for what stands under the cursor now.
        } else if self.compare.is_some() {
            match by {
                0 => self.click_in_comparison(mouse, effects),
                _ => self.run(if by > 0 { Action::Down } else { Action::Up }, None, effects),
            }
        } else if self.details {
            if by == 0 {
                self.toggle_details();
            } else if self.shows_card() {
                self.scroll_card(by);
            } else {
                self.run(if by > 0 { Action::Down } else { Action::Up }, None, effects);
            }
        } else {
            self.mouse_in_panes(mouse, by, effects);
        }
    }

    /// Moves the cursor of the list that lies over the panes.
    fn turn(&mut self, by: isize, effects: &mut Vec<Effect>) {
        let action = if by > 0 { Action::Down } else { Action::Up };
        for _ in 0..by.abs() {
            self.run(action, None, effects);
        }
    }

    /// A click on what lies over the panes.
    fn press_on(&mut self, spot: Spot, effects: &mut Vec<Effect>) {
        let moved = |cursor: &mut usize, to: usize| std::mem::replace(cursor, to) != to;
        let first = match spot {
            Spot::Beside => {
                self.run(Action::Cancel, None, effects);
                return;
            }
            Spot::Scope(scope) => {
                if let Some(finder) = &mut self.finder {
                    finder.scope = scope;
                    self.search(effects);
                }
                return;
            }
            Spot::Help(line) => self.help.as_mut().is_some_and(|help| moved(&mut help.cursor, line)),
            Spot::Hit(hit) => self.finder.as_mut().is_some_and(|finder| moved(&mut finder.cursor, hit)),
            Spot::Offer(offer) => self.choice.as_mut().is_some_and(|choice| moved(&mut choice.cursor, offer)),
            Spot::Tab(_) | Spot::Lead(_) => true,
        };
        if !first {
            self.run(Action::Open, None, effects);
        }
    }

    fn mouse_in_panes(&mut self, mouse: Mouse, by: isize, effects: &mut Vec<Effect>) {
        let layout = self.layout();
        let Some(pane) = layout.pane_at(mouse.column, mouse.row) else { return };
        let inner = layout.of(pane).unwrap_or_default().inner();
        if by != 0 {
            match pane {
                Pane::List => self.list.step(by.signum()),
                Pane::Text => self.reader.scroll(by, inner.height),
                Pane::Side => {
                    // Without the keys the panel would follow the text again.
                    self.focus = Pane::Side;
                    match self.side.lead {
                        Some(_) => {
                            self.walk_leads(if by > 0 { Action::Down } else { Action::Up }, 1);
                        }
                        None => self.side.step(by.signum()),
                    }
                }
            }
            return;
        }
        let had_focus = self.focus == pane;
        self.focus = pane;
        match mouse.on {
            Some(Spot::Tab(tab)) => return self.open_tab(tab),
            Some(Spot::Lead(lead)) => {
                self.side.lead = Some(lead);
                self.open_from_side();
                return;
            }
            _ => {}
        }
        if !inner.contains(mouse.column, mouse.row) {
            return;
        }
        let row = mouse.row - inner.y;
        match pane {
            Pane::List => {
                let Some(entry) = self.list.entry_at(row) else { return };
                if had_focus && self.list.cursor == entry {
                    self.open(effects);
                } else {
                    self.list.cursor = entry;
                }
            }
            Pane::Side if self.side.tab == Tab::Coverage => {
                self.click_in_panel(inner, mouse.column - inner.x, row);
            }
            Pane::Side => {
                let Some((entry, _)) = self.side.place_at(row) else { return };
                if had_focus && self.side.cursor() == entry && self.side.lead.is_none() {
                    self.open(effects);
                } else {
                    self.side.select(entry);
                }
            }
            Pane::Text => self.press_in_text(mouse.column, row),
        }
    }

    /// A click in the text: the passage there comes under the cursor, with the claim that was clicked.
    fn press_in_text(&mut self, column: u16, row: u16) {
        let clicked = self.reader.page.rows.get(self.reader.top + usize::from(row)).copied();
        let Some(clicked) = clicked.filter(|row| row.block.is_some()) else { return };
        let Some(article) = self.article() else { return };
        let (start, _) = self.measure(self.layout().text.unwrap_or_default());
        let text = clicked.span.of(&self.dossier.articles[article].text);
        let room = usize::from(column.saturating_sub(start));
        let before = crate::text::width::head(text, room);
        let byte = (clicked.span.start + before.len()).min(clicked.span.end.saturating_sub(1));
        let height = self.text_size().0;
        self.reader.go_to(byte.max(clicked.span.start), height);
        let held =
            self.dossier.index.claims_in(&self.dossier, article, crate::article::Span::new(byte, byte + 1));
        // Of claims inside one another the inner one is meant.
        let span = |claim: &usize| self.dossier.claims[*claim].span;
        if let Some(claim) = held.min_by_key(|claim| span(claim).len()) {
            self.side.choose_claim(claim);
        }
    }
}
