//! The same quantity in several outlets: who gives which number.
//!
//! Two figures are one quantity where they count the same thing and either give the same number or
//! stand in passages that were aligned. A number contradicts another only where neither article
//! gives the other's number as well.

use std::collections::HashMap;

use super::Dossier;
use crate::align::{figure_key, figures_agree as agree};
use crate::article::Span;
use crate::claims::Figure;

/// Small numbers are shared by chance; below this, equal values say nothing.
const TELLING: f64 = 4.0;

/// One quantity and what each article says it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Quantity {
    /// What is counted or measured, as the first article that says most about it writes it.
    pub label: String,
    /// One per article: indices of the figures that give it.
    pub cells: Vec<Vec<usize>>,
    /// Whether two articles give incompatible numbers.
    pub differs: bool,
}

impl Quantity {
    /// How many articles give it.
    pub fn breadth(&self) -> usize {
        self.cells.iter().filter(|cell| !cell.is_empty()).count()
    }
}

/// The quantities that two articles or more give, those that differ first, then the widest.
pub(super) fn find(dossier: &Dossier) -> Vec<Quantity> {
    let figures = &dossier.figures;
    let keys: Vec<Option<String>> =
        figures.iter().map(|figure| figure_key(figure, dossier.articles[figure.article].language)).collect();
    let mut sets = Sets::new(figures.len());
    join_equal(figures, &keys, &mut sets);
    join_aligned(dossier, &keys, &mut sets);
    let mut members: HashMap<usize, Vec<usize>> = HashMap::new();
    for (at, _) in keys.iter().enumerate().filter(|(_, key)| key.is_some()) {
        members.entry(sets.root(at)).or_default().push(at);
    }
    let mut list: Vec<(usize, Quantity)> = members
        .into_values()
        .filter_map(|group| Some((*group.first()?, quantity(dossier, &group))))
        .filter(|(_, quantity)| quantity.breadth() > 1)
        .collect();
    list.sort_by_key(|(first, quantity)| (!quantity.differs, std::cmp::Reverse(quantity.breadth()), *first));
    list.into_iter().map(|(_, quantity)| quantity).collect()
}

fn join_equal(figures: &[Figure], keys: &[Option<String>], sets: &mut Sets) {
    let mut first: HashMap<(&str, u64), usize> = HashMap::new();
    for (at, figure) in figures.iter().enumerate() {
        let (Some(key), Some(value)) = (&keys[at], figure.value) else { continue };
        if value < TELLING {
            continue;
        }
        let known = *first.entry((key, value.to_bits())).or_insert(at);
        sets.join(known, at);
    }
}

fn join_aligned(dossier: &Dossier, keys: &[Option<String>], sets: &mut Sets) {
    for pair in &dossier.alignments {
        let left = figures_in(dossier, pair.a.article, pair.a.span);
        let right = figures_in(dossier, pair.b.article, pair.b.span);
        for &a in left {
            let same = |&&b: &&usize| keys[a].is_some() && keys[a] == keys[b];
            let mut others = right.iter().filter(same);
            // Several of one kind in a passage cannot be told apart, unless their values agree.
            if let (Some(&b), None) = (others.next(), others.next()) {
                let alone = left.iter().filter(|&&c| keys[c] == keys[a]).count() == 1;
                if alone {
                    sets.join(a, b);
                }
            }
        }
    }
}

fn figures_in(dossier: &Dossier, article: usize, span: Span) -> &[usize] {
    dossier.index.figures_in(dossier, article, span)
}

fn quantity(dossier: &Dossier, group: &[usize]) -> Quantity {
    let mut cells = vec![Vec::new(); dossier.articles.len()];
    for &at in group {
        cells[dossier.figures[at].article].push(at);
    }
    let differs = cells.iter().enumerate().any(|(at, one)| {
        cells.iter().skip(at + 1).any(|other| {
            !one.is_empty()
                && !other.is_empty()
                && !one
                    .iter()
                    .any(|&a| other.iter().any(|&b| agree(&dossier.figures[a], &dossier.figures[b])))
        })
    });
    let described = group
        .iter()
        .map(|&at| &dossier.figures[at])
        .max_by_key(|figure| (figure.of.as_ref().map_or(0, String::len), std::cmp::Reverse(figure.article)));
    let label = described.map(|figure| {
        let unit = figure.unit.clone().unwrap_or_default();
        figure.of.as_ref().map_or_else(|| unit.clone(), |of| format!("{unit} {of}"))
    });
    Quantity { label: label.unwrap_or_default(), cells, differs }
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
