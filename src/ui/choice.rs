//! The small list to choose from, over the panes.

use ratatui::Frame;

use super::pen::{self, Words};
use super::theme::{Role, Theme};
use crate::app::App;
use crate::app::choice::{Asked, Choice};
use crate::app::effect::Spot;
use crate::app::layout::Area;
use crate::text::width::width;

/// The heading of the list, and where it goes, border included.
fn place(app: &App, choice: &Choice, full: Area) -> (String, Area) {
    let key = match choice.asked {
        Asked::Name => "choice-name",
        Asked::Kind => "choice-kind",
        Asked::Correction => "choice-correction",
    };
    let heading = app.messages.with(key, &[("actor", choice.actor.as_str().into())]);
    let longest = choice.offers.iter().map(|offer| width(&offer.text) + width(&offer.more) + 4).max();
    let wanted = longest.unwrap_or(0).max(width(&heading) + 2) + 4;
    let columns = u16::try_from(wanted).unwrap_or(u16::MAX).min(full.width.saturating_sub(2));
    let rows = u16::try_from(choice.offers.len() + 2).unwrap_or(u16::MAX).min(full.height.saturating_sub(2));
    let area =
        Area { x: (full.width - columns) / 2, y: (full.height - rows) / 2, width: columns, height: rows };
    (heading, area)
}

/// The first line shown.
fn first(choice: &Choice, inner: Area) -> usize {
    (choice.cursor + 1).saturating_sub(usize::from(inner.height).max(1))
}

/// What of the list is at a cell of the screen.
pub(super) fn under(app: &App, full: Area, column: u16, row: u16) -> Option<Spot> {
    let choice = app.choice.as_ref()?;
    let area = place(app, choice, full).1;
    let inner = area.inner();
    if !area.contains(column, row) {
        return Some(Spot::Beside);
    }
    let offer = first(choice, inner) + usize::from(row.checked_sub(inner.y)?);
    (inner.contains(column, row) && offer < choice.offers.len()).then_some(Spot::Offer(offer))
}

/// Draws the list in the middle of the screen.
pub fn draw(frame: &mut Frame, app: &App, theme: &Theme, full: Area) {
    let Some(choice) = &app.choice else { return };
    let (heading, area) = place(app, choice, full);
    let columns = area.width;
    pen::clear(frame, area, theme);
    let mut title = Words::new();
    title.add_within(&heading, theme.style(Role::Title), usize::from(columns).saturating_sub(6));
    title.add(" ", theme.style(Role::Border));
    let inner = pen::pane(frame, area, theme, true, title, Words::new());
    let shown = usize::from(inner.height).max(1);
    let top = first(choice, inner);
    for (row, (number, offer)) in (0u16..).zip(choice.offers.iter().enumerate().skip(top).take(shown)) {
        let here = number == choice.cursor;
        let mut words = Words::new();
        words.add(if here { "▶ " } else { "  " }, theme.style(Role::Cursor));
        let more = width(&offer.more);
        let limit = usize::from(inner.width).saturating_sub(more + 2);
        words.add_within(&offer.text, theme.style(Role::Text), limit);
        if more > 0 {
            words.to(usize::from(inner.width).saturating_sub(more + 1), theme.style(Role::Dim));
            words.add(&offer.more, theme.style(Role::Dim));
        }
        words.draw(frame, inner, row);
        if here {
            pen::paint_row(frame, inner, row, theme.style(Role::Selected));
        }
    }
}
