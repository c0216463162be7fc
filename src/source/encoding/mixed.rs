//! Reads bytes that are UTF-8 in part: a few bytes worn, a paragraph pasted from elsewhere.
//!
//! What is UTF-8 stays so. A line without any of it is read in the encoding that makes most sense of all
//! such lines; in a line that has some, a single stray byte is read as Windows-1252 where that gives a
//! letter that can stand there, and is replaced otherwise.

use encoding_rs::WINDOWS_1252;

use super::charset::Charset;
use super::sense::{self, Around, Sense};
use crate::source::Repairs;

const WINDOWS: Charset = Charset::Web(WINDOWS_1252);

/// Text read from bytes of which some are no UTF-8.
pub(super) struct Mixed {
    pub text: String,
    pub repairs: Repairs,
    /// Whether nothing but UTF-8 can be meant, whatever else is in it.
    pub surely: bool,
}

/// What can be made of `bytes` as UTF-8; none where there is no trace of it.
pub(super) fn read(bytes: &[u8]) -> Option<Mixed> {
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    let surely = good >= 4 * bad.max(1);
    let lines: Vec<&[u8]> = bytes.split_inclusive(|byte| matches!(byte, b'\n' | b'\r')).collect();
    if !surely && !lines.iter().any(|line| has_letters(line)) {
        return None;
    }
    let elsewhere: Vec<&[u8]> =
        lines.iter().copied().filter(|line| !has_letters(line) && !line.is_ascii()).collect();
    let charset = sense::guess(&elsewhere.concat()).map_or(WINDOWS, |(charset, _)| charset);
    let mut text = String::with_capacity(bytes.len());
    let mut repairs = Repairs::default();
    for line in lines {
        if line.is_ascii() || has_letters(line) || !foreign(line, charset, &mut text, &mut repairs) {
            patch(line, &mut text, &mut repairs);
        }
    }
    Some(Mixed { text, repairs, surely })
}

/// Whether `line` holds a sequence of UTF-8 that no text in another encoding has by chance: letters of
/// Latin script and the signs that newsrooms set. (`fermé »` in Windows-1252 is `ferm頻` in UTF-8.)
fn has_letters(line: &[u8]) -> bool {
    line.utf8_chunks().any(|chunk| {
        chunk.valid().contains(
            |c| matches!(c, '\u{a0}'..='\u{17f}' | '\u{300}'..='\u{36f}' | '\u{2010}'..='\u{203a}' | '€'),
        )
    })
}

/// Adds `line` as it is in `charset`, if it makes sense so.
fn foreign(line: &[u8], charset: Charset, text: &mut String, repairs: &mut Repairs) -> bool {
    let (read, _) = charset.decode(line);
    let sense = Sense::of(&read);
    if sense.is_french() {
        text.push_str(&read);
        repairs.foreign += sense.high;
        repairs.foreign_encoding = charset.name();
    }
    sense.is_french()
}

/// Adds `line` as UTF-8, with its broken places mended or replaced.
fn patch(line: &[u8], text: &mut String, repairs: &mut Repairs) {
    let mut around = Around::default();
    let mut chunks = line.utf8_chunks().peekable();
    while let Some(chunk) = chunks.next() {
        text.push_str(chunk.valid());
        chunk.valid().chars().for_each(|c| around.pass(c));
        if chunk.invalid().is_empty() {
            continue;
        }
        around.ahead(chunks.peek().map_or("", |next| next.valid()).chars());
        // More than one byte is a sequence cut short: none of them is a letter.
        let letter = match chunk.invalid() {
            [_] => WINDOWS.decode(chunk.invalid()).0.chars().next(),
            _ => None,
        };
        match letter.filter(|c| around.weight(*c) > 1) {
            Some(c) => {
                text.push(c);
                around.pass(c);
                repairs.foreign += 1;
                if repairs.foreign_encoding.is_empty() {
                    repairs.foreign_encoding = WINDOWS.name();
                }
            }
            None => {
                text.push(char::REPLACEMENT_CHARACTER);
                around.pass(char::REPLACEMENT_CHARACTER);
                repairs.broken += 1;
            }
        }
    }
}
