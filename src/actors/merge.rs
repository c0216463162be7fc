//! From names to actors: which names, across all outlets, are those of one person, body or place.
//!
//! Every name gets an identity; identities are joined where two spellings, an acronym and its
//! expansion, or a last name and a full name belong together ([`persons`] does those of persons). Each
//! join keeps its reason, so that an actor can tell why a name is taken for its. Only names with a
//! word in common are compared, and only so many of them: the work stays linear in the number of names.

use std::collections::{HashMap, HashSet};

use super::alias::{Join, Joined};
use super::kinds::Accepted;
use super::phrases::Class;
use super::words::Body;
use super::{ActorKind, context, organisations, states};
use crate::lang::Language;

mod bodies;
mod persons;

/// As many names as one name is compared with.
const MOST_COMPARED: usize = 40;

/// Identities of names, joined into groups (disjoint sets with path halving), and why.
#[derive(Debug, Default)]
struct Identities {
    index: HashMap<String, usize>,
    parent: Vec<usize>,
    links: Vec<Vec<(usize, Joined)>>,
}

impl Identities {
    fn of(&mut self, name: &str) -> usize {
        if let Some(index) = self.index.get(name) {
            return *index;
        }
        let index = self.parent.len();
        self.parent.push(index);
        self.links.push(Vec::new());
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

    /// Joins two identities; a reason is kept only where they were not joined before, so that there
    /// is one way from each to each.
    fn join(&mut self, a: usize, b: usize, joined: Joined) {
        let (root, other) = (self.root(a), self.root(b));
        if root == other {
            return;
        }
        self.parent[root.max(other)] = root.min(other);
        self.links[a].push((b, joined));
        self.links[b].push((a, joined));
    }
}

/// The names of the dossier, sorted by whose they are.
#[derive(Debug)]
pub(super) struct Merged {
    /// In parallel with the accepted names: the same number for the names of one actor.
    pub groups: Vec<usize>,
    own: Vec<usize>,
    how: Vec<Option<Joined>>,
    links: Vec<Vec<(usize, Joined)>>,
}

impl Merged {
    /// Why each of `names`, which are those of one actor, belongs to the one at `shown`; in parallel
    /// with `names`. None for a name that has the very letters of it.
    pub fn reasons(&self, names: &[usize], shown: usize) -> Vec<Option<Joined>> {
        let mut reach: HashMap<usize, Option<Joined>> = HashMap::from([(self.own[shown], None)]);
        let mut open = vec![self.own[shown]];
        while let Some(from) = open.pop() {
            let earlier = reach.get(&from).copied().flatten();
            for (to, joined) in &self.links[from] {
                if !reach.contains_key(to) {
                    reach.insert(*to, Some(earlier.map_or(*joined, |earlier| joined.behind(earlier))));
                    open.push(*to);
                }
            }
        }
        let reason = |at: &usize| {
            let earlier = reach.get(&self.own[*at]).copied().flatten();
            match (self.how[*at], earlier) {
                (Some(how), Some(earlier)) => Some(how.behind(earlier)),
                (how, earlier) => how.or(earlier),
            }
        };
        names.iter().map(reason).collect()
    }
}

/// Sorts the accepted names by actors.
pub(super) fn merge(bodies: &[Body], accepted: &[Accepted]) -> Merged {
    let mut identities = Identities::default();
    let mut own: Vec<usize> = accepted
        .iter()
        .map(|found| {
            let name = identity(&bodies[found.article], found);
            identities.of(&name)
        })
        .collect();
    let mut how: Vec<Option<Joined>> = accepted.iter().map(by_table).collect();
    persons::join(bodies, accepted, &mut own, &mut how, &mut identities);
    join_acronyms(bodies, accepted, &own, &mut identities);
    join_variants(accepted, &own, &mut identities);
    bodies::join(bodies, accepted, &own, &mut identities);
    let groups = own.iter().map(|own| identities.root(*own)).collect();
    Merged { groups, own, how, links: identities.links }
}

/// Why a name of the tables names what it names.
fn by_table(found: &Accepted) -> Option<Joined> {
    let known = found.candidate.known?;
    let by = match known.class {
        Class::Capital => Join::Capital,
        Class::People | Class::Group => Join::Demonym,
        _ if known.is_acronym() => Join::Acronym,
        Class::State | Class::Body | Class::Institution | Class::Place | Class::Media => Join::Synonym,
    };
    Some(by.into())
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

/// Joins a name with the acronym in brackets behind it, and an acronym with the name in brackets.
fn join_acronyms(bodies: &[Body], accepted: &[Accepted], own: &[usize], identities: &mut Identities) {
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
            identities.join(own[at], own[at + 1], Join::Acronym.into());
        }
    }
}

fn is_acronym(found: &Accepted) -> bool {
    found.candidate.to - found.candidate.from == 1 && found.candidate.key.len() <= 8
}

/// Joins long names that differ in a plural or a small word (`discrimination`, `discriminations`).
fn join_variants(accepted: &[Accepted], own: &[usize], identities: &mut Identities) {
    let mut variants = Variants::default();
    for (found, own) in accepted.iter().zip(own) {
        let key = found.candidate.key.as_str();
        let long = (12..200).contains(&key.len());
        if found.candidate.known.is_none()
            && found.kind != ActorKind::Person
            && long
            && let Some(twin) = variants.twin(key, found.kind, *own)
        {
            identities.join(twin, *own, Join::Variant.into());
        }
    }
}

/// The long names of a dossier, by kind and first word.
#[derive(Debug, Default)]
struct Variants<'a> {
    known: HashSet<(&'a str, ActorKind)>,
    /// The first [`MOST_COMPARED`] of each, by their stems: what others are compared with.
    by_start: HashMap<(&'a str, ActorKind), Vec<(String, usize)>>,
}

impl<'a> Variants<'a> {
    /// Enters a name, and gives the identity of the one it is a variant of, where it is new and there is
    /// one.
    fn twin(&mut self, key: &'a str, kind: ActorKind, own: usize) -> Option<usize> {
        if !self.known.insert((key, kind)) {
            return None;
        }
        let list = self.by_start.entry((key.split(' ').next()?, kind)).or_default();
        let stems = stems(key);
        let twin = list.iter().find(|(known, _)| *known == stems).map(|(_, twin)| *twin);
        if list.len() < MOST_COMPARED {
            list.push((stems, own));
        }
        twin
    }
}

/// The words of a name without their plural endings: the same for two that differ in those alone.
fn stems(name: &str) -> String {
    let words = name.split(' ').filter(|word| *word != "the").map(|word| word.trim_end_matches(['s', 'x']));
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_compared_with_a_set_number_of_others() {
        let names: Vec<String> = (0..20_000).map(|at| format!("comite de sauvegarde {at}")).collect();
        let mut variants = Variants::default();
        for (own, name) in names.iter().chain(&names).enumerate() {
            assert_eq!(variants.twin(name, ActorKind::Organisation, own), None);
        }
        assert_eq!(variants.twin("comites de sauvegarde 7", ActorKind::Organisation, 9), None);
        assert_eq!(variants.twin("comite de sauvegardes 7", ActorKind::Organisation, 9), Some(7));
        let compared: usize = variants.by_start.values().map(Vec::len).sum();
        assert_eq!(compared, MOST_COMPARED + 1);
    }
}
