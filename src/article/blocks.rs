//! Cuts a page into blocks and tells the article from the noise around it.

use super::{Block, BlockKind, Span};

/// Cuts `text` into blocks; they cover all of it but white space.
pub fn cut(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let span = Span::new(start, start + line.len()).trimmed(text);
        start += line.len();
        if span.is_empty() {
            continue;
        }
        let kind = if blocks.is_empty() { BlockKind::Headline } else { BlockKind::Paragraph };
        blocks.push(Block { kind, span });
    }
    blocks
}
