//! The lists behind the tagger: to which clusters a French word belongs, and which phrases name places
//! or are first names.
//!
//! Both are built by `tools/` from public data and kept as hashes, since a list is only ever asked
//! whether it holds a word: eight bytes for a word with its four clusters, five for a phrase.

use super::features::hash;
use super::table::{Hashes, ModelError, Reader};
use crate::article::Span;
use crate::lang::Language;
use crate::text::tokens;

/// How many clusters there are at each of the four levels, as powers of two.
pub const LEVELS: [u32; 4] = [5, 7, 9, 11];

/// On which lists a word stands, alone or as the first or a later word of a phrase: three bits a list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Marks(u64);

impl Marks {
    /// Adds list `list` for the word `inside` a phrase of `length` words.
    pub fn add(&mut self, list: u32, length: usize, inside: usize) {
        let role = if length == 1 { 0 } else { 1 + u32::from(inside > 0) };
        self.0 |= 1 << (list * 3 + role);
    }

    /// The numbers of the bits that are set.
    pub fn bits(self) -> impl Iterator<Item = u64> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            let bit = (rest != 0).then(|| u64::from(rest.trailing_zeros()))?;
            rest &= rest - 1;
            Some(bit)
        })
    }

    /// All of them as one number.
    pub fn number(self) -> u64 {
        self.0
    }

    /// Whether it stands on none.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }
}

/// Word clusters and gazetteer.
#[derive(Debug, Clone, Default)]
pub struct Lexicon {
    words: Hashes,
    clusters: Vec<u32>,
    phrases: Hashes,
    labels: Vec<u8>,
}

impl Lexicon {
    /// As many words as a phrase of the gazetteer has at most.
    pub const LONGEST: usize = 6;

    /// The bit in a phrase's labels that says that a longer phrase begins with it.
    pub const GOES_ON: u8 = 1 << 7;

    /// Reads the two lists as `tools/` wrote them.
    ///
    /// # Errors
    ///
    /// Says which of them is damaged, and how to rebuild it.
    pub fn read(words: &[u8], phrases: &[u8]) -> Result<Self, ModelError> {
        let mut reader = Reader::new("words.bin", words)?;
        let count = reader.count()?;
        let words = reader.hashes(count)?;
        let clusters = reader.u32s(count)?;
        reader.end()?;
        let mut reader = Reader::new("phrases.bin", phrases)?;
        let count = reader.count()?;
        let phrases = reader.hashes(count)?;
        let labels = reader.bytes(count)?.to_vec();
        reader.end()?;
        Ok(Self { words, clusters, phrases, labels })
    }

    /// The hash by which a word of the cluster list is found.
    pub fn key_of_word(word: &str) -> u32 {
        key(hash(word.chars()))
    }

    /// The hashes by which a phrase of the gazetteer, and every phrase it begins with, is found; none where
    /// it is too long.
    pub fn keys_of_phrase(phrase: &str) -> Vec<u32> {
        let mut cut = Vec::new();
        tokens::cut(phrase, Span::new(0, phrase.len()), Language::French, &mut cut);
        if cut.len() > Self::LONGEST {
            return Vec::new();
        }
        let words = cut.iter().map(|token| hash(token.span.of(phrase).chars()));
        words
            .scan(0, |so_far, word| {
                *so_far = joined(*so_far, word);
                Some(key(*so_far))
            })
            .collect()
    }

    /// A word's clusters in one number, as the file holds them.
    pub fn pack(clusters: [u16; 4]) -> u32 {
        clusters.iter().zip(LEVELS).fold(0, |packed, (cluster, bits)| packed << bits | u32::from(*cluster))
    }

    /// The clusters of the word with this hash, from few to many.
    pub(super) fn clusters(&self, word: u64) -> Option<[u16; 4]> {
        let mut packed = *self.clusters.get(self.words.find(key(word))?)?;
        let mut clusters = [0; 4];
        for (cluster, bits) in clusters.iter_mut().zip(LEVELS).rev() {
            *cluster = (packed & ((1 << bits) - 1)) as u16;
            packed >>= bits;
        }
        Some(clusters)
    }

    /// Calls `found` with the length and labels of every phrase that begins with the first of `words`,
    /// given by their hashes.
    pub(super) fn matches(&self, words: &[u64], mut found: impl FnMut(usize, u8)) {
        let mut so_far = 0;
        for (at, word) in words.iter().take(Self::LONGEST).enumerate() {
            so_far = joined(so_far, *word);
            let Some(labels) = self.phrases.find(key(so_far)).and_then(|at| self.labels.get(at)) else {
                return;
            };
            if labels & !Self::GOES_ON != 0 {
                found(at + 1, labels & !Self::GOES_ON);
            }
            if labels & Self::GOES_ON == 0 {
                return;
            }
        }
    }
}

fn joined(so_far: u64, word: u64) -> u64 {
    (so_far.rotate_left(5) ^ word).wrapping_mul(0x517c_c1b7_2722_0a95)
}

/// The upper half of a hash after one more mixing, so that its leading bits are even.
fn key(hash: u64) -> u32 {
    (hash.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clusters_survive_packing() {
        let packed = Lexicon::pack([31, 0, 511, 2047]);
        assert_eq!(packed, (31 << 27) | (511 << 11) | 2047);
    }

    #[test]
    fn a_phrase_has_a_key_for_each_of_its_beginnings() {
        let keys = Lexicon::keys_of_phrase("Val d'Orge");
        assert_eq!(keys.len(), 3);
        assert_eq!(keys[0], Lexicon::keys_of_phrase("Val")[0]);
        assert_eq!(keys, Lexicon::keys_of_phrase("Val d’Orge"));
    }

    #[test]
    fn marks_tell_alone_from_first_and_later() {
        let mut marks = Marks::default();
        marks.add(1, 1, 0);
        marks.add(2, 3, 0);
        marks.add(2, 3, 2);
        assert_eq!(marks.bits().collect::<Vec<_>>(), [3, 7, 8]);
    }
}
