//! A pass of its own over what is quoted: one utterance in two articles, word by word and in order.
//!
//! Elisions and trims are allowed, another order is not (a longest common subsequence). Where words
//! are changed rather than left out, the quotation has drifted.

use super::conflict::Dispute;
use super::relation::Context;
use super::telling::{Quoted, Telling};
use super::{MATCH, Reason, Slot};
use crate::actors::{ActorKind, MentionForm};
use crate::article::Span;
use crate::claims::Claim;

/// The fewest words, in order, that make two quotations one utterance.
const WORDS: usize = 4;

/// The fewest of them that carry matter.
const MATTER: usize = 2;

/// The part of the shorter quotation that must stand in the longer one.
const SHARE: f32 = 0.75;

/// The same where one speaker is known to have said both.
const DRIFTED: f32 = 0.5;

/// The fewest words that must be shared by a quotation that drifted so far.
const DRIFTED_WORDS: usize = 6;

/// The part of the longer quotation that must be shared before its speakers are compared.
const ONE_UTTERANCE: f32 = 0.8;

/// How many words a quotation has at least that stands whole in a longer one and is no formula.
const WHOLE_WORDS: usize = 7;

/// A quotation of more words than this is a speech; its sentences are compared one by one.
const MOST: usize = 200;

/// How many shared words make a quotation half as sure as can be.
const HALF: f32 = 8.0;

/// Two quotations of one utterance.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Shared {
    /// How many words they share in order.
    words: usize,
    /// How many words the longer one has.
    longer: usize,
    /// How many words the shorter one has.
    shorter: usize,
    /// Whether words were changed, not only left out.
    drifted: bool,
    /// Where the quotation stands in the first passage, in bytes.
    pub left: Span,
    /// Where it stands in the second one.
    pub right: Span,
}

impl Shared {
    /// The least score of a pair that shares such words: the more of them, the surer.
    pub(crate) fn sureness(&self) -> f32 {
        let words = self.words as f32;
        MATCH + (1.0 - MATCH) * words / (words + HALF)
    }

    /// What to say of it.
    pub(crate) fn reason(&self) -> Reason {
        if self.drifted { Reason::Drift(self.words, self.longer) } else { Reason::Quote(self.words) }
    }
}

/// The quotations of either side that share most words in order, where they are one utterance;
/// `score` is that of the passages.
pub(crate) fn best(context: &Context<'_>, a: &Telling, b: &Telling, score: f32) -> Option<Shared> {
    let mut best: Option<Shared> = None;
    for left in &a.quotes {
        for right in &b.quotes {
            let Some(shared) = compare(left, right) else { continue };
            if shared.words <= best.map_or(0, |best| best.words) {
                continue;
            }
            let shorter = left.words.len().min(right.words.len());
            let share = shared.words as f32 / shorter as f32;
            let far = share < SHARE;
            if far && shared.words < DRIFTED_WORDS {
                continue;
            }
            let one_speaker = || {
                let (mine, theirs) = (speaker(context, a, left.span), speaker(context, b, right.span));
                match (mine, theirs) {
                    (Some(mine), Some(theirs)) => mine.0 == theirs.0,
                    _ => score >= MATCH,
                }
            };
            if !far || one_speaker() {
                best = Some(shared);
            }
        }
    }
    best
}

/// What two quotations share, if that is half of the shorter one.
fn compare(left: &Quoted, right: &Quoted) -> Option<Shared> {
    let longer = left.words.len().max(right.words.len());
    let shorter = left.words.len().min(right.words.len());
    if shorter < WORDS || left.weight.min(right.weight) < MATTER {
        return None;
    }
    let matched = in_order(&left.words, &right.words);
    let words = matched.len();
    if words < WORDS || (words as f32) < DRIFTED * shorter as f32 {
        return None;
    }
    let inside = |of: fn(&(usize, usize)) -> usize| {
        let (first, last) = (matched.first().map_or(0, of), matched.last().map_or(0, of));
        last + 1 - first - words
    };
    // Words changed stand between shared ones on both sides; words left out on one side alone.
    let drifted = inside(|pair| pair.0) > 0 && inside(|pair| pair.1) > 0;
    Some(Shared { words, longer, shorter, drifted, left: left.span, right: right.span })
}

/// The longest common subsequence, as places in either.
fn in_order(left: &[u32], right: &[u32]) -> Vec<(usize, usize)> {
    let left = left.get(..left.len().min(MOST)).unwrap_or_default();
    let right = right.get(..right.len().min(MOST)).unwrap_or_default();
    let width = right.len() + 1;
    let mut lengths = vec![0u16; (left.len() + 1) * width];
    for (at, x) in left.iter().enumerate().rev() {
        for (other, y) in right.iter().enumerate().rev() {
            lengths[at * width + other] = if x == y {
                lengths[(at + 1) * width + other + 1] + 1
            } else {
                lengths[(at + 1) * width + other].max(lengths[at * width + other + 1])
            };
        }
    }
    let (mut at, mut other) = (0, 0);
    let mut matched = Vec::new();
    while at < left.len() && other < right.len() {
        if left[at] == right[other] {
            matched.push((at, other));
            at += 1;
            other += 1;
        } else if lengths[(at + 1) * width + other] >= lengths[at * width + other + 1] {
            at += 1;
        } else {
            other += 1;
        }
    }
    matched
}

/// The same words given to two speakers: their names.
///
/// The quotations must be the same but for a word or two, since a formula may come from many mouths.
pub(crate) fn attribution(
    context: &Context<'_>,
    a: &Telling,
    b: &Telling,
    shared: &Shared,
) -> Option<Dispute> {
    // The same but for a word or two, or one of them whole within the other: "X", and "X, et Y".
    let most = shared.words as f32 >= ONE_UTTERANCE * shared.longer as f32;
    let within = shared.words >= WHOLE_WORDS && shared.words == shared.shorter;
    if !most && !within {
        return None;
    }
    two_speakers(context, a, shared.left, b, shared.right)
}

/// The same for words too few to be one utterance by themselves, which must be the very same.
pub(crate) fn short_attribution(context: &Context<'_>, a: &Telling, b: &Telling) -> Option<Dispute> {
    a.quotes.iter().flat_map(|left| b.quotes.iter().map(move |right| (left, right))).find_map(
        |(left, right)| {
            let (shorter, longer) =
                if left.words.len() <= right.words.len() { (left, right) } else { (right, left) };
            let same = (MATTER..WORDS).contains(&shorter.words.len())
                && shorter.weight >= MATTER
                && longer.weight == shorter.weight
                && in_order(&shorter.words, &longer.words).len() == shorter.words.len();
            same.then(|| two_speakers(context, a, left.span, b, right.span)).flatten()
        },
    )
}

/// The names of the two persons to whom two quotations are given, where they are not one.
fn two_speakers(context: &Context<'_>, a: &Telling, left: Span, b: &Telling, right: Span) -> Option<Dispute> {
    let (mine, theirs) = (speaker(context, a, left)?, speaker(context, b, right)?);
    let person = |at: usize| context.material.actors.get(at).filter(|actor| actor.kind == ActorKind::Person);
    // Two pronouns that lead to two people more likely mislead.
    if mine.0 == theirs.0 || !(mine.1 || theirs.1) {
        return None;
    }
    let (mine, theirs) = (person(mine.0)?.name.clone(), person(theirs.0)?.name.clone());
    Some(Dispute { reason: Reason::Differ(Slot::Speaker, mine, theirs), at: [left, right] })
}

/// The one actor to whom a quotation of a passage is given, and whether by name.
fn speaker(context: &Context<'_>, telling: &Telling, quoted: Span) -> Option<(usize, bool)> {
    let claims = context.material.claims;
    let article = telling.passage.article;
    let from = claims.partition_point(|claim| claim.article < article);
    let own = claims[from..].iter().take_while(|claim| claim.article == article);
    let around: Vec<&Claim> = own.filter(|claim| claim.span.shared(quoted) * 2 > quoted.len()).collect();
    let [claim] = around[..] else { return None };
    let [speaker] = claim.speakers[..] else { return None };
    let actor = context.material.actors.get(speaker)?;
    let source = claim.speaker_text?;
    let named = actor.mentions.iter().any(|mention| {
        mention.article == article && mention.form != MentionForm::Pronoun && mention.span.overlaps(source)
    });
    Some((speaker, named))
}

/// Whether both passages are for the most part quoted from one speaker, in two languages.
pub(crate) fn translated(context: &Context<'_>, a: &Telling, b: &Telling) -> bool {
    let said = |telling: &Telling| {
        let quote = telling.quotes.iter().max_by_key(|quote| quote.span.len())?;
        let most = quote.span.len() * 2 > telling.passage.span.len() && quote.words.len() >= WORDS;
        speaker(context, telling, quote.span).filter(|_| most).map(|(speaker, _)| speaker)
    };
    a.language != b.language && said(a).is_some_and(|speaker| said(b) == Some(speaker))
}
