//! The side panel: four tabs, and below them more about the entry under the cursor.

use ratatui::Frame;

use super::pen::{self, Words};
use super::theme::{Role, Theme};
use crate::app::App;
use crate::app::layout::Area;
use crate::app::side::{Tab, detail_rows};
use crate::article::Span;
use crate::dossier::coverage::Says;
use crate::text::wrap;

mod detail;

/// Draws the panel.
pub fn draw(frame: &mut Frame, app: &App, theme: &Theme, area: Area, focused: bool) {
    let mut title = Words::new();
    let spare = usize::from(area.width).saturating_sub(4);
    let names: Vec<String> = Tab::ALL.iter().map(|tab| app.messages.get(tab.key())).collect();
    let whole: usize = names.iter().map(|name| name.chars().count() + 1).sum();
    for (tab, name) in Tab::ALL.iter().zip(&names) {
        let current = *tab == app.side.tab;
        // Where not all names fit, the others are cut to their first letters.
        let shown: String =
            if current || whole <= spare { name.clone() } else { name.chars().take(4).collect() };
        title.add(&shown, theme.style(if current { Role::Current } else { Role::Dim }));
        title.add(" ", theme.style(Role::Border));
    }
    let mut remark = Words::new();
    let left = usize::from(area.width).saturating_sub(title.width() + 5);
    if app.side.count() > 0 && left > 8 {
        remark.add(&format!(" {}/{} ", app.side.cursor() + 1, app.side.count()), theme.style(Role::Dim));
    }
    let inner = pen::pane(frame, area, theme, focused, title, remark);
    if app.side.count() == 0 {
        let key = if app.dossier.analysed { "side-nothing" } else { "status-still-analysing" };
        let mut words = Words::new();
        words.add(" ", theme.style(Role::Dim)).add(&app.messages.get(key), theme.style(Role::Dim));
        words.draw(frame, inner, 1);
        return;
    }
    let details = detail_rows(inner);
    let list = Area { height: inner.height - details, ..inner };
    if app.side.tab == Tab::Coverage {
        draw_coverage_heading(frame, app, theme, list);
    }
    let rows = app.side.tab.entry_rows();
    let heading = app.side.tab.heading_rows();
    let shown = usize::from(list.height).saturating_sub(heading) / rows;
    for (place, entry) in (app.side.top()..app.side.count()).take(shown).enumerate() {
        let row = u16::try_from(heading + place * rows).unwrap_or(u16::MAX);
        match app.side.tab {
            Tab::Actors => draw_actor(frame, app, theme, list, row, entry),
            Tab::Claims => draw_claim(frame, app, theme, list, row, entry),
            Tab::Figures => draw_figure(frame, app, theme, list, row, entry),
            Tab::Coverage => draw_fact(frame, app, theme, list, row, entry),
        }
        if entry == app.side.cursor() {
            let style = theme.style(if focused { Role::Selected } else { Role::Chosen });
            let lines = rows.min(if app.side.tab == Tab::Claims { 3 } else { rows });
            for line in 0..u16::try_from(lines).unwrap_or(1) {
                pen::paint_row(frame, list, row + line, style);
            }
        }
    }
    if details > 0 {
        let below = Area { y: inner.y + inner.height - details, height: details, ..inner };
        pen::rule(frame, below, 0, "─", theme.style(Role::Border));
        let below = Area { y: below.y + 1, height: details - 1, ..below };
        detail::draw(frame, app, theme, below);
    }
}

/// The sign before an entry under the cursor.
fn pointer(words: &mut Words, app: &App, theme: &Theme, entry: usize) {
    let here = entry == app.side.cursor();
    words.add(if here { "▶" } else { " " }, theme.style(Role::Cursor));
}

fn draw_actor(frame: &mut Frame, app: &App, theme: &Theme, area: Area, row: u16, entry: usize) {
    let actor = &app.dossier.actors[entry];
    let width = usize::from(area.width);
    let mut outlets: Vec<usize> = actor.mentions.iter().map(|mention| mention.article).collect();
    outlets.dedup();
    let named_here = app.article().zip(app.reader.passage()).is_some_and(|(at, passage)| {
        app.dossier.index.mentions_in(at, passage).iter().any(|named| named.actor == entry)
    });
    let count = format!("{} × {}", actor.mentions.len(), outlets.len());
    let mut words = Words::new();
    pointer(&mut words, app, theme, entry);
    words.add(if named_here { "•" } else { " " }, theme.style(Role::Cursor));
    let limit = width.saturating_sub(count.chars().count() + 2);
    words.add_within(&actor.name, theme.style(super::reader::role_of_actor(actor.kind)), limit);
    words.to(width.saturating_sub(count.chars().count() + 1), theme.style(Role::Dim));
    words.add(&count, theme.style(Role::Dim));
    words.draw(frame, area, row);
    let mut below = Words::new();
    below.add("   ", theme.style(Role::Dim));
    let what = match actor.roles.first() {
        Some(role) => role.text.clone(),
        None => app.messages.get(&format!("kind-{}", actor.kind.name())),
    };
    below.add_within(&what, theme.style(Role::Dim), width.saturating_sub(1));
    below.draw(frame, area, row + 1);
}

fn draw_claim(frame: &mut Frame, app: &App, theme: &Theme, area: Area, row: u16, entry: usize) {
    let Some(article) = app.article() else { return };
    let Some(&at) = app.dossier.index.claims[article].get(entry) else { return };
    let claim = &app.dossier.claims[at];
    let text = &app.dossier.articles[article].text;
    let width = usize::from(area.width);
    let mut words = Words::new();
    pointer(&mut words, app, theme, entry);
    words.add(&format!("C{:<3}", entry + 1), theme.style(Role::Key));
    let mut signs = Words::new();
    if claim.hedged {
        signs.add("? ", theme.style(Role::Reworded));
    }
    if let Some((sign, count)) = shared(app, article, claim.span) {
        signs.add(&format!("{}{count}", sign.sign()), theme.style(super::reader::role_of(sign)));
    } else {
        signs.add("+", theme.style(Role::Only));
    }
    let limit = width.saturating_sub(signs.width() + 2);
    let names: Vec<&str> =
        claim.speakers.iter().map(|&actor| app.dossier.actors[actor].name.as_str()).collect();
    let (speaker, role) = if let [first, ..] = claim.speakers.as_slice() {
        (names.join(", "), super::reader::role_of_actor(app.dossier.actors[*first].kind))
    } else if let Some(span) = claim.speaker_text {
        (span.of(text).to_owned(), Role::Source)
    } else {
        (app.messages.get("no-source"), Role::Dim)
    };
    words.add_within(&speaker, theme.style(role), limit);
    words.to(width.saturating_sub(signs.width() + 1), theme.style(Role::Dim));
    words.append(signs);
    words.draw(frame, area, row);
    let columns = width.saturating_sub(6).max(1);
    let lines = wrap::wrap(text, claim.span, columns);
    for (number, line) in (1u16..).zip(lines.iter().take(2)) {
        let mut words = Words::new();
        words.add("     ", theme.style(Role::Text));
        let last = number == 2 && lines.len() > 2;
        if last {
            let rest = Span::new(line.start, claim.span.end);
            words.add_within(rest.of(text), theme.style(Role::Text), width.saturating_sub(1));
        } else {
            words.add(line.of(text), theme.style(Role::Text));
        }
        words.draw(frame, area, row + number);
    }
}

/// How many outlets share the sentence that a span begins in, and the most telling relation.
fn shared(app: &App, article: usize, span: Span) -> Option<(crate::align::Relation, usize)> {
    let sentence = app.dossier.texts[article].sentence_at(span.start)?;
    let count = app.dossier.index.sharing(&app.dossier, article, sentence);
    (count > 0).then(|| (super::reader::sign_of(app, article, sentence), count))
}

fn draw_figure(frame: &mut Frame, app: &App, theme: &Theme, area: Area, row: u16, entry: usize) {
    let Some(article) = app.article() else { return };
    let Some(&at) = app.dossier.index.figures[article].get(entry) else { return };
    let figure = &app.dossier.figures[at];
    let text = &app.dossier.articles[article].text;
    let width = usize::from(area.width);
    let mut words = Words::new();
    pointer(&mut words, app, theme, entry);
    words.add(" ", theme.style(Role::Text));
    words.add_within(figure.span.of(text), theme.style(Role::Figure), width.saturating_sub(5));
    if let Some((sign, count)) = shared(app, article, figure.span) {
        let label = format!("{}{count}", sign.sign());
        words.to(width.saturating_sub(label.chars().count() + 1), theme.style(Role::Dim));
        words.add(&label, theme.style(super::reader::role_of(sign)));
    }
    words.draw(frame, area, row);
    let mut below = Words::new();
    below.add("   ", theme.style(Role::Dim));
    let of = figure.of.clone().unwrap_or_default();
    below.add_within(&of, theme.style(Role::Dim), width.saturating_sub(1));
    below.draw(frame, area, row + 1);
}

/// Columns that a label of a fact takes, so that its cells stand below one another.
fn label_width(app: &App, area: Area) -> usize {
    let cells = app.dossier.articles.len() * 3 + 1;
    usize::from(area.width).saturating_sub(cells + 2).max(usize::from(area.width) / 3)
}

fn draw_coverage_heading(frame: &mut Frame, app: &App, theme: &Theme, area: Area) {
    let label = label_width(app, area);
    let mut words = Words::new();
    words.to(label + 2, theme.style(Role::Dim));
    for (at, article) in app.dossier.articles.iter().enumerate() {
        let style = theme.style(if Some(at) == app.article() { Role::Current } else { Role::Dim });
        words.add(&initials(article.label()), style).add(" ", theme.style(Role::Dim));
    }
    words.draw(frame, area, 0);
    let mut legend = Words::new();
    legend.add("  ", theme.style(Role::Dim));
    legend.add_within(&app.messages.get("coverage-legend"), theme.style(Role::Dim), usize::from(area.width));
    legend.draw(frame, area, 1);
}

/// Two letters that stand for an outlet at the head of a column: those of its first two words,
/// articles and prepositions left out.
fn initials(label: &str) -> String {
    let passed_over = |word: &&str| {
        word.chars().any(char::is_alphanumeric)
            && !matches!(
                word.to_lowercase().as_str(),
                "le" | "la" | "les" | "l" | "the" | "de" | "des" | "du" | "d" | "of"
            )
    };
    let words: Vec<&str> = label.split(|c: char| !c.is_alphanumeric()).filter(passed_over).collect();
    let letters: String = match words.as_slice() {
        [] => label.chars().take(2).collect(),
        [only] => only.chars().take(2).collect(),
        [first, second, ..] => first.chars().take(1).chain(second.chars().take(1)).collect(),
    };
    format!("{letters:<2}")
}

fn draw_fact(frame: &mut Frame, app: &App, theme: &Theme, area: Area, row: u16, entry: usize) {
    let fact = &app.dossier.coverage.facts[entry];
    let label = label_width(app, area);
    let text = fact.label.span.of(&app.dossier.articles[fact.label.article].text);
    let mut words = Words::new();
    pointer(&mut words, app, theme, entry);
    words.add(" ", theme.style(Role::Text));
    words.add_within(text, theme.style(Role::Text), label);
    words.to(label + 2, theme.style(Role::Text));
    for (says, _) in &fact.cells {
        words.add(&says.sign().to_string(), theme.style(role_of(*says))).add("  ", theme.style(Role::Text));
    }
    words.draw(frame, area, row);
}

/// The role of a coverage cell.
pub fn role_of(says: Says) -> Role {
    match says {
        Says::Fully => Role::Same,
        Says::Partly => Role::Reworded,
        Says::Differs => Role::Differs,
        Says::Absent => Role::Absent,
    }
}
