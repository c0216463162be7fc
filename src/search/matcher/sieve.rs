//! A quick look ahead of the costly scoring: could scattered letters be meant here at all?
//!
//! Scoring fills a matrix of term by text; over 50,000 titles that is a second's work for nothing,
//! since most titles hold most letters somewhere. The sieve runs once over the text with one bit per
//! letter of the term (Baeza-Yates and Gonnet's bit-parallel automaton), and lets through what
//! [`super::scattered::meant`] may accept: from a word's start, with a letter in every longer word passed.

use super::SMALL_WORD;

/// Which letters of the term, one bit each, a byte stands for.
pub(super) struct Sieve {
    places: Box<[u64; 256]>,
    done: u64,
}

impl Sieve {
    /// For a term of at most [`super::SHORT_TERM`] bytes.
    pub fn new(text: &str) -> Self {
        let mut places = Box::new([0; 256]);
        for (at, byte) in text.bytes().enumerate() {
            places[byte as usize] |= 1 << at;
        }
        Self { places, done: 1 << text.len() }
    }

    /// Whether scoring `plain` is worth it; a no is certain.
    pub fn lets_through(&self, text: &str, plain: &str) -> bool {
        self.in_passing(plain) || two_ends(text, plain)
    }

    fn in_passing(&self, plain: &str) -> bool {
        // Bit n: the first n letters are matched. `before` when this word began, `here` inside it.
        let (mut before, mut here) = (0u64, 0u64);
        let mut length = 0;
        let mut strange = false;
        for byte in plain.bytes() {
            let wanted = self.places[byte as usize];
            if byte.is_ascii() && !byte.is_ascii_alphanumeric() {
                // A word ends. A longer one that gave no letter may not be passed over.
                before = if length > SMALL_WORD && !strange { here } else { before | here };
                before |= (before & wanted) << 1;
                (here, length, strange) = (0, 0, false);
            } else {
                let starts = length == 0 || strange;
                here |= ((before | here | u64::from(starts)) & wanted) << 1;
                length += 1;
                // Beyond ASCII a byte may be a letter or a mark: it is given the benefit.
                strange |= !byte.is_ascii();
            }
            if (before | here) & self.done != 0 {
                return true;
            }
        }
        false
    }
}

/// Whether the text holds the first and the last letters of a term, as two long pieces would.
fn two_ends(text: &str, plain: &str) -> bool {
    let first = text.get(..SMALL_WORD);
    let last = text.len().checked_sub(SMALL_WORD).and_then(|at| text.get(at..));
    match (first, last) {
        (Some(first), Some(last)) if text.len() >= 2 * SMALL_WORD => {
            plain.contains(first) && plain.contains(last)
        }
        // Cut through a letter beyond ASCII: no certain answer.
        (None, _) | (_, None) => text.len() >= 2 * SMALL_WORD,
        _ => false,
    }
}
