//! Who said what: source, cue and content of every statement, and the figures in the text.
//!
//! The terms are those of the field: the *source* speaks, the *cue* is the verb or preposition that
//! attributes, the *content* is what was said. See Pareti, *Attribution: A Computational Approach*
//! (2015).

use rayon::prelude::*;
use serde::Deserialize;

use crate::actors::Actor;
use crate::article::{Article, Span};
use crate::text::Text;

mod according;
mod behalf;
mod clause;
mod closing;
mod conjugation;
mod cues;
mod direct;
mod draft;
mod extract;
pub mod figures;
mod floating;
mod groups;
mod hedge;
mod lexicon;
mod participle;
mod passive;
mod relay;
mod reported;
mod speaker;
mod subject;
mod unlisted;
mod voices;
mod words;

pub use figures::Figure;
pub use voices::voices;

#[cfg(test)]
mod tests;

use speaker::{Cast, Stage};
use words::Reading;

/// How much of the content stands between quotation marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ClaimKind {
    /// All of it.
    Direct,
    /// Some of it.
    Mixed,
    /// None of it.
    Indirect,
}

impl ClaimKind {
    /// The name in the JSON contract.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Mixed => "mixed",
            Self::Indirect => "indirect",
        }
    }
}

/// What is done in saying it, as far as the verb tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Force {
    /// Nothing but saying: `dire`, `indiquer`, `selon`.
    #[default]
    Say,
    /// Holding something to be true: `assurer`, `estimer`.
    Assert,
    /// Making something known: `annoncer`.
    Announce,
    /// `nier`, `démentir`, `contester`.
    Deny,
    /// `rejeter`, `écarter`, `exclure`.
    Reject,
    /// `accuser`, `soupçonner`, `reprocher`.
    Accuse,
    /// `promettre`, `s'engager`.
    Promise,
    /// `menacer`.
    Threaten,
    /// `avertir`, `mettre en garde`.
    Warn,
    /// `demander`, `exiger`, `appeler à`.
    Ask,
    /// `souhaiter`, `vouloir`, `espérer`.
    Want,
    /// `regretter`, `déplorer`, `dénoncer`.
    Regret,
    /// `s'inquiéter`, `craindre`.
    Worry,
    /// `saluer`, `se féliciter`.
    Praise,
}

impl Force {
    /// Every force there is.
    pub const ALL: [Self; 14] = [
        Self::Say,
        Self::Assert,
        Self::Announce,
        Self::Deny,
        Self::Reject,
        Self::Accuse,
        Self::Promise,
        Self::Threaten,
        Self::Warn,
        Self::Ask,
        Self::Want,
        Self::Regret,
        Self::Worry,
        Self::Praise,
    ];

    /// The name in the JSON contract and on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Say => "say",
            Self::Assert => "assert",
            Self::Announce => "announce",
            Self::Deny => "deny",
            Self::Reject => "reject",
            Self::Accuse => "accuse",
            Self::Promise => "promise",
            Self::Threaten => "threaten",
            Self::Warn => "warn",
            Self::Ask => "ask",
            Self::Want => "want",
            Self::Regret => "regret",
            Self::Worry => "worry",
            Self::Praise => "praise",
        }
    }

    /// The sign that goes with its word on the screen, where the act is more than saying so.
    pub const fn sign(self) -> Option<char> {
        match self {
            Self::Deny | Self::Reject => Some('¬'),
            Self::Promise => Some('→'),
            Self::Threaten | Self::Warn => Some('!'),
            Self::Ask | Self::Want => Some('←'),
            Self::Say
            | Self::Assert
            | Self::Announce
            | Self::Accuse
            | Self::Regret
            | Self::Worry
            | Self::Praise => None,
        }
    }
}

/// How the speaker stands to the truth of what the content says, as the verb and its negation tell.
///
/// A coarse form of the factuality of Saurí and Pustejovsky, *FactBank* (2009).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Polarity {
    /// It is put forward, as a fact, a wish or a judgement: `dire`, `promettre`, `saluer`.
    #[default]
    Affirmed,
    /// It is said not to be so: `nier`, `exclure`, `contester`.
    Denied,
    /// It is neither: `se demander si`, `douter`, `n'a pas confirmé`.
    Open,
}

impl Polarity {
    /// The name in the JSON contract.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Affirmed => "affirmed",
            Self::Denied => "denied",
            Self::Open => "open",
        }
    }
}

/// The words that attribute a claim to its speaker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cue {
    /// Where they stand, in bytes.
    pub span: Span,
    /// The verb's infinitive, or the preposition: `saluer`, `selon`.
    pub lemma: String,
    /// What is done in saying it.
    pub force: Force,
    /// Whether what is said is put forward, denied or left open.
    pub polarity: Polarity,
}

/// Something that somebody said.
#[derive(Debug, Clone)]
pub struct Claim {
    /// Unique in the dossier: `c17`.
    pub id: String,
    /// Index of the article in the dossier.
    pub article: usize,
    /// The content alone: without *que* or *de*, with its quotation marks; in bytes.
    pub span: Span,
    /// How much of it is quoted.
    pub kind: ClaimKind,
    /// Indices of the actors who said it; empty where the source is anonymous or not named.
    pub speakers: Vec<usize>,
    /// The source as written, a pronoun perhaps, in bytes.
    pub speaker_text: Option<Span>,
    /// What attributes it.
    pub cue: Option<Cue>,
    /// The outlet or document that relays it.
    pub via: Option<String>,
    /// Whom the speaker speaks for, as a spokesperson.
    pub on_behalf_of: Option<Principal>,
    /// Whether it is reported as unconfirmed: in the conditional of hearsay, or marked as such.
    pub hedged: bool,
}

/// Whom a spokesperson speaks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Principal {
    /// An actor's name where it is one, else as written, without a determiner.
    pub name: String,
    /// The determiner that the article writes before it, with the space behind, contracted forms undone:
    /// `le ` for `du`, `l’`; empty where it writes none.
    pub determiner: String,
}

impl Principal {
    /// As it is said in a sentence: `la diplomatie orvillaise`.
    pub fn told(&self) -> String {
        format!("{}{}", self.determiner, self.name)
    }
}

/// What `find` makes of each article on its stage, on all cores, in the order of the articles; nothing
/// of those whose turn comes when it is not `wanted` any more.
fn by_article<T: Send>(
    articles: &[Article],
    texts: &[Text],
    actors: &[Actor],
    wanted: &(dyn Fn() -> bool + Sync),
    find: impl Fn(usize, &Reading, &mut Stage) -> Vec<T> + Sync,
) -> Vec<T> {
    let cast = Cast::new(actors);
    let mentions = speaker::mentions_by_article(articles.len(), actors);
    articles
        .par_iter()
        .zip(texts)
        .zip(&mentions)
        .enumerate()
        .filter(|_| wanted())
        .flat_map_iter(|(index, ((article, text), mentions))| {
            find(index, &Reading::new(article, text), &mut Stage::new(&cast, mentions))
        })
        .collect()
}

/// Finds the claims of a dossier, by article, then by position.
///
/// `articles` and `texts` run in parallel; `actors` are those of [`crate::actors::find`].
pub fn find(articles: &[Article], texts: &[Text], actors: &[Actor]) -> Vec<Claim> {
    find_while(articles, texts, actors, &|| true)
}

/// As [`find`], for as long as it is `wanted`; what it gives once it is not means nothing.
pub fn find_while(
    articles: &[Article],
    texts: &[Text],
    actors: &[Actor],
    wanted: &(dyn Fn() -> bool + Sync),
) -> Vec<Claim> {
    let mut claims = by_article(articles, texts, actors, wanted, extract::claims);
    for (number, claim) in claims.iter_mut().enumerate() {
        claim.id = format!("c{}", number + 1);
    }
    claims
}
