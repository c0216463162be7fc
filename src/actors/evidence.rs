//! Brings the rules' candidates and the tagger's names together.
//!
//! The tagger has seen what the rules propose, as one feature among others, and knows better where a
//! name ends and which run of capitals is none; the rules know names that it has never seen the like
//! of. So its sure names take the place of candidates that overlap them, candidates it says nothing
//! about stay, and every candidate carries the probability of each kind into the second pass, where
//! all the occurrences of a phrase decide together.

use super::ActorKind;
use super::mentions::{Candidate, key_of};
use super::names;
use super::phrases::Class;
use super::tagger::{KINDS, Tagged, Tags};
use super::titles;
use super::unnamed::{is_portfolio, is_road, is_street_name};
use super::votes::Votes;
use super::words::{Body, Word};

/// From this probability on a name of the tagger's stands where no candidate does, or is the longer one.
const NEW: f32 = 0.6;

/// From this probability on a name of the tagger's takes the place of longer candidates.
const SURE: f32 = 0.8;

/// How probable each of the tagger's [`KINDS`] is for a phrase.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Belief {
    /// Summed over the occurrences, in the order of [`KINDS`].
    kinds: [f32; KINDS.len()],
    /// How many occurrences the tagger has seen.
    seen: u32,
}

impl Belief {
    /// What `tags` say about the words `from..to`: the mean over them.
    fn about(tags: &Tags, from: usize, to: usize) -> Self {
        let mut kinds = [0.0; KINDS.len()];
        let words = tags.marginals.get(from..to).unwrap_or_default();
        for row in words {
            for (kind, share) in kinds.iter_mut().enumerate() {
                *share += (row[1 + 2 * kind] + row[2 + 2 * kind]) / words.len() as f32;
            }
        }
        Self { kinds, seen: u32::from(!words.is_empty()) }
    }

    pub fn add(&mut self, other: Self) {
        for (sum, share) in self.kinds.iter_mut().zip(other.kinds) {
            *sum += share;
        }
        self.seen += other.seen;
    }

    /// The sum of the probabilities of `kind`.
    pub fn of(self, kind: ActorKind) -> f32 {
        (0..).zip(KINDS).find(|(_, known)| *known == kind).map_or(0.0, |(at, _): (usize, _)| self.kinds[at])
    }

    /// The mean probability of `kind`; none where the tagger has not seen the phrase.
    pub fn mean(self, kind: ActorKind) -> Option<f32> {
        (self.seen > 0).then(|| self.of(kind) / self.seen as f32)
    }

    /// The mean probability that it is a name at all.
    pub fn name(self) -> Option<f32> {
        (self.seen > 0).then(|| self.kinds.iter().sum::<f32>() / self.seen as f32)
    }
}

/// The candidates of a body, with the tagger's names among them, in order, none overlapping.
pub(super) fn weigh(body: &Body, candidates: Vec<Candidate>, tags: &Tags) -> Vec<Candidate> {
    let names = tags.names();
    let mut weighed: Vec<Candidate> = Vec::with_capacity(candidates.len());
    let mut next = names.iter().peekable();
    let mut rest = candidates.into_iter().peekable();
    loop {
        // The tagger's next name, where it comes before or into the next candidate.
        let name = next.peek().copied();
        let candidate = rest.peek();
        match (name, candidate) {
            (None, None) => break,
            (None, Some(_)) => weighed.extend(rest.next()),
            (Some(name), Some(candidate)) if candidate.to <= name.from => weighed.extend(rest.next()),
            (Some(name), candidate) => {
                next.next();
                let mut overlapping = Vec::new();
                let mut more = candidate.is_some();
                while more {
                    overlapping.extend(rest.next_if(|candidate| candidate.from < name.to));
                    more = rest.peek().is_some_and(|candidate| candidate.from < name.to);
                }
                let free = weighed.last().is_none_or(|last| last.to <= name.from);
                if free && takes_over(body, name, &overlapping) {
                    let (from, to) = bounds(body, name);
                    weighed.extend(proposed(body, from, to));
                } else {
                    weighed.extend(overlapping);
                }
            }
        }
    }
    weighed.retain(|candidate| candidate.from < candidate.to);
    for candidate in &mut weighed {
        candidate.belief = Belief::about(tags, candidate.from, candidate.to);
    }
    weighed
}

/// Whether the tagger's name stands instead of the candidates that overlap it.
fn takes_over(body: &Body, name: &Tagged, overlapping: &[Candidate]) -> bool {
    let words = &body.words[name.from..name.to];
    let capital = words.iter().any(|word| word.is_capital() && !names::is_never(&word.fold));
    // A government stands for its state, whoever writes it large.
    if !capital || words.iter().any(|word| word.loud) || words[0].fold == "gouvernement" {
        return false;
    }
    let (from, to) = bounds(body, name);
    if names::is_street_noun(&body.words[from].fold)
        || is_street_name(body, from)
        || is_portfolio(body, from)
        || is_road(&body.words[from].fold)
    {
        return false;
    }
    if let [only] = overlapping
        && (only.from, only.to) == (from, to)
    {
        return false;
    }
    let whole = |found: &Candidate| from <= found.from && found.to <= to;
    let phrase = |found: &Candidate| {
        found.last_name.is_some()
            || found.votes.organisation >= 5
            || found.known.is_some_and(|known| {
                found.to - found.from > 1 || matches!(known.class, Class::People | Class::Group)
            })
    };
    let needed = if overlapping.iter().all(whole) { NEW } else { SURE };
    let outlet = overlapping.iter().any(|found| found.votes.organisation >= 9);
    name.probability >= needed && !outlet && !overlapping.iter().any(|found| phrase(found) && !whole(found))
}

/// Where the tagger's name starts and ends without honorific, article and marks at its edges.
fn bounds(body: &Body, name: &Tagged) -> (usize, usize) {
    let (mut from, mut to) = (name.from, name.to);
    if from + 1 < to && titles::look_up(&body.words[from].fold).is_some_and(|title| title.honorific) {
        from += 1;
    }
    let edge = |word: &Word| !word.is_word() || !word.is_capital() && names::is_never(&word.fold);
    while from + 1 < to && edge(&body.words[from]) {
        from += 1;
    }
    if let Some(name) = behind_description(&body.words[from..to]) {
        from += name;
    }
    while from + 1 < to && !body.words[to - 1].is_word() && body.words[to - 1].fold != "." {
        to -= 1;
    }
    (from, to)
}

/// Where the name proper starts in words that begin with a description of it: `institut suisse Orge
/// Labs`, but not `ministère de l'Orge`.
fn behind_description(words: &[Word]) -> Option<usize> {
    let capital = words.iter().position(Word::is_capital).filter(|at| *at > 0)?;
    let before = &words[capital - 1];
    let described = before.is_word() && before.fold.len() > 3 && !names::is_never(&before.fold);
    described.then_some(capital)
}

fn proposed(body: &Body, from: usize, to: usize) -> Option<Candidate> {
    let key = key_of(&body.words[from..to]);
    let first = &body.words[from];
    (!key.is_empty()).then(|| Candidate {
        from,
        to,
        span: body.span(from, to),
        key,
        known: None,
        weak: first.initial || first.loud,
        votes: Votes::default(),
        belief: Belief::default(),
        last_name: None,
    })
}
