//! The side panel: actors, claims, figures and coverage, following the text.

use super::layout::Area;
use crate::align::Passage;
use crate::article::Span;
use crate::dossier::Dossier;

pub mod actors;
pub mod card;
mod claims;
mod coverage;
mod figures;

/// What the side panel shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tab {
    /// Who is in the dossier.
    #[default]
    Actors,
    /// Who says what in this article.
    Claims,
    /// The quantities in this article.
    Figures,
    /// Which fact is in which article.
    Coverage,
}

impl Tab {
    /// All tabs, from left to right.
    pub const ALL: [Self; 4] = [Self::Actors, Self::Claims, Self::Figures, Self::Coverage];

    /// The key of its name in the messages.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Actors => "tab-actors",
            Self::Claims => "tab-claims",
            Self::Figures => "tab-figures",
            Self::Coverage => "tab-coverage",
        }
    }

    /// Rows that one entry takes.
    pub const fn entry_rows(self) -> usize {
        match self {
            Self::Claims => 4,
            Self::Actors | Self::Figures => 2,
            Self::Coverage => 1,
        }
    }

    /// Rows above the entries.
    pub const fn heading_rows(self) -> usize {
        match self {
            Self::Coverage => 2,
            _ => 0,
        }
    }

    const fn number(self) -> usize {
        match self {
            Self::Actors => 0,
            Self::Claims => 1,
            Self::Figures => 2,
            Self::Coverage => 3,
        }
    }
}

/// The side panel's state.
#[derive(Debug, Clone, Copy, Default)]
pub struct Side {
    /// The tab shown.
    pub tab: Tab,
    cursors: [usize; 4],
    tops: [usize; 4],
    count: usize,
    page: usize,
    /// How far the walk along an actor's mentions has come.
    pub(super) walk: Option<actors::Walk>,
    /// The first row shown of the card, and whose it is.
    card: (usize, usize),
}

/// Rows at the foot of the panel that tell more about the entry under the cursor.
pub fn detail_rows(inner: Area) -> u16 {
    if inner.height < 16 { 0 } else { (inner.height * 2 / 5).clamp(6, 16) }
}

impl Side {
    /// The entry under the cursor.
    pub fn cursor(&self) -> usize {
        self.cursors[self.tab.number()]
    }

    /// The claim under the cursor, counted within the article, whichever tab is shown.
    pub fn claim(&self) -> usize {
        self.cursors[Tab::Claims.number()]
    }

    /// Puts the cursor of the claims on one of them.
    pub fn select_claim(&mut self, claim: usize) {
        self.cursors[Tab::Claims.number()] = claim;
    }

    /// The entry of the actors' tab under its cursor, whichever tab is shown.
    pub fn actor(&self) -> usize {
        self.cursors[Tab::Actors.number()]
    }

    /// Puts the cursor of the actors on one of them.
    pub fn select_actor(&mut self, actor: usize) {
        self.cursors[Tab::Actors.number()] = actor;
    }

    /// The first entry shown.
    pub fn top(&self) -> usize {
        self.tops[self.tab.number()]
    }

    /// How many entries the tab has.
    pub fn count(&self) -> usize {
        self.count
    }

    /// Puts the cursor on an entry.
    pub fn select(&mut self, entry: usize) {
        self.cursors[self.tab.number()] = entry;
    }

    /// Moves the cursor by `by` entries.
    pub fn step(&mut self, by: isize) {
        let last = self.count.saturating_sub(1);
        self.select(self.cursor().saturating_add_signed(by).min(last));
    }

    /// Moves the cursor by `halves` half pages.
    pub fn page_by(&mut self, halves: isize) {
        self.step(halves * isize::try_from(self.page.div_ceil(2)).unwrap_or(1));
    }

    /// The tab after this one.
    pub fn next_tab(&mut self) {
        self.tab = Tab::ALL[(self.tab.number() + 1) % Tab::ALL.len()];
    }

    /// The first row of the card that is shown: another actor's card starts at its top.
    pub fn card_top(&self) -> usize {
        if self.card.1 == self.cursor() { self.card.0 } else { 0 }
    }

    /// Moves the card by `by` rows, of which `hidden` do not fit.
    pub fn scroll_card(&mut self, by: isize, hidden: usize) {
        self.card = (self.card_top().saturating_add_signed(by).min(hidden), self.cursor());
    }

    /// Keeps the cursor inside the tab and in view; with `follow`, moves it to what the passage holds.
    pub fn settle(
        &mut self,
        dossier: &Dossier,
        article: Option<usize>,
        passage: Option<Span>,
        inner: Area,
        follow: bool,
    ) {
        self.count = match (self.tab, article) {
            (Tab::Actors, _) => actors::count(dossier),
            (Tab::Coverage, _) => coverage::count(dossier),
            (Tab::Claims, Some(at)) => claims::count(dossier, at),
            (Tab::Figures, Some(at)) => figures::count(dossier, at),
            (_, None) => 0,
        };
        if let (true, Some(article), Some(passage)) = (follow, article, passage) {
            if let Some(entry) = self.entry_for(dossier, article, passage) {
                self.select(entry);
            }
            // The claim follows behind other tabs too: it is what the text lights up.
            if let Some(claim) = claims::entry_for(self, dossier, article, passage) {
                self.select_claim(claim);
            }
        }
        let rows = usize::from(inner.height.saturating_sub(detail_rows(inner)));
        self.page = (rows.saturating_sub(self.tab.heading_rows()) / self.tab.entry_rows()).max(1);
        let number = self.tab.number();
        let cursor = self.cursors[number].min(self.count.saturating_sub(1));
        self.cursors[number] = cursor;
        let lowest = (cursor + 1).saturating_sub(self.page);
        self.tops[number] = self.tops[number].clamp(lowest, cursor.max(lowest));
    }

    /// The entry of the current tab that belongs to a passage.
    fn entry_for(&self, dossier: &Dossier, article: usize, passage: Span) -> Option<usize> {
        match self.tab {
            Tab::Actors => actors::entry_for(self, dossier, article, passage),
            Tab::Claims => claims::entry_for(self, dossier, article, passage),
            Tab::Figures => figures::entry_for(dossier, article, passage),
            Tab::Coverage => coverage::entry_for(dossier, article, passage),
        }
    }

    /// The place in the text that the entry under the cursor leads to; none for an actor, whose mentions
    /// are walked.
    pub fn target(&self, dossier: &Dossier, article: usize) -> Option<Passage> {
        match self.tab {
            Tab::Actors => None,
            Tab::Claims => claims::target(self, dossier, article),
            Tab::Figures => figures::target(self, dossier, article),
            Tab::Coverage => coverage::target(self, dossier, article),
        }
    }

    /// The entry on a row of the panel, counted from its first inner row.
    pub fn entry_at(&self, row: u16) -> Option<usize> {
        let row = usize::from(row).checked_sub(self.tab.heading_rows())?;
        let entry = self.top() + row / self.tab.entry_rows();
        Some(entry).filter(|entry| *entry < self.count && row / self.tab.entry_rows() < self.page)
    }
}
