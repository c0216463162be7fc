//! From names to actors: which names, across all outlets, are those of one person, body or place.
//!
//! Every name gets an identity; identities are joined where two spellings, an acronym and its
//! expansion, or a last name and a full name belong together. Persons are compared within one last or
//! first name only, so that the work stays linear in the number of names.

use std::collections::HashMap;

use super::kinds::Accepted;
use super::phrases::Class;
use super::words::Body;
use super::{ActorKind, Gender, context, names, organisations, roles, states};
use crate::lang::Language;

/// Names longer than this are compared letter by letter only with themselves, in bytes.
const LONGEST_COMPARED: usize = 60;

/// As many names as one last name is compared with.
const MOST_COMPARED: usize = 40;

/// Identities of names, joined into groups (disjoint sets with path halving).
#[derive(Debug, Default)]
struct Identities {
    index: HashMap<String, usize>,
    parent: Vec<usize>,
}

impl Identities {
    fn of(&mut self, name: &str) -> usize {
        if let Some(index) = self.index.get(name) {
            return *index;
        }
        let index = self.parent.len();
        self.parent.push(index);
        self.index.insert(name.to_owned(), index);
        index
    }

    fn root(&mut self, mut at: usize) -> usize {
        while self.parent[at] != at {
            self.parent[at] = self.parent[self.parent[at]];
            at = self.parent[at];
        }
        at
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        self.parent[a.max(b)] = a.min(b);
    }
}

/// A number for every name of `accepted`, in parallel: the same for the names of one actor.
pub(super) fn merge(bodies: &[Body], accepted: &[Accepted]) -> Vec<usize> {
    let mut identities = Identities::default();
    let mut groups: Vec<usize> = accepted
        .iter()
        .map(|found| {
            let name = identity(&bodies[found.article], found);
            identities.of(&name)
        })
        .collect();
    join_persons(bodies, accepted, &mut groups, &mut identities);
    join_acronyms(bodies, accepted, &groups, &mut identities);
    join_variants(accepted, &groups, &mut identities);
    groups.iter().map(|group| identities.root(*group)).collect()
}

/// The identity of a name by itself.
fn identity(body: &Body, found: &Accepted) -> String {
    let candidate = &found.candidate;
    match candidate.known {
        Some(known) if known.class == Class::Capital => {
            if context::is_literal(body, candidate.from, candidate.to) {
                city(&known.key, &known.name, body.language)
            } else {
                known.key.clone()
            }
        }
        Some(known) => known.key.clone(),
        None => format!("name:{}", candidate.key),
    }
}

/// The identity of a capital as a city: one for all spellings of a state's first capital.
fn city(key: &str, name: &str, language: Language) -> String {
    let code = key.strip_prefix("state:").unwrap_or(key);
    let first = states::capital_of(code, language).unwrap_or(name);
    if first == name || strsim::jaro_winkler(first, name) > 0.75 {
        format!("city:{code}")
    } else {
        format!("city:{code}:{name}")
    }
}

/// A full name of the dossier.
struct FullName<'a> {
    words: Vec<&'a str>,
    group: usize,
    count: usize,
}

fn join_persons(bodies: &[Body], accepted: &[Accepted], groups: &mut [usize], identities: &mut Identities) {
    let mut counts: HashMap<&str, FullName> = HashMap::new();
    for (found, group) in accepted.iter().zip(groups.iter()) {
        if found.kind == ActorKind::Person && found.candidate.known.is_none() {
            let words: Vec<&str> = found.candidate.key.split(' ').collect();
            if words.len() > 1 {
                counts
                    .entry(&found.candidate.key)
                    .or_insert_with(|| FullName { words, group: *group, count: 0 })
                    .count += 1;
            }
        }
    }
    let mut full: Vec<FullName> = counts.into_values().collect();
    full.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.words.cmp(&b.words)));
    let mut by_last: HashMap<&str, Vec<usize>> = HashMap::new();
    let mut by_first: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, name) in full.iter().enumerate() {
        let (first, last) = (name.words[0], name.words[name.words.len() - 1]);
        let same_last = by_last.entry(last).or_default();
        if let Some(twin) =
            same_last.iter().take(MOST_COMPARED).find(|other| same_person(&full[**other].words, &name.words))
        {
            identities.join(full[*twin].group, name.group);
        }
        same_last.push(at);
        let same_first = by_first.entry(first).or_default();
        let twin = same_first
            .iter()
            .take(MOST_COMPARED)
            .find(|other| same_last_name(&full[**other].words, &name.words));
        if let Some(twin) = twin {
            identities.join(full[*twin].group, name.group);
        }
        same_first.push(at);
    }
    short_names(bodies, accepted, groups, &full, identities);
}

/// Whether two names with one last name are one person's: `Volodia` and `Volodya`, `J.` and `Jeanne`.
fn same_person(a: &[&str], b: &[&str]) -> bool {
    let (first, other) = (a[0], b[0]);
    if first == other {
        return true;
    }
    let initial = |short: &str, long: &str| short.chars().count() == 1 && long.starts_with(short);
    initial(first, other)
        || initial(other, first)
        || first.len().max(other.len()) < LONGEST_COMPARED
            && strsim::jaro_winkler(first, other) > 0.88
            && names::gender_of(first).zip(names::gender_of(other)).is_none_or(|(a, b)| a == b)
}

/// Whether two names with one first name differ in the spelling of the last alone.
fn same_last_name(a: &[&str], b: &[&str]) -> bool {
    let (last, other) = (a[1..].join(" "), b[1..].join(" "));
    last.len().max(other.len()) < LONGEST_COMPARED
        && last.len().min(other.len()) > 4
        && strsim::jaro_winkler(&last, &other) > 0.93
}

/// Leads a bare last name, or first name, to the person last named in full in its article, else to the
/// most mentioned one of the dossier; a title's gender tells `Mme Morel` from `M. Morel`.
fn short_names(
    bodies: &[Body],
    accepted: &[Accepted],
    groups: &mut [usize],
    full: &[FullName],
    identities: &mut Identities,
) {
    let mut by_part: HashMap<String, Vec<(usize, Option<Gender>)>> = HashMap::new();
    for name in full {
        let gender = names::gender_of(name.words[0]);
        for from in 1..name.words.len().min(5) {
            by_part.entry(name.words[from..].join(" ")).or_default().push((name.group, gender));
        }
        if names::is_first_name(name.words[0]) {
            by_part.entry(name.words[0].to_owned()).or_default().push((name.group, gender));
        }
    }
    let mut recent: HashMap<usize, usize> = HashMap::new();
    let mut article = usize::MAX;
    for (at, found) in accepted.iter().enumerate() {
        if found.article != article {
            article = found.article;
            recent.clear();
        }
        if found.kind != ActorKind::Person || found.candidate.known.is_some() {
            continue;
        }
        let key = &found.candidate.key;
        if let Some(owners) = by_part.get(key.as_str()) {
            let titled = roles::honorific_gender(&bodies[found.article], found.candidate.from);
            let agreeing: Vec<usize> = owners
                .iter()
                .filter(|(_, gender)| titled.zip(*gender).is_none_or(|(a, b)| a == b))
                .map(|(group, _)| *group)
                .collect();
            let owner = agreeing
                .iter()
                .max_by_key(|group| recent.get(&identities.root(**group)).map_or(0, |at| at + 1));
            let latest = owner.filter(|group| recent.contains_key(&identities.root(**group)));
            if let Some(group) = latest.or(agreeing.first()) {
                groups[at] = *group;
            }
        }
        recent.insert(identities.root(groups[at]), at);
    }
}

/// Joins a name with the acronym in brackets behind it, and an acronym with the name in brackets.
fn join_acronyms(bodies: &[Body], accepted: &[Accepted], groups: &[usize], identities: &mut Identities) {
    for (at, found) in accepted.iter().enumerate() {
        let body = &bodies[found.article];
        let Some(next) = accepted.get(at + 1).filter(|next| next.article == found.article) else { continue };
        let bracketed = body.next(found.candidate.to) == "("
            && next.candidate.from == found.candidate.to + 1
            && body.words.get(next.candidate.to).is_some_and(|word| word.fold == ")");
        let bodies_both = found.kind != ActorKind::Person
            && found.kind != ActorKind::Place
            && next.kind != ActorKind::Person
            && next.kind != ActorKind::Place;
        let acronym = organisations::acronym_after(body, found.candidate.to).is_some() || is_acronym(found);
        if bracketed && bodies_both && acronym {
            identities.join(groups[at], groups[at + 1]);
        }
    }
}

fn is_acronym(found: &Accepted) -> bool {
    found.candidate.to - found.candidate.from == 1 && found.candidate.key.len() <= 8
}

/// Joins long names that differ in a plural or a small word (`discrimination`, `discriminations`).
fn join_variants(accepted: &[Accepted], groups: &[usize], identities: &mut Identities) {
    let mut by_start: HashMap<(&str, ActorKind), Vec<(&str, usize)>> = HashMap::new();
    for (found, group) in accepted.iter().zip(groups) {
        let key = found.candidate.key.as_str();
        if found.candidate.known.is_some()
            || found.kind == ActorKind::Person
            || !(12..200).contains(&key.len())
        {
            continue;
        }
        let Some(first) = key.split(' ').next() else { continue };
        let list = by_start.entry((first, found.kind)).or_default();
        if list.iter().any(|(known, _)| *known == key) {
            continue;
        }
        let twin = list.iter().take(MOST_COMPARED).find(|(known, _)| same_words(known, key));
        if let Some((_, twin)) = twin {
            identities.join(*twin, *group);
        }
        list.push((key, *group));
    }
}

/// Whether two names have the same words but for a plural ending.
fn same_words(a: &str, b: &str) -> bool {
    let stem = |word: &str| word.trim_end_matches(['s', 'x']).to_owned();
    let words = |name: &str| name.split(' ').filter(|word| *word != "the").map(stem).collect::<Vec<_>>();
    words(a) == words(b)
}
