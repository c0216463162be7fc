//! Who is in it, by kind, heaviest first.

use super::page::{Line, Page, Tone};
use super::words::Words;
use crate::actors::{Actor, ActorKind};
use crate::dossier::Dossier;
use crate::text::fold;

/// How many roles are shown.
const ROLES: usize = 3;

/// The indices of the actors of one kind, or of all, in the dossier's order.
pub fn choose(dossier: &Dossier, kind: Option<ActorKind>) -> Vec<usize> {
    let actors = dossier.actors.iter().enumerate();
    actors.filter(|(_, actor)| kind.is_none_or(|kind| kind == actor.kind)).map(|(at, _)| at).collect()
}

/// The actors at `chosen`, under a title per kind.
pub fn page(dossier: &Dossier, chosen: &[usize], words: &Words) -> Page {
    let mut page = Page::default();
    page.heading(1, words.count("out-actors", chosen.len()));
    for kind in ActorKind::ALL {
        let mut first = true;
        for actor in chosen.iter().map(|&at| &dossier.actors[at]).filter(|actor| actor.kind == kind) {
            if std::mem::take(&mut first) {
                page.heading(2, words.actor_kind(kind));
            }
            let also = if actor.aliases.is_empty() {
                String::new()
            } else {
                words.with("out-also", &[("names", &actor.names().skip(1).collect::<Vec<_>>().join(", "))])
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
    let roles = roles(actor);
    if !roles.is_empty() {
        line.push(Tone::Plain, format!(", {}", roles.join(", ")));
    }
    line.plain(" — ").plain(words.count("out-mentions", actor.mentions.len()))
}

/// Its roles in the outlets' words, without those that a longer one says already: `préfète` beside
/// `préfète de la Haute-Orsanne`.
fn roles(actor: &Actor) -> Vec<&str> {
    let folded: Vec<String> = actor.roles.iter().map(|role| fold(&role.text)).collect();
    let said = |at: usize| {
        folded.iter().enumerate().any(|(other, longer)| {
            longer.contains(&folded[at]) && (longer.len() > folded[at].len() || other < at)
        })
    };
    let own = (0..actor.roles.len()).filter(|&at| !said(at));
    own.map(|at| actor.roles[at].text.as_str()).take(ROLES).collect()
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::actors::Role;
    use crate::article::Span;

    #[test]
    fn a_role_that_another_one_says_is_left_out() {
        let role = |text: &str| Role { text: text.to_owned(), article: 0, span: Span::default() };
        let actor = Actor {
            id: "jeanne-morel".to_owned(),
            name: "Jeanne Morel".to_owned(),
            kind: ActorKind::Person,
            gender: None,
            aliases: Vec::new(),
            descriptions: Vec::new(),
            roles: vec![role("préfète"), role("préfète du Nord"), role("Préfète du Nord"), role("énarque")],
            mentions: Vec::new(),
            edited: false,
        };
        assert_eq!(roles(&actor), ["préfète du Nord", "énarque"]);
    }
}
