//! One writer at a time: two readers may be open on one dossier, and neither may lose what the other
//! keeps.
//!
//! A change is made to what stands in the file *now*, whatever was read from it before: [`change`] takes
//! its turn on the folder, reads, changes, and puts the new text in the file's place. The turn is the
//! system's advisory lock on the folder itself, so that no lock file is left behind by a crash. Where there
//! is none (some network shares, Windows), and for an editor program that asks nobody, the text is compared
//! once more right before it is replaced, and the change made anew where it is another.

use std::ffi::OsStr;
use std::fs::{self, DirEntry, File, TryLockError};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use super::regular::{self, Obstacle, folder_of};

/// Nobody holds a folder longer than this; a turn that does not come by then is not waited for.
const PATIENCE: Duration = Duration::from_secs(3);

/// Between two looks at whether it is our turn.
const PAUSE: Duration = Duration::from_millis(5);

/// A file that is another one every time is given up after so many tries.
const MOST_TRIES: usize = 20;

/// No save takes this long: what is older was left behind, whoever has the number of its process now.
const LEFT_BEHIND: Duration = Duration::from_secs(10 * 60);

/// A file that is written to, and what it may be.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    /// Its path.
    pub path: &'a Path,
    /// The most bytes it may have.
    pub largest: u64,
    /// Where it may be elsewhere.
    pub links: Links,
}

/// Which links are followed to the file that is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Links {
    /// Those that stay in its folder, which may come from anybody.
    Within,
    /// All: the folder is the user's own, and so are the links in it.
    Own,
}

impl Place<'_> {
    /// The file itself. A link stays one: what it leads to is replaced.
    fn target(&self) -> Result<PathBuf, Obstacle> {
        match self.links {
            Links::Within => regular::within(folder_of(self.path), self.path),
            Links::Own => regular::followed(self.path),
        }
    }
}

/// Why a file was not changed. It is what it was before.
#[derive(Debug)]
pub enum Unchanged<E> {
    /// The change itself could not be made.
    Refused(E),
    /// The file cannot be read or written.
    Obstacle(Obstacle),
}

/// Changes the text of a file by `change`, which may be run again where somebody else was faster; gives
/// the text that the file has now. No file counts as an empty text, and an empty text removes the file.
///
/// # Errors
/// When `change` gives one, or the file cannot be read as UTF-8 or written.
pub fn change<E>(
    place: Place<'_>,
    change: impl Fn(&str) -> Result<String, E>,
) -> Result<String, Unchanged<E>> {
    let turn = Turn::take(folder_of(place.path));
    let path = place.target().map_err(Unchanged::Obstacle)?;
    sweep(&path, turn.is_ours());
    for _ in 0..MOST_TRIES {
        let old = read(&path, place.largest).map_err(Unchanged::Obstacle)?;
        let new = change(&old).map_err(Unchanged::Refused)?;
        if new.len() as u64 > place.largest {
            // It could never be read again.
            return Err(Unchanged::Obstacle(Obstacle::TooLarge(place.largest)));
        }
        let same = || Ok(read(&path, place.largest)? == old);
        if new == old || replace(&path, &new, same, &settle).map_err(Unchanged::Obstacle)? {
            return Ok(new);
        }
    }
    Err(Unchanged::Obstacle(io::Error::from(ErrorKind::ResourceBusy).into()))
}

/// Puts a file aside where what is in it now is `broken`, under the first of `NAME.broken.toml`,
/// `NAME.broken-2.toml` … that nothing has yet; gives that name.
///
/// # Errors
/// When the file cannot be read or moved; it stays where it is.
pub fn put_aside(place: Place<'_>, broken: impl Fn(&[u8]) -> bool) -> Result<Option<PathBuf>, Obstacle> {
    let _turn = Turn::take(folder_of(place.path));
    let path = place.target()?;
    if !broken(&regular::read(&path, place.largest)?) {
        // Somebody else was faster.
        return Ok(None);
    }
    let mut number = 1;
    loop {
        let ending = if number == 1 { "broken.toml".to_owned() } else { format!("broken-{number}.toml") };
        let aside = path.with_extension(ending);
        // Renaming would write over what has the name, so it is taken first.
        match File::create_new(&aside) {
            Ok(_) => {
                return match fs::rename(&path, &aside) {
                    Ok(()) => Ok(Some(aside)),
                    Err(error) => {
                        let _ = fs::remove_file(&aside);
                        Err(error.into())
                    }
                };
            }
            Err(error) if error.kind() == ErrorKind::AlreadyExists => number += 1,
            Err(error) => return Err(error.into()),
        }
    }
}

/// A folder held against other writers until this is dropped.
struct Turn {
    folder: Option<File>,
}

impl Turn {
    /// Waits until nobody else holds `folder`; goes on without where it cannot be held at all.
    fn take(folder: &Path) -> Self {
        let start = Instant::now();
        let Ok(file) = File::open(folder) else { return Self { folder: None } };
        loop {
            match file.try_lock() {
                Ok(()) => return Self { folder: Some(file) },
                Err(TryLockError::WouldBlock) if start.elapsed() < PATIENCE => thread::sleep(PAUSE),
                Err(_) => return Self { folder: None },
            }
        }
    }

    /// Whether nobody else is writing there.
    fn is_ours(&self) -> bool {
        self.folder.is_some()
    }
}

fn read(path: &Path, largest: u64) -> Result<String, Obstacle> {
    Ok(regular::read_text(path, largest)?.unwrap_or_default())
}

/// Puts `new` at `path`, whole or not at all, if what was there is still the `same`; says whether it was.
fn replace(
    path: &Path,
    new: &str,
    same: impl Fn() -> Result<bool, Obstacle>,
    settle: &dyn Fn(&Path),
) -> Result<bool, Obstacle> {
    if new.is_empty() {
        let same = same()?;
        if same {
            fs::remove_file(path)?;
            settle(folder_of(path));
        }
        return Ok(same);
    }
    let (temporary, mut file) = create_beside(path)?;
    let mut write = || -> Result<bool, Obstacle> {
        if let Ok(about) = fs::metadata(path) {
            file.set_permissions(about.permissions())?;
        }
        file.write_all(new.as_bytes())?;
        file.sync_all()?;
        let same = same()?;
        if same {
            fs::rename(&temporary, path)?;
            settle(folder_of(path));
        }
        Ok(same)
    };
    let written = write();
    if !matches!(written, Ok(true)) {
        // What is left of a failed attempt is of no use; that it cannot be removed is no news.
        let _ = fs::remove_file(&temporary);
    }
    written
}

/// Has a new name in `folder` outlive a power cut: without this the file is safe and its name is not.
/// Where the system knows no such thing for folders, nothing is lost by having asked.
fn settle(folder: &Path) {
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
}

/// Makes a file beside `path` that nobody else writes to: `NAME.PROCESS-NUMBER.tmp`.
fn create_beside(path: &Path) -> io::Result<(PathBuf, File)> {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    loop {
        let mut name = path.file_name().unwrap_or_default().to_owned();
        name.push(format!(".{}-{}.tmp", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed)));
        let temporary = path.with_file_name(name);
        match File::create_new(&temporary) {
            // Left by a process that had our number, or a link that leads anywhere: neither is written to.
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            made => return made.map(|file| (temporary, file)),
        }
    }
}

/// Removes what killed saves of the file at `path` have left beside it.
fn sweep(path: &Path, ours: bool) {
    let (Some(name), Ok(entries)) = (path.file_name(), fs::read_dir(folder_of(path))) else { return };
    for entry in entries.flatten() {
        if writer(name, &entry.file_name()).is_some_and(|process| is_left_behind(&entry, process, ours)) {
            // Somebody else may have swept it; it is in nobody's way otherwise.
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// The number of the process that writes to `temporary` for the file called `name`.
fn writer(name: &OsStr, temporary: &OsStr) -> Option<u32> {
    let rest = temporary.as_encoded_bytes().strip_prefix(name.as_encoded_bytes())?;
    let numbers = std::str::from_utf8(rest.strip_prefix(b".")?.strip_suffix(b".tmp")?).ok()?;
    let (process, number) = numbers.split_once('-')?;
    number.parse::<u32>().ok()?;
    process.parse().ok()
}

/// Whether nobody will ever finish what `process` began. On a share that number may be another machine's:
/// only where the turn is `ours` it is known that nobody is writing just now.
fn is_left_behind(entry: &DirEntry, process: u32, ours: bool) -> bool {
    let Ok(about) = entry.metadata() else { return false };
    let old = about.modified().is_ok_and(|then| then.elapsed().is_ok_and(|age| age > LEFT_BEHIND));
    about.is_file() && if process == std::process::id() { old } else { !is_running(process) && (ours || old) }
}

#[cfg(unix)]
fn is_running(process: u32) -> bool {
    use nix::errno::Errno;
    use nix::sys::signal::kill;
    use nix::unistd::Pid;
    let pid = i32::try_from(process).ok().filter(|pid| *pid > 0).map(Pid::from_raw);
    // One that we may not signal runs as well.
    pid.is_some_and(|pid| kill(pid, None) != Err(Errno::ESRCH))
}

/// Where that cannot be asked, only the age counts.
#[cfg(not(unix))]
fn is_running(_: u32) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::convert::Infallible;

    use super::*;

    fn place(path: &Path, links: Links) -> Place<'_> {
        Place { path, largest: 1000, links }
    }

    fn within(path: &Path) -> Place<'_> {
        place(path, Links::Within)
    }

    fn add_to(place: Place<'_>, line: &str) -> Result<String, Unchanged<Infallible>> {
        change(place, |text| Ok(format!("{text}{line}\n")))
    }

    fn add(path: &Path, line: &str) -> String {
        add_to(within(path), line).unwrap()
    }

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
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
        change(within(&path), |text| {
            if first.replace(false) {
                fs::write(&path, "theirs\n").unwrap();
            }
            Ok::<_, Infallible>(format!("{text}ours\n"))
        })
        .unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "theirs\nours\n");
    }

    #[test]
    fn a_text_that_could_not_be_read_again_is_not_written() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("list.txt");
        add(&path, "one");
        let refused = add_to(within(&path), &"x".repeat(1000)).unwrap_err();
        assert!(matches!(refused, Unchanged::Obstacle(Obstacle::TooLarge(1000))), "{refused:?}");
        assert_eq!(fs::read_to_string(&path).unwrap(), "one\n");
    }

    #[test]
    fn an_empty_text_leaves_no_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("list.txt");
        add(&path, "one");
        change(within(&path), |_| Ok::<_, Infallible>(String::new())).unwrap();
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_a_link_and_one_out_of_the_folder_is_only_followed_from_ones_own() {
        use std::os::unix::fs::symlink;
        let (folder, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let (real, link) = (folder.path().join("real.txt"), folder.path().join("link.txt"));
        let (secret, out) = (elsewhere.path().join("secret.txt"), folder.path().join("out.txt"));
        fs::write(&real, "a\n").unwrap();
        fs::write(&secret, "a\n").unwrap();
        symlink("real.txt", &link).unwrap();
        symlink(&secret, &out).unwrap();
        add(&link, "b");
        assert_eq!(fs::read_to_string(&real).unwrap(), "a\nb\n");
        let refused = add_to(within(&out), "b").unwrap_err();
        assert!(matches!(refused, Unchanged::Obstacle(Obstacle::LeadsOut(_))), "{refused:?}");
        assert_eq!(fs::read_to_string(&secret).unwrap(), "a\n");
        add_to(place(&out, Links::Own), "b").unwrap();
        assert_eq!(fs::read_to_string(&secret).unwrap(), "a\nb\n");
        fs::remove_file(&secret).unwrap();
        add_to(place(&out, Links::Own), "c").unwrap();
        assert_eq!(fs::read_to_string(&secret).unwrap(), "c\n");
        for link in [link, out] {
            assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_with_a_temporary_name_is_not_written_through() {
        let folder = tempfile::tempdir().unwrap();
        let (path, secret) = (folder.path().join("list.txt"), folder.path().join("secret.txt"));
        fs::write(&secret, "theirs").unwrap();
        // Whichever numbers the other tests of this process take, one of these is the next.
        for number in 0..500 {
            let name = format!("list.txt.{}-{number}.tmp", std::process::id());
            std::os::unix::fs::symlink(&secret, folder.path().join(name)).unwrap();
        }
        add(&path, "one");
        assert_eq!(fs::read_to_string(&secret).unwrap(), "theirs");
        assert_eq!(fs::read_to_string(&path).unwrap(), "one\n");
    }

    #[test]
    fn what_killed_saves_left_is_swept_and_what_is_being_written_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("list.txt");
        let mut child = std::process::Command::new("sleep").arg("60").spawn().unwrap();
        let gone = 2_000_000_000; // Beyond the largest number a process can have.
        let (ours, running) = (std::process::id(), child.id());
        let lay = |name: String| File::create(folder.path().join(name)).unwrap();
        lay(format!("list.txt.{gone}-0.tmp"));
        lay(format!("list.txt.{running}-0.tmp"));
        lay(format!("list.txt.{ours}-4000000.tmp"));
        lay(format!("other.txt.{gone}-0.tmp"));
        lay("list.txt.draft.tmp".to_owned());
        let long_ago = std::time::SystemTime::now() - 2 * LEFT_BEHIND;
        lay(format!("list.txt.{ours}-4000001.tmp")).set_modified(long_ago).unwrap();
        add(&path, "one");
        child.kill().unwrap();
        child.wait().unwrap();
        let mut expected = vec![
            "list.txt".to_owned(),
            format!("list.txt.{running}-0.tmp"),
            format!("list.txt.{ours}-4000000.tmp"),
            "list.txt.draft.tmp".to_owned(),
            format!("other.txt.{gone}-0.tmp"),
        ];
        expected.sort();
        assert_eq!(names(folder.path()), expected);
        // Where nobody can tell who else is writing, only the old ones go.
        lay(format!("list.txt.{gone}-1.tmp"));
        lay(format!("list.txt.{gone}-2.tmp")).set_modified(long_ago).unwrap();
        sweep(&path, false);
        assert!(folder.path().join(format!("list.txt.{gone}-1.tmp")).exists());
        assert!(!folder.path().join(format!("list.txt.{gone}-2.tmp")).exists());
    }

    #[test]
    fn the_folder_is_settled_once_the_name_stands_for_the_new_text() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("list.txt");
        let settled = Cell::new(0);
        let settle = |at: &Path| {
            assert_eq!(at, folder.path());
            settled.set(settled.get() + 1);
            assert_eq!(path.exists(), settled.get() == 1);
        };
        assert_eq!(replace(&path, "one", || Ok(true), &settle), Ok(true));
        assert_eq!(replace(&path, "", || Ok(true), &settle), Ok(true));
        assert_eq!(replace(&path, "two", || Ok(false), &settle), Ok(false));
        assert_eq!(settled.get(), 2);
    }

    #[test]
    fn broken_files_are_put_aside_one_beside_the_other() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.toml");
        for text in ["one", "two", "three"] {
            fs::write(&path, text).unwrap();
            put_aside(within(&path), |bytes| bytes == text.as_bytes()).unwrap().unwrap();
        }
        assert_eq!(names(folder.path()), ["x.broken-2.toml", "x.broken-3.toml", "x.broken.toml"]);
        assert_eq!(fs::read_to_string(folder.path().join("x.broken.toml")).unwrap(), "one");
        fs::write(&path, "mended").unwrap();
        assert_eq!(put_aside(within(&path), |_| false), Ok(None));
        assert!(path.exists());
    }
}
