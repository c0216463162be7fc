//! Where articles come from: files, folders and standard input, turned into decoded text.

use std::path::{Path, PathBuf};

pub mod encoding;

/// Text decoded from bytes, and how that was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The text.
    pub text: String,
    /// The encoding and how it was told, as the article's details show it.
    pub encoding: String,
}

/// Something that was found to read.
#[derive(Debug, Clone)]
pub struct Found {
    /// Unique in the dossier: a file's name where that is unique, else more of its path.
    pub id: String,
    /// The path as given.
    pub source: String,
    /// Where the file is; none for standard input.
    pub path: Option<PathBuf>,
}

/// Something that could not be read, and why; the dossier lists it and goes on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unread {
    /// The path as given.
    pub source: String,
    /// Why not, in words for the reader.
    pub reason: String,
}

/// What went wrong before anything could be read.
#[derive(Debug, thiserror::Error)]
pub enum SourceError {
    /// The path names nothing.
    #[error("{0}: no such file or folder")]
    Missing(String),
}

/// Lists what is to be read under `paths`: files as they are, folders recursively in order.
pub fn find(paths: &[PathBuf]) -> Result<Vec<Found>, SourceError> {
    let mut found = Vec::new();
    for path in paths {
        if !path.exists() {
            return Err(SourceError::Missing(path.display().to_string()));
        }
        let mut files = if path.is_dir() {
            std::fs::read_dir(path)
                .map(|entries| entries.flatten().map(|entry| entry.path()).collect())
                .unwrap_or_default()
        } else {
            vec![path.clone()]
        };
        files.retain(|file| file.extension().is_some_and(|ext| ext == "txt" || ext == "md"));
        files.sort();
        found.extend(files.into_iter().map(|file| Found {
            id: file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(),
            source: file.display().to_string(),
            path: Some(file),
        }));
    }
    Ok(found)
}

/// Reads one file and decodes it.
///
/// # Errors
/// The reason in words, when the file is not readable, empty, binary or too large.
pub fn read(path: &Path) -> Result<Decoded, String> {
    let bytes = std::fs::read(path).map_err(|error| error.to_string())?;
    Ok(encoding::decode(&bytes))
}
