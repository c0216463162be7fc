//! Whether two passages answer one question incompatibly.
//!
//! Contradictions are looked for among loose pairs too: two tellings that contradict each other need
//! not be alike. Each slot has its own floor and its own checks against pairs that merely speak of
//! two things of a kind.

use std::collections::HashMap;

use rayon::prelude::*;

use super::days::Day;
use super::quantity::{self, Counted};
use super::relation::{self, Context};
use super::telling::Telling;
use super::{MATCH, Reason, Slot};
use crate::article::{Article, Span};
use crate::claims::Figure;

/// The score from which a differing number of people, of money or a share is a contradiction.
const NUMBER: f32 = 0.3;

/// The same for the dead, the hurt and the missing, of which an event has one number each.
const TOLL: f32 = 0.003;

/// The score from which a differing day is one; days are cheap, so the passages must be close.
const DAY: f32 = 0.6;

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

/// How many times as large one number may be as the other and still answer the same question.
const RATIO: f64 = 3.0;

/// How rare a denied or planned term must be, as a part of the rarest there is.
const RARE: f32 = 0.5;

/// How far around a slot the words stand that say what it belongs to, in bytes.
const AROUND: usize = 60;

/// The figures of a dossier by what they count.
#[derive(Debug, Default)]
pub(crate) struct Quantities {
    /// Per figure, what it counts.
    counted: Vec<Option<Counted>>,
    /// Per article and base, indices of figures.
    by_article: HashMap<(usize, String), Vec<usize>>,
}

impl Quantities {
    /// Enters the quantities of the figures that are not known yet, which stand behind the others.
    pub(crate) fn enter(&mut self, figures: &[Figure], articles: &[Article]) {
        let first = self.counted.len();
        let new = figures.get(first..).unwrap_or_default();
        let counted: Vec<Option<Counted>> =
            new.par_iter().map(|figure| Counted::new(figure, articles.get(figure.article)?)).collect();
        for (at, (figure, counted)) in (first..).zip(new.iter().zip(&counted)) {
            if let Some(counted) = counted {
                self.by_article.entry((figure.article, counted.base.clone())).or_default().push(at);
            }
        }
        self.counted.extend(counted);
    }

    fn of(&self, figure: usize) -> Option<&Counted> {
        self.counted.get(figure)?.as_ref()
    }

    fn in_article(&self, article: usize, counted: &Counted) -> &[usize] {
        self.by_article.get(&(article, counted.base.clone())).map_or(&[], Vec::as_slice)
    }
}

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
    when(TOLL)
        .and_then(|()| number(context, a, b, score))
        .or_else(|| when(MEDIUM).and_then(|()| medium(context, a, b)))
        .or_else(|| when(DENIAL).and_then(|()| either(denial)))
        .or_else(|| when(MEMBER).and_then(|()| either(left_out)))
        .or_else(|| when(DAY).and_then(|()| day(context, a, b)))
        .or_else(|| when(HOUR).and_then(|()| hour(context, a, b)))
        .or_else(|| when(STAGE).and_then(|()| either(stage)))
        .or_else(|| when(PLACE).and_then(|()| place(context, a, b)))
}

fn words(context: &Context<'_>, telling: &Telling, span: Span) -> String {
    let article = context.material.articles.get(telling.passage.article);
    article.map_or("", |article| span.of(&article.text)).to_owned()
}

fn differ(
    context: &Context<'_>,
    slot: Slot,
    (a, left): (&Telling, Span),
    (b, right): (&Telling, Span),
) -> Dispute {
    let reason = Reason::Differ(slot, words(context, a, left), words(context, b, right));
    Dispute { reason, at: [left, right] }
}

/// How many words of matter stand near one place of a passage and near another of the other passage,
/// numbers and names left out.
fn shared_around(context: &Context<'_>, (a, left): (&Telling, Span), (b, right): (&Telling, Span)) -> usize {
    let near = |at: Span, slot: Span| {
        at.start < slot.end + AROUND && at.end + AROUND > slot.start && !slot.overlaps(at)
    };
    a.places
        .iter()
        .filter(|&&(term, at)| {
            let matter =
                context.names.get(term as usize).is_some_and(|name| !name.starts_with(['#', '@', '~']));
            // Words that say when, or who speaks, belong to no slot.
            matter
                && a.weight(term) > relation::FRAMED
                && near(at, left)
                && b.place(term).is_some_and(|at| near(at, right))
        })
        .count()
}

/// Another number of the same thing, where neither article gives the other's number anywhere.
fn number(context: &Context<'_>, a: &Telling, b: &Telling, score: f32) -> Option<Dispute> {
    let figure = |at: usize| context.material.figures.get(at);
    a.figures.iter().find_map(|&left| {
        let counted = context.quantities.of(left)?;
        let alike = |telling: &Telling| -> Vec<usize> {
            let one = |at: &usize| context.quantities.of(*at).is_some_and(|other| other.comparable(counted));
            telling.figures.iter().copied().filter(one).collect()
        };
        // Several of one kind in a passage cannot be told apart.
        let ([_], [right]) = (&alike(a)[..], &alike(b)[..]) else { return None };
        let (mine, theirs) = (figure(left)?, figure(*right)?);
        let counts = context.quantities.of(*right)?;
        let comparable =
            mine.value.zip(theirs.value).is_some_and(|(x, y)| x.max(y) <= RATIO * x.min(y) && x.min(y) > 1.0);
        if !comparable || quantity::agree(mine, theirs) || says(context, b, mine) || says(context, a, theirs)
        {
            return None;
        }
        let toll = counted.is_toll() && counts.is_toll() && now(context, a) && now(context, b);
        if score < NUMBER && !toll {
            return None;
        }
        // What people or money are counted for is told by the words around; for a length it must be.
        let needed = match (counted.telling() && counts.telling(), score >= MATCH) {
            (true, true) => 0,
            (true, false) if toll => 0,
            (true, false) => 2,
            (false, true) => 3,
            (false, false) => return None,
        };
        if shared_around(context, (a, mine.span), (b, theirs.span)) < needed {
            return None;
        }
        let known = |article: usize, figure: &Figure| {
            let own = context.quantities.in_article(article, counted).iter();
            own.filter_map(|&at| context.material.figures.get(at)).any(|other| quantity::agree(other, figure))
        };
        if known(a.passage.article, theirs) || known(b.passage.article, mine) {
            return None;
        }
        Some(differ(context, Slot::Quantity, (a, mine.span), (b, theirs.span)))
    })
}

/// Whether a passage speaks of no other year than its article's: a toll of the past is another event's.
fn now(context: &Context<'_>, telling: &Telling) -> bool {
    let article = context.material.articles.get(telling.passage.article);
    let year = article.and_then(|article| Some(article.published?.year()));
    telling.counts.iter().all(|&(term, _)| {
        let name = context.names.get(term as usize).and_then(|name| name.strip_prefix('#'));
        let written = name.filter(|digits| digits.len() == 4).and_then(|digits| digits.parse::<i16>().ok());
        written.filter(|written| (1800..2100).contains(written)).is_none_or(|written| Some(written) == year)
    })
}

/// Whether the value of a figure stands in a passage, with its unit or without.
fn says(context: &Context<'_>, telling: &Telling, figure: &Figure) -> bool {
    let Some(value) = figure.value else { return false };
    let term = format!("#{value}");
    telling.counts.iter().any(|&(at, _)| context.names.get(at as usize).is_some_and(|name| *name == term))
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

/// What `a` denies and `b` says.
fn denial(context: &Context<'_>, a: &Telling, b: &Telling) -> Option<Dispute> {
    // A passage that denies something too may deny the same in other words.
    if !b.denied.is_empty() || b.slots.negates || a.heading || b.heading {
        return None;
    }
    // What a passage both says and denies, it does not simply deny.
    let once = |term: u32| (f32::MIN_POSITIVE..=1.0).contains(&a.weight(term));
    let (mine, theirs) =
        a.denied.iter().copied().filter(|&(term, _)| once(term)).find_map(|(term, at)| {
            let other = b.place(term).filter(|_| rare(context, term) && known(context, a, b, term))?;
            Some((at, other))
        })?;
    Some(differ(context, Slot::Truth, (a, mine), (b, theirs)))
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

/// Another day for the same thing.
fn day(context: &Context<'_>, a: &Telling, b: &Telling) -> Option<Dispute> {
    let ([mine], [theirs]): (&[Day], &[Day]) = (&a.slots.days, &b.slots.days) else { return None };
    let belongs = shared_around(context, (a, mine.span), (b, theirs.span)) > 0;
    (mine.differs(theirs) && belongs).then(|| differ(context, Slot::Date, (a, mine.span), (b, theirs.span)))
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
