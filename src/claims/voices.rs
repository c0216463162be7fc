//! Bodies that speak under a common noun: `le parquet`, `le cabinet de Jeanne Morel`, `les dirigeants
//! européens`, `the council`.
//!
//! No name tells of them, so that the actor stage cannot know them; that they speak does. A source that is
//! definite, nobody known, and headed by the noun of a body or of people who speak together becomes an actor:
//! one for all outlets that call it the same. Whoever is described without being told apart (`un témoin`, `des
//! élus`) stays without a name. An office is not the person it serves: `le cabinet de X` is an actor beside X.

use std::collections::HashMap;
use std::ops::Range;

use super::extract;
use super::lexicon::class;
use super::speaker::{Stage, head};
use super::words::Reading;
use crate::actors::{Actor, ActorKind, Mention, MentionForm};
use crate::article::{Article, Span};
use crate::text::{Text, fold};

/// A place where such a body speaks.
struct Heard {
    /// What it is called, folded, so that two outlets' words meet.
    key: String,
    name: String,
    mention: Mention,
}

/// The bodies that speak in a dossier and that `actors` does not hold, by their first word in it. Their
/// mentions are descriptions, at the places where they speak.
///
/// `articles` and `texts` run in parallel. What it gives once it is not `wanted` any more means nothing.
pub fn voices(
    articles: &[Article],
    texts: &[Text],
    actors: &[Actor],
    wanted: &(dyn Fn() -> bool + Sync),
) -> Vec<Actor> {
    let heard = super::by_article(articles, texts, actors, wanted, |index, reading, stage| {
        let claims = extract::claims(index, reading, stage);
        let mut sources: Vec<Span> = claims
            .iter()
            .filter(|claim| claim.speakers.is_empty())
            .filter_map(|claim| claim.speaker_text)
            .collect();
        sources.sort_unstable();
        sources.dedup();
        sources.into_iter().filter_map(|source| heard(index, reading, stage, source)).collect()
    });
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut found: Vec<Actor> = Vec::new();
    for Heard { key, name, mention } in heard {
        let at = *places.entry(key).or_insert_with(|| {
            found.push(body(name));
            found.len() - 1
        });
        if let Some(actor) = found.get_mut(at) {
            actor.mentions.push(mention);
        }
    }
    found
}

fn body(name: String) -> Actor {
    Actor {
        id: String::new(),
        name,
        kind: ActorKind::Organisation,
        gender: None,
        aliases: Vec::new(),
        descriptions: Vec::new(),
        roles: Vec::new(),
        mentions: Vec::new(),
        edited: false,
    }
}

/// The body that speaks in the words at `source`, if one does.
fn heard(article: usize, reading: &Reading, stage: &Stage, source: Span) -> Option<Heard> {
    let first = reading.words.partition_point(|word| word.span.start < source.start);
    let end = reading.words.partition_point(|word| word.span.start < source.end);
    // `la direction, jointe par téléphone`: what stands behind a comma only says more.
    let end = (first..end).find(|&at| reading.low(at) == ",").unwrap_or(end);
    let words = called(reading, &(first..end), false)?;
    let span = reading.span(&words);
    let written = span.of(reading.text).split_whitespace().collect::<Vec<_>>().join(" ");
    let mut letters = written.chars();
    let name: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
    // `le cabinet | de Jeanne Morel`: the name is a mention of hers already.
    let inside = stage.mentions_in(span);
    let free = inside
        .first()
        .map_or(words.end, |named| reading.words.partition_point(|word| word.span.start < named.span.start));
    let mut own = words.start..free;
    while own.end > own.start && reading.is(own.end - 1, class::LINK | class::DETERMINER | class::TITLE) {
        own.end -= 1;
    }
    let mention = Mention { article, span: reading.span(&own), form: MentionForm::Description };
    (!own.is_empty()).then(|| Heard { key: fold(&name), name, mention })
}

/// The words that call a body in a source, without the article: all of `le gouvernement norvanien`, and of `le
/// rapport de l'armée de terre` those behind the document's.
///
/// `owner` says that the words stand behind such a document, whose preposition may hold their article.
fn called(reading: &Reading, words: &Range<usize>, owner: bool) -> Option<Range<usize>> {
    let head = head(reading, words)?;
    if reading.is(head, class::DOCUMENT) && !owner {
        let link = (head + 1..words.end).find(|&at| reading.is(at, class::LINK))?;
        let inside = usize::from(!matches!(reading.low(link), "du" | "des"));
        return called(reading, &(link + inside..words.end), true);
    }
    let definite = reading.is(words.start, class::DEFINITE)
        || owner && matches!(reading.low(words.start), "du" | "des")
        || reading.lexicon.english && head == words.start && reading.is(head, class::STANDING);
    let more = words.end > head + 1;
    let speaks = reading.is(head, class::STANDING)
        || more && reading.is(head, class::BODY | class::SPEAKING | class::GOVERNMENT);
    // `les habitants du quartier`, `la source policière` stay nameless, as single persons do.
    let person =
        reading.is(head, class::PERSON | class::SPOKESPERSON) && !reading.is(words.start, class::PLURAL);
    let nameless = person || reading.is(head, class::NAMELESS);
    // `les parents d'un élève`: whose they are is not told either.
    let of_anybody = (head + 1..words.end).any(|at| matches!(reading.low(at), "un" | "une" | "a" | "an"));
    (definite && speaks && !nameless && !of_anybody).then_some(head..words.end)
}
