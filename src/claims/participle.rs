//! Participles of saying and subjects that say nothing: whom `estimant que` hangs on where it opens a sentence
//! (`Jugeant le délai trop court, la maire a…`) or follows a noun (`plusieurs élus estimant que`).

use std::ops::Range;

use super::clause::Scene;
use super::cues::{CueVerb, Shape};
use super::lexicon::class;
use super::speaker::head;
use super::subject;

/// Whether a participle of saying hangs on the noun right before it: `plusieurs élus estimant que`, not
/// `…, estimant que` or `en estimant que`. A document's words are those of whoever made it.
pub(super) fn is_own_participle(scene: &Scene, cue: &CueVerb) -> bool {
    let reading = scene.reading;
    let Some(before) = cue.words.start.checked_sub(1).filter(|&before| before >= scene.words.start) else {
        return false;
    };
    let noun = |at: usize| reading.word(at).is_some_and(|word| word.is_open() || word.is(class::NOUN));
    let group = scene.group_before(scene.words.start, cue.words.start);
    let document = group.is_some_and(|group| group.clone().any(|at| reading.is(at, class::DOCUMENT)));
    !reading.lexicon.english
        && cue.shape == Shape::Gerund
        && reading.word(before).is_some_and(|word| word.quote.is_none())
        && noun(before)
        && !document
}

/// Whom a participle hangs on, where that is somebody: `nombre d'élus estimant que`, not `un tirage au sort
/// invitant à`.
pub(super) fn owner(scene: &Scene, cue: &CueVerb) -> Option<Range<usize>> {
    let reading = scene.reading;
    let group = scene.group_before(scene.words.start, cue.words.start)?;
    let somebody = scene.names_somebody(&group)
        || reading.is(group.start, class::PLURAL)
        || group
            .clone()
            .any(|at| reading.is(at, class::SPEAKING | class::BODY | class::MEMBER | class::PERSON));
    somebody.then_some(group)
}

/// Whether a participle of saying opens the sentence: `Jugeant le délai trop court, la maire a…`.
pub(super) fn leads(scene: &Scene, cue: &CueVerb) -> bool {
    cue.shape == Shape::Gerund && scene.skip_adverbs(scene.words.start) >= cue.words.start
}

/// The subject of the sentence behind what its opening participle reports, which ends before the comma at
/// `comma`.
pub(super) fn subject_behind(scene: &Scene, comma: usize) -> Option<Range<usize>> {
    if scene.reading.low(comma) != "," {
        return None;
    }
    scene.group_after(comma + 1).map(|group| subject::with_name(scene, group))
}

/// Whether a subject is something that happens, and says nothing: `Le drame rappelle que`.
pub(super) fn is_inert(scene: &Scene, words: &Range<usize>) -> bool {
    let reading = scene.reading;
    head(reading, words).is_some_and(|head| {
        // `la seconde mi-temps`, `le dernier match`: an adjective may stand before the noun.
        (head..words.end.min(head + 2)).any(|at| reading.is(at, class::INERT))
            && !subject::names_head(scene, words)
    })
}
