//! Who has which fact: facts and actors against outlets, absence included.

use super::page::{Line, Page, Part};
use super::words::Words;
use crate::dossier::Dossier;
use crate::dossier::coverage::Says;

/// How many actors the second table holds: those named least often say little about coverage.
const ACTORS: usize = 25;

/// The name of a cell in JSON.
pub const fn name(says: Says) -> &'static str {
    match says {
        Says::Fully => "fully",
        Says::Partly => "partly",
        Says::Differs => "differs",
        Says::Absent => "absent",
    }
}

/// The whole table.
pub fn page(dossier: &Dossier, words: &Words) -> Page {
    let mut page = Page::default();
    page.heading(1, words.get("out-coverage"));
    page.paragraph(Line::new().faint(words.get("out-coverage-legend")));
    table(dossier, words, &mut page);
    page
}

/// Puts facts against outlets, then actors against outlets, on a page.
pub fn table(dossier: &Dossier, words: &Words, page: &mut Page) {
    let outlets: Vec<String> = dossier.articles.iter().map(|article| article.label().to_owned()).collect();
    if !dossier.coverage.facts.is_empty() {
        page.heading(2, words.count("out-facts", dossier.coverage.facts.len()));
        let rows = dossier.coverage.facts.iter().map(|fact| {
            let text = fact.label.span.of(&dossier.articles[fact.label.article].text);
            let signs = (0..dossier.articles.len()).map(|article| fact.says(article).sign()).collect();
            (signs, Line::new().plain(text))
        });
        page.parts.push(Part::Grid(outlets.clone(), rows.collect()));
    }
    if !dossier.actors.is_empty() {
        page.heading(2, words.count("out-actors", dossier.actors.len().min(ACTORS)));
        let rows = dossier.actors.iter().take(ACTORS).map(|actor| {
            let mut signs = vec![Says::Absent.sign(); dossier.articles.len()];
            for mention in &actor.mentions {
                if let Some(sign) = signs.get_mut(mention.article) {
                    *sign = Says::Fully.sign();
                }
            }
            (signs, Line::new().plain(actor.name.as_str()))
        });
        page.parts.push(Part::Grid(outlets, rows.collect()));
    }
}
