//! The words of number and measure of one language, folded for look-up.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use serde::Deserialize;

use crate::lang::{Language, table};
use crate::text::fold;

/// The file `numbers.toml` as it is written.
#[derive(Debug, Default, Deserialize)]
struct Numbers {
    qualifiers: Vec<String>,
    vague: Vec<String>,
    ranges: Vec<String>,
    range_openers: Vec<String>,
    joiners: Vec<String>,
    elliptic: Vec<String>,
    attributions: Vec<String>,
    bare_after: Vec<String>,
    bare_before: Vec<String>,
    definite: Vec<String>,
    naming: Vec<String>,
    year_cues: Vec<String>,
    months: Vec<String>,
    weekdays: Vec<String>,
    hours: Vec<String>,
    hour_cues: Vec<String>,
    #[serde(default)]
    lasting_cues: Vec<String>,
    prenominal: Vec<String>,
    not_counted: Vec<String>,
    anaphoric: Vec<String>,
    plurals: Vec<String>,
    of_openers: Vec<String>,
    words: HashMap<String, f64>,
    multipliers: HashMap<String, f64>,
    collectives: HashMap<String, f64>,
    fractions: HashMap<String, f64>,
    glued: HashMap<String, f64>,
}

/// The file `units.toml` as it is written.
#[derive(Debug, Default, Deserialize)]
struct Units {
    symbols: HashMap<String, String>,
    currencies: HashMap<String, String>,
    national: HashMap<String, String>,
    phrases: HashMap<String, String>,
    short: HashMap<String, String>,
    joined: HashMap<String, (String, f64)>,
}

/// What a word may be, beside a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Class {
    Vague,
    Range,
    RangeOpener,
    Joiner,
    BareAfter,
    BareBefore,
    Definite,
    Naming,
    YearCue,
    Month,
    Weekday,
    Hour,
    HourCue,
    LastingCue,
    Prenominal,
    NotCounted,
    Anaphoric,
    Plural,
    OfOpener,
}

/// The words of number and measure of one language.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    /// Whether it is the English one.
    pub english: bool,
    /// Phrases that blur a number, word by word, longest first.
    pub qualifiers: Vec<Vec<String>>,
    /// Phrases after a number whose noun stands before: `d'entre eux`.
    pub elliptic: Vec<Vec<String>>,
    /// What follows a bare number that is another source's count of the same: `selon`.
    pub attributions: Vec<Vec<String>>,
    /// Units of several words, with what they come to, longest first.
    pub phrases: Vec<(Vec<String>, String)>,
    /// Number words below a hundred.
    pub words: HashMap<String, f64>,
    /// Hundreds and above.
    pub multipliers: HashMap<String, f64>,
    /// `trentaine`, `dozen`.
    pub collectives: HashMap<String, f64>,
    /// `tiers`, `half`.
    pub fractions: HashMap<String, f64>,
    /// Letters behind digits that multiply an amount of money: `m`, `k`.
    pub glued: HashMap<String, f64>,
    /// Currency and percent signs.
    pub symbols: HashMap<String, String>,
    /// Currencies by name, to their ISO 4217 code.
    pub currencies: HashMap<String, String>,
    /// Adjectives that settle which currency is meant.
    pub national: HashMap<String, String>,
    /// Short forms of measure, case kept, longest first.
    pub short: Vec<(String, String)>,
    /// Magnitude and currency in one: `Md€`.
    pub joined: Vec<(String, (String, f64))>,
    classes: HashSet<(Class, String)>,
}

static FRENCH: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::new(
        false,
        table(include_str!("../../../assets/lang/fr/numbers.toml")),
        table(include_str!("../../../assets/lang/fr/units.toml")),
    )
});
static ENGLISH: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::new(
        true,
        table(include_str!("../../../assets/lang/en/numbers.toml")),
        table(include_str!("../../../assets/lang/en/units.toml")),
    )
});

impl Lexicon {
    /// The lexicon for `language`; French where there is none of its own.
    pub fn of(language: Language) -> &'static Self {
        if language.is_english() { &ENGLISH } else { &FRENCH }
    }

    /// Whether the folded `word` is of that class.
    pub fn is(&self, class: Class, word: &str) -> bool {
        // One allocation per question would show in the profile, hence the short way out.
        !word.is_empty() && self.classes.contains(&(class, word.to_owned()))
    }

    fn new(english: bool, numbers: Numbers, units: Units) -> Self {
        let lists = [
            (Class::Vague, numbers.vague),
            (Class::Range, numbers.ranges),
            (Class::RangeOpener, numbers.range_openers),
            (Class::Joiner, numbers.joiners),
            (Class::BareAfter, numbers.bare_after),
            (Class::BareBefore, numbers.bare_before),
            (Class::Definite, numbers.definite),
            (Class::Naming, numbers.naming),
            (Class::YearCue, numbers.year_cues),
            (Class::Month, numbers.months),
            (Class::Weekday, numbers.weekdays),
            (Class::Hour, numbers.hours),
            (Class::HourCue, numbers.hour_cues),
            (Class::LastingCue, numbers.lasting_cues),
            (Class::Prenominal, numbers.prenominal),
            (Class::NotCounted, numbers.not_counted),
            (Class::Anaphoric, numbers.anaphoric),
            (Class::Plural, numbers.plurals),
            (Class::OfOpener, numbers.of_openers),
        ];
        let classes = lists
            .into_iter()
            .flat_map(|(class, words)| words.into_iter().map(move |word| (class, fold(&word))))
            .collect();
        Self {
            english,
            qualifiers: phrases(numbers.qualifiers),
            elliptic: phrases(numbers.elliptic),
            attributions: phrases(numbers.attributions),
            phrases: longest_first(
                units.phrases.into_iter().map(|(phrase, unit)| (split(&phrase), unit)).collect(),
                |(words, _)| words.len(),
            ),
            words: folded(numbers.words),
            multipliers: folded(numbers.multipliers),
            collectives: folded(numbers.collectives),
            fractions: folded(numbers.fractions),
            glued: folded(numbers.glued),
            symbols: units.symbols,
            currencies: folded(units.currencies),
            national: folded(units.national),
            short: longest_first(units.short.into_iter().collect(), |(form, _)| form.len()),
            joined: longest_first(units.joined.into_iter().collect(), |(form, _)| form.len()),
            classes,
        }
    }
}

fn folded<T>(map: HashMap<String, T>) -> HashMap<String, T> {
    map.into_iter().map(|(word, value)| (fold(&word), value)).collect()
}

fn phrases(list: Vec<String>) -> Vec<Vec<String>> {
    longest_first(list.iter().map(|phrase| split(phrase)).collect(), Vec::len)
}

fn longest_first<T>(mut list: Vec<T>, length: impl Fn(&T) -> usize) -> Vec<T> {
    list.sort_by_key(|entry| std::cmp::Reverse(length(entry)));
    list
}

/// Cuts a phrase the way the tokeniser does: at spaces, and after an elision.
fn split(phrase: &str) -> Vec<String> {
    fold(phrase)
        .split(' ')
        .flat_map(|word| word.split_inclusive('\''))
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_tables_are_whole() {
        for lexicon in [&*FRENCH, &*ENGLISH] {
            assert!(lexicon.qualifiers.len() > 25);
            assert!(lexicon.words.len() > 25);
            assert!(lexicon.multipliers.len() > 5 && lexicon.collectives.len() > 5);
            assert!(lexicon.currencies.len() > 30 && lexicon.short.len() > 10);
            for month in ["mai", "may", "août", "august"] {
                let known = lexicon.is(Class::Month, &fold(month));
                assert_eq!(known, lexicon.english == (month == "may" || month == "august"), "{month}");
            }
        }
    }

    #[test]
    fn phrases_are_cut_like_tokens() {
        assert_eq!(split("jusqu’à près d'"), ["jusqu'", "a", "pres", "d'"]);
    }
}
