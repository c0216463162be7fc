//! Known names of several words, found at a place in an article: longest first, in linear time.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use serde::Deserialize;

use super::states;
use super::words::{Body, Shape, Word, fold_phrase};
use crate::lang::{self, Language};
use crate::text::fold;

/// What a known name names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Class {
    /// A state, by a name.
    State,
    /// A state's capital, which may stand for it.
    Capital,
    /// A state's people.
    People,
    /// A people that is not a state's, or the people of a city.
    Group,
    /// An international or well-known body.
    Body,
    /// A seat of power.
    Institution,
    /// A continent, sea, region or city.
    Place,
    /// An outlet, agency or network.
    Media,
}

/// A known name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Known {
    /// What it names.
    pub class: Class,
    /// The same for every name of one actor, in both languages.
    pub key: String,
    /// The name to show.
    pub name: String,
    /// Whether the table gives it in capitals alone.
    acronym: bool,
    /// Whether the table writes its first word small.
    small: bool,
}

impl Known {
    /// Whether it is an acronym.
    pub const fn is_acronym(&self) -> bool {
        self.acronym
    }
}

/// Phrases by their first word.
#[derive(Debug)]
pub(super) struct Phrases<T> {
    by_first: HashMap<String, ByLength<T>>,
}

/// Phrases of one first word by how many words follow it, most first, then by these words.
type ByLength<T> = BTreeMap<Reverse<usize>, HashMap<String, T>>;

/// What stands between the words of a phrase, and in none of them.
const BETWEEN: &str = "\0";

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Self { by_first: HashMap::new() }
    }
}

impl<T> Phrases<T> {
    /// Adds a phrase of folded words; the first of two alike is kept.
    pub fn add(&mut self, mut words: Vec<String>, value: T) {
        if words.is_empty() {
            return;
        }
        let rest = words.split_off(1);
        let Some(first) = words.pop() else { return };
        let alike = self.by_first.entry(first).or_default().entry(Reverse(rest.len())).or_default();
        alike.entry(rest.join(BETWEEN)).or_insert(value);
    }

    /// The longest phrase that starts at word `at` and that `fits`, with its number of words.
    pub fn longest(&self, body: &Body, at: usize, fits: impl Fn(&T, usize) -> bool) -> Option<(usize, &T)> {
        let first = body.words.get(at)?;
        self.by_first.get(&first.fold)?.iter().find_map(|(&Reverse(more), phrases)| {
            let rest: Vec<&str> = (at + 1..=at + more).map(|at| body.next(at)).collect();
            let value = phrases.get(&rest.join(BETWEEN))?;
            fits(value, more + 1).then_some((more + 1, value))
        })
    }
}

#[derive(Debug, Default, Deserialize)]
struct PlaceFile {
    continents: String,
    regions: String,
    cities: String,
}

#[derive(Debug, Default, Deserialize)]
struct MediaFile {
    names: Vec<String>,
}

/// Names of one body a line, its other names behind commas.
#[derive(Debug, Default, Deserialize)]
struct NamesFile {
    names: Vec<String>,
}

/// Tables of names that both languages share.
const SHARED: [&str; 2] =
    [include_str!("../../assets/lang/companies.toml"), include_str!("../../assets/lang/clubs.toml")];

#[derive(Debug, Default, Deserialize)]
struct PeopleFile {
    peoples: String,
}

struct Sources {
    language: Language,
    bodies: &'static str,
    institutions: &'static str,
    places: &'static str,
    media: &'static str,
    words: &'static str,
}

const FRENCH: Sources = Sources {
    language: Language::French,
    bodies: include_str!("../../assets/lang/fr/bodies.toml"),
    institutions: include_str!("../../assets/lang/fr/institutions.toml"),
    places: include_str!("../../assets/lang/fr/places.toml"),
    media: include_str!("../../assets/lang/fr/media.toml"),
    words: include_str!("../../assets/lang/fr/words.toml"),
};

const ENGLISH: Sources = Sources {
    language: Language::English,
    bodies: include_str!("../../assets/lang/en/bodies.toml"),
    institutions: include_str!("../../assets/lang/en/institutions.toml"),
    places: include_str!("../../assets/lang/en/places.toml"),
    media: include_str!("../../assets/lang/en/media.toml"),
    words: include_str!("../../assets/lang/en/words.toml"),
};

static KNOWN: LazyLock<[Phrases<Known>; 2]> = LazyLock::new(|| [gather(&FRENCH), gather(&ENGLISH)]);

fn gather(sources: &Sources) -> Phrases<Known> {
    let mut phrases = Phrases::default();
    let mut add =
        |class, key, form: &str, name: &str| add(&mut phrases, sources.language, class, key, form, name);
    for (key, name, kind) in states::forms(sources.language) {
        match kind {
            states::StateWord::Name => add(Class::State, format!("state:{key}"), name, name),
            states::StateWord::Capital => add(Class::Capital, format!("state:{key}"), name, name),
            states::StateWord::Adjective | states::StateWord::People => {
                add(Class::People, format!("state:{key}"), name, name);
            }
        }
    }
    for (key, names) in lang::table::<BTreeMap<String, String>>(sources.bodies) {
        for (name, show) in listed(&names) {
            add(Class::Body, format!("body:{key}"), name, show);
        }
    }
    for (key, line) in lang::table::<BTreeMap<String, Vec<String>>>(sources.institutions) {
        for (name, show) in listed(line.get(1).map(String::as_str).unwrap_or_default()) {
            add(Class::Institution, format!("seat:{key}"), name, show);
        }
    }
    for file in SHARED {
        for names in lang::table::<NamesFile>(file).names {
            for (name, show) in listed(&names) {
                add(Class::Body, format!("body:{}", fold(show)), name, show);
            }
        }
    }
    for name in lang::table::<MediaFile>(sources.media).names {
        add(Class::Media, format!("media:{}", fold(&name)), &name, &name);
    }
    let places: PlaceFile = lang::table(sources.places);
    for list in [&places.continents, &places.regions, &places.cities] {
        for name in list.split(',').map(str::trim).filter(|name| !name.is_empty()) {
            add(Class::Place, format!("place:{}", fold(name)), name, name);
        }
    }
    for name in lang::table::<PeopleFile>(sources.words).peoples.split_whitespace() {
        for form in plural_forms(name) {
            add(Class::Group, format!("people:{}", fold(name)), &form, &form);
        }
    }
    phrases
}

fn add(phrases: &mut Phrases<Known>, language: Language, class: Class, key: String, form: &str, name: &str) {
    let acronym = form.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    let small = class != Class::People && form.chars().next().is_some_and(char::is_lowercase);
    let known = Known { class, key, name: name.to_owned(), acronym, small };
    let words = fold_phrase(form, language);
    if form.contains('-') && words.iter().any(|word| word.contains('-')) {
        phrases.add(fold_phrase(&form.replace('-', " "), language), known.clone());
    }
    if form.contains(' ') {
        phrases.add(fold_phrase(&form.replace(' ', "-"), language), known.clone());
    }
    phrases.add(words, known);
}

fn listed(names: &str) -> impl Iterator<Item = (&str, &str)> {
    let show = names.split(',').next().unwrap_or_default().trim();
    names.split(',').map(str::trim).filter(|name| !name.is_empty()).map(move |name| (name, show))
}

/// The plurals of a people's name, in both genders where French has two.
fn plural_forms(name: &str) -> Vec<String> {
    let plural = |word: &str| match word {
        word if word.ends_with("al") && !word.ends_with("ial") => format!("{}aux", &word[..word.len() - 2]),
        word if word.ends_with("tal") => format!("{}aux", &word[..word.len() - 2]),
        word if word.ends_with(['s', 'x', 'i']) && word.ends_with('s') => word.to_owned(),
        word => format!("{word}s"),
    };
    let mut forms = vec![plural(name)];
    if name.ends_with("en") || name.ends_with("ain") || name.ends_with("ais") || name.ends_with("ois") {
        let feminine = if name.ends_with("en") { format!("{name}nes") } else { format!("{name}es") };
        forms.push(feminine);
    }
    forms
}

/// The longest known name at word `at`, with its number of words.
///
/// Its capitals must be those of a name: an acronym in capitals, any other name with one at its first
/// word, unless the table writes it small and the article writes it whole.
pub(super) fn known_at(body: &Body, at: usize) -> Option<(usize, &'static Known)> {
    let phrases = &KNOWN[usize::from(body.language.is_english())];
    phrases.longest(body, at, |known, length| fits(body, at, length, known))
}

fn fits(body: &Body, at: usize, length: usize, known: &Known) -> bool {
    let words = &body.words[at..at + length];
    let Some(first) = words.first() else { return false };
    if known.class == Class::People && length == 1 && first.shape == Shape::Upper && first.fold.len() > 3 {
        return first.loud;
    }
    if known.acronym && length == 1 {
        let long = known.name.chars().count() > 3 && first.fold.len() > 3;
        let written =
            first.shape == Shape::Upper || first.fold.len() == 1 && first.is_capital() && !first.initial;
        return (written && !(first.loud && first.fold.len() < 3))
            || (long && first.shape == Shape::Capital)
            || first.fold.bytes().any(|b| b.is_ascii_digit()) && first.is_capital();
    }
    if first.is_capital() {
        return length > 1 || !first.loud || first.shape == Shape::Upper || first.fold.len() > 4;
    }
    let capital_inside = || words.iter().any(Word::is_capital);
    match known.class {
        Class::Media => known.small,
        Class::Body => length > 1 && capital_inside(),
        _ => known.small && length > 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;
    use crate::source::Decoded;
    use crate::text::Text;

    /// The key of the known name that the sentence `before` + `name` + ` a répondu.` holds.
    fn key_in(language: Language, before: &str, name: &str) -> Option<&'static str> {
        let text = format!("{before}{name} répond.");
        let decoded = Decoded { text, encoding: "UTF-8".to_owned() };
        let mut article = Article::read("a".to_owned(), "a".to_owned(), None, decoded);
        article.language = Some(language);
        let body = Body::read(&article, &Text::read(&article));
        let at = body.words.iter().position(|word| word.span.start >= before.len())?;
        known_at(&body, at).map(|(_, known)| known.key.as_str())
    }

    #[test]
    fn a_hundred_thousand_phrases_of_one_first_word_are_entered_and_found() {
        let (sender, receiver) = std::sync::mpsc::channel();
        std::thread::spawn(move || {
            let mut phrases = Phrases::default();
            for at in (0..100_000).chain(0..100_000) {
                phrases.add(vec!["comite".to_owned(), "de".to_owned(), format!("orvelle{at}")], at);
            }
            phrases.add(vec!["comite".to_owned()], 7);
            let text = "Le comité de Orvelle99999 répond au comité.".to_owned();
            let decoded = Decoded { text, encoding: "UTF-8".to_owned() };
            let article = Article::read("a".to_owned(), "a".to_owned(), None, decoded);
            let body = Body::read(&article, &Text::read(&article));
            let found = (0..body.words.len()).filter_map(|at| phrases.longest(&body, at, |_, _| true));
            sender.send(found.map(|(words, at)| (words, *at)).collect::<Vec<_>>()).unwrap();
        });
        let found = receiver.recv_timeout(std::time::Duration::from_secs(30));
        assert_eq!(found.expect("it never comes to an end"), [(3, 99_999), (1, 7)]);
    }

    fn missed(language: Language, before: &str, kinds: &[states::StateWord]) -> Vec<String> {
        let forms = states::forms(language).filter(|(_, _, kind)| kinds.contains(kind));
        forms
            .filter_map(|(key, form, kind)| {
                let mut name = form.to_owned();
                if matches!(kind, states::StateWord::Adjective) {
                    let first = form.chars().next()?;
                    name = first.to_uppercase().chain(form.chars().skip(1)).collect();
                }
                let found = key_in(language, before, &name);
                let right = found.is_some_and(|found| found.starts_with("state:"));
                (!right).then(|| format!("{key} {name}: {found:?}"))
            })
            .collect()
    }

    #[test]
    fn every_state_is_an_actor_by_name_capital_and_people_in_french() {
        use states::StateWord::{Adjective, Capital, Name, People};
        assert_eq!(missed(Language::French, "Selon eux, ", &[Name, Capital]), Vec::<String>::new());
        assert_eq!(missed(Language::French, "Selon eux, les ", &[Adjective, People]), Vec::<String>::new());
    }

    #[test]
    fn every_state_is_an_actor_by_name_capital_and_people_in_english() {
        use states::StateWord::{Adjective, Capital, Name, People};
        assert_eq!(missed(Language::English, "As told, ", &[Name, Capital]), Vec::<String>::new());
        assert_eq!(missed(Language::English, "As told, the ", &[Adjective, People]), Vec::<String>::new());
    }
}
