//! `selon X`, `d'après X`, `aux yeux de X`, `according to X`: a source without a verb.

use std::ops::Range;

use super::clause::{self, Scene};
use super::direct;
use super::draft::{Attributed, Draft, Source};
use super::groups;
use super::hedge;
use super::lexicon::class;
use super::subject;
use super::words::{Reading, Stretch};
use super::{Force, Polarity};
use crate::actors::titles;

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
        if let Some(attribution) = of_pronoun(reading, at) {
            found.push(attribution);
            continue;
        }
        let Some(phrase) = longest else { continue };
        let first = at + phrase.len();
        let pour = phrase.len() == 1 && matches!(phrase[0].as_str(), "pour" | "for");
        let Some(source) = source_at(reading, first, stretch.words.end, verbs, named) else { continue };
        // Without a comma before it, `varie selon les saisons` is no source unless somebody is named.
        let loose = at > stretch.words.start
            && reading.word(at - 1).is_some_and(super::words::Word::is_word)
            && !reading.is(at - 1, class::CONJUNCTION | class::DAY);
        let known = source.clone().any(|at| named(at).is_some())
            || reading.is(source.start, class::STRONG)
            || source.clone().any(|at| reading.is(at, class::DOCUMENT | class::BODY | class::MEMBER));
        if loose && !known {
            continue;
        }
        if pour && !speaks_its_mind(reading, stretch, at, &source, known) {
            continue;
        }
        found.push(Attribution { words: at..source.end, cue: at..first, source });
    }
    found
}

/// `à ses yeux`, `à l'en croire`, `à leur avis`: the source is a pronoun inside the phrase.
fn of_pronoun(reading: &Reading, at: usize) -> Option<Attribution> {
    if reading.low(at) != "à" {
        return None;
    }
    let end = match (reading.low(at + 1), reading.low(at + 2), reading.low(at + 3)) {
        ("ses" | "leurs", "yeux", _) | ("son" | "leur", "avis", _) | ("l'" | "les", "entendre", _) => at + 3,
        ("l'" | "les", "en", "croire") => at + 4,
        _ => return None,
    };
    Some(Attribution { words: at..end, cue: at..end, source: at + 1..at + 2 })
}

fn source_at(
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
        // `according to a report by the Rail Safety Board`, `selon une étude menée par l'institut`.
        let by = (group.end..end.min(group.end + 2)).find(|&at| matches!(reading.low(at), "by" | "par"));
        let document = group.clone().any(|at| reading.is(at, class::DOCUMENT));
        if let Some(by) = by.filter(|_| document)
            && let Some(maker) = groups::after(reading, by + 1, end, verbs, named)
        {
            return Some(group.start..maker.end);
        }
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
fn speaks_its_mind(
    reading: &Reading,
    stretch: &Stretch,
    at: usize,
    source: &Range<usize>,
    known: bool,
) -> bool {
    let opens = at == stretch.words.start;
    let comma = reading.low(source.end) == ",";
    // `Pour les riverains, « c'est l'enfer »`: words between marks are somebody's.
    let quoted = reading.quote_at(source.end + 1).is_some_and(|quote| quote.end - quote.first > 5);
    // `Pour la maire, …`: somebody who is called by an office.
    let office = reading.is(source.start, class::DEFINITE)
        && !reading.lexicon.english
        && titles::is_title(reading.low(source.start + 1));
    // `Pour Noël, …` names nobody.
    let named = reading.is(source.start, class::STRONG | class::TITLE)
        || known
            && reading.word(source.start).is_some_and(|word| word.capital && !word.is(class::DETERMINER));
    // `Pour la sociologue Anne Roussel, …`: a name right behind its noun.
    let called = source.clone().skip(2).take(2).any(|at| {
        reading.word(at).is_some_and(|word| word.capital && word.is_open())
            && reading.word(at - 1).is_some_and(|word| word.is_open() && !word.capital)
    }) && reading.is(source.start, class::DEFINITE);
    opens && comma && (named || called || quoted || office)
}

/// `Selon X, …`, `…, selon X.`, `…, selon X, …`.
pub(super) fn read(scene: &Scene, attribution: &Attribution) -> Option<Draft> {
    let reading = scene.reading;
    let words = &attribution.words;
    let mut source_end = words.end;
    let mut source = attribution.source.clone();
    // `selon la ministre, Jeanne Morel, …`, `selon le porte-parole, le colonel Diop, …`.
    if reading.low(source_end) == ","
        && let Some(apposed) = scene.group_after(source_end + 1)
        && matches!(reading.low(apposed.end), "," | "." | "" | ":")
    {
        let name = reading.word(apposed.start).is_some_and(|word| word.capital && word.is_open());
        if !subject::names_head(scene, &source)
            && (name && words.start > scene.words.start || scene.names_somebody(&apposed))
        {
            source = source.start..apposed.end;
            source_end = apposed.end;
        } else if describes(scene, &source, &apposed) {
            source_end = apposed.end;
        }
    }
    let leads = words.start == scene.words.start
        || (words.start == scene.words.start + 2 && reading.low(words.start - 1) == ",")
        || matches!(reading.low(words.start.saturating_sub(1)), "mais" | "et" | "but" | "and");
    let content = if leads {
        // What stands between the source and the comma is more of the source.
        let comma = (source_end..scene.words.end.min(source_end + 30)).find(|&at| {
            reading.low(at) == "," && reading.word(at).is_some_and(|word| word.quote.is_none())
        })?;
        comma + 1..before_relative(scene, comma + 1, clause::end(scene, comma + 1, false))
    } else {
        let first = behind_colon(scene, words.start);
        let tail = reading.low(source_end) == "," && source_end + 1 < scene.words.end;
        let end = if tail { clause::end(scene, source_end + 1, false) } else { words.start };
        // An aside in mid-sentence leaves one statement around it.
        let resumes = tail && !matches!(reading.low(source_end + 1), "qui" | "dont" | "who" | "which");
        let end = if resumes { end } else { clause::trim(scene, first, words.start) };
        first..end
    };
    // `« Un scandale », selon l'avocate`: what is quoted may be short.
    let quotes = direct::quotes_in(scene, content.start, content.end);
    let quoted = quotes.first().is_some_and(|quote| *quote == content);
    if reading.count(content.clone()) < 3 && !quoted {
        return None;
    }
    let lemma = reading.span(&attribution.cue).of(reading.text).to_lowercase();
    let hedged = hedge::is_told_as_hearsay(reading, content.clone());
    Some(Draft {
        content,
        cue: Some(Attributed {
            words: attribution.cue.clone(),
            lemma,
            force: Force::Say,
            polarity: Polarity::Affirmed,
        }),
        source: Source::Words(source),
        direct: quoted,
        hedged,
        via: None,
    })
}

/// `Selon Anne Roussel et Karim Haddad, | les deux fondateurs, | la marque…`: what stands between two
/// commas behind a name says who that is, where a sentence of its own follows.
fn describes(scene: &Scene, source: &Range<usize>, apposed: &Range<usize>) -> bool {
    let reading = scene.reading;
    let follows = || {
        scene.group_after(apposed.end + 1).is_some_and(|group| {
            let verb = scene.skip_adverbs(group.end);
            scene.is_verb(verb) || reading.is(verb, class::CLITIC)
        })
    };
    subject::names_head(scene, source)
        && reading.is(apposed.start, class::DEFINITE)
        && !scene.names_somebody(apposed)
        && reading.low(apposed.end) == ","
        && follows()
}

/// Where the statement before word `end` begins: behind the last colon, which leads to it.
fn behind_colon(scene: &Scene, end: usize) -> usize {
    let reading = scene.reading;
    let colon = (scene.words.start..end)
        .rev()
        .find(|&at| reading.low(at) == ":" && reading.word(at).is_some_and(|word| word.quote.is_none()));
    colon.filter(|&at| reading.count(at..end) >= 5).map_or(scene.words.start, |at| at + 1)
}

/// The end of a content that does not run on into `, que …`: that is a relative clause here.
fn before_relative(scene: &Scene, start: usize, end: usize) -> usize {
    let reading = scene.reading;
    (start + 3..end)
        .find(|&at| {
            reading.low(at) == ","
                && matches!(reading.low(at + 1), "que" | "qu'")
                && reading.word(at).is_some_and(|word| word.quote.is_none())
        })
        .unwrap_or(end)
}
