//! The side panel: four tabs, and below them more about the entry under the cursor.

use ratatui::Frame;

use super::pen::{self, Words};
use super::theme::{Role, Theme};
use crate::app::App;
use crate::app::effect::Spot;
use crate::app::layout::Area;
use crate::app::side::Tab;
use crate::app::{Action, Context};
use crate::text::width::width;

mod actors;
mod claims;
mod coverage;
mod figures;
mod lines;
mod sheet;

pub use coverage::{role_of, status as coverage_status};
use lines::Lines;
use sheet::Sheet;

/// The tabs as they are named over the panel: where not all names fit, the others are cut to their first
/// letters.
fn tabs(app: &App, area: Area) -> Vec<(Tab, String)> {
    let spare = usize::from(area.width).saturating_sub(4);
    let names: Vec<String> = Tab::ALL.iter().map(|tab| app.messages.get(tab.key())).collect();
    let whole: usize = names.iter().map(|name| name.chars().count() + 1).sum();
    let named = Tab::ALL.into_iter().zip(names);
    let cut = |(tab, name): (Tab, String)| {
        let shown = if tab == app.side.tab || whole <= spare { name } else { name.chars().take(4).collect() };
        (tab, shown)
    };
    named.map(cut).collect()
}

/// What of the panel is at a cell of the screen, its entries aside.
pub(super) fn under(app: &App, theme: &Theme, area: Area, column: u16, row: u16) -> Option<Spot> {
    let inner = area.inner();
    if row == area.y {
        let mut end = area.x + 3;
        return tabs(app, area).into_iter().find_map(|(tab, name)| {
            let start = end;
            end += u16::try_from(width(&name) + 1).unwrap_or(u16::MAX);
            (start..end).contains(&column).then_some(Spot::Tab(tab))
        });
    }
    let below = foot(app, inner);
    if !below.contains(column, row) || app.side.count() == 0 {
        return None;
    }
    let mut lines = Lines::new(theme, usize::from(below.width), true);
    match app.side.tab {
        Tab::Claims => claims::detail(&mut lines, app),
        Tab::Figures => figures::detail(&mut lines, app),
        Tab::Actors | Tab::Coverage => return None,
    }
    lines.lead_at(below, app.side.lead, row - below.y).map(Spot::Lead)
}

/// Where more is told about the entry under the cursor, below the rule.
fn foot(app: &App, inner: Area) -> Area {
    let details = app.side.detail_rows(inner).min(inner.height);
    let y = inner.y + inner.height - details;
    Area { y: y + 1, height: details.saturating_sub(1), ..inner }
}

/// Draws the panel.
pub fn draw(frame: &mut Frame, app: &App, theme: &Theme, area: Area, focused: bool) {
    let mut title = Words::new();
    for (tab, shown) in tabs(app, area) {
        let current = tab == app.side.tab;
        title.add(&shown, theme.style(if current { Role::Current } else { Role::Dim }));
        title.add(" ", theme.style(Role::Border));
    }
    let mut remark = Words::new();
    let left = usize::from(area.width).saturating_sub(title.width() + 5);
    if app.side.count() > 0 && left > 8 {
        remark.add(&format!(" {}/{} ", app.side.cursor() + 1, app.side.count()), theme.style(Role::Dim));
    }
    let inner = pen::pane(frame, area, theme, focused, title, remark);
    heading(frame, app, theme, inner);
    if app.side.count() == 0 {
        let text = if !app.dossier.analysed {
            app.messages.get("status-still-analysing")
        } else if app.side.filtered() {
            let keys = app.keymap.keys_of(Context::Side, Action::PickAll).unwrap_or_default();
            app.messages.with("side-nothing-passes", &[("keys", keys.into())])
        } else if app.side.tab == Tab::Coverage && app.dossier.articles.len() == 1 {
            app.messages.get("coverage-one-article")
        } else {
            app.messages.get("side-nothing")
        };
        let mut lines = Lines::new(theme, usize::from(inner.width), true);
        lines.text(("", Role::Dim), &text, Role::Dim);
        let row = u16::try_from(app.side.heading_rows().max(1)).unwrap_or(1).min(inner.height);
        let below = Area { y: inner.y + row, height: inner.height - row, ..inner };
        lines.draw(frame, below, None, focused);
        return;
    }
    let details = app.side.detail_rows(inner).min(inner.height);
    let list = Area { height: inner.height - details, ..inner };
    let over = app.side.heading_rows();
    let pointing = app.side.lead.is_some();
    for placed in &app.side.placed {
        let row = u16::try_from(over + placed.row).unwrap_or(u16::MAX);
        let own = row.saturating_add(u16::try_from(placed.heading).unwrap_or(0));
        match app.side.tab {
            Tab::Actors => actors::entry(frame, app, theme, list, row, placed.entry),
            Tab::Claims => claims::entry(frame, app, theme, list, row, *placed),
            Tab::Figures => figures::entry(frame, app, theme, list, row, *placed),
            Tab::Coverage => coverage::entry(frame, app, theme, list, row, *placed),
        }
        if placed.entry == app.side.cursor() {
            let style = theme.style(if focused && !pointing { Role::Selected } else { Role::Chosen });
            for line in 0..u16::try_from(placed.rows).unwrap_or(1) {
                pen::paint_row(frame, list, own.saturating_add(line), style);
            }
        }
    }
    if details > 0 {
        let below = Area { y: inner.y + inner.height - details, height: details, ..inner };
        pen::rule(frame, below, 0, "─", theme.style(Role::Border));
        draw_leads(frame, app, theme, below);
        let below = foot(app, inner);
        let mut lines = Lines::new(theme, usize::from(below.width), true);
        let mut sheet = Sheet::new(frame, theme, below);
        match app.side.tab {
            Tab::Actors => actors::detail(&mut sheet, app),
            Tab::Coverage => coverage::detail(&mut lines, app),
            Tab::Claims => claims::detail(&mut lines, app),
            Tab::Figures => figures::detail(&mut lines, app),
        }
        lines.draw(frame, below, app.side.lead, focused);
    }
}

/// What the details over the screen tell about the entry under the cursor, in full; none where the tab
/// has nothing of the kind.
pub fn in_full<'a>(app: &App, theme: &'a Theme, columns: usize) -> Option<(&'static str, Lines<'a>)> {
    let mut lines = Lines::new(theme, columns, false);
    let title = match app.side.tab {
        Tab::Claims => {
            claims::detail(&mut lines, app);
            "detail-claim"
        }
        Tab::Figures => {
            figures::detail(&mut lines, app);
            "detail-figure"
        }
        Tab::Coverage => {
            coverage::detail(&mut lines, app);
            "detail-fact"
        }
        Tab::Actors => return None,
    };
    (lines.height() > 0).then_some((title, lines))
}

/// At the end of the rule: how many places lead on from here, and the key that goes among them.
fn draw_leads(frame: &mut Frame, app: &App, theme: &Theme, area: Area) {
    let count = app.side.leads(&app.dossier).len();
    if count == 0 {
        return;
    }
    let mut words = Words::new();
    match app.side.lead {
        Some(lead) => {
            words.add(&format!(" {}/{count} ", lead + 1), theme.style(Role::Dim));
        }
        None => {
            let key = app.keymap.keys_of(Context::Panes, Action::PaneRight).unwrap_or_default();
            words.add(&format!(" {key}"), theme.style(Role::Key));
            words.add(&format!(" ▸ {count} "), theme.style(Role::Dim));
        }
    }
    let width = u16::try_from(words.width()).unwrap_or(u16::MAX);
    if width + 2 <= area.width {
        words.draw(frame, Area { x: area.x + area.width - width - 1, width, ..area }, 0);
    }
}

/// The rows over the entries: what is listed and how many, and what a filter lets through.
fn heading(frame: &mut Frame, app: &App, theme: &Theme, area: Area) {
    let (order, listed, shown, total) = match app.side.tab {
        Tab::Actors => {
            let tab = &app.side.actors;
            (tab.order.key(), tab.listed, tab.shown(), tab.total())
        }
        Tab::Coverage => {
            coverage::heading(frame, app, theme, area);
            return;
        }
        Tab::Claims => {
            let tab = &app.side.claims;
            (tab.order.key(), tab.listed, tab.shown(), tab.total())
        }
        Tab::Figures => {
            let tab = &app.side.figures;
            (tab.order.key(), tab.listed, app.side.count(), tab.total())
        }
    };
    let width = usize::from(area.width);
    let mut count = Words::new();
    if app.side.filtered() {
        let values = [("shown", shown.into()), ("total", total.into())];
        count.add(&app.messages.with("side-shown", &values), theme.style(Role::Title));
    } else {
        count.add(&total.to_string(), theme.style(Role::Dim));
    }
    let mut words = Words::new();
    words.add(" ", theme.style(Role::Dim));
    let limit = width.saturating_sub(count.width() + 2);
    words.add_within(&app.messages.get(order), theme.style(Role::Dim), limit);
    // Whose claims they are goes without saying while that article is open.
    if let Some(listed) = listed.filter(|at| Some(*at) != app.article()) {
        let label = format!(" · {}", app.dossier.articles[listed].label());
        words.add_within(&label, theme.style(Role::Title), limit);
    }
    words.to(width.saturating_sub(count.width() + 1), theme.style(Role::Dim)).append(count);
    words.draw(frame, area, 0);
    if app.side.filtered() {
        let what = app.messages.with("side-only", &[("what", filters(app).join(" · ").into())]);
        let mut words = Words::new();
        words.add(" ", theme.style(Role::Key));
        words.add_within(&what, theme.style(Role::Key), width.saturating_sub(1));
        words.draw(frame, area, 1);
    }
}

/// What the filters let through, in words.
fn filters(app: &App) -> Vec<String> {
    let message = |key: &str| app.messages.get(key);
    let mut told = Vec::new();
    if app.side.tab == Tab::Actors {
        let filter = &app.side.actors.filter;
        told.extend(filter.kind.map(|kind| message(&format!("kind-{}", kind.name()))));
        told.extend(filter.outlet.clone());
        let absent =
            |outlet: &String| app.messages.with("pick-missing", &[("outlet", outlet.clone().into())]);
        told.extend(filter.missing.as_ref().map(absent));
        told.extend(filter.conflicts.then(|| message("pick-conflicts")));
        return told;
    }
    if app.side.tab == Tab::Figures {
        let filter = &app.side.figures.filter;
        told.extend(filter.conflicts.then(|| message("pick-differs")));
        told.extend(filter.outlet.clone());
        return told;
    }
    let filter = &app.side.claims.filter;
    told.extend(filter.speaker.as_ref().map(|(_, name)| name.clone()));
    told.extend(filter.outlet.clone());
    told.extend(filter.kind.map(|kind| message(&format!("claim-{}", kind.name()))));
    told.extend(filter.hedged.then(|| message("pick-hedged")));
    told.extend(filter.conflicts.then(|| message("pick-conflicts")));
    told
}

/// The sign before an entry under the cursor.
fn pointer(words: &mut Words, app: &App, theme: &Theme, entry: usize) {
    let here = entry == app.side.cursor();
    words.add(if here { "▶" } else { " " }, theme.style(Role::Cursor));
}
