//! Checkable quantities: counts, amounts of money, percentages, durations.
//!
//! A figure is a number, in digits or in words, with what blurs it before and what it counts after.
//! Dates, years, ordinals, times of day, article and telephone numbers are not figures. What the
//! words of a language mean stands in `assets/lang/*/numbers.toml` and `units.toml`.

use crate::article::{Article, Span};
use crate::lang::Language;
use crate::text::Text;

mod lexicon;
mod number;
mod scan;
mod unit;

#[cfg(test)]
mod tests;

pub(crate) use scan::is_currency;

/// A quantity as an article gives it.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// Index of the article in the dossier.
    pub article: usize,
    /// Where it stands, qualifier and unit included, in bytes.
    pub span: Span,
    /// The number, with its magnitude worked out; none for `plusieurs centaines` and for a range.
    pub value: Option<f64>,
    /// The least and the most it can be, where `value` is none: a range has both, `plusieurs
    /// centaines` only the least.
    pub bounds: (Option<f64>, Option<f64>),
    /// What is counted or measured, in the singular or plural as written: `pays`, `%`; money by its
    /// ISO 4217 code: `EUR`.
    pub unit: Option<String>,
    /// What blurs it: `plus de`, `près de`, `une trentaine`.
    pub qualifier: Option<String>,
    /// The words that say what it is a figure of.
    pub of: Option<String>,
}

/// Finds the figures of the article at `index`, in order.
pub fn find(index: usize, article: &Article, text: &Text) -> Vec<Figure> {
    let language = article.language.unwrap_or(Language::French);
    let mut figures = Vec::new();
    for block in article.body() {
        scan::block(index, &article.text, text.tokens_in(block.span), language, &mut figures);
    }
    figures
}

/// Whether a folded word is a number or part of one: `vingt-six`, `cent`, `trentaine`.
pub fn is_number_word(word: &str, language: Option<Language>) -> bool {
    let lexicon = lexicon::Lexicon::of(language.unwrap_or(Language::French));
    word.split('-').all(|part| {
        lexicon.words.contains_key(part)
            || lexicon.multipliers.contains_key(part)
            || lexicon.collectives.contains_key(part)
    })
}
