//! The text pane: rows on the screen, the passage under the cursor, the place in every article.

use std::collections::HashMap;

use crate::article::{Article, Span};
use crate::text::Text;

mod page;

pub use page::{Page, Row};

/// The text pane's state.
#[derive(Debug, Clone, Default)]
pub struct Reader {
    /// The article laid out.
    pub page: Page,
    /// The stop under the cursor, an index into [`Page::stops`].
    pub stop: usize,
    /// The first row shown.
    pub top: usize,
    /// The end of the article that the cursor was sent to, a byte of it, until it is laid out.
    sought: Option<usize>,
    shown: Option<usize>,
    places: HashMap<usize, (usize, usize)>,
}

impl Reader {
    /// Shows `article` (at `index` in the dossier) in lines of `columns`; keeps the place it had.
    pub fn show(&mut self, index: usize, article: &Article, text: &Text, columns: u16, height: u16) {
        if self.shown != Some(index) || self.page.columns != columns {
            let place = if self.shown == Some(index) { self.place() } else { self.remembered(index) };
            self.remember();
            self.page = Page::new(article, text, columns, place.1, height);
            self.shown = Some(index);
            self.stop = self.page.stop_of(place.0);
            self.top = self.page.row_of(place.1);
        }
        self.lay_out_what_is_sought(article, height);
        self.keep_in_view(height);
        if let Some(top) = self.page.rows.get(self.top).copied()
            && self.page.ends_near(self.top, height)
        {
            self.page.lay_out(article, top.span.start, height);
            self.top = self.page.place_of(top);
            self.keep_in_view(height);
        }
    }

    /// Lays a long article out where the cursor was sent, if it is not laid out there.
    fn lay_out_what_is_sought(&mut self, article: &Article, height: u16) {
        let sought = self.sought.take();
        if let Some(end) = sought.filter(|end| !self.page.shows(*end)) {
            self.page.lay_out(article, end, height);
            self.top = self.page.row_of(end).min(self.last_top(height));
        } else if let Some(passage) = self.passage().filter(|passage| !self.page.holds(*passage)) {
            // The view comes from the side on which it was, as it does in a short article.
            let behind = passage.start >= self.page.part.end;
            self.page.lay_out(article, passage.start, height);
            self.top = if behind { 0 } else { self.last_top(height) };
        }
    }

    /// Forgets the layout, as after the articles were read anew; the places stay with their articles,
    /// each of which `moved` leads from its old index to its new one.
    pub fn stale(&mut self, moved: impl Fn(usize) -> Option<usize>) {
        self.remember();
        self.shown = None;
        let places = std::mem::take(&mut self.places);
        self.places = places.into_iter().filter_map(|(at, place)| Some((moved(at)?, place))).collect();
    }

    /// Forgets everything.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// The passage under the cursor.
    pub fn passage(&self) -> Option<Span> {
        self.page.stops.get(self.stop).copied()
    }

    /// The bytes at the cursor and at the top of the pane.
    fn place(&self) -> (usize, usize) {
        let top = self.page.rows.get(self.top).map_or(0, |row| row.span.start);
        (self.passage().map_or(0, |span| span.start), top)
    }

    fn remembered(&self, index: usize) -> (usize, usize) {
        self.places.get(&index).copied().unwrap_or_default()
    }

    fn remember(&mut self) {
        if let Some(index) = self.shown {
            self.places.insert(index, self.place());
        }
    }

    /// Puts the cursor on the passage that holds `byte`.
    pub fn go_to(&mut self, byte: usize, height: u16) {
        self.stop = self.page.stop_of(byte);
        self.scroll_to_stop(height);
    }

    /// Moves the cursor by `by` passages.
    pub fn step(&mut self, by: isize, height: u16) {
        let last = self.page.stops.len().saturating_sub(1);
        let before = self.stop;
        self.stop = self.stop.saturating_add_signed(by).min(last);
        if self.stop == before {
            // At either end the view still moves, so that blank rows and long passages can be seen.
            self.scroll(by, height);
        } else {
            self.scroll_to_stop(height);
        }
    }

    /// Scrolls by `by` rows and takes the cursor along where it would leave the screen.
    pub fn scroll(&mut self, by: isize, height: u16) {
        self.top = self.top.saturating_add_signed(by).min(self.last_top(height));
        let rows = usize::from(height.max(1));
        // What is kept around the cursor is kept here too, or the view would be pulled back.
        let context = 2.min(rows / 4);
        let first = if self.top == 0 { 0 } else { self.top + context };
        let last = if self.top == self.last_top(height) { usize::MAX } else { self.top + rows - context };
        let tall = |(from, to): (usize, usize)| to - from >= rows;
        let ahead =
            |passage: (usize, usize)| if tall(passage) { passage.1 < first } else { passage.0 < first };
        let behind =
            |passage: (usize, usize)| if tall(passage) { passage.0 >= last } else { passage.1 >= last };
        if by >= 0 {
            while self.stop + 1 < self.page.stops.len() && ahead(self.rows_of(self.stop)) {
                self.stop += 1;
            }
        } else {
            while self.stop > 0 && behind(self.rows_of(self.stop)) {
                self.stop -= 1;
            }
        }
    }

    /// The first and the last row of a stop.
    fn rows_of(&self, stop: usize) -> (usize, usize) {
        self.page.stops.get(stop).map_or((0, 0), |span| {
            (self.page.row_of(span.start), self.page.row_of(span.end.saturating_sub(1)))
        })
    }

    /// Moves by pages: `half` steps of half a page.
    pub fn page_by(&mut self, half: isize, height: u16) {
        let rows = isize::try_from(usize::from(height.max(2)) / 2).unwrap_or(1);
        let top = self.top;
        self.scroll(half * rows, height);
        if self.top == top {
            self.stop = if half > 0 { self.page.stops.len().saturating_sub(1) } else { 0 };
        }
    }

    /// To the first or the last passage.
    pub fn end(&mut self, last: bool, height: u16) {
        self.stop = if last { self.page.stops.len().saturating_sub(1) } else { 0 };
        self.top = if last { self.last_top(height) } else { 0 };
        self.sought = Some(if last { usize::MAX } else { 0 });
    }

    fn last_top(&self, height: u16) -> usize {
        self.page.rows.len().saturating_sub(usize::from(height))
    }

    /// Scrolls no further than it takes to have the passage under the cursor in view: of one that is taller
    /// than the view some part, at its top or at its foot.
    fn keep_in_view(&mut self, height: u16) {
        let (first, last) = self.rows_of(self.stop);
        let rows = usize::from(height.max(1));
        let context = 2.min(rows / 4);
        if last - first < rows {
            self.scroll_to_stop(height);
        } else {
            self.top = self.top.clamp((first + context + 1).saturating_sub(rows), last - context);
        }
    }

    /// Brings the passage under the cursor into view, with two rows of context where there is room; of
    /// one that is taller than the view, some part.
    fn scroll_to_stop(&mut self, height: u16) {
        if self.passage().is_none() {
            self.top = 0;
            return;
        }
        let height = usize::from(height.max(1));
        let context = 2.min(height / 4);
        let (first, last) = self.rows_of(self.stop);
        let lowest = (last + context + 1).saturating_sub(height);
        let highest = first.saturating_sub(context);
        if last - first >= height {
            self.top = self.top.clamp(highest, lowest.max(highest));
            return;
        }
        self.top = self.top.clamp(lowest.min(highest), highest);
        self.top = self.top.min(self.page.rows.len().saturating_sub(height).max(lowest.min(first)));
    }

    /// How far the cursor is, in percent.
    pub fn percent(&self) -> usize {
        match self.page.stops.len() {
            0 | 1 => 100,
            count => self.stop * 100 / (count - 1),
        }
    }
}
