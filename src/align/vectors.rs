//! Sparse vectors weighted by how rare a term is in this very dossier.
//!
//! Inside one event every sentence is about the same thing, so a general language's frequencies
//! would call every word telling. The inverse document frequency is counted on the dossier's own
//! passages (Spärck Jones 1972).

use rayon::prelude::*;

use super::telling::Telling;

/// A sparse vector of length one, by term number.
#[derive(Debug, Clone, Default)]
pub(crate) struct Vector {
    entries: Vec<(u32, f32)>,
    /// The length it had before it was made one: how much the passage says.
    length: f32,
}

impl Vector {
    fn new(counts: Vec<(u32, f32)>, rarity: &Rarity) -> Self {
        let mut entries = counts;
        for (term, weight) in &mut entries {
            let tf = if *weight > 1.0 { 1.0 + weight.ln() } else { *weight };
            *weight = tf * rarity.of(*term);
        }
        let length = entries.iter().map(|(_, weight)| weight * weight).sum::<f32>().sqrt();
        if length > 0.0 {
            for entry in &mut entries {
                entry.1 /= length;
            }
        }
        Self { entries, length }
    }

    /// The terms with their weights, by term number.
    pub(crate) fn entries(&self) -> &[(u32, f32)] {
        &self.entries
    }

    /// How much the passage says: the length before it was made one.
    pub(crate) fn length(&self) -> f32 {
        self.length
    }

    /// The cosine of two vectors, from 0 to 1.
    pub(crate) fn cosine(&self, other: &Self) -> f32 {
        shared(&self.entries, &other.entries)
            .map(|(left, right)| self.entries[left].1 * other.entries[right].1)
            .sum()
    }
}

/// Where two lists that are sorted by term hold the same one.
pub(crate) fn shared<'a>(
    left: &'a [(u32, f32)],
    right: &'a [(u32, f32)],
) -> impl Iterator<Item = (usize, usize)> + 'a {
    let (mut at, mut other) = (0, 0);
    std::iter::from_fn(move || {
        while let (Some((x, _)), Some((y, _))) = (left.get(at), right.get(other)) {
            match x.cmp(y) {
                std::cmp::Ordering::Less => at += 1,
                std::cmp::Ordering::Greater => other += 1,
                std::cmp::Ordering::Equal => {
                    at += 1;
                    other += 1;
                    return Some((at - 1, other - 1));
                }
            }
        }
        None
    })
}

/// How rare each term is among the passages: `ln(1 + n / df)`.
#[derive(Debug, Default)]
pub(crate) struct Rarity {
    by_term: Vec<f32>,
    /// What a term counts that stands in one passage alone: the rarest there is.
    pub rarest: f32,
}

impl Rarity {
    fn new<'a>(documents: impl ExactSizeIterator<Item = &'a [(u32, f32)]>, terms: usize) -> Self {
        let total = documents.len() as f32;
        let mut frequency = vec![0u32; terms];
        for (term, _) in documents.flatten() {
            if let Some(count) = frequency.get_mut(*term as usize) {
                *count += 1;
            }
        }
        let of = |count: u32| if count == 0 { 0.0 } else { (1.0 + total / count as f32).ln() };
        let by_term: Vec<f32> = frequency.into_iter().map(of).collect();
        let rarest = by_term.iter().copied().fold(0.0, f32::max);
        Self { by_term, rarest }
    }

    /// How rare a term is; one that came after the counting is as rare as can be.
    pub(crate) fn of(&self, term: u32) -> f32 {
        match self.by_term.get(term as usize) {
            Some(0.0) | None => self.rarest,
            Some(rarity) => *rarity,
        }
    }
}

/// How rare the terms and the n-grams of a dossier are.
#[derive(Debug, Default)]
pub(crate) struct Rarities {
    /// Of the terms.
    pub terms: Rarity,
    grams: Rarity,
}

impl Rarities {
    /// Counts over all passages.
    pub(crate) fn new(tellings: &[Telling], terms: usize) -> Self {
        let documents = tellings.iter().map(|telling| telling.counts.as_slice());
        let grams = tellings.iter().map(|telling| telling.grams.as_slice());
        Self { terms: Rarity::new(documents, terms), grams: Rarity::new(grams, super::terms::GRAMS as usize) }
    }

    /// Weighs the terms, clauses and n-grams of passages; the last are not kept as they were counted,
    /// for they are most of what a passage takes.
    pub(crate) fn weigh(&self, tellings: &mut [Telling]) {
        tellings.par_iter_mut().for_each(|telling| {
            telling.vector = Vector::new(telling.counts.clone(), &self.terms);
            telling.clause_vectors =
                telling.clauses.iter().map(|clause| Vector::new(clause.clone(), &self.terms)).collect();
            telling.gram_vector = Vector::new(std::mem::take(&mut telling.grams), &self.grams);
        });
    }
}
