//! Figures by kind: ten sentences of our own for each, in `tests/figures`, of which nine must be read
//! whole: every figure with its words, its value and its unit, and no other.
//!
//! `cargo test --test figures -- --nocapture` prints what comes out otherwise.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeMap;

use recoupe::article::Article;
use recoupe::claims::{Figure, figures};
use recoupe::lang::Language;
use recoupe::source::Decoded;
use recoupe::text::Text;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Kinds {
    kind: BTreeMap<String, Vec<Vec<String>>>,
}

/// The figures of `text`, each as `words | value | unit`.
fn read(text: &str, language: Language) -> Vec<String> {
    let decoded = Decoded { text: text.to_owned(), encoding: "UTF-8".to_owned() };
    let mut article = Article::read("a".to_owned(), "a".to_owned(), None, decoded);
    article.language = Some(language);
    let cut = Text::read(&article);
    figures::find(0, &article, &cut).iter().map(|figure| written(figure, &article.text)).collect()
}

fn written(figure: &Figure, text: &str) -> String {
    let number = |value: f64| format!("{}", (value * 10_000.0).round() / 10_000.0);
    let value = match (figure.value, figure.bounds) {
        (Some(value), _) => number(value),
        (None, (Some(low), Some(high))) => format!("{}..{}", number(low), number(high)),
        (None, (Some(low), None)) => format!("{}..", number(low)),
        (None, _) => "-".to_owned(),
    };
    format!("{} | {value} | {}", figure.span.of(text), figure.unit.as_deref().unwrap_or("-"))
}

fn short(kinds: &str, language: Language) -> Vec<String> {
    let kinds: Kinds = toml::from_str(kinds).unwrap();
    let mut short = Vec::new();
    for (kind, sentences) in kinds.kind {
        let mut right = 0;
        for sentence in &sentences {
            let (text, wanted) = sentence.split_first().unwrap();
            let got = read(text, language);
            if got == wanted {
                right += 1;
            } else {
                println!("  {kind}: {text}\n     wanted: {wanted:?}\n     got:    {got:?}");
            }
        }
        println!("{kind}: {right} of {}", sentences.len());
        if right * 10 < sentences.len() * 9 {
            short.push(format!("{kind}: {right} of {}", sentences.len()));
        }
    }
    short
}

#[test]
fn nine_of_ten_french_figures_of_every_kind_are_read() {
    let short = short(include_str!("figures/fr.toml"), Language::French);
    assert!(short.is_empty(), "{short:#?}");
}

#[test]
fn nine_of_ten_english_figures_of_every_kind_are_read() {
    let short = short(include_str!("figures/en.toml"), Language::English);
    assert!(short.is_empty(), "{short:#?}");
}
