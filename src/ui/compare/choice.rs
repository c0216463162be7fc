//! The list in which outlets are chosen.

use ratatui::Frame;

use super::super::pen::{self, Words};
use super::super::theme::{Role, Theme};
use super::label;
use crate::app::App;
use crate::app::compare::Compare;
use crate::app::layout::Area;

/// Draws it over the comparison.
pub fn draw(frame: &mut Frame, app: &App, theme: &Theme, compare: &Compare, cursor: usize, area: Area) {
    let place = compare.choice_area(area);
    pen::clear(frame, place, theme);
    let mut title = Words::new();
    title
        .add(&app.messages.get("compare-choose"), theme.style(Role::Title))
        .add(" ", theme.style(Role::Border));
    let ticked = compare.shown.iter().filter(|(_, shown)| *shown).count();
    let mut remark = Words::new();
    remark.add(&format!(" {ticked}/{} ", compare.shown.len()), theme.style(Role::Dim));
    let inner = pen::pane(frame, place, theme, true, title, remark);
    let top = compare.choice_top(area);
    let rows = compare.shown.iter().enumerate().skip(top).take(usize::from(inner.height));
    let columns = usize::from(inner.width);
    for (row, (at, (article, shown))) in (0u16..).zip(rows) {
        let pairs = compare.pairs_with(&app.dossier, *article);
        let count = app.messages.with("compare-pairs", &[("count", pairs.into())]);
        let mut right = Words::new();
        right.add(&count, theme.style(Role::Dim)).add(" ", theme.style(Role::Dim));
        let mut words = Words::new();
        words.add(if *shown { " [x] " } else { " [ ] " }, theme.style(Role::Key));
        let room = columns.saturating_sub(right.width() + 1);
        words.add_within(label(app, *article), theme.style(Role::Text), room);
        words.to(columns.saturating_sub(right.width()), theme.style(Role::Text)).append(right);
        words.draw(frame, inner, row);
        if at == cursor {
            pen::paint_row(frame, inner, row, theme.style(Role::Selected));
        }
    }
}
