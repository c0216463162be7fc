//! The spelling in which the page's own words are compared with the tables.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// `text` in lower case, without accents, with straight apostrophes and single spaces.
pub fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.trim().chars() {
        match c {
            c if c.is_whitespace() => {
                if !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            c if c.is_ascii() => out.push(c.to_ascii_lowercase()),
            '’' | '‘' | 'ʼ' => out.push('\''),
            'œ' | 'Œ' => out.push_str("oe"),
            '\u{200b}' | '\u{feff}' | '\u{ad}' => {}
            c => out.extend(c.nfd().filter(|d| !is_combining_mark(*d)).flat_map(char::to_lowercase)),
        }
    }
    out
}

/// The first `chars` characters of `text`.
pub fn start(text: &str, chars: usize) -> &str {
    let end = text.char_indices().nth(chars).map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or_default()
}

/// [`plain`] of the first `chars` characters, so that a long line costs no more than a short one.
pub fn plain_start(text: &str, chars: usize) -> String {
    plain(start(text.trim_start(), chars))
}
