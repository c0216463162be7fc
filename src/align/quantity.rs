//! What a figure counts, in a form that two outlets share.

use std::collections::HashSet;

use super::slots::SlotWords;
use super::vocabulary::Vocabulary;
use crate::actors::states;
use crate::article::Article;
use crate::claims::Figure;
use crate::claims::figures::is_currency;
use crate::text::fold;

/// What a figure counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Counted {
    /// The term of its unit, so that `pays` and `États`, `people` and `personnes` are one.
    pub base: String,
    /// As what people are counted: the dead, the hurt, those who work there.
    role: Option<String>,
    /// Whether it is a length, a duration or the like, of which an event has many.
    measured: bool,
}

impl Counted {
    /// What `figure` counts in its article; none where it has no unit.
    pub(crate) fn new(figure: &Figure, article: &Article) -> Option<Self> {
        let unit = figure.unit.as_deref()?;
        let plain = |base: String| Self { base, role: None, measured: false };
        if unit.len() == 3 && unit.bytes().all(|byte| byte.is_ascii_uppercase())
            || !unit.chars().any(char::is_alphabetic)
        {
            return Some(plain(unit.to_owned()));
        }
        if let Some(state) = states::key_of(&fold(unit)) {
            return Some(plain(format!("~{state}")));
        }
        let (words, vocabulary) = (SlotWords::of(article.language), Vocabulary::of(article.language));
        if let Some((measure, time)) = unit.split_once(" par ").or_else(|| unit.split_once(" per ")) {
            return Some(plain(format!("{}{RATE}{}", vocabulary.term(measure), vocabulary.term(time))));
        }
        let term = vocabulary.term(unit);
        if words.is_role(&term) {
            return Some(Self { base: PEOPLE.to_owned(), role: Some(term), measured: false });
        }
        let behind = article.text.get(figure.span.end..).unwrap_or_default();
        let clause = behind.split(['.', ',', ';', ':', '(', '\n']).next().unwrap_or_default();
        let near: Vec<&str> = clause.split_whitespace().take(ROLE_REACH).collect();
        if !words.counts_people(&fold(unit)) {
            let measured = words.is_measure(&fold(unit));
            // "six marins ont été blessés" counts the hurt; "deux bombes ont tué" counts bombs.
            let passive = |pair: &[&str]| {
                words
                    .is_passive(&fold(pair[0]))
                    .then(|| vocabulary.term(pair[1]))
                    .filter(|term| is_toll(term))
            };
            return Some(match near.windows(2).find_map(passive).filter(|_| !measured) {
                role @ Some(_) => Self { base: PEOPLE.to_owned(), role, measured },
                None => Self { measured, ..plain(term) },
            });
        }
        let role = near.iter().map(|word| vocabulary.term(word)).find(|term| words.is_role(term));
        Some(Self { base: PEOPLE.to_owned(), role, measured: false })
    }

    /// Whether the two may count the same thing.
    pub(crate) fn comparable(&self, other: &Self) -> bool {
        self.base == other.base
            && self.role.as_ref().zip(other.role.as_ref()).is_none_or(|(mine, theirs)| mine == theirs)
    }

    /// A name for it that two figures of one thing share.
    pub(crate) fn key(&self) -> &str {
        self.role.as_deref().unwrap_or(&self.base)
    }

    /// Whether it counts the dead, the hurt or the missing: an event has one number of each.
    pub(crate) fn is_toll(&self) -> bool {
        self.role.as_deref().is_some_and(is_toll)
    }

    /// Whether it is people, money or a share: what two outlets seldom give for two things.
    pub(crate) fn telling(&self) -> bool {
        self.base == PEOPLE || self.base == "%" || is_currency(&self.base)
    }

    /// Whether it is a length, a duration or the like: two that differ are seldom one.
    pub(crate) fn is_measured(&self) -> bool {
        self.measured
    }
}

/// Whether a term says that people are dead, hurt or missing.
pub(crate) fn is_toll(term: &str) -> bool {
    TOLLS.contains(&term)
}

/// The terms around a figure, which say what it is the number of.
pub(crate) fn setting(figure: &Figure, article: &Article) -> HashSet<String> {
    let vocabulary = Vocabulary::of(article.language);
    // An article may be one line of megabytes.
    let before = article.text.get(..figure.span.start).unwrap_or_default();
    let from = before.char_indices().rev().nth(REACH).map_or(0, |(at, _)| at);
    let before = before.get(from..).unwrap_or_default();
    let behind = article.text.get(figure.span.end..).unwrap_or_default();
    let to = behind.char_indices().nth(REACH).map_or(behind.len(), |(at, _)| at);
    let behind = behind.get(..to).unwrap_or_default();
    let ends = |c: char| matches!(c, '.' | ';' | '\n');
    let words =
        |text: &'_ str| -> Vec<String> { text.split(|c: char| !c.is_alphanumeric()).map(fold).collect() };
    let before = words(before.rsplit(ends).next().unwrap_or_default());
    let behind = words(behind.split(ends).next().unwrap_or_default());
    let near = before.iter().rev().take(BEFORE).chain(behind.iter().take(BEHIND));
    near.filter(|word| !word.is_empty() && !vocabulary.is_stopword(word))
        .map(|word| vocabulary.term(word))
        .collect()
}

/// The base of whatever counts people.
const PEOPLE: &str = "people";

/// The roles of which an event has one number.
const TOLLS: [&str; 3] = ["=death", "=injured", "=missing"];

/// How many words after a number of people may say as what they are counted.
const ROLE_REACH: usize = 6;

/// What stands between a measure and the time it is taken over, in whichever language.
const RATE: &str = "/";

/// How far from a figure its words are looked for, in code points.
const REACH: usize = 120;

/// How many words before a figure say what it is the number of.
const BEFORE: usize = 7;

/// How many words after it do, its unit left out.
const BEHIND: usize = 3;

/// How far a number that is said to be rough may be off, as a part of it: half of its last digit that
/// is not zero, within these bounds. "Environ 1 300" is not "environ 1 200", "une quarantaine" may be 45.
const ROUGH: (f64, f64) = (0.03, 0.125);

/// Whether two figures may be the same number, what blurs them allowed for.
pub(crate) fn agree(a: &Figure, b: &Figure) -> bool {
    let ((a_low, a_high), (b_low, b_high)) = (extent(a), extent(b));
    a_low <= b_high && b_low <= a_high
}

/// How far a rough number may be off.
fn off(value: f64) -> f64 {
    let whole = value.abs();
    let mut digit = if whole.fract() == 0.0 { 1.0 } else { 0.1 };
    while whole.fract() == 0.0 && digit < whole && whole % (digit * 10.0) == 0.0 {
        digit *= 10.0;
    }
    let (least, most) = ROUGH;
    // A hair less than half, so that two neighbours do not touch.
    (digit * 0.499).clamp(least * whole, most * whole)
}

/// The least and the most a figure can mean.
pub(crate) fn extent(figure: &Figure) -> (f64, f64) {
    match (figure.value, figure.bounds) {
        (Some(value), _) if figure.qualifier.is_some() => {
            let off = off(value);
            (value - off, value + off)
        }
        (Some(value), _) => (value, value),
        (None, (low, high)) => (low.unwrap_or(f64::MIN), high.unwrap_or(f64::MAX)),
    }
}
