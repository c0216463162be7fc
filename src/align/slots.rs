//! The questions a passage answers: on what day, by what medium, yes or no.
//!
//! Contradictions are not found by likeness: two passages that contradict each other are as alike as
//! two that agree. What tells them apart is that they fill one slot differently.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use serde::Deserialize;

use super::days::Day;
use super::hours::Hour;
use super::terms::Named;
use super::vocabulary::Vocabulary;
use crate::actors::MentionForm;
use crate::article::Span;
use crate::lang::{Language, table};
use crate::text::{Token, TokenKind, fold};

/// How many words may stand between a medium and who speaks by it.
const MEDIUM_REACH: usize = 8;

/// How far the second part of a French negation may stand from the first, in words.
const NEGATION_REACH: usize = 7;

/// How far before a name the word stands that leaves it out.
const EXCLUDING_REACH: usize = 3;

/// How many words what somebody wishes may take up, the wishing word included.
const WISH_REACH: usize = 9;

/// How many words that carry matter a negation denies after it.
const DENIED: usize = 1;

/// What a passage says on questions that have one answer.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Slots {
    /// The days it names, those on which somebody said so left out.
    pub days: Vec<Day>,
    /// The times of day it names.
    pub hours: Vec<Hour>,
    /// The actors it says something happened at or in, and where it says so.
    pub located: Vec<(usize, Span)>,
    /// The actors it leaves out of what it says, and where, the excluding word included.
    pub excluded: Vec<(usize, Span)>,
    /// The terms of what it says is planned, and where.
    pub planned: Vec<(String, Span)>,
    /// The terms of what it says is done, and where.
    pub done: Vec<(String, Span)>,
    /// By what medium it says one spoke to which actor, and where it says so.
    pub media: Vec<(String, usize, Span)>,
    /// The terms it denies, and where, the denying word included.
    pub denied: Vec<(String, Span)>,
    /// Whether it denies anything at all, be it without a verb: `mais pas à Orvelle`.
    pub negates: bool,
    /// What it says somebody wishes or asks for, which need not come true.
    pub wished: Vec<Span>,
    /// Whether it speaks of something that lies ahead.
    pub ahead: bool,
}

/// The file `slots.toml` as it is written.
#[derive(Debug, Default, Deserialize)]
struct Written {
    media: HashMap<String, Vec<String>>,
    negation: Negation,
    people: People,
    measures: Measures,
    place: Words,
    excluded: Words,
    wished: Words,
    correction: Correcting,
    stage: StageWords,
}

#[derive(Debug, Default, Deserialize)]
struct Words {
    before: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
struct Correcting {
    words: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
struct StageWords {
    planned: Vec<String>,
    expected: Vec<String>,
    auxiliaries: Vec<String>,
    passive: Vec<String>,
    done: Vec<String>,
    future: Vec<String>,
    lookalikes: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
struct Negation {
    first: Vec<String>,
    second: Vec<String>,
    bare: Vec<String>,
    alone: Vec<String>,
    verbs: Vec<String>,
    passing: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
struct People {
    words: Vec<String>,
    roles: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
struct Measures {
    units: Vec<String>,
}

/// The slot words of one language, folded.
#[derive(Debug, Default)]
pub(crate) struct SlotWords {
    media: HashMap<String, String>,
    first: HashSet<String>,
    second: HashSet<String>,
    bare: HashSet<String>,
    alone: HashSet<String>,
    passing: HashSet<String>,
    wishing: HashSet<String>,
    expected: HashSet<String>,
    auxiliaries: HashSet<String>,
    passive: HashSet<String>,
    correcting: HashSet<String>,
    people: HashSet<String>,
    roles: HashSet<String>,
    measures: HashSet<String>,
    locating: HashSet<String>,
    excluding: HashSet<String>,
    planned: HashSet<String>,
    done: HashSet<String>,
    future: Vec<String>,
    lookalikes: HashSet<String>,
}

static FRENCH: LazyLock<SlotWords> =
    LazyLock::new(|| SlotWords::new(table(include_str!("../../assets/lang/fr/slots.toml"))));
static ENGLISH: LazyLock<SlotWords> =
    LazyLock::new(|| SlotWords::new(table(include_str!("../../assets/lang/en/slots.toml"))));

/// Whether a folded word of `language` corrects what was said before it: `plutôt`, `rectifie`.
pub(crate) fn corrects(language: Option<Language>, word: &str) -> bool {
    SlotWords::of(language).corrects(word)
}

impl SlotWords {
    /// The slot words of `language`; French where there are none of its own.
    pub(crate) fn of(language: Option<Language>) -> &'static Self {
        if language.is_some_and(Language::is_english) { &ENGLISH } else { &FRENCH }
    }

    /// Whether a folded unit counts people as such.
    pub(crate) fn counts_people(&self, unit: &str) -> bool {
        self.people.contains(unit)
    }

    /// Whether a folded unit measures a length, a duration or the like, of which an event has many.
    pub(crate) fn is_measure(&self, unit: &str) -> bool {
        self.measures.contains(unit)
    }

    /// Whether a term says what people are counted as: the dead, the hurt, those at work.
    pub(crate) fn is_role(&self, term: &str) -> bool {
        self.roles.contains(term)
    }

    /// Whether a folded word is an auxiliary of the past or the passive.
    pub(crate) fn is_auxiliary(&self, form: &str) -> bool {
        self.auxiliaries.contains(form)
    }

    /// Whether a folded word makes a participle passive.
    pub(crate) fn is_passive(&self, form: &str) -> bool {
        self.passive.contains(form)
    }

    /// Whether a folded word corrects what was said before it.
    pub(crate) fn corrects(&self, form: &str) -> bool {
        self.correcting.contains(form)
    }

    /// Whether a folded verb form is in the future.
    fn lies_ahead(&self, form: &str) -> bool {
        self.future.iter().any(|ending| form.len() > ending.len() + 1 && form.ends_with(ending.as_str()))
            && !self.lookalikes.contains(form)
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
            bare: set(written.negation.bare),
            alone,
            passing: set(written.negation.passing),
            wishing: set(written.wished.before),
            expected: set(written.stage.expected),
            auxiliaries: set(written.stage.auxiliaries),
            passive: set(written.stage.passive),
            correcting: set(written.correction.words),
            people: set(written.people.words),
            roles: written.people.roles.iter().map(|key| format!("={key}")).collect(),
            measures: set(written.measures.units),
            locating: set(written.place.before),
            excluding: set(written.excluded.before),
            planned: set(written.stage.planned),
            done: set(written.stage.done),
            future: written.stage.future.iter().map(|ending| fold(ending)).collect(),
            lookalikes: set(written.stage.lookalikes),
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
        stage(words, vocabulary, text, tokens, &forms, at, &mut slots);
        slots.negates |= words.bare.contains(form);
        slots.ahead |=
            words.planned.contains(form) || words.expected.contains(form) || words.lies_ahead(form);
        if words.wishing.contains(form) {
            let behind = tokens[at..].iter().take(WISH_REACH);
            let last = behind.take_while(|token| token.kind != TokenKind::Punctuation).last();
            slots.wished.extend(last.map(|last| tokens[at].span.join(last.span)));
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
                deny(words, vocabulary, text, both, &tokens[at + 1..second], &mut slots.denied);
                if slots.denied.is_empty() {
                    // "ne pas fermer": the verb stands after both parts.
                    deny(words, vocabulary, text, both, &tokens[second + 1..], &mut slots.denied);
                }
            }
        } else if words.alone.contains(form) {
            deny(words, vocabulary, text, tokens[at].span, &tokens[at + 1..], &mut slots.denied);
        }
    }
    for &(span, actor, form) in mentions {
        let behind = tokens.partition_point(|token| token.span.end <= span.start);
        let before = |reach: usize| behind.saturating_sub(reach)..behind;
        if form != MentionForm::Name {
            continue;
        }
        if forms[before(1)].iter().any(|form| words.locating.contains(form)) {
            slots.located.push((actor, span));
        }
        if let Some(at) = before(EXCLUDING_REACH).rev().find(|&at| words.excluding.contains(&forms[at])) {
            slots.excluded.push((actor, tokens[at].span.join(span)));
        }
    }
    slots
}

/// Notes what the token at `at` makes planned or done.
fn stage(
    words: &SlotWords,
    vocabulary: &Vocabulary,
    text: &str,
    tokens: &[Token],
    forms: &[String],
    at: usize,
    slots: &mut Slots,
) {
    let verb = |at: usize| {
        let word = tokens.get(at).filter(|token| token.kind == TokenKind::Word)?.span.of(text);
        (!vocabulary.is_stopword(&forms[at]) && word.starts_with(char::is_lowercase))
            .then(|| vocabulary.term(word))
    };
    if words.lies_ahead(&forms[at]) {
        slots.planned.extend(verb(at).map(|term| (term, tokens[at].span)));
    }
    let planned = words.planned.contains(&forms[at]);
    if !planned && !words.done.contains(&forms[at]) {
        return;
    }
    // "a déjà été fermé", "va enfin être fermé": up to two words that carry no matter between.
    let found = (at + 1..(at + 4).min(tokens.len()))
        .take_while(|&next| tokens[next].kind == TokenKind::Word)
        .find_map(|next| Some((verb(next)?, tokens[at].span.join(tokens[next].span))));
    let list = if planned { &mut slots.planned } else { &mut slots.done };
    list.extend(found);
}

/// Notes the first words that carry matter as denied, up to the end of the clause.
fn deny(
    words: &SlotWords,
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
        let folded = fold(word);
        // "sans juger nécessaire d'évacuer" denies what was not judged necessary.
        if token.kind != TokenKind::Word || vocabulary.is_stopword(&folded) || words.passing.contains(&folded)
        {
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
    use jiff::civil::Date;

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
    fn a_day_is_told_by_the_day_of_writing() {
        let day = |text: &str, published: Date| {
            let found = crate::article::dates::find(text, Span::new(0, text.len()));
            Day::new(&found[0], Some(published)).unwrap()
        };
        let (tuesday, wednesday) = (jiff::civil::date(2026, 3, 10), jiff::civil::date(2026, 3, 11));
        let yesterday = day("Le pont a fermé hier.", wednesday);
        assert!(!yesterday.differs(&day("The bridge closed on Tuesday.", wednesday)));
        assert!(!yesterday.differs(&day("Le pont a fermé le 10 mars.", tuesday)));
        assert!(yesterday.differs(&day("Le pont a fermé hier.", tuesday)));
        assert!(yesterday.differs(&day("Le pont a fermé jeudi.", tuesday)));
    }

    #[test]
    fn what_will_be_and_what_was_are_told_apart() {
        let vocabulary = Vocabulary::of(Some(Language::French));
        let sent = vocabulary.term("envoyer");
        let has = |list: &[(String, Span)]| list.iter().any(|(term, _)| *term == sent);
        assert!(has(&slots("La région va envoyer des tentes.", Language::French).planned));
        assert!(has(&slots("La région a déjà envoyé des tentes.", Language::French).done));
        let closing = slots("Le pont fermera lundi.", Language::French).planned;
        assert_eq!(closing[0].0, vocabulary.term("fermer"));
    }
}
