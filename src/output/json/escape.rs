//! JSON that is harmless on a terminal.
//!
//! RFC 8259 asks for escapes of the controls below U+0020 alone. A dossier's JSON is often looked at
//! in a terminal, so DEL, the C1 controls and the bidirectional and invisible ones of
//! [`crate::text::visible`] are written as `\uXXXX` too; a parser gives them back as they were.

use std::io::{self, Write};

use serde_json::ser::{CompactFormatter, Formatter};

use crate::text::visible::visible;

/// Serde's compact form, with more characters escaped.
#[derive(Debug)]
pub struct Harmless;

impl Formatter for Harmless {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()> {
        if fragment.bytes().all(|byte| byte.is_ascii() && byte != 0x7f) {
            return CompactFormatter.write_string_fragment(writer, fragment);
        }
        let mut rest = fragment;
        while let Some((at, c)) = rest.char_indices().find(|&(_, c)| visible(c) != c) {
            writer.write_all(&rest.as_bytes()[..at])?;
            for unit in c.encode_utf16(&mut [0; 2]) {
                write!(writer, "\\u{unit:04x}")?;
            }
            rest = &rest[at + c.len_utf8()..];
        }
        writer.write_all(rest.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde::Serialize;

    use super::*;

    fn json(text: &str) -> String {
        let mut out = Vec::new();
        text.serialize(&mut serde_json::Serializer::with_formatter(&mut out, Harmless)).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn hostile_characters_are_escaped() {
        assert_eq!(
            json("é\u{1b}[\u{7f}\u{9b}\u{202e}\u{e0041}"),
            "\"é\\u001b[\\u007f\\u009b\\u202e\\udb40\\udc41\""
        );
    }

    #[test]
    fn french_text_stays_readable() {
        assert_eq!(json("« L’été »\u{a0}: œuvre"), "\"« L’été »\u{a0}: œuvre\"");
    }

    proptest! {
        #[test]
        fn any_text_comes_back_and_nothing_hostile_is_left(text in "\\PC*|(.|\u{202e}|\u{9b}|\u{7f}|\n|\\\\|\")*") {
            let json = json(&text);
            prop_assert!(json.chars().all(|c| visible(c) == c));
            prop_assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
        }
    }
}
