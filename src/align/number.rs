//! Whether two passages give different numbers of one thing.
//!
//! A number is held against another where both count the same and the words around say that it is the
//! same question: an event has one number of dead, but many lengths and sums.

use std::collections::HashMap;

use rayon::prelude::*;

use super::conflict::{self, Dispute};
use super::quantity::{self, Counted};
use super::relation::Context;
use super::telling::Telling;
use super::{MATCH, Slot};
use crate::article::Article;
use crate::claims::Figure;

/// The score from which a differing number of people, of money or a share is a contradiction.
const NUMBER: f32 = 0.1;

/// The same for the dead, the hurt and the missing, of which an event has one number each.
const TOLL: f32 = 0.003;

/// How many times as large one number may be as the other and still answer the same question.
const RATIO: f64 = 3.0;

/// How many shared words must stand around two numbers of people or of money in passages that do not
/// match.
const LOOSELY: usize = 2;

/// How many must stand around two lengths or the like, of which an event has many.
const MEASURED: usize = 3;

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

    pub(crate) fn of(&self, figure: usize) -> Option<&Counted> {
        self.counted.get(figure)?.as_ref()
    }

    fn in_article(&self, article: usize, counted: &Counted) -> &[usize] {
        self.by_article.get(&(article, counted.base.clone())).map_or(&[], Vec::as_slice)
    }
}

/// The numbers of one thing on which two passages differ.
pub(crate) fn find(context: &Context<'_>, a: &Telling, b: &Telling, score: f32) -> Option<Dispute> {
    if score < TOLL {
        return None;
    }
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
            (true, false) => LOOSELY,
            (false, true) => MEASURED,
            (false, false) => return None,
        };
        if conflict::shared_around(context, (a, mine.span), (b, theirs.span)) < needed {
            return None;
        }
        // Where an article gives both numbers, each is mostly of a thing of its own. The dead are not: who
        // has the newer number tells the older one too.
        let known = |article: usize, figure: &Figure| {
            let own = context.quantities.in_article(article, counted).iter();
            own.filter_map(|&at| context.material.figures.get(at)).any(|other| quantity::agree(other, figure))
        };
        if !toll && (known(a.passage.article, theirs) || known(b.passage.article, mine)) {
            return None;
        }
        Some(conflict::differ(context, Slot::Quantity, (a, mine.span), (b, theirs.span)))
    })
}

/// Whether a passage speaks of no other year than its article's: a toll of the past is another event's.
pub(crate) fn now(context: &Context<'_>, telling: &Telling) -> bool {
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
