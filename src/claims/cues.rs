//! Finds the verbs that attribute: the whole verb group, from its auxiliary to its participle, and
//! how it stands in its clause.
//!
//! A form may be a noun as well (`la demande`, `une note`, `a report`), so that what stands before it decides.

use std::ops::Range;

use super::conjugation::Tense;
use super::lexicon::{Verb, class, governs};
use super::unlisted;
use super::words::{Reading, Stretch, Word};
use crate::text::TokenKind;

/// How a verb group stands in its clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// It has, or may have, a subject of its own.
    Finite,
    /// A participle that shares an auxiliary with an earlier verb: `a rejeté … et prévenu que`.
    Shared,
    /// `ajoutant que`, `adding that`: its subject is that of the verb before.
    Gerund,
}

/// A verb of saying in an article.
#[derive(Debug, Clone)]
pub(super) struct CueVerb {
    /// From the auxiliary to the last word of the verb, pronouns set behind included.
    pub words: Range<usize>,
    pub verb: &'static Verb,
    pub shape: Shape,
    /// The pronoun set behind the verb.
    pub inverted: Option<usize>,
    /// `aurait déclaré`, `would say`.
    pub conditional: bool,
    /// Told in a tense of the past.
    pub past: bool,
}

/// All verbs of saying in `stretch`, in order, not overlapping. Quoted ones are left out.
pub(super) fn find(reading: &Reading, stretch: &Stretch) -> Vec<CueVerb> {
    let mut found: Vec<CueVerb> = Vec::new();
    for at in stretch.words.clone() {
        let word = &reading.words[at];
        if word.kind != TokenKind::Word || found.last().is_some_and(|cue| at < cue.words.end) {
            continue;
        }
        let best = reading
            .lexicon
            .forms(&word.low)
            .iter()
            .filter_map(|form| {
                let verb = &reading.lexicon.verbs[form.verb];
                let end = tail(reading, verb, at)?;
                let cue = if reading.lexicon.english {
                    english(reading, stretch, at, form.tense)?
                } else {
                    french(reading, stretch, at, form.tense, verb)?
                };
                let negated = || cue.words.clone().any(|at| reading.is(at, class::NEGATION));
                if verb.negated && !negated() {
                    return None;
                }
                let mut end = end.max(cue.words.end);
                // `s'est « engagée »`: the mark that closes around the verb belongs to it.
                if word.quote.is_some() && reading.quote_before(end + 1).is_some() {
                    end += 1;
                }
                Some(CueVerb { words: cue.words.start..end, verb, ..cue })
            })
            .max_by_key(|cue| (cue.verb.tail.len(), cue.verb.reflexive, cue.words.len()));
        if let Some(cue) = best.or_else(|| unlisted::find(reading, stretch, at)) {
            // A quoted verb reports nothing for the article, unless only a word of the cue is quoted.
            let quoted =
                word.quote.is_some_and(|quote| reading.quotes[quote].end - reading.quotes[quote].first > 5);
            if !quoted {
                found.push(cue);
            }
        }
    }
    found
}

/// The end of the verb with the words that belong to it: `a mis | en garde`.
fn tail(reading: &Reading, verb: &Verb, at: usize) -> Option<usize> {
    let mut next = at + 1;
    if verb.tail.is_empty() {
        return Some(next);
    }
    while reading.word(next).is_some_and(|word| word.inverted || word.is(class::INSIDE | class::ADVERB))
        && verb.tail[0] != reading.low(next)
        && next < at + 5
    {
        next += 1;
    }
    for expected in &verb.tail {
        if reading.low(next) != expected {
            return None;
        }
        next += 1;
    }
    Some(next)
}

fn group(start: usize, end: usize, shape: Shape) -> CueVerb {
    static NONE: Verb = Verb::plain(0);
    CueVerb { words: start..end, verb: &NONE, shape, inverted: None, conditional: false, past: false }
}

/// Reads a French form at `at`; nothing where it is no verb there.
fn french(reading: &Reading, stretch: &Stretch, at: usize, tense: Tense, verb: &Verb) -> Option<CueVerb> {
    let first = stretch.words.start;
    match tense {
        Tense::Participle | Tense::Agreed => compound(reading, first, at, tense, verb),
        Tense::Gerund => {
            let mut start = at;
            // `le commandant`, `un représentant`: behind an article it is a noun; not in `en le disant`.
            let article = at > first && reading.is(at - 1, class::DETERMINER);
            if article && !(at > first + 1 && reading.low(at - 2) == "en") {
                // `la jugeant insuffisante`: the pronoun is what is judged.
                let judged = reading.is(at - 1, class::CLITIC)
                    && verb.takes(governs::JUDGED)
                    && (at == first + 1 || !reading.word(at - 2).is_some_and(Word::is_word));
                return judged.then(|| group(at - 1, at + 1, Shape::Gerund));
            }
            // `maintenant` is an adverb, unless a clause hangs on it.
            if reading.is(at, class::ADVERB) && !matches!(reading.low(at + 1), "que" | "qu'") {
                return None;
            }
            let reflexive = at > first && reading.is(at - 1, class::REFLEXIVE);
            if verb.reflexive != reflexive {
                return None;
            }
            start -= usize::from(reflexive);
            Some(group(start, at + 1, Shape::Gerund))
        }
        Tense::Infinitive => {
            let mut start = if verb.reflexive {
                at.checked_sub(1).filter(|&before| reading.is(before, class::REFLEXIVE))?
            } else {
                at
            };
            if start > first && matches!(reading.low(start - 1), "à" | "de" | "d'" | "en" | "par") {
                start -= 1;
            }
            if let Some(shape) = narrative(reading, first, start, at) {
                return Some(group(start, at + 1, shape));
            }
            // `avant d'ajouter que` goes on with the same speaker, as `ajoutant que` does.
            if start > first && reading.low(start - 1) == "avant" {
                return Some(group(start - 1, at + 1, Shape::Gerund));
            }
            let carrier = start
                .checked_sub(1)
                .filter(|&before| before >= first && reading.is(before, class::CARRIER))?;
            // `a cependant tenu à tempérer`: the carrier may be a participle.
            let mut auxiliary = carrier;
            while auxiliary > first && reading.is(auxiliary - 1, class::INSIDE | class::ADVERB) {
                auxiliary -= 1;
            }
            let compound = auxiliary > first
                && reading.is(auxiliary - 1, class::HAVE | class::BE)
                && !reading.is(carrier, class::HAVE | class::BE | class::FINITE);
            let verb = if compound { auxiliary - 1 } else { carrier };
            Some(group(verb_start(reading, first, verb), at + 1, Shape::Finite))
        }
        Tense::Present | Tense::Past | Tense::Future | Tense::Conditional => {
            finite(reading, first, at, tense, verb)
        }
    }
}

/// `Et d'ajouter : « … »`, `Eux de conclure que…`: an infinitive that tells. It goes on with the speaker
/// before, or has a pronoun or a group of its own behind `et`.
fn narrative(reading: &Reading, first: usize, start: usize, at: usize) -> Option<Shape> {
    if !matches!(reading.low(start), "de" | "d'") || start == first || start > first + 10 {
        return None;
    }
    let said = matches!(reading.low(at + 1), ":" | "que" | "qu'" | ",") || reading.quote_at(at + 1).is_some();
    let verb = |at: usize| reading.is(at, class::HAVE | class::BE | class::FINITE);
    if !said || (first..start).any(verb) {
        return None;
    }
    if start == first + 1 && matches!(reading.low(first), "et" | "puis") {
        return Some(Shape::Gerund);
    }
    let alone = start == first + 1 && reading.is(first, class::STRONG);
    (alone || reading.low(first) == "et").then_some(Shape::Finite)
}

/// The first word of an aside between commas that ends right before word `at`: `a, | quant à elle, | dénoncé`.
fn aside_before(reading: &Reading, first: usize, at: usize) -> Option<usize> {
    let close = at.checked_sub(1).filter(|&close| close > first && reading.low(close) == ",")?;
    (first + 1..close)
        .rev()
        .take(7)
        .find(|&open| reading.low(open) == "," && reading.word(open).is_some_and(|word| word.quote.is_none()))
}

/// `a toutefois prévenu`, `s'est engagé`, `est préoccupé`, or a participle that shares an auxiliary.
fn compound(reading: &Reading, first: usize, at: usize, tense: Tense, verb: &Verb) -> Option<CueVerb> {
    let mut before = at;
    let mut inverted = None;
    let mut aside = false;
    while before > first {
        let word = reading.word(before - 1)?;
        if let Some(open) = aside_before(reading, first, before).filter(|_| !aside)
            && reading.is(open - 1, class::HAVE | class::BE)
        {
            aside = true;
            before = open;
            continue;
        }
        if word.inverted {
            inverted = Some(before - 1);
        } else if word.is(class::HAVE | class::BE) {
            break;
        } else if !(word.is(class::INSIDE | class::ADVERB) || word.kind == TokenKind::Mark)
            || (at - before > 6 && !aside)
        {
            before = first;
            break;
        }
        before -= 1;
    }
    let feeling = verb.takes(governs::FEELING);
    if before > first && reading.is(before - 1, class::HAVE | class::BE) {
        let auxiliary = before - 1;
        let reflexive = auxiliary.checked_sub(1).is_some_and(|at| reading.is(at, class::REFLEXIVE));
        let have = reading.is(auxiliary, class::HAVE);
        let fits = match (verb.reflexive, have) {
            (true, _) => reflexive,
            (false, true) => !reflexive && tense == Tense::Participle && !feeling,
            (false, false) => feeling && !reflexive,
        };
        if !fits {
            return None;
        }
        let mut cue = group(verb_start(reading, first, auxiliary), at + 1, Shape::Finite);
        cue.inverted = inverted;
        cue.conditional = reading.is(auxiliary, class::CONDITIONAL);
        cue.past = reading.is(auxiliary, class::PAST);
        return Some(cue);
    }
    // `se dit préoccupé par`: the verb before it says so already, and its content runs over this one.
    if verb.reflexive || tense != Tense::Participle || feeling {
        return None;
    }
    let mut left = at;
    while left > first && reading.is(left - 1, class::INSIDE) && !matches!(reading.low(left - 1), "et") {
        left -= 1;
    }
    let joint = left.checked_sub(1).filter(|&joint| joint > first)?;
    if !matches!(reading.low(joint), "et" | "puis" | "mais" | ",") {
        return None;
    }
    let auxiliary = (first..joint)
        .rev()
        .take(40)
        .find(|&at| reading.word(at).is_some_and(|word| word.quote.is_none() && word.is(class::HAVE)))?;
    // What takes the participle's content decides: a bare participle is most often an adjective.
    let next = reading.low(at + 1);
    let noun = reading.low(joint) == "et"
        && verb.takes(governs::NOUN | governs::SOMEONE)
        && reading.is(at + 1, class::DETERMINER)
        && !reading.is(at + 1, class::LINK);
    if !noun && !matches!(next, "que" | "qu'" | "à" | "de" | "d'" | ":" | "vouloir" | "être" | "avoir") {
        return None;
    }
    if reading.low(joint) == "," && !matches!(next, "que" | "qu'") {
        return None;
    }
    let mut cue = group(left, at + 1, Shape::Shared);
    cue.past = reading.is(auxiliary, class::PAST);
    Some(cue)
}

/// A verb in a simple tense, unless what stands before it makes it a noun.
fn finite(reading: &Reading, first: usize, at: usize, tense: Tense, verb: &Verb) -> Option<CueVerb> {
    let inverted = Some(at + 1).filter(|&next| reading.word(next).is_some_and(|word| word.inverted));
    let before = at.checked_sub(1).filter(|&before| before >= first);
    let reflexive = before.is_some_and(|before| reading.is(before, class::REFLEXIVE));
    if verb.reflexive != reflexive {
        return None;
    }
    if inverted.is_none() {
        let before = before?;
        let word = reading.word(before)?;
        let object = before > first
            && (reading.is(before - 1, class::SUBJECT) || matches!(reading.low(before - 1), "qui" | "ne"));
        // `Certains redoutent`: a form in -ent is no noun, and the word before it stands for somebody.
        let stands_alone = word.is(class::SUBJECT) && reading.low(at).ends_with("ent");
        // `une nouvelle demande de permis`.
        let modified = word.is(class::INSIDE)
            && word.classes & !(class::INSIDE | class::NEUTRAL) == 0
            && before > first
            && reading.is(before - 1, class::DETERMINER)
            && !reading.is(before - 1, class::CLITIC);
        let nominal = modified || word.is(class::DETERMINER | class::NUMBER) && !object && !stands_alone;
        let governed = word.is(class::PREPOSITION) && !word.is(class::CLITIC);
        if nominal || governed || word.is(class::BE | class::HAVE) {
            return None;
        }
    }
    let end = inverted.map_or(at + 1, |pronoun| pronoun + 1);
    let mut cue = group(verb_start(reading, first, at), end, Shape::Finite);
    cue.inverted = inverted;
    cue.conditional = tense == Tense::Conditional;
    cue.past = tense == Tense::Past;
    Some(cue)
}

/// The first word of a French verb group: its `ne`, its `se`, its object pronouns.
fn verb_start(reading: &Reading, first: usize, verb: usize) -> usize {
    let mut start = verb;
    while start > first
        && reading.is(start - 1, class::CLITIC)
        && reading.word(start - 1).is_some_and(|word| {
            // `le`, `la`, `les`, `l'` before a verb are pronouns, but `elle`, `nous` may be its subject.
            !word.capital && !word.inverted && !matches!(word.low.as_str(), "nous" | "vous")
        })
    {
        start -= 1;
    }
    start
}

/// Reads an English form at `at`.
fn english(reading: &Reading, stretch: &Stretch, at: usize, tense: Tense) -> Option<CueVerb> {
    let first = stretch.words.start;
    let mut before = at;
    while before > first && reading.is(before - 1, class::INSIDE | class::ADVERB) && at - before < 4 {
        before -= 1;
    }
    let auxiliary = before.checked_sub(1).filter(|&auxiliary| auxiliary >= first);
    let have = auxiliary.is_some_and(|at| reading.is(at, class::HAVE));
    let be = auxiliary.is_some_and(|at| reading.is(at, class::BE));
    let previous = at.checked_sub(1).filter(|&before| before >= first);
    let low = |at: Option<usize>| at.map_or("", |at| reading.low(at));
    let nominal = previous.is_some_and(|at| {
        reading.is(at, class::DETERMINER | class::PREPOSITION) && !reading.is(at, class::SUBJECT)
            || matches!(reading.low(at), "'s" | "’s")
            // `denied claims that`: what stands behind a verb in the past is its object.
            || (tense == Tense::Present
                && reading.lexicon.forms(reading.low(at)).iter().any(|form| form.tense == Tense::Past))
    });
    let mut cue = match tense {
        Tense::Gerund if be => group(auxiliary?, at + 1, Shape::Finite),
        Tense::Gerund => {
            // `was quoted as saying`.
            if low(previous) == "as" && at > first + 2 && matches!(reading.low(at - 2), "quoted" | "cited") {
                return Some(CueVerb { past: true, ..group(at - 3, at + 1, Shape::Finite) });
            }
            // `before adding that` goes on with the same speaker.
            if nominal && !matches!(low(previous), "before" | "after" | "by") {
                return None;
            }
            group(at, at + 1, Shape::Gerund)
        }
        Tense::Past | Tense::Participle if have => group(auxiliary?, at + 1, Shape::Finite),
        Tense::Past if !be && !nominal => group(at, at + 1, Shape::Finite),
        Tense::Present if !nominal && low(previous) != "and" => group(at, at + 1, Shape::Finite),
        Tense::Infinitive => {
            let modal = matches!(low(auxiliary), "will" | "would" | "did" | "does" | "do");
            let plural = previous.is_some_and(|at| {
                let word = &reading.words[at];
                matches!(word.low.as_str(), "they" | "we" | "i" | "you" | "some" | "many" | "others")
                    || ((word.is_open() || word.is(class::MEMBER))
                        && word.low.ends_with('s')
                        && !word.low.ends_with("ss"))
            });
            if !modal && !plural {
                return None;
            }
            group(if modal { auxiliary? } else { at }, at + 1, Shape::Finite)
        }
        _ => return None,
    };
    cue.past = matches!(tense, Tense::Past | Tense::Participle);
    cue.conditional = low(auxiliary) == "would";
    Some(cue)
}
