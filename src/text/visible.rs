//! Makes what an article holds safe to send to a terminal.
//!
//! An article may hold control characters, escape sequences and bidirectional overrides. None of
//! them reaches the terminal: each is drawn as a visible mark of one column.

use std::borrow::Cow;

/// The character to draw for `c`: itself, or a visible mark where it is not safe to print.
pub fn visible(c: char) -> char {
    match c {
        '\t' | '\n' | '\r' => ' ',
        '\0'..='\u{1f}' => char::from_u32(0x2400 + c as u32).unwrap_or('\u{fffd}'),
        '\u{7f}' => '\u{2421}',
        '\u{80}'..='\u{9f}' => '\u{fffd}',
        '\u{200b}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{61c}'
        | '\u{feff}'
        | '\u{2028}'
        | '\u{2029}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e0fff}' => '\u{241a}',
        c => c,
    }
}

/// `text` with every unsafe character made visible; line ends become spaces.
pub fn neutralise(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| visible(c) == c) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.chars().map(visible).collect())
    }
}
