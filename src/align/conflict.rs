//! Whether two passages answer one question incompatibly.
//!
//! Contradictions are looked for among loose pairs too: two tellings that contradict each other need
//! not be alike. Each slot has its own floor and its own checks against pairs that merely speak of
//! two things of a kind.

use super::days::Day;
use super::number;
use super::quantity;
use super::relation::{self, Context};
use super::slots::SlotWords;
use super::telling::Telling;
use super::{Reason, Slot};
use crate::article::Span;
use crate::text::fold;

/// The score from which a differing day is one where either passage names one day alone; days are
/// cheap, so the passages must be close.
const DAY: f32 = 0.6;

/// The same where the day stands by several words that both have.
const NEAR_DAY: f32 = 0.4;

/// How many words that both have must stand by the differing day there.
const DAY_WORDS: usize = 2;

/// The score from which a death, a wound or an arrest denied is held against one told.
const CASUALTY: f32 = 0.3;

/// The same for a time of day, which is rarer.
const HOUR: f32 = 0.5;

/// The score from which a denial is one.
const DENIAL: f32 = 0.55;

/// The same for what is planned here and done there.
const STAGE: f32 = 0.6;

/// The same for a place: the passages must tell the same but for it.
const PLACE: f32 = 0.8;

/// The score from which somebody left out is held against somebody taken in.
const MEMBER: f32 = 0.45;

/// The score from which a differing medium is one: that two spoke is seldom told of two talks.
const MEDIUM: f32 = 0.003;

/// How rare a denied or planned term must be, as a part of the rarest there is.
const RARE: f32 = 0.5;

/// How far around a slot the words stand that say what it belongs to, in bytes.
const AROUND: usize = 60;

/// What two passages differ on, and where in either.
#[derive(Debug, Clone)]
pub(crate) struct Dispute {
    /// What is said of it.
    pub reason: Reason,
    /// Where either passage answers the question, in bytes.
    pub at: [Span; 2],
}

impl Dispute {
    fn swapped(&self) -> Self {
        Self { reason: self.reason.swapped(), at: [self.at[1], self.at[0]] }
    }
}

/// What the two passages differ on, in the words of either side.
pub(crate) fn find(context: &Context<'_>, a: &Telling, b: &Telling, score: f32) -> Option<Dispute> {
    if a.heading && b.heading {
        return None;
    }
    let either = |slot: fn(&Context<'_>, &Telling, &Telling) -> Option<Dispute>| {
        slot(context, a, b).or_else(|| slot(context, b, a).map(|dispute| dispute.swapped()))
    };
    let when = |floor: f32| (score >= floor).then_some(());
    number::find(context, a, b, score)
        .or_else(|| when(CASUALTY).and_then(|()| either(casualty)))
        .or_else(|| when(MEDIUM).and_then(|()| medium(context, a, b)))
        .or_else(|| when(DENIAL).and_then(|()| either(denial)))
        .or_else(|| when(MEMBER).and_then(|()| either(left_out)))
        .or_else(|| when(NEAR_DAY).and_then(|()| day(context, a, b, score)))
        .or_else(|| when(HOUR).and_then(|()| hour(context, a, b)))
        .or_else(|| when(STAGE).and_then(|()| either(stage)))
        .or_else(|| when(PLACE).and_then(|()| place(context, a, b)))
}

pub(super) fn differ(
    context: &Context<'_>,
    slot: Slot,
    (a, left): (&Telling, Span),
    (b, right): (&Telling, Span),
) -> Dispute {
    let reason = Reason::Differ(slot, relation::words(context, a, left), relation::words(context, b, right));
    Dispute { reason, at: [left, right] }
}

/// How many words of matter stand near one place of a passage and near another of the other passage,
/// numbers and names left out.
pub(super) fn shared_around(
    context: &Context<'_>,
    (a, left): (&Telling, Span),
    (b, right): (&Telling, Span),
) -> usize {
    let near = |at: Span, slot: Span| {
        at.start < slot.end + AROUND && at.end + AROUND > slot.start && !slot.overlaps(at)
    };
    a.places
        .iter()
        .filter(|&&(term, at)| {
            // Words that say when, or who speaks, belong to no slot.
            matter(context, term)
                && a.weight(term) > relation::FRAMED
                && near(at, left)
                && b.place(term).is_some_and(|at| near(at, right))
        })
        .count()
}

/// Spoke to the same actor by another medium.
fn medium(context: &Context<'_>, a: &Telling, b: &Telling) -> Option<Dispute> {
    for (mine, actor, at) in &a.media {
        let theirs: Vec<_> = b.media.iter().filter(|(_, other, _)| other == actor).collect();
        if theirs.iter().any(|(medium, _, _)| medium == mine) {
            return None;
        }
        if let Some((_, _, span)) = theirs.first() {
            return Some(differ(context, Slot::Medium, (a, *at), (b, *span)));
        }
    }
    None
}

/// Whether a term is a word, no number and no name.
fn matter(context: &Context<'_>, term: u32) -> bool {
    context.names.get(term as usize).is_some_and(|name| !name.starts_with(['#', '@', '~']))
}

/// What `a` denies and `b` says.
fn denial(context: &Context<'_>, a: &Telling, b: &Telling) -> Option<Dispute> {
    // What another year brought is another event.
    if number::now(context, a) != number::now(context, b) {
        return None;
    }
    // A passage that denies something too may deny the same in other words.
    if !b.denied.is_empty() || b.slots.negates || a.heading || b.heading {
        return None;
    }
    // What a passage both says and denies, it does not simply deny.
    let once = |term: u32| (f32::MIN_POSITIVE..=1.0).contains(&a.weight(term));
    let (mine, theirs) =
        a.denied.iter().copied().filter(|&(term, _)| once(term)).find_map(|(term, at)| {
            let other = b.place(term).filter(|at| {
                // Who asks to be received has not been received.
                let wished = b.slots.wished.iter().any(|wished| wished.covers(*at));
                !wished && rare(context, term) && known(context, a, b, term)
            })?;
            Some((at, other))
        })?;
    Some(differ(context, Slot::Truth, (a, mine), (b, theirs)))
}

/// A death or a wound that `a` denies and `b` counts or tells: an event has them or has them not.
fn casualty(context: &Context<'_>, a: &Telling, b: &Telling) -> Option<Dispute> {
    if !number::now(context, a) || !number::now(context, b) {
        return None;
    }
    a.denied.iter().find_map(|&(term, at)| {
        let name = context.names.get(term as usize)?;
        let denied = b.denied.iter().any(|&(other, _)| other == term);
        let other = b.place(term).filter(|_| quantity::is_toll(name) && !denied)?;
        happened(context, b, other).then(|| differ(context, Slot::Truth, (a, at), (b, other)))
    })
}

/// Whether a word stands behind an auxiliary or a figure: what was done, or how many there were.
fn happened(context: &Context<'_>, telling: &Telling, at: Span) -> bool {
    let figures = telling.figures.iter().filter_map(|&figure| context.material.figures.get(figure));
    let Some(article) = context.material.articles.get(telling.passage.article) else { return false };
    let before = article.text.get(telling.passage.span.start..at.start).unwrap_or_default();
    let words = SlotWords::of(telling.language);
    let auxiliary = before.split(|c: char| !c.is_alphanumeric()).rev().filter(|word| !word.is_empty());
    let counted = figures.into_iter().any(|figure| {
        figure.span.covers(at) || figure.span.end + 1 >= at.start && figure.span.end <= at.start
    });
    counted || auxiliary.take(2).any(|word| words.is_auxiliary(&fold(word)))
}

fn rare(context: &Context<'_>, term: u32) -> bool {
    context.rarity.of(term) >= RARE * context.rarity.rarest
}

/// Whether a term means the same in both passages: across languages a bare stem may be a false
/// friend, as `rester` is not `to rest`.
fn known(context: &Context<'_>, a: &Telling, b: &Telling, term: u32) -> bool {
    a.language == b.language || context.names.get(term as usize).is_some_and(|name| name.starts_with('='))
}

/// Whom `a` leaves out and `b` takes in.
fn left_out(context: &Context<'_>, a: &Telling, b: &Telling) -> Option<Dispute> {
    a.excluded.iter().find_map(|&(actor, at)| {
        let taken_in = b.actors.contains(&actor) && b.excluded.iter().all(|&(other, _)| other != actor);
        let other = b.place(actor).filter(|_| taken_in)?;
        Some(differ(context, Slot::Member, (a, at), (b, other)))
    })
}

/// Another day for the same thing. Where a passage names several, the one nearest to what both tell
/// counts: it must be another one for all that is told near a day.
fn day(context: &Context<'_>, a: &Telling, b: &Telling, score: f32) -> Option<Dispute> {
    let (mine, theirs) = (&a.slots.days, &b.slots.days);
    if mine.is_empty() || theirs.is_empty() {
        return None;
    }
    if let ([mine], [theirs]) = (&mine[..], &theirs[..])
        && score >= DAY
    {
        let belongs = shared_around(context, (a, mine.span), (b, theirs.span)) > 0;
        return (mine.differs(theirs) && belongs)
            .then(|| differ(context, Slot::Date, (a, mine.span), (b, theirs.span)));
    }
    let mut found: Option<(Span, Span)> = None;
    let mut told = 0;
    for &(term, left) in &a.places {
        let Some(right) =
            b.place(term).filter(|_| matter(context, term) && a.weight(term) > relation::FRAMED)
        else {
            continue;
        };
        let (Some(mine), Some(theirs)) = (nearest(mine, left), nearest(theirs, right)) else { continue };
        if !mine.differs(theirs) {
            return None;
        }
        told += 1;
        found = found.or(Some((mine.span, theirs.span)));
    }
    let (left, right) = found.filter(|_| told >= DAY_WORDS)?;
    Some(differ(context, Slot::Date, (a, left), (b, right)))
}

/// The day named nearest to a place, not too far from it.
fn nearest(days: &[Day], at: Span) -> Option<&Day> {
    let apart = |day: &Day| at.start.saturating_sub(day.span.end).max(day.span.start.saturating_sub(at.end));
    days.iter().filter(|day| apart(day) <= AROUND).min_by_key(|day| apart(day))
}

/// Another time of day for the same thing.
fn hour(context: &Context<'_>, a: &Telling, b: &Telling) -> Option<Dispute> {
    let ([mine], [theirs]) = (&a.slots.hours[..], &b.slots.hours[..]) else { return None };
    let differs = mine.minutes != theirs.minutes && !mine.open && !theirs.open;
    let belongs = shared_around(context, (a, mine.span), (b, theirs.span)) > 0;
    (differs && belongs).then(|| differ(context, Slot::Hour, (a, mine.span), (b, theirs.span)))
}

/// What `a` says is planned and `b` says is done. An article of a later day brings news instead.
fn stage(context: &Context<'_>, a: &Telling, b: &Telling) -> Option<Dispute> {
    let published = |telling: &Telling| context.material.articles.get(telling.passage.article)?.published;
    if published(a).zip(published(b)).is_some_and(|(mine, theirs)| mine != theirs) {
        return None;
    }
    let none = |list: &[(u32, Span)], term: u32| list.iter().all(|&(other, _)| other != term);
    a.planned.iter().find_map(|&(term, at)| {
        let clear = none(&a.done, term) && none(&b.planned, term) && known(context, a, b, term);
        let &(_, other) = b.done.iter().find(|&&(other, _)| other == term)?;
        (clear && rare(context, term)).then(|| differ(context, Slot::Stage, (a, at), (b, other)))
    })
}

/// Another place for the same thing, where neither article names the other's place anywhere.
fn place(context: &Context<'_>, a: &Telling, b: &Telling) -> Option<Dispute> {
    let ([(mine, at)], [(theirs, other)]) = (&a.located[..], &b.located[..]) else { return None };
    if mine == theirs {
        return None;
    }
    let names = |article: usize, term: u32| {
        let from = context.tellings.partition_point(|telling| telling.passage.article < article);
        context.tellings[from..]
            .iter()
            .take_while(|telling| telling.passage.article == article)
            .any(|telling| telling.place(term).is_some())
    };
    let (left, right) = relation::shares(a, b, context.rarity);
    let told_alike = left.min(right) >= relation::FACT_SHARE;
    (told_alike && !names(a.passage.article, *theirs) && !names(b.passage.article, *mine))
        .then(|| differ(context, Slot::Place, (a, *at), (b, *other)))
}
