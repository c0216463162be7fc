//! Reads what is a file and nothing else, whatever stands under its name, and never more than a limit.
//!
//! A dossier may come from anybody. A pipe waits for a writer that never comes, a device gives bytes
//! without end, a link leads to what is none of the dossier's business; each of them is an [`Obstacle`],
//! told in a line, and the reading goes on.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};

/// Why a file is neither read nor written. [`Obstacle::key`] names its message in the interface's languages.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Obstacle {
    /// A folder, a pipe, a socket or a device.
    #[error("it is no regular file")]
    NotRegular,
    /// Larger than what is read of such a file, in bytes.
    #[error("it is larger than {} MiB", .0 >> 20)]
    TooLarge(u64),
    /// It is not UTF-8.
    #[error("it is not text in UTF-8")]
    NotText,
    /// A link to what is not below its folder, or not there at all.
    #[error("it is a link out of its folder, to {}", .0.display())]
    LeadsOut(PathBuf),
    /// The system refused.
    #[error("{1}")]
    System(ErrorKind, String),
}

impl Obstacle {
    /// The key of its message in `assets/i18n`, which has the variable `what`; the system words its own.
    pub const fn key(&self) -> Option<&'static str> {
        match self {
            Self::NotRegular => Some("obstacle-not-regular"),
            Self::TooLarge(_) => Some("obstacle-too-large"),
            Self::NotText => Some("obstacle-not-text"),
            Self::LeadsOut(_) => Some("obstacle-leads-out"),
            Self::System(..) => None,
        }
    }

    /// Whether there is just no such file.
    pub fn is_absence(&self) -> bool {
        matches!(self, Self::System(ErrorKind::NotFound, _))
    }
}

impl From<io::Error> for Obstacle {
    fn from(error: io::Error) -> Self {
        Self::System(error.kind(), error.to_string())
    }
}

/// Reads a regular file of at most `limit` bytes; links are followed.
///
/// # Errors
/// When it is none, is larger, or the system refuses.
pub fn read(path: &Path, limit: u64) -> Result<Vec<u8>, Obstacle> {
    // Looked at before it is opened, since opening alone does something to some devices: a tape winds back.
    check(&fs::metadata(path)?, limit)?;
    let file = open(path)?;
    // Looked at again, since the name may stand for something else by now.
    check(&file.metadata()?, limit)?;
    let mut bytes = Vec::new();
    // It may grow meanwhile, and files of the system's own have no size.
    file.take(limit + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit { Err(Obstacle::TooLarge(limit)) } else { Ok(bytes) }
}

/// As [`read`], for a file of text; no file gives none.
///
/// # Errors
/// As [`read`], and when it is not UTF-8.
pub fn read_text(path: &Path, limit: u64) -> Result<Option<String>, Obstacle> {
    match read(path, limit) {
        Ok(bytes) => String::from_utf8(bytes).map(Some).map_err(|_| Obstacle::NotText),
        Err(obstacle) if obstacle.is_absence() => Ok(None),
        Err(obstacle) => Err(obstacle),
    }
}

/// The file that `path` stands for, where that is below `folder`; `path` itself where it is no link.
///
/// # Errors
/// A link that leads out of the folder, or to nothing.
pub fn within(folder: &Path, path: &Path) -> Result<PathBuf, Obstacle> {
    if !fs::symlink_metadata(path).is_ok_and(|about| about.is_symlink()) {
        return Ok(path.to_owned());
    }
    let target = fs::canonicalize(path)
        .map_err(|_| Obstacle::LeadsOut(fs::read_link(path).unwrap_or_else(|_| path.to_owned())))?;
    if target.starts_with(fs::canonicalize(folder)?) { Ok(target) } else { Err(Obstacle::LeadsOut(target)) }
}

/// The file that `path` stands for, wherever that is, though it be still to be made.
///
/// # Errors
/// A link into a folder that is not there, or round in a circle.
pub fn followed(path: &Path) -> Result<PathBuf, Obstacle> {
    let Ok(next) = fs::read_link(path) else { return Ok(path.to_owned()) };
    let target = fs::canonicalize(path).or_else(|error| {
        let target = folder_of(path).join(&next);
        if error.kind() == ErrorKind::NotFound && folder_of(&target).is_dir() {
            Ok(target)
        } else {
            Err(error)
        }
    });
    target.map_err(|_| Obstacle::LeadsOut(next))
}

/// The folder that `path` is in.
pub fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

fn check(about: &Metadata, limit: u64) -> Result<(), Obstacle> {
    if !about.is_file() {
        return Err(Obstacle::NotRegular);
    }
    if about.len() > limit { Err(Obstacle::TooLarge(limit)) } else { Ok(()) }
}

/// Opens without waiting for anybody, and takes no terminal over.
fn open(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    {
        use nix::libc::{O_NOCTTY, O_NONBLOCK};
        use std::os::unix::fs::OpenOptionsExt;
        options.custom_flags(O_NONBLOCK | O_NOCTTY);
    }
    options.open(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_limit_counts_and_what_is_no_text_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.toml");
        fs::write(&path, b"caf\xe9").unwrap();
        assert_eq!(read(&path, 4).unwrap().len(), 4);
        assert_eq!(read(&path, 3), Err(Obstacle::TooLarge(3)));
        assert_eq!(read_text(&path, 4), Err(Obstacle::NotText));
        assert_eq!(read_text(&folder.path().join("b.toml"), 4), Ok(None));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn files_without_a_size_are_read_up_to_the_limit() {
        assert_eq!(fs::metadata("/proc/self/status").unwrap().len(), 0);
        assert_eq!(read(Path::new("/proc/self/status"), 8), Err(Obstacle::TooLarge(8)));
    }

    #[cfg(unix)]
    #[test]
    fn nothing_but_a_file_is_read_and_nothing_is_waited_for() {
        let folder = tempfile::tempdir().unwrap();
        let pipe = folder.path().join("pipe");
        let made = std::process::Command::new("mkfifo").arg(&pipe).status();
        assert!(made.unwrap().success());
        let link = folder.path().join("link");
        std::os::unix::fs::symlink("/dev/zero", &link).unwrap();
        let _socket = std::os::unix::net::UnixListener::bind(folder.path().join("socket")).unwrap();
        for path in [&pipe, &link, &folder.path().join("socket"), folder.path()] {
            assert_eq!(read(path, 100), Err(Obstacle::NotRegular), "{}", path.display());
        }
        // A pipe put in the place of a file just looked at is still not waited for.
        assert!(!open(&pipe).unwrap().metadata().unwrap().is_file());
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_followed_as_far_as_its_folder_goes() {
        use std::os::unix::fs::symlink;
        let (folder, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let at = |name: &str| folder.path().join(name);
        fs::write(at("real"), "a").unwrap();
        fs::write(elsewhere.path().join("secret"), "b").unwrap();
        symlink("real", at("inside")).unwrap();
        symlink(elsewhere.path().join("secret"), at("outside")).unwrap();
        symlink("gone", at("nowhere")).unwrap();
        symlink("round", at("round")).unwrap();
        assert_eq!(within(folder.path(), &at("inside")), Ok(fs::canonicalize(at("real")).unwrap()));
        assert_eq!(within(folder.path(), &at("absent")), Ok(at("absent")));
        for name in ["outside", "nowhere", "round"] {
            assert!(matches!(within(folder.path(), &at(name)), Err(Obstacle::LeadsOut(_))), "{name}");
        }
    }
}
