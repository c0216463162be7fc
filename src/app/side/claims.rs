//! The entries of the claims' tab: those of the article.

use super::Side;
use crate::align::Passage;
use crate::article::Span;
use crate::dossier::Dossier;

/// How many entries there are.
pub fn count(dossier: &Dossier, article: usize) -> usize {
    dossier.index.claims.get(article).map_or(0, Vec::len)
}

/// The claim of a passage: the one the cursor is on where the passage holds it, else its first
/// one, else the last one before it.
pub fn entry_for(side: &Side, dossier: &Dossier, article: usize, passage: Span) -> Option<usize> {
    let claims = dossier.index.claims.get(article)?;
    let held = |claim: usize| dossier.claims[claim].span.overlaps(passage);
    if claims.get(side.claim()).is_some_and(|&claim| held(claim)) {
        return Some(side.claim());
    }
    claims
        .iter()
        .position(|&claim| held(claim))
        .or_else(|| claims.iter().rposition(|&claim| dossier.claims[claim].span.start < passage.end))
}

/// Where the claim under the cursor stands.
pub fn target(side: &Side, dossier: &Dossier, article: usize) -> Option<Passage> {
    let claim = *dossier.index.claims.get(article)?.get(side.cursor())?;
    Some(Passage { article, span: dossier.claims[claim].span })
}
