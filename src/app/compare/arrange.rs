//! How the rows of a comparison stand on the screen: stacked or in columns, and how high each is.

use super::Compare;
use crate::align::Reason;
use crate::dossier::Dossier;
use crate::dossier::cut;
use crate::dossier::level::{Level, Told};
use crate::text::wrap;

use crate::article::Span;

/// Where the words begin in a stacked cell: behind the cursor, the outlet and the sign.
const STACKED_LABEL: u16 = 23;

/// The same on a screen so narrow that the words need the room more than the outlet does.
const NARROW_LABEL: u16 = 15;

/// Screens below this many columns are narrow.
const NARROW: u16 = 64;

/// The most outlets that one stacked row shows; the others are counted.
pub const MOST_STACKED: usize = 24;

/// How the cells are arranged for a width.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Arrangement {
    /// Columns side by side; 1 when stacked.
    pub columns: usize,
    /// Width of one column.
    pub width: u16,
    /// Width of the words in it.
    pub words: u16,
    /// Where the words begin in a stacked cell.
    pub label: u16,
}

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
            let label = if width < NARROW { NARROW_LABEL } else { STACKED_LABEL };
            return Self { columns: 1, width, words: width.saturating_sub(label + 1).max(1), label };
        }
        let each = width / u16::try_from(columns).unwrap_or(1);
        Self { columns, width: each, words: each.saturating_sub(8).max(1), label: 0 }
    }

    /// Whether the cells of a row stand one above the other.
    pub const fn stacked(self) -> bool {
        self.columns <= 1
    }
}

/// One article's part of a row, as it stands on the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// 0 for the article compared, `n` for the `n`th it is compared with.
    pub column: usize,
    /// Its passages, each with the lines of its words; none where the article is silent.
    pub passages: Vec<(Told, Vec<Span>)>,
}

impl Cell {
    /// Lines it takes, one where it is silent.
    pub fn height(&self) -> usize {
        self.passages.iter().map(|(_, lines)| lines.len()).sum::<usize>().max(1)
    }
}

/// A row as it stands on the screen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Laid {
    /// Its cells, left to right or top to bottom.
    pub cells: Vec<Cell>,
    /// Whether the outlet of each of the others stands above its cell.
    pub headed: bool,
    /// Whether a line below tells which outlets are silent, where cells are stacked.
    pub silent: bool,
    /// Whether a line below tells what two passages differ on.
    pub remark: bool,
    /// Lines it takes, the rule below it included.
    pub height: usize,
}

impl Compare {
    /// Lays a row out.
    pub(super) fn lay(&self, dossier: &Dossier, row: usize, level: &Level) -> Laid {
        let words = usize::from(self.arrangement.words);
        let stacked = self.arrangement.stacked();
        let mut cells = Vec::new();
        for column in self.visible(row) {
            let told = self.level_column(column).map_or(&[][..], |at| level.of(at));
            let text = &dossier.articles[self.article_of(column)].text;
            let passages: Vec<(Told, Vec<Span>)> =
                told.iter().map(|told| (*told, wrap::wrap(text, told.span, words))).collect();
            // Stacked, the silent outlets share one line below the others; a gap in a whole article is
            // shown as one.
            if column == 0 || !stacked || self.whole || !passages.is_empty() {
                cells.push(Cell { column, passages });
            }
            if stacked && cells.len() > MOST_STACKED {
                break;
            }
        }
        let silent = stacked && !self.whole && cells.len() <= self.others.len();
        let remark = level.told.iter().any(|told| telling(dossier, told));
        let headed = !stacked && self.follows() && !level.alone();
        let lines = if stacked {
            cells.iter().map(Cell::height).sum::<usize>()
        } else {
            let below = |cell: &Cell| cell.height() + usize::from(headed && cell.column > 0);
            cells.iter().map(below).max().unwrap_or(1)
        };
        Laid { cells, headed, silent, remark, height: lines + usize::from(silent) + usize::from(remark) + 1 }
    }

    /// The lines of the row under the cursor that are to be seen, from the row's first line: those of the
    /// cursor's cell, and where that is the article's own those of its first match too.
    pub(super) fn cursor_lines(&self, laid: &Laid) -> (usize, usize) {
        if !self.arrangement.stacked() {
            return (0, laid.height);
        }
        let at = laid.cells.iter().position(|cell| cell.column == self.column).unwrap_or(0);
        let last = if self.column == 0 { at + 1 } else { at };
        let height = |cells: &[Cell]| cells.iter().map(Cell::height).sum::<usize>();
        let start = height(&laid.cells[..at.min(laid.cells.len())]);
        match laid.cells.get(..=last) {
            Some(seen) if seen.len() < laid.cells.len() => (start, height(seen)),
            _ => (start, laid.height),
        }
    }
}

/// Whether the pair that brought a passage here differs on something that can be named.
fn telling(dossier: &Dossier, told: &Told) -> bool {
    let pair = told.pair.and_then(|at| cut::pair(dossier, at));
    pair.is_some_and(|pair| {
        pair.why.iter().any(|reason| matches!(reason, Reason::Differ(..) | Reason::Drift(..)))
    })
}
