//! The comparison: passages of one article, and what the others make of them, sign by sign.

use ratatui::Frame;
use ratatui::style::Style;

use super::pen::Words;
use super::theme::{Role, Theme};
use crate::app::App;
use crate::app::compare::Filter;
use crate::app::layout::Area;

mod choice;
mod foot;
mod head;
mod rows;

pub use head::copied_words;

/// Draws the comparison over the panes; `top` is the line above.
pub fn draw(frame: &mut Frame, app: &App, theme: &Theme, area: Area, top: Area) {
    let Some(compare) = &app.compare else { return };
    head::draw_top(frame, app, theme, compare, top);
    let (above, below) = (compare.head(area).min(area.height), compare.foot(area));
    head::draw(frame, app, theme, compare, Area { height: above, ..area });
    let body = Area { y: area.y + above, height: compare.room(area), ..area };
    if compare.rows.is_empty() {
        let key = match compare.filter {
            Filter::Everything => "compare-nothing",
            Filter::Differences => "compare-no-differences",
            Filter::Conflicts => "compare-no-conflicts",
            Filter::OnlyHere | Filter::Missing => "compare-none-such",
        };
        let mut words = Words::new();
        words.add(" ", Style::default()).add(&app.messages.get(key), theme.style(Role::Dim));
        words.draw(frame, body, 1);
    }
    let mut y = 0;
    let mut skip = compare.top.1;
    for row in compare.top.0..compare.rows.len() {
        if y >= body.height {
            break;
        }
        for line in rows::lines(app, theme, compare, row, body).into_iter().skip(skip) {
            line.draw(frame, body, y);
            y = y.saturating_add(1);
        }
        skip = 0;
    }
    if below > 0 {
        let foot = Area { y: area.y + area.height.saturating_sub(below), height: below, ..area };
        foot::draw(frame, app, theme, compare, foot);
    }
    if let Some(cursor) = compare.choosing {
        choice::draw(frame, app, theme, compare, cursor, area);
    }
}

fn label(app: &App, article: usize) -> &str {
    app.dossier.articles[article].label()
}

/// Two languages in short, where a passage was matched across them: `FR ↔ EN`.
fn languages(app: &App, a: usize, b: usize) -> Option<String> {
    let code =
        |at: usize| app.dossier.articles.get(at)?.language.map(|language| language.code().to_uppercase());
    let (a, b) = (code(a)?, code(b)?);
    (a != b).then(|| format!("{a} ↔ {b}"))
}

/// What the signs and the marks in the text mean, as much of it as fits.
pub fn draw_legend(frame: &mut Frame, app: &App, theme: &Theme, area: Area) {
    let mut words = Words::new();
    let mut told = |sign: &str, sign_role: Role, key: &str, role: Role| {
        let mut part = Words::new();
        part.add(sign, theme.style(sign_role)).add(&app.messages.get(key), theme.style(role));
        part.add("  ", theme.style(Role::Dim));
        if words.width() + part.width() <= usize::from(area.width) + 2 {
            words.append(part);
        }
    };
    for (sign, role, key) in [
        (" = ", Role::Same, "sign-same"),
        ("~ ", Role::Reworded, "sign-reworded"),
        ("≠ ", Role::Differs, "sign-differs"),
        ("+ ", Role::Only, "sign-only"),
        ("— ", Role::Absent, "sign-absent"),
    ] {
        told(sign, role, key, Role::Dim);
    }
    for (key, role) in
        [("sign-changed", Role::Changed), ("sign-added", Role::Added), ("sign-common", Role::Same)]
    {
        told("", role, key, role);
    }
    if app.compare.as_ref().is_some_and(|compare| compare.whole) {
        told("↕ ", Role::Key, "sign-moved", Role::Dim);
        told("↑ ", Role::Key, "sign-again", Role::Dim);
    }
    words.draw(frame, area, 0);
}
