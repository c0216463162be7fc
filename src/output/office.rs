//! Whether two roles are one office told twice: `maire d'Orvelle` and `mayor of Orvelle`, `directeur
//! général de la CRO` and `patron de la Compagnie des remorqueurs d'Orvelle`.
//!
//! The titles must mean the same by the tables of titles, or word by word by the synonyms that both
//! languages share, and what follows them must be the same words or name the same actor.

use std::collections::BTreeSet;

use crate::actors::corrections::find;
use crate::actors::{Role, titles};
use crate::align::Vocabulary;
use crate::dossier::Dossier;
use crate::lang::Language;
use crate::text::fold;

/// What stands between a title and the body or place it is held in, folded, the longest first.
const LINKS: [&str; 10] =
    ["de la ", "of the ", "for the ", "de l'", "des ", "du ", "de ", "of ", "for ", "d'"];

/// A role parted into its title and what it is held in.
pub(super) struct Office {
    /// The key of the title in the tables.
    key: &'static str,
    /// The terms of the title's words, which both languages share where there are synonyms.
    terms: BTreeSet<String>,
    /// The folded words behind the title and its link.
    held_in: String,
    /// The language that the role is told in.
    pub language: Option<Language>,
}

impl Office {
    /// The office that a role names; none where it begins with no known title.
    pub(super) fn of(dossier: &Dossier, role: &Role) -> Option<Self> {
        let told = fold(&role.text);
        let ends = told.match_indices(' ').map(|(at, _)| at).chain([told.len()]);
        let (end, title) =
            ends.filter_map(|end| titles::look_up(&told[..end]).map(|title| (end, title))).next_back()?;
        let rest = told[end..].trim_start();
        let held_in = LINKS.iter().find_map(|link| rest.strip_prefix(link)).unwrap_or(rest).to_owned();
        let language = dossier.articles.get(role.article).and_then(|article| article.language);
        let vocabulary = Vocabulary::of(language);
        let terms = title.key.split([' ', '-']).filter(|word| !vocabulary.is_stopword(word));
        Some(Self {
            key: &title.key,
            terms: terms.map(|word| vocabulary.term(word)).collect(),
            held_in,
            language,
        })
    }

    /// Whether it is the same office as `other`.
    pub(super) fn is(&self, other: &Self, dossier: &Dossier) -> bool {
        let translated = self.language != other.language && self.terms == other.terms;
        (titles::same(self.key, other.key) || translated) && self.is_held_with(other, dossier)
    }

    fn is_held_with(&self, other: &Self, dossier: &Dossier) -> bool {
        if self.held_in == other.held_in {
            return true;
        }
        let body = |office: &Self| find(&dossier.actors, &office.held_in);
        !self.held_in.is_empty()
            && !other.held_in.is_empty()
            && body(self).is_some_and(|one| body(other) == Some(one))
    }
}
