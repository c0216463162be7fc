//! What a figure counts, in a form that two outlets share.

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
    Some(Vocabulary::of(language).term(unit))
}
