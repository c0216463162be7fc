//! Tells bytes from text, and which characters the bytes stand for.
//!
//! In this order: a byte order mark, the pattern of NUL bytes that UTF-16 leaves, valid UTF-8, UTF-8 with
//! worn bytes or lines from elsewhere ([`mixed`]); then the encodings that French text has been kept in are
//! held against each other by how much sense their letters make where they stand ([`sense`]). Where none
//! does, the guess is that of `chardetng` (Sivonen 2020), which knows the others but neither ISO-8859-15,
//! nor MacRoman, nor the code pages of DOS. The text comes out as it is, line ends included; only a byte
//! order mark is dropped, and text that was UTF-8, read as Windows-1252 and saved so is mended ([`doubled`]).
//! What was mended is counted in [`Repairs`].

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::{Decoded, Reading, Reason, Repairs};

mod charset;
mod doubled;
mod mixed;
mod sense;
#[cfg(test)]
mod tests;

pub use charset::{Charset, named};
use sense::Sense;

/// How many bytes are looked at to tell a binary file.
const SAMPLE: usize = 64 * 1024;

/// The first bytes of files that are no text even where most of their bytes could be.
const SIGNATURES: [&[u8]; 10] = [
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"RIFF",
    b"\x7fELF",
    b"\x1f\x8b",
    b"{\\rtf",
    b"\xd0\xcf\x11\xe0",
];

/// How an encoding was told, where its name alone does not say it: what [`Decoded::encoding`] has behind
/// the name, and the key of the message that says so in the interface's languages.
const TOLD: [(&str, &str); 4] = [
    (", as asked", "encoding-asked"),
    (", by its byte order mark", "encoding-mark"),
    (", by its pattern of zero bytes", "encoding-zeros"),
    (", guessed", "encoding-guessed"),
];

/// The name in [`Decoded::encoding`], and the key of the message that says how it was told.
pub fn parts(encoding: &str) -> (&str, Option<&'static str>) {
    let told = TOLD.iter().find_map(|(how, key)| Some((encoding.strip_suffix(how)?, Some(*key))));
    told.unwrap_or((encoding, None))
}

/// Decodes `bytes`, in `asked` where the reader set it.
///
/// # Errors
/// [`Reason::Empty`] and [`Reason::Binary`].
pub fn decode(bytes: &[u8], asked: Option<Charset>) -> Result<Reading, Reason> {
    if bytes.is_empty() {
        return Err(Reason::Empty);
    }
    let mut read = match asked {
        Some(charset) => Read::new(bytes, charset, ", as asked"),
        None => told(bytes)?,
    };
    if read.text.trim().is_empty() {
        return Err(Reason::Empty);
    }
    // Whoever asks for an encoding wants to see what stands there in it.
    if asked.is_none()
        && let Some((text, places)) = doubled::mend(&read.text)
    {
        (read.text, read.repairs.doubled) = (text, places);
    }
    let encoding = format!("{}{}", read.charset.name(), read.how);
    Ok(Reading { decoded: Decoded { text: read.text, encoding }, repairs: read.repairs })
}

/// Text, and how it was read.
struct Read {
    text: String,
    charset: Charset,
    how: &'static str,
    repairs: Repairs,
}

impl Read {
    fn new(bytes: &[u8], charset: Charset, how: &'static str) -> Self {
        let (text, broken) = charset.decode(bytes);
        Self { text, charset, how, repairs: Repairs { broken, ..Repairs::default() } }
    }

    fn mixed(mixed: mixed::Mixed, how: &'static str) -> Self {
        Self { text: mixed.text, charset: Charset::Web(UTF_8), how, repairs: mixed.repairs }
    }
}

fn told(bytes: &[u8]) -> Result<Read, Reason> {
    if let Some((charset, length)) = mark(bytes) {
        let how = ", by its byte order mark";
        let rest = &bytes[length..];
        if charset == Charset::Web(UTF_8)
            && std::str::from_utf8(rest).is_err()
            && let Some(mixed) = mixed::read(rest)
        {
            return Ok(Read::mixed(mixed, how));
        }
        return Ok(Read::new(bytes, charset, how));
    }
    if SIGNATURES.iter().any(|signature| bytes.starts_with(signature)) {
        return Err(Reason::Binary);
    }
    if let Some(encoding) = utf_16(bytes) {
        return Ok(Read::new(bytes, Charset::Web(encoding), ", by its pattern of zero bytes"));
    }
    if is_binary(&bytes[..bytes.len().min(SAMPLE)]) {
        return Err(Reason::Binary);
    }
    if std::str::from_utf8(bytes).is_ok() {
        return Ok(Read::new(bytes, Charset::Web(UTF_8), ""));
    }
    let mixed = mixed::read(bytes);
    let french = sense::guess(bytes);
    if let Some(mixed) = mixed {
        // What is mended later must not count against it.
        let mended = doubled::mend(&mixed.text).map(|(text, _)| text);
        let sense = Sense::of(mended.as_deref().unwrap_or(&mixed.text));
        let better = french.is_none_or(|(_, other)| sense.score > other.score);
        if mixed.surely || sense.is_french() && better {
            return Ok(Read::mixed(mixed, ""));
        }
    }
    if let Some((charset, _)) = french {
        return Ok(Read::new(bytes, charset, ", guessed"));
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let encoding = detector.guess(Some(b"fr"), Utf8Detection::Deny);
    Ok(Read::new(bytes, Charset::Web(encoding), ", guessed"))
}

/// The encoding that a byte order mark tells, and the mark's length. That of UTF-32 begins as UTF-16's.
fn mark(bytes: &[u8]) -> Option<(Charset, usize)> {
    match bytes {
        [0xff, 0xfe, 0, 0, ..] => Some((Charset::Utf32Le, 4)),
        [0, 0, 0xfe, 0xff, ..] => Some((Charset::Utf32Be, 4)),
        _ => Encoding::for_bom(bytes).map(|(encoding, length)| (Charset::Web(encoding), length)),
    }
}

/// UTF-16 without a mark: in Latin text every other byte is zero.
fn utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(SAMPLE) & !1];
    let units = sample.len() / 2;
    if units < 2 {
        return None;
    }
    let zeros = |parity: usize| sample.iter().skip(parity).step_by(2).filter(|byte| **byte == 0).count();
    let (first, second) = (zeros(0), zeros(1));
    let encoding = if second * 10 > units * 6 && first * 50 <= units {
        UTF_16LE
    } else if first * 10 > units * 6 && second * 50 <= units {
        UTF_16BE
    } else {
        return None;
    };
    // A table of numbers has zeros too: what it spells must be text.
    let (text, broken) = encoding.decode_without_bom_handling(sample);
    let odd = text.chars().filter(|c| c.is_control() && !c.is_whitespace()).count();
    (!broken && odd * 20 <= units).then_some(encoding)
}

/// Whether too much of `sample` is control characters. One stray zero is a slip of some converter and
/// loses nobody an article, however short; compressed data has twice as many as are let through here.
fn is_binary(sample: &[u8]) -> bool {
    let zeros = sample.iter().filter(|byte| **byte == 0).count();
    if zeros > 1 + sample.len() / 500 {
        return true;
    }
    let odd = sample
        .iter()
        .filter(|byte| matches!(byte, 0x01..=0x07 | 0x0b | 0x0e..=0x1a | 0x1c..=0x1f | 0x7f))
        .count();
    odd * 20 > sample.len()
}
