//! The article list. What the cursor is on is what the text pane shows.

use std::collections::BTreeSet;

use super::layout::Area;

/// Rows that an entry takes: a line of facts and two of title.
pub const ENTRY_ROWS: usize = 3;

/// The list's state. Entries are the dossier's articles, then what could not be read.
#[derive(Debug, Clone, Default)]
pub struct List {
    /// The entry under the cursor.
    pub cursor: usize,
    /// The first entry shown.
    pub top: usize,
    /// The ids of the articles selected for an action that takes several.
    pub selected: BTreeSet<String>,
    count: usize,
    page: usize,
}

impl List {
    /// Keeps the cursor inside the list and in view.
    pub fn settle(&mut self, count: usize, inner: Area) {
        self.count = count;
        self.page = (usize::from(inner.height) / ENTRY_ROWS).max(1);
        self.cursor = self.cursor.min(count.saturating_sub(1));
        let lowest = (self.cursor + 1).saturating_sub(self.page);
        self.top = self.top.clamp(lowest, self.cursor.max(lowest)).min(count.saturating_sub(1));
    }

    /// Moves the cursor by `by` entries.
    pub fn step(&mut self, by: isize) {
        self.cursor = self.cursor.saturating_add_signed(by).min(self.count.saturating_sub(1));
    }

    /// Moves the cursor by `halves` half pages.
    pub fn page_by(&mut self, halves: isize) {
        let half = isize::try_from(self.page.div_ceil(2)).unwrap_or(1);
        self.step(halves * half);
    }

    /// The entry on a row of the pane, counted from its first inner row.
    pub fn entry_at(&self, row: u16) -> Option<usize> {
        Some(self.top + usize::from(row) / ENTRY_ROWS).filter(|entry| *entry < self.count)
    }
}
