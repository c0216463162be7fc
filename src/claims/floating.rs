//! Quotations that no verb claims, and sentences that go on in somebody's words.

use std::ops::Range;

use super::clause::{self, Scene};
use super::direct;
use super::draft::{Draft, Source};
use super::groups;
use super::hedge;
use super::lexicon::class;
use super::subject;
use super::words::{Reading, Stretch};
use crate::article::BlockKind;

/// What the stretch before left open for the next one to go on with.
#[derive(Debug, Clone)]
pub(super) struct Open {
    /// It ended in a claim; else it only has a subject that may be about to speak.
    pub claimed: bool,
    pub direct: bool,
    pub hearsay: bool,
    pub block: usize,
    /// Its subject, where it claimed nothing.
    pub subject: Option<Range<usize>>,
}

impl Open {
    /// A sentence that claims nothing, with the one it speaks of.
    pub fn subject(block: usize, subject: Range<usize>) -> Self {
        Self { claimed: false, direct: false, hearsay: false, block, subject: Some(subject) }
    }
}

/// Words between marks that stand alone, and whose speaker the sentence before does not name: the one
/// behind may (`« J'ai eu peur. » Roger Vial, 68 ans, regarde ses pommiers.`).
#[derive(Debug, Clone)]
pub(super) struct Waiting {
    quote: Range<usize>,
    block: usize,
}

/// The quotation that waits for its speaker, where nothing in the stretch or before it gives one.
pub(super) fn waiting(scene: &Scene, stretch: &Stretch, drafts: &[Draft]) -> Option<Waiting> {
    let words = &scene.words;
    let end = clause::trim(scene, words.start, words.end);
    let quote = scene.reading.quote_at(words.start)?;
    let quote = quote.first..quote.end;
    let heading = matches!(stretch.kind, BlockKind::Headline | BlockKind::Heading);
    let alone = drafts.is_empty() && quote.end >= end && !heading && direct::is_utterance(scene, &quote);
    alone.then_some(Waiting { quote, block: stretch.block })
}

/// The claim that a quotation makes once the stretch behind it names its speaker: the person whom that
/// sentence is about.
pub(super) fn answered(
    scene: &Scene,
    stretch: &Stretch,
    waiting: &Waiting,
    is_person: &dyn Fn(&Range<usize>) -> bool,
) -> Option<Draft> {
    let near = stretch.block == waiting.block || stretch.block == waiting.block + 1;
    if !near || matches!(stretch.kind, BlockKind::Headline | BlockKind::Heading) {
        return None;
    }
    let source = people(scene, is_person).next()?;
    Some(Draft::uncued(waiting.quote.clone(), Source::Words(source), true))
}

/// The noun groups of the stretch that name a person, those inside quotations left out.
fn people<'s>(
    scene: &'s Scene,
    is_person: &'s dyn Fn(&Range<usize>) -> bool,
) -> impl Iterator<Item = Range<usize>> + 's {
    let mut at = scene.words.start;
    std::iter::from_fn(move || {
        while at < scene.words.end {
            let quoted = scene.reading.word(at).is_none_or(|word| word.quote.is_some());
            match scene.group_after(at).filter(|_| !quoted) {
                Some(group) => {
                    at = group.end;
                    // `La phrase est | de Tanguy Morin`.
                    let linked = scene.reading.is(group.start, class::LINK) && group.len() > 1;
                    let group = group.start + usize::from(linked)..group.end;
                    if subject::names_head(scene, &group) && is_person(&group) {
                        return Some(group);
                    }
                }
                None => at += 1,
            }
        }
        None
    })
}

/// Adds the quotations of the stretch that no rule has taken.
///
/// `signed` is the signature set under the stretch, if any.
pub(super) fn read(
    scene: &Scene,
    stretch: &Stretch,
    open: Option<&Open>,
    signed: Option<&Range<usize>>,
    drafts: &mut Vec<Draft>,
) {
    let reading = scene.reading;
    let words = &scene.words;
    let free: Vec<Range<usize>> = direct::quotes_in(scene, words.start, words.end)
        .into_iter()
        .filter(|quote| {
            !drafts.iter().any(|draft| draft.content.start < quote.end && quote.start < draft.content.end)
        })
        .collect();
    let end = clause::trim(scene, words.start, words.end);
    for quote in &free {
        if let Some(draft) = direct::parted(scene, quote) {
            drafts.push(draft);
            continue;
        }
        // `assure que tout va bien : « … »`: the very words of whoever was reported before the colon.
        let goes_on = drafts.iter().any(|draft| draft.content.end + 1 == quote.start)
            && reading.low(quote.start.saturating_sub(1)) == ":";
        if goes_on {
            drafts.push(Draft::uncued(quote.clone(), Source::Previous, true));
            continue;
        }
        let signed = signed.cloned().or_else(|| signature_behind(scene, quote));
        if let Some(source) = signed.filter(|_| quote.start == words.start) {
            drafts.push(Draft::uncued(quote.clone(), Source::Words(source), true));
            continue;
        }
        if let Some(source) = source_of(scene, stretch, open, quote, end) {
            drafts.push(Draft::uncued(quote.clone(), source, true));
        }
    }
    let Some(open) = open.filter(|open| open.claimed && open.block == stretch.block) else { return };
    if !drafts.is_empty() {
        return;
    }
    // A sentence of the outlet's that goes on in the words of whoever spoke in the one before.
    let quoted = scene.cues.is_empty() && free.iter().any(|quote| reading.count(quote.clone()) >= 4);
    let hearsay = if open.hearsay || !free.is_empty() {
        hedge::is_told_as_hearsay(reading, words.clone())
    } else {
        hedge::is_past_hearsay(reading, words.clone())
    };
    if quoted || hearsay {
        let mut draft = Draft::uncued(words.start..end, Source::Previous, false);
        draft.hedged = hearsay;
        drafts.push(draft);
    }
}

/// The signature of a quotation set apart: `« … » — Jeanne Morel, maire de Lanvers`.
fn signature_behind(scene: &Scene, quote: &Range<usize>) -> Option<Range<usize>> {
    let short = scene.words.end.saturating_sub(quote.end) <= 15;
    short.then(|| signature(scene.reading, quote.end..scene.words.end, scene.named)).flatten()
}

/// The name behind a dash at the head of `words`, where no verb follows: a signature, not a statement.
pub(super) fn signature(
    reading: &Reading,
    words: Range<usize>,
    named: &dyn Fn(usize) -> Option<usize>,
) -> Option<Range<usize>> {
    let dash = matches!(reading.low(words.start), "—" | "–" | "-");
    let name = reading.word(words.start + 1).is_some_and(|word| word.capital && word.quote.is_none());
    if !dash || !name || words.len() > 15 {
        return None;
    }
    let verb = |at: usize| groups::is_verb(reading, at, &[]) || reading.quote_at(at).is_some();
    if words.clone().any(verb) {
        return None;
    }
    groups::after(reading, words.start + 1, words.end, &[], named)
}

/// Whoever a headline says answers with the words before its colon; in English a plural needs no article:
/// `"A shambles": fans hit back`.
fn answering(scene: &Scene, at: usize) -> Option<Range<usize>> {
    let reading = scene.reading;
    let plural = || {
        let noun = reading.word(at).is_some_and(|word| word.is_open() && word.low.ends_with('s'));
        (reading.lexicon.english && noun).then_some(at..at + 1)
    };
    scene.group_after(at).or_else(plural)
}

/// Whoever speaks behind the colon: the subject of the words before it, else the last one they name
/// (`Même colère chez Amélie Foucher :`, `Réponse de la ministre, Jeanne Morel :`).
fn before_colon(scene: &Scene, colon: usize) -> Option<Range<usize>> {
    let reading = scene.reading;
    let first = scene.words.start;
    let opening = scene.group_after(first).map(|group| subject::with_name(scene, group));
    if let Some(group) = &opening {
        let verb = (group.end..colon.min(group.end + 4))
            .any(|at| scene.is_verb(at) || reading.is(at, class::CLITIC));
        if group.end == colon || verb || subject::names_head(scene, group) {
            return opening;
        }
    }
    let mut named = None;
    let mut at = first;
    while at < colon {
        let governed = reading.is(at, class::LINK | class::PREPOSITION) && at + 1 < colon;
        let from = at + usize::from(governed && reading.is(at + 1, class::DETERMINER));
        match scene.group_after(from) {
            Some(group) => {
                let whole = subject::with_name(scene, group.clone());
                // `Réponse de | la ministre, Jeanne Morel`: the first noun has no article of its own.
                let inside = (group.start..group.end).find(|&at| {
                    !reading.is(group.start, class::DETERMINER)
                        && at > group.start
                        && reading.is(at, class::LINK)
                });
                let part = inside.and_then(|link| {
                    let part = scene.group_after(link + 1)?;
                    Some(subject::with_name(scene, part))
                });
                at = whole.end.max(group.end).max(part.as_ref().map_or(0, |part| part.end));
                named = [part, Some(whole)]
                    .into_iter()
                    .flatten()
                    .find(|part| scene.names_somebody(part) && part.end <= colon)
                    .or(named);
            }
            None => at += 1,
        }
    }
    named.or(opening).or_else(|| scene.group_before(first, colon))
}

fn source_of(
    scene: &Scene,
    stretch: &Stretch,
    open: Option<&Open>,
    quote: &Range<usize>,
    end: usize,
) -> Option<Source> {
    let reading = scene.reading;
    let first = scene.words.start;
    // One word with its stop goes on with what was quoted before: `« On ferme », dit X. « Définitivement. »`
    let goes_on = open.is_some_and(|open| open.claimed && open.direct && open.block == stretch.block)
        && matches!(reading.low(quote.end.saturating_sub(2)), "." | "!" | "?");
    let utterance = direct::is_utterance(scene, quote) || goes_on;
    // `Anne Roussel : « Mon métier disparaît »`.
    let called = quote.start > first
        && reading.low(quote.start - 1) == ":"
        && reading.count(quote.clone()) >= 3
        && scene
            .group_after(first)
            .is_some_and(|group| group.end + 1 == quote.start && subject::names_head(scene, &group));
    // `« Une honte » : la maire répond`.
    if quote.start == first && reading.low(quote.end) == ":" {
        return answering(scene, quote.end + 1).map(Source::Words);
    }
    // `La maire : « La digue ne tiendra pas »`.
    if (utterance || called) && quote.start > first && reading.low(quote.start - 1) == ":" {
        return before_colon(scene, quote.start - 1).map(Source::Words);
    }
    // `le comité « demeure préoccupé par … »`.
    if utterance && direct::opens_with_cue(scene, quote) {
        return scene.group_before(first, quote.start).map(Source::Words);
    }
    let alone = quote.start == first && quote.end >= end;
    if !alone || !utterance || matches!(stretch.kind, BlockKind::Headline | BlockKind::Heading) {
        return None;
    }
    let open = open?;
    if open.claimed {
        let near = open.direct || open.block == stretch.block || open.block + 1 == stretch.block;
        return near.then_some(Source::Previous);
    }
    open.subject.clone().filter(|_| open.block == stretch.block).map(Source::Words)
}
