//! The order of hits: score, then kind, then position, and among kinds a fair mix.
//!
//! A common word stands in one title and in three hundred sentences, all of them perfect hits. So
//! every further hit of one kind counts a little less against those of other kinds.

use super::catalogue::{Catalogue, Kind};

/// What each further hit of the same kind costs, in points of score.
const CROWDING: i64 = 14;

/// Hits by kind.
#[derive(Default)]
pub(super) struct Ranked {
    kinds: [Vec<(i64, u32)>; Kind::ALL.len()],
}

impl Ranked {
    pub fn extend(&mut self, catalogue: &Catalogue, hits: Vec<(i64, u32)>) {
        for (score, entry) in hits {
            if let Some(found) = catalogue.entry(entry as usize) {
                self.kinds[found.kind as usize].push((score, entry));
            }
        }
    }

    pub fn len(&self) -> usize {
        self.kinds.iter().map(Vec::len).sum()
    }

    /// The first `limit` hits by kind, then position: for when no words were typed.
    pub fn in_order(self, limit: usize) -> Vec<(i64, usize)> {
        let hits = self.kinds.into_iter().flatten().take(limit);
        hits.map(|(score, entry)| (score, entry as usize)).collect()
    }

    /// The best `limit` hits, best first.
    pub fn best(mut self, limit: usize) -> Vec<(i64, usize)> {
        let mut mixed: Vec<(i64, usize, i64, usize)> = Vec::new();
        for (kind, hits) in self.kinds.iter_mut().enumerate() {
            let order = |&(score, entry): &(i64, u32)| (std::cmp::Reverse(score), entry);
            if limit > 0 && hits.len() > limit {
                hits.select_nth_unstable_by_key(limit - 1, order);
                hits.truncate(limit);
            }
            hits.sort_unstable_by_key(order);
            for (&(score, entry), before) in hits.iter().zip(0i64..) {
                mixed.push((CROWDING * before - score, kind, score, entry as usize));
            }
        }
        mixed.sort_unstable();
        mixed.truncate(limit);
        mixed.into_iter().map(|(_, _, score, entry)| (score, entry)).collect()
    }
}
