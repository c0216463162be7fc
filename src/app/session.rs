//! What was starred, read, tagged, set and listed how, kept from one opening to the next.
//!
//! One file per dossier in the state folder; written to a temporary file and renamed, so that a
//! broken one is never left behind.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::side;
use crate::output::Words;

/// What the reader did with the articles of a dossier, by their ids.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Session {
    /// Starred articles.
    pub starred: BTreeSet<String>,
    /// Articles that were read.
    pub read: BTreeSet<String>,
    /// How alike passages must be in the comparison, in hundredths of a score; none while it is as it
    /// began.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub strength: Option<u8>,
    /// How the side panel lists claims.
    pub claims: side::claims::Order,
    /// How the side panel lists figures.
    pub figures: side::figures::Order,
    /// The words that articles were tagged with. A table, so it comes last in the file.
    pub tags: BTreeMap<String, BTreeSet<String>>,
}

/// A session that could not be taken over from the last time.
#[derive(Debug, thiserror::Error)]
pub enum SessionError {
    /// The file is there and cannot be read.
    #[error("{}: cannot be read ({error})", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system said.
        error: std::io::Error,
    },
    /// What is in it is no session; it was put aside, so that the next star does not overwrite it.
    #[error("{}: {what}; kept as {}", path.display(), aside.display())]
    Broken {
        /// The file.
        path: PathBuf,
        /// Where it is now.
        aside: PathBuf,
        /// What is wrong with it.
        what: String,
    },
}

impl SessionError {
    /// What went wrong, in the interface's language.
    pub fn in_words(&self, words: &Words) -> String {
        match self {
            Self::Unreadable { path, error } => words.with(
                "session-unreadable",
                &[("what", &error.to_string()), ("path", &path.display().to_string())],
            ),
            Self::Broken { aside, what, .. } => {
                words.with("session-broken", &[("what", what), ("path", &aside.display().to_string())])
            }
        }
    }
}

impl Session {
    /// Reads a session; no file gives an empty one.
    ///
    /// # Errors
    /// When the file cannot be read or understood; the reading starts with an empty session then.
    pub fn load(path: &Path) -> Result<Self, SessionError> {
        let bytes = match std::fs::read(path) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Self::default()),
            Err(error) => return Err(SessionError::Unreadable { path: path.to_owned(), error }),
            Ok(bytes) => bytes,
        };
        let understood = String::from_utf8(bytes)
            .map_err(|error| error.to_string())
            .and_then(|text| toml::from_str(&text).map_err(|error| error.message().to_owned()));
        understood.map_err(|what| {
            let aside = path.with_extension("broken.toml");
            // Where it cannot be moved it will not be overwritten either.
            let _ = std::fs::rename(path, &aside);
            SessionError::Broken { path: path.to_owned(), aside, what }
        })
    }

    /// The tags of an article, in alphabetical order.
    pub fn tags_of(&self, article: &str) -> impl Iterator<Item = &str> {
        self.tags.get(article).into_iter().flatten().map(String::as_str)
    }

    /// Every tag there is, the most used first.
    pub fn all_tags(&self) -> Vec<String> {
        let mut uses: BTreeMap<&str, usize> = BTreeMap::new();
        for tag in self.tags.values().flatten() {
            *uses.entry(tag).or_default() += 1;
        }
        let mut tags: Vec<(&str, usize)> = uses.into_iter().collect();
        tags.sort_by_key(|(_, uses)| std::cmp::Reverse(*uses));
        tags.into_iter().map(|(tag, _)| tag.to_owned()).collect()
    }

    /// Writes the session.
    ///
    /// # Errors
    /// When the folder or the file cannot be written.
    pub fn save(&self, path: &Path) -> std::io::Result<()> {
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        let text = toml::to_string(self).map_err(std::io::Error::other)?;
        // Two readers may be open on one dossier.
        let temporary = path.with_extension(format!("{}.tmp", std::process::id()));
        let written = std::fs::write(&temporary, text).and_then(|()| std::fs::rename(&temporary, path));
        if written.is_err() {
            // What is left of a failed attempt is of no use; that it cannot be removed is no news.
            let _ = std::fs::remove_file(&temporary);
        }
        written
    }
}

/// The file that keeps the session of the dossier at `paths`: named after the paths, so that two
/// folders of one name stay apart.
pub fn file_for(state: &Path, paths: &[PathBuf]) -> PathBuf {
    // FNV-1a, 64 bits (Fowler, Noll, Vo): the standard library's hasher may change with any release of
    // the compiler, and every star would be lost with it.
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    let mut add = |byte: u8| hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    for path in paths {
        let whole = std::path::absolute(path).unwrap_or_else(|_| path.clone());
        whole.as_os_str().as_encoded_bytes().iter().copied().for_each(&mut add);
        add(0);
    }
    state.join(format!("{hash:016x}.toml"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_survives_the_way_to_the_disk_and_back() {
        let folder = tempfile::tempdir().unwrap();
        let path = file_for(folder.path(), &[PathBuf::from("greve")]);
        let mut session = Session::default();
        session.starred.insert("a.txt".to_owned());
        session.tags.insert("a.txt".to_owned(), BTreeSet::from(["à vérifier".to_owned()]));
        session.save(&path).unwrap();
        assert_eq!(Session::load(&path).unwrap(), session);
    }

    #[test]
    fn a_broken_file_is_put_aside_and_told() {
        for bytes in [&b"starred = 3"[..], b"\xff\xfe"] {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("x.toml");
            std::fs::write(&path, bytes).unwrap();
            let Err(SessionError::Broken { aside, .. }) = Session::load(&path) else { panic!("read") };
            assert_eq!(std::fs::read(aside).unwrap(), bytes);
            assert!(!path.exists());
        }
    }

    #[test]
    fn no_file_is_no_mistake() {
        assert_eq!(Session::load(Path::new("/no/such/session.toml")).unwrap(), Session::default());
    }

    #[test]
    fn a_dossier_keeps_its_file_from_one_version_to_the_next() {
        let file = file_for(Path::new("/state"), &[PathBuf::from("/dossiers/greve")]);
        assert_eq!(file, Path::new("/state/ae29ecc3a3ddd8f6.toml"));
    }

    #[test]
    fn the_most_used_tag_comes_first() {
        let mut session = Session::default();
        for (article, tag) in [("a", "eau"), ("b", "urgent"), ("c", "urgent")] {
            session.tags.entry(article.to_owned()).or_default().insert(tag.to_owned());
        }
        assert_eq!(session.all_tags(), ["urgent", "eau"]);
    }
}
