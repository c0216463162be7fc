//! The help: every key that works here under its heading, and what the signs mean.

use ratatui::Frame;

use super::pen::{self, Words};
use super::theme::{Role, Theme};
use crate::app::App;
use crate::app::effect::Spot;
use crate::app::help::Row;
use crate::app::layout::Area;
use crate::text::width::width;

/// The most columns for the keys.
const KEYS: usize = 20;

/// Where the help goes, border included: the two lines at the bottom stay in sight.
fn place(full: Area) -> Area {
    let width = full.width.saturating_sub(4).min(84);
    Area { x: (full.width - width) / 2, y: 1, width, height: full.height.saturating_sub(3) }
}

/// What of the help is at a cell of the screen.
pub(super) fn under(app: &App, full: Area, column: u16, row: u16) -> Option<Spot> {
    let help = app.help.as_ref()?;
    let area = place(full);
    if !area.contains(column, row) {
        return Some(Spot::Beside);
    }
    let row = row.checked_sub(area.inner().y + 2)?;
    match help.rows().get(help.top + usize::from(row)) {
        Some(Row::Entry(entry)) => Some(Spot::Help(*entry)),
        _ => None,
    }
}

/// Draws the help over the screen.
pub fn draw(frame: &mut Frame, app: &App, theme: &Theme, full: Area) {
    let Some(help) = &app.help else { return };
    let area = place(full);
    pen::clear(frame, area, theme);
    let mut title = Words::new();
    title.add(&app.messages.get("pane-help"), theme.style(Role::Title)).add(" ", theme.style(Role::Border));
    let mut remark = Words::new();
    let at = (help.cursor + 1).min(help.entries.len());
    remark.add(&format!(" {at}/{} ", help.entries.len()), theme.style(Role::Dim));
    let inner = pen::pane(frame, area, theme, true, title, remark);
    let mut line = Words::new();
    line.add(" ❯ ", theme.style(Role::Key));
    let hint = if help.line.text().is_empty() { app.messages.get("help-type") } else { String::new() };
    pen::typed(frame, theme, Area { height: 1, ..inner }, line, &help.line, &hint);
    pen::rule(frame, inner, 1, "─", theme.style(Role::Border));
    let keys = help.entries.iter().map(|entry| width(&entry.keys)).max().unwrap_or(0);
    let keys = (keys + 4).min(KEYS);
    for (row, line) in (2u16..inner.height).zip(help.rows().into_iter().skip(help.top)) {
        let mut words = Words::new();
        match &line {
            Row::Blank => continue,
            Row::Heading(group) => {
                words.add(" ", theme.style(Role::Text));
                words.add(&app.messages.get(&format!("group-{group}")), theme.style(Role::Heading));
            }
            Row::Entry(at) => {
                let Some(entry) = help.entries.get(*at) else { continue };
                words.add(if *at == help.cursor { " ▶ " } else { "   " }, theme.style(Role::Cursor));
                words.add(&entry.keys, theme.style(Role::Key)).to(keys, theme.style(Role::Text));
                words.add(" ", theme.style(Role::Text));
                let limit = usize::from(inner.width).saturating_sub(1);
                words.add_within(&entry.words, theme.style(Role::Text), limit);
            }
        }
        words.draw(frame, inner, row);
        if line == Row::Entry(help.cursor) {
            pen::paint_row(frame, inner, row, theme.style(Role::Selected));
        }
    }
}
