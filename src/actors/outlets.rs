//! The outlets of the dossier, whose names are taken whole wherever another outlet gives them.
//!
//! `La Revue des Alpages` looks like a person's name and a body's by its words alone; the dossier knows
//! better, since one of its articles was published there.

use super::names;
use super::phrases::Phrases;
use super::words::{Body, fold_phrase};
use crate::article::Article;
use crate::lang::Language;

/// The names of a dossier's outlets, with and without the article they begin with.
#[derive(Debug, Default)]
pub(super) struct Outlets {
    names: Phrases<()>,
}

impl Outlets {
    /// Gathers the outlets of `articles`, as far as they are known.
    pub fn of(articles: &[Article]) -> Self {
        let mut outlets = Self::default();
        for outlet in articles.iter().filter_map(|article| article.outlet.as_ref()) {
            let mut words = fold_phrase(&outlet.name, Language::French);
            let article =
                words.first().is_some_and(|word| matches!(word.as_str(), "le" | "la" | "les" | "l'" | "the"));
            if article && words.len() > 2 {
                outlets.names.add(words.split_off(1), ());
                words = fold_phrase(&outlet.name, Language::French);
            }
            if words.len() > 1 || words.first().is_some_and(|word| !names::is_never(word)) {
                outlets.names.add(words, ());
            }
        }
        outlets
    }

    /// Where the outlet's name that starts at word `at` ends. A long one has a second capital, since
    /// its words may also be ordinary ones at the head of a sentence.
    pub fn at(&self, body: &Body, at: usize) -> Option<usize> {
        let fits = |length: usize| {
            let words = body.words.get(at..at + length).unwrap_or_default();
            let capitals = words.iter().filter(|word| word.is_capital()).count();
            words.first().is_some_and(|word| word.is_capital() && !word.loud)
                && (capitals > 1 || !words.iter().any(|word| word.initial))
        };
        self.names.longest(body, at, |(), length| fits(length)).map(|(length, ())| at + length)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{ActorKind, tests::actors_from};

    #[test]
    fn an_outlet_that_another_one_cites_is_one_body() {
        let actors = actors_from(&[
            (Some("La Revue des Alpages"), "Le refuge fermé.\n\nLe refuge est fermé depuis hier."),
            (
                None,
                "Le refuge fermé.\n\nUn rapport que La Revue des Alpages a pu lire le disait. Il l'a dit à la Revue des Alpages.",
            ),
        ]);
        let [outlet] = actors.as_slice() else { panic!("{actors:?}") };
        assert_eq!((outlet.name.as_str(), outlet.kind), ("La Revue des Alpages", ActorKind::Organisation));
        assert_eq!(outlet.mentions.len(), 2);
    }

    #[test]
    fn words_of_an_outlet_without_its_capitals_are_words() {
        let actors = actors_from(&[
            (Some("La Vie au grand air"), "Le refuge.\n\nLe refuge est fermé."),
            (None, "Le refuge.\n\nLa vie au grand air plaît."),
        ]);
        assert!(actors.is_empty(), "{actors:?}");
    }
}
