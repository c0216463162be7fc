//! Writes into a sidecar what a reader sets by hand, and leaves everything else as it was.

use std::path::{Path, PathBuf};

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{FILE, LARGEST, leads_out};
use crate::source::regular::Obstacle;
use crate::source::turn::{self, Links, Place, Unchanged};

mod corrections;

pub use corrections::set_corrections;

/// Why a sidecar was not written. The file on disk is what it was before.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// It has mistakes, and a change could lose something.
    #[error("{}:{line}: mend this line; what was set is kept then", path.display())]
    Broken {
        /// The sidecar.
        path: PathBuf,
        /// The line of the first mistake, from 1.
        line: usize,
    },
    /// It cannot be read or written.
    #[error("{}: cannot be written ({obstacle})", path.display())]
    Obstacle {
        /// The sidecar.
        path: PathBuf,
        /// Why not.
        obstacle: Obstacle,
    },
    /// The article is not in its folder.
    #[error("{}: `{file}` leads out of this folder", path.display())]
    LeadsOut {
        /// The sidecar.
        path: PathBuf,
        /// The article.
        file: String,
    },
}

/// Sets the outlet of the article `file` (its path from `folder`, with `/`) in the sidecar of
/// `folder`, and makes the sidecar where there is none. Comments, order and everything else stay.
///
/// The new text is written beside the old file and then takes its name, so that a full disk or a
/// crash never leaves half of it.
///
/// # Errors
/// When the sidecar has a syntax error or cannot be read or written, and when `file` leads out of `folder`.
pub fn set_outlet(folder: &Path, file: &str, outlet: &str) -> Result<(), WriteError> {
    if leads_out(file) {
        return Err(WriteError::LeadsOut { path: folder.join(FILE), file: file.to_owned() });
    }
    edit(folder, |text| with_outlet(text, file, outlet)).map(|_| ())
}

/// Changes the sidecar of `folder` by `change`, which tells the line of the first mistake where the
/// text has one; gives the text it has now.
fn edit(folder: &Path, change: impl Fn(&str) -> Result<String, usize>) -> Result<String, WriteError> {
    let path = folder.join(FILE);
    let place = Place { path: &path, largest: LARGEST, links: Links::Within };
    turn::change(place, change).map_err(|unchanged| match unchanged {
        Unchanged::Refused(line) => WriteError::Broken { path: path.clone(), line },
        Unchanged::Obstacle(obstacle) => WriteError::Obstacle { path: path.clone(), obstacle },
    })
}

/// The sidecar `text` with the outlet set; the line of the mistake where it has one.
fn with_outlet(text: &str, file: &str, outlet: &str) -> Result<String, usize> {
    let line = |at: usize| 1 + text.bytes().take(at).filter(|byte| *byte == b'\n').count();
    let document = DeTable::parse(text).map_err(|error| line(error.span().map_or(0, |span| span.start)))?;
    let articles = document.get_ref().iter().find(|(key, _)| key.get_ref() == "article");
    let value = quoted(outlet);
    let mut new = text.to_owned();
    let Some((_, articles)) = articles else {
        if outlet.is_empty() {
            return Ok(new);
        }
        append(&mut new, file, &value);
        return Ok(new);
    };
    let DeValue::Array(entries) = articles.get_ref() else { return Err(line(articles.span().start)) };
    let entry = entries
        .iter()
        .filter_map(|entry| entry.get_ref().as_table().map(|table| (entry, table)))
        // The last entry for a file is the one that counts when it is read.
        .rfind(|(_, table)| {
            find(table, "file")
                .and_then(|value| value.get_ref().as_str())
                .is_some_and(|name| same(name, file))
        });
    let Some((entry, table)) = entry else {
        if outlet.is_empty() {
            return Ok(new);
        }
        if is_inline(text, articles) {
            // An inline list cannot be continued by [[article]]. A comma behind the last entry may have a
            // comment behind it, and a comment commas of its own.
            let at = articles.span().end.saturating_sub(1);
            let behind = entries.iter().next_back().map_or(at, |last| last.span().end);
            let ended = text[behind..at]
                .lines()
                .any(|line| line.split('#').next().is_some_and(|code| code.contains(',')));
            let comma = if entries.is_empty() || ended { "" } else { "," };
            new.insert_str(at, &format!("{comma} {{ file = {}, outlet = {value} }}", quoted(file)));
        } else {
            append(&mut new, file, &value);
        }
        return Ok(new);
    };
    if let Some(old) = find(table, "outlet") {
        // Its tables may stand anywhere, and a text cannot take the place of them all.
        if matches!(old.get_ref(), DeValue::Table(_) | DeValue::Array(_)) {
            return Err(line(old.span().start));
        }
        new.replace_range(old.span(), &value);
    } else if let Some(name) = find(table, "file") {
        let inline = text.get(entry.span()).is_some_and(|written| written.starts_with('{'));
        let separator = if inline { ", " } else { "\n" };
        if inline {
            new.insert_str(name.span().end, &format!("{separator}outlet = {value}"));
        } else {
            // After the line, so that a comment behind the name stays behind it.
            let rest = text.get(name.span().end..).unwrap_or_default();
            let end = name.span().end + rest.find('\n').unwrap_or(rest.len());
            let end = if text[..end].ends_with('\r') { end - 1 } else { end };
            new.insert_str(end, &format!("{separator}outlet = {value}"));
        }
    }
    Ok(new)
}

fn find<'t, 'i>(table: &'t DeTable<'i>, key: &str) -> Option<&'t Spanned<DeValue<'i>>> {
    table.iter().find(|(name, _)| name.get_ref() == key).map(|(_, value)| value)
}

/// Whether a list of tables is written between brackets, on however many lines, and not as `[[article]]`.
fn is_inline(text: &str, list: &Spanned<DeValue<'_>>) -> bool {
    text.get(list.span()).is_some_and(|written| written.starts_with('[') && !written.starts_with("[["))
}

/// Whether two paths from the sidecar's folder are one.
fn same(a: &str, b: &str) -> bool {
    a.trim_start_matches("./").replace('\\', "/") == b.trim_start_matches("./").replace('\\', "/")
}

fn append(text: &mut String, file: &str, outlet: &str) {
    if !text.is_empty() {
        if !text.ends_with('\n') {
            text.push('\n');
        }
        text.push('\n');
    }
    text.push_str(&format!("[[article]]\nfile = {}\noutlet = {outlet}\n", quoted(file)));
}

/// `text` as a TOML string.
fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::super::Sidecar;
    use super::*;

    #[test]
    fn a_new_sidecar_is_made() {
        let folder = tempfile::tempdir().unwrap();
        set_outlet(folder.path(), "a.txt", "L'Écho \"du\" Nord").unwrap();
        let sidecar = Sidecar::of_folder(folder.path()).unwrap();
        assert_eq!(sidecar.entries[0].outlet.as_deref(), Some("L'Écho \"du\" Nord"));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing temporary is left");
    }

    #[test]
    fn everything_else_stays_comments_included() {
        let old = "# Mon dossier\ntitle = \"Le port\"\n\n[[article]] # le premier\nfile = \"a.txt\" # ici\noutlet = \"Ancien\" # à voir\n";
        let new = with_outlet(old, "a.txt", "Neuf").unwrap();
        assert_eq!(new, old.replace("Ancien", "Neuf"));
    }

    #[test]
    fn an_article_without_an_outlet_gets_one_after_its_file() {
        let old = "[[article]]\nfile = \"a.txt\" # ici\ntitle = \"Fermé\"\n";
        let new = with_outlet(old, "a.txt", "Neuf").unwrap();
        assert_eq!(new, "[[article]]\nfile = \"a.txt\" # ici\noutlet = \"Neuf\"\ntitle = \"Fermé\"\n");
    }

    #[test]
    fn an_article_that_is_not_there_is_added_at_the_end() {
        let new = with_outlet("[[article]]\nfile = \"a.txt\"", "b.txt", "Neuf").unwrap();
        let sidecar = Sidecar::parse(Path::new(FILE), &new);
        assert_eq!(sidecar.entries[1].file, "b.txt");
    }

    #[test]
    fn lists_written_in_one_line_keep_their_form() {
        let old = "article = [{ file = \"a.txt\" }]\n";
        let one = with_outlet(old, "a.txt", "Neuf").unwrap();
        assert_eq!(one, "article = [{ file = \"a.txt\", outlet = \"Neuf\" }]\n");
        let two = with_outlet(&one, "b.txt", "Autre").unwrap();
        assert_eq!(Sidecar::parse(Path::new(FILE), &two).entries.len(), 2);
    }

    #[test]
    fn a_list_on_several_lines_stays_one() {
        for old in [
            "article = []\n",
            "article = [\n  { file = \"a.txt\" },\n]\n",
            "article = [\n  { file = \"a.txt\" } # puis, enfin\n]\n",
            "article = [{ file = \"a.txt\" }, # puis, enfin ]\n]\n",
        ] {
            let sidecar = Sidecar::parse(Path::new(FILE), &with_outlet(old, "b.txt", "Neuf").unwrap());
            assert_eq!(sidecar.remarks, [], "{old}");
            assert_eq!(sidecar.entries.last().unwrap().outlet.as_deref(), Some("Neuf"), "{old}");
        }
    }

    #[test]
    fn an_outlet_that_is_a_table_is_left_alone() {
        let head = "[[article]]\nfile = \"a.txt\"\n";
        assert_eq!(with_outlet(&format!("{head}[article.outlet]\nname = \"x\"\n"), "a.txt", "Neuf"), Err(3));
        assert_eq!(with_outlet(&format!("{head}outlet.name = \"x\"\n"), "a.txt", "Neuf"), Err(3));
    }

    #[test]
    fn a_broken_sidecar_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(FILE), "title = \"x\"\n???\n").unwrap();
        let error = set_outlet(folder.path(), "a.txt", "Neuf").unwrap_err();
        assert!(matches!(error, WriteError::Broken { line: 2, .. }), "{error}");
        assert_eq!(fs::read_to_string(folder.path().join(FILE)).unwrap(), "title = \"x\"\n???\n");
    }

    #[cfg(unix)]
    #[test]
    fn a_sidecar_that_leads_out_of_its_folder_is_not_written_through() {
        let folder = tempfile::tempdir().unwrap();
        let elsewhere = tempfile::NamedTempFile::new().unwrap();
        std::os::unix::fs::symlink(elsewhere.path(), folder.path().join(FILE)).unwrap();
        let error = set_outlet(folder.path(), "a.txt", "Neuf").unwrap_err();
        assert!(matches!(error, WriteError::Obstacle { obstacle: Obstacle::LeadsOut(_), .. }), "{error}");
        assert_eq!(fs::read_to_string(elsewhere.path()).unwrap(), "");
    }

    #[test]
    fn an_article_out_of_the_folder_gets_no_outlet() {
        let folder = tempfile::tempdir().unwrap();
        for file in ["../a.txt", "/etc/passwd"] {
            let error = set_outlet(folder.path(), file, "Neuf").unwrap_err();
            assert!(matches!(error, WriteError::LeadsOut { .. }), "{error}");
        }
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}
