//! Reads `assets/demo/expected.toml`, and finds its words again in the articles.

use std::collections::BTreeMap;

use recoupe::align::{Passage, Relation};
use recoupe::article::Span;
use recoupe::dossier::Dossier;
use serde::Deserialize;

/// What a careful reader finds in the demo.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expected {
    pub article: Vec<Article>,
    pub actor: Vec<Actor>,
    pub fact: Vec<Fact>,
    pub only_here: BTreeMap<String, Vec<String>>,
    pub noise_only: Names,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Article {
    pub id: String,
    pub outlet: String,
    pub language: String,
    pub published: String,
    pub title: String,
    #[serde(default)]
    pub authors: Vec<String>,
    pub noise: Vec<Noise>,
    pub claims: Vec<Claim>,
    #[serde(default)]
    pub not_claims: Vec<String>,
    pub figures: Vec<Figure>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Noise {
    pub words: String,
    pub kind: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    pub words: String,
    pub or: Option<String>,
    pub kind: String,
    /// Names of the actors who said it; none where nobody is named.
    #[serde(default)]
    pub by: Vec<String>,
    /// The source as written.
    pub source: Option<String>,
    pub via: Option<String>,
    #[serde(default)]
    pub hedged: bool,
    #[serde(default)]
    pub optional: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    pub words: String,
    pub or: Option<String>,
    pub value: f64,
    pub unit: Option<String>,
    pub qualifier: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Actor {
    pub name: String,
    pub kind: String,
    /// Other forms that the articles use and that have to lead to the same actor.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Other names that would do as well.
    #[serde(default)]
    pub also: Vec<String>,
    #[serde(default)]
    pub optional: bool,
}

impl Actor {
    /// Every name it may go by, its own first.
    pub fn names(&self) -> impl Iterator<Item = &String> {
        std::iter::once(&self.name).chain(&self.aliases).chain(&self.also)
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    pub about: String,
    pub passages: BTreeMap<String, String>,
    #[serde(default)]
    pub same_quote: Vec<String>,
    #[serde(default)]
    pub same_fact: Vec<String>,
    #[serde(default)]
    pub partial: Vec<String>,
    #[serde(default)]
    pub conflict: Vec<String>,
    /// Pairs that a reader may or may not see, in whatever relation.
    #[serde(default)]
    pub optional: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Names {
    pub names: Vec<String>,
}

#[derive(Clone)]
/// Two passages that tell the same thing, and how they stand to each other.
pub struct Pair<'a> {
    pub about: &'a str,
    pub a: Passage,
    pub b: Passage,
    pub relation: Relation,
}

impl Expected {
    pub fn read() -> Self {
        toml::from_str(include_str!("../../assets/demo/expected.toml")).unwrap()
    }

    /// The expected articles beside their place in the dossier.
    pub fn articles(&self) -> impl Iterator<Item = (usize, &Article)> {
        self.article.iter().map(|article| (article_at(&article.id), article))
    }

    /// The claims of all articles, optional ones among them.
    pub fn claims(&self) -> impl Iterator<Item = (usize, &Claim)> {
        self.articles().flat_map(|(at, article)| article.claims.iter().map(move |claim| (at, claim)))
    }

    /// Every pair of passages that the facts spell out and that has to be found.
    pub fn pairs(&self, dossier: &Dossier) -> Vec<Pair<'_>> {
        let mut pairs = Vec::new();
        for fact in &self.fact {
            let listed = [
                (Relation::SameQuote, &fact.same_quote),
                (Relation::SameFact, &fact.same_fact),
                (Relation::Partial, &fact.partial),
                (Relation::Conflict, &fact.conflict),
            ];
            for (relation, ids) in listed {
                pairs.extend(ids.iter().map(|two| fact.pair(dossier, two, relation)));
            }
        }
        pairs
    }

    /// The pairs that may be found or not.
    pub fn optional_pairs(&self, dossier: &Dossier) -> Vec<Pair<'_>> {
        let mut pairs = Vec::new();
        for fact in &self.fact {
            pairs.extend(fact.optional.iter().map(|two| fact.pair(dossier, two, Relation::Partial)));
        }
        pairs
    }
}

impl Fact {
    /// The passages of two articles, named as in `01 04`.
    fn pair(&self, dossier: &Dossier, two: &str, relation: Relation) -> Pair<'_> {
        let (a, b) = two.split_once(' ').unwrap();
        let passage = |id: &str| {
            let article = article_at(id);
            Passage { article, span: place(dossier, article, &self.passages[id]) }
        };
        Pair { about: &self.about, a: passage(a), b: passage(b), relation }
    }
}

/// The index in the dossier of the article called `id`: `01` is the first.
pub fn article_at(id: &str) -> usize {
    id.parse::<usize>().unwrap() - 1
}

/// Where `words` stand in an article; the first place if the page prints them twice.
pub fn place(dossier: &Dossier, article: usize, words: &str) -> Span {
    let text = &dossier.articles[article].text;
    let start = text.find(words).unwrap_or_else(|| panic!("{words:?} is not in {}", article + 1));
    Span::new(start, start + words.len())
}

/// The last place where `words` stand in an article.
pub fn last_place(dossier: &Dossier, article: usize, words: &str) -> Span {
    let text = &dossier.articles[article].text;
    let start = text.rfind(words).unwrap_or_else(|| panic!("{words:?} is not in {}", article + 1));
    Span::new(start, start + words.len())
}

/// How many of the expected things were found, and which were not.
#[derive(Debug, Default)]
pub struct Tally {
    found: usize,
    misses: Vec<String>,
}

impl Tally {
    pub fn count(&mut self, found: bool, what: impl FnOnce() -> String) {
        if found {
            self.found += 1;
        } else {
            self.misses.push(what());
        }
    }

    /// Fails, with the misses, where fewer than `floor` percent were found.
    pub fn reaches(&self, floor: usize, what: &str) {
        let all = self.found + self.misses.len();
        let misses = self.misses.join("\n  ");
        println!("{what}: {} of {all}; missed:\n  {misses}", self.found);
        assert!(
            self.found * 100 >= floor * all,
            "{what}: {} of {all} is less than {floor} %; missed:\n  {misses}",
            self.found
        );
    }
}
