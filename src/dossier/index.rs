//! Fast ways from a place in an article to what was found there.

use super::Dossier;
use crate::actors::MentionForm;
use crate::align::{Alignment, PRINTED, Passage, Relation};
use crate::article::{BlockKind, Span};
use crate::claims::Claim;
use crate::text::Text;

/// An article of fewer passages says too little for it to tell that nobody else has them.
const TELLING: usize = 3;

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
    /// Per article and claim in order, the furthest byte that it or a claim before it reaches: one may
    /// hold another.
    reach: Vec<Vec<usize>>,
    /// The same with the cues and the names of the sources, and the first byte that it or a claim behind
    /// it begins at.
    told: Vec<Vec<Span>>,
    /// Per article, the indices of its figures in order.
    pub figures: Vec<Vec<usize>>,
    /// Per article and sentence, the indices of the alignments that touch it, strongest first.
    pub alignments: Vec<Vec<Vec<usize>>>,
    /// The same for [`Dossier::loose`].
    pub loose: Vec<Vec<Vec<usize>>>,
    /// Per article, how many of its passages other articles share.
    pub shared: Vec<Sharing>,
    /// Per actor, the indices of the claims it makes.
    pub by: Vec<Vec<usize>>,
    /// Per actor, the indices of the claims of others whose content names it.
    pub about: Vec<Vec<usize>>,
}

impl Index {
    /// Builds the index of an analysed dossier.
    pub fn new(dossier: &Dossier) -> Self {
        let count = dossier.articles.len();
        let mut index = Self {
            mentions: vec![Vec::new(); count],
            claims: vec![Vec::new(); count],
            figures: vec![Vec::new(); count],
            by: vec![Vec::new(); dossier.actors.len()],
            about: vec![Vec::new(); dossier.actors.len()],
            ..Self::default()
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
            for &speaker in &claim.speakers {
                index.by[speaker].push(at);
            }
            let named = index.mentions_in(claim.article, claim.span);
            let mut named: Vec<usize> = named.iter().map(|named| named.actor).collect();
            named.sort_unstable();
            named.dedup();
            for actor in named.into_iter().filter(|actor| !claim.speakers.contains(actor)) {
                index.about[actor].push(at);
            }
        }
        index.reach = index.claims.iter().map(|claims| reach(dossier, claims)).collect();
        index.told = index.claims.iter().map(|claims| told(dossier, claims)).collect();
        for (at, figure) in dossier.figures.iter().enumerate() {
            index.figures[figure.article].push(at);
        }
        index.alignments = by_sentence(&dossier.texts, &dossier.alignments);
        index.loose = by_sentence(&dossier.texts, &dossier.loose);
        index.shared = (0..count).map(|article| sharing(dossier, &index, article)).collect();
        index
    }

    /// Indices of the claims of an article that overlap `span`, in order.
    pub fn claims_in<'a>(
        &'a self,
        dossier: &'a Dossier,
        article: usize,
        span: Span,
    ) -> impl Iterator<Item = usize> + 'a {
        let list = self.claims.get(article).map_or(&[][..], Vec::as_slice);
        let reach = self.reach.get(article).map_or(&[][..], Vec::as_slice);
        let from = reach.partition_point(|reach| *reach <= span.start);
        let to = list.partition_point(|&at| dossier.claims[at].span.start < span.end);
        list.get(from..to)
            .unwrap_or_default()
            .iter()
            .copied()
            .filter(move |&at| dossier.claims[at].span.overlaps(span))
    }

    /// Indices of the claims of an article of which `span` shows something, be it the cue or the source,
    /// in order.
    pub fn claims_told_in<'a>(
        &'a self,
        dossier: &'a Dossier,
        article: usize,
        span: Span,
    ) -> impl Iterator<Item = usize> + 'a {
        let list = self.claims.get(article).map_or(&[][..], Vec::as_slice);
        let told = self.told.get(article).map_or(&[][..], Vec::as_slice);
        let from = told.partition_point(|told| told.end <= span.start);
        let to = told.partition_point(|told| told.start < span.end);
        let list = list.get(from..to).unwrap_or_default().iter().copied();
        list.filter(move |&at| extent(&dossier.claims[at]).overlaps(span))
    }

    /// The first of an article's claims that begins in `span`, by its number in the article from 0.
    pub fn claim_begun_in(&self, dossier: &Dossier, article: usize, span: Span) -> Option<usize> {
        let list = self.claims.get(article)?;
        let start = |at: &usize| dossier.claims[*at].span.start;
        let first = list.partition_point(|at| start(at) < span.start);
        list.get(first).filter(|at| start(at) < span.end).map(|_| first)
    }

    /// Indices of the figures of an article that overlap `span`, in order.
    pub fn figures_in(&self, dossier: &Dossier, article: usize, span: Span) -> &[usize] {
        let list = self.figures.get(article).map_or(&[][..], Vec::as_slice);
        let from = list.partition_point(|&at| dossier.figures[at].span.end <= span.start);
        let to = list.partition_point(|&at| dossier.figures[at].span.start < span.end);
        list.get(from..to).unwrap_or_default()
    }

    /// How many of an article's passages other articles share.
    pub fn shared_of(&self, article: usize) -> Sharing {
        self.shared.get(article).copied().unwrap_or_default()
    }

    /// The articles that may be about another event: none of their passages, of which there are a few at
    /// least, was found in another article, not even loosely.
    pub fn strangers(&self) -> impl Iterator<Item = usize> + '_ {
        let others = self.shared.len() > 1;
        let stray = move |sharing: &Sharing| {
            others && sharing.passages >= TELLING && sharing.alone() == sharing.passages
        };
        self.shared.iter().enumerate().filter(move |(_, sharing)| stray(sharing)).map(|(at, _)| at)
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

    /// Indices of the pairs of [`Dossier::loose`] that touch a sentence of an article, strongest first.
    pub fn loose_of(&self, article: usize, sentence: usize) -> &[usize] {
        self.loose.get(article).and_then(|list| list.get(sentence)).map_or(&[], Vec::as_slice)
    }

    /// Whether a sentence stands in its article alone: no match was found, not even a loose one.
    pub fn only_here(&self, article: usize, sentence: usize) -> bool {
        self.alignments_of(article, sentence).is_empty() && self.loose_of(article, sentence).is_empty()
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
        if others.len() < PRINTED || dossier.printed == 0 {
            return others.len();
        }
        // A passage printed so widely is aligned with some alone, but its fact knows of all.
        let span = dossier.texts[article].sentences[sentence].span;
        let fact = dossier.coverage.fact_of(Passage { article, span });
        fact.map_or(0, |at| dossier.coverage.facts[at].breadth() - 1).max(others.len())
    }
}

/// Per claim, the furthest byte that it or one before it reaches.
fn reach(dossier: &Dossier, claims: &[usize]) -> Vec<usize> {
    let mut furthest = 0;
    let ends = claims.iter().map(|&at| dossier.claims[at].span.end);
    ends.map(|end| {
        furthest = end.max(furthest);
        furthest
    })
    .collect()
}

/// Where a claim stands with its cue and the name of its source.
fn extent(claim: &Claim) -> Span {
    claim.cue.iter().map(|cue| cue.span).chain(claim.speaker_text).fold(claim.span, Span::join)
}

/// Per claim, from the first byte that it or one behind it begins at, cue and source included, to the
/// furthest that it or one before it reaches.
fn told(dossier: &Dossier, claims: &[usize]) -> Vec<Span> {
    let mut told: Vec<Span> = claims.iter().map(|&at| extent(&dossier.claims[at])).collect();
    let (mut first, mut furthest) = (usize::MAX, 0);
    for told in &mut told {
        furthest = furthest.max(told.end);
        told.end = furthest;
    }
    for told in told.iter_mut().rev() {
        first = first.min(told.start);
        told.start = first;
    }
    told
}

/// Per article and sentence, the indices of the pairs that touch it, strongest first.
fn by_sentence(texts: &[Text], pairs: &[Alignment]) -> Vec<Vec<Vec<usize>>> {
    let mut index: Vec<Vec<Vec<usize>>> =
        texts.iter().map(|text| vec![Vec::new(); text.sentences.len()]).collect();
    for (at, pair) in pairs.iter().enumerate() {
        for side in [pair.a, pair.b] {
            let sentences = &texts[side.article].sentences;
            let from = sentences.partition_point(|sentence| sentence.span.end <= side.span.start);
            let to = sentences.partition_point(|sentence| sentence.span.start < side.span.end);
            for list in index[side.article].get_mut(from..to).unwrap_or_default() {
                list.push(at);
            }
        }
    }
    for list in index.iter_mut().flatten() {
        list.sort_by(|&x, &y| pairs[y].score.total_cmp(&pairs[x].score));
    }
    index
}

fn sharing(dossier: &Dossier, index: &Index, article: usize) -> Sharing {
    let whole =
        |&at: &usize| matches!(dossier.alignments[at].relation, Relation::SameQuote | Relation::SameFact);
    let passages = dossier.texts[article].sentences.len();
    let mut sharing = Sharing { passages, ..Sharing::default() };
    for sentence in 0..passages {
        let list = index.alignments_of(article, sentence);
        if index.only_here(article, sentence) && !states(dossier, article, sentence) {
            sharing.passages -= 1;
        } else if list.iter().any(whole) {
            sharing.shared += 1;
        } else if !list.is_empty() {
            sharing.partly += 1;
        } else if !index.loose_of(article, sentence).is_empty() {
            sharing.faintly += 1;
        }
    }
    sharing
}

/// Whether a sentence tells something: a heading or a question tells nothing that another outlet could
/// lack.
pub fn states(dossier: &Dossier, article: usize, sentence: usize) -> bool {
    let page = dossier.articles.get(article);
    let sentence = dossier.texts.get(article).and_then(|text| text.sentences.get(sentence));
    let Some((page, sentence)) = page.zip(sentence) else { return false };
    let kind = page.blocks.get(sentence.block).map(|block| block.kind);
    let words = sentence.span.of(&page.text).trim_end();
    !matches!(kind, Some(BlockKind::Headline | BlockKind::Heading)) && !words.ends_with('?')
}

/// How many of an article's passages other articles share.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sharing {
    /// Its passages, but for headings and questions that nobody else has.
    pub passages: usize,
    /// Those that another article has wholly: the same quote or the same fact.
    pub shared: usize,
    /// Those that another article has in part or tells otherwise, and none wholly.
    pub partly: usize,
    /// Those that another article may have: no match at the strength in force, but a pair in
    /// [`Dossier::loose`].
    pub faintly: usize,
}

impl Sharing {
    /// Those for which no match was found, not even a loose one.
    pub fn alone(self) -> usize {
        self.passages.saturating_sub(self.shared + self.partly + self.faintly)
    }
}

/// The passage of `alignment` that is not in `article`.
pub fn other_side(alignment: &Alignment, article: usize) -> Passage {
    if alignment.a.article == article { alignment.b } else { alignment.a }
}
