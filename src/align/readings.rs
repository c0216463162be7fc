//! What an article's passages come to before their terms are numbered, and the memory of it.
//!
//! Reading passages is most of the work of an alignment, and what comes of it hangs on the article, its
//! claims and who is named in it alone. So it may be kept until a dossier is aligned again: everything
//! after it, from how rare a term is to the scores, hangs on all articles and is done anew. What comes
//! out is what an alignment without memory gives, to the last digit.

use std::collections::HashMap;
use std::hash::{BuildHasher, Hash, Hasher, RandomState};

use super::Passage;
use super::aligner::Material;
use super::slots::Slots;
use super::telling::{Numbers, Quoted, Telling, tally};
use super::terms::{Clause, Key, Names, Terms, claims_of};
use crate::article::{Article, BlockKind, Span};
use crate::lang::Language;
use crate::text::{Text, fold};

/// The most words of a passage that says too little to be told by.
const SLIGHT: usize = 4;

/// The readings of a dossier's articles, kept until it is aligned again.
#[derive(Debug, Default)]
pub struct Readings {
    /// Keys that nobody knows beforehand, so that no page can be made to pass for another one.
    keys: RandomState,
    known: HashMap<u64, Reading>,
}

impl Readings {
    /// A number that stands for everything the reading of an article hangs on.
    pub(crate) fn print(&self, at: usize, material: Material<'_>, names: &Names) -> u64 {
        let article = &material.articles[at];
        let mut print = self.keys.build_hasher();
        (&article.text, article.language, article.published).hash(&mut print);
        for block in &article.blocks {
            (block.kind, block.span).hash(&mut print);
        }
        for claim in claims_of(material.claims, at) {
            (claim.span, claim.cue.as_ref().map(|cue| cue.span), claim.speaker_text).hash(&mut print);
        }
        let mut places: HashMap<usize, usize> = HashMap::new();
        for &(span, actor, form) in names.of_article(at) {
            // Who is who within the article, whatever place each has in the dossier.
            let count = places.len();
            let place = *places.entry(actor).or_insert(count);
            (span, form, place, names.key(actor)).hash(&mut print);
        }
        print.finish()
    }

    /// Whether the reading with this number is there.
    pub(crate) fn knows(&self, print: u64) -> bool {
        self.known.contains_key(&print)
    }

    /// Takes out the reading with this number.
    pub(crate) fn take(&mut self, print: u64) -> Option<Reading> {
        self.known.remove(&print)
    }

    /// Keeps these and forgets all others.
    pub(crate) fn keep(&mut self, readings: HashMap<u64, Reading>) {
        self.known = readings;
    }
}

/// The passages of one article, their terms in letters.
#[derive(Debug, Default)]
pub(crate) struct Reading {
    /// Whom its mentions name, in order, by the places the actors had when it was read.
    actors: Vec<usize>,
    /// The place its first figure had.
    first_figure: usize,
    passages: Vec<Raw>,
}

/// One passage before its terms are numbered.
#[derive(Debug)]
struct Raw {
    span: Span,
    language: Option<Language>,
    heading: bool,
    slight: bool,
    figures: Vec<usize>,
    slots: Slots,
    years: Vec<(i16, bool)>,
    actors: Vec<usize>,
    whole: Vec<Key>,
    clauses: Vec<Clause>,
    grams: Vec<u32>,
    quotes: Vec<(Span, Vec<Key>, usize)>,
}

impl Reading {
    /// Reads the article at `at`.
    pub(crate) fn new(at: usize, material: Material<'_>, names: &Names) -> Self {
        let (article, text) = (&material.articles[at], &material.texts[at]);
        let terms = Terms::new(at, article, text, names, material.figures, material.claims);
        Self {
            actors: names.of_article(at).iter().map(|&(_, actor, _)| actor).collect(),
            first_figure: first_figure(at, material),
            passages: passages(article, text, &terms),
        }
    }

    /// The passages as those of the article at `at`, their terms numbered.
    pub(crate) fn tellings(
        &self,
        at: usize,
        material: Material<'_>,
        names: &Names,
        numbers: &mut Numbers,
    ) -> Vec<Telling> {
        let now = names.of_article(at).iter().map(|&(_, actor, _)| actor);
        let moved: HashMap<usize, usize> = self.actors.iter().copied().zip(now).collect();
        let now = Now {
            article: at,
            actors: moved,
            first_figure: first_figure(at, material),
            then: self.first_figure,
            names,
        };
        self.passages.iter().map(|raw| raw.telling(&now, numbers)).collect()
    }
}

fn first_figure(at: usize, material: Material<'_>) -> usize {
    material.figures.partition_point(|figure| figure.article < at)
}

fn passages(article: &Article, text: &Text, terms: &Terms<'_>) -> Vec<Raw> {
    let mut seen: HashMap<String, usize> = HashMap::new();
    let mut list: Vec<Raw> = Vec::new();
    for sentence in &text.sentences {
        let kind = article.blocks.get(sentence.block).map(|block| block.kind);
        let heading = matches!(kind, Some(BlockKind::Headline | BlockKind::Heading));
        let folded = fold(sentence.span.of(&article.text));
        if let Some(&first) = seen.get(&folded) {
            // A sentence that is printed twice is one passage; the one in the running text stands for it.
            if list[first].heading && !heading {
                list[first].heading = false;
                list[first].span = sentence.span;
            }
            continue;
        }
        let read = terms.read(sentence.span);
        if read.whole.is_empty() {
            continue;
        }
        seen.insert(folded, list.len());
        list.push(Raw {
            span: sentence.span,
            language: article.language,
            heading,
            slight: read.words <= SLIGHT
                || heading && sentence.span.of(&article.text).trim_end().ends_with('?'),
            figures: read.figures,
            slots: read.slots,
            years: read.years,
            actors: read.actors,
            whole: read.whole,
            clauses: read.clauses,
            grams: read.grams,
            quotes: read.quotes,
        });
    }
    list
}

/// Where the actors and figures of an article stand in the dossier now.
struct Now<'a> {
    article: usize,
    /// By the places that the actors had when the article was read.
    actors: HashMap<usize, usize>,
    first_figure: usize,
    /// The place that its first figure had.
    then: usize,
    names: &'a Names,
}

impl Now<'_> {
    fn actor(&self, then: usize) -> Option<usize> {
        self.actors.get(&then).copied()
    }

    /// The number of the term that stands for an actor.
    fn term(&self, actor: usize, numbers: &mut Numbers) -> Option<u32> {
        Some(numbers.of(self.names.key(self.actor(actor)?)?))
    }
}

impl Raw {
    fn telling(&self, now: &Now<'_>, numbers: &mut Numbers) -> Telling {
        let mut telling = Telling {
            passage: Passage { article: now.article, span: self.span },
            language: self.language,
            heading: self.heading,
            slight: self.slight,
            figures: self.figures.iter().map(|figure| figure - now.then + now.first_figure).collect(),
            years: self.years.clone(),
            // What names actors or verbs is kept by the numbers of their terms, below.
            slots: Slots {
                media: Vec::new(),
                located: Vec::new(),
                excluded: Vec::new(),
                planned: Vec::new(),
                done: Vec::new(),
                denied: Vec::new(),
                ..self.slots.clone()
            },
            ..Telling::default()
        };
        telling.actors = self.actors.iter().filter_map(|&actor| now.term(actor, numbers)).collect();
        let media = self.slots.media.iter();
        telling.media = media
            .filter_map(|(medium, actor, at)| Some((medium.clone(), now.term(*actor, numbers)?, *at)))
            .collect();
        telling.counts = numbers.counts(&self.whole);
        if self.clauses.len() > 1 {
            telling.clauses = self.clauses.iter().map(|clause| numbers.counts(&clause.keys)).collect();
            telling.clause_spans = self.clauses.iter().map(|clause| clause.span).collect();
        }
        let place = |actor: usize| now.actor(actor).is_some_and(|actor| now.names.is_place(actor));
        let located = self.slots.located.iter().filter(|(actor, _)| place(*actor));
        telling.located = located.filter_map(|&(actor, at)| Some((now.term(actor, numbers)?, at))).collect();
        let excluded = self.slots.excluded.iter();
        telling.excluded =
            excluded.filter_map(|&(actor, at)| Some((now.term(actor, numbers)?, at))).collect();
        let mut verbs = |list: &[(String, Span)]| -> Vec<(u32, Span)> {
            list.iter().map(|(term, at)| (numbers.of(term), *at)).collect()
        };
        telling.planned = verbs(&self.slots.planned);
        telling.done = verbs(&self.slots.done);
        telling.denied = verbs(&self.slots.denied);
        telling.places = self.whole.iter().map(|key| (numbers.of(&key.text), key.at)).collect();
        telling.places.sort_unstable();
        telling.places.dedup_by_key(|(term, _)| *term);
        telling.grams = tally(self.grams.iter().map(|&gram| (gram, 1.0)));
        let quotes = self.quotes.iter();
        telling.quotes = quotes
            .map(|(span, words, weight)| Quoted {
                span: *span,
                words: words.iter().map(|word| numbers.of(&word.text)).collect(),
                weight: *weight,
            })
            .collect();
        telling
    }
}
