//! The help: every key that works here, under its heading.

use ratatui::Frame;

use super::pen::{self, Words};
use super::theme::{Role, Theme};
use crate::app::App;
use crate::app::layout::Area;

/// Columns for the keys.
const KEYS: usize = 18;

/// Draws the help over the screen.
pub fn draw(frame: &mut Frame, app: &App, theme: &Theme, full: Area) {
    let Some(help) = &app.help else { return };
    let width = full.width.saturating_sub(4).min(84);
    // The two lines at the bottom stay in sight.
    let height = full.height.saturating_sub(3);
    let area = Area { x: (full.width - width) / 2, y: 1, width, height };
    pen::clear(frame, area, theme);
    let mut title = Words::new();
    title.add(&app.messages.get("pane-help"), theme.style(Role::Title)).add(" ", theme.style(Role::Border));
    let mut remark = Words::new();
    remark.add(&format!(" {} ", help.entries.len()), theme.style(Role::Dim));
    let inner = pen::pane(frame, area, theme, true, title, remark);
    let mut line = Words::new();
    line.add(" ❯ ", theme.style(Role::Key));
    let hint = if help.line.text().is_empty() { app.messages.get("help-type") } else { String::new() };
    pen::typed(frame, theme, Area { height: 1, ..inner }, line, &help.line, &hint);
    pen::rule(frame, inner, 1, "─", theme.style(Role::Border));

    // Headings stand between the entries, so rows are made first and then scrolled.
    let mut rows: Vec<(Option<usize>, Words)> = Vec::new();
    let mut group = "";
    for (at, entry) in help.entries.iter().enumerate() {
        if entry.group != group {
            group = &entry.group;
            if !rows.is_empty() {
                rows.push((None, Words::new()));
            }
            let mut words = Words::new();
            words.add(" ", theme.style(Role::Text));
            words.add(&app.messages.get(&format!("group-{group}")), theme.style(Role::Heading));
            rows.push((None, words));
        }
        let mut words = Words::new();
        words.add(if at == help.cursor { " ▶ " } else { "   " }, theme.style(Role::Cursor));
        words.add(&entry.keys, theme.style(Role::Key)).to(KEYS, theme.style(Role::Text));
        words.add(" ", theme.style(Role::Text));
        words.add_within(&entry.words, theme.style(Role::Text), usize::from(inner.width).saturating_sub(1));
        rows.push((Some(at), words));
    }
    if help.line.text().is_empty() {
        rows.extend(signs(app, theme, usize::from(inner.width)).into_iter().map(|words| (None, words)));
    }
    let room = usize::from(inner.height.saturating_sub(2));
    let cursor = rows.iter().position(|(at, _)| *at == Some(help.cursor)).unwrap_or(0);
    // With the last key what stands below it is seen too.
    let below = if help.cursor + 1 == help.entries.len() { rows.len() - cursor } else { 3 };
    let top = (cursor + below).saturating_sub(room).min(rows.len().saturating_sub(room));
    for (row, (at, words)) in (2u16..).zip(rows.into_iter().skip(top).take(room)) {
        words.draw(frame, inner, row);
        if at == Some(help.cursor) {
            pen::paint_row(frame, inner, row, theme.style(Role::Selected));
        }
    }
}

/// What the signs of the views mean, as the last lines of the help.
fn signs(app: &App, theme: &Theme, columns: usize) -> Vec<Words> {
    let mut lines = vec![Words::new()];
    let mut heading = Words::new();
    heading
        .add(" ", theme.style(Role::Text))
        .add(&app.messages.get("help-signs"), theme.style(Role::Heading));
    lines.push(heading);
    for key in ["help-sign-compare", "help-sign-coverage", "help-sign-bars", "help-sign-strip"] {
        let mut line = Words::new();
        line.add("   ", theme.style(Role::Text));
        line.add_within(&app.messages.get(key), theme.style(Role::Text), columns.saturating_sub(1));
        lines.push(line);
    }
    lines
}
