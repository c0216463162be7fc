//! A claim while it is being read: its words, before its source is looked up.

use std::ops::Range;

use super::cues::CueVerb;
use super::lexicon::{Verb, class};
use super::reported;
use super::unlisted;
use super::words::Reading;
use super::{Force, Polarity};

/// A claim before its source is looked up.
#[derive(Debug)]
pub(super) struct Draft {
    /// What was said, in words.
    pub content: Range<usize>,
    pub cue: Option<Attributed>,
    pub source: Source,
    /// The content is a quotation and nothing else.
    pub direct: bool,
    pub hedged: bool,
    /// Who relays it, in words.
    pub via: Option<Range<usize>>,
}

/// The words that attribute, with what is known of them.
#[derive(Debug, Clone)]
pub(super) struct Attributed {
    pub words: Range<usize>,
    pub lemma: String,
    pub force: Force,
    pub polarity: Polarity,
}

impl Attributed {
    pub fn by(reading: &Reading, cue: &CueVerb) -> Self {
        let mut attributed = Self::of(cue.words.clone(), cue.verb);
        let negated = cue.words.clone().any(|at| reading.is(at, class::NEGATION));
        if negated && !cue.verb.negated {
            attributed.polarity = Polarity::Open;
        }
        if attributed.lemma.is_empty() {
            attributed.lemma = unlisted::lemma(reading, cue);
        }
        attributed
    }

    pub fn of(words: Range<usize>, verb: &Verb) -> Self {
        Self { words, lemma: verb.lemma.clone(), force: verb.force, polarity: verb.polarity }
    }
}

/// Where a claim's source is to be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Source {
    /// In these words.
    Words(Range<usize>),
    /// It is whoever spoke before.
    Previous,
}

impl Draft {
    /// Whether a pronoun behind it speaks words that a colon leads to.
    pub fn is_introduced(&self, reading: &Reading) -> bool {
        let pronoun = match &self.source {
            Source::Words(words) => reading.word(words.start).is_some_and(|word| word.inverted),
            Source::Previous => false,
        };
        pronoun && self.content.start > 0 && reading.low(self.content.start - 1) == ":"
    }

    /// Takes note of content that asks: whoever wonders whether something is so does not say that it is.
    pub fn asked(mut self, reading: &Reading) -> Self {
        let asks = reported::asks(reading, self.content.start)
            || reading.low(self.content.end.saturating_sub(1)) == "?";
        if let Some(cue) = self.cue.as_mut().filter(|cue| asks && cue.polarity == Polarity::Affirmed) {
            cue.polarity = Polarity::Open;
        }
        self
    }

    /// A claim without a cue of its own.
    pub fn uncued(content: Range<usize>, source: Source, direct: bool) -> Self {
        Self { content, cue: None, source, direct, hedged: false, via: None }
    }
}
