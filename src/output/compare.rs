//! Passages held against each other: two whole articles side by side, or every outlet's version of a
//! fact.

use super::page::{Line, Page, Part, SideBySide, Tone, Version};
use super::words::Words;
use crate::align::{Alignment, Passage, Reason};
use crate::article::Span;
use crate::config::nearest;
use crate::dossier::Dossier;
use crate::dossier::coverage::{Fact, Says};
use crate::dossier::cut::{self, Cut};
use crate::dossier::index::other_side;
use crate::dossier::level::{self, Filter, Level, Told};
use crate::text::difference::{Change, Changes, difference};

pub mod against;

pub use against::Against;

/// Two whole articles, level with one another.
#[derive(Debug, Clone)]
pub struct Comparison {
    /// The two articles.
    pub articles: [usize; 2],
    /// How alike passages must be.
    pub cut: Cut,
    /// The rows that the filter lets through.
    pub rows: Vec<Level>,
    /// How many rows there are without it.
    pub total: usize,
    /// How many of those both articles have, how many are in contradiction, and how many each has alone.
    counts: [usize; 4],
}

/// One passage beside another one, or beside a gap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Facing<'a> {
    /// The first article's passage.
    pub left: Option<&'a Told>,
    /// The second one's.
    pub right: Option<&'a Told>,
    /// Whether the left one stood in the row before already.
    pub continued: bool,
}

impl Comparison {
    /// Lays two articles level.
    pub fn new(dossier: &Dossier, articles: [usize; 2], cut: Cut, filter: Filter) -> Self {
        let mut rows = level::whole(dossier, cut, &articles);
        let total = rows.len();
        let count = |has: &dyn Fn(&Level) -> bool| rows.iter().filter(|row| has(row)).count();
        let only = |column: usize| count(&|row| row.alone() && !row.of(column).is_empty());
        let counts = [count(&|row| !row.alone()), count(&Level::conflicts), only(0), only(1)];
        rows.retain(|row| filter.lets_through(row));
        Self { articles, cut, rows, total, counts }
    }

    /// How many of the rows that the filter lets through both articles have.
    pub fn shared(&self) -> usize {
        self.rows.iter().filter(|row| !row.alone()).count()
    }

    /// The rows passage by passage: where several stand opposite one, that one comes with the first.
    pub fn facing(&self) -> impl Iterator<Item = Facing<'_>> {
        self.rows.iter().flat_map(|row| {
            let left = row.of(0).first();
            let right = row.of(1);
            let alone = right.is_empty().then_some(Facing { left, right: None, continued: false });
            let beside = right.iter().enumerate().map(move |(at, told)| Facing {
                left,
                right: Some(told),
                continued: at > 0 && left.is_some(),
            });
            beside.chain(alone)
        })
    }

    /// The pair that set two passages beside each other.
    pub fn pair<'a>(&self, dossier: &'a Dossier, facing: &Facing<'_>) -> Option<&'a Alignment> {
        cut::pair(dossier, facing.right?.pair?)
    }

    /// Why they were, as the first article sees it.
    pub fn reasons(&self, dossier: &Dossier, facing: &Facing<'_>) -> Vec<Reason> {
        let Some(pair) = self.pair(dossier, facing) else { return Vec::new() };
        turned(pair, self.articles[1])
    }

    /// Both articles beside each other.
    pub fn page(&self, dossier: &Dossier, words: &Words) -> Page {
        let [left, right] = self.articles.map(|at| &dossier.articles[at]);
        let mut page = Page::default();
        page.heading(1, words.with("out-compare-two", &[("a", left.label()), ("b", right.label())]));
        let [shared, conflicts, here, there] = self.counts;
        let counts = words.with(
            "out-compare-counts",
            &[
                ("shared", &words.count("out-shared", shared)),
                ("conflicts", &conflicts.to_string()),
                ("a", left.label()),
                ("here", &here.to_string()),
                ("b", right.label()),
                ("there", &there.to_string()),
                ("strength", &words.decimal(self.cut.score())),
            ],
        );
        page.paragraph(Line::new().plain(counts));
        if let Some(copied) = dossier.copies.iter().find(|copied| {
            copied.articles == self.articles || copied.articles == [self.articles[1], self.articles[0]]
        }) {
            page.paragraph(Line::new().plain(words.copied(copied)));
        }
        page.paragraph(signs(words));
        let rows = self.facing().map(|facing| self.side_by_side(dossier, &facing, words));
        let names = [left.label().to_owned(), right.label().to_owned()];
        page.parts.push(Part::Sides(names, rows.collect()));
        page
    }

    fn side_by_side(&self, dossier: &Dossier, facing: &Facing<'_>, words: &Words) -> SideBySide {
        let text = |told: Option<&Told>, at: usize| {
            told.map(|told| told.span.of(&dossier.articles[self.articles[at]].text))
        };
        let (a, b) = (text(facing.left, 0), text(facing.right, 1));
        let (a_line, b_line) = match (a, b) {
            (Some(a), Some(b)) => {
                let (a, b) = marked_both(a, b);
                (Some(a), Some(b))
            }
            _ => (a.map(|text| Line::new().plain(text)), b.map(|text| Line::new().plain(text))),
        };
        let left = if facing.continued { Some(Line::new().faint("〃")) } else { a_line };
        let pair = self.pair(dossier, facing);
        let mut why: Vec<String> = Vec::new();
        if let Some(pair) = pair {
            why.push(words.relation(pair.relation));
            let reasons = words.reasons(&self.reasons(dossier, facing));
            why.extend(Some(reasons).filter(|reasons| !reasons.is_empty()));
            if pair.crossing {
                why.push(words.get("out-crossing"));
            }
        }
        match facing.right {
            Some(Told { again: true, .. }) => why.push(words.get("out-again")),
            Some(Told { moved: true, .. }) if pair.is_some() => why.push(words.get("out-moved")),
            _ => {}
        }
        SideBySide {
            left,
            sign: pair.map_or('+', |pair| pair.relation.sign()),
            right: b_line,
            why: why.join(" — "),
        }
    }
}

/// The reasons of a pair, those that have two sides with the words of `second` on the right.
fn turned(pair: &Alignment, second: usize) -> Vec<Reason> {
    let turned = pair.b.article != second;
    pair.why.iter().map(|reason| if turned { reason.swapped() } else { reason.clone() }).collect()
}

/// The facts of a dossier, as far as a filter lets them through.
pub fn facts(dossier: &Dossier, filter: Filter) -> Vec<Fact> {
    let mut facts = dossier.coverage.facts.clone();
    facts.retain(|fact| match filter {
        Filter::Conflicts => fact.disputed(),
        Filter::Differences => fact.cells.iter().any(|cell| cell.says != Says::Fully),
        Filter::Everything | Filter::OnlyHere | Filter::Missing => true,
    });
    facts
}

/// Every fact that two outlets or more have, each outlet's version under the other's.
pub fn all(dossier: &Dossier, facts: &[Fact], words: &Words) -> Page {
    let mut page = Page::default();
    page.heading(1, words.count("out-facts", facts.len()));
    page.paragraph(signs(words));
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
    let mut why = vec![words.apart(&fact.apart)];
    for cell in fact.cells.iter().filter(|cell| cell.passage.article != fact.label.article) {
        let passage = cell.passage;
        let sign = match cell.says {
            Says::Fully => '=',
            Says::Partly => '~',
            Says::Differs => '≠',
            Says::Absent => '—',
        };
        let version = marked(label, text(passage));
        versions.push(Version { outlet: outlet(passage.article), sign, text: Some(version) });
        if let Some(pair) = between(dossier, fact.label, passage).filter(|pair| !pair.why.is_empty()) {
            why.push(format!("{}{}{}", outlet(passage.article), words.colon(), words.reasons(&pair.why)));
        }
    }
    let absent: Vec<&str> = (0..dossier.articles.len())
        .filter(|&article| fact.cell(article).is_none())
        .map(|article| dossier.articles[article].label())
        .collect();
    if !absent.is_empty() {
        why.push(words.with("out-absent", &[("outlets", &absent.join(", "))]));
    }
    Part::Stack(versions, why.join("\n"))
}

/// The strongest pair between two passages.
fn between(dossier: &Dossier, a: Passage, b: Passage) -> Option<&Alignment> {
    let sentence = dossier.texts[a.article].sentence_at(a.span.start)?;
    let mut pairs = Cut::LOOSEST.pairs(dossier, a.article, sentence).map(|(_, pair)| pair);
    pairs.find(|pair| {
        let other = other_side(pair, a.article);
        other.article == b.article && other.span.overlaps(b.span)
    })
}

/// Why a name means no article, or not one alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unnamed {
    /// The labels of the articles that could be meant: those that the name fits, else all.
    pub choice: Vec<String>,
    /// The one that is spelt most like it, where none fits.
    pub nearest: Option<String>,
}

/// The article that `name` means: an outlet's name or a file's, whole or in part, whatever its
/// accents; or its number in the dossier, counted from 1.
///
/// # Errors
/// What could be meant, where that is several articles or none.
pub fn article_named(dossier: &Dossier, name: &str) -> Result<usize, Unnamed> {
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
    let part: Vec<usize> =
        all.clone().filter(|&at| names(at).iter().any(|name| name.contains(&wanted))).collect();
    if let [only] = part[..] {
        return Ok(only);
    }
    let label = |at: usize| dossier.articles[at].label().to_owned();
    let nearest = if part.is_empty() {
        // A whole name, or a word of one: `courier` is near `Le Courrier du Port`.
        let whole = dossier.articles.iter().flat_map(|article| {
            let label = article.label();
            let words = label.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() > 3);
            let names = [label, article.id.as_str()].into_iter().chain(words);
            names.map(move |name| (name, label)).collect::<Vec<_>>()
        });
        let known: Vec<(&str, &str)> = whole.collect();
        let near = nearest(name, known.iter().map(|(name, _)| *name));
        near.and_then(|near| known.iter().find(|(name, _)| *name == near))
            .map(|(_, label)| (*label).to_owned())
    } else {
        None
    };
    let choice =
        if part.is_empty() { all.map(label).collect() } else { part.into_iter().map(label).collect() };
    Err(Unnamed { choice, nearest })
}

/// What the signs and the marks mean.
fn signs(words: &Words) -> Line {
    let mut line = Line::new().faint(words.get("out-signs")).faint("   ");
    line.push(Tone::Changed, words.get("out-own-words"));
    line
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

fn marked_line(text: &str, changes: &Changes) -> Line {
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
