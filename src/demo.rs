//! The dossier that opens when none is named: an invented event told by six invented outlets.
//!
//! A dam above a small French town springs a leak, its lake is lowered overnight, and the people
//! below are moved out. A news agency, a daily that trims the agency's dispatch, a weekly that
//! reconstructs the night, a radio's web page with all its clutter, a columnist and a British paper
//! each tell it their way: they share quotes and facts, and contradict each other on figures, dates,
//! places and on who said what. People, bodies, towns and outlets are made up.
//!
//! The articles stand in `assets/demo`; `expected.toml` beside them says what a careful reader finds
//! in them, and `tests/demo.rs` holds the analysis against it. To add an article, put its file there,
//! name it in [`files`], and annotate it.

use std::path::Path;

use crate::article::Article;
use crate::dossier::{Dossier, Kept};
use crate::source::Decoded;
use crate::source::sidecar::{self, Sidecar};

/// A file's name, and its text.
macro_rules! built_in {
    ($name:literal) => {
        ($name, include_str!(concat!("../assets/demo/", $name)))
    };
}

const FILES: &[(&str, &str)] = &[
    built_in!("01-agence-meridienne-20260310-barrage.txt"),
    built_in!("02-courrier-orsanne-20260310-evacuation.txt"),
    built_in!("03-revue-des-vallees-recit-malvere.txt"),
    built_in!("04-radiovallee-ce-que-l-on-sait.txt"),
    built_in!("05-le-contrepied-chronique.txt"),
    built_in!("06-northern-ledger-malvere-dam.md"),
    built_in!("dossier.toml"),
];

/// The demo's articles and their sidecar as `(name, text)`, for whoever wants them on disk.
pub fn files() -> &'static [(&'static str, &'static str)] {
    FILES
}

/// The demo as it would be loaded from a folder that holds [`files`], not yet analysed.
pub fn load() -> Dossier {
    let (sidecars, articles): (Vec<_>, Vec<_>) = FILES.iter().partition(|(name, _)| *name == sidecar::FILE);
    let sidecar = sidecars.first().map(|(name, text)| Sidecar::parse(Path::new(name), text));
    let sidecar = sidecar.unwrap_or_default();
    let articles = articles.into_iter().map(|(name, text)| {
        let decoded = Decoded { text: (*text).to_owned(), encoding: "UTF-8".to_owned() };
        let mut article = Article::read((*name).to_owned(), (*name).to_owned(), None, decoded);
        if let Some(entry) = sidecar.entries.iter().find(|entry| entry.file == *name) {
            article.apply(entry);
        }
        article
    });
    let mut dossier = Dossier::of_articles(sidecar.title.clone(), articles);
    let kept = |(line, correction)| Kept { correction, folder: None, line: Some(line) };
    dossier.corrections.extend(sidecar.corrections.into_iter().map(kept));
    dossier.remarks.extend(sidecar.remarks.into_iter().map(crate::dossier::Remark::Sidecar));
    dossier
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn six_articles_open_without_a_remark() {
        let dossier = load();
        assert_eq!((dossier.articles.len(), dossier.remarks), (6, Vec::new()));
    }

    #[test]
    fn written_to_a_folder_it_loads_the_same() {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in files() {
            std::fs::write(folder.path().join(name), text).unwrap();
        }
        let on_disk = Dossier::load(&[folder.path().to_owned()], &|_| {}).unwrap();
        let built_in = load();
        assert_eq!(on_disk.title, built_in.title);
        let about = |article: &Article| {
            let Article { id, outlet, title, published, authors, language, text, .. } = article.clone();
            (id, outlet, title, published, authors, language, text)
        };
        assert_eq!(
            on_disk.articles.iter().map(about).collect::<Vec<_>>(),
            built_in.articles.iter().map(about).collect::<Vec<_>>()
        );
    }

    #[test]
    fn articles_are_as_long_as_a_newspaper_makes_them() {
        for article in load().articles {
            let words = article.text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric));
            let words = words.count();
            assert!((250..=600).contains(&words), "{} has {words} words", article.id);
        }
    }
}
