//! The form in which the tagger's model and lists are built in: a header, a checksum, sorted hashes.
//!
//! A file is `RCP1`, a [checksum] of everything behind it, and its body; all numbers are
//! little-endian. Sorted hashes are found over a directory of their leading bits, made while loading:
//! with one entry a bucket on average a look-up reads two cache lines, as a perfect hash would, and
//! needs no more room in the file than the hashes themselves.

/// Why a model file cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file} {fault}; rebuild it with: cargo run --release -p recoupe-tools -- train ../shared/data")]
pub struct ModelError {
    /// The file's name.
    pub file: &'static str,
    /// What is wrong with it.
    pub fault: Fault,
}

/// What is wrong with a model file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// It does not begin as such a file does.
    #[error("is no model file of this version")]
    Header,
    /// Its content is not what was written.
    #[error("is damaged")]
    Checksum,
    /// It ends too early, or goes on behind its end.
    #[error("has the wrong length")]
    Length,
}

/// What every file begins with.
pub const MAGIC: [u8; 4] = *b"RCP1";

/// The checksum of a file's body: FNV-1a over eight bytes at a time, its halves folded into one.
pub fn checksum(body: &[u8]) -> u32 {
    let sum = body.chunks(8).fold(0xcbf2_9ce4_8422_2325_u64, |sum, bytes| {
        let mut word = [0; 8];
        word[..bytes.len()].copy_from_slice(bytes);
        (sum ^ u64::from_le_bytes(word)).wrapping_mul(0x0100_0000_01b3)
    });
    (sum ^ sum >> 32) as u32
}

/// Reads a file from front to back.
#[derive(Debug)]
pub(super) struct Reader<'a> {
    file: &'static str,
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    /// Checks header and checksum of the file called `file`.
    pub fn new(file: &'static str, bytes: &'a [u8]) -> Result<Self, ModelError> {
        let mut reader = Self { file, rest: bytes };
        if reader.bytes(MAGIC.len()).is_ok_and(|magic| magic == MAGIC) {
            let sum = reader.u32()?;
            let whole = checksum(reader.rest) == sum;
            if whole { Ok(reader) } else { Err(reader.error(Fault::Checksum)) }
        } else {
            Err(reader.error(Fault::Header))
        }
    }

    fn error(&self, fault: Fault) -> ModelError {
        ModelError { file: self.file, fault }
    }

    /// The next `count` bytes.
    pub fn bytes(&mut self, count: usize) -> Result<&'a [u8], ModelError> {
        let (bytes, rest) = self.rest.split_at_checked(count).ok_or_else(|| self.error(Fault::Length))?;
        self.rest = rest;
        Ok(bytes)
    }

    /// The next number.
    pub fn u32(&mut self) -> Result<u32, ModelError> {
        Ok(self.bytes(4)?.iter().rev().fold(0, |number, byte| number << 8 | u32::from(*byte)))
    }

    /// The next number, as a count.
    pub fn count(&mut self) -> Result<usize, ModelError> {
        Ok(self.u32()? as usize)
    }

    /// The next `count` numbers.
    pub fn u32s(&mut self, count: usize) -> Result<Vec<u32>, ModelError> {
        let bytes = self.bytes(count.saturating_mul(4))?;
        Ok(bytes.chunks_exact(4).map(|b| u32::from_le_bytes([b[0], b[1], b[2], b[3]])).collect())
    }

    /// The next small number.
    pub fn i16(&mut self) -> Result<i16, ModelError> {
        let bytes = self.bytes(2)?;
        Ok(i16::from_le_bytes([bytes[0], bytes[1]]))
    }

    /// The next `count` small numbers.
    pub fn i16s(&mut self, count: usize) -> Result<Vec<i16>, ModelError> {
        let bytes = self.bytes(count.saturating_mul(2))?;
        Ok(bytes.chunks_exact(2).map(|b| i16::from_le_bytes([b[0], b[1]])).collect())
    }

    /// The next `count` hashes, which are in order.
    pub fn hashes(&mut self, count: usize) -> Result<Hashes, ModelError> {
        let keys = self.u32s(count)?;
        if keys.is_sorted() { Ok(Hashes::new(keys)) } else { Err(self.error(Fault::Checksum)) }
    }

    /// Makes sure that nothing is left.
    pub fn end(&self) -> Result<(), ModelError> {
        if self.rest.is_empty() { Ok(()) } else { Err(self.error(Fault::Length)) }
    }
}

/// Sorted hashes with a directory of their leading bits.
#[derive(Debug, Clone, Default)]
pub(super) struct Hashes {
    keys: Vec<u32>,
    starts: Vec<u32>,
    shift: u32,
}

impl Hashes {
    fn new(keys: Vec<u32>) -> Self {
        let bits = keys.len().max(2).ilog2();
        let shift = 32 - bits;
        let mut starts = vec![0_u32; (1 << bits) + 1];
        for key in &keys {
            starts[(key >> shift) as usize + 1] += 1;
        }
        for bucket in 1..starts.len() {
            starts[bucket] += starts[bucket - 1];
        }
        Self { keys, starts, shift }
    }

    /// The place of `key` among the hashes.
    pub fn find(&self, key: u32) -> Option<usize> {
        let bucket = (key >> self.shift) as usize;
        let (from, to) = (*self.starts.get(bucket)? as usize, *self.starts.get(bucket + 1)? as usize);
        self.keys.get(from..to)?.iter().position(|known| *known == key).map(|at| from + at)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.keys.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_hash_is_found_at_its_place_and_no_other_is() {
        let keys: Vec<u32> = (0..5_000_u32).map(|at| at * 850_000 + 7).collect();
        let hashes = Hashes::new(keys.clone());
        for (at, key) in keys.iter().enumerate() {
            assert_eq!(hashes.find(*key), Some(at));
            assert_eq!(hashes.find(key + 1), None);
        }
        assert_eq!(Hashes::new(Vec::new()).find(3), None);
    }

    #[test]
    fn a_damaged_file_says_how_to_rebuild_it() {
        let body = [1, 0, 0, 0];
        let mut file = MAGIC.to_vec();
        file.extend(checksum(&body).to_le_bytes());
        file.extend(body);
        assert_eq!(Reader::new("a.bin", &file).and_then(|mut reader| reader.count()), Ok(1));
        file[8] = 2;
        let error = Reader::new("a.bin", &file).unwrap_err();
        assert_eq!(error.fault, Fault::Checksum);
        assert!(error.to_string().contains("a.bin is damaged; rebuild it with: cargo run"), "{error}");
        assert_eq!(Reader::new("a.bin", &file[..3]).unwrap_err().fault, Fault::Header);
    }
}
