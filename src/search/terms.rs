//! A query made ready for one catalogue: judges entries, and says what to light up in them.

use rayon::prelude::*;

use super::catalogue::{Catalogue, Entry, Kind};
use super::matcher::{self, Found, Needle, PERFECT, Reach, words};
use super::plain::{plain, plain_with_map};
use super::query::{Condition, Filter, State, Term};
use super::{Ask, Hit, Hits, Marks, Scope};
use crate::article::Span;
use crate::text::Folded;

/// What came of holding a query against an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It does not match, nor with more letters typed.
    Out,
    /// It might with more letters, or with other marks on the articles.
    Within,
    /// It matches, this well.
    Hit(i64),
}

/// A hit in another part than the label counts nine tenths.
const OTHER_PART: i64 = 90;
/// What an entry whose parts hold all words of the query side by side gets on top.
const SIDE_BY_SIDE: i64 = 60;
/// What the share of the label that was typed can add.
const FILLED: i64 = 30;
/// What was set aside in an article comes behind what it says.
const SET_ASIDE: i64 = 60;
/// The score where nothing but filters was typed.
const FILTERED: i64 = 500;
/// Shorter terms, in bytes, are not tried with a slip: nearly every short name is one away.
const NEARLY_FROM: usize = 4;

enum Ready<'a> {
    Words(Needle<'a>),
    Outlet(&'a str),
    /// Which actors hold the text in one of their names, by index.
    Actor(Vec<bool>),
    /// The same, and the text for speakers that are no actor.
    Speaker(Vec<bool>, &'a str),
    /// Which articles have the tag, by index.
    Tag(Vec<bool>),
    Is(State),
    Kind(&'a [&'static str]),
    Date(&'a str),
    Language(&'a str),
}

struct ReadyTerm<'a> {
    negated: bool,
    ready: Ready<'a>,
}

/// A query made ready.
pub(super) struct Terms<'a> {
    catalogue: &'a Catalogue,
    marks: Option<&'a Marks>,
    scope: Scope,
    groups: Vec<Vec<ReadyTerm<'a>>>,
    /// The typed words in their order with single spaces, when there are several.
    phrase: Option<String>,
}

impl<'a> Terms<'a> {
    pub fn new(catalogue: &'a Catalogue, ask: &Ask<'a>) -> Self {
        let groups: Vec<Vec<ReadyTerm>> = ask
            .query
            .groups
            .iter()
            .map(|group| group.iter().map(|term| ready(catalogue, ask.marks, term)).collect())
            .collect();
        let mut terms = Self { catalogue, marks: ask.marks, scope: ask.scope, groups, phrase: None };
        let typed: Vec<&str> = terms.wanted().map(Needle::text).collect();
        terms.phrase = (typed.len() > 1).then(|| typed.join(" "));
        terms
    }

    /// The words that must be there.
    fn wanted(&self) -> impl Iterator<Item = &Needle<'a>> {
        self.groups.iter().flatten().filter(|term| !term.negated).filter_map(|term| match &term.ready {
            Ready::Words(needle) => Some(needle),
            _ => None,
        })
    }

    /// Whether anything was typed that some entries match better than others.
    pub fn rank(&self) -> bool {
        self.wanted().next().is_some()
    }

    pub fn judge(&self, index: u32) -> Verdict {
        let Some(entry) = self.catalogue.entry(index as usize) else { return Verdict::Out };
        let mut total = 0;
        let mut count = 0;
        let mut missing = false;
        for group in &self.groups {
            let found = group.iter().map(|term| self.hold(term, entry)).max().unwrap_or(Found::No);
            match found {
                Found::No => return Verdict::Out,
                Found::Within => missing = true,
                // Filters and negations hold or not, they do not rank.
                Found::Hit(0) => {}
                Found::Hit(quality) => {
                    total += quality;
                    count += 1;
                }
            }
        }
        if missing {
            return Verdict::Within;
        }
        let score = if count == 0 { FILTERED } else { total / count };
        let aside = if entry.flags.aside { SET_ASIDE } else { 0 };
        Verdict::Hit(score + weight(entry.kind) + self.extra(entry) - aside)
    }

    fn hold(&self, term: &ReadyTerm, entry: &Entry) -> Found {
        let holds = match &term.ready {
            Ready::Words(needle) => {
                let found = self.look(needle, entry);
                return match (term.negated, found) {
                    (false, found) => found,
                    (true, Found::Hit(_)) => Found::No,
                    (true, _) => Found::Hit(0),
                };
            }
            Ready::Tag(tagged) => {
                // As for the other marks.
                let article = entry.place.filter(|_| entry.kind != Kind::Actor).map(|place| place.article);
                let holds = article.is_some_and(|at| tagged.get(at) == Some(&true));
                return if holds != term.negated { Found::Hit(0) } else { Found::Within };
            }
            Ready::Is(state) => {
                // The reader's marks change between two keys, so an entry is never let go for them.
                let holds = self.is(*state, entry) != term.negated;
                return if holds { Found::Hit(0) } else { Found::Within };
            }
            Ready::Outlet(text) => self
                .articles_of(entry)
                .any(|at| self.facts(at).is_some_and(|f| f.outlet_plain.contains(text))),
            Ready::Date(text) => self
                .articles_of(entry)
                .any(|at| self.facts(at).is_some_and(|f| f.published.starts_with(text))),
            Ready::Language(text) => {
                self.articles_of(entry).any(|at| self.facts(at).is_some_and(|f| f.language.starts_with(text)))
            }
            Ready::Actor(named) => match entry.target {
                super::Target::Actor(actor) => named.get(actor).is_some_and(|&is| is),
                _ => self.catalogue.links(entry).iter().any(|&at| named.get(at as usize) == Some(&true)),
            },
            Ready::Speaker(named, text) => {
                let mut speakers = self.catalogue.links(entry).iter().take(entry.speakers as usize);
                let as_written =
                    || self.catalogue.parts(entry).skip(1).any(|(_, plain)| plain.contains(text));
                speakers.any(|&at| named.get(at as usize) == Some(&true))
                    || (entry.kind == Kind::Claim && as_written())
            }
            Ready::Kind(kinds) => kinds.contains(&entry.kind.name()) || kinds.contains(&entry.subkind),
        };
        if holds == term.negated { Found::No } else { Found::Hit(0) }
    }

    fn look(&self, needle: &Needle, entry: &Entry) -> Found {
        let mut best = Found::No;
        for (number, (part, plain)) in self.catalogue.parts(entry).enumerate() {
            let found = match matcher::look(needle, plain, part.letters, reach(entry.kind, number)) {
                Found::Hit(quality) if number > 0 => Found::Hit((quality * OTHER_PART / 100).max(1)),
                found => found,
            };
            best = best.max(found);
        }
        best.max(self.look_in_tags(needle, entry))
    }

    /// An article is found by its tags too. They change between two keys, so that one whose tags do not
    /// match is never let go for that.
    fn look_in_tags(&self, needle: &Needle, entry: &Entry) -> Found {
        let tags = entry.place.filter(|_| entry.kind == Kind::Article).and_then(|place| {
            let tags = self.marks?.tags.get(place.article)?;
            (!tags.is_empty()).then_some(tags)
        });
        let look = |tag: &String| {
            let tag = plain(tag);
            match matcher::look(needle, &tag, matcher::letters(&tag), Reach::Text) {
                Found::Hit(quality) => Found::Hit((quality * OTHER_PART / 100).max(1)),
                _ => Found::Within,
            }
        };
        tags.into_iter().flatten().map(look).max().unwrap_or(Found::No)
    }

    fn articles_of(&self, entry: &Entry) -> impl Iterator<Item = usize> {
        let (place, links) = match entry.kind {
            Kind::Actor => (None, self.catalogue.links(entry)),
            _ => (entry.place.map(|place| place.article), &[][..]),
        };
        place.into_iter().chain(links.iter().map(|&at| at as usize))
    }

    fn facts(&self, article: usize) -> Option<&super::catalogue::Facts> {
        self.catalogue.articles.get(article)
    }

    fn is(&self, state: State, entry: &Entry) -> bool {
        let marked = |marks: fn(&Marks) -> &Vec<bool>| {
            let article = entry.place.filter(|_| entry.kind != Kind::Actor).map(|place| place.article);
            article.map(|at| self.marks.and_then(|all| marks(all).get(at)).copied().unwrap_or_default())
        };
        let told = matches!(entry.kind, Kind::Text | Kind::Claim | Kind::Figure);
        match state {
            State::Starred => marked(|marks| &marks.starred) == Some(true),
            State::Read => marked(|marks| &marks.read) == Some(true),
            State::Unread => marked(|marks| &marks.read) == Some(false),
            State::Hedged => entry.flags.hedged,
            State::Shared => told && entry.flags.shared,
            State::Alone => told && !entry.flags.shared,
            State::Disputed => entry.flags.disputed,
        }
    }

    fn extra(&self, entry: &Entry) -> i64 {
        let Some((_, label)) = self.catalogue.parts(entry).next() else { return 0 };
        let typed: usize = self.wanted().map(|needle| needle.text().len()).sum();
        let filled = FILLED * typed.min(label.len()) as i64 / label.len().max(1) as i64;
        let phrase = self.phrase.as_ref().is_some_and(|phrase| label.contains(phrase.as_str()));
        filled + if phrase { SIDE_BY_SIDE } else { 0 }
    }

    /// The hit for an entry that matched, with its highlights.
    pub fn hit(&self, entry: usize, score: i64) -> Hit {
        let mut hit = Hit { entry, score, highlights: Vec::new(), also: None };
        let Some(found) = self.catalogue.entry(entry) else { return hit };
        for (number, (part, _)) in self.catalogue.parts(found).enumerate() {
            let (reach, letters) = (reach(found.kind, number), part.letters);
            let original = self.catalogue.part(found, number);
            let even = plain_with_map(original);
            let mut places = Vec::new();
            for needle in self.wanted() {
                if matches!(matcher::look(needle, &even.text, letters, reach), Found::Hit(_)) {
                    places.extend(matcher::places(needle, &even.text, reach));
                }
            }
            let spans = over_original(&even, places);
            if number == 0 {
                hit.highlights = spans;
            } else if hit.also.as_ref().is_none_or(|(_, so_far)| lit(so_far) < lit(&spans))
                && !spans.is_empty()
            {
                hit.also = Some((number, spans));
            }
        }
        hit
    }

    /// What has every word that was typed in one of its parts, one edit in each allowed: actors first, whose
    /// names are mistyped most.
    ///
    /// The distance is the optimal string alignment one: a letter more, less, other, or two swapped.
    pub fn nearly(&self, limit: usize) -> Hits {
        let words_only = self.groups.iter().flatten().all(|term| match &term.ready {
            Ready::Words(needle) => !term.negated && needle.is_fuzzy() && needle.text().len() >= NEARLY_FROM,
            _ => false,
        });
        if !words_only || self.groups.is_empty() {
            return Hits::default();
        }
        let mut kinds = vec![Kind::Actor, Kind::Article, Kind::Claim, Kind::Figure, Kind::Text];
        kinds.retain(|kind| self.scope == Scope::All || self.scope == Scope::Only(*kind));
        let found: Vec<Hit> = kinds
            .into_iter()
            .flat_map(|kind| {
                let entries = self.catalogue.kinds[kind as usize].clone().into_par_iter();
                entries.filter_map(|entry| self.nearly_hit(entry)).collect::<Vec<_>>()
            })
            .collect();
        let total = found.len();
        let shown: Vec<Hit> = found.into_iter().take(limit).collect();
        Hits { total, nearly: total > 0, shown, ..Hits::default() }
    }

    fn nearly_hit(&self, entry: usize) -> Option<Hit> {
        let found = self.catalogue.entry(entry)?;
        for (number, (part, plain)) in self.catalogue.parts(found).enumerate() {
            // An edit brings one letter at most that the text does not have.
            if self.wanted().any(|needle| (needle.letters() & !part.letters).count_ones() > 1) {
                continue;
            }
            let places: Option<Vec<_>> = self
                .wanted()
                .map(|needle| words(plain).find(|word| one_edit(&plain[word.clone()], needle.text())))
                .collect();
            let Some(places) = places else { continue };
            let even = plain_with_map(self.catalogue.part(found, number));
            let spans = over_original(&even, places);
            let (highlights, also) =
                if number == 0 { (spans, None) } else { (Vec::new(), Some((number, spans))) };
            return Some(Hit { entry, score: PERFECT / 4, highlights, also });
        }
        None
    }
}

fn ready<'a>(catalogue: &Catalogue, marks: Option<&Marks>, term: &'a Term) -> ReadyTerm<'a> {
    let ready = match &term.condition {
        Condition::Filter(filter) => match filter {
            Filter::Outlet(text) => Ready::Outlet(text),
            Filter::Actor(text) => Ready::Actor(named(catalogue, text)),
            Filter::Speaker(text) => Ready::Speaker(named(catalogue, text), text),
            Filter::Tag(text) => Ready::Tag(tagged(marks, text)),
            Filter::Is(state) => Ready::Is(*state),
            Filter::Kind(text) => Ready::Kind(text),
            Filter::Date(text) => Ready::Date(text),
            Filter::Language(text) => Ready::Language(text),
        },
        words => match matcher::needle(words) {
            Some(needle) => Ready::Words(needle),
            None => Ready::Kind(&[]),
        },
    };
    ReadyTerm { negated: term.negated, ready }
}

/// Which articles have a tag that starts with `text`.
fn tagged(marks: Option<&Marks>, text: &str) -> Vec<bool> {
    let articles = marks.map_or(&[][..], |marks| &marks.tags);
    articles.iter().map(|tags| tags.iter().any(|tag| plain(tag).starts_with(text))).collect()
}

fn named(catalogue: &Catalogue, text: &str) -> Vec<bool> {
    let actors = catalogue.kinds[Kind::Actor as usize].clone();
    catalogue.entries[actors]
        .iter()
        .map(|actor| catalogue.parts(actor).any(|(_, plain)| plain.contains(text)))
        .collect()
}

/// Titles, names and commands take scattered letters; what was said or written takes words.
fn reach(kind: Kind, part: usize) -> Reach {
    match kind {
        Kind::Text | Kind::Claim | Kind::Figure if part == 0 => Reach::Word,
        _ => Reach::Text,
    }
}

/// What a kind is worth beside the others, other things being equal.
fn weight(kind: Kind) -> i64 {
    match kind {
        Kind::Actor => 70,
        Kind::Article => 60,
        Kind::Command => 40,
        Kind::Claim => 30,
        Kind::Figure | Kind::Text => 0,
    }
}

fn lit(spans: &[Span]) -> usize {
    spans.iter().map(|span| span.len()).sum()
}

/// Places in plain text as spans over the text it was made from, touching ones joined.
fn over_original(even: &Folded, mut places: Vec<std::ops::Range<usize>>) -> Vec<Span> {
    places.sort_unstable_by_key(|place| (place.start, place.end));
    let mut spans: Vec<Span> = Vec::new();
    for place in places {
        let span = even.original(place.start, place.end);
        match spans.last_mut() {
            Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
            _ => spans.push(span),
        }
    }
    spans
}

/// Whether one edit at most makes a word of the other: what is left between their common start and their
/// common end is a letter at most, or two that are swapped.
fn one_edit(word: &str, typed: &str) -> bool {
    let (a, b) = (word.as_bytes(), typed.as_bytes());
    let start = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[start..], &b[start..]);
    let end = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count();
    match (&a[..a.len() - end], &b[..b.len() - end]) {
        (a, b) if a.len() <= 1 && b.len() <= 1 => true,
        ([a, b], [c, d]) => a == d && b == c,
        _ => false,
    }
}
