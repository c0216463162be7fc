//! The paths through the labels of an article: the best one, and how probable each label is over all
//! of them.

use super::LABELS;

/// Scores of the labels at every place, and from each label to the next.
#[derive(Debug)]
pub(super) struct Lattice<'a> {
    scores: &'a [[f32; LABELS]],
    transitions: &'a [[f32; LABELS]; LABELS],
}

impl<'a> Lattice<'a> {
    pub fn new(scores: &'a [[f32; LABELS]], transitions: &'a [[f32; LABELS]; LABELS]) -> Self {
        Self { scores, transitions }
    }

    /// The labels of the best path.
    pub fn best(&self) -> Vec<u8> {
        let Some(first) = self.scores.first() else { return Vec::new() };
        let mut so_far = *first;
        let mut from: Vec<[u8; LABELS]> = Vec::with_capacity(self.scores.len());
        for scores in &self.scores[1..] {
            let mut best = [f32::NEG_INFINITY; LABELS];
            let mut origin = [0_u8; LABELS];
            for (previous, (score, row)) in (0..).zip(so_far.iter().zip(self.transitions)) {
                for label in 0..LABELS {
                    let through = score + row[label];
                    if through > best[label] {
                        best[label] = through;
                        origin[label] = previous;
                    }
                }
            }
            for (total, score) in best.iter_mut().zip(scores) {
                *total += score;
            }
            so_far = best;
            from.push(origin);
        }
        let last = so_far.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1)).map_or(0, |(label, _)| label);
        let mut label = u8::try_from(last).unwrap_or_default();
        let mut path = vec![label];
        for origin in from.iter().rev() {
            label = origin[usize::from(label)];
            path.push(label);
        }
        path.reverse();
        path
    }

    /// The probability of every label at every place.
    pub fn marginals(&self) -> Vec<[f32; LABELS]> {
        let ways = self.transitions.map(|row| row.map(f32::exp));
        let weights: Vec<[f32; LABELS]> = self
            .scores
            .iter()
            .map(|scores| {
                let most = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
                scores.map(|score| (score - most).exp())
            })
            .collect();
        let mut forward: Vec<[f32; LABELS]> = Vec::with_capacity(weights.len());
        for weight in &weights {
            let mut row = [0.0; LABELS];
            match forward.last() {
                None => row = *weight,
                Some(before) => {
                    for (share, ways) in before.iter().zip(&ways) {
                        for label in 0..LABELS {
                            row[label] += share * ways[label];
                        }
                    }
                    for (share, weight) in row.iter_mut().zip(weight) {
                        *share *= weight;
                    }
                }
            }
            scale(&mut row);
            forward.push(row);
        }
        let mut behind = [1.0; LABELS];
        for at in (0..weights.len()).rev() {
            let row = &mut forward[at];
            for (share, behind) in row.iter_mut().zip(&behind) {
                *share *= behind;
            }
            scale(row);
            let mut ahead = [0.0; LABELS];
            for label in 0..LABELS {
                ahead[label] = weights[at][label] * behind[label];
            }
            for (share, ways) in behind.iter_mut().zip(&ways) {
                *share = ways.iter().zip(&ahead).map(|(way, ahead)| way * ahead).sum();
            }
            scale(&mut behind);
        }
        forward
    }
}

/// Makes the shares of a row add up to one.
fn scale(row: &mut [f32; LABELS]) {
    let sum: f32 = row.iter().sum();
    if sum > 0.0 {
        for share in row {
            *share /= sum;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A lattice in which all paths can be counted out.
    fn small() -> (Vec<[f32; LABELS]>, [[f32; LABELS]; LABELS]) {
        let mut transitions = [[-20.0; LABELS]; LABELS];
        transitions[0][..3].copy_from_slice(&[0.5, 0.0, -9.0]);
        transitions[1][..3].copy_from_slice(&[0.2, -1.0, 1.5]);
        transitions[2][..3].copy_from_slice(&[0.1, -0.5, 0.7]);
        let place = |a: f32, b: f32, c: f32| {
            let mut row = [-30.0; LABELS];
            row[..3].copy_from_slice(&[a, b, c]);
            row
        };
        (vec![place(1.0, 0.8, -3.0), place(0.3, 0.1, 0.6), place(0.0, 0.4, 0.5)], transitions)
    }

    fn paths() -> Vec<([usize; 3], f32)> {
        let (scores, transitions) = small();
        let labels = || 0..3_usize;
        labels()
            .flat_map(|a| labels().flat_map(move |b| labels().map(move |c| [a, b, c])))
            .map(|path| {
                let places: f32 = path.iter().enumerate().map(|(at, label)| scores[at][*label]).sum();
                let ways: f32 = path.windows(2).map(|pair| transitions[pair[0]][pair[1]]).sum();
                (path, places + ways)
            })
            .collect()
    }

    #[test]
    fn the_best_path_is_the_best_of_all() {
        let (scores, transitions) = small();
        let best = Lattice::new(&scores, &transitions).best();
        let expected = paths().into_iter().max_by(|a, b| a.1.total_cmp(&b.1)).unwrap().0;
        assert_eq!(best.iter().map(|label| usize::from(*label)).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn marginals_add_up_the_paths() {
        let (scores, transitions) = small();
        let marginals = Lattice::new(&scores, &transitions).marginals();
        let all: f32 = paths().iter().map(|(_, score)| score.exp()).sum();
        for (at, row) in marginals.iter().enumerate() {
            for (label, found) in row[..3].iter().enumerate() {
                let through: f32 =
                    paths().iter().filter(|(path, _)| path[at] == label).map(|(_, score)| score.exp()).sum();
                assert!((found - through / all).abs() < 1e-4, "{at} {label}: {found} {}", through / all);
            }
        }
    }

    #[test]
    fn nothing_has_no_labels() {
        let transitions = [[0.0; LABELS]; LABELS];
        let lattice = Lattice::new(&[], &transitions);
        assert!(lattice.best().is_empty() && lattice.marginals().is_empty());
    }
}
