//! Second hand: who relays what somebody is said to have said.
//!
//! `La ministre a promis de payer, a indiqué Le Courrier` is the minister's promise by way of the
//! outlet; `dans des propos cités par`, `a confié au Courrier`, `auprès de l'AFP` name the relay too.

use std::ops::Range;

use super::clause::Scene;
use super::draft::{Draft, Source};
use super::lexicon::class;

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
    match inner {
        Some(inner)
            if !draft.direct && scene.reading.word(relay.start).is_some_and(|word| !word.inverted) =>
        {
            inner.via = Some(relay.clone());
        }
        _ => drafts.push(draft),
    }
}

/// The relay named behind a claim's attribution, up to the end of the stretch.
pub(super) fn named_after(scene: &Scene, draft: &Draft) -> Option<Range<usize>> {
    let reading = scene.reading;
    let cue = draft.cue.as_ref()?;
    let limit = scene.words.end.min(cue.words.end + 24);
    (cue.words.end..limit).find_map(|at| {
        let next = match (reading.low(at), reading.low(at + 1)) {
            (
                "cité" | "citée" | "cités" | "citées" | "rapporté" | "rapportés" | "recueilli" | "recueillis"
                | "diffusé" | "diffusés",
                "par",
            )
            | ("quoted" | "cited", "by")
            | ("micro", "de") => at + 2,
            ("auprès", "de" | "du") => at + 2,
            ("relaie" | "relaye" | "rapporte", _) if at > cue.words.end => at + 1,
            _ => return None,
        };
        if reading.word(at)?.quote.is_some() {
            return None;
        }
        let group = scene
            .group_after(next)
            .or_else(|| reading.is(next, class::DETERMINER).then(|| scene.group_after(next + 1)).flatten())?;
        let outside = group.end <= draft.content.start || draft.content.end <= group.start;
        (outside && scene.names_somebody(&group)).then_some(group)
    })
}
