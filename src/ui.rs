//! Drawing only: reads [`App`] and changes nothing. A pane is a pair of files of one name, here its
//! look, in `app` its state.

use ratatui::Frame;

use crate::app::layout::{Area, SMALLEST};
use crate::app::update::strength_key;
use crate::app::{App, Pane};
use crate::dossier::{Cut, Progress};

pub mod card;
pub mod choice;
pub mod compare;
pub mod details;
pub mod finder;
pub mod following;
pub mod help;
pub mod list;
pub mod pen;
pub mod reader;
pub mod side;
pub mod spot;
pub mod status;
pub mod theme;

use pen::Words;
use theme::{Role, Theme};

/// Draws the whole screen.
pub fn draw(frame: &mut Frame, app: &App, theme: &Theme) {
    let whole = frame.area();
    frame.buffer_mut().set_style(whole, theme.style(Role::Text));
    let layout = app.layout();
    if layout.too_small {
        let text = app.messages.with(
            "too-small",
            &[
                ("columns", whole.width.into()),
                ("rows", whole.height.into()),
                ("needed-columns", SMALLEST.0.into()),
                ("needed-rows", SMALLEST.1.into()),
            ],
        );
        let mut words = Words::new();
        words.add(&text, theme.style(Role::Text));
        words.draw(frame, layout.top, 0);
        return;
    }
    let full = Area { x: 0, y: 0, width: whole.width, height: whole.height };
    if app.compare.is_some() {
        if layout.compare.x > 0 {
            let area = Area { x: 0, width: layout.compare.x, ..layout.middle };
            list::draw(frame, app, theme, area, false);
        }
        compare::draw(frame, app, theme, layout.compare, layout.top);
    } else {
        draw_top(frame, app, theme, layout.top);
        if let Some(area) = layout.list {
            list::draw(frame, app, theme, area, app.focus == Pane::List);
        }
        if let Some(area) = layout.text {
            reader::draw(frame, app, theme, area, app.focus == Pane::Text);
        }
        if let Some(area) = layout.side {
            side::draw(frame, app, theme, area, app.focus == Pane::Side);
        }
    }
    status::draw(frame, app, theme, &layout);
    if app.shows_card() {
        card::draw(frame, app, theme);
    } else if app.details {
        details::draw(frame, app, theme, full);
    }
    choice::draw(frame, app, theme, full);
    following::draw(frame, app, theme, layout.middle);
    if app.finder.is_some() {
        finder::draw(frame, app, theme, full);
    }
    if app.help.is_some() {
        help::draw(frame, app, theme, full);
    }
}

/// The line at the top: the dossier on the left, how far the work is on the right.
fn draw_top(frame: &mut Frame, app: &App, theme: &Theme, area: Area) {
    let dossier = &app.dossier;
    let mut left = Words::new();
    let count = app.messages.with("top-articles", &[("count", dossier.articles.len().into())]);
    left.add(" ", theme.style(Role::Text));
    if let Some(title) = &dossier.title {
        left.add(title, theme.style(Role::Title));
        left.add(" · ", theme.style(Role::Dim));
    }
    left.add(&count, theme.style(Role::Dim));
    let mut right = Words::new();
    if app.cut() != Cut::USUAL {
        let cut = app.cut();
        let values = [
            ("strength", app.words.decimal(cut.score()).into()),
            ("name", app.messages.get(strength_key(cut)).into()),
        ];
        right.add(&app.messages.with("top-strength", &values), theme.style(Role::Current));
        // What it leaves is still being worked out.
        right.add(if app.dossier.cut == cut { "" } else { " …" }, theme.style(Role::Dim));
        right.add("  ", theme.style(Role::Dim));
    }
    let done = work(app);
    // On a narrow screen the dossier's name matters more than how much was found in it.
    let fits = left.width() + right.width() + crate::text::width::width(&done) + 2 <= usize::from(area.width);
    if fits || app.progress.is_some() {
        right.add(&done, theme.style(Role::Dim)).add(" ", theme.style(Role::Text));
    }
    let width = u16::try_from(right.width()).unwrap_or(u16::MAX).min(area.width);
    left.draw(frame, Area { width: area.width.saturating_sub(width + 1), ..area }, 0);
    right.draw(frame, Area { x: area.x + area.width - width, width, ..area }, 0);
}

/// What the background is doing, in words and numbers; what it found once it is done.
fn work(app: &App) -> String {
    let words = &app.messages;
    match app.progress {
        Some(Progress::Reading(done, total)) => {
            words.with("progress-reading", &[("done", done.into()), ("total", total.into())])
        }
        Some(Progress::Actors) => {
            words.with("progress-step", &[("step", 1.into()), ("what", words.get("progress-actors").into())])
        }
        Some(Progress::Claims) => {
            words.with("progress-step", &[("step", 2.into()), ("what", words.get("progress-claims").into())])
        }
        Some(Progress::Aligning) => words
            .with("progress-step", &[("step", 3.into()), ("what", words.get("progress-aligning").into())]),
        Some(Progress::Done) | None if app.dossier.analysed => words.with(
            "top-found",
            &[
                ("actors", app.dossier.actors.len().into()),
                ("claims", app.dossier.claims.len().into()),
                ("facts", app.dossier.coverage.facts.len().into()),
            ],
        ),
        Some(Progress::Done) | None => String::new(),
    }
}
