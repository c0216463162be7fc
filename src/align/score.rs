//! How alike two passages are, from several cheap signals that fail in different places.

use rayon::prelude::*;

use super::telling::Telling;
use super::vectors::Vector;

/// What is known of a pair of passages.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Signals {
    /// Cosine of the rare terms.
    pub terms: f32,
    /// Cosine of the character n-grams, which see through inflection and spelling.
    pub grams: f32,
    /// The best cosine in which a clause stands for one side or both.
    pub clause: f32,
}

/// A scored pair: indices of passages, the earlier first.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scored {
    /// The passage of the earlier article.
    pub a: u32,
    /// The passage of the later one.
    pub b: u32,
    /// How alike they are.
    pub score: f32,
    /// How many third outlets tell it too.
    pub outlets: u32,
}

/// Scores the candidate pairs.
pub(crate) fn score(tellings: &[Telling], pairs: &[(u32, u32)]) -> Vec<Scored> {
    pairs
        .par_iter()
        .map(|&(a, b)| {
            let signals = signals(&tellings[a as usize], &tellings[b as usize]);
            let score = (signals.terms + 0.5 * signals.grams + 0.5 * signals.clause) / 2.0;
            Scored { a, b, score, outlets: 0 }
        })
        .collect()
}

fn signals(a: &Telling, b: &Telling) -> Signals {
    let terms = a.vector.cosine(&b.vector);
    let grams = a.gram_vector.cosine(&b.gram_vector);
    let best = |clauses: &[Vector], whole: &Vector| {
        clauses.iter().map(|clause| clause.cosine(whole)).fold(0.0, f32::max)
    };
    let mut clause = best(&a.clause_vectors, &b.vector).max(best(&b.clause_vectors, &a.vector));
    for left in &a.clause_vectors {
        clause = clause.max(best(&b.clause_vectors, left));
    }
    Signals { terms, grams, clause: clause.max(terms) }
}
