//! An article's body as the actor stage sees it: folded words with their case and place.

use std::collections::HashMap;

use crate::article::{Article, BlockKind, Span};
use crate::lang::Language;
use crate::text::{Text, Token, TokenKind, fold, tokens};

/// How a token is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// No capital at its start, or a script that has none.
    Lower,
    /// One capital at its start.
    Capital,
    /// Two letters or more, all of them capitals.
    Upper,
    /// Digits.
    Number,
    /// A quotation mark.
    Mark,
    /// Other punctuation.
    Stop,
}

/// A token of the body.
#[derive(Debug, Clone)]
pub(super) struct Word {
    /// Where it stands, in bytes of the article's text.
    pub span: Span,
    /// Folded: lower case, no accents.
    pub fold: String,
    /// How it is written.
    pub shape: Shape,
    /// Whether its capital may be due to its place: first in a sentence, a quotation, a clause.
    pub initial: bool,
    /// Whether nothing but spaces parts it from the word before, in the same sentence.
    pub joined: bool,
    /// Whether its sentence is written in capitals, or gives a capital to most words.
    pub loud: bool,
    /// Whether its sentence starts with it.
    pub first: bool,
}

impl Word {
    /// Whether it starts with a capital.
    pub fn is_capital(&self) -> bool {
        matches!(self.shape, Shape::Capital | Shape::Upper)
    }

    /// Whether it is a word at all.
    pub fn is_word(&self) -> bool {
        matches!(self.shape, Shape::Lower | Shape::Capital | Shape::Upper)
    }
}

/// The body of one article.
#[derive(Debug, Clone)]
pub(super) struct Body {
    /// Its language, French where it is not English.
    pub language: Language,
    /// Every token of its sentences, in order, and then of its captions.
    pub words: Vec<Word>,
    /// How many of them are the article itself; the captions behind them say who is in the picture, and
    /// are no evidence.
    pub own: usize,
    /// Whether it is written without any capital.
    pub small: bool,
}

impl Body {
    /// Reads the sentences of `article`; noise blocks have none.
    pub fn read(article: &Article, text: &Text) -> Self {
        let language = match article.language {
            Some(Language::English) => Language::English,
            _ => Language::French,
        };
        let mut words = Vec::new();
        for sentence in &text.sentences {
            push_words(&article.text, text.tokens_in(sentence.span), language, &mut words);
        }
        let own = words.len();
        let small = words.iter().any(Word::is_word) && !words.iter().any(Word::is_capital);
        for block in article.blocks.iter().filter(|block| block.kind == BlockKind::Caption) {
            push_words(&article.text, text.tokens_in(block.span), language, &mut words);
        }
        Self { language, words, own, small }
    }

    /// The span from the word at `from` to the one before `to`.
    pub fn span(&self, from: usize, to: usize) -> Span {
        match (self.words.get(from), self.words.get(to.saturating_sub(1))) {
            (Some(first), Some(last)) => first.span.join(last.span),
            _ => Span::default(),
        }
    }

    /// The folded word at `at`, where it is joined to the one before.
    pub fn next(&self, at: usize) -> &str {
        self.words.get(at).filter(|word| word.joined).map_or("", |word| word.fold.as_str())
    }

    /// The folded word `back` places before `at`, joined or not; empty beyond the start.
    pub fn before(&self, at: usize, back: usize) -> &str {
        at.checked_sub(back).and_then(|at| self.words.get(at)).map_or("", |word| word.fold.as_str())
    }
}

/// Adds the words of one sentence.
fn push_words(text: &str, tokens: &[Token], language: Language, words: &mut Vec<Word>) {
    let from = words.len();
    let mut initial = true;
    let mut end = None;
    for token in tokens {
        let written = token.span.of(text);
        let shape = shape_of(written, token.kind);
        words.push(Word {
            span: token.span,
            fold: fold(written),
            shape,
            initial,
            joined: end.is_some_and(|end| is_gap(Span::new(end, token.span.start).of(text))),
            loud: false,
            first: end.is_none(),
        });
        end = Some(token.span.end);
        initial = match shape {
            Shape::Mark => true,
            Shape::Stop => initial || BREAKS.contains(&written),
            _ => false,
        };
    }
    mark_loud(&mut words[from..], language);
}

/// Punctuation behind which a capital may be due to its place.
const BREAKS: [&str; 13] = [":", "–", "—", "•", ".", "!", "?", "|", "/", "[...]", "...", "…", "*"];

fn is_gap(gap: &str) -> bool {
    gap.chars().all(|c| c.is_whitespace() && c != '\n')
}

fn shape_of(written: &str, kind: TokenKind) -> Shape {
    match kind {
        TokenKind::Number => Shape::Number,
        TokenKind::Mark => Shape::Mark,
        TokenKind::Punctuation => Shape::Stop,
        TokenKind::Word => {
            let mut letters = written.chars().filter(|c| c.is_alphabetic());
            let first = letters.next().is_some_and(char::is_uppercase);
            let rest = letters.clone().count();
            let first = first || has_article(written);
            if first && rest > 0 && letters.all(char::is_uppercase) {
                Shape::Upper
            } else if first {
                Shape::Capital
            } else {
                Shape::Lower
            }
        }
    }
}

/// Whether an Arabic article or preposition stands small before a capital (`al-Bachiri`, `ez-Zohra`).
fn has_article(written: &str) -> bool {
    written.split_once('-').is_some_and(|(article, name)| {
        (2..=3).contains(&article.len())
            && article.is_ascii()
            && (article.starts_with(['a', 'e', 'u']) || article == "il")
            && name.chars().next().is_some_and(char::is_uppercase)
    })
}

/// The capitals of a sentence in capitals prove nothing, nor do those of an English title that gives
/// one to every long word. A sentence full of names is neither: French ones are told by capitals
/// throughout, English ones are short and hold no comma.
fn mark_loud(sentence: &mut [Word], language: Language) {
    let long = |word: &&Word| word.is_word() && word.fold.len() > 3;
    let all = sentence.iter().filter(long).count();
    let capital = sentence.iter().filter(long).filter(|word| word.is_capital()).count();
    let shouted = sentence.iter().filter(long).filter(|word| word.shape == Shape::Upper).count();
    let titled = language.is_english()
        && (5..15).contains(&all)
        && capital * 10 >= all * 8
        && !sentence.iter().any(|word| word.fold == ",");
    if titled || all >= 2 && shouted * 10 >= all * 8 {
        for word in sentence {
            word.loud = true;
        }
    }
}

/// Folds a phrase of a table into words, cut as an article of that language is.
pub(super) fn fold_phrase(phrase: &str, language: Language) -> Vec<String> {
    let mut cut = Vec::new();
    tokens::cut(phrase, Span::new(0, phrase.len()), language, &mut cut);
    cut.iter().map(|token| fold(token.span.of(phrase))).collect()
}

/// How often each word of the dossier is written small, and with a capital that its place does not
/// explain.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    counts: HashMap<String, (u32, u32)>,
}

impl Vocabulary {
    /// Counts the words of all bodies.
    pub fn new(bodies: &[Body]) -> Self {
        let mut vocabulary = Self::default();
        let words = bodies.iter().flat_map(|body| &body.words[..body.own]);
        for word in words.filter(|word| word.is_word() && !word.loud) {
            if word.is_capital() && word.initial {
                continue;
            }
            let entry = match vocabulary.counts.get_mut(&word.fold) {
                Some(entry) => entry,
                None => vocabulary.counts.entry(word.fold.clone()).or_default(),
            };
            if word.is_capital() {
                entry.1 += 1;
            } else {
                entry.0 += 1;
            }
        }
        vocabulary
    }

    /// How often `word` is written small.
    pub fn small(&self, word: &str) -> u32 {
        self.counts.get(word).map_or(0, |count| count.0)
    }

    /// How often `word` has a capital of its own.
    pub fn capital(&self, word: &str) -> u32 {
        self.counts.get(word).map_or(0, |count| count.1)
    }
}
