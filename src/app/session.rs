//! What was starred, read, tagged, set and listed how, kept from one opening to the next.
//!
//! One file per dossier in the state folder. Two readers may have it open: what one of them changed is
//! brought into what the other has kept meanwhile, never written over it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::side;
use crate::output::Words;
use crate::source::turn::{self, Unchanged};
use crate::text::fold;

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
    /// How the side panel lists actors.
    pub actors: side::actors::Order,
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
    /// It cannot be written.
    #[error("{}: cannot be written ({error})", path.display())]
    Unwritable {
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
            Self::Unwritable { path, error } => words.with(
                "session-unwritable",
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

    /// The tags of an article, in alphabetical order, whatever the case and the accents.
    pub fn tags_of(&self, article: &str) -> impl Iterator<Item = &str> {
        let mut tags: Vec<&str> = self.tags.get(article).into_iter().flatten().map(String::as_str).collect();
        tags.sort_by_cached_key(|tag| fold(tag));
        tags.into_iter()
    }

    /// Every tag there is, the most used first. Spellings that differ by case or accents alone are one tag,
    /// as most articles have it.
    pub fn all_tags(&self) -> Vec<String> {
        let mut uses: BTreeMap<&str, usize> = BTreeMap::new();
        for tag in self.tags.values().flatten() {
            *uses.entry(tag).or_default() += 1;
        }
        let mut tags: Vec<(&str, usize)> = uses.into_iter().collect();
        tags.sort_by_key(|(_, uses)| std::cmp::Reverse(*uses));
        let mut seen = BTreeSet::new();
        tags.into_iter().filter(|(tag, _)| seen.insert(fold(tag))).map(|(tag, _)| tag.to_owned()).collect()
    }

    /// Brings what changed from `before` to `after` into the file at `path`, and gives what it holds now:
    /// the marks that another reader made stay, and so do those that neither of the two has touched.
    ///
    /// # Errors
    /// When the folder or the file cannot be read or written. A file that is no session is put aside.
    pub fn keep(path: &Path, before: &Self, after: &Self) -> Result<Self, SessionError> {
        let unwritable = |error| SessionError::Unwritable { path: path.to_owned(), error };
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).map_err(unwritable)?;
        }
        let broken = Self::load(path).err().filter(|error| matches!(error, SessionError::Broken { .. }));
        let written = turn::change(path, |text| {
            if text.is_empty() && before == after {
                // Nothing was changed, so there is nothing to make a file for.
                return Ok(String::new());
            }
            let theirs = match text {
                // There was none yet, or it was removed: what this reader knows is all there is.
                "" => before.clone(),
                _ => toml::from_str(text).map_err(|error| error.message().to_owned())?,
            };
            toml::to_string(&theirs.with_change(before, after)).map_err(|error| error.to_string())
        });
        match (written, broken) {
            (Ok(_), Some(broken)) => Err(broken),
            (Ok(text), None) if text.is_empty() => Ok(after.clone()),
            (Ok(text), None) => Ok(toml::from_str(&text).unwrap_or_else(|_| after.clone())),
            (Err(Unchanged::Io(error)), _) => Err(unwritable(error)),
            (Err(Unchanged::Refused(what)), _) => Err(unwritable(std::io::Error::other(what))),
        }
    }

    /// This session with the change from `before` to `after` made to it.
    #[must_use]
    fn with_change(&self, before: &Self, after: &Self) -> Self {
        let mut session = self.clone();
        session.rebase(before, after);
        if after.strength != before.strength {
            session.strength = after.strength;
        }
        if after.claims != before.claims {
            session.claims = after.claims;
        }
        if after.figures != before.figures {
            session.figures = after.figures;
        }
        if after.actors != before.actors {
            session.actors = after.actors;
        }
        session
    }

    /// Makes the change from `before` to `after` to the marks: stars, reading marks and tags. How things
    /// are listed stays.
    pub fn rebase(&mut self, before: &Self, after: &Self) {
        change_set(&mut self.starred, &before.starred, &after.starred);
        change_set(&mut self.read, &before.read, &after.read);
        let articles: BTreeSet<&String> = before.tags.keys().chain(after.tags.keys()).collect();
        let none = BTreeSet::new();
        for article in articles {
            let tags = self.tags.entry(article.clone()).or_default();
            change_set(
                tags,
                before.tags.get(article).unwrap_or(&none),
                after.tags.get(article).unwrap_or(&none),
            );
            if tags.is_empty() {
                self.tags.remove(article);
            }
        }
    }
}

/// Puts into `set` what `after` has and `before` has not, and takes out what it is the other way round for.
fn change_set(set: &mut BTreeSet<String>, before: &BTreeSet<String>, after: &BTreeSet<String>) {
    set.retain(|held| after.contains(held) || !before.contains(held));
    set.extend(after.difference(before).cloned());
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
        assert_eq!(Session::keep(&path, &Session::default(), &session).unwrap(), session);
        assert_eq!(Session::load(&path).unwrap(), session);
    }

    fn starring(articles: &[&str]) -> Session {
        let starred = articles.iter().map(|&id| id.to_owned()).collect();
        Session { starred, ..Session::default() }
    }

    #[test]
    fn two_readers_keep_what_each_of_them_marked() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.toml");
        let before = starring(&["a"]);
        Session::keep(&path, &Session::default(), &before).unwrap();
        // Both opened it with one star: one takes it off and reads b, the other stars c.
        let mut one = Session::default();
        one.read.insert("b".to_owned());
        Session::keep(&path, &before, &one).unwrap();
        let held = Session::keep(&path, &before, &starring(&["a", "c"])).unwrap();
        assert_eq!(held, Session { read: one.read, ..starring(&["c"]) });
        assert_eq!(Session::load(&path).unwrap(), held);
    }

    #[test]
    fn tags_of_one_article_by_two_readers_are_both_kept() {
        let tagged = |tags: &[&str]| Session {
            tags: BTreeMap::from([("a".to_owned(), tags.iter().map(|&tag| tag.to_owned()).collect())]),
            ..Session::default()
        };
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.toml");
        Session::keep(&path, &Session::default(), &tagged(&["eau", "vu"])).unwrap();
        let held = Session::keep(&path, &tagged(&["vu"]), &tagged(&["urgent"])).unwrap();
        assert_eq!(held, tagged(&["eau", "urgent"]));
    }

    #[test]
    fn how_one_reader_lists_things_does_not_undo_how_the_other_does() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.toml");
        let by_speaker = Session { claims: side::claims::Order::Speaker, ..Session::default() };
        Session::keep(&path, &Session::default(), &by_speaker).unwrap();
        let held = Session::keep(&path, &Session::default(), &starring(&["a"])).unwrap();
        assert_eq!(held.claims, side::claims::Order::Speaker);
    }

    #[test]
    fn a_file_that_was_removed_is_made_again_whole() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("gone").join("x.toml");
        let held = Session::keep(&path, &starring(&["a"]), &starring(&["a", "b"])).unwrap();
        assert_eq!(held, starring(&["a", "b"]));
    }

    #[test]
    fn looking_at_what_is_kept_makes_no_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.toml");
        let marks = starring(&["a"]);
        assert_eq!(Session::keep(&path, &marks, &marks).unwrap(), marks);
        assert!(!path.exists());
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
        for (article, tag) in [("a", "eau"), ("b", "urgent"), ("c", "urgent"), ("d", "Eau"), ("e", "eau")] {
            session.tags.entry(article.to_owned()).or_default().insert(tag.to_owned());
        }
        assert_eq!(session.all_tags(), ["eau", "urgent"]);
    }
}
