//! The comparison: passages of one article, and beside each what the other outlets make of it.
//!
//! By passages, a row is a passage of the article it starts from, and its cells are the best match in
//! every other article, or nothing. Whole, the rows hold all of the articles on the screen, and what
//! matches nothing stands opposite a gap. A row by passages puts first who has its passage, unless one order
//! was asked for. Below 96 columns the cells of a row stand one above the
//! other, from there on side by side: two columns, three from 200.
//!
//! The rows are built when the screen is next brought in line with the state, and laid out where the
//! screen shows them, so that a dossier of a thousand articles opens as fast as one of three.

use super::layout::Area;
use crate::align::{Alignment, Copied, Reason, Relation};
use crate::article::Span;
use crate::dossier::Dossier;
use crate::dossier::cut::{self, Cut};
use crate::dossier::index::other_side;
pub use crate::dossier::level::Filter;
use crate::dossier::level::{self, Level, Told};

pub mod arrange;
mod order;
mod search;
mod walk;

pub use arrange::{Arrangement, Cell, Laid, MOST_STACKED};
use search::Search;

/// The message that names a filter; none where everything is shown.
pub const fn filter_key(filter: Filter) -> Option<&'static str> {
    match filter {
        Filter::Everything => None,
        Filter::Differences => Some("compare-differences"),
        Filter::Conflicts => Some("compare-conflicts"),
        Filter::OnlyHere => Some("compare-only-here"),
        Filter::Missing => Some("compare-missing"),
    }
}

/// How many rows there are of each kind, whatever is filtered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Those that two articles have and tell without contradiction.
    pub shared: usize,
    /// Those in which two articles contradict each other.
    pub conflicts: usize,
    /// Those that the article alone has.
    pub only_here: usize,
    /// Those that it does not have.
    pub missing: usize,
    /// The pairs that count at this strength.
    pub pairs: usize,
}

/// What the rows were built for; anything else asks for new ones.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Built {
    /// Which dossier it was, as far as that can be told: its pairs are numbered anew in the next one.
    dossier: (usize, usize, usize),
    base: usize,
    /// The article behind each column of the rows.
    columns: Vec<usize>,
    whole: bool,
    cut: Cut,
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
    /// Whether the outlets stand in one order, whatever the passage.
    pub fixed: bool,
    /// Whether whole articles stand beside each other, gaps included.
    pub whole: bool,
    /// Whether it takes the list's place too.
    pub wide: bool,
    /// How alike passages must be.
    pub cut: Cut,
    /// Which rows are shown.
    pub filter: Filter,
    /// All rows.
    pub levels: Vec<Level>,
    /// The rows that the filter lets through, as indices.
    pub rows: Vec<usize>,
    /// How many rows there are of each kind.
    pub counts: Counts,
    /// The row under the cursor, among those let through.
    pub row: usize,
    /// The cell under the cursor: 0 for the article itself, `n` for the `n`th of the others.
    pub column: usize,
    /// The first compared article on the screen, where they do not all fit side by side.
    pub first: usize,
    /// The first row on the screen, and how many of its lines are above the screen.
    pub top: (usize, usize),
    /// The cursor in the choice of outlets, while that is open.
    pub choosing: Option<usize>,
    /// How the cells are arranged.
    pub arrangement: Arrangement,
    /// What is searched for in it.
    pub search: Search,
    laid: Vec<Option<Laid>>,
    /// The row that was laid out from another outlet than its first, and from which.
    laid_shifted: Option<(usize, usize)>,
    built: Option<Built>,
    filtered: Option<Filter>,
    /// Where the cursor is to be once the rows are built: an article and a byte of it.
    wanted: Option<(usize, usize)>,
}

impl Compare {
    /// Compares the article at `base` with all others at a strength, the row with `byte` under the
    /// cursor.
    pub fn new(dossier: &Dossier, base: usize, byte: usize, cut: Cut) -> Self {
        // Those that share most with it come first, since not all may fit.
        let mut shared = vec![0usize; dossier.articles.len()];
        for pair in dossier.index.alignments.get(base).into_iter().flatten().flatten() {
            shared[other_side(&dossier.alignments[*pair], base).article] += 1;
        }
        let mut others: Vec<usize> = (0..dossier.articles.len()).filter(|at| *at != base).collect();
        others.sort_by_key(|&at| std::cmp::Reverse(shared[at]));
        Self {
            base,
            shown: others.iter().map(|&at| (at, true)).collect(),
            others,
            fixed: false,
            whole: false,
            wide: false,
            cut,
            filter: Filter::Everything,
            levels: Vec::new(),
            rows: Vec::new(),
            counts: Counts::default(),
            row: 0,
            column: 0,
            first: 0,
            top: (0, 0),
            choosing: None,
            arrangement: Arrangement::default(),
            search: Search::default(),
            laid: Vec::new(),
            laid_shifted: None,
            built: None,
            filtered: None,
            wanted: Some((base, byte)),
        }
    }

    /// The same comparison of articles that were read anew: `moved` leads from an old index to the new
    /// one. None where the article it starts from is gone.
    pub fn followed(self, dossier: &Dossier, moved: impl Fn(usize) -> Option<usize>) -> Option<Self> {
        let base = moved(self.base)?;
        let hidden: Vec<usize> =
            self.shown.iter().filter(|(_, shown)| !shown).filter_map(|(at, _)| moved(*at)).collect();
        let mut next = Self::new(dossier, base, self.base_byte().unwrap_or(0), self.cut);
        (next.whole, next.wide, next.fixed) = (self.whole, self.wide, self.fixed);
        (next.filter, next.search) = (self.filter, self.search);
        next.shown.iter_mut().for_each(|(at, shown)| *shown = !hidden.contains(at));
        next.take_choice();
        Some(next)
    }

    /// Where the row under the cursor stands in the article, or in a gap the row before it.
    pub fn base_byte(&self) -> Option<usize> {
        let rows = self.rows.get(..=self.row)?.iter().rev();
        let mut base = rows.filter_map(|&row| self.levels.get(row)?.of(0).first());
        base.next().map(|told| told.span.start)
    }

    /// Starts from another article, with the same settings.
    pub fn start_from(&mut self, dossier: &Dossier, base: usize) {
        let next = Self::new(dossier, base, 0, self.cut);
        let before = std::mem::replace(self, next);
        (self.whole, self.wide, self.fixed) = (before.whole, before.wide, before.fixed);
        (self.filter, self.search) = (before.filter, before.search);
    }

    /// Puts the cursor on the cell of one of the others.
    pub fn select_article(&mut self, article: usize) {
        self.column = self.others.iter().position(|&other| other == article).map_or(0, |at| at + 1);
    }

    /// Takes the ticked outlets over; with none ticked, all of them are.
    pub fn take_choice(&mut self) {
        if self.shown.iter().all(|(_, shown)| !shown) {
            self.shown.iter_mut().for_each(|(_, shown)| *shown = true);
        }
        let article = self.article_of(self.column);
        self.others = self.shown.iter().filter(|(_, shown)| *shown).map(|(at, _)| *at).collect();
        self.select_article(article);
    }

    /// The article behind a column.
    pub fn article_of(&self, column: usize) -> usize {
        column.checked_sub(1).and_then(|at| self.others.get(at)).copied().unwrap_or(self.base)
    }

    /// Where a column stands in the rows as they are built.
    pub fn level_column(&self, column: usize) -> Option<usize> {
        if column == 0 {
            return Some(0);
        }
        let article = *self.others.get(column - 1)?;
        self.built.as_ref()?.columns.iter().skip(1).position(|&at| at == article).map(|at| at + 1)
    }

    /// The article behind a column of the rows.
    pub fn article_in(&self, level_column: usize) -> usize {
        self.built.as_ref().and_then(|built| built.columns.get(level_column)).copied().unwrap_or(self.base)
    }

    /// The row at a place among those let through.
    pub fn level(&self, row: usize) -> Option<&Level> {
        self.levels.get(*self.rows.get(row)?)
    }

    /// The row under the cursor.
    pub fn current(&self) -> Option<&Level> {
        self.level(self.row)
    }

    /// A row as it is laid out; none where it is far from the screen.
    pub fn laid(&self, row: usize) -> Option<&Laid> {
        self.laid.get(row)?.as_ref()
    }

    /// The passages of the cell under the cursor.
    pub fn cell(&self) -> &[Told] {
        let level = self.current().zip(self.level_column(self.column));
        level.map_or(&[], |(level, column)| level.of(column))
    }

    /// Builds, filters and lays out what `area` shows, and keeps the cursor in view.
    pub fn settle(&mut self, dossier: &Dossier, area: Area) {
        self.column = self.column.min(self.others.len());
        let arrangement = Arrangement::new(area.width, area.x > 0, self.others.len() + 1);
        let arranged = arrangement != self.arrangement;
        self.arrangement = arrangement;
        let before = self.first;
        self.keep_column_in_view();
        let built = self.build(dossier);
        if built {
            self.go_where_it_is_told();
        }
        if arranged || built || before != self.first || self.laid.len() != self.rows.len() {
            self.laid = vec![None; self.rows.len()];
        }
        self.row = self.row.min(self.rows.len().saturating_sub(1));
        let shifted = self.shifted();
        if self.laid_shifted != shifted {
            let stale = [self.laid_shifted, shifted].into_iter().flatten();
            stale.for_each(|(row, _)| self.forget_laid(row));
            self.laid_shifted = shifted;
        }
        self.scroll(dossier, usize::from(self.room(area)));
        self.settle_search(dossier);
    }

    /// Builds the rows again where something has changed that they depend on.
    fn build(&mut self, dossier: &Dossier) -> bool {
        let others: Vec<usize> = if self.whole {
            let side = self.arrangement.columns.saturating_sub(1).max(1);
            self.others.iter().skip(self.first).take(side).copied().collect()
        } else {
            self.others.clone()
        };
        let columns: Vec<usize> = std::iter::once(self.base).chain(others).collect();
        let identity = (std::ptr::from_ref(dossier).addr(), dossier.alignments.len(), dossier.loose.len());
        let wanted = Built { dossier: identity, base: self.base, columns, whole: self.whole, cut: self.cut };
        let stale = self.built.as_ref() != Some(&wanted);
        if !stale && self.filtered == Some(self.filter) && self.wanted.is_none() {
            return false;
        }
        let anchors = self.anchors();
        if stale {
            self.levels = if self.whole {
                level::whole(dossier, self.cut, &wanted.columns)
            } else {
                level::by_passages(dossier, self.cut, self.base, &self.others)
            };
            self.counts = self.count(dossier, &wanted.columns);
            self.built = Some(wanted);
        }
        // By passages, what nobody else has is no difference between two tellings.
        let told = self.filter == Filter::Differences && !self.whole;
        let shown = |level: &Level| self.filter.lets_through(level) && !(told && level.alone());
        self.rows = (0..self.levels.len()).filter(|&at| shown(&self.levels[at])).collect();
        self.filtered = Some(self.filter);
        let found = anchors.into_iter().find_map(|(article, byte)| self.level_at(article, byte));
        self.row = self.rows.partition_point(|&row| Some(row) < found);
        true
    }

    /// Where the cursor is or is to be, the place that matters most first.
    fn anchors(&mut self) -> Vec<(usize, usize)> {
        let mut anchors: Vec<(usize, usize)> = self.wanted.take().into_iter().collect();
        let column = self.level_column(self.column).unwrap_or(0);
        if let Some(level) = self.current() {
            let place = |told: &Told| (self.article_in(told.column), told.span.start);
            anchors.extend(level.of(column).first().map(place));
            anchors.extend(level.told.iter().map(place));
        }
        anchors.extend(self.base_byte().map(|byte| (self.base, byte)));
        anchors
    }

    /// The row of the passage of an article that holds a byte, or comes next.
    fn level_at(&self, article: usize, byte: usize) -> Option<usize> {
        let column = self.built.as_ref()?.columns.iter().position(|&at| at == article)?;
        let own = |level: &Level| {
            level.of(column).iter().any(|told| !told.again && told.span.start <= byte && byte < told.span.end)
        };
        let next = |level: &Level| column == 0 && level.of(0).iter().any(|told| told.span.end > byte);
        self.levels.iter().position(own).or_else(|| self.levels.iter().position(next))
    }

    fn count(&self, dossier: &Dossier, columns: &[usize]) -> Counts {
        let mut counts = Counts::default();
        for level in &self.levels {
            match level {
                level if level.conflicts() => counts.conflicts += 1,
                level if level.missing() => counts.missing += 1,
                level if level.alone() => counts.only_here += 1,
                _ => counts.shared += 1,
            }
        }
        let sentences = dossier.texts.get(self.base).map_or(0, |text| text.sentences.len());
        let mut shown = vec![false; dossier.articles.len()];
        columns.iter().for_each(|&at| shown[at] = true);
        let mut pairs: Vec<usize> = (0..sentences)
            .flat_map(|sentence| self.cut.pairs(dossier, self.base, sentence))
            .filter(|(_, pair)| shown[other_side(pair, self.base).article])
            .map(|(at, _)| at)
            .collect();
        pairs.sort_unstable();
        pairs.dedup();
        counts.pairs = pairs.len();
        counts
    }

    /// Lays out the rows around the cursor and scrolls so that its row begins at the top third of the screen,
    /// or higher where its cell would not be seen whole otherwise, and from its first line in any case.
    fn scroll(&mut self, dossier: &Dossier, height: usize) {
        if self.rows.is_empty() {
            self.top = (0, 0);
            return;
        }
        let laid = self.lay_row(dossier, self.row);
        let (start, end) = self.cursor_lines(&laid);
        self.top = (self.row, start.min(end.saturating_sub(height)));
        if end <= height {
            // At the end of the article what would be empty below is filled from above.
            let mut rest = 0;
            let mut below = self.row;
            while below < self.rows.len() && rest < height {
                rest += self.lay_row(dossier, below).height;
                below += 1;
            }
            let mut left = (height - end).min((height / 3).max(height.saturating_sub(rest)));
            while self.top.0 > 0 {
                let above = self.lay_row(dossier, self.top.0 - 1).height;
                if above > left {
                    break;
                }
                left -= above;
                self.top.0 -= 1;
            }
        }
        // What stands below is laid out too, until the screen is full.
        let (mut row, mut filled) = (self.top.0, 0);
        while row < self.rows.len() && filled < height + self.top.1 {
            filled += self.lay_row(dossier, row).height;
            row += 1;
        }
    }

    fn forget_laid(&mut self, row: usize) {
        if let Some(laid) = self.laid.get_mut(row) {
            *laid = None;
        }
    }

    fn lay_row(&mut self, dossier: &Dossier, row: usize) -> Laid {
        if let Some(Some(laid)) = self.laid.get(row) {
            return laid.clone();
        }
        let laid = self.level(row).map(|level| self.lay(dossier, row, level)).unwrap_or_default();
        if let Some(place) = self.laid.get_mut(row) {
            *place = Some(laid.clone());
        }
        laid
    }

    /// The articles that have a passage in a row and stand off the screen, each with how it tells it.
    pub fn elsewhere(&self, row: usize) -> Vec<(usize, Relation)> {
        let Some(level) = self.level(row) else { return Vec::new() };
        let visible = self.visible(row);
        let hidden = |column: usize| !visible.iter().any(|&shown| self.level_column(shown) == Some(column));
        let told = level.told.iter().filter(|told| hidden(told.column));
        let mut found: Vec<(usize, Relation)> =
            told.filter_map(|told| Some((self.article_in(told.column), told.relation?))).collect();
        found.dedup_by_key(|(article, _)| *article);
        found
    }

    /// Rows of the screen above the passages: the strength, and the outlets above their columns.
    pub fn head(&self, area: Area) -> u16 {
        let strength = u16::from(area.height >= 12);
        let names = u16::from(!self.arrangement.stacked());
        strength + names
    }

    /// Rows of the screen below the passages that tell more about the pair under the cursor.
    pub fn foot(&self, area: Area) -> u16 {
        match area.height {
            ..16 => 0,
            16..30 => 3,
            _ => 5,
        }
    }

    /// Rows of the screen that are left for passages.
    pub fn room(&self, area: Area) -> u16 {
        area.height.saturating_sub(self.head(area) + self.foot(area))
    }

    fn keep_column_in_view(&mut self) {
        let side = self.slots();
        if side == 0 || self.others.len() <= side || self.follows() {
            self.first = 0;
        } else {
            if self.column > 0 {
                self.first = self.first.clamp(self.column.saturating_sub(side), self.column - 1);
            }
            self.first = self.first.min(self.others.len() - side);
        }
    }

    /// The place under the cursor: an article and a span of it.
    pub fn place(&self) -> Option<(usize, Span)> {
        Some((self.article_of(self.column), self.cell().first()?.span))
    }

    /// The match that is told about: the one under the cursor, else the row's first contradiction, else
    /// its first match, of both one that is on the screen before the others.
    pub fn told_about(&self, row: usize) -> Option<&Told> {
        let level = self.level(row)?;
        let under = self
            .level_column(self.column)
            .filter(|&at| at > 0)
            .and_then(|at| level.of(at).iter().find(|told| told.pair.is_some()));
        let shown: Vec<usize> =
            self.visible(row).into_iter().filter_map(|column| self.level_column(column)).collect();
        under.or_else(|| {
            // Of equals the first one.
            let matched = level.told.iter().filter(|told| told.pair.is_some());
            matched
                .min_by_key(|told| (told.relation != Some(Relation::Conflict), !shown.contains(&told.column)))
        })
    }

    /// The pair that brought a passage to its row.
    pub fn pair<'a>(&self, dossier: &'a Dossier, told: &Told) -> Option<&'a Alignment> {
        cut::pair(dossier, told.pair?)
    }

    /// Why a passage was matched, as its counterpart sees it.
    pub fn reasons(&self, dossier: &Dossier, told: &Told) -> Vec<Reason> {
        let Some(pair) = self.pair(dossier, told) else { return Vec::new() };
        let own = self.article_in(told.column);
        let from = |reason: &Reason| if pair.b.article == own { reason.clone() } else { reason.swapped() };
        pair.why.iter().map(from).collect()
    }

    /// How many pairs count between the article and another one.
    pub fn pairs_with(&self, dossier: &Dossier, other: usize) -> usize {
        let sentences = dossier.texts.get(self.base).map_or(0, |text| text.sentences.len());
        (0..sentences)
            .flat_map(|sentence| self.cut.pairs(dossier, self.base, sentence))
            .filter(|(_, pair)| other_side(pair, self.base).article == other)
            .count()
    }

    /// What the article prints alike with those that a row may show, most words first.
    pub fn copies<'a>(&self, dossier: &'a Dossier) -> Vec<(usize, &'a Copied)> {
        let visible: Vec<usize> = if self.follows() {
            self.others.clone()
        } else {
            self.standing().into_iter().map(|column| self.article_of(column)).collect()
        };
        let with = |copied: &Copied| match copied.articles {
            [a, b] if a == self.base => Some(b),
            [a, b] if b == self.base => Some(a),
            _ => None,
        };
        let mut copies: Vec<(usize, &Copied)> = dossier
            .copies
            .iter()
            .filter_map(|copied| Some((with(copied)?, copied)))
            .filter(|(other, _)| visible.contains(other))
            .collect();
        copies.sort_by_key(|(_, copied)| std::cmp::Reverse(copied.words));
        copies
    }
}
