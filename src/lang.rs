//! Languages, and the data about them that is built in from `assets/lang`.
//!
//! Knowledge of a language (verbs of saying, titles, abbreviations, states and their capitals) is
//! data, not code. Each stage that needs a table describes its shape beside its own code and reads
//! it with [`table`]; a test beside it checks that the built-in file parses and is whole.

use serde::de::DeserializeOwned;

/// A language an article may be written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Language {
    /// French, the first language of the program.
    French,
    /// English, the second one.
    English,
    /// Any other language, by its code (ISO 639-1 where there is one, else 639-3).
    Other(&'static str),
}

impl Language {
    /// The code that the JSON carries, such as `fr`.
    pub fn code(self) -> &'static str {
        match self {
            Self::French => "fr",
            Self::English => "en",
            Self::Other(code) => code,
        }
    }

    /// The language that `code` means, where it begins with one of the codes known here: `fr`,
    /// `en-GB`, `pt_BR`.
    pub fn of_code(code: &str) -> Option<Self> {
        const OTHERS: [&str; 24] = [
            "ar", "bg", "ca", "cs", "da", "de", "el", "es", "fi", "he", "hu", "it", "ja", "ko", "nl", "no",
            "pl", "pt", "ro", "ru", "sv", "tr", "uk", "zh",
        ];
        let short = code.trim().split(['-', '_']).next().unwrap_or_default().to_lowercase();
        match short.as_str() {
            "fr" | "fra" => Some(Self::French),
            "en" | "eng" => Some(Self::English),
            other => OTHERS.iter().find(|known| **known == other).map(|known| Self::Other(known)),
        }
    }

    /// Whether English tables apply; every other language is read with the French ones.
    pub fn is_english(self) -> bool {
        self == Self::English
    }
}

/// Reads a table that is built into the program.
///
/// A table that does not parse comes out empty rather than stopping the reading: the files are ours
/// and a test beside each one's code fails when they are broken.
pub fn table<T: DeserializeOwned + Default>(toml: &str) -> T {
    toml::from_str(toml).unwrap_or_default()
}
