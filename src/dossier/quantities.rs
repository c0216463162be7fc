//! The same quantity in several outlets: who gives which number.
//!
//! Two figures are one quantity where they count the same thing and either give the same number, or
//! stand in passages that were aligned, or are set against each other by the article itself; lengths
//! and durations, of which an event has many, only among the same words. An article that gives two
//! incompatible numbers without setting one against the other tells of two things, so these are
//! parted again. A quantity differs where numbers given for it are incompatible. A figure that nobody
//! else gives is a quantity of its own.

use std::collections::HashMap;

use super::Dossier;
use crate::align::{Counted, figure_setting as setting, figures_agree as agree};
use crate::article::Span;
use crate::claims::Figure;

mod parted;
mod rivals;

/// Small numbers are shared by chance; below this, equal values say nothing.
const TELLING: f64 = 4.0;

/// How many words around two differing lengths or durations must be shared for them to be one.
const AMONG: usize = 3;

/// One quantity and what each article says it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Quantity {
    /// What is counted or measured, as the first article that says most about it writes it.
    pub label: String,
    /// Indices of the figures that give it, by article, then by position.
    pub figures: Vec<usize>,
    /// How many articles give it.
    pub breadth: usize,
    /// Whether incompatible numbers are given for it.
    pub differs: bool,
    /// The figure whose words say most about what is counted.
    pub lead: usize,
}

/// One of the numbers given for a quantity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Value {
    /// Indices of the figures that give it, by article.
    pub figures: Vec<usize>,
    /// The articles that give it.
    pub articles: Vec<usize>,
}

impl Quantity {
    /// Its figures, one run for each article that gives it, in the order of the dossier.
    pub fn by_article<'a>(&'a self, dossier: &'a Dossier) -> impl Iterator<Item = (usize, &'a [usize])> {
        let article = |at: usize| dossier.figures[at].article;
        let runs = self.figures.chunk_by(move |&a, &b| article(a) == article(b));
        runs.filter_map(move |run| Some((article(*run.first()?), run)))
    }

    /// The numbers given for it, the one that most articles give first. Figures count as one number
    /// where their values are equal, whatever blurs them.
    pub fn values(&self, dossier: &Dossier) -> Vec<Value> {
        let mut values: Vec<Value> = Vec::new();
        for &at in &self.figures {
            let figure = &dossier.figures[at];
            let same = |value: &&mut Value| {
                value.figures.first().is_some_and(|&first| same_number(&dossier.figures[first], figure))
            };
            match values.iter_mut().find(same) {
                Some(value) => {
                    value.figures.push(at);
                    if value.articles.last() != Some(&figure.article) {
                        value.articles.push(figure.article);
                    }
                }
                None => values.push(Value { figures: vec![at], articles: vec![figure.article] }),
            }
        }
        values.sort_by_key(|value| std::cmp::Reverse(value.articles.len()));
        values
    }
}

fn same_number(a: &Figure, b: &Figure) -> bool {
    match (a.value, b.value) {
        (Some(a), Some(b)) => a.to_bits() == b.to_bits(),
        (None, None) => a.bounds == b.bounds,
        _ => false,
    }
}

/// Every quantity: those that differ first, then the widest; last those that one article alone gives.
pub(super) fn find(dossier: &Dossier) -> Vec<Quantity> {
    let figures = &dossier.figures;
    let keys: Vec<Option<Counted>> =
        figures.iter().map(|figure| Counted::new(figure, &dossier.articles[figure.article])).collect();
    let mut sets = Sets::new(figures.len());
    join_equal(figures, &keys, &mut sets);
    join_aligned(dossier, &keys, &mut sets);
    let rivals = rivals::find(dossier, &keys);
    for &(earlier, later) in &rivals {
        sets.join(earlier, later);
    }
    let mut groups: HashMap<usize, parted::Group> = HashMap::new();
    for at in 0..figures.len() {
        groups.entry(sets.root(at)).or_default().figures.push(at);
    }
    for pair in rivals {
        groups.entry(sets.root(pair.0)).or_default().rivals.push(pair);
    }
    let mut list: Vec<(usize, Quantity)> = groups
        .into_values()
        .flat_map(|group| parted::parts(figures, &group))
        .filter_map(|part| {
            let members = part.figures();
            Some((*members.first()?, quantity(dossier, members, part.differs(figures))))
        })
        .collect();
    list.sort_by_key(|(first, quantity)| (!quantity.differs, std::cmp::Reverse(quantity.breadth), *first));
    list.into_iter().map(|(_, quantity)| quantity).collect()
}

fn join_equal(figures: &[Figure], keys: &[Option<Counted>], sets: &mut Sets) {
    let mut first: HashMap<(&str, u64), usize> = HashMap::new();
    for (at, figure) in figures.iter().enumerate() {
        let (Some(key), Some(value)) = (&keys[at], figure.value) else { continue };
        if value < TELLING {
            continue;
        }
        let known = *first.entry((key.key(), value.to_bits())).or_insert(at);
        sets.join(known, at);
    }
}

fn join_aligned(dossier: &Dossier, keys: &[Option<Counted>], sets: &mut Sets) {
    for pair in &dossier.alignments {
        let left = figures_in(dossier, pair.a.article, pair.a.span);
        let right = figures_in(dossier, pair.b.article, pair.b.span);
        for &a in left {
            let one = |x: usize, y: usize| {
                keys[x].as_ref().zip(keys[y].as_ref()).is_some_and(|(x, y)| x.comparable(y))
            };
            let same = |&&b: &&usize| one(a, b);
            let mut others = right.iter().filter(same);
            // Several of one kind in a passage cannot be told apart, unless their values agree.
            if let (Some(&b), None) = (others.next(), others.next()) {
                let alone = left.iter().filter(|&&c| one(c, a)).count() == 1;
                if alone && same_thing(dossier, keys, a, b) {
                    sets.join(a, b);
                }
            }
        }
    }
}

/// Whether two figures of one kind in matching passages are the number of one thing: lengths and
/// durations only where they agree or stand among the same words.
fn same_thing(dossier: &Dossier, keys: &[Option<Counted>], a: usize, b: usize) -> bool {
    let (left, right) = (&dossier.figures[a], &dossier.figures[b]);
    if !keys[a].as_ref().is_some_and(Counted::is_measured) || agree(left, right) {
        return true;
    }
    let around = |figure: &Figure| setting(figure, &dossier.articles[figure.article]);
    around(left).intersection(&around(right)).count() >= AMONG
}

fn figures_in(dossier: &Dossier, article: usize, span: Span) -> &[usize] {
    dossier.index.figures_in(dossier, article, span)
}

fn quantity(dossier: &Dossier, group: Vec<usize>, differs: bool) -> Quantity {
    let lead = group.iter().copied().max_by_key(|&at| {
        let figure = &dossier.figures[at];
        (figure.of.as_ref().map_or(0, String::len), std::cmp::Reverse(figure.article))
    });
    let label = lead.map(|lead| {
        let figure = &dossier.figures[lead];
        let unit = figure.unit.clone().unwrap_or_default();
        figure.of.as_ref().map_or_else(|| unit.clone(), |of| format!("{unit} {of}"))
    });
    let mut quantity = Quantity {
        label: label.unwrap_or_default(),
        figures: group,
        breadth: 0,
        differs,
        lead: lead.unwrap_or_default(),
    };
    quantity.breadth = quantity.by_article(dossier).count();
    quantity
}

/// Sets that grow together, by index.
struct Sets {
    parent: Vec<usize>,
}

impl Sets {
    fn new(count: usize) -> Self {
        Self { parent: (0..count).collect() }
    }

    fn root(&mut self, at: usize) -> usize {
        let mut root = at;
        while self.parent[root] != root {
            self.parent[root] = self.parent[self.parent[root]];
            root = self.parent[root];
        }
        root
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        self.parent[a.max(b)] = a.min(b);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn crews() -> Dossier {
        Dossier::of_texts(
            "port",
            [
                ("a.txt", "Le port bloqué\n\nQuelque 1 200 marins sont en grève lundi à Orvelle. Le port a 74 ans.\n"),
                ("b.txt", "Le port bloqué\n\nEnviron 900 marins sont en grève lundi à Orvelle.\n"),
                ("c.txt", "Orvelle à l’arrêt\n\n1 200 marins sont en grève lundi à Orvelle.\n"),
            ],
        )
        .analyse(&|_| {})
    }

    #[test]
    fn values_are_grouped_by_number_the_commonest_first() {
        let dossier = crews();
        let quantity = &dossier.coverage.quantities[0];
        assert!(quantity.differs);
        let values = quantity.values(&dossier);
        assert_eq!(
            values.iter().map(|value| value.articles.clone()).collect::<Vec<_>>(),
            [vec![0, 2], vec![1]]
        );
    }

    #[test]
    fn two_lengths_in_matching_passages_are_two_things() {
        let dossier = Dossier::of_texts(
            "digue",
            [
                ("a.txt", "Orvelle sous l'eau\n\nLa digue d'Orvelle a cédé lundi sur douze mètres, selon la mairie.\n"),
                ("b.txt", "Orvelle sous l'eau\n\nUn rapport demandait de rehausser la digue d'Orvelle de deux mètres.\n"),
                ("c.txt", "Orvelle sous l'eau\n\nLa digue d'Orvelle a cédé lundi sur vingt mètres, selon la préfecture.\n"),
            ],
        )
        .analyse(&|_| {});
        let together = |a: f64, b: f64| {
            dossier.coverage.quantities.iter().any(|quantity| {
                let has =
                    |value: f64| quantity.figures.iter().any(|&at| dossier.figures[at].value == Some(value));
                has(a) && has(b)
            })
        };
        assert!(together(12.0, 20.0));
        assert!(!together(12.0, 2.0) && !together(2.0, 20.0));
    }

    #[test]
    fn every_figure_is_in_one_quantity() {
        let dossier = crews();
        let mut all: Vec<usize> =
            dossier.coverage.quantities.iter().flat_map(|quantity| quantity.figures.clone()).collect();
        all.sort_unstable();
        assert_eq!(all, (0..dossier.figures.len()).collect::<Vec<_>>());
        assert_eq!(dossier.coverage.quantities.last().unwrap().breadth, 1);
    }
}
