//! The search in one pane: `/`, then `n` and `N`.

use super::Pane;
use super::line::Line;
use super::session::Session;
use crate::article::Span;
use crate::dossier::Dossier;
use crate::search::in_text::{Occurrences, RowsFound, Searchable};

/// A search in the text or in the list.
#[derive(Debug, Clone, Default)]
pub struct InPane {
    /// Whether it is being typed.
    pub typing: bool,
    /// What is searched for.
    pub line: Line,
    /// The pane it runs in.
    pub pane: Pane,
    /// Whether it runs in the comparison that lies over the panes.
    pub over: bool,
    /// The places in the article shown.
    pub matches: Occurrences,
    /// The entries of the list that match, by outlet, title or tag.
    pub entries: RowsFound,
    /// Where the cursor stood when the search began, to go back to when it is given up: the entry of
    /// the list and a byte of its text, or the row of the comparison.
    pub origin: (usize, usize),
    searched: Option<(String, Option<usize>, usize)>,
    /// The text that is searched, made ready for the next key, by article and by how many there are:
    /// making it so takes far longer than looking through it.
    ready: Option<((usize, usize), Searchable)>,
}

/// What a search looks at of an entry of the list: outlet, title and tags, one line each.
pub fn entry_text(dossier: &Dossier, session: &Session, entry: usize) -> String {
    match dossier.articles.get(entry) {
        Some(article) => {
            let tags: String = session.tags_of(&article.id).map(|tag| format!("#{tag} ")).collect();
            format!("{}\n{}\n{tags}", article.label(), article.headline())
        }
        None => dossier
            .unread
            .get(entry - dossier.articles.len())
            .map(|unread| unread.source.clone())
            .unwrap_or_default(),
    }
}

impl InPane {
    /// Starts typing a search in `pane`.
    pub fn start(&mut self, pane: Pane, origin: (usize, usize)) {
        *self = Self { typing: true, pane, origin, ..Self::default() };
    }

    /// Starts typing a search in the comparison, from one of its rows.
    pub fn start_over(&mut self, row: usize) {
        *self = Self { typing: true, over: true, origin: (row, 0), ..Self::default() };
    }

    /// Forgets the search.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// Whether there is something to search for.
    pub fn active(&self) -> bool {
        !self.line.text().trim().is_empty()
    }

    /// Whether nothing was found in the pane it runs in.
    pub fn is_empty(&self) -> bool {
        if self.pane == Pane::List { self.entries.rows.is_empty() } else { self.matches.is_empty() }
    }

    /// Forgets what was found, as after the articles were read anew; the next look searches again.
    pub fn stale(&mut self) {
        (self.searched, self.ready) = (None, None);
    }

    /// Searches again where the line, the article or the dossier has changed.
    pub fn settle(&mut self, dossier: &Dossier, session: &Session, article: Option<usize>) {
        let wanted = (self.line.text().to_owned(), article, dossier.articles.len());
        if self.searched.as_ref() == Some(&wanted) {
            return;
        }
        let typed = self.line.text();
        self.matches = match article.and_then(|at| Some((at, dossier.articles.get(at)?))) {
            Some((at, article)) if !typed.is_empty() => {
                let key = (at, dossier.articles.len());
                let ready = self.ready.take().filter(|(of, _)| *of == key);
                let (_, text) =
                    self.ready.insert(ready.unwrap_or_else(|| (key, Searchable::new(&article.text))));
                text.find(typed)
            }
            _ => Occurrences::default(),
        };
        self.entries = if self.pane == Pane::List && !typed.is_empty() {
            let rows: Vec<String> = (0..dossier.articles.len() + dossier.unread.len())
                .map(|at| entry_text(dossier, session, at))
                .collect();
            RowsFound::find(rows.iter().map(String::as_str), typed)
        } else {
            RowsFound::default()
        };
        self.searched = Some(wanted);
    }

    /// The match behind `byte`, or before it, going round at the ends.
    pub fn next_match(&self, byte: usize, back: bool) -> Option<Span> {
        let at = if back { self.matches.previous(byte) } else { self.matches.next(byte) }?;
        self.matches.spans().get(at).copied()
    }

    /// The matching entry of the list behind `entry`, or before it, going round at the ends.
    pub fn next_entry(&self, entry: usize, back: bool) -> Option<usize> {
        if back { self.entries.previous(entry) } else { self.entries.next(entry) }
    }
}
