//! What was starred, read and set, kept from one opening to the next.
//!
//! One file per dossier in the state folder; written to a temporary file and renamed, so that a
//! broken one is never left behind.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

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
}

impl Session {
    /// Reads a session; a missing or broken file gives an empty one, and says so where it is broken.
    pub fn load(path: &Path) -> (Self, Option<String>) {
        match std::fs::read_to_string(path) {
            Err(_) => (Self::default(), None),
            Ok(text) => match toml::from_str(&text) {
                Ok(session) => (session, None),
                Err(error) => (Self::default(), Some(format!("{}: {}", path.display(), error.message()))),
            },
        }
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
        let temporary = path.with_extension("tmp");
        std::fs::write(&temporary, text)?;
        std::fs::rename(&temporary, path)
    }
}

/// The file that keeps the session of the dossier at `paths`: named after the paths, so that two
/// folders of one name stay apart.
pub fn file_for(state: &Path, paths: &[PathBuf]) -> PathBuf {
    use std::hash::{Hash, Hasher};
    let mut hasher = std::hash::DefaultHasher::new();
    for path in paths {
        std::path::absolute(path).unwrap_or_else(|_| path.clone()).hash(&mut hasher);
    }
    state.join(format!("{:016x}.toml", hasher.finish()))
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
        session.save(&path).unwrap();
        assert_eq!(Session::load(&path), (session, None));
    }

    #[test]
    fn a_broken_file_gives_an_empty_session_and_a_line() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.toml");
        std::fs::write(&path, "starred = 3").unwrap();
        let (session, problem) = Session::load(&path);
        assert_eq!(session, Session::default());
        assert!(problem.unwrap().contains("x.toml"));
    }
}
