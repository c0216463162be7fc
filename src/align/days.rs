//! The days an article names, each resolved as far as that goes.
//!
//! `mardi 13 mai`, `hier` and `the 13th of May` name one day; so does `la veille`, told from the day
//! the article named last. The days are terms of the passages and the answers to one of their slots.
//! The phrases stand in `assets/lang/{fr,en}/day-phrases.toml`.

use std::collections::HashMap;
use std::sync::LazyLock;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use serde::Deserialize;

use crate::article::dates::{self, DateExpression};
use crate::article::{Article, Span};
use crate::lang::{Language, table};
use crate::text::{Text, TokenKind, fold};

/// A day, as far as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Day {
    /// The day of the week.
    pub weekday: Option<Weekday>,
    /// The whole date, told by the article's own.
    pub date: Option<Date>,
    /// Where it stands, in bytes.
    pub span: Span,
}

impl Day {
    /// The day that `written` names in an article published on `published`.
    pub(crate) fn new(written: &DateExpression, published: Option<Date>) -> Option<Self> {
        // A weekday alone may lie ahead or behind; it stays what it is.
        let alone = written.relative.is_none() && written.day.is_none();
        let date = if alone { None } else { written.whole().or_else(|| written.resolve(published?)) };
        let weekday = written.weekday.or_else(|| Some(date?.weekday()));
        (weekday.is_some() || date.is_some()).then_some(Self { weekday, date, span: written.span })
    }

    /// Whether the two can be no one day.
    pub(crate) fn differs(&self, other: &Self) -> bool {
        match (self.date.zip(other.date), self.weekday.zip(other.weekday)) {
            (Some((mine, theirs)), _) => mine != theirs,
            (None, Some((mine, theirs))) => mine != theirs,
            (None, None) => false,
        }
    }
}

/// How a day was told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Told {
    /// By its own name or number: `mardi`, `13 mai`.
    Itself,
    /// From the day of writing: `hier`.
    Writing,
    /// From the day named before, which is a guess: `la veille`.
    Another,
}

/// A day with how it was told.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Dated {
    pub day: Day,
    pub told: Told,
    /// The year, where it is written.
    pub year: Option<i16>,
}

/// The file `day-phrases.toml`.
#[derive(Debug, Default, Deserialize)]
struct Written {
    unless: Vec<String>,
    named: HashMap<String, i8>,
    written: HashMap<String, i8>,
}

/// The phrases of one language, by their last word.
#[derive(Debug, Default)]
struct Phrases {
    unless: Vec<String>,
    by_last: HashMap<String, Vec<(String, i8, Told)>>,
}

static FRENCH: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::new(table(include_str!("../../assets/lang/fr/day-phrases.toml"))));
static ENGLISH: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::new(table(include_str!("../../assets/lang/en/day-phrases.toml"))));

impl Phrases {
    fn of(language: Option<Language>) -> &'static Self {
        if language.is_some_and(Language::is_english) { &ENGLISH } else { &FRENCH }
    }

    fn new(written: Written) -> Self {
        let mut phrases =
            Self { unless: written.unless.iter().map(|word| fold(word)).collect(), ..Self::default() };
        for (list, told) in [(written.named, Told::Another), (written.written, Told::Writing)] {
            for (phrase, days) in list {
                let last = phrase.rsplit([' ', '\'']).next().unwrap_or_default().to_owned();
                phrases.by_last.entry(last).or_default().push((fold(&phrase), days, told));
            }
        }
        phrases
    }

    /// The phrase that ends with the word at `at`: where it starts, its days, how it is told.
    fn ending(&self, text: &str, at: Span) -> Option<(Span, i8, Told)> {
        let list = self.by_last.get(at.of(text))?;
        let before = text.get(..at.end)?;
        list.iter().find_map(|(phrase, days, told)| {
            let start = before.char_indices().rev().nth(phrase.chars().count() - 1)?.0;
            let opens = before[..start].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
            (opens && fold(&before[start..]) == *phrase).then_some((Span::new(start, at.end), *days, *told))
        })
    }
}

/// The days that the sentences of an article name, in order and without overlap.
pub(crate) fn of_article(article: &Article, text: &Text) -> Vec<Dated> {
    let phrases = Phrases::of(article.language);
    let mut list: Vec<Dated> = Vec::new();
    // The day named last, a weekday alone taken for the last such day.
    let mut last = article.published;
    for sentence in &text.sentences {
        let mut own: Vec<(Option<DateExpression>, Span, i8, Told)> =
            dates::find(&article.text, sentence.span)
                .into_iter()
                .map(|date| {
                    let told = if date.relative.is_some() { Told::Writing } else { Told::Itself };
                    (Some(date), date.span, 0, told)
                })
                .collect();
        let tokens = text.tokens_in(sentence.span);
        for (at, token) in tokens.iter().enumerate().filter(|(_, token)| token.kind == TokenKind::Word) {
            let Some((span, days, told)) = phrases.ending(&article.text, token.span) else { continue };
            let next = tokens.get(at + 1).map(|next| fold(next.span.of(&article.text)));
            if !next.is_some_and(|next| phrases.unless.contains(&next)) {
                own.push((None, span, days, told));
            }
        }
        own.sort_by_key(|(_, span, ..)| *span);
        for (written, span, days, told) in own {
            if list.last().is_some_and(|known| known.day.span.overlaps(span)) {
                continue;
            }
            let (day, resolved) = match written {
                Some(written) => {
                    let resolved =
                        written.whole().or_else(|| article.published.and_then(|day| written.resolve(day)));
                    (Day::new(&written, article.published), resolved)
                }
                None => {
                    let from = if told == Told::Another { last } else { article.published };
                    let date = from.and_then(|day| day.checked_add(i64::from(days).days()).ok());
                    (date.map(|date| Day { weekday: Some(date.weekday()), date: Some(date), span }), date)
                }
            };
            // "la veille" after "la veille" is told from the same day.
            if told != Told::Another {
                last = resolved.or(last);
            }
            let year = written.and_then(|written| written.year);
            list.extend(day.map(|day| Dated { day, told, year }));
        }
    }
    list
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::Dossier;
    use jiff::civil::date;

    /// The days that a text names which was published on Wednesday 14 May 2025.
    fn days(text: &str) -> Vec<(String, Option<Date>)> {
        let mut dossier = Dossier::of_texts("t", [("a.txt", text)]).analyse(&|_| {});
        dossier.articles[0].published = Some(date(2025, 5, 14));
        let found = of_article(&dossier.articles[0], &dossier.texts[0]);
        found.iter().map(|dated| (dated.day.span.of(text).to_owned(), dated.day.date)).collect()
    }

    #[test]
    fn the_built_in_phrases_are_whole() {
        for phrases in [&*FRENCH, &*ENGLISH] {
            assert!(phrases.by_last.len() >= 4 && !phrases.unless.is_empty());
        }
    }

    #[test]
    fn the_eve_is_that_of_the_day_named_before() {
        let found =
            days("Le bac a coulé le 9 mai au large de Kerlann. La veille, une avarie avait été signalée.");
        assert_eq!(found[1], ("La veille".to_owned(), Some(date(2025, 5, 8))));
        let found = days("Le musée a rouvert ses portes ce matin, et le lendemain sera férié pour tous.");
        assert_eq!(found.last().map(|day| day.1), Some(Some(date(2025, 5, 15))));
    }

    #[test]
    fn the_eve_of_something_is_another_day() {
        let found = days("La veille du scrutin, le maire de Tréviers avait quitté la salle sans un mot.");
        assert!(found.is_empty(), "{found:?}");
    }

    #[test]
    fn english_tells_days_from_others_too() {
        let found = days("The ferry sank on May 9, the company said. The day before, it had failed a test.");
        assert_eq!(found.last().map(|day| day.1), Some(Some(date(2025, 5, 8))));
    }
}
