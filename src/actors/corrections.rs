//! The editor's word against the program's: merges, splits, names, kinds and hiding, laid over the
//! actors that were found.
//!
//! Corrections are applied in order to what was found, never to what an earlier opening made of it, so
//! that taking one back means leaving it out. Each names its actor as [`handle`] gives it; one whose
//! actor is not there any more changes nothing and is told, and may hold again tomorrow.

use std::borrow::Cow;
use std::collections::HashMap;

use super::alias::{Alias, Join};
use super::gather::{even, fullest, settle};
use super::{Actor, ActorKind, Mention, MentionForm, names};
use crate::article::Article;
use crate::source::sidecar::Correction;
use crate::text::fold;

/// The actors with the corrections applied.
#[derive(Debug, Clone, Default)]
pub struct Corrected {
    /// Those to show, heaviest first.
    pub actors: Vec<Actor>,
    /// Those that the editor hid.
    pub hidden: Vec<Actor>,
    /// Corrections that could not be applied, by their place in the list, and what they lack.
    pub stale: Vec<(usize, Stale)>,
}

/// Why a correction changes nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stale {
    /// There is no such actor.
    Actor {
        /// As the correction names it.
        actor: String,
        /// The nearest one that is there.
        nearest: Option<String>,
    },
    /// The actor has no such name, or no other.
    Name {
        /// As the correction gives it.
        alias: String,
        /// The actor.
        actor: String,
    },
}

/// Applies corrections to the actors that were found in `articles`.
pub fn apply<'c>(
    found: &[Actor],
    articles: &[Article],
    corrections: impl IntoIterator<Item = &'c Correction>,
) -> Corrected {
    let mut desk = Desk { actors: found.to_vec(), hidden: Vec::new(), articles };
    let mut stale = Vec::new();
    let mut any = false;
    for (at, correction) in corrections.into_iter().enumerate() {
        any = true;
        if let Err(lacks) = desk.apply(correction) {
            stale.push((at, lacks));
        }
    }
    let Desk { actors, hidden, .. } = desk;
    if !any {
        return Corrected { actors, hidden, stale };
    }
    Corrected { actors: settle(actors), hidden: settle(hidden), stale }
}

/// How a correction names the actor at `index`: by its name, or by its id where another one has that
/// name too.
pub fn handle(actors: &[Actor], index: usize) -> Option<&str> {
    let actor = actors.get(index)?;
    let by_name = find(actors, &actor.name) == Some(index);
    Some(if by_name { &actor.name } else { &actor.id })
}

/// The actor that a correction names: by its name, else by its id, else by its name in other letters,
/// else by an alias that it alone has.
pub fn find(actors: &[Actor], name: &str) -> Option<usize> {
    if let Some(at) = actors.iter().position(|actor| actor.name == name) {
        return Some(at);
    }
    if let Some(at) = actors.iter().position(|actor| actor.id == name) {
        return Some(at);
    }
    let folded = fold(name);
    if let Some(at) = actors.iter().position(|actor| fold(&actor.name) == folded) {
        return Some(at);
    }
    let mut bearers =
        actors.iter().enumerate().filter(|(_, actor)| actor.names().any(|alias| fold(alias) == folded));
    let (at, _) = bearers.next()?;
    bearers.next().is_none().then_some(at)
}

struct Desk<'a> {
    actors: Vec<Actor>,
    hidden: Vec<Actor>,
    articles: &'a [Article],
}

impl Desk<'_> {
    fn find(&self, name: &str) -> Result<usize, Stale> {
        find(&self.actors, name).ok_or_else(|| Stale::Actor {
            actor: name.to_owned(),
            nearest: self
                .actors
                .iter()
                .map(|actor| (strsim::jaro_winkler(&actor.name, name), &actor.name))
                .filter(|(likeness, _)| *likeness > 0.85)
                .max_by(|(a, _), (b, _)| a.total_cmp(b))
                .map(|(_, near)| near.clone()),
        })
    }

    fn apply(&mut self, correction: &Correction) -> Result<(), Stale> {
        match correction {
            Correction::Merge { actor, into } => {
                let (from, to) = (self.find(actor)?, self.find(into)?);
                // Where the program has come to the same view there is nothing left to do.
                if from != to {
                    let taken = self.actors.remove(from);
                    let to = if from < to { to - 1 } else { to };
                    merge(&mut self.actors[to], taken, self.articles);
                }
            }
            Correction::Split { alias, from } => {
                let at = self.find(from)?;
                let new = split(&mut self.actors[at], alias, self.articles)
                    .ok_or_else(|| Stale::Name { alias: alias.clone(), actor: from.clone() })?;
                self.actors.insert(at + 1, new);
            }
            Correction::Rename { actor, to } => {
                let at = self.find(actor)?;
                rename(&mut self.actors[at], to, self.articles);
            }
            Correction::Kind { actor, kind } => {
                let at = self.find(actor)?;
                let actor = &mut self.actors[at];
                actor.kind = ActorKind::named(kind).unwrap_or(actor.kind);
                actor.edited = true;
            }
            Correction::Hide { actor } => {
                let at = self.find(actor)?;
                let hidden = self.actors.remove(at);
                self.hidden.push(Actor { edited: true, ..hidden });
            }
        }
        Ok(())
    }
}

/// How a mention is written, white space evened out.
fn written<'a>(articles: &'a [Article], mention: &Mention) -> Cow<'a, str> {
    let words = articles.get(mention.article).map_or("", |article| mention.span.of(&article.text));
    let even_already = !words.contains("  ") && !words.contains(|c: char| c.is_whitespace() && c != ' ');
    if even_already { Cow::Borrowed(words) } else { Cow::Owned(even(words)) }
}

/// How often a name stands for an actor.
fn count_of(actor: &Actor, name: &str, articles: &[Article]) -> usize {
    actor
        .mentions
        .iter()
        .filter(|mention| mention.form == MentionForm::Name && written(articles, mention) == name)
        .count()
}

/// Adds a name to a list of them; one that is there already counts more.
fn add(list: &mut Vec<Alias>, alias: Alias) {
    let Some(known) = list.iter_mut().find(|known| known.name == alias.name) else {
        list.push(alias);
        return;
    };
    let (a, b) = (known.count as f32, alias.count as f32);
    if a + b > 0.0 {
        known.confidence = (known.confidence * a + alias.confidence * b) / (a + b);
    }
    known.by = known.by.min(alias.by);
    known.count += alias.count;
}

fn merge(actor: &mut Actor, taken: Actor, articles: &[Article]) {
    let count = count_of(&taken, &taken.name, articles);
    if fold(&taken.name) != fold(&actor.name) || count > 0 && taken.name != actor.name {
        add(&mut actor.aliases, Alias { count, ..Alias::by(&taken.name, Join::Editor) });
    }
    for alias in taken.aliases.into_iter().filter(|alias| alias.name != actor.name) {
        add(&mut actor.aliases, alias);
    }
    for description in taken.descriptions {
        add(&mut actor.descriptions, description);
    }
    actor.mentions.extend(taken.mentions);
    actor.mentions.sort_by_key(|mention| (mention.article, mention.span));
    actor.roles.extend(taken.roles);
    actor.roles.sort_by_key(|role| (role.article, role.span));
    actor.gender = actor.gender.or(taken.gender);
    actor.edited = true;
    order(actor);
}

/// Takes a name, with everything written so, out of an actor. None where it has no such name or where
/// nothing would be left of it.
fn split(actor: &mut Actor, alias: &str, articles: &[Article]) -> Option<Actor> {
    let folded = fold(alias);
    let goes: Vec<bool> =
        actor.mentions.iter().map(|mention| fold(&written(articles, mention)) == folded).collect();
    if !goes.contains(&true) || !goes.contains(&false) {
        return None;
    }
    // A role goes with the name that stands nearest to it.
    let role_goes: Vec<bool> = actor
        .roles
        .iter()
        .map(|role| {
            let beside = |mention: &Mention| {
                let (start, end) = (mention.span.start, mention.span.end);
                start.saturating_sub(role.span.end).max(role.span.start.saturating_sub(end))
            };
            let named = actor.mentions.iter().zip(&goes);
            let near = named
                .filter(|(mention, _)| mention.article == role.article && mention.form == MentionForm::Name)
                .min_by_key(|(mention, _)| beside(mention));
            near.is_some_and(|(_, goes)| *goes)
        })
        .collect();
    let (mentions, kept) = part(std::mem::take(&mut actor.mentions), &goes);
    let (roles, kept_roles) = part(std::mem::take(&mut actor.roles), &role_goes);
    (actor.mentions, actor.roles) = (kept, kept_roles);
    actor.aliases.retain(|known| fold(&known.name) != folded);
    actor.descriptions.retain(|known| fold(&known.name) != folded);
    actor.edited = true;
    if fold(&actor.name) == folded {
        let names: Vec<(&str, usize)> =
            actor.aliases.iter().map(|alias| (alias.name.as_str(), alias.count)).collect();
        let name = fullest(&names, actor.kind);
        actor.name = if name.is_empty() { first_written(&actor.mentions, articles) } else { name };
        let shown = actor.name.clone();
        actor.aliases.retain(|known| known.name != shown);
    }
    let first_word = folded.split([' ', '-']).next().unwrap_or_default();
    let mut new = Actor {
        id: String::new(),
        name: first_written(&mentions, articles),
        kind: actor.kind,
        gender: names::gender_of(first_word),
        aliases: Vec::new(),
        descriptions: Vec::new(),
        roles,
        mentions,
        edited: true,
    };
    let mut spellings: HashMap<String, usize> = HashMap::new();
    for mention in &new.mentions {
        *spellings.entry(written(articles, mention).into_owned()).or_default() += 1;
    }
    if spellings.contains_key(alias) {
        new.name = alias.to_owned();
    }
    let others = spellings.into_iter().filter(|(name, _)| *name != new.name);
    new.aliases = others.map(|(name, count)| Alias { count, ..Alias::by(&name, Join::Spelling) }).collect();
    order(&mut new);
    Some(new)
}

/// The items for which `goes` is set, and the others.
fn part<T>(items: Vec<T>, goes: &[bool]) -> (Vec<T>, Vec<T>) {
    let mut gone = Vec::new();
    let mut kept = Vec::new();
    for (item, goes) in items.into_iter().zip(goes) {
        if *goes { gone.push(item) } else { kept.push(item) }
    }
    (gone, kept)
}

fn first_written(mentions: &[Mention], articles: &[Article]) -> String {
    mentions.first().map(|mention| written(articles, mention).into_owned()).unwrap_or_default()
}

fn rename(actor: &mut Actor, to: &str, articles: &[Article]) {
    let count = count_of(actor, &actor.name, articles);
    let before = std::mem::replace(&mut actor.name, to.to_owned());
    actor.aliases.retain(|alias| alias.name != to);
    if count > 0 && before != to {
        add(&mut actor.aliases, Alias { count, ..Alias::by(&before, Join::Editor) });
    }
    actor.edited = true;
    order(actor);
}

fn order(actor: &mut Actor) {
    let by_count = |a: &Alias, b: &Alias| b.count.cmp(&a.count).then_with(|| a.name.cmp(&b.name));
    actor.aliases.sort_by(by_count);
    actor.descriptions.sort_by(by_count);
}
