//! The finder: the line, the scopes, the hits, and a preview of what is under the cursor.

use ratatui::Frame;

use super::pen::{self, Mark, Words};
use super::theme::{Role, Theme};
use crate::app::App;
use crate::app::finder::{Finder, SCOPES, scope_key};
use crate::app::layout::Area;
use crate::article::Span;
use crate::search::{Hit, Kind, excerpt};
use crate::text::wrap;

/// From this width on the preview stands beside the hits, below it under them.
const BESIDE: u16 = 96;

/// Draws the finder over the screen.
pub fn draw(frame: &mut Frame, app: &App, theme: &Theme, full: Area) {
    let Some(finder) = &app.finder else { return };
    let small = full.width < 90;
    let area = if small {
        Area { height: full.height - 1, ..full }
    } else {
        let width = full.width.saturating_sub(8).min(132);
        let height = full.height.saturating_sub(4).min(40);
        Area { x: (full.width - width) / 2, y: 2.min(full.height - height), width, height }
    };
    pen::clear(frame, area, theme);
    let mut title = Words::new();
    title.add(&app.messages.get("pane-finder"), theme.style(Role::Title)).add(" ", theme.style(Role::Border));
    let mut remark = Words::new();
    let count = app.messages.with(
        "finder-count",
        &[("total", finder.hits.total.into()), ("searched", finder.hits.searched.into())],
    );
    remark
        .add(" ", theme.style(Role::Dim))
        .add(&count, theme.style(Role::Dim))
        .add(" ", theme.style(Role::Dim));
    let inner = pen::pane(frame, area, theme, true, title, remark);
    draw_line(frame, app, theme, inner, finder);
    pen::rule(frame, inner, 1, "─", theme.style(Role::Border));
    let body = Area { y: inner.y + 2, height: inner.height.saturating_sub(3), ..inner };
    let mut help = Words::new();
    help.add(" ", theme.style(Role::Dim));
    help.add_within(&app.messages.get("finder-syntax"), theme.style(Role::Dim), usize::from(inner.width));
    help.draw(frame, inner, inner.height.saturating_sub(1));
    let (hits, preview) = if inner.width >= BESIDE {
        let left = inner.width * 11 / 20;
        let preview = Area { x: inner.x + left + 2, width: inner.width - left - 3, ..body };
        for row in 0..body.height {
            let mut bar = Words::new();
            bar.add("│", theme.style(Role::Border));
            bar.draw(frame, Area { x: inner.x + left, width: 1, ..body }, row);
        }
        (Area { width: left, ..body }, preview)
    } else {
        let rows = body.height * 3 / 5;
        pen::rule(frame, body, rows, "─", theme.style(Role::Border));
        let below = Area {
            x: body.x + 1,
            y: body.y + rows + 1,
            width: body.width.saturating_sub(2),
            height: body.height.saturating_sub(rows + 1),
        };
        (Area { height: rows, ..body }, below)
    };
    draw_hits(frame, app, theme, hits, finder);
    draw_preview(frame, app, theme, preview, finder);
}

fn draw_line(frame: &mut Frame, app: &App, theme: &Theme, inner: Area, finder: &Finder) {
    let mut scopes = Words::new();
    for scope in SCOPES {
        let name = app.messages.get(&scope_key(scope));
        if scope == finder.scope {
            scopes.add(&format!("[{name}]"), theme.style(Role::Current));
        } else if inner.width >= BESIDE {
            scopes.add(&name, theme.style(Role::Dim));
        } else {
            continue;
        }
        scopes.add(" ", theme.style(Role::Dim));
    }
    let right = u16::try_from(scopes.width()).unwrap_or(0).min(inner.width);
    scopes.draw(frame, Area { x: inner.x + inner.width - right, width: right, ..inner }, 0);
    let mut line = Words::new();
    line.add(" ❯ ", theme.style(Role::Key));
    pen::typed(frame, theme, Area { width: inner.width - right, ..inner }, line, &finder.line, "");
}

fn draw_hits(frame: &mut Frame, app: &App, theme: &Theme, area: Area, finder: &Finder) {
    let message = if app.catalogue().is_none() {
        Some("status-still-analysing")
    } else if finder.hits.shown.is_empty() && !finder.waiting {
        Some("finder-nothing")
    } else {
        None
    };
    if let Some(key) = message {
        let mut words = Words::new();
        words.add("   ", theme.style(Role::Dim)).add(&app.messages.get(key), theme.style(Role::Dim));
        words.draw(frame, area, 0);
        return;
    }
    let room = usize::from(area.height);
    let top = (finder.cursor + 1).saturating_sub(room);
    for (row, (at, hit)) in (0u16..).zip(finder.hits.shown.iter().enumerate().skip(top).take(room)) {
        draw_hit(frame, app, theme, area, row, hit, at == finder.cursor);
        if at == finder.cursor {
            pen::paint_row(frame, area, row, theme.style(Role::Selected));
        }
    }
}

fn draw_hit(frame: &mut Frame, app: &App, theme: &Theme, area: Area, row: u16, hit: &Hit, current: bool) {
    let Some(catalogue) = app.catalogue() else { return };
    let Some(entry) = catalogue.entry(hit.entry) else { return };
    let width = usize::from(area.width);
    let mut words = Words::new();
    words.add(if current { "▶" } else { " " }, theme.style(Role::Cursor));
    let kind = app.messages.get(&format!("scope-one-{}", entry.kind.name()));
    words.add(&kind, theme.style(Role::Dim)).to(10, theme.style(Role::Dim));
    let detail = match &hit.also {
        Some((part, _)) => catalogue.part(entry, *part),
        None => catalogue.detail(entry),
    };
    // Beside the preview the detail gives way to the hit itself.
    let room = (width * 3 / 10).min(24);
    let detail = crate::text::width::fit(detail, room).into_owned();
    let limit = width.saturating_sub(crate::text::width::width(&detail) + 2);
    let label = catalogue.label(entry);
    let (text, highlights) = excerpt(label, &hit.highlights, limit.saturating_sub(words.width()));
    let marks: Vec<Mark> = highlights.iter().map(|span| (*span, theme.style(Role::Match))).collect();
    let style = theme.style(if entry.kind == Kind::Command { Role::Title } else { Role::Text });
    words.add_marked(&text, Span::new(0, text.len()), style, &marks);
    words.to(limit + 1, theme.style(Role::Dim)).add(&detail, theme.style(Role::Dim));
    words.draw(frame, area, row);
}

/// The text around what the cursor is on, as the reader would show it.
fn draw_preview(frame: &mut Frame, app: &App, theme: &Theme, area: Area, finder: &Finder) {
    if area.height == 0 {
        return;
    }
    let Some((article, span)) = app.found_place() else {
        draw_command(frame, app, theme, area, finder);
        return;
    };
    let page = &app.dossier.articles[article];
    let mut head = Words::new();
    head.add_within(page.label(), theme.style(Role::Title), usize::from(area.width));
    if let Some(date) = page.published {
        head.add(" · ", theme.style(Role::Dim))
            .add(&super::status::short_date(app, date), theme.style(Role::Dim));
    }
    head.draw(frame, area, 0);
    let block = page.blocks.iter().position(|block| block.span.overlaps(span)).unwrap_or(0);
    let mut row = 2;
    for block in page.blocks.iter().skip(block) {
        if block.kind.is_noise() {
            continue;
        }
        let mut marks = super::reader::marks(app, theme, article, block.span);
        if block.span.overlaps(span) && !span.covers(block.span) {
            marks.push((
                span,
                ratatui::style::Style::new().add_modifier(ratatui::style::Modifier::UNDERLINED),
            ));
        }
        for line in wrap::wrap(&page.text, block.span, usize::from(area.width)) {
            if row >= area.height {
                return;
            }
            let mut words = Words::new();
            words.add_marked(&page.text, line, theme.style(Role::Text), &marks);
            words.draw(frame, area, row);
            row += 1;
        }
        row += 1;
    }
}

/// What a command does and its keys.
fn draw_command(frame: &mut Frame, app: &App, theme: &Theme, area: Area, finder: &Finder) {
    let Some(catalogue) = app.catalogue() else { return };
    let Some(entry) = finder.hits.shown.get(finder.cursor).and_then(|hit| catalogue.entry(hit.entry)) else {
        return;
    };
    let mut words = Words::new();
    words.add(catalogue.label(entry), theme.style(Role::Title));
    words.draw(frame, area, 0);
    let mut keys = Words::new();
    keys.add(catalogue.detail(entry), theme.style(Role::Key));
    keys.draw(frame, area, 2);
}
