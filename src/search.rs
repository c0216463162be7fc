//! One query over every kind of thing in a dossier: the engine behind the finder, the search in a
//! pane, and `recoupe find`.
//!
//! A [`Catalogue`] is made from a dossier once; a [`Query`] is read from the typed line; a
//! [`Search`] runs one over the other and gives [`Hits`]. Everything compares *plain* text
//! ([`mod@plain`]), so `elysee` finds `L’Élysée`, and highlights come back as spans over the
//! original. Search within one text, or down the rows of a list, is in [`in_text`].
//!
//! ```
//! use std::sync::atomic::AtomicBool;
//! use recoupe::dossier::Dossier;
//! use recoupe::search::{Ask, Catalogue, Query, Search};
//!
//! let dossier = Dossier::of_texts("port", [("echo", "Le port bloqué\n\nLa grève s’étend à Sète.")]);
//! let catalogue = Catalogue::new(&dossier, []);
//! let query = Query::parse("greve");
//! let hits = Search::default().run(&catalogue, &Ask::new(&query), &AtomicBool::new(false));
//! assert_eq!(hits.map(|hits| hits.total), Some(1));
//! ```

use std::sync::atomic::{AtomicBool, Ordering};

use rayon::prelude::*;

use crate::article::Span;

pub mod catalogue;
mod excerpt;
pub mod in_text;
pub mod matcher;
pub mod plain;
pub mod query;
mod rank;
mod terms;

pub use catalogue::{Catalogue, Command, Entry, Kind, Target};
pub use excerpt::excerpt;
pub use in_text::{Occurrences, RowsFound, Searchable};
pub use query::Query;

use terms::{Terms, Verdict};

/// Where to look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Scope {
    /// Everywhere; kinds are mixed in the ranking.
    #[default]
    All,
    /// Among entries of one kind.
    Only(Kind),
}

/// What only the reader knows about the articles, by index in the dossier; missing ones are unread
/// and have no star.
#[derive(Debug, Clone, Default)]
pub struct Marks {
    /// Whether it has a star.
    pub starred: Vec<bool>,
    /// Whether it has been read.
    pub read: Vec<bool>,
    /// Its tags.
    pub tags: Vec<Vec<String>>,
}

/// A question put to the catalogue.
#[derive(Debug, Clone, Copy)]
pub struct Ask<'a> {
    /// What was typed.
    pub query: &'a Query,
    /// Where to look.
    pub scope: Scope,
    /// How many hits to give at most; all are counted.
    pub limit: usize,
    /// The reader's marks, for `is:starred` and the like.
    pub marks: Option<&'a Marks>,
}

impl<'a> Ask<'a> {
    /// A question over everything, for the first 200 hits.
    pub fn new(query: &'a Query) -> Self {
        Self { query, scope: Scope::All, limit: 200, marks: None }
    }
}

/// What a search found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hits {
    /// How many entries match.
    pub total: usize,
    /// Among how many.
    pub searched: usize,
    /// The best of them, best first.
    pub shown: Vec<Hit>,
    /// Whether nothing matched as typed, and these are actors whose name is one slip away.
    pub nearly: bool,
}

/// An entry that matches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Its index in the catalogue.
    pub entry: usize,
    /// How well it matches, up to about 1,150; hits of all kinds compare.
    pub score: i64,
    /// What to light up in its label: bytes of [`Catalogue::label`], in order, touching ones joined.
    pub highlights: Vec<Span>,
    /// Where a term stands in another part than the label (an outlet, another name), that part's
    /// number for [`Catalogue::part`] and what to light up in it.
    pub also: Option<(usize, Vec<Span>)>,
}

/// Runs queries, and remembers what the last one left, so that each key narrows.
#[derive(Default)]
pub struct Search {
    last: Option<Reached>,
}

/// What a query could still match with more letters typed.
struct Reached {
    catalogue: u64,
    scope: Scope,
    query: Query,
    entries: Vec<u32>,
}

/// Entries judged between two looks at the cancel flag.
const CHUNK: usize = 1024;

impl Search {
    /// Answers `ask`, on all cores; nothing when `cancel` was raised meanwhile.
    ///
    /// The answer depends on the catalogue and the question alone, not on what was asked before.
    pub fn run(&mut self, catalogue: &Catalogue, ask: &Ask, cancel: &AtomicBool) -> Option<Hits> {
        let scope = match ask.scope {
            Scope::All => 0..catalogue.entries.len(),
            Scope::Only(kind) => catalogue.kinds[kind as usize].clone(),
        };
        let searched = scope.len();
        let narrowed = self.last.as_ref().filter(|last| {
            last.catalogue == catalogue.id && last.scope == ask.scope && ask.query.narrows(&last.query)
        });
        let everything: Vec<u32>;
        let candidates = match narrowed {
            Some(last) => &last.entries,
            None => {
                everything = scope.map(|at| at as u32).collect();
                &everything
            }
        };
        let terms = Terms::new(catalogue, ask);

        let judged: Vec<Option<Judged>> = candidates
            .par_chunks(CHUNK)
            .map(|chunk| (!cancel.load(Ordering::Relaxed)).then(|| judge(&terms, chunk)))
            .collect();
        let mut reached = Vec::new();
        let mut ranked = rank::Ranked::default();
        for chunk in judged {
            let chunk = chunk?;
            reached.extend(chunk.reached);
            ranked.extend(catalogue, chunk.hits);
        }
        self.last = Some(Reached {
            catalogue: catalogue.id,
            scope: ask.scope,
            query: ask.query.clone(),
            entries: reached,
        });

        let total = ranked.len();
        if total == 0 {
            return Some(Hits { searched, ..terms.nearly(ask.limit) });
        }
        let best = if terms.rank() { ranked.best(ask.limit) } else { ranked.in_order(ask.limit) };
        let shown = best.into_iter().map(|(score, entry)| terms.hit(entry, score)).collect();
        Some(Hits { total, searched, shown, nearly: false })
    }
}

struct Judged {
    hits: Vec<(i64, u32)>,
    reached: Vec<u32>,
}

fn judge(terms: &Terms, entries: &[u32]) -> Judged {
    let mut judged = Judged { hits: Vec::new(), reached: Vec::new() };
    for &entry in entries {
        match terms.judge(entry) {
            Verdict::Out => {}
            Verdict::Within => judged.reached.push(entry),
            Verdict::Hit(score) => {
                judged.reached.push(entry);
                judged.hits.push((score, entry));
            }
        }
    }
    judged
}

#[cfg(test)]
mod tests;
