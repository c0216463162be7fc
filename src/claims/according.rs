//! `selon X`, `d'après X`, `aux yeux de X`, `according to X`: a source without a verb.

use std::ops::Range;

use super::groups;
use super::lexicon::class;
use super::words::{Reading, Stretch};

/// A source given by a preposition.
#[derive(Debug, Clone)]
pub(super) struct Attribution {
    /// The preposition and the source.
    pub words: Range<usize>,
    /// The preposition alone.
    pub cue: Range<usize>,
    /// The noun group or pronoun after it.
    pub source: Range<usize>,
}

/// All sources of that kind in `stretch`, in order.
pub(super) fn find(
    reading: &Reading,
    stretch: &Stretch,
    verbs: &[Range<usize>],
    named: &dyn Fn(usize) -> Option<usize>,
) -> Vec<Attribution> {
    let mut found: Vec<Attribution> = Vec::new();
    for at in stretch.words.clone() {
        if reading.word(at).is_none_or(|word| word.quote.is_some()) {
            continue;
        }
        let longest = reading
            .lexicon
            .attributions
            .iter()
            .filter(|phrase| {
                phrase.iter().enumerate().all(|(offset, piece)| reading.low(at + offset) == piece)
            })
            .max_by_key(|phrase| phrase.len());
        let Some(phrase) = longest else { continue };
        let first = at + phrase.len();
        let pour = phrase.len() == 1 && phrase[0] == "pour";
        let Some(source) = source(reading, first, stretch.words.end, verbs, named) else { continue };
        if pour && !speaks_its_mind(reading, stretch, at, &source) {
            continue;
        }
        found.push(Attribution { words: at..source.end, cue: at..first, source });
    }
    found
}

fn source(
    reading: &Reading,
    at: usize,
    end: usize,
    verbs: &[Range<usize>],
    named: &dyn Fn(usize) -> Option<usize>,
) -> Option<Range<usize>> {
    if reading.is(at, class::NOT_SOURCE) || reading.is(at + 1, class::NOT_SOURCE) {
        return None;
    }
    if reading.is(at, class::STRONG) {
        return Some(at..at + 1);
    }
    if let Some(group) = groups::after(reading, at, end, verbs, named) {
        return Some(group);
    }
    // `aux yeux des Européens`: the article is in the preposition.
    let mut next = at;
    while next < end && reading.word(next).is_some_and(super::words::Word::is_open) {
        next += 1;
    }
    (next > at).then_some(at..next)
}

/// `Pour X, …` gives an opinion only where X opens the sentence, is somebody, and a clause follows.
fn speaks_its_mind(reading: &Reading, stretch: &Stretch, at: usize, source: &Range<usize>) -> bool {
    let opens = at == stretch.words.start;
    let comma = reading.low(source.end) == ",";
    let named = reading.is(source.start, class::STRONG | class::TITLE)
        || reading.word(source.start).is_some_and(|word| word.capital && !word.is(class::DETERMINER));
    opens && comma && named
}
