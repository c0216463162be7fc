//! The finder: the line, the scopes, the hits, and a preview of what is under the cursor.

use std::ops::Range;

use ratatui::Frame;

use super::pen::{self, Mark, Words};
use super::theme::{Role, Theme};
use crate::app::App;
use crate::app::effect::Spot;
use crate::app::finder::{Finder, SCOPES, scope_key};
use crate::app::layout::Area;
use crate::article::Span;
use crate::search::{Hit, Kind, Scope, excerpt};
use crate::text::wrap::stretch;

/// From this width on the preview stands beside the hits, below it under them.
const BESIDE: u16 = 96;

/// Where the parts of the finder are.
struct Parts {
    /// All of it, border included.
    whole: Area,
    /// What is inside the border: the line on its first row, the syntax on its last.
    inner: Area,
    /// The hits.
    hits: Area,
    /// The text around the one under the cursor.
    preview: Area,
}

impl Parts {
    fn of(full: Area) -> Self {
        let whole = if full.width < 90 {
            Area { height: full.height - 1, ..full }
        } else {
            let width = full.width.saturating_sub(8).min(132);
            let height = full.height.saturating_sub(4).min(40);
            Area { x: (full.width - width) / 2, y: 2.min(full.height - height), width, height }
        };
        let inner = whole.inner();
        let body = Area { y: inner.y + 2, height: inner.height.saturating_sub(3), ..inner };
        if inner.width >= BESIDE {
            let left = inner.width * 11 / 20;
            let preview = Area { x: inner.x + left + 2, width: inner.width - left - 3, ..body };
            Self { whole, inner, hits: Area { width: left, ..body }, preview }
        } else {
            let rows = body.height * 3 / 5;
            let preview = Area {
                x: body.x + 1,
                y: body.y + rows + 1,
                width: body.width.saturating_sub(2),
                height: body.height.saturating_sub(rows + 1),
            };
            Self { whole, inner, hits: Area { height: rows, ..body }, preview }
        }
    }
}

/// What of the finder is at a cell of the screen.
pub(super) fn under(app: &App, theme: &Theme, full: Area, column: u16, row: u16) -> Option<Spot> {
    let finder = app.finder.as_ref()?;
    let parts = Parts::of(full);
    if !parts.whole.contains(column, row) {
        return Some(Spot::Beside);
    }
    if parts.hits.contains(column, row) {
        let hit = first_hit(finder, parts.hits) + usize::from(row - parts.hits.y);
        return (hit < finder.hits.shown.len()).then_some(Spot::Hit(hit));
    }
    if row != parts.inner.y {
        return None;
    }
    let (words, names) = scopes(app, theme, parts.inner, finder);
    let start = usize::from(parts.inner.x + parts.inner.width).saturating_sub(words.width());
    let at = usize::from(column).checked_sub(start)?;
    names.into_iter().find(|(_, columns)| columns.contains(&at)).map(|(scope, _)| Spot::Scope(scope))
}

/// The first hit shown.
fn first_hit(finder: &Finder, area: Area) -> usize {
    (finder.cursor + 1).saturating_sub(usize::from(area.height))
}

/// Draws the finder over the screen.
pub fn draw(frame: &mut Frame, app: &App, theme: &Theme, full: Area) {
    let Some(finder) = &app.finder else { return };
    let Parts { whole, inner, hits, preview } = Parts::of(full);
    pen::clear(frame, whole, theme);
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
    pen::pane(frame, whole, theme, true, title, remark);
    draw_line(frame, app, theme, inner, finder);
    pen::rule(frame, inner, 1, "─", theme.style(Role::Border));
    let mut help = Words::new();
    help.add(" ", theme.style(Role::Dim));
    help.add_within(&app.messages.get("finder-syntax"), theme.style(Role::Dim), usize::from(inner.width));
    help.draw(frame, inner, inner.height.saturating_sub(1));
    if inner.width >= BESIDE {
        for row in 0..hits.height {
            let mut bar = Words::new();
            bar.add("│", theme.style(Role::Border));
            bar.draw(frame, Area { x: hits.x + hits.width, width: 1, ..hits }, row);
        }
    } else {
        pen::rule(
            frame,
            Area { height: hits.height + 1, ..hits },
            hits.height,
            "─",
            theme.style(Role::Border),
        );
    }
    draw_hits(frame, app, theme, hits, finder);
    draw_preview(frame, app, theme, preview, finder);
}

/// The names of the scopes, and the columns that each takes.
fn scopes(app: &App, theme: &Theme, inner: Area, finder: &Finder) -> (Words, Vec<(Scope, Range<usize>)>) {
    let mut words = Words::new();
    let mut columns = Vec::new();
    for scope in SCOPES {
        let name = app.messages.get(&scope_key(scope));
        let start = words.width();
        if scope == finder.scope {
            words.add(&format!("[{name}]"), theme.style(Role::Current));
        } else if inner.width >= BESIDE {
            words.add(&name, theme.style(Role::Dim));
        } else {
            continue;
        }
        columns.push((scope, start..words.width()));
        words.add(" ", theme.style(Role::Dim));
    }
    (words, columns)
}

fn draw_line(frame: &mut Frame, app: &App, theme: &Theme, inner: Area, finder: &Finder) {
    let (scopes, _) = scopes(app, theme, inner, finder);
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
    let top = first_hit(finder, area);
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
    let aside = entry.is_aside().then(|| format!("{} · {detail}", app.messages.get("finder-set-aside")));
    let detail = aside.as_deref().unwrap_or(detail);
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
    let first = page.blocks.iter().position(|block| block.span.overlaps(span)).unwrap_or(0);
    let mut rows: Vec<Option<(Span, usize)>> = Vec::new();
    let room = usize::from(area.height.saturating_sub(2));
    let mut found = 0;
    for (number, block) in page.blocks.iter().enumerate().skip(first) {
        // What is set aside is shown where it is what was found.
        if block.kind.is_noise() && number != first {
            continue;
        }
        // Of a block of megabytes, the part that is shown.
        let stretch = stretch::stretch(&page.text, block.span, span.start);
        for line in stretch::rows(&page.text, stretch, usize::from(area.width)) {
            if number == first && line.start <= span.start {
                found = rows.len();
            }
            rows.push(Some((line, number)));
        }
        rows.push(None);
        if rows.len() > found + room {
            break;
        }
    }
    // A third of the room is left for what comes before.
    let top = if found < room { 0 } else { found.saturating_sub(room / 3) };
    for (row, line) in (2u16..area.height).zip(rows.into_iter().skip(top)) {
        let Some((line, block)) = line else { continue };
        let block = &page.blocks[block];
        let mut marks = super::reader::marks(app, theme, article, line);
        if block.span.overlaps(span) && !span.covers(block.span) {
            marks.push((
                span,
                ratatui::style::Style::new().add_modifier(ratatui::style::Modifier::UNDERLINED),
            ));
        }
        let mut words = Words::new();
        let style = theme.style(if block.kind.is_noise() { Role::Dim } else { Role::Text });
        words.add_marked(&page.text, line, style, &marks);
        words.draw(frame, area, row);
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
