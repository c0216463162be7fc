//! Actors from groups of names: the name to show, the aliases with their reasons, roles and descriptions.

use std::collections::{HashMap, HashSet};

use rayon::prelude::*;

use super::alias::{Alias, Count, Join, Joined};
use super::kinds::Accepted;
use super::merge::Merged;
use super::phrases::{Class, Known};
use super::roles::{self, Description, Holders, Placed};
use super::words::Body;
use super::{Actor, ActorKind, Gender, Mention, MentionForm, Role, context, names, states};
use crate::article::Article;
use crate::lang::Language;
use crate::text::fold;

/// An actor in the making, with the numbers of its names in `accepted`.
struct Draft {
    actor: Actor,
    names: Vec<usize>,
}

/// The actors of a dossier, heaviest first.
pub(super) fn gather(
    articles: &[Article],
    bodies: &[Body],
    accepted: &[Accepted],
    merged: &Merged,
) -> Vec<Actor> {
    let mut at_group: HashMap<usize, usize> = HashMap::new();
    let mut members: Vec<Vec<usize>> = Vec::new();
    for (at, group) in merged.groups.iter().enumerate() {
        let index = *at_group.entry(*group).or_insert_with(|| {
            members.push(Vec::new());
            members.len() - 1
        });
        members[index].push(at);
    }
    let mut drafts: Vec<Draft> =
        members.into_iter().map(|names| draft(articles, bodies, accepted, merged, names)).collect();
    describe(articles, bodies, accepted, &mut drafts);
    settle(drafts.into_iter().map(|draft| draft.actor).collect())
}

/// The words of a name with their white space evened out: a line may end inside it.
pub(super) fn even(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn draft(
    articles: &[Article],
    bodies: &[Body],
    accepted: &[Accepted],
    merged: &Merged,
    names: Vec<usize>,
) -> Draft {
    let mut surfaces: Vec<(String, usize)> = Vec::new();
    let mut index: HashMap<String, usize> = HashMap::new();
    let mut surface_of: Vec<usize> = Vec::new();
    let mut whole = None;
    let mut kinds: HashMap<ActorKind, usize> = HashMap::new();
    let mut mentions = Vec::new();
    let mut gender = None;
    let mut languages = [0_usize; 2];
    let mut known = None;
    for found in names.iter().filter_map(|at| accepted.get(*at)) {
        let body = &bodies[found.article];
        let surface = even(found.candidate.span.of(&articles[found.article].text));
        whole = whole.or_else(|| {
            let last_name = found.candidate.last_name?.of(&articles[found.article].text);
            Some(even(&format!("{surface} {last_name}")))
        });
        let slot = *index.entry(surface).or_insert_with_key(|surface| {
            surfaces.push((surface.clone(), 0));
            surfaces.len() - 1
        });
        surfaces[slot].1 += 1;
        surface_of.push(slot);
        *kinds.entry(found.kind).or_default() += 1;
        languages[usize::from(body.language.is_english())] += 1;
        known = known.or(found.candidate.known);
        if found.kind == ActorKind::Person {
            gender = gender
                .or_else(|| {
                    body.words.get(found.candidate.from).and_then(|word| names::gender_of(&word.fold))
                })
                .or_else(|| roles::honorific_gender(body, found.candidate.from));
        }
        mentions.push(Mention {
            article: found.article,
            span: found.candidate.span,
            form: MentionForm::Name,
        });
    }
    // A state that some name only as a people (`les Danois`) is a place as soon as one names it.
    let kind = if kinds.contains_key(&ActorKind::Place) && known.is_some() {
        ActorKind::Place
    } else {
        kinds
            .iter()
            .max_by_key(|(kind, count)| (**count, std::cmp::Reverse(**kind)))
            .map_or(ActorKind::Other, |(kind, _)| *kind)
    };
    let language = if languages[1] > languages[0] { Language::English } else { Language::French };
    let city = accepted.get(names[0]).is_some_and(|found| is_city(bodies, found));
    let shown = table_name(known, language, city).unwrap_or_else(|| {
        let whole = whole.iter().map(|whole| (whole.as_str(), 0));
        let mut ranked: Vec<(&str, usize)> =
            surfaces.iter().map(|(name, count)| (name.as_str(), *count)).chain(whole).collect();
        ranked.sort_by_key(|surface| std::cmp::Reverse(surface.1));
        fullest(&ranked, kind)
    });
    let mut aliases = aliases(&shown, &surfaces, &surface_of, merged, &names);
    let name = if kind == ActorKind::Organisation { headed(shown) } else { shown };
    aliases.retain(|alias| alias.name != name);
    let actor = Actor {
        id: String::new(),
        name,
        kind,
        gender,
        aliases,
        descriptions: Vec::new(),
        roles: Vec::new(),
        mentions,
        edited: false,
    };
    Draft { actor, names }
}

/// The name that the tables give a state or seat of power, in the language of most of its mentions.
fn table_name(known: Option<&Known>, language: Language, city: bool) -> Option<String> {
    let known = known?;
    let state = matches!(known.class, Class::State | Class::Capital | Class::People) && !city;
    state
        .then(|| known.key.strip_prefix("state:"))
        .flatten()
        .and_then(|key| states::name_of(key, language))
        .or_else(|| (known.class == Class::Institution).then_some(known.name.as_str()))
        .map(str::to_owned)
}

/// A body's name with a capital where it begins with a common noun: `parquet de Pontvert` is shown as
/// `Parquet de Pontvert`. A mark that is written small (`franceinfo`) stays so.
fn headed(name: String) -> String {
    let first = name.split([' ', '\'', '’', '-']).next().map(fold).unwrap_or_default();
    let noun = names::is_organisation_noun(&first)
        || names::is_strong_noun(&first)
        || names::is_seated_noun(&first)
        || names::is_sited_noun(&first);
    let mut letters = name.chars();
    match letters.next().filter(|_| noun && name.contains(' ')) {
        Some(letter) => letter.to_uppercase().chain(letters).collect(),
        None => name,
    }
}

/// The names beside the one shown, most frequent first; `surface_of` tells which of the `surfaces` each
/// of `names` is written as.
fn aliases(
    shown: &str,
    surfaces: &[(String, usize)],
    surface_of: &[usize],
    merged: &Merged,
    names: &[usize],
) -> Vec<Alias> {
    if surfaces.iter().all(|(surface, _)| surface == shown) {
        return Vec::new();
    }
    let key = fold(shown);
    let alike: Vec<bool> = surfaces.iter().map(|(surface, _)| fold(surface) == key).collect();
    let anchor = surface_of
        .iter()
        .position(|slot| surfaces[*slot].0 == shown)
        .or_else(|| surface_of.iter().position(|slot| alike[*slot]))
        .unwrap_or(0);
    let reasons = merged.reasons(names, names[anchor]);
    let mut counts: Vec<Count> = surfaces.iter().map(|(surface, _)| Count::new(surface.clone())).collect();
    for (slot, reason) in surface_of.iter().zip(reasons) {
        let shared = shown.strip_prefix(surfaces[*slot].0.as_str()).is_some_and(|rest| rest.starts_with(' '));
        let joined = match reason {
            _ if alike[*slot] => Join::Spelling.into(),
            Some(joined) => joined,
            // The very letters of the name, and yet not all of it: its last name stands elsewhere.
            None if shared => Join::SharedName.into(),
            None => Joined::from(Join::Spelling),
        };
        counts[*slot].add(joined);
    }
    listed(counts.into_iter().filter(|count| count.name != shown))
}

/// Counted names as aliases, most frequent first.
fn listed(counts: impl IntoIterator<Item = Count>) -> Vec<Alias> {
    let mut aliases: Vec<Alias> = counts.into_iter().map(Count::alias).collect();
    aliases.sort_by_key(|alias| std::cmp::Reverse(alias.count));
    aliases
}

fn is_city(bodies: &[Body], found: &Accepted) -> bool {
    found.candidate.known.is_some_and(|known| known.class == Class::Capital)
        && context::is_literal(&bodies[found.article], found.candidate.from, found.candidate.to)
}

/// The fullest name: a person's with most words and then most uses, another's longest; one in capitals,
/// one without any, or a first name cut to its initial only where there is no other.
pub(super) fn fullest(surfaces: &[(&str, usize)], kind: ActorKind) -> String {
    let shouted = |name: &str| name.contains(' ') && !name.chars().any(char::is_lowercase);
    let best = surfaces.iter().max_by_key(|(name, count)| {
        let words = name.split_whitespace().count();
        let capital = name.chars().next().is_some_and(char::is_uppercase);
        let initial = kind == ActorKind::Person && name.chars().nth(1) == Some('.');
        let length = if kind == ActorKind::Person { words.min(4) } else { name.len().min(120) };
        (!shouted(name), capital, !initial, length, *count)
    });
    best.map(|(name, _)| (*name).to_owned()).unwrap_or_default()
}

/// Adds roles, and the descriptions that the dossier settles, to the drafts.
fn describe(articles: &[Article], bodies: &[Body], accepted: &[Accepted], drafts: &mut [Draft]) {
    let mut placed: Vec<Vec<Placed>> = vec![Vec::new(); bodies.len()];
    for (actor, draft) in drafts.iter().enumerate() {
        for found in draft.names.iter().filter_map(|at| accepted.get(*at)) {
            let known = found.candidate.known.filter(|_| !is_city(bodies, found));
            placed[found.article].push(Placed {
                from: found.candidate.from,
                to: found.candidate.to,
                actor,
                person: draft.actor.kind == ActorKind::Person,
                state: known.map(|known| known.key.as_str()).filter(|key| key.starts_with("state:")),
            });
        }
    }
    for list in &mut placed {
        list.sort_by_key(|name| name.from);
    }
    let descriptions: Vec<Description> = bodies
        .par_iter()
        .zip(placed.par_iter())
        .enumerate()
        .flat_map_iter(|(article, (body, placed))| roles::describe(article, body, placed))
        .collect();
    let mut holders = Holders::new(&descriptions);
    for description in &descriptions {
        if let Some(draft) = description.actor.and_then(|actor| drafts.get_mut(actor)) {
            draft.actor.gender = draft.actor.gender.or(description.gender);
        }
    }
    let genders: Vec<Option<Gender>> = drafts.iter().map(|draft| draft.actor.gender).collect();
    let named: HashSet<(usize, usize)> = drafts
        .iter()
        .enumerate()
        .flat_map(|(at, draft)| draft.actor.mentions.iter().map(move |mention| (at, mention.article)))
        .collect();
    let gender = |actor: usize| genders.get(actor).copied().flatten();
    let mut counts: Vec<Vec<Count>> = vec![Vec::new(); drafts.len()];
    let mut slots: HashMap<(usize, String), usize> = HashMap::new();
    for description in &descriptions {
        let text = &articles[description.article].text;
        if let Some(draft) = description.actor.and_then(|actor| drafts.get_mut(actor)) {
            let said = even(description.role.of(text));
            draft.actor.roles.push(Role { text: said, article: description.article, span: description.role });
        } else if let Some((actor, joined)) =
            holders.resolve(description, gender, |actor| named.contains(&(actor, description.article)))
            && let Some(draft) = drafts.get_mut(actor)
        {
            draft.actor.mentions.push(Mention {
                article: description.article,
                span: description.alone,
                form: MentionForm::Description,
            });
            let words = even(description.alone.of(text));
            let slot = *slots.entry((actor, words)).or_insert_with_key(|(_, words)| {
                counts[actor].push(Count::new(words.clone()));
                counts[actor].len() - 1
            });
            counts[actor][slot].add(joined);
        }
    }
    for (draft, counts) in drafts.iter_mut().zip(counts) {
        draft.actor.descriptions = listed(counts);
    }
}

/// Sorts mentions, sorts actors by weight (mentions times outlets), and gives each actor its id.
pub(super) fn settle(actors: Vec<Actor>) -> Vec<Actor> {
    let mut weighed: Vec<(usize, Actor)> = actors
        .into_iter()
        .map(|mut actor| {
            actor.mentions.sort_by_key(|mention| (mention.article, mention.span));
            let outlets: HashSet<usize> = actor.mentions.iter().map(|mention| mention.article).collect();
            (actor.mentions.len() * outlets.len(), actor)
        })
        .collect();
    weighed.sort_by(|(a, first), (b, second)| b.cmp(a).then_with(|| first.name.cmp(&second.name)));
    let mut taken: HashMap<String, usize> = HashMap::new();
    let mut ids: HashSet<String> = HashSet::new();
    weighed
        .into_iter()
        .map(|(_, mut actor)| {
            let slug = slug(&actor.name);
            let count = taken.entry(slug.clone()).or_default();
            actor.id = slug.clone();
            while !ids.insert(actor.id.clone()) {
                *count += 1;
                actor.id = format!("{slug}-{}", *count + 1);
            }
            actor
        })
        .collect()
}

/// A name for machines: folded letters and digits, hyphens between the words.
fn slug(name: &str) -> String {
    let folded = fold(name);
    let words: Vec<&str> =
        folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    if words.is_empty() { "actor".to_owned() } else { words.join("-") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_common_noun_at_the_head_of_a_body_is_shown_with_a_capital() {
        for (written, shown) in [
            ("parquet de Pontvert", "Parquet de Pontvert"),
            ("école des Mouettes", "École des Mouettes"),
            ("franceinfo", "franceinfo"),
            ("leboncoin Services", "leboncoin Services"),
        ] {
            assert_eq!(headed(written.to_owned()), shown);
        }
    }
}
