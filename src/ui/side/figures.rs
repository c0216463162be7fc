//! The tab of the figures: an entry, and where else the one under the cursor stands.

use ratatui::Frame;

use super::super::pen::Words;
use super::super::theme::{Role, Theme};
use super::sheet::Sheet;
use super::{pointer, shared};
use crate::app::App;
use crate::app::layout::Area;

/// Draws one entry with its first line on `row`.
pub fn entry(frame: &mut Frame, app: &App, theme: &Theme, area: Area, row: u16, entry: usize) {
    let Some(article) = app.article() else { return };
    let Some(&at) = app.dossier.index.figures[article].get(entry) else { return };
    let figure = &app.dossier.figures[at];
    let text = &app.dossier.articles[article].text;
    let width = usize::from(area.width);
    let mut words = Words::new();
    pointer(&mut words, app, theme, entry);
    words.add(" ", theme.style(Role::Text));
    words.add_within(figure.span.of(text), theme.style(Role::Figure), width.saturating_sub(5));
    if let Some((sign, count)) = shared(app, article, figure.span) {
        let label = format!("{}{count}", sign.sign());
        words.to(width.saturating_sub(label.chars().count() + 1), theme.style(Role::Dim));
        words.add(&label, theme.style(super::super::reader::role_of(sign)));
    }
    words.draw(frame, area, row);
    let mut below = Words::new();
    below.add("   ", theme.style(Role::Dim));
    let of = figure.of.clone().unwrap_or_default();
    below.add_within(&of, theme.style(Role::Dim), width.saturating_sub(1));
    below.draw(frame, area, row + 1);
}

/// Where else the passage of the figure stands.
pub fn detail(sheet: &mut Sheet, app: &App) {
    let Some(article) = app.article() else { return };
    let Some(&at) = app.dossier.index.figures[article].get(app.side.cursor()) else { return };
    sheet.elsewhere(app, article, app.dossier.figures[at].span);
}
