//! The figures' tab: every quantity of the dossier with its values by outlet, those that differ first,
//! or the figures of the article in the order of its text.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::Built;
use crate::align::Passage;
use crate::article::Span;
use crate::dossier::{Dossier, Quantity};
use crate::output::Words;
use crate::output::figures::{self, Sort};
use crate::text::wrap;

/// How the figures are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Order {
    /// The quantities of the whole dossier: those that differ, those that are shared, the others.
    #[default]
    Difference,
    /// The figures of the article shown, as they come in its text.
    Text,
}

impl Order {
    /// The other one.
    pub const fn other(self) -> Self {
        match self {
            Self::Difference => Self::Text,
            Self::Text => Self::Difference,
        }
    }

    /// The key of its name in the messages.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Difference => "order-difference",
            Self::Text => "order-text",
        }
    }
}

/// Which figures are let through; everything that is set must hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only what this outlet gives.
    pub outlet: Option<String>,
    /// Only what outlets give differently.
    pub conflicts: bool,
}

impl Filter {
    /// Whether anything is held back.
    pub fn is_active(&self) -> bool {
        *self != Self::default()
    }

    fn lets(&self, dossier: &Dossier, entry: Entry) -> bool {
        let quantity = &dossier.coverage.quantities[entry.quantity];
        let of_outlet =
            |figure: usize, outlet: &str| dossier.articles[dossier.figures[figure].article].label() == outlet;
        (!self.conflicts || quantity.differs)
            && self.outlet.as_deref().is_none_or(|outlet| match entry.figure {
                Some(figure) => of_outlet(figure, outlet),
                None => quantity.figures.iter().any(|&figure| of_outlet(figure, outlet)),
            })
    }
}

/// A line of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// The quantity, as its index in the coverage.
    pub quantity: usize,
    /// The figure itself, in the order of the text.
    pub figure: Option<usize>,
    /// Whether it begins a part of the list: what differs, what is shared, what one outlet alone has.
    pub begins: Option<Sort>,
}

/// A line under the title of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// What it says.
    pub text: String,
    /// Whether it is what outlets say, rather than the words around it.
    pub values: bool,
    /// The most rows it takes.
    pub rows: usize,
}

/// The state of the tab.
#[derive(Debug, Clone, Default)]
pub struct Figures {
    /// What is let through.
    pub filter: Filter,
    /// The order they are listed in.
    pub order: Order,
    /// The article whose figures are listed; none where it is more than one.
    pub listed: Option<usize>,
    entries: Vec<Entry>,
    total: usize,
    built: Built<(Order, Option<usize>, Filter)>,
}

/// Columns before the lines under a title.
pub const INDENT: usize = 3;

impl Figures {
    /// The entries, from the top down.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// How many entries there are without the filter.
    pub fn total(&self) -> usize {
        self.total
    }

    /// Lists the figures anew where anything that decides about them has changed; says whether it did.
    pub fn build(&mut self, dossier: &Arc<Dossier>, order: Order, article: Option<usize>) -> bool {
        let article = article.filter(|_| order == Order::Text);
        if !self.built.stale(dossier, (order, article, self.filter.clone())) {
            return false;
        }
        self.order = order;
        self.listed = article.filter(|_| self.filter.outlet.is_none());
        let of_text = |figure: usize| Entry {
            quantity: dossier.coverage.quantity_of.get(figure).copied().unwrap_or_default(),
            figure: Some(figure),
            begins: None,
        };
        let pool: Vec<Entry> = match (order, self.listed) {
            (Order::Difference, _) => (0..dossier.coverage.quantities.len())
                .map(|quantity| Entry { quantity, figure: None, begins: None })
                .collect(),
            (Order::Text, Some(at)) => {
                let figures = dossier.index.figures.get(at).map_or(&[][..], Vec::as_slice);
                figures.iter().copied().map(of_text).collect()
            }
            (Order::Text, None) if article.is_none() => Vec::new(),
            (Order::Text, None) => (0..dossier.figures.len()).map(of_text).collect(),
        };
        self.total = pool.len();
        self.entries = pool.into_iter().filter(|&entry| self.filter.lets(dossier, entry)).collect();
        if order == Order::Difference {
            let mut before = None;
            for entry in &mut self.entries {
                let sort = Sort::of(&dossier.coverage.quantities[entry.quantity]);
                entry.begins = Some(sort).filter(|sort| before.replace(*sort) != Some(*sort));
            }
        }
        true
    }

    /// The entry of a passage: the one under the cursor where it has a figure there, else the first
    /// one that has; in the order of the text else the next one.
    pub fn entry_for(
        &self,
        dossier: &Dossier,
        cursor: usize,
        article: usize,
        passage: Span,
    ) -> Option<usize> {
        let inside = |figure: usize| {
            let figure = &dossier.figures[figure];
            figure.article == article && figure.span.overlaps(passage)
        };
        let there = |entry: &Entry| match entry.figure {
            Some(figure) => inside(figure),
            None => dossier.coverage.quantities[entry.quantity].figures.iter().copied().any(inside),
        };
        if self.entries.get(cursor).is_some_and(there) {
            return Some(cursor);
        }
        self.entries.iter().position(there).or_else(|| {
            let behind = |entry: &Entry| {
                entry.figure.is_some_and(|figure| {
                    let figure = &dossier.figures[figure];
                    (figure.article, figure.span.start) >= (article, passage.start)
                })
            };
            self.entries.iter().position(behind)
        })
    }

    /// Rows of an entry at `columns` columns: its heading, and itself.
    pub fn rows(
        &self,
        dossier: &Dossier,
        words: &Words,
        entry: usize,
        columns: usize,
        on_top: bool,
    ) -> (usize, usize) {
        let Some(entry) = self.entries.get(entry) else { return (0, 1) };
        let room = columns.saturating_sub(INDENT + 1).max(1);
        let lines: usize = remarks(dossier, words, *entry)
            .iter()
            .map(|remark| {
                wrap::wrap(&remark.text, Span::new(0, remark.text.len()), room).len().min(remark.rows)
            })
            .sum();
        let heading = match (entry.begins, self.order) {
            (_, Order::Difference) if on_top => 1,
            (Some(_), _) => 2,
            _ => 0,
        };
        (heading, 1 + lines)
    }

    /// Where an entry leads first: to its own figure, else to the one that `article` gives.
    pub fn target(&self, dossier: &Dossier, entry: usize, article: usize) -> Option<Passage> {
        let entry = self.entries.get(entry)?;
        let quantity = dossier.coverage.quantities.get(entry.quantity)?;
        let figure = entry
            .figure
            .or_else(|| {
                let mut own = quantity.figures.iter().copied();
                own.find(|&figure| dossier.figures[figure].article == article)
            })
            .or_else(|| leads(dossier, quantity).first().copied())?;
        Some(place(dossier, figure))
    }
}

/// The figures of a quantity by value, then by article: where it leads on to.
pub fn leads(dossier: &Dossier, quantity: &Quantity) -> Vec<usize> {
    quantity.values(dossier).into_iter().flat_map(|value| value.figures).collect()
}

/// Where a figure stands.
pub fn place(dossier: &Dossier, figure: usize) -> Passage {
    let figure = &dossier.figures[figure];
    Passage { article: figure.article, span: figure.span }
}

/// What stands under the title of an entry: the values by outlet where there are several outlets, else
/// the words around the figure.
pub fn remarks(dossier: &Dossier, words: &Words, entry: Entry) -> Vec<Remark> {
    let Some(quantity) = dossier.coverage.quantities.get(entry.quantity) else { return Vec::new() };
    let mut remarks = Vec::new();
    let figure = entry.figure.unwrap_or(quantity.lead);
    let values = figures::values(dossier, words, quantity);
    match Sort::of(quantity) {
        Sort::Differs | Sort::Shared => {
            if values.len() > 1 {
                // A few values can say who gives them; of many, the numbers matter.
                let rows = if values.len() > 2 { 1 } else { 2 };
                remarks.extend(values.into_iter().map(|text| Remark { text, values: true, rows }));
            } else {
                remarks.push(Remark { text: figures::outlets(dossier, quantity), values: true, rows: 2 });
            }
            if entry.figure.is_none() && dossier.figures[figure].of.is_none() {
                remarks.push(Remark { text: figures::context(dossier, figure), values: false, rows: 1 });
            }
        }
        Sort::Only => {
            let outlet = dossier.articles[dossier.figures[figure].article].label();
            let context = figures::context(dossier, figure);
            let text = if entry.figure.is_some() { context } else { format!("{outlet} · {context}") };
            remarks.push(Remark { text, values: false, rows: 2 });
        }
    }
    remarks
}
