//! A claim while it is being read: its words, before its source is looked up.

use std::ops::Range;

use super::Force;
use super::cues::CueVerb;
use super::lexicon::Verb;
use super::unlisted;
use super::words::Reading;

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
#[derive(Debug)]
pub(super) struct Attributed {
    pub words: Range<usize>,
    pub lemma: String,
    pub force: Force,
}

impl Attributed {
    pub fn by(reading: &Reading, cue: &CueVerb) -> Self {
        let mut attributed = Self::of(cue.words.clone(), cue.verb);
        if attributed.lemma.is_empty() {
            attributed.lemma = unlisted::lemma(reading, cue);
        }
        attributed
    }

    pub fn of(words: Range<usize>, verb: &Verb) -> Self {
        Self { words, lemma: verb.lemma.clone(), force: verb.force }
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

    /// A claim without a cue of its own.
    pub fn uncued(content: Range<usize>, source: Source, direct: bool) -> Self {
        Self { content, cue: None, source, direct, hedged: false, via: None }
    }
}
