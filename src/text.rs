//! The text of an article, cut into tokens, sentences and quotations, and how text is folded,
//! measured and wrapped anywhere in the program.

use crate::article::{Article, Block, BlockKind, Span};
use crate::lang::Language;

pub mod difference;
pub mod fold;
pub mod language;
pub mod quotes;
pub mod sentences;
pub mod tokens;
pub mod visible;
pub mod width;
pub mod wrap;

pub use fold::{Folded, fold};
pub use language::language_of;
pub use quotes::Quote;
pub use sentences::Sentence;
pub use tokens::{Token, TokenKind};

/// An article's text, cut up. All spans are over [`Article::text`].
#[derive(Debug, Clone, Default)]
pub struct Text {
    /// Every token of what is analysed of the article, noise included, in order.
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
        let analysed = |(_, block): &(usize, &Block)| block.kind != BlockKind::Unanalysed;
        for (index, block) in article.blocks.iter().enumerate().filter(analysed) {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Decoded;

    fn article(text: String) -> Article {
        let decoded = Decoded { text, encoding: String::new() };
        Article::read("a".into(), "a".into(), None, decoded)
    }

    fn text_of(text: String) -> (Article, Text) {
        let article = article(text);
        let text = Text::read(&article);
        (article, text)
    }

    #[test]
    fn the_sentence_under_a_byte_is_found() {
        let body =
            "Le pont a cédé hier soir. Personne ne passait, a dit Anne Roussel, qui dirige les secours.";
        let (article, text) = text_of(format!("{body}\n"));
        let index = text.sentence_at(body.find("Personne").unwrap_or_default()).unwrap();
        assert!(text.sentences[index].span.of(&article.text).starts_with("Personne"));
        assert_eq!(text.sentence_at(article.text.len() + 5), None);
    }

    #[test]
    fn the_tokens_of_a_span_lie_wholly_inside() {
        let (article, text) = text_of("Le pont a cédé hier.".into());
        let words: Vec<_> =
            text.tokens_in(Span::new(1, 10)).iter().map(|token| token.span.of(&article.text)).collect();
        assert_eq!(words, ["pont", "a"]);
    }

    #[test]
    fn hostile_lines_are_read_in_one_go() {
        for unit in [
            "a", " ", ".", ". «", "M. ", "« ", "\"", "'", "1 ", "1.", "a'", "a-", "(", "\u{301}", "www.",
            "a@", "é…", "?\" ",
        ] {
            let length = 60_000;
            let (article, text) = text_of(unit.repeat(length / unit.len()));
            assert!(text.tokens.iter().all(|token| token.span.end <= article.text.len()), "{unit}");
        }
    }
}
