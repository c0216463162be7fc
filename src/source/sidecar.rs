//! `dossier.toml`, the file beside the articles that says what they do not say themselves.
//!
//! ```toml
//! title = "La fermeture du port"            # what the dossier is called
//!
//! [[article]]
//! file = "depeche.txt"                      # a path from this folder; the one key that must be there
//! outlet = "L'Écho du Nord"
//! title = "Le port fermera en mars"
//! date = 2025-03-04                         # or "2025-03-04"
//! authors = ["Jeanne Morel"]                # or author = "Jeanne Morel"
//! address = "https://example.org/port"
//! language = "fr"
//!
//! [[correction]]                           # what an editor corrected about the actors: `corrections`
//! merge = "Haddad"
//! into = "Karim Haddad"
//! ```
//!
//! Nothing in it stops the reading: what cannot be understood is told with its line and left out,
//! and the rest counts. [`set_outlet`] and [`set_corrections`] write into it what a reader sets by hand.

use std::path::{Component, Path, PathBuf};

use jiff::civil::Date;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::regular::{self, Obstacle};

pub mod corrections;
mod write;

pub use corrections::Correction;
pub use write::{WriteError, set_corrections, set_outlet};

/// The name of the file.
pub const FILE: &str = "dossier.toml";

const TOP_KEYS: [&str; 3] = ["title", "article", "correction"];
const ARTICLE_KEYS: [&str; 8] =
    ["file", "outlet", "title", "date", "author", "authors", "address", "language"];

/// After so many lines that are no TOML, the file is taken for something else.
const MOST_BROKEN_LINES: usize = 20;

/// The largest sidecar that is read, in bytes.
const LARGEST: u64 = 1024 * 1024;

/// What a sidecar says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sidecar {
    /// What the dossier is called.
    pub title: Option<String>,
    /// What it says about articles, in its order.
    pub entries: Vec<Entry>,
    /// What an editor corrected about the actors, in order, each with its line, from 1.
    pub corrections: Vec<(usize, Correction)>,
    /// What in it could not be understood.
    pub remarks: Vec<Remark>,
}

/// What a sidecar says about one article.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Entry {
    /// The article's path from the sidecar's folder, as written.
    pub file: String,
    /// The line of the sidecar that names it, from 1.
    pub line: usize,
    /// Who published it.
    pub outlet: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// The day it was published.
    pub published: Option<Date>,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// Its address on the web.
    pub address: Option<String>,
    /// The code of its language, such as `fr`.
    pub language: Option<String>,
}

/// Something in a sidecar that could not be understood, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}:{line}: {problem}", path.display())]
pub struct Remark {
    /// The sidecar.
    pub path: PathBuf,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub problem: Problem,
}

/// What may be wrong with a line of a sidecar.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// It cannot be read at all.
    #[error("cannot be read ({0}); the articles are shown without it")]
    Unreadable(Obstacle),
    /// It is not TOML.
    #[error("not valid TOML: {0}")]
    Syntax(String),
    /// No such key.
    #[error("unknown key `{key}`; did you mean `{nearest}`?")]
    UnknownKey {
        /// The key as written.
        key: String,
        /// The nearest key that would be known here.
        nearest: &'static str,
    },
    /// A value of another type than the key takes.
    #[error("`{key}` must be {wanted}, not {found}")]
    WrongType {
        /// The key.
        key: String,
        /// What it takes.
        wanted: &'static str,
        /// What it was given.
        found: &'static str,
    },
    /// A date that is none.
    #[error("`{0}` is no date; write it as 2025-03-04")]
    NotADate(String),
    /// An article without its file.
    #[error("this [[article]] names no file; add `file = \"…\"`")]
    NoFile,
    /// A correction that corrects nothing.
    #[error("this [[correction]] corrects nothing; say merge, split, rename, kind or hide")]
    NoCorrection,
    /// A correction without its other half.
    #[error("this `{key}` says not all; add `{partner} = \"…\"`")]
    NoPartner {
        /// What it says.
        key: &'static str,
        /// What it lacks.
        partner: &'static str,
    },
    /// A kind of actor that is none.
    #[error("`{0}` is no kind; write person, organisation, place, event or other")]
    NotAKind(String),
    /// A correction of an actor that is not there.
    #[error("no actor `{actor}` any more{}; the correction is kept", nearest.as_ref().map(|name| format!(" (`{name}`?)")).unwrap_or_default())]
    NoSuchActor {
        /// The actor as written.
        actor: String,
        /// The nearest one that is there.
        nearest: Option<String>,
    },
    /// A correction of a name that its actor does not have, or that is its only one.
    #[error("`{actor}` has no other name `{alias}` any more; the correction is kept")]
    NoSuchName {
        /// The name as written.
        alias: String,
        /// The actor.
        actor: String,
    },
    /// A file that is not in the sidecar's folder.
    #[error("`{0}` leads out of this folder; name a file in it")]
    LeadsOut(String),
    /// A file that is not among those read.
    #[error("no article `{file}` here{}", nearest.as_ref().map(|name| format!("; did you mean `{name}`?")).unwrap_or_default())]
    NoSuchFile {
        /// The file as written.
        file: String,
        /// The nearest one that is there.
        nearest: Option<String>,
    },
}

impl Sidecar {
    /// Reads the sidecar of `folder`; none where there is no such file.
    pub fn of_folder(folder: &Path) -> Option<Self> {
        let path = folder.join(FILE);
        let text = regular::within(folder, &path).and_then(|file| regular::read_text(&file, LARGEST));
        match text {
            Ok(text) => text.map(|text| Self::parse(&path, &text)),
            Err(obstacle) => {
                let remark = Remark { path, line: 1, problem: Problem::Unreadable(obstacle) };
                Some(Self { remarks: vec![remark], ..Self::default() })
            }
        }
    }

    /// Understands as much of `text` as can be; `path` is for the remarks.
    pub fn parse(path: &Path, text: &str) -> Self {
        let whole = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut text = whole.to_owned();
        let mut broken = Vec::new();
        // A line that is no TOML is blanked and the rest tried again, so that it loses only itself.
        while let Err(error) = DeTable::parse(&text) {
            let at = error.span().map_or(0, |span| span.start).min(text.len());
            broken.push((at, Problem::Syntax(error.message().to_owned())));
            let start = text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1);
            let end = text.get(at..).and_then(|after| after.find('\n')).map_or(text.len(), |end| at + end);
            let empty = text.get(start..end).is_none_or(|line| line.trim().is_empty());
            if empty || broken.len() > MOST_BROKEN_LINES {
                text.clear();
            } else {
                text.replace_range(start..end, &" ".repeat(end - start));
            }
        }
        let breaks = whole.match_indices('\n').map(|(at, _)| at).collect();
        let mut reader = Reader { path, breaks, sidecar: Self::default() };
        for (at, problem) in broken {
            reader.remark(at, problem);
        }
        let document = DeTable::parse(&text).unwrap_or_else(|_| Spanned::new(0..0, DeTable::new()));
        for (key, value) in sorted(document.get_ref()) {
            let at = key.span().start;
            match key.get_ref().as_ref() {
                "title" => reader.sidecar.title = reader.string("title", value),
                "article" => match value.get_ref() {
                    DeValue::Array(articles) => articles.iter().for_each(|article| reader.article(article)),
                    _ => reader.wrong("article", "a list of tables, written [[article]]", value),
                },
                "correction" => match value.get_ref() {
                    DeValue::Array(tables) => {
                        for table in tables.iter() {
                            let read = corrections::read(&mut reader, table);
                            reader.sidecar.corrections.extend(read);
                        }
                    }
                    _ => reader.wrong("correction", "a list of tables, written [[correction]]", value),
                },
                other => reader.unknown(at, other, &TOP_KEYS),
            }
        }
        reader.sidecar.remarks.sort_by_key(|remark| remark.line);
        reader.sidecar
    }
}

/// The pairs of a table in the order they are written.
fn sorted<'t, 'i>(
    table: &'t DeTable<'i>,
) -> Vec<(&'t Spanned<std::borrow::Cow<'i, str>>, &'t Spanned<DeValue<'i>>)> {
    let mut pairs: Vec<_> = table.iter().collect();
    pairs.sort_by_key(|(key, _)| key.span().start);
    pairs
}

struct Reader<'a> {
    path: &'a Path,
    /// Where the lines end, in bytes: every entry and every remark asks for its line.
    breaks: Vec<usize>,
    sidecar: Sidecar,
}

impl Reader<'_> {
    fn line(&self, at: usize) -> usize {
        1 + self.breaks.partition_point(|end| *end < at)
    }

    fn remark(&mut self, at: usize, problem: Problem) {
        let line = self.line(at);
        self.sidecar.remarks.push(Remark { path: self.path.to_owned(), line, problem });
    }

    fn unknown(&mut self, at: usize, key: &str, known: &[&'static str]) {
        let nearest = known
            .iter()
            .copied()
            .max_by(|a, b| strsim::jaro_winkler(a, key).total_cmp(&strsim::jaro_winkler(b, key)))
            .unwrap_or_default();
        self.remark(at, Problem::UnknownKey { key: key.to_owned(), nearest });
    }

    fn wrong(&mut self, key: &str, wanted: &'static str, value: &Spanned<DeValue<'_>>) {
        let found = match value.get_ref() {
            DeValue::String(_) => "a text",
            DeValue::Integer(_) | DeValue::Float(_) => "a number",
            DeValue::Boolean(_) => "true or false",
            DeValue::Datetime(_) => "a date",
            DeValue::Array(_) => "a list",
            DeValue::Table(_) => "a table",
        };
        self.remark(value.span().start, Problem::WrongType { key: key.to_owned(), wanted, found });
    }

    fn string(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Option<String> {
        match value.get_ref() {
            DeValue::String(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
            _ => {
                self.wrong(key, "a text between quote marks", value);
                None
            }
        }
    }

    fn date(&mut self, value: &Spanned<DeValue<'_>>) -> Option<Date> {
        let written = match value.get_ref() {
            DeValue::Datetime(date) => date.to_string(),
            DeValue::String(text) => text.trim().to_owned(),
            _ => {
                self.wrong("date", "a date such as 2025-03-04", value);
                return None;
            }
        };
        let date = written.get(..10).unwrap_or(&written).parse().ok();
        if date.is_none() {
            self.remark(value.span().start, Problem::NotADate(written));
        }
        date
    }

    fn authors(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Vec<String> {
        match value.get_ref() {
            DeValue::Array(names) => names.iter().filter_map(|name| self.string(key, name)).collect(),
            DeValue::String(_) => self.string(key, value).into_iter().collect(),
            _ => {
                self.wrong(key, "a name or a list of names", value);
                Vec::new()
            }
        }
    }

    fn article(&mut self, value: &Spanned<DeValue<'_>>) {
        let DeValue::Table(table) = value.get_ref() else {
            self.wrong("article", "a table, written [[article]]", value);
            return;
        };
        let mut entry = Entry { line: self.line(value.span().start), ..Entry::default() };
        for (key, value) in sorted(table) {
            let at = key.span().start;
            match key.get_ref().as_ref() {
                "file" => {
                    entry.line = self.line(at);
                    entry.file = self.string("file", value).unwrap_or_default();
                }
                "outlet" => entry.outlet = self.string("outlet", value),
                "title" => entry.title = self.string("title", value),
                "date" => entry.published = self.date(value),
                key @ ("author" | "authors") => {
                    let names = self.authors(key, value);
                    entry.authors.extend(names);
                }
                "address" => entry.address = self.string("address", value),
                "language" => entry.language = self.string("language", value),
                other => self.unknown(at, other, &ARTICLE_KEYS),
            }
        }
        if table.iter().all(|(key, _)| key.get_ref() != "file") {
            self.remark(value.span().start, Problem::NoFile);
        } else if !entry.file.is_empty() {
            if leads_out(&entry.file) {
                let problem = Problem::LeadsOut(entry.file.clone());
                self.sidecar.remarks.push(Remark { path: self.path.to_owned(), line: entry.line, problem });
            } else {
                self.sidecar.entries.push(entry);
            }
        }
    }
}

/// Whether a path that a sidecar names leads out of its folder, on any system.
fn leads_out(file: &str) -> bool {
    let mut depth = 0usize;
    Path::new(&file.replace('\\', "/")).components().any(|part| match part {
        Component::Normal(_) => {
            depth += 1;
            false
        }
        Component::ParentDir => depth.checked_sub(1).inspect(|less| depth = *less).is_none(),
        Component::CurDir => false,
        Component::RootDir | Component::Prefix(_) => true,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Sidecar {
        Sidecar::parse(Path::new("dossier.toml"), text)
    }

    fn remarks(text: &str) -> Vec<String> {
        parse(text).remarks.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn everything_it_may_say() {
        let sidecar = parse(
            "title = \"Le port\"\n[[article]]\nfile = \"a.txt\"\noutlet = \"L'Écho\"\ntitle = \"Fermé\"\n\
             date = 2025-03-04\nauthors = [\"Jeanne Morel\", \"Karim Haddad\"]\naddress = \"https://example.org\"\nlanguage = \"fr\"\n",
        );
        assert_eq!(sidecar.remarks, []);
        assert_eq!(sidecar.title.as_deref(), Some("Le port"));
        let entry = &sidecar.entries[0];
        assert_eq!((entry.file.as_str(), entry.line, entry.authors.len()), ("a.txt", 3, 2));
        assert_eq!(entry.published, Some(jiff::civil::date(2025, 3, 4)));
    }

    #[test]
    fn a_date_may_be_a_text_and_an_author_alone() {
        let sidecar =
            parse("[[article]]\nfile = \"a.txt\"\ndate = \"2025-03-04\"\nauthor = \"Jeanne Morel\"\n");
        assert_eq!(sidecar.entries[0].published, Some(jiff::civil::date(2025, 3, 4)));
        assert_eq!(sidecar.entries[0].authors, ["Jeanne Morel"]);
    }

    #[test]
    fn an_unknown_key_is_told_with_its_line_and_the_nearest_one() {
        let told = remarks("[[article]]\nfile = \"a.txt\"\noutled = \"L'Écho\"\n");
        assert_eq!(told, ["dossier.toml:3: unknown key `outled`; did you mean `outlet`?"]);
    }

    #[test]
    fn a_wrong_type_is_told_and_the_rest_still_counts() {
        let sidecar = parse("[[article]]\nfile = \"a.txt\"\ntitle = 12\noutlet = \"L'Écho\"\n");
        assert_eq!(
            sidecar.remarks[0].to_string(),
            "dossier.toml:3: `title` must be a text between quote marks, not a number"
        );
        assert_eq!(sidecar.entries[0].outlet.as_deref(), Some("L'Écho"));
    }

    #[test]
    fn a_broken_line_loses_only_itself() {
        let sidecar = parse("title = \"Le port\"\n???\n[[article]]\nfile = \"a.txt\"\noutlet = \"L'Écho\"\n");
        assert_eq!(sidecar.remarks[0].line, 2);
        assert_eq!(sidecar.title.as_deref(), Some("Le port"));
        assert_eq!(sidecar.entries.len(), 1);
    }

    #[test]
    fn an_article_without_its_file_and_a_date_that_is_none() {
        let told =
            remarks("[[article]]\noutlet = \"L'Écho\"\n[[article]]\nfile = \"a.txt\"\ndate = \"hier\"\n");
        assert!(told[0].starts_with("dossier.toml:1: this [[article]] names no file"), "{told:?}");
        assert!(told[1].starts_with("dossier.toml:5: `hier` is no date"), "{told:?}");
    }

    #[test]
    fn articles_that_are_no_list() {
        assert!(remarks("article = \"a.txt\"\n")[0].contains("must be a list of tables"));
    }

    #[test]
    fn no_file_is_no_sidecar() {
        assert_eq!(Sidecar::of_folder(tempfile::tempdir().unwrap().path()), None);
    }

    #[test]
    fn bytes_that_are_no_text_are_told() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join(FILE), b"title = \"\xff\"").unwrap();
        let sidecar = Sidecar::of_folder(folder.path()).unwrap();
        assert_eq!(sidecar.remarks[0].problem, Problem::Unreadable(Obstacle::NotText));
    }

    #[test]
    fn a_file_out_of_the_folder_is_told_with_its_line_each_time() {
        let outside = ["../../etc/passwd", "/etc/passwd", "a/../../b.txt", "..\\\\b.txt"];
        let text: String = outside.iter().map(|file| format!("[[article]]\nfile = \"{file}\"\n")).collect();
        let sidecar = parse(&text);
        assert_eq!(sidecar.entries, []);
        let lines: Vec<usize> = sidecar.remarks.iter().map(|remark| remark.line).collect();
        assert_eq!(lines, [2, 4, 6, 8], "{:?}", sidecar.remarks);
        let told = sidecar.remarks[0].to_string();
        assert_eq!(told, "dossier.toml:2: `../../etc/passwd` leads out of this folder; name a file in it");
        assert_eq!(parse("[[article]]\nfile = \"./a/../b.txt\"\n").entries.len(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn a_sidecar_that_is_no_file_of_the_folder_is_told_and_nothing_hangs() {
        use std::os::unix::fs::symlink;
        let told = |lay: &dyn Fn(&Path)| {
            let folder = tempfile::tempdir().unwrap();
            lay(&folder.path().join(FILE));
            Sidecar::of_folder(folder.path()).unwrap().remarks.remove(0).problem
        };
        let pipe = |path: &Path| {
            assert!(std::process::Command::new("mkfifo").arg(path).status().unwrap().success());
        };
        let elsewhere = tempfile::NamedTempFile::new().unwrap();
        assert_eq!(told(&pipe), Problem::Unreadable(Obstacle::NotRegular));
        assert_eq!(
            told(&|path| std::fs::create_dir(path).unwrap()),
            Problem::Unreadable(Obstacle::NotRegular)
        );
        for target in [Path::new("/dev/zero"), elsewhere.path(), Path::new("gone"), Path::new(FILE)] {
            let problem = told(&|path| symlink(target, path).unwrap());
            assert!(matches!(problem, Problem::Unreadable(Obstacle::LeadsOut(_))), "{problem:?}");
        }
        let large = |path: &Path| std::fs::File::create(path).unwrap().set_len(1 << 40).unwrap();
        assert_eq!(told(&large), Problem::Unreadable(Obstacle::TooLarge(LARGEST)));
    }

    #[test]
    fn a_mistake_on_every_line_is_told_in_time_that_grows_with_the_lines() {
        // A line was counted from the start of the file for each of them: minutes for a file of the largest size.
        let lines = usize::try_from(LARGEST).unwrap() / "[[article]]\n".len();
        let remarks = parse(&"[[article]]\n".repeat(lines)).remarks;
        assert_eq!(remarks.last().map(|remark| remark.line), Some(lines));
    }
}
