//! A whole dossier on one page: articles, actors, claims, figures, who has what, what was not read.

use super::page::{Line, Page};
use super::words::Words;
use super::{actors, claims, compare, coverage, figures};
use crate::article::Article;
use crate::dossier::Dossier;
use crate::text::TokenKind;

/// How many actors and facts the short form shows.
const SHORT: usize = 12;

/// Everything that was found.
pub fn whole(dossier: &Dossier, words: &Words) -> Page {
    let mut page = Page::default();
    head(dossier, words, &mut page);
    articles(dossier, words, &mut page);
    if !dossier.actors.is_empty() {
        page.heading(2, words.count("out-actors", dossier.actors.len()));
        for actor in &dossier.actors {
            page.item(actors::line(dossier, actor, words), []);
        }
    }
    if !dossier.claims.is_empty() {
        page.heading(2, words.count("out-claims", dossier.claims.len()));
        let chosen: Vec<usize> = (0..dossier.claims.len()).collect();
        let mut list = Page::default();
        claims::list(dossier, &chosen, words, &mut list);
        page.under(list);
    }
    if !dossier.figures.is_empty() {
        page.heading(2, words.count("out-figures", dossier.figures.len()));
        let mut list = Page::default();
        let chosen: Vec<usize> = (0..dossier.figures.len()).collect();
        figures::list(dossier, &chosen, words, &mut list);
        page.under(list);
    }
    if !dossier.coverage.facts.is_empty() {
        page.heading(2, words.get("out-coverage"));
        page.paragraph(Line::new().faint(words.get("out-coverage-legend")));
        let mut table = Page::default();
        coverage::table(dossier, words, &mut table);
        page.under(table);
        page.under(compare::all(dossier, &dossier.coverage.facts, words));
    }
    unread(dossier, words, &mut page);
    page
}

/// What an editor wants to know first, for a pipe where the reader would have opened.
pub fn short(dossier: &Dossier, words: &Words) -> Page {
    let mut page = Page::default();
    head(dossier, words, &mut page);
    articles(dossier, words, &mut page);
    if !dossier.actors.is_empty() {
        page.heading(2, words.count("out-actors", dossier.actors.len()));
        for actor in dossier.actors.iter().take(SHORT) {
            page.item(actors::line(dossier, actor, words), []);
        }
    }
    if !dossier.coverage.facts.is_empty() {
        page.heading(2, words.count("out-facts", dossier.coverage.facts.len()));
        for fact in dossier.coverage.facts.iter().take(SHORT) {
            let text = fact.label.span.of(&dossier.articles[fact.label.article].text);
            let signs: String =
                (0..dossier.articles.len()).map(|article| fact.says(article).sign()).collect();
            page.item(Line::new().strong(signs).plain("  ").plain(text), []);
        }
    }
    unread(dossier, words, &mut page);
    page.paragraph(Line::new().faint(words.get("out-more")));
    page
}

fn head(dossier: &Dossier, words: &Words, page: &mut Page) {
    let title = dossier.title.clone().unwrap_or_else(|| words.get("out-untitled"));
    page.heading(1, title);
    let counts = [
        words.count("out-articles", dossier.articles.len()),
        words.count("out-actors", dossier.actors.len()),
        words.count("out-claims", dossier.claims.len()),
        words.count("out-figures", dossier.figures.len()),
        words.count("out-facts", dossier.coverage.facts.len()),
    ];
    page.paragraph(Line::new().plain(counts.join(" · ")));
    if let Some(told) = coverage::strangers(dossier, words) {
        page.paragraph(Line::new().plain(told));
    }
}

fn articles(dossier: &Dossier, words: &Words, page: &mut Page) {
    if dossier.articles.is_empty() {
        return;
    }
    page.heading(2, words.count("out-articles", dossier.articles.len()));
    for (at, article) in dossier.articles.iter().enumerate() {
        let line = Line::new().strong(words.title(article));
        let shared = (0..dossier.texts[at].sentences.len())
            .filter(|&sentence| !dossier.index.alignments_of(at, sentence).is_empty())
            .count();
        let found = [
            words.count("out-claims", dossier.index.claims.get(at).map_or(0, Vec::len)),
            words.count("out-shared", shared),
        ];
        page.item(
            line,
            [
                Line::new().faint(details(dossier, at, article, words)),
                Line::new().faint(found.join(" · ")),
                Line::new().faint(article.source.as_str()),
            ],
        );
    }
}

/// Date, authors, length, language and encoding, as far as they are known.
fn details(dossier: &Dossier, at: usize, article: &Article, words: &Words) -> String {
    let mut details = Vec::new();
    if let Some(date) = article.published {
        details.push(words.date(date));
    }
    if !article.authors.is_empty() {
        details.push(article.authors.join(", "));
    }
    details.push(words.count("out-words", word_count(dossier, at)));
    if let Some(language) = article.language {
        details.push(language.code().to_owned());
    }
    details.push(words.encoding(article));
    details.join(" · ")
}

/// Words of the article's sentences, noise left out.
fn word_count(dossier: &Dossier, at: usize) -> usize {
    let text = &dossier.texts[at];
    text.sentences
        .iter()
        .flat_map(|sentence| text.tokens_in(sentence.span))
        .filter(|token| token.kind == TokenKind::Word)
        .count()
}

fn unread(dossier: &Dossier, words: &Words, page: &mut Page) {
    if dossier.unread.is_empty() {
        return;
    }
    page.heading(2, words.count("out-unread", dossier.unread.len()));
    for file in &dossier.unread {
        page.item(
            Line::new().strong(file.source.as_str()).plain(words.colon()).plain(words.unread(&file.reason)),
            [],
        );
    }
}
