//! The JSON contract, `recoupe.dossier/1`, and the smaller objects of the other commands.
//!
//! Offsets count Unicode code points of the article's text, as the text-position selector of the W3C
//! Web Annotation model does. A field may be added; none changes its meaning without a new schema.

use std::io::{self, Write};

use serde::Serialize;

use super::figures::Sort;
use super::find::Findings;
use crate::dossier::{Dossier, echoes};
use crate::search::Target;

mod compare;
mod coverage;
mod escape;
mod offsets;
mod records;

pub use compare::{against, alignments, compare};
pub use coverage::coverage;
use escape::Harmless;
use records::{ClaimJson, Each, PassageJson, Records};

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
    struct Document<'a, A, B, K, C, D, E, U> {
        schema: &'static str,
        title: Option<&'a str>,
        articles: A,
        actors: B,
        corrections: K,
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
        actors: Each(|| (0..dossier.actors.len()).map(|at| records.actor(at))),
        corrections: Each(|| dossier.corrections.iter().map(records::correction)),
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

/// Writes the claims at `chosen` as `recoupe.claims/1`, each with the passages that tell the same.
///
/// # Errors
/// When `out` cannot be written to.
pub fn claims(dossier: &Dossier, chosen: &[usize], out: &mut dyn Write) -> io::Result<()> {
    #[derive(Serialize)]
    struct Document<T> {
        schema: &'static str,
        claims: T,
    }
    #[derive(Serialize)]
    struct EchoJson<'a> {
        relation: &'static str,
        #[serde(flatten)]
        passage: PassageJson<'a>,
    }
    #[derive(Serialize)]
    struct Told<'a> {
        #[serde(flatten)]
        claim: ClaimJson<'a>,
        elsewhere: Vec<EchoJson<'a>>,
    }
    let records = Records::new(dossier);
    let claims = Each(|| {
        chosen.iter().map(|&at| {
            let claim = &dossier.claims[at];
            let elsewhere = echoes::of(dossier, claim.article, claim.span).into_iter().map(|echo| EchoJson {
                relation: echo.relation.name(),
                passage: records.passage(echo.passage),
            });
            Told { claim: records.claim(claim), elsewhere: elsewhere.collect() }
        })
    });
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
    let actors = Each(|| chosen.iter().map(|&at| records.actor(at)));
    put(&Document { schema: "recoupe.actors/1", actors }, out)
}

/// Writes the figures at `chosen` as `recoupe.figures/1`, and the quantities that they give values of:
/// each value names its figures by their places in this list.
///
/// # Errors
/// When `out` cannot be written to.
pub fn figures(dossier: &Dossier, chosen: &[usize], out: &mut dyn Write) -> io::Result<()> {
    #[derive(Serialize)]
    struct Document<T, Q> {
        schema: &'static str,
        figures: T,
        quantities: Q,
    }
    #[derive(Serialize)]
    struct QuantityJson<'a> {
        label: &'a str,
        stands: &'static str,
        values: Vec<ValueJson<'a>>,
    }
    #[derive(Serialize)]
    struct ValueJson<'a> {
        articles: Vec<&'a str>,
        figures: Vec<usize>,
    }
    let records = Records::new(dossier);
    let mut quantities: Vec<usize> =
        chosen.iter().filter_map(|&at| dossier.coverage.quantity_of.get(at).copied()).collect();
    quantities.sort_unstable();
    quantities.dedup();
    let figures = Each(|| chosen.iter().map(|&at| records.figure(&dossier.figures[at])));
    let quantities = Each(|| {
        quantities.iter().map(|&at| {
            let quantity = &dossier.coverage.quantities[at];
            let values = quantity.values(dossier).into_iter().filter_map(|value| {
                let places = value.figures.iter().filter_map(|figure| chosen.binary_search(figure).ok());
                let figures: Vec<usize> = places.collect();
                let mut articles: Vec<&str> = figures
                    .iter()
                    .map(|&at| dossier.articles[dossier.figures[chosen[at]].article].id.as_str())
                    .collect();
                articles.dedup();
                (!figures.is_empty()).then_some(ValueJson { articles, figures })
            });
            QuantityJson {
                label: &quantity.label,
                stands: Sort::of(quantity).name(),
                values: values.collect(),
            }
        })
    });
    put(&Document { schema: "recoupe.figures/1", figures, quantities }, out)
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
