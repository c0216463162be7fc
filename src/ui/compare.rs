//! The comparison: passages of one article, and what the others make of them, sign by sign.

use ratatui::Frame;
use ratatui::style::Style;

use super::pen::{self, Mark, Words};
use super::theme::{Role, Theme};
use crate::app::App;
use crate::app::compare::{Cell, Compare, Laid, Match, STACKED_LABEL};
use crate::app::layout::Area;
use crate::article::Span;
use crate::text::difference::difference;

/// Draws the comparison over the panes; `top` is the line above.
pub fn draw(frame: &mut Frame, app: &App, theme: &Theme, area: Area, top: Area) {
    let Some(compare) = &app.compare else { return };
    draw_top(frame, app, theme, compare, top);
    let columns = compare.arrangement.columns > 1;
    let mut body = area;
    if columns {
        draw_names(frame, app, theme, compare, area);
        body = Area { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    }
    body.height = compare.room(area).min(body.height);
    if compare.rows.is_empty() {
        let key = if compare.differences { "compare-no-differences" } else { "compare-nothing" };
        let mut words = Words::new();
        words.add(" ", Style::default()).add(&app.messages.get(key), theme.style(Role::Dim));
        words.draw(frame, body, 1);
    }
    let mut y = 0;
    for at in compare.top..compare.rows.len() {
        if y >= body.height {
            break;
        }
        let Some(laid) = compare.laid.get(at) else { break };
        let height = u16::try_from(laid.height).unwrap_or(u16::MAX);
        let place = Area { y: body.y + y, height: height.min(body.height - y), ..body };
        if columns {
            draw_side_by_side(frame, app, theme, compare, at, laid, place);
        } else {
            draw_stacked(frame, app, theme, compare, at, laid, place);
        }
        y = y.saturating_add(height);
    }
    if let Some(cursor) = compare.choosing {
        draw_choice(frame, app, theme, compare, cursor, area);
    }
}

fn label(app: &App, article: usize) -> &str {
    app.dossier.articles[article].label()
}

fn draw_top(frame: &mut Frame, app: &App, theme: &Theme, compare: &Compare, area: Area) {
    let mut right = Words::new();
    if compare.differences {
        right.add(&app.messages.get("compare-differences"), theme.style(Role::Current));
        right.add("  ", theme.style(Role::Dim));
    }
    let hidden = compare.shown.len() - compare.others.len();
    if hidden > 0 {
        let text = app.messages.with(
            "compare-outlets",
            &[("shown", compare.others.len().into()), ("total", compare.shown.len().into())],
        );
        right.add(&text, theme.style(Role::Current)).add("  ", theme.style(Role::Dim));
    }
    let at = app.messages.with(
        "compare-passage",
        &[
            ("at", (compare.row + usize::from(!compare.rows.is_empty())).into()),
            ("total", compare.rows.len().into()),
        ],
    );
    right.add(&at, theme.style(Role::Dim)).add(" ", theme.style(Role::Dim));
    let mut left = Words::new();
    left.add(" ", theme.style(Role::Text)).add(&app.messages.get("pane-compare"), theme.style(Role::Dim));
    left.add(" ", theme.style(Role::Text)).add(label(app, compare.base), theme.style(Role::Title));
    let names: Vec<&str> = compare.others.iter().map(|&other| label(app, other)).collect();
    let width = u16::try_from(right.width()).unwrap_or(0).min(area.width);
    let room = usize::from(area.width - width).saturating_sub(2);
    left.add_within(&format!(" ≈ {}", names.join(", ")), theme.style(Role::Dim), room);
    left.draw(frame, Area { width: area.width.saturating_sub(width + 1), ..area }, 0);
    right.draw(frame, Area { x: area.x + area.width - width, width, ..area }, 0);
}

/// The outlets above their columns.
fn draw_names(frame: &mut Frame, app: &App, theme: &Theme, compare: &Compare, area: Area) {
    for (place, column) in compare.visible().into_iter().enumerate() {
        let slot = slot(compare, area, place);
        let article = column.checked_sub(1).map_or(compare.base, |at| compare.others[at]);
        let current = column == compare.column;
        let style = theme.style(if current { Role::Current } else { Role::Title });
        let mut words = Words::new();
        words.add(if column == 0 { "   " } else { "    " }, Style::default());
        words.add_within(label(app, article), style, usize::from(slot.width).saturating_sub(12));
        if let Some(date) = app.dossier.articles[article].published {
            words.add(" · ", theme.style(Role::Dim));
            words.add(&super::status::short_date(app, date), theme.style(Role::Dim));
        }
        // What stands off the screen on either side is told by arrows.
        let more_left = place == 1 && compare.first > 0;
        let more_right = place + 1 == compare.arrangement.columns && column < compare.others.len();
        let arrows = match (more_left, more_right) {
            (true, true) => "‹ ›",
            (true, false) => "‹",
            (false, true) => "›",
            (false, false) => "",
        };
        words.to(usize::from(slot.width).saturating_sub(5), Style::default());
        words.add(arrows, theme.style(Role::Key));
        words.draw(frame, slot, 0);
    }
}

/// The part of `area` that the `place`th column on the screen takes.
fn slot(compare: &Compare, area: Area, place: usize) -> Area {
    let width = compare.arrangement.width;
    let x = area.x + width * u16::try_from(place).unwrap_or(0);
    Area { x, width: width.min((area.x + area.width).saturating_sub(x)), ..area }
}

/// The words of a cell that its counterpart does not have: for the passage itself against its first
/// match, for a match against the passage.
fn changed(app: &App, theme: &Theme, compare: &Compare, at: usize, column: usize) -> Vec<Mark> {
    let row = &compare.rows[at];
    let base = row.passage.of(&app.dossier.articles[compare.base].text);
    let other = |at: usize, found: &Match| found.span.of(&app.dossier.articles[compare.others[at]].text);
    let pairs = match column.checked_sub(1) {
        Some(at) => row.cells[at].as_ref().map(|found| (difference(base, other(at, found)).1, found.span)),
        None => {
            // The passage is held against the cell under the cursor, else against the first match.
            let chosen =
                compare.column.checked_sub(1).filter(|at| row.cells.get(*at).is_some_and(Option::is_some));
            let chosen = chosen.or_else(|| row.cells.iter().position(Option::is_some));
            chosen.and_then(|at| {
                let found = row.cells[at].as_ref()?;
                Some((difference(base, other(at, found)).0, row.passage))
            })
        }
    };
    let style = theme.style(Role::Changed);
    pairs
        .map(|(spans, within)| {
            let shift = |span: Span| Span::new(span.start + within.start, span.end + within.start);
            spans.into_iter().map(|span| (shift(span), style)).collect()
        })
        .unwrap_or_default()
}

/// Reasons, in words, for the match under the cursor or the first one of the row.
fn reasons(app: &App, theme: &Theme, compare: &Compare, at: usize, width: usize) -> Option<Words> {
    let row = compare.rows.get(at)?;
    let (article, why) = compare.reasons(&app.dossier, row)?;
    let mut words = Words::new();
    let text = format!("{}{}{}", label(app, article), app.words.colon(), app.words.reasons(&why));
    words.add_within(&text, theme.style(Role::Dim), width.saturating_sub(1));
    Some(words)
}

/// A cell with all that drawing it takes.
struct Shown<'a> {
    article: usize,
    text: &'a str,
    /// Whether the cursor is on it.
    here: bool,
    /// How it was matched; none for the passage itself and for silence.
    found: Option<&'a Match>,
    marks: Vec<Mark>,
}

fn shown<'a>(app: &'a App, theme: &Theme, compare: &'a Compare, at: usize, cell: &Cell) -> Shown<'a> {
    let other = cell.column.checked_sub(1);
    let article = other.map_or(compare.base, |at| compare.others[at]);
    Shown {
        article,
        text: &app.dossier.articles[article].text,
        here: at == compare.row && cell.column == compare.column,
        found: other.and_then(|other| compare.rows[at].cells[other].as_ref()),
        marks: changed(app, theme, compare, at, cell.column),
    }
}

fn draw_stacked(
    frame: &mut Frame,
    app: &App,
    theme: &Theme,
    compare: &Compare,
    at: usize,
    laid: &Laid,
    area: Area,
) {
    let row = &compare.rows[at];
    let mut y = 0;
    for cell in &laid.cells {
        let Shown { article, text, here, found, marks } = shown(app, theme, compare, at, cell);
        for (number, line) in cell.lines.iter().enumerate() {
            let mut words = Words::new();
            if number == 0 {
                words.add(if here { " ▶ " } else { "   " }, theme.style(Role::Cursor));
                let label_end = usize::from(STACKED_LABEL) - 4;
                words.add_within(label(app, article), theme.style(Role::Title), label_end);
                words.to(label_end + 1, Style::default());
                sign(&mut words, theme, row.only_here() && cell.column == 0, found);
            }
            words.to(usize::from(STACKED_LABEL), Style::default());
            words.add_marked(text, *line, theme.style(Role::Text), &marks);
            words.draw(frame, area, y);
            y += 1;
        }
    }
    let silent: Vec<&str> = (0..compare.others.len())
        .filter(|at| row.cells[*at].is_none())
        .map(|at| label(app, compare.others[at]))
        .collect();
    if !silent.is_empty() {
        let mut words = Words::new();
        words.add("   ", Style::default());
        words.add("— ", theme.style(Role::Absent));
        let text = app.messages.with("absent-from", &[("outlets", silent.join(", ").into())]);
        words.add_within(&text, theme.style(Role::Absent), usize::from(area.width).saturating_sub(1));
        words.draw(frame, area, y);
        y += 1;
    }
    draw_foot(frame, app, theme, compare, at, area, y);
}

/// The reasons and the rule below a row.
fn draw_foot(
    frame: &mut Frame,
    app: &App,
    theme: &Theme,
    compare: &Compare,
    at: usize,
    area: Area,
    mut y: u16,
) {
    if let Some(reasons) = reasons(app, theme, compare, at, usize::from(area.width).saturating_sub(3)) {
        let mut words = Words::new();
        words.add("   ", Style::default()).append(reasons);
        words.draw(frame, area, y);
        y += 1;
    }
    pen::rule(frame, area, y, "╌", theme.style(Role::Border));
}

/// The sign before a cell: how it stands to the passage.
fn sign(words: &mut Words, theme: &Theme, only_here: bool, found: Option<&Match>) {
    match found {
        Some(found) => {
            let role = super::reader::role_of(found.relation);
            words.add(&format!("{} ", found.relation.sign()), theme.style(role));
        }
        None if only_here => {
            words.add("+ ", theme.style(Role::Only));
        }
        None => {
            words.add("  ", Style::default());
        }
    }
}

fn draw_side_by_side(
    frame: &mut Frame,
    app: &App,
    theme: &Theme,
    compare: &Compare,
    at: usize,
    laid: &Laid,
    area: Area,
) {
    let row = &compare.rows[at];
    let mut tallest = 1;
    for (place, cell) in laid.cells.iter().enumerate() {
        let slot = slot(compare, area, place);
        let Shown { text, here, found, marks, .. } = shown(app, theme, compare, at, cell);
        let lead = |number: usize| {
            let mut words = Words::new();
            let bar = if place == 0 { " " } else { "│" };
            words.add(bar, theme.style(Role::Border));
            words.add(if here && number == 0 { "▶ " } else { "  " }, theme.style(Role::Cursor));
            if number == 0 {
                sign(&mut words, theme, row.only_here() && cell.column == 0, found);
            } else {
                words.add("  ", Style::default());
            }
            words
        };
        if cell.lines.is_empty() {
            let mut words = lead(0);
            words.add("—", theme.style(Role::Absent));
            words.draw(frame, slot, 0);
        }
        for (number, line) in cell.lines.iter().enumerate() {
            let mut words = lead(number);
            words.add_marked(text, *line, theme.style(Role::Text), &marks);
            words.draw(frame, slot, u16::try_from(number).unwrap_or(u16::MAX));
        }
        tallest = tallest.max(cell.lines.len());
    }
    let tallest = u16::try_from(tallest).unwrap_or(u16::MAX);
    for place in 1..laid.cells.len() {
        let slot = slot(compare, area, place);
        for y in 0..tallest.min(slot.height) {
            let mut bar = Words::new();
            bar.add("│", theme.style(Role::Border));
            bar.draw(frame, Area { width: 1, ..slot }, y);
        }
    }
    draw_foot(frame, app, theme, compare, at, area, tallest);
}

/// What the signs mean.
pub fn draw_legend(frame: &mut Frame, app: &App, theme: &Theme, area: Area) {
    let mut words = Words::new();
    for (sign, role, key) in [
        ("=", Role::Same, "sign-same"),
        ("~", Role::Reworded, "sign-reworded"),
        ("≠", Role::Differs, "sign-differs"),
        ("+", Role::Only, "sign-only"),
        ("—", Role::Absent, "sign-absent"),
    ] {
        words.add(&format!(" {sign} "), theme.style(role));
        words.add(&app.messages.get(key), theme.style(Role::Dim)).add(" ", theme.style(Role::Dim));
    }
    words.add(" ", theme.style(Role::Dim));
    words.add(&app.messages.get("sign-changed"), theme.style(Role::Changed));
    words.draw(frame, area, 0);
}

/// The list in which outlets are chosen.
fn draw_choice(frame: &mut Frame, app: &App, theme: &Theme, compare: &Compare, cursor: usize, area: Area) {
    let width = area.width.saturating_sub(4).min(50);
    let height = u16::try_from(compare.shown.len() + 2).unwrap_or(u16::MAX).min(area.height);
    let place =
        Area { x: area.x + (area.width - width) / 2, y: area.y + (area.height - height) / 2, width, height };
    pen::clear(frame, place, theme);
    let mut title = Words::new();
    title
        .add(&app.messages.get("compare-choose"), theme.style(Role::Title))
        .add(" ", theme.style(Role::Border));
    let inner = pen::pane(frame, place, theme, true, title, Words::new());
    let top = (cursor + 1).saturating_sub(usize::from(inner.height));
    let rows = compare.shown.iter().enumerate().skip(top).take(usize::from(inner.height));
    for (row, (at, (article, shown))) in (0u16..).zip(rows) {
        let mut words = Words::new();
        words.add(if *shown { " [x] " } else { " [ ] " }, theme.style(Role::Key));
        words.add(label(app, *article), theme.style(Role::Text));
        words.draw(frame, inner, row);
        if at == cursor {
            pen::paint_row(frame, inner, row, theme.style(Role::Selected));
        }
    }
}
