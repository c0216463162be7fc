//! The claims' tab: the article's claims in the order of its text, or all of the dossier's by speaker;
//! all of them, or those that a filter lets through.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::Built;
use crate::align::Passage;
use crate::article::Span;
use crate::claims::{Claim, ClaimKind};
use crate::dossier::Dossier;
use crate::dossier::echoes::{self, Echo, Standing};
use crate::dossier::voices::{self, Source, Voice};
use crate::output::claims::is_contradicted;
use crate::text::wrap::stretch;

/// How the claims are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Order {
    /// Those of the article shown, as they come in its text.
    #[default]
    Text,
    /// Those of the whole dossier under whoever says them.
    Speaker,
}

impl Order {
    /// The other one.
    pub const fn other(self) -> Self {
        match self {
            Self::Text => Self::Speaker,
            Self::Speaker => Self::Text,
        }
    }

    /// The key of its name in the messages.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Text => "order-text",
            Self::Speaker => "order-speaker",
        }
    }
}

/// Which claims are let through; everything that is set must hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only this source, with the name to show for it.
    pub speaker: Option<(Source, String)>,
    /// Only articles of this outlet.
    pub outlet: Option<String>,
    /// Only this kind.
    pub kind: Option<ClaimKind>,
    /// Only what is reported as unconfirmed.
    pub hedged: bool,
    /// Only what another outlet contradicts.
    pub conflicts: bool,
}

impl Filter {
    /// Whether anything is held back.
    pub fn is_active(&self) -> bool {
        *self != Self::default()
    }

    fn lets(&self, dossier: &Dossier, claim: &Claim) -> bool {
        self.kind.is_none_or(|kind| kind == claim.kind)
            && (!self.hedged || claim.hedged)
            && self.outlet.as_deref().is_none_or(|outlet| dossier.articles[claim.article].label() == outlet)
            && self
                .speaker
                .as_ref()
                .is_none_or(|(source, _)| voices::sources(dossier, claim).contains(source))
            && (!self.conflicts || is_contradicted(dossier, claim))
    }
}

/// A line of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// The claim, as its index in the dossier.
    pub claim: usize,
    /// Who it is listed under, an index into [`Claims::voices`]; none in the order of the text.
    pub voice: Option<usize>,
    /// Whether it is the first one listed there.
    pub first: bool,
}

/// What leads on from a claim.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Lead {
    /// The same claim in another outlet.
    Elsewhere(Echo),
    /// Another claim by the same speaker, as its index in the dossier.
    Also(usize),
}

/// The state of the tab.
#[derive(Debug, Clone, Default)]
pub struct Claims {
    /// What is let through.
    pub filter: Filter,
    /// Who speaks, where the claims are listed by speaker.
    pub voices: Vec<Voice>,
    /// The order they are listed in.
    pub order: Order,
    /// The article whose claims are listed; none where it is more than one.
    pub listed: Option<usize>,
    /// The claim under the cursor, as its index in the dossier, whichever tab is shown.
    pub chosen: Option<usize>,
    entries: Vec<Entry>,
    shown: usize,
    total: usize,
    built: Built<(Order, Option<usize>, Filter)>,
}

impl Claims {
    /// The entries, from the top down.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// How many claims are listed; one by several speakers counts once.
    pub fn shown(&self) -> usize {
        self.shown
    }

    /// How many claims there are without the filter.
    pub fn total(&self) -> usize {
        self.total
    }

    /// Lists the claims anew where anything that decides about them has changed; says whether it did.
    pub fn build(&mut self, dossier: &Arc<Dossier>, order: Order, article: Option<usize>) -> bool {
        let article = article.filter(|_| order == Order::Text);
        if !self.built.stale(dossier, (order, article, self.filter.clone())) {
            return false;
        }
        self.order = order;
        // An outlet that is asked for is listed whichever article is open.
        self.listed = article.filter(|_| self.filter.outlet.is_none());
        let pool: Vec<usize> = match (order, self.listed) {
            (Order::Text, Some(at)) => dossier.index.claims.get(at).cloned().unwrap_or_default(),
            (Order::Text, None) if article.is_none() => Vec::new(),
            _ => (0..dossier.claims.len()).collect(),
        };
        self.total = pool.len();
        let kept: Vec<usize> =
            pool.into_iter().filter(|&at| self.filter.lets(dossier, &dossier.claims[at])).collect();
        self.shown = kept.len();
        self.voices = if order == Order::Speaker { voices::of(dossier, &kept) } else { Vec::new() };
        if let Some((source, _)) = &self.filter.speaker {
            // Who speaks along with the one that is asked for is not asked for.
            self.voices.retain(|voice| voice.source == *source);
        }
        self.entries = match order {
            Order::Text => kept.into_iter().map(|claim| Entry { claim, voice: None, first: false }).collect(),
            Order::Speaker => self
                .voices
                .iter()
                .enumerate()
                .flat_map(|(voice, said)| {
                    said.claims.iter().enumerate().map(move |(nth, &claim)| Entry {
                        claim,
                        voice: Some(voice),
                        first: nth == 0,
                    })
                })
                .collect(),
        };
        true
    }

    /// The entry of a claim: the one nearest to `cursor` where it has several speakers.
    pub fn entry_of(&self, claim: usize, cursor: usize) -> Option<usize> {
        let places = self.entries.iter().enumerate().filter(|(_, entry)| entry.claim == claim);
        places.map(|(at, _)| at).min_by_key(|at| at.abs_diff(cursor))
    }

    /// The entry that is nearest to a claim which is not listed itself.
    pub fn nearest(&self, claim: usize) -> usize {
        match self.order {
            Order::Text => self.entries.partition_point(|entry| entry.claim < claim),
            Order::Speaker => 0,
        }
    }

    /// Rows of an entry at `columns` columns: its heading, and itself. On top of the screen an entry
    /// has the heading it stands under, without the blank row before it.
    pub fn rows(&self, dossier: &Dossier, entry: usize, columns: usize, on_top: bool) -> (usize, usize) {
        let Some(entry) = self.entries.get(entry) else { return (0, 1) };
        let claim = &dossier.claims[entry.claim];
        let lines = content(dossier, claim, columns, self.order).len().clamp(1, CONTENT_ROWS);
        let heading = match entry.voice {
            Some(_) if on_top => 1,
            Some(_) if entry.first => 2,
            _ => 0,
        };
        (heading, 2 + lines)
    }
}

/// The most rows that an entry gives to the words of a claim.
pub const CONTENT_ROWS: usize = 2;

/// Columns before the words of a claim.
pub const fn indent(order: Order) -> usize {
    match order {
        Order::Text => 5,
        Order::Speaker => 3,
    }
}

/// The words of a claim in rows for a list of `columns` columns.
pub fn content(dossier: &Dossier, claim: &Claim, columns: usize, order: Order) -> Vec<Span> {
    let room = columns.saturating_sub(indent(order) + 1).max(1);
    stretch::first_rows(&dossier.articles[claim.article].text, claim.span, room)
}

/// How a claim stands in the other outlets.
pub fn standing(dossier: &Dossier, claim: &Claim) -> Standing {
    echoes::standing(dossier, claim.article, claim.span)
}

/// The claim of a passage: the chosen one where the passage holds it, else its first one, else the
/// last one before it.
pub fn held(dossier: &Dossier, chosen: Option<usize>, article: usize, passage: Span) -> Option<usize> {
    let claims = dossier.index.claims.get(article)?;
    let holds = |claim: &usize| dossier.claims[*claim].span.overlaps(passage);
    chosen
        .filter(|claim| claims.binary_search(claim).is_ok() && holds(claim))
        .or_else(|| claims.iter().copied().find(holds))
        .or_else(|| claims.iter().rfind(|&&claim| dossier.claims[claim].span.start < passage.end).copied())
}

/// Where a claim leads: to the same one in other outlets, then to the others by the same speaker.
pub fn leads(dossier: &Dossier, claim: usize, voice: Option<&Voice>) -> Vec<Lead> {
    let said = &dossier.claims[claim];
    let echoes = echoes::of(dossier, said.article, said.span);
    let sources = match voice {
        Some(voice) => vec![voice.source.clone()],
        None => voices::sources(dossier, said),
    };
    let echoed = |other: &Claim| {
        echoes
            .iter()
            .any(|echo| echo.passage.article == other.article && echo.passage.span.overlaps(other.span))
    };
    let mut others: Vec<usize> = sources
        .iter()
        .filter(|source| **source != Source::Unnamed)
        .flat_map(|source| voices::claims_of(dossier, source))
        .filter(|&at| at != claim && !echoed(&dossier.claims[at]))
        .collect();
    others.sort_unstable();
    others.dedup();
    let also = others.into_iter().map(Lead::Also);
    // Those of the same article first.
    let (here, there): (Vec<Lead>, Vec<Lead>) =
        also.partition(|lead| matches!(lead, Lead::Also(at) if dossier.claims[*at].article == said.article));
    echoes.iter().copied().map(Lead::Elsewhere).chain(here).chain(there).collect()
}

impl Lead {
    /// Where it leads.
    pub fn place(self, dossier: &Dossier) -> Passage {
        match self {
            Self::Elsewhere(echo) => echo.passage,
            Self::Also(claim) => {
                let claim = &dossier.claims[claim];
                Passage { article: claim.article, span: claim.span }
            }
        }
    }
}
