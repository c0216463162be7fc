//! The tab of the figures: a quantity with its values by outlet, and where each stands.

use ratatui::Frame;

use super::super::pen::Words;
use super::super::theme::{Role, Theme};
use super::lines::Lines;
use super::pointer;
use crate::app::App;
use crate::app::layout::Area;
use crate::app::side::Placed;
use crate::app::side::figures::{INDENT, remarks};
use crate::article::Span;
use crate::output::figures::{self, Sort};
use crate::text::wrap;

/// The role of the sign for how a quantity stands among the outlets.
fn role_of(sort: Sort) -> Role {
    match sort {
        Sort::Differs => Role::Differs,
        Sort::Shared => Role::Same,
        Sort::Only => Role::Only,
    }
}

/// Draws one entry, with the heading of its part of the list where it begins one.
pub fn entry(frame: &mut Frame, app: &App, theme: &Theme, area: Area, row: u16, placed: Placed) {
    let Some(&listed) = app.side.figures.entries().get(placed.entry) else { return };
    let quantity = &app.dossier.coverage.quantities[listed.quantity];
    let sort = Sort::of(quantity);
    let width = usize::from(area.width);
    let mut row = row;
    if placed.heading > 0 {
        row += u16::try_from(placed.heading).unwrap_or(1);
        let mut words = Words::new();
        words.add(" ", theme.style(Role::Text));
        let name = format!("{} {}", sort.sign(), app.messages.get(sort.key()));
        words.add_within(&name, theme.style(Role::Heading), width);
        words.draw(frame, area, row - 1);
    }
    let mut stands = Words::new();
    let count = quantity.breadth;
    if count > 1 {
        let outlets = app.messages.with("stand-outlets", &[("count", count.into())]);
        let told = if width >= super::claims::ROOMY { format!(" {outlets}") } else { count.to_string() };
        stands.add(&format!("{}{told}", sort.sign()), theme.style(role_of(sort)));
    } else {
        stands.add("+", theme.style(Role::Only));
    }
    let mut words = Words::new();
    pointer(&mut words, app, theme, placed.entry);
    words.add("  ", theme.style(Role::Text));
    let title = match listed.figure {
        Some(figure) => figures::told(&app.dossier, figure),
        None => figures::title(&app.dossier, &app.words, quantity),
    };
    words.add_within(&title, theme.style(Role::Figure), width.saturating_sub(stands.width() + 2));
    words.to(width.saturating_sub(stands.width() + 1), theme.style(Role::Dim));
    words.append(stands);
    words.draw(frame, area, row);
    let room = width.saturating_sub(INDENT + 1).max(1);
    let indent = " ".repeat(INDENT);
    for remark in remarks(&app.dossier, &app.words, listed) {
        let role = if remark.values { Role::Text } else { Role::Dim };
        let lines = wrap::wrap(&remark.text, Span::new(0, remark.text.len()), room);
        for (number, line) in lines.iter().take(remark.rows).enumerate() {
            row += 1;
            let mut words = Words::new();
            words.add(&indent, theme.style(role));
            if number + 1 == remark.rows && lines.len() > remark.rows {
                let rest = Span::new(line.start, remark.text.len());
                words.add_within(rest.of(&remark.text), theme.style(role), width.saturating_sub(1));
            } else {
                words.add(line.of(&remark.text), theme.style(role));
            }
            words.draw(frame, area, row);
        }
    }
}

/// Every value of the quantity under the cursor, with the outlets that give it, in their words.
pub fn detail(lines: &mut Lines, app: &App) {
    let Some(entry) = app.side.figures.entries().get(app.side.cursor()) else { return };
    let dossier = &app.dossier;
    let quantity = &dossier.coverage.quantities[entry.quantity];
    let sort = Sort::of(quantity);
    if !lines.brief() {
        let sign = (sort.sign().to_string(), role_of(sort));
        lines.title((&sign.0, sign.1), &figures::title(dossier, &app.words, quantity), "");
        if sort == Sort::Differs {
            for value in figures::values(dossier, &app.words, quantity) {
                lines.text(("", Role::Dim), &value, Role::Text);
            }
        }
        lines.gap();
    }
    let mut lead = 0;
    let values = quantity.values(dossier);
    let several = values.len() > 1;
    for value in values {
        if several {
            lines.heading(&figures::number(dossier, &app.words, &value));
        }
        for &at in &value.figures {
            let figure = &dossier.figures[at];
            let page = &dossier.articles[figure.article];
            lines.belongs(Some(lead));
            lines.title(("", Role::Dim), page.label(), figure.span.of(&page.text));
            let around = figures::surroundings(dossier, at, !lines.brief());
            let mark = [(figure.span, lines.style(Role::Figure))];
            lines.marked(("", Role::Dim), &page.text, around, Role::Text, &mark);
            lines.belongs(None);
            lead += 1;
        }
    }
}
