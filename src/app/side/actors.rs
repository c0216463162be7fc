//! The entries of the actors' tab: every actor of the dossier.

use super::Side;
use crate::align::Passage;
use crate::article::Span;
use crate::dossier::Dossier;

/// How many entries there are.
pub fn count(dossier: &Dossier) -> usize {
    dossier.actors.len()
}

/// The actor of a passage: none where the passage names the one under the cursor, else its first one.
pub fn entry_for(side: &Side, dossier: &Dossier, article: usize, passage: Span) -> Option<usize> {
    let named = dossier.index.mentions_in(article, passage);
    if named.iter().any(|mention| mention.actor == side.cursor()) {
        return None;
    }
    named.first().map(|mention| mention.actor)
}

/// The next mention after `from`, in the same article first.
pub fn target(side: &Side, dossier: &Dossier, article: usize, from: usize) -> Option<Passage> {
    let mentions = &dossier.actors.get(side.cursor())?.mentions;
    let after = mentions
        .iter()
        .find(|mention| (mention.article, mention.span.start) > (article, from))
        .or_else(|| mentions.first())?;
    Some(Passage { article: after.article, span: after.span })
}
