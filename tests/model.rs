//! The built-in model: which bytes it is made of, how large it is, what it says when it is damaged, and how
//! good it is on the development months of WiNER-fr.
//!
//! The corpus stands beside the project, not in it; where it is missing, the score is not taken.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::path::Path;

use recoupe::actors::table::checksum;
use recoupe::actors::tagger::Tagger;

#[allow(dead_code)]
#[path = "../tools/src/corpus.rs"]
mod corpus;
#[allow(dead_code)]
#[path = "../tools/src/evaluate.rs"]
mod evaluate;

use corpus::{Corpus, Part};

const TAGGER: &[u8] = include_bytes!("../assets/model/tagger.bin");
const WORDS: &[u8] = include_bytes!("../assets/model/words.bin");
const PHRASES: &[u8] = include_bytes!("../assets/model/phrases.bin");

#[test]
fn the_model_is_the_one_that_was_trained() {
    let sums = [TAGGER, WORDS, PHRASES].map(|file| (file.len(), format!("{:08x}", checksum(file))));
    let expected = [(146_528, "eb31e520"), (959_180, "6ed84bc2"), (179_497, "84b6b65f")];
    assert_eq!(sums, expected.map(|(length, sum)| (length, sum.to_owned())));
}

#[test]
fn the_model_is_small_and_read() {
    assert!(TAGGER.len() + WORDS.len() + PHRASES.len() < 3_000_000);
    assert!(Tagger::built_in().is_some_and(|tagger| tagger.features() > 5_000));
}

#[test]
fn a_damaged_model_says_which_file_and_how_to_rebuild_it() {
    let damaged = |file: &[u8]| {
        let mut file = file.to_vec();
        let middle = file.len() / 2;
        file[middle] ^= 1;
        file
    };
    let cases = [
        ("tagger.bin", Tagger::read(&damaged(TAGGER), WORDS, PHRASES)),
        ("words.bin", Tagger::read(TAGGER, &damaged(WORDS), PHRASES)),
        ("phrases.bin", Tagger::read(TAGGER, WORDS, &damaged(PHRASES))),
        ("tagger.bin", Tagger::read(&[], WORDS, PHRASES)),
    ];
    for (file, read) in cases {
        let message = read.map(|_| ()).unwrap_err().to_string();
        assert!(message.starts_with(file) && message.contains("recoupe-tools -- train"), "{message}");
    }
}

#[test]
fn the_development_months_are_tagged_well() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    if !data.join("winer-fr.jsonl").exists() {
        eprintln!("skipped: {} holds no winer-fr.jsonl", data.display());
        return;
    }
    let corpus = Corpus::read(&data).unwrap();
    let tagger = Tagger::built_in().unwrap();
    let f1 = |score: evaluate::Score| score.figures()[2];
    let [alone, ..] =
        evaluate::score(&corpus, Part::Development, |article| evaluate::tagged(article, tagger));
    assert!(f1(alone) > 87.5, "the tagger alone: {:.1}", f1(alone));
    let [settled, ..] = evaluate::score(&corpus, Part::Development, evaluate::settled);
    println!("the tagger alone {:.1}, with the second pass {:.1}", f1(alone), f1(settled));
    assert!(f1(settled) > 84.5, "with the second pass: {:.1}", f1(settled));
}
