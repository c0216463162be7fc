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
    fn new(counts: &[(u32, f32)], idf: &[f32]) -> Self {
        let mut entries: Vec<(u32, f32)> = counts
            .iter()
            .map(|&(term, count)| {
                let tf = if count > 1.0 { 1.0 + count.ln() } else { count };
                (term, tf * idf.get(term as usize).copied().unwrap_or_default())
            })
            .collect();
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
        let (mut a, mut b) = (self.entries.iter().peekable(), other.entries.iter().peekable());
        let mut sum = 0.0;
        while let (Some(&&(x, left)), Some(&&(y, right))) = (a.peek(), b.peek()) {
            match x.cmp(&y) {
                std::cmp::Ordering::Less => {
                    a.next();
                }
                std::cmp::Ordering::Greater => {
                    b.next();
                }
                std::cmp::Ordering::Equal => {
                    sum += left * right;
                    a.next();
                    b.next();
                }
            }
        }
        sum
    }
}

/// How rare each term is among the passages: `ln(1 + n / df)`.
pub(crate) fn rarity(tellings: &[Telling], terms: usize) -> Vec<f32> {
    let counts: Vec<&[(u32, f32)]> = tellings.iter().map(|telling| telling.counts.as_slice()).collect();
    idf(&counts, terms)
}

fn idf(documents: &[&[(u32, f32)]], terms: usize) -> Vec<f32> {
    let mut frequency = vec![0u32; terms];
    for (term, _) in documents.iter().copied().flatten() {
        if let Some(count) = frequency.get_mut(*term as usize) {
            *count += 1;
        }
    }
    let total = documents.len() as f32;
    frequency.iter().map(|&count| if count == 0 { 0.0 } else { (1.0 + total / count as f32).ln() }).collect()
}

/// Weighs the terms, clauses and n-grams of all passages.
pub(crate) fn weigh(tellings: &mut [Telling], idf_of_terms: &[f32]) {
    let grams: Vec<&[(u32, f32)]> = tellings.iter().map(|telling| telling.grams.as_slice()).collect();
    let idf_of_grams = idf(&grams, super::terms::GRAMS as usize);
    tellings.par_iter_mut().for_each(|telling| {
        telling.vector = Vector::new(&telling.counts, idf_of_terms);
        telling.clause_vectors =
            telling.clauses.iter().map(|clause| Vector::new(clause, idf_of_terms)).collect();
        telling.gram_vector = Vector::new(&telling.grams, &idf_of_grams);
    });
}
