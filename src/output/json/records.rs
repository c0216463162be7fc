//! Records of the JSON contract, and how a dossier's findings become them.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

use crate::actors::Alias;
use crate::align::{Alignment, Passage};
use crate::article::Span;
use crate::claims::{Claim, Figure};
use crate::dossier::{Dossier, Kept};
use crate::source::Repairs;

use super::offsets::{CodePoints, Offsets};

/// Who published an article.
#[derive(Debug, Serialize)]
pub struct OutletJson<'a> {
    name: &'a str,
    evidence: &'static str,
}

/// A part of the page.
#[derive(Debug, Serialize)]
pub struct BlockJson {
    kind: &'static str,
    #[serde(flatten)]
    at: Offsets,
}

/// One article.
#[derive(Debug, Serialize)]
pub struct ArticleJson<'a> {
    id: &'a str,
    source: &'a str,
    outlet: Option<OutletJson<'a>>,
    title: Option<&'a str>,
    published: Option<String>,
    authors: &'a [String],
    address: Option<&'a str>,
    language: Option<&'static str>,
    encoding: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    repairs: Option<RepairsJson>,
    text: &'a str,
    blocks: Vec<BlockJson>,
    sentences: Vec<Offsets>,
}

/// What was mended in an article's text so that it could be read; left out where nothing was.
#[derive(Debug, Serialize)]
struct RepairsJson {
    characters_in_another_encoding: usize,
    #[serde(skip_serializing_if = "str::is_empty")]
    other_encoding: &'static str,
    unreadable_places: usize,
    places_decoded_twice: usize,
}

impl RepairsJson {
    fn of(repairs: Repairs) -> Option<Self> {
        repairs.any().then_some(Self {
            characters_in_another_encoding: repairs.foreign,
            other_encoding: repairs.foreign_encoding,
            unreadable_places: repairs.broken,
            places_decoded_twice: repairs.doubled,
        })
    }
}

/// A place that names an actor.
#[derive(Debug, Serialize)]
pub struct MentionJson<'a> {
    article: &'a str,
    #[serde(flatten)]
    at: Offsets,
    form: &'static str,
}

/// Somebody or something that acts.
#[derive(Debug, Serialize)]
pub struct ActorJson<'a> {
    id: &'a str,
    name: &'a str,
    kind: &'static str,
    aliases: Vec<&'a str>,
    roles: Vec<&'a str>,
    mentions: Vec<MentionJson<'a>>,
    names: Vec<NameJson<'a>>,
    descriptions: Vec<NameJson<'a>>,
    roles_by_outlet: Vec<RoleJson<'a>>,
    claims_by: Vec<&'a str>,
    claims_about: Vec<&'a str>,
    edited: bool,
}

/// A name of an actor beside the one shown, or a description of it, and why it is taken for its.
#[derive(Debug, Serialize)]
pub struct NameJson<'a> {
    text: &'a str,
    count: usize,
    joined: &'static str,
    confidence: f64,
    unsure: bool,
}

/// What an outlet says an actor is, and where.
#[derive(Debug, Serialize)]
pub struct RoleJson<'a> {
    text: &'a str,
    outlet: &'a str,
    article: &'a str,
    #[serde(flatten)]
    at: Offsets,
}

/// A stretch of text with its words.
#[derive(Debug, Serialize)]
pub struct Quoted<'a> {
    #[serde(flatten)]
    at: Offsets,
    text: &'a str,
}

/// What attributes a claim.
#[derive(Debug, Serialize)]
pub struct CueJson<'a> {
    #[serde(flatten)]
    at: Offsets,
    text: &'a str,
    lemma: &'a str,
    force: &'static str,
    polarity: &'static str,
}

/// Who said what.
#[derive(Debug, Serialize)]
pub struct ClaimJson<'a> {
    id: &'a str,
    article: &'a str,
    #[serde(flatten)]
    at: Offsets,
    text: &'a str,
    kind: &'static str,
    speaker: Option<&'a str>,
    speakers: Vec<&'a str>,
    speaker_text: Option<Quoted<'a>>,
    cue: Option<CueJson<'a>>,
    via: Option<&'a str>,
    on_behalf_of: Option<&'a str>,
    hedged: bool,
}

/// A checkable quantity.
#[derive(Debug, Serialize)]
pub struct FigureJson<'a> {
    article: &'a str,
    #[serde(flatten)]
    at: Offsets,
    text: &'a str,
    value: Option<Number>,
    unit: Option<&'a str>,
    qualifier: Option<&'a str>,
    of: Option<&'a str>,
}

/// A number that is written without a fraction where it has none.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum Number {
    /// A whole number.
    Whole(i64),
    /// Any other one.
    Real(f64),
}

/// A passage of an article.
#[derive(Debug, Serialize)]
pub struct PassageJson<'a> {
    article: &'a str,
    #[serde(flatten)]
    at: Offsets,
    /// The part of it that matches, where that is less than the passage.
    #[serde(skip_serializing_if = "Option::is_none")]
    part: Option<Offsets>,
}

/// Two passages that tell the same thing.
#[derive(Debug, Serialize)]
pub struct AlignmentJson<'a> {
    a: PassageJson<'a>,
    b: PassageJson<'a>,
    relation: &'static str,
    score: f64,
    why: Vec<String>,
}

/// A list that is made while it is written, so that a large dossier is never held twice.
pub struct Each<F>(pub F);

impl<F, I> Serialize for Each<F>
where
    F: Fn() -> I,
    I: Iterator<Item: Serialize>,
{
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((self.0)())
    }
}

/// A dossier with its offsets counted.
#[derive(Debug)]
pub struct Records<'a> {
    dossier: &'a Dossier,
    points: Vec<CodePoints>,
}

impl<'a> Records<'a> {
    /// Counts the code points of every article.
    pub fn new(dossier: &'a Dossier) -> Self {
        let points = dossier.articles.iter().map(|article| CodePoints::new(&article.text)).collect();
        Self { dossier, points }
    }

    fn id(&self, article: usize) -> &'a str {
        self.dossier.articles.get(article).map_or("", |article| article.id.as_str())
    }

    fn offsets(&self, article: usize, span: Span) -> Offsets {
        self.points[article].span(&self.dossier.articles[article].text, span)
    }

    /// The words under a span, and where they stand.
    pub fn quoted(&self, article: usize, span: Span) -> Quoted<'a> {
        Quoted { at: self.offsets(article, span), text: span.of(&self.dossier.articles[article].text) }
    }

    /// The article at `index`.
    pub fn article(&self, index: usize) -> ArticleJson<'a> {
        let article = &self.dossier.articles[index];
        ArticleJson {
            id: &article.id,
            source: &article.source,
            outlet: article
                .outlet
                .as_ref()
                .map(|outlet| OutletJson { name: &outlet.name, evidence: outlet.evidence.name() }),
            title: article.title.as_deref(),
            published: article.published.map(|date| date.to_string()),
            authors: &article.authors,
            address: article.address.as_deref(),
            language: article.language.map(crate::lang::Language::code),
            encoding: &article.encoding,
            repairs: RepairsJson::of(article.repairs),
            text: &article.text,
            blocks: article
                .blocks
                .iter()
                .map(|block| BlockJson { kind: block.kind.name(), at: self.offsets(index, block.span) })
                .collect(),
            sentences: self.dossier.texts[index]
                .sentences
                .iter()
                .map(|sentence| self.offsets(index, sentence.span))
                .collect(),
        }
    }

    /// The actor at `index` with all its mentions.
    pub fn actor(&self, index: usize) -> ActorJson<'a> {
        let actor = &self.dossier.actors[index];
        let mut roles: Vec<&str> = Vec::new();
        for role in &actor.roles {
            if !roles.contains(&role.text.as_str()) {
                roles.push(&role.text);
            }
        }
        ActorJson {
            id: &actor.id,
            name: &actor.name,
            kind: actor.kind.name(),
            aliases: actor.names().skip(1).collect(),
            roles,
            mentions: actor
                .mentions
                .iter()
                .map(|mention| MentionJson {
                    article: self.id(mention.article),
                    at: self.offsets(mention.article, mention.span),
                    form: mention.form.name(),
                })
                .collect(),
            names: actor.aliases.iter().map(named).collect(),
            descriptions: actor.descriptions.iter().map(named).collect(),
            roles_by_outlet: actor
                .roles
                .iter()
                .map(|role| RoleJson {
                    text: &role.text,
                    outlet: self.dossier.articles.get(role.article).map_or("", |page| page.label()),
                    article: self.id(role.article),
                    at: self.offsets(role.article, role.span),
                })
                .collect(),
            claims_by: self.claim_ids(self.dossier.index.by.get(index)),
            claims_about: self.claim_ids(self.dossier.index.about.get(index)),
            edited: actor.edited,
        }
    }

    fn claim_ids(&self, claims: Option<&Vec<usize>>) -> Vec<&'a str> {
        let claims = claims.into_iter().flatten();
        claims.filter_map(|&at| self.dossier.claims.get(at)).map(|claim| claim.id.as_str()).collect()
    }

    /// A claim with its source and its cue.
    pub fn claim(&self, claim: &'a Claim) -> ClaimJson<'a> {
        let speakers: Vec<&str> =
            claim.speakers.iter().map(|&at| self.dossier.actors[at].id.as_str()).collect();
        let content = self.quoted(claim.article, claim.span);
        ClaimJson {
            id: &claim.id,
            article: self.id(claim.article),
            at: content.at,
            text: content.text,
            kind: claim.kind.name(),
            speaker: speakers.first().copied(),
            speakers,
            speaker_text: claim.speaker_text.map(|span| self.quoted(claim.article, span)),
            cue: claim.cue.as_ref().map(|cue| {
                let words = self.quoted(claim.article, cue.span);
                CueJson {
                    at: words.at,
                    text: words.text,
                    lemma: &cue.lemma,
                    force: cue.force.name(),
                    polarity: cue.polarity.name(),
                }
            }),
            via: claim.via.as_deref(),
            on_behalf_of: claim.on_behalf_of.as_ref().map(|body| body.name.as_str()),
            hedged: claim.hedged,
        }
    }

    /// A figure with its value.
    pub fn figure(&self, figure: &'a Figure) -> FigureJson<'a> {
        let words = self.quoted(figure.article, figure.span);
        FigureJson {
            article: self.id(figure.article),
            at: words.at,
            text: words.text,
            value: figure.value.map(number),
            unit: figure.unit.as_deref(),
            qualifier: figure.qualifier.as_deref(),
            of: figure.of.as_deref(),
        }
    }

    /// A passage without its words.
    pub fn passage(&self, passage: Passage) -> PassageJson<'a> {
        let at = self.offsets(passage.article, passage.span);
        PassageJson { article: self.id(passage.article), at, part: None }
    }

    fn side(&self, passage: Passage, part: Option<Span>) -> PassageJson<'a> {
        let part = part.map(|part| self.offsets(passage.article, part));
        PassageJson { part, ..self.passage(passage) }
    }

    /// A pair of passages.
    pub fn alignment(&self, pair: &Alignment) -> AlignmentJson<'a> {
        AlignmentJson {
            a: self.side(pair.a, pair.parts[0]),
            b: self.side(pair.b, pair.parts[1]),
            relation: pair.relation.name(),
            score: rounded(pair.score),
            why: pair.why.iter().map(ToString::to_string).collect(),
        }
    }
}

/// A correction with the keys that the sidecar writes it with.
pub fn correction(kept: &Kept) -> BTreeMap<&'static str, &str> {
    kept.correction.pairs().into_iter().collect()
}

fn named(alias: &Alias) -> NameJson<'_> {
    NameJson {
        text: &alias.name,
        count: alias.count,
        joined: alias.by.name(),
        confidence: rounded(alias.confidence),
        unsure: alias.is_unsure(),
    }
}

/// A score to three decimals: more would only look exact.
pub fn rounded(score: f32) -> f64 {
    (f64::from(score) * 1000.0).round() / 1000.0
}

/// Whole numbers up to 2^53 are written as such, since that is how outlets print them.
fn number(value: f64) -> Number {
    if value.fract() == 0.0 && value.abs() < 9e15 { Number::Whole(value as i64) } else { Number::Real(value) }
}
