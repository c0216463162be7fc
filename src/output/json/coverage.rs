//! Who has what, as JSON.

use std::io::{self, Write};

use serde::Serialize;

use super::super::coverage::{label, name, share_counts};
use super::super::words::Words;
use super::put;
use super::records::{Each, PassageJson, Records, rounded};
use crate::dossier::Dossier;
use crate::dossier::coverage::{Says, cell_of};
use crate::dossier::matrix::{Entry, Section};
use crate::i18n::Locale;

#[derive(Serialize)]
struct CellJson<'a> {
    says: &'static str,
    #[serde(flatten)]
    passage: PassageJson<'a>,
    text: &'a str,
}

#[derive(Serialize)]
struct EntryJson<'a> {
    label: String,
    breadth: usize,
    disputed: bool,
    /// How far apart the tellings are, from 0 to 1, and in words; for facts and claims alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    distance: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    apart: Option<String>,
    cells: Vec<CellJson<'a>>,
    absent: Vec<&'a str>,
}

#[derive(Serialize)]
struct SharesJson<'a> {
    article: &'a str,
    shared: usize,
    partly: usize,
    /// Matched only below the strength.
    faintly: usize,
    own: usize,
}

/// Writes who has what as `recoupe.coverage/1`: a cell for each article that has it, and the articles
/// in which no match was found; then how many of each article's passages others have.
///
/// # Errors
/// When `out` cannot be written to.
pub fn coverage(dossier: &Dossier, listed: &[Entry], out: &mut dyn Write) -> io::Result<()> {
    #[derive(Serialize)]
    struct Document<'a, F, C, A, G, S> {
        schema: &'static str,
        facts: F,
        claims: C,
        actors: A,
        figures: G,
        shares: S,
        /// The articles that may be about another event.
        unrelated: Vec<&'a str>,
    }
    let records = Records::new(dossier);
    // Labels are the articles' own words; only the name of a missing source is worded.
    let words = Words::new(Locale::English);
    let entry = |entry: Entry| {
        let cells = entry.cells(dossier);
        let absent = (0..dossier.articles.len()).filter(|&article| cell_of(&cells, article).is_none());
        let told = match entry {
            Entry::Fact(at) => dossier.coverage.facts.get(at),
            Entry::Claim(at) => dossier.coverage.claims.get(at),
            _ => None,
        };
        EntryJson {
            distance: told.map(|fact| rounded(fact.distance)),
            apart: told.map(|fact| words.apart(&fact.apart)),
            label: label(dossier, entry, &words),
            breadth: cells.len(),
            disputed: cells.iter().any(|cell| cell.says == Says::Differs),
            absent: absent.map(|article| dossier.articles[article].id.as_str()).collect(),
            cells: cells
                .iter()
                .map(|cell| CellJson {
                    says: name(cell.says),
                    passage: records.passage(cell.passage),
                    text: cell.passage.span.of(&dossier.articles[cell.passage.article].text),
                })
                .collect(),
        }
    };
    let of = |section: Section| listed.iter().copied().filter(move |entry| entry.section() == section);
    let document = Document {
        schema: "recoupe.coverage/1",
        facts: Each(|| of(Section::Facts).map(entry)),
        claims: Each(|| of(Section::Claims).map(entry)),
        actors: Each(|| of(Section::Actors).map(entry)),
        figures: Each(|| of(Section::Figures).map(entry)),
        shares: Each(|| {
            dossier.articles.iter().enumerate().map(|(at, article)| {
                let [shared, partly, faintly, own] = share_counts(dossier, at);
                SharesJson { article: &article.id, shared, partly, faintly, own }
            })
        }),
        unrelated: dossier.index.strangers().map(|at| dossier.articles[at].id.as_str()).collect(),
    };
    put(&document, out)
}
