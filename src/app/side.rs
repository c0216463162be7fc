//! The side panel: actors, claims, figures and coverage, following the text.
//!
//! A tab is a list of entries, and below it more about the one under the cursor. `Enter` goes to the
//! entry's place in the text. Where the text is there already, `Enter` goes on to what is listed below:
//! the same in other outlets, more by the same speaker; `l` takes the pointer there without a jump, and
//! `h` or `Esc` brings it back. The list stays what it was until the keys leave the panel.

use std::sync::{Arc, Weak};

use super::action::Action;
use super::layout::Area;
use super::session::Session;
use crate::align::Passage;
use crate::article::Span;
use crate::dossier::Dossier;
use crate::output::Words;

pub mod actors;
pub mod card;
pub mod claims;
pub mod coverage;
pub mod figures;

use actors::Actors;
use claims::Claims;
use coverage::Coverage;
use figures::Figures;

/// What the side panel shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tab {
    /// Who is in the dossier.
    #[default]
    Actors,
    /// Who says what.
    Claims,
    /// Which quantities are given, and by whom.
    Figures,
    /// Which fact is in which article.
    Coverage,
}

impl Tab {
    /// All tabs, from left to right.
    pub const ALL: [Self; 4] = [Self::Actors, Self::Claims, Self::Figures, Self::Coverage];

    /// Whether an action of the side panel does something in this tab; true for all the others.
    pub const fn takes(self, action: Action) -> bool {
        match action {
            Action::MergeActor
            | Action::SplitActor
            | Action::RenameActor
            | Action::ActorKind
            | Action::HideActor => matches!(self, Self::Actors),
            _ => true,
        }
    }

    /// The key of its name in the messages.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Actors => "tab-actors",
            Self::Claims => "tab-claims",
            Self::Figures => "tab-figures",
            Self::Coverage => "tab-coverage",
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

/// What the panel goes by when it is brought in line with the rest.
#[derive(Debug, Clone, Copy)]
pub struct Surroundings<'a> {
    /// The articles and what was found in them.
    pub dossier: &'a Arc<Dossier>,
    /// The interface's words, which decide how many rows an entry takes.
    pub words: &'a Words,
    /// The orders that were chosen.
    pub session: &'a Session,
    /// The article shown.
    pub article: Option<usize>,
    /// The passage under the text's cursor.
    pub passage: Option<Span>,
    /// The inside of the panel.
    pub inner: Area,
    /// Whether the panel follows the text, as it does while it does not have the keys.
    pub follow: bool,
}

/// An entry on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Placed {
    /// Which.
    pub entry: usize,
    /// Its first row, or that of the heading it stands under.
    pub row: usize,
    /// Rows of the heading over it.
    pub heading: usize,
    /// Rows of the entry itself.
    pub rows: usize,
}

/// What a list was built from, so that it is built anew only where that has changed.
#[derive(Debug, Clone)]
struct Built<Key>(Option<(Weak<Dossier>, Key)>);

// Derived, it would ask for a default of the key.
impl<Key> Default for Built<Key> {
    fn default() -> Self {
        Self(None)
    }
}

impl<Key: PartialEq> Built<Key> {
    /// Whether a list of this dossier by this key is another one than the last time.
    fn stale(&mut self, dossier: &Arc<Dossier>, key: Key) -> bool {
        let from = Some((Arc::downgrade(dossier), key));
        let fresh = matches!(
            (&self.0, &from),
            (Some((known, before)), Some((now, key))) if known.ptr_eq(now) && before == key
        );
        self.0 = from;
        !fresh
    }
}

/// The side panel's state.
#[derive(Debug, Clone, Default)]
pub struct Side {
    /// The tab shown.
    pub tab: Tab,
    /// The actors' tab.
    pub actors: Actors,
    /// The claims' tab.
    pub claims: Claims,
    /// The figures' tab.
    pub figures: Figures,
    /// The coverage's tab.
    pub coverage: Coverage,
    /// Where the pointer is below the list, among what leads on from the entry under the cursor; none
    /// while the list has the keys.
    pub lead: Option<usize>,
    /// The entries on the screen, from the top down.
    pub placed: Vec<Placed>,
    cursors: [usize; 4],
    tops: [usize; 4],
    count: usize,
    page: usize,
    /// How far the walk along an actor's mentions has come.
    pub(super) walk: Option<actors::Walk>,
    /// The first row shown of the card, and whose it is.
    card: (usize, usize),
    /// The actor that the actors' cursor is to go to, as its index in the dossier, once they are listed.
    wanted: Option<usize>,
    /// The article whose entries stay listed although a jump from the panel has left it.
    pinned: Option<usize>,
}

impl Side {
    /// The entry under the cursor.
    pub fn cursor(&self) -> usize {
        self.cursors[self.tab.number()]
    }

    /// The actor under the cursor of the actors' tab, hidden or not, whichever tab is shown.
    pub fn actor(&self) -> Option<actors::Entry> {
        self.actors.entries().get(self.cursors[Tab::Actors.number()]).copied()
    }

    /// Puts the cursor of the actors on one of them, by its index in the dossier; a filter that holds it
    /// back is lifted.
    pub fn select_actor(&mut self, actor: usize) {
        self.wanted = Some(actor);
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
        self.lead = None;
    }

    /// Chooses a claim, by its index in the dossier, whichever tab is shown.
    pub fn choose_claim(&mut self, claim: usize) {
        self.claims.chosen = Some(claim);
        let cursor = &mut self.cursors[Tab::Claims.number()];
        if let Some(entry) = self.claims.entry_of(claim, *cursor) {
            *cursor = entry;
        }
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

    /// Keeps the entries listed that are listed now, until the keys leave the panel.
    pub fn pin(&mut self) {
        let listed = match self.tab {
            Tab::Actors => self.actors.listed,
            Tab::Claims => self.claims.listed,
            Tab::Figures => self.figures.listed,
            Tab::Coverage => None,
        };
        self.pinned = listed.or(self.pinned);
    }

    /// Whether the tab shown holds entries back.
    pub fn filtered(&self) -> bool {
        match self.tab {
            Tab::Claims => self.claims.filter.is_active(),
            Tab::Figures => self.figures.filter.is_active(),
            Tab::Coverage => self.coverage.filtered(),
            Tab::Actors => self.actors.filter.is_active(),
        }
    }

    /// Rows over the entries: what is listed, and below it what a filter lets through.
    pub fn heading_rows(&self) -> usize {
        1 + usize::from(self.filtered())
    }

    /// Rows at the foot of the panel that tell more about the entry under the cursor; more of them
    /// while they have the pointer.
    pub fn detail_rows(&self, inner: Area) -> u16 {
        let usual = if inner.height < 16 { 0 } else { (inner.height * 2 / 5).clamp(6, 16) };
        match self.lead {
            Some(_) if inner.height < 16 => inner.height,
            Some(_) => usual.max((inner.height - 8).min(24)),
            None => usual,
        }
    }

    /// Brings the lists, the cursor and the view in line with everything else.
    pub fn settle(&mut self, around: Surroundings) {
        let Surroundings { dossier, session, article, passage, inner, follow, .. } = around;
        if follow {
            self.pinned = None;
            self.lead = None;
        }
        let listed = self.pinned.filter(|at| *at < dossier.articles.len()).or(article);
        self.build_actors(dossier, session.actors, listed);
        if self.claims.build(dossier, session.claims, listed)
            && let Some(claim) = self.claims.chosen
        {
            let cursor = &mut self.cursors[Tab::Claims.number()];
            *cursor = self.claims.entry_of(claim, *cursor).unwrap_or_else(|| self.claims.nearest(claim));
        }
        self.figures.build(dossier, session.figures, listed);
        self.coverage.build(dossier);
        self.count = match self.tab {
            Tab::Actors => self.actors.entries().len(),
            Tab::Coverage => self.coverage.entries().len(),
            Tab::Claims => self.claims.entries().len(),
            Tab::Figures => self.figures.entries().len(),
        };
        if let (true, Some(article), Some(passage)) = (follow, article, passage) {
            if let Some(entry) = self.entry_for(dossier, article, passage) {
                self.select(entry);
            }
            // The claim follows behind other tabs too: it is what the text lights up.
            if let Some(claim) = claims::held(dossier, self.claims.chosen, article, passage) {
                self.choose_claim(claim);
            }
        }
        let number = self.tab.number();
        self.cursors[number] = self.cursors[number].min(self.count.saturating_sub(1));
        if !follow && self.tab == Tab::Claims {
            self.claims.chosen = self.claims.entries().get(self.cursors[number]).map(|entry| entry.claim);
        }
        if let Some(lead) = self.lead {
            // What leads on may have become less.
            self.lead = self.leads(dossier).len().checked_sub(1).map(|last| lead.min(last));
        }
        self.lay_out(around, inner);
    }

    /// Lists the actors; the cursor stays on the actor it was on, or goes to the one that is wanted.
    fn build_actors(&mut self, dossier: &Arc<Dossier>, order: actors::Order, article: Option<usize>) {
        let before = match self.actor() {
            Some(actors::Entry::Actor(at)) => Some(at),
            _ => None,
        };
        let built = self.actors.build(dossier, order, article);
        let wanted = self.wanted.take();
        if let Some(actor) = wanted
            && self.actors.entry_of(actor).is_none()
        {
            self.actors.filter = actors::Filter::default();
            self.actors.build(dossier, order, article);
        }
        if let Some(entry) = wanted.or(before.filter(|_| built)).and_then(|at| self.actors.entry_of(at)) {
            self.cursors[Tab::Actors.number()] = entry;
        }
    }

    /// Brings the cursor into view and places the entries from there.
    fn lay_out(&mut self, around: Surroundings, inner: Area) {
        let columns = usize::from(inner.width);
        let room = usize::from(inner.height.saturating_sub(self.detail_rows(inner)));
        let room = room.saturating_sub(self.heading_rows());
        let rows = |entry: usize, on_top: bool| match self.tab {
            Tab::Actors => (0, 2),
            Tab::Coverage => self.coverage.rows(around.dossier.articles.len(), columns, entry, on_top),
            Tab::Claims => self.claims.rows(around.dossier, entry, columns, on_top),
            Tab::Figures => self.figures.rows(around.dossier, around.words, entry, columns, on_top),
        };
        let number = self.tab.number();
        let (top, placed) = places(self.cursors[number], self.tops[number], self.count, room, rows);
        let whole = placed.iter().filter(|at| at.row + at.heading + at.rows <= room).count();
        self.page = whole.max(1);
        self.tops[number] = top;
        self.placed = placed;
    }

    /// The entry of the current tab that belongs to a passage.
    fn entry_for(&self, dossier: &Dossier, article: usize, passage: Span) -> Option<usize> {
        match self.tab {
            Tab::Actors => self.actors.entry_for(dossier, self.cursor(), article, passage),
            // It goes by the claim that is chosen.
            Tab::Claims => None,
            Tab::Figures => self.figures.entry_for(dossier, self.cursor(), article, passage),
            Tab::Coverage => self.coverage.entry_for(dossier, self.cursor(), article, passage),
        }
    }

    /// The place in the text that the entry under the cursor leads to; none for an actor, whose mentions
    /// are walked.
    pub fn target(&self, dossier: &Dossier, article: usize) -> Option<Passage> {
        match self.tab {
            Tab::Actors => None,
            Tab::Claims => {
                let claim = &dossier.claims[self.claims.entries().get(self.cursor())?.claim];
                Some(Passage { article: claim.article, span: claim.span })
            }
            Tab::Figures => self.figures.target(dossier, self.cursor(), article),
            Tab::Coverage => self.coverage.target(dossier, self.cursor(), article),
        }
    }

    /// Where the entry under the cursor leads on to: the same in other outlets, more by the same speaker.
    pub fn leads(&self, dossier: &Dossier) -> Vec<Passage> {
        match self.tab {
            Tab::Claims => {
                let Some(entry) = self.claims.entries().get(self.cursor()) else { return Vec::new() };
                let voice = entry.voice.and_then(|at| self.claims.voices.get(at));
                claims::leads(dossier, entry.claim, voice)
                    .into_iter()
                    .map(|lead| lead.place(dossier))
                    .collect()
            }
            Tab::Figures => {
                let entry = self.figures.entries().get(self.cursor());
                let quantity = entry.and_then(|entry| dossier.coverage.quantities.get(entry.quantity));
                let figures = quantity.map(|quantity| figures::leads(dossier, quantity)).unwrap_or_default();
                figures.into_iter().map(|figure| figures::place(dossier, figure)).collect()
            }
            Tab::Actors | Tab::Coverage => Vec::new(),
        }
    }

    /// The entry on a row of the panel, counted from its first inner row, and which of its rows that is.
    pub fn place_at(&self, row: u16) -> Option<(usize, usize)> {
        let row = usize::from(row).checked_sub(self.heading_rows())?;
        let on = |at: &&Placed| (at.row + at.heading..at.row + at.heading + at.rows).contains(&row);
        self.placed.iter().find(on).map(|at| (at.entry, row - at.row - at.heading))
    }
}

/// Where the first entry shown is, and the entries from there on: with the cursor in view, `top` where
/// it can stay, and no room wasted below the last entry. `rows` gives the rows of an entry's heading
/// and its own, which depend on whether it is the first one shown.
fn places(
    cursor: usize,
    top: usize,
    count: usize,
    room: usize,
    rows: impl Fn(usize, bool) -> (usize, usize),
) -> (usize, Vec<Placed>) {
    if count == 0 {
        return (0, Vec::new());
    }
    let height = |entry: usize, on_top: bool| {
        let (heading, own) = rows(entry, on_top);
        heading + own
    };
    // The first entry from which all of `last` is in view.
    let first_for = |last: usize| {
        let mut first = last;
        let mut below = 0;
        while first > 0 {
            let next = below + height(first, false);
            if next + height(first - 1, true) > room {
                break;
            }
            below = next;
            first -= 1;
        }
        first
    };
    let top = top.clamp(first_for(cursor), cursor).min(first_for(count - 1).max(first_for(cursor)));
    let mut placed = Vec::new();
    let mut row = 0;
    for entry in top..count {
        if row >= room {
            break;
        }
        let (heading, rows) = rows(entry, entry == top);
        placed.push(Placed { entry, row, heading, rows });
        row += heading + rows;
    }
    (top, placed)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Entries of three rows, every fifth one under a heading with a blank row before it.
    fn rows(entry: usize, on_top: bool) -> (usize, usize) {
        let heading = if on_top {
            1
        } else if entry.is_multiple_of(5) {
            2
        } else {
            0
        };
        (heading, 3)
    }

    #[test]
    fn the_cursor_is_always_in_view() {
        for cursor in 0..20 {
            for top in 0..20 {
                let (_, placed) = places(cursor, top, 20, 12, rows);
                let at = placed.iter().find(|at| at.entry == cursor).unwrap();
                assert!(at.row + at.heading + at.rows <= 12, "{cursor} from {top}");
            }
        }
    }

    #[test]
    fn the_view_stays_while_the_cursor_moves_inside_it() {
        let (top, _) = places(4, 3, 20, 12, rows);
        assert_eq!(top, 3);
    }

    #[test]
    fn no_room_is_left_below_the_last_entry() {
        let (top, placed) = places(19, 19, 20, 12, rows);
        assert!(top < 19);
        assert_eq!(placed.last().map(|at| at.entry), Some(19));
    }

    #[test]
    fn an_entry_that_is_taller_than_the_room_is_shown_from_its_start() {
        assert_eq!(places(7, 0, 20, 2, rows).0, 7);
        assert!(places(0, 0, 0, 2, rows).1.is_empty());
    }
}
