//! Phrases that join or place what is told: `à l'issue de`, `in the wake of`.
//!
//! Their words tell nothing themselves, and inside one event every outlet uses them. They stand in
//! `assets/lang/{fr,en}/locutions.toml`.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::lang::{Language, table};
use crate::text::fold;

/// The file `locutions.toml`.
#[derive(Debug, Default, Deserialize)]
struct Written {
    phrases: Vec<String>,
}

/// The phrases of one language by their first word.
#[derive(Debug, Default)]
pub(crate) struct Locutions {
    by_first: HashMap<String, Vec<Vec<String>>>,
}

static FRENCH: LazyLock<Locutions> =
    LazyLock::new(|| Locutions::new(&table(include_str!("../../assets/lang/fr/locutions.toml"))));
static ENGLISH: LazyLock<Locutions> =
    LazyLock::new(|| Locutions::new(&table(include_str!("../../assets/lang/en/locutions.toml"))));

impl Locutions {
    /// The phrases of `language`; French where there are none of its own.
    pub(crate) fn of(language: Option<Language>) -> &'static Self {
        if language.is_some_and(Language::is_english) { &ENGLISH } else { &FRENCH }
    }

    /// How many of the folded words at the start of `words` are the longest phrase that stands there.
    pub(crate) fn length<'a>(&self, words: impl Iterator<Item = &'a str> + Clone) -> usize {
        let Some(first) = words.clone().next() else { return 0 };
        let starts = |phrase: &&Vec<String>| {
            let mut rest = words.clone();
            phrase.iter().all(|word| rest.next().is_some_and(|other| joined(other) == word))
        };
        let phrases = self.by_first.get(joined(first)).into_iter().flatten();
        phrases.filter(starts).map(Vec::len).max().unwrap_or(0)
    }

    fn new(written: &Written) -> Self {
        let mut locutions = Self::default();
        for phrase in &written.phrases {
            let folded = fold(phrase);
            let words: Vec<String> =
                folded.split_inclusive([' ', '\'']).map(|word| joined(word.trim()).to_owned()).collect();
            if let Some(first) = words.first() {
                locutions.by_first.entry(first.clone()).or_default().push(words);
            }
        }
        locutions
    }
}

/// A preposition without the article that it is joined to.
fn joined(word: &str) -> &str {
    match word {
        "du" | "des" | "d'" => "de",
        "au" | "aux" => "a",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn length(language: Language, words: &str) -> usize {
        Locutions::of(Some(language)).length(words.split(' '))
    }

    #[test]
    fn the_built_in_phrases_are_whole() {
        for locutions in [&*FRENCH, &*ENGLISH] {
            assert!(locutions.by_first.values().map(Vec::len).sum::<usize>() > 40);
        }
    }

    #[test]
    fn a_phrase_is_one_with_any_article() {
        assert_eq!(length(Language::French, "a l' issue du vote"), 4);
        assert_eq!(length(Language::French, "aux cotes des mareyeurs"), 3);
        assert_eq!(length(Language::English, "in the wake of the storm"), 4);
    }

    #[test]
    fn the_noun_alone_is_matter() {
        assert_eq!(length(Language::French, "l' issue de secours"), 0);
        assert_eq!(length(Language::English, "the wake of the ferry"), 0);
    }
}
