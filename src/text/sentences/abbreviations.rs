//! The abbreviations of a language, and what their stop may mean.

use std::collections::HashSet;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::lang::{self, Language};

/// What the stop behind a word may mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    /// The word is no abbreviation.
    Full,
    /// A name follows (`Mme`).
    BeforeName,
    /// A number may follow (`art`).
    BeforeNumber,
    /// The sentence always goes on (`cf`).
    Never,
    /// The sentence may end here (`etc`).
    Maybe,
    /// A single capital: a first name, or the end of `plan B`.
    Initial,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    before_name: Vec<String>,
    before_number: Vec<String>,
    never: Vec<String>,
    maybe: Vec<String>,
    #[serde(default)]
    places: Vec<String>,
    starters: Vec<String>,
}

/// The table of one language, ready to be asked.
#[derive(Debug)]
pub struct Abbreviations {
    before_name: HashSet<String>,
    before_number: HashSet<String>,
    never: HashSet<String>,
    maybe: HashSet<String>,
    places: HashSet<String>,
    starters: HashSet<String>,
}

impl Abbreviations {
    fn read(toml: &str) -> Self {
        let table: Table = lang::table(toml);
        let set = |words: Vec<String>| words.into_iter().collect();
        Self {
            before_name: set(table.before_name),
            before_number: set(table.before_number),
            never: set(table.never),
            maybe: set(table.maybe),
            places: set(table.places),
            starters: set(table.starters),
        }
    }

    /// What the stop behind `word` may mean.
    ///
    /// A word in several lists gets the first that fits, in this order: before a name, before a number,
    /// never, maybe. A capital alone is an initial, but `M.` is in the French list of titles.
    pub fn stop(&self, word: &str) -> Stop {
        let low = word.to_lowercase();
        let in_capitals = word.chars().count() > 1 && !word.chars().any(char::is_lowercase);
        let dotted = low.contains('.');
        if self.before_name.contains(&low) && !(in_capitals && low.len() > 3) {
            return Stop::BeforeName;
        }
        let mut letters = word.chars();
        if letters.next().is_some_and(char::is_uppercase) && letters.next().is_none() {
            return Stop::Initial;
        }
        if self.maybe.contains(&low) || self.places.contains(&low) && word.starts_with(char::is_uppercase) {
            return Stop::Maybe;
        }
        if self.before_number.contains(&low) && !self.never.contains(&low) {
            return Stop::BeforeNumber;
        }
        if self.never.contains(&low) {
            return Stop::Never;
        }
        let single_letters = dotted && low.split(['.', '-']).all(|part| part.chars().count() <= 1);
        if single_letters { Stop::Maybe } else { Stop::Full }
    }

    /// Whether `word` has a capital and is one that sentences begin with.
    pub fn is_starter(&self, word: &str) -> bool {
        word.starts_with(char::is_uppercase) && self.starters.contains(&word.to_lowercase())
    }
}

/// The abbreviations of `language`; a language without a table is read with the French one.
pub fn of(language: Language) -> &'static Abbreviations {
    static FRENCH: LazyLock<Abbreviations> =
        LazyLock::new(|| Abbreviations::read(include_str!("../../../assets/lang/fr/abbreviations.toml")));
    static ENGLISH: LazyLock<Abbreviations> =
        LazyLock::new(|| Abbreviations::read(include_str!("../../../assets/lang/en/abbreviations.toml")));
    if language.is_english() { &ENGLISH } else { &FRENCH }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_tables_are_whole() {
        for language in [Language::French, Language::English] {
            let table = of(language);
            for list in
                [&table.before_name, &table.before_number, &table.never, &table.maybe, &table.starters]
            {
                assert!(list.len() > 10);
                assert!(list.iter().all(|word| *word == word.to_lowercase() && !word.ends_with('.')));
            }
        }
    }

    #[test]
    fn the_stop_says_what_it_may_mean() {
        let french = of(Language::French);
        assert_eq!(french.stop("Mme"), Stop::BeforeName);
        assert_eq!(french.stop("art"), Stop::BeforeNumber);
        assert_eq!(french.stop("etc"), Stop::Maybe);
        assert_eq!(french.stop("pont"), Stop::Full);
        assert_eq!(of(Language::English).stop("U.N"), Stop::Maybe);
    }
}
