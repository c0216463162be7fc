//! A passage made ready for comparison.
//!
//! A [`Telling`] is a sentence (with its exact repeats in the same article folded into it), its
//! terms as numbers, its clauses, the character n-grams of its words, and what is quoted in it.

use std::collections::HashMap;

use rayon::prelude::*;

use super::Passage;
use super::aligner::Material;
use super::readings::{Fresh, Numbering, Readings};
use super::slots::Slots;
use super::terms::Names;
use super::vectors::{self, Vector};
use crate::article::Span;
use crate::lang::Language;

/// How many articles are read side by side before their terms are numbered.
const AT_A_TIME: usize = 64;

/// A passage as the scorer sees it.
#[derive(Debug, Default)]
pub(crate) struct Telling {
    /// Where it stands.
    pub passage: Passage,
    /// The language of its article.
    pub language: Option<Language>,
    /// Whether it is a title, which says little but says it first.
    pub heading: bool,
    /// Whether it is too little to be told by: a few words, or a heading that asks.
    pub slight: bool,
    /// Its terms, by number, with how often each stands in it.
    pub counts: Vec<(u32, f32)>,
    /// The terms of each clause, where it has more than one.
    pub clauses: Vec<Vec<(u32, f32)>>,
    /// Where each clause stands, in bytes.
    pub clause_spans: Vec<Span>,
    /// Character 4-grams of its words; until they are weighed.
    pub grams: Vec<(u32, f32)>,
    /// The folded words of each quotation in it, in order, as numbers.
    pub quotes: Vec<Quoted>,
    /// Indices of the figures in it.
    pub figures: Vec<usize>,
    /// The terms of the actors named in it, by number, in order, each once.
    pub actors: Vec<u32>,
    /// What it says on questions that have one answer.
    pub slots: Slots,
    /// The years it names that are not its article's, and whether it is about each.
    pub years: Vec<(i16, bool)>,
    /// By what medium it says one spoke to which actor's term, and where it says so.
    pub media: Vec<(String, u32, Span)>,
    /// The places it says something happened at, by the number of their term, and where it says so.
    pub located: Vec<(u32, Span)>,
    /// Whom it leaves out of what it says, by the number of their term, and where it says so.
    pub excluded: Vec<(u32, Span)>,
    /// The terms of what it says is planned, by number, and where.
    pub planned: Vec<(u32, Span)>,
    /// The terms of what it says is done, by number, and where.
    pub done: Vec<(u32, Span)>,
    /// The terms it denies, by number, and where it does so, the denying word included.
    pub denied: Vec<(u32, Span)>,
    /// Where each of its terms is first written, by number.
    pub places: Vec<(u32, Span)>,
    /// Its weighted vector; filled in once all passages are known.
    pub vector: Vector,
    /// The vectors of its clauses.
    pub clause_vectors: Vec<Vector>,
    /// The vector of its n-grams.
    pub gram_vector: Vector,
}

impl Telling {
    /// Whether both say nearly the same in the same words: three terms of four stand in both.
    pub(crate) fn prints(&self, other: &Self) -> bool {
        let most = self.counts.len().max(other.counts.len());
        4 * vectors::shared(&self.counts, &other.counts).count() >= 3 * most
    }

    /// What a term counts in it, 0 where it does not stand there.
    pub(crate) fn weight(&self, term: u32) -> f32 {
        self.counts.binary_search_by_key(&term, |&(other, _)| other).map_or(0.0, |at| self.counts[at].1)
    }

    /// Whether it is about a year that the other does not name.
    pub(crate) fn of_another_year(&self, other: &Self) -> bool {
        let named = |year: i16| other.years.iter().any(|&(named, _)| named == year);
        self.years.iter().any(|&(year, about)| about && !named(year))
    }

    /// Where a term is first written in it.
    pub(crate) fn place(&self, term: u32) -> Option<Span> {
        let at = self.places.binary_search_by_key(&term, |&(other, _)| other).ok()?;
        Some(self.places[at].1)
    }
}

/// Words between quotation marks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Quoted {
    /// The part of the quotation that stands in this passage, in bytes.
    pub span: Span,
    /// Its folded words, as numbers.
    pub words: Vec<u32>,
    /// How many of them carry matter.
    pub weight: usize,
}

/// All passages of a dossier and the numbers that stand for their terms.
#[derive(Debug, Default)]
pub(crate) struct Tellings {
    /// The passages, by article, then by position.
    pub list: Vec<Telling>,
    /// The numbers of their terms.
    pub numbers: Numbers,
}

impl Tellings {
    /// Makes the passages of the articles from `first` on ready and appends them; where there are
    /// `readings`, those that hold are used, and they are left with those of these articles.
    pub(crate) fn read(&mut self, first: usize, material: Material<'_>, mut readings: Option<&mut Readings>) {
        let Material { articles, actors, .. } = material;
        let names = Names::new(first, articles.len(), actors);
        let (mut kept, mut known) = (HashMap::new(), Vec::new());
        let mut letters = readings.as_deref_mut().map(|readings| std::mem::take(&mut readings.letters));
        // Terms in letters take many times what their numbers take, so there are only ever those of a
        // few articles.
        for start in (first..articles.len()).step_by(AT_A_TIME) {
            let chunk: Vec<(u64, Option<Fresh>)> = (start..articles.len().min(start + AT_A_TIME))
                .into_par_iter()
                .map(|at| match &readings {
                    Some(readings) => {
                        let print = readings.print(at, material, &names);
                        (print, (!readings.knows(print)).then(|| Fresh::new(at, material, &names)))
                    }
                    None => (0, Some(Fresh::new(at, material, &names))),
                })
                .collect();
            for (at, (print, fresh)) in (start..).zip(chunk) {
                let letters = letters.get_or_insert_default();
                let fresh = fresh.map(|fresh| fresh.reading(letters));
                let before = readings.as_deref_mut().and_then(|readings| readings.take(print));
                let Some(reading) = fresh.or(before).or_else(|| kept.remove(&print)) else { continue };
                let numbers = &mut self.numbers;
                let mut numbering = Numbering { letters, known: &mut known, numbers };
                self.list.extend(reading.tellings(at, material, &names, &mut numbering));
                if readings.is_some() {
                    kept.insert(print, reading);
                }
            }
        }
        if let Some(readings) = readings {
            readings.keep(kept, letters.unwrap_or_default());
        }
    }
}

/// The numbers of terms, in the order of their first use, so that they never depend on threads.
#[derive(Debug, Default)]
pub(crate) struct Numbers {
    by_name: HashMap<String, u32>,
    /// The term that each number stands for.
    pub names: Vec<String>,
    /// Whether it stands for an actor or a state.
    pub named: Vec<bool>,
}

impl Numbers {
    /// The number of a term that is known already.
    pub(crate) fn known(&self, name: &str) -> Option<u32> {
        self.by_name.get(name).copied()
    }

    /// The number of a term, a new one where it has none yet.
    pub(crate) fn of(&mut self, name: &str) -> u32 {
        if let Some(&number) = self.by_name.get(name) {
            return number;
        }
        let number = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
        self.by_name.insert(name.to_owned(), number);
        self.names.push(name.to_owned());
        self.named.push(name.starts_with(['@', '~']));
        number
    }
}

/// Sorts by number and adds up what comes more than once.
pub(crate) fn tally(entries: impl IntoIterator<Item = (u32, f32)>) -> Vec<(u32, f32)> {
    let mut entries: Vec<(u32, f32)> = entries.into_iter().collect();
    entries.sort_by_key(|&(number, _)| number);
    entries.dedup_by(|next, kept| {
        let same = next.0 == kept.0;
        if same {
            kept.1 += next.1;
        }
        same
    });
    entries.shrink_to_fit();
    entries
}
