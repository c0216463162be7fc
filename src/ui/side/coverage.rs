//! The tab of the coverage: outlets over their columns, a sign in every cell, and below the list what
//! the cell under the cursor says.

use std::collections::BTreeSet;

use ratatui::Frame;

use super::super::pen::Words;
use super::super::theme::{Role, Theme};
use super::lines::Lines;
use super::pointer;
use crate::app::App;
use crate::app::layout::Area;
use crate::app::side::Placed;
use crate::app::side::coverage::{Grid, Part, What};
use crate::article::Span;
use crate::dossier::coverage::{Apart, Cell, Fact, Says, cell_of};
use crate::dossier::index::other_side;
use crate::dossier::matrix::{Entry, Pick, Section, Sort, context};
use crate::output::coverage::{BARS, filtered, label, share_counts, shares, shares_told};
use crate::text::difference::{Change, difference};
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
    let short = &app.side.coverage.codes;
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
        // What one outlet alone has is not among what is listed otherwise.
        let told_count = match tab.filter.pick {
            Some(Pick::Only(_)) => tab.shown().to_string(),
            _ => app.messages.with("side-shown", &values),
        };
        count.add(&told_count, theme.style(Role::Title));
        let mut words = Words::new();
        words.add(" ", theme.style(Role::Key));
        words.add_within(&told, theme.style(Role::Key), columns.saturating_sub(count.width() + 2));
        words.to(columns.saturating_sub(count.width() + 1), theme.style(Role::Key)).append(count);
        words.draw(frame, area, 1);
    }
}

/// An outlet's name without the article before it, which says nothing at the head of a column.
fn without_article(label: &str) -> &str {
    ["Le ", "La ", "Les ", "The "].iter().find_map(|article| label.strip_prefix(article)).unwrap_or(label)
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
    let (title, legend) = match part {
        Part::Shares => (app.messages.get("coverage-shares"), Some("coverage-bars")),
        Part::Section(section) => {
            let key = format!("out-coverage-{}", section.name());
            let count = [("count", tab.count_of(part).into())];
            let legend = Some("coverage-legend").filter(|_| section == Section::Facts);
            (app.messages.with(&key, &count), legend)
        }
    };
    let mut words = Words::new();
    words.add("─ ", theme.style(Role::Border)).add(&title, theme.style(Role::Title));
    // A legend that is cut explains nothing; the line at the bottom has it too.
    let shorter = (part == Part::Shares).then_some("coverage-bars-short");
    let mut legends = [legend, shorter].into_iter().flatten().map(|key| app.messages.get(key));
    if let Some(legend) = legends.find(|legend| words.width() + width(legend) + 4 <= columns) {
        words.add("  ", theme.style(Role::Dim)).add(&legend, theme.style(Role::Dim));
    }
    words.add(" ", theme.style(Role::Border));
    let rest = columns.saturating_sub(words.width());
    words.add(&"─".repeat(rest), theme.style(Role::Border));
    words.draw(frame, area, row);
}

/// Columns of a bar for which the words beside it give way to numbers.
const LEAST_BAR: usize = 12;

/// The roles of the parts of a bar, as in [`BARS`].
const BAR_ROLES: [Role; 4] = [Role::Same, Role::Reworded, Role::Absent, Role::Only];

/// How much of an article others have, as a bar of four shades with their counts.
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
    let name = if wide { 28 } else { 5 };
    // All bars are as long as the longest counts let them be, so that they can be held against each other.
    let most = (0..app.dossier.articles.len()).fold([0; 4], |most: [usize; 4], at| {
        let counts = share_counts(&app.dossier, at);
        std::array::from_fn(|part| most[part].max(counts[part]))
    });
    let in_words = wide && name + LEAST_BAR + 3 + width(&shares_told(most, &app.words)) <= columns;
    let told = |counts: [usize; 4]| match counts {
        _ if in_words => shares_told(counts, &app.words),
        [shared, partly, 0, own] => format!("{shared}·{partly}·{own}"),
        [shared, partly, faintly, own] => format!("{shared}·{partly}·?{faintly}·{own}"),
    };
    let counts = told(share_counts(&app.dossier, article));
    let room = width(&told(most)).max(9);
    let mut words = Words::new();
    pointer(&mut words, app, theme, entry);
    words.add(" ", theme.style(Role::Text));
    let role = if Some(article) == app.article() { Role::Title } else { Role::Text };
    if wide {
        words.add_within(app.dossier.articles[article].label(), theme.style(role), name);
    } else if let Some(short) = app.side.coverage.codes.get(article) {
        words.add_within(short, theme.style(role), name);
    }
    words.to(name + 1, theme.style(Role::Text));
    let bar = columns.saturating_sub(words.width() + room + 2).min(80);
    for ((part, sign), role) in shares(&app.dossier, article, bar).into_iter().zip(BARS).zip(BAR_ROLES) {
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
    app.messages.get(in_words_key(says))
}

const fn in_words_key(says: Says) -> &'static str {
    match says {
        Says::Fully => "says-fully",
        Says::Partly => "says-partly",
        Says::Differs => "says-differs",
        Says::Absent => "says-absent",
    }
}

/// How far the tellings are apart, then what the cell under the cursor says, or every outlet that has
/// the entry, those that differ first; the silent ones in one line.
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
    let fact = match entry {
        Entry::Fact(at) => dossier.coverage.facts.get(at),
        Entry::Claim(at) => dossier.coverage.claims.get(at),
        _ => None,
    };
    if let Some(article) = tab.cell {
        match cell_of(&cells, article) {
            Some(cell) => told(lines, app, cell, fact),
            None => {
                let sign = Says::Absent.sign().to_string();
                let says = in_words(app, Says::Absent);
                lines.title((&sign, Role::Absent), dossier.articles[article].label(), &says);
                lines.text(("", Role::Dim), &app.messages.get("coverage-no-match"), Role::Dim);
            }
        }
        lines.text(("", Role::Dim), &label(dossier, entry, &app.words), Role::Dim);
        return;
    }
    match fact {
        Some(fact) => {
            let (sign, role) = match fact.apart {
                Apart::Agree => ("=", Role::Same),
                Apart::Reworded => ("~", Role::Reworded),
                Apart::Differ(_) => ("≠", Role::Differs),
            };
            let mut apart = app.words.apart(&fact.apart);
            if fact.distance > 0.0 {
                let distance = [("distance", app.words.decimal(fact.distance).into())];
                apart = format!("{apart} · {}", app.messages.with("coverage-distance", &distance));
            }
            lines.text((sign, role), &apart, Role::Title);
        }
        None => {
            lines.text(("", Role::Dim), &label(dossier, entry, &app.words), Role::Title);
        }
    }
    // The passage that stands for it comes first, then what contradicts it.
    let leads = |cell: &Cell| fact.is_some_and(|fact| fact.label == cell.passage);
    let mut ordered: Vec<&Cell> = cells.iter().collect();
    ordered.sort_by_key(|cell| (!leads(cell), cell.says != Says::Differs));
    for cell in ordered {
        told(lines, app, cell, fact);
    }
    silent(lines, app, &cells, fact);
}

/// What one outlet makes of an entry, the words marked that the passage which stands for it does not have.
fn told(lines: &mut Lines, app: &App, cell: &Cell, fact: Option<&Fact>) {
    let dossier = &app.dossier;
    let article = cell.passage.article;
    let page = &dossier.articles[article];
    let title = match app.side.coverage.codes.get(article) {
        Some(code) => format!("{} ({code})", page.label()),
        None => page.label().to_owned(),
    };
    lines.title((&cell.says.sign().to_string(), role_of(cell.says)), &title, &in_words(app, cell.says));
    let around = context(dossier, cell.passage);
    let mut marks = Vec::new();
    if let Some(fact) = fact.filter(|fact| fact.label != cell.passage) {
        let own = cell.passage.span;
        let lead = fact.label.span.of(&dossier.articles[fact.label.article].text);
        let changes = difference(lead, own.of(&page.text)).1.into_iter().map(|(span, change)| {
            let role = if change == Change::Added { Role::Added } else { Role::Changed };
            (Span::new(span.start + own.start, span.end + own.start), lines.style(role))
        });
        marks.extend(changes);
    } else if around.span != cell.passage.span {
        marks.push((cell.passage.span, lines.style(Role::Title)));
    }
    lines.marked(("", Role::Dim), &page.text, around.span, Role::Text, &marks);
}

/// The outlets that do not have it, and those in which there may be a match that is too weak to count.
fn silent(lines: &mut Lines, app: &App, cells: &[Cell], fact: Option<&Fact>) {
    let dossier = &app.dossier;
    let mut perhaps = BTreeSet::new();
    for passage in fact.map_or(&[][..], |fact| fact.passages.as_slice()) {
        let Some(sentence) = dossier.texts[passage.article].sentence_at(passage.span.start) else { continue };
        let loose = dossier.index.loose_of(passage.article, sentence).iter();
        perhaps.extend(loose.map(|&at| other_side(&dossier.loose[at], passage.article).article));
    }
    let silent = (0..dossier.articles.len()).filter(|article| cell_of(cells, *article).is_none());
    let (perhaps, silent): (Vec<usize>, Vec<usize>) = silent.partition(|article| perhaps.contains(article));
    for (sign, one, many, articles) in [
        ("?", "coverage-perhaps", "coverage-perhaps-many", perhaps),
        ("·", "absent-from", "absent-from-many", silent),
    ] {
        let text = if articles.len() > 12 {
            app.messages.with(many, &[("count", articles.len().into())])
        } else {
            let labels: Vec<&str> = articles.iter().map(|at| dossier.articles[*at].label()).collect();
            app.messages.with(one, &[("outlets", labels.join(", ").into())])
        };
        if !articles.is_empty() {
            lines.text((sign, Role::Absent), &text, Role::Dim);
        }
    }
}

/// What the line at the bottom says while the tab has the keys: the cell under the cursor, and what the
/// signs mean.
pub fn status(app: &App, theme: &Theme) -> Words {
    let mut words = Words::new();
    words.add(" ", theme.style(Role::Text));
    let tab = &app.side.coverage;
    let what = tab.entries().get(app.side.cursor()).copied();
    let room = usize::from(app.size.0);
    let legend = |words: &mut Words, sign: &str, role: Role, key: &str| {
        let text = app.messages.get(key);
        if words.width() + width(sign) + 1 + width(&text) <= room {
            words.add(sign, theme.style(role)).add(" ", theme.style(Role::Dim));
            words.add(&text, theme.style(Role::Dim)).add("   ", theme.style(Role::Dim));
        }
    };
    let Some(What::Entry(entry)) = what else {
        for ((sign, role), key) in
            BARS.into_iter().zip(BAR_ROLES).zip(["bar-shared", "bar-partly", "bar-faintly", "bar-own"])
        {
            legend(&mut words, sign, role, key);
        }
        return words;
    };
    if let Some(article) = tab.cell {
        let says = cell_of(&entry.cells(&app.dossier), article).map_or(Says::Absent, |cell| cell.says);
        words.add(app.dossier.articles[article].label(), theme.style(Role::Title));
        words.add(app.words.colon(), theme.style(Role::Dim));
        words.add(&format!("{} {}", says.sign(), in_words(app, says)), theme.style(role_of(says)));
        words.add("   ", theme.style(Role::Dim));
    }
    for says in [Says::Fully, Says::Partly, Says::Differs, Says::Absent] {
        if tab.cell.is_none() {
            let key = if says == Says::Absent { "says-no-match" } else { in_words_key(says) };
            legend(&mut words, &says.sign().to_string(), role_of(says), key);
        }
    }
    words
}

fn share_detail(lines: &mut Lines, app: &App, article: usize) {
    let page = &app.dossier.articles[article];
    lines.title(("", Role::Dim), page.label(), "");
    let counts = shares_told(share_counts(&app.dossier, article), &app.words);
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
