//! The side panel: four tabs, and below them more about the entry under the cursor.

use ratatui::Frame;

use super::pen::{self, Words};
use super::theme::{Role, Theme};
use crate::app::App;
use crate::app::layout::Area;
use crate::app::side::{Tab, detail_rows};
use crate::article::Span;

mod actors;
mod claims;
mod coverage;
mod figures;
mod sheet;

pub use coverage::role_of;
use sheet::Sheet;

/// Draws the panel.
pub fn draw(frame: &mut Frame, app: &App, theme: &Theme, area: Area, focused: bool) {
    let mut title = Words::new();
    let spare = usize::from(area.width).saturating_sub(4);
    let names: Vec<String> = Tab::ALL.iter().map(|tab| app.messages.get(tab.key())).collect();
    let whole: usize = names.iter().map(|name| name.chars().count() + 1).sum();
    for (tab, name) in Tab::ALL.iter().zip(&names) {
        let current = *tab == app.side.tab;
        // Where not all names fit, the others are cut to their first letters.
        let shown: String =
            if current || whole <= spare { name.clone() } else { name.chars().take(4).collect() };
        title.add(&shown, theme.style(if current { Role::Current } else { Role::Dim }));
        title.add(" ", theme.style(Role::Border));
    }
    let mut remark = Words::new();
    let left = usize::from(area.width).saturating_sub(title.width() + 5);
    if app.side.count() > 0 && left > 8 {
        remark.add(&format!(" {}/{} ", app.side.cursor() + 1, app.side.count()), theme.style(Role::Dim));
    }
    let inner = pen::pane(frame, area, theme, focused, title, remark);
    if app.side.count() == 0 {
        let key = if app.dossier.analysed { "side-nothing" } else { "status-still-analysing" };
        let mut words = Words::new();
        words.add(" ", theme.style(Role::Dim)).add(&app.messages.get(key), theme.style(Role::Dim));
        words.draw(frame, inner, 1);
        return;
    }
    let details = detail_rows(inner);
    let list = Area { height: inner.height - details, ..inner };
    if app.side.tab == Tab::Coverage {
        coverage::heading(frame, app, theme, list);
    }
    let rows = app.side.tab.entry_rows();
    let heading = app.side.tab.heading_rows();
    let shown = usize::from(list.height).saturating_sub(heading) / rows;
    for (place, entry) in (app.side.top()..app.side.count()).take(shown).enumerate() {
        let row = u16::try_from(heading + place * rows).unwrap_or(u16::MAX);
        match app.side.tab {
            Tab::Actors => actors::entry(frame, app, theme, list, row, entry),
            Tab::Claims => claims::entry(frame, app, theme, list, row, entry),
            Tab::Figures => figures::entry(frame, app, theme, list, row, entry),
            Tab::Coverage => coverage::entry(frame, app, theme, list, row, entry),
        }
        if entry == app.side.cursor() {
            let style = theme.style(if focused { Role::Selected } else { Role::Chosen });
            let lines = rows.min(if app.side.tab == Tab::Claims { 3 } else { rows });
            for line in 0..u16::try_from(lines).unwrap_or(1) {
                pen::paint_row(frame, list, row + line, style);
            }
        }
    }
    if details > 0 {
        let below = Area { y: inner.y + inner.height - details, height: details, ..inner };
        pen::rule(frame, below, 0, "─", theme.style(Role::Border));
        let below = Area { y: below.y + 1, height: details - 1, ..below };
        let mut sheet = Sheet::new(frame, theme, below);
        match app.side.tab {
            Tab::Actors => actors::detail(&mut sheet, app),
            Tab::Claims => claims::detail(&mut sheet, app),
            Tab::Figures => figures::detail(&mut sheet, app),
            Tab::Coverage => coverage::detail(&mut sheet, app),
        }
    }
}

/// The sign before an entry under the cursor.
fn pointer(words: &mut Words, app: &App, theme: &Theme, entry: usize) {
    let here = entry == app.side.cursor();
    words.add(if here { "▶" } else { " " }, theme.style(Role::Cursor));
}

/// How many outlets share the sentence that a span begins in, and the most telling relation.
fn shared(app: &App, article: usize, span: Span) -> Option<(crate::align::Relation, usize)> {
    let sentence = app.dossier.texts[article].sentence_at(span.start)?;
    let count = app.dossier.index.sharing(&app.dossier, article, sentence);
    (count > 0).then(|| (super::reader::sign_of(app, article, sentence), count))
}
