//! The questions a passage answers: on what day, by what medium, yes or no.
//!
//! Contradictions are not found by likeness: two passages that contradict each other are as alike as
//! two that agree. What tells them apart is that they fill one slot differently.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use serde::Deserialize;

use super::terms::{Named, Vocabulary};
use crate::article::Span;
use crate::lang::{Language, table};
use crate::text::{Token, TokenKind, fold};

/// How many words may stand between a medium and who speaks by it.
const MEDIUM_REACH: usize = 8;

/// How far the second part of a French negation may stand from the first, in words.
const NEGATION_REACH: usize = 7;

/// How many words that carry matter a negation denies after it.
const DENIED: usize = 1;

/// What a passage says on questions that have one answer.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Slots {
    /// The days of the week it names, by the key that both languages share, and where.
    pub days: Vec<(String, Span)>,
    /// By what medium it says one spoke to which actor, and where it says so.
    pub media: Vec<(String, usize, Span)>,
    /// The terms it denies, and where, the denying word included.
    pub denied: Vec<(String, Span)>,
}

/// The file `slots.toml` as it is written.
#[derive(Debug, Default, Deserialize)]
struct Written {
    media: HashMap<String, Vec<String>>,
    negation: Negation,
    people: People,
}

#[derive(Debug, Default, Deserialize)]
struct Negation {
    first: Vec<String>,
    second: Vec<String>,
    alone: Vec<String>,
    verbs: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
struct People {
    words: Vec<String>,
}

/// The slot words of one language, folded.
#[derive(Debug, Default)]
pub(crate) struct SlotWords {
    media: HashMap<String, String>,
    first: HashSet<String>,
    second: HashSet<String>,
    alone: HashSet<String>,
    people: HashSet<String>,
}

static FRENCH: LazyLock<SlotWords> =
    LazyLock::new(|| SlotWords::new(table(include_str!("../../assets/lang/fr/slots.toml"))));
static ENGLISH: LazyLock<SlotWords> =
    LazyLock::new(|| SlotWords::new(table(include_str!("../../assets/lang/en/slots.toml"))));

impl SlotWords {
    /// The slot words of `language`; French where there are none of its own.
    pub(crate) fn of(language: Option<Language>) -> &'static Self {
        if language.is_some_and(Language::is_english) { &ENGLISH } else { &FRENCH }
    }

    /// Whether a folded unit counts people as such.
    pub(crate) fn counts_people(&self, unit: &str) -> bool {
        self.people.contains(unit)
    }

    fn new(written: Written) -> Self {
        let set = |words: Vec<String>| words.iter().map(|word| fold(word)).collect::<HashSet<_>>();
        let mut alone = set(written.negation.alone);
        alone.extend(set(written.negation.verbs));
        Self {
            media: written
                .media
                .into_iter()
                .flat_map(|(medium, words)| words.into_iter().map(move |word| (fold(&word), medium.clone())))
                .collect(),
            first: set(written.negation.first),
            second: set(written.negation.second),
            alone,
            people: set(written.people.words),
        }
    }
}

/// Reads the slots of the passage that `tokens` make up; `mentions` are those in it.
pub(crate) fn read(text: &str, tokens: &[Token], mentions: &[Named], language: Option<Language>) -> Slots {
    let words = SlotWords::of(language);
    let vocabulary = Vocabulary::of(language);
    let forms: Vec<String> = tokens.iter().map(|token| fold(token.span.of(text))).collect();
    let mut slots = Slots::default();
    for (at, form) in forms.iter().enumerate() {
        if let Some(day) = vocabulary.day(form) {
            slots.days.push((day.to_owned(), tokens[at].span));
        }
        // "Le Courrier" is a newspaper.
        let name = tokens[at].span.of(text).starts_with(char::is_uppercase);
        if let Some(medium) = words.media.get(form).filter(|_| !name) {
            let around = Span::new(
                tokens[at.saturating_sub(MEDIUM_REACH)].span.start,
                tokens[(at + MEDIUM_REACH).min(tokens.len() - 1)].span.end,
            );
            for (_, actor, _) in mentions.iter().filter(|(span, _, _)| around.covers(*span)) {
                slots.media.push((medium.clone(), *actor, tokens[at].span));
            }
        }
        if words.first.contains(form) {
            let second = (at + 1..(at + NEGATION_REACH).min(forms.len()))
                .find(|&later| words.second.contains(&forms[later]));
            if let Some(second) = second {
                let both = tokens[at].span.join(tokens[second].span);
                deny(vocabulary, text, both, &tokens[at + 1..second], &mut slots.denied);
                if slots.denied.is_empty() {
                    // "ne pas fermer": the verb stands after both parts.
                    deny(vocabulary, text, both, &tokens[second + 1..], &mut slots.denied);
                }
            }
        } else if words.alone.contains(form) {
            deny(vocabulary, text, tokens[at].span, &tokens[at + 1..], &mut slots.denied);
        }
    }
    slots.days.dedup_by(|next, kept| next.0 == kept.0);
    slots
}

/// Notes the first words that carry matter as denied, up to the end of the clause.
fn deny(
    vocabulary: &Vocabulary,
    text: &str,
    denying: Span,
    tokens: &[Token],
    denied: &mut Vec<(String, Span)>,
) {
    let mut left = DENIED;
    for token in tokens {
        if left == 0 || (token.kind == TokenKind::Punctuation && token.span.of(text) != "-") {
            break;
        }
        let word = token.span.of(text);
        if token.kind != TokenKind::Word || vocabulary.is_stopword(&fold(word)) {
            continue;
        }
        denied.push((vocabulary.term(word), denying.join(token.span)));
        left -= 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokens;

    fn slots(text: &str, language: Language) -> Slots {
        let mut found = Vec::new();
        tokens::cut(text, Span::new(0, text.len()), language, &mut found);
        read(text, &found, &[], Some(language))
    }

    #[test]
    fn the_built_in_tables_are_whole() {
        for words in [&*FRENCH, &*ENGLISH] {
            assert!(words.media.len() >= 8 && words.alone.len() > 20 && words.people.len() > 5);
        }
    }

    #[test]
    fn a_negation_denies_its_verb() {
        let vocabulary = Vocabulary::of(Some(Language::French));
        let denied = slots("La mairie n'a pas fermé le pont.", Language::French).denied;
        assert!(denied.iter().any(|(term, _)| *term == vocabulary.term("fermé")), "{denied:?}");
    }

    #[test]
    fn only_is_no_negation() {
        assert!(slots("Le lac n'était rempli qu'à moitié.", Language::French).denied.is_empty());
    }

    #[test]
    fn nobody_died_is_denied_in_english() {
        let vocabulary = Vocabulary::of(Some(Language::English));
        let denied = slots("Officials said nobody had died.", Language::English).denied;
        assert!(denied.iter().any(|(term, _)| *term == vocabulary.term("died")), "{denied:?}");
    }

    #[test]
    fn days_share_a_key_across_languages() {
        let french = slots("Le pont rouvre jeudi.", Language::French).days;
        let english = slots("The bridge reopens on Thursday.", Language::English).days;
        assert_eq!(french[0].0, english[0].0);
    }
}
