//! The words of an article as the grammar of attribution reads them: in lower case, with their
//! classes, grouped into stretches that end where a sentence ends outside quotation marks.

use std::ops::Range;

use super::lexicon::{Lexicon, class};
use crate::article::{Article, BlockKind, Span};
use crate::text::{Quote, Text, TokenKind};

/// A word or a punctuation mark.
#[derive(Debug)]
pub(super) struct Word {
    pub span: Span,
    /// In lower case, with straight apostrophes and without the hyphens of an inversion.
    pub low: String,
    /// See [`super::lexicon::class`].
    pub classes: u64,
    pub capital: bool,
    pub kind: TokenKind,
    /// Whether it is a pronoun set behind its verb: `-t-il`.
    pub inverted: bool,
    /// The outer quotation it stands in, marks included: an index into [`Reading::quotes`].
    pub quote: Option<usize>,
}

impl Word {
    pub fn is(&self, classes: u64) -> bool {
        self.classes & classes != 0
    }

    /// Whether it is a word or number of no closed class: a noun, a name, an adjective, some verb.
    pub fn is_open(&self) -> bool {
        matches!(self.kind, TokenKind::Word | TokenKind::Number)
            && self.classes & !(class::NOUN | class::NEUTRAL) == 0
    }

    pub fn is_word(&self) -> bool {
        matches!(self.kind, TokenKind::Word | TokenKind::Number)
    }
}

/// An outer quotation in words.
#[derive(Debug, Clone, Copy)]
pub(super) struct Quoted {
    /// With its marks, in bytes.
    pub span: Span,
    /// Index of the opening mark's word.
    pub first: usize,
    /// One past the closing mark's word.
    pub end: usize,
}

/// The quotations that stand in no other: those that are closed, and those that the next paragraph takes
/// up again, as long quotations are set.
fn outer_quotes<'t>(article: &Article, text: &'t Text) -> Vec<&'t Quote> {
    let all: Vec<&Quote> = text.quotes.iter().filter(|quote| quote.depth == 0).collect();
    let taken_up = |at: usize| {
        all.get(at + 1).is_some_and(|next| {
            let between = all[at].span.end..next.span.start;
            article.text.get(between).is_some_and(|between| between.trim().is_empty())
        })
    };
    (0..all.len()).filter(|&at| all[at].closed || taken_up(at)).map(|at| all[at]).collect()
}

/// Sentences that one quotation holds together; most often just one sentence.
#[derive(Debug, Clone)]
pub(super) struct Stretch {
    pub words: Range<usize>,
    pub block: usize,
    pub kind: BlockKind,
}

/// An article, read.
#[derive(Debug)]
pub(super) struct Reading<'a> {
    pub text: &'a str,
    pub lexicon: &'static Lexicon,
    pub words: Vec<Word>,
    pub quotes: Vec<Quoted>,
    pub stretches: Vec<Stretch>,
}

impl<'a> Reading<'a> {
    /// The longest stretch, in words outside quotations.
    const LONGEST: usize = 600;

    pub fn new(article: &'a Article, text: &Text) -> Self {
        let lexicon = Lexicon::of(article.language);
        let mut reading = Self {
            text: &article.text,
            lexicon,
            words: Vec::with_capacity(text.tokens.len() + text.tokens.len() / 16),
            quotes: Vec::new(),
            stretches: Vec::new(),
        };
        let outer = outer_quotes(article, text);
        let mut next = 0;
        for token in &text.tokens {
            while outer.get(next).is_some_and(|quote| quote.span.end <= token.span.start) {
                next += 1;
            }
            let inside = outer.get(next).filter(|quote| quote.span.contains(token.span.start));
            let quote = inside.map(|quote| {
                if reading.quotes.last().is_none_or(|last| last.span != quote.span) {
                    let first = reading.words.len();
                    reading.quotes.push(Quoted { span: quote.span, first, end: first });
                }
                reading.quotes.len() - 1
            });
            reading.push(token.span, token.kind, quote);
            if let Some(quote) = quote {
                reading.quotes[quote].end = reading.words.len();
            }
        }
        reading.cut(article, text);
        reading
    }

    /// Adds a token's words: one, or a verb and the pronoun that an inversion hangs behind it.
    fn push(&mut self, span: Span, kind: TokenKind, quote: Option<usize>) {
        let written = span.of(self.text);
        if kind == TokenKind::Word && !self.lexicon.english {
            let lower = written.to_lowercase();
            if let Some(pronoun) = ["ils", "elles", "il", "elle", "on"]
                .into_iter()
                .find(|pronoun| lower.strip_suffix(pronoun).is_some_and(|verb| verb.ends_with('-')))
            {
                let at = span.end - pronoun.len();
                let verb = lower[..lower.len() - pronoun.len()].trim_end_matches('-');
                let verb = verb.strip_suffix("-t").unwrap_or(verb);
                if !verb.is_empty() && verb != "t" && self.text.is_char_boundary(at) {
                    let end = span.start + written.len().min(verb.len());
                    self.add(Span::new(span.start, end), kind, quote, false);
                }
                self.add(Span::new(at, span.end), kind, quote, true);
                return;
            }
            if matches!(lower.as_str(), "-t" | "-t-") {
                return;
            }
        }
        self.add(span, kind, quote, false);
    }

    fn add(&mut self, span: Span, kind: TokenKind, quote: Option<usize>, inverted: bool) {
        let written = span.of(self.text);
        if written == "." && self.abbreviates(span) || kind == TokenKind::Word && self.compounds(span) {
            return;
        }
        let mut low = written.to_lowercase();
        if low.contains('’') {
            low = low.replace('’', "'");
        }
        let classes = if kind == TokenKind::Number { 0 } else { self.lexicon.classes(&low) };
        let capital = written.chars().next().is_some_and(char::is_uppercase);
        self.words.push(Word { span, low, classes, capital, kind, inverted, quote });
    }

    /// Whether the stop at `span` belongs to the title before it (`M.`, `Dr.`), which takes it then.
    fn abbreviates(&mut self, span: Span) -> bool {
        let lexicon = self.lexicon;
        let Some(last) = self.words.last_mut().filter(|last| last.span.end == span.start) else {
            return false;
        };
        let with_stop = format!("{}.", last.low);
        let title = last.capital && lexicon.classes(&with_stop) & class::TITLE != 0;
        if title {
            last.span = Span::new(last.span.start, span.end);
            last.low = with_stop;
        }
        title
    }

    /// Whether the word at `span` is the rest of a compound that opens with a number, `22-year-old`, which
    /// takes it then.
    fn compounds(&mut self, span: Span) -> bool {
        let [.., number, hyphen] = self.words.as_slice() else { return false };
        let joined = self.lexicon.english
            && hyphen.low == "-"
            && number.kind == TokenKind::Number
            && number.span.end == hyphen.span.start
            && hyphen.span.end == span.start;
        if joined {
            self.words.pop();
            if let Some(last) = self.words.last_mut() {
                last.span = Span::new(last.span.start, span.end);
                last.low = last.span.of(self.text).to_lowercase();
                last.kind = TokenKind::Word;
            }
        }
        joined
    }

    /// Groups the words by sentences, and sentences by the quotations that run over them.
    fn cut(&mut self, article: &Article, text: &Text) {
        for sentence in &text.sentences {
            let first = self.words.partition_point(|word| word.span.start < sentence.span.start);
            let end = self.words.partition_point(|word| word.span.start < sentence.span.end);
            let Some(kind) = article.blocks.get(sentence.block).map(|block| block.kind) else { continue };
            if first >= end {
                continue;
            }
            let joined = self
                .stretches
                .last()
                .is_some_and(|last| last.block == sentence.block && self.joined(last.words.end, first));
            if let Some(last) = self.stretches.last_mut().filter(|_| joined) {
                last.words.end = end;
                continue;
            }
            // No writer's sentence is that long. Cut up, a hostile one takes linear time.
            let mut from = first;
            while end - from > Self::LONGEST {
                let limit = from + Self::LONGEST;
                let Some(cut) = (limit..end).find(|&at| self.words[at].quote.is_none()) else { break };
                self.stretches.push(Stretch { words: from..cut, block: sentence.block, kind });
                from = cut;
            }
            if from < end {
                self.stretches.push(Stretch { words: from..end, block: sentence.block, kind });
            }
        }
    }

    /// Whether a sentence that ends before `end` goes on at `first`: inside one quotation, or with
    /// the words that attribute it (`« … ? », a demandé X`).
    fn joined(&self, end: usize, first: usize) -> bool {
        let (Some(last), Some(next)) =
            (end.checked_sub(1).and_then(|at| self.words.get(at)), self.words.get(first))
        else {
            return false;
        };
        if last.quote.is_some() && last.quote == next.quote {
            return true;
        }
        // `Qui paiera ? demande la maire` goes on as well: a sentence does not begin with a small letter.
        let asked = last.quote.is_some() || matches!(last.low.as_str(), "?" | "!");
        let small = next.is_word() && !next.capital && next.quote.is_none();
        (last.quote.is_some() && next.low == ",") || (asked && small)
    }

    pub fn word(&self, at: usize) -> Option<&Word> {
        self.words.get(at)
    }

    pub fn low(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| word.low.as_str())
    }

    pub fn is(&self, at: usize, classes: u64) -> bool {
        self.words.get(at).is_some_and(|word| word.is(classes))
    }

    /// Whether a capitalised word of no closed class stands at `at`, as names are made of.
    pub fn is_name(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| word.capital && word.is_open() && word.quote.is_none())
    }

    /// How many words the adverbial phrase at `at` has, 0 where none stands there: `pour sa part`.
    pub fn adverbial(&self, at: usize) -> usize {
        self.lexicon.adverbial(self.low(at), |offset| self.low(at + offset))
    }

    /// The bytes that a range of words covers.
    pub fn span(&self, words: &Range<usize>) -> Span {
        match (self.words.get(words.start), words.end.checked_sub(1).and_then(|at| self.words.get(at))) {
            (Some(first), Some(last)) if words.start < words.end => {
                Span::new(first.span.start, last.span.end)
            }
            _ => Span::default(),
        }
    }

    /// The quotation that opens at word `at`.
    pub fn quote_at(&self, at: usize) -> Option<&Quoted> {
        let quote = self.quotes.get(self.words.get(at)?.quote?)?;
        (quote.first == at).then_some(quote)
    }

    /// The quotation that closes right before word `at`.
    pub fn quote_before(&self, at: usize) -> Option<&Quoted> {
        let quote = self.quotes.get(self.words.get(at.checked_sub(1)?)?.quote?)?;
        (quote.end == at).then_some(quote)
    }

    /// How many words stand in `range`, punctuation not counted.
    pub fn count(&self, range: Range<usize>) -> usize {
        self.words.get(range).unwrap_or_default().iter().filter(|word| word.is_word()).count()
    }
}
