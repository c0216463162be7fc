//! Writes the files that `recoupe::actors::table` describes: lists as sorted hashes, weights as small
//! numbers.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail};
use recoupe::actors::lexicon::{LEVELS, Lexicon};
use recoupe::actors::table::{MAGIC, checksum};
use recoupe::actors::tagger::{LABELS, UNIT};

/// A file with this body.
fn file(body: &[u8]) -> Vec<u8> {
    let mut file = MAGIC.to_vec();
    file.extend(checksum(body).to_le_bytes());
    file.extend(body);
    file
}

fn count(entries: usize) -> Result<[u8; 4]> {
    Ok(u32::try_from(entries).context("more entries than a file can hold")?.to_le_bytes())
}

/// The file of the word clusters, from `word-clusters-fr.tsv`: a word, and its cluster at each level.
/// Of two words with one hash the more frequent one stays.
///
/// # Errors
///
/// Names the line that is not of that form.
pub fn words(table: &str) -> Result<Vec<u8>> {
    let mut words: BTreeMap<u32, u32> = BTreeMap::new();
    for (at, line) in table.lines().enumerate() {
        let mut fields = line.split('\t');
        let word = fields.next().unwrap_or_default();
        let mut clusters = [0; LEVELS.len()];
        for (cluster, bits) in clusters.iter_mut().zip(LEVELS) {
            let number: u16 = fields
                .next()
                .and_then(|field| field.parse().ok())
                .with_context(|| format!("word-clusters-fr.tsv:{}: four clusters are wanted", at + 1))?;
            if number >> bits != 0 {
                bail!("word-clusters-fr.tsv:{}: {number} is no cluster of this level", at + 1);
            }
            *cluster = number;
        }
        words.entry(Lexicon::key_of_word(word)).or_insert(Lexicon::pack(clusters));
    }
    let mut body = count(words.len())?.to_vec();
    body.extend(words.keys().flat_map(|key| key.to_le_bytes()));
    body.extend(words.values().flat_map(|clusters| clusters.to_le_bytes()));
    Ok(file(&body))
}

/// The file of the gazetteer, from `gazetteer-fr.tsv`: a phrase and its label.
///
/// # Errors
///
/// Names the line with a label that is not known.
pub fn phrases(table: &str) -> Result<Vec<u8>> {
    let mut phrases: BTreeMap<u32, u8> = BTreeMap::new();
    for (at, line) in table.lines().enumerate() {
        let (phrase, label) = line.split_once('\t').unwrap_or((line, ""));
        let label = match label {
            "CITY" => 1,
            "CTRY" => 1 << 1,
            "REG" => 1 << 2,
            "FN" => 1 << 3,
            other => bail!("gazetteer-fr.tsv:{}: no list is called {other:?}", at + 1),
        };
        let keys = Lexicon::keys_of_phrase(phrase);
        if let Some((whole, beginnings)) = keys.split_last() {
            *phrases.entry(*whole).or_default() |= label;
            for beginning in beginnings {
                *phrases.entry(*beginning).or_default() |= Lexicon::GOES_ON;
            }
        }
    }
    let mut body = count(phrases.len())?.to_vec();
    body.extend(phrases.keys().flat_map(|key| key.to_le_bytes()));
    body.extend(phrases.values());
    Ok(file(&body))
}

/// What training found: the weight of each feature for each label, and from label to label.
#[derive(Debug, Default)]
pub struct Weights {
    /// By feature.
    pub states: BTreeMap<u32, [f64; LABELS]>,
    /// From each label to each.
    pub transitions: [[f64; LABELS]; LABELS],
}

/// A weight as the file holds it; what is too great for it is cut.
fn small(weight: f64) -> i16 {
    (weight * f64::from(UNIT)).round().clamp(f64::from(i16::MIN), f64::from(i16::MAX)) as i16
}

/// The file of the tagger. Weights that come out as nothing are left out.
///
/// # Errors
///
/// When there are more features than a file can hold.
pub fn tagger(weights: &Weights) -> Result<Vec<u8>> {
    let mut body = count(LABELS)?.to_vec();
    body.extend(weights.transitions.iter().flatten().flat_map(|weight| small(*weight).to_le_bytes()));
    let rows: Vec<(u32, [i16; LABELS])> = weights
        .states
        .iter()
        .map(|(feature, row)| (*feature, row.map(small)))
        .filter(|(_, row)| row.iter().any(|weight| *weight != 0))
        .collect();
    body.extend(count(rows.len())?);
    body.extend(rows.iter().flat_map(|(feature, _)| feature.to_le_bytes()));
    for (_, row) in &rows {
        let mask: u16 = (0..).zip(row).map(|(label, weight)| u16::from(*weight != 0) << label).sum();
        body.extend(mask.to_le_bytes());
    }
    for weight in rows.iter().flat_map(|(_, row)| row).filter(|weight| **weight != 0) {
        body.extend(weight.to_le_bytes());
    }
    Ok(file(&body))
}

#[cfg(test)]
mod tests {
    use super::*;
    use recoupe::actors::tagger::Tagger;

    #[test]
    fn what_is_written_is_read_again() {
        let words = words("le\t1\t2\t3\t4\nmaire\t31\t127\t511\t2047\n").unwrap();
        let phrases = phrases("Val d'Orge\tCITY\nVal\tFN\n").unwrap();
        let mut weights = Weights::default();
        weights.states.insert(7, [0.5; LABELS]);
        weights.states.insert(9, [0.0; LABELS]);
        let tagger = Tagger::read(&tagger(&weights).unwrap(), &words, &phrases).unwrap();
        assert_eq!(tagger.features(), 1);
    }

    #[test]
    fn a_file_that_was_cut_short_is_told() {
        let whole = words("le\t1\t2\t3\t4\n").unwrap();
        let gazetteer = phrases("").unwrap();
        assert!(Lexicon::read(&whole, &gazetteer).is_ok());
        let error = Lexicon::read(&whole[..whole.len() - 1], &gazetteer).unwrap_err();
        assert!(error.to_string().starts_with("words.bin is damaged"), "{error}");
    }

    #[test]
    fn a_cluster_beyond_its_level_is_an_error() {
        assert!(words("le\t32\t0\t0\t0\n").is_err());
        assert!(phrases("Orge\tRIVER\n").is_err());
    }
}
