//! What was starred, read, tagged, set and listed how, kept from one opening to the next.
//!
//! One file per dossier in the state folder. Two readers may have it open: what one of them changed is
//! brought into what the other has kept meanwhile, never written over it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::side;
use crate::output::Words;
use crate::source::regular::Obstacle;
use crate::text::fold;

mod file;

/// What the reader did with the articles of a dossier, by their ids.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Session {
    /// Starred articles.
    pub starred: BTreeSet<String>,
    /// Articles that were read.
    pub read: BTreeSet<String>,
    /// How alike passages must be in the comparison, in hundredths of a score; none while it is as it
    /// began.
    pub strength: Option<u8>,
    /// How the side panel lists claims.
    pub claims: side::claims::Order,
    /// How the side panel lists figures.
    pub figures: side::figures::Order,
    /// How the side panel lists actors.
    pub actors: side::actors::Order,
    /// The words that articles were tagged with.
    pub tags: BTreeMap<String, BTreeSet<String>>,
}

/// What the file holds, and what of it did not come through.
#[derive(Debug)]
pub struct Opened {
    /// As much as was understood.
    pub session: Session,
    /// What was not.
    pub problem: Option<SessionError>,
}

/// Something about a session's file that its reader should know.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SessionError {
    /// The file is there and cannot be read.
    #[error("{}: cannot be read ({obstacle})", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// Why not.
        obstacle: Obstacle,
    },
    /// It cannot be written.
    #[error("{}: cannot be written ({obstacle})", path.display())]
    Unwritable {
        /// The file.
        path: PathBuf,
        /// Why not.
        obstacle: Obstacle,
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
    /// Some of its values say nothing to this version; they stay in the file until they are set anew.
    #[error("{}: not understood: {}", path.display(), values.join(", "))]
    InPart {
        /// The file.
        path: PathBuf,
        /// The keys of these values.
        values: Vec<String>,
    },
}

impl SessionError {
    /// What went wrong, in the interface's language.
    pub fn in_words(&self, words: &Words) -> String {
        match self {
            Self::Unreadable { path, obstacle } => words.with(
                "session-unreadable",
                &[("what", &words.obstacle(obstacle)), ("path", &path.display().to_string())],
            ),
            Self::Unwritable { path, obstacle } => words.with(
                "session-unwritable",
                &[("what", &words.obstacle(obstacle)), ("path", &path.display().to_string())],
            ),
            Self::InPart { path, values } => words.with(
                "session-in-part",
                &[("what", &values.join(", ")), ("path", &path.display().to_string())],
            ),
            Self::Broken { aside, what, .. } => {
                words.with("session-broken", &[("what", what), ("path", &aside.display().to_string())])
            }
        }
    }
}

impl Session {
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

    /// This session with the change from `before` to `after` made to it.
    #[must_use]
    pub fn with_change(&self, before: &Self, after: &Self) -> Self {
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
