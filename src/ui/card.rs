//! The card of the actor under the side panel's cursor, over the panes.

use ratatui::Frame;

use super::pen::{self, Words};
use super::theme::{Role, Theme};
use crate::app::App;
use crate::app::side::card::Tone;

/// Draws the card, from the row it was scrolled to.
pub fn draw(frame: &mut Frame, app: &App, theme: &Theme) {
    let Some(actor) = app.chosen_actor().and_then(|entry| entry.of(&app.dossier)) else { return };
    let area = app.card_area();
    pen::clear(frame, area, theme);
    let mut title = Words::new();
    let role = theme.style(super::reader::role_of_actor(actor.kind));
    title.add_within(&actor.name, role, usize::from(area.width).saturating_sub(16));
    title.add(" ", theme.style(Role::Border));
    let rows = app.card(usize::from(area.inner().width).saturating_sub(2));
    let shown = usize::from(area.inner().height);
    let top = app.side.card_top().min(rows.len().saturating_sub(shown));
    let mut remark = Words::new();
    if rows.len() > shown {
        let place = format!(" {}-{}/{} ", top + 1, (top + shown).min(rows.len()), rows.len());
        remark.add(&place, theme.style(Role::Dim));
    }
    let inner = pen::pane(frame, area, theme, true, title, remark);
    for (row, line) in (0u16..).zip(rows.iter().skip(top).take(shown)) {
        let style = theme.style(match line.tone {
            Tone::Heading => Role::Heading,
            Tone::Plain => Role::Text,
            Tone::Dim => Role::Dim,
            Tone::Unsure => Role::Reworded,
        });
        let mut words = Words::new();
        words.to(line.indent + 1, theme.style(Role::Text)).add(&line.text, style);
        if !line.more.is_empty() {
            words.add("  ", theme.style(Role::Dim)).add(&line.more, theme.style(Role::Dim));
        }
        words.draw(frame, inner, row);
    }
}
