//! The entries of the figures' tab: those of the article.

use super::Side;
use crate::align::Passage;
use crate::article::Span;
use crate::dossier::Dossier;

/// How many entries there are.
pub fn count(dossier: &Dossier, article: usize) -> usize {
    dossier.index.figures.get(article).map_or(0, Vec::len)
}

/// The first figure in a passage or behind it.
pub fn entry_for(dossier: &Dossier, article: usize, passage: Span) -> Option<usize> {
    let figures = dossier.index.figures.get(article)?;
    figures.iter().position(|&figure| dossier.figures[figure].span.start >= passage.start)
}

/// Where the figure under the cursor stands.
pub fn target(side: &Side, dossier: &Dossier, article: usize) -> Option<Passage> {
    let figure = *dossier.index.figures.get(article)?.get(side.cursor())?;
    Some(Passage { article, span: dossier.figures[figure].span })
}
