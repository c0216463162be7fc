//! The JSON contract, `recoupe.dossier/1`, and the smaller objects of the other commands.
//!
//! Offsets count Unicode code points of the article's text, as the text-position selector of the W3C
//! Web Annotation model does. A field may be added; none changes its meaning without a new schema.

use std::io::{self, Write};

use serde::Serialize;

use super::compare::{Match, Row};
use super::find::Findings;
use crate::align::Passage;
use crate::dossier::Dossier;
use crate::search::Target;

mod escape;
mod offsets;
mod records;

use escape::Harmless;
use records::{Each, PassageJson, Quoted, Records, rounded};

fn put(value: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    value
        .serialize(&mut serde_json::Serializer::with_formatter(&mut *out, Harmless))
        .map_err(io::Error::from)?;
    out.write_all(b"\n")
}

#[derive(Serialize)]
struct UnreadJson<'a> {
    source: &'a str,
    reason: String,
}

/// Writes a whole dossier as one JSON object, `recoupe.dossier/1`.
///
/// # Errors
/// When `out` cannot be written to.
pub fn write(dossier: &Dossier, out: &mut dyn Write) -> io::Result<()> {
    #[derive(Serialize)]
    struct Document<'a, A, B, C, D, E, U> {
        schema: &'static str,
        title: Option<&'a str>,
        articles: A,
        actors: B,
        claims: C,
        figures: D,
        alignments: E,
        unread: U,
    }
    let records = Records::new(dossier);
    let document = Document {
        schema: "recoupe.dossier/1",
        title: dossier.title.as_deref(),
        articles: Each(|| (0..dossier.articles.len()).map(|at| records.article(at))),
        actors: Each(|| dossier.actors.iter().map(|actor| records.actor(actor))),
        claims: Each(|| dossier.claims.iter().map(|claim| records.claim(claim))),
        figures: Each(|| dossier.figures.iter().map(|figure| records.figure(figure))),
        alignments: Each(|| dossier.alignments.iter().map(|pair| records.alignment(pair))),
        unread: Each(|| {
            dossier
                .unread
                .iter()
                .map(|file| UnreadJson { source: &file.source, reason: file.reason.to_string() })
        }),
    };
    put(&document, out)
}

/// Writes the claims at `chosen` as `recoupe.claims/1`.
///
/// # Errors
/// When `out` cannot be written to.
pub fn claims(dossier: &Dossier, chosen: &[usize], out: &mut dyn Write) -> io::Result<()> {
    #[derive(Serialize)]
    struct Document<T> {
        schema: &'static str,
        claims: T,
    }
    let records = Records::new(dossier);
    let claims = Each(|| chosen.iter().map(|&at| records.claim(&dossier.claims[at])));
    put(&Document { schema: "recoupe.claims/1", claims }, out)
}

/// Writes the actors at `chosen` as `recoupe.actors/1`.
///
/// # Errors
/// When `out` cannot be written to.
pub fn actors(dossier: &Dossier, chosen: &[usize], out: &mut dyn Write) -> io::Result<()> {
    #[derive(Serialize)]
    struct Document<T> {
        schema: &'static str,
        actors: T,
    }
    let records = Records::new(dossier);
    let actors = Each(|| chosen.iter().map(|&at| records.actor(&dossier.actors[at])));
    put(&Document { schema: "recoupe.actors/1", actors }, out)
}

/// Writes every figure as `recoupe.figures/1`.
///
/// # Errors
/// When `out` cannot be written to.
pub fn figures(dossier: &Dossier, out: &mut dyn Write) -> io::Result<()> {
    #[derive(Serialize)]
    struct Document<T> {
        schema: &'static str,
        figures: T,
    }
    let records = Records::new(dossier);
    let figures = Each(|| dossier.figures.iter().map(|figure| records.figure(figure)));
    put(&Document { schema: "recoupe.figures/1", figures }, out)
}

#[derive(Serialize)]
struct CellJson<'a> {
    says: &'static str,
    #[serde(flatten)]
    passage: PassageJson<'a>,
    text: &'a str,
}

#[derive(Serialize)]
struct FactJson<'a> {
    label: &'a str,
    breadth: usize,
    disputed: bool,
    cells: Vec<CellJson<'a>>,
    absent: Vec<&'a str>,
}

/// Writes who has which fact as `recoupe.coverage/1`: a cell for each article that has a fact, and
/// the articles in which no match was found.
///
/// # Errors
/// When `out` cannot be written to.
pub fn coverage(dossier: &Dossier, out: &mut dyn Write) -> io::Result<()> {
    #[derive(Serialize)]
    struct Document<T> {
        schema: &'static str,
        facts: T,
    }
    let records = Records::new(dossier);
    let fact = |fact: &crate::dossier::coverage::Fact| {
        let mut cells = Vec::new();
        let mut absent = Vec::new();
        for article in 0..dossier.articles.len() {
            match fact.cell(article) {
                Some(cell) => cells.push(CellJson {
                    says: super::coverage::name(cell.says),
                    passage: records.passage(cell.passage),
                    text: cell.passage.span.of(&dossier.articles[article].text),
                }),
                None => absent.push(dossier.articles[article].id.as_str()),
            }
        }
        FactJson {
            label: fact.label.span.of(&dossier.articles[fact.label.article].text),
            breadth: fact.breadth(),
            disputed: fact.disputed(),
            cells,
            absent,
        }
    };
    put(
        &Document { schema: "recoupe.coverage/1", facts: Each(|| dossier.coverage.facts.iter().map(fact)) },
        out,
    )
}

#[derive(Serialize)]
struct RowJson<'a> {
    a: Option<Quoted<'a>>,
    b: Option<Quoted<'a>>,
    relation: &'static str,
    score: Option<f64>,
    why: Vec<String>,
}

/// Writes two articles row by row as `recoupe.compare/1`; a passage without a match stands alone in
/// its row, as `only_a` or `only_b`.
///
/// # Errors
/// When `out` cannot be written to.
pub fn compare(dossier: &Dossier, pair: [usize; 2], rows: &[Row], out: &mut dyn Write) -> io::Result<()> {
    #[derive(Serialize)]
    struct Document<'a, T> {
        schema: &'static str,
        a: &'a str,
        b: &'a str,
        rows: T,
    }
    let records = Records::new(dossier);
    let [a, b] = pair;
    let row = |row: &Row| {
        let alignment = match row.matched {
            Match::Pair(at) => dossier.alignments.get(at),
            Match::OnlyLeft | Match::OnlyRight => None,
        };
        RowJson {
            a: row.left.map(|span| records.quoted(a, span)),
            b: row.right.map(|span| records.quoted(b, span)),
            relation: alignment
                .map_or(if row.left.is_some() { "only_a" } else { "only_b" }, |pair| pair.relation.name()),
            score: alignment.map(|pair| rounded(pair.score)),
            why: alignment.map(|pair| pair.why.iter().map(ToString::to_string).collect()).unwrap_or_default(),
        }
    };
    let document = Document {
        schema: "recoupe.compare/1",
        a: &dossier.articles[a].id,
        b: &dossier.articles[b].id,
        rows: Each(|| rows.iter().map(row)),
    };
    put(&document, out)
}

/// Writes every aligned pair with its words as `recoupe.alignments/1`.
///
/// # Errors
/// When `out` cannot be written to.
pub fn alignments(dossier: &Dossier, out: &mut dyn Write) -> io::Result<()> {
    #[derive(Serialize)]
    struct PairJson<'a> {
        #[serde(flatten)]
        pair: records::AlignmentJson<'a>,
        texts: [&'a str; 2],
    }
    #[derive(Serialize)]
    struct Document<T> {
        schema: &'static str,
        alignments: T,
    }
    let records = Records::new(dossier);
    let text = |passage: Passage| passage.span.of(&dossier.articles[passage.article].text);
    let alignments = Each(|| {
        dossier
            .alignments
            .iter()
            .map(|pair| PairJson { pair: records.alignment(pair), texts: [text(pair.a), text(pair.b)] })
    });
    put(&Document { schema: "recoupe.alignments/1", alignments }, out)
}

#[derive(Serialize)]
struct HitJson<'a> {
    kind: &'static str,
    id: Option<&'a str>,
    text: &'a str,
    detail: &'a str,
    place: Option<PassageJson<'a>>,
    score: i64,
}

/// Writes what a query found as `recoupe.find/1`, best first.
///
/// # Errors
/// When `out` cannot be written to.
pub fn find(dossier: &Dossier, findings: &Findings, out: &mut dyn Write) -> io::Result<()> {
    #[derive(Serialize)]
    struct Document<T> {
        schema: &'static str,
        total: usize,
        hits: T,
    }
    let records = Records::new(dossier);
    let hits = findings.hits().map(|(hit, entry)| HitJson {
        kind: entry.kind.name(),
        id: match &entry.target {
            Target::Article(at) => dossier.articles.get(*at).map(|article| article.id.as_str()),
            Target::Actor(at) => dossier.actors.get(*at).map(|actor| actor.id.as_str()),
            Target::Claim(at) => dossier.claims.get(*at).map(|claim| claim.id.as_str()),
            Target::Figure(_) | Target::Passage(_) | Target::Command(_) => None,
        },
        text: findings.label(entry),
        detail: findings.detail(entry),
        place: entry.place.map(|place| records.passage(place)),
        score: hit.score,
    });
    let hits: Vec<HitJson<'_>> = hits.collect();
    put(&Document { schema: "recoupe.find/1", total: findings.total(), hits }, out)
}
