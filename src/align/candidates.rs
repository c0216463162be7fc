//! Which pairs of passages are worth scoring, without looking at all of them.
//!
//! An inverted index leads from each term to the passages that hold it. A passage probes with its
//! rarest terms until it has seen a set number of entries, so the work grows with the passages and
//! not with their square: a sentence repeated ten thousand times costs no more than another.

use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use super::telling::Telling;

/// A term in more passages than this finds nobody: it is no longer rare.
const COMMON: usize = 400;

/// How many entries of the index one passage may look at.
const BUDGET: usize = 2_000;

/// How many of a passage's candidates are kept, best first.
const KEPT: usize = 120;

/// Where a passage is printed by more than this in nearly the same words, it is held against the first of
/// them alone, as the articles are in [`super::copies`]: more outlets than this have one event only where
/// they print one dispatch, and all of them lead back to the same first ones.
pub(crate) const PRINTED: usize = 24;

/// The least a pair must share, as a part of the cosine, to be a candidate.
const LEAST: f32 = 0.02;

/// The passages that hold each term, with the term's weight there.
#[derive(Debug, Default)]
pub(crate) struct Index {
    holders: Vec<Vec<(u32, f32)>>,
    /// The article of each passage, close together since it is asked for at every entry.
    articles: Vec<usize>,
}

/// What one thread reuses from passage to passage.
struct Scratch {
    sums: Vec<f32>,
    touched: Vec<u32>,
}

impl Index {
    /// Enters the passages from `first` on; `terms` is how many terms there are.
    pub(crate) fn enter(&mut self, tellings: &[Telling], first: usize, terms: usize) {
        self.holders.resize_with(self.holders.len().max(terms), Vec::new);
        for (at, telling) in tellings.iter().enumerate().skip(first) {
            self.articles.push(telling.passage.article);
            let at = u32::try_from(at).unwrap_or(u32::MAX);
            for &(term, weight) in telling.vector.entries() {
                if let Some(holders) = self.holders.get_mut(term as usize) {
                    holders.push((at, weight));
                }
            }
        }
    }

    /// The pairs to score that the passages from `first` on are in: indices of passages of two
    /// articles, the earlier first, in order; and how many of these passages are printed by more than
    /// [`PRINTED`] others.
    pub(crate) fn candidates(&self, tellings: &[Telling], first: usize) -> (Vec<(u32, u32)>, usize) {
        let widely = AtomicUsize::new(0);
        let mut pairs: Vec<(u32, u32)> = (first..tellings.len())
            .into_par_iter()
            .map_init(
                || Scratch { sums: vec![0.0; tellings.len()], touched: Vec::new() },
                |scratch, at| self.probe(tellings, at, scratch, &widely),
            )
            .flatten_iter()
            .collect();
        pairs.par_sort_unstable();
        pairs.dedup();
        pairs.shrink_to_fit();
        (pairs, widely.into_inner())
    }

    fn probe(
        &self,
        tellings: &[Telling],
        at: usize,
        scratch: &mut Scratch,
        widely: &AtomicUsize,
    ) -> Vec<(u32, u32)> {
        let telling = &tellings[at];
        let own = u32::try_from(at).unwrap_or(u32::MAX);
        let mut probes: Vec<(usize, u32, f32)> = telling
            .vector
            .entries()
            .iter()
            .filter_map(|&(term, weight)| {
                let holders = self.holders.get(term as usize)?.len();
                (holders > 1 && holders <= COMMON).then_some((holders, term, weight))
            })
            .collect();
        probes.sort_unstable_by_key(|&(holders, term, _)| (holders, term));
        let mut seen = 0;
        for &(holders, term, weight) in &probes {
            seen += holders;
            if seen > BUDGET {
                break;
            }
            self.add(telling, weight, &self.holders[term as usize], scratch);
        }
        if probes.is_empty() {
            // What hundreds of outlets print alike has no rare term: the first holders and the nearest
            // ones stand for all.
            let rarest = telling.vector.entries().iter().filter_map(|&(term, weight)| {
                let holders = self.holders.get(term as usize)?;
                (holders.len() > 1).then_some((holders, weight))
            });
            if let Some((holders, weight)) = rarest.min_by_key(|(holders, _)| holders.len()) {
                let (first, others) = holders.split_at(holders.len().min(COMMON / 2));
                let here = others.partition_point(|&(holder, _)| holder < own);
                let from = here.saturating_sub(COMMON / 4);
                let near = others.get(from..others.len().min(from + COMMON / 2)).unwrap_or_default();
                self.add(telling, weight, first, scratch);
                self.add(telling, weight, near, scratch);
            }
        }
        let mut found: Vec<(u32, f32)> = Vec::with_capacity(scratch.touched.len());
        for other in scratch.touched.drain(..) {
            let sum = std::mem::take(&mut scratch.sums[other as usize]);
            if sum >= LEAST {
                found.push((other, sum));
            }
        }
        if found.len() > PRINTED {
            found.sort_unstable_by_key(|&(other, _)| other);
            let mut alike = 0;
            found.retain(|&(other, _)| {
                let printed = telling.prints(&tellings[other as usize]);
                alike += usize::from(printed);
                !printed || alike <= PRINTED
            });
            widely.fetch_add(usize::from(alike > PRINTED), Ordering::Relaxed);
        }
        if found.len() > KEPT {
            // Of equals the nearest, so that what many outlets print alike hangs together.
            let far = |other: u32| other.abs_diff(own);
            found.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then((far(a.0), a.0).cmp(&(far(b.0), b.0))));
            found.truncate(KEPT);
        }
        found.into_iter().map(|(other, _)| (own.min(other), own.max(other))).collect()
    }

    /// Adds what holders of a term share with a passage that counts it so much.
    fn add(&self, telling: &Telling, weight: f32, holders: &[(u32, f32)], scratch: &mut Scratch) {
        for &(other, other_weight) in holders {
            if self.articles[other as usize] == telling.passage.article {
                continue;
            }
            let sum = &mut scratch.sums[other as usize];
            if *sum == 0.0 {
                scratch.touched.push(other);
            }
            *sum += weight * other_weight;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Passage;
    use super::super::telling::Telling;
    use super::super::vectors::Rarities;
    use super::*;

    /// The candidates among passages of two articles each, given by the terms of each passage.
    fn candidates(passages: usize, terms: impl Fn(u32) -> Vec<u32>) -> Vec<(u32, u32)> {
        let mut list: Vec<Telling> = (0..u32::try_from(passages).unwrap())
            .map(|at| {
                let mut counts: Vec<(u32, f32)> = terms(at).into_iter().map(|term| (term, 1.0)).collect();
                counts.sort_by_key(|&(term, _)| term);
                let passage = Passage { article: at as usize / 2, ..Passage::default() };
                Telling { passage, counts, ..Telling::default() }
            })
            .collect();
        let rarities = Rarities::new(&list, 3 * passages);
        rarities.weigh(&mut list);
        let mut index = Index::default();
        index.enter(&list, 0, 3 * passages);
        index.candidates(&list, 0).0
    }

    #[test]
    fn candidates_grow_with_the_passages_and_not_with_their_square() {
        // Each passage has a term of its own, one of thirty passages, and one that all have.
        let of = |passages| candidates(passages, |at| vec![0, 1 + at / 30, 2_000 + at]).len();
        let (once, twice) = (of(1_500), of(3_000));
        assert!(once > 0 && twice <= 2 * once + 100, "{once}, {twice}");
    }

    #[test]
    fn passages_that_are_all_alike_have_a_set_number_of_candidates_each() {
        let pairs = candidates(3_000, |_| vec![0, 1, 2]);
        assert!(pairs.len() <= 3_000 * PRINTED, "{}", pairs.len());
        let found: std::collections::HashSet<u32> = pairs.iter().flat_map(|&(a, b)| [a, b]).collect();
        assert_eq!(found.len(), 3_000);
    }
}
