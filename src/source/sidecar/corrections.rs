//! What an editor corrected about the actors, as the sidecar keeps it.
//!
//! ```toml
//! [[correction]]
//! merge = "Haddad"                # is one and the same as
//! into = "Karim Haddad"
//!
//! [[correction]]
//! split = "Morel"                 # this name is not that of
//! from = "Jeanne Morel"
//!
//! [[correction]]
//! rename = "Mme la préfète"       # is to be shown as
//! to = "Jeanne Morel"
//!
//! [[correction]]
//! kind = "place"                  # is a place: person, organisation, place, event or other
//! of = "Brévenne"
//!
//! [[correction]]
//! hide = "Image"                  # is nobody
//! ```
//!
//! They count in the order they stand in, each for what the ones before it left. Actors are named as the
//! reader shows them (or by their id in the JSON, where two have one name), so that a correction still
//! holds when articles come and go.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Problem, Reader, sorted};

/// The kinds of actors, as the JSON names them.
pub const KINDS: [&str; 5] = ["person", "organisation", "place", "event", "other"];

/// Keys of a correction, the telling one of each pair first.
const KEYS: [(&str, &str); 5] =
    [("merge", "into"), ("split", "from"), ("rename", "to"), ("kind", "of"), ("hide", "")];

/// One correction.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Correction {
    /// Two actors are one.
    Merge {
        /// The one that is taken into the other.
        actor: String,
        /// The other, whose name and kind stay.
        into: String,
    },
    /// A name of an actor is somebody else's.
    Split {
        /// The name.
        alias: String,
        /// The actor that has it.
        from: String,
    },
    /// An actor is to be shown by another name.
    Rename {
        /// The actor.
        actor: String,
        /// The other name.
        to: String,
    },
    /// An actor is something else.
    Kind {
        /// The actor.
        actor: String,
        /// One of [`KINDS`].
        kind: &'static str,
    },
    /// An actor is none.
    Hide {
        /// The actor.
        actor: String,
    },
}

impl Correction {
    /// Its keys and values, in the order in which they are written.
    pub fn pairs(&self) -> Vec<(&'static str, &str)> {
        match self {
            Self::Merge { actor, into } => vec![("merge", actor), ("into", into)],
            Self::Split { alias, from } => vec![("split", alias), ("from", from)],
            Self::Rename { actor, to } => vec![("rename", actor), ("to", to)],
            Self::Kind { actor, kind } => vec![("kind", kind), ("of", actor)],
            Self::Hide { actor } => vec![("hide", actor)],
        }
    }
}

/// The correction that a table of the sidecar holds; without one, what is wrong with it is remarked.
pub(super) fn read(reader: &mut Reader<'_>, value: &Spanned<DeValue<'_>>) -> Option<(usize, Correction)> {
    let DeValue::Table(table) = value.get_ref() else {
        reader.wrong("correction", "a table, written [[correction]]", value);
        return None;
    };
    let mut line = reader.line(value.span().start);
    let Some((first, second)) = KEYS.into_iter().find(|(first, _)| has(table, first)) else {
        reader.remark(value.span().start, Problem::NoCorrection);
        return None;
    };
    let before = reader.sidecar.remarks.len();
    let mut texts = [None, None];
    for (key, value) in sorted(table) {
        let at = key.span().start;
        let name = key.get_ref().as_ref();
        let slot = match name {
            _ if name == first => 0,
            _ if name == second => 1,
            other => {
                let known = [first, if second.is_empty() { first } else { second }];
                reader.unknown(at, other, &known);
                continue;
            }
        };
        if slot == 0 {
            line = reader.line(at);
        }
        texts[slot] = reader.string(if slot == 0 { first } else { second }, value);
    }
    let [told, about] = texts;
    let Some(told) = told else {
        // An empty text was not told yet; one of another type was.
        if reader.sidecar.remarks.len() == before {
            reader.remark(value.span().start, Problem::NoCorrection);
        }
        return None;
    };
    if second.is_empty() {
        return Some((line, Correction::Hide { actor: told }));
    }
    let Some(about) = about else {
        if reader.sidecar.remarks.len() == before {
            reader.remark(value.span().start, Problem::NoPartner { key: first, partner: second });
        }
        return None;
    };
    let correction = match first {
        "merge" => Correction::Merge { actor: told, into: about },
        "split" => Correction::Split { alias: told, from: about },
        "rename" => Correction::Rename { actor: told, to: about },
        _ => match KINDS.into_iter().find(|kind| *kind == told) {
            Some(kind) => Correction::Kind { actor: about, kind },
            None => {
                let at = table.iter().find(|(key, _)| key.get_ref() == first).map(|(_, value)| value.span());
                reader.remark(at.unwrap_or_default().start, Problem::NotAKind(told));
                return None;
            }
        },
    };
    Some((line, correction))
}

fn has(table: &DeTable<'_>, key: &str) -> bool {
    table.iter().any(|(name, _)| name.get_ref() == key)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::super::Sidecar;
    use super::*;

    fn parse(text: &str) -> Sidecar {
        Sidecar::parse(Path::new("dossier.toml"), text)
    }

    fn remark(text: &str) -> String {
        parse(text).remarks.iter().map(ToString::to_string).collect::<Vec<_>>().join(" | ")
    }

    #[test]
    fn every_correction_is_read_with_its_line() {
        let sidecar = parse(
            "[[correction]]\nmerge = \"Haddad\"\ninto = \"Karim Haddad\"\n[[correction]]\nfrom = \"Jeanne Morel\"\nsplit = \"Morel\"\n\
             [[correction]]\nrename = \"La préfète\"\nto = \"Jeanne Morel\"\n[[correction]]\nkind = \"place\"\nof = \"Brévenne\"\n\
             [[correction]]\nhide = \"Image\"\n",
        );
        assert_eq!(sidecar.remarks, []);
        let lines: Vec<usize> = sidecar.corrections.iter().map(|(line, _)| *line).collect();
        assert_eq!(lines, [2, 6, 8, 11, 14]);
        let merge = Correction::Merge { actor: "Haddad".into(), into: "Karim Haddad".into() };
        assert_eq!(sidecar.corrections[0].1, merge);
        assert_eq!(sidecar.corrections[4].1, Correction::Hide { actor: "Image".into() });
    }

    #[test]
    fn a_correction_that_lacks_its_other_half_is_told() {
        assert_eq!(
            remark("[[correction]]\nmerge = \"Haddad\"\n"),
            "dossier.toml:1: this `merge` says not all; add `into = \"…\"`"
        );
        assert!(remark("[[correction]]\nmerge = \"Haddad\"\ninto = \"\"\n").contains("add `into"));
        assert!(remark("[[correction]]\nhide = \" \"\n").contains("corrects nothing"));
        assert!(remark("[[correction]]\ninto = \"Haddad\"\n").contains("merge, split, rename, kind or hide"));
    }

    #[test]
    fn a_kind_that_is_none_is_told() {
        assert_eq!(
            remark("[[correction]]\nof = \"Brévenne\"\nkind = \"town\"\n"),
            "dossier.toml:3: `town` is no kind; write person, organisation, place, event or other"
        );
    }

    #[test]
    fn a_key_that_does_not_belong_is_told_and_the_rest_counts() {
        let sidecar = parse("[[correction]]\nhide = \"Image\"\nwhy = \"une légende\"\n");
        assert_eq!(sidecar.corrections.len(), 1);
        assert_eq!(sidecar.remarks.len(), 1);
    }

    #[test]
    fn a_correction_that_is_no_text_is_told() {
        assert!(remark("[[correction]]\nhide = 3\n").contains("`hide` must be a text"));
        assert!(remark("correction = 3\n").contains("`correction` must be a list of tables"));
    }
}
