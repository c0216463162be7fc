//! Who is the subject of a verb of saying.
//!
//! It stands right before the verb, or before an aside (`Jeanne Morel, qui dirige l'agence, a
//! dit`), or behind the verb where the two are inverted, or with an earlier verb of the sentence.

use std::ops::Range;

use super::clause::Scene;
use super::cues::{CueVerb, Shape};
use super::groups;
use super::lexicon::{class, governs};
use super::words::Reading;

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
    if word.is(class::SUBJECT) && !word.inverted {
        return Subject::Here(previous..at);
    }
    // `Eux d'ajouter : « … »`.
    if matches!(reading.low(cue.words.start), "de" | "d'") && word.is(class::STRONG) {
        return Subject::Here(previous..at);
    }
    if previous > first && is_others(reading, previous - 1) {
        return Subject::Here(previous - 1..at);
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
    match scene.group_before(first, at).or_else(|| opening(scene, at)) {
        Some(group) => Subject::Here(with_others(scene, group)),
        None => Subject::Unknown,
    }
}

/// A list of names from its first one: `Jeanne Morel, | Karim Haddad et Anne Roussel`.
fn with_others(scene: &Scene, group: Range<usize>) -> Range<usize> {
    let reading = scene.reading;
    let first = scene.words.start;
    if !group.clone().any(|at| matches!(reading.low(at), "et" | "and")) {
        return group;
    }
    let mut start = group.start;
    for _ in 0..8 {
        let Some(comma) = start.checked_sub(1).filter(|&comma| comma > first && reading.low(comma) == ",")
        else {
            break;
        };
        let named = scene.group_before(first, comma).filter(|name| {
            name.end == comma && scene.names_somebody(name) && !reading.is(name.start, class::LINK)
        });
        let Some(name) = named else { break };
        start = name.start;
    }
    start..group.end
}

/// The group that opens the stretch, with what hangs on it up to the verb at `verb`: `A study by the
/// national institute`, `Un rapport remis vendredi au ministère`.
fn opening(scene: &Scene, verb: usize) -> Option<Range<usize>> {
    let reading = scene.reading;
    let group = scene.group_after(scene.skip_adverbs(scene.words.start))?;
    let plain = (group.end..verb).all(|at| {
        !scene.is_verb(at)
            && !reading.is(at, class::RELATIVE | class::SUBJECT)
            && reading.word(at).is_some_and(|word| word.quote.is_none() && word.is_word())
    });
    let hangs = reading.is(group.end, class::PREPOSITION);
    (hangs && group.end < verb && verb - group.start <= 20 && plain).then_some(group.start..verb)
}

/// The subject written behind `cue`, where the two are inverted.
pub(super) fn behind(scene: &Scene, cue: &CueVerb) -> Option<Range<usize>> {
    if let Some(pronoun) = cue.inverted {
        return Some(pronoun..pronoun + 1);
    }
    let reading = scene.reading;
    let mut at = scene.skip_adverbs(cue.words.end);
    // `Les riverains, eux, s'inquiètent des nuisances`: what the verb governs is no subject.
    let quoted =
        cue.words.start.checked_sub(2).is_some_and(|at| {
            reading.quote_before(at + 1).is_some() || reading.quote_before(at + 2).is_some()
        });
    if !quoted
        && cue.verb.takes(governs::AFTER)
        && cue.verb.after.iter().any(|after| after == reading.low(at))
    {
        return None;
    }
    // `a expliqué à la presse, tout à l'heure, X`: a short phrase may stand between.
    if reading.is(at, class::PREPOSITION) && !reading.is(at, class::DETERMINER) {
        let end = match scene.group_after(at + 1) {
            Some(inside) => told_apart(scene, &inside),
            None => bare_phrase_end(scene, at)?,
        };
        at = scene.skip_adverbs(end);
    }
    if at == scene.skip_adverbs(cue.words.end) && reading.low(at) == "tout" {
        at = (at..scene.words.end.min(at + 6)).find(|&at| {
            reading.is(at, class::DETERMINER) && scene.group_after(at).is_some_and(|group| group.len() > 2)
        })?;
    }
    // `a déclaré aux enquêteurs le capitaine`: who is told stands before who tells.
    if matches!(reading.low(at), "au" | "aux")
        && let Some(told) = scene.group_after(at)
    {
        let teller = scene.skip_adverbs(told.end);
        if reading.is(teller, class::DETERMINER) && !reading.is(teller, class::LINK) {
            at = teller;
        }
    }
    // `confie celle qui a découvert le corps`: the clause says who it is.
    if matches!(reading.low(at), "celui" | "celle" | "ceux" | "celles") && reading.is(at + 1, class::RELATIVE)
    {
        let end = (at + 2..scene.words.end.min(at + 24))
            .find(|&at| reading.word(at).is_none_or(|word| !word.is_word() || word.quote.is_some()));
        return Some(at..end.unwrap_or(scene.words.end.min(at + 24)));
    }
    // What `de` or `that` leads to is what the verb governs: `parle d'une crise`, `insisted that`.
    if matches!(reading.low(at), "de" | "du" | "d'" | "au" | "aux" | "that") && !is_others(reading, at) {
        return None;
    }
    let group = scene.group_after(at).or_else(|| bare_role(scene, at))?;
    Some(with_name(scene, group))
}

/// The end of whoever is told, where the plural subject behind looks like a part of it: `à l'AFP | des
/// sources syndicales`, `à Radio Plage | des témoins`.
pub(super) fn told_apart(scene: &Scene, told: &Range<usize>) -> usize {
    let reading = scene.reading;
    (told.start + 1..told.end)
        .find(|&at| {
            let named = reading.word(at - 1).is_some_and(|word| word.capital);
            let plural = reading.low(at) == "des"
                && reading.is(at + 1, class::SPEAKING | class::MEMBER | class::SPOKESPERSON);
            // `auprès de l'AFP | Me Hortense Vial`.
            let titled = reading.is(at, class::TITLE) && !reading.is(at, class::DETERMINER);
            named && (plural || titled)
        })
        .unwrap_or(told.end)
}

/// `said | prosecutor Eva Simms`: in English a role before a name needs no article.
fn bare_role(scene: &Scene, at: usize) -> Option<Range<usize>> {
    let reading = scene.reading;
    if !reading.lexicon.english {
        return None;
    }
    let name = (at..scene.words.end.min(at + 5)).find(|&at| {
        reading.word(at).is_none_or(|word| word.capital || !word.is_word() || word.quote.is_some())
    })?;
    let open =
        (at..name).all(|at| reading.word(at).is_some_and(|word| word.is_open() || word.is(class::NOUN)));
    let group = scene.group_after(name)?;
    (name > at && open).then_some(at..group.end)
}

/// `d'autres`, the one subject that `de` opens.
fn is_others(reading: &Reading, at: usize) -> bool {
    reading.low(at) == "d'" && reading.low(at + 1) == "autres"
}

/// The end of a phrase without an article that a preposition at `at` opens: `par écrit`, `sous
/// couvert d'anonymat`.
fn bare_phrase_end(scene: &Scene, at: usize) -> Option<usize> {
    let reading = scene.reading;
    // `à soutenir le projet` is what the verb governs.
    if matches!(reading.low(at), "à" | "de" | "d'" | "to") || reading.lexicon.english {
        return None;
    }
    let mut end = at + 1;
    while end < scene.words.end.min(at + 5)
        && !scene.is_verb(end)
        && reading.word(end).is_some_and(|word| {
            !word.capital
                && (word.is_open() || word.is(class::NOUN) || matches!(word.low.as_str(), "de" | "d'"))
        })
    {
        end += 1;
    }
    (end > at + 1).then_some(end)
}

/// Adds the name set behind a role: `la ministre, Jeanne Morel`.
pub(super) fn with_name(scene: &Scene, group: Range<usize>) -> Range<usize> {
    let reading = scene.reading;
    let starts_small = reading.is(group.start, class::DETERMINER | class::NUMBER);
    if reading.low(group.end) != "," || !starts_small {
        return group;
    }
    let next = group.end + 1;
    let name = reading.word(next).is_some_and(|word| {
        word.capital && !word.is(class::DETERMINER | class::PREPOSITION | class::ADVERB | class::SUBORDINATOR)
    });
    match scene.group_after(next) {
        Some(apposed) if apposed.end < scene.words.end && scene.is_verb(apposed.end) => group,
        Some(apposed) if name => group.start..apposed.end,
        // `le fondateur, un ingénieur nommé Axel Thorn`, `le porte-parole, le colonel Diop`.
        Some(apposed)
            if !names_head(scene, &group)
                && scene.names_somebody(&apposed)
                && !reading.is(apposed.start, class::LINK)
                && reading.word(apposed.end).is_none_or(|word| !word.is_word()) =>
        {
            group.start..apposed.end
        }
        _ => group,
    }
}

/// `Ukraine's air force spokesman`: a name whose owner is another.
fn is_possessed(scene: &Scene, group: &Range<usize>) -> bool {
    let named = (scene.named)(group.start);
    named.is_some_and(|end| matches!(scene.reading.low(end), "'s" | "’s") && end + 1 < group.end)
}

/// Whether the group is called by a name itself, not only by what `de` hangs on it: `la ministre Jeanne
/// Morel`, but not `la porte-parole de Solarex`.
pub(super) fn names_head(scene: &Scene, group: &Range<usize>) -> bool {
    let link = |at: &usize| {
        *at > group.start && scene.reading.is(*at, class::LINK | class::PREPOSITION | class::CONJUNCTION)
    };
    group.clone().take_while(|at| !link(at)).any(|at| (scene.named)(at).is_some())
}

/// What a relative pronoun at `qui` stands for.
fn antecedent(scene: &Scene, qui: usize) -> Subject {
    let reading = scene.reading;
    let first = scene.words.start;
    let before = reading.low(qui.saturating_sub(1));
    // `un bail de 1998 et qui promettait…`: what it goes back to stands further off.
    if matches!(before, "et" | "and" | "mais" | "but") {
        return Subject::Unknown;
    }
    let end = if matches!(before, "," | "-" | "–" | "—") { qui - 1 } else { qui };
    // `à l'initiative du Syndicat des eaux qui souhaitait`: a name right before it.
    let named = (first..end).rev().take(8).find(|&at| (scene.named)(at) == Some(end));
    let group = scene.group_before(first, end);
    // `Marc Vial, le neveu de Jean Vial - qui demande`: who it is stands before the comma.
    let apposed = group.as_ref().filter(|group| {
        group.start > first + 1 && reading.low(group.start - 1) == "," && !names_head(scene, group)
    });
    let whole = apposed.and_then(|group| {
        let comma = group.start - 1;
        let name = (first..comma).rev().take(8).find(|&at| (scene.named)(at) == Some(comma))?;
        Some(name..comma)
    });
    let named = named.map(|at| at..end);
    whole.or(group).or(named).map_or(Subject::Unknown, Subject::Here)
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
            Part::Group(group) => {
                best = Some(match best {
                    // A role before the name that goes with it; what only describes somebody stays out.
                    Some(later) if !names_head(scene, &group) && scene.names_somebody(&later) => {
                        group.start..later.end
                    }
                    // `Ukraine's army spokesman, Yurii Danko`: the first name says whose.
                    Some(later) if is_possessed(scene, &group) && scene.names_somebody(&later) => {
                        group.start..later.end
                    }
                    _ => group,
                });
            }
            Part::First(group) => {
                let role = best
                    .as_ref()
                    .is_some_and(|later| !names_head(scene, &group) && scene.names_somebody(later));
                best = Some(match best {
                    Some(later) if role => group.start..later.end,
                    _ => group,
                });
                break;
            }
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
    /// One with which a clause begins, so that nothing before it belongs to the subject.
    First(Range<usize>),
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
    // `…, tandis que la ministre, Jeanne Morel, dément`: a clause of its own begins behind it.
    let from = at;
    if reading.is(at, class::SUBORDINATOR | class::BREAK) && matches!(reading.low(at + 1), "que" | "qu'") {
        at += 2;
    } else if reading.lexicon.english && matches!(reading.low(at), "while" | "whereas" | "but" | "although") {
        at += 1;
    }
    let found = |group: Range<usize>| if at > from { Part::First(group) } else { Part::Group(group) };
    if at >= end {
        return Part::Aside;
    }
    if reading.is(at, class::RELATIVE | class::SUBORDINATOR) {
        return Part::Aside;
    }
    // The verb of a relative clause is not the part's own: `datée de mai et que la presse a lue`.
    let has_verb = (at..end).take_while(|&at| !reading.is(at, class::RELATIVE)).any(|at| scene.is_verb(at));
    // `De son côté, la ministre, …`: an adverbial is no noun group.
    if start + reading.adverbial(start) == end {
        return Part::Aside;
    }
    if !groups::may_start(reading, at) {
        let gerund = reading.low(at).ends_with("ant")
            || reading.is(at, class::PREPOSITION | class::ADVERB | class::DAY);
        return if has_verb && !gerund { Part::Clause } else { Part::Aside };
    }
    match scene.group_after(at) {
        // `Le joueur quitte le club`: two groups side by side have a verb in between that no table knows.
        Some(group)
            if group.end < end
                && reading.is(group.end, class::DETERMINER)
                && !reading.is(group.end, class::LINK) =>
        {
            Part::Clause
        }
        // `Une note transmise aux participants`: what follows the noun stays with it.
        Some(group) if !has_verb => found(group),
        Some(group) if !(group.end..end).any(|at| scene.is_verb(at)) => found(group),
        Some(_) | None if has_verb => Part::Clause,
        _ => Part::Aside,
    }
}
