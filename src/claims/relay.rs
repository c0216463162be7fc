//! Second hand: who relays what somebody is said to have said.
//!
//! `La ministre a promis de payer, a indiqué Le Courrier` is the minister's promise by way of the
//! outlet; `dans des propos cités par`, `a confié au Courrier`, `auprès de l'AFP` name the relay too, and so
//! does `Selon Le Courrier, la ministre a promis de payer`. The phrases stand in
//! `assets/lang/*/function-words.toml`.

use std::ops::Range;

use super::clause::Scene;
use super::draft::{Draft, Source};
use super::lexicon::class;
use super::subject;

/// Adds a draft found behind its content. Where the content is itself somebody's reported words, it
/// only says who relays them.
pub(super) fn add(scene: &Scene, draft: Draft, drafts: &mut Vec<Draft>) {
    let Source::Words(relay) = &draft.source else {
        drafts.push(draft);
        return;
    };
    let inner = drafts.iter_mut().rev().find(|inner| {
        let Some(cue) = &inner.cue else { return false };
        let first = cue.words.start.min(inner.content.start);
        let mut end = cue.words.end.max(inner.content.end);
        if let Source::Words(source) = &inner.source {
            end = end.max(source.end);
        }
        draft.content.start <= first.max(inner.content.start)
            && first < draft.content.end
            && end + 1 >= draft.content.end
    });
    // `Le maire aurait promis une enquête, indique son avocate`: what she says is that it is said.
    let passes_on = is_medium(scene, relay) || speaks_of_media(scene, relay);
    let hearsay = inner.as_ref().is_some_and(|inner| inner.hedged && !passes_on);
    if hearsay && !draft.direct {
        drafts.retain(|inner| inner.content.end != draft.content.end || !inner.hedged);
        drafts.push(draft);
        return;
    }
    match inner {
        Some(inner)
            if !draft.direct && scene.reading.word(relay.start).is_some_and(|word| !word.inverted) =>
        {
            inner.via = Some(relay.clone());
        }
        _ => drafts.push(draft),
    }
}

/// Claims at second hand whose relay comes first: in `Selon Le Courrier, la préfète a promis une enquête` the
/// promise is the prefect's, and the paper relays it.
pub(super) fn fold_leads(scene: &Scene, drafts: &mut Vec<Draft>) {
    let mut at = 0;
    while at < drafts.len() {
        let relay = match &drafts[at].source {
            Source::Words(words) if is_medium(scene, words) => words.clone(),
            _ => {
                at += 1;
                continue;
            }
        };
        let outer = drafts[at].content.clone();
        let inner = drafts.iter_mut().enumerate().find(|(other, inner)| {
            let said_there = inner.cue.as_ref().is_some_and(|cue| {
                let source = match &inner.source {
                    Source::Words(words) => words.start,
                    Source::Previous => cue.words.start,
                };
                outer.start <= cue.words.start && source.min(cue.words.start) <= outer.start + 2
            });
            *other != at && said_there && inner.content.end + 1 >= outer.end
        });
        if let Some((_, inner)) = inner {
            inner.via.get_or_insert(relay);
            drafts.remove(at);
        } else {
            at += 1;
        }
    }
}

/// The relay that a claim's sentence names: behind its cue (`a confié au Courrier que`, `…, cité par Le
/// Courrier`), or at its head (`Dans un entretien au Courrier, …`).
pub(super) fn named_near(scene: &Scene, draft: &Draft) -> Option<Range<usize>> {
    let reading = scene.reading;
    let cue = draft.cue.as_ref()?;
    // Nobody relays what they say themselves.
    let source = match &draft.source {
        Source::Words(words) => words.clone(),
        Source::Previous => cue.words.clone(),
    };
    let apart = |one: &Range<usize>, other: &Range<usize>| one.end <= other.start || other.end <= one.start;
    let outside = |words: &Range<usize>| apart(words, &draft.content) && apart(words, &source);
    // Somebody else's cue has relays of its own.
    let limit = scene.words.end.min(cue.words.end + 24);
    let limit = scene.next_cue(cue.words.end).map_or(limit, |next| limit.min(next.words.start + 3));
    let behind = (cue.words.end..limit)
        .filter(|at| !draft.content.contains(at))
        .find_map(|at| relay_at(scene, at, cue.words.end == at).filter(&outside));
    behind.or_else(|| {
        let first = source.start.min(cue.words.start);
        let comma = (scene.words.start..first.min(scene.words.start + 16)).find(|&at| {
            reading.low(at) == "," && reading.word(at).is_some_and(|word| word.quote.is_none())
        })?;
        (scene.words.start..comma)
            .find_map(|at| relay_at(scene, at, false).filter(|relay| relay.end <= comma))
    })
}

/// The relay that a phrase at word `at` leads to. `told` says that a verb of telling stands right before.
fn relay_at(scene: &Scene, at: usize, told: bool) -> Option<Range<usize>> {
    let reading = scene.reading;
    let ends = |phrases: &[Vec<String>]| {
        let fits = |phrase: &&Vec<String>| {
            phrase.iter().enumerate().all(|(offset, piece)| reading.low(at + offset) == piece)
        };
        phrases.iter().filter(fits).map(Vec::len).max().map(|length| at + length)
    };
    if reading.word(at)?.quote.is_some() {
        return None;
    }
    if let Some(group) = ends(&reading.lexicon.relays).and_then(|first| group_at(scene, first)) {
        return (scene.names_somebody(&group) || is_medium(scene, &group)).then_some(group);
    }
    let addressee = match ends(&reading.lexicon.addressees) {
        Some(first) => group_at(scene, first),
        None if told && reading.lexicon.english => group_at(scene, at),
        None => None,
    };
    addressee.filter(|group| is_medium(scene, group))
}

/// The noun group at `first`, without the article of the sentence (`au Courrier`), but with that of the
/// name (`à La Tribune`).
fn group_at(scene: &Scene, first: usize) -> Option<Range<usize>> {
    let reading = scene.reading;
    let group = scene.group_after(first).or_else(|| scene.group_after(first + 1))?;
    let group = group.start..subject::told_apart(scene, &group);
    let article = reading.is(group.start, class::DETERMINER)
        && reading.word(group.start).is_some_and(|word| !word.capital);
    let start = group.start + usize::from(article && group.len() > 1);
    Some(start..group.end)
}

/// `plusieurs médias locaux`, `la presse`.
fn speaks_of_media(scene: &Scene, words: &Range<usize>) -> bool {
    words.clone().take(3).any(|at| scene.reading.is(at, class::MEDIUM))
}

/// Whether the words name a newspaper, a channel, an agency: by a word of that trade with a capital, or by
/// an article with a capital inside the sentence, as only titles have.
pub(super) fn is_medium(scene: &Scene, words: &Range<usize>) -> bool {
    let reading = scene.reading;
    let capital = |at: usize| reading.word(at).is_some_and(|word| word.capital && word.quote.is_none());
    let trade = words.clone().any(|at| capital(at) && reading.is(at, class::MEDIUM));
    // `le quotidien Ouest-Matin`, `la chaîne Canal Stade`.
    let common = words.len() > 1
        && words.clone().take(2).any(|at| reading.is(at, class::MEDIUM))
        && words.clone().any(capital);
    let title = words.start > scene.words.start
        && words.len() > 1
        && capital(words.start)
        && capital(words.start + 1)
        && reading.is(words.start, class::DEFINITE);
    trade || common || title
}
