//! What leaves the program other than through the reader: plain text, Markdown and JSON.
//!
//! Each command's findings become a [`Page`] in a file of their own (`claims.rs`, `compare.rs`, …);
//! `plain.rs` and `markdown.rs` print any page. Whatever an article holds goes through one of these
//! two and is made harmless there, so that a new view cannot forget it.

use std::io::Write;

pub mod actors;
pub mod claims;
pub mod compare;
pub mod coverage;
pub mod figures;
pub mod find;
pub mod json;
pub mod markdown;
mod office;
pub mod overview;
pub mod page;
pub mod plain;
pub mod words;

pub use page::Page;
pub use words::Words;

/// One message on standard error, made harmless: it may name a file that an article's sender named.
pub fn complain(message: &str) {
    let mut error = std::io::stderr().lock();
    for line in message.lines() {
        // There is nobody left to tell when standard error is closed.
        let _ = writeln!(error, "recoupe: {}", crate::text::visible::neutralise(line));
    }
}
