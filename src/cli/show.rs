//! The commands that print what the analysis found.

use std::io::Write;
use std::path::PathBuf;

use super::arguments::{ClaimOrder, FigureOrder, Format, Input, Show};
use super::failure::{Failure, Outcome};
use super::reading;
use crate::dossier::Dossier;
use crate::dossier::level::Filter;
use crate::dossier::matrix::{self, Pick};
use crate::output::compare::{Against, Comparison};
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
        Show::Coverage { only, missing, conflicts, sort, strength, input } => {
            let dossier = load(&input)?.recut(strength.unwrap_or_default());
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
        Show::Compare { what, strength, differences, conflicts, own, lacking, format } => {
            let (names, paths) = split(what);
            let dossier = reading::analysed(&paths, encoding, words)?.recut(strength.unwrap_or_default());
            let asked = [
                (differences, Filter::Differences),
                (conflicts, Filter::Conflicts),
                (own, Filter::OnlyHere),
                (lacking, Filter::Missing),
            ];
            let filter =
                asked.iter().find(|(asked, _)| *asked).map_or(Filter::Everything, |(_, filter)| *filter);
            match chosen(&dossier, &names)?[..] {
                [] if matches!(filter, Filter::OnlyHere | Filter::Missing) => Err(Failure::NotNamed),
                [] => facts(&dossier, filter, format, &printer, words, out),
                [a, b] => two(&dossier, [a, b], filter, format, &printer, words, out),
                [base] => {
                    let others: Vec<usize> = (0..dossier.articles.len()).filter(|at| *at != base).collect();
                    against(&dossier, base, &others, filter, format, &printer, words, out)
                }
                [base, ref others @ ..] => {
                    against(&dossier, base, others, filter, format, &printer, words, out)
                }
            }
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

/// The articles that are named, each once; both where there are only two.
fn chosen(dossier: &Dossier, names: &[String]) -> Result<Vec<usize>, Failure> {
    if names.is_empty() && dossier.articles.len() == 2 {
        return Ok(vec![0, 1]);
    }
    let mut chosen = Vec::new();
    for name in names {
        let article = article(dossier, name)?;
        if chosen.contains(&article) {
            return Err(Failure::NotTwo);
        }
        chosen.push(article);
    }
    if chosen.len() == 1 && dossier.articles.len() < 2 { Err(Failure::NotTwo) } else { Ok(chosen) }
}

/// Every version of every shared fact.
fn facts(
    dossier: &Dossier,
    filter: Filter,
    format: Format,
    printer: &Printer,
    words: &Words,
    out: &mut dyn Write,
) -> Result<Outcome, Failure> {
    let found = match format {
        Format::Json => json::alignments(dossier, filter, out)?,
        format => {
            let facts = compare::facts(dossier, filter);
            printer.page(format, &compare::all(dossier, &facts, words), out)?;
            facts.len()
        }
    };
    Ok(outcome(found))
}

/// One article against others, passage by passage.
#[expect(clippy::too_many_arguments, reason = "a command is what its flags make it")]
fn against(
    dossier: &Dossier,
    base: usize,
    others: &[usize],
    filter: Filter,
    format: Format,
    printer: &Printer,
    words: &Words,
    out: &mut dyn Write,
) -> Result<Outcome, Failure> {
    let against = Against::new(dossier, base, others, filter);
    match format {
        Format::Json => json::against(dossier, &against, out)?,
        format => printer.page(format, &against.page(dossier, words), out)?,
    }
    let found = if filter == Filter::Everything { against.shared() } else { against.rows.len() };
    Ok(outcome(found))
}

/// Two whole articles side by side.
fn two(
    dossier: &Dossier,
    articles: [usize; 2],
    filter: Filter,
    format: Format,
    printer: &Printer,
    words: &Words,
    out: &mut dyn Write,
) -> Result<Outcome, Failure> {
    let comparison = Comparison::new(dossier, articles, dossier.cut, filter);
    match format {
        Format::Json => json::compare(dossier, &comparison, out)?,
        format => printer.page(format, &comparison.page(dossier, words), out)?,
    }
    // Two articles that have nothing in common have nothing to show but themselves.
    let found = if filter == Filter::Everything { comparison.shared() } else { comparison.rows.len() };
    Ok(outcome(found))
}
