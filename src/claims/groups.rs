//! Noun groups: where the words that name a source begin and end.
//!
//! No parser is at hand. A group is read from the closed classes around it: it starts at an article,
//! a number or a name, goes on over nouns, names and `de`, and ends at a verb, a comma, another
//! preposition or a conjunction that starts something new.

use std::ops::Range;

use super::lexicon::class;
use super::words::{Quoted, Reading};
use crate::text::TokenKind;

/// Whether a noun group may start at word `at`.
pub(super) fn may_start(reading: &Reading, at: usize) -> bool {
    let Some(word) = reading.word(at) else { return false };
    if is_latter(reading, at) {
        return true;
    }
    match word.kind {
        TokenKind::Number => true,
        TokenKind::Mark => reading.quote_at(at).is_some_and(|quote| quote.end - quote.first <= 8),
        TokenKind::Punctuation => false,
        TokenKind::Word => {
            if word.is(class::RELATIVE | class::SUBORDINATOR | class::CONJUNCTION | class::DAY) {
                // `ce chauffeur` is somebody, `ce matin` a time.
                let somebody = word.is(class::DETERMINER)
                    && reading.word(at + 1).is_some_and(super::words::Word::is_open);
                // `un entretien au Soir`: inside a French sentence days are written small.
                let title = word.capital
                    && word.is(class::DAY)
                    && !reading.lexicon.english
                    && at > 0
                    && reading.word(at - 1).is_some_and(|before| before.is(class::LINK | class::DETERMINER));
                return word.is(class::NUMBER) || somebody || title;
            }
            word.is(class::DETERMINER | class::NUMBER | class::SUBJECT | class::TITLE)
                || (word.capital && !word.is(class::PREPOSITION | class::ADVERB))
        }
    }
}

/// `ce dernier`, `ces dernières`: somebody, unless a noun follows (`ces derniers jours`).
pub(super) fn is_latter(reading: &Reading, at: usize) -> bool {
    matches!(reading.low(at), "ce" | "cette" | "ces")
        && matches!(reading.low(at + 1), "dernier" | "dernière" | "derniers" | "dernières")
        && reading.word(at + 2).is_none_or(|word| {
            !word.is_open()
                || word.quote.is_some()
                || !reading.lexicon.forms(&word.low).is_empty()
                || reading.lexicon.looks_finite(&word.low)
        })
}

/// Whether quoted words may be part of a noun group: a name or a term, not an utterance.
pub(super) fn is_term(reading: &Reading, quote: &Quoted) -> bool {
    let stops = quote.end.checked_sub(2).is_some_and(|at| matches!(reading.low(at), "," | "." | "!" | "?"));
    // `le comité « demeure préoccupé »`: a quotation that opens with a verb has a subject before it.
    let verb = reading.is(quote.first + 1, class::BE | class::HAVE | class::FINITE);
    quote.end - quote.first <= 9 && !stops && !verb
}

/// Whether a verb that is no part of a noun group stands at `at`.
pub(super) fn is_verb(reading: &Reading, at: usize, cues: &[Range<usize>]) -> bool {
    reading.is(at, class::HAVE | class::BE | class::FINITE)
        || reading
            .word(at)
            .is_some_and(|word| word.is_open() && !word.capital && reading.lexicon.looks_finite(&word.low))
        || is_english_past(reading, at)
        || cues
            .binary_search_by(|cue| {
                if cue.end <= at {
                    std::cmp::Ordering::Less
                } else if cue.start > at {
                    std::cmp::Ordering::Greater
                } else {
                    std::cmp::Ordering::Equal
                }
            })
            .is_ok()
}

/// `The company apologised and…`: in English a word in -ed is a verb, unless it stands before its noun
/// (`the injured man`) or right behind an article.
fn is_english_past(reading: &Reading, at: usize) -> bool {
    if !reading.lexicon.english {
        return false;
    }
    let Some(word) = reading.word(at) else { return false };
    let open = word.is_open() || word.classes == class::CARRIER;
    let past = open && !word.capital && word.low.len() > 4 && word.low.ends_with("ed");
    let before = at.checked_sub(1).and_then(|at| reading.word(at));
    let adjective = before.is_none_or(|word| word.is(class::DETERMINER | class::NUMBER | class::PREPOSITION));
    let noun_behind = reading.word(at + 1).is_some_and(|word| word.is_open() && !word.capital);
    past && !adjective && !noun_behind
}

/// The noun group that starts at word `at` and ends before `end` at the latest.
///
/// `named` tells how far a name that starts at a word goes, so that `le Comité pour les droits`
/// stays whole where it is known as a name.
pub(super) fn after(
    reading: &Reading,
    at: usize,
    end: usize,
    cues: &[Range<usize>],
    named: &dyn Fn(usize) -> Option<usize>,
) -> Option<Range<usize>> {
    if at >= end || !may_start(reading, at) {
        return None;
    }
    let first = reading.word(at)?;
    if is_latter(reading, at) && at + 1 < end {
        return Some(at..at + 2);
    }
    if first.is(class::SUBJECT) && !first.is(class::DETERMINER | class::NUMBER) {
        return Some(at..at + 1);
    }
    let mut next = at;
    while next < end {
        if let Some(stop) = named(next).filter(|&stop| stop > next && stop <= end) {
            next = stop;
            continue;
        }
        let word = reading.word(next)?;
        if let Some(quote) =
            reading.quote_at(next).filter(|quote| quote.end <= end && is_term(reading, quote))
        {
            next = quote.end;
            continue;
        }
        if word.low == "(" {
            // `(CDR)` belongs to the name before it.
            match (next + 1..end.min(next + 6)).find(|&close| reading.low(close) == ")") {
                Some(close) => next = close + 1,
                None => break,
            }
            continue;
        }
        let fits = if is_verb(reading, next, cues) && next > at {
            false
        } else if matches!(word.low.as_str(), "et" | "and" | "&") {
            next > at && may_start(reading, next + 1) && !verb_follows(reading, next + 1, end, cues)
        } else if word.is(class::LINK) {
            next > at
                && matches!(word.low.as_str(), "de" | "du" | "des" | "d'" | "of" | "for" | "'s" | "’s")
                && reading.word(next + 1).is_some_and(|word| word.is_word() || word.kind == TokenKind::Mark)
                || next == at
        } else if word.is(class::DETERMINER | class::NUMBER) {
            next == at || reading.is(next - 1, class::LINK | class::DETERMINER | class::CONJUNCTION)
        } else {
            word.is_open()
                // `Le Matin`, `Le Temps`: inside a French sentence only names have capitals.
                || (next > at && word.capital && word.is(class::DAY) && is_title_word(reading, next))
                || word.is(class::TITLE | class::DOCUMENT | class::MEMBER | class::BODY)
                || (word.is(class::HEDGE | class::CARRIER) && next > at)
                || is_adjective(reading, next, at)
                || (next > at && is_same(reading, next))
                || (next > at && is_degree(reading, next, cues))
        };
        if !fits {
            break;
        }
        next += 1;
    }
    while next > at + 1 && reading.is(next - 1, class::LINK | class::DETERMINER) {
        next -= 1;
    }
    (next > at).then_some(at..next)
}

/// Whether a capitalised word for a day belongs to a name: in French always, in English before another
/// such word (`the Morning Herald`).
fn is_title_word(reading: &Reading, at: usize) -> bool {
    !reading.lexicon.english
        || reading.word(at + 1).is_some_and(|next| next.capital && (next.is_open() || next.is(class::NOUN)))
}

/// Whether an adverb belongs to an adjective that carries the group on: `un bilan encore provisoire`, `une
/// source très proche du dossier`.
fn is_degree(reading: &Reading, adverb: usize, cues: &[Range<usize>]) -> bool {
    let degree = reading.is(adverb, class::DEGREE);
    let next = adverb + 1;
    let adjective =
        reading.word(next).is_some_and(|word| word.is_open() && !word.capital && word.quote.is_none());
    let noun_before =
        adverb > 0 && reading.word(adverb - 1).is_some_and(|word| word.is_open() || word.is(class::NOUN));
    degree && adjective && noun_before && !is_verb(reading, next, cues)
        // `La maire très tôt`: an adjective is not the last word before a verb.
        && !reading.lexicon.looks_infinitive(reading.low(next))
}

/// `la même source`, `le dernier décompte`: words that are adverbs or dates elsewhere.
fn is_same(reading: &Reading, at: usize) -> bool {
    matches!(
        reading.low(at),
        "même" | "mêmes" | "dernier" | "dernière" | "derniers" | "dernières" | "prochain" | "prochaine"
    ) && reading.is(at.saturating_sub(1), class::DETERMINER)
        && reading.word(at + 1).is_some_and(super::words::Word::is_open)
}

/// Whether a word that may stand inside a verb is an adjective here: `une nouvelle vague`.
fn is_adjective(reading: &Reading, word: usize, start: usize) -> bool {
    word > start
        && reading
            .word(word)
            .is_some_and(|word| word.is(class::INSIDE) && word.classes & !(class::INSIDE | class::NOUN) == 0)
        && reading.is(word - 1, class::DETERMINER | class::NUMBER)
        && reading.word(word + 1).is_some_and(super::words::Word::is_open)
}

/// Whether the group that starts at `at` has a verb of its own behind it.
fn verb_follows(reading: &Reading, at: usize, end: usize, cues: &[Range<usize>]) -> bool {
    for next in at..end.min(at + 10) {
        if is_verb(reading, next, cues) {
            return true;
        }
        if !reading.word(next).is_some_and(super::words::Word::is_word) {
            return false;
        }
    }
    false
}

/// The noun group that ends right before word `at`, not reaching below `first`.
pub(super) fn before(
    reading: &Reading,
    first: usize,
    at: usize,
    cues: &[Range<usize>],
) -> Option<Range<usize>> {
    if at >= first + 2 && is_latter(reading, at - 2) {
        return Some(at - 2..at);
    }
    let mut start = at;
    // Where the part before an `et` turns out to hold a verb, the group starts after the `et`.
    let mut joint: Option<usize> = None;
    while start > first {
        let word = reading.word(start - 1)?;
        if let Some(quote) =
            reading.quote_before(start).filter(|quote| quote.first >= first && is_term(reading, quote))
        {
            start = quote.first;
            continue;
        }
        if word.low == ")" {
            match (first..start - 1).rev().take(6).find(|&open| reading.low(open) == "(") {
                Some(open) => start = open,
                None => break,
            }
            continue;
        }
        if is_verb(reading, start - 1, cues) || word.is(class::NOT_FINITE) {
            if let Some(joint) = joint {
                start = joint;
            }
            break;
        }
        if matches!(word.low.as_str(), "et" | "and" | "ou" | "or") {
            if start == at {
                break;
            }
            if may_start(reading, start) && !reading.is(start, class::LINK) && joint.is_none() {
                joint = Some(start);
            }
            start -= 1;
            continue;
        }
        let fits = word.is_open()
            || (start < at && word.capital && word.is(class::DAY) && is_title_word(reading, start - 1))
            || word.is(class::DETERMINER
                | class::NUMBER
                | class::LINK
                | class::TITLE
                | class::DOCUMENT
                | class::MEMBER
                | class::BODY)
            || (word.is(class::HEDGE) && start < at)
            || (start < at && is_same(reading, start - 1));
        if !fits || (word.is(class::SUBJECT) && !word.is(class::DETERMINER)) {
            break;
        }
        start -= 1;
    }
    latest_group(reading, start, at)
}

/// The last noun group of `start..end`, which may hold several side by side: in
/// `dans un communiqué | le ministère`, the second.
fn latest_group(reading: &Reading, start: usize, end: usize) -> Option<Range<usize>> {
    let mut best = None;
    let governed = |at: usize| {
        at > 0
            && reading.word(at - 1).is_some_and(|word| {
                // `after the chain said …`: there the preposition opens a clause.
                let opens_clause = matches!(word.low.as_str(), "after" | "before" | "since" | "until");
                word.is(class::PREPOSITION | class::DETERMINER)
                    && word.is_word()
                    && !word.inverted
                    && !opens_clause
            })
    };
    // `A study by Leaford University`: all of a name is governed as its first word is.
    let mut governed_name = false;
    for at in start..end {
        let capital = reading.word(at).is_some_and(|word| word.capital && word.is_open());
        let by = at > 0 && matches!(reading.low(at - 1), "by" | "with" | "from");
        governed_name = capital && (governed_name || by);
        if !may_start(reading, at) || governed(at) || governed_name {
            continue;
        }
        let word = reading.word(at)?;
        let noun_before =
            at > start && reading.word(at - 1).is_some_and(|word| word.is_open() || word.is(class::NOUN));
        // `le secrétaire général de`: behind a noun it is an adjective.
        if noun_before && word.is(class::TITLE) && !word.capital {
            continue;
        }
        // `Gaston Le Roy`: an article inside a name.
        if at > start && word.capital && word.is(class::DETERMINER) && reading.is_name(at - 1) {
            continue;
        }
        // `L'autrice de « La Ville fermée »`: a title in marks begins nothing.
        if word.quote.is_some() && reading.quote_at(at).is_none() && at > start {
            continue;
        }
        // `président de la station`: `de` hangs on the noun before it.
        if best.is_none() && noun_before && matches!(word.low.as_str(), "de" | "d'" | "du") {
            continue;
        }
        // `de`, `du`, `des` and `au` start a group only where nothing before could carry them on.
        let carried =
            at > start && (word.is(class::LINK) || reading.is(at - 1, class::CONJUNCTION | class::TITLE));
        let name = word.capital && at > start && !word.is(class::DETERMINER | class::TITLE);
        if best.is_none() || (!carried && !name) {
            if best.is_none() && word.is(class::LINK) && !matches!(word.low.as_str(), "des" | "de" | "du") {
                continue;
            }
            best = Some(at);
        }
    }
    // English plurals need no article: `while campaigners insist`.
    let bare = |at: &usize| {
        let before = at.checked_sub(1).and_then(|at| reading.word(at));
        let begins = before.is_none_or(|word| {
            !word.is_word() || word.is(class::CONJUNCTION | class::SUBORDINATOR | class::BREAK)
        });
        reading.lexicon.english && begins && end - at <= 3 && reading.low(end - 1).ends_with('s')
    };
    let start = best.or_else(|| Some(start).filter(|start| *start < end && bare(start)))?;
    (start < end).then_some(start..end)
}
