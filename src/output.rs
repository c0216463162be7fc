//! What leaves the program other than through the reader: plain text, Markdown and JSON.

pub mod json;
