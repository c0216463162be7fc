//! Which names are one body's though no outlet says so in so many words: letters and the name they stand
//! for, a long name and its short form.
//!
//! `La Dreal` in one outlet is the `Direction régionale de l'environnement, de l'aménagement et du
//! logement` of another, and `le Dynamo` is the `Dynamo Pontvert`, as long as the dossier has one such
//! name and no second.

use std::collections::{BTreeMap, BTreeSet};

use super::super::ActorKind;
use super::super::alias::{Join, Joined};
use super::super::kinds::Accepted;
use super::super::words::{Body, Shape};
use super::Identities;

/// How sure letters are that no outlet gives in brackets behind the name.
const BY_INITIALS: f32 = 0.85;

/// As many letters as an acronym must have to be told from chance.
const FEWEST_LETTERS: usize = 3;

/// Joins letters with the one name that has these initials, and short forms with the one long form.
pub(super) fn join(bodies: &[Body], accepted: &[Accepted], own: &[usize], identities: &mut Identities) {
    let mut names: BTreeMap<&str, Name> = BTreeMap::new();
    for (found, own) in accepted.iter().zip(own).filter(|(found, _)| found.kind == ActorKind::Organisation) {
        let letters = found.candidate.to - found.candidate.from == 1
            && bodies[found.article].words[found.candidate.from].shape == Shape::Upper;
        let name = names.entry(found.candidate.key.as_str()).or_insert(Name {
            own: *own,
            known: found.candidate.known.is_some(),
            letters: false,
        });
        name.letters |= letters;
    }
    join_initials(&names, identities);
    join_short_forms(&names, identities);
}

/// One name of a body.
#[derive(Debug)]
struct Name {
    own: usize,
    known: bool,
    /// Whether an outlet writes it in capitals throughout.
    letters: bool,
}

fn join_initials(names: &BTreeMap<&str, Name>, identities: &mut Identities) {
    let mut by_initials: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for (key, name) in names {
        let initials = initials(key);
        if initials.chars().count() >= FEWEST_LETTERS {
            by_initials.entry(initials).or_default().insert(name.own);
        }
    }
    for (key, name) in names.iter().filter(|(key, name)| !name.known && !key.contains(' ')) {
        let Some(owners) = by_initials.get(*key) else { continue };
        let roots: BTreeSet<usize> = owners.iter().map(|own| identities.root(*own)).collect();
        if let (1, Some(own)) = (roots.len(), owners.first()) {
            identities.join(*own, name.own, Joined::at(Join::Acronym, BY_INITIALS));
        }
    }
}

/// The first letters of a name's words, small words left out.
fn initials(key: &str) -> String {
    key.split(' ')
        .filter(|word| {
            !matches!(
                *word,
                "de" | "d"
                    | "l"
                    | "la"
                    | "le"
                    | "les"
                    | "et"
                    | "pour"
                    | "a"
                    | "aux"
                    | "en"
                    | "of"
                    | "the"
                    | "and"
                    | "for"
            )
        })
        .filter_map(|word| word.chars().next())
        .collect()
}

fn join_short_forms(names: &BTreeMap<&str, Name>, identities: &mut Identities) {
    for (key, name) in names.iter().filter(|(key, name)| !name.known && !name.letters && key.len() > 3) {
        let start = format!("{key} ");
        let longer = names.range(start.as_str()..).take_while(|(long, _)| long.starts_with(&start));
        let group = names.get_key_value(format!("groupe {key}").as_str());
        let owners: Vec<usize> = longer.chain(group).map(|(_, long)| long.own).collect();
        let roots: BTreeSet<usize> = owners.iter().map(|own| identities.root(*own)).collect();
        if let (1, Some(own)) = (roots.len(), owners.first()) {
            identities.join(*own, name.own, Join::ShortForm.into());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_leave_small_words_out() {
        assert_eq!(initials("service de secours et de incendie"), "ssi");
        assert_eq!(initials("direction regionale de environnement de amenagement et de logement"), "dreal");
    }
}
