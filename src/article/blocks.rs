//! Cuts a page into blocks: the article, and the noise around it.
//!
//! A line is first cut where something is glued to it ([`split`]), then judged by its own words
//! ([`local`], with the cues of `assets/lang/{fr,en}/noise.toml`), then held against what was printed
//! before ([`duplicates`]), and last by where it stands ([`place`]). Noise is marked and never cut
//! out. A new kind of noise is a cue in the tables where its words give it away, a function in
//! [`local`] where its form does, and one in [`place`] where only its neighbours do.

use super::{Block, BlockKind, Span};

pub(super) mod cues;
mod duplicates;
mod local;
mod pieces;
mod place;
mod split;

/// Cuts `text` from byte `from` on, where its front matter ends, into blocks that cover all of it but
/// white space, in order and without overlap. Takes time in proportion to the text's length.
pub fn cut(text: &str, from: usize) -> Vec<Block> {
    let mut blocks = Vec::new();
    let front = Span::new(0, from).trimmed(text);
    if !front.is_empty() {
        blocks.push(Block { kind: BlockKind::Navigation, span: front });
    }
    let mut pieces = split::split(text, pieces::cut(text, from));
    pieces.retain(|piece| !piece.span.is_empty());
    let mut first = true;
    for piece in &mut pieces {
        if piece.open() {
            piece.kind = local::kind(piece.span.of(text), first);
            first &= piece.kind.is_some();
        }
    }
    let mut pieces = duplicates::mark(text, pieces);
    place::settle(text, &mut pieces);
    blocks.extend(
        pieces
            .into_iter()
            .map(|piece| Block { kind: piece.kind.unwrap_or(BlockKind::Paragraph), span: piece.span }),
    );
    blocks
}

/// The paragraphs of `text` from byte `from` on, as blocks that nothing looks into.
pub fn unanalysed(text: &str, from: usize) -> impl Iterator<Item = Block> {
    pieces::cut(text, from).into_iter().map(|piece| Block { kind: BlockKind::Unanalysed, span: piece.span })
}

#[cfg(test)]
mod tests;
