//! A way to turn bytes into characters, and the names it goes by.
//!
//! `encoding_rs` reads what the web is written in. The code pages of DOS consoles and of mail exports of
//! their time are not among that, nor is UTF-32: `yore` has the tables of the former (made from those of
//! Unicode, and free of dependencies, which `oem_cp` is not; `codepage-437` lacks CP850), the latter is
//! read here.

use encoding_rs::{Encoding, MACINTOSH};
use yore::code_pages::{CP437, CP850};

use crate::source::SourceError;

/// A way to turn bytes into characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Charset {
    /// One of the [encodings of the web](https://encoding.spec.whatwg.org/).
    Web(&'static Encoding),
    /// The code page of American DOS.
    Cp437,
    /// The code page of Western European DOS.
    Cp850,
    /// UTF-32, least byte first.
    Utf32Le,
    /// UTF-32, greatest byte first.
    Utf32Be,
}

/// Names that are proposed for one that is none.
const OFTEN: [&str; 11] = [
    "utf-8",
    "windows-1252",
    "iso-8859-1",
    "iso-8859-15",
    "macintosh",
    "cp850",
    "cp437",
    "utf-16le",
    "utf-16be",
    "utf-32le",
    "windows-1250",
];

/// The encoding that `label` names, in the spelling of any web standard (`latin1`, `cp1252`) or of DOS
/// (`cp850`, `ibm850`).
///
/// # Errors
/// A label that names none; the error lists the nearest names.
pub fn named(label: &str) -> Result<Charset, SourceError> {
    let spelt = label.trim().to_ascii_lowercase();
    let alias = match spelt.as_str() {
        "cp850" | "ibm850" | "850" => return Ok(Charset::Cp850),
        "cp437" | "ibm437" | "437" => return Ok(Charset::Cp437),
        "utf-32" | "utf-32le" => return Ok(Charset::Utf32Le),
        "utf-32be" => return Ok(Charset::Utf32Be),
        "macroman" | "mac-roman" => "macintosh",
        "latin9" | "latin-9" => "iso-8859-15",
        "latin-1" | "latin" => "latin1",
        other => other,
    };
    Encoding::for_label(alias.as_bytes()).map(Charset::Web).ok_or_else(|| {
        let mut names = OFTEN;
        names.sort_by(|a, b| strsim::jaro_winkler(b, &spelt).total_cmp(&strsim::jaro_winkler(a, &spelt)));
        SourceError::UnknownEncoding { label: label.to_owned(), nearest: names[..4].join(", ") }
    })
}

impl Charset {
    /// The name a reader knows it by.
    pub fn name(self) -> &'static str {
        match self {
            Self::Web(encoding) if encoding == MACINTOSH => "MacRoman",
            Self::Web(encoding) => encoding.name(),
            Self::Cp437 => "CP437",
            Self::Cp850 => "CP850",
            Self::Utf32Le => "UTF-32LE",
            Self::Utf32Be => "UTF-32BE",
        }
    }

    /// The text without a byte order mark, and how many places in it had to be replaced.
    pub(super) fn decode(self, bytes: &[u8]) -> (String, usize) {
        match self {
            Self::Web(encoding) => {
                let (text, broken) = encoding.decode_with_bom_removal(bytes);
                let invalid = if broken { text.matches('\u{fffd}').count() } else { 0 };
                (text.into_owned(), invalid)
            }
            Self::Cp437 => (CP437.decode(without_end(bytes)).into_owned(), 0),
            Self::Cp850 => (CP850.decode(without_end(bytes)).into_owned(), 0),
            Self::Utf32Le => utf_32(bytes, u32::from_le_bytes),
            Self::Utf32Be => utf_32(bytes, u32::from_be_bytes),
        }
    }
}

/// DOS closed a text with Control-Z, a habit of CP/M, whose files knew no length but in blocks.
fn without_end(bytes: &[u8]) -> &[u8] {
    bytes.strip_suffix(b"\x1a").unwrap_or(bytes)
}

fn utf_32(bytes: &[u8], number: fn([u8; 4]) -> u32) -> (String, usize) {
    let (units, rest) = bytes.as_chunks::<4>();
    let chars = units.iter().map(|unit| char::from_u32(number(*unit)));
    let chars = chars.chain((!rest.is_empty()).then_some(None));
    let mut invalid = 0;
    let text: String = chars
        .skip_while(|c| *c == Some('\u{feff}'))
        .map(|c| {
            invalid += usize::from(c.is_none());
            c.unwrap_or(char::REPLACEMENT_CHARACTER)
        })
        .collect();
    (text, invalid)
}
