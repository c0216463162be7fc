//! The finder: one line over articles, text, actors, claims, figures and commands.

use std::sync::Arc;

use super::App;
use super::effect::Effect;
use super::line::Line;
use crate::article::Span;
use crate::search::{Hits, Kind, Marks, Query, Scope, Target};

/// The scopes, in the order in which Tab goes through them.
pub const SCOPES: [Scope; 7] = [
    Scope::All,
    Scope::Only(Kind::Article),
    Scope::Only(Kind::Text),
    Scope::Only(Kind::Actor),
    Scope::Only(Kind::Claim),
    Scope::Only(Kind::Figure),
    Scope::Only(Kind::Command),
];

/// The key of a scope's name in the messages.
pub fn scope_key(scope: Scope) -> String {
    match scope {
        Scope::All => "scope-all".to_owned(),
        Scope::Only(kind) => format!("scope-{}", kind.name()),
    }
}

/// Hits asked for at once; nobody walks down further than that.
const LIMIT: usize = 200;

/// A search for the runtime: what is typed, where, and the reader's own marks.
#[derive(Debug)]
pub struct Question {
    /// The line, read.
    pub query: Query,
    /// Where to look.
    pub scope: Scope,
    /// How many hits to give at most.
    pub limit: usize,
    /// What was starred, read and tagged.
    pub marks: Marks,
}

/// The finder's state.
#[derive(Debug, Clone, Default)]
pub struct Finder {
    /// What is typed.
    pub line: Line,
    /// Where it looks.
    pub scope: Scope,
    /// What was found last.
    pub hits: Hits,
    /// The hit under the cursor.
    pub cursor: usize,
    /// Whether an answer to the last key is still awaited.
    pub waiting: bool,
}

impl Finder {
    /// An empty finder that looks in `scope`.
    pub fn new(scope: Scope) -> Self {
        Self { scope, ..Self::default() }
    }

    /// Takes the answer to the last question.
    pub fn take(&mut self, hits: Hits) {
        self.hits = hits;
        self.cursor = 0;
        self.waiting = false;
    }

    /// Moves the cursor by `by` hits.
    pub fn step(&mut self, by: isize) {
        let last = self.hits.shown.len().saturating_sub(1);
        self.cursor = self.cursor.saturating_add_signed(by).min(last);
    }

    /// Goes to the next scope, or the previous one.
    pub fn turn(&mut self, on: bool) {
        let count = SCOPES.len();
        let at = SCOPES.iter().position(|scope| *scope == self.scope).unwrap_or(0);
        self.scope = SCOPES[(at + if on { 1 } else { count - 1 }) % count];
    }
}

impl App {
    /// Asks for what the finder's line says.
    pub(super) fn search(&mut self, effects: &mut Vec<Effect>) {
        let Some(catalogue) = self.catalogue.clone() else { return };
        let marks = |set: &std::collections::BTreeSet<String>| {
            self.dossier.articles.iter().map(|article| set.contains(&article.id)).collect()
        };
        let articles = self.dossier.articles.iter();
        let tags = articles.map(|article| self.session.tags_of(&article.id).map(str::to_owned).collect());
        let marks = Marks {
            starred: marks(&self.session.starred),
            read: marks(&self.session.read),
            tags: tags.collect(),
        };
        let Some(finder) = &mut self.finder else { return };
        self.search_generation += 1;
        finder.waiting = true;
        let question =
            Question { query: Query::parse(finder.line.text()), scope: finder.scope, limit: LIMIT, marks };
        effects.push(Effect::Search { generation: self.search_generation, catalogue, question });
    }

    /// Asks again after the dossier has changed under an open finder.
    pub(super) fn search_again(&mut self, effects: &mut Vec<Effect>) {
        if self.finder.is_some() {
            self.search(effects);
        }
    }

    /// What the finder's cursor is on.
    pub fn found_target(&self) -> Option<Target> {
        let finder = self.finder.as_ref()?;
        let hit = finder.hits.shown.get(finder.cursor)?;
        Some(self.catalogue.as_ref()?.entry(hit.entry)?.target.clone())
    }

    /// Where that stands: an article and a span of it.
    pub fn found_place(&self) -> Option<(usize, Span)> {
        let finder = self.finder.as_ref()?;
        let hit = finder.hits.shown.get(finder.cursor)?;
        let place = self.catalogue.as_ref()?.entry(hit.entry)?.place?;
        Some((place.article, place.span)).filter(|(article, _)| *article < self.dossier.articles.len())
    }

    /// What the finder searches, once the analysis is there.
    pub fn catalogue(&self) -> Option<&Arc<crate::search::Catalogue>> {
        self.catalogue.as_ref()
    }
}
