//! Two articles level with one another, and aligned pairs, as JSON.

use std::io::{self, Write};

use serde::Serialize;

use super::super::compare::{Against, Comparison};
use super::put;
use super::records::{AlignmentJson, Each, PassageJson, Quoted, Records, rounded};
use crate::align::{Passage, Relation};
use crate::dossier::Dossier;
use crate::dossier::level::{Filter, Told};

#[derive(Serialize)]
struct RowJson<'a> {
    a: Option<Quoted<'a>>,
    b: Option<Quoted<'a>>,
    relation: &'static str,
    score: Option<f64>,
    why: Vec<String>,
    crossing: bool,
    /// Whether `a` stood in the record before already, with another `b`.
    continued: bool,
    /// Whether `b` has its own place in another record.
    again: bool,
    /// Whether its article tells `b` earlier or later than the first one does.
    moved: bool,
}

/// Writes two articles row by row as `recoupe.compare/1`; a passage without a match stands alone in
/// its row, as `only_a` or `only_b`.
///
/// # Errors
/// When `out` cannot be written to.
pub fn compare(dossier: &Dossier, comparison: &Comparison, out: &mut dyn Write) -> io::Result<()> {
    #[derive(Serialize)]
    struct Document<'a, T> {
        schema: &'static str,
        a: &'a str,
        b: &'a str,
        strength: f64,
        rows: T,
    }
    let records = Records::new(dossier);
    let [a, b] = comparison.articles;
    let rows = Each(|| {
        comparison.facing().map(|facing| {
            let pair = comparison.pair(dossier, &facing);
            let alone = if facing.left.is_some() { "only_a" } else { "only_b" };
            RowJson {
                a: facing.left.map(|told| records.quoted(a, told.span)),
                b: facing.right.map(|told| records.quoted(b, told.span)),
                relation: pair.map_or(alone, |pair| pair.relation.name()),
                score: pair.map(|pair| rounded(pair.score)),
                why: comparison.reasons(dossier, &facing).iter().map(ToString::to_string).collect(),
                crossing: pair.is_some_and(|pair| pair.crossing),
                continued: facing.continued,
                again: facing.right.is_some_and(|told| told.again),
                moved: facing.right.is_some_and(|told| told.moved && pair.is_some()),
            }
        })
    });
    let document = Document {
        schema: "recoupe.compare/1",
        a: &dossier.articles[a].id,
        b: &dossier.articles[b].id,
        strength: rounded(comparison.cut.score()),
        rows,
    };
    put(&document, out)
}

/// Writes one article against others as `recoupe.against/1`: a record for each of its passages, with what
/// each of the others makes of it and in which of them no match was found.
///
/// # Errors
/// When `out` cannot be written to.
pub fn against(dossier: &Dossier, against: &Against, out: &mut dyn Write) -> io::Result<()> {
    #[derive(Serialize)]
    struct ToldJson<'a> {
        #[serde(flatten)]
        passage: PassageJson<'a>,
        text: &'a str,
        /// None for the passage that the others are held against.
        relation: Option<&'static str>,
        score: Option<f64>,
        why: Vec<String>,
        crossing: bool,
    }
    #[derive(Serialize)]
    struct RowJson<'a> {
        told: Vec<ToldJson<'a>>,
        absent: Vec<&'a str>,
    }
    #[derive(Serialize)]
    struct Document<'a, T> {
        schema: &'static str,
        article: Option<&'a str>,
        others: Vec<&'a str>,
        strength: f64,
        rows: T,
    }
    let records = Records::new(dossier);
    let id = |at: usize| dossier.articles[at].id.as_str();
    let told = |told: &Told| {
        let article = against.articles[told.column];
        let pair = against.pair(dossier, told);
        ToldJson {
            passage: records.passage(Passage { article, span: told.span }),
            text: told.span.of(&dossier.articles[article].text),
            relation: pair.map(|pair| pair.relation.name()),
            score: pair.map(|pair| rounded(pair.score)),
            why: against.reasons(dossier, told).iter().map(ToString::to_string).collect(),
            crossing: pair.is_some_and(|pair| pair.crossing),
        }
    };
    let rows = Each(|| {
        against.rows.iter().map(|row| RowJson {
            told: row.told.iter().map(told).collect(),
            absent: against.silent(row).map(id).collect(),
        })
    });
    let document = Document {
        schema: "recoupe.against/1",
        article: against.articles.first().map(|&at| id(at)),
        others: against.articles.iter().skip(1).map(|&at| id(at)).collect(),
        strength: rounded(dossier.cut.score()),
        rows,
    };
    put(&document, out)
}

/// Writes the aligned pairs that a filter lets through, with their words, as `recoupe.alignments/1`;
/// gives how many there are.
///
/// # Errors
/// When `out` cannot be written to.
pub fn alignments(dossier: &Dossier, filter: Filter, out: &mut dyn Write) -> io::Result<usize> {
    #[derive(Serialize)]
    struct PairJson<'a> {
        #[serde(flatten)]
        pair: AlignmentJson<'a>,
        texts: [&'a str; 2],
    }
    #[derive(Serialize)]
    struct Document<T> {
        schema: &'static str,
        alignments: T,
    }
    let records = Records::new(dossier);
    let text = |passage: Passage| passage.span.of(&dossier.articles[passage.article].text);
    let lets = |relation: Relation| match filter {
        Filter::Conflicts => relation == Relation::Conflict,
        Filter::Differences => matches!(relation, Relation::Conflict | Relation::Partial),
        Filter::Everything | Filter::OnlyHere | Filter::Missing => true,
    };
    let chosen = || dossier.alignments.iter().filter(|pair| lets(pair.relation));
    let alignments = Each(|| {
        chosen().map(|pair| PairJson { pair: records.alignment(pair), texts: [text(pair.a), text(pair.b)] })
    });
    put(&Document { schema: "recoupe.alignments/1", alignments }, out)?;
    Ok(chosen().count())
}
