//! How words become terms: stems, the synonyms of the newsroom, and what each word counts.
//!
//! The tables stand in `assets/lang/{fr,en}`: `stopwords.toml` says what is left out, `synonyms.toml`
//! which words newsrooms use for one another, `frequent.toml` which are so frequent in the language at
//! large that two passages share them by chance, `clauses.toml` which open a clause. A dossier's own
//! idf stays the measure; the language's frequency only takes a little off.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::LazyLock;

use rust_stemmers::{Algorithm, Stemmer};
use serde::Deserialize;

use crate::lang::{Language, table};
use crate::text::fold;

/// What a word counts that says when: a day, a month, a year.
pub(crate) const LIGHT: f32 = 0.5;

/// What a word counts that says who speaks, or where one spoke.
const WHO: f32 = 0.8;

/// What one of the most frequent words of the language counts.
const MOST: f32 = 0.6;

/// What one of the next most frequent words counts.
const MORE: f32 = 0.8;

/// The file `synonyms.toml`: groups of words under a key that both languages share.
#[derive(Debug, Default, Deserialize)]
struct Synonyms {
    /// Keys that say when rather than what.
    light: Vec<String>,
    /// Keys that say who speaks, or where one spoke, rather than what was said.
    who: Vec<String>,
    groups: BTreeMap<String, Vec<String>>,
}

/// The file `stopwords.toml`.
#[derive(Debug, Default, Deserialize)]
struct Stopwords {
    words: Vec<String>,
}

/// The file `frequent.toml`: words frequent in the language at large.
#[derive(Debug, Default, Deserialize)]
struct Frequent {
    /// The most frequent.
    most: Vec<String>,
    /// Those after them.
    more: Vec<String>,
}

/// The file `clauses.toml`.
#[derive(Debug, Default, Deserialize)]
struct Clauses {
    openers: Vec<String>,
}

/// How the words of one language become terms.
pub(crate) struct Vocabulary {
    stemmer: Stemmer,
    stopwords: HashSet<String>,
    /// Stem to key.
    synonyms: HashMap<String, String>,
    /// The same for words that count in this form alone, since their stem has another meaning.
    forms: HashMap<String, String>,
    /// The same for words that count only where they are written with a capital.
    capitals: HashMap<String, String>,
    /// What a term counts that says when rather than what, or that is frequent anywhere.
    weights: HashMap<String, f32>,
    /// Words that open a clause.
    openers: HashSet<String>,
    english: bool,
}

/// How many words a thread remembers the terms of: those of a newsroom are few and come again and again.
const REMEMBERED: usize = 20_000;

thread_local! {
    /// The terms of words, in French and in English.
    static KNOWN: RefCell<[HashMap<String, String>; 2]> = RefCell::default();
}

static FRENCH: LazyLock<Vocabulary> = LazyLock::new(|| {
    Vocabulary::new(
        Algorithm::French,
        table(include_str!("../../assets/lang/fr/stopwords.toml")),
        table(include_str!("../../assets/lang/fr/synonyms.toml")),
        &table(include_str!("../../assets/lang/fr/frequent.toml")),
        &table(include_str!("../../assets/lang/fr/clauses.toml")),
    )
});
static ENGLISH: LazyLock<Vocabulary> = LazyLock::new(|| {
    Vocabulary::new(
        Algorithm::English,
        table(include_str!("../../assets/lang/en/stopwords.toml")),
        table(include_str!("../../assets/lang/en/synonyms.toml")),
        &table(include_str!("../../assets/lang/en/frequent.toml")),
        &table(include_str!("../../assets/lang/en/clauses.toml")),
    )
});

impl Vocabulary {
    /// The vocabulary for `language`; French where there is none of its own.
    pub(crate) fn of(language: Option<Language>) -> &'static Self {
        if language.is_some_and(Language::is_english) { &ENGLISH } else { &FRENCH }
    }

    /// Whether a folded word carries no matter of its own.
    pub(crate) fn is_stopword(&self, folded: &str) -> bool {
        self.stopwords.contains(folded)
    }

    /// The term for a word: the key of its synonyms, else its folded stem.
    pub(crate) fn term(&self, word: &str) -> String {
        KNOWN.with_borrow_mut(|known| {
            let known = &mut known[usize::from(self.english)];
            if let Some(term) = known.get(word) {
                return term.clone();
            }
            if known.len() >= REMEMBERED {
                known.clear();
            }
            let term = self.look_up(word);
            known.insert(word.to_owned(), term.clone());
            term
        })
    }

    fn look_up(&self, word: &str) -> String {
        let stem = self.stem(word);
        if let Some(key) = self.forms.get(&fold(word)).or_else(|| self.synonyms.get(&stem)) {
            return key.clone();
        }
        if word.starts_with(char::is_uppercase)
            && let Some(key) = self.capitals.get(&stem)
        {
            return key.clone();
        }
        // What can be done is not what is done: "exploitable" is not "exploite", though they share a stem.
        let folded = fold(word);
        let bare = folded.strip_suffix('s').unwrap_or(&folded);
        if ["able", "ible"].iter().any(|ending| bare.ends_with(ending)) && bare.len() > stem.len() {
            return bare.to_owned();
        }
        stem
    }

    /// What a term counts: 1, or less where it is frequent anywhere or says when.
    pub(crate) fn weight(&self, term: &str) -> f32 {
        self.weights.get(term).copied().unwrap_or(1.0)
    }

    /// Whether a folded word opens a clause of its own.
    pub(crate) fn opens_clause(&self, folded: &str) -> bool {
        self.openers.contains(folded)
    }

    fn stem(&self, word: &str) -> String {
        fold(&self.stemmer.stem(&word.to_lowercase()))
    }

    fn new(
        algorithm: Algorithm,
        stopwords: Stopwords,
        synonyms: Synonyms,
        frequent: &Frequent,
        clauses: &Clauses,
    ) -> Self {
        let mut vocabulary = Self {
            stemmer: Stemmer::create(algorithm),
            stopwords: stopwords.words.iter().map(|word| fold(word)).collect(),
            synonyms: HashMap::new(),
            capitals: HashMap::new(),
            forms: HashMap::new(),
            weights: synonyms
                .light
                .iter()
                .map(|key| (format!("={key}"), LIGHT))
                .chain(synonyms.who.iter().map(|key| (format!("={key}"), WHO)))
                .collect(),
            openers: clauses.openers.iter().map(|word| fold(word)).collect(),
            english: matches!(algorithm, Algorithm::English),
        };
        for (key, words) in synonyms.groups {
            for word in words {
                if let Some(form) = word.strip_prefix('=') {
                    vocabulary.forms.insert(fold(form), format!("={key}"));
                    continue;
                }
                let stem = vocabulary.stem(&word);
                let capital = word.starts_with(char::is_uppercase);
                let list = if capital { &mut vocabulary.capitals } else { &mut vocabulary.synonyms };
                list.insert(stem, format!("={key}"));
            }
        }
        for (words, weight) in [(&frequent.most, MOST), (&frequent.more, MORE)] {
            for word in words {
                let term = vocabulary.look_up(word);
                // What a newsroom has synonyms for is matter, however often it is said.
                if !term.starts_with('=') {
                    vocabulary.weights.entry(term).or_insert(weight);
                }
            }
        }
        vocabulary
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn term(word: &str) -> String {
        Vocabulary::of(Some(Language::French)).term(word)
    }

    /// No stem stands for two keys: which of them it took would be chance.
    #[test]
    fn every_stem_has_one_key() {
        for (vocabulary, written) in [
            (&*FRENCH, include_str!("../../assets/lang/fr/synonyms.toml")),
            (&*ENGLISH, include_str!("../../assets/lang/en/synonyms.toml")),
        ] {
            let synonyms: Synonyms = toml::from_str(written).unwrap();
            assert!(synonyms.groups.len() > 350);
            let mut keys: HashMap<(String, bool), &str> = HashMap::new();
            let mut twice = Vec::new();
            for (key, words) in &synonyms.groups {
                for word in words.iter().filter(|word| !word.starts_with('=')) {
                    let capital = word.starts_with(char::is_uppercase);
                    let known = keys.entry((vocabulary.stem(word), capital)).or_insert(key);
                    if *known != key {
                        twice.push(format!("{word}: {known}, {key}"));
                    }
                }
            }
            assert!(twice.is_empty(), "{twice:#?}");
        }
    }

    #[test]
    fn a_word_frequent_anywhere_counts_less_than_a_rare_one() {
        let french = Vocabulary::of(Some(Language::French));
        assert!(french.weight(&french.term("situation")) < french.weight(&french.term("chalutier")));
        let english = Vocabulary::of(Some(Language::English));
        assert!(english.weight(&english.term("question")) < english.weight(&english.term("trawler")));
    }

    #[test]
    fn a_state_is_a_country_and_a_condition_is_not() {
        assert_eq!(term("État"), term("pays"));
        assert_ne!(term("état"), term("pays"));
    }

    #[test]
    fn the_sick_are_patients_though_sickness_is_none() {
        assert_eq!(term("malades"), term("patients"));
        assert_eq!(term("maladies"), term("maladie"));
        assert_ne!(term("malade"), term("maladie"));
    }

    #[test]
    fn what_can_be_done_is_not_what_is_done() {
        assert_ne!(term("exploitable"), term("exploite"));
        assert_eq!(term("exploitables"), term("exploitable"));
    }

    #[test]
    fn founding_is_no_school_and_asking_no_calling() {
        assert_ne!(term("établir"), term("école"));
        assert_ne!(term("appeler"), term("réclamer"));
    }
}
