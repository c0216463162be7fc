//! Quotation marks of every style, paired block by block.

use crate::article::Span;

/// A stretch of text between quotation marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quote {
    /// From the opening mark to the closing one, both included, in bytes.
    pub span: Span,
    /// What stands between them, without the marks and the spaces that belong to them.
    pub inner: Span,
    /// How many quotations it stands in: 0 for an outer one.
    pub depth: u8,
    /// Whether the closing mark was found; where it was not, the quotation ends with its block.
    pub closed: bool,
}

/// Pairs the marks of the part of `text` under `span` and appends what they enclose to `quotes`.
pub fn pair(text: &str, span: Span, quotes: &mut Vec<Quote>) {
    let mut open: Option<usize> = None;
    for (at, c) in span.of(text).char_indices() {
        let at = span.start + at;
        if !matches!(c, '"' | '«' | '»' | '“' | '”' | '„') {
            continue;
        }
        match open.take() {
            None => open = Some(at),
            Some(start) => {
                let end = at + c.len_utf8();
                let width = text.get(start..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
                quotes.push(Quote {
                    span: Span::new(start, end),
                    inner: Span::new(start + width, at).trimmed(text),
                    depth: 0,
                    closed: true,
                });
            }
        }
    }
}
