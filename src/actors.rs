//! Who is in it: mentions of persons, organisations and places, joined into actors across outlets.

use crate::article::{Article, Span};
use crate::text::Text;

pub mod states;
pub mod titles;

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
    /// The other names the outlets use, most frequent first.
    pub aliases: Vec<String>,
    /// What the outlets say it is.
    pub roles: Vec<Role>,
    /// Every place that names it, by article, then by position.
    pub mentions: Vec<Mention>,
}

/// Finds the actors of a dossier, heaviest first (mentions times outlets).
///
/// `articles` and `texts` run in parallel. Mentions of two actors do not overlap, and noise blocks
/// hold none.
pub fn find(articles: &[Article], texts: &[Text]) -> Vec<Actor> {
    let _ = (articles, texts);
    Vec::new()
}
