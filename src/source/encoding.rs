//! Bytes to characters.

use super::Decoded;

/// Decodes `bytes` by what they look like.
pub fn decode(bytes: &[u8]) -> Decoded {
    Decoded { text: String::from_utf8_lossy(bytes).into_owned(), encoding: "UTF-8".to_owned() }
}
