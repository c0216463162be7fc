//! Quotations that no verb claims, and sentences that go on in somebody's words.

use std::ops::Range;

use super::clause::{self, Scene};
use super::direct;
use super::draft::{Draft, Source};
use super::hedge;
use super::subject;
use super::words::Stretch;
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

/// Adds the quotations of the stretch that no rule has taken.
pub(super) fn read(scene: &Scene, stretch: &Stretch, open: Option<&Open>, drafts: &mut Vec<Draft>) {
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
        if let Some(source) = source_of(scene, stretch, open, quote, end) {
            drafts.push(Draft::uncued(quote.clone(), source, true));
        }
    }
    let Some(open) = open.filter(|open| open.claimed && open.block == stretch.block) else { return };
    if !drafts.is_empty() || !scene.cues.is_empty() {
        return;
    }
    // A sentence of the outlet's that goes on in the words of whoever spoke in the one before.
    let quoted = free.iter().any(|quote| reading.count(quote.clone()) >= 4);
    let hearsay = hedge::is_hearsay(reading, words.clone());
    if quoted || (hearsay && (open.hearsay || !free.is_empty())) {
        let mut draft = Draft::uncued(words.start..end, Source::Previous, false);
        draft.hedged = hearsay;
        drafts.push(draft);
    }
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
    let utterance = direct::is_utterance(scene, quote);
    // `« Une honte » : la maire répond`.
    if quote.start == first && reading.low(quote.end) == ":" {
        return scene.group_after(quote.end + 1).map(Source::Words);
    }
    // `La maire : « La digue ne tiendra pas »`.
    if utterance && quote.start > first && reading.low(quote.start - 1) == ":" {
        let group = scene.group_after(first).map(|group| subject::with_name(scene, group));
        return group.or_else(|| scene.group_before(first, quote.start - 1)).map(Source::Words);
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
