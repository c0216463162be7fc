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

/// Whether the clause in `words` is told in the conditional of hearsay.
pub(super) fn is_hearsay(reading: &Reading, words: Range<usize>) -> bool {
    if reading.lexicon.english {
        return false;
    }
    let hypothesis = words.clone().any(|at| matches!(reading.low(at), "si" | "s'il" | "condition"));
    !hypothesis
        && words.clone().any(|at| {
            reading.word(at).is_some_and(|word| {
                word.kind == TokenKind::Word
                    && word.quote.is_none()
                    && matches!(word.low.as_str(), "aurait" | "auraient" | "serait" | "seraient")
            })
        })
}
