//! The two lines at the bottom: what is under the cursor or being typed, and the keys that work here.

use jiff::civil::Date;
use ratatui::Frame;

use super::pen::{self, Words};
use super::theme::{Role, Theme};
use crate::align::Relation;
use crate::app::layout::{Area, Layout};
use crate::app::side::Tab;
use crate::app::{Action, App, Context, Pane, Weight};
use crate::dossier::echoes::{self, Echo, Standing};

/// A day in few columns: `4 sept.` or `Sep 4`.
pub fn short_date(app: &App, date: Date) -> String {
    let month = app.messages.get(&format!("month-short-{}", date.month()));
    app.messages.with("short-date", &[("day", date.day().into()), ("month", month.into())])
}

/// Draws both lines.
pub fn draw(frame: &mut Frame, app: &App, theme: &Theme, layout: &Layout) {
    draw_status(frame, app, theme, layout.status);
    draw_footer(frame, app, theme, layout.footer);
}

fn draw_status(frame: &mut Frame, app: &App, theme: &Theme, area: Area) {
    let mut words = Words::new();
    words.add(" ", theme.style(Role::Text));
    if let Some((purpose, line)) = &app.prompt {
        let count = app.targets().len();
        words.add(&app.messages.with(purpose.key(), &[("count", count.into())]), theme.style(Role::Key));
        let vocabulary = app.vocabulary();
        let rest = line.rest_of(&vocabulary, purpose.is_one_name());
        pen::typed(frame, theme, area, words, line, rest);
    } else if app.in_pane.typing
        || (app.in_pane.active() && app.note.is_none() && app.in_pane.over == app.compare.is_some())
    {
        let line = &app.in_pane.line;
        words.add("/", theme.style(Role::Key));
        let count = match_count(app);
        let typed = app.in_pane.typing;
        let width = area.width.saturating_sub(u16::try_from(count.chars().count() + 2).unwrap_or(0));
        let mut right = Words::new();
        right.add(&count, theme.style(Role::Dim));
        right.draw(frame, Area { x: area.x + width, width: area.width - width, ..area }, 0);
        if typed {
            pen::typed(frame, theme, Area { width, ..area }, words, line, "");
        } else {
            words.add(line.text(), theme.style(Role::Text));
            words.draw(frame, Area { width, ..area }, 0);
        }
    } else if let Some(note) = &app.note {
        let role = if note.weight == Weight::Error { Role::Error } else { Role::Title };
        words.add(&note.text, theme.style(role));
        words.draw(frame, area, 0);
    } else {
        draw_cursor(frame, app, theme, area, words);
    }
}

fn match_count(app: &App) -> String {
    let (at, total) = if let Some(compare) = &app.compare {
        compare.match_number()
    } else if app.in_pane.pane == crate::app::Pane::List {
        let rows = &app.in_pane.entries.rows;
        (rows.iter().position(|(row, _)| *row == app.list.cursor).map(|at| at + 1), rows.len())
    } else {
        let matches = &app.in_pane.matches;
        let at = app.reader.passage().and_then(|passage| {
            let within = matches.within(passage).first()?;
            matches.number_at(within.start)
        });
        (at, matches.len())
    };
    match at {
        Some(at) => app.messages.with("match-of", &[("at", at.into()), ("total", total.into())]),
        None => app.messages.with("matches", &[("total", total.into())]),
    }
}

/// What the cursor is on: the passage, its claim, who else has it.
fn draw_cursor(frame: &mut Frame, app: &App, theme: &Theme, area: Area, mut words: Words) {
    if app.compare.is_some() {
        super::compare::draw_legend(frame, app, theme, area);
        return;
    }
    if app.focus == Pane::Side && app.side.tab == Tab::Coverage && app.dossier.analysed {
        super::side::coverage_status(app, theme).draw(frame, area, 0);
        return;
    }
    let dossier = &app.dossier;
    let claim = app.selected_claim().or_else(|| app.claim_at_cursor());
    let told = match claim {
        Some(at) => Some((dossier.claims[at].article, dossier.claims[at].span)),
        None => app
            .article()
            .zip(app.sentence())
            .map(|(article, sentence)| (article, dossier.texts[article].sentences[sentence].span)),
    };
    let Some((article, span)) = told else {
        if let (Some(at), Some(passage)) = (app.article(), app.reader.passage())
            && let Some(block) =
                app.dossier.articles[at].blocks.iter().find(|block| block.span.overlaps(passage))
        {
            words.add(&app.messages.get(&format!("block-{}", block.kind.name())), theme.style(Role::Dim));
            words.draw(frame, area, 0);
        }
        return;
    };
    if !dossier.analysed {
        return;
    }
    if let Some(at) = claim {
        let nth = dossier.index.claims[article].binary_search(&at).unwrap_or(0) + 1;
        words.add(&format!("C{nth} "), theme.style(Role::Key));
        words.add(&app.words.speaker(dossier, &dossier.claims[at]), theme.style(Role::Title));
        words.add(" · ", theme.style(Role::Dim));
    }
    let echoes = echoes::of(dossier, article, span);
    match echoes::standing(dossier, article, span) {
        Standing::Alone => {
            words.add("+ ", theme.style(Role::Only));
            words.add(&app.messages.get("only-here"), theme.style(Role::Text));
        }
        Standing::Perhaps => {
            words.add("~? ", theme.style(Role::Dim));
            words.add(&app.messages.get("stand-perhaps"), theme.style(Role::Text));
        }
        Standing::Shared(..) => {
            let shared = app.messages.with("also-in", &[("count", echoes.len().into())]);
            words.add(&shared, theme.style(Role::Text));
            let room = usize::from(area.width).saturating_sub(1);
            let (differ, agree): (Vec<&Echo>, Vec<&Echo>) =
                echoes.iter().partition(|echo| echo.relation == Relation::Conflict);
            words.add(app.words.colon(), theme.style(Role::Dim));
            for (number, echo) in differ.iter().enumerate() {
                let page = &dossier.articles[echo.passage.article];
                if number > 0 {
                    words.add_within(" · ", theme.style(Role::Dim), room);
                }
                words.add_within("≠ ", theme.style(Role::Differs), room);
                words.add_within(page.label(), theme.style(Role::Differs), room);
                if let Some(span) = echo.differing {
                    words.add_within(&format!(" ({})", span.of(&page.text)), theme.style(Role::Text), room);
                }
            }
            if !differ.is_empty() && !agree.is_empty() {
                words.add_within(" · ", theme.style(Role::Dim), room);
            }
            let label = |echo: &&Echo| dossier.articles[echo.passage.article].label();
            let names: Vec<&str> = agree.iter().map(label).collect();
            words.add_within(&names.join(", "), theme.style(Role::Dim), room);
        }
    }
    words.draw(frame, area, 0);
}

/// The keys that work here, as many as fit, from the keymap.
fn draw_footer(frame: &mut Frame, app: &App, theme: &Theme, area: Area) {
    let contexts = app.contexts();
    let mut hints: Vec<(u8, String, Action)> = Vec::new();
    for binding in app.keymap.all() {
        let here = contexts.iter().any(|context| binding.contexts.contains(context));
        let here = here && app.side.tab.takes(binding.action);
        let (Some(rank), true, Some(keys)) = (binding.hint, here, binding.keys.first()) else { continue };
        let mut text = crate::app::keymap::sequence_text(keys);
        let beside = binding
            .with
            .and_then(|action| contexts.iter().find_map(|here| app.keymap.keys_of(*here, action)));
        if let Some(beside) = beside {
            text = format!("{text}/{beside}");
        }
        let text = app.messages.keys(&text);
        hints.push((rank, text, binding.action));
    }
    hints.sort_by_key(|(rank, ..)| *rank);
    let mut words = Words::new();
    let pending: String = app.pending.iter().map(|key| app.messages.keys(&key.to_string())).collect();
    let begun = app.count.map(|count| count.to_string()).unwrap_or_default() + &pending;
    if !begun.is_empty() {
        words.add(&format!(" {begun}…"), theme.style(Role::Current));
    }
    // Help stands at the right edge, always there.
    let help = hints.iter().position(|(_, _, action)| *action == Action::Help).map(|at| hints.remove(at));
    let mut right = Words::new();
    if let Some((_, keys, action)) = help {
        hint(&mut right, app, theme, &keys, action);
        right.add(" ", theme.style(Role::Text));
    }
    let room = usize::from(area.width).saturating_sub(right.width());
    for (_, keys, action) in &hints {
        let mut next = Words::new();
        hint(&mut next, app, theme, keys, *action);
        if words.width() + next.width() > room {
            break;
        }
        words.append(next);
    }
    let enter = match contexts.first() {
        Some(Context::Prompt | Context::Search) => Some("hint-accept"),
        Some(Context::Help) => Some("hint-run"),
        Some(Context::Choice) => Some("hint-choose"),
        _ => None,
    };
    if let Some(enter) = enter {
        words = Words::new();
        for (key, text) in [("Enter", enter), ("Esc", "hint-cancel")] {
            words.add(&format!(" {} ", app.messages.keys(key)), theme.style(Role::Key));
            words.add(&app.messages.get(text), theme.style(Role::Dim)).add(" ", theme.style(Role::Dim));
        }
    }
    if let Some((purpose, line)) = &app.prompt {
        let vocabulary = app.vocabulary();
        let found = line.completions(&vocabulary, purpose.is_one_name());
        if !found.is_empty() {
            words.add(" Tab ", theme.style(Role::Key));
            words.add_within(&found.join(" · "), theme.style(Role::Dim), usize::from(area.width) - 1);
        }
    }
    let right_width = u16::try_from(right.width()).unwrap_or(0).min(area.width);
    words.draw(frame, Area { width: area.width - right_width, ..area }, 0);
    right.draw(frame, Area { x: area.x + area.width - right_width, width: right_width, ..area }, 0);
}

fn hint(words: &mut Words, app: &App, theme: &Theme, keys: &str, action: Action) {
    words.add(&format!(" {keys} "), theme.style(Role::Key));
    words.add(&app.messages.get(&format!("hint-{}", action.name())), theme.style(Role::Dim));
    words.add(" ", theme.style(Role::Dim));
}
