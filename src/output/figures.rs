//! The checkable quantities, article by article.

use super::page::{Line, Page};
use super::words::Words;
use crate::claims::Figure;
use crate::dossier::Dossier;
use crate::text::width::fit;

/// How much of a figure's sentence is shown, in columns.
const CONTEXT: usize = 160;

/// Every figure, under a title per article.
pub fn page(dossier: &Dossier, words: &Words) -> Page {
    let mut page = Page::default();
    page.heading(1, words.count("out-figures", dossier.figures.len()));
    list(dossier, words, &mut page);
    page
}

/// Puts every figure on a page, under a title per article.
pub fn list(dossier: &Dossier, words: &Words, page: &mut Page) {
    let mut last = None;
    for figure in &dossier.figures {
        let article = &dossier.articles[figure.article];
        if last.replace(figure.article) != Some(figure.article) {
            page.heading(2, words.title(article));
        }
        let sentence = dossier.texts[figure.article]
            .sentence_at(figure.span.start)
            .map(|at| dossier.texts[figure.article].sentences[at].span.of(&article.text))
            .unwrap_or_default();
        let line = Line::new().strong(figure.span.of(&article.text)).plain(reading(figure, words));
        page.item(line, [Line::new().faint(fit(sentence, CONTEXT))]);
    }
}

/// What the figure was read as: ` = 2 400 000 euros, coût de la grève`.
fn reading(figure: &Figure, words: &Words) -> String {
    let mut out = String::new();
    if let Some(value) = figure.value {
        out.push_str(" = ");
        out.push_str(&words.number(value));
        if let Some(unit) = &figure.unit {
            out.push('\u{a0}');
            out.push_str(unit);
        }
    }
    if let Some(of) = figure.of.as_deref().filter(|of| !of.is_empty()) {
        out.push_str(" (");
        out.push_str(of);
        out.push(')');
    }
    out
}
