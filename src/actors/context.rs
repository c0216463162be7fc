//! Whether a capital stands for its state or is a place to be at.
//!
//! `Les soutiens de Lisbonne` are the state's; `réunis à Lisbonne`, `le sommet de Lisbonne` and `in
//! Lisbon` are places. A capital that acts, or that something is done for, is the state.

use std::collections::HashSet;
use std::sync::LazyLock;

use serde::Deserialize;

use super::names;
use super::words::Body;
use crate::lang;
use crate::text::fold;

#[derive(Debug, Default, Deserialize)]
struct File {
    giving: String,
    at: String,
    beside: String,
}

struct Cues {
    giving: Vec<String>,
    at: HashSet<String>,
    beside: HashSet<String>,
}

static CUES: LazyLock<[Cues; 2]> = LazyLock::new(|| {
    [include_str!("../../assets/lang/fr/metonyms.toml"), include_str!("../../assets/lang/en/metonyms.toml")]
        .map(|file| {
            let file: File = lang::table(file);
            Cues {
                giving: file.giving.split_whitespace().map(fold).collect(),
                at: file.at.split_whitespace().map(fold).collect(),
                beside: file.beside.split_whitespace().map(fold).collect(),
            }
        })
});

/// Whether the capital named by the words `from..to` is a place to be at.
pub(super) fn is_literal(body: &Body, from: usize, to: usize) -> bool {
    let cues = &CUES[usize::from(body.language.is_english())];
    let before = body.before(from, 1);
    if before == "(" || body.next(to) == ")" && body.before(from, 2) == "(" {
        return true;
    }
    if body.next(to) == ","
        && matches!(body.before(to + 2, 1), "en" | "in" | "au")
        && body.words.get(to + 2).is_some_and(super::words::Word::is_capital)
    {
        return true;
    }
    if cues.at.contains(before) {
        let giver = (2..=5).any(|back| {
            let word = body.before(from, back);
            cues.giving.iter().any(|stem| word.starts_with(stem.as_str()))
        });
        return !giver || !matches!(before, "a" | "to" | "from");
    }
    let mut head = body.before(from, 2);
    if matches!(before, "de" | "d'" | "of") {
        if super::states::adjective_of(head).is_some() {
            head = body.before(from, 3);
        }
        return cues.beside.contains(head) || names::is_place_noun(head) || names::is_event_noun(head);
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_whole() {
        for cues in CUES.iter() {
            assert!(!cues.giving.is_empty() && !cues.at.is_empty() && !cues.beside.is_empty());
        }
    }
}
