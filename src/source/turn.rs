//! One writer at a time: two readers may be open on one dossier, and neither may lose what the other
//! keeps.
//!
//! A change is made to what stands in the file *now*, whatever was read from it before: [`change`] takes
//! its turn on the folder, reads, changes, and puts the new text in the file's place. The turn is the
//! system's advisory lock on the folder itself, so that no lock file is left behind by a crash. Where there
//! is none (some network shares, Windows), and for an editor program that asks nobody, the text is compared
//! once more right before it is replaced, and the change made anew where it is another.

use std::fs::{self, File, TryLockError};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;
use std::time::{Duration, Instant};

/// Nobody holds a folder longer than this; a turn that does not come by then is not waited for.
const PATIENCE: Duration = Duration::from_secs(3);

/// Between two looks at whether it is our turn.
const PAUSE: Duration = Duration::from_millis(5);

/// A file that is another one every time is given up after so many tries.
const MOST_TRIES: usize = 20;

/// Why a file was not changed. It is what it was before.
#[derive(Debug)]
pub enum Unchanged<E> {
    /// The change itself could not be made.
    Refused(E),
    /// The system refused.
    Io(io::Error),
}

/// Changes the text of the file at `path` by `change`, which may be run again where somebody else was
/// faster; gives the text that the file has now. No file counts as an empty text, and an empty text
/// removes the file.
///
/// # Errors
/// When `change` gives one, or the file cannot be read as UTF-8 or written.
pub fn change<E>(path: &Path, change: impl Fn(&str) -> Result<String, E>) -> Result<String, Unchanged<E>> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let _turn = Turn::take(folder);
    for _ in 0..MOST_TRIES {
        let old = read(path).map_err(Unchanged::Io)?;
        let new = change(&old).map_err(Unchanged::Refused)?;
        if new == old || replace(path, &old, &new).map_err(Unchanged::Io)? {
            return Ok(new);
        }
    }
    Err(Unchanged::Io(ErrorKind::ResourceBusy.into()))
}

/// A folder held against other writers until this is dropped.
struct Turn {
    _folder: Option<File>,
}

impl Turn {
    /// Waits until nobody else holds `folder`; goes on without where it cannot be held at all.
    fn take(folder: &Path) -> Self {
        let start = Instant::now();
        let Ok(file) = File::open(folder) else { return Self { _folder: None } };
        loop {
            match file.try_lock() {
                Ok(()) => return Self { _folder: Some(file) },
                Err(TryLockError::WouldBlock) if start.elapsed() < PATIENCE => thread::sleep(PAUSE),
                Err(_) => return Self { _folder: None },
            }
        }
    }
}

fn read(path: &Path) -> io::Result<String> {
    match fs::read_to_string(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(String::new()),
        read => read,
    }
}

/// Puts `new` in the place of `old`, whole or not at all; says whether `old` was still there.
fn replace(path: &Path, old: &str, new: &str) -> io::Result<bool> {
    // A link stays one: what it leads to is replaced.
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    if new.is_empty() {
        let same = read(&path)? == old;
        if same {
            fs::remove_file(&path)?;
        }
        return Ok(same);
    }
    let temporary = temporary(&path);
    let written = File::create(&temporary)
        .and_then(|mut file| file.write_all(new.as_bytes()).and_then(|()| file.sync_all()))
        .and_then(|()| match fs::metadata(&path) {
            Ok(about) => fs::set_permissions(&temporary, about.permissions()),
            Err(_) => Ok(()),
        })
        .and_then(|()| {
            let same = read(&path)? == old;
            if same {
                fs::rename(&temporary, &path)?;
            }
            Ok(same)
        });
    if !matches!(written, Ok(true)) {
        // What is left of a failed attempt is of no use; that it cannot be removed is no news.
        let _ = fs::remove_file(&temporary);
    }
    written
}

/// A name beside `path` that nobody else writes to.
fn temporary(path: &Path) -> PathBuf {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}-{}.tmp", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed)));
    path.with_file_name(name)
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::convert::Infallible;

    use super::*;

    fn add(path: &Path, line: &str) -> String {
        change(path, |text| Ok::<_, Infallible>(format!("{text}{line}\n"))).unwrap()
    }

    #[test]
    fn writers_at_the_same_time_lose_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("list.txt");
        thread::scope(|scope| {
            for writer in 0..4 {
                let path = &path;
                scope.spawn(move || (0..12).for_each(|line| _ = add(path, &format!("{writer}:{line}"))));
            }
        });
        let text = fs::read_to_string(&path).unwrap();
        let mut lines: Vec<&str> = text.lines().collect();
        lines.sort_unstable();
        lines.dedup();
        assert_eq!(lines.len(), 48);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing temporary is left");
    }

    #[test]
    fn a_file_saved_meanwhile_by_a_program_that_asks_nobody_is_changed_as_it_is_then() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("list.txt");
        fs::write(&path, "old\n").unwrap();
        let first = Cell::new(true);
        change(&path, |text| {
            if first.replace(false) {
                fs::write(&path, "theirs\n").unwrap();
            }
            Ok::<_, Infallible>(format!("{text}ours\n"))
        })
        .unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "theirs\nours\n");
    }

    #[test]
    fn an_empty_text_leaves_no_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("list.txt");
        add(&path, "one");
        change(&path, |_| Ok::<_, Infallible>(String::new())).unwrap();
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_a_link() {
        let folder = tempfile::tempdir().unwrap();
        let (real, link) = (folder.path().join("real.txt"), folder.path().join("link.txt"));
        fs::write(&real, "a\n").unwrap();
        std::os::unix::fs::symlink(&real, &link).unwrap();
        add(&link, "b");
        assert_eq!(fs::read_to_string(&real).unwrap(), "a\nb\n");
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    }
}
