//! One article held against several others, passage by passage: what `=` shows in the reader.

use super::super::page::{Line, Page, Part, Version};
use super::super::words::Words;
use super::{marked_both, signs, turned};
use crate::align::{Alignment, Reason, Relation};
use crate::dossier::Dossier;
use crate::dossier::cut;
use crate::dossier::level::{self, Filter, Level, Told};

/// Above this many outlets they are counted instead of named.
const NAMED: usize = 12;

/// One article's passages and what the others make of them.
#[derive(Debug, Clone)]
pub struct Against {
    /// The article it starts from, then those it is held against.
    pub articles: Vec<usize>,
    /// The rows that the filter lets through; columns are counted through [`Self::articles`].
    pub rows: Vec<Level>,
    /// How many rows two articles or more have, how many of them are contradicted, and how many the first
    /// article alone has, without the filter.
    counts: [usize; 3],
}

impl Against {
    /// Holds `base` against `others`, at the strength that the dossier is cut at.
    pub fn new(dossier: &Dossier, base: usize, others: &[usize], filter: Filter) -> Self {
        let articles: Vec<usize> = std::iter::once(base).chain(others.iter().copied()).collect();
        let mut rows = match filter {
            // Only whole articles have rows that the first one lacks.
            Filter::Missing => level::whole(dossier, dossier.cut, &articles),
            _ => level::by_passages(dossier, dossier.cut, base, others),
        };
        let count = |has: fn(&Level) -> bool| rows.iter().filter(|row| has(row)).count();
        let counts =
            [count(|row| !row.alone()), count(Level::conflicts), count(|row| row.alone() && !row.missing())];
        rows.retain(|row| filter.lets_through(row));
        Self { articles, rows, counts }
    }

    /// How many rows two articles or more have.
    pub fn shared(&self) -> usize {
        self.rows.iter().filter(|row| !row.alone()).count()
    }

    /// The pair that brought a passage to its row.
    pub fn pair<'a>(&self, dossier: &'a Dossier, told: &Told) -> Option<&'a Alignment> {
        cut::pair(dossier, told.pair?)
    }

    /// Why it was, those reasons that have two sides with its own words on the right.
    pub fn reasons(&self, dossier: &Dossier, told: &Told) -> Vec<Reason> {
        self.pair(dossier, told).map(|pair| turned(pair, self.articles[told.column])).unwrap_or_default()
    }

    /// The articles that have no passage in a row.
    pub fn silent<'a>(&'a self, row: &'a Level) -> impl Iterator<Item = usize> + 'a {
        let silent = self.articles.iter().enumerate().filter(|(column, _)| row.of(*column).is_empty());
        silent.map(|(_, &article)| article)
    }

    /// Every passage with the others' versions under it.
    pub fn page(&self, dossier: &Dossier, words: &Words) -> Page {
        let mut page = Page::default();
        let label = |at: usize| dossier.articles[at].label();
        let (base, others) =
            self.articles.split_first().map_or((0, &[][..]), |(base, others)| (*base, others));
        let against = named(others, dossier, words);
        page.heading(1, words.with("out-compare-two", &[("a", label(base)), ("b", &against)]));
        let [shared, conflicts, own] = self.counts;
        let values = [
            ("shared", &*words.count("out-shared", shared)),
            ("conflicts", &*conflicts.to_string()),
            ("a", label(base)),
            ("here", &*own.to_string()),
            ("strength", &*words.decimal(dossier.cut.score())),
        ];
        page.paragraph(Line::new().plain(words.with("out-against-counts", &values)));
        for &other in others {
            let both = |articles: &[usize; 2]| articles.contains(&base) && articles.contains(&other);
            if let Some(copied) = dossier.copies.iter().find(|copied| both(&copied.articles)) {
                let text = format!("{}{}{}", label(other), words.colon(), words.copied(copied));
                page.paragraph(Line::new().plain(text));
            }
        }
        page.paragraph(signs(words));
        page.parts.extend(self.rows.iter().map(|row| self.stack(dossier, row, words)));
        page
    }

    fn stack(&self, dossier: &Dossier, row: &Level, words: &Words) -> Part {
        let text = |told: &Told| told.span.of(&dossier.articles[self.articles[told.column]].text);
        let lead = row.lead();
        // The passage that leads is marked against the one it is contradicted by, else the first.
        let matched = || row.told.iter().filter(|told| told.pair.is_some());
        let chosen = matched().find(|told| told.relation == Some(Relation::Conflict));
        let chosen = chosen.or_else(|| matched().next());
        let mut versions = Vec::new();
        let mut why = Vec::new();
        let mut told: Vec<&Told> = row.told.iter().collect();
        told.sort_by_key(|told| told.pair.is_some());
        for told in told {
            let against = if told.pair.is_none() { chosen } else { lead };
            let own = text(told);
            let line = match against.filter(|other| other.column != told.column) {
                Some(other) => marked_both(text(other), own).1,
                None => Line::new().plain(own),
            };
            let sign = match told.relation {
                Some(relation) => relation.sign(),
                None if row.alone() => '+',
                None => ' ',
            };
            let outlet = dossier.articles[self.articles[told.column]].label().to_owned();
            if let Some(pair) = self.pair(dossier, told) {
                let reasons = words.reasons(&self.reasons(dossier, told));
                let crossing = pair.crossing.then(|| words.get("out-crossing"));
                let parts: Vec<String> = std::iter::once(words.relation(pair.relation))
                    .chain(Some(reasons).filter(|reasons| !reasons.is_empty()))
                    .chain(crossing)
                    .collect();
                why.push(format!("{outlet}{}{}", words.colon(), parts.join(" — ")));
            }
            versions.push(Version { outlet, sign, text: Some(line) });
        }
        let silent: Vec<usize> = self.silent(row).collect();
        if !silent.is_empty() && (!row.alone() || row.missing()) {
            why.push(words.with("out-absent", &[("outlets", &named(&silent, dossier, words))]));
        }
        Part::Stack(versions, why.join("\n"))
    }
}

/// Articles by the names of their outlets, or counted where they are many.
fn named(articles: &[usize], dossier: &Dossier, words: &Words) -> String {
    if articles.len() > NAMED {
        return words.count("out-many-outlets", articles.len());
    }
    let names: Vec<&str> = articles.iter().map(|&at| dossier.articles[at].label()).collect();
    names.join(", ")
}
