//! The file of a session, value by value: what one version does not understand costs that value alone, and
//! stays in the file until the reader sets it.
//!
//! ```toml
//! version = 1
//! starred = ["depeche.txt"]
//! read = ["depeche.txt", "radio.txt"]
//! strength = 40
//! claims = "speaker"
//!
//! [tags]
//! "radio.txt" = ["à vérifier"]
//! ```
//!
//! A file without a version is of the first one. Keys that are not known are a newer version's: they are kept,
//! and so is its number.

use std::collections::{BTreeMap, BTreeSet};
use std::io::ErrorKind;
use std::path::Path;

use serde::Serialize;
use serde::de::DeserializeOwned;
use toml::{Table, Value};

use super::{Opened, Session, SessionError};
use crate::source::regular::{self, Obstacle};
use crate::source::turn::{self, Links, Place, Unchanged};

/// The version that is written.
const VERSION: i64 = 1;

/// The largest file that is read, in bytes: the marks of some hundred thousand articles.
const LARGEST: u64 = 8 * 1024 * 1024;

/// The state folder is the user's own: somebody who keeps it elsewhere by a link means that.
fn place(path: &Path) -> Place<'_> {
    Place { path, largest: LARGEST, links: Links::Own }
}

impl Session {
    /// Reads a session; no file gives an empty one. A file that is no session at all is put aside.
    pub fn load(path: &Path) -> Opened {
        let here = || path.to_owned();
        let nothing = |problem| Opened { session: Self::default(), problem };
        match regular::read(path, LARGEST) {
            Err(obstacle) if obstacle.is_absence() => nothing(None),
            Err(obstacle) => nothing(Some(SessionError::Unreadable { path: here(), obstacle })),
            Ok(bytes) => match understood(&bytes) {
                Err(what) => nothing(put_aside(path, what)),
                Ok(table) => {
                    let (session, values) = session_of(&table);
                    let lost = !values.is_empty();
                    Opened { session, problem: lost.then(|| SessionError::InPart { path: here(), values }) }
                }
            },
        }
    }

    /// Makes changes, each from one session to another, to what the file at `path` holds, and gives what it
    /// holds then: the marks that another reader made stay, and so do those that neither of the two has touched.
    ///
    /// # Errors
    /// When the folder or the file cannot be read or written; the file is what it was before.
    pub fn keep(path: &Path, changes: &[(Self, Self)]) -> Result<Opened, SessionError> {
        let unwritable = |obstacle| SessionError::Unwritable { path: path.to_owned(), obstacle };
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).map_err(|error| unwritable(error.into()))?;
        }
        let problem = match regular::read(path, LARGEST).map(|bytes| understood(&bytes)) {
            Ok(Err(what)) => put_aside(path, what),
            _ => None,
        };
        let nothing = changes.iter().all(|(before, after)| before == after);
        let written = turn::change(place(path), |text| {
            if nothing {
                return Ok(text.to_owned());
            }
            let mut table = match (text, changes.first()) {
                // There was none yet, or it was removed: what this reader knows is all there is.
                ("", Some((before, _))) => with_change(Table::new(), &Self::default(), before)?,
                _ => understood(text.as_bytes())?,
            };
            for (before, after) in changes {
                table = with_change(table, before, after)?;
            }
            toml::to_string(&table).map_err(|error| error.to_string())
        });
        match written {
            Ok(text) if text.is_empty() => {
                let last = changes.last().map(|(_, after)| after.clone());
                Ok(Opened { session: last.unwrap_or_default(), problem })
            }
            Ok(text) => {
                let held = understood(text.as_bytes()).unwrap_or_default();
                Ok(Opened { session: session_of(&held).0, problem })
            }
            Err(Unchanged::Obstacle(obstacle)) => Err(unwritable(obstacle)),
            Err(Unchanged::Refused(what)) => Err(unwritable(Obstacle::System(ErrorKind::InvalidData, what))),
        }
    }
}

/// What the bytes of a file say; what is wrong with them where they are no TOML at all.
fn understood(bytes: &[u8]) -> Result<Table, String> {
    let text = std::str::from_utf8(bytes).map_err(|error| error.to_string())?;
    text.parse::<Table>().map_err(|error| error.message().to_owned())
}

fn put_aside(path: &Path, what: String) -> Option<SessionError> {
    let path = path.to_owned();
    match turn::put_aside(place(&path), |bytes| understood(bytes).is_err()) {
        Ok(Some(aside)) => Some(SessionError::Broken { path, aside, what }),
        Ok(None) => None,
        // Where it cannot be moved it will not be overwritten either.
        Err(obstacle) => Some(SessionError::Unreadable { path, obstacle }),
    }
}

/// As much of a file as this version understands, and the keys of the values that it does not.
fn session_of(table: &Table) -> (Session, Vec<String>) {
    let mut session = Session::default();
    let mut lost = Vec::new();
    for (key, value) in table {
        let understood = match key.as_str() {
            "version" => value.as_integer().is_some_and(|version| version >= VERSION),
            "starred" => take_words(value, &mut session.starred),
            "read" => take_words(value, &mut session.read),
            "strength" => take(value, &mut session.strength),
            "claims" => take(value, &mut session.claims),
            "figures" => take(value, &mut session.figures),
            "actors" => take(value, &mut session.actors),
            "tags" => value.as_table().is_some_and(|articles| {
                for (article, tags) in articles {
                    if !take_words(tags, session.tags.entry(article.clone()).or_default()) {
                        lost.push(format!("tags.{article}"));
                    }
                }
                session.tags.retain(|_, tags| !tags.is_empty());
                true
            }),
            _ => true,
        };
        if !understood {
            lost.push(key.clone());
        }
    }
    (session, lost)
}

/// Takes a value over where it is understood; says whether it was.
fn take<T: DeserializeOwned>(value: &Value, into: &mut T) -> bool {
    value.clone().try_into().map(|taken| *into = taken).is_ok()
}

/// Takes over what is a word of a list of words; says whether all of it was.
fn take_words(value: &Value, into: &mut BTreeSet<String>) -> bool {
    value.as_array().is_some_and(|values| {
        into.extend(values.iter().filter_map(Value::as_str).map(str::to_owned));
        values.iter().all(Value::is_str)
    })
}

/// A file with a change of the session made to it; whatever it holds besides stays.
fn with_change(mut table: Table, before: &Session, after: &Session) -> Result<Table, String> {
    let (theirs, _) = session_of(&table);
    let new = theirs.with_change(before, after);
    table.entry("version").or_insert(Value::Integer(VERSION));
    put_words(&mut table, "starred", &theirs.starred, &new.starred);
    put_words(&mut table, "read", &theirs.read, &new.read);
    if after.strength != before.strength {
        match new.strength {
            Some(strength) => put(&mut table, "strength", strength)?,
            None => _ = table.remove("strength"),
        }
    }
    if after.claims != before.claims {
        put(&mut table, "claims", new.claims)?;
    }
    if after.figures != before.figures {
        put(&mut table, "figures", new.figures)?;
    }
    if after.actors != before.actors {
        put(&mut table, "actors", new.actors)?;
    }
    if new.tags != theirs.tags {
        let held = table
            .remove("tags")
            .and_then(|tags| if let Value::Table(tags) = tags { Some(tags) } else { None });
        let tags = with_tags(held.unwrap_or_default(), &theirs.tags, &new.tags);
        table.insert("tags".to_owned(), Value::Table(tags));
    }
    Ok(table)
}

fn with_tags(
    mut held: Table,
    theirs: &BTreeMap<String, BTreeSet<String>>,
    new: &BTreeMap<String, BTreeSet<String>>,
) -> Table {
    let none = BTreeSet::new();
    let articles: BTreeSet<&String> = theirs.keys().chain(new.keys()).collect();
    for article in articles {
        let (before, after) = (theirs.get(article).unwrap_or(&none), new.get(article).unwrap_or(&none));
        put_words(&mut held, article, before, after);
        if held.get(article).and_then(Value::as_array).is_some_and(Vec::is_empty) {
            held.remove(article);
        }
    }
    held
}

fn put(table: &mut Table, key: &str, value: impl Serialize) -> Result<(), String> {
    let value = Value::try_from(value).map_err(|error| error.to_string())?;
    table.insert(key.to_owned(), value);
    Ok(())
}

/// Puts words in the place of others; what stands among them and is none stays.
fn put_words(table: &mut Table, key: &str, before: &BTreeSet<String>, after: &BTreeSet<String>) {
    if before == after {
        return;
    }
    let others =
        table.get(key).and_then(Value::as_array).into_iter().flatten().filter(|value| !value.is_str());
    let values: Vec<Value> = after.iter().cloned().map(Value::String).chain(others.cloned()).collect();
    table.insert(key.to_owned(), Value::Array(values));
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::super::{file_for, side};
    use super::*;

    fn keep(path: &Path, before: &Session, after: &Session) -> Session {
        let opened = Session::keep(path, &[(before.clone(), after.clone())]).unwrap();
        assert_eq!(opened.problem, None);
        opened.session
    }

    fn load(path: &Path) -> Session {
        let opened = Session::load(path);
        assert_eq!(opened.problem, None);
        opened.session
    }

    fn starring(articles: &[&str]) -> Session {
        let starred = articles.iter().map(|&id| id.to_owned()).collect();
        Session { starred, ..Session::default() }
    }

    #[test]
    fn a_session_survives_the_way_to_the_disk_and_back() {
        let folder = tempfile::tempdir().unwrap();
        let path = file_for(folder.path(), &[PathBuf::from("greve")]);
        let mut session = Session::default();
        session.starred.insert("a.txt".to_owned());
        session.tags.insert("a.txt".to_owned(), BTreeSet::from(["à vérifier".to_owned()]));
        assert_eq!(keep(&path, &Session::default(), &session), session);
        assert_eq!(load(&path), session);
    }

    #[test]
    fn two_readers_keep_what_each_of_them_marked() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.toml");
        let before = starring(&["a"]);
        keep(&path, &Session::default(), &before);
        // Both opened it with one star: one takes it off and reads b, the other stars c.
        let mut one = Session::default();
        one.read.insert("b".to_owned());
        keep(&path, &before, &one);
        let held = keep(&path, &before, &starring(&["a", "c"]));
        assert_eq!(held, Session { read: one.read, ..starring(&["c"]) });
        assert_eq!(load(&path), held);
    }

    #[test]
    fn tags_of_one_article_by_two_readers_are_both_kept() {
        let tagged = |tags: &[&str]| Session {
            tags: BTreeMap::from([("a".to_owned(), tags.iter().map(|&tag| tag.to_owned()).collect())]),
            ..Session::default()
        };
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.toml");
        keep(&path, &Session::default(), &tagged(&["eau", "vu"]));
        let held = keep(&path, &tagged(&["vu"]), &tagged(&["urgent"]));
        assert_eq!(held, tagged(&["eau", "urgent"]));
    }

    #[test]
    fn how_one_reader_lists_things_does_not_undo_how_the_other_does() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.toml");
        let by_speaker = Session { claims: side::claims::Order::Speaker, ..Session::default() };
        keep(&path, &Session::default(), &by_speaker);
        let held = keep(&path, &Session::default(), &starring(&["a"]));
        assert_eq!(held.claims, side::claims::Order::Speaker);
    }

    #[test]
    fn a_file_that_was_removed_is_made_again_whole() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("gone").join("x.toml");
        let held = keep(&path, &starring(&["a"]), &starring(&["a", "b"]));
        assert_eq!(held, starring(&["a", "b"]));
    }

    #[test]
    fn looking_at_what_is_kept_makes_no_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.toml");
        let marks = starring(&["a"]);
        assert_eq!(keep(&path, &marks, &marks), marks);
        assert!(!path.exists());
    }

    #[test]
    fn a_broken_file_is_put_aside_and_told_each_one_beside_the_others() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.toml");
        let asides: Vec<PathBuf> = [&b"starred = ["[..], b"\xff\xfe"]
            .map(|bytes| {
                std::fs::write(&path, bytes).unwrap();
                let opened = Session::load(&path);
                let Some(SessionError::Broken { aside, .. }) = opened.problem else { panic!("{opened:?}") };
                assert_eq!(std::fs::read(&aside).unwrap(), bytes);
                assert!(!path.exists());
                aside
            })
            .to_vec();
        assert_ne!(asides[0], asides[1]);
        assert_eq!(std::fs::read(&asides[0]).unwrap(), b"starred = [");
    }

    #[test]
    fn no_file_is_no_mistake() {
        assert_eq!(load(Path::new("/no/such/session.toml")), Session::default());
    }

    /// What a file is after `a` was starred, and what of it was not understood.
    fn after_a_star(text: &str) -> (String, Vec<String>) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.toml");
        std::fs::write(&path, text).unwrap();
        let Opened { session, problem } = Session::load(&path);
        let mut after = session.clone();
        after.starred.insert("a".to_owned());
        Session::keep(&path, &[(session, after)]).unwrap();
        let lost = match problem {
            Some(SessionError::InPart { values, .. }) => values,
            None => Vec::new(),
            Some(other) => panic!("{other}"),
        };
        (std::fs::read_to_string(&path).unwrap(), lost)
    }

    #[test]
    fn the_file_tells_its_version_and_an_older_one_gets_it() {
        let (text, lost) = after_a_star("starred = [\"b\"]\n");
        assert_eq!(text, "starred = [\"a\", \"b\"]\nversion = 1\n");
        assert_eq!(lost, [""; 0]);
    }

    #[test]
    fn what_a_newer_version_added_is_kept() {
        let newer = "pinned = [\"b\"]\nversion = 2\n\n[notes]\n\"b\" = \"à relire\"\n\n[notes.more]\nat = 1979-05-27\n";
        let (text, lost) = after_a_star(newer);
        let (held, newer) = (text.parse::<Table>().unwrap(), newer.parse::<Table>().unwrap());
        for (key, value) in &newer {
            assert_eq!(held.get(key), Some(value), "{key}");
        }
        assert_eq!((held.len(), lost.len()), (newer.len() + 1, 0));
    }

    #[test]
    fn a_value_that_is_not_understood_costs_itself_alone_and_stays() {
        let text = "claims = \"by-length\"\nread = [\"b\", 3]\nstarred = [\"c\", false]\nstrength = 900\n\n\
                    [tags]\nb = 3\nc = [\"eau\"]\n";
        let (text, lost) = after_a_star(text);
        assert_eq!(lost, ["claims", "read", "starred", "strength", "tags.b"]);
        let expected = "claims = \"by-length\"\nread = [\"b\", 3]\nstarred = [\"a\", \"c\", false]\nstrength = 900\n\
                        version = 1\n\n[tags]\nb = 3\nc = [\"eau\"]\n";
        assert_eq!(text, expected);
    }

    #[test]
    fn a_value_that_was_not_understood_gives_way_to_one_that_is_set() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.toml");
        std::fs::write(&path, "claims = 3\ntags = 3\nread = 3\n").unwrap();
        let by_speaker = Session {
            claims: side::claims::Order::Speaker,
            tags: BTreeMap::from([("a".to_owned(), BTreeSet::from(["eau".to_owned()]))]),
            read: BTreeSet::from(["b".to_owned()]),
            ..Session::default()
        };
        assert_eq!(keep(&path, &Session::default(), &by_speaker), by_speaker);
        assert_eq!(load(&path), by_speaker);
    }

    #[test]
    fn changes_that_were_held_back_are_made_one_after_the_other() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.toml");
        keep(&path, &Session::default(), &starring(&["theirs"]));
        let changes = [
            (starring(&[]), starring(&["a", "b"])),
            // The reader took another one's star over in between, which is no change of its own.
            (starring(&["a", "b", "theirs"]), starring(&["b", "c", "theirs"])),
        ];
        let held = Session::keep(&path, &changes).unwrap().session;
        assert_eq!(held, starring(&["b", "c", "theirs"]));
    }

    #[cfg(unix)]
    #[test]
    fn what_is_no_file_is_neither_read_nor_written() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.toml");
        std::os::unix::fs::symlink("/dev/zero", &path).unwrap();
        let problem = SessionError::Unreadable { path: path.clone(), obstacle: Obstacle::NotRegular };
        assert_eq!(Session::load(&path).problem, Some(problem));
        let problem = Session::keep(&path, &[(starring(&[]), starring(&["a"]))]).unwrap_err();
        assert_eq!(problem, SessionError::Unwritable { path: path.clone(), obstacle: Obstacle::NotRegular });
    }

    #[cfg(unix)]
    #[test]
    fn a_state_file_kept_elsewhere_by_a_link_is_written_there() {
        let (folder, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let (path, real) = (folder.path().join("x.toml"), elsewhere.path().join("y.toml"));
        std::fs::write(&real, "").unwrap();
        std::os::unix::fs::symlink(&real, &path).unwrap();
        keep(&path, &Session::default(), &starring(&["a"]));
        assert!(std::fs::symlink_metadata(&path).unwrap().is_symlink());
        assert_eq!(load(&real), starring(&["a"]));
    }
}
