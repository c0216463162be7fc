//! The entries of the coverage's tab: the facts of the dossier.

use super::Side;
use crate::align::Passage;
use crate::article::Span;
use crate::dossier::Dossier;

/// How many entries there are.
pub fn count(dossier: &Dossier) -> usize {
    dossier.coverage.facts.len()
}

/// The first fact that the article tells in a passage.
pub fn entry_for(dossier: &Dossier, article: usize, passage: Span) -> Option<usize> {
    dossier.coverage.facts.iter().position(
        |fact| matches!(fact.cells.get(article), Some((_, Some(found))) if found.span.overlaps(passage)),
    )
}

/// Where the article tells the fact under the cursor, else where the fact was first found.
pub fn target(side: &Side, dossier: &Dossier, article: usize) -> Option<Passage> {
    let fact = dossier.coverage.facts.get(side.cursor())?;
    fact.cells.get(article).and_then(|(_, passage)| *passage).or(Some(fact.label))
}
