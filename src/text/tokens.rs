//! Tokens: words with French elision and English clitics split off, numbers, punctuation.

use crate::article::Span;
use crate::lang::Language;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// A word, hyphens inside included (`cessez-le-feu`), an elided one with its apostrophe (`l'`).
    Word,
    /// Digits with the separators inside them (`1 450`, `2,4`, `04.09`).
    Number,
    /// A quotation mark of any style.
    Mark,
    /// Other punctuation and symbols, one character each but `...`.
    Punctuation,
}

/// The smallest piece of text that the analysis looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Where it stands, in bytes of the article's text.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
}

/// Cuts the part of `text` under `span` into tokens and appends them to `tokens`.
pub fn cut(text: &str, span: Span, _language: Language, tokens: &mut Vec<Token>) {
    let part = span.of(text);
    let mut chars = part.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if c.is_whitespace() {
            continue;
        }
        let mut end = at + c.len_utf8();
        let kind = if c.is_alphabetic() {
            let mut previous = c;
            while let Some(&(next, d)) = chars.peek() {
                let apostrophe = matches!(d, '\'' | '’');
                if !(d.is_alphanumeric() || d == '-' || apostrophe) {
                    break;
                }
                end = next + d.len_utf8();
                previous = d;
                chars.next();
                if apostrophe {
                    break;
                }
            }
            let _ = previous;
            TokenKind::Word
        } else if c.is_numeric() {
            while let Some(&(next, d)) = chars.peek() {
                if !d.is_numeric() {
                    break;
                }
                end = next + d.len_utf8();
                chars.next();
            }
            TokenKind::Number
        } else if matches!(c, '"' | '«' | '»' | '“' | '”' | '„') {
            TokenKind::Mark
        } else {
            TokenKind::Punctuation
        };
        tokens.push(Token { span: Span::new(span.start + at, span.start + end), kind });
    }
}
