//! The rows: passages with their signs and marks, one above the other or side by side.

use ratatui::style::{Modifier, Style};

use super::super::pen::{Mark, Words};
use super::super::theme::{Role, Theme};
use super::{head, label};
use crate::align::{Passage, Reason, Relation};
use crate::app::App;
use crate::app::compare::{Cell, Compare, Laid};
use crate::app::layout::Area;
use crate::article::{BlockKind, Span};
use crate::dossier::level::{Level, Told};
use crate::dossier::likeness::shared_words;
use crate::search::in_text::Occurrences;
use crate::text::difference::{Change, difference};

/// Above this many silent outlets they are counted instead of named.
const NAMED: usize = 8;

/// Up to this many outlets off the screen are named below a row; more are counted.
const BESIDE: usize = 3;

/// The most columns of the name of an outlet that is off the screen.
const LONGEST_NAME: usize = 20;

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
    lines.push(drawn.rule());
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

    /// What stands at the left of a cell: a bar along all of the one under the cursor.
    fn edge(&self, words: &mut Words, place: usize, cell: &Cell) {
        match (self.here(cell), place) {
            (true, _) => words.add("▌", self.theme.style(Role::Cursor)),
            (false, 0) => words.add(" ", Style::default()),
            (false, _) => words.add("│", self.theme.style(Role::Border)),
        };
    }

    /// The rule below the row, and in it how the outlets off the screen tell the passage.
    fn rule(&self) -> Words {
        let border = self.theme.style(Role::Border);
        let elsewhere = self.compare.elsewhere(self.row);
        let mut told = Words::new();
        if !self.compare.arrangement.stacked() && !elsewhere.is_empty() {
            let short = elsewhere.len() <= BESIDE;
            told.add(" ", border).add(&self.app.messages.get("compare-also"), self.theme.style(Role::Dim));
            for relation in [Relation::Conflict, Relation::SameFact, Relation::Partial] {
                let of = |at: &&(usize, Relation)| at.1.sign() == relation.sign();
                let role = super::super::reader::role_of(relation);
                if short {
                    for (article, _) in elsewhere.iter().filter(of) {
                        told.add(&format!(" {} ", relation.sign()), self.theme.style(role));
                        let end = told.width() + LONGEST_NAME;
                        told.add_within(label(self.app, *article), self.theme.style(Role::Dim), end);
                    }
                } else if let count @ 1.. = elsewhere.iter().filter(of).count() {
                    told.add(&format!(" {} ", relation.sign()), self.theme.style(role));
                    told.add(&count.to_string(), self.theme.style(Role::Dim));
                }
            }
            told.add(" ", border);
        }
        let mut rule = Words::new();
        if told.width() + 4 > self.columns {
            told = Words::new();
        }
        rule.add(&"╌".repeat(self.columns.saturating_sub(told.width() + 2)), border);
        rule.append(told);
        let rest = self.columns.saturating_sub(rule.width());
        rule.add(&"╌".repeat(rest), border);
        rule
    }

    fn stacked(&self, laid: &Laid) -> Vec<Words> {
        let label_end = usize::from(self.compare.arrangement.label);
        let mut lines = Vec::new();
        for cell in &laid.cells {
            let article = self.compare.article_of(cell.column);
            let mut first = true;
            let mut lead = |sign: Option<Words>| {
                let mut words = Words::new();
                let begins = std::mem::take(&mut first);
                let cursor = match (self.here(cell), begins) {
                    (true, true) => "▌▶ ",
                    (true, false) => "▌  ",
                    (false, _) => "   ",
                };
                words.add(cursor, self.theme.style(Role::Cursor));
                if begins {
                    let end = label_end - 4;
                    words.add_within(label(self.app, article), self.theme.style(Role::Title), end);
                }
                words.to(label_end - 3, Style::default());
                if let Some(sign) = sign {
                    words.append(sign);
                }
                words.to(label_end, Style::default());
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

    /// The outlet above its cell, in a row that has its own.
    fn heading(&self, place: usize, cell: &Cell) -> Words {
        let compare = self.compare;
        let order = compare.order(self.level);
        let told =
            |column: &usize| compare.level_column(*column).is_some_and(|at| !self.level.of(at).is_empty());
        let at = order.iter().position(|&column| column == cell.column).unwrap_or(0);
        let more_left = place == 1 && at > 0;
        let more_right = place + 1 == compare.arrangement.columns && order.iter().skip(at + 1).any(told);
        let mut words = Words::new();
        self.edge(&mut words, place, cell);
        words.add(if self.here(cell) { "▶" } else { " " }, self.theme.style(Role::Cursor));
        let rest = (cell.column, head::LEAD - words.width());
        words.append(head::name(self.app, self.theme, compare, rest, head::arrows(more_left, more_right)));
        words
    }

    fn beside(&self, laid: &Laid) -> Vec<Words> {
        let mut cells: Vec<Vec<Words>> = Vec::new();
        for (place, cell) in laid.cells.iter().enumerate() {
            let mut lines = Vec::new();
            let headed = laid.headed && cell.column > 0;
            if headed {
                lines.push(self.heading(place, cell));
            }
            let mut first = !headed;
            let mut lead = |sign: Option<Words>| {
                let mut words = Words::new();
                let cursor = if std::mem::take(&mut first) && self.here(cell) { "▶ " } else { "  " };
                self.edge(&mut words, place, cell);
                words.add(cursor, self.theme.style(Role::Cursor));
                if let Some(sign) = sign {
                    words.append(sign);
                }
                words.to(head::LEAD, Style::default());
                words
            };
            if cell.passages.is_empty() && (place < 2 || laid.headed || !self.compare.follows()) {
                let mut words = lead(None);
                words.add("—", self.theme.style(Role::Absent));
                if place > 0 && !laid.headed && self.compare.follows() {
                    words.add(
                        &format!(" {}", self.app.messages.get("compare-nowhere")),
                        self.theme.style(Role::Absent),
                    );
                }
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
                    None => {
                        if let Some(cell) = laid.cells.get(place) {
                            self.edge(&mut words, place, cell);
                        }
                    }
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
            marks.extend(self.marks(told));
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

    /// What stands out in a passage against its counterpart: for the one that leads the row against the
    /// match that is told about, for a match against the one that leads. That is the words which the
    /// other does not have; where the two are too unlike for that, those which both have; over them what
    /// the two contradict each other about.
    fn marks(&self, told: &Told) -> Vec<Mark> {
        let (compare, dossier) = (self.compare, &self.app.dossier);
        let against = if told.pair.is_none() { compare.told_about(self.row) } else { self.level.lead() };
        let Some(against) = against.filter(|other| other.column != told.column) else { return Vec::new() };
        let passage = |told: &Told| Passage { article: compare.article_in(told.column), span: told.span };
        let text = |told: &Told| told.span.of(&dossier.articles[compare.article_in(told.column)].text);
        let own = text(told);
        let here = |span: Span| Span::new(span.start + told.span.start, span.end + told.span.start);
        let (changes, theirs) = difference(own, text(against));
        let unlike = changes.is_empty() && theirs.is_empty();
        let mut marks: Vec<Mark> = changes
            .into_iter()
            .map(|(span, change)| {
                let role = if change == Change::Added { Role::Added } else { Role::Changed };
                (here(span), self.theme.style(role))
            })
            .collect();
        if unlike {
            let [shared, _] = shared_words(dossier, passage(told), passage(against));
            marks.extend(shared.into_iter().map(|span| (span, self.theme.style(Role::Same))));
        }
        let matched = if told.pair.is_some() { told } else { against };
        for reason in compare.reasons(dossier, matched) {
            let Reason::Differ(_, theirs, ours) = reason else { continue };
            let words = if told.pair.is_some() { ours } else { theirs };
            let found = Occurrences::find(own, &words);
            let style = self.theme.style(Role::Differs).add_modifier(Modifier::UNDERLINED);
            marks.extend(found.spans().iter().map(|span| (here(*span), style)));
        }
        marks
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
