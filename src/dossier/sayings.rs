//! Claims that two articles report: pairs of statements inside of aligned passages.
//!
//! A sentence may hold two statements of which the other outlet tells one. Where both passages hold one
//! statement each, those two belong together; else those of one speaker that share most of their words.

use std::hash::{DefaultHasher, Hash, Hasher};

use rayon::prelude::*;

use super::Dossier;
use crate::align::{Alignment, Passage, Relation};
use crate::text::{TokenKind, fold};

/// The part of the shorter statement's long words that the other one must have.
const SHARED: f32 = 0.34;

/// Letters from which a word says something about the subject.
const LONG: usize = 5;

/// Pairs of claims, as alignments of their spans that carry no reasons.
pub(super) fn pairs(dossier: &Dossier) -> Vec<Alignment> {
    if dossier.alignments.is_empty() {
        return Vec::new();
    }
    let words: Vec<Vec<u64>> =
        (0..dossier.claims.len()).into_par_iter().map(|at| words(dossier, at)).collect();
    let mut found: Vec<Alignment> =
        dossier.alignments.par_iter().flat_map_iter(|pair| inside(dossier, &words, pair)).collect();
    // Two pairs of passages may lead to the same two claims; the surer one counts.
    found.sort_by(|x, y| (x.a, x.b).cmp(&(y.a, y.b)).then(y.score.total_cmp(&x.score)));
    found.dedup_by_key(|pair| (pair.a, pair.b));
    found
}

/// The claims inside of two aligned passages that belong together.
fn inside(dossier: &Dossier, words: &[Vec<u64>], pair: &Alignment) -> Vec<Alignment> {
    let of = |passage: Passage| -> Vec<usize> {
        dossier.index.claims_in(dossier, passage.article, passage.span).collect()
    };
    let (left, right) = (of(pair.a), of(pair.b));
    let alone = left.len() == 1 && right.len() == 1;
    let mut found = Vec::new();
    for &a in &left {
        let liked = right
            .iter()
            .map(|&b| (shared(&words[a], &words[b]), b))
            .filter(|&(share, b)| if alone { true } else { share >= SHARED && one_speaker(dossier, a, b) });
        let Some((_, b)) = liked.max_by(|x, y| x.0.total_cmp(&y.0)) else { continue };
        // The passages' relation is the claims' own where these are what the passages are about.
        let relation = match pair.relation {
            Relation::Conflict if !alone => Relation::Partial,
            relation => relation,
        };
        let passage = |at: usize| {
            let claim = &dossier.claims[at];
            Passage { article: claim.article, span: claim.span }
        };
        found.push(Alignment {
            a: passage(a),
            b: passage(b),
            relation,
            why: Vec::new(),
            parts: [None; 2],
            ..*pair
        });
    }
    found
}

/// Whether two claims may be of one speaker: neither names another one.
fn one_speaker(dossier: &Dossier, a: usize, b: usize) -> bool {
    let (a, b) = (&dossier.claims[a].speakers, &dossier.claims[b].speakers);
    a.is_empty() || b.is_empty() || a.iter().any(|speaker| b.contains(speaker))
}

/// The long words of a claim, hashed and in order.
fn words(dossier: &Dossier, at: usize) -> Vec<u64> {
    let claim = &dossier.claims[at];
    let text = &dossier.articles[claim.article].text;
    let tokens = dossier.texts[claim.article].tokens_in(claim.span).iter();
    let telling = tokens.filter(|token| match token.kind {
        TokenKind::Word => token.span.of(text).chars().count() >= LONG,
        TokenKind::Number => true,
        _ => false,
    });
    let mut words: Vec<u64> = telling
        .map(|token| {
            let mut hasher = DefaultHasher::new();
            fold(token.span.of(text)).hash(&mut hasher);
            hasher.finish()
        })
        .collect();
    words.sort_unstable();
    words.dedup();
    words
}

/// The part of the shorter list that stands in the longer one.
fn shared(a: &[u64], b: &[u64]) -> f32 {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let both = short.iter().filter(|word| long.binary_search(word).is_ok()).count();
    both as f32 / short.len().max(1) as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_statements_in_one_sentence_find_each_its_own() {
        let dossier = Dossier::of_texts(
            "pont",
            [
                (
                    "a.txt",
                    "Le pont de Tervuren fermera dimanche à l’aube, a annoncé la maire Anne Roussel.\n\n\
                     « Nous voulons des garanties avant de rouvrir le pont », a dit Karim Haddad.\n",
                ),
                (
                    "b.txt",
                    "Le pont de Tervuren fermera dimanche à l’aube, a indiqué la maire Anne Roussel, et \
                     « nous voulons des garanties avant de rouvrir le pont », a répété Karim Haddad.\n",
                ),
            ],
        )
        .analyse(&|_| {});
        let told = &dossier.coverage.claims;
        assert!(!told.is_empty());
        for fact in told {
            let texts: Vec<&str> = fact
                .passages
                .iter()
                .map(|passage| passage.span.of(&dossier.articles[passage.article].text))
                .collect();
            let closing = texts.iter().filter(|text| text.contains("garanties")).count();
            assert!(closing == 0 || closing == texts.len(), "{texts:?}");
        }
    }
}
