//! How two aligned passages stand to each other, and why they were aligned.

use super::score::Scored;
use super::telling::{Quoted, Telling};
use super::{Alignment, Reason, Relation};
use crate::actors::Actor;
use crate::claims::Figure;

/// The fewest words, in order, that make two quotations one utterance.
const QUOTE_WORDS: usize = 4;

/// The part of the shorter quotation that must stand in the longer one.
const QUOTE_SHARE: f32 = 0.75;

/// The part of either side's weight that must be shared for one statement.
const FACT_SHARE: f32 = 0.6;

/// The most rare words that are named as a reason.
const REASON_WORDS: usize = 4;

/// What a pair is judged with.
pub(crate) struct Context<'a> {
    pub tellings: &'a [Telling],
    /// What each term's number stands for.
    pub names: &'a [String],
    pub idf: &'a [f32],
    pub actors: &'a [Actor],
    pub figures: &'a [Figure],
}

/// Types a scored pair and gives its reasons, strongest first.
pub(crate) fn relate(context: &Context<'_>, pair: &Scored) -> Alignment {
    let a = &context.tellings[pair.a as usize];
    let b = &context.tellings[pair.b as usize];
    let quoted = best_quote(a, b);
    let (left, right) = shares(a, b, context.idf);
    let relation = if quoted > 0 {
        Relation::SameQuote
    } else if left >= FACT_SHARE && right >= FACT_SHARE {
        Relation::SameFact
    } else {
        Relation::Partial
    };
    let mut why = Vec::new();
    if quoted > 0 {
        why.push(Reason::Quote(quoted));
    }
    if let Some(figure) = shared_figure(context, a, b) {
        why.push(Reason::Figure(figure));
    }
    let actors: Vec<String> = a
        .actors
        .iter()
        .filter(|actor| b.actors.contains(actor))
        .filter_map(|&actor| context.actors.get(actor))
        .map(|actor| actor.name.clone())
        .collect();
    if !actors.is_empty() {
        why.push(Reason::Actors(actors));
    }
    let words = shared_words(context, a, b);
    if !words.is_empty() {
        why.push(Reason::Words(words));
    }
    if pair.third {
        why.push(Reason::Outlets(1));
    }
    Alignment { a: a.passage, b: b.passage, relation, score: pair.score.min(1.0), why }
}

/// The most words that a quotation of either side shares in order, 0 where they are no one utterance.
pub(crate) fn best_quote(a: &Telling, b: &Telling) -> usize {
    let mut best = 0;
    for left in &a.quotes {
        for right in &b.quotes {
            best = best.max(shared_quote(left, right));
        }
    }
    best
}

fn shared_quote(left: &Quoted, right: &Quoted) -> usize {
    let shorter = left.words.len().min(right.words.len());
    if shorter < QUOTE_WORDS {
        return 0;
    }
    let shared = in_order(&left.words, &right.words);
    if shared >= QUOTE_WORDS && shared as f32 >= QUOTE_SHARE * shorter as f32 { shared } else { 0 }
}

/// The length of the longest common subsequence: elisions are allowed, another order is not.
fn in_order(left: &[u32], right: &[u32]) -> usize {
    // A quotation of more words than this is a speech; its sentences are compared one by one.
    const MOST: usize = 200;
    let left = left.get(..left.len().min(MOST)).unwrap_or_default();
    let right = right.get(..right.len().min(MOST)).unwrap_or_default();
    let mut row = vec![0usize; right.len() + 1];
    for &x in left {
        let mut diagonal = 0;
        for (at, &y) in right.iter().enumerate() {
            let above = row[at + 1];
            row[at + 1] = if x == y { diagonal + 1 } else { above.max(row[at]) };
            diagonal = above;
        }
    }
    row.last().copied().unwrap_or_default()
}

/// How much of either side's weight the other one has.
fn shares(a: &Telling, b: &Telling, idf: &[f32]) -> (f32, f32) {
    let weight = |counts: &[(u32, f32)]| -> f32 {
        counts.iter().map(|&(term, _)| idf.get(term as usize).copied().unwrap_or_default()).sum()
    };
    let shared: f32 = common(a, b).map(|term| idf.get(term as usize).copied().unwrap_or_default()).sum();
    let of = |whole: f32| if whole > 0.0 { shared / whole } else { 0.0 };
    (of(weight(&a.counts)), of(weight(&b.counts)))
}

fn common<'a>(a: &'a Telling, b: &'a Telling) -> impl Iterator<Item = u32> + 'a {
    a.counts
        .iter()
        .map(|&(term, _)| term)
        .filter(|term| b.counts.binary_search_by_key(term, |&(other, _)| other).is_ok())
}

fn shared_figure(context: &Context<'_>, a: &Telling, b: &Telling) -> Option<String> {
    for left in a.figures.iter().filter_map(|&at| context.figures.get(at)) {
        for right in b.figures.iter().filter_map(|&at| context.figures.get(at)) {
            if left.value.is_some() && left.value == right.value {
                let value = left.value?;
                let unit = left.unit.as_deref().unwrap_or_default();
                return Some(format!("{value} {unit}").trim_end().to_owned());
            }
        }
    }
    None
}

fn shared_words(context: &Context<'_>, a: &Telling, b: &Telling) -> Vec<String> {
    let mut terms: Vec<u32> = common(a, b)
        .filter(|&term| {
            context
                .names
                .get(term as usize)
                .is_some_and(|name| name.starts_with(|c: char| c.is_alphabetic() || c == '='))
        })
        .collect();
    let rarity = |term: u32| context.idf.get(term as usize).copied().unwrap_or_default();
    terms.sort_by(|&x, &y| rarity(y).total_cmp(&rarity(x)).then(x.cmp(&y)));
    terms.truncate(REASON_WORDS);
    terms
        .iter()
        .filter_map(|&term| context.names.get(term as usize))
        .map(|name| name.trim_start_matches('=').to_owned())
        .collect()
}
