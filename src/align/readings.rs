//! What an article's passages come to before their terms are numbered, and the memory of it.
//!
//! Reading passages is most of the work of an alignment, and what comes of it hangs on the article, its
//! claims and who is named in it alone. So it may be kept until a dossier is aligned again: everything
//! after it, from how rare a term is to the scores, hangs on all articles and is done anew. What comes
//! out is what an alignment without memory gives, to the last digit.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasher, Hash, Hasher, RandomState};

use super::Passage;
use super::aligner::Material;
use super::slots::Slots;
use super::telling::{Numbers, Quoted, Telling, tally};
use super::terms::{Key, Names, Read, Terms, claims_of};
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
    /// The terms in letters, which the readings name by number.
    pub(super) letters: Numbers,
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
    pub(crate) fn keep(&mut self, readings: HashMap<u64, Reading>, letters: Numbers) {
        self.known = readings;
        self.letters = letters;
    }
}

/// The passages of one article. What they hold counts from the article itself: figures from its first,
/// actors by the order in which it names them.
#[derive(Debug, Default)]
pub(crate) struct Reading {
    passages: Vec<Passed>,
}

/// A term where it is written: its number among the letters, how much it counts, its first byte and the
/// byte after its last.
type Written = (u32, f32, u32, u32);

/// One passage before its terms have the numbers they are compared by.
#[derive(Debug)]
struct Passed {
    span: Span,
    language: Option<Language>,
    heading: bool,
    slight: bool,
    figures: Vec<usize>,
    slots: Slots,
    years: Vec<(i16, bool)>,
    actors: Vec<usize>,
    whole: Vec<Written>,
    clauses: Vec<(Span, Vec<Written>)>,
    grams: Vec<u16>,
    quotes: Vec<(Span, Vec<u32>, usize)>,
}

/// An article's passages as they were read, their terms in letters.
pub(crate) struct Fresh {
    passages: Vec<(Passed, Read)>,
}

impl Fresh {
    /// Reads the article at `at`.
    pub(crate) fn new(at: usize, material: Material<'_>, names: &Names) -> Self {
        let (article, text) = (&material.articles[at], &material.texts[at]);
        let terms = Terms::new(at, article, text, names, material.figures, material.claims);
        let mut places: HashMap<usize, usize> = HashMap::new();
        for &(_, actor, _) in names.of_article(at) {
            let count = places.len();
            places.entry(actor).or_insert(count);
        }
        let figure = first_figure(at, material);
        Self { passages: passages(article, text, &terms, &places, figure) }
    }

    /// The reading, its terms entered among the letters.
    pub(crate) fn reading(self, letters: &mut Numbers) -> Reading {
        let mut list = |keys: Vec<Key>| -> Vec<Written> {
            let byte = |byte: usize| u32::try_from(byte).unwrap_or(u32::MAX);
            let written =
                |key: &Key| (letters.of(&key.text), key.weight, byte(key.at.start), byte(key.at.end));
            keys.iter().map(written).collect()
        };
        let passages = self.passages.into_iter().map(|(mut passed, read)| {
            passed.whole = list(read.whole);
            passed.clauses =
                read.clauses.into_iter().map(|clause| (clause.span, list(clause.keys))).collect();
            passed.quotes = read
                .quotes
                .into_iter()
                .map(|(span, words, weight)| (span, list(words).iter().map(|word| word.0).collect(), weight))
                .collect();
            passed
        });
        Reading { passages: passages.collect() }
    }
}

/// The numbers that terms are compared by, told from those they have among the letters.
pub(crate) struct Numbering<'a> {
    pub letters: &'a Numbers,
    /// By the number among the letters, as far as they were asked for.
    pub known: &'a mut Vec<Option<u32>>,
    pub numbers: &'a mut Numbers,
}

impl Numbering<'_> {
    fn of(&mut self, letter: u32) -> u32 {
        let letter = letter as usize;
        if self.known.len() <= letter {
            self.known.resize(self.letters.names.len().max(letter + 1), None);
        }
        let (letters, numbers) = (self.letters, &mut self.numbers);
        let name = || letters.names.get(letter).map_or("", String::as_str);
        *self.known[letter].get_or_insert_with(|| numbers.of(name()))
    }

    fn counts(&mut self, written: &[Written]) -> Vec<(u32, f32)> {
        tally(written.iter().map(|&(letter, weight, ..)| (self.of(letter), weight)).collect::<Vec<_>>())
    }
}

impl Reading {
    /// The passages as those of the article at `at`, their terms numbered.
    pub(crate) fn tellings(
        &self,
        at: usize,
        material: Material<'_>,
        names: &Names,
        numbering: &mut Numbering<'_>,
    ) -> Vec<Telling> {
        let mut seen = HashSet::new();
        let named = names.of_article(at).iter().map(|&(_, actor, _)| actor);
        let actors = named.filter(|actor| seen.insert(*actor)).collect();
        let now = Now { article: at, actors, first_figure: first_figure(at, material), names };
        self.passages.iter().map(|passed| passed.telling(&now, numbering)).collect()
    }
}

fn first_figure(at: usize, material: Material<'_>) -> usize {
    material.figures.partition_point(|figure| figure.article < at)
}

/// The passages of an article, without their terms, and what was read in each; `places` says which of
/// the article's actors each actor is, `figure` which the first figure is.
fn passages(
    article: &Article,
    text: &Text,
    terms: &Terms<'_>,
    places: &HashMap<usize, usize>,
    figure: usize,
) -> Vec<(Passed, Read)> {
    let place = |actor: usize| places.get(&actor).copied().unwrap_or(usize::MAX);
    let mut seen: HashMap<String, usize> = HashMap::new();
    let mut list: Vec<(Passed, Read)> = Vec::new();
    for sentence in &text.sentences {
        let kind = article.blocks.get(sentence.block).map(|block| block.kind);
        let heading = matches!(kind, Some(BlockKind::Headline | BlockKind::Heading));
        let folded = fold(sentence.span.of(&article.text));
        if let Some(&first) = seen.get(&folded) {
            // A sentence that is printed twice is one passage; the one in the running text stands for it.
            let first = &mut list[first].0;
            if first.heading && !heading {
                first.heading = false;
                first.span = sentence.span;
            }
            continue;
        }
        let mut read = terms.read(sentence.span);
        if read.whole.is_empty() {
            continue;
        }
        seen.insert(folded, list.len());
        let mut slots = std::mem::take(&mut read.slots);
        let actors = slots.located.iter_mut().chain(&mut slots.excluded).map(|(actor, _)| actor);
        for actor in actors.chain(slots.media.iter_mut().map(|(_, actor, _)| actor)) {
            *actor = place(*actor);
        }
        let passed = Passed {
            span: sentence.span,
            language: article.language,
            heading,
            slight: read.words <= SLIGHT
                || heading && sentence.span.of(&article.text).trim_end().ends_with('?'),
            figures: read.figures.iter().map(|at| at - figure).collect(),
            slots,
            years: std::mem::take(&mut read.years),
            actors: read.actors.iter().map(|&actor| place(actor)).collect(),
            whole: Vec::new(),
            clauses: Vec::new(),
            // There are as many n-grams as such a number can tell apart.
            grams: read.grams.iter().filter_map(|&gram| u16::try_from(gram).ok()).collect(),
            quotes: Vec::new(),
        };
        read.grams = Vec::new();
        list.push((passed, read));
    }
    list
}

/// Where the actors and figures of an article stand in the dossier now.
struct Now<'a> {
    article: usize,
    /// Its actors in the order in which it names them.
    actors: Vec<usize>,
    first_figure: usize,
    names: &'a Names,
}

impl Now<'_> {
    /// The number of the term that stands for one of its actors.
    fn term(&self, actor: usize, numbering: &mut Numbering<'_>) -> Option<u32> {
        Some(numbering.numbers.of(self.names.key(*self.actors.get(actor)?)?))
    }

    fn is_place(&self, actor: usize) -> bool {
        self.actors.get(actor).is_some_and(|&actor| self.names.is_place(actor))
    }
}

impl Passed {
    fn telling(&self, now: &Now<'_>, numbering: &mut Numbering<'_>) -> Telling {
        let mut telling = Telling {
            passage: Passage { article: now.article, span: self.span },
            language: self.language,
            heading: self.heading,
            slight: self.slight,
            figures: self.figures.iter().map(|figure| figure + now.first_figure).collect(),
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
        telling.actors = self.actors.iter().filter_map(|&actor| now.term(actor, numbering)).collect();
        let media = self.slots.media.iter();
        telling.media = media
            .filter_map(|(medium, actor, at)| Some((medium.clone(), now.term(*actor, numbering)?, *at)))
            .collect();
        telling.counts = numbering.counts(&self.whole);
        if self.clauses.len() > 1 {
            telling.clauses = self.clauses.iter().map(|(_, terms)| numbering.counts(terms)).collect();
            telling.clause_spans = self.clauses.iter().map(|(span, _)| *span).collect();
        }
        let located = self.slots.located.iter().filter(|(actor, _)| now.is_place(*actor));
        telling.located =
            located.filter_map(|&(actor, at)| Some((now.term(actor, numbering)?, at))).collect();
        let excluded = self.slots.excluded.iter();
        telling.excluded =
            excluded.filter_map(|&(actor, at)| Some((now.term(actor, numbering)?, at))).collect();
        let mut verbs = |list: &[(String, Span)]| -> Vec<(u32, Span)> {
            list.iter().map(|(term, at)| (numbering.numbers.of(term), *at)).collect()
        };
        telling.planned = verbs(&self.slots.planned);
        telling.done = verbs(&self.slots.done);
        telling.denied = verbs(&self.slots.denied);
        let whole = self.whole.iter();
        telling.places = whole
            .map(|&(letter, _, start, end)| (numbering.of(letter), Span::new(start as usize, end as usize)))
            .collect();
        telling.places.sort_unstable();
        telling.places.dedup_by_key(|(term, _)| *term);
        telling.grams = tally(self.grams.iter().map(|&gram| (u32::from(gram), 1.0)));
        let quotes = self.quotes.iter();
        telling.quotes = quotes
            .map(|(span, words, weight)| Quoted {
                span: *span,
                words: words.iter().map(|&word| numbering.of(word)).collect(),
                weight: *weight,
            })
            .collect();
        telling
    }
}
