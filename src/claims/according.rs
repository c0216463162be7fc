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
use crate::text::fold;

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
        // `…, le juriste Denis Maury, pour qui « … »`: whoever the pronoun goes back to.
        if reading.low(first) == "qui" && at > stretch.words.start {
            if let Some(source) = last_named(reading, stretch, at, named) {
                found.push(Attribution { words: at..first + 1, cue: at..first, source });
            }
            continue;
        }
        let pour = phrase.len() == 1 && matches!(phrase[0].as_str(), "pour" | "for");
        let Some(source) = source_at(reading, first, stretch.words.end, verbs, named) else { continue };
        let source = before_content(reading, stretch, at, source);
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

/// A source without the quotation that closes the sentence behind it, where nothing else can be its content:
/// `Selon un témoin | « la digue a cédé ».`, but `…, selon le collectif « Sauvons la plage ».`
fn before_content(reading: &Reading, stretch: &Stretch, at: usize, source: Range<usize>) -> Range<usize> {
    let leads = opens(reading, stretch.words.start, at)
        || reading.is(at - 1, class::BE | class::HAVE | class::FINITE);
    let closes = reading.word(source.end).is_none_or(|word| matches!(word.low.as_str(), "." | "!" | "?"));
    match reading.quote_before(source.end) {
        Some(quote)
            if leads
                && closes
                && quote.first > source.start
                && reading.count(quote.first..quote.end) >= 3 =>
        {
            source.start..quote.first
        }
        _ => source,
    }
}

/// The name that ends last before word `at`, at most a breath away.
fn last_named(
    reading: &Reading,
    stretch: &Stretch,
    at: usize,
    named: &dyn Fn(usize) -> Option<usize>,
) -> Option<Range<usize>> {
    (stretch.words.start..at)
        .rev()
        .take(20)
        .take_while(|&at| !matches!(reading.low(at), ":" | ";"))
        .find_map(|first| named(first).map(|end| first..end))
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
    let opens = opens(reading, stretch.words.start, at);
    let comma = reading.low(source.end) == ",";
    let long =
        |at: usize, least: usize| reading.quote_at(at).is_some_and(|quote| quote.end - quote.first > least);
    // `Pour la direction, au contraire, l'offre était « équilibrée »`: who speaks, and words between marks.
    let speaks = source.clone().take(3).any(|at| {
        reading.is(at, class::SPEAKING | class::BODY | class::MEMBER | class::PERSON | class::GOVERNMENT)
    });
    // `Pour les riverains, « c'est l'enfer »`: words between marks are somebody's.
    let quoted = long(source.end + 1, 5)
        || speaks && (source.end..stretch.words.end.min(source.end + 40)).any(|at| long(at, 2));
    // `Pour la maire, …`: somebody who is called by an office.
    let office = reading.is(source.start, class::DEFINITE)
        && !reading.lexicon.english
        && titles::is_title(reading.low(source.start + 1));
    // `Pour Noël, …` names nobody.
    let capital = |at: usize| reading.word(at).is_some_and(|word| word.capital);
    let named = reading.is(source.start, class::STRONG | class::TITLE)
        || known
            && capital(source.start)
            && (!reading.is(source.start, class::DETERMINER) || capital(source.start + 1));
    // `Pour la sociologue Anne Roussel, …`: a name right behind its noun.
    let called = source.clone().skip(2).take(2).any(|at| {
        reading.word(at).is_some_and(|word| word.capital && (word.is_open() || word.is(class::DETERMINER)))
            && reading.word(at - 1).is_some_and(|word| word.is_open() && !word.capital)
    }) && reading.is(source.start, class::DEFINITE);
    opens && comma && (named || called || quoted || office)
}

/// Whether nothing but a connecting word, an adverbial or a dateline stands before word `at`: `En effet,
/// d'après X`, `Toutefois, selon X`, `PARIS (AFP) – Selon X`.
fn opens(reading: &Reading, first: usize, at: usize) -> bool {
    let comma = at > first && reading.low(at - 1) == ",";
    let end = at - usize::from(comma);
    let light = |at: usize| reading.is(at, class::ADVERB | class::CONJUNCTION) && !reading.is(at, class::DAY);
    let dateline = || {
        matches!(reading.low(at - 1), "–" | "—" | "-")
            && at - first <= 12
            && !(first..at).any(|at| reading.is(at, class::HAVE | class::BE | class::FINITE))
    };
    end <= first || first + reading.adverbial(first) == end || end == first + 1 && light(first) || dateline()
}

/// Whether the attribution at word `at` stands before its content: at the head of its sentence, or of a clause
/// in it (`que, selon X, …`, `même si, selon X, …`, `et, selon X, …`).
fn leads(scene: &Scene, at: usize) -> bool {
    let reading = scene.reading;
    let first = scene.words.start;
    if opens(reading, first, at) || at == first + 2 && reading.low(at - 1) == "," {
        return true;
    }
    let before = at - 1 - usize::from(reading.low(at - 1) == "," && at > first + 1);
    matches!(
        reading.low(before),
        "mais" | "et" | "but" | "and" | "que" | "qu'" | "si" | "car" | "puisque" | "that" | "because"
    )
}

/// The content behind a source that leads to it: behind its comma, past what only describes the source
/// (`Selon le maire, Karim Haddad, | interrogé par la presse, | « … »`), or between marks right behind it.
fn behind_source(scene: &Scene, end: usize) -> Option<Range<usize>> {
    let reading = scene.reading;
    if reading.quote_at(end).is_some() {
        return Some(end..clause::end(scene, end, false));
    }
    let comma = (end..scene.words.end.min(end + 30))
        .find(|&at| reading.low(at) == "," && reading.word(at).is_some_and(|word| word.quote.is_none()))?;
    let mut start = comma + 1;
    for _ in 0..2 {
        let Some(next) = behind_description(scene, start) else { break };
        start = next;
    }
    // `Pour la direction, au contraire, l'offre était …`.
    let phrase = reading.adverbial(start);
    if phrase > 0 && reading.low(start + phrase) == "," {
        start += phrase + 1;
    }
    Some(start..before_relative(scene, start, clause::end(scene, start, false)))
}

/// The word behind an aside at `start` that says more of the source: `président de la société,`, `interrogée
/// par la presse,`, `qui dirige l'école,`. Nothing where a clause does not follow its comma.
fn behind_description(scene: &Scene, start: usize) -> Option<usize> {
    let reading = scene.reading;
    let close = (start..scene.words.end.min(start + 25))
        .find(|&at| reading.low(at) == "," && reading.word(at).is_some_and(|word| word.quote.is_none()))?;
    let word = reading.word(start).filter(|word| word.quote.is_none() && !word.capital)?;
    let relative = matches!(word.low.as_str(), "qui" | "dont" | "who" | "which");
    let participle = ["é", "ée", "és", "ées", "joint", "jointe", "joints"];
    let describes = titles::is_title(&fold(&word.low))
        || word.is(class::PERSON | class::SPOKESPERSON | class::MEMBER)
        || word.is_open() && participle.iter().any(|ending| word.low.ends_with(ending));
    let plain = (start..close).all(|at| !scene.is_verb(at));
    let clause = reading.quote_at(close + 1).is_some()
        || reading.is(close + 1, class::SUBJECT)
        || scene.group_after(close + 1).is_some_and(|group| {
            let verb = scene.skip_adverbs(group.end);
            scene.is_verb(verb) || reading.is(verb, class::CLITIC) || reading.is(verb, class::PREPOSITION)
        });
    (clause && (relative || describes && plain)).then_some(close + 1)
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
        // `Selon les chiffres de l'institut, les Européens, suisses compris, ont …`: another subject.
        let document = source.clone().any(|at| reading.is(at, class::DOCUMENT));
        let subject = document && reading.low(apposed.end) == "," && !clause_follows(scene, apposed.end + 1);
        if !subject::names_head(scene, &source)
            && !subject
            && (name && words.start > scene.words.start || subject::names_head(scene, &apposed))
        {
            source = source.start..apposed.end;
            source_end = apposed.end;
        } else if describes(scene, &source, &apposed) {
            source_end = apposed.end;
        }
    }
    let content = if source.end <= words.start {
        words.end..clause::end(scene, words.end, false)
    } else if leads(scene, words.start) {
        behind_source(scene, source_end)?
    } else {
        let first = behind_colon(scene, words.start);
        // `Le rite est selon l'Église « la forme la plus juste »`: nothing but its subject stands before.
        let quoted = reading.quote_at(source_end).is_some();
        let tail = (reading.low(source_end) == "," || quoted) && source_end + 1 < scene.words.end;
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
    subject::names_head(scene, source)
        && reading.is(apposed.start, class::DEFINITE)
        && !subject::names_head(scene, apposed)
        && reading.low(apposed.end) == ","
        && (reading.quote_at(apposed.end + 1).is_some() || clause_follows(scene, apposed.end + 1))
}

/// Whether a subject and its verb stand at word `at`.
fn clause_follows(scene: &Scene, at: usize) -> bool {
    let reading = scene.reading;
    scene.group_after(at).is_some_and(|group| {
        let verb = scene.skip_adverbs(group.end);
        group.len() == 1 && reading.is(group.start, class::SUBJECT)
            || scene.is_verb(verb)
            || reading.is(verb, class::CLITIC)
    })
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
