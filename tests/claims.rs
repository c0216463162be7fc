//! Who says what in short articles on varied events, held against what a careful reader finds.
//!
//! `tests/claims/passages.toml` is the truth; the floors are what the analysis reaches, in percent.
//! `cargo test --test claims -- --nocapture` prints what is missed and what is found too much.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeSet;

use recoupe::article::Article;
use recoupe::claims::Claim;
use recoupe::lang::Language;
use recoupe::source::Decoded;
use recoupe::text::Text;
use recoupe::{actors, claims};
use serde::Deserialize;

/// Percent of the claims that are found.
const FOUND: usize = 98;
/// Percent of the claims that are found, with the right speaker.
const SPEAKERS: usize = 98;
/// Percent of what is found that is a claim.
const PRECISION: usize = 97;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Passages {
    passage: Vec<Passage>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Passage {
    event: String,
    language: Option<String>,
    text: String,
    said: Vec<(String, String)>,
    #[serde(default)]
    not_said: Vec<String>,
    /// Words that may well be taken for a claim: neither missed nor too much.
    #[serde(default)]
    optional: Vec<String>,
}

/// One passage, analysed.
struct Found {
    article: Article,
    actors: Vec<actors::Actor>,
    claims: Vec<Claim>,
}

fn analysed(passage: &Passage) -> Found {
    let decoded = Decoded { text: passage.text.clone(), encoding: "UTF-8".to_owned() };
    let mut article = Article::read("a".to_owned(), "a".to_owned(), None, decoded);
    let english = passage.language.as_deref() == Some("en");
    article.language = Some(if english { Language::English } else { Language::French });
    let texts = [Text::read(&article)];
    let articles = [article];
    let actors = actors::find(&articles, &texts);
    let claims = claims::find(&articles, &texts, &actors);
    let [article] = articles;
    Found { article, actors, claims }
}

/// How much of the words of two claims is common to both, between 0 and 1.
fn agreement(article: &Article, claim: &Claim, words: &str) -> f64 {
    let start = article.text.find(words).unwrap_or_else(|| panic!("not in the text: {words}"));
    let wanted: BTreeSet<usize> = letters(&article.text, start, start + words.len());
    let got: BTreeSet<usize> = letters(&article.text, claim.span.start, claim.span.end);
    let union = wanted.union(&got).count();
    if union == 0 { 0.0 } else { wanted.intersection(&got).count() as f64 / union as f64 }
}

/// Where letters and digits stand between two places.
fn letters(text: &str, start: usize, end: usize) -> BTreeSet<usize> {
    text[start..end].char_indices().filter(|(_, c)| c.is_alphanumeric()).map(|(at, _)| start + at).collect()
}

fn speaker(found: &Found, claim: &Claim) -> String {
    let names: Vec<&str> = claim.speakers.iter().map(|&at| found.actors[at].name.as_str()).collect();
    let words = claim.speaker_text.map_or("", |span| span.of(&found.article.text));
    format!("{} [{words}]", names.join(" + "))
}

fn is_said_by(found: &Found, claim: &Claim, who: &str) -> bool {
    let got = speaker(found, claim);
    who.split(" + ").all(|who| got.contains(who)) && claim.speakers.len() <= 1 + who.matches(" + ").count()
}

#[test]
fn claims_of_varied_events_are_found_with_their_speakers() {
    let passages: Passages = toml::from_str(include_str!("claims/passages.toml")).unwrap();
    let (mut wanted, mut hit, mut by, mut all, mut right) = (0, 0, 0, 0, 0);
    for passage in &passages.passage {
        let found = analysed(passage);
        println!("== {}", passage.event);
        let best = |words: &str| {
            let agreement = |claim: &&Claim| agreement(&found.article, claim, words);
            found
                .claims
                .iter()
                .max_by(|a, b| agreement(a).total_cmp(&agreement(b)))
                .filter(|claim| agreement(claim) >= 0.6)
        };
        for (who, words) in &passage.said {
            wanted += 1;
            match best(words) {
                None => println!("  missed: {who}: {words}"),
                Some(claim) => {
                    hit += 1;
                    if is_said_by(&found, claim, who) {
                        by += 1;
                    } else {
                        println!("  by {}, not {who}: {words}", speaker(&found, claim));
                    }
                }
            }
        }
        for claim in &found.claims {
            let like = |words: &&String| agreement(&found.article, claim, words) >= 0.6;
            if passage.optional.iter().any(|words| like(&words)) {
                continue;
            }
            all += 1;
            let listed = passage.said.iter().any(|(_, words)| like(&words));
            right += usize::from(listed && !passage.not_said.iter().any(|words| like(&words)));
            if !listed {
                let words = claim.span.of(&found.article.text);
                println!("  too much: {}: {words}", speaker(&found, claim));
            }
        }
    }
    println!("found {hit}/{wanted}, by the right speaker {by}/{wanted}; claims {right}/{all}");
    assert!(hit * 100 >= wanted * FOUND, "found {hit} of {wanted}");
    assert!(by * 100 >= wanted * SPEAKERS, "by the right speaker {by} of {wanted}");
    assert!(right * 100 >= all * PRECISION, "{right} of {all} are claims");
}
