//! Byte offsets to code points, the unit of the JSON contract.

use serde::Serialize;

use crate::article::Span;

/// A half-open range of Unicode code points over an article's text.
#[derive(Debug, Serialize, Clone, Copy, PartialEq, Eq)]
pub struct Offsets {
    start: usize,
    end: usize,
}

/// Turns byte offsets of one article into code points without counting from the start each time.
#[derive(Debug)]
pub struct CodePoints {
    /// The code points before every 64th byte.
    marks: Vec<usize>,
}

impl CodePoints {
    const STEP: usize = 64;

    /// Counts through `text` once.
    pub fn new(text: &str) -> Self {
        let mut marks = Vec::with_capacity(text.len() / Self::STEP + 1);
        let mut count = 0;
        for chunk in text.as_bytes().chunks(Self::STEP) {
            marks.push(count);
            count += started(chunk);
        }
        // The place after the last byte is asked for too.
        marks.push(count);
        Self { marks }
    }

    /// The code points before `byte` of `text`, the text that was counted.
    pub fn at(&self, text: &str, byte: usize) -> usize {
        let byte = byte.min(text.len());
        let mark = byte / Self::STEP;
        let before = self.marks.get(mark).copied().unwrap_or_default();
        before + started(text.as_bytes().get(mark * Self::STEP..byte).unwrap_or_default())
    }

    /// `span` of `text` in code points.
    pub fn span(&self, text: &str, span: Span) -> Offsets {
        Offsets { start: self.at(text, span.start), end: self.at(text, span.end) }
    }
}

/// How many code points start in `bytes`.
fn started(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&byte| byte & 0xC0 != 0x80).count()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn every_boundary_counts_as_chars_do(text in ".{0,200}") {
            let points = CodePoints::new(&text);
            for (count, (byte, _)) in text.char_indices().chain([(text.len(), ' ')]).enumerate() {
                prop_assert_eq!(points.at(&text, byte), count);
            }
        }
    }

    #[test]
    fn a_text_of_whole_steps_has_an_end() {
        let text = "é".repeat(64);
        assert_eq!(CodePoints::new(&text).at(&text, 128), 64);
    }
}
