//! What is kept of a dossier until its files are read again, so that a changed file costs what it holds.
//!
//! Articles that are as they were keep their text, their figures and the reading of their passages. The
//! actors are settled by all outlets together, and so is how rare a word is; so actors, claims and scores
//! are found anew. What comes out is what loading everything from the start gives: nothing that is kept
//! hangs on another article.

use std::collections::HashMap;

use rayon::prelude::*;

use crate::align::Readings;
use crate::article::Article;
use crate::claims::{self, Figure};
use crate::source::sidecar::Entry;
use crate::source::{Found, Reading};
use crate::text::Text;

/// What is kept of a dossier until its files are read again.
#[derive(Debug, Default)]
pub struct Memory {
    /// By the articles' sources.
    articles: HashMap<String, Known>,
    pub(super) readings: Readings,
}

/// An article as it was read, what the sidecar says about it included.
#[derive(Debug, Clone)]
pub(super) struct Known {
    pub article: Article,
    pub text: Text,
    pub entry: Option<Entry>,
    /// The figures in it, once they are found; the article's place in the dossier means nothing.
    pub figures: Option<Vec<Figure>>,
}

impl Memory {
    /// The article that stands at `found`, if reading it again would give what it gave before.
    pub(super) fn article(&self, found: &Found, reading: &Reading, entry: Option<&Entry>) -> Option<Known> {
        let known = self.articles.get(&found.source)?;
        let same = known.article.text == reading.decoded.text
            && known.article.encoding == reading.decoded.encoding
            && known.article.repairs == reading.repairs
            && known.article.path == found.path
            && known.entry.as_ref().map(said) == entry.map(said);
        same.then(|| {
            let mut known = known.clone();
            known.article.id.clone_from(&found.id);
            known
        })
    }

    /// Keeps these articles and forgets all others.
    pub(super) fn keep(&mut self, articles: impl Iterator<Item = Known>) {
        self.articles = articles.map(|known| (known.article.source.clone(), known)).collect();
    }

    /// The figures of all articles, those of unchanged ones from memory.
    pub(super) fn figures(&mut self, articles: &[Article], texts: &[Text]) -> Vec<Figure> {
        let found: Vec<Vec<Figure>> = articles
            .par_iter()
            .zip(texts)
            .enumerate()
            .map(|(at, (article, text))| {
                let known = self.articles.get(&article.source).filter(|known| known.reads_as(article));
                match known.and_then(|known| known.figures.as_ref()) {
                    Some(figures) => {
                        figures.iter().map(|figure| Figure { article: at, ..figure.clone() }).collect()
                    }
                    None => claims::figures::find(at, article, text),
                }
            })
            .collect();
        for (article, figures) in articles.iter().zip(&found) {
            if let Some(known) =
                self.articles.get_mut(&article.source).filter(|known| known.reads_as(article))
            {
                known.figures.get_or_insert_with(|| figures.clone());
            }
        }
        found.into_iter().flatten().collect()
    }
}

impl Known {
    /// Whether what is found in its text is what is found in the article's.
    fn reads_as(&self, article: &Article) -> bool {
        self.article.language == article.language && self.article.text == article.text
    }
}

/// What the sidecar says about an article, wherever it stands there.
fn said(entry: &Entry) -> Entry {
    Entry { line: 0, ..entry.clone() }
}
