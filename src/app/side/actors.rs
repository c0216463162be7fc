//! The actors' tab: the dossier's actors by weight, by how much they say, by how many outlets name them, or
//! those of the article as it names them; all of them, or those that a filter lets through; below them
//! those that the editor hid. And the walk from mention to mention.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Built, Tab};
use crate::actors::{Actor, ActorKind};
use crate::app::App;
use crate::app::history::Place;
use crate::article::Span;
use crate::dossier::Dossier;
use crate::output::claims::is_contradicted;

/// How the actors are listed; those that the editor hid come last in any order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Order {
    /// Heaviest first: who matters most to all outlets together.
    #[default]
    Weight,
    /// Who says most first.
    Claims,
    /// Whom most outlets name first.
    Outlets,
    /// Those of the article shown, as they are first named in it.
    Text,
}

impl Order {
    /// The next one, and round.
    pub const fn next(self) -> Self {
        match self {
            Self::Weight => Self::Claims,
            Self::Claims => Self::Outlets,
            Self::Outlets => Self::Text,
            Self::Text => Self::Weight,
        }
    }

    /// The key of its name in the messages.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Weight => "order-weight",
            Self::Claims => "order-claims",
            Self::Outlets => "order-outlets",
            Self::Text => "order-text",
        }
    }
}

/// Which actors are let through; everything that is set must hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only this kind.
    pub kind: Option<ActorKind>,
    /// Only those that this outlet names.
    pub outlet: Option<String>,
    /// Only those that this outlet does not name.
    pub missing: Option<String>,
    /// Only those of whom something is contradicted that they say.
    pub conflicts: bool,
}

impl Filter {
    /// Whether anyone is held back.
    pub fn is_active(&self) -> bool {
        *self != Self::default()
    }

    fn lets(&self, dossier: &Dossier, entry: Entry) -> bool {
        let Some(actor) = entry.of(dossier) else { return false };
        let names = |outlet: &str| {
            actor.mentions.iter().any(|mention| dossier.articles[mention.article].label() == outlet)
        };
        let claims = match entry {
            Entry::Actor(at) => dossier.index.by.get(at).map_or(&[][..], Vec::as_slice),
            Entry::Hidden(_) => &[],
        };
        self.kind.is_none_or(|kind| kind == actor.kind)
            && self.outlet.as_deref().is_none_or(names)
            && !self.missing.as_deref().is_some_and(names)
            && (!self.conflicts || claims.iter().any(|&at| is_contradicted(dossier, &dossier.claims[at])))
    }
}

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

/// The state of the tab.
#[derive(Debug, Clone, Default)]
pub struct Actors {
    /// What is let through.
    pub filter: Filter,
    /// The order they are listed in.
    pub order: Order,
    /// The article whose actors are listed; none where it is all of them.
    pub listed: Option<usize>,
    entries: Vec<Entry>,
    total: usize,
    built: Built<(Order, Option<usize>, Filter)>,
}

impl Actors {
    /// The entries, from the top down.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// How many of the actors listed are not hidden, as the top line counts them.
    pub fn shown(&self) -> usize {
        self.entries.iter().filter(|entry| matches!(entry, Entry::Actor(_))).count()
    }

    /// How many there are without the filter.
    pub fn total(&self) -> usize {
        self.total
    }

    /// Lists the actors anew where anything that decides about them has changed; says whether it did.
    pub fn build(&mut self, dossier: &Arc<Dossier>, order: Order, article: Option<usize>) -> bool {
        let article = article.filter(|_| order == Order::Text);
        if !self.built.stale(dossier, (order, article, self.filter.clone())) {
            return false;
        }
        self.order = order;
        self.listed = article;
        let all = 0..dossier.actors.len();
        let mut pool: Vec<usize> = match (order, article) {
            (Order::Text, Some(at)) => {
                let mut named = BTreeSet::new();
                let mentions = dossier.index.mentions.get(at).map_or(&[][..], Vec::as_slice);
                mentions.iter().map(|named| named.actor).filter(|actor| named.insert(*actor)).collect()
            }
            (Order::Text, None) => Vec::new(),
            _ => all.collect(),
        };
        // Equals stay as they are: heaviest first.
        match order {
            Order::Claims => {
                pool.sort_by_key(|&at| std::cmp::Reverse(dossier.index.by.get(at).map(Vec::len)))
            }
            Order::Outlets => pool.sort_by_cached_key(|&at| {
                let mentions = dossier.actors[at].mentions.iter();
                let outlets: BTreeSet<&str> =
                    mentions.map(|mention| dossier.articles[mention.article].label()).collect();
                std::cmp::Reverse(outlets.len())
            }),
            Order::Weight | Order::Text => {}
        }
        let hidden = (0..dossier.hidden.len()).map(Entry::Hidden);
        self.entries = pool.into_iter().map(Entry::Actor).chain(hidden).collect();
        self.total = self.shown();
        self.entries.retain(|entry| self.filter.lets(dossier, *entry));
        true
    }

    /// The entry of an actor, by its index in the dossier.
    pub fn entry_of(&self, actor: usize) -> Option<usize> {
        self.entries.iter().position(|entry| *entry == Entry::Actor(actor))
    }

    /// The entry of a passage: none where the passage names the actor under `cursor`, else the first one
    /// it names that is listed.
    pub fn entry_for(
        &self,
        dossier: &Dossier,
        cursor: usize,
        article: usize,
        passage: Span,
    ) -> Option<usize> {
        let named = dossier.index.mentions_in(article, passage);
        let here = self.entries.get(cursor).copied();
        if named.iter().any(|mention| here == Some(Entry::Actor(mention.actor))) {
            return None;
        }
        named.iter().find_map(|mention| self.entry_of(mention.actor))
    }
}

/// How far the walk along an actor's mentions has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Walk {
    entry: Entry,
    mention: usize,
}

impl super::Side {
    /// Starts walking an actor's mentions, by its index in the dossier, from the first one.
    pub(in crate::app) fn start_walk(&mut self, actor: usize) {
        self.walk = Some(Walk { entry: Entry::Actor(actor), mention: 0 });
    }
}

impl App {
    /// The actor, hidden or not, that the side panel's cursor is on while it shows the actors.
    pub fn chosen_actor(&self) -> Option<Entry> {
        let shown = self.side.tab == Tab::Actors;
        shown.then(|| self.side.actors.entries().get(self.side.cursor()).copied()).flatten()
    }

    /// The mention that the walk has come to, while it is still under the cursor: the index of the
    /// article, and where it stands.
    pub fn walked(&self) -> Option<(usize, Span)> {
        let walk = self.side.walk?;
        let actor = walk.entry.of(&self.dossier)?;
        let mention = actor.mentions.get(walk.mention)?;
        let here = self.article() == Some(mention.article)
            && self.reader.passage().is_some_and(|passage| passage.overlaps(mention.span));
        here.then_some((mention.article, mention.span))
    }

    /// Goes to the next mention of the actor under the cursor, across the articles and round; the first
    /// time to the first one from the passage on.
    pub(in crate::app) fn walk_mentions(&mut self) {
        if let Some(entry) = self.chosen_actor() {
            self.side.pin();
            self.walk_on(entry, false);
        }
    }

    /// Goes on to the next mention of the actor whose mentions are walked, or back to the one before; says
    /// whether there is such an actor.
    pub(in crate::app) fn walk_again(&mut self, back: bool) -> bool {
        let entry = self.side.walk.map(|walk| walk.entry);
        if let Some(entry) = entry {
            self.walk_on(entry, back);
        }
        entry.is_some()
    }

    fn walk_on(&mut self, entry: Entry, back: bool) {
        let Some(actor) = entry.of(&self.dossier) else { return };
        let Some(here) = self.article() else { return };
        let passage = self.reader.passage().map_or(0, |passage| passage.start);
        let total = actor.mentions.len();
        let walking = self.side.walk.filter(|walk| walk.entry == entry && self.walked().is_some());
        let before_here =
            || actor.mentions.partition_point(|at| (at.article, at.span.start) < (here, passage));
        let next = match (walking, back) {
            (Some(walk), false) => walk.mention + 1,
            (Some(walk), true) => walk.mention.checked_sub(1).unwrap_or(total.saturating_sub(1)),
            (None, false) => before_here(),
            (None, true) => before_here().checked_sub(1).unwrap_or(total.saturating_sub(1)),
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
        self.side.walk = Some(Walk { entry, mention: next });
        self.tell(told);
    }
}
