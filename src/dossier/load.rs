//! Loads a dossier: finds its files, reads them side by side, and applies the sidecars.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use super::memory::{Known, Memory};
use super::{Dossier, Kept, Progress, Remark, Wanted};
use crate::article::Article;
use crate::source::encoding::Charset;
use crate::source::sidecar::{self, Correction, Problem, Sidecar};
use crate::source::{self, Found, Reason, Repairs, SourceError, Unread};
use crate::text::{self, Text};

impl Dossier {
    /// Reads what stands under `paths`, telling each file's encoding from its bytes.
    ///
    /// # Errors
    /// As [`Dossier::load_as`].
    pub fn load(paths: &[PathBuf], progress: &(dyn Fn(Progress) + Sync)) -> Result<Self, SourceError> {
        Self::load_as(paths, None, progress)
    }

    /// Reads what stands under `paths`, in `encoding` where the reader set one.
    ///
    /// Files are read side by side; their order is that of [`source::find`]. `progress` is called
    /// from several threads with how many are done.
    ///
    /// # Errors
    /// When a path names nothing, or a folder without articles. A file that cannot be read goes to
    /// [`Dossier::unread`] instead, a mistake in a sidecar to [`Dossier::remarks`].
    pub fn load_as(
        paths: &[PathBuf],
        encoding: Option<Charset>,
        progress: &(dyn Fn(Progress) + Sync),
    ) -> Result<Self, SourceError> {
        Ok(Self::load_with(paths, encoding, None, &|| true, progress)?.unwrap_or_default())
    }

    /// As [`Dossier::load_as`], but articles that are as `memory` has them are not cut up again; it is
    /// left with those that were loaded now. [`Dossier::analyse_from`] uses the rest of it.
    ///
    /// # Errors
    /// As [`Dossier::load_as`].
    pub fn load_again(
        paths: &[PathBuf],
        encoding: Option<Charset>,
        memory: &mut Memory,
        progress: &(dyn Fn(Progress) + Sync),
    ) -> Result<Self, SourceError> {
        Ok(Self::load_while(paths, encoding, memory, &|| true, progress)?.unwrap_or_default())
    }

    /// As [`Dossier::load_again`], for as long as it is wanted; none once it is not, and `memory` is then
    /// as it was.
    ///
    /// # Errors
    /// As [`Dossier::load_as`].
    pub fn load_while(
        paths: &[PathBuf],
        encoding: Option<Charset>,
        memory: &mut Memory,
        wanted: Wanted<'_>,
        progress: &(dyn Fn(Progress) + Sync),
    ) -> Result<Option<Self>, SourceError> {
        Self::load_with(paths, encoding, Some(memory), wanted, progress)
    }

    fn load_with(
        paths: &[PathBuf],
        encoding: Option<Charset>,
        memory: Option<&mut Memory>,
        wanted: Wanted<'_>,
        progress: &(dyn Fn(Progress) + Sync),
    ) -> Result<Option<Self>, SourceError> {
        let found = source::find(paths)?;
        let mut dossier = Self::default();
        let sidecars = sidecars(paths, &found);
        dossier.title = title(paths, &sidecars);
        dossier.check(&sidecars, &found);
        dossier.home = home(paths, &found);
        for (folder, sidecar) in &sidecars {
            let kept = |(line, correction): &(usize, Correction)| Kept {
                correction: correction.clone(),
                folder: Some(folder.clone()),
                line: Some(*line),
            };
            dossier.corrections.extend(sidecar.corrections.iter().map(kept));
        }
        let total = found.len();
        let done = AtomicUsize::new(0);
        progress(Progress::Reading(0, total));
        let read: Vec<Result<Known, Unread>> = found
            .into_par_iter()
            .filter(|_| wanted())
            .map(|item| {
                let shown = item.source.clone();
                let read = read(item, encoding, &sidecars, memory.as_deref());
                progress(Progress::Reading(done.fetch_add(1, Ordering::Relaxed) + 1, total));
                read.map_err(|reason| Unread { source: shown, reason })
            })
            .collect();
        if !wanted() {
            return Ok(None);
        }
        let mut known = Vec::with_capacity(read.len());
        for outcome in read {
            match outcome {
                Ok(article) => known.push(article),
                Err(unread) => dossier.unread.push(unread),
            }
        }
        for article in known.iter().map(|known| &known.article) {
            dossier.remarks.extend(repaired(article));
        }
        for article in known.iter().map(|known| &known.article) {
            dossier.remarks.extend(Remark::of_length(article));
        }
        if let Some(memory) = memory {
            memory.keep(known.iter().cloned());
        }
        (dossier.articles, dossier.texts) =
            known.into_iter().map(|known| (known.article, known.text)).unzip();
        Ok(Some(dossier))
    }

    /// Remarks what is wrong with the sidecars, articles that they name and that are not there included.
    fn check(&mut self, sidecars: &BTreeMap<PathBuf, Sidecar>, found: &[Found]) {
        for (folder, sidecar) in sidecars {
            self.remarks.extend(sidecar.remarks.iter().cloned().map(Remark::Sidecar));
            let missing = sidecar.entries.iter().filter(|entry| !folder.join(&entry.file).exists());
            for (at, entry) in missing.enumerate() {
                let near = if at < MOST_GUESSES { found } else { &[] };
                let nearest = near
                    .iter()
                    .filter_map(|item| relative(item.path.as_deref()?, folder))
                    .map(|name| (strsim::jaro_winkler(&name, &entry.file), name))
                    .filter(|(likeness, _)| *likeness > 0.8)
                    .max_by(|(a, _), (b, _)| a.total_cmp(b))
                    .map(|(_, name)| name);
                let problem = Problem::NoSuchFile { file: entry.file.clone(), nearest };
                let path = folder.join(source::sidecar::FILE);
                let remark = sidecar::Remark { path, line: entry.line, problem };
                self.remarks.push(Remark::Sidecar(remark));
            }
        }
    }
}

/// For so many files that a sidecar names in vain, the nearest name is looked for among all that are there.
/// Where more are missing, no name was mistyped: the files are elsewhere.
const MOST_GUESSES: usize = 20;

fn read(
    item: Found,
    encoding: Option<Charset>,
    sidecars: &BTreeMap<PathBuf, Sidecar>,
    memory: Option<&Memory>,
) -> Result<Known, Reason> {
    if let Some(reason) = &item.refused {
        return Err(reason.clone());
    }
    let reading = source::read(item.path.as_deref(), encoding)?;
    let entry = item.path.as_deref().and_then(|path| {
        path.ancestors().skip(1).find_map(|folder| {
            let folder = shown(folder);
            let name = relative(path, folder)?;
            let sidecar = sidecars.get(folder)?;
            sidecar.entries.iter().rev().find(|entry| entry.file.trim_start_matches("./") == name)
        })
    });
    if let Some(known) = memory.and_then(|memory| memory.article(&item, &reading, entry)) {
        return Ok(known);
    }
    let mut article = Article::read(item.id, item.source, item.path.clone(), reading.decoded);
    article.repairs = reading.repairs;
    if let Some(entry) = entry {
        article.apply(entry);
    }
    if article.language.is_none() {
        article.language = text::language_of(&article);
    }
    let text = Text::read(&article);
    Ok(Known { article, text, entry: entry.cloned(), figures: None })
}

/// What should be known about how the article was read.
fn repaired(article: &Article) -> impl Iterator<Item = Remark> + use<> {
    let file = || article.source.clone();
    let Repairs { foreign, foreign_encoding, broken, doubled } = article.repairs;
    let remarks = [
        (broken > 0).then(|| Remark::Undecoded { file: file(), places: broken }),
        (foreign > 0).then(|| Remark::Foreign {
            file: file(),
            characters: foreign,
            encoding: foreign_encoding,
        }),
        (doubled > 0).then(|| Remark::Doubled { file: file(), places: doubled }),
    ];
    remarks.into_iter().flatten()
}

/// The folder itself, where its name may be left out.
fn shown(folder: &Path) -> &Path {
    if folder.as_os_str().is_empty() { Path::new(".") } else { folder }
}

/// The path of `file` from `folder`, with `/` on every system.
fn relative(file: &Path, folder: &Path) -> Option<String> {
    let inside = if folder == Path::new(".") && file.is_relative() {
        file.strip_prefix(".").unwrap_or(file)
    } else {
        file.strip_prefix(folder).ok()?
    };
    Some(inside.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/"))
}

/// The sidecars of all folders that were named or that hold a file, by folder.
fn sidecars(paths: &[PathBuf], found: &[Found]) -> BTreeMap<PathBuf, Sidecar> {
    let mut folders: Vec<&Path> = paths.iter().map(PathBuf::as_path).filter(|path| path.is_dir()).collect();
    folders.extend(found.iter().filter_map(|item| item.path.as_deref()?.parent()).map(shown));
    folders.sort();
    folders.dedup();
    folders.into_iter().filter_map(|folder| Some((folder.to_owned(), Sidecar::of_folder(folder)?))).collect()
}

/// The folder whose sidecar keeps what is set by hand: the first one named, else that of the first file.
fn home(paths: &[PathBuf], found: &[Found]) -> Option<PathBuf> {
    let named = paths.first().filter(|path| path.is_dir()).cloned();
    named.or_else(|| found.iter().find_map(|item| Some(shown(item.path.as_deref()?.parent()?).to_owned())))
}

/// What the dossier is called: what its sidecar says, else the name of the one folder named.
fn title(paths: &[PathBuf], sidecars: &BTreeMap<PathBuf, Sidecar>) -> Option<String> {
    let said = |folder: &Path| sidecars.get(folder)?.title.clone();
    paths
        .iter()
        .find_map(|path| said(path))
        .or_else(|| paths.iter().find_map(|path| said(shown(path.parent()?))))
        .or_else(|| {
            let [folder] = paths else { return None };
            let whole = std::fs::canonicalize(folder).ok().filter(|whole| whole.is_dir())?;
            Some(whole.file_name()?.to_string_lossy().into_owned())
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{ANALYSED, BlockKind};

    const STORY: &str = "Le port fermera en mars\n\nLa ville ferme le port. Les pêcheurs partiront.\n";

    fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in files {
            std::fs::write(folder.path().join(name), text).unwrap();
        }
        folder
    }

    fn load(folder: &tempfile::TempDir) -> Dossier {
        Dossier::load(&[folder.path().to_owned()], &|_| {}).unwrap()
    }

    #[test]
    fn the_sidecar_names_the_dossier_and_its_articles() {
        let sidecar = "title = \"Le port\"\n[[article]]\nfile = \"a.txt\"\noutlet = \"L'Écho\"\nauthor = \"Jeanne Morel\"\n";
        let dossier = load(&folder(&[("a.txt", STORY), ("dossier.toml", sidecar)]));
        assert_eq!(dossier.title.as_deref(), Some("Le port"));
        assert_eq!(dossier.articles[0].label(), "L'Écho");
        assert_eq!(dossier.articles[0].authors, ["Jeanne Morel"]);
    }

    #[test]
    fn without_a_sidecar_the_folder_gives_the_title() {
        let folder = folder(&[("a.txt", STORY)]);
        let name = folder.path().file_name().unwrap().to_string_lossy().into_owned();
        assert_eq!(load(&folder).title, Some(name));
    }

    #[test]
    fn what_cannot_be_read_is_listed_and_the_rest_opens() {
        let dossier = load(&folder(&[("a.txt", STORY), ("b.txt", ""), ("c.txt", "\0\u{1}\0\u{2}\0\u{3}")]));
        assert_eq!(dossier.articles.len(), 1);
        let reasons: Vec<_> = dossier.unread.iter().map(|unread| unread.reason.clone()).collect();
        assert_eq!(reasons, [Reason::Empty, Reason::Binary]);
    }

    #[test]
    fn a_folder_of_unreadable_files_opens() {
        let dossier = load(&folder(&[("a.txt", " "), ("b.txt", "")]));
        assert_eq!((dossier.articles.len(), dossier.unread.len()), (0, 2));
    }

    #[test]
    fn a_sidecar_that_names_a_missing_file_tells_the_nearest() {
        let sidecar = "[[article]]\nfile = \"depeches.txt\"\noutlet = \"L'Écho\"\n";
        let dossier = load(&folder(&[("depeche.txt", STORY), ("dossier.toml", sidecar)]));
        assert!(
            dossier.remarks[0]
                .to_string()
                .ends_with("dossier.toml:2: no article `depeches.txt` here; did you mean `depeche.txt`?")
        );
    }

    #[test]
    fn many_files_keep_their_order_and_are_counted() {
        let names: Vec<String> = (0..40).map(|n| format!("{n}.txt")).collect();
        let files: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), STORY)).collect();
        let folder = folder(&files);
        let most = AtomicUsize::new(0);
        let dossier = Dossier::load(&[folder.path().to_owned()], &|progress| {
            if let Progress::Reading(done, _) = progress {
                most.fetch_max(done, Ordering::Relaxed);
            }
        })
        .unwrap();
        let ids: Vec<_> = dossier.articles.iter().map(|article| article.id.clone()).collect();
        assert_eq!(ids, names);
        assert_eq!(most.into_inner(), 40);
    }

    #[test]
    fn an_article_without_end_is_analysed_in_part_and_says_so() {
        // Empty lines cost nothing to read, and count as any other text.
        let text = format!("{STORY}{}Le phare fermera aussi.\n\nEt le bac.\n", "\n".repeat(ANALYSED));
        let dossier = load(&folder(&[("a.txt", &text), ("b.txt", STORY)]));
        let (article, cut) = (&dossier.articles[0], &dossier.texts[0]);
        assert_eq!(article.text, text);
        assert_eq!(cut.sentences.len(), dossier.texts[1].sentences.len());
        let rest = article.blocks.iter().filter(|block| block.kind == BlockKind::Unanalysed);
        let rest: Vec<_> = rest.map(|block| block.span.of(&text)).collect();
        assert_eq!(rest, ["Le phare fermera aussi.", "Et le bac."]);
        let end = article.blocks[2].span.end;
        assert!(cut.tokens.iter().all(|token| token.span.end <= end));
        let told: Vec<_> = dossier.remarks.iter().map(ToString::to_string).collect();
        assert_eq!(told.len(), 1);
        assert!(told[0].contains("a.txt: only the first 600"), "{told:?}");
        assert_eq!(dossier.articles[1].in_part(), None);
    }

    #[test]
    fn work_that_is_not_wanted_any_more_stops_and_gives_nothing() {
        let names: Vec<String> = (0..40).map(|n| format!("{n}.txt")).collect();
        let files: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), STORY)).collect();
        let paths = [folder(&files)];
        let paths = paths.each_ref().map(|folder| folder.path().to_owned());
        let mut memory = Memory::default();
        let asked = AtomicUsize::new(0);
        let thrice = || asked.fetch_add(1, Ordering::Relaxed) < 3;
        let read = AtomicUsize::new(0);
        let count = |_| _ = read.fetch_add(1, Ordering::Relaxed);
        assert!(Dossier::load_while(&paths, None, &mut memory, &thrice, &count).unwrap().is_none());
        assert_eq!(read.into_inner(), 1 + 3, "the first tells how many there are");

        let whole = || Dossier::load(&paths, &|_| {}).unwrap();
        let stages = AtomicUsize::new(0);
        let count = |_| _ = stages.fetch_add(1, Ordering::Relaxed);
        assert!(whole().analyse_while(Some(&mut memory), &|| false, &count).is_none());
        assert_eq!(stages.into_inner(), 1);
        assert!(
            whole().analyse(&|_| {}).analyse_again_while(Some(&mut memory), &|| false, &|_| {}).is_none()
        );
        assert!(
            whole().analyse_while(Some(&mut memory), &|| true, &|_| {}).is_some_and(|found| found.analysed)
        );
    }

    #[test]
    fn places_that_could_not_be_decoded_are_remarked() {
        let folder = folder(&[]);
        std::fs::write(folder.path().join("a.txt"), [STORY.as_bytes(), b"\xff", "éàèù".as_bytes()].concat())
            .unwrap();
        let dossier = load(&folder);
        assert!(dossier.remarks[0].to_string().contains("1 places"), "{:?}", dossier.remarks);
    }
}
