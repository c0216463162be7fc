//! Who is in it, by kind, heaviest first.

use super::page::{Line, Page, Tone};
use super::words::Words;
use crate::actors::{Actor, ActorKind, Alias};
use crate::dossier::{Dossier, Portrait};
use crate::text::fold;

/// How many roles are shown beside the name.
const ROLES: usize = 3;

/// How many roles are shown with the outlets that give them.
const ROLES_BY_OUTLET: usize = 12;

/// The outlets that do not name an actor are listed up to so many; in a large dossier most do not.
const SILENT: usize = 12;

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
        for &at in chosen.iter().filter(|&&at| dossier.actors[at].kind == kind) {
            let actor = &dossier.actors[at];
            if std::mem::take(&mut first) {
                page.heading(2, words.actor_kind(kind));
            }
            page.item(line(actor, words), notes(dossier, at, words));
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

/// What stands under an actor: its other names and how they were joined, what the outlets say it is, how
/// often each names it, how much it says and how much is said of it.
fn notes(dossier: &Dossier, at: usize, words: &Words) -> Vec<Line> {
    let actor = &dossier.actors[at];
    let portrait = Portrait::of(dossier, actor);
    let mut notes = Vec::new();
    for (key, aliases) in [("out-also", &actor.aliases), ("out-described", &actor.descriptions)] {
        if !aliases.is_empty() {
            let names: Vec<String> = aliases.iter().map(|alias| name(alias, words)).collect();
            notes.push(words.with(key, &[("names", &names.join(words.separator()))]));
        }
    }
    if !portrait.roles.is_empty() {
        let role = |(text, outlets): &(&str, Vec<&str>)| format!("{text} ({})", outlets.join(", "));
        let roles: Vec<String> = portrait.roles.iter().take(ROLES_BY_OUTLET).map(role).collect();
        notes.push(words.with("out-roles", &[("roles", &roles.join(words.separator()))]));
    }
    let named = portrait.outlets.iter().map(|naming| format!("{}\u{a0}{}", naming.outlet, naming.mentions));
    let mut places = named.collect::<Vec<_>>().join(", ");
    if !portrait.silent.is_empty() && portrait.silent.len() <= SILENT {
        let silent = words.with("out-silent", &[("outlets", &portrait.silent.join(", "))]);
        places = format!("{places}{}{silent}", words.separator());
    }
    notes.push(places);
    let count = |lists: &[Vec<usize>]| lists.get(at).map_or(0, Vec::len);
    let (by, about) = (count(&dossier.index.by), count(&dossier.index.about));
    if by + about > 0 {
        let (by, about) = (words.count("out-claims-by", by), words.count("out-claims-about", about));
        notes.push(format!("{by}, {about}"));
    }
    if actor.edited {
        notes.push(words.get("out-edited"));
    }
    notes.into_iter().map(|note| Line::new().faint(note)).collect()
}

/// A name with how often and how it was joined: `Morel × 3 (nom de famille)`, a question mark before
/// what is unsure.
fn name(alias: &Alias, words: &Words) -> String {
    let how = words.get(&format!("join-{}", alias.by.name()));
    let sign = if alias.is_unsure() { "?\u{a0}" } else { "" };
    format!("{sign}{}\u{a0}×\u{a0}{} ({how})", alias.name, alias.count)
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
