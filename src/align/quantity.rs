//! What a figure counts, in a form that two outlets share.

use super::slots::SlotWords;
use super::terms::Vocabulary;
use crate::actors::states;
use crate::claims::Figure;
use crate::lang::Language;
use crate::text::fold;

/// The key of what `figure` counts: the term of its unit, so that `pays` and `États`, `people` and
/// `personnes` are one. None where it has no unit.
pub(crate) fn key(figure: &Figure, language: Option<Language>) -> Option<String> {
    let unit = figure.unit.as_deref()?;
    if unit.len() == 3 && unit.bytes().all(|byte| byte.is_ascii_uppercase())
        || !unit.chars().any(char::is_alphabetic)
    {
        return Some(unit.to_owned());
    }
    if let Some(state) = states::key_of(&fold(unit)) {
        return Some(format!("~{state}"));
    }
    if SlotWords::of(language).counts_people(&fold(unit)) {
        return Some("people".to_owned());
    }
    Some(Vocabulary::of(language).term(unit))
}

/// How far apart two numbers may be where one of them is said to be rough.
const ROUGH: f64 = 0.1;

/// Whether two figures may be the same number, what blurs them allowed for.
pub(crate) fn agree(a: &Figure, b: &Figure) -> bool {
    let ((a_low, a_high), (b_low, b_high)) = (extent(a), extent(b));
    a_low <= b_high && b_low <= a_high
}

/// The least and the most a figure can mean.
fn extent(figure: &Figure) -> (f64, f64) {
    match (figure.value, figure.bounds) {
        (Some(value), _) if figure.qualifier.is_some() => (value * (1.0 - ROUGH), value * (1.0 + ROUGH)),
        (Some(value), _) => (value, value),
        (None, (low, high)) => (low.unwrap_or(f64::MIN), high.unwrap_or(f64::MAX)),
    }
}
