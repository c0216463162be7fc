//! Lists the files that are to be read under the paths a reader names.

use std::cmp::Ordering;
use std::collections::{HashMap, HashSet};
use std::fs::{self, FileType};
use std::path::{Path, PathBuf};

use super::regular::{self, Obstacle};
use super::{Found, Reason, STANDARD_INPUT, SourceError};

/// Lists what is to be read under `paths`: files as they are, `-` for standard input, folders with
/// all that is below them in the order a reader counts (2 before 10).
///
/// In folders only `.txt` and `.md` are read, hidden files are left out and links are not followed,
/// so that a folder never leads out of itself. What would be an article there and leads out, or is no
/// file, is found with the reason why it is not read; a folder below that cannot be listed is found like
/// a file, and reading it gives the reason. A file named twice is found once.
///
/// # Errors
/// A path that names nothing, and a folder without any article.
pub fn find(paths: &[PathBuf]) -> Result<Vec<Found>, SourceError> {
    let mut files = Vec::new();
    for path in paths {
        let shown = path.display().to_string();
        if shown == STANDARD_INPUT {
            files.push((None, None));
        } else if path.is_dir() {
            let before = files.len();
            let anything = walk(path, &mut files);
            if files.len() == before {
                return Err(if anything {
                    SourceError::NoArticles(shown)
                } else {
                    SourceError::EmptyFolder(shown)
                });
            }
        } else if fs::symlink_metadata(path).is_ok() {
            files.push((Some(path.clone()), None));
        } else {
            return Err(SourceError::Missing(shown));
        }
    }
    let mut seen = HashSet::new();
    files.retain(|(file, refused)| {
        // What is refused stands for itself: what a link leads to may be read under its own name.
        let whole = |path: &PathBuf| fs::canonicalize(path).ok().filter(|_| refused.is_none());
        seen.insert(file.as_ref().map(|path| whole(path).unwrap_or_else(|| path.clone())))
    });
    let ids = unique_names(files.iter().map(|(file, _)| file.as_deref()));
    Ok(files
        .into_iter()
        .zip(ids)
        .map(|((path, refused), id)| Found {
            id,
            source: path
                .as_ref()
                .map_or_else(|| STANDARD_INPUT.to_owned(), |path| path.display().to_string()),
            path,
            refused,
        })
        .collect())
}

/// A file, or standard input, and why it is not to be read.
type Listed = (Option<PathBuf>, Option<Reason>);

/// Appends the articles below `root`; tells whether it holds anything that is not hidden.
fn walk(root: &Path, files: &mut Vec<Listed>) -> bool {
    let mut anything = false;
    // What is still to be looked at, the next one last: folders may lie deeper in one another than the
    // stack of a thread is.
    let mut left = vec![(root.to_owned(), None)];
    while let Some((path, kind)) = left.pop() {
        let Some(kind) = kind else {
            match entries(&path) {
                Some(entries) => left.extend(entries.into_iter().rev()),
                None => {
                    anything = true;
                    files.push((Some(path), None));
                }
            }
            continue;
        };
        anything = true;
        if !is_article(&path) {
            continue;
        }
        if kind.is_file() {
            files.push((Some(path), None));
        } else if !kind.is_symlink() {
            files.push((Some(path), Some(Reason::NotRegular)));
        } else if let Err(obstacle @ Obstacle::LeadsOut(_)) = regular::within(root, &path) {
            files.push((Some(path), Some(obstacle.into())));
        }
    }
    anything
}

/// What a folder holds that is not hidden, in the order a reader counts, and what each is where it is no
/// folder; none where it cannot be listed.
fn entries(folder: &Path) -> Option<Vec<(PathBuf, Option<FileType>)>> {
    let mut entries: Vec<_> = fs::read_dir(folder)
        .ok()?
        .flatten()
        .map(|entry| (entry.file_name().to_string_lossy().into_owned(), entry))
        .filter(|(name, _)| !name.starts_with('.'))
        .collect();
    entries.sort_by(|(a, _), (b, _)| natural(a, b));
    let kinds = entries.into_iter().filter_map(|(_, entry)| {
        let kind = entry.file_type().ok()?;
        Some((entry.path(), Some(kind).filter(|kind| !kind.is_dir())))
    });
    Some(kinds.collect())
}

fn is_article(path: &Path) -> bool {
    path.extension()
        .and_then(|extension| extension.to_str())
        .is_some_and(|extension| ["txt", "md"].iter().any(|known| extension.eq_ignore_ascii_case(known)))
}

/// Orders names as a reader does: runs of digits by their value, letters without regard to case.
fn natural(a: &str, b: &str) -> Ordering {
    let (mut left, mut right) = (a, b);
    loop {
        let (Some(x), Some(y)) = (left.chars().next(), right.chars().next()) else {
            return left.len().cmp(&right.len()).then_with(|| a.cmp(b));
        };
        let order = if x.is_ascii_digit() && y.is_ascii_digit() {
            let (m, n) = (take_digits(&mut left), take_digits(&mut right));
            m.len().cmp(&n.len()).then_with(|| m.cmp(n))
        } else {
            left = &left[x.len_utf8()..];
            right = &right[y.len_utf8()..];
            x.to_lowercase().cmp(y.to_lowercase())
        };
        if order != Ordering::Equal {
            return order;
        }
    }
}

fn take_digits<'a>(text: &mut &'a str) -> &'a str {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (digits, rest) = text.split_at(end);
    *text = rest;
    digits.trim_start_matches('0')
}

/// A name for each file that no other has: its own, and as many of its folders as that takes.
fn unique_names<'a>(files: impl Iterator<Item = Option<&'a Path>>) -> Vec<String> {
    let parts: Vec<Vec<String>> = files
        .map(|file| match file {
            None => vec!["stdin".to_owned()],
            Some(path) => {
                let whole = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
                let mut parts: Vec<String> =
                    whole.components().map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
                // A link keeps the name it was given.
                if let (Some(last), Some(name)) = (parts.last_mut(), path.file_name()) {
                    *last = name.to_string_lossy().into_owned();
                }
                parts
            }
        })
        .collect();
    let tail = |parts: &[String], depth: usize| parts[parts.len().saturating_sub(depth)..].join("/");
    // Paths that differ in bytes that are no characters alone: more of them tells nothing more.
    let mut twins: HashMap<&[String], usize> = HashMap::new();
    for parts in &parts {
        *twins.entry(parts).or_default() += 1;
    }
    let mut depth = vec![1; parts.len()];
    loop {
        let names: Vec<String> = parts.iter().zip(&depth).map(|(parts, depth)| tail(parts, *depth)).collect();
        let mut count: HashMap<&str, usize> = HashMap::new();
        for name in &names {
            *count.entry(name).or_default() += 1;
        }
        let mut deeper = false;
        for at in 0..parts.len() {
            let alike = count.get(names[at].as_str()).copied().unwrap_or_default();
            if alike > twins[parts[at].as_slice()] && depth[at] < parts[at].len() {
                depth[at] += 1;
                deeper = true;
            }
        }
        if !deeper {
            return numbered(names);
        }
    }
}

/// Names that are still alike, since they differ in bytes that are no characters, told apart by number.
fn numbered(mut names: Vec<String>) -> Vec<String> {
    let mut seen: HashMap<String, usize> = HashMap::new();
    for name in &mut names {
        let times = seen.entry(name.clone()).or_default();
        *times += 1;
        if *times > 1 {
            name.push_str(&format!("#{times}"));
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(files: &[&str]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for file in files {
            let path = folder.path().join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "Un texte.").unwrap();
        }
        folder
    }

    fn ids(paths: &[PathBuf]) -> Vec<String> {
        find(paths).unwrap().into_iter().map(|found| found.id).collect()
    }

    #[test]
    fn files_come_in_the_order_a_reader_counts() {
        let folder = folder(&["10.txt", "2.txt", "b/1.md", "Ab.txt"]);
        assert_eq!(ids(&[folder.path().to_owned()]), ["2.txt", "10.txt", "Ab.txt", "1.md"]);
    }

    #[test]
    fn hidden_and_foreign_files_are_left_out() {
        let folder = folder(&["a.txt", ".b.txt", ".git/c.txt", "d.pdf", "e.TXT"]);
        assert_eq!(ids(&[folder.path().to_owned()]), ["a.txt", "e.TXT"]);
    }

    #[test]
    fn a_file_named_itself_is_read_whatever_its_ending() {
        let folder = folder(&["depeche.fil"]);
        assert_eq!(ids(&[folder.path().join("depeche.fil")]), ["depeche.fil"]);
    }

    #[test]
    fn equal_names_take_more_of_their_paths() {
        let folder = folder(&["nord/a.txt", "sud/a.txt", "b.txt"]);
        assert_eq!(ids(&[folder.path().to_owned()]), ["b.txt", "nord/a.txt", "sud/a.txt"]);
    }

    #[test]
    fn names_that_only_bytes_tell_apart_are_numbered() {
        let names = ["a.txt", "\u{fffd}.txt", "\u{fffd}.txt"].map(str::to_owned).to_vec();
        assert_eq!(numbered(names), ["a.txt", "\u{fffd}.txt", "\u{fffd}.txt#2"]);
    }

    #[test]
    fn a_file_named_twice_is_found_once() {
        let folder = folder(&["a.txt"]);
        assert_eq!(ids(&[folder.path().to_owned(), folder.path().join("a.txt")]), ["a.txt"]);
    }

    #[test]
    fn a_dash_is_standard_input() {
        let found = find(&[PathBuf::from("-")]).unwrap();
        assert_eq!((found[0].source.as_str(), found[0].path.is_none()), ("-", true));
    }

    #[test]
    fn a_wrong_path_an_empty_folder_and_one_without_articles_are_told_apart() {
        let empty = folder(&[]);
        let foreign = folder(&["a.pdf"]);
        let error = |path: &Path| find(&[path.to_owned()]).unwrap_err();
        assert!(matches!(error(Path::new("/no/such/folder")), SourceError::Missing(_)));
        assert!(matches!(error(empty.path()), SourceError::EmptyFolder(_)));
        assert!(matches!(error(foreign.path()), SourceError::NoArticles(_)));
    }

    #[cfg(unix)]
    #[test]
    fn links_in_folders_are_not_followed() {
        let folder = folder(&["a.txt"]);
        std::os::unix::fs::symlink(folder.path(), folder.path().join("round")).unwrap();
        std::os::unix::fs::symlink(folder.path().join("a.txt"), folder.path().join("b.txt")).unwrap();
        assert_eq!(ids(&[folder.path().to_owned()]), ["a.txt"]);
    }

    #[test]
    fn numbers_sort_by_value_and_ties_by_spelling() {
        assert_eq!(natural("page 9", "page 10"), Ordering::Less);
        assert_ne!(natural("a01", "a1"), Ordering::Equal);
    }
}
