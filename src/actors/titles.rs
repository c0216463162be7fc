//! Words for persons by what they do: `ministre`, `porte-parole`, `mayor`.
//!
//! They tell persons from places, give them a gender and a role, and can stand for them. The tables
//! are `assets/lang/*/titles.toml`. Lookups take folded text; both languages share one table, since a
//! French article quotes `Sir` and an English one `Madame`.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use serde::Deserialize;

use super::Gender;
use crate::lang;
use crate::text::fold;

#[derive(Debug, Default, Deserialize)]
struct File {
    honorifics: Vec<String>,
    single: Vec<String>,
    same: Vec<Vec<String>>,
    titles: Vec<String>,
    #[serde(default)]
    relations: Vec<String>,
    #[serde(default)]
    broader: Vec<Vec<String>>,
    #[serde(default)]
    verbs: Vec<String>,
}

/// What is known of a title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Title {
    /// The masculine form, folded: one key for both genders.
    pub key: String,
    /// Gender, where the form shows it.
    pub gender: Option<Gender>,
    /// Whether one person at a time holds it in a state or body.
    pub single: bool,
    /// Whether it only ever comes before a name.
    pub honorific: bool,
    /// Whether it says what somebody is to somebody else: `frère`, `ally`.
    pub relation: bool,
}

struct Titles {
    forms: HashMap<String, Title>,
    same: Vec<Vec<String>>,
    broader: Vec<(String, HashSet<String>)>,
    verbs: HashSet<String>,
    longest: usize,
}

static TITLES: LazyLock<Titles> = LazyLock::new(|| {
    let mut titles = Titles {
        forms: HashMap::new(),
        same: Vec::new(),
        broader: Vec::new(),
        verbs: HashSet::new(),
        longest: 1,
    };
    for file in
        [include_str!("../../assets/lang/fr/titles.toml"), include_str!("../../assets/lang/en/titles.toml")]
    {
        let file: File = lang::table(file);
        for entry in &file.single {
            titles.add(entry, true, false);
        }
        for entry in &file.titles {
            titles.add(entry, false, false);
        }
        for entry in &file.honorifics {
            titles.add(entry, false, true);
        }
        for entry in &file.relations {
            titles.add(entry, false, false);
            for form in entry.split('/').map(fold) {
                if let Some(title) = titles.forms.get_mut(&form) {
                    title.relation = true;
                }
            }
        }
        for group in file.broader {
            let mut words = group.iter().map(|title| fold(title));
            if let Some(broad) = words.next() {
                titles.broader.push((broad, words.collect()));
            }
        }
        titles.verbs.extend(file.verbs.iter().map(|word| fold(word)));
        for group in file.same {
            titles.same.push(group.iter().map(|title| fold(title)).collect());
        }
    }
    titles.longest = titles.forms.keys().map(|form| words(form)).max().unwrap_or(1);
    titles
});

impl Titles {
    fn add(&mut self, entry: &str, single: bool, honorific: bool) {
        let (masculine, feminine) = entry.split_once('/').map_or((entry, None), |(m, f)| (m, Some(f)));
        let key = fold(masculine);
        let gender = feminine.filter(|feminine| *feminine != masculine).map(|_| Gender::Masculine);
        let title = Title { key: key.clone(), gender, single, honorific, relation: false };
        self.forms.entry(key.clone()).or_insert(title);
        if let Some(feminine) = feminine.map(fold).filter(|feminine| *feminine != key) {
            let title = Title { key, gender: Some(Gender::Feminine), single, honorific, relation: false };
            self.forms.entry(feminine).or_insert(title);
        }
    }
}

fn words(form: &str) -> usize {
    form.split([' ', '\'']).filter(|word| !word.is_empty()).count()
}

/// What is known of `form`, a title of one or more words, folded.
pub fn look_up(form: &str) -> Option<&'static Title> {
    TITLES.forms.get(form)
}

/// Whether `word`, folded, is a word for a person by what they do, or comes before a name.
pub fn is_title(word: &str) -> bool {
    look_up(word).is_some()
}

/// The gender that `word`, folded, shows: `porte-parole` shows none, `présidente` does.
pub fn gender_of(word: &str) -> Option<Gender> {
    look_up(word).and_then(|title| title.gender)
}

/// Whether two titles, by their keys, can be those of one person: `président` and `chef de l'État`.
pub fn same(a: &str, b: &str) -> bool {
    let holds = |group: &Vec<String>, key: &str| group.iter().any(|title| title == key);
    a == b || TITLES.same.iter().any(|group| holds(group, a) && holds(group, b))
}

/// Whether `broad` is a word for what `title` is, among other offices: `élu` for `maire`. Both are keys.
pub fn is_broader(broad: &str, title: &str) -> bool {
    TITLES.broader.iter().any(|(word, narrow)| word == broad && narrow.contains(title))
}

/// Whether `word`, folded, ends like an adjective behind a title and is none: `explique`.
pub(super) fn is_no_adjective(word: &str) -> bool {
    TITLES.verbs.contains(word)
}

/// How many words the longest title has, elided articles counted.
pub fn longest() -> usize {
    TITLES.longest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_tables_are_whole() {
        for file in [
            include_str!("../../assets/lang/fr/titles.toml"),
            include_str!("../../assets/lang/en/titles.toml"),
        ] {
            let file: File = toml::from_str(file).unwrap();
            assert!(file.titles.len() + file.single.len() + file.honorifics.len() > 200);
        }
    }

    #[test]
    fn both_genders_share_one_key() {
        assert_eq!(look_up("presidente").map(|title| title.key.as_str()), Some("president"));
        assert_eq!(look_up("spokeswoman").map(|title| title.key.as_str()), Some("spokesman"));
    }

    #[test]
    fn a_form_shows_its_gender_where_it_has_one() {
        assert_eq!(gender_of("presidente"), Some(Gender::Feminine));
        assert_eq!(gender_of("chancelier"), Some(Gender::Masculine));
        assert_eq!(gender_of("porte-parole"), None);
    }

    #[test]
    fn a_head_of_state_may_be_called_president() {
        assert!(same("president", "chef de l'etat"));
        assert!(!same("president", "porte-parole"));
    }

    #[test]
    fn a_table_is_no_title() {
        assert!(!is_title("table"));
    }
}
