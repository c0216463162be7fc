//! Trains the conditional random field with the crate `crfs`: L-BFGS with L1 and L2 regularisation.
//!
//! Each article is one sequence, which costs that trainer a tenth of the time of a sequence for every
//! sentence; the label behind a sentence's end is learnt like any other.

use std::collections::{BTreeMap, HashMap};
use std::fs;

use anyhow::{Context, Result};
use clap::Args;
use crfs::{Attribute, Model, Trainer};
use recoupe::actors::features::Sheet;
use recoupe::actors::lexicon::Lexicon;
use recoupe::actors::tagger::LABELS;

use crate::compact::{self, Weights};
use crate::corpus::{Corpus, Part};

/// How to train. The defaults were chosen on the development months.
#[derive(Debug, Args)]
pub struct Settings {
    /// Weight of the L1 norm: the greater, the smaller the model
    #[arg(long, default_value_t = 1.0)]
    pub c1: f64,
    /// Weight of the squared L2 norm
    #[arg(long, default_value_t = 0.02)]
    pub c2: f64,
    /// Most iterations
    #[arg(long, default_value_t = 80)]
    pub iterations: usize,
    /// How often a feature must occur
    #[arg(long, default_value_t = 3)]
    pub least: u32,
}

/// The file of a tagger, trained on the training months.
///
/// # Errors
///
/// When the lists are damaged or the trainer fails.
pub fn train(corpus: &Corpus, words: &[u8], phrases: &[u8], settings: &Settings) -> Result<Vec<u8>> {
    let lexicon = Lexicon::read(words, phrases)?;
    compact::tagger(&weights(&fit(corpus, &lexicon, settings)?)?)
}

/// The trainer's own file of the model.
fn fit(corpus: &Corpus, lexicon: &Lexicon, settings: &Settings) -> Result<Vec<u8>> {
    let sequences: Vec<(Vec<Vec<u32>>, Vec<u8>)> = corpus
        .part(Part::Training)
        .map(|annotated| {
            let sheet = Sheet::read(&annotated.article, &annotated.text, lexicon);
            let features = (0..sheet.len()).map(|at| sheet.features(at)).collect();
            (features, annotated.labels(&sheet))
        })
        .filter(|(features, _): &(Vec<_>, _)| !features.is_empty())
        .collect();
    let mut counts: HashMap<u32, u32> = HashMap::new();
    for feature in sequences.iter().flat_map(|(features, _)| features).flatten() {
        *counts.entry(*feature).or_default() += 1;
    }
    let places: usize = sequences.iter().map(|(features, _)| features.len()).sum();
    let frequent = counts.values().filter(|count| **count >= settings.least).count();
    println!("{} articles, {places} places, {frequent} of {} features", sequences.len(), counts.len());
    let mut trainer = Trainer::lbfgs();
    trainer.verbose(true);
    trainer.set_feature_minfreq(2.0)?;
    let parameters = trainer.params_mut();
    parameters.set_c1(settings.c1)?;
    parameters.set_c2(settings.c2)?;
    parameters.set_max_iterations(settings.iterations)?;
    for (features, labels) in sequences {
        let items: Vec<Vec<Attribute>> = features
            .iter()
            .map(|features| {
                let frequent = features.iter().filter(|feature| counts[feature] >= settings.least);
                frequent.map(|feature| Attribute::new(name(*feature), 1.0)).collect()
            })
            .collect();
        let labels: Vec<String> = labels.iter().map(u8::to_string).collect();
        trainer.append(&items, &labels)?;
    }
    let scratch = tempfile::NamedTempFile::new()?;
    trainer.train(scratch.path())?;
    Ok(fs::read(scratch.path())?)
}

/// What a feature is called in the trainer's own files.
fn name(feature: u32) -> String {
    format!("{feature:08x}")
}

/// Reads the weights of a model of the trainer's.
fn weights(model: &[u8]) -> Result<Weights> {
    let model = Model::new(model)?;
    let mut listed = Vec::new();
    model.dump(&mut listed)?;
    let mut states: BTreeMap<u32, [f64; LABELS]> = BTreeMap::new();
    let mut transitions = [[0.0; LABELS]; LABELS];
    for line in String::from_utf8(listed)?.lines() {
        let Some((kind, rest)) = line.trim_start().split_once(") ").filter(|_| line.starts_with("  ("))
        else {
            continue;
        };
        let wrong = || format!("the trainer wrote a line that is not understood: {line}");
        let (from, rest) = rest.split_once(" --> ").with_context(wrong)?;
        let (label, weight) = rest.split_once(": ").with_context(wrong)?;
        let (label, weight): (usize, f64) = (label.parse()?, weight.parse()?);
        if kind == "(1" {
            let from: usize = from.parse()?;
            transitions[from][label] = weight;
        } else {
            states.entry(u32::from_str_radix(from, 16)?).or_insert([0.0; LABELS])[label] = weight;
        }
    }
    Ok(Weights { states, transitions })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Annotated;
    use recoupe::actors::tagger::Tagger;

    /// Invented articles with their names.
    fn corpus() -> Corpus {
        let articles = [
            (
                "La maire de Brive, Jeanne Morel, a parlé mardi.",
                &["Brive/Location", "Jeanne Morel/Person"][..],
            ),
            ("Hier, Karim Haddad a visité Tulle.", &["Karim Haddad/Person", "Tulle/Location"]),
            (
                "Le Comité des rives a écrit à Anne Roussel.",
                &["Comité des rives/Organization", "Anne Roussel/Person"],
            ),
            ("À Tulle, le Comité des rives a voté.", &["Tulle/Location", "Comité des rives/Organization"]),
            ("Le pont a cédé hier soir. Personne ne passait.", &[]),
            (
                "Mardi, Jeanne Morel et Karim Haddad ont voté.",
                &["Jeanne Morel/Person", "Karim Haddad/Person"],
            ),
        ];
        let articles =
            articles.iter().map(|(text, names)| Annotated::invented("2016-01", text, names)).collect();
        Corpus { articles }
    }

    #[test]
    fn the_compact_tagger_tags_as_the_trainer_does() {
        let corpus = corpus();
        let words = compact::words("le\t1\t2\t3\t4\nmaire\t31\t127\t511\t2047\n").unwrap();
        let phrases = compact::phrases("Brive\tCITY\n").unwrap();
        let lexicon = Lexicon::read(&words, &phrases).unwrap();
        let settings = Settings { c1: 0.05, c2: 0.01, iterations: 30, least: 1 };
        let fitted = fit(&corpus, &lexicon, &settings).unwrap();
        let tagger = compact::tagger(&weights(&fitted).unwrap()).unwrap();
        assert_eq!(tagger, train(&corpus, &words, &phrases, &settings).unwrap(), "the same bytes twice");
        let compact = Tagger::read(&tagger, &words, &phrases).unwrap();
        let model = Model::new(&fitted).unwrap();
        let trainer = model.tagger().unwrap();
        let mut names = 0;
        for annotated in &corpus.articles {
            let sheet = Sheet::read(&annotated.article, &annotated.text, &lexicon);
            let items: Vec<Vec<Attribute>> = (0..sheet.len())
                .map(|at| sheet.features(at).into_iter().map(|f| Attribute::new(name(f), 1.0)).collect())
                .collect();
            let expected: Vec<String> = trainer.tag(&items).unwrap().into_iter().map(str::to_owned).collect();
            let tags = compact.tag(&sheet);
            assert_eq!(tags.labels.iter().map(u8::to_string).collect::<Vec<_>>(), expected);
            names += tags.names().len();
        }
        assert!(names > 5, "{names}");
    }
}
