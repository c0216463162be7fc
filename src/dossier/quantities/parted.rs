//! A group of figures parted where an article gives two incompatible numbers without setting one
//! against the other: it tells of two things then.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use super::same_number;
use crate::align::figures_agree as agree;
use crate::claims::Figure;

/// Figures that were joined, by index in order, and which of them an article sets against each other.
#[derive(Debug, Default)]
pub(super) struct Group {
    pub figures: Vec<usize>,
    pub rivals: Vec<(usize, usize)>,
}

/// The figures of a group that give one number, blurred in one way.
#[derive(Debug)]
struct Number {
    /// Indices of the figures, in order; never empty.
    figures: Vec<usize>,
    /// The articles they stand in.
    articles: HashSet<usize>,
}

/// The numbers given for one thing.
#[derive(Debug)]
pub(super) struct Part {
    numbers: Vec<Number>,
}

impl Part {
    /// Indices of its figures, in order.
    pub fn figures(&self) -> Vec<usize> {
        let mut all: Vec<usize> =
            self.numbers.iter().flat_map(|number| number.figures.iter().copied()).collect();
        all.sort_unstable();
        all
    }

    /// Whether incompatible numbers are among them.
    pub fn differs(&self, figures: &[Figure]) -> bool {
        let numbers = self.numbers.iter().enumerate();
        numbers
            .into_iter()
            .any(|(place, one)| self.numbers[..place].iter().any(|other| !compatible(figures, one, other)))
    }
}

fn compatible(figures: &[Figure], one: &Number, other: &Number) -> bool {
    one.figures.first().zip(other.figures.first()).is_none_or(|(&a, &b)| agree(&figures[a], &figures[b]))
}

/// Parts a group. The number that most articles give is in the first part.
pub(super) fn parts(figures: &[Figure], group: &Group) -> Vec<Part> {
    let mut numbers: Vec<Number> = Vec::new();
    for &at in &group.figures {
        let figure = &figures[at];
        let same = |number: &&mut Number| {
            number.figures.first().is_some_and(|&first| {
                same_number(&figures[first], figure) && figures[first].qualifier == figure.qualifier
            })
        };
        match numbers.iter_mut().find(same) {
            Some(number) => {
                number.figures.push(at);
                number.articles.insert(figure.article);
            }
            None => numbers.push(Number { figures: vec![at], articles: HashSet::from([figure.article]) }),
        }
    }
    numbers.sort_by_key(|number| Reverse(number.articles.len()));
    let number_of: HashMap<usize, usize> = numbers
        .iter()
        .enumerate()
        .flat_map(|(at, number)| number.figures.iter().map(move |&figure| (figure, at)))
        .collect();
    let rivals: HashSet<(usize, usize)> = group
        .rivals
        .iter()
        .filter_map(|(a, b)| Some((*number_of.get(a)?, *number_of.get(b)?)))
        .flat_map(|(a, b)| [(a, b), (b, a)])
        .collect();
    let mut parts: Vec<(Vec<usize>, Part)> = Vec::new();
    for (at, number) in numbers.into_iter().enumerate() {
        let two_things = |(other, place): (&Number, &usize)| {
            !compatible(figures, other, &number)
                && !other.articles.is_disjoint(&number.articles)
                && !rivals.contains(&(at, *place))
        };
        let fits = |(places, part): &&mut (Vec<usize>, Part)| {
            !part.numbers.iter().zip(places.iter()).any(two_things)
        };
        match parts.iter_mut().find(fits) {
            Some((places, part)) => {
                places.push(at);
                part.numbers.push(number);
            }
            None => parts.push((vec![at], Part { numbers: vec![number] })),
        }
    }
    parts.into_iter().map(|(_, part)| part).collect()
}

#[cfg(test)]
mod tests {
    use crate::dossier::Dossier;

    /// The numbers of each quantity given by several outlets, lowest first.
    fn shared(bodies: [&str; 2]) -> Vec<Vec<f64>> {
        let texts = bodies.map(|body| format!("Orvelle reçoit ses voisins\n\n{body}\n"));
        let dossier =
            Dossier::of_texts("voisins", [("a.txt", texts[0].as_str()), ("b.txt", texts[1].as_str())])
                .analyse(&|_| {});
        let wide = dossier.coverage.quantities.iter().filter(|quantity| quantity.breadth > 1);
        wide.map(|quantity| {
            let mut numbers: Vec<f64> =
                quantity.figures.iter().filter_map(|&at| dossier.figures[at].value).collect();
            numbers.sort_by(f64::total_cmp);
            numbers.dedup();
            numbers
        })
        .collect()
    }

    #[test]
    fn an_article_that_gives_two_numbers_tells_of_two_things() {
        let both = "Les 14 communes du canton ont signé lundi la charte du fleuve à Orvelle. Une fête a réuni 30 communes du fleuve à Orvelle.";
        let one = "Les 14 communes du canton ont signé lundi la charte du fleuve à Orvelle.";
        assert_eq!(shared([both, one]), [[14.0]]);
    }

    #[test]
    fn a_number_that_the_article_sets_against_another_stays_with_it() {
        let both = "La charte coûtera 4 millions d'euros au canton d'Orvelle, selon le maire. Un expert évoque plutôt 9 millions d'euros.";
        let one = "La charte coûtera 4 millions d'euros au canton d'Orvelle, dit le maire.";
        assert_eq!(shared([both, one]), [[4e6, 9e6]]);
    }
}
