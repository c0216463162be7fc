//! How two aligned passages stand to each other, and why they were aligned.

use super::conflict::{self, Quantities};
use super::score::Scored;
use super::telling::{Quoted, Telling};
use super::{Alignment, FLOOR, MATCH, Passage, Reason, Relation};
use crate::actors::Actor;
use crate::article::{Article, Span};
use crate::claims::{Claim, Figure};

/// The fewest words, in order, that make two quotations one utterance.
const QUOTE_WORDS: usize = 4;

/// The fewest of them that carry matter.
const QUOTE_WEIGHT: usize = 2;

/// How many shared words make a quotation half as sure as can be.
const QUOTE_HALF: f32 = 8.0;

/// The part of the shorter quotation that must stand in the longer one.
const QUOTE_SHARE: f32 = 0.75;

/// The part of either side's weight that must be shared for one statement.
const FACT_SHARE: f32 = 0.5;

/// The same where the words are spelled alike: a rare word changed in a short sentence weighs much.
const NEAR_SHARE: f32 = 0.35;

/// How alike the n-grams of such passages are.
const NEAR_GRAMS: f32 = 0.8;

/// The part of either side's weight that must be shared where one side says hardly anything.
const NEARLY_SAME: f32 = 0.8;

/// The least that must be shared beyond names and sources, as a part of the rarest word there is.
const LEAST_MATTER: f32 = 0.3;

/// The most rare words that are named as a reason.
const REASON_WORDS: usize = 4;

/// What a pair is judged with.
pub(crate) struct Context<'a> {
    pub articles: &'a [Article],
    pub tellings: &'a [Telling],
    /// What each term's number stands for.
    pub names: &'a [String],
    pub idf: &'a [f32],
    /// The weight of the rarest term there is.
    pub rarest: f32,
    pub actors: &'a [Actor],
    pub figures: &'a [Figure],
    pub claims: &'a [Claim],
    pub quantities: &'a Quantities,
}

/// Types a scored pair and gives its reasons, strongest first; none where it is no match.
///
/// A shared quotation is a match at any score, and so is a contradiction that its own rule is sure of.
pub(crate) fn relate(context: &Context<'_>, pair: &Scored) -> Option<Alignment> {
    let a = &context.tellings[pair.a as usize];
    let b = &context.tellings[pair.b as usize];
    let quoted = best_quote(a, b);
    let conflict = match quoted {
        Some(shared) => {
            let (left, right) = ((a.passage.article, shared.left), (b.passage.article, shared.right));
            conflict::attribution(context, left, right, shared.words as f32 / shared.longer.max(1) as f32)
        }
        None => conflict::find(context, a, b, pair.score),
    };
    if pair.score < FLOOR && quoted.is_none() && conflict.is_none() {
        return None;
    }
    let (left, right) = shares(a, b, context.idf);
    if quoted.is_none() && conflict.is_none() {
        let alike = left.min(right) >= NEARLY_SAME;
        if (a.slight || b.slight) && !alike {
            return None;
        }
        if !alike && matter(context, a, b) < LEAST_MATTER {
            return None;
        }
    }
    let relation = if conflict.is_some() {
        Relation::Conflict
    } else if quoted.is_some() {
        Relation::SameQuote
    } else if same_figures(context, a, b) && one_statement(a, b, left.min(right)) {
        Relation::SameFact
    } else {
        Relation::Partial
    };
    let mut why: Vec<Reason> = conflict.into_iter().collect();
    if let Some(shared) = quoted {
        why.push(Reason::Quote(shared.words));
    }
    if let Some(figure) = shared_figure(context, a, b) {
        why.push(Reason::Figure(figure));
    }
    let actors: Vec<String> = a
        .actors
        .iter()
        .filter(|actor| b.actors.contains(actor))
        .filter_map(|&actor| context.actors.get(actor))
        .map(|actor| actor.name.clone())
        .collect();
    if !actors.is_empty() {
        why.push(Reason::Actors(actors));
    }
    let words = shared_words(context, a, b);
    if !words.is_empty() {
        why.push(Reason::Words(words));
    }
    if pair.third {
        why.push(Reason::Outlets(1));
    }
    // What a rule of its own found is a match, however unlike the rest of the passages is.
    let by_rule = match (quoted, relation) {
        (Some(shared), _) => shared.sureness(),
        (None, Relation::Conflict) => MATCH,
        _ => 0.0,
    };
    let score = pair.score.max(by_rule);
    let language = |passage: Passage| context.articles.get(passage.article)?.language;
    let crossing = language(a.passage) != language(b.passage);
    Some(Alignment { a: a.passage, b: b.passage, relation, score, crossing, why })
}

/// Two quotations of one utterance.
#[derive(Debug, Clone, Copy)]
struct Shared {
    /// How many words they share in order.
    words: usize,
    /// How many words the longer one has.
    longer: usize,
    left: Span,
    right: Span,
}

impl Shared {
    /// The least score of a pair that shares such words: the more of them, the surer.
    fn sureness(self) -> f32 {
        let words = self.words as f32;
        MATCH + (1.0 - MATCH) * words / (words + QUOTE_HALF)
    }
}

/// The quotations of either side that share most words in order.
fn best_quote(a: &Telling, b: &Telling) -> Option<Shared> {
    let mut best: Option<Shared> = None;
    for left in &a.quotes {
        for right in &b.quotes {
            let words = shared_quote(left, right);
            if words > best.map_or(0, |shared| shared.words) {
                let longer = left.words.len().max(right.words.len());
                best = Some(Shared { words, longer, left: left.span, right: right.span });
            }
        }
    }
    best
}

fn shared_quote(left: &Quoted, right: &Quoted) -> usize {
    let shorter = left.words.len().min(right.words.len());
    if shorter < QUOTE_WORDS || left.weight.min(right.weight) < QUOTE_WEIGHT {
        return 0;
    }
    let shared = in_order(&left.words, &right.words);
    if shared >= QUOTE_WORDS && shared as f32 >= QUOTE_SHARE * shorter as f32 { shared } else { 0 }
}

/// The length of the longest common subsequence: elisions are allowed, another order is not.
fn in_order(left: &[u32], right: &[u32]) -> usize {
    // A quotation of more words than this is a speech; its sentences are compared one by one.
    const MOST: usize = 200;
    let left = left.get(..left.len().min(MOST)).unwrap_or_default();
    let right = right.get(..right.len().min(MOST)).unwrap_or_default();
    let mut row = vec![0usize; right.len() + 1];
    for &x in left {
        let mut diagonal = 0;
        for (at, &y) in right.iter().enumerate() {
            let above = row[at + 1];
            row[at + 1] = if x == y { diagonal + 1 } else { above.max(row[at]) };
            diagonal = above;
        }
    }
    row.last().copied().unwrap_or_default()
}

/// How much of either side's weight the other one has.
fn shares(a: &Telling, b: &Telling, idf: &[f32]) -> (f32, f32) {
    let weight = |counts: &[(u32, f32)]| -> f32 {
        counts.iter().map(|&(term, _)| idf.get(term as usize).copied().unwrap_or_default()).sum()
    };
    let shared: f32 = common(a, b).map(|term| idf.get(term as usize).copied().unwrap_or_default()).sum();
    let of = |whole: f32| if whole > 0.0 { shared / whole } else { 0.0 };
    (of(weight(&a.counts)), of(weight(&b.counts)))
}

/// Whether two passages that share so much of the weight of either state one thing.
fn one_statement(a: &Telling, b: &Telling, share: f32) -> bool {
    share >= FACT_SHARE || share >= NEAR_SHARE && a.gram_vector.cosine(&b.gram_vector) >= NEAR_GRAMS
}

/// Whether neither side gives a figure that the other leaves out.
fn same_figures(context: &Context<'_>, a: &Telling, b: &Telling) -> bool {
    let given = |telling: &Telling, other: &Telling| {
        telling.figures.iter().filter_map(|&at| context.figures.get(at)).all(|figure| {
            let theirs = || other.figures.iter().filter_map(|&at| context.figures.get(at));
            figure.value.is_none() || theirs().any(|theirs| super::figures_agree(figure, theirs))
        })
    };
    given(a, b) && given(b, a)
}

/// How much they share beyond who is named and who speaks, as a part of the rarest word there is.
///
/// A director who answers in one passage and decides in another does not make them one fact.
fn matter(context: &Context<'_>, a: &Telling, b: &Telling) -> f32 {
    let of = |telling: &Telling, term: u32| {
        let at = telling.counts.binary_search_by_key(&term, |&(other, _)| other);
        at.map_or(0.0, |at| telling.counts[at].1)
    };
    let shared: f32 = common(a, b)
        .filter(|&term| {
            let named = context.names.get(term as usize).is_none_or(|name| name.starts_with(['@', '~']));
            // A word of a source or a cue counts half, and so do days.
            !named && of(a, term).min(of(b, term)) >= 1.0
        })
        .map(|term| context.idf.get(term as usize).copied().unwrap_or_default())
        .sum();
    if context.rarest > 0.0 { shared / context.rarest } else { 0.0 }
}

fn common<'a>(a: &'a Telling, b: &'a Telling) -> impl Iterator<Item = u32> + 'a {
    a.counts
        .iter()
        .map(|&(term, _)| term)
        .filter(|term| b.counts.binary_search_by_key(term, |&(other, _)| other).is_ok())
}

fn shared_figure(context: &Context<'_>, a: &Telling, b: &Telling) -> Option<String> {
    for left in a.figures.iter().filter_map(|&at| context.figures.get(at)) {
        for right in b.figures.iter().filter_map(|&at| context.figures.get(at)) {
            if left.value.is_some() && left.value == right.value {
                let article = context.articles.get(left.article)?;
                return Some(left.span.of(&article.text).to_owned());
            }
        }
    }
    None
}

/// The rarest words that they share, as `a` writes them.
fn shared_words(context: &Context<'_>, a: &Telling, b: &Telling) -> Vec<String> {
    let mut terms: Vec<u32> = common(a, b)
        .filter(|&term| {
            context
                .names
                .get(term as usize)
                .is_some_and(|name| name.starts_with(|c: char| c.is_alphabetic() || c == '='))
        })
        .collect();
    let rarity = |term: u32| context.idf.get(term as usize).copied().unwrap_or_default();
    terms.sort_by(|&x, &y| rarity(y).total_cmp(&rarity(x)).then(x.cmp(&y)));
    terms.truncate(REASON_WORDS);
    terms.iter().filter_map(|&term| written(context, a, term)).collect()
}

/// A term as the passage writes it: lower-cased unless it is a name.
fn written(context: &Context<'_>, telling: &Telling, term: u32) -> Option<String> {
    let article = context.articles.get(telling.passage.article)?;
    let at = telling.place(term)?;
    let word = at.of(&article.text);
    let synonym = context.names.get(term as usize)?.starts_with('=');
    let first = telling.places.iter().all(|(_, other)| other.start >= at.start);
    Some(if synonym || first { word.to_lowercase() } else { word.to_owned() })
}
