//! Content that stands before its verb (`« … », a dit X`, `…, a indiqué X`), and quotations whose
//! verb is elsewhere or nowhere.

use std::ops::Range;

use super::clause::{self, Scene};
use super::conjugation::Tense;
use super::draft::{Attributed, Draft, Source};
use super::lexicon::{class, governs};
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
    // `« Nous déménageons »`: a pronoun and its verb are a sentence.
    let pronoun =
        reading.is(quote.start + 1, class::SUBJECT) && !reading.is(quote.start + 1, class::DETERMINER);
    let stops = quote.end.checked_sub(2).is_some_and(|at| matches!(reading.low(at), "." | "!" | "?" | "…"));
    (words >= 3 && verb) || (words >= 2 && (stops || pronoun))
}

/// Whether quoted words begin with the very verb that says them: `« demeure préoccupé par … »`.
pub(super) fn opens_with_cue(scene: &Scene, quote: &Range<usize>) -> bool {
    let reading = scene.reading;
    let says = |at: usize, feeling: bool| {
        reading.lexicon.forms(reading.low(at)).iter().any(|form| {
            let verb = &reading.lexicon.verbs[form.verb];
            if feeling {
                verb.takes(governs::FEELING) && matches!(form.tense, Tense::Participle | Tense::Agreed)
            } else {
                verb.tail.is_empty() && matches!(form.tense, Tense::Present | Tense::Past)
            }
        })
    };
    let first = quote.start + 1;
    if reading.is(first, class::BE) {
        return (first + 1..first + 4).any(|at| says(at, true));
    }
    let verb = if reading.is(first, class::REFLEXIVE) { first + 1 } else { first };
    says(verb, false)
}

/// A quotation whose attribution stands inside its marks: `« Si rien n'est fait, dit la maire, la
/// digue cédera. »`
pub(super) fn parted(scene: &Scene, quote: &Range<usize>) -> Option<Draft> {
    let reading = scene.reading;
    (quote.start + 3..quote.end).find_map(|at| {
        if reading.low(at - 1) != "," {
            return None;
        }
        let have = usize::from(reading.is(at, class::HAVE));
        let form = reading.lexicon.forms(reading.low(at + have)).iter().find(|form| {
            let verb = &reading.lexicon.verbs[form.verb];
            let tense = if have == 1 {
                form.tense == Tense::Participle
            } else {
                matches!(form.tense, Tense::Present | Tense::Past)
            };
            tense && verb.tail.is_empty() && !verb.reflexive && verb.takes(governs::QUOTE)
        })?;
        let end = at + have + 1;
        let source = if reading.word(end)?.inverted {
            end..end + 1
        } else {
            // The adverb of the outlet stands between the marks as well: `explique aujourd'hui la rescapée`.
            let behind = (end..end + 3).find(|&at| !reading.is(at, class::ADVERB | class::DAY))?;
            scene.group_after(behind)?
        };
        let closes = matches!(reading.low(source.end), "," | "." | "?" | "!") || source.end + 1 == quote.end;
        let speaks = reading.word(source.start)?.inverted
            || scene.names_somebody(&source)
            || reading.is(source.start, class::DETERMINER);
        (closes && speaks).then(|| Draft {
            content: quote.clone(),
            cue: Some(Attributed::of(at..end, &reading.lexicon.verbs[form.verb])),
            source: Source::Words(source),
            direct: true,
            hedged: false,
            via: None,
        })
    })
}
