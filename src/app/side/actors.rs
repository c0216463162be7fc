//! The entries of the actors' tab: every actor of the dossier, heaviest first, and below them those that
//! the editor hid; and the walk from mention to mention.

use super::{Side, Tab};
use crate::actors::Actor;
use crate::app::App;
use crate::app::history::Place;
use crate::article::Span;
use crate::dossier::Dossier;

/// What an entry of the tab is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// An actor, as its index in the dossier.
    Actor(usize),
    /// A hidden one, as its index among those.
    Hidden(usize),
}

impl Entry {
    /// The actor itself.
    pub fn of(self, dossier: &Dossier) -> Option<&Actor> {
        match self {
            Self::Actor(at) => dossier.actors.get(at),
            Self::Hidden(at) => dossier.hidden.get(at),
        }
    }
}

/// The entry of that number.
pub fn at(dossier: &Dossier, number: usize) -> Option<Entry> {
    match number.checked_sub(dossier.actors.len()) {
        None => Some(Entry::Actor(number)),
        Some(hidden) => (hidden < dossier.hidden.len()).then_some(Entry::Hidden(hidden)),
    }
}

/// How many entries there are.
pub fn count(dossier: &Dossier) -> usize {
    dossier.actors.len() + dossier.hidden.len()
}

/// The actor of a passage: none where the passage names the one under the cursor, else its first one.
pub fn entry_for(side: &Side, dossier: &Dossier, article: usize, passage: Span) -> Option<usize> {
    let named = dossier.index.mentions_in(article, passage);
    if named.iter().any(|mention| mention.actor == side.cursor()) {
        return None;
    }
    named.first().map(|mention| mention.actor)
}

/// How far the walk along an actor's mentions has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Walk {
    actor: usize,
    mention: usize,
}

impl App {
    /// The actor, hidden or not, that the side panel's cursor is on while it shows the actors.
    pub fn chosen_actor(&self) -> Option<Entry> {
        let shown = self.side.tab == Tab::Actors;
        shown.then(|| at(&self.dossier, self.side.cursor())).flatten()
    }

    /// The mention that the walk has come to, while it is still under the cursor: the index of the
    /// article, and where it stands.
    pub fn walked(&self) -> Option<(usize, Span)> {
        let walk = self.side.walk?;
        let actor = at(&self.dossier, walk.actor)?.of(&self.dossier)?;
        let mention = actor.mentions.get(walk.mention)?;
        let here = self.article() == Some(mention.article)
            && self.reader.passage().is_some_and(|passage| passage.overlaps(mention.span));
        here.then_some((mention.article, mention.span))
    }

    /// Goes to the next mention of the actor under the cursor, across the articles and round; the first
    /// time to the first one from the passage on.
    pub(in crate::app) fn walk_mentions(&mut self) {
        let Some(actor) = self.chosen_actor().and_then(|entry| entry.of(&self.dossier)) else { return };
        let Some(here) = self.article() else { return };
        let passage = self.reader.passage().map_or(0, |passage| passage.start);
        let (number, total) = (self.side.cursor(), actor.mentions.len());
        let walking = self.side.walk.filter(|walk| walk.actor == number && self.walked().is_some());
        let next = match walking {
            Some(walk) => walk.mention + 1,
            None => actor
                .mentions
                .partition_point(|mention| (mention.article, mention.span.start) < (here, passage)),
        };
        let next = if next < total { next } else { 0 };
        let Some(mention) = actor.mentions.get(next).copied() else { return };
        let told = self.messages.with(
            "status-mention",
            &[
                ("name", actor.name.as_str().into()),
                ("at", (next + 1).into()),
                ("total", total.into()),
                ("outlet", self.dossier.articles[mention.article].label().into()),
            ],
        );
        self.jump(Place { article: mention.article, byte: mention.span.start });
        self.side.walk = Some(Walk { actor: number, mention: next });
        self.tell(told);
    }
}
