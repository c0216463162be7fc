//! How two aligned passages stand to each other, and why they were aligned.

use std::collections::HashMap;

use super::conflict;
use super::number::Quantities;
use super::part;
use super::quotes;
use super::score::Scored;
use super::telling::Telling;
use super::vectors::Rarity;
use super::{Alignment, FLOOR, MATCH, Material, Reason, Relation};
use crate::article::Span;

/// The part of either side's weight that must be shared for one statement.
pub(super) const FACT_SHARE: f32 = 0.4;

/// How many words of matter either side may have that the other has not, in one statement.
const MORE: usize = 3;

/// The same where the words are spelled alike: a rare word changed in a short sentence weighs much.
const NEAR_SHARE: f32 = 0.35;

/// How alike the n-grams of such passages are.
const NEAR_GRAMS: f32 = 0.8;

/// The part of either side's weight that must be shared where one side says hardly anything.
const NEARLY_SAME: f32 = 0.8;

/// The least that must be shared beyond names and sources, as a part of the rarest word there is.
const LEAST_MATTER: f32 = 0.5;

/// The most that a pair scores which shares one word alone.
const LONE: f32 = 0.45;

/// The most that a word counts which only says who speaks, or when.
pub(super) const FRAMED: f32 = 0.5;

/// The most rare words that are named as a reason.
const REASON_WORDS: usize = 4;

/// The least that a word counts which is given as a reason.
const SAID: f32 = 0.8;

/// How many words of a matching part are given from its beginning, and from its end.
const PART_WORDS: usize = 4;

/// How many characters a date has in its term: `2025-05-13`.
const DATE: usize = 10;

/// What a pair is judged with.
pub(crate) struct Context<'a> {
    pub material: Material<'a>,
    pub tellings: &'a [Telling],
    /// What each term's number stands for.
    pub names: &'a [String],
    pub rarity: &'a Rarity,
    /// The actor that the number of a term stands for.
    pub actors: &'a HashMap<u32, usize>,
    pub quantities: &'a Quantities,
}

/// Types a scored pair and gives its reasons, strongest first; none where it is no match.
///
/// A shared quotation is a match at any score, and so is a contradiction that its own rule is sure of.
pub(crate) fn relate(context: &Context<'_>, pair: &Scored) -> Option<Alignment> {
    let a = &context.tellings[pair.a as usize];
    let b = &context.tellings[pair.b as usize];
    let quoted = quotes::best(context, a, b, pair.score);
    let conflict = match &quoted {
        Some(shared) => quotes::attribution(context, a, b, shared),
        None => {
            quotes::short_attribution(context, a, b).or_else(|| conflict::find(context, a, b, pair.score))
        }
    };
    if pair.score < FLOOR && quoted.is_none() && conflict.is_none() {
        return None;
    }
    let (left, right) = shares(a, b, context.rarity);
    if quoted.is_none() && conflict.is_none() {
        let alike = left.min(right) >= NEARLY_SAME;
        if (a.slight || b.slight) && !alike {
            return None;
        }
        if !alike && matter(context, a, b) < LEAST_MATTER {
            return None;
        }
    }
    let held = match (&conflict, &quoted) {
        (Some(dispute), _) => dispute.at.map(Some),
        (None, Some(shared)) => [Some(shared.left), Some(shared.right)],
        (None, None) => [None, None],
    };
    let mut parts = [part::matching(context, a, b, held[0]), part::matching(context, b, a, held[1])];
    if let Some(dispute) = &conflict {
        // A contradiction is about the clause it stands in, however little else that shares.
        for (side, telling) in [a, b].into_iter().enumerate() {
            parts[side] = parts[side].or_else(|| part::clause_at(telling, dispute.at[side]));
        }
    }
    let relation = if conflict.is_some() {
        Relation::Conflict
    } else if quoted.is_some() || pair.score >= MATCH && quotes::translated(context, a, b) {
        Relation::SameQuote
    } else if parts == [None; 2] && one_statement(context, a, b, left.min(right)) {
        Relation::SameFact
    } else {
        Relation::Partial
    };
    let mut why: Vec<Reason> = conflict.iter().map(|dispute| dispute.reason.clone()).collect();
    why.extend(quoted.as_ref().map(quotes::Shared::reason));
    let figure = shared_figure(context, a, b);
    why.extend(
        figure.map(|[mine, theirs]| Reason::Figure(words(context, a, mine), words(context, b, theirs))),
    );
    let actors: Vec<String> = a
        .actors
        .iter()
        .filter(|actor| b.actors.contains(actor))
        .filter_map(|actor| context.material.actors.get(*context.actors.get(actor)?))
        .map(|actor| actor.name.clone())
        .collect();
    if !actors.is_empty() {
        why.push(Reason::Actors(actors));
    }
    if let Some((mine, theirs)) = shared_day(context, a, b) {
        why.push(Reason::Day(mine, theirs));
    }
    // The words of a shared quotation or figure are told already.
    let told: Vec<Span> =
        quoted.iter().map(|shared| shared.left).chain(figure.map(|[mine, _]| mine)).collect();
    let shared = shared_words(context, a, b, &told);
    if !shared.is_empty() {
        why.push(Reason::Words(shared));
    }
    if pair.third {
        why.push(Reason::Outlets(1));
    }
    if parts.iter().any(Option::is_some) {
        let told = |side: &Telling, part: Option<Span>| Some(opening(context, side, part?));
        why.push(Reason::Part(told(a, parts[0]), told(b, parts[1])));
    }
    // What a rule of its own found is a match, however unlike the rest of the passages is.
    let by_rule = match (&quoted, relation) {
        (Some(shared), _) => shared.sureness(),
        (None, Relation::Conflict) => MATCH,
        _ => 0.0,
    };
    let crossing = a.language != b.language;
    // One word in common may be chance, however rare it is: such a pair is never more than loose.
    let lone = !crossing && left.min(right) < NEARLY_SAME && common(a, b).take(2).count() < 2;
    let score = if lone { pair.score.min(LONE) } else { pair.score }.max(by_rule);
    Some(Alignment { a: a.passage, b: b.passage, relation, score, crossing, parts, why })
}

/// How much of either side's weight the other one has.
pub(super) fn shares(a: &Telling, b: &Telling, rarity: &Rarity) -> (f32, f32) {
    let weight = |counts: &[(u32, f32)]| -> f32 { counts.iter().map(|&(term, _)| rarity.of(term)).sum() };
    let shared: f32 = common(a, b).map(|term| rarity.of(term)).sum();
    let of = |whole: f32| if whole > 0.0 { shared / whole } else { 0.0 };
    (of(weight(&a.counts)), of(weight(&b.counts)))
}

/// Whether two passages that match as a whole and share so much of the weight of either state one
/// thing: both with the same figures, both as done or as lying ahead, and neither with much of matter
/// that the other leaves out. A title leaves out by its nature.
fn one_statement(context: &Context<'_>, a: &Telling, b: &Telling, share: f32) -> bool {
    let more = |telling: &Telling, other: &Telling| {
        let own = telling.counts.iter().filter(|&&(term, count)| count > FRAMED && other.weight(term) == 0.0);
        own.count()
    };
    let near = share >= NEAR_SHARE && a.gram_vector.cosine(&b.gram_vector) >= NEAR_GRAMS;
    let whole = share >= FACT_SHARE && more(a, b).max(more(b, a)) <= MORE;
    a.heading == b.heading && same_figures(context, a, b) && same_footing(a, b) && (near || whole)
}

/// Whether both tell it as done or both as lying ahead, and neither denies what the other does not.
fn same_footing(a: &Telling, b: &Telling) -> bool {
    let denies = |telling: &Telling| telling.slots.negates || !telling.denied.is_empty();
    a.slots.ahead == b.slots.ahead && denies(a) == denies(b)
}

/// Whether neither side gives a figure that the other leaves out.
fn same_figures(context: &Context<'_>, a: &Telling, b: &Telling) -> bool {
    let given = |telling: &Telling, other: &Telling| {
        telling.figures.iter().filter_map(|&at| context.material.figures.get(at)).all(|figure| {
            let theirs = || other.figures.iter().filter_map(|&at| context.material.figures.get(at));
            figure.value.is_none() || theirs().any(|theirs| super::figures_agree(figure, theirs))
        })
    };
    given(a, b) && given(b, a)
}

/// How much they share beyond who is named and who speaks, as a part of the rarest word there is.
///
/// A director who answers in one passage and decides in another does not make them one fact.
fn matter(context: &Context<'_>, a: &Telling, b: &Telling) -> f32 {
    let shared: f32 = common(a, b)
        .filter(|&term| {
            let named = context.names.get(term as usize).is_none_or(|name| name.starts_with(['@', '~']));
            // A word of a source or a cue counts half, and so do days.
            !named && a.weight(term).min(b.weight(term)) > FRAMED
        })
        .map(|term| context.rarity.of(term))
        .sum();
    if context.rarity.rarest > 0.0 { shared / context.rarity.rarest } else { 0.0 }
}

fn common<'a>(a: &'a Telling, b: &'a Telling) -> impl Iterator<Item = u32> + 'a {
    a.counts
        .iter()
        .map(|&(term, _)| term)
        .filter(|term| b.counts.binary_search_by_key(term, |&(other, _)| other).is_ok())
}

/// The figure of both, and where in either: one of people or money rather than a length of time.
fn shared_figure(context: &Context<'_>, a: &Telling, b: &Telling) -> Option<[Span; 2]> {
    let figures = |telling: &'_ Telling| -> Vec<(usize, f64, Span)> {
        let figure = |&at: &usize| {
            let figure = context.material.figures.get(at)?;
            Some((at, figure.value?, figure.span))
        };
        telling.figures.iter().filter_map(figure).collect()
    };
    let theirs = figures(b);
    let mut shared: Vec<(bool, [Span; 2])> = Vec::new();
    for (at, value, span) in figures(a) {
        let measured = context.quantities.of(at).is_none_or(|counted| counted.is_measured());
        // Four metres are not four people, whatever they share.
        let one = |other: usize| {
            let counted = context.quantities.of(at).zip(context.quantities.of(other));
            counted.is_none_or(|(mine, theirs)| mine.comparable(theirs))
        };
        let other = theirs.iter().find(|&&(at, other, _)| other == value && one(at));
        shared.extend(other.map(|&(_, _, other)| (measured, [span, other])));
    }
    shared.into_iter().min_by_key(|&(measured, _)| measured).map(|(_, spans)| spans)
}

/// A day that both name, as either writes it.
fn shared_day(context: &Context<'_>, a: &Telling, b: &Telling) -> Option<(String, String)> {
    let date = |&term: &u32| {
        let name = context.names.get(term as usize).and_then(|name| name.strip_prefix('#'));
        name.is_some_and(|name| name.len() == DATE && name.as_bytes().get(4) == Some(&b'-'))
    };
    let term = common(a, b).find(date)?;
    Some((words(context, a, a.place(term)?), words(context, b, b.place(term)?)))
}

/// The words under a span of a passage.
pub(super) fn words(context: &Context<'_>, telling: &Telling, span: Span) -> String {
    let article = context.material.articles.get(telling.passage.article);
    article.map_or("", |article| span.of(&article.text)).to_owned()
}

/// The rarest words that they share, as either writes them. What is in every other sentence of the
/// language is no reason that anybody would give, nor is who speaks, nor a day.
fn shared_words(context: &Context<'_>, a: &Telling, b: &Telling, told: &[Span]) -> Vec<(String, String)> {
    let mut terms: Vec<u32> = common(a, b)
        .filter(|&term| {
            let word = context
                .names
                .get(term as usize)
                .is_some_and(|name| name.starts_with(|c: char| c.is_alphabetic() || c == '='));
            let new = a.place(term).is_some_and(|at| told.iter().all(|told| !told.overlaps(at)));
            word && new && a.weight(term).min(b.weight(term)) >= SAID
        })
        .collect();
    let rarity = |term: u32| context.rarity.of(term);
    terms.sort_by(|&x, &y| rarity(y).total_cmp(&rarity(x)).then(x.cmp(&y)));
    terms.truncate(REASON_WORDS);
    terms.iter().filter_map(|&term| Some((written(context, a, term)?, written(context, b, term)?))).collect()
}

/// A term as the passage writes it: lower-cased unless it is a name.
fn written(context: &Context<'_>, telling: &Telling, term: u32) -> Option<String> {
    let article = context.material.articles.get(telling.passage.article)?;
    let at = telling.place(term)?;
    let word = at.of(&article.text);
    let synonym = context.names.get(term as usize)?.starts_with('=');
    let first = telling.places.iter().all(|(_, other)| other.start >= at.start);
    Some(if synonym || first { word.to_lowercase() } else { word.to_owned() })
}

/// A part of a passage by its first and last words.
fn opening(context: &Context<'_>, telling: &Telling, part: Span) -> String {
    let article = context.material.articles.get(telling.passage.article);
    let text = article.map_or("", |article| part.of(&article.text));
    // Whoever shows the words sets marks of its own, and one of a pair may stand outside the part.
    let text = text.replace(['"', '«', '»', '“', '”'], " ");
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.len() <= 2 * PART_WORDS + 1 {
        return words.join(" ");
    }
    let [first, last] = [&words[..PART_WORDS], &words[words.len() - PART_WORDS..]].map(|some| some.join(" "));
    format!("{first} … {last}")
}
