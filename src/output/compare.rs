//! Passages held against each other: two articles side by side, or every outlet's version of a fact.

use super::page::{Line, Page, Part, SideBySide, Tone, Version};
use super::words::Words;
use crate::align::{Alignment, Passage};
use crate::article::Span;
use crate::dossier::Dossier;
use crate::dossier::coverage::{Cell, Fact, Says};
use crate::dossier::index::other_side;
use crate::text::difference::{Change, difference};

/// What a row of two articles is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Match {
    /// An aligned pair: its index in the dossier.
    Pair(usize),
    /// No match was found for the left passage.
    OnlyLeft,
    /// No match was found for the right passage.
    OnlyRight,
}

/// One row of two articles side by side, sentence by sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// The left article's sentence, in bytes.
    pub left: Option<Span>,
    /// The right article's sentence, in bytes.
    pub right: Option<Span>,
    /// How they were put together.
    pub matched: Match,
}

/// The sentences of two articles in reading order: each of the left one's with its best match, and
/// the right one's unmatched ones before the first row that comes after them.
pub fn rows(dossier: &Dossier, [left, right]: [usize; 2]) -> Vec<Row> {
    let (left_text, right_text) = (&dossier.texts[left], &dossier.texts[right]);
    let mut best: Vec<Option<(usize, usize)>> = vec![None; left_text.sentences.len()];
    let mut taken = vec![false; right_text.sentences.len()];
    for (at, pair) in dossier.alignments.iter().enumerate() {
        let Some((a, b)) = sides(pair, left, right) else { continue };
        let found = (left_text.sentence_at(a.span.start), right_text.sentence_at(b.span.start));
        let (Some(a), Some(b)) = found else { continue };
        taken[b] = true;
        if best[a].is_none_or(|(other, _)| dossier.alignments[other].score < pair.score) {
            best[a] = Some((at, b));
        }
    }
    let only_right =
        |at: usize| Row { left: None, right: Some(right_text.sentences[at].span), matched: Match::OnlyRight };
    let mut rows = Vec::new();
    let mut next = 0;
    for (at, sentence) in left_text.sentences.iter().enumerate() {
        let Some((pair, opposite)) = best[at] else {
            rows.push(Row { left: Some(sentence.span), right: None, matched: Match::OnlyLeft });
            continue;
        };
        rows.extend((next..opposite).filter(|&at| !taken[at]).map(only_right));
        next = next.max(opposite + 1);
        rows.push(Row {
            left: Some(sentence.span),
            right: Some(right_text.sentences[opposite].span),
            matched: Match::Pair(pair),
        });
    }
    rows.extend((next..right_text.sentences.len()).filter(|&at| !taken[at]).map(only_right));
    rows
}

/// The passages of a pair as `(left, right)`, where it is one between these two articles.
fn sides(pair: &Alignment, left: usize, right: usize) -> Option<(Passage, Passage)> {
    if (pair.a.article, pair.b.article) == (left, right) {
        Some((pair.a, pair.b))
    } else if (pair.b.article, pair.a.article) == (left, right) {
        Some((pair.b, pair.a))
    } else {
        None
    }
}

/// Two articles beside each other.
pub fn two(dossier: &Dossier, pair: [usize; 2], rows: &[Row], words: &Words) -> Page {
    let [left, right] = pair.map(|at| &dossier.articles[at]);
    let mut page = Page::default();
    page.heading(1, words.with("out-compare-two", &[("a", left.label()), ("b", right.label())]));
    let shared = rows.iter().filter(|row| matches!(row.matched, Match::Pair(_))).count();
    page.paragraph(Line::new().plain(words.count("out-shared", shared)));
    page.paragraph(Line::new().faint(words.get("out-signs")));
    let side_by_side = rows.iter().map(|row| {
        let a = row.left.map(|span| span.of(&left.text));
        let b = row.right.map(|span| span.of(&right.text));
        let (a_line, b_line) = match (a, b) {
            (Some(a), Some(b)) => {
                let (a, b) = marked_both(a, b);
                (Some(a), Some(b))
            }
            _ => (a.map(|text| Line::new().plain(text)), b.map(|text| Line::new().plain(text))),
        };
        let alignment = match row.matched {
            Match::Pair(at) => dossier.alignments.get(at),
            Match::OnlyLeft | Match::OnlyRight => None,
        };
        SideBySide {
            left: a_line,
            sign: alignment.map_or('+', |pair| pair.relation.sign()),
            right: b_line,
            why: alignment.map(|pair| reasons(pair, words)).unwrap_or_default(),
        }
    });
    let names = [left.label().to_owned(), right.label().to_owned()];
    page.parts.push(Part::Sides(names, side_by_side.collect()));
    page
}

fn reasons(pair: &Alignment, words: &Words) -> String {
    let why = words.reasons(&pair.why);
    if why.is_empty() {
        words.relation(pair.relation)
    } else {
        format!("{} — {why}", words.relation(pair.relation))
    }
}

/// Every fact that two outlets or more have, each outlet's version under the other's.
pub fn all(dossier: &Dossier, words: &Words) -> Page {
    let mut page = Page::default();
    let facts = &dossier.coverage.facts;
    page.heading(1, words.count("out-facts", facts.len()));
    page.paragraph(Line::new().faint(words.get("out-signs")));
    for (number, fact) in facts.iter().enumerate() {
        let who = words.with(
            "out-fact",
            &[
                ("number", &(number + 1).to_string()),
                ("outlets", &fact.breadth().to_string()),
                ("all", &dossier.articles.len().to_string()),
            ],
        );
        page.heading(2, who);
        page.parts.push(stack(dossier, fact, words));
    }
    page
}

fn stack(dossier: &Dossier, fact: &Fact, words: &Words) -> Part {
    let text = |passage: Passage| passage.span.of(&dossier.articles[passage.article].text);
    let label = text(fact.label);
    let outlet = |article: usize| dossier.articles[article].label().to_owned();
    let first = Line::new().plain(label);
    let mut versions = vec![Version { outlet: outlet(fact.label.article), sign: ' ', text: Some(first) }];
    let mut absent = Vec::new();
    let mut why = Vec::new();
    for article in 0..dossier.articles.len() {
        let Some(&Cell { says, passage }) = fact.cell(article) else {
            absent.push(dossier.articles[article].label());
            continue;
        };
        if article == fact.label.article {
            continue;
        }
        let sign = match says {
            Says::Fully => '=',
            Says::Partly => '~',
            Says::Differs => '≠',
            Says::Absent => '—',
        };
        let version = marked(label, text(passage));
        versions.push(Version { outlet: outlet(article), sign, text: Some(version) });
        if let Some(pair) = between(dossier, fact.label, passage).filter(|pair| !pair.why.is_empty()) {
            why.push(format!("{}{}{}", outlet(article), words.colon(), words.reasons(&pair.why)));
        }
    }
    if !absent.is_empty() {
        why.push(words.with("out-absent", &[("outlets", &absent.join(", "))]));
    }
    Part::Stack(versions, why.join(words.separator()))
}

/// The strongest pair between two passages.
fn between(dossier: &Dossier, a: Passage, b: Passage) -> Option<&Alignment> {
    let sentence = dossier.texts[a.article].sentence_at(a.span.start)?;
    let pairs = dossier.index.alignments_of(a.article, sentence).iter();
    pairs.filter_map(|&at| dossier.alignments.get(at)).find(|pair| {
        let other = other_side(pair, a.article);
        other.article == b.article && other.span.overlaps(b.span)
    })
}

/// The article that `name` means: an outlet's name or a file's, whole or in part, whatever its
/// accents; or its number in the dossier, counted from 1.
///
/// # Errors
/// The labels of the articles that could be meant: several, or none.
pub fn article_named(dossier: &Dossier, name: &str) -> Result<usize, Vec<String>> {
    let wanted = crate::text::fold(name);
    let names = |at: usize| {
        let article = &dossier.articles[at];
        [article.label(), article.id.as_str()].map(crate::text::fold)
    };
    let all = 0..dossier.articles.len();
    let whole: Vec<usize> = all.clone().filter(|&at| names(at).contains(&wanted)).collect();
    if let [only] = whole[..] {
        return Ok(only);
    }
    if let Some(number) = name.parse::<usize>().ok().filter(|number| (1..=all.len()).contains(number)) {
        return Ok(number - 1);
    }
    let part: Vec<usize> = all.filter(|&at| names(at).iter().any(|name| name.contains(&wanted))).collect();
    match part[..] {
        [only] => Ok(only),
        _ => Err(part.into_iter().map(|at| dossier.articles[at].label().to_owned()).collect()),
    }
}

/// Both passages, each with the words marked that the other does not have.
fn marked_both(a: &str, b: &str) -> (Line, Line) {
    let (a_changed, b_changed) = difference(a, b);
    (marked_line(a, &a_changed), marked_line(b, &b_changed))
}

/// `text` with the words marked that `against` does not have.
fn marked(against: &str, text: &str) -> Line {
    marked_both(against, text).1
}

fn marked_line(text: &str, changes: &[(Span, Change)]) -> Line {
    let mut line = Line::new();
    let mut written = 0;
    for (span, change) in changes {
        line.push(Tone::Plain, Span::new(written, span.start).of(text));
        line.push(if *change == Change::Added { Tone::Added } else { Tone::Changed }, span.of(text));
        written = span.end;
    }
    line.push(Tone::Plain, Span::new(written, text.len()).of(text));
    line
}
