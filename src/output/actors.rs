//! Who is in it, by kind, heaviest first.

use super::office::Office;
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
            page.item(line(dossier, actor, words), notes(dossier, at, words));
        }
    }
    page
}

/// An actor on one line: name, roles, mentions.
pub fn line(dossier: &Dossier, actor: &Actor, words: &Words) -> Line {
    let mut line = Line::new().strong(actor.name.as_str());
    let roles = roles(dossier, actor, words.locale().code());
    if !roles.is_empty() {
        line.push(Tone::Plain, format!(", {}", roles.join(", ")));
    }
    line.plain(" — ").plain(words.count("out-mentions", actor.mentions.len()))
}

/// Its roles in the outlets' words, without those that a longer one says already (`préfète` beside `préfète
/// de la Haute-Orsanne`), and each office once, in the interface's language where an outlet writes it.
fn roles<'a>(dossier: &Dossier, actor: &'a Actor, language: &str) -> Vec<&'a str> {
    let folded: Vec<String> = actor.roles.iter().map(|role| fold(&role.text)).collect();
    let said = |at: usize| {
        folded.iter().enumerate().any(|(other, longer)| {
            longer.contains(&folded[at]) && (longer.len() > folded[at].len() || other < at)
        })
    };
    let own = (0..actor.roles.len()).filter(|&at| !said(at)).take(ROLES_BY_OUTLET);
    let mut told: Vec<(&str, Option<Office>)> = Vec::new();
    for role in own.map(|at| &actor.roles[at]) {
        let office = Office::of(dossier, role);
        let same = told.iter_mut().find(|(_, other)| match (other, &office) {
            (Some(other), Some(office)) => other.is(office, dossier),
            _ => false,
        });
        let spoken = |office: &Option<Office>| {
            office.as_ref().and_then(|office| office.language).is_some_and(|of| of.code() == language)
        };
        match same {
            Some(kept) if spoken(&office) && !spoken(&kept.1) => *kept = (&role.text, office),
            Some(_) => {}
            None => told.push((&role.text, office)),
        }
    }
    told.into_iter().map(|(text, _)| text).take(ROLES).collect()
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

    fn morel(texts: &[(&str, &str)], language: &str) -> Vec<String> {
        let dossier = Dossier::of_texts("port", texts.iter().copied()).analyse(&|_| {});
        let actor = dossier.actors.iter().find(|actor| actor.name == "Jeanne Morel").unwrap();
        roles(&dossier, actor, language).into_iter().map(str::to_owned).collect()
    }

    #[test]
    fn a_role_that_another_one_says_is_left_out() {
        let texts = [
            ("a.txt", "Le port\n\nHier, la préfète Jeanne Morel a visité le port avec les pompiers."),
            ("b.txt", "Le port\n\nHier, Jeanne Morel, préfète du Nord, a visité le port."),
            ("c.txt", "Le port\n\nHier, Jeanne Morel, Préfète du Nord, a visité le port."),
        ];
        assert_eq!(morel(&texts, "fr"), ["préfète du Nord"]);
    }

    #[test]
    fn an_office_told_in_two_languages_is_shown_in_that_of_the_interface() {
        let texts = [
            (
                "a.txt",
                "Le port\n\nHier, la maire d'Orvelle, Jeanne Morel, a visité le port avec les pompiers.",
            ),
            (
                "b.txt",
                "The port\n\nThe mayor of Orvelle, Jeanne Morel, has visited the port with the firefighters of the town.",
            ),
        ];
        assert_eq!(morel(&texts, "fr"), ["maire d'Orvelle"]);
        assert_eq!(morel(&texts, "en"), ["mayor of Orvelle"]);
    }

    #[test]
    fn an_office_in_a_body_told_by_name_and_by_acronym_is_shown_once() {
        let texts = [
            (
                "a.txt",
                "Le port\n\nLa Compagnie orvelloise des remorqueurs (COR) est à quai. Jeanne Morel, directrice générale de la COR, a visité le port.",
            ),
            (
                "b.txt",
                "Le port\n\nJeanne Morel, directrice générale de la Compagnie orvelloise des remorqueurs, a visité le port.",
            ),
            ("c.txt", "Le port\n\nJeanne Morel, ancienne ministre, a visité le port."),
        ];
        assert_eq!(morel(&texts, "fr"), ["directrice générale de la COR", "ancienne ministre"]);
    }
}
