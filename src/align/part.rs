//! The part of a passage that matches: often one of several facts a sentence tells.
//!
//! Each clause is worth what it shares with the other passage, less a share of what it says itself;
//! the run of clauses that is worth most is the part (the maximum subarray, Bentley 1984). Where what
//! is shared lies all over the sentence, the sentence matches as a whole.

use super::relation::Context;
use super::telling::Telling;
use crate::article::Span;

/// The part of a clause's weight from which it is worth having.
const WORTH: f32 = 0.3;

/// How much of all that is shared must lie in the part.
const HELD: f32 = 0.7;

/// The largest part of a passage, in bytes, that is still less than the passage.
const LESS: f32 = 0.8;

/// What a term that names somebody counts here: names stand beside many facts.
const NAMED: f32 = 0.5;

/// The part of `telling` that `other` tells too, with `held` inside, in bytes; none where that is the
/// passage itself, or cannot be told.
pub(crate) fn matching(
    context: &Context<'_>,
    telling: &Telling,
    other: &Telling,
    held: Option<Span>,
) -> Option<Span> {
    let weights: Vec<(f32, f32)> =
        telling.clauses.iter().map(|clause| weigh(context, clause, other)).collect();
    let all: f32 = weights.iter().map(|&(shared, _)| shared).sum();
    if weights.len() < 2 || weights.len() != telling.clause_spans.len() || all <= 0.0 {
        return None;
    }
    let (from, to) = run(&weights)?;
    let inside: f32 = weights[from..=to].iter().map(|&(shared, _)| shared).sum();
    if inside < HELD * all {
        return None;
    }
    let part = telling.clause_spans[from].join(telling.clause_spans[to]);
    let part = held.map_or(part, |held| part.join(held));
    let whole = telling.passage.span;
    let part = Span::new(part.start.max(whole.start), part.end.min(whole.end));
    ((part.len() as f32) < LESS * whole.len() as f32).then_some(part)
}

/// The clause of `telling` that holds a place, in bytes; none where the passage is one clause.
pub(crate) fn clause_at(telling: &Telling, at: Span) -> Option<Span> {
    let whole = telling.passage.span;
    let clause = telling.clause_spans.iter().copied().find(|clause| clause.contains(at.start))?.join(at);
    let clause = Span::new(clause.start.max(whole.start), clause.end.min(whole.end));
    ((clause.len() as f32) < LESS * whole.len() as f32).then_some(clause)
}

/// How much a clause shares with the other passage, and how much it says.
fn weigh(context: &Context<'_>, clause: &[(u32, f32)], other: &Telling) -> (f32, f32) {
    let (mut shared, mut whole) = (0.0, 0.0);
    for &(term, count) in clause {
        let named = context.names.get(term as usize).is_some_and(|name| name.starts_with(['@', '~']));
        let weight = context.rarity.of(term) * count.min(1.0) * if named { NAMED } else { 1.0 };
        whole += weight;
        if other.weight(term) > 0.0 {
            shared += weight;
        }
    }
    (shared, whole)
}

/// The first and the last clause of the run that is worth most; none where none is worth anything.
fn run(weights: &[(f32, f32)]) -> Option<(usize, usize)> {
    let mut best: Option<(f32, usize, usize)> = None;
    let (mut sum, mut from) = (0.0_f32, 0);
    for (at, &(shared, whole)) in weights.iter().enumerate() {
        if sum <= 0.0 {
            (sum, from) = (0.0, at);
        }
        sum += shared - WORTH * whole;
        if sum > best.map_or(0.0, |(most, ..)| most) {
            best = Some((sum, from, at));
        }
    }
    best.map(|(_, from, to)| (from, to))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{pair_of, words_of};

    #[test]
    fn the_clause_that_matches_is_told_from_the_sentence_around_it() {
        let (dossier, pair) = pair_of(
            "La mairie de Tréviers a fermé la passerelle des tanneurs, tandis que le marché aux fleurs a été déplacé vers la place haute.",
            "La passerelle des tanneurs est fermée par la mairie.",
        );
        let part = pair.parts[0].map(|part| words_of(&dossier, pair.a.article, part));
        assert_eq!(part.as_deref(), Some("La mairie de Tréviers a fermé la passerelle des tanneurs"));
        assert_eq!(pair.parts[1], None);
    }

    #[test]
    fn a_sentence_that_matches_as_a_whole_has_no_part() {
        let (_, pair) = pair_of(
            "Le violoncelle volé en 1987 a été retrouvé dans un grenier, et son propriétaire a fondu en larmes.",
            "On a retrouvé dans un grenier le violoncelle volé en 1987, et son propriétaire a fondu en larmes.",
        );
        assert_eq!(pair.parts, [None, None]);
    }
}
