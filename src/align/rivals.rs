//! The pairs of a dossier as each passage sees them: its neighbours, and the best it has per article.
//!
//! Pairs come in order of their earlier passage. A second order, by the later one, is counted out in
//! linear time, so that each passage finds its pairs in two runs and nothing has to be hashed.

use rayon::prelude::*;

use super::telling::Telling;

/// How many of a passage's best matches are kept as its neighbours.
const NEIGHBOURS: usize = 32;

/// The best matches of every passage, in any article, by passage.
pub(crate) type Neighbours = Vec<Vec<(u32, f32)>>;

/// Candidate pairs, found from either side.
pub(crate) struct Pairs<'a> {
    list: &'a [(u32, u32)],
    /// Per passage, where its pairs with later ones begin in the list; one more entry for their end.
    earlier: Vec<u32>,
    /// The places in the list, ordered by their later passage, then by their earlier one.
    by_later: Vec<u32>,
    /// Per passage, where its pairs with earlier ones begin in `by_later`; one more for their end.
    later: Vec<u32>,
}

impl<'a> Pairs<'a> {
    /// The pairs of `list`, which come in order of their sides, among so many passages.
    pub(crate) fn new(list: &'a [(u32, u32)], passages: usize) -> Self {
        let (mut earlier, mut later) = (vec![0; passages + 1], vec![0; passages + 1]);
        for &(a, b) in list {
            earlier[a as usize + 1] += 1;
            later[b as usize + 1] += 1;
        }
        for counts in [&mut earlier, &mut later] {
            let mut sum = 0;
            for count in counts.iter_mut() {
                sum += *count;
                *count = sum;
            }
        }
        let mut next = later.clone();
        let mut by_later = vec![0; list.len()];
        for (at, &(_, b)) in (0..).zip(list) {
            let place = &mut next[b as usize];
            by_later[*place as usize] = at;
            *place += 1;
        }
        Self { list, earlier, by_later, later }
    }

    /// The places of the pairs that a passage is the later one of, in order.
    fn with_earlier(&self, passage: usize) -> &[u32] {
        &self.by_later[self.later[passage] as usize..self.later[passage + 1] as usize]
    }

    /// The places of the pairs that a passage is the earlier one of.
    fn with_later(&self, passage: usize) -> std::ops::Range<usize> {
        self.earlier[passage] as usize..self.earlier[passage + 1] as usize
    }

    /// Enters what each passage is paired with among its neighbours.
    pub(crate) fn enter(&self, strengths: &[f32], neighbours: &mut Neighbours) {
        neighbours.resize(self.earlier.len() - 1, Vec::new());
        neighbours.par_iter_mut().enumerate().for_each(|(passage, known)| {
            let (before, behind) = (self.with_earlier(passage), self.with_later(passage));
            if before.is_empty() && behind.is_empty() {
                return;
            }
            let before = before.iter().map(|&at| (self.list[at as usize].0, strengths[at as usize]));
            let behind = behind.map(|at| (self.list[at].1, strengths[at]));
            let mut list: Vec<(u32, f32)> = known.drain(..).chain(before).chain(behind).collect();
            if list.len() > NEIGHBOURS {
                list.sort_unstable_by(|x, y| y.1.total_cmp(&x.1).then(x.0.cmp(&y.0)));
                list.truncate(NEIGHBOURS);
                list.shrink_to_fit();
            }
            list.sort_unstable_by_key(|&(other, _)| other);
            *known = list;
        });
    }

    /// What the pairs compete with.
    pub(crate) fn rivals(&self, tellings: &[Telling], strengths: &[f32]) -> Rivals {
        let article = |passage: u32| tellings[passage as usize].passage.article;
        let mut rivals =
            Rivals { strongest: vec![f32::MIN; self.list.len()], chosen: vec![false; self.list.len()] };
        for passage in 0..self.earlier.len() - 1 {
            let behind: Vec<usize> = self.with_later(passage).collect();
            for run in behind.chunk_by(|&x, &y| article(self.list[x].1) == article(self.list[y].1)) {
                rivals.settle(strengths, run.iter().copied());
            }
            let other = |at: &u32| article(self.list[*at as usize].0);
            for run in self.with_earlier(passage).chunk_by(|x, y| other(x) == other(y)) {
                rivals.settle(strengths, run.iter().map(|&at| at as usize));
            }
        }
        rivals
    }
}

/// Per pair, the strongest of those it competes with: the pairs of either side with passages of the
/// other side's article.
pub(crate) struct Rivals {
    strongest: Vec<f32>,
    chosen: Vec<bool>,
}

impl Rivals {
    /// Lets the pairs of one passage with the passages of one article compete; of equals the first wins.
    fn settle(&mut self, strengths: &[f32], pairs: impl Iterator<Item = usize> + Clone) {
        let stronger = |best: usize, at: usize| if strengths[at] > strengths[best] { at } else { best };
        let Some(best) = pairs.clone().reduce(stronger) else { return };
        self.chosen[best] = true;
        for at in pairs {
            self.strongest[at] = self.strongest[at].max(strengths[best]);
        }
    }

    /// The strongest of the pair's rivals, itself included.
    pub(crate) fn strongest(&self, pair: usize) -> f32 {
        self.strongest[pair]
    }

    /// Whether the pair is the strongest of one of its sides.
    pub(crate) fn is_chosen(&self, pair: usize) -> bool {
        self.chosen[pair]
    }
}
