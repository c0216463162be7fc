//! Whether two passages answer one question incompatibly.

use std::collections::HashMap;

use super::quantity;
use super::relation::Context;
use super::telling::Telling;
use super::{Reason, Slot};
use crate::article::{Article, Span};
use crate::claims::figures::is_currency;
use crate::claims::{Claim, Figure};

/// The score from which a differing number of people, of money or a share is a contradiction.
const NUMBER: f32 = 0.3;

/// The same for anything else that is counted or measured: two lengths are seldom of one thing.
const MEASURE: f32 = 0.5;

/// The score from which a differing day is one; days are cheap, so the passages must be close.
const DAY: f32 = 0.6;

/// The score from which a denial is one.
const DENIAL: f32 = 0.55;

/// The score from which a differing medium is one.
const MEDIUM: f32 = 0.02;

/// The part of the longer quotation that must be shared before its speakers are compared.
const ONE_UTTERANCE: f32 = 0.8;

/// How many times as large one number may be as the other and still answer the same question.
const RATIO: f64 = 3.0;

/// How rare a denied term must be, as a part of the rarest there is.
const RARE: f32 = 0.5;

/// The figures of a dossier by what they count.
#[derive(Debug)]
pub(crate) struct Quantities {
    /// Per figure, the key of what it counts.
    keys: Vec<Option<String>>,
    /// Per article and key, indices of figures.
    by_article: HashMap<(usize, String), Vec<usize>>,
}

impl Quantities {
    /// The quantities of all figures.
    pub(crate) fn new(figures: &[Figure], articles: &[Article]) -> Self {
        let keys: Vec<Option<String>> = figures
            .iter()
            .map(|figure| {
                quantity::key(figure, articles.get(figure.article).and_then(|article| article.language))
            })
            .collect();
        let mut by_article: HashMap<(usize, String), Vec<usize>> = HashMap::new();
        for (at, key) in keys.iter().enumerate() {
            if let Some(key) = key {
                by_article.entry((figures[at].article, key.clone())).or_default().push(at);
            }
        }
        Self { keys, by_article }
    }

    fn of(&self, article: usize, key: &str) -> &[usize] {
        self.by_article.get(&(article, key.to_owned())).map_or(&[], Vec::as_slice)
    }
}

/// What the two passages differ on, in the words of either side.
pub(crate) fn find(context: &Context<'_>, a: &Telling, b: &Telling, score: f32) -> Option<Reason> {
    if a.heading && b.heading {
        return None;
    }
    number(context, a, b, score)
        .or_else(|| medium(context, a, b, score))
        .or_else(|| denial(context, a, b, score))
        .or_else(|| denial(context, b, a, score).map(swapped))
        .or_else(|| day(context, a, b, score))
}

fn swapped(reason: Reason) -> Reason {
    reason.swapped()
}

fn words(context: &Context<'_>, article: usize, span: Span) -> String {
    context.articles.get(article).map_or("", |article| span.of(&article.text)).to_owned()
}

fn differ(context: &Context<'_>, slot: Slot, a: (usize, Span), b: (usize, Span)) -> Reason {
    Reason::Differ(slot, words(context, a.0, a.1), words(context, b.0, b.1))
}

/// Another number of the same thing, where neither article gives the other's number anywhere.
fn number(context: &Context<'_>, a: &Telling, b: &Telling, score: f32) -> Option<Reason> {
    if score < NUMBER {
        return None;
    }
    for &left in &a.figures {
        let key = context.quantities.keys.get(left)?.as_deref();
        let Some(key) = key else { continue };
        let same: Vec<usize> = b
            .figures
            .iter()
            .copied()
            .filter(|&at| context.quantities.keys[at].as_deref() == Some(key))
            .collect();
        let [right] = same[..] else { continue };
        if a.figures.iter().filter(|&&at| context.quantities.keys[at].as_deref() == Some(key)).count() > 1 {
            continue;
        }
        let (mine, theirs) = (&context.figures[left], &context.figures[right]);
        let known = |article: usize, figure: &Figure| {
            context
                .quantities
                .of(article, key)
                .iter()
                .any(|&at| quantity::agree(&context.figures[at], figure))
        };
        let telling = key == "people" || key == "%" || is_currency(key);
        if !telling && score < MEASURE {
            continue;
        }
        let comparable =
            mine.value.zip(theirs.value).is_some_and(|(x, y)| x.max(y) <= RATIO * x.min(y) && x.min(y) > 1.0);
        if comparable
            && !quantity::agree(mine, theirs)
            && !says(context, b, mine)
            && !says(context, a, theirs)
            && !known(a.passage.article, theirs)
            && !known(b.passage.article, mine)
        {
            return Some(differ(
                context,
                Slot::Quantity,
                (mine.article, mine.span),
                (theirs.article, theirs.span),
            ));
        }
    }
    None
}

/// Whether the value of a figure stands in a passage, with its unit or without.
fn says(context: &Context<'_>, telling: &Telling, figure: &Figure) -> bool {
    let Some(value) = figure.value else { return false };
    let term = format!("#{value}");
    telling.counts.iter().any(|&(at, _)| context.names.get(at as usize).is_some_and(|name| *name == term))
}

/// Spoke to the same actor by another medium.
fn medium(context: &Context<'_>, a: &Telling, b: &Telling, score: f32) -> Option<Reason> {
    if score < MEDIUM {
        return None;
    }
    for (mine, actor, at) in &a.slots.media {
        let theirs: Vec<_> = b.slots.media.iter().filter(|(_, other, _)| other == actor).collect();
        if theirs.iter().any(|(medium, _, _)| medium == mine) {
            return None;
        }
        if let Some((_, _, span)) = theirs.first() {
            return Some(differ(context, Slot::Medium, (a.passage.article, *at), (b.passage.article, *span)));
        }
    }
    None
}

/// What `a` denies and `b` says.
fn denial(context: &Context<'_>, a: &Telling, b: &Telling, score: f32) -> Option<Reason> {
    if score < DENIAL || !b.denied.is_empty() || a.heading || b.heading {
        return None;
    }
    let language = |telling: &Telling| {
        context.articles.get(telling.passage.article).and_then(|article| article.language)
    };
    let one_language = language(a) == language(b);
    // What a passage both says and denies, it does not simply deny.
    let once = |term: u32| {
        let at = a.counts.binary_search_by_key(&term, |&(other, _)| other);
        at.is_ok_and(|at| a.counts[at].1 <= 1.0)
    };
    let (mine, theirs) =
        a.denied.iter().copied().filter(|&(term, _)| once(term)).find_map(|(term, at)| {
            let rare = context.idf.get(term as usize).is_some_and(|&idf| idf >= RARE * context.rarest);
            // Across languages a bare stem may be a false friend: "rester" is not "to rest".
            let known =
                one_language || context.names.get(term as usize).is_some_and(|name| name.starts_with('='));
            let other = b.place(term).filter(|_| rare && known)?;
            Some((at, other))
        })?;
    Some(differ(context, Slot::Truth, (a.passage.article, mine), (b.passage.article, theirs)))
}

/// Another day of the week, where either side names just one.
fn day(context: &Context<'_>, a: &Telling, b: &Telling, score: f32) -> Option<Reason> {
    let ([(mine, at)], [(theirs, other)]) = (&a.slots.days[..], &b.slots.days[..]) else { return None };
    if score < DAY || mine == theirs {
        return None;
    }
    Some(differ(context, Slot::Date, (a.passage.article, *at), (b.passage.article, *other)))
}

/// The same words given to two speakers: their names.
///
/// The quotations must be the same but for a word or two: a formula may come from many mouths.
pub(crate) fn attribution(
    context: &Context<'_>,
    a: (usize, Span),
    b: (usize, Span),
    alike: f32,
) -> Option<Reason> {
    if alike < ONE_UTTERANCE {
        return None;
    }
    let speaker = |(article, span): (usize, Span)| -> Option<usize> {
        let from = context.claims.partition_point(|claim| claim.article < article);
        let own = context.claims[from..].iter().take_while(|claim| claim.article == article);
        let around: Vec<&Claim> = own.filter(|claim| claim.span.shared(span) * 2 > span.len()).collect();
        match around[..] {
            [claim] => match claim.speakers[..] {
                [speaker] => Some(speaker),
                _ => None,
            },
            _ => None,
        }
    };
    let (mine, theirs) = (speaker(a)?, speaker(b)?);
    let person =
        |at: usize| context.actors.get(at).filter(|actor| actor.kind == crate::actors::ActorKind::Person);
    if mine == theirs {
        return None;
    }
    Some(Reason::Differ(Slot::Speaker, person(mine)?.name.clone(), person(theirs)?.name.clone()))
}
