//! How often the right text comes out of bytes, over our own articles in every encoding they are kept in.
//!
//! `cargo test --test encodings -- --nocapture` prints the share of right readings by encoding and length.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::path::Path;

use encoding_rs::{Encoding, ISO_8859_15, MACINTOSH, UTF_8, WINDOWS_1252};
use recoupe::source::encoding::decode;
use yore::code_pages::{CP437, CP850};

/// Characters of a text that is read in one piece: a caption, a short dispatch, an article.
const LENGTHS: [usize; 4] = [50, 200, 1000, usize::MAX];

/// The most texts for one figure.
const TEXTS: usize = 200;

/// Right readings out of a thousand at least, by length.
const FLOORS: [usize; 4] = [985, 995, 1000, 1000];

type Encode = fn(&str) -> Option<Vec<u8>>;

const ENCODINGS: [(&str, Encode); 13] = [
    ("UTF-8", |text| Some(text.as_bytes().to_vec())),
    ("Windows-1252", |text| web(text, WINDOWS_1252)),
    ("ISO-8859-15", |text| web(text, ISO_8859_15)),
    ("Mac Roman", |text| table(text, |byte| one(MACINTOSH, byte))),
    ("CP850", |text| table(text, |byte| CP850.decode_byte(byte))),
    ("CP437", |text| table(text, |byte| CP437.decode_byte(byte))),
    ("UTF-16LE", |text| Some(text.encode_utf16().flat_map(u16::to_le_bytes).collect())),
    ("UTF-16BE", |text| Some(text.encode_utf16().flat_map(u16::to_be_bytes).collect())),
    ("UTF-32LE, mark", |text| Some(marked(text).flat_map(|c| u32::from(c).to_le_bytes()).collect())),
    ("UTF-32BE, mark", |text| Some(marked(text).flat_map(|c| u32::from(c).to_be_bytes()).collect())),
    ("a worn letter", worn),
    ("every other line", alternating),
    ("saved twice", |text| {
        Some(WINDOWS_1252.decode_without_bom_handling(text.as_bytes()).0.into_owned().into())
    }),
];

fn marked(text: &str) -> impl Iterator<Item = char> + '_ {
    std::iter::once('\u{feff}').chain(text.chars())
}

fn web(text: &str, encoding: &'static Encoding) -> Option<Vec<u8>> {
    let (bytes, _, lost) = encoding.encode(text);
    (!lost).then(|| bytes.into_owned())
}

fn one(encoding: &'static Encoding, byte: u8) -> char {
    encoding.decode_without_bom_handling(&[byte]).0.chars().next().unwrap()
}

fn table(text: &str, decode: impl Fn(u8) -> char) -> Option<Vec<u8>> {
    let known: Vec<char> = (0..=255).map(decode).collect();
    text.chars().map(|c| known.iter().position(|k| *k == c).map(|byte| byte as u8)).collect()
}

/// UTF-8 in which one letter in the middle is in Windows-1252, and at least one other is not.
fn worn(text: &str) -> Option<Vec<u8>> {
    let letters: Vec<(usize, char)> = text.char_indices().filter(|(_, c)| "éèàêçâîô".contains(*c)).collect();
    let (at, c) = *letters.get(letters.len() / 2).filter(|_| letters.len() > 1)?;
    let letter = web(c.encode_utf8(&mut [0; 4]), WINDOWS_1252)?;
    Some([&text.as_bytes()[..at], &letter, &text.as_bytes()[at + c.len_utf8()..]].concat())
}

/// Lines in UTF-8 and in Windows-1252 by turns.
fn alternating(text: &str) -> Option<Vec<u8>> {
    let mut turn = [UTF_8, WINDOWS_1252].into_iter().cycle();
    let lines = text.split_inclusive('\n');
    let lines = lines.map(|line| web(line, if line.is_ascii() { UTF_8 } else { turn.next()? }));
    let bytes = lines.collect::<Option<Vec<_>>>()?.concat();
    (text.lines().filter(|line| !line.is_ascii()).count() > 1).then_some(bytes)
}

/// Our own articles and passages.
fn texts() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders =
        ["assets/demo", "tests/passages/fr", "tests/passages/en", "tests/phenomena/fr", "tests/phenomena/en"];
    let mut files: Vec<_> = folders
        .iter()
        .flat_map(|folder| fs::read_dir(root.join(folder)).unwrap())
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    // A line end in a fixture is two characters, of which one is a letter.
    files.iter().map(|file| fs::read_to_string(file).unwrap().replace("\\n", "\n")).collect()
}

/// `text` in words that a single-byte encoding without `€`, `œ` and curved marks has.
fn plainer(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '’' | '‘' => '\'',
            '“' | '”' => '"',
            '–' | '—' => '-',
            '\u{202f}' | '\u{2009}' => '\u{a0}',
            'À' | 'Â' => 'A',
            'È' | 'Ê' => 'E',
            'Ô' => 'O',
            'Î' => 'I',
            c => c,
        })
        .collect::<String>()
        .replace('œ', "oe")
        .replace('€', "euros")
        .replace('…', "...")
}

/// Our texts in pieces of about `length` characters, cut between words.
fn pieces(texts: &[String], length: usize) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    for text in texts {
        let mut piece = String::new();
        for word in text.split_inclusive(' ') {
            piece.push_str(word);
            if piece.chars().count() >= length {
                pieces.push(std::mem::take(&mut piece));
            }
        }
        pieces.extend((length == usize::MAX).then_some(piece));
    }
    pieces.retain(|piece| !piece.is_ascii());
    let step = pieces.len().div_ceil(TEXTS).max(1);
    pieces.into_iter().step_by(step).collect()
}

#[test]
fn the_right_text_comes_out_of_every_encoding() {
    let texts = texts();
    let mut low = Vec::new();
    for (name, encode) in ENCODINGS {
        let mut row = format!("{name:<18}");
        for (length, floor) in LENGTHS.into_iter().zip(FLOORS) {
            let (mut right, mut all) = (0, 0);
            for piece in pieces(&texts, length) {
                let encoded = encode(&piece).map(|bytes| (bytes, piece.clone()));
                let plainer = plainer(&piece);
                let encoded = encoded.or_else(|| Some((encode(&plainer)?, plainer)));
                let Some((bytes, text)) = encoded.filter(|(_, text)| !text.is_ascii()) else { continue };
                all += 1;
                let read = decode(&bytes, None).map(|reading| reading.decoded.text);
                right += usize::from(read.as_deref() == Ok(&text));
                if read.as_deref() != Ok(&text) && std::env::var_os("RECOUPE_SHOW").is_some() {
                    println!("{name} {length}: {:?}", text.chars().take(200).collect::<String>());
                }
            }
            assert!(all > 0, "{name}: no text of {length}");
            row.push_str(&format!(" {:6.2} % ({all})", 100.0 * right as f64 / all as f64));
            if right * 1000 < all * floor {
                low.push(format!("{name}, {length}: {right} of {all}"));
            }
        }
        println!("{row}");
    }
    assert!(low.is_empty(), "{low:#?}");
}
