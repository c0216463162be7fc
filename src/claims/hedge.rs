//! What is reported as unconfirmed.
//!
//! In French the conditional alone does it (`l'avion aurait heurté un câble`): the conditional of
//! hearsay. The same form is a future told from the past behind a verb in the past (`a dit que le pont
//! serait fermé`), and a hypothesis beside `si`, so that only a conditional in the outlet's own
//! sentence, or behind `selon`, counts.

use std::ops::Range;

use super::lexicon::class;
use super::words::Reading;
use crate::text::TokenKind;

/// Whether a word of hedging stands in `words`, outside quotations.
pub(super) fn is_marked(reading: &Reading, words: Range<usize>) -> bool {
    reading
        .words
        .get(words)
        .unwrap_or_default()
        .iter()
        .any(|word| word.quote.is_none() && word.is(class::HEDGE))
}

/// Whether the clause in `words` is told in the conditional of hearsay: that of *avoir* or *être*.
pub(super) fn is_hearsay(reading: &Reading, words: Range<usize>) -> bool {
    any_outside_marks(reading, words.clone(), |at| {
        matches!(reading.low(at), "aurait" | "auraient" | "serait" | "seraient")
            && !is_unreal(reading, at, words.end)
    }) && !is_hypothesis(reading, words)
}

/// Whether the clause in `words` is told in the conditional of any verb, where nobody's opinion can be
/// what the conditional softens: behind `selon`, or in the outlet's own sentence.
pub(super) fn is_told_as_hearsay(reading: &Reading, words: Range<usize>) -> bool {
    is_hearsay(reading, words.clone())
        || any_outside_marks(reading, words.clone(), |at| {
            reading.word(at).is_some_and(|word| {
                !word.is(class::CONDITIONAL) && reading.lexicon.looks_conditional(&word.low)
            })
        }) && !is_hypothesis(reading, words)
}

/// Whether the clause in `words` tells something past that is not confirmed: `aurait pris la fuite`.
pub(super) fn is_past_hearsay(reading: &Reading, words: Range<usize>) -> bool {
    any_outside_marks(reading, words.clone(), |at| {
        (matches!(reading.low(at), "aurait" | "auraient") || is_told_with_being(reading, at))
            && !is_unreal(reading, at, words.end)
    }) && !is_hypothesis(reading, words)
}

/// `se seraient effondrées`, `serait parti`: the past of verbs that are told with *être*.
fn is_told_with_being(reading: &Reading, at: usize) -> bool {
    matches!(reading.low(at), "serait" | "seraient")
        && (reading.is(at.saturating_sub(1), class::REFLEXIVE)
            || (at + 1..at + 3).any(|at| reading.is(at, class::BEING)))
}

fn any_outside_marks(reading: &Reading, mut words: Range<usize>, fits: impl Fn(usize) -> bool) -> bool {
    !reading.lexicon.english
        && words.any(|at| {
            reading.word(at).is_some_and(|word| word.kind == TokenKind::Word && word.quote.is_none())
                && fits(at)
        })
}

fn is_hypothesis(reading: &Reading, mut words: Range<usize>) -> bool {
    words.any(|at| {
        matches!(
            (reading.low(at), reading.low(at + 1)),
            ("si" | "condition" | "sans", _) | ("s'", "il" | "ils")
        )
    })
}

/// `aurait pu être évité`, `aurait dû fermer`: what did not happen is no hearsay.
fn is_unreal(reading: &Reading, auxiliary: usize, end: usize) -> bool {
    (auxiliary + 1..end.min(auxiliary + 4)).any(|at| reading.is(at, class::UNREAL))
}
