//! Reading the files of a dossier again gives what reading them for the first time gives, though what
//! has not changed is not analysed again.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::path::{Path, PathBuf};

use proptest::prelude::*;
use recoupe::dossier::{Dossier, Memory};
use recoupe::output::json;

/// Tellings of one event and of another, with actors that are known by description in some and by name
/// in others, so that a file that comes or goes changes who is who in those that stay.
const PAGES: [&str; 7] = [
    "Le barrage d'Orvelle cède\n\nLe barrage d'Orvelle a cédé mardi à 4 h 20, a annoncé la préfète Jeanne Morel. \
     Douze maisons sont sous l'eau.\n\n« Personne ne manque à l'appel », a assuré Jeanne Morel.\n",
    "Orvelle sous l'eau\n\nMardi à 5 h, le barrage d'Orvelle a cédé. Selon la préfète, quatorze maisons sont sous \
     l'eau.\n\nKarim Haddad, maire d'Orvelle, demande des pompes.\n",
    "Après la rupture\n\n« Personne ne manque à l'appel », a dit la préfète Jeanne Morel. Le maire d'Orvelle ne va \
     pas fermer l'école.\n",
    "The Orvelle dam fails\n\nThe Orvelle dam failed on Tuesday, prefect Jeanne Morel said. Twelve houses are under \
     water.\n",
    "Le concours de Tervuren\n\nLe violoncelliste Paul Morel a remporté samedi le concours de Tervuren, a annoncé le \
     jury.\n",
    "Fermé.\n",
    "Le barrage d'Orvelle cède\n\nLe barrage d'Orvelle a cédé mardi à 4 h 20, a annoncé la préfète Jeanne Morel. \
     Seize maisons sont sous l'eau, d'après Karim Haddad, qui a fermé l'école.\n",
];

/// A folder of articles, and what is remembered of it.
struct Desk {
    folder: tempfile::TempDir,
    memory: Memory,
}

impl Desk {
    fn new(pages: &[(&str, usize)]) -> Self {
        let desk = Self { folder: tempfile::tempdir().unwrap(), memory: Memory::default() };
        for (name, page) in pages {
            desk.write(name, PAGES[*page]);
        }
        desk
    }

    fn write(&self, name: &str, text: &str) {
        std::fs::write(self.folder.path().join(name), text).unwrap();
    }

    fn remove(&self, name: &str) {
        let _ = std::fs::remove_file(self.folder.path().join(name));
    }

    fn paths(&self) -> [PathBuf; 1] {
        [self.folder.path().to_owned()]
    }

    /// Reads the folder with what is remembered of it, and says whether that is as from the start.
    fn reload(&mut self) -> Dossier {
        let again = Dossier::load_again(&self.paths(), None, &mut self.memory, &|_| {})
            .unwrap()
            .analyse_from(&mut self.memory, &|_| {});
        let first = Dossier::load(&self.paths(), &|_| {}).unwrap().analyse(&|_| {});
        assert_eq!(told(&again), told(&first));
        again
    }
}

/// Everything that is told about a dossier.
fn told(dossier: &Dossier) -> String {
    let mut out = Vec::new();
    json::write(dossier, &mut out).unwrap();
    let mut text = String::from_utf8(out).unwrap();
    text.push_str(&format!("{:?}\n{:?}\n", dossier.alignments, dossier.loose));
    text.push_str(&format!("{:?}\n{:?}\n", dossier.coverage.facts, dossier.coverage.quantities));
    text.push_str(&format!("{:?}\n{:?}\n{:?}", dossier.copies, dossier.remarks, dossier.unread));
    text
}

#[test]
fn nothing_has_changed() {
    let mut desk = Desk::new(&[("a.txt", 0), ("b.txt", 1), ("c.txt", 2)]);
    assert!(!desk.reload().alignments.is_empty());
    desk.reload();
}

#[test]
fn an_article_comes_in_front_of_the_others() {
    let mut desk = Desk::new(&[("b.txt", 0), ("c.txt", 1)]);
    desk.reload();
    desk.write("a.txt", PAGES[2]);
    assert_eq!(desk.reload().articles.len(), 3);
}

#[test]
fn an_article_is_changed_and_changed_back() {
    let mut desk = Desk::new(&[("a.txt", 0), ("b.txt", 1), ("c.txt", 2)]);
    desk.reload();
    desk.write("a.txt", PAGES[6]);
    desk.reload();
    desk.write("a.txt", PAGES[0]);
    desk.reload();
}

#[test]
fn an_article_goes() {
    let mut desk = Desk::new(&[("a.txt", 0), ("b.txt", 1), ("c.txt", 2)]);
    desk.reload();
    desk.remove("a.txt");
    assert_eq!(desk.reload().articles.len(), 2);
}

#[test]
fn the_sidecar_gives_an_article_another_outlet_and_another_day() {
    let mut desk = Desk::new(&[("a.txt", 0), ("b.txt", 1)]);
    desk.reload();
    desk.write(
        "dossier.toml",
        "[[article]]\nfile = \"a.txt\"\noutlet = \"L'Écho d'Orvelle\"\ndate = 2026-03-10\n",
    );
    assert_eq!(desk.reload().articles[0].label(), "L'Écho d'Orvelle");
    desk.write(
        "dossier.toml",
        "title = \"Le barrage\"\n\n[[article]]\nfile = \"a.txt\"\nlanguage = \"en\"\n",
    );
    desk.reload();
    desk.remove("dossier.toml");
    desk.reload();
}

#[test]
fn a_correction_moves_who_is_who() {
    let mut desk = Desk::new(&[("a.txt", 0), ("b.txt", 1), ("c.txt", 2)]);
    desk.reload();
    desk.write("dossier.toml", "[[correction]]\nmerge = \"Karim Haddad\"\ninto = \"Jeanne Morel\"\n");
    desk.reload();
}

#[test]
fn two_copies_of_one_article_are_two_articles() {
    let mut desk = Desk::new(&[("a.txt", 0), ("b.txt", 0)]);
    desk.reload();
    desk.write("c.txt", PAGES[0]);
    desk.reload();
    desk.remove("a.txt");
    assert_eq!(desk.reload().articles.len(), 2);
}

#[test]
fn a_file_that_cannot_be_read_comes_and_goes() {
    let mut desk = Desk::new(&[("a.txt", 0), ("b.txt", 1)]);
    desk.reload();
    desk.write("a.txt", "");
    assert_eq!(desk.reload().unread.len(), 1);
    desk.write("a.txt", PAGES[0]);
    assert!(desk.reload().unread.is_empty());
}

/// What happens to a folder between two readings: a file gets a text, or goes.
fn happens(desk: &Desk, file: usize, page: usize) {
    let name = format!("{file}.txt");
    match PAGES.get(page) {
        Some(text) => desk.write(&name, text),
        None => desk.remove(&name),
    }
}

fn has_articles(folder: &Path) -> bool {
    std::fs::read_dir(folder).unwrap().next().is_some()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn whatever_happens_to_the_files_in_whatever_order(
        steps in prop::collection::vec((0usize..5, 0usize..9), 3..8)
    ) {
        let mut desk = Desk::new(&[("0.txt", 0), ("1.txt", 1)]);
        desk.reload();
        for (file, page) in steps {
            happens(&desk, file, page);
            if has_articles(desk.folder.path()) {
                desk.reload();
            }
        }
    }
}
