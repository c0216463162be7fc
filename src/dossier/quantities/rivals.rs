//! Numbers that one article sets against each other: `à 97 %, rectifie…`, `plutôt une vingtaine de
//! millions`, `12 000 selon la préfecture, 40 000 selon les syndicats`.
//!
//! Such words tell that two numbers are given for one thing, though no other outlet gives the second.

use std::sync::LazyLock;

use serde::Deserialize;

use super::same_thing;
use crate::align::{Counted, corrects, figures_agree};
use crate::article::Span;
use crate::claims::Figure;
use crate::dossier::Dossier;
use crate::lang::{Language, table};
use crate::text::fold;

/// A longer sentence, in bytes, is a table or a page in one line, in which such words say nothing.
const LONGEST_SENTENCE: usize = 2_000;

/// How many figures before a number are held against it: a sentence has few, a table many.
const REACH: usize = 6;

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct Written {
    instead: Vec<String>,
    according: Vec<String>,
    earlier: Vec<String>,
}

impl Written {
    /// The words made ready to be looked for between spaces.
    fn ready(self) -> Self {
        let ready = |words: Vec<String>| words.iter().map(|word| format!(" {} ", fold(word))).collect();
        Self { instead: ready(self.instead), according: ready(self.according), earlier: ready(self.earlier) }
    }
}

static FRENCH: LazyLock<Written> =
    LazyLock::new(|| table::<Written>(include_str!("../../../assets/lang/fr/rivals.toml")).ready());
static ENGLISH: LazyLock<Written> =
    LazyLock::new(|| table::<Written>(include_str!("../../../assets/lang/en/rivals.toml")).ready());

fn of_language(language: Option<Language>) -> &'static Written {
    if language.is_some_and(Language::is_english) { &ENGLISH } else { &FRENCH }
}

/// Pairs of figures, by index, that an article gives for one thing though they are not one number; the
/// earlier one first.
pub(super) fn find(dossier: &Dossier, keys: &[Option<Counted>]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    for (article, figures) in dossier.index.figures.iter().enumerate() {
        for (place, &later) in figures.iter().enumerate() {
            let earlier = figures[place.saturating_sub(REACH)..place].iter().rev().copied();
            let rival = earlier.into_iter().find(|&earlier| {
                let toll = keys[later].as_ref().is_some_and(Counted::is_toll);
                commensurate(dossier, keys, earlier, later) && opposed(dossier, article, earlier, later, toll)
            });
            pairs.extend(rival.map(|earlier| (earlier, later)));
        }
    }
    pairs
}

/// Whether two different numbers may be of one thing. A number without a unit takes the one before it:
/// `douze millions d'euros … une vingtaine de millions`.
fn commensurate(dossier: &Dossier, keys: &[Option<Counted>], earlier: usize, later: usize) -> bool {
    let (first, second) = (&dossier.figures[earlier], &dossier.figures[later]);
    !figures_agree(first, second)
        && match (&keys[earlier], &keys[later]) {
            (Some(first), Some(second)) => {
                first.comparable(second) && same_thing(dossier, keys, earlier, later)
            }
            (Some(_), None) => second.unit.is_none() && like(first, second),
            _ => false,
        }
}

/// Whether two numbers are within a factor of ten of each other.
fn like(a: &Figure, b: &Figure) -> bool {
    a.value.zip(b.value).is_some_and(|(a, b)| a.max(b) < 10.0 * a.min(b))
}

/// Whether the words around two figures of an article set one against the other. A `toll` has but one
/// number at a time, so that the one of the day before is its rival too.
fn opposed(dossier: &Dossier, article: usize, earlier: usize, later: usize, toll: bool) -> bool {
    let (first, second) = (dossier.figures[earlier].span, dossier.figures[later].span);
    let (text, sentences) = (&dossier.articles[article].text, &dossier.texts[article].sentences);
    let Some(here) = dossier.texts[article].sentence_at(second.start) else { return false };
    let sentence = sentences[here].span;
    if sentence.len() > LONGEST_SENTENCE {
        return false;
    }
    let language = dossier.articles[article].language;
    let words = of_language(language);
    let instead = |span: Span| {
        let plain = fold(span.of(text));
        holds(text, span, &words.instead)
            || plain.split(|c: char| !c.is_alphanumeric()).any(|word| corrects(language, word))
    };
    if first.start >= sentence.start {
        let between = Span::new(first.end, second.start);
        let behind = Span::new(second.end, sentence.end);
        return holds(text, sentence, &words.earlier) && toll
            || instead(between)
            || holds(text, between, &words.according) && holds(text, behind, &words.according);
    }
    let Some(before) = here.checked_sub(1).map(|before| sentences[before].span) else { return false };
    let superseded = || holds(text, sentence, &words.earlier) || holds(text, before, &words.earlier);
    before.contains(first.start)
        && before.len() <= LONGEST_SENTENCE
        && (instead(sentence) || toll && superseded())
}

/// Whether one of the phrases stands in `span`, between other words.
fn holds(text: &str, span: Span, phrases: &[String]) -> bool {
    let plain = fold(span.of(text));
    let apart = |c: char| !c.is_alphanumeric() && c != '\'';
    let words: Vec<&str> = plain.split(apart).filter(|word| !word.is_empty()).collect();
    let even = format!(" {} ", words.join(" "));
    phrases.iter().any(|phrase| even.contains(phrase.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The values of the figures that an article sets against each other.
    fn rivals(body: &str) -> Vec<(f64, f64)> {
        let text = format!("Orvelle compte ses rues\n\n{body}\n");
        let dossier = Dossier::of_texts("rues", [("a.txt", text.as_str())]).analyse(&|_| {});
        let keys: Vec<Option<Counted>> = dossier
            .figures
            .iter()
            .map(|figure| Counted::new(figure, &dossier.articles[figure.article]))
            .collect();
        let value = |at: usize| dossier.figures[at].value.unwrap_or_default();
        find(&dossier, &keys).into_iter().map(|(a, b)| (value(a), value(b))).collect()
    }

    #[test]
    fn two_counts_with_a_source_each_are_rivals() {
        let told = "Le cortège a réuni 12 000 personnes selon la préfecture, 40 000 selon les syndicats.";
        assert_eq!(rivals(told), [(12_000.0, 40_000.0)]);
        let bridge = "Le chantier a coûté 3 millions d'euros d'après la mairie et 5 millions d'euros d'après la Cour des comptes.";
        assert_eq!(rivals(bridge), [(3e6, 5e6)]);
    }

    #[test]
    fn a_number_that_corrects_another_is_its_rival() {
        assert_eq!(
            rivals("La cuve était pleine à 60 %, dit l'usine. À 80 %, rectifie Jeanne Morel, l'inspectrice."),
            [(60.0, 80.0)]
        );
        assert_eq!(
            rivals("La ville annonce 4 millions d'euros. Un expert évoque plutôt une dizaine de millions."),
            [(4e6, 10e6)]
        );
    }

    #[test]
    fn the_toll_of_the_day_before_is_a_rival() {
        assert_eq!(
            rivals("Neuf personnes ont été blessées, dit l'hôpital. La veille, il parlait de cinq blessés."),
            [(9.0, 5.0)]
        );
        let shares = "Le prix a monté de 5 %. La veille, il avait monté de 9 %.";
        assert_eq!(rivals(shares), []);
    }

    #[test]
    fn numbers_that_only_follow_each_other_are_not() {
        assert_eq!(rivals("La hausse est de 4 % à Orvelle et de 7 % à Brassange."), []);
        assert_eq!(
            rivals("Selon la mairie, 40 rues sont fermées et 12 écoles le sont selon l'académie."),
            []
        );
        assert_eq!(rivals("Le loyer passe de 400 euros à 500 euros. Jeanne Morel a déménagé."), []);
    }

    #[test]
    fn the_tables_are_whole() {
        for words in [of_language(None), of_language(Some(Language::English))] {
            assert!(words.instead.len() > 8 && words.according.len() > 3 && words.earlier.len() > 5);
        }
    }
}
