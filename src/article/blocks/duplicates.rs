//! Sentences and paragraphs that are printed a second time in the same article.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::local::words;
use super::pieces::Piece;
use crate::article::plain::plain;
use crate::article::{BlockKind, Span};

/// The fewest words that are no coincidence when they come again.
const FEWEST: usize = 7;

/// Marks what was printed before; a paragraph of which only a part was is split.
pub fn mark(text: &str, pieces: Vec<Piece>) -> Vec<Piece> {
    let mut seen = HashSet::new();
    let mut out = Vec::with_capacity(pieces.len());
    for piece in pieces {
        if !piece.open() {
            out.push(piece);
            continue;
        }
        // The sentences of one piece, joined where neighbours are alike in having been printed or not.
        let mut runs: Vec<(Span, bool)> = Vec::new();
        for sentence in sentences(text, piece.span) {
            let folded = plain(sentence.of(text));
            let again = words(&folded) >= FEWEST && !seen.insert(key(&folded));
            match runs.last_mut() {
                Some((span, same)) if *same == again => *span = span.join(sentence),
                _ => runs.push((sentence, again)),
            }
        }
        for (at, (span, again)) in runs.into_iter().enumerate() {
            let kind = again.then_some(BlockKind::Duplicate);
            out.push(Piece { span, kind, gap: piece.gap && at == 0, glued: piece.glued || at > 0 });
        }
    }
    out
}

fn key(folded: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    folded.trim_matches(|c: char| !c.is_alphanumeric()).hash(&mut hasher);
    hasher.finish()
}

/// The sentences of a piece, cut wherever one may end; cutting too often does no harm, since the
/// parts are joined again.
fn sentences(text: &str, span: Span) -> Vec<Span> {
    let part = span.of(text);
    let mut sentences = Vec::new();
    let mut start = span.start;
    let mut ended = false;
    for (at, c) in part.char_indices() {
        if c.is_whitespace() {
            if ended {
                sentences.push(Span::new(start, span.start + at).trimmed(text));
                start = span.start + at;
                ended = false;
            }
        } else {
            ended = matches!(c, '.' | '!' | '?' | '…') || (ended && matches!(c, '"' | '»' | '”' | ')'));
        }
    }
    sentences.push(Span::new(start, span.end).trimmed(text));
    sentences.retain(|sentence| !sentence.is_empty());
    sentences
}
