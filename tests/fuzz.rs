//! What the fuzz targets hold, over the texts that `fuzz/corpus` keeps for each and over some thousands made
//! out of them, the same ones every time. Finding new ones is the work of `cargo +nightly fuzz run`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};

#[path = "../fuzz/src/properties.rs"]
mod properties;

/// What breaks readers: ends of lines and of blocks, signs of the formats, marks that pair, letters of more
/// than one byte or character; a bar between two.
const PIECES: &str = "\n|\r\n|\n\n|\t|\u{c}|\u{2029}|\u{a0}|\u{200b}|\u{301}|\0|[[article]]\n|= |{|#|\\|[|]|(|)|, |: |\
    « | »|“|”|\"|'|’|.|...|…| ? |!|-|—|l’|-t-il|M. |É|ﬁ|ﷺ|👩‍👩‍👧|1 500|10 mars 2026";

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz")
}

/// The names of the files in a folder of `fuzz/`, endings left out, those that git ignores too.
fn names(folder: &Path) -> BTreeSet<String> {
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    names.map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned()).collect()
}

fn holds(name: &str, cases: u32) {
    let (_, property) = properties::ALL.into_iter().find(|(known, _)| *known == name).unwrap();
    let corpus = folder().join("corpus").join(name);
    let mut texts = Vec::new();
    for path in names(&corpus).iter().map(|name| corpus.join(name)) {
        println!("{}", path.display());
        let text = fs::read(path).unwrap();
        property(&text);
        texts.push(text);
    }
    assert!(texts.len() >= 10, "{} has few texts", corpus.display());

    let piece = prop_oneof![
        4 => select(PIECES.split('|').collect::<Vec<_>>()).prop_map(|piece| piece.as_bytes().to_vec()),
        1 => vec(any::<u8>(), 0..3),
        1 => select(texts.clone()),
    ];
    let changes = vec((any::<Index>(), 0_usize..12, piece), 1..8);
    let input = (select(texts), changes).prop_map(|(mut text, changes)| {
        for (at, length, piece) in changes {
            let start = at.index(text.len() + 1);
            text.splice(start..(start + length).min(text.len()), piece);
        }
        text
    });
    let config = ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases) };
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let shown = TestRunner::new_with_rng(config, rng).run(&input, |text| {
        property(&text);
        Ok(())
    });
    shown.unwrap();
}

#[test]
fn every_target_holds_a_property_and_has_texts() {
    let known: BTreeSet<String> = properties::ALL.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(names(&folder().join("targets")), known);
    assert_eq!(names(&folder().join("corpus")), known);
}

#[test]
fn decoding() {
    holds("decoding", 4_000);
}

#[test]
fn blocks() {
    holds("blocks", 800);
}

#[test]
fn sentences() {
    holds("sentences", 800);
}

#[test]
fn query() {
    holds("query", 1_500);
}

#[test]
fn keymap() {
    holds("keymap", 400);
}

#[test]
fn settings() {
    holds("settings", 500);
}

#[test]
fn sidecar() {
    holds("sidecar", 2_000);
}

#[test]
fn sidecar_writing() {
    holds("sidecar_writing", 600);
}

#[test]
fn dossier() {
    holds("dossier", 100);
}
