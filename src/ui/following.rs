//! What may follow the keys pressed so far, over the panes at the bottom: every sequence of the keymap can
//! be found by its first key.

use ratatui::Frame;

use super::pen::{self, Words};
use super::theme::{Role, Theme};
use crate::app::App;
use crate::app::keymap::sequence_text;
use crate::app::layout::Area;
use crate::text::width::width;

/// The widest a column of the list gets.
const WIDEST: usize = 56;

/// Draws the list above the status line, while a sequence has begun.
pub fn draw(frame: &mut Frame, app: &App, theme: &Theme, middle: Area) {
    let follow = app.keymap.following(app.contexts(), &app.pending);
    if follow.is_empty() {
        return;
    }
    let lines: Vec<(String, String)> = follow
        .into_iter()
        .map(|(keys, action)| {
            (app.messages.keys(&keys), app.messages.get(&format!("action-{}", action.name())))
        })
        .collect();
    let keys = lines.iter().map(|(keys, _)| width(keys)).max().unwrap_or(1);
    let words = lines.iter().map(|(_, words)| width(words)).max().unwrap_or(1);
    let room = usize::from(middle.width).saturating_sub(2);
    let column = (keys + words + 4).min(WIDEST).min(room);
    let high = usize::from(middle.height).saturating_sub(2).max(1);
    // Side by side only where one column would hide too much of the text.
    let beside = (room / column.max(1)).clamp(1, lines.len().div_ceil(high.div_ceil(2)).max(1));
    let rows = lines.len().div_ceil(beside).min(high);
    let size = |count: usize| u16::try_from(count).unwrap_or(u16::MAX);
    let (columns, height) = (size(column * beside + 2).min(middle.width), size(rows + 2).min(middle.height));
    let area = Area {
        x: middle.x + middle.width - columns,
        y: middle.y + middle.height - height,
        width: columns,
        height,
    };
    pen::clear(frame, area, theme);
    let mut title = Words::new();
    title.add(&sequence_text(&app.pending), theme.style(Role::Current)).add("… ", theme.style(Role::Dim));
    let inner = pen::pane(frame, area, theme, true, title, Words::new());
    for row in 0..rows {
        let mut line = Words::new();
        for (place, (pressed, told)) in lines.iter().skip(row).step_by(rows).take(beside).enumerate() {
            line.to(place * column + 1, theme.style(Role::Text));
            line.to(place * column + 1 + keys - width(pressed), theme.style(Role::Text));
            line.add(pressed, theme.style(Role::Key)).add("  ", theme.style(Role::Text));
            line.add_within(told, theme.style(Role::Text), (place + 1) * column - 1);
        }
        line.draw(frame, inner, size(row));
    }
}
