//! The aligner's memory: passages, their index and their neighbours, so that an article which comes
//! later is aligned against the others without redoing them.

use std::collections::HashMap;

use rayon::prelude::*;

use super::candidates::Index;
use super::correction;
use super::number::Quantities;
use super::readings::Readings;
use super::relation::{self, Context};
use super::rivals::Neighbours;
use super::score::{self, Scale, Scored};
use super::telling::Tellings;
use super::terms::actor_key;
use super::vectors::Rarities;
use super::{Aligned, Alignment, MATCH};
use crate::actors::Actor;
use crate::article::Article;
use crate::claims::{Claim, Figure};
use crate::text::Text;

/// What is aligned: articles with all that was found in them.
#[derive(Debug, Clone, Copy)]
pub struct Material<'a> {
    /// The articles.
    pub articles: &'a [Article],
    /// Their texts, in parallel.
    pub texts: &'a [Text],
    /// The actors.
    pub actors: &'a [Actor],
    /// The claims, by article, then by position.
    pub claims: &'a [Claim],
    /// The figures, by article, then by position.
    pub figures: &'a [Figure],
}

/// How many pairs are judged side by side before they are sorted into matches and loose ones.
const AT_A_TIME: usize = 1 << 16;

/// Aligns a dossier, and articles that are added to it.
#[derive(Debug, Default)]
pub struct Aligner {
    tellings: Tellings,
    rarities: Rarities,
    index: Index,
    scale: Scale,
    neighbours: Neighbours,
    quantities: Quantities,
    articles: usize,
}

impl Aligner {
    /// Aligns every article of `material` with every other one.
    pub fn new(material: Material<'_>) -> (Self, Aligned) {
        Self::with(material, None, &|| true)
    }

    /// As [`Self::new`]; of articles that are as they were when `readings` were kept, the passages are
    /// not read again, and the readings are left with those of these articles. Once it is not `wanted` any
    /// more, what it gives means nothing.
    pub(super) fn with(
        material: Material<'_>,
        readings: Option<&mut Readings>,
        wanted: &(dyn Fn() -> bool + Sync),
    ) -> (Self, Aligned) {
        let mut aligner = Self { articles: material.articles.len(), ..Self::default() };
        aligner.read(0, material, readings);
        let (list, numbers) = (&mut aligner.tellings.list, &aligner.tellings.numbers);
        aligner.rarities = Rarities::new(list, numbers.names.len());
        aligner.rarities.weigh(list);
        aligner.index.enter(list, 0, numbers.names.len());
        let (pairs, printed) = aligner.index.candidates(list, 0);
        aligner.scale = Scale::new(list);
        let (scored, neighbours) = score::score(list, &numbers.named, &pairs, &mut aligner.scale);
        aligner.neighbours = neighbours;
        let aligned = Aligned { printed, ..aligner.relate(material, &scored, wanted) };
        (aligner, aligned)
    }

    /// Aligns the articles that `material` has more than the aligner knows, which stand behind the
    /// others, with all: the pairs they are in.
    ///
    /// How rare words are and what chance makes of the dossier stay as they were at the last whole
    /// run, and pairs of older articles are not scored again, though a new one may back them: a few
    /// added articles change neither by much. What was found in the older articles must not have
    /// changed but for the order and the names of actors.
    pub fn add(&mut self, material: Material<'_>) -> Aligned {
        let first = self.tellings.list.len();
        self.read(self.articles, material, None);
        self.articles = material.articles.len();
        let (list, numbers) = (&mut self.tellings.list, &self.tellings.numbers);
        self.rarities.weigh(&mut list[first..]);
        self.index.enter(list, first, numbers.names.len());
        let (pairs, printed) = self.index.candidates(list, first);
        let scored = score::score_added(list, &numbers.named, &pairs, &self.scale, &mut self.neighbours);
        Aligned { printed, ..self.relate(material, &scored, &|| true) }
    }

    fn read(&mut self, first: usize, material: Material<'_>, readings: Option<&mut Readings>) {
        self.tellings.read(first, material, readings);
        self.quantities.enter(material.figures, material.articles);
    }

    fn relate(
        &self,
        material: Material<'_>,
        scored: &[Scored],
        wanted: &(dyn Fn() -> bool + Sync),
    ) -> Aligned {
        let numbers = &self.tellings.numbers;
        let actors: HashMap<u32, usize> = material
            .actors
            .iter()
            .enumerate()
            .rev()
            .filter_map(|(at, actor)| Some((numbers.known(&actor_key(actor))?, at)))
            .collect();
        let context = Context {
            material,
            tellings: &self.tellings.list,
            names: &numbers.names,
            rarity: &self.rarities.terms,
            actors: &actors,
            quantities: &self.quantities,
        };
        let mut aligned = Aligned::default();
        for scored in scored.chunks(AT_A_TIME) {
            let pairs: Vec<Alignment> = scored
                .par_iter()
                .filter(|_| wanted())
                .filter_map(|pair| relation::relate(&context, pair))
                .map(|mut pair| {
                    pair.why.shrink_to_fit();
                    pair
                })
                .collect();
            for pair in pairs {
                let list = if pair.score >= MATCH { &mut aligned.matches } else { &mut aligned.loose };
                list.push(pair);
            }
        }
        correction::add(&context, &mut aligned.matches, &mut aligned.loose);
        aligned.matches.shrink_to_fit();
        aligned.loose.shrink_to_fit();
        aligned
    }
}
