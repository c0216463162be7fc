//! The commands that print what the analysis found.

use std::io::Write;
use std::path::PathBuf;

use super::arguments::{ClaimOrder, FigureOrder, Format, Input, Show};
use super::failure::{Failure, Outcome};
use super::reading;
use crate::dossier::level::Filter;
use crate::dossier::matrix::{self, Pick};
use crate::dossier::{Cut, Dossier};
use crate::output::compare::Comparison;
use crate::output::{
    Page, Words, actors, claims, compare, coverage, figures, find, json, markdown, overview, plain,
};

/// Runs one of them.
pub fn run(
    asked: Show,
    encoding: Option<&str>,
    style: plain::Style,
    words: &Words,
    out: &mut dyn Write,
) -> Result<Outcome, Failure> {
    let load = |input: &Input| reading::analysed(&input.paths, encoding, words);
    let printer = Printer { style };
    match asked {
        Show::Analyze { input } => {
            let dossier = load(&input)?;
            match input.format {
                Format::Json => json::write(&dossier, out)?,
                format => printer.page(format, &overview::whole(&dossier, words), out)?,
            }
            Ok(Outcome::Found)
        }
        Show::Claims { by, outlet, kind, force, hedged, conflicts, order, input } => {
            let filter = claims::Filter {
                by,
                outlet,
                kind: kind.map(Into::into),
                force: force.map(|force| force.0),
                hedged,
                conflicts,
            };
            let dossier = load(&input)?;
            let chosen = filter.choose(&dossier);
            match (input.format, order) {
                (Format::Json, _) => json::claims(&dossier, &chosen, out)?,
                _ if chosen.is_empty() => {}
                (format, ClaimOrder::Text) => {
                    printer.page(format, &claims::page(&dossier, &chosen, words), out)?;
                }
                (format, ClaimOrder::Speaker) => {
                    let page = claims::by_speaker(&dossier, &chosen, filter.by.as_deref(), words);
                    printer.page(format, &page, out)?;
                }
            }
            if chosen.is_empty() {
                super::complain(&claims::nothing(&dossier, &filter, words));
            }
            Ok(outcome(chosen.len()))
        }
        Show::Actors { kind, input } => {
            let dossier = load(&input)?;
            let chosen = actors::choose(&dossier, kind.map(Into::into));
            match input.format {
                Format::Json => json::actors(&dossier, &chosen, out)?,
                format => printer.page(format, &actors::page(&dossier, &chosen, words), out)?,
            }
            Ok(outcome(chosen.len()))
        }
        Show::Figures { differ, outlet, order, input } => {
            let filter = figures::Filter { outlet, differ };
            let dossier = load(&input)?;
            let chosen = filter.choose(&dossier);
            if chosen.is_empty() {
                let none = claims::no_outlet(&dossier, filter.outlet.as_deref(), words);
                super::complain(&none.unwrap_or_else(|| words.get("out-no-figure")));
            }
            match (input.format, order) {
                (Format::Json, _) => json::figures(&dossier, &chosen, out)?,
                _ if chosen.is_empty() => {}
                (format, FigureOrder::Difference) => {
                    printer.page(format, &figures::by_quantity(&dossier, &chosen, words), out)?;
                }
                (format, FigureOrder::Text) => {
                    printer.page(format, &figures::page(&dossier, &chosen, words), out)?;
                }
            }
            Ok(outcome(chosen.len()))
        }
        Show::Find { query, limit, input } => {
            let dossier = load(&input)?;
            let findings = find::Findings::look(&dossier, &query, limit);
            match input.format {
                Format::Json => json::find(&dossier, &findings, out)?,
                format => printer.page(format, &findings.page(words), out)?,
            }
            Ok(outcome(findings.hits().count()))
        }
        Show::Coverage { only, missing, conflicts, sort, input } => {
            let dossier = load(&input)?;
            let named = |name: Option<String>| name.map(|name| article(&dossier, &name)).transpose();
            let pick = match (named(only)?, named(missing)?) {
                (Some(at), _) => Some(Pick::Only(at)),
                (None, Some(at)) => Some(Pick::Missing(at)),
                (None, None) => None,
            };
            let filter = matrix::Filter { conflicts, pick };
            let listed = matrix::entries(&dossier, sort.into(), filter);
            match input.format {
                Format::Json => json::coverage(&dossier, &listed, out)?,
                format => {
                    printer.page(format, &coverage::page(&dossier, sort.into(), filter, words), out)?;
                }
            }
            Ok(outcome(listed.len()))
        }
        Show::Compare { what, strength, differences, conflicts, format } => {
            let (names, paths) = split(what);
            let dossier = reading::analysed(&paths, encoding, words)?;
            let pair = pair(&dossier, &names)?;
            let filter = match (differences, conflicts) {
                (_, true) => Filter::Conflicts,
                (true, false) => Filter::Differences,
                (false, false) => Filter::Everything,
            };
            compared(&dossier, pair, (strength.unwrap_or_default(), filter), format, &printer, words, out)
        }
    }
}

fn outcome(found: usize) -> Outcome {
    if found == 0 { Outcome::Nothing } else { Outcome::Found }
}

struct Printer {
    style: plain::Style,
}

impl Printer {
    fn page(&self, format: Format, page: &Page, out: &mut dyn Write) -> std::io::Result<()> {
        match format {
            Format::Markdown => markdown::write(page, out),
            Format::Text | Format::Json => plain::write(page, self.style, out),
        }
    }
}

/// What was given to `compare`: names of articles, and paths. What exists on disk is a path, and so
/// is what looks like one; anything else may be an outlet's name.
fn split(what: Vec<PathBuf>) -> (Vec<String>, Vec<PathBuf>) {
    let mut names = Vec::new();
    let mut paths = Vec::new();
    for given in what {
        match given.to_str() {
            Some(name) if name != "-" && !given.exists() && !name.contains(std::path::MAIN_SEPARATOR) => {
                names.push(name.to_owned());
            }
            _ => paths.push(given),
        }
    }
    (names, paths)
}

/// The article that a name means.
fn article(dossier: &Dossier, name: &str) -> Result<usize, Failure> {
    compare::article_named(dossier, name).map_err(|why| Failure::NoSuchArticle {
        name: name.to_owned(),
        choice: why.choice,
        nearest: why.nearest,
    })
}

/// The two articles to set side by side, where two are named or there are only two.
fn pair(dossier: &Dossier, names: &[String]) -> Result<Option<[usize; 2]>, Failure> {
    let article = |name: &String| article(dossier, name);
    match names {
        [] if dossier.articles.len() == 2 => Ok(Some([0, 1])),
        [] => Ok(None),
        [a, b] => {
            let pair = [article(a)?, article(b)?];
            if pair[0] == pair[1] { Err(Failure::NotTwo) } else { Ok(Some(pair)) }
        }
        [one] => article(one).and(Err(Failure::NotTwo)),
        _ => Err(Failure::NotTwo),
    }
}

fn compared(
    dossier: &Dossier,
    pair: Option<[usize; 2]>,
    (cut, filter): (Cut, Filter),
    format: Format,
    printer: &Printer,
    words: &Words,
    out: &mut dyn Write,
) -> Result<Outcome, Failure> {
    let Some(pair) = pair else {
        let found = match format {
            Format::Json => json::alignments(dossier, cut, filter, out)?,
            format => {
                let facts = compare::facts(dossier, cut, filter);
                printer.page(format, &compare::all(dossier, &facts, words), out)?;
                facts.len()
            }
        };
        return Ok(outcome(found));
    };
    let comparison = Comparison::new(dossier, pair, cut, filter);
    match format {
        Format::Json => json::compare(dossier, &comparison, out)?,
        format => printer.page(format, &comparison.page(dossier, words), out)?,
    }
    // Two articles that have nothing in common have nothing to show but themselves.
    let found = if filter == Filter::Everything { comparison.shared() } else { comparison.rows.len() };
    Ok(outcome(found))
}
