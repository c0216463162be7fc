//! Who is the subject of a verb of saying.
//!
//! It stands right before the verb, or before an aside (`Jeanne Morel, qui dirige l'agence, a
//! dit`), or behind the verb where the two are inverted, or with an earlier verb of the sentence.

use std::ops::Range;

use super::clause::Scene;
use super::cues::{CueVerb, Shape};
use super::groups;
use super::lexicon::class;

/// The subject of a verb, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Subject {
    /// It is written here.
    Here(Range<usize>),
    /// It is that of the verb before.
    Shared,
    /// None could be found.
    Unknown,
}

/// The subject written before `cue`.
pub(super) fn before(scene: &Scene, cue: &CueVerb) -> Subject {
    let reading = scene.reading;
    if cue.shape != Shape::Finite {
        return Subject::Shared;
    }
    let first = scene.words.start;
    let mut at = cue.words.start;
    while at > first
        && reading.is(at - 1, class::ADVERB)
        && !reading.is(at - 1, class::SUBJECT | class::CLITIC)
    {
        at -= 1;
    }
    let Some(previous) = at.checked_sub(1).filter(|&previous| previous >= first) else {
        return Subject::Unknown;
    };
    let Some(word) = reading.word(previous) else { return Subject::Unknown };
    if matches!(word.low.as_str(), "qui" | "who" | "which") {
        return antecedent(scene, previous);
    }
    if word.is(class::SUBJECT) && !word.is(class::DETERMINER) && !word.inverted {
        return Subject::Here(previous..at);
    }
    if matches!(word.low.as_str(), "et" | "mais" | "puis" | "ou" | "and" | "but") {
        return Subject::Shared;
    }
    if matches!(word.low.as_str(), "," | "–" | "—" | "-") {
        return around_aside(scene, previous);
    }
    if word.low == ")"
        && let Some(open) = (first..previous).rev().find(|&open| reading.low(open) == "(")
    {
        return scene.group_before(first, open).map_or(Subject::Unknown, Subject::Here);
    }
    scene.group_before(first, at).map_or(Subject::Unknown, Subject::Here)
}

/// The subject written behind `cue`, where the two are inverted.
pub(super) fn behind(scene: &Scene, cue: &CueVerb) -> Option<Range<usize>> {
    if let Some(pronoun) = cue.inverted {
        return Some(pronoun..pronoun + 1);
    }
    let reading = scene.reading;
    let mut at = scene.skip_adverbs(cue.words.end);
    // `a expliqué à la presse, tout à l'heure, X`: a short phrase may stand between.
    if reading.is(at, class::PREPOSITION) && !reading.is(at, class::DETERMINER) {
        let inside = scene.group_after(at + 1)?;
        at = scene.skip_adverbs(inside.end);
    }
    if at == scene.skip_adverbs(cue.words.end) && reading.low(at) == "tout" {
        at = (at..scene.words.end.min(at + 6)).find(|&at| {
            reading.is(at, class::DETERMINER) && scene.group_after(at).is_some_and(|group| group.len() > 2)
        })?;
    }
    let group = scene.group_after(at)?;
    Some(with_name(scene, group))
}

/// Adds the name set behind a role: `la ministre, Jeanne Morel`.
fn with_name(scene: &Scene, group: Range<usize>) -> Range<usize> {
    let reading = scene.reading;
    let starts_small = reading.is(group.start, class::DETERMINER | class::NUMBER);
    if reading.low(group.end) != "," || !starts_small {
        return group;
    }
    let next = group.end + 1;
    let name = reading.word(next).is_some_and(|word| {
        word.capital
            && !word.is(class::DETERMINER
                | class::PREPOSITION
                | class::TITLE
                | class::ADVERB
                | class::SUBORDINATOR)
    });
    match scene.group_after(next) {
        Some(apposed) if name && (apposed.end >= scene.words.end || !scene.is_verb(apposed.end)) => {
            group.start..apposed.end
        }
        _ => group,
    }
}

/// What a relative pronoun at `qui` stands for.
fn antecedent(scene: &Scene, qui: usize) -> Subject {
    let end = if scene.reading.low(qui.saturating_sub(1)) == "," { qui - 1 } else { qui };
    scene.group_before(scene.words.start, end).map_or(Subject::Unknown, Subject::Here)
}

/// The subject before an aside that ends at the comma `close`: goes back over the parts between
/// commas, and takes the first group of those that stand side by side.
fn around_aside(scene: &Scene, close: usize) -> Subject {
    let reading = scene.reading;
    let first = scene.words.start;
    let mut end = close;
    let mut best: Option<Range<usize>> = None;
    for _ in 0..6 {
        let start = (first..end)
            .rev()
            .find(|&at| {
                let outside = reading.word(at).is_some_and(|word| word.quote.is_none());
                outside && matches!(reading.low(at), "," | "–" | "—" | ":" | ";" | "-")
                    || reading.quote_before(at + 1).is_some_and(|quote| !groups::is_term(reading, quote))
            })
            .map_or(first, |at| at + 1);
        match part(scene, start, end) {
            Part::Group(group) => best = Some(best.map_or(group.clone(), |later| group.start..later.end)),
            Part::Clause => break,
            Part::Aside => {
                if best.is_some() {
                    break;
                }
            }
        }
        if start == first || !matches!(reading.low(start - 1), "," | "–" | "—" | "-") {
            break;
        }
        end = start - 1;
    }
    match best {
        Some(group) => Subject::Here(group),
        None => Subject::Shared,
    }
}

enum Part {
    /// A noun group that may be a subject.
    Group(Range<usize>),
    /// A relative clause, an apposition without an article, an adverbial.
    Aside,
    /// It has a verb of its own.
    Clause,
}

fn part(scene: &Scene, start: usize, end: usize) -> Part {
    let reading = scene.reading;
    let mut at = start;
    if reading.is(at, class::CONJUNCTION) && !reading.is(at, class::PREPOSITION) {
        at += 1;
    }
    if at >= end {
        return Part::Aside;
    }
    if reading.is(at, class::RELATIVE | class::SUBORDINATOR) {
        return Part::Aside;
    }
    let has_verb = (at..end).any(|at| scene.is_verb(at));
    if !groups::may_start(reading, at) {
        let gerund = reading.low(at).ends_with("ant")
            || reading.is(at, class::PREPOSITION | class::ADVERB | class::DAY);
        return if has_verb && !gerund { Part::Clause } else { Part::Aside };
    }
    match scene.group_after(at) {
        // `Une note transmise aux participants`: what follows the noun stays with it.
        Some(group) if !has_verb => Part::Group(group),
        Some(group) if !(group.end..end).any(|at| scene.is_verb(at)) => Part::Group(group),
        Some(_) | None if has_verb => Part::Clause,
        _ => Part::Aside,
    }
}
