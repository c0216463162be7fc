//! A tagger that has learnt names from data: a linear-chain conditional random field (Lafferty et al.
//! 2001) over the [features](super::features) of French words.
//!
//! `tools/` trains it on WiNER-fr with the crate `crfs` and writes the weights in a compact form; here
//! they are only read. Labels follow the BIO scheme. The best labels come from the Viterbi
//! algorithm, the probability of each label of each word from the forward-backward algorithm
//! (Rabiner 1989), scaled word by word so that no logarithm is taken.

mod lattice;

use std::sync::LazyLock;

use super::ActorKind;
use super::features::{REACH, Sheet};
use super::lexicon::Lexicon;
use super::table::{Fault, Hashes, ModelError, Reader};
use lattice::Lattice;

/// The kinds that the tagger tells apart, in the order of their labels.
pub const KINDS: [ActorKind; 5] =
    [ActorKind::Person, ActorKind::Organisation, ActorKind::Place, ActorKind::Event, ActorKind::Other];

/// How many labels there are: outside, and the first and a later word of a name of each kind.
pub const LABELS: usize = 1 + 2 * KINDS.len();

/// A weight of one, as the file writes it.
pub const UNIT: f32 = 1024.0;

/// Scores of all labels; the last one is there to fill up the row.
type Row = [i32; LABELS + 1];

/// A trained tagger.
#[derive(Debug, Clone)]
pub struct Tagger {
    lexicon: Lexicon,
    features: Hashes,
    weights: Vec<[i16; LABELS + 1]>,
    transitions: [[f32; LABELS]; LABELS],
}

/// A name that the tagger found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tagged {
    /// Its first place on the sheet.
    pub from: usize,
    /// The place after its last one.
    pub to: usize,
    /// What it names.
    pub kind: ActorKind,
    /// The smallest probability of its labels, from 0 to 1.
    pub probability: f32,
}

/// What the tagger says about every word of an article.
#[derive(Debug, Clone, Default)]
pub struct Tags {
    /// The best label of every place.
    pub labels: Vec<u8>,
    /// The probability of every label at every place.
    pub marginals: Vec<[f32; LABELS]>,
    starts: Vec<bool>,
}

static BUILT_IN: LazyLock<Result<Tagger, ModelError>> = LazyLock::new(|| {
    Tagger::read(
        include_bytes!("../../assets/model/tagger.bin"),
        include_bytes!("../../assets/model/words.bin"),
        include_bytes!("../../assets/model/phrases.bin"),
    )
});

impl Tagger {
    /// The tagger that is built in; none where its files do not fit this version, which a test rules
    /// out.
    pub fn built_in() -> Option<&'static Self> {
        BUILT_IN.as_ref().ok()
    }

    /// Reads a tagger from the three files that `tools/` writes.
    ///
    /// # Errors
    ///
    /// Says which of them is damaged, and how to rebuild it.
    pub fn read(tagger: &[u8], words: &[u8], phrases: &[u8]) -> Result<Self, ModelError> {
        let mut reader = Reader::new("tagger.bin", tagger)?;
        if reader.count()? != LABELS {
            return Err(ModelError { file: "tagger.bin", fault: Fault::Header });
        }
        let mut transitions = [[0.0; LABELS]; LABELS];
        for row in &mut transitions {
            for (score, weight) in row.iter_mut().zip(reader.i16s(LABELS)?) {
                *score = f32::from(weight) / UNIT;
            }
        }
        let count = reader.count()?;
        let features = reader.hashes(count)?;
        let masks = reader.i16s(count)?;
        let mut weights = Vec::with_capacity(count);
        for mask in masks {
            let mut row = [0; LABELS + 1];
            for (label, weight) in row.iter_mut().enumerate() {
                if mask & (1 << label) != 0 {
                    *weight = reader.i16()?;
                }
            }
            weights.push(row);
        }
        reader.end()?;
        Ok(Self { lexicon: Lexicon::read(words, phrases)?, features, weights, transitions })
    }

    /// The lists that this tagger was trained with.
    pub fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// How many features have a weight.
    pub fn features(&self) -> usize {
        self.features.len()
    }

    /// Tags every place of `sheet`, in linear time.
    pub fn tag(&self, sheet: &Sheet) -> Tags {
        let scores = self.scores(sheet);
        let lattice = Lattice::new(&scores, &self.transitions);
        let labels = lattice.best();
        let marginals = lattice.marginals();
        let starts = (0..sheet.len()).map(|at| sheet.starts_sentence(at)).collect();
        Tags { labels, marginals, starts }
    }

    /// The score of every label at every place.
    fn scores(&self, sheet: &Sheet) -> Vec<[f32; LABELS]> {
        const WINDOW: usize = 2 * REACH + 1;
        let mut of_forms = vec![[[0; LABELS + 1]; WINDOW]; sheet.forms()];
        for (form, rows) in of_forms.iter_mut().enumerate() {
            for (offset, row) in rows.iter_mut().enumerate() {
                sheet.of_form(form, offset, |feature| self.add(feature, row));
            }
        }
        let mut beyond = [[0; LABELS + 1]; WINDOW];
        for (offset, row) in beyond.iter_mut().enumerate() {
            self.add(Sheet::beyond(offset), row);
        }
        let mut scores = Vec::with_capacity(sheet.len());
        for at in 0..sheet.len() {
            let mut sum: Row = [0; LABELS + 1];
            for offset in 0..WINDOW {
                let row = sheet.form_at(at, offset).map_or(&beyond[offset], |form| &of_forms[form][offset]);
                for (total, score) in sum.iter_mut().zip(row) {
                    *total += score;
                }
            }
            sheet.of_place(at, |feature| self.add(feature, &mut sum));
            let mut row = [0.0; LABELS];
            for (score, total) in row.iter_mut().zip(sum) {
                *score = total as f32 / UNIT;
            }
            scores.push(row);
        }
        scores
    }

    fn add(&self, feature: u32, row: &mut Row) {
        if let Some(weights) = self.features.find(feature).and_then(|at| self.weights.get(at)) {
            for (total, weight) in row.iter_mut().zip(weights) {
                *total += i32::from(*weight);
            }
        }
    }
}

impl Tags {
    /// The names that the best labels make, in order; none reaches over the end of a sentence.
    pub fn names(&self) -> Vec<Tagged> {
        let mut names: Vec<Tagged> = Vec::new();
        let mut open: Option<Tagged> = None;
        for (at, label) in self.labels.iter().map(|label| usize::from(*label)).enumerate() {
            let kind = label.checked_sub(1).and_then(|label| KINDS.get(label / 2)).copied();
            let probability = self.marginals.get(at).map_or(0.0, |row| row[label]);
            let inside = label != 0 && label % 2 == 0 && !self.starts[at];
            match (&mut open, kind) {
                (Some(name), Some(kind)) if inside && name.kind == kind => {
                    name.to = at + 1;
                    name.probability = name.probability.min(probability);
                }
                (_, kind) => {
                    names.extend(open.take());
                    open = kind.map(|kind| Tagged { from: at, to: at + 1, kind, probability });
                }
            }
        }
        names.extend(open);
        names
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_make_names() {
        let tags = Tags {
            labels: vec![1, 2, 0, 4, 3, 3, 5],
            marginals: vec![[0.5; LABELS]; 7],
            starts: vec![false; 7],
        };
        let names: Vec<_> = tags.names().iter().map(|name| (name.from, name.to, name.kind)).collect();
        assert_eq!(
            names,
            [
                (0, 2, ActorKind::Person),
                (3, 4, ActorKind::Organisation),
                (4, 5, ActorKind::Organisation),
                (5, 6, ActorKind::Organisation),
                (6, 7, ActorKind::Place)
            ]
        );
    }
}
