//! Trains the tagger that is built into recoupe, and says how good it is.
//!
//! `cargo run --release -p recoupe-tools -- train ../shared/data` reads WiNER-fr, the word clusters and
//! the gazetteer of that folder and writes the three files of `assets/model`, byte for byte the same
//! every time. `… -- evaluate ../shared/data` scores what stands there. Features, tokens and
//! sentences are the program's own: nothing about text is decided here.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use clap::{Parser, Subcommand};
use recoupe::actors::tagger::Tagger;

mod compact;
mod corpus;
mod evaluate;
mod train;

use corpus::{Annotated, Corpus, Part};

#[derive(Parser)]
#[command(about, version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Trains the tagger and writes the files of the model
    Train {
        /// The folder with winer-fr.jsonl, word-clusters-fr.tsv and gazetteer-fr.tsv
        data: PathBuf,
        /// Where the files of the model go
        #[arg(long, default_value_os_t = model_folder())]
        model: PathBuf,
        #[command(flatten)]
        settings: train::Settings,
    },
    /// Scores the tagger, without and with the second pass: strict span and type
    Evaluate {
        /// The folder with winer-fr.jsonl
        data: PathBuf,
        /// Where the files of the model are; the second pass always uses the model that is built in
        #[arg(long, default_value_os_t = model_folder())]
        model: PathBuf,
        /// Which months to score; nothing is ever tuned on those of the test
        #[arg(long, value_enum, default_values_t = [Part::Development, Part::Test])]
        part: Vec<Part>,
        /// List what is missed and what is wrong
        #[arg(long)]
        errors: bool,
    },
}

fn model_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/model")
}

fn read(folder: &Path, name: &str) -> Result<Vec<u8>> {
    let path = folder.join(name);
    fs::read(&path).with_context(|| format!("{} could not be read", path.display()))
}

fn main() -> Result<()> {
    match Arguments::parse().command {
        Command::Train { data, model, settings } => {
            let corpus = Corpus::read(&data)?;
            let words = compact::words(&fs::read_to_string(data.join("word-clusters-fr.tsv"))?)?;
            let phrases = compact::phrases(&fs::read_to_string(data.join("gazetteer-fr.tsv"))?)?;
            let tagger = train::train(&corpus, &words, &phrases, &settings)?;
            fs::create_dir_all(&model)?;
            let files = [("words.bin", words), ("phrases.bin", phrases), ("tagger.bin", tagger)];
            let mut bytes = 0;
            for (name, content) in &files {
                fs::write(model.join(name), content)?;
                println!("{name}: {} bytes", content.len());
                bytes += content.len();
            }
            println!("together: {:.2} MB", bytes as f64 / 1e6);
            let tagger = Tagger::read(&files[2].1, &files[0].1, &files[1].1)?;
            println!("{} features with weights", tagger.features());
            let find = |annotated: &Annotated| evaluate::tagged(annotated, &tagger);
            evaluate::report("tagger alone", &corpus, Part::Development, false, find);
        }
        Command::Evaluate { data, model, part, errors } => {
            let corpus = Corpus::read(&data)?;
            let tagger = Tagger::read(
                &read(&model, "tagger.bin")?,
                &read(&model, "words.bin")?,
                &read(&model, "phrases.bin")?,
            )?;
            for part in part {
                let find = |annotated: &Annotated| evaluate::tagged(annotated, &tagger);
                evaluate::report("tagger alone", &corpus, part, errors, find);
                evaluate::report("with the second pass", &corpus, part, errors, evaluate::settled);
            }
        }
    }
    Ok(())
}
