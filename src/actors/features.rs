//! What the tagger sees of a word: its form, its neighbours, the lists it is on, and how the article writes it
//! elsewhere.
//!
//! One implementation serves the training under `tools/` and the reader. A feature is a number: the hash
//! of its template and of what fills it, so that no string is built while reading. Most features follow
//! from a word's form alone; those are made once for every form of an article ([`Sheet::of_form`]),
//! the others for every place ([`Sheet::of_place`]).
//!
//! The templates are those of Finkel et al. (2005) and Ratinov & Roth (2009), cut down to what helped
//! on the development months of WiNER-fr: affixes, shapes, word clusters at four sizes, gazetteers,
//! and what stands around a name where the article gives it again.

mod form;
mod window;

use std::collections::HashMap;

use super::lexicon::{Lexicon, Marks};
use super::mentions::{self, Candidate};
use super::outlets::Outlets;
use super::phrases::{Class, known_at};
use super::words::{Body, Shape};
use crate::article::{Article, Span};
use crate::text::Text;
use form::Form;
pub(super) use form::hash;

/// How far the window reaches on either side, in words.
pub const REACH: usize = 2;

/// As many other places of a name as are looked at.
const MOST_PLACES: usize = 8;

/// The first list of marks that come from the tables, and from the rules.
const FIRST_OF_TABLES: u32 = 4;
const FIRST_OF_RULES: u32 = 12;

/// One place of the article, as the tagger sees it.
#[derive(Debug, Clone)]
struct Place {
    form: u32,
    span: Span,
    /// First and last place of its sentence.
    from: u32,
    to: u32,
    first: bool,
    quoted: bool,
    loud: bool,
    marks: Marks,
    /// The number of its name in `names`, where it has a capital.
    name: Option<u32>,
}

/// How often a word is written with a capital and small, and where.
#[derive(Debug, Default, Clone)]
struct Usage {
    capital: u32,
    small: u32,
    places: Vec<u32>,
}

/// An article, ready to be tagged.
#[derive(Debug, Clone)]
pub struct Sheet {
    forms: Vec<Form>,
    places: Vec<Place>,
    names: Vec<Usage>,
}

impl Sheet {
    /// Reads the sentences of `article`; noise blocks have none.
    pub fn read(article: &Article, text: &Text, lexicon: &Lexicon) -> Self {
        let body = Body::read(article, text);
        let candidates = mentions::spot(&body, &Outlets::default());
        Self::of(&article.text, &body, &candidates, lexicon)
    }

    /// The same of a body that is read already, with the candidates that the rules found in it.
    pub(super) fn of(text: &str, body: &Body, candidates: &[Candidate], lexicon: &Lexicon) -> Self {
        let mut sheet =
            Self { forms: Vec::new(), places: Vec::with_capacity(body.words.len()), names: Vec::new() };
        let mut known: HashMap<&str, u32> = HashMap::new();
        for word in &body.words {
            let written = word.span.of(text);
            let form = *known.entry(written).or_insert_with(|| {
                sheet.forms.push(Form::new(written, &word.fold, lexicon));
                u32::try_from(sheet.forms.len() - 1).unwrap_or(u32::MAX)
            });
            sheet.places.push(Place {
                form,
                span: word.span,
                from: 0,
                to: 0,
                first: false,
                quoted: false,
                loud: word.loud,
                marks: Marks::default(),
                name: None,
            });
        }
        sheet.cut_sentences(body);
        sheet.mark(body, lexicon);
        sheet.mark_candidates(candidates);
        sheet.count(body);
        sheet
    }

    fn cut_sentences(&mut self, body: &Body) {
        let mut from = 0;
        while from < self.places.len() {
            let to =
                (from + 1..body.words.len()).find(|at| body.words[*at].first).unwrap_or(body.words.len());
            let mut fresh = true;
            for at in from..to {
                let word = &body.words[at];
                let place = &mut self.places[at];
                place.from = u32::try_from(from).unwrap_or(u32::MAX);
                place.to = u32::try_from(to).unwrap_or(u32::MAX);
                place.first = fresh && word.is_word();
                fresh &= !word.is_word();
                place.quoted = at > from && body.words[at - 1].shape == Shape::Mark;
            }
            from = to;
        }
    }

    /// Notes on which lists a word stands, alone or with its neighbours.
    fn mark(&mut self, body: &Body, lexicon: &Lexicon) {
        let mut written = Vec::new();
        for at in 0..self.places.len() {
            let place = &self.places[at];
            if self.forms[place.form as usize].is_capital() {
                let to = (place.to as usize).min(at + Lexicon::LONGEST);
                written.clear();
                written
                    .extend(self.places[at..to].iter().map(|place| self.forms[place.form as usize].written));
                lexicon.matches(&written, |length, labels| {
                    for list in (0..FIRST_OF_TABLES).filter(|list| labels & (1 << list) != 0) {
                        for (inside, place) in self.places[at..at + length].iter_mut().enumerate() {
                            place.marks.add(list, length, inside);
                        }
                    }
                });
            }
            if let Some((length, known)) = known_at(body, at) {
                let list = FIRST_OF_TABLES
                    + match known.class {
                        Class::State => 0,
                        Class::Capital => 1,
                        Class::People => 2,
                        Class::Group => 3,
                        Class::Body => 4,
                        Class::Institution => 5,
                        Class::Place => 6,
                        Class::Media => 7,
                    };
                for (inside, place) in self.places[at..at + length].iter_mut().enumerate() {
                    place.marks.add(list, length, inside);
                }
            }
        }
    }

    /// Notes what the rules take for a name, and for the name of what.
    fn mark_candidates(&mut self, candidates: &[Candidate]) {
        for candidate in candidates.iter().filter(|candidate| candidate.known.is_none()) {
            let votes = candidate.votes;
            let kinds = [votes.organisation, votes.event, votes.person, votes.place];
            let most = kinds.into_iter().max().unwrap_or_default();
            let kind =
                (0..).zip(kinds).find(|(_, votes)| *votes == most && most > 0).map_or(4, |(kind, _)| kind);
            let length = candidate.to - candidate.from;
            for (inside, place) in self.places[candidate.from..candidate.to].iter_mut().enumerate() {
                place.marks.add(FIRST_OF_RULES + kind, length, inside);
            }
        }
    }

    /// Counts how every word is written where its place does not explain its capital, and notes where
    /// the capitalised ones stand.
    fn count(&mut self, body: &Body) {
        let mut numbers: HashMap<&str, u32> = HashMap::new();
        for (at, word) in body.words.iter().enumerate() {
            let capital = self.forms[self.places[at].form as usize].is_capital();
            if !capital && !word.is_word() {
                continue;
            }
            let number = *numbers.entry(word.fold.as_str()).or_insert_with(|| {
                self.names.push(Usage::default());
                u32::try_from(self.names.len() - 1).unwrap_or(u32::MAX)
            });
            let usage = &mut self.names[number as usize];
            if capital {
                self.places[at].name = Some(number);
                usage.capital += u32::from(!word.initial && !word.loud);
                if usage.places.len() < MOST_PLACES {
                    usage.places.push(u32::try_from(at).unwrap_or(u32::MAX));
                }
            } else {
                usage.small += 1;
            }
        }
    }

    /// How many places there are, one for each token of a sentence.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// Where the token at place `at` stands in the article's text, in bytes.
    pub fn span(&self, at: usize) -> Span {
        self.places.get(at).map_or_else(Span::default, |place| place.span)
    }

    /// Whether a sentence starts at place `at`.
    pub fn starts_sentence(&self, at: usize) -> bool {
        self.places.get(at).is_some_and(|place| place.from as usize == at)
    }
}
