//! Which names are one person's: spellings, initials, middle names, and the last name alone.
//!
//! Two full names are one person's only on evidence that both give, since one wrong join puts one
//! person's words into another's mouth. A bare last name goes to the person last named in full in its
//! article, else to the most mentioned one of the dossier; a title (`Mme`, `M.`) rules out those of the
//! other gender, and makes an actor of its own where it rules out all.

use std::collections::HashMap;

use super::super::alias::{Join, Joined};
use super::super::kinds::Accepted;
use super::super::words::Body;
use super::super::{ActorKind, Gender, names, roles};
use super::{Identities, MOST_COMPARED};

/// Names longer than this are compared letter by letter only with themselves, in bytes.
const LONGEST_COMPARED: usize = 60;

/// How sure a short name is that two persons could bear, when one of them was just named in full.
const JUST_NAMED: f32 = 0.75;

/// How sure it is when nothing but the number of mentions speaks for one of them.
const MOST_MENTIONED: f32 = 0.5;

/// A full name of the dossier.
struct FullName<'a> {
    words: Vec<&'a str>,
    own: usize,
    count: usize,
    gender: Option<Gender>,
    /// Whether its first name has a hyphen in it somewhere: `Jean-Luc`, who is no `Jean`.
    compound: bool,
}

impl FullName<'_> {
    fn last(&self) -> &str {
        self.words[self.words.len() - 1]
    }

    fn is_initial(&self) -> bool {
        self.words[0].chars().count() == 1
    }
}

/// Joins the names of persons; `own` and `how` run in parallel with `accepted`.
pub(super) fn join(
    bodies: &[Body],
    accepted: &[Accepted],
    own: &mut [usize],
    how: &mut [Option<Joined>],
    identities: &mut Identities,
) {
    let full = full_names(bodies, accepted, own);
    join_full_names(&full, identities);
    let owners = Owners::of(bodies, accepted, &full, identities);
    owners.lead(bodies, accepted, own, how, identities);
}

/// The names of two words and more, the most frequent first.
fn full_names<'a>(bodies: &[Body], accepted: &'a [Accepted], own: &[usize]) -> Vec<FullName<'a>> {
    let mut found: HashMap<&str, FullName> = HashMap::new();
    for (name, own) in accepted.iter().zip(own).filter(|(name, _)| is_person(name)) {
        let words: Vec<&str> = name.candidate.key.split(' ').collect();
        if words.len() < 2 {
            continue;
        }
        let body = &bodies[name.article];
        let entry = found.entry(&name.candidate.key).or_insert_with(|| FullName {
            gender: names::gender_of(words[0]),
            words,
            own: *own,
            count: 0,
            compound: false,
        });
        entry.count += 1;
        entry.gender = entry.gender.or_else(|| roles::honorific_gender(body, name.candidate.from));
        entry.compound |= body.next(name.candidate.from).contains('-');
    }
    let mut full: Vec<FullName> = found.into_values().collect();
    full.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.words.cmp(&b.words)));
    full
}

fn is_person(name: &Accepted) -> bool {
    name.kind == ActorKind::Person && name.candidate.known.is_none()
}

fn join_full_names(full: &[FullName], identities: &mut Identities) {
    let mut by_last: HashMap<&str, Vec<usize>> = HashMap::new();
    let mut by_first: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, name) in full.iter().enumerate().filter(|(_, name)| !name.is_initial()) {
        let same_last = by_last.entry(name.last()).or_default();
        let twin = same_last
            .iter()
            .take(MOST_COMPARED)
            .find_map(|other| Some((*other, same_person(&full[*other], name)?)));
        if let Some((twin, by)) = twin {
            identities.join(full[twin].own, name.own, by.into());
        }
        same_last.push(at);
        let same_first = by_first.entry(name.words[0]).or_default();
        let twin = same_first
            .iter()
            .take(MOST_COMPARED)
            .find(|other| same_last_name(&full[**other].words, &name.words));
        if let Some(twin) = twin {
            identities.join(full[*twin].own, name.own, Join::Likeness.into());
        }
        same_first.push(at);
    }
    // An initial comes last and joins one person only, or `J. Morel` would make one of Jeanne and Julien.
    for name in full.iter().filter(|name| name.is_initial()) {
        let Some(same_last) = by_last.get(name.last()) else { continue };
        let fits =
            |other: &&FullName| other.words[0].starts_with(name.words[0]) && agree(other.gender, name.gender);
        let mut roots = Vec::new();
        let mut first = None;
        for other in same_last.iter().take(MOST_COMPARED).map(|at| &full[*at]).filter(fits) {
            first = first.or(Some(other.own));
            let root = identities.root(other.own);
            if !roots.contains(&root) {
                roots.push(root);
            }
        }
        if let Some(first) = first {
            let joined = if roots.len() == 1 {
                Join::Initial.into()
            } else {
                Joined::at(Join::Initial, MOST_MENTIONED)
            };
            identities.join(first, name.own, joined);
        }
    }
}

fn agree(a: Option<Gender>, b: Option<Gender>) -> bool {
    a.zip(b).is_none_or(|(a, b)| a == b)
}

/// Why two names with one last name are one person's, if they are: `Volodia` and `Volodya`, `Anne` and
/// `Anne Louise`.
fn same_person(a: &FullName, b: &FullName) -> Option<Join> {
    let (first, other) = (a.words[0], b.words[0]);
    if first == other {
        return (a.compound == b.compound).then_some(Join::MiddleName);
    }
    let variant = names::same_first_name(first, other);
    (first.len().max(other.len()) < LONGEST_COMPARED
        && (variant || strsim::jaro_winkler(first, other) > 0.88)
        && agree(a.gender, b.gender))
    .then_some(Join::Likeness)
}

/// Whether two names with one first name differ in the spelling of the last alone.
fn same_last_name(a: &[&str], b: &[&str]) -> bool {
    let (last, other) = (a[1..].join(" "), b[1..].join(" "));
    last.len().max(other.len()) < LONGEST_COMPARED
        && last.len().min(other.len()) > 4
        && strsim::jaro_winkler(&last, &other) > 0.93
}

/// Somebody who may be meant by a part of a name.
#[derive(Debug, Clone, Copy)]
struct Owner {
    own: usize,
    gender: Option<Gender>,
    by: Join,
}

/// Who bears which last name, and which first name; the most mentioned first.
struct Owners {
    by_part: HashMap<String, Vec<Owner>>,
}

impl Owners {
    fn of(bodies: &[Body], accepted: &[Accepted], full: &[FullName], identities: &mut Identities) -> Self {
        let mut owners = Self { by_part: HashMap::new() };
        for name in full {
            let owner = Owner { own: name.own, gender: name.gender, by: Join::LastName };
            for from in 1..name.words.len().min(5) {
                owners.add(name.words[from..].join(" "), owner);
            }
            let leading = names::is_leading_surname(name.words[0]);
            let by = if leading { Join::LastName } else { Join::FirstName };
            owners.add(name.words[0].to_owned(), Owner { by, ..owner });
        }
        owners.add_titled(bodies, accepted, identities);
        owners
    }

    fn add(&mut self, part: String, owner: Owner) {
        let list = self.by_part.entry(part).or_default();
        if list.len() < MOST_COMPARED {
            list.push(owner);
        }
    }

    /// Adds who is only ever named by a title and a last name that no full name of that gender has:
    /// `M. Morel` beside `Jeanne Morel`, `Mme Morel` beside `M. Morel`.
    fn add_titled(&mut self, bodies: &[Body], accepted: &[Accepted], identities: &mut Identities) {
        let mut titled: HashMap<&str, Vec<Gender>> = HashMap::new();
        for name in accepted.iter().filter(|name| is_person(name)) {
            let key = name.candidate.key.as_str();
            if let Some(gender) = roles::honorific_gender(&bodies[name.article], name.candidate.from)
                && !key.contains(' ')
            {
                let genders = titled.entry(key).or_default();
                if !genders.contains(&gender) {
                    genders.push(gender);
                }
            }
        }
        let mut titled: Vec<(&str, Vec<Gender>)> = titled.into_iter().collect();
        titled.sort_by_key(|(key, _)| *key);
        for (key, genders) in titled {
            let owners = self.by_part.get(key).map_or(&[][..], Vec::as_slice);
            let missing: Vec<Gender> = genders
                .iter()
                .copied()
                .filter(|gender| !owners.iter().any(|owner| agree(owner.gender, Some(*gender))))
                .collect();
            if owners.is_empty() && genders.len() < 2 {
                continue;
            }
            for gender in missing {
                let own = identities.of(&format!("name:{key}:{gender:?}"));
                self.add(key.to_owned(), Owner { own, gender: Some(gender), by: Join::LastName });
            }
        }
    }

    /// Leads every bare last or first name to whom it names.
    fn lead(
        &self,
        bodies: &[Body],
        accepted: &[Accepted],
        own: &mut [usize],
        how: &mut [Option<Joined>],
        identities: &mut Identities,
    ) {
        let mut recent: HashMap<usize, usize> = HashMap::new();
        let mut article = usize::MAX;
        for (at, name) in accepted.iter().enumerate() {
            if name.article != article {
                article = name.article;
                recent.clear();
            }
            if !is_person(name) {
                continue;
            }
            let key = name.candidate.key.as_str();
            if let Some(owners) =
                self.by_part.get(key).or_else(|| self.by_part.get(names::without_article(key)))
            {
                let titled = roles::honorific_gender(&bodies[name.article], name.candidate.from);
                if let Some((owner, joined)) = chosen(owners, titled, &recent, identities) {
                    own[at] = owner;
                    how[at] = Some(joined);
                }
            }
            recent.insert(identities.root(own[at]), at);
        }
    }
}

/// Whom a short name names, and how sure that is; `recent` tells where each person of the article was
/// last named.
fn chosen(
    owners: &[Owner],
    titled: Option<Gender>,
    recent: &HashMap<usize, usize>,
    identities: &mut Identities,
) -> Option<(usize, Joined)> {
    let mut all: Vec<usize> = owners.iter().map(|owner| identities.root(owner.own)).collect();
    all.sort_unstable();
    all.dedup();
    let agreeing: Vec<(Owner, usize)> = owners
        .iter()
        .filter(|owner| agree(owner.gender, titled))
        .map(|owner| (*owner, identities.root(owner.own)))
        .collect();
    let mut roots: Vec<usize> = agreeing.iter().map(|(_, root)| *root).collect();
    roots.sort_unstable();
    roots.dedup();
    let (first, _) = *agreeing.first()?;
    if roots.len() == 1 {
        let by = if all.len() == 1 { first.by } else { Join::Title };
        return Some((first.own, by.into()));
    }
    let latest = agreeing
        .iter()
        .filter_map(|(owner, root)| Some((recent.get(root)?, owner)))
        .max_by_key(|(at, _)| **at)
        .map(|(_, owner)| *owner);
    let (owner, confidence) = match latest {
        Some(owner) => (owner, JUST_NAMED),
        None => (first, MOST_MENTIONED),
    };
    Some((owner.own, Joined::at(owner.by, confidence)))
}
