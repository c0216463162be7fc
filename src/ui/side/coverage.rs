//! The tab of the coverage: outlets over their columns, a sign in every cell, and below the list what
//! the cell under the cursor says.

use ratatui::Frame;

use super::super::pen::Words;
use super::super::theme::{Role, Theme};
use super::lines::Lines;
use super::pointer;
use crate::app::App;
use crate::app::layout::Area;
use crate::app::side::Placed;
use crate::app::side::coverage::{Grid, Part, What};
use crate::dossier::coverage::{Cell, Says, cell_of};
use crate::dossier::matrix::{Entry, Section, Sort, context};
use crate::output::coverage::{BARS, filtered, label, share_counts, shares};
use crate::text::width::width;

/// Draws the names over the cells, what is listed first, and what a filter lets through.
pub fn heading(frame: &mut Frame, app: &App, theme: &Theme, area: Area) {
    let columns = usize::from(area.width);
    let grid = Grid::new(columns, app.dossier.articles.len());
    let mut words = Words::new();
    let order = app.messages.get(match app.side.coverage.sort {
        Sort::Breadth => "order-breadth",
        Sort::Disagreement => "order-disagreement",
    });
    if grid.beside {
        words.add(" ", theme.style(Role::Dim)).add_within(&order, theme.style(Role::Dim), grid.start);
    }
    words.to(grid.start, theme.style(Role::Dim));
    let short = initials(app);
    for (at, article) in
        app.dossier.articles.iter().enumerate().take(if grid.each > 0 { usize::MAX } else { 0 })
    {
        let role = match at {
            at if Some(at) == app.side.coverage.cell => Role::Current,
            at if Some(at) == app.article() => Role::Title,
            _ => Role::Dim,
        };
        let end = words.width() + grid.each;
        if grid.each > 7 {
            words.add(" ", theme.style(Role::Dim));
            words.add_within(without_article(article.label()), theme.style(role), end - 1);
        } else if let Some(short) = short.get(at) {
            words.add_within(short, theme.style(role), end);
        }
        words.to(end, theme.style(Role::Dim));
    }
    if grid.each == 0 {
        words.add_within(&order, theme.style(Role::Dim), columns.saturating_sub(1));
    }
    words.draw(frame, area, 0);
    if let Some(told) = filtered(&app.dossier, app.side.coverage.filter, &app.words) {
        let tab = &app.side.coverage;
        let values = [("shown", tab.shown().into()), ("total", tab.total().into())];
        let mut count = Words::new();
        count.add(&app.messages.with("side-shown", &values), theme.style(Role::Title));
        let mut words = Words::new();
        words.add(" ", theme.style(Role::Key));
        words.add_within(&told, theme.style(Role::Key), columns.saturating_sub(count.width() + 2));
        words.to(columns.saturating_sub(count.width() + 1), theme.style(Role::Key)).append(count);
        words.draw(frame, area, 1);
    }
}

/// Letters that stand for each outlet, no two alike: those of its first two words, articles and
/// prepositions left out, else others of its name, else its number.
fn initials(app: &App) -> Vec<String> {
    let mut taken = std::collections::HashSet::new();
    let articles = app.dossier.articles.iter().enumerate();
    articles
        .map(|(at, article)| {
            let found = candidates(article.label()).into_iter().find(|short| !taken.contains(short));
            let short = found.unwrap_or_else(|| format!("{}", at + 1));
            taken.insert(short.clone());
            short
        })
        .collect()
}

/// An outlet's name without the article before it, which says nothing at the head of a column.
fn without_article(label: &str) -> &str {
    ["Le ", "La ", "Les ", "The "].iter().find_map(|article| label.strip_prefix(article)).unwrap_or(label)
}

fn candidates(label: &str) -> Vec<String> {
    let passed_over = |word: &&str| {
        word.chars().any(char::is_alphanumeric)
            && !matches!(
                word.to_lowercase().as_str(),
                "le" | "la" | "les" | "l" | "the" | "de" | "des" | "du" | "d" | "of"
            )
    };
    let words: Vec<&str> = label.split(|c: char| !c.is_alphanumeric()).filter(passed_over).collect();
    let mut letters = words.iter().flat_map(|word| word.chars());
    let Some(first) = letters.next() else { return Vec::new() };
    let second = words.get(1).and_then(|word| word.chars().next());
    let rest: Vec<char> = letters.collect();
    second.into_iter().chain(rest).map(|other| format!("{first}{other}").to_uppercase()).collect()
}

/// Draws one entry, under the heading of its part where it begins one or stands on top.
pub fn entry(frame: &mut Frame, app: &App, theme: &Theme, area: Area, row: u16, placed: Placed) {
    let columns = usize::from(area.width);
    let mut row = row;
    if placed.heading > 0 {
        draw_part(frame, app, theme, area, row, placed.entry);
        row += 1;
    }
    let Some(what) = app.side.coverage.entries().get(placed.entry).copied() else { return };
    match what {
        What::Share(article) => draw_share(frame, app, theme, area, row, placed.entry, article),
        What::Entry(entry) => {
            let grid = Grid::new(columns, app.dossier.articles.len());
            let cells = what.cells(&app.dossier);
            let text = label(&app.dossier, entry, &app.words);
            let style = theme.style(match entry {
                Entry::Actor(at) => app
                    .dossier
                    .actors
                    .get(at)
                    .map_or(Role::Text, |actor| super::super::reader::role_of_actor(actor.kind)),
                Entry::Figure(_) => Role::Figure,
                _ => Role::Text,
            });
            let mut words = Words::new();
            pointer(&mut words, app, theme, placed.entry);
            words.add(" ", theme.style(Role::Text));
            if grid.beside {
                words.add_within(&text, style, grid.start.saturating_sub(2));
                words.to(grid.start, theme.style(Role::Text));
                signs(&mut words, app, theme, grid, &cells, placed.entry);
                words.draw(frame, area, row);
                return;
            }
            words.add_within(&text, style, columns.saturating_sub(1));
            words.draw(frame, area, row);
            let mut below = Words::new();
            below.to(grid.start, theme.style(Role::Text));
            signs(&mut below, app, theme, grid, &cells, placed.entry);
            let count = format!("{}/{}", cells.len(), app.dossier.articles.len());
            below.to(columns.saturating_sub(width(&count) + 1), theme.style(Role::Dim));
            below.add(&count, theme.style(Role::Dim));
            below.draw(frame, area, row + 1);
        }
    }
}

/// The cells of an entry; the one under the cursor in brackets.
fn signs(words: &mut Words, app: &App, theme: &Theme, grid: Grid, cells: &[Cell], entry: usize) {
    if grid.each == 0 {
        for says in [Says::Fully, Says::Partly, Says::Differs] {
            let count = cells.iter().filter(|cell| cell.says == says).count();
            if count > 0 {
                words.add(&format!("{} {count}  ", says.sign()), theme.style(role_of(says)));
            }
        }
        return;
    }
    let here = entry == app.side.cursor();
    for article in 0..app.dossier.articles.len() {
        let says = cell_of(cells, article).map_or(Says::Absent, |cell| cell.says);
        let chosen = here && app.side.coverage.cell == Some(article);
        let (before, after) = match (chosen, grid.each) {
            (true, 3..) => ("[", "]"),
            (true, _) => ("›", ""),
            (false, 3..) => (" ", " "),
            (false, _) => (" ", ""),
        };
        let end = words.width() + grid.each;
        words.add(before, theme.style(Role::Key));
        words.add(&says.sign().to_string(), theme.style(role_of(says)));
        words.add(after, theme.style(Role::Key));
        words.to(end, theme.style(Role::Text));
    }
}

fn draw_part(frame: &mut Frame, app: &App, theme: &Theme, area: Area, row: u16, entry: usize) {
    let tab = &app.side.coverage;
    let Some(part) = tab.part_of(entry) else { return };
    let columns = usize::from(area.width);
    let mut words = Words::new();
    words.add("─ ", theme.style(Role::Border));
    match part {
        Part::Shares => {
            words.add(&app.messages.get("coverage-shares"), theme.style(Role::Title));
            words.add("  ", theme.style(Role::Dim));
            words.add_within(
                &app.messages.get("coverage-bars"),
                theme.style(Role::Dim),
                columns.saturating_sub(2),
            );
        }
        Part::Section(section) => {
            let key = format!("out-coverage-{}", section.name());
            let count = [("count", tab.count_of(part).into())];
            words.add(&app.messages.with(&key, &count), theme.style(Role::Title));
            if section == Section::Facts {
                let legend = format!("  {}", app.messages.get("coverage-legend"));
                words.add_within(&legend, theme.style(Role::Dim), columns.saturating_sub(2));
            }
        }
    }
    words.add(" ", theme.style(Role::Border));
    let rest = columns.saturating_sub(words.width());
    words.add(&"─".repeat(rest), theme.style(Role::Border));
    words.draw(frame, area, row);
}

/// How much of an article others have, as a bar of three shades with their counts.
fn draw_share(
    frame: &mut Frame,
    app: &App,
    theme: &Theme,
    area: Area,
    row: u16,
    entry: usize,
    article: usize,
) {
    let columns = usize::from(area.width);
    let wide = columns >= 60;
    let [shared, partly, own] = share_counts(&app.dossier, article);
    let counts = if wide {
        let texts = [shared, partly, own].map(|count| count.to_string());
        app.words.with("out-shares", &[("shared", &texts[0]), ("partly", &texts[1]), ("own", &texts[2])])
    } else {
        format!("{shared}·{partly}·{own}")
    };
    let name = if wide { 28 } else { 5 };
    let mut words = Words::new();
    pointer(&mut words, app, theme, entry);
    words.add(" ", theme.style(Role::Text));
    let role = if Some(article) == app.article() { Role::Title } else { Role::Text };
    if wide {
        words.add_within(app.dossier.articles[article].label(), theme.style(role), name);
    } else if let Some(short) = initials(app).get(article) {
        words.add_within(short, theme.style(role), name);
    }
    words.to(name + 1, theme.style(Role::Text));
    let bar = columns.saturating_sub(words.width() + width(&counts).max(9) + 2).min(80);
    let roles = [Role::Same, Role::Reworded, Role::Only];
    for ((part, sign), role) in shares(&app.dossier, article, bar).into_iter().zip(BARS).zip(roles) {
        words.add(&sign.repeat(part), theme.style(role));
    }
    words.add(" ", theme.style(Role::Text)).add(&counts, theme.style(Role::Dim));
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

/// What an outlet makes of an entry, in words.
fn in_words(app: &App, says: Says) -> String {
    app.messages.get(match says {
        Says::Fully => "says-fully",
        Says::Partly => "says-partly",
        Says::Differs => "says-differs",
        Says::Absent => "says-absent",
    })
}

/// The entry in full, then what the cell under the cursor says, or every outlet that has it; the silent
/// ones in one line.
pub fn detail(lines: &mut Lines, app: &App) {
    let dossier = &app.dossier;
    let tab = &app.side.coverage;
    let entry = match tab.entries().get(app.side.cursor()) {
        Some(What::Share(article)) => {
            share_detail(lines, app, *article);
            return;
        }
        Some(What::Entry(entry)) => *entry,
        None => return,
    };
    let cells = entry.cells(dossier);
    let short = initials(app);
    let told = |lines: &mut Lines, cell: &Cell| {
        let article = cell.passage.article;
        let page = &dossier.articles[article];
        let title = match short.get(article) {
            Some(short) => format!("{} ({short})", page.label()),
            None => page.label().to_owned(),
        };
        lines.title((&cell.says.sign().to_string(), role_of(cell.says)), &title, &in_words(app, cell.says));
        let around = context(dossier, cell.passage);
        let marks = [(cell.passage.span, lines.style(Role::Title))];
        let marked = around.span != cell.passage.span;
        lines.marked(("", Role::Dim), &page.text, around.span, Role::Text, if marked { &marks } else { &[] });
    };
    if let Some(article) = tab.cell {
        match cell_of(&cells, article) {
            Some(cell) => told(lines, cell),
            None => {
                let sign = Says::Absent.sign().to_string();
                lines.title(
                    (&sign, Role::Absent),
                    dossier.articles[article].label(),
                    &in_words(app, Says::Absent),
                );
                lines.text(("", Role::Dim), &app.messages.get("coverage-no-match"), Role::Dim);
            }
        }
        lines.text(("", Role::Dim), &label(dossier, entry, &app.words), Role::Dim);
        return;
    }
    lines.text(("", Role::Dim), &label(dossier, entry, &app.words), Role::Title);
    for cell in &cells {
        told(lines, cell);
    }
    let silent: Vec<&str> = (0..dossier.articles.len())
        .filter(|article| cell_of(&cells, *article).is_none())
        .map(|article| dossier.articles[article].label())
        .collect();
    if silent.len() > 12 {
        let text = app.messages.with("absent-from-many", &[("count", silent.len().into())]);
        lines.text(("·", Role::Absent), &text, Role::Dim);
    } else if !silent.is_empty() {
        let text = app.messages.with("absent-from", &[("outlets", silent.join(", ").into())]);
        lines.text(("·", Role::Absent), &text, Role::Dim);
    }
}

fn share_detail(lines: &mut Lines, app: &App, article: usize) {
    let page = &app.dossier.articles[article];
    lines.title(("", Role::Dim), page.label(), "");
    let [shared, partly, own] = share_counts(&app.dossier, article).map(|count| count.to_string());
    let counts = app.words.with("out-shares", &[("shared", &shared), ("partly", &partly), ("own", &own)]);
    lines.text(("", Role::Dim), &counts, Role::Text);
    lines.text(("", Role::Dim), page.headline(), Role::Dim);
    for copied in app.dossier.copies.iter().filter(|copied| copied.articles.contains(&article)) {
        let other = if copied.articles[0] == article { copied.articles[1] } else { copied.articles[0] };
        let text = super::super::compare::copied_words(
            app,
            app.dossier.articles[other].label(),
            copied.words,
            copied.wire.as_deref(),
        );
        lines.text(("=", Role::Same), &text, Role::Text);
    }
    lines.text(("", Role::Dim), &app.messages.get("coverage-share-hint"), Role::Dim);
}
