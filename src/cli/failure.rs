//! What can go wrong, in words and as an exit code.

use std::io;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::config;
use crate::output::Words;
use crate::source::SourceError;

/// How a command that did not fail came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Something was found and printed.
    Found,
    /// Nothing was found, as with grep.
    Nothing,
    /// The settings file has mistakes.
    Mistakes,
}

impl Outcome {
    /// Its exit code.
    pub const fn code(self) -> u8 {
        match self {
            Self::Found => 0,
            Self::Nothing => 1,
            Self::Mistakes => 78,
        }
    }
}

/// Why a command came to nothing. The exit codes are those of `sysexits.h`.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// A path that names nothing, or holds nothing to read.
    #[error(transparent)]
    Source(#[from] SourceError),
    /// There are files, and none of them could be read: what they are, and why not.
    #[error("no file could be read")]
    AllUnread,
    /// A name that stands neither for a path nor for an article of the dossier.
    #[error("{name} is no article")]
    NoSuchArticle {
        /// As it was given.
        name: String,
        /// The articles it could be, or all there are.
        choice: Vec<String>,
        /// The name that is spelt most like it.
        nearest: Option<String>,
    },
    /// An article is held against itself, or there is none to hold it against.
    #[error("two articles are compared")]
    NotTwo,
    /// What one article has or lacks is asked for, and none is named.
    #[error("no article is named")]
    NotNamed,
    /// There is no home folder to keep settings in.
    #[error("no home folder")]
    NoHome,
    /// Standard output cannot be written to.
    #[error(transparent)]
    Output(#[from] io::Error),
    /// The reader stopped.
    #[error(transparent)]
    Reader(anyhow::Error),
}

impl Failure {
    /// Its exit code.
    pub fn code(&self) -> u8 {
        match self {
            Self::Source(SourceError::UnknownEncoding { .. }) => 2,
            Self::Source(_) | Self::NoSuchArticle { .. } => 66,
            Self::AllUnread => 65,
            Self::NotTwo | Self::NotNamed => 2,
            Self::NoHome => 78,
            Self::Output(_) => 74,
            Self::Reader(error) if error.is::<SourceError>() => 66,
            Self::Reader(_) => 70,
        }
    }

    /// Whether whoever read the output went away.
    pub fn is_broken_pipe(&self) -> bool {
        matches!(self, Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe)
    }

    /// What happened, where, and what to do about it.
    pub fn message(&self, words: &Words) -> String {
        match self {
            Self::Source(error) => {
                let mut message = words.source_error(error);
                // A command that is misspelt is taken for a path.
                if let SourceError::Missing(path) = error
                    && let Some(name) = config::nearest(path, super::arguments::NAMES)
                {
                    message.push('.');
                    message.push_str(&words.with("usage-nearest", &[("name", &format!("recoupe {name}"))]));
                }
                message
            }
            Self::AllUnread => words.get("error-all-unread"),
            Self::NoSuchArticle { name, choice, nearest } => {
                let mut message =
                    words.with("error-no-such-article", &[("name", name), ("choice", &choice.join(", "))]);
                if let Some(nearest) = nearest {
                    message.push_str(&words.with("usage-nearest", &[("name", nearest)]));
                }
                message
            }
            Self::NotTwo => words.get("error-not-two"),
            Self::NotNamed => words.get("error-not-named"),
            Self::NoHome => words.get("error-no-home"),
            Self::Output(error) => words.with("error-output", &[("what", &error.to_string())]),
            Self::Reader(error) => match error.downcast_ref::<SourceError>() {
                Some(error) => words.source_error(error),
                None => words.with("error-reader", &[("what", &format!("{error:#}"))]),
            },
        }
    }
}

/// Prints a usage error, or the help or version that was asked for, and gives the exit code.
///
/// Clap words its errors in English alone; the usual ones are worded here.
pub fn usage(error: &clap::Error, words: &Words) -> u8 {
    if !error.use_stderr() {
        let printed = error.print();
        return u8::from(printed.is_err_and(|error| error.kind() != io::ErrorKind::BrokenPipe)) * 74;
    }
    let said = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.clone()),
        Some(ContextValue::Strings(texts)) => Some(texts.join(", ")),
        _ => None,
    };
    let argument = said(ContextKind::InvalidArg).or_else(|| said(ContextKind::InvalidSubcommand));
    let key = match error.kind() {
        ErrorKind::UnknownArgument => "usage-unknown",
        ErrorKind::InvalidSubcommand => "usage-command",
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => "usage-value",
        ErrorKind::MissingRequiredArgument => "usage-missing",
        // Two arguments that exclude each other, or one that was given twice.
        ErrorKind::ArgumentConflict if said(ContextKind::PriorArg) == argument => "usage-twice",
        ErrorKind::ArgumentConflict => "usage-conflict",
        ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => "usage-count",
        ErrorKind::NoEquals => "usage-count",
        ErrorKind::MissingSubcommand => "usage-no-command",
        _ => {
            // The rest is rare, and clap's own English is better than nothing.
            let _ = error.print();
            return 2;
        }
    };
    let value = said(ContextKind::InvalidValue).unwrap_or_default();
    let mut message = words.with(
        key,
        &[
            ("argument", argument.as_deref().unwrap_or_default()),
            ("value", &value),
            ("other", &said(ContextKind::PriorArg).unwrap_or_default()),
        ],
    );
    let nearest = said(ContextKind::SuggestedArg)
        .or_else(|| said(ContextKind::SuggestedSubcommand))
        .or_else(|| said(ContextKind::SuggestedValue));
    let valid =
        said(ContextKind::ValidValue).or_else(|| std::error::Error::source(error).map(ToString::to_string));
    if let Some(nearest) = nearest {
        message.push_str(&words.with("usage-nearest", &[("name", &nearest)]));
    } else if let Some(valid) = valid.filter(|_| key == "usage-value") {
        message.push_str(&words.with("usage-valid", &[("names", &valid)]));
    }
    super::complain(&message);
    super::complain(&words.get("usage-help"));
    2
}
