//! Who is in it: mentions of persons, organisations and places, joined into actors across outlets.
//!
//! The stage goes through the dossier four times, each time in linear time:
//!
//! 1. `mentions` finds candidates in each article: known names ([`states`] and the other tables of
//!    `assets/lang`), names that are phrases (`organisations`), the dossier's `outlets`, runs of capitalised words.
//! 2. `kinds` settles over the whole dossier which of them are names and what they name: one phrase,
//!    one kind, by all that stands around its occurrences in all outlets.
//! 3. `merge` joins the names of one actor across outlets, languages and spellings; `context` tells a
//!    capital that stands for its state from a city.
//! 4. `roles` harvests what the outlets say an actor is, and leads descriptions that stand alone back
//!    to it.
//!
//! In French articles the [`tagger`] proposes names too, and what it thinks of every candidate weighs in
//! the second step (`evidence`). Pronouns are left to [`crate::claims`].

use rayon::prelude::*;

use crate::article::{Article, Span};
use crate::text::Text;

pub mod alias;
mod context;
pub mod corrections;
mod evidence;
pub mod features;
mod gather;
mod kinds;
pub mod lexicon;
mod mentions;
mod merge;
pub mod names;
mod organisations;
mod outlets;
mod phrases;
mod roles;
pub mod states;
pub mod table;
pub mod tagger;
#[cfg(test)]
mod tests;
pub mod titles;
mod unnamed;
mod votes;
mod words;

pub use alias::{Alias, Join};
use features::Sheet;
use mentions::Candidate;
use outlets::Outlets;
use tagger::Tagger;
use words::Body;

/// What an actor is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ActorKind {
    /// Somebody.
    Person,
    /// A body, a company, a party, an army, a coalition.
    Organisation,
    /// A state, a region, a city; a capital that stands for its state is a mention of the state.
    Place,
    /// Something that happens and has a name.
    Event,
    /// Anything else with a name.
    Other,
}

impl ActorKind {
    /// Every kind, persons first.
    pub const ALL: [Self; 5] = [Self::Person, Self::Organisation, Self::Place, Self::Event, Self::Other];

    /// The kind that has this name in the JSON contract.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// The name in the JSON contract.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organisation => "organisation",
            Self::Place => "place",
            Self::Event => "event",
            Self::Other => "other",
        }
    }
}

/// How a mention names its actor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum MentionForm {
    /// By name, without its article or title.
    Name,
    /// By a description such as `le président ukrainien`.
    Description,
    /// By a pronoun.
    Pronoun,
}

impl MentionForm {
    /// The name in the JSON contract.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Description => "description",
            Self::Pronoun => "pronoun",
        }
    }
}

/// Grammatical gender, as pronouns and titles show it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Gender {
    /// `il`, `he`, `M.`
    Masculine,
    /// `elle`, `she`, `Mme`
    Feminine,
}

/// A place in an article that names an actor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mention {
    /// Index of the article in the dossier.
    pub article: usize,
    /// Where it stands, in bytes.
    pub span: Span,
    /// How it names the actor.
    pub form: MentionForm,
}

/// What an actor is said to be, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Role {
    /// In the outlet's words, such as `président ukrainien`.
    pub text: String,
    /// Index of the article that says so.
    pub article: usize,
    /// Where it says so, in bytes.
    pub span: Span,
}

/// Somebody or something that acts, across all the outlets of a dossier.
#[derive(Debug, Clone)]
pub struct Actor {
    /// A readable name for machines, unique in the dossier: `jeanne-morel`.
    pub id: String,
    /// The name to show: the fullest one the outlets use.
    pub name: String,
    /// What it is.
    pub kind: ActorKind,
    /// Gender, where a title, a first name or a pronoun shows it.
    pub gender: Option<Gender>,
    /// The other names the outlets use, most frequent first, and why each is taken for its.
    pub aliases: Vec<Alias>,
    /// The descriptions that stand for it, most frequent first: `le président estonien`.
    pub descriptions: Vec<Alias>,
    /// What the outlets say it is.
    pub roles: Vec<Role>,
    /// Every place that names it, by article, then by position.
    pub mentions: Vec<Mention>,
    /// Whether an editor corrected it.
    pub edited: bool,
}

impl Actor {
    /// Every name it goes by: the one shown, then its aliases.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.name.as_str()).chain(self.aliases.iter().map(|alias| alias.name.as_str()))
    }

    /// Its names and descriptions that are not sure, if any.
    pub fn unsure(&self) -> impl Iterator<Item = &Alias> {
        self.aliases.iter().chain(&self.descriptions).filter(|alias| alias.is_unsure())
    }

    /// The articles that name it, in order, each with how often.
    pub fn counts(&self) -> Vec<(usize, usize)> {
        let mut counts: Vec<(usize, usize)> = Vec::new();
        for mention in &self.mentions {
            match counts.last_mut() {
                Some((article, count)) if *article == mention.article => *count += 1,
                _ => counts.push((mention.article, 1)),
            }
        }
        counts
    }
}

/// Finds the actors of a dossier, heaviest first (mentions times outlets).
///
/// `articles` and `texts` run in parallel. Mentions of two actors do not overlap. Of noise
/// blocks only captions hold any, of actors that the articles themselves name.
pub fn find(articles: &[Article], texts: &[Text]) -> Vec<Actor> {
    let bodies: Vec<Body> =
        articles.par_iter().zip(texts.par_iter()).map(|(article, text)| Body::read(article, text)).collect();
    let outlets = Outlets::of(articles);
    let candidates = bodies
        .par_iter()
        .zip(articles.par_iter())
        .map(|(body, article)| candidates(article, body, &outlets))
        .collect();
    let accepted = kinds::settle(&bodies, candidates);
    let merged = merge::merge(&bodies, &accepted);
    gather::gather(articles, &bodies, &accepted, &merged)
}

/// Puts actors that were found later beside those that were found before: `more` are those that only
/// [`crate::claims::voices`] tells of. Sorted and named anew.
pub fn joined(found: Vec<Actor>, more: Vec<Actor>) -> Vec<Actor> {
    gather::settle(found.into_iter().chain(more).collect())
}

/// What may be a name in an article: in French by rules and tagger together, in English by rules.
fn candidates(article: &Article, body: &Body, outlets: &Outlets) -> Vec<Candidate> {
    let candidates = mentions::spot(body, outlets);
    match Tagger::built_in().filter(|_| !body.language.is_english()) {
        Some(tagger) => {
            let sheet = Sheet::of(&article.text, body, &candidates, tagger.lexicon());
            evidence::weigh(body, candidates, &tagger.tag(&sheet))
        }
        None => candidates,
    }
}
