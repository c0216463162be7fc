//! What single words tell about names: first names with their gender, particles, words that are no
//! names, nouns that name bodies, places and events. The tables stand under `assets/lang`.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use serde::Deserialize;

use super::Gender;
use crate::lang;
use crate::text::fold;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct FirstNameFile {
    masculine: String,
    feminine: String,
    both: String,
    particles: Vec<String>,
    variants: Vec<String>,
    leading: String,
}

#[derive(Debug, Default, Deserialize)]
struct WordFile {
    calendar: String,
    never: String,
    #[serde(default)]
    languages: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct NounFile {
    nouns: Vec<String>,
    strong: Vec<String>,
    forces: Vec<String>,
    tails: Vec<String>,
    events: Vec<String>,
    places: Vec<String>,
    placing: Vec<String>,
    press: Vec<String>,
    streets: Vec<String>,
    christened: Vec<String>,
    mottos: Vec<String>,
    adjective_endings: Vec<String>,
    aimed: Vec<String>,
    agreements: Vec<String>,
    seated: Vec<String>,
    sited: Vec<String>,
    place_starts: Vec<String>,
    place_links: Vec<String>,
    clubs: Vec<String>,
    kinds: Vec<String>,
    owned: Vec<String>,
    families: Vec<String>,
    portfolios: Vec<String>,
    event_tails: Vec<String>,
    by: Vec<String>,
}

#[derive(Debug, Default)]
struct Words {
    first: HashMap<String, Option<Gender>>,
    /// First names of several languages that one person may be given, by the number of their group.
    variants: HashMap<String, usize>,
    leading: HashSet<String>,
    particles: HashSet<String>,
    clubs: HashSet<String>,
    kinds: HashSet<String>,
    owned: HashSet<String>,
    families: HashSet<String>,
    portfolios: HashSet<String>,
    event_tails: HashSet<String>,
    by: HashSet<String>,
    calendar: HashSet<String>,
    never: HashSet<String>,
    nouns: HashSet<String>,
    strong: HashSet<String>,
    forces: HashSet<String>,
    tails: HashSet<String>,
    events: HashSet<String>,
    places: HashSet<String>,
    placing: HashSet<String>,
    press: HashSet<String>,
    streets: HashSet<String>,
    christened: HashSet<String>,
    mottos: HashSet<String>,
    adjective_endings: Vec<String>,
    aimed: HashSet<String>,
    agreements: HashSet<String>,
    seated: HashSet<String>,
    sited: HashSet<String>,
    languages: HashSet<String>,
    place_starts: Vec<String>,
    place_links: Vec<String>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let mut words = Words::default();
    for file in [
        include_str!("../../assets/lang/fr/first-names.toml"),
        include_str!("../../assets/lang/en/first-names.toml"),
    ] {
        let file: FirstNameFile = lang::table(file);
        for (list, gender) in [
            (&file.both, None),
            (&file.masculine, Some(Gender::Masculine)),
            (&file.feminine, Some(Gender::Feminine)),
        ] {
            for name in list.split_whitespace() {
                words.first.entry(fold(name)).or_insert(gender);
            }
        }
        words.particles.extend(file.particles.iter().map(|word| fold(word)));
        words.leading.extend(file.leading.split_whitespace().map(fold));
        for group in &file.variants {
            let number = words.variants.len();
            for name in group.split_whitespace() {
                words.variants.entry(fold(name)).or_insert(number);
            }
        }
    }
    for file in
        [include_str!("../../assets/lang/fr/words.toml"), include_str!("../../assets/lang/en/words.toml")]
    {
        let file: WordFile = lang::table(file);
        words.calendar.extend(file.calendar.split_whitespace().map(fold));
        words.never.extend(file.never.split_whitespace().map(fold));
        words.languages.extend(file.languages.split_whitespace().map(fold));
    }
    for file in [
        include_str!("../../assets/lang/fr/organisations.toml"),
        include_str!("../../assets/lang/en/organisations.toml"),
    ] {
        let file: NounFile = lang::table(file);
        let folded = |list: Vec<String>| list.into_iter().map(|word| fold(&word)).collect::<Vec<_>>();
        words.nouns.extend(folded(file.nouns));
        words.strong.extend(folded(file.strong));
        words.forces.extend(folded(file.forces));
        words.tails.extend(folded(file.tails));
        words.events.extend(folded(file.events));
        words.places.extend(folded(file.places));
        words.placing.extend(folded(file.placing));
        words.press.extend(folded(file.press));
        words.streets.extend(folded(file.streets));
        words.christened.extend(folded(file.christened));
        words.mottos.extend(folded(file.mottos));
        words.adjective_endings.extend(folded(file.adjective_endings));
        words.aimed.extend(folded(file.aimed));
        words.agreements.extend(folded(file.agreements));
        words.seated.extend(folded(file.seated));
        words.sited.extend(folded(file.sited));
        words.clubs.extend(folded(file.clubs));
        words.kinds.extend(folded(file.kinds));
        words.owned.extend(folded(file.owned));
        words.families.extend(folded(file.families));
        words.portfolios.extend(folded(file.portfolios));
        words.event_tails.extend(folded(file.event_tails));
        words.by.extend(folded(file.by));
        words.place_starts.extend(folded(file.place_starts));
        words.place_links.extend(folded(file.place_links));
    }
    words
});

/// Whether `word`, folded, is a first name; of a hyphenated one its first part tells.
pub fn is_first_name(word: &str) -> bool {
    WORDS.first.contains_key(word)
        || word.split_once('-').is_some_and(|(first, _)| WORDS.first.contains_key(first))
}

/// The gender of the first name `word`, folded, where the name has one.
pub fn gender_of(word: &str) -> Option<Gender> {
    let first = word.split_once('-').map_or(word, |(first, _)| first);
    WORDS.first.get(word).or_else(|| WORDS.first.get(first)).copied().flatten()
}

/// Whether `a` and `b` are one first name in two languages or transliterations: `serhiy`, `sergei`.
pub(super) fn same_first_name(a: &str, b: &str) -> bool {
    let group = |name| WORDS.variants.get(name);
    a == b || group(a).is_some_and(|number| group(b) == Some(number))
}

/// Whether `word` is a last name that stands before the first one, as in China, Korea or Vietnam.
pub(super) fn is_leading_surname(word: &str) -> bool {
    WORDS.leading.contains(word)
}

/// A key without the article that a last name begins with: `goff` for `le goff`, as keys of longer
/// names leave it out.
pub(super) fn without_article(key: &str) -> &str {
    ["le ", "la ", "les ", "l "].iter().find_map(|article| key.strip_prefix(article)).unwrap_or(key)
}

/// Whether the names of clubs begin with `word`: `olympique`, `dynamo`.
pub(super) fn is_club_noun(word: &str) -> bool {
    WORDS.clubs.contains(word)
}

/// Whether `word` says of the name right behind it that it is a company or brand: `constructeur`.
pub(super) fn is_company_noun(word: &str) -> bool {
    WORDS.kinds.contains(word)
}

/// Whether what `word` names belongs to a company: `filiale de`, `shareholders of`.
pub(super) fn is_owned_noun(word: &str) -> bool {
    WORDS.owned.contains(word)
}

/// Whether what is `word` is so by a company: `produit par X`.
pub(super) fn is_made(word: &str) -> bool {
    WORDS.by.contains(word)
}

/// Whether an English name for an event, law or prize ends with `word`, in articles of any language.
pub(super) fn is_event_tail(word: &str) -> bool {
    WORDS.event_tails.contains(word)
}

/// Whether a last name stands behind `word`: `famille`, `administration`.
pub(super) fn is_family_noun(word: &str) -> bool {
    WORDS.families.contains(word)
}

/// Whether the field of an office stands behind `word`, with capitals that make no name: `ministre`.
pub(super) fn is_portfolio_noun(word: &str) -> bool {
    WORDS.portfolios.contains(word)
}

/// Whether `word` may stand small inside a name: `van`, `de`, `bin`.
pub(super) fn is_particle(word: &str) -> bool {
    WORDS.particles.contains(word)
}

/// Whether `word` is a day, a month or a feast.
pub(super) fn is_calendar(word: &str) -> bool {
    WORDS.calendar.contains(word)
}

/// Whether `word` is never a name by itself, whatever its capital.
pub(super) fn is_never(word: &str) -> bool {
    word.chars().count() < 2 || WORDS.never.contains(word) || WORDS.calendar.contains(word)
}

/// Whether `word`, folded and singular, is a common noun that names bodies: `comité`, `union`.
pub fn is_organisation_noun(word: &str) -> bool {
    WORDS.nouns.contains(word)
}

/// Whether `word` names a body of its own with a complement: `comité`, but not `équipe`.
pub(super) fn is_strong_noun(word: &str) -> bool {
    WORDS.strong.contains(word)
}

/// Whether `word` names a body of a state with its adjective: `armée`, `diplomatie`.
pub fn is_force_noun(word: &str) -> bool {
    WORDS.forces.contains(word)
}

/// Whether a name that ends with `word` is that of a company or body: `Group`, `SA`.
pub(super) fn is_tail(word: &str) -> bool {
    WORDS.tails.contains(word)
}

/// Whether `word` is a common noun for events and agreements: `sommet`, `treaty`.
pub(super) fn is_event_noun(word: &str) -> bool {
    WORDS.events.contains(word)
}

/// Whether `word` is a common noun for places: `rue`, `lake`.
pub(super) fn is_place_noun(word: &str) -> bool {
    WORDS.places.contains(word)
}

/// Whether the place it is of follows `word`: `préfète de la`, `débit de`, `banks of`.
pub(super) fn is_placing_noun(word: &str) -> bool {
    WORDS.placing.contains(word)
}

/// Whether the names of papers and stations begin with `word`: `courrier`, `gazette`.
pub(super) fn is_press_noun(word: &str) -> bool {
    WORDS.press.contains(word)
}

/// Whether `word` is a common noun for streets and squares: `rue`, `avenue`.
pub(super) fn is_street_noun(word: &str) -> bool {
    WORDS.streets.contains(word)
}

/// Whether a body of the kind `word` has a name of its own behind it: `collectif`, `association`.
pub(super) fn is_christened(word: &str) -> bool {
    WORDS.christened.contains(word)
}

/// Whether the name of a movement may end with `word`, written small: `libre`, `solidaire`.
pub(super) fn is_motto(word: &str) -> bool {
    WORDS.mottos.contains(word)
}

/// Whether `word` ends as the adjectives do that follow the noun of a name.
pub(super) fn ends_like_adjective(word: &str) -> bool {
    !word.ends_with("ment") && WORDS.adjective_endings.iter().any(|ending| word.ends_with(ending.as_str()))
}

/// Whether the aim of the body `word` follows with `pour`, `contre` or `sur`.
pub(super) fn is_aimed_noun(word: &str) -> bool {
    WORDS.aimed.contains(word)
}

/// Whether `word`, written small, is an agreement that a place gives its name: `accords de Tallinn`.
pub(super) fn is_agreement_noun(word: &str) -> bool {
    WORDS.agreements.contains(word)
}

/// Whether `word`, written small, is a body that its place names: `parquet de Dakar`.
pub(super) fn is_seated_noun(word: &str) -> bool {
    WORDS.seated.contains(word)
}

/// Whether `word` is a body that its place names when it acts, and a building to be at when not:
/// `mairie de Dakar`.
pub(super) fn is_sited_noun(word: &str) -> bool {
    WORDS.sited.contains(word)
}

/// Whether the English `word` is a language that is not also a state's people.
pub(super) fn is_language(word: &str) -> bool {
    WORDS.languages.contains(word)
}

/// Whether the hyphens of `word` are those of a place: `haute-orge`, `pont-sur-orge`.
pub(super) fn has_place_shape(word: &str) -> bool {
    let linked = |link: &String| {
        word.split_once(link.as_str()).is_some_and(|(before, after)| !before.is_empty() && !after.is_empty())
    };
    word.contains('-')
        && (WORDS.place_starts.iter().any(|start| word.starts_with(start.as_str()))
            || WORDS.place_links.iter().any(linked))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_whole() {
        assert!(WORDS.first.len() > 1000, "{}", WORDS.first.len());
        assert!(WORDS.never.len() > 500, "{}", WORDS.never.len());
        assert!(WORDS.placing.len() > 50 && WORDS.press.len() > 20);
        assert!(WORDS.place_starts.len() > 20 && WORDS.place_links.len() > 5);
        assert!(WORDS.streets.len() > 10 && WORDS.christened.len() > 10 && WORDS.mottos.len() > 20);
        assert!(WORDS.adjective_endings.len() > 30 && WORDS.aimed.len() > 15 && WORDS.agreements.len() > 5);
        assert!(WORDS.seated.len() > 5 && WORDS.sited.len() > 5 && WORDS.languages.len() > 20);
        assert!(WORDS.nouns.len() > 100 && WORDS.places.len() > 80 && WORDS.events.len() > 50);
    }

    #[test]
    fn a_first_name_tells_the_gender() {
        assert_eq!(gender_of("jeanne"), Some(Gender::Feminine));
        assert_eq!(gender_of("jean-luc"), Some(Gender::Masculine));
        assert_eq!(gender_of("dominique"), None);
    }

    #[test]
    fn hyphens_show_a_place() {
        for word in ["haute-orge", "pont-sur-orge", "saint-aubin", "fort-d'orge", "stoke-on-orge"] {
            assert!(has_place_shape(word), "{word}");
        }
        for word in ["jean-luc", "keystone-ats", "sur", "haddad-morel"] {
            assert!(!has_place_shape(word), "{word}");
        }
    }

    #[test]
    fn days_and_months_are_never_names() {
        for word in ["lundi", "decembre", "sunday", "april", "today", "image"] {
            assert!(is_never(word), "{word}");
        }
    }
}
