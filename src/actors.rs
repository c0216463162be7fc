//! Who is in it: mentions of persons, organisations and places, joined into actors across outlets.
//!
//! The stage goes through the dossier four times, each time in linear time:
//!
//! 1. `mentions` finds candidates in each article: known names ([`states`] and the other tables of
//!    `assets/lang`), names that are phrases (`organisations`), the dossier's `outlets`, runs of capitalised words.
//! 2. `kinds` settles over the whole dossier which of them are names and what they name: one phrase,
//!    one kind, by all that stands around its occurrences in all outlets.
//! 3. `merge` joins the names of one actor across outlets, languages and spellings; `context` tells a
//!    capital that stands for its state from a city.
//! 4. `roles` harvests what the outlets say an actor is, and leads descriptions that stand alone back
//!    to it.
//!
//! A tagger that has learnt from data can take the place of the second step's votes; the other steps
//! stay. Pronouns are left to [`crate::claims`].

use std::collections::{HashMap, HashSet};

use rayon::prelude::*;

use crate::article::{Article, Span};
use crate::lang::Language;
use crate::text::{Text, fold};

mod context;
mod kinds;
mod mentions;
mod merge;
pub mod names;
mod organisations;
mod outlets;
mod phrases;
mod roles;
pub mod states;
#[cfg(test)]
mod tests;
pub mod titles;
mod votes;
mod words;

use kinds::Accepted;
use outlets::Outlets;
use phrases::Class;
use roles::{Description, Holders, Placed};
use words::Body;

/// What an actor is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ActorKind {
    /// Somebody.
    Person,
    /// A body, a company, a party, an army, a coalition.
    Organisation,
    /// A state, a region, a city; a capital that stands for its state is a mention of the state.
    Place,
    /// Something that happens and has a name.
    Event,
    /// Anything else with a name.
    Other,
}

impl ActorKind {
    /// The name in the JSON contract.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organisation => "organisation",
            Self::Place => "place",
            Self::Event => "event",
            Self::Other => "other",
        }
    }
}

/// How a mention names its actor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum MentionForm {
    /// By name, without its article or title.
    Name,
    /// By a description such as `le président ukrainien`.
    Description,
    /// By a pronoun.
    Pronoun,
}

impl MentionForm {
    /// The name in the JSON contract.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Description => "description",
            Self::Pronoun => "pronoun",
        }
    }
}

/// Grammatical gender, as pronouns and titles show it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Gender {
    /// `il`, `he`, `M.`
    Masculine,
    /// `elle`, `she`, `Mme`
    Feminine,
}

/// A place in an article that names an actor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mention {
    /// Index of the article in the dossier.
    pub article: usize,
    /// Where it stands, in bytes.
    pub span: Span,
    /// How it names the actor.
    pub form: MentionForm,
}

/// What an actor is said to be, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Role {
    /// In the outlet's words, such as `président ukrainien`.
    pub text: String,
    /// Index of the article that says so.
    pub article: usize,
    /// Where it says so, in bytes.
    pub span: Span,
}

/// Somebody or something that acts, across all the outlets of a dossier.
#[derive(Debug, Clone)]
pub struct Actor {
    /// A readable name for machines, unique in the dossier: `jeanne-morel`.
    pub id: String,
    /// The name to show: the fullest one the outlets use.
    pub name: String,
    /// What it is.
    pub kind: ActorKind,
    /// Gender, where a title, a first name or a pronoun shows it.
    pub gender: Option<Gender>,
    /// The other names the outlets use, most frequent first.
    pub aliases: Vec<String>,
    /// What the outlets say it is.
    pub roles: Vec<Role>,
    /// Every place that names it, by article, then by position.
    pub mentions: Vec<Mention>,
}

/// Finds the actors of a dossier, heaviest first (mentions times outlets).
///
/// `articles` and `texts` run in parallel. Mentions of two actors do not overlap, and noise blocks
/// hold none.
pub fn find(articles: &[Article], texts: &[Text]) -> Vec<Actor> {
    let bodies: Vec<Body> =
        articles.par_iter().zip(texts.par_iter()).map(|(article, text)| Body::read(article, text)).collect();
    let outlets = Outlets::of(articles);
    let candidates = bodies.par_iter().map(|body| mentions::spot(body, &outlets)).collect();
    let accepted = kinds::settle(&bodies, candidates);
    let groups = merge::merge(&bodies, &accepted);
    let mut actors = gather(articles, &bodies, &accepted, &groups);
    describe(articles, &bodies, &accepted, &mut actors);
    finish(actors)
}

/// An actor in the making, with the numbers of its names in `accepted`.
struct Draft {
    actor: Actor,
    names: Vec<usize>,
}

/// One draft for every group of names, in order of first mention.
fn gather(articles: &[Article], bodies: &[Body], accepted: &[Accepted], groups: &[usize]) -> Vec<Draft> {
    let mut at_group: HashMap<usize, usize> = HashMap::new();
    let mut members: Vec<Vec<usize>> = Vec::new();
    for (at, group) in groups.iter().enumerate() {
        let index = *at_group.entry(*group).or_insert_with(|| {
            members.push(Vec::new());
            members.len() - 1
        });
        members[index].push(at);
    }
    members.into_iter().map(|names| draft(articles, bodies, accepted, names)).collect()
}

fn draft(articles: &[Article], bodies: &[Body], accepted: &[Accepted], names: Vec<usize>) -> Draft {
    let mut surfaces: Vec<(&str, usize)> = Vec::new();
    let mut index: HashMap<&str, usize> = HashMap::new();
    let mut whole = None;
    let mut kinds: HashMap<ActorKind, usize> = HashMap::new();
    let mut mentions = Vec::new();
    let mut gender = None;
    let mut languages = [0_usize; 2];
    let mut known = None;
    for found in names.iter().filter_map(|at| accepted.get(*at)) {
        let body = &bodies[found.article];
        let surface = found.candidate.span.of(&articles[found.article].text);
        let slot = *index.entry(surface).or_insert_with(|| {
            surfaces.push((surface, 0));
            surfaces.len() - 1
        });
        surfaces[slot].1 += 1;
        whole = whole.or_else(|| {
            let last_name = found.candidate.last_name?.of(&articles[found.article].text);
            Some(format!("{surface} {last_name}"))
        });
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
    surfaces.extend(whole.as_deref().map(|whole| (whole, 0)));
    surfaces.sort_by_key(|surface| std::cmp::Reverse(surface.1));
    let language = if languages[1] > languages[0] { Language::English } else { Language::French };
    let state = known.filter(|known| matches!(known.class, Class::State | Class::Capital | Class::People));
    let shown = state
        .filter(|_| accepted.get(names[0]).is_some_and(|found| !is_city(bodies, found)))
        .and_then(|known| known.key.strip_prefix("state:"))
        .and_then(|key| states::name_of(key, language))
        .or_else(|| known.filter(|known| known.class == Class::Institution).map(|known| known.name.as_str()))
        .map(str::to_owned)
        .unwrap_or_else(|| fullest(&surfaces, kind));
    let aliases = surfaces
        .iter()
        .map(|(surface, _)| (*surface).to_owned())
        .filter(|surface| *surface != shown && whole.as_ref() != Some(surface))
        .collect();
    let actor = Actor { id: String::new(), name: shown, kind, gender, aliases, roles: Vec::new(), mentions };
    Draft { actor, names }
}

fn is_city(bodies: &[Body], found: &Accepted) -> bool {
    found.candidate.known.is_some_and(|known| known.class == Class::Capital)
        && context::is_literal(&bodies[found.article], found.candidate.from, found.candidate.to)
}

/// The fullest name: a person's with most words and then most uses, another's longest; one in capitals,
/// one without any, or a first name cut to its initial only where there is no other.
fn fullest(surfaces: &[(&str, usize)], kind: ActorKind) -> String {
    let shouted = |name: &str| name.contains(' ') && !name.chars().any(char::is_lowercase);
    let best = surfaces.iter().max_by_key(|(name, count)| {
        let words = name.split_whitespace().count();
        let capital = name.chars().next().is_some_and(char::is_uppercase);
        let initial = kind == ActorKind::Person && name.chars().nth(1) == Some('.');
        let length = if kind == ActorKind::Person { words.min(4) } else { name.len().min(120) };
        (!shouted(name), capital, !initial, length, *count)
    });
    best.map(|(name, _)| name.split_whitespace().collect::<Vec<_>>().join(" ")).unwrap_or_default()
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
    let holders = Holders::new(&descriptions);
    for description in &descriptions {
        let text = &articles[description.article].text;
        if let Some(draft) = description.actor.and_then(|actor| drafts.get_mut(actor)) {
            draft.actor.gender = draft.actor.gender.or(description.gender);
            let said = description.role.of(text).split_whitespace().collect::<Vec<_>>().join(" ");
            draft.actor.roles.push(Role { text: said, article: description.article, span: description.role });
        } else if let Some(draft) = holders.resolve(description).and_then(|actor| drafts.get_mut(actor)) {
            draft.actor.mentions.push(Mention {
                article: description.article,
                span: description.alone,
                form: MentionForm::Description,
            });
        }
    }
}

/// Sorts mentions and actors, and gives each actor its id.
fn finish(drafts: Vec<Draft>) -> Vec<Actor> {
    let mut actors: Vec<(usize, Actor)> = drafts
        .into_iter()
        .map(|draft| {
            let mut actor = draft.actor;
            actor.mentions.sort_by_key(|mention| (mention.article, mention.span));
            let outlets: HashSet<usize> = actor.mentions.iter().map(|mention| mention.article).collect();
            (actor.mentions.len() * outlets.len(), actor)
        })
        .collect();
    actors.sort_by(|(a, first), (b, second)| b.cmp(a).then_with(|| first.name.cmp(&second.name)));
    let mut taken: HashMap<String, usize> = HashMap::new();
    let mut ids: HashSet<String> = HashSet::new();
    actors
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
