//! The comparison: an article's passages in order, each with what the other outlets make of it.
//!
//! A row is a passage of the article it starts from; its cells are the best match in every other
//! article, or nothing. Below 96 columns the cells of a row stand one above the other, from there on
//! side by side: two columns, three from 200.

use super::layout::Area;
use crate::align::{Reason, Relation};
use crate::article::Span;
use crate::dossier::Dossier;
use crate::dossier::index::other_side;
use crate::text::wrap;

/// The match of a passage in one other article.
#[derive(Debug, Clone, PartialEq)]
pub struct Match {
    /// Where it stands, in bytes of that article.
    pub span: Span,
    /// How the two stand to each other.
    pub relation: Relation,
    /// Index of the alignment in the dossier.
    pub alignment: usize,
}

/// A passage and its matches, one cell per compared article.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The passage, in bytes of the article the comparison starts from.
    pub passage: Span,
    /// What each compared article makes of it, in the order of [`Compare::others`].
    pub cells: Vec<Option<Match>>,
}

impl Row {
    /// Whether no other article has it.
    pub fn only_here(&self) -> bool {
        self.cells.iter().all(Option::is_none)
    }

    /// Whether there is something to look at: nobody else has it, or somebody has it otherwise. A row
    /// that every outlet which has it tells alike is none.
    pub fn differs(&self) -> bool {
        let told_alike = |found: &Match| matches!(found.relation, Relation::SameQuote | Relation::SameFact);
        self.only_here() || self.cells.iter().flatten().any(|found| !told_alike(found))
    }
}

/// A piece of the screen: one passage in one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// 0 for the passage itself, `n` for the `n`th compared article.
    pub column: usize,
    /// The lines of its words, as spans over its article.
    pub lines: Vec<Span>,
}

/// A row as it stands on the screen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Laid {
    /// Its cells, left to right or top to bottom.
    pub cells: Vec<Cell>,
    /// Lines it takes, the rule below it and the line of reasons included.
    pub height: usize,
}

/// How the cells are arranged for a width.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Arrangement {
    /// Columns side by side; 1 when stacked.
    pub columns: usize,
    /// Width of one column.
    pub width: u16,
    /// Width of the words in it.
    pub words: u16,
}

/// Where the words begin in a stacked cell: behind the cursor, the outlet and the sign.
pub const STACKED_LABEL: u16 = 23;

impl Arrangement {
    /// The arrangement for an area of `width` columns with `articles` articles to show. Beside the
    /// list the area is narrower than the screen, so two columns fit from 80 on.
    pub fn new(width: u16, beside_list: bool, articles: usize) -> Self {
        let columns = match width {
            _ if beside_list => 2,
            ..96 => 1,
            96..200 => 2,
            _ => 3,
        };
        let columns = columns.min(articles.max(1));
        if columns <= 1 {
            return Self { columns: 1, width, words: width.saturating_sub(STACKED_LABEL + 1).max(1) };
        }
        let each = width / u16::try_from(columns).unwrap_or(1);
        Self { columns, width: each, words: each.saturating_sub(7).max(1) }
    }
}

/// The state of the comparison.
#[derive(Debug, Clone)]
pub struct Compare {
    /// The article it starts from.
    pub base: usize,
    /// The articles it is compared with.
    pub others: Vec<usize>,
    /// Which of all other articles are shown.
    pub shown: Vec<(usize, bool)>,
    /// The rows, narrowed to differences where that is asked for.
    pub rows: Vec<Row>,
    /// The rows laid out.
    pub laid: Vec<Laid>,
    /// The row under the cursor.
    pub row: usize,
    /// The cell under the cursor: 0 for the passage itself.
    pub column: usize,
    /// The first compared article on the screen, where they do not all fit side by side.
    pub first: usize,
    /// The first row on the screen.
    pub top: usize,
    /// Whether only rows that differ are shown.
    pub differences: bool,
    /// The cursor in the choice of outlets, while that is open.
    pub choosing: Option<usize>,
    /// How the cells are arranged.
    pub arrangement: Arrangement,
    built: bool,
}

impl Compare {
    /// Compares the article at `base` with all others, the row with `byte` under the cursor.
    pub fn new(dossier: &Dossier, base: usize, byte: usize) -> Self {
        // Those that share most with it come first, since not all may fit.
        let mut shared = vec![0usize; dossier.articles.len()];
        for pair in &dossier.alignments {
            if pair.a.article == base || pair.b.article == base {
                shared[other_side(pair, base).article] += 1;
            }
        }
        let mut others: Vec<usize> = (0..dossier.articles.len()).filter(|at| *at != base).collect();
        others.sort_by_key(|&at| std::cmp::Reverse(shared[at]));
        let mut compare = Self {
            base,
            shown: others.iter().map(|&at| (at, true)).collect(),
            others,
            rows: Vec::new(),
            laid: Vec::new(),
            row: 0,
            column: 0,
            first: 0,
            top: 0,
            differences: false,
            choosing: None,
            arrangement: Arrangement::default(),
            built: false,
        };
        compare.rebuild(dossier, byte);
        compare
    }

    /// Builds the rows again after the choice of what to show has changed.
    pub fn rebuild(&mut self, dossier: &Dossier, byte: usize) {
        self.others = self.shown.iter().filter(|(_, shown)| *shown).map(|(at, _)| *at).collect();
        self.rows = dossier
            .texts
            .get(self.base)
            .map(|text| (0..text.sentences.len()).map(|at| self.row_for(dossier, at)).collect())
            .unwrap_or_default();
        if self.differences {
            self.rows.retain(Row::differs);
        }
        self.row = self.rows.partition_point(|row| row.passage.end <= byte);
        self.row = self.row.min(self.rows.len().saturating_sub(1));
        self.column = self.column.min(self.others.len());
        self.built = false;
    }

    fn row_for(&self, dossier: &Dossier, sentence: usize) -> Row {
        let mut cells: Vec<Option<Match>> = vec![None; self.others.len()];
        for &at in dossier.index.alignments_of(self.base, sentence) {
            let pair = &dossier.alignments[at];
            let other = other_side(pair, self.base);
            let Some(cell) = self.others.iter().position(|&article| article == other.article) else {
                continue;
            };
            // The strongest match stands first in the index; a contradiction outranks it.
            let better = cells[cell].as_ref().is_none_or(|found| {
                pair.relation == Relation::Conflict && found.relation != Relation::Conflict
            });
            if better {
                cells[cell] = Some(Match { span: other.span, relation: pair.relation, alignment: at });
            }
        }
        Row { passage: dossier.texts[self.base].sentences[sentence].span, cells }
    }

    /// Lays the rows out for `area` and keeps the cursor in view.
    pub fn settle(&mut self, dossier: &Dossier, area: Area) {
        let arrangement = Arrangement::new(area.width, area.x > 0, self.others.len() + 1);
        if !self.built || arrangement != self.arrangement {
            self.arrangement = arrangement;
            self.keep_column_in_view();
            self.laid = self.rows.iter().map(|row| self.lay(dossier, row)).collect();
            self.built = true;
        }
        let height = usize::from(self.room(area));
        self.row = self.row.min(self.rows.len().saturating_sub(1));
        self.top = self.top.min(self.row);
        while self.top < self.row
            && self.laid[self.top..=self.row].iter().map(|laid| laid.height).sum::<usize>() > height
        {
            self.top += 1;
        }
    }

    /// Rows of the screen that are left for passages.
    pub fn room(&self, area: Area) -> u16 {
        // A line of outlets' names stands above columns.
        area.height.saturating_sub(if self.arrangement.columns > 1 { 1 } else { 0 })
    }

    /// The columns on the screen: the article itself, then those compared from [`Self::first`] on.
    pub fn visible(&self) -> Vec<usize> {
        if self.arrangement.columns <= 1 {
            return (0..=self.others.len()).collect();
        }
        let others = self.arrangement.columns - 1;
        std::iter::once(0).chain((self.first + 1..=self.others.len()).take(others)).collect()
    }

    fn lay(&self, dossier: &Dossier, row: &Row) -> Laid {
        let words = usize::from(self.arrangement.words);
        let wrapped = |article: usize, span: Span| wrap::wrap(&dossier.articles[article].text, span, words);
        let mut cells = Vec::new();
        for column in self.visible() {
            let lines = match column.checked_sub(1) {
                None => wrapped(self.base, row.passage),
                Some(at) => match row.cells.get(at) {
                    Some(Some(found)) => wrapped(self.others[at], found.span),
                    _ => Vec::new(),
                },
            };
            let stacked = self.arrangement.columns <= 1;
            // Stacked, the silent outlets share one line below the others.
            if column == 0 || !stacked || !lines.is_empty() {
                cells.push(Cell { column, lines });
            }
        }
        let lines = |cell: &Cell| cell.lines.len().max(1);
        let height = if self.arrangement.columns <= 1 {
            let silent = usize::from(row.cells.iter().any(Option::is_none));
            cells.iter().map(lines).sum::<usize>() + silent
        } else {
            cells.iter().map(lines).max().unwrap_or(1)
        };
        // One line for the reasons where there are any, one for the rule.
        let reasons = usize::from(row.cells.iter().any(Option::is_some));
        Laid { cells, height: height + reasons + 1 }
    }

    /// Moves down by `by` cells when stacked, by rows when side by side.
    pub fn step(&mut self, by: isize) {
        if self.arrangement.columns > 1 {
            self.step_row(by);
            return;
        }
        for _ in 0..by.unsigned_abs() {
            let columns: Vec<usize> = self
                .laid
                .get(self.row)
                .map(|laid| laid.cells.iter().map(|cell| cell.column).collect())
                .unwrap_or_default();
            let at = columns.iter().position(|column| *column == self.column).unwrap_or(0);
            if by > 0 {
                match columns.get(at + 1) {
                    Some(column) => self.column = *column,
                    None if self.row + 1 < self.rows.len() => {
                        self.row += 1;
                        self.column = 0;
                    }
                    None => {}
                }
            } else if at > 0 {
                self.column = columns[at - 1];
            } else if self.row > 0 {
                self.row -= 1;
                self.column = self.laid[self.row].cells.last().map_or(0, |cell| cell.column);
            }
        }
    }

    /// Moves by `by` passages.
    pub fn step_row(&mut self, by: isize) {
        self.row = self.row.saturating_add_signed(by).min(self.rows.len().saturating_sub(1));
        if self.arrangement.columns <= 1 {
            self.column = 0;
        }
    }

    /// Moves to the next passage, or the previous one, that another article has too.
    pub fn step_match(&mut self, back: bool) -> bool {
        let has = |row: &Row| !row.only_here();
        let found = if back {
            self.rows.get(..self.row).and_then(|rows| rows.iter().rposition(has))
        } else {
            self.rows.iter().enumerate().skip(self.row + 1).find(|(_, row)| has(row)).map(|(at, _)| at)
        };
        if let Some(row) = found {
            self.row = row;
            self.column = 0;
        }
        found.is_some()
    }

    /// Moves to the cell on the right, or on the left.
    pub fn step_column(&mut self, by: isize) {
        self.column = self.column.saturating_add_signed(by).min(self.others.len());
        self.keep_column_in_view();
    }

    fn keep_column_in_view(&mut self) {
        let side = self.arrangement.columns.saturating_sub(1);
        let before = self.first;
        if side == 0 || self.others.len() <= side {
            self.first = 0;
        } else if self.column > 0 {
            self.first = self.first.clamp(self.column.saturating_sub(side), self.column - 1);
            self.first = self.first.min(self.others.len() - side);
        }
        if before != self.first {
            self.built = false;
        }
    }

    /// The place under the cursor: an article and a span of it.
    pub fn place(&self) -> Option<(usize, Span)> {
        let row = self.rows.get(self.row)?;
        match self.column.checked_sub(1) {
            None => Some((self.base, row.passage)),
            Some(at) => {
                let found = row.cells.get(at)?.as_ref()?;
                Some((self.others[at], found.span))
            }
        }
    }

    /// Why the cell under the cursor was matched, or else the row's first match. Where the two differ,
    /// the passage's own words come first.
    pub fn reasons(&self, dossier: &Dossier, row: &Row) -> Option<(usize, Vec<Reason>)> {
        let cell = self
            .column
            .checked_sub(1)
            .and_then(|at| row.cells.get(at).and_then(Option::as_ref).map(|found| (at, found)))
            .or_else(|| {
                let conflict = |found: &Match| found.relation == Relation::Conflict;
                let mut matches =
                    row.cells.iter().enumerate().filter_map(|(at, cell)| Some((at, cell.as_ref()?)));
                matches.clone().find(|(_, found)| conflict(found)).or_else(|| matches.next())
            })?;
        let pair = &dossier.alignments[cell.1.alignment];
        let from_base =
            |reason: &Reason| if pair.a.article == self.base { reason.clone() } else { reason.swapped() };
        Some((self.others[cell.0], pair.why.iter().map(from_base).collect()))
    }
}
