//! Sentences, which are the passages that get aligned.

use super::Quote;
use crate::article::{Block, Span};
use crate::lang::Language;

/// A sentence of the article's body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands, in bytes, without white space around it.
    pub span: Span,
    /// The index of its block in [`crate::article::Article::blocks`].
    pub block: usize,
}

/// Cuts a block into sentences and appends them to `sentences`; `quotes` are the block's own.
pub fn cut(
    text: &str,
    block: &Block,
    index: usize,
    _language: Language,
    _quotes: &[Quote],
    sentences: &mut Vec<Sentence>,
) {
    let mut start = block.span.start;
    let part = block.span.of(text);
    for (at, _) in part.match_indices(". ") {
        let end = block.span.start + at + 1;
        let span = Span::new(start, end).trimmed(text);
        if !span.is_empty() {
            sentences.push(Sentence { span, block: index });
        }
        start = end;
    }
    let span = Span::new(start, block.span.end).trimmed(text);
    if !span.is_empty() {
        sentences.push(Sentence { span, block: index });
    }
}
