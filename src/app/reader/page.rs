//! An article as rows of the screen: all of it, or of a long one what lies around the place shown.
//!
//! Laying out takes a fifth of a second per mebibyte, a frame has a twentieth, and a file may be of many
//! mebibytes: of a long article only some screens in either direction are laid out, and others as soon
//! as the view comes near their end.

use crate::article::{Article, BlockKind, Span};
use crate::text::Text;
use crate::text::wrap::stretch;

/// The longest article that is laid out whole, in bytes; hardly one is longer.
const WHOLE: usize = 64 * 1024;

/// How many rows of a longer one are laid out above the place shown and below it, beside two screens.
const ROWS: usize = 300;

/// How many bytes of it are enough on either side, however few rows they make, as long as they fill the
/// screen.
const BYTES: usize = 128 * 1024;

/// A row of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// The text on it; empty for a blank row.
    pub span: Span,
    /// The block it belongs to; none for a blank row.
    pub block: Option<usize>,
}

/// An article laid out for a width.
#[derive(Debug, Clone, Default)]
pub struct Page {
    /// The rows, in order; of a long article those of [`Self::part`].
    pub rows: Vec<Row>,
    /// Where the cursor can stop: the sentences of the body, and every other block whole.
    pub stops: Vec<Span>,
    /// What of the article the rows show, in bytes.
    pub part: Span,
    /// How long the article is, in bytes.
    length: usize,
    pub(super) columns: u16,
}

impl Page {
    /// Lays `article` out in lines of `columns` columns, around the byte `place`.
    pub fn new(article: &Article, text: &Text, columns: u16, place: usize, height: u16) -> Self {
        let mut page = Self { columns, ..Self::default() };
        let mut sentences = text.sentences.iter().peekable();
        for (index, block) in article.blocks.iter().enumerate() {
            let stops = page.stops.len();
            while let Some(sentence) = sentences.next_if(|sentence| sentence.block <= index) {
                if sentence.block == index {
                    page.stops.push(sentence.span);
                }
            }
            if page.stops.len() == stops {
                page.stops.push(block.span);
            }
        }
        page.lay_out(article, place, height);
        page
    }

    /// Lays out what lies around the byte `place`, for a view of `height` rows.
    pub fn lay_out(&mut self, article: &Article, place: usize, height: u16) {
        self.length = article.text.len();
        self.part = Span::new(0, self.length);
        self.rows.clear();
        let Some(here) = Stretch::at(article, place) else { return };
        let height = usize::from(height);
        let enough = |rows: usize, bytes: usize| {
            self.length > WHOLE && (rows >= ROWS + 2 * height || bytes >= BYTES && rows >= height)
        };
        let mut below = here.rows(article, self.columns);
        let mut last = Some(here);
        while let Some(next) = last.and_then(|last| last.next(article)) {
            if enough(below.len(), next.span.start - here.span.start) {
                self.part.end = next.span.start;
                break;
            }
            below.extend(next.rows(article, self.columns));
            last = Some(next);
        }
        let mut above: Vec<Vec<Row>> = Vec::new();
        let mut count = 0;
        let mut first = Some(here);
        while let Some(before) = first.and_then(|first| first.previous(article)) {
            if enough(count, here.span.start - before.span.end) {
                self.part.start = before.span.end;
                break;
            }
            let rows = before.rows(article, self.columns);
            count += rows.len();
            above.push(rows);
            first = Some(before);
        }
        self.rows.extend(above.into_iter().rev().flatten());
        self.rows.append(&mut below);
    }

    /// Whether some of a passage is laid out.
    pub fn holds(&self, passage: Span) -> bool {
        passage.overlaps(self.part) || self.part.len() == self.length
    }

    /// Whether a byte is laid out; of one behind the article, whether the last one is.
    pub fn shows(&self, byte: usize) -> bool {
        self.part.contains(byte.min(self.length.saturating_sub(1))) || self.part.len() == self.length
    }

    /// Whether a view of `height` rows from the row `top` on comes near an end that is none of the
    /// article's.
    pub fn ends_near(&self, top: usize, height: u16) -> bool {
        let height = usize::from(height);
        self.part.start > 0 && top < height
            || self.part.end < self.length && self.rows.len() < top.saturating_add(2 * height)
    }

    /// The row on which `byte` stands, or the one before it.
    pub fn row_of(&self, byte: usize) -> usize {
        let after = self.rows.partition_point(|row| row.span.start <= byte);
        let mut row = after.saturating_sub(1);
        while row > 0 && self.rows.get(row).is_some_and(|row| row.block.is_none()) {
            row -= 1;
        }
        row
    }

    /// Where a row of another layout of the same width is in this one.
    pub fn place_of(&self, row: Row) -> usize {
        let order = |row: &Row| (row.span.start, row.block.is_some());
        self.rows.partition_point(|other| order(other) < order(&row))
    }

    /// The stop that holds `byte`, or the one before it.
    pub fn stop_of(&self, byte: usize) -> usize {
        self.stops.partition_point(|stop| stop.start <= byte).saturating_sub(1)
    }
}

/// What is laid out by itself: a block, or a stretch of a long one.
#[derive(Debug, Clone, Copy)]
struct Stretch {
    block: usize,
    span: Span,
}

impl Stretch {
    /// The one that holds `byte`, or the nearest before it.
    fn at(article: &Article, byte: usize) -> Option<Self> {
        let after = article.blocks.partition_point(|block| block.span.start <= byte);
        Self::of(article, after.saturating_sub(1), byte)
    }

    fn of(article: &Article, block: usize, byte: usize) -> Option<Self> {
        let span = stretch::stretch(&article.text, article.blocks.get(block)?.span, byte);
        Some(Self { block, span })
    }

    fn next(self, article: &Article) -> Option<Self> {
        if self.span.end < article.blocks.get(self.block)?.span.end {
            return Self::of(article, self.block, self.span.end);
        }
        let next = article.blocks.get(self.block + 1)?;
        Self::of(article, self.block + 1, next.span.start)
    }

    fn previous(self, article: &Article) -> Option<Self> {
        if self.span.start > article.blocks.get(self.block)?.span.start {
            return Self::of(article, self.block, self.span.start - 1);
        }
        let before = self.block.checked_sub(1)?;
        Self::of(article, before, article.blocks.get(before)?.span.end.saturating_sub(1))
    }

    /// Its rows, with a blank one before a block that stands apart from the one before it.
    fn rows(self, article: &Article, columns: u16) -> Vec<Row> {
        let mut rows = Vec::new();
        let Some(block) = article.blocks.get(self.block) else { return rows };
        let before = self.block.checked_sub(1).and_then(|before| article.blocks.get(before));
        let noise = |kind: BlockKind| kind.is_noise();
        let apart = before.is_some_and(|before| !(noise(before.kind) && noise(block.kind)));
        if apart && self.span.start == block.span.start {
            rows.push(Row { span: Span::new(block.span.start, block.span.start), block: None });
        }
        let lines = stretch::rows(&article.text, self.span, usize::from(columns));
        rows.extend(lines.into_iter().map(|span| Row { span, block: Some(self.block) }));
        rows
    }
}
