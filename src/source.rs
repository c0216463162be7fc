//! Where articles come from: files, folders and standard input, turned into decoded text.
//!
//! [`find`] lists what is to be read, [`read`] reads one of them; neither stops at a file that
//! cannot be read, since the rest of the dossier is still worth reading: such a file is listed with
//! its [`Reason`]. How bytes become characters is told in [`encoding`], what `dossier.toml` adds in
//! [`sidecar`], what counts as a file in [`regular`], and how what the reader sets is written in [`turn`]. A new format is
//! a file beside these, and a branch in [`read`].

use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use encoding::Charset;

pub mod encoding;
mod listing;
pub mod regular;
pub mod sidecar;
pub mod turn;

pub use listing::find;
use regular::Obstacle;

/// The largest file that is read, in bytes: 8 MiB, some twenty-five times the longest article. Four times as
/// much of nothing but short lines took the finder over a gigabyte.
pub const LARGEST: u64 = 8 * 1024 * 1024;

/// The first line of what the program itself writes as Markdown. A reader of Markdown does not show it, and
/// who opens the folder that it was saved into does not get it as one more article.
pub const EXPORTED: &str = "<!-- recoupe.export/1: written by Recoupe, no article -->";

/// What that line begins with in every version.
const EXPORT: &str = "<!-- recoupe.export/";

/// The name that stands for standard input on the command line.
pub const STANDARD_INPUT: &str = "-";

/// Text decoded from bytes, and how that was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The text.
    pub text: String,
    /// The encoding and how it was told, as the article's details show it.
    pub encoding: String,
}

/// What reading one file gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// Its text.
    pub decoded: Decoded,
    /// What its bytes did not say outright.
    pub repairs: Repairs,
}

/// What was mended, or given up, so that a text could be read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Repairs {
    /// How many characters stand in another encoding than the rest of the text.
    pub foreign: usize,
    /// Which encoding that is; empty where there are none.
    pub foreign_encoding: &'static str,
    /// How many sequences of bytes meant nothing in the text's encoding and became U+FFFD.
    pub broken: usize,
    /// In how many places UTF-8 had been read as Windows-1252 and saved so (`Ã©` for `é`).
    pub doubled: usize,
}

impl Repairs {
    /// Whether there was anything to mend.
    pub const fn any(&self) -> bool {
        self.foreign + self.broken + self.doubled > 0
    }
}

/// Something that was found to read.
#[derive(Debug, Clone)]
pub struct Found {
    /// Unique in the dossier: a file's name where that is unique, else more of its path.
    pub id: String,
    /// The path as given; `-` for standard input.
    pub source: String,
    /// Where the file is; none for standard input.
    pub path: Option<PathBuf>,
    /// Why it is not to be read, where the folder that it was found in tells already.
    pub refused: Option<Reason>,
}

/// Something that could not be read, and why; the dossier lists it and goes on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unread {
    /// The path as given.
    pub source: String,
    /// Why not.
    pub reason: Reason,
}

impl std::fmt::Display for Unread {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.source, self.reason)
    }
}

/// Why a file could not be read. [`Reason::key`] names its message in the interface's languages.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    /// It was listed, and then it was not there any more.
    #[error("it was there and has disappeared; reload once it is back")]
    Gone,
    /// The system does not allow reading it.
    #[error("you may not read it; change its permissions and reload")]
    Denied,
    /// Nothing, or nothing but white space, is in it.
    #[error("it is empty; save the article's text into it")]
    Empty,
    /// What is in it is not text.
    #[error("it is not text; save the article as plain text or Markdown")]
    Binary,
    /// The program wrote it itself, as an export.
    #[error("it is an export of Recoupe and no article; without its first line it would be read")]
    Export,
    /// It is over [`LARGEST`].
    #[error("it is larger than 8 MiB; split it, or take the article out of it")]
    TooLarge,
    /// It is a folder inside another path.
    #[error("it is neither a file nor a folder that can be listed")]
    NotAFile,
    /// It is a pipe, a socket or a device.
    #[error(
        "it is a pipe, a socket or a device, and only files are read; hand it over as standard input (-)"
    )]
    NotRegular,
    /// It is a link in a folder, and what it leads to is not.
    #[error("it is a link out of the folder; copy the article into it, or name the link itself")]
    LeadsOut,
    /// The system said something else.
    #[error("it cannot be read ({0}); copy it elsewhere and try again")]
    Failed(String),
}

impl Reason {
    /// The key of its message in `assets/i18n`; [`Reason::Failed`] has the variable `what`.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Gone => "reason-gone",
            Self::Denied => "reason-denied",
            Self::Empty => "reason-empty",
            Self::Binary => "reason-binary",
            Self::Export => "reason-export",
            Self::TooLarge => "reason-too-large",
            Self::NotAFile => "reason-not-a-file",
            Self::NotRegular => "reason-not-regular",
            Self::LeadsOut => "reason-leads-out",
            Self::Failed(_) => "reason-failed",
        }
    }

    fn of(error: std::io::Error) -> Self {
        Obstacle::from(error).into()
    }
}

impl From<Obstacle> for Reason {
    fn from(obstacle: Obstacle) -> Self {
        match obstacle {
            Obstacle::NotRegular => Self::NotRegular,
            Obstacle::TooLarge(_) => Self::TooLarge,
            Obstacle::NotText => Self::Binary,
            Obstacle::LeadsOut(_) => Self::LeadsOut,
            Obstacle::System(ErrorKind::NotFound, _) => Self::Gone,
            Obstacle::System(ErrorKind::PermissionDenied, _) => Self::Denied,
            Obstacle::System(ErrorKind::IsADirectory, _) => Self::NotAFile,
            Obstacle::System(_, what) => Self::Failed(what),
        }
    }
}

/// What went wrong before anything could be read.
#[derive(Debug, thiserror::Error)]
pub enum SourceError {
    /// The path names nothing.
    #[error("{0}: no such file or folder; check the spelling, or name the folder that holds the articles")]
    Missing(String),
    /// The folder holds nothing at all.
    #[error("{0}: the folder is empty; put articles into it as .txt or .md files")]
    EmptyFolder(String),
    /// The folder holds files, but none of a kind that is read.
    #[error("{0}: no .txt or .md file in this folder; name a file itself to read it whatever its ending")]
    NoArticles(String),
    /// The name given for an encoding is none.
    #[error("{label}: no such encoding; try {nearest}, or leave it out to have it told from the text")]
    UnknownEncoding {
        /// What was given.
        label: String,
        /// Names that would be known, for the message.
        nearest: String,
    },
}

impl SourceError {
    /// The key of its message in `assets/i18n`, which has the variable `path` (for an encoding,
    /// `label` and `nearest`).
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Missing(_) => "source-missing",
            Self::EmptyFolder(_) => "source-empty-folder",
            Self::NoArticles(_) => "source-no-articles",
            Self::UnknownEncoding { .. } => "source-unknown-encoding",
        }
    }
}

/// Reads one file, or standard input where there is no path, and decodes it.
///
/// `encoding` is the one to use whatever the bytes look like; without it, it is told from them.
///
/// # Errors
/// The reason, when the file is gone, not readable, empty, binary, over [`LARGEST`], an export or no file at all.
pub fn read(path: Option<&Path>, encoding: Option<Charset>) -> Result<Reading, Reason> {
    let bytes = match path {
        None => standard_input(),
        Some(path) if path.is_dir() => {
            Err(std::fs::read_dir(path).err().map_or(Reason::NotAFile, Reason::of))
        }
        Some(path) if is_handed_over(path) => std::fs::File::open(path).map_err(Reason::of).and_then(bytes),
        Some(path) => regular::read(path, LARGEST).map_err(Reason::from),
    }?;
    let reading = encoding::decode(&bytes, encoding)?;
    if reading.decoded.text.trim_start().starts_with(EXPORT) { Err(Reason::Export) } else { Ok(reading) }
}

/// Whether `path` names a pipe that the program was started with, as `recoupe <(command)` does: unlike a
/// pipe in a folder it has somebody who writes into it.
fn is_handed_over(path: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::FileTypeExt;
        let open = ["/dev/fd", "/proc/self/fd"].iter().any(|folder| path.parent() == Some(Path::new(folder)));
        (open || path == Path::new("/dev/stdin"))
            && path.metadata().is_ok_and(|about| about.file_type().is_fifo())
    }
    #[cfg(not(unix))]
    {
        let _ = path;
        false
    }
}

/// What stands on standard input. It can be read only once, so it is kept for reading it again.
fn standard_input() -> Result<Vec<u8>, Reason> {
    static READ: OnceLock<Result<Vec<u8>, Reason>> = OnceLock::new();
    READ.get_or_init(|| bytes(std::io::stdin().lock())).clone()
}

fn bytes(from: impl Read) -> Result<Vec<u8>, Reason> {
    let mut bytes = Vec::new();
    from.take(LARGEST + 1).read_to_end(&mut bytes).map_err(Reason::of)?;
    if bytes.len() as u64 > LARGEST { Err(Reason::TooLarge) } else { Ok(bytes) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reason(name: &str, bytes: &[u8]) -> Reason {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        read(Some(&path), None).unwrap_err()
    }

    #[test]
    fn a_file_that_vanished_says_so() {
        assert_eq!(read(Some(Path::new("/no/such/article.txt")), None), Err(Reason::Gone));
    }

    #[test]
    fn a_file_of_white_space_is_empty() {
        assert_eq!(reason("vide.txt", b" \n\t\n"), Reason::Empty);
    }

    #[test]
    fn a_picture_renamed_is_binary() {
        assert_eq!(reason("photo.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), Reason::Binary);
    }

    #[test]
    fn what_the_program_wrote_is_no_article() {
        assert_eq!(reason("export.md", format!("{EXPORTED}\n\n# Le port\n").as_bytes()), Reason::Export);
        assert_eq!(reason("later.md", b"<!-- recoupe.export/2: x -->\n\n# Le port\n"), Reason::Export);
    }

    #[test]
    fn a_file_over_the_limit_is_not_read_at_all() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("long.txt");
        std::fs::File::create(&path).unwrap().set_len(LARGEST + 1).unwrap();
        assert_eq!(read(Some(&path), None), Err(Reason::TooLarge));
    }

    #[test]
    fn a_stream_without_a_size_stops_at_the_limit() {
        assert_eq!(bytes(std::io::repeat(b'a')), Err(Reason::TooLarge));
    }

    #[test]
    fn an_unread_file_names_itself_the_trouble_and_the_remedy() {
        let unread = Unread { source: "dossier/a.txt".into(), reason: Reason::Empty };
        assert_eq!(unread.to_string(), "dossier/a.txt: it is empty; save the article's text into it");
    }
}
