//! Everything about one event: the articles and all that was found in them.

use std::path::PathBuf;
use std::sync::Arc;

use rayon::prelude::*;

use crate::actors::{self, Actor};
use crate::align::{self, Aligned, Alignment, Copied, Material};
use crate::article::Article;
use crate::claims::{self, Claim, Figure};
use crate::source::sidecar::Problem;
use crate::source::{Decoded, Unread};
use crate::text::{self, Text};

mod correct;
pub mod coverage;
pub mod cut;
pub mod echoes;
pub mod index;
pub mod level;
pub mod likeness;
mod load;
pub mod matrix;
mod memory;
pub mod portrait;
pub mod quantities;
mod sayings;
pub mod voices;

pub use correct::Kept;
pub use coverage::Coverage;
pub use cut::Cut;
pub use index::Index;
pub use memory::Memory;
pub use portrait::Portrait;
pub use quantities::Quantity;

/// Something about the files that the reader should know, though the reading goes on.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Remark {
    /// A mistake in a sidecar.
    #[error("{0}")]
    Sidecar(crate::source::sidecar::Remark),
    /// A file that could not be decoded everywhere.
    #[error("{file}: {places} places could not be decoded and are shown as \u{fffd}; try another --encoding")]
    Undecoded {
        /// The path as given.
        file: String,
        /// How many places.
        places: usize,
    },
    /// An article that is longer than what is analysed of one.
    #[error(
        "{file}: only the first {analysed} of {all} characters are analysed; the rest can be read and searched, without actors, claims and figures"
    )]
    Unanalysed {
        /// The path as given.
        file: String,
        /// How many characters of it are analysed.
        analysed: usize,
        /// How many it has.
        all: usize,
    },
    /// A file that is in two encodings.
    #[error(
        "{file}: {characters} characters are in another encoding than the rest and were read as {encoding}"
    )]
    Foreign {
        /// The path as given.
        file: String,
        /// How many characters.
        characters: usize,
        /// The encoding they were read in.
        encoding: &'static str,
    },
    /// A file whose UTF-8 had been read as Windows-1252 and saved so.
    #[error(
        "{file}: mended in {places} places where UTF-8 had been read as windows-1252; --encoding utf-8 leaves it as it is"
    )]
    Doubled {
        /// The path as given.
        file: String,
        /// How many places.
        places: usize,
    },
    /// What more articles print than are compared with one another.
    #[error(
        "{passages} passages are printed alike by more than {first} articles; each is aligned with the first {first} of them"
    )]
    Printed {
        /// How many passages.
        passages: usize,
        /// How many of the articles that print it each is aligned with.
        first: usize,
    },
}

impl Remark {
    /// What to say of an article of which only a part is analysed.
    fn of_length(article: &Article) -> Option<Self> {
        let (analysed, all) = article.in_part()?;
        Some(Self::Unanalysed { file: article.source.clone(), analysed, all })
    }

    /// Whether it comes of the analysis rather than of loading.
    pub const fn is_of_analysis(&self) -> bool {
        self.is_stale_correction() || matches!(self, Self::Printed { .. })
    }

    /// Whether it is about a correction that does not hold any more; known once the actors are.
    pub const fn is_stale_correction(&self) -> bool {
        matches!(
            self,
            Self::Sidecar(crate::source::sidecar::Remark {
                problem: Problem::NoSuchActor { .. } | Problem::NoSuchName { .. },
                ..
            })
        )
    }
}

/// How far a long piece of work has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// Articles read, out of how many.
    Reading(usize, usize),
    /// Looking for actors.
    Actors,
    /// Looking for claims and figures.
    Claims,
    /// Aligning passages.
    Aligning,
    /// All done.
    Done,
}

/// Asks whether a piece of work is still wanted: often, and from several threads. Where it says no, the
/// work stops within about the time of one article, and gives nothing.
pub type Wanted<'a> = &'a (dyn Fn() -> bool + Sync);

/// The articles on one event, and what the analysis found.
///
/// A dossier is first loaded, then analysed: [`Dossier::load`] gives one that can be read already,
/// [`Dossier::analyse`] fills in the rest.
#[derive(Debug, Clone, Default)]
pub struct Dossier {
    /// What the dossier is called: the sidecar's title, else the folder's name.
    pub title: Option<String>,
    /// The articles, in the order they were given.
    pub articles: Vec<Article>,
    /// Their texts, in parallel with `articles`.
    pub texts: Vec<Text>,
    /// What could not be read.
    pub unread: Vec<Unread>,
    /// Remarks about the sidecar or the files, for the status line and standard error.
    pub remarks: Vec<Remark>,
    /// The folder whose sidecar keeps what the reader sets; none where no file was opened.
    pub home: Option<PathBuf>,
    /// The editor's corrections, in the order in which they count.
    pub corrections: Vec<Kept>,
    /// The actors as they were found, heaviest first.
    pub found: Arc<Vec<Actor>>,
    /// The actors as the editor corrected them, heaviest first.
    pub actors: Vec<Actor>,
    /// The actors that the editor hid, heaviest first.
    pub hidden: Vec<Actor>,
    /// The claims, by article, then by position.
    pub claims: Vec<Claim>,
    /// The figures, by article, then by position.
    pub figures: Vec<Figure>,
    /// How alike passages must be to count as matches; [`Dossier::recut`] changes it.
    pub cut: Cut,
    /// The aligned passages: every pair that scores [`Self::cut`] or more.
    pub alignments: Vec<Alignment>,
    /// The pairs that score less, down to [`align::FLOOR`].
    pub loose: Vec<Alignment>,
    /// How many passages are printed by so many outlets that they were aligned with the first of them alone.
    pub printed: usize,
    /// What two outlets print alike.
    pub copies: Vec<Copied>,
    /// Fast ways into all of that.
    pub index: Index,
    /// Who has which fact.
    pub coverage: Coverage,
    /// Whether the analysis has run.
    pub analysed: bool,
}

impl Dossier {
    /// A dossier of texts that are in memory already, as `(name, text)`.
    pub fn of_texts<'a>(title: &str, texts: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let articles = texts.into_iter().map(|(name, text)| {
            let decoded = Decoded { text: text.to_owned(), encoding: "UTF-8".to_owned() };
            Article::read(name.to_owned(), name.to_owned(), None, decoded)
        });
        Self::of_articles(Some(title.to_owned()), articles)
    }

    /// A dossier of articles that are read already.
    pub fn of_articles(title: Option<String>, articles: impl IntoIterator<Item = Article>) -> Self {
        let mut dossier = Self { title, ..Self::default() };
        for mut article in articles {
            if article.language.is_none() {
                article.language = text::language_of(&article);
            }
            dossier.texts.push(Text::read(&article));
            dossier.articles.push(article);
        }
        dossier
    }

    /// A dossier of some of these articles, by their indices, not analysed yet.
    #[must_use]
    pub fn only(&self, articles: &[usize]) -> Self {
        let known = || articles.iter().copied().filter(|at| *at < self.articles.len());
        Self {
            title: self.title.clone(),
            articles: known().map(|at| self.articles[at].clone()).collect(),
            texts: known().map(|at| self.texts[at].clone()).collect(),
            ..Self::default()
        }
    }

    /// Runs the analysis over all articles.
    #[must_use]
    pub fn analyse(self, progress: &(dyn Fn(Progress) + Sync)) -> Self {
        self.analyse_while(None, &|| true, progress).unwrap_or_default()
    }

    /// As [`Self::analyse`], but what was found in unchanged articles is taken from `memory`, and kept
    /// there for the next time. What comes out is the same.
    #[must_use]
    pub fn analyse_from(self, memory: &mut Memory, progress: &(dyn Fn(Progress) + Sync)) -> Self {
        self.analyse_while(Some(memory), &|| true, progress).unwrap_or_default()
    }

    /// As [`Self::analyse_from`], or [`Self::analyse`] without a memory, for as long as it is wanted; none once
    /// it is not.
    #[must_use]
    pub fn analyse_while(
        mut self,
        mut memory: Option<&mut Memory>,
        wanted: Wanted<'_>,
        progress: &(dyn Fn(Progress) + Sync),
    ) -> Option<Self> {
        progress(Progress::Actors);
        let found = actors::find(&self.articles, &self.texts);
        let voices = claims::voices(&self.articles, &self.texts, &found, wanted);
        if !wanted() {
            return None;
        }
        self.found = Arc::new(actors::joined(found, voices));
        self.figures = match memory.as_deref_mut() {
            Some(memory) => memory.figures(&self.articles, &self.texts),
            None => (0..self.articles.len())
                .into_par_iter()
                .flat_map_iter(|at| claims::figures::find(at, &self.articles[at], &self.texts[at]))
                .collect(),
        };
        self.copies = align::copies(&self.articles, &self.texts);
        self.apply_corrections();
        self.analyse_again_while(memory, wanted, progress)
    }

    /// Runs what of the analysis follows from the actors: claims, alignments, coverage.
    #[must_use]
    pub fn analyse_again(self, progress: &(dyn Fn(Progress) + Sync)) -> Self {
        self.analyse_again_while(None, &|| true, progress).unwrap_or_default()
    }

    /// As [`Self::analyse_again`], with or without a memory as [`Self::analyse_from`] has it, for as long as it
    /// is wanted; none once it is not.
    #[must_use]
    pub fn analyse_again_while(
        mut self,
        memory: Option<&mut Memory>,
        wanted: Wanted<'_>,
        progress: &(dyn Fn(Progress) + Sync),
    ) -> Option<Self> {
        progress(Progress::Claims);
        self.claims = claims::find_while(&self.articles, &self.texts, &self.actors, wanted);
        if !wanted() {
            return None;
        }
        progress(Progress::Aligning);
        // The pairs of before are in nobody's way while the new ones are found.
        (self.alignments, self.loose) = Default::default();
        Aligned { matches: self.alignments, loose: self.loose, printed: self.printed } =
            align::align_while(self.material(), memory.map(|memory| &mut memory.readings), wanted);
        if !wanted() {
            return None;
        }
        self.remarks.retain(|remark| !matches!(remark, Remark::Printed { .. }));
        if self.printed > 0 {
            self.remarks.push(Remark::Printed { passages: self.printed, first: align::PRINTED });
        }
        self.cut = Cut::USUAL;
        self.index = Index::new(&self);
        self.coverage = Coverage::new(&self);
        self.coverage.tallies = matrix::tallies(&self);
        self.analysed = true;
        progress(Progress::Done);
        Some(self)
    }

    /// Cuts the pairs that were found at another strength: what is a match, what margins, facts and the
    /// coverage make of it. Nothing is aligned again, so any strength leads back to any other.
    #[must_use]
    pub fn recut(mut self, cut: Cut) -> Self {
        if !self.analysed || cut == self.cut {
            return self;
        }
        let mut pairs = std::mem::take(&mut self.alignments);
        pairs.append(&mut self.loose);
        pairs.sort_by_key(|pair| (pair.a, pair.b));
        (self.alignments, self.loose) = pairs.into_iter().partition(|pair| pair.score >= cut.score());
        self.cut = cut;
        self.index = Index::new(&self);
        self.coverage = Coverage::new(&self);
        self.coverage.tallies = matrix::tallies(&self);
        self
    }

    /// What gets aligned.
    pub fn material(&self) -> Material<'_> {
        Material {
            articles: &self.articles,
            texts: &self.texts,
            actors: &self.actors,
            claims: &self.claims,
            figures: &self.figures,
        }
    }

    /// The pairs that are matches at `strength`, from 0 for everything kept to 1 for the surest alone.
    /// Matches first, then looser ones, each by their sides.
    pub fn at_strength(&self, strength: f32) -> impl Iterator<Item = &Alignment> {
        self.alignments.iter().chain(&self.loose).filter(move |pair| pair.score >= strength)
    }
}
