//! The JSON contract, `recoupe.dossier/1`.
//!
//! Offsets count Unicode code points of the article's text, as the text-position selector of the W3C
//! Web Annotation model does.

use serde::Serialize;

use crate::align::Passage;
use crate::article::{Article, Span};
use crate::dossier::Dossier;

/// Writes a whole dossier as one JSON object.
///
/// # Errors
/// When `out` cannot be written to.
pub fn write(dossier: &Dossier, out: &mut dyn std::io::Write) -> std::io::Result<()> {
    serde_json::to_writer(&mut *out, &Document::new(dossier)).map_err(std::io::Error::from)?;
    out.write_all(b"\n")
}

#[derive(Serialize)]
struct Document<'a> {
    schema: &'static str,
    articles: Vec<ArticleJson<'a>>,
    actors: Vec<ActorJson<'a>>,
    claims: Vec<ClaimJson<'a>>,
    figures: Vec<FigureJson<'a>>,
    alignments: Vec<AlignmentJson<'a>>,
}

#[derive(Serialize)]
struct OutletJson<'a> {
    name: &'a str,
    evidence: &'static str,
}

#[derive(Serialize)]
struct BlockJson {
    kind: &'static str,
    #[serde(flatten)]
    at: Offsets,
}

#[derive(Serialize)]
struct ArticleJson<'a> {
    id: &'a str,
    source: &'a str,
    outlet: Option<OutletJson<'a>>,
    title: Option<&'a str>,
    published: Option<String>,
    authors: &'a [String],
    language: Option<&'static str>,
    encoding: &'a str,
    text: &'a str,
    blocks: Vec<BlockJson>,
    sentences: Vec<Offsets>,
}

#[derive(Serialize)]
struct MentionJson<'a> {
    article: &'a str,
    #[serde(flatten)]
    at: Offsets,
    form: &'static str,
}

#[derive(Serialize)]
struct ActorJson<'a> {
    id: &'a str,
    name: &'a str,
    kind: &'static str,
    aliases: &'a [String],
    roles: Vec<&'a str>,
    mentions: Vec<MentionJson<'a>>,
}

#[derive(Serialize)]
struct Quoted<'a> {
    #[serde(flatten)]
    at: Offsets,
    text: &'a str,
}

#[derive(Serialize)]
struct CueJson<'a> {
    #[serde(flatten)]
    at: Offsets,
    text: &'a str,
    lemma: &'a str,
}

#[derive(Serialize)]
struct ClaimJson<'a> {
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
    hedged: bool,
}

#[derive(Serialize)]
struct FigureJson<'a> {
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
#[derive(Serialize)]
#[serde(untagged)]
enum Number {
    Whole(i64),
    Real(f64),
}

#[derive(Serialize)]
struct PassageJson<'a> {
    article: &'a str,
    #[serde(flatten)]
    at: Offsets,
}

#[derive(Serialize)]
struct AlignmentJson<'a> {
    a: PassageJson<'a>,
    b: PassageJson<'a>,
    relation: &'static str,
    score: f64,
    why: Vec<String>,
}

#[derive(Serialize, Clone, Copy)]
struct Offsets {
    start: usize,
    end: usize,
}

/// Turns byte offsets of one article into code points without counting from the start each time.
struct CodePoints {
    /// The code points before every 64th byte.
    marks: Vec<usize>,
}

impl CodePoints {
    const STEP: usize = 64;

    fn new(text: &str) -> Self {
        let mut marks = Vec::with_capacity(text.len() / Self::STEP + 1);
        let mut count = 0;
        for (at, byte) in text.bytes().enumerate() {
            if at % Self::STEP == 0 {
                marks.push(count);
            }
            count += usize::from(byte & 0xC0 != 0x80);
        }
        Self { marks }
    }

    fn at(&self, text: &str, byte: usize) -> usize {
        let byte = byte.min(text.len());
        let mark = byte / Self::STEP;
        let Some(&before) = self.marks.get(mark) else { return text.chars().count() };
        let rest = &text.as_bytes()[mark * Self::STEP..byte];
        before + rest.iter().filter(|&&b| b & 0xC0 != 0x80).count()
    }

    fn span(&self, text: &str, span: Span) -> Offsets {
        Offsets { start: self.at(text, span.start), end: self.at(text, span.end) }
    }
}

impl<'a> Document<'a> {
    fn new(dossier: &'a Dossier) -> Self {
        let points: Vec<CodePoints> =
            dossier.articles.iter().map(|article| CodePoints::new(&article.text)).collect();
        let offsets =
            |article: usize, span: Span| points[article].span(&dossier.articles[article].text, span);
        let words = |article: usize, span: Span| span.of(&dossier.articles[article].text);
        let id = |article: usize| dossier.articles[article].id.as_str();
        let passage = |passage: Passage| PassageJson {
            article: id(passage.article),
            at: offsets(passage.article, passage.span),
        };
        Self {
            schema: "recoupe.dossier/1",
            articles: dossier
                .articles
                .iter()
                .enumerate()
                .map(|(at, article)| {
                    article_json(article, &dossier.texts[at].sentences, &|span| offsets(at, span))
                })
                .collect(),
            actors: dossier
                .actors
                .iter()
                .map(|actor| ActorJson {
                    id: &actor.id,
                    name: &actor.name,
                    kind: actor.kind.name(),
                    aliases: &actor.aliases,
                    roles: actor.roles.iter().map(|role| role.text.as_str()).collect(),
                    mentions: actor
                        .mentions
                        .iter()
                        .map(|mention| MentionJson {
                            article: id(mention.article),
                            at: offsets(mention.article, mention.span),
                            form: mention.form.name(),
                        })
                        .collect(),
                })
                .collect(),
            claims: dossier
                .claims
                .iter()
                .map(|claim| {
                    let speakers: Vec<&str> =
                        claim.speakers.iter().map(|&at| dossier.actors[at].id.as_str()).collect();
                    ClaimJson {
                        id: &claim.id,
                        article: id(claim.article),
                        at: offsets(claim.article, claim.span),
                        text: words(claim.article, claim.span),
                        kind: claim.kind.name(),
                        speaker: speakers.first().copied(),
                        speakers,
                        speaker_text: claim.speaker_text.map(|span| Quoted {
                            at: offsets(claim.article, span),
                            text: words(claim.article, span),
                        }),
                        cue: claim.cue.as_ref().map(|cue| CueJson {
                            at: offsets(claim.article, cue.span),
                            text: words(claim.article, cue.span),
                            lemma: &cue.lemma,
                        }),
                        via: claim.via.as_deref(),
                        hedged: claim.hedged,
                    }
                })
                .collect(),
            figures: dossier
                .figures
                .iter()
                .map(|figure| FigureJson {
                    article: id(figure.article),
                    at: offsets(figure.article, figure.span),
                    text: words(figure.article, figure.span),
                    value: figure.value.map(number),
                    unit: figure.unit.as_deref(),
                    qualifier: figure.qualifier.as_deref(),
                    of: figure.of.as_deref(),
                })
                .collect(),
            alignments: dossier
                .alignments
                .iter()
                .map(|pair| AlignmentJson {
                    a: passage(pair.a),
                    b: passage(pair.b),
                    relation: pair.relation.name(),
                    score: (f64::from(pair.score) * 1000.0).round() / 1000.0,
                    why: pair.why.iter().map(ToString::to_string).collect(),
                })
                .collect(),
        }
    }
}

fn article_json<'a>(
    article: &'a Article,
    sentences: &[crate::text::Sentence],
    offsets: &dyn Fn(Span) -> Offsets,
) -> ArticleJson<'a> {
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
        language: article.language.map(crate::lang::Language::code),
        encoding: &article.encoding,
        text: &article.text,
        blocks: article
            .blocks
            .iter()
            .map(|block| BlockJson { kind: block.kind.name(), at: offsets(block.span) })
            .collect(),
        sentences: sentences.iter().map(|sentence| offsets(sentence.span)).collect(),
    }
}

/// Whole numbers up to 2^53 are written as such, since that is how outlets print them.
fn number(value: f64) -> Number {
    if value.fract() == 0.0 && value.abs() < 9e15 { Number::Whole(value as i64) } else { Number::Real(value) }
}
