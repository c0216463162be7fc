//! How alike two passages must be to count as a match, as the reader sets it.
//!
//! Scores are normalised, so one strength means the same on every event. Cutting a comparison again costs
//! nothing: the pairs of a sentence are kept strongest first, and the loose ones behind the matches. What
//! goes by the whole dossier, such as facts and margins, follows with [`Dossier::recut`].

use super::Dossier;
use crate::align::{Alignment, FLOOR, MATCH};

/// A strength, in hundredths of a score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cut(u8);

impl Default for Cut {
    fn default() -> Self {
        Self::USUAL
    }
}

impl Cut {
    /// Where a match starts unless the reader says otherwise.
    pub const USUAL: Self = Self(hundredths(MATCH));

    /// The lowest strength: everything that was kept.
    pub const LOOSEST: Self = Self(hundredths(FLOOR));

    /// The highest strength that is of use: nearly nothing but copies.
    pub const STRICTEST: Self = Self(95);

    /// How far one step goes.
    const STEP: u8 = 5;

    /// The strength of so many hundredths, brought within what there is.
    pub fn new(hundredths: u8) -> Self {
        Self(hundredths).clamp(Self::LOOSEST, Self::STRICTEST)
    }

    /// The strength of a score from 0 to 1; none where it is not between the loosest and 1.
    pub fn of_score(score: f32) -> Option<Self> {
        let fits = (Self::LOOSEST.score()..=1.0).contains(&score);
        // A score between 0 and 1 has at most 100 hundredths.
        fits.then(|| Self::new((score * 100.0).round() as u8))
    }

    /// The strength so many steps higher, or lower where `steps` is negative.
    #[must_use]
    pub fn moved(self, steps: isize) -> Self {
        let by = steps.clamp(-20, 20) * isize::from(Self::STEP);
        let hundredths = isize::from(self.0).saturating_add(by).clamp(0, 100);
        Self::new(u8::try_from(hundredths).unwrap_or(Self::USUAL.0))
    }

    /// In hundredths.
    pub const fn hundredths(self) -> u8 {
        self.0
    }

    /// The least score of a pair that counts.
    pub fn score(self) -> f32 {
        f32::from(self.0) / 100.0
    }

    /// How many steps there are, and at which of them this strength stands, from 0.
    pub fn step(self) -> (usize, usize) {
        let steps = |from: Self, to: Self| usize::from(to.0.saturating_sub(from.0) / Self::STEP);
        (steps(Self::LOOSEST, self), steps(Self::LOOSEST, Self::STRICTEST) + 1)
    }

    /// The pairs that touch a sentence of an article and count, strongest first, each with its number
    /// for [`pair`].
    pub fn pairs(
        self,
        dossier: &Dossier,
        article: usize,
        sentence: usize,
    ) -> impl Iterator<Item = (usize, &Alignment)> {
        let behind = dossier.alignments.len();
        let loose = if self < dossier.cut { dossier.index.loose_of(article, sentence) } else { &[] };
        let matches = dossier.index.alignments_of(article, sentence).iter().copied();
        matches
            .chain(loose.iter().map(move |at| at + behind))
            .filter_map(|at| Some((at, pair(dossier, at)?)))
            .take_while(move |(_, pair)| pair.score >= self.score())
    }

    /// Whether nothing stands beside a sentence: no match at this strength, and none at any lower one.
    pub fn alone(self, dossier: &Dossier, article: usize, sentence: usize) -> bool {
        self.pairs(dossier, article, sentence).next().is_none() && dossier.index.only_here(article, sentence)
    }
}

const fn hundredths(score: f32) -> u8 {
    (score * 100.0 + 0.5) as u8
}

/// The pair of that number, counted through the matches and on through the loose pairs.
pub fn pair(dossier: &Dossier, at: usize) -> Option<&Alignment> {
    dossier.alignments.get(at).or_else(|| dossier.loose.get(at.checked_sub(dossier.alignments.len())?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_stop_at_either_end() {
        assert_eq!(Cut::USUAL.moved(1).hundredths(), 55);
        assert_eq!(Cut::USUAL.moved(-100), Cut::LOOSEST);
        assert_eq!(Cut::USUAL.moved(isize::MAX), Cut::STRICTEST);
    }

    #[test]
    fn the_slider_knows_where_it_stands() {
        assert_eq!(Cut::LOOSEST.step().0, 0);
        let (at, steps) = Cut::STRICTEST.step();
        assert_eq!(at + 1, steps);
    }

    #[test]
    fn a_dossier_that_is_cut_again_and_back_is_what_it_was() {
        let usual = crate::demo::load().analyse(&|_| {});
        let pairs = |dossier: &Dossier| -> Vec<(crate::align::Passage, crate::align::Passage)> {
            dossier.alignments.iter().map(|pair| (pair.a, pair.b)).collect()
        };
        let loose = usual.clone().recut(Cut::LOOSEST);
        assert!(loose.loose.is_empty());
        assert!(loose.alignments.len() > usual.alignments.len());
        let strict = loose.recut(Cut::STRICTEST);
        assert!(strict.coverage.facts.len() < usual.coverage.facts.len());
        let back = strict.recut(Cut::USUAL);
        assert_eq!(pairs(&back), pairs(&usual));
        assert_eq!(back.coverage.facts.len(), usual.coverage.facts.len());
        assert_eq!(back.index.shared, usual.index.shared);
    }

    #[test]
    fn a_comparison_is_cut_alike_whatever_the_dossier_is_cut_at() {
        let usual = crate::demo::load().analyse(&|_| {});
        let strict = usual.clone().recut(Cut::STRICTEST);
        let count = |dossier: &Dossier, cut: Cut| cut.pairs(dossier, 0, 2).count();
        for cut in [Cut::LOOSEST, Cut::USUAL, Cut::STRICTEST] {
            assert_eq!(count(&usual, cut), count(&strict, cut));
        }
    }

    #[test]
    fn a_score_that_none_can_have_is_refused() {
        assert_eq!(Cut::of_score(0.5), Some(Cut::USUAL));
        assert_eq!(Cut::of_score(0.1), None);
        assert_eq!(Cut::of_score(7.0), None);
        assert_eq!(Cut::of_score(f32::NAN), None);
    }
}
