//! The states of the world: one key for a state's names, capitals, adjectives and peoples.
//!
//! `Moscou`, `russe`, `Russians` and `Fédération de Russie` all lead to `ru`, in French and English
//! alike, so that whatever compares outlets compares the state and not its spelling. The key is the
//! ISO 3166 code. The tables are `assets/lang/*/states.toml`.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use crate::lang::{self, Language};
use crate::text::fold;

/// How a word leads to a state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum StateWord {
    /// A name of the state itself: `France`, `French Republic`.
    Name,
    /// Its capital or seat of government: `Paris`.
    Capital,
    /// An adjective: `française`.
    Adjective,
    /// Its people: `Français`. Folded, most peoples read like adjectives and are found as those.
    People,
}

/// One line of the table: names, capitals, adjectives, and peoples that differ from the adjectives.
type Line = Vec<String>;

struct States {
    words: HashMap<String, (&'static str, StateWord)>,
    names: [HashMap<&'static str, String>; 2],
    capitals: [HashMap<&'static str, String>; 2],
    adjectives: [Vec<(&'static str, String)>; 2],
    forms: [Vec<(&'static str, String, StateWord)>; 2],
    longest: usize,
}

static STATES: LazyLock<States> = LazyLock::new(|| {
    let tables = [
        lang::table::<BTreeMap<String, Line>>(include_str!("../../assets/lang/fr/states.toml")),
        lang::table::<BTreeMap<String, Line>>(include_str!("../../assets/lang/en/states.toml")),
    ];
    let mut states = States {
        words: HashMap::new(),
        names: Default::default(),
        capitals: Default::default(),
        adjectives: Default::default(),
        forms: Default::default(),
        longest: 1,
    };
    for (language, table) in tables.into_iter().enumerate() {
        for (key, line) in table {
            let key: &'static str = Box::leak(key.into_boxed_str());
            states.add(language, key, &line);
        }
    }
    states.longest = states.words.keys().map(|word| word.split([' ', '-']).count()).max().unwrap_or(1);
    states
});

impl States {
    fn add(&mut self, language: usize, key: &'static str, line: &Line) {
        let field = |at: usize| line.get(at).map(String::as_str).unwrap_or_default();
        for (at, name) in list(field(0)).enumerate() {
            if at == 0 {
                self.names[language].insert(key, name.to_owned());
            }
            self.word(language, name, key, StateWord::Name);
        }
        for (at, capital) in list(field(1)).enumerate() {
            if at == 0 {
                self.capitals[language].insert(key, capital.to_owned());
            }
            self.word(language, capital, key, StateWord::Capital);
        }
        for adjective in list(field(2)) {
            let forms = if language == 0 {
                inflect(adjective)
            } else {
                vec![adjective.to_owned(), format!("{adjective}s")]
            };
            for form in forms {
                self.word(language, &form, key, StateWord::Adjective);
                self.adjectives[language].push((key, form));
            }
        }
        for people in list(field(3)) {
            self.word(language, people, key, StateWord::People);
        }
    }

    /// The first line that claims a word keeps it, save that a name outweighs a capital.
    fn word(&mut self, language: usize, word: &str, key: &'static str, kind: StateWord) {
        self.forms[language].push((key, word.to_owned(), kind));
        let word = fold(word);
        let spaced = word.replace('-', " ").replace('.', "");
        for form in [word, spaced] {
            let entry = self.words.entry(form).or_insert((key, kind));
            if kind == StateWord::Name && entry.1 != StateWord::Name {
                *entry = (key, kind);
            }
        }
    }
}

fn list(field: &str) -> impl Iterator<Item = &str> {
    field.split(',').map(str::trim).filter(|word| !word.is_empty())
}

/// All genders and numbers of a French adjective in the masculine singular; a feminine after a slash
/// stands where the rules do not give it.
fn inflect(adjective: &str) -> Vec<String> {
    let (masculine, feminine) = match adjective.split_once('/') {
        Some((masculine, feminine)) => (masculine.to_owned(), feminine.to_owned()),
        None => (adjective.to_owned(), feminine_of(adjective)),
    };
    let plural = |word: &str| if word.ends_with(['s', 'x']) { word.to_owned() } else { format!("{word}s") };
    let mut forms = vec![masculine.clone(), feminine.clone(), plural(&masculine), plural(&feminine)];
    forms.dedup();
    forms
}

fn feminine_of(masculine: &str) -> String {
    if masculine.ends_with("ien") || masculine.ends_with("éen") || masculine.ends_with("yen") {
        format!("{masculine}ne")
    } else if masculine.ends_with('e') {
        masculine.to_owned()
    } else if masculine.ends_with(['s', 'n', 'd', 'l', 't', 'é', 'g', 'r', 'k', 'h']) {
        format!("{masculine}e")
    } else {
        masculine.to_owned()
    }
}

/// The key of the state that `word`, folded, is a name, capital, adjective or people of.
///
/// Of several words (`etats-unis`, `coree du nord`) all must be given.
pub fn key_of(word: &str) -> Option<&'static str> {
    look_up(word).map(|(key, _)| key)
}

/// What [`key_of`] tells, and how the word leads to the state.
pub fn look_up(word: &str) -> Option<(&'static str, StateWord)> {
    STATES.words.get(word).copied()
}

/// Every form of one language: key, form as the table writes it, and how it leads to the state.
pub(super) fn forms(language: Language) -> impl Iterator<Item = (&'static str, &'static str, StateWord)> {
    STATES.forms[usize::from(language.is_english())]
        .iter()
        .map(|(key, form, kind)| (*key, form.as_str(), *kind))
}

/// How many words the longest entry of the table has.
pub fn longest() -> usize {
    STATES.longest
}

/// Every word of the table, sorted.
static SORTED: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let mut sorted: Vec<&str> = STATES.words.keys().map(String::as_str).collect();
    sorted.sort_unstable();
    sorted
});

/// Whether an entry of the table begins with `word`, folded: most words of a page open none, so that
/// whoever looks for entries of several words need not join them.
pub fn may_open(word: &str) -> bool {
    let at = SORTED.partition_point(|entry| *entry < word);
    SORTED.get(at).is_some_and(|entry| entry.starts_with(word))
}

/// The name to show for the state with this key.
pub fn name_of(key: &str, language: Language) -> Option<&'static str> {
    STATES.names[usize::from(language.is_english())].get(key).map(String::as_str)
}

/// The capital to show for the state with this key.
pub fn capital_of(key: &str, language: Language) -> Option<&'static str> {
    STATES.capitals[usize::from(language.is_english())].get(key).map(String::as_str)
}

/// Every adjective of one language with its state's key, in all genders and numbers.
pub fn adjectives(language: Language) -> impl Iterator<Item = (&'static str, &'static str)> {
    STATES.adjectives[usize::from(language.is_english())].iter().map(|(key, word)| (*key, word.as_str()))
}

/// The key of the state that `word`, folded, is an adjective of.
pub fn adjective_of(word: &str) -> Option<&'static str> {
    look_up(word).filter(|(_, kind)| *kind == StateWord::Adjective).map(|(key, _)| key)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LANGUAGES: [Language; 2] = [Language::French, Language::English];

    #[test]
    fn both_languages_know_the_same_states() {
        let mut french: Vec<_> = STATES.names[0].keys().collect();
        let mut english: Vec<_> = STATES.names[1].keys().collect();
        french.sort();
        english.sort();
        assert_eq!(french, english);
        assert!(french.len() > 195, "{}", french.len());
    }

    #[test]
    fn every_state_is_reached_by_its_name() {
        for language in LANGUAGES {
            for (key, name) in &STATES.names[usize::from(language.is_english())] {
                assert_eq!(look_up(&fold(name)), Some((*key, StateWord::Name)), "{name}");
            }
        }
    }

    #[test]
    fn every_state_is_reached_by_its_capital() {
        for language in LANGUAGES {
            for (key, capital) in &STATES.capitals[usize::from(language.is_english())] {
                assert_eq!(key_of(&fold(capital)), Some(*key), "{capital}");
            }
        }
    }

    #[test]
    fn every_state_is_reached_by_its_adjectives() {
        for language in LANGUAGES {
            for (key, adjective) in adjectives(language) {
                let found = key_of(&fold(adjective));
                let shared = ["cg", "cd", "dm", "do"].contains(&key);
                assert!(found == Some(key) || shared && found.is_some(), "{adjective}: {found:?}");
            }
        }
    }

    #[test]
    fn adjectives_come_in_all_genders_and_numbers() {
        for word in
            ["turc", "turque", "turcs", "turques", "grecque", "suedoise", "canadiennes", "letton", "lettonne"]
        {
            assert!(adjective_of(word).is_some(), "{word}");
        }
        assert_eq!(adjective_of("estoniennes"), Some("ee"));
    }

    #[test]
    fn hyphens_and_dots_do_not_matter() {
        for word in ["etats-unis", "etats unis", "u.s.", "us", "usa"] {
            assert_eq!(key_of(word), Some("us"), "{word}");
        }
    }

    #[test]
    fn the_name_shown_follows_the_language() {
        assert_eq!(name_of("us", Language::French), Some("États-Unis"));
        assert_eq!(name_of("us", Language::English), Some("United States"));
        assert_eq!(capital_of("gb", Language::French), Some("Londres"));
    }

    #[test]
    fn every_entry_is_opened_by_its_first_letters() {
        for entry in STATES.words.keys() {
            let first = entry.split([' ', '-', '\'']).next().unwrap();
            assert!(may_open(first) && may_open(entry), "{entry}");
        }
        assert!(!may_open("bicyclette") && !may_open("zzz"));
    }

    #[test]
    fn niger_and_nigeria_are_two() {
        assert_eq!(adjective_of("nigerien"), Some("ne"));
        assert_eq!(adjective_of("nigerian"), Some("ng"));
    }

    #[test]
    fn a_word_that_is_no_state_has_no_key() {
        assert_eq!(key_of("bicyclette"), None);
    }
}
