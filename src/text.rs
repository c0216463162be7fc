//! The text of an article, cut into tokens, sentences and quotations, and how text is folded,
//! measured and wrapped anywhere in the program.

use crate::article::{Article, Span};
use crate::lang::Language;

pub mod fold;
pub mod quotes;
pub mod sentences;
pub mod tokens;
pub mod visible;
pub mod width;
pub mod wrap;

pub use fold::{Folded, fold};
pub use quotes::Quote;
pub use sentences::Sentence;
pub use tokens::{Token, TokenKind};

/// An article's text, cut up. All spans are over [`Article::text`].
#[derive(Debug, Clone, Default)]
pub struct Text {
    /// Every token of the article, noise included, in order.
    pub tokens: Vec<Token>,
    /// The sentences of the blocks that are not noise, in order; these are the passages that get
    /// aligned.
    pub sentences: Vec<Sentence>,
    /// Every marked quotation, paired per block, outer before inner, in order of their openings.
    pub quotes: Vec<Quote>,
}

impl Text {
    /// Cuts up `article`, whose language must have been told already.
    pub fn read(article: &Article) -> Self {
        let mut tokens = Vec::new();
        let mut quotes = Vec::new();
        let mut sentences = Vec::new();
        let language = article.language.unwrap_or(Language::French);
        for (index, block) in article.blocks.iter().enumerate() {
            tokens::cut(&article.text, block.span, language, &mut tokens);
            let first = quotes.len();
            quotes::pair(&article.text, block.span, &mut quotes);
            if !block.kind.is_noise() {
                sentences::cut(&article.text, block, index, language, &quotes[first..], &mut sentences);
            }
        }
        Self { tokens, sentences, quotes }
    }

    /// The tokens that lie wholly inside `span`.
    pub fn tokens_in(&self, span: Span) -> &[Token] {
        let from = self.tokens.partition_point(|token| token.span.start < span.start);
        let to = self.tokens.partition_point(|token| token.span.end <= span.end);
        self.tokens.get(from..to).unwrap_or_default()
    }

    /// The index of the sentence that holds `byte`, if one does.
    pub fn sentence_at(&self, byte: usize) -> Option<usize> {
        let index = self.sentences.partition_point(|sentence| sentence.span.end <= byte);
        self.sentences.get(index).filter(|sentence| sentence.span.contains(byte)).map(|_| index)
    }
}

/// Tells the language of an article from its body, when there is enough of it.
pub fn language_of(article: &Article) -> Option<Language> {
    let mut body = String::new();
    for block in article.body() {
        body.push_str(block.span.of(&article.text));
        body.push('\n');
    }
    match whatlang::detect_lang(&body)? {
        whatlang::Lang::Fra => Some(Language::French),
        whatlang::Lang::Eng => Some(Language::English),
        other => Some(Language::Other(other.code())),
    }
}
