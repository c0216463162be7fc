//! The rows: passages with their signs and marks, one above the other or side by side.

use ratatui::style::Style;

use super::super::pen::{Mark, Words};
use super::super::theme::{Role, Theme};
use super::label;
use crate::align::Reason;
use crate::app::App;
use crate::app::compare::{Cell, Compare, Laid, STACKED_LABEL};
use crate::app::layout::Area;
use crate::article::{BlockKind, Span};
use crate::dossier::level::{Level, Told};
use crate::text::difference::{Change, difference};

/// Above this many silent outlets they are counted instead of named.
const NAMED: usize = 8;

/// All lines of a row, the rule below it included.
pub fn lines(app: &App, theme: &Theme, compare: &Compare, row: usize, area: Area) -> Vec<Words> {
    let (Some(laid), Some(level)) = (compare.laid(row), compare.level(row)) else { return Vec::new() };
    let columns = usize::from(area.width);
    let drawn = Row { app, theme, compare, row, level, columns };
    let mut lines = if compare.arrangement.stacked() { drawn.stacked(laid) } else { drawn.beside(laid) };
    if laid.silent {
        lines.push(drawn.silent(laid));
    }
    if laid.remark {
        lines.push(drawn.remark());
    }
    let mut rule = Words::new();
    rule.add(&"╌".repeat(columns), theme.style(Role::Border));
    lines.push(rule);
    lines
}

struct Row<'a> {
    app: &'a App,
    theme: &'a Theme,
    compare: &'a Compare,
    row: usize,
    level: &'a Level,
    columns: usize,
}

impl Row<'_> {
    fn here(&self, cell: &Cell) -> bool {
        self.row == self.compare.row && cell.column == self.compare.column
    }

    fn stacked(&self, laid: &Laid) -> Vec<Words> {
        let mut lines = Vec::new();
        for cell in &laid.cells {
            let article = self.compare.article_of(cell.column);
            let mut first = true;
            let mut lead = |sign: Option<Words>| {
                let mut words = Words::new();
                if std::mem::take(&mut first) {
                    let cursor = if self.here(cell) { " ▶ " } else { "   " };
                    words.add(cursor, self.theme.style(Role::Cursor));
                    let end = usize::from(STACKED_LABEL) - 4;
                    words.add_within(label(self.app, article), self.theme.style(Role::Title), end);
                }
                words.to(usize::from(STACKED_LABEL) - 3, Style::default());
                if let Some(sign) = sign {
                    words.append(sign);
                }
                words.to(usize::from(STACKED_LABEL), Style::default());
                words
            };
            if cell.passages.is_empty() {
                let mut words = lead(None);
                words.add("—", self.theme.style(Role::Absent));
                lines.push(words);
            }
            self.passages(cell, lead, &mut lines);
        }
        lines
    }

    fn beside(&self, laid: &Laid) -> Vec<Words> {
        let mut cells: Vec<Vec<Words>> = Vec::new();
        for (place, cell) in laid.cells.iter().enumerate() {
            let mut first = true;
            let mut lead = |sign: Option<Words>| {
                let mut words = Words::new();
                let cursor = if std::mem::take(&mut first) && self.here(cell) { "▶ " } else { "  " };
                words.add(if place == 0 { " " } else { "│" }, self.theme.style(Role::Border));
                words.add(cursor, self.theme.style(Role::Cursor));
                if let Some(sign) = sign {
                    words.append(sign);
                }
                words.to(6, Style::default());
                words
            };
            let mut lines = Vec::new();
            if cell.passages.is_empty() {
                let mut words = lead(None);
                words.add("—", self.theme.style(Role::Absent));
                lines.push(words);
            }
            self.passages(cell, lead, &mut lines);
            cells.push(lines);
        }
        let tallest = cells.iter().map(Vec::len).max().unwrap_or(0);
        let width = usize::from(self.compare.arrangement.width);
        let mut lines = Vec::new();
        for line in 0..tallest {
            let mut words = Words::new();
            for (place, cell) in cells.iter_mut().enumerate() {
                words.to(place * width, Style::default());
                match cell.get_mut(line) {
                    Some(part) => {
                        words.append(std::mem::take(part));
                    }
                    None if place > 0 => {
                        words.add("│", self.theme.style(Role::Border));
                    }
                    None => {}
                }
            }
            lines.push(words);
        }
        lines
    }

    /// The lines of a cell's passages, each behind what `lead` gives for it; a passage's first line has
    /// its sign.
    fn passages(&self, cell: &Cell, mut lead: impl FnMut(Option<Words>) -> Words, lines: &mut Vec<Words>) {
        let article = self.compare.article_of(cell.column);
        let text = &self.app.dossier.articles[article].text;
        let found = self.theme.style(Role::Match);
        let matches = self.compare.matches_in(&self.app.dossier, cell);
        for (told, spans) in &cell.passages {
            let mut marks = self.outside(told, article);
            marks.extend(self.marks(told, article));
            marks.extend(matches.iter().map(|span| (*span, found)));
            let base = self.theme.style(self.role(told, article));
            for (number, span) in spans.iter().enumerate() {
                let mut words = lead((number == 0).then(|| self.sign(told)));
                words.add_marked(text, *span, base, &marks);
                lines.push(words);
            }
        }
    }

    fn role(&self, told: &Told, article: usize) -> Role {
        if told.again {
            return Role::Dim;
        }
        let dossier = &self.app.dossier;
        let sentence = dossier.texts[article].sentence_at(told.span.start);
        let block = sentence.map(|at| dossier.texts[article].sentences[at].block);
        match block.and_then(|at| dossier.articles[article].blocks.get(at)).map(|block| block.kind) {
            Some(BlockKind::Headline | BlockKind::Heading) => Role::Headline,
            _ => Role::Text,
        }
    }

    /// How a passage stands to the one it is held against, and whether it was moved to get there.
    fn sign(&self, told: &Told) -> Words {
        let mut words = Words::new();
        match told.relation {
            Some(relation) => {
                let role = super::super::reader::role_of(relation);
                words.add(&relation.sign().to_string(), self.theme.style(role));
            }
            None if self.level.alone() => {
                words.add("+", self.theme.style(Role::Only));
            }
            None => {
                words.add(" ", Style::default());
            }
        }
        let moved = match told {
            Told { again: true, .. } => "↑",
            Told { moved: true, .. } => "↕",
            _ => " ",
        };
        words.add(moved, self.theme.style(Role::Key));
        words
    }

    /// What stands in a passage beside the part that matches its counterpart, which is dimmed.
    fn outside(&self, told: &Told, article: usize) -> Vec<Mark> {
        let against = if told.pair.is_none() { self.compare.told_about(self.row) } else { Some(told) };
        let pair = against.and_then(|told| self.compare.pair(&self.app.dossier, told));
        let side = pair.and_then(|pair| {
            let side = [pair.a, pair.b].iter().position(|side| side.article == article)?;
            pair.parts[side]
        });
        let Some(part) = side.filter(|part| told.span.covers(*part)) else { return Vec::new() };
        let dim = self.theme.style(Role::Dim);
        let text = &self.app.dossier.articles[article].text;
        let around = [Span::new(told.span.start, part.start), Span::new(part.end, told.span.end)];
        let words = |span: &Span| span.of(text).contains(char::is_alphanumeric);
        around.into_iter().filter(words).map(|span| (span, dim)).collect()
    }

    /// The words of a passage that its counterpart does not have: for the one that leads the row
    /// against the match that is told about, for a match against the one that leads.
    fn marks(&self, told: &Told, article: usize) -> Vec<Mark> {
        let dossier = &self.app.dossier;
        let text = |told: &Told| told.span.of(&dossier.articles[self.compare.article_in(told.column)].text);
        let against = if told.pair.is_none() { self.compare.told_about(self.row) } else { self.level.lead() };
        let Some(against) = against.filter(|other| other.column != told.column) else { return Vec::new() };
        let own = told.span.of(&dossier.articles[article].text);
        let changes = difference(own, text(against)).0;
        changes
            .into_iter()
            .map(|(span, change)| {
                let span = Span::new(span.start + told.span.start, span.end + told.span.start);
                let role = if change == Change::Added { Role::Added } else { Role::Changed };
                (span, self.theme.style(role))
            })
            .collect()
    }

    /// The outlets that do not have the passage.
    fn silent(&self, laid: &Laid) -> Words {
        let app = self.app;
        let silent: Vec<&str> = (1..=self.compare.others.len())
            .filter(|column| !laid.cells.iter().any(|cell| cell.column == *column))
            .map(|column| label(app, self.compare.article_of(column)))
            .collect();
        let text = if silent.len() > NAMED {
            app.messages.with("absent-from-many", &[("count", silent.len().into())])
        } else {
            app.messages.with("absent-from", &[("outlets", silent.join(", ").into())])
        };
        let mut words = Words::new();
        words.add("   — ", self.theme.style(Role::Absent));
        words.add_within(&text, self.theme.style(Role::Absent), self.columns.saturating_sub(1));
        words
    }

    /// What two passages of the row differ on.
    fn remark(&self) -> Words {
        let app = self.app;
        let mut words = Words::new();
        let named = |reason: &Reason| matches!(reason, Reason::Differ(..) | Reason::Drift(..));
        let of = |told: &Told| -> Vec<Reason> {
            self.compare.reasons(&app.dossier, told).into_iter().filter(named).collect()
        };
        let chosen = self.compare.told_about(self.row).filter(|told| !of(told).is_empty());
        let chosen = chosen.or_else(|| self.level.told.iter().find(|told| !of(told).is_empty()));
        let Some(told) = chosen else { return words };
        let role = told.relation.map_or(Role::Dim, super::super::reader::role_of);
        let sign = told.relation.map_or(' ', crate::align::Relation::sign);
        words.add("   ", Style::default()).add(&sign.to_string(), self.theme.style(role));
        words.add(" ", Style::default());
        let outlet = label(app, self.compare.article_in(told.column));
        let text = format!("{outlet}{}{}", app.words.colon(), app.words.reasons(&of(told)));
        words.add_within(&text, self.theme.style(Role::Dim), self.columns.saturating_sub(1));
        words
    }
}
