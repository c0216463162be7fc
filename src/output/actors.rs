//! Who is in it, by kind, heaviest first.

use super::page::{Line, Page};
use super::words::Words;
use crate::actors::{Actor, ActorKind};
use crate::dossier::Dossier;

/// Every kind, in the order of the page.
pub const KINDS: [ActorKind; 5] =
    [ActorKind::Person, ActorKind::Organisation, ActorKind::Place, ActorKind::Event, ActorKind::Other];

/// The indices of the actors of one kind, or of all, in the dossier's order.
pub fn choose(dossier: &Dossier, kind: Option<ActorKind>) -> Vec<usize> {
    let actors = dossier.actors.iter().enumerate();
    actors.filter(|(_, actor)| kind.is_none_or(|kind| kind == actor.kind)).map(|(at, _)| at).collect()
}

/// The actors at `chosen`, under a title per kind.
pub fn page(dossier: &Dossier, chosen: &[usize], words: &Words) -> Page {
    let mut page = Page::default();
    page.heading(1, words.count("out-actors", chosen.len()));
    for kind in KINDS {
        let mut first = true;
        for actor in chosen.iter().map(|&at| &dossier.actors[at]).filter(|actor| actor.kind == kind) {
            if std::mem::take(&mut first) {
                page.heading(2, words.actor_kind(kind));
            }
            let also = if actor.aliases.is_empty() {
                String::new()
            } else {
                words.with("out-also", &[("names", &actor.aliases.join(", "))])
            };
            page.item(
                line(actor, words),
                [Line::new().faint(also), Line::new().faint(places(dossier, actor))],
            );
        }
    }
    page
}

/// An actor on one line: name, roles, mentions.
pub fn line(actor: &Actor, words: &Words) -> Line {
    let mut line = Line::new().strong(actor.name.as_str());
    let mut roles: Vec<&str> = Vec::new();
    for role in &actor.roles {
        if !roles.contains(&role.text.as_str()) {
            roles.push(&role.text);
        }
    }
    if !roles.is_empty() {
        line.push(super::page::Tone::Plain, format!(", {}", roles.join(", ")));
    }
    line.plain(" — ").plain(words.count("out-mentions", actor.mentions.len()))
}

/// How often each outlet names it: `Agence Nord 4, Le Quotidien 2`.
fn places(dossier: &Dossier, actor: &Actor) -> String {
    let mut counts: Vec<(usize, usize)> = Vec::new();
    for mention in &actor.mentions {
        match counts.iter_mut().find(|(article, _)| *article == mention.article) {
            Some((_, count)) => *count += 1,
            None => counts.push((mention.article, 1)),
        }
    }
    let counts: Vec<String> = counts
        .into_iter()
        .map(|(article, count)| format!("{}\u{a0}{count}", dossier.articles[article].label()))
        .collect();
    counts.join(", ")
}
