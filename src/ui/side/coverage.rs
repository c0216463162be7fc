//! The tab of the coverage: a fact against the outlets, and what each of them makes of it.

use ratatui::Frame;

use super::super::pen::Words;
use super::super::theme::{Role, Theme};
use super::pointer;
use super::sheet::Sheet;
use crate::app::App;
use crate::app::layout::Area;
use crate::dossier::coverage::Says;

/// Columns that a label of a fact takes, so that its cells stand below one another.
fn label_width(app: &App, area: Area) -> usize {
    let cells = app.dossier.articles.len() * 3 + 1;
    usize::from(area.width).saturating_sub(cells + 2).max(usize::from(area.width) / 3)
}

/// Draws the names of the columns, and what the signs mean.
pub fn heading(frame: &mut Frame, app: &App, theme: &Theme, area: Area) {
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

/// Draws one entry with its first line on `row`.
pub fn entry(frame: &mut Frame, app: &App, theme: &Theme, area: Area, row: u16, entry: usize) {
    let fact = &app.dossier.coverage.facts[entry];
    let label = label_width(app, area);
    let text = fact.label.span.of(&app.dossier.articles[fact.label.article].text);
    let mut words = Words::new();
    pointer(&mut words, app, theme, entry);
    words.add(" ", theme.style(Role::Text));
    words.add_within(text, theme.style(Role::Text), label);
    words.to(label + 2, theme.style(Role::Text));
    for article in 0..app.dossier.articles.len() {
        let says = fact.says(article);
        words.add(&says.sign().to_string(), theme.style(role_of(says))).add("  ", theme.style(Role::Text));
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

/// Every outlet with what it makes of the fact; the silent ones in one line.
pub fn detail(sheet: &mut Sheet, app: &App) {
    let Some(fact) = app.dossier.coverage.facts.get(app.side.cursor()) else { return };
    let mut silent = Vec::new();
    for (at, page) in app.dossier.articles.iter().enumerate() {
        match fact.cell(at) {
            Some(cell) => {
                sheet.text(&cell.says.sign().to_string(), role_of(cell.says), page.label(), Role::Title, 1);
                sheet.text("", Role::Dim, cell.passage.span.of(&page.text), Role::Text, 2);
            }
            None => silent.push(page.label()),
        }
    }
    if !silent.is_empty() {
        let text = app.messages.with("absent-from", &[("outlets", silent.join(", ").into())]);
        sheet.text("·", Role::Absent, &text, Role::Dim, 2);
    }
}
