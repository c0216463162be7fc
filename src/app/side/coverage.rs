//! The entries of the coverage's tab: the facts of the dossier.

use super::Side;
use crate::align::Passage;
use crate::article::Span;
use crate::dossier::Dossier;
use crate::dossier::coverage::Cell;

/// How many entries there are.
pub fn count(dossier: &Dossier) -> usize {
    dossier.coverage.facts.len()
}

/// The first fact that the article tells in a passage.
pub fn entry_for(dossier: &Dossier, article: usize, passage: Span) -> Option<usize> {
    let tells = |cell: &Cell| cell.passage.span.overlaps(passage);
    dossier.coverage.facts.iter().position(|fact| fact.cell(article).is_some_and(tells))
}

/// Where the article tells the fact under the cursor, else where the fact was first found.
pub fn target(side: &Side, dossier: &Dossier, article: usize) -> Option<Passage> {
    let fact = dossier.coverage.facts.get(side.cursor())?;
    Some(fact.cell(article).map_or(fact.label, |cell| cell.passage))
}
