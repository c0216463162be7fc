//! Content that stands before its verb (`« … », a dit X`, `…, a indiqué X`), and quotations whose
//! verb is elsewhere or nowhere.

use std::ops::Range;

use super::clause::{self, Scene};
use super::lexicon::class;
use crate::text::TokenKind;

/// The contents that a cue behind them, starting at word `cue`, closes: most often one, several
/// where quotations are strung together (`« … », mais « … », a dit X`).
pub(super) fn contents_before(scene: &Scene, first: usize, cue: usize) -> Vec<Range<usize>> {
    let reading = scene.reading;
    let end = clause::trim(scene, first, cue);
    let mut start = first;
    while start < end
        && reading.word(start).is_some_and(|word| {
            word.kind == TokenKind::Punctuation && !matches!(word.low.as_str(), "(" | "[")
        })
    {
        start += 1;
    }
    if start >= end {
        return Vec::new();
    }
    let quotes = quotes_in(scene, start, end);
    let outside: Vec<usize> =
        (start..end).filter(|&at| reading.word(at).is_some_and(|word| word.quote.is_none())).collect();
    let strung = outside.iter().all(|&at| {
        reading.is(at, class::CONJUNCTION)
            || reading.word(at).is_some_and(|word| word.kind == TokenKind::Punctuation)
    });
    if strung && quotes.len() > 1 {
        return quotes;
    }
    if let Some(last) = quotes.last().filter(|last| last.end == end) {
        let lead = last.start.checked_sub(1).map(|at| reading.low(at));
        // `Sur X, il a durci le ton : « … », a-t-il dit`, `En vertu de ce plan, « … », a expliqué X`.
        let introduced = lead == Some(":");
        let adverbial =
            lead == Some(",") && last.start > start && opens_adverbial(scene, start) && quotes.len() == 1;
        if introduced || adverbial {
            return vec![last.clone()];
        }
    }
    std::iter::once(start..end).collect()
}

fn opens_adverbial(scene: &Scene, at: usize) -> bool {
    scene.reading.is(at, class::PREPOSITION | class::ADVERB | class::DAY | class::SUBORDINATOR)
}

/// The outer quotations that stand wholly in `start..end`.
pub(super) fn quotes_in(scene: &Scene, start: usize, end: usize) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = start;
    while at < end {
        match scene.reading.quote_at(at) {
            Some(quote) if quote.end <= end => {
                found.push(quote.first..quote.end);
                at = quote.end;
            }
            _ => at += 1,
        }
    }
    found
}

/// Whether a quotation is an utterance rather than a name, a term or a word held at arm's length.
pub(super) fn is_utterance(scene: &Scene, quote: &Range<usize>) -> bool {
    let reading = scene.reading;
    let words = reading.count(quote.clone());
    if words >= 7 {
        return true;
    }
    let verb = quote.clone().any(|at| {
        reading.is(at, class::HAVE | class::BE | class::FINITE | class::NOT_FINITE)
            || (reading.is(at, class::SUBJECT) && !reading.is(at, class::DETERMINER))
    });
    let stops = quote.end.checked_sub(2).is_some_and(|at| matches!(reading.low(at), "." | "!" | "?" | "…"));
    (words >= 3 && verb) || (words >= 2 && stops)
}
