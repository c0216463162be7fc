//! Fast ways from a place in an article to what was found there.

use super::Dossier;
use crate::actors::MentionForm;
use crate::align::{Alignment, Passage};
use crate::article::Span;

/// A mention as one article sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Named {
    /// Where it stands, in bytes.
    pub span: Span,
    /// Index of the actor in the dossier.
    pub actor: usize,
    /// How it names the actor.
    pub form: MentionForm,
}

/// What stands where, article by article.
#[derive(Debug, Clone, Default)]
pub struct Index {
    /// Per article, the mentions in order.
    pub mentions: Vec<Vec<Named>>,
    /// Per article, the indices of its claims in order.
    pub claims: Vec<Vec<usize>>,
    /// Per article, the indices of its figures in order.
    pub figures: Vec<Vec<usize>>,
    /// Per article and sentence, the indices of the alignments that touch it, strongest first.
    pub alignments: Vec<Vec<Vec<usize>>>,
}

impl Index {
    /// Builds the index of an analysed dossier.
    pub fn new(dossier: &Dossier) -> Self {
        let count = dossier.articles.len();
        let mut index = Self {
            mentions: vec![Vec::new(); count],
            claims: vec![Vec::new(); count],
            figures: vec![Vec::new(); count],
            alignments: dossier.texts.iter().map(|text| vec![Vec::new(); text.sentences.len()]).collect(),
        };
        for (actor, found) in dossier.actors.iter().enumerate() {
            for mention in &found.mentions {
                index.mentions[mention.article].push(Named { span: mention.span, actor, form: mention.form });
            }
        }
        for mentions in &mut index.mentions {
            mentions.sort_by_key(|named| named.span);
        }
        for (at, claim) in dossier.claims.iter().enumerate() {
            index.claims[claim.article].push(at);
        }
        for (at, figure) in dossier.figures.iter().enumerate() {
            index.figures[figure.article].push(at);
        }
        for (at, alignment) in dossier.alignments.iter().enumerate() {
            for side in [alignment.a, alignment.b] {
                for (number, sentence) in dossier.texts[side.article].sentences.iter().enumerate() {
                    if sentence.span.overlaps(side.span) {
                        index.alignments[side.article][number].push(at);
                    }
                }
            }
        }
        for list in index.alignments.iter_mut().flatten() {
            list.sort_by(|&x, &y| dossier.alignments[y].score.total_cmp(&dossier.alignments[x].score));
        }
        index
    }

    /// Mentions in the article that overlap `span`.
    pub fn mentions_in(&self, article: usize, span: Span) -> &[Named] {
        let list = self.mentions.get(article).map_or(&[][..], Vec::as_slice);
        let from = list.partition_point(|named| named.span.end <= span.start);
        let to = list.partition_point(|named| named.span.start < span.end);
        list.get(from..to).unwrap_or_default()
    }

    /// Indices of the alignments that touch a sentence of an article, strongest first.
    pub fn alignments_of(&self, article: usize, sentence: usize) -> &[usize] {
        self.alignments.get(article).and_then(|list| list.get(sentence)).map_or(&[], Vec::as_slice)
    }

    /// How many other articles share a sentence of an article.
    pub fn sharing(&self, dossier: &Dossier, article: usize, sentence: usize) -> usize {
        let mut others: Vec<usize> = self
            .alignments_of(article, sentence)
            .iter()
            .map(|&at| other_side(&dossier.alignments[at], article).article)
            .collect();
        others.sort_unstable();
        others.dedup();
        others.len()
    }
}

/// The passage of `alignment` that is not in `article`.
pub fn other_side(alignment: &Alignment, article: usize) -> Passage {
    if alignment.a.article == article { alignment.b } else { alignment.a }
}
