//! A number that the next sentence corrects: `Le coût serait de 12 millions, dit l'exploitant. Un
//! assureur évoque plutôt une vingtaine de millions.`
//!
//! The second sentence names nothing that it counts, so no likeness finds it; it answers the question
//! of the sentence before it. Whoever agrees with the number that is corrected is contradicted too.

use std::collections::HashMap;

use super::quantity;
use super::relation::{self, Context};
use super::slots::SlotWords;
use super::telling::Telling;
use super::{Alignment, MATCH, Reason, Relation, Slot};
use crate::article::Span;
use crate::claims::Figure;
use crate::text::fold;

/// How many times as large one number may be as the other and still answer the same question.
const RATIO: f64 = 3.0;

/// A passage that corrects the one before it.
struct Correction {
    /// The figure that is corrected, as an index.
    corrected: usize,
    /// The passage that corrects, as an index.
    passage: usize,
    /// Where it gives its own number, in bytes.
    at: Span,
}

/// Adds the contradictions that follow from matches whose one side the next sentence corrects; both lists
/// are in the order of their sides.
pub(crate) fn add(context: &Context<'_>, matches: &mut Vec<Alignment>, loose: &mut Vec<Alignment>) {
    for pair in find(context, matches) {
        let sides = (pair.a, pair.b);
        if let Ok(at) = loose.binary_search_by_key(&sides, |pair| (pair.a, pair.b)) {
            loose.remove(at);
        }
        match matches.binary_search_by_key(&sides, |pair| (pair.a, pair.b)) {
            Ok(at) if matches[at].relation == Relation::Conflict => {}
            Ok(at) => matches[at] = Alignment { score: matches[at].score, ..pair },
            Err(at) => matches.insert(at, pair),
        }
    }
}

/// The contradictions that follow from pairs whose one side the next sentence corrects.
fn find(context: &Context<'_>, pairs: &[Alignment]) -> Vec<Alignment> {
    let corrections: HashMap<(usize, Span), Correction> = (1..context.tellings.len())
        .filter_map(|at| {
            let before = &context.tellings[at - 1];
            Some(((before.passage.article, before.passage.span), correction(context, before, at)?))
        })
        .collect();
    if corrections.is_empty() {
        return Vec::new();
    }
    let mut found = Vec::new();
    for pair in pairs.iter().filter(|pair| pair.score >= MATCH) {
        for (own, other, part) in [(pair.a, pair.b, pair.parts[1]), (pair.b, pair.a, pair.parts[0])] {
            let Some(correction) = corrections.get(&(own.article, own.span)) else { continue };
            let figures = &context.material.figures;
            let Some(corrected) = figures.get(correction.corrected) else { continue };
            let place =
                |figure: &Figure| (figure.article, figure.span.start) < (other.article, other.span.start);
            let Some(theirs) = figures[figures.partition_point(place)..]
                .iter()
                .take_while(|figure| figure.article == other.article && other.span.covers(figure.span))
                .find(|figure| figure.value == corrected.value && figure.value.is_some())
            else {
                continue;
            };
            let passage = &context.tellings[correction.passage];
            let words = |article: usize, span: Span| {
                let article = context.material.articles.get(article);
                article.map_or("", |article| span.of(&article.text)).to_owned()
            };
            let [mine, others] =
                [relation::words(context, passage, correction.at), words(other.article, theirs.span)];
            let reason = Reason::Differ(Slot::Quantity, mine, others);
            let straight = passage.passage.article < other.article;
            found.push(Alignment {
                a: if straight { passage.passage } else { other },
                b: if straight { other } else { passage.passage },
                relation: Relation::Conflict,
                score: MATCH,
                crossing: pair.crossing,
                parts: if straight { [None, part] } else { [part, None] },
                why: vec![if straight { reason } else { reason.swapped() }],
            });
        }
    }
    found
}

/// The correction that the passage at `at` makes of the one before it.
fn correction(context: &Context<'_>, before: &Telling, at: usize) -> Option<Correction> {
    let passage = &context.tellings[at];
    if passage.passage.article != before.passage.article || before.figures.is_empty() {
        return None;
    }
    let article = context.material.articles.get(passage.passage.article)?;
    let words = SlotWords::of(passage.language);
    let text = passage.passage.span.of(&article.text);
    let corrects = text.split(|c: char| !c.is_alphanumeric()).any(|word| words.corrects(&fold(word)));
    if !corrects {
        return None;
    }
    let figure = |at: &usize| context.material.figures.get(*at);
    let [own] = passage.figures[..] else { return None };
    let mine = figure(&own)?;
    let corrected = before.figures.iter().copied().find(|other| {
        let comparable = match (context.quantities.of(own), context.quantities.of(*other)) {
            (Some(mine), Some(theirs)) => mine.comparable(theirs),
            // "une vingtaine de millions" leaves the unit to the sentence before.
            (None, _) => mine.unit.is_none(),
            (Some(_), None) => false,
        };
        comparable && figure(other).is_some_and(|theirs| near(mine, theirs) && !quantity::agree(mine, theirs))
    })?;
    Some(Correction { corrected, passage: at, at: mine.span })
}

fn near(mine: &Figure, theirs: &Figure) -> bool {
    let both = mine.value.zip(theirs.value);
    both.is_some_and(|(x, y)| x.max(y) <= RATIO * x.min(y) && x.min(y) > 1.0)
}
