//! Which articles an action is for, and what completes the line that is typed about them.

use std::collections::BTreeSet;

use super::{App, Pane, Purpose};
use crate::text::fold;

impl App {
    /// The articles that a star, a tag, a copy or an export is for, as indices in the dossier: those
    /// selected where the list has the keys, else the one shown.
    pub fn targets(&self) -> Vec<usize> {
        let selected = self.selected();
        if self.focus == Pane::List && !selected.is_empty() {
            selected
        } else {
            self.article().into_iter().collect()
        }
    }

    /// The selected articles, as indices in the dossier.
    pub fn selected(&self) -> Vec<usize> {
        let articles = self.dossier.articles.iter().enumerate();
        articles.filter(|(_, article)| self.list.selected.contains(&article.id)).map(|(at, _)| at).collect()
    }

    /// The tags that all of `articles` have, whatever the case and the accents, as the first one spells them.
    pub fn shared_tags(&self, articles: &[usize]) -> BTreeSet<String> {
        let tags = |at: &usize| {
            let article = self.dossier.articles.get(*at)?;
            Some(self.session.tags_of(&article.id).map(str::to_owned).collect::<BTreeSet<_>>())
        };
        let both = |all: BTreeSet<String>, these: BTreeSet<String>| {
            let these: BTreeSet<String> = these.iter().map(|tag| fold(tag)).collect();
            all.into_iter().filter(|tag| these.contains(&fold(tag))).collect()
        };
        articles.iter().filter_map(tags).reduce(both).unwrap_or_default()
    }

    /// What may complete the line being typed: the tags in use, or the names of the outlets.
    pub fn vocabulary(&self) -> Vec<String> {
        match &self.prompt {
            Some((Purpose::Tags, _)) => self.session.all_tags(),
            Some((Purpose::Outlet, _)) => {
                let outlets = self.dossier.articles.iter().filter_map(|article| article.outlet.as_ref());
                outlets.map(|outlet| outlet.name.clone()).collect::<BTreeSet<_>>().into_iter().collect()
            }
            // The names it has already: one of them is mostly what it should be shown by.
            Some((Purpose::ActorName(actor), _)) => {
                let at = crate::actors::corrections::find(&self.dossier.actors, actor);
                at.map_or_else(Vec::new, |at| self.dossier.actors[at].names().map(str::to_owned).collect())
            }
            Some((Purpose::Export(_), _)) | None => Vec::new(),
        }
    }
}

impl Purpose {
    /// Whether completing replaces the whole line, and not a word of it.
    pub const fn is_one_name(&self) -> bool {
        !matches!(self, Self::Tags)
    }

    /// The key of the message that stands before the line.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Outlet => "prompt-outlet",
            Self::Tags => "prompt-tags",
            Self::Export(_) => "prompt-export",
            Self::ActorName(_) => "prompt-actor",
        }
    }
}
