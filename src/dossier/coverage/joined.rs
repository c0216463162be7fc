//! How aligned pairs are joined into facts, and what each article makes of one.
//!
//! Pairs are joined strongest first. Two groups become one only where half of the passages of either
//! are aligned with one another, since a chain of half-matches would otherwise tie a whole event into
//! a single fact (average instead of single linkage). A sentence may tell two things; what matches or
//! contradicts another part of it than the fact's is left out.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::{Apart, Cell, Fact, Says};
use crate::align::{Alignment, Passage, Reason, Relation};
use crate::article::Span;
use crate::dossier::Dossier;
use crate::lang::Language;

/// The part of the possible pairs between two groups that must be aligned for them to be one fact.
const LINKED: f32 = 0.5;

/// The most passages one fact may hold.
const LARGEST: usize = 5_000;

/// A passage stands for its fact if the others match it nearly as well as they match the best one.
const FAITHFUL: f32 = 0.8;

/// The articles that are not in the language of most.
pub(super) fn foreign(dossier: &Dossier) -> HashSet<usize> {
    let mut counts: HashMap<Option<Language>, usize> = HashMap::new();
    for article in &dossier.articles {
        *counts.entry(article.language).or_default() += 1;
    }
    let most = counts.values().max().copied().unwrap_or_default();
    let articles = dossier.articles.iter().enumerate();
    articles.filter(|(_, article)| counts[&article.language] < most).map(|(at, _)| at).collect()
}

/// The facts that pairs tell, widest first; no passage is aligned with more than `links` of a group.
pub(super) fn facts(pairs: &[&Alignment], foreign: &HashSet<usize>, links: usize) -> Vec<Fact> {
    let mut facts: Vec<Fact> = Vec::new();
    let mut groups = Groups::of(pairs, links);
    while let Some(mut group) = groups.pop() {
        let label = group.label(foreign);
        // What is about something else that the sentences tell too makes facts of its own.
        let elsewhere = group.part_what_does_not_touch(label);
        let mut others = Groups::of(&elsewhere, links);
        for other in &mut others {
            other.stand_beside(&group);
        }
        facts.push(group.fact(label));
        groups.extend(others);
    }
    facts.sort_by(|a, b| {
        (b.breadth(), b.disputed()).cmp(&(a.breadth(), a.disputed())).then(a.label.cmp(&b.label))
    });
    facts
}

/// Passages that tell one thing, and the alignments among them.
#[derive(Debug, Default)]
struct Group<'a> {
    passages: Vec<Passage>,
    pairs: Vec<&'a Alignment>,
    /// Pairs of one of its passages with one of another group: matches that did not make one group.
    beside: Vec<&'a Alignment>,
}

/// Groups as they grow together.
struct Groups<'a> {
    groups: Vec<Group<'a>>,
    /// The group that each passage is in.
    of: HashMap<Passage, usize>,
    /// Per group, how many pairs lead to each other group.
    links: Vec<HashMap<usize, usize>>,
}

impl<'a> Groups<'a> {
    /// The groups that alignments join, in no particular order but always the same one.
    fn of(alignments: &[&'a Alignment], most: usize) -> Vec<Group<'a>> {
        let mut groups = Self { groups: Vec::new(), of: HashMap::new(), links: Vec::new() };
        for pair in alignments {
            let (a, b) = (groups.place(pair.a), groups.place(pair.b));
            *groups.links[a].entry(b).or_default() += 1;
            *groups.links[b].entry(a).or_default() += 1;
        }
        let mut strongest: Vec<&Alignment> = alignments.to_vec();
        strongest.sort_by(|x, y| y.score.total_cmp(&x.score).then((x.a, x.b).cmp(&(y.a, y.b))));
        for pair in strongest {
            groups.join(pair, most);
        }
        for pair in alignments {
            let (a, b) = (groups.of[&pair.a], groups.of[&pair.b]);
            if a == b {
                groups.groups[a].pairs.push(pair);
            } else {
                groups.groups[a].beside.push(pair);
                groups.groups[b].beside.push(pair);
            }
        }
        groups.groups.retain(|group| !group.pairs.is_empty());
        groups.groups
    }

    fn place(&mut self, passage: Passage) -> usize {
        let (groups, links) = (&mut self.groups, &mut self.links);
        *self.of.entry(passage).or_insert_with(|| {
            groups.push(Group { passages: vec![passage], ..Group::default() });
            links.push(HashMap::new());
            groups.len() - 1
        })
    }

    /// Makes one group of the two that a pair leads to, if enough of their passages are aligned, of the
    /// `most` that each can be.
    fn join(&mut self, pair: &Alignment, most: usize) {
        let (a, b) = (self.of[&pair.a], self.of[&pair.b]);
        if a == b {
            return;
        }
        let linked = self.links[a].get(&b).copied().unwrap_or_default();
        let (into, from) =
            if self.groups[a].passages.len() >= self.groups[b].passages.len() { (a, b) } else { (b, a) };
        let (large, small) = (self.groups[into].passages.len(), self.groups[from].passages.len());
        let same_article = |passage: &Passage| {
            self.groups[into].passages.iter().filter(|other| other.article == passage.article).count()
        };
        // Passages of one article are never aligned with each other, so they are not asked for.
        let own: usize =
            if large + small > 64 { 0 } else { self.groups[from].passages.iter().map(same_article).sum() };
        let possible = (large * small).saturating_sub(own).min(small.saturating_mul(most)).max(1);
        if (linked as f32) < LINKED * possible as f32 || large + small > LARGEST {
            return;
        }
        let moved = std::mem::take(&mut self.groups[from].passages);
        for &passage in &moved {
            self.of.insert(passage, into);
        }
        self.groups[into].passages.extend(moved);
        for (other, count) in std::mem::take(&mut self.links[from]) {
            self.links[other].remove(&from);
            if other != into {
                *self.links[into].entry(other).or_default() += count;
                *self.links[other].entry(into).or_default() += count;
            }
        }
        self.links[into].remove(&from);
    }
}

impl<'a> Group<'a> {
    fn fact(mut self, label: Passage) -> Fact {
        // By article: what it makes of the fact, and how well that matches the label.
        let mut best: BTreeMap<usize, (Cell, f32)> = BTreeMap::new();
        best.insert(label.article, (Cell { says: Says::Fully, passage: label }, f32::MAX));
        for pair in &self.pairs {
            let other = if pair.a == label {
                pair.b
            } else if pair.b == label {
                pair.a
            } else {
                continue;
            };
            if best.get(&other.article).is_none_or(|(_, score)| pair.score > *score) {
                let cell = Cell { says: says(pair.relation), passage: other };
                best.insert(other.article, (cell, pair.score));
            }
        }
        for &passage in &self.passages {
            let cell = Cell { says: Says::Partly, passage };
            best.entry(passage.article).or_insert((cell, f32::MIN));
        }
        self.mark_contradictions(label.article, &mut best);
        // These tell what the label tells, no more and no less.
        let faithful: HashSet<Passage> = best
            .values()
            .filter(|(cell, _)| cell.says == Says::Fully)
            .map(|(cell, _)| cell.passage)
            .collect();
        for (cell, pair) in self.lent(label, &faithful) {
            best.entry(cell.passage.article).or_insert_with(|| {
                self.pairs.push(pair);
                (cell, f32::MIN)
            });
        }
        let cells = best.into_values().map(|(cell, _)| cell).collect();
        let (distance, apart) = (self.distance(), self.apart());
        Fact { label, cells, passages: self.passages, distance, apart }
    }

    /// Takes out the pairs that are about something else a sentence tells too: those that match or
    /// contradict another part of a passage than the one which matches the label. The label's own
    /// pairs stay.
    fn part_what_does_not_touch(&mut self, label: Passage) -> Vec<&'a Alignment> {
        // What matches the label, and the part of it that does.
        let direct: HashMap<Passage, Option<Span>> = self
            .pairs
            .iter()
            .filter_map(|pair| match label {
                label if label == pair.a => Some((pair.b, pair.parts[1])),
                label if label == pair.b => Some((pair.a, pair.parts[0])),
                _ => None,
            })
            .collect();
        let touches = |passage: Passage, part: Option<Span>, other: Passage| {
            let Some(shared) = direct.get(&passage).copied().flatten() else { return true };
            part.map_or_else(|| direct.contains_key(&other), |part| shared.overlaps(part))
        };
        let (mut own, mut elsewhere): (Vec<&Alignment>, Vec<&Alignment>) =
            std::mem::take(&mut self.pairs).into_iter().partition(|pair| {
                let own = pair.a == label || pair.b == label;
                own || touches(pair.a, pair.parts[0], pair.b) && touches(pair.b, pair.parts[1], pair.a)
            });
        // What nothing ties to the label any more goes with the rest.
        let mut tied = HashSet::from([label]);
        loop {
            let known = tied.len();
            for pair in &own {
                if tied.contains(&pair.a) || tied.contains(&pair.b) {
                    tied.extend([pair.a, pair.b]);
                }
            }
            if tied.len() == known {
                break;
            }
        }
        elsewhere.extend(own.extract_if(.., |pair| !tied.contains(&pair.a)));
        self.pairs = own;
        self.passages = self.pairs.iter().flat_map(|pair| [pair.a, pair.b]).collect();
        self.passages.sort_unstable();
        self.passages.dedup();
        elsewhere
    }

    /// Knows the matches of its passages that `group` keeps.
    fn stand_beside(&mut self, group: &Group<'a>) {
        let own: HashSet<Passage> = self.passages.iter().copied().collect();
        let kept = group.pairs.iter().chain(&group.beside);
        self.beside.extend(kept.filter(|pair| own.contains(&pair.a) != own.contains(&pair.b)));
    }

    /// Marks the articles that contradict one which the label bears out better. An article that says
    /// both, what the others say and the contrary, differs: it knows more than they do.
    fn mark_contradictions(&self, first: usize, cells: &mut BTreeMap<usize, (Cell, f32)>) {
        let mut against: HashMap<usize, Vec<(Passage, usize)>> = HashMap::new();
        for pair in self.pairs.iter().filter(|pair| pair.relation == Relation::Conflict) {
            against.entry(pair.a.article).or_default().push((pair.a, pair.b.article));
            against.entry(pair.b.article).or_default().push((pair.b, pair.a.article));
        }
        let mut order: Vec<(usize, f32)> = cells.iter().map(|(at, (_, score))| (*at, *score)).collect();
        order.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        let mut standing = HashSet::from([first]);
        for (article, _) in order.into_iter().filter(|(article, _)| *article != first) {
            let contrary = against
                .get(&article)
                .and_then(|list| list.iter().find(|(_, other)| standing.contains(other)))
                .map(|(passage, _)| *passage);
            let Some((cell, _)) = cells.get_mut(&article) else { continue };
            match contrary {
                Some(passage) if cell.says != Says::Differs => *cell = Cell { says: Says::Differs, passage },
                Some(_) => {}
                None => {
                    standing.insert(article);
                }
            }
        }
    }

    /// What articles tell of it in passages that belong to other facts, the most telling first: who has
    /// a match is not silent, whatever else the passage says.
    fn lent(&self, label: Passage, faithful: &HashSet<Passage>) -> Vec<(Cell, &'a Alignment)> {
        let mut lent: Vec<(Cell, &'a Alignment)> = Vec::new();
        let of_label = |pair: &Alignment| match label {
            label if label == pair.a => Some(pair.parts[0]),
            label if label == pair.b => Some(pair.parts[1]),
            _ => None,
        };
        let told: Vec<Option<Span>> = self.pairs.iter().filter_map(|pair| of_label(pair)).collect();
        for &pair in &self.beside {
            let own = self.passages.binary_search(&pair.a).is_ok();
            let (own, passage) = if own { (pair.a, pair.b) } else { (pair.b, pair.a) };
            // What matches another thing that the label's sentence tells says nothing of this one.
            let part = of_label(pair).flatten();
            let meets = |told: &Option<Span>| told.zip(part).is_none_or(|(told, part)| told.overlaps(part));
            if !told.iter().any(meets) {
                continue;
            }
            let says = match pair.relation {
                Relation::SameQuote | Relation::SameFact if own == label => Says::Fully,
                // What overlaps with a telling in part, or contradicts it, need not touch what the
                // tellings share.
                Relation::Partial if own != label => continue,
                Relation::Conflict if !faithful.contains(&own) => continue,
                Relation::Conflict => Says::Differs,
                _ => Says::Partly,
            };
            lent.push((Cell { says, passage }, pair));
        }
        let telling = |cell: &Cell| (cell.says != Says::Differs, cell.says != Says::Fully);
        lent.sort_by(|(x, a), (y, b)| {
            telling(x).cmp(&telling(y)).then(b.score.total_cmp(&a.score)).then((a.a, a.b).cmp(&(b.a, b.b)))
        });
        lent
    }

    fn distance(&self) -> f32 {
        let of = |pair: &&Alignment| match pair.relation {
            Relation::SameQuote | Relation::SameFact => 0.0,
            Relation::Partial => 0.5,
            Relation::Conflict => 1.0,
        };
        self.pairs.iter().map(of).sum::<f32>() / self.pairs.len().max(1) as f32
    }

    /// What the surest contradiction is about, else whether all of them agree.
    fn apart(&self) -> Apart {
        let surest = self
            .pairs
            .iter()
            .filter(|pair| pair.relation == Relation::Conflict)
            .max_by(|x, y| x.score.total_cmp(&y.score).then((y.a, y.b).cmp(&(x.a, x.b))));
        let differ = |reason: &&Reason| matches!(reason, Reason::Differ(..));
        if let Some(reason) = surest.and_then(|pair| pair.why.iter().find(differ)) {
            return Apart::Differ(reason.clone());
        }
        let drifted = |pair: &&&Alignment| pair.why.iter().any(|reason| matches!(reason, Reason::Drift(..)));
        let reworded = |pair: &&&Alignment| pair.relation == Relation::Partial || drifted(pair);
        if self.pairs.iter().any(|pair| reworded(&pair)) { Apart::Reworded } else { Apart::Agree }
    }

    /// The shortest passage that the others match nearly as well as the one they match best; one of an
    /// article that contradicts as few others as any, and rather in the language of most articles.
    fn label(&self, foreign: &HashSet<usize>) -> Passage {
        let mut strength: HashMap<Passage, f32> = HashMap::new();
        // Who contradicts the others does not speak for them.
        for pair in self.pairs.iter().filter(|pair| pair.relation != Relation::Conflict) {
            *strength.entry(pair.a).or_default() += pair.score;
            *strength.entry(pair.b).or_default() += pair.score;
        }
        let mut contradicted: HashMap<usize, HashSet<usize>> = HashMap::new();
        for pair in self.pairs.iter().filter(|pair| pair.relation == Relation::Conflict) {
            contradicted.entry(pair.a.article).or_default().insert(pair.b.article);
            contradicted.entry(pair.b.article).or_default().insert(pair.a.article);
        }
        let doubts: HashMap<usize, (usize, bool)> = self
            .passages
            .iter()
            .map(|passage| passage.article)
            .map(|article| {
                let others = contradicted.get(&article).map_or(0, HashSet::len);
                (article, (others, foreign.contains(&article)))
            })
            .collect();
        let fewest = doubts.values().min();
        let of = |passage: &Passage| {
            let speaks = doubts.get(&passage.article) == fewest;
            strength.get(passage).copied().filter(|_| speaks).unwrap_or_default()
        };
        let best = self.passages.iter().map(of).fold(0.0, f32::max);
        self.passages
            .iter()
            .copied()
            .filter(|passage| of(passage) >= FAITHFUL * best)
            .min_by_key(|passage| (passage.span.len(), *passage))
            .or_else(|| self.passages.first().copied())
            .unwrap_or_default()
    }
}

fn says(relation: Relation) -> Says {
    match relation {
        Relation::SameQuote | Relation::SameFact => Says::Fully,
        Relation::Partial => Says::Partly,
        Relation::Conflict => Says::Differs,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TITLES: [&str; 3] = ["Le fil du soir", "Nouvelles brèves", "Ce matin chez nous"];

    /// The facts of outlets that wrote these texts, each with the sign of every outlet.
    fn told(bodies: &[&str]) -> Vec<(String, String)> {
        let texts: Vec<(String, String)> = bodies
            .iter()
            .enumerate()
            .map(|(at, body)| (format!("{at}.txt"), format!("{}\n\n{body}\n", TITLES[at])))
            .collect();
        let pages = texts.iter().map(|(name, text)| (name.as_str(), text.as_str()));
        let dossier = Dossier::of_texts("bac", pages).analyse(&|_| {});
        let facts = dossier.coverage.facts.iter().map(|fact| {
            let label = fact.label.span.of(&dossier.articles[fact.label.article].text).to_owned();
            let signs = (0..bodies.len()).map(|article| fact.says(article).sign()).collect();
            (label, signs)
        });
        facts.collect()
    }

    #[test]
    fn an_outlet_that_has_the_old_number_and_the_new_one_differs() {
        let facts = told(&[
            "Cinq personnes ont été blessées lundi sur le bac d'Orvelle, selon les pompiers.",
            "Cinq personnes ont été blessées lundi sur le bac d'Orvelle, d'après les pompiers.",
            "Neuf personnes ont été blessées lundi sur le bac d'Orvelle, disent les pompiers. La veille, ils parlaient de cinq blessés.",
        ]);
        let (label, signs) = &facts[0];
        assert!(label.starts_with("Cinq personnes"), "{label}");
        assert_eq!(signs, "●●≠", "{facts:?}");
    }

    #[test]
    fn two_outlets_that_contradict_each_other_make_a_disputed_fact_whatever_a_third_says() {
        let facts = told(&[
            "Quelque 300 habitants ont été évacués lundi à Orvelle après la rupture d'une digue de la Serre.",
            "Quelque 700 habitants ont été évacués lundi à Orvelle après la rupture d'une digue de la Serre.",
            "Une digue de la Serre s'est rompue lundi à Orvelle.",
        ]);
        assert!(facts.iter().any(|(_, signs)| signs.contains('≠')), "{facts:?}");
    }

    #[test]
    fn the_two_things_of_one_sentence_are_two_facts() {
        let facts = told(&[
            "Le bac d'Orvelle a heurté le quai des tanneurs, tandis que la fanfare municipale annulait son concert de gala.",
            "Le bac d'Orvelle a heurté le quai des tanneurs.",
            "La fanfare municipale a annulé son concert de gala.",
        ]);
        let signs: Vec<&str> = facts.iter().map(|(_, signs)| signs.as_str()).collect();
        assert_eq!(signs.len(), 2, "{facts:?}");
        assert!(signs.iter().all(|signs| signs.contains('·')), "{facts:?}");
    }
}
