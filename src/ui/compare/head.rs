//! What stands above the passages: what is compared, how strictly, and the outlets over their columns.

use ratatui::Frame;
use ratatui::style::Style;

use super::super::pen::Words;
use super::super::theme::{Role, Theme};
use super::{label, languages};
use crate::app::compare::{Compare, filter_key};
use crate::app::keymap::Context;
use crate::app::layout::Area;
use crate::app::update::strength_key;
use crate::app::{Action, App};

/// Cells left of the words of a passage that stands beside others: the edge, the cursor, the sign.
pub const LEAD: usize = 6;

/// Draws the line at the top of the screen: what is compared, what is let through, where the cursor is.
pub fn draw_top(frame: &mut Frame, app: &App, theme: &Theme, compare: &Compare, area: Area) {
    let mut right = Words::new();
    let mut told = Vec::new();
    if compare.whole {
        told.push(app.messages.get("compare-whole"));
    }
    if let Some(key) = filter_key(compare.filter) {
        let counts = [("shown", compare.rows.len().into()), ("total", compare.levels.len().into())];
        told.push(app.messages.with(key, &counts));
    }
    if compare.shown.len() > compare.others.len() {
        let counts = [("shown", compare.others.len().into()), ("total", compare.shown.len().into())];
        told.push(app.messages.with("compare-outlets", &counts));
    }
    for text in told {
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
    let width = u16::try_from(right.width()).unwrap_or(0).min(area.width);
    let room = usize::from(area.width - width).saturating_sub(2);
    left.add(" ", theme.style(Role::Text)).add(&app.messages.get("pane-compare"), theme.style(Role::Dim));
    left.add(" ", theme.style(Role::Text)).add_within(
        label(app, compare.base),
        theme.style(Role::Title),
        room,
    );
    let against: Vec<&str> = if compare.whole {
        compare.standing().iter().skip(1).map(|&column| label(app, compare.article_of(column))).collect()
    } else {
        compare.others.iter().map(|&other| label(app, other)).collect()
    };
    left.add_within(&format!(" ≈ {}", against.join(", ")), theme.style(Role::Dim), room);
    left.draw(frame, Area { width: area.width.saturating_sub(width + 1), ..area }, 0);
    right.draw(frame, Area { x: area.x + area.width - width, width, ..area }, 0);
}

/// Draws the strength, and the outlets where they stand in columns.
pub fn draw(frame: &mut Frame, app: &App, theme: &Theme, compare: &Compare, area: Area) {
    let names = u16::from(!compare.arrangement.stacked()).min(area.height);
    if area.height > names {
        draw_strength(frame, app, theme, compare, area);
    }
    if names > 0 {
        draw_names(frame, app, theme, compare, Area { y: area.y + area.height - 1, height: 1, ..area });
    }
}

/// The slider, what its place means, and how many pairs that leaves; on the right what two outlets print
/// alike, and how many rows there are of each kind.
fn draw_strength(frame: &mut Frame, app: &App, theme: &Theme, compare: &Compare, area: Area) {
    let (at, steps) = compare.cut.step();
    let mut left = Words::new();
    left.add(" ", theme.style(Role::Dim)).add(&app.messages.get("compare-strength"), theme.style(Role::Dim));
    left.add(" ", theme.style(Role::Dim));
    left.add(&"━".repeat(at), theme.style(Role::Cursor));
    left.add("●", theme.style(Role::Cursor));
    left.add(&"─".repeat(steps.saturating_sub(at + 1)), theme.style(Role::Border));
    left.add(&format!(" {} ", app.words.decimal(compare.cut.score())), theme.style(Role::Title));
    left.add(&app.messages.get(strength_key(compare.cut)), theme.style(Role::Text));
    let pairs = app.messages.with("compare-pairs", &[("count", compare.counts.pairs.into())]);
    left.add(&format!(" · {pairs}"), theme.style(Role::Dim));
    let width = usize::from(area.width);
    let mut parts = Vec::new();
    if compare.whole {
        let counts = compare.counts;
        parts.push(app.messages.with(
            "compare-counts",
            &[
                ("shared", counts.shared.into()),
                ("conflicts", counts.conflicts.into()),
                ("here", counts.only_here.into()),
                ("there", counts.missing.into()),
            ],
        ));
    }
    if let Some((other, copied)) = compare.copies(&app.dossier).first() {
        parts.insert(0, copied_words(app, label(app, *other), copied.words, copied.wire.as_deref()));
    }
    let mut right = Words::new();
    for part in parts {
        let room = width.saturating_sub(left.width() + right.width() + 5);
        if crate::text::width::width(&part) <= room {
            if right.width() > 0 {
                right.add(" · ", theme.style(Role::Dim));
            }
            right.add(&part, theme.style(Role::Text));
        }
    }
    right.add(" ", theme.style(Role::Dim));
    left.to(width.saturating_sub(right.width()), theme.style(Role::Dim)).append(right);
    left.draw(frame, area, 0);
}

/// That two outlets print the same words, whom they have them from, and how many.
pub fn copied_words(app: &App, other: &str, words: usize, wire: Option<&str>) -> String {
    let values = [("words", words.into()), ("outlet", other.into()), ("wire", wire.unwrap_or("").into())];
    app.messages.with(if wire.is_some() { "compare-copied-wire" } else { "compare-copied" }, &values)
}

/// The outlets above their columns; where each row has its own, the article's alone and what the rows do.
fn draw_names(frame: &mut Frame, app: &App, theme: &Theme, compare: &Compare, area: Area) {
    if compare.follows() {
        name(app, theme, compare, (0, LEAD), "").draw(frame, slot(compare, area, 0), 0);
        let mut told = Words::new();
        let key = app.keymap.keys_of(Context::Compare, Action::Outlets).unwrap_or_default();
        told.add("      ", Style::default());
        told.add(&app.messages.with("compare-follows", &[("key", key.into())]), theme.style(Role::Dim));
        told.draw(frame, slot(compare, area, 1), 0);
        return;
    }
    for (place, column) in compare.standing().into_iter().enumerate() {
        // What stands off the screen on either side is told by arrows.
        let more_left = place == 1 && compare.first > 0;
        let more_right = place + 1 == compare.arrangement.columns && column < compare.others.len();
        name(app, theme, compare, (column, LEAD), arrows(more_left, more_right)).draw(
            frame,
            slot(compare, area, place),
            0,
        );
    }
}

/// What tells that there is more off the screen on either side.
pub fn arrows(left: bool, right: bool) -> &'static str {
    match (left, right) {
        (true, true) => " ‹ ›",
        (true, false) => " ‹",
        (false, true) => " ›",
        (false, false) => "",
    }
}

/// The name of a column's outlet with its day, its language where that is another one, and what tells of
/// more: what of it still goes into the column behind which so many cells are left before its words.
pub fn name(
    app: &App,
    theme: &Theme,
    compare: &Compare,
    (column, lead): (usize, usize),
    arrows: &str,
) -> Words {
    let article = compare.article_of(column);
    let room = usize::from(compare.arrangement.width) + lead - LEAD;
    let style = theme.style(if column == compare.column { Role::Current } else { Role::Title });
    let languages = languages(app, compare.base, article).map(|told| format!("{told} ")).unwrap_or_default();
    let more = format!("{languages}{arrows}");
    let dated = app.dossier.articles[article].published;
    let date = dated.map(|date| format!(" · {}", super::super::status::short_date(app, date)));
    let date = date.unwrap_or_default();
    let taken = crate::text::width::width(&more) + crate::text::width::width(&date) + 2;
    let mut words = Words::new();
    words.add(&" ".repeat(lead), Style::default());
    words.add_within(label(app, article), style, room.saturating_sub(taken));
    words.add(&date, theme.style(Role::Dim));
    words.to(room.saturating_sub(crate::text::width::width(&more) + 1), Style::default());
    words.add(&more, theme.style(Role::Key));
    words
}

/// The part of `area` that the `place`th column on the screen takes.
pub fn slot(compare: &Compare, area: Area, place: usize) -> Area {
    let width = compare.arrangement.width;
    let x = area.x + width * u16::try_from(place).unwrap_or(0);
    Area { x, width: width.min((area.x + area.width).saturating_sub(x)), ..area }
}
