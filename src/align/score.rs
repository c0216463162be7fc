//! How alike two passages are, from several cheap signals that fail in different places.
//!
//! A pair's strength is built in five steps. The cosine of the rare terms, damped for passages that
//! say little, is mixed with that of character n-grams and the best clause. It is lowered where
//! little but one word is shared, or one side is about another year, and lifted between languages,
//! which share less. A third outlet that
//! matches both sides lifts a pair that says the same in other words. A pair that either side
//! outdoes with another passage of the same outlet is lowered. Last, strengths are held against
//! those of pairs of the same languages that match nothing in the same dossier, since five reports of
//! one speech are all alike and five of a war are not: one threshold then serves every event.
//!
//! The numbers below were set on six dossiers together, never on one: two of real articles, four
//! invented ones. At the threshold that is best for all, each is within four points of its own best.

use rayon::prelude::*;

use super::rivals::{Neighbours, Pairs, Rivals};
use super::telling::Telling;
use super::vectors::{self, Vector};

/// How much of a pair's norm is that of an average passage, against short ones matching by chance.
const DAMPING: f32 = 0.5;

/// What the n-grams count beside the terms.
const GRAMS: f32 = 0.6;

/// What the best clause counts beside the terms.
const CLAUSE: f32 = 0.15;

/// How many words two passages must share to be believed by half.
const EVIDENCE: f32 = 0.5;

/// What a name counts as a shared word: it says who, not what.
const NAMED: f32 = 0.5;

/// By how much pairs of two languages are lifted, since n-grams and most words cannot be shared.
const CROSSING: f32 = 1.3;

/// What is left of a pair of which one side is about a year that the other does not name: the flood of
/// long ago is not the flood of today.
const OTHER_YEAR: f32 = 0.5;

/// How much of what a third outlet knows better is added.
const THIRD: f32 = 0.4;

/// How hard a pair is lowered that is not the best of its passages.
const RIVALRY: f32 = 0.6;

/// How many random pairs show what chance makes of a dossier.
const SAMPLE: u64 = 4_000;

/// What chance makes of a dossier at large: mean, spread, and how many pairs that is worth, so that
/// two short articles are not measured by a handful of their own.
const USUAL: (f32, f32, f32) = (0.01, 0.025, 60.0);

/// The least spread of chance: articles that share nothing would otherwise match on anything.
const LEAST_SPREAD: f32 = 0.02;

/// How much of a strength is how far it stands out from chance; the rest is the strength itself.
const STANDING_OUT: f32 = 0.75;

/// The strength that comes out as a score of one half.
const HALF: f32 = 1.85;

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

/// What the strengths of one dossier are measured by.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Scale {
    /// The mean squared length of a passage's vector.
    average: f32,
    /// What chance makes of pairs of one language, and of two.
    chance: [Chance; 2],
}

/// What pairs that match nothing score.
#[derive(Debug, Clone, Copy)]
struct Chance {
    mean: f32,
    spread: f32,
}

impl Default for Chance {
    fn default() -> Self {
        Self { mean: 0.0, spread: LEAST_SPREAD }
    }
}

impl Scale {
    /// The scale for `tellings`, chance still unknown.
    pub(crate) fn new(tellings: &[Telling]) -> Self {
        let total: f32 = tellings.iter().map(|telling| telling.vector.length().powi(2)).sum();
        Self { average: total / tellings.len().max(1) as f32, chance: [Chance::default(); 2] }
    }

    /// What comes out for a strength: from 0 to 1, one half where a match starts.
    fn score(&self, strength: f32, crossing: bool) -> f32 {
        let chance = self.chance[usize::from(crossing)];
        let deviation = ((strength - chance.mean) / chance.spread).max(0.0);
        let out = STANDING_OUT;
        let together = deviation.powf(out) * strength.max(0.0).powf(1.0 - out) / HALF;
        together * together / (together * together + 1.0)
    }
}

/// Scores the candidate pairs of a whole dossier, which come in order of their sides; `named` says
/// which terms are names. Sets the scale, and gives the neighbours of every passage.
pub(crate) fn score(
    tellings: &[Telling],
    named: &[bool],
    pairs: &[(u32, u32)],
    scale: &mut Scale,
) -> (Vec<Scored>, Neighbours) {
    let base = strengths(tellings, named, pairs, scale);
    let sides = Pairs::new(pairs, tellings.len());
    let mut neighbours = Neighbours::new();
    sides.enter(&base, &mut neighbours);
    let lifted = lift(tellings, &neighbours, pairs, &base);
    let rivals = sides.rivals(tellings, &lifted);
    set_chance(tellings, named, pairs, &rivals, scale);
    (finish(tellings, pairs, &base, &lifted, &rivals, scale), neighbours)
}

/// Scores the pairs of passages from `first` on with the others, by a scale and neighbours that are
/// known, and enters the new ones among the neighbours.
pub(crate) fn score_added(
    tellings: &[Telling],
    named: &[bool],
    pairs: &[(u32, u32)],
    scale: &Scale,
    neighbours: &mut Neighbours,
) -> Vec<Scored> {
    let base = strengths(tellings, named, pairs, scale);
    let sides = Pairs::new(pairs, tellings.len());
    sides.enter(&base, neighbours);
    let lifted = lift(tellings, neighbours, pairs, &base);
    finish(tellings, pairs, &base, &lifted, &sides.rivals(tellings, &lifted), scale)
}

fn strengths(tellings: &[Telling], named: &[bool], pairs: &[(u32, u32)], scale: &Scale) -> Vec<f32> {
    pairs
        .par_iter()
        .map(|&(a, b)| alike(&tellings[a as usize], &tellings[b as usize], named, scale.average))
        .collect()
}

/// How alike two passages are by themselves.
fn alike(a: &Telling, b: &Telling, named: &[bool], average: f32) -> f32 {
    let (mine, theirs) = (a.vector.entries(), b.vector.entries());
    let (mut cosine, mut evidence) = (0.0, 0.0);
    // A vector has an entry for each of the passage's terms, so the places are those of the counts.
    for (left, right) in vectors::shared(mine, theirs) {
        cosine += mine[left].1 * theirs[right].1;
        let counted = a.counts[left].1.min(b.counts[right].1).min(1.0);
        let name = named.get(mine[left].0 as usize).copied().unwrap_or_default();
        evidence += if name { NAMED * counted } else { counted };
    }
    if cosine <= 0.0 {
        return 0.0;
    }
    let norm = a.vector.length() * b.vector.length();
    let terms = cosine * norm / ((1.0 - DAMPING) * norm + DAMPING * average);
    let grams = a.gram_vector.cosine(&b.gram_vector);
    let clause = best_clause(a, b).max(cosine);
    let mixed = (terms + GRAMS * grams + CLAUSE * clause) / (1.0 + GRAMS + CLAUSE);
    let crossing = if a.language == b.language { 1.0 } else { CROSSING };
    let year = if a.of_another_year(b) || b.of_another_year(a) { OTHER_YEAR } else { 1.0 };
    crossing * year * mixed * evidence / (evidence + EVIDENCE)
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
fn lift(tellings: &[Telling], neighbours: &Neighbours, pairs: &[(u32, u32)], base: &[f32]) -> Vec<f32> {
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

/// Lowers pairs that either side outdoes with another passage of the same article, and measures all.
fn finish(
    tellings: &[Telling],
    pairs: &[(u32, u32)],
    base: &[f32],
    lifted: &[f32],
    rivals: &Rivals,
    scale: &Scale,
) -> Vec<Scored> {
    pairs
        .par_iter()
        .enumerate()
        .map(|(at, &(a, b))| {
            let rival = rivals.strongest(at);
            let strength = if rival > 0.0 { lifted[at] * (lifted[at] / rival).powf(RIVALRY) } else { 0.0 };
            Scored {
                a,
                b,
                score: scale.score(strength, tellings[a as usize].language != tellings[b as usize].language),
                third: lifted[at] > base[at],
            }
        })
        .collect()
}

/// Measures what passages that match nothing score: pairs of which neither side is the other's best.
///
/// They are drawn from articles that share something, each as often as it does: articles on other
/// events would make any likeness stand out.
fn set_chance(
    tellings: &[Telling],
    named: &[bool],
    pairs: &[(u32, u32)],
    rivals: &Rivals,
    scale: &mut Scale,
) {
    let article = |at: u32| tellings[at as usize].passage.article;
    let span = |article: usize| {
        let from = tellings.partition_point(|telling| telling.passage.article < article);
        let to = tellings.partition_point(|telling| telling.passage.article <= article);
        (from as u64, (to - from) as u64)
    };
    // A linear congruential generator (Knuth's MMIX): the same pairs every time, on every machine.
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut draw = |from: u64, count: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        from + (state >> 33) % count.max(1)
    };
    let mut drawn: Vec<(u32, u32)> = Vec::new();
    if !pairs.is_empty() {
        for _ in 0..SAMPLE {
            let at = draw(0, pairs.len() as u64);
            let (a, b) = pairs[usize::try_from(at).unwrap_or_default()];
            let sides = [span(article(a)), span(article(b))].map(|(from, count)| draw(from, count));
            let [a, b] = sides.map(|side| u32::try_from(side).unwrap_or_default());
            if !pairs.binary_search(&(a, b)).is_ok_and(|pair| rivals.is_chosen(pair)) {
                drawn.push((a, b));
            }
        }
    }
    drawn.sort_unstable();
    drawn.dedup();
    let sample = strengths(tellings, named, &drawn, scale);
    let (usual_mean, usual_spread, worth) = USUAL;
    for crossing in [false, true] {
        let sample: Vec<f32> = drawn
            .iter()
            .zip(&sample)
            .filter(|&(&(a, b), _)| {
                (tellings[a as usize].language != tellings[b as usize].language) == crossing
            })
            .map(|(_, strength)| *strength)
            .collect();
        let size = sample.len() as f32 + worth;
        let mean = (sample.iter().sum::<f32>() + worth * usual_mean) / size;
        let variance = sample.iter().map(|strength| (strength - mean).powi(2)).sum::<f32>();
        let spread = ((variance + worth * usual_spread.powi(2)) / size).sqrt().max(LEAST_SPREAD);
        scale.chance[usize::from(crossing)] = Chance { mean, spread };
    }
}
