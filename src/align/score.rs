//! How alike two passages are, from several cheap signals that fail in different places.
//!
//! A pair's strength is built in four steps. The cosine of the rare terms, damped for passages that
//! say little, is mixed with that of character n-grams and the best clause. A third outlet that
//! matches both sides lifts a pair that says the same in other words. A pair that either side
//! outdoes with another passage of the same outlet is lowered. Last, strengths are held against
//! those of pairs drawn at random from the same dossier, since five reports of one speech are all
//! alike and five of a war are not: one threshold then serves every event.

use std::collections::HashMap;

use rayon::prelude::*;

use super::telling::Telling;
use super::vectors::Vector;

/// How much of a pair's norm is that of an average passage, against short ones matching by chance.
const DAMPING: f32 = 0.5;

/// What the n-grams count beside the terms.
const GRAMS: f32 = 0.5;

/// What the best clause counts beside the terms.
const CLAUSE: f32 = 0.15;

/// How much of what a third outlet knows better is added.
const THIRD: f32 = 0.4;

/// How many of a passage's best matches are asked as third outlets.
const NEIGHBOURS: usize = 32;

/// How hard a pair is lowered that is not the best of its passages.
const RIVALRY: f32 = 0.6;

/// How many random pairs show what chance makes of a dossier.
const SAMPLE: usize = 3_000;

/// The part of the sample that may be true matches and is left out.
const TRIMMED: f32 = 0.05;

/// The least spread of chance: articles that share nothing would otherwise match on anything.
const LEAST_SPREAD: f32 = 0.02;

/// The strength that comes out as a score of one half.
const HALF: f32 = 0.89;

/// A scored pair: indices of passages, the earlier first.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scored {
    /// The passage of the earlier article.
    pub a: u32,
    /// The passage of the later one.
    pub b: u32,
    /// How alike they are, from 0 to 1; one half is what a match starts at.
    pub score: f32,
    /// Whether a third outlet tells it too.
    pub third: bool,
}

/// Scores the candidate pairs, which come in order of their sides.
pub(crate) fn score(tellings: &[Telling], pairs: &[(u32, u32)]) -> Vec<Scored> {
    let average = average_square(tellings);
    let alike = |&(a, b): &(u32, u32)| alike(&tellings[a as usize], &tellings[b as usize], average);
    let base: Vec<f32> = pairs.par_iter().map(alike).collect();
    let lifted = lift(tellings, pairs, &base);
    let strengths = lower(tellings, pairs, &lifted);
    let (mean, spread) = chance(tellings, &alike);
    pairs
        .iter()
        .enumerate()
        .map(|(at, &(a, b))| {
            let strength = strengths[at];
            let deviation = ((strength - mean) / spread).max(0.0);
            let together = (deviation * strength).sqrt();
            let score = together * together / (together * together + HALF * HALF);
            Scored { a, b, score, third: lifted[at] > base[at] }
        })
        .collect()
}

fn average_square(tellings: &[Telling]) -> f32 {
    let total: f32 = tellings.iter().map(|telling| telling.vector.length().powi(2)).sum();
    total / tellings.len().max(1) as f32
}

/// How alike two passages are by themselves.
fn alike(a: &Telling, b: &Telling, average: f32) -> f32 {
    let cosine = a.vector.cosine(&b.vector);
    let norm = a.vector.length() * b.vector.length();
    let terms = if norm > 0.0 { cosine * norm / ((1.0 - DAMPING) * norm + DAMPING * average) } else { 0.0 };
    let grams = a.gram_vector.cosine(&b.gram_vector);
    let clause = best_clause(a, b).max(cosine);
    (terms + GRAMS * grams + CLAUSE * clause) / (1.0 + GRAMS + CLAUSE)
}

fn best_clause(a: &Telling, b: &Telling) -> f32 {
    let best = |clauses: &[Vector], whole: &Vector| {
        clauses.iter().map(|clause| clause.cosine(whole)).fold(0.0, f32::max)
    };
    a.clause_vectors
        .iter()
        .map(|clause| best(&b.clause_vectors, clause))
        .fold(0.0, f32::max)
        .max(best(&a.clause_vectors, &b.vector))
        .max(best(&b.clause_vectors, &a.vector))
}

/// Lifts pairs that a third outlet matches on both sides.
fn lift(tellings: &[Telling], pairs: &[(u32, u32)], base: &[f32]) -> Vec<f32> {
    let mut neighbours: Vec<Vec<(u32, f32)>> = vec![Vec::new(); tellings.len()];
    for (&(a, b), &score) in pairs.iter().zip(base) {
        neighbours[a as usize].push((b, score));
        neighbours[b as usize].push((a, score));
    }
    neighbours.par_iter_mut().for_each(|list| {
        list.sort_unstable_by(|x, y| y.1.total_cmp(&x.1).then(x.0.cmp(&y.0)));
        list.truncate(NEIGHBOURS);
        list.sort_unstable_by_key(|&(other, _)| other);
    });
    pairs
        .par_iter()
        .zip(base)
        .map(|(&(a, b), &own)| {
            let articles = [tellings[a as usize].passage.article, tellings[b as usize].passage.article];
            let theirs = &neighbours[b as usize];
            let third = neighbours[a as usize]
                .iter()
                .filter(|(third, _)| !articles.contains(&tellings[*third as usize].passage.article))
                .filter_map(|&(third, left)| {
                    let at = theirs.binary_search_by_key(&third, |&(other, _)| other).ok()?;
                    Some(left.min(theirs[at].1))
                })
                .fold(0.0, f32::max);
            own + THIRD * (third - own).max(0.0)
        })
        .collect()
}

/// Lowers pairs that either side outdoes with another passage of the same article.
fn lower(tellings: &[Telling], pairs: &[(u32, u32)], scores: &[f32]) -> Vec<f32> {
    let article = |at: u32| tellings[at as usize].passage.article;
    let mut best: HashMap<(u32, usize), f32> = HashMap::new();
    for (&(a, b), &score) in pairs.iter().zip(scores) {
        for side in [(a, article(b)), (b, article(a))] {
            let known = best.entry(side).or_default();
            *known = known.max(score);
        }
    }
    pairs
        .par_iter()
        .zip(scores)
        .map(|(&(a, b), &score)| {
            let rival = best[&(a, article(b))].max(best[&(b, article(a))]);
            if rival > 0.0 { score * (score / rival).powf(RIVALRY) } else { 0.0 }
        })
        .collect()
}

/// The mean and spread of what pairs of passages score by chance.
fn chance(tellings: &[Telling], alike: &(impl Fn(&(u32, u32)) -> f32 + Sync)) -> (f32, f32) {
    let count = tellings.len() as u64;
    if count < 2 {
        return (0.0, LEAST_SPREAD);
    }
    // A linear congruential generator (Knuth's MMIX): the same pairs every time, on every machine.
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut draw = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u32::try_from((state >> 33) % count).unwrap_or_default()
    };
    let pairs: Vec<(u32, u32)> = (0..SAMPLE)
        .map(|_| (draw(), draw()))
        .filter(|&(a, b)| tellings[a as usize].passage.article != tellings[b as usize].passage.article)
        .collect();
    let mut sample: Vec<f32> = pairs.par_iter().map(alike).collect();
    sample.sort_unstable_by(f32::total_cmp);
    sample.truncate(((1.0 - TRIMMED) * sample.len() as f32) as usize);
    let size = sample.len().max(1) as f32;
    let mean = sample.iter().sum::<f32>() / size;
    let variance = sample.iter().map(|score| (score - mean).powi(2)).sum::<f32>() / size;
    (mean, variance.sqrt().max(LEAST_SPREAD))
}
