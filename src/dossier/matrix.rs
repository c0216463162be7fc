//! Facts, claims, actors and figures against the articles: who has what, and who has not.
//!
//! What several articles have is listed by how many of them have it, or by how far they disagree. What
//! one article alone has is not among that: it is listed where it is asked for, for one article.

use std::cmp::Reverse;
use std::collections::HashSet;

use rayon::prelude::*;

use super::Dossier;
use super::coverage::{Cell, Says, cell_of};
use super::index;
use crate::align::{Passage, figure_extent, figures_agree};
use crate::article::Span;

/// What an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Section {
    /// A fact that passages tell.
    Facts,
    /// A statement.
    Claims,
    /// An actor.
    Actors,
    /// A quantity.
    Figures,
}

impl Section {
    /// All of them, in the order they are listed.
    pub const ALL: [Self; 4] = [Self::Facts, Self::Claims, Self::Actors, Self::Figures];

    /// The name in JSON and in messages.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Facts => "facts",
            Self::Claims => "claims",
            Self::Actors => "actors",
            Self::Figures => "figures",
        }
    }
}

/// One thing that articles have or have not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Entry {
    /// A fact, as its index in [`super::Coverage::facts`].
    Fact(usize),
    /// A statement that several articles report, as its index in [`super::Coverage::claims`].
    Claim(usize),
    /// An actor, as its index in the dossier.
    Actor(usize),
    /// A quantity, as its index in [`super::Coverage::quantities`].
    Figure(usize),
    /// A sentence that matches nothing: an article and a sentence of it.
    OwnPassage(usize, usize),
    /// A claim that nobody else reports, as its index in the dossier.
    OwnClaim(usize),
}

/// What stands for an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Label {
    /// A passage of an article.
    Passage(Passage),
    /// The name of an actor.
    Actor(usize),
    /// The name of a quantity.
    Quantity(usize),
}

/// What the entries are sorted by, in each section.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sort {
    /// How many articles have it, most first.
    #[default]
    Breadth,
    /// How far they disagree: how many differ, then how many have it in part.
    Disagreement,
}

/// Which entries are let through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Filter {
    /// Only what articles tell differently.
    pub conflicts: bool,
    /// Only what one article alone has, or what it lacks.
    pub pick: Option<Pick>,
}

/// What is asked of one article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pick {
    /// What it alone has: no match was found in any other one.
    Only(usize),
    /// What others have and it has not.
    Missing(usize),
}

impl Entry {
    /// What it is.
    pub const fn section(self) -> Section {
        match self {
            Self::Fact(_) | Self::OwnPassage(..) => Section::Facts,
            Self::Claim(_) | Self::OwnClaim(_) => Section::Claims,
            Self::Actor(_) => Section::Actors,
            Self::Figure(_) => Section::Figures,
        }
    }

    /// What stands for it.
    pub fn label(self, dossier: &Dossier) -> Label {
        match self {
            Self::Fact(at) => dossier.coverage.facts.get(at).map(|fact| Label::Passage(fact.label)),
            Self::Claim(at) => dossier.coverage.claims.get(at).map(|fact| Label::Passage(fact.label)),
            Self::Actor(at) => Some(Label::Actor(at)),
            Self::Figure(at) => Some(Label::Quantity(at)),
            Self::OwnPassage(article, at) => {
                let sentence = dossier.texts.get(article).and_then(|text| text.sentences.get(at));
                sentence.map(|sentence| Label::Passage(Passage { article, span: sentence.span }))
            }
            Self::OwnClaim(at) => dossier
                .claims
                .get(at)
                .map(|claim| Label::Passage(Passage { article: claim.article, span: claim.span })),
        }
        .unwrap_or(Label::Passage(Passage::default()))
    }

    /// What the articles that have it make of it, in the order of the dossier.
    pub fn cells(self, dossier: &Dossier) -> Vec<Cell> {
        match self {
            Self::Fact(at) => {
                dossier.coverage.facts.get(at).map(|fact| fact.cells.clone()).unwrap_or_default()
            }
            Self::Claim(at) => {
                dossier.coverage.claims.get(at).map(|fact| fact.cells.clone()).unwrap_or_default()
            }
            Self::Actor(at) => actor_cells(dossier, at),
            Self::Figure(at) => figure_cells(dossier, at),
            Self::OwnPassage(..) | Self::OwnClaim(_) => match self.label(dossier) {
                Label::Passage(passage) => vec![Cell { says: Says::Fully, passage }],
                Label::Actor(_) | Label::Quantity(_) => Vec::new(),
            },
        }
    }
}

/// The place in an article where an actor is named first, for every article that names it.
fn actor_cells(dossier: &Dossier, actor: usize) -> Vec<Cell> {
    let Some(actor) = dossier.actors.get(actor) else { return Vec::new() };
    let mut cells: Vec<Cell> = Vec::new();
    for mention in &actor.mentions {
        match cells.binary_search_by_key(&mention.article, |cell| cell.passage.article) {
            Ok(_) => {}
            Err(at) => {
                let passage = Passage { article: mention.article, span: mention.span };
                cells.insert(at, Cell { says: Says::Fully, passage });
            }
        }
    }
    cells
}

/// The figure that each article gives for a quantity: one that does not agree with what most articles
/// give, where it gives such a one.
fn figure_cells(dossier: &Dossier, quantity: usize) -> Vec<Cell> {
    let Some(quantity) = dossier.coverage.quantities.get(quantity) else { return Vec::new() };
    let given: Vec<(usize, &[usize])> = quantity.by_article(dossier).collect();
    let agrees = |a: usize, b: usize| figures_agree(&dossier.figures[a], &dossier.figures[b]);
    let supported = |figure: usize| {
        given.iter().filter(|(_, others)| others.iter().any(|&other| agrees(figure, other))).count()
    };
    // A page may print one number ten thousand times.
    let mut different = HashSet::new();
    let bits = |figure: &usize| {
        let (low, high) = figure_extent(&dossier.figures[*figure]);
        (low.to_bits(), high.to_bits())
    };
    let all = quantity.figures.iter().copied().filter(|figure| different.insert(bits(figure)));
    // Of equals the first one, as `max_by_key` gives the last.
    let lead =
        all.map(|figure| (supported(figure), Reverse(figure))).max().map(|(_, Reverse(figure))| figure);
    given
        .iter()
        .filter_map(|&(article, figures)| {
            let differing =
                figures.iter().copied().find(|&figure| lead.is_some_and(|lead| !agrees(lead, figure)));
            let says = if differing.is_some() { Says::Differs } else { Says::Fully };
            let figure = differing.or(figures.first().copied())?;
            Some(Cell { says, passage: Passage { article, span: dossier.figures[figure].span } })
        })
        .collect()
}

/// The entries that a filter lets through, by section, sorted within each.
pub fn entries(dossier: &Dossier, sort: Sort, filter: Filter) -> Vec<Entry> {
    if let Some(Pick::Only(article)) = filter.pick {
        return if filter.conflicts { Vec::new() } else { own(dossier, article) };
    }
    // What is missing is looked for in every entry, of which there may be tens of thousands.
    let lacks = |tally: &&Tally| match filter.pick {
        Some(Pick::Missing(article)) => cell_of(&tally.entry.cells(dossier), article).is_none(),
        _ => true,
    };
    let let_through = |tally: &&Tally| tally.breadth > 1 && (!filter.conflicts || tally.differs > 0);
    let mut listed: Vec<&Tally> =
        dossier.coverage.tallies.par_iter().filter(let_through).filter(lacks).collect();
    listed.sort_by_key(|tally| {
        let Tally { breadth, differs, partly, .. } = **tally;
        let key = match sort {
            Sort::Breadth => (breadth, differs, partly),
            Sort::Disagreement => (differs, partly, breadth),
        };
        (tally.entry.section(), Reverse(key))
    });
    listed.into_iter().map(|tally| tally.entry).collect()
}

/// How many entries there are without a filter.
pub fn count(dossier: &Dossier) -> usize {
    dossier.coverage.tallies.iter().filter(|tally| tally.breadth > 1).count()
}

/// How many articles have an entry, and what they make of it: what it is sorted and let through by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    /// What is counted.
    pub entry: Entry,
    /// How many articles have it.
    pub breadth: usize,
    /// How many of them tell it differently.
    pub differs: usize,
    /// How many of them have it in part.
    pub partly: usize,
}

/// The tallies of everything that articles have, by section.
pub(super) fn tallies(dossier: &Dossier) -> Vec<Tally> {
    let coverage = &dossier.coverage;
    let facts = (0..coverage.facts.len()).map(Entry::Fact);
    let claims = (0..coverage.claims.len()).map(Entry::Claim);
    let actors = (0..dossier.actors.len()).map(Entry::Actor);
    let figures = (0..coverage.quantities.len()).map(Entry::Figure);
    let all: Vec<Entry> = facts.chain(claims).chain(actors).chain(figures).collect();
    all.into_par_iter()
        .map(|entry| {
            let cells = entry.cells(dossier);
            let count = |says: Says| cells.iter().filter(|cell| cell.says == says).count();
            let (differs, partly) = (count(Says::Differs), count(Says::Partly));
            Tally { entry, breadth: cells.len(), differs, partly }
        })
        .collect()
}

/// What an article alone has, in the order of its text.
fn own(dossier: &Dossier, article: usize) -> Vec<Entry> {
    let Some(text) = dossier.texts.get(article) else { return Vec::new() };
    let alone = |sentence: &usize| dossier.index.only_here(article, *sentence);
    let told = |sentence: &usize| alone(sentence) && index::states(dossier, article, *sentence);
    let mut listed: Vec<Entry> =
        (0..text.sentences.len()).filter(told).map(|at| Entry::OwnPassage(article, at)).collect();
    let claims = dossier.index.claims.get(article).map_or(&[][..], Vec::as_slice);
    let within_alone = |span: Span| {
        let from = text.sentences.partition_point(|sentence| sentence.span.end <= span.start);
        let to = text.sentences.partition_point(|sentence| sentence.span.start < span.end);
        from < to && (from..to).all(|sentence| alone(&sentence))
    };
    listed.extend(
        claims.iter().copied().filter(|&at| within_alone(dossier.claims[at].span)).map(Entry::OwnClaim),
    );
    let only = |tally: &&Tally| {
        tally.breadth == 1
            && matches!(tally.entry, Entry::Actor(_) | Entry::Figure(_))
            && matches!(tally.entry.cells(dossier).as_slice(), [only] if only.passage.article == article)
    };
    listed.extend(dossier.coverage.tallies.iter().filter(only).map(|tally| tally.entry));
    listed
}

/// The claim that a label of [`Section::Claims`] stands for.
pub fn claim_at(dossier: &Dossier, passage: Passage) -> Option<usize> {
    let claims = dossier.index.claims.get(passage.article)?;
    claims.iter().copied().find(|&at| dossier.claims[at].span == passage.span)
}

/// The sentence that a passage begins in, to show it in its words.
pub fn context(dossier: &Dossier, passage: Passage) -> Passage {
    let text = dossier.texts.get(passage.article);
    let sentence = text.and_then(|text| Some(text.sentences[text.sentence_at(passage.span.start)?].span));
    Passage { article: passage.article, span: sentence.map_or(passage.span, |span| span.join(passage.span)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Three accounts of a flood: the first two agree but for a number, the third tells little.
    fn flood() -> Dossier {
        Dossier::of_texts(
            "crue",
            [
                (
                    "a.txt",
                    "Crue à Brévenne\n\nQuelque 340 habitants de Brévenne ont été évacués dans la nuit de lundi.\n\n\
                     « Personne ne manque à l’appel », a déclaré la préfète Jeanne Morel.\n\n\
                     Le vieux moulin de Tervuren a été emporté par les eaux.\n",
                ),
                (
                    "b.txt",
                    "La nuit de Brévenne\n\nPrès de 500 habitants de Brévenne ont été évacués dans la nuit de lundi.\n\n\
                     « Personne ne manque à l’appel », a assuré la préfète Jeanne Morel.\n",
                ),
                (
                    "c.txt",
                    "Les eaux montent\n\nLa préfète Jeanne Morel a redit mardi que « personne ne manque à l’appel ».\n",
                ),
            ],
        )
        .analyse(&|_| {})
    }

    fn sections(dossier: &Dossier, filter: Filter) -> Vec<Section> {
        let mut sections: Vec<Section> =
            entries(dossier, Sort::Breadth, filter).into_iter().map(Entry::section).collect();
        sections.dedup();
        sections
    }

    #[test]
    fn every_section_is_there_and_in_order() {
        let dossier = flood();
        assert_eq!(sections(&dossier, Filter::default()), Section::ALL);
    }

    #[test]
    fn the_widest_comes_first_or_the_most_disputed() {
        let dossier = flood();
        let first = |sort| entries(&dossier, sort, Filter::default())[0].cells(&dossier);
        assert_eq!(first(Sort::Breadth).len(), 3);
        assert!(first(Sort::Disagreement).iter().any(|cell| cell.says == Says::Differs));
    }

    #[test]
    fn conflicts_alone_are_let_through() {
        let dossier = flood();
        let filter = Filter { conflicts: true, ..Filter::default() };
        let listed = entries(&dossier, Sort::Breadth, filter);
        assert!(!listed.is_empty());
        for entry in listed {
            assert!(entry.cells(&dossier).iter().any(|cell| cell.says == Says::Differs), "{entry:?}");
        }
    }

    #[test]
    fn what_an_article_lacks_is_what_others_have() {
        let dossier = flood();
        let filter = Filter { pick: Some(Pick::Missing(2)), ..Filter::default() };
        let listed = entries(&dossier, Sort::Breadth, filter);
        assert!(listed.iter().any(|entry| matches!(entry, Entry::Fact(_))));
        assert!(listed.iter().all(|entry| cell_of(&entry.cells(&dossier), 2).is_none()));
    }

    #[test]
    fn what_an_article_alone_has_is_in_no_other() {
        let dossier = flood();
        let filter = Filter { pick: Some(Pick::Only(0)), ..Filter::default() };
        let listed = entries(&dossier, Sort::Breadth, filter);
        let text = |entry: &Entry| match entry.label(&dossier) {
            Label::Passage(passage) => passage.span.of(&dossier.articles[passage.article].text).to_owned(),
            _ => String::new(),
        };
        assert!(listed.iter().any(|entry| text(entry).contains("moulin")));
        assert!(!listed.iter().any(|entry| text(entry).contains("évacués")));
    }

    #[test]
    fn the_number_that_most_give_is_not_the_one_that_differs() {
        let dossier = flood();
        let disputed = entries(&dossier, Sort::Disagreement, Filter::default())
            .into_iter()
            .find(|entry| matches!(entry, Entry::Figure(_)))
            .unwrap();
        let says: Vec<Says> = disputed.cells(&dossier).iter().map(|cell| cell.says).collect();
        assert_eq!(says, [Says::Fully, Says::Differs]);
    }
}
