//! Who says what, phenomenon by phenomenon: invented passages as data, and how many come out whole.
//!
//! `tests/passages` holds whole paragraphs in the voice of the press instead, with several claims each. Those
//! are scored claim by claim, as on real articles: by the words found, and by the words with the right speaker.
//!
//! Each file of `tests/phenomena/{fr,en}` is one phenomenon. A passage is right where every claim it
//! lists is found with its words, its kind, its cue, its source as written and its speaker, and where
//! nothing else is taken for a claim. Nine of ten must be.
//! `cargo test --test phenomena -- --nocapture` prints the scores and what came out otherwise.
//!
//! A claim is written `who | kind cue | content`, then `| via RELAY` and `| for BODY` where there are
//! any. `who` is `Name`, whose source words hold the name; `Name [words]` with the source as written;
//! `[words]` for somebody without a name; `{words}` for a body or a group, named or not; `~` behind
//! any of them leaves the written source out. The cue is its lemma, `-` where there is none, with `?`
//! where the claim is hedged.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use recoupe::article::{Article, Span};
use recoupe::claims::Claim;
use recoupe::lang::Language;
use recoupe::source::Decoded;
use recoupe::text::{Text, fold};
use recoupe::{actors, claims};
use serde::Deserialize;

/// Of ten passages, how many must come out right.
const RIGHT: usize = 9;

/// How much of the letters of two contents must be common to both.
const AGREEMENT: f64 = 0.8;

/// The same for whole paragraphs, as such claims are scored in the field (intersection over union).
const OVERLAP: f64 = 0.5;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Phenomenon {
    passage: Vec<Passage>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Passage {
    text: String,
    said: Vec<String>,
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

impl Found {
    fn of(text: &str, language: Language) -> Self {
        let decoded = Decoded { text: text.to_owned(), encoding: "UTF-8".to_owned() };
        let mut article = Article::read("a".to_owned(), "a".to_owned(), None, decoded);
        article.language = Some(language);
        let texts = [Text::read(&article)];
        let articles = [article];
        let actors = actors::find(&articles, &texts);
        let claims = claims::find(&articles, &texts, &actors);
        let [article] = articles;
        Self { article, actors, claims }
    }

    fn source(&self, claim: &Claim) -> &str {
        claim.speaker_text.map_or("", |span| span.of(&self.article.text))
    }

    fn names(&self, claim: &Claim) -> Vec<&str> {
        claim.speakers.iter().map(|&at| self.actors[at].name.as_str()).collect()
    }

    fn written(&self, claim: &Claim) -> String {
        let cue = claim.cue.as_ref().map_or("-", |cue| cue.lemma.as_str());
        let mut line = format!(
            "{} [{}] | {} {cue}{} | {}",
            self.names(claim).join(" + "),
            self.source(claim),
            claim.kind.name(),
            if claim.hedged { "?" } else { "" },
            claim.span.of(&self.article.text),
        );
        let body = claim.on_behalf_of.as_ref().map(|body| body.name.clone());
        for (word, name) in [("via", &claim.via), ("for", &body)] {
            if let Some(name) = name {
                line.push_str(&format!(" | {word} {name}"));
            }
        }
        line
    }

    /// How much of two stretches of letters is common to both, between 0 and 1.
    fn agreement(&self, claim: &Claim, words: &str) -> f64 {
        self.article
            .text
            .match_indices(words)
            .map(|(start, _)| {
                let wanted = letters(&self.article.text, Span::new(start, start + words.len()));
                let got = letters(&self.article.text, claim.span);
                let union = wanted.union(&got).count();
                if union == 0 { 0.0 } else { wanted.intersection(&got).count() as f64 / union as f64 }
            })
            .fold(0.0, f64::max)
    }
}

/// Where letters and digits stand in a span.
fn letters(text: &str, span: Span) -> BTreeSet<usize> {
    let inside = span.of(text).char_indices();
    inside.filter(|(_, c)| c.is_alphanumeric()).map(|(at, _)| span.start + at).collect()
}

/// What a line of `said` asks for.
struct Expected<'a> {
    who: &'a str,
    how: &'a str,
    words: &'a str,
    via: Option<&'a str>,
    body: Option<&'a str>,
}

impl<'a> Expected<'a> {
    fn read(line: &'a str) -> Self {
        let parts: Vec<&str> = line.split(" | ").collect();
        let after = |word: &str| parts.iter().skip(3).find_map(|part| part.strip_prefix(word));
        Self { who: parts[0], how: parts[1], words: parts[2], via: after("via "), body: after("for ") }
    }

    fn fits(&self, found: &Found, claim: &Claim) -> bool {
        let cue = claim.cue.as_ref().map_or("-", |cue| cue.lemma.as_str());
        let how = format!("{} {cue}{}", claim.kind.name(), if claim.hedged { "?" } else { "" });
        let same = |wanted: Option<&str>, got: Option<&String>| match (wanted, got) {
            (None, None) => true,
            (Some(wanted), Some(got)) => fold(got).contains(&fold(wanted)),
            _ => false,
        };
        how == self.how
            && self.is_said_by(found, claim)
            && same(self.via, claim.via.as_ref())
            && same(self.body, claim.on_behalf_of.as_ref().map(|body| &body.name))
    }

    fn is_said_by(&self, found: &Found, claim: &Claim) -> bool {
        let (who, anywhere) = match self.who.strip_suffix(" ~") {
            Some(who) => (who, true),
            None => (self.who, false),
        };
        let source = found.source(claim);
        if let Some(words) = who.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
            return anywhere || fold(source).contains(&fold(words));
        }
        let (names, written) = match who.strip_suffix(']').and_then(|rest| rest.split_once('[')) {
            Some((names, written)) => (names.trim(), Some(written)),
            None => (who, None),
        };
        let wanted: Vec<&str> = names.split(" + ").filter(|name| !name.is_empty()).collect();
        let got = found.names(claim);
        let named = wanted.len() == got.len()
            && wanted.iter().all(|name| got.iter().any(|got| fold(got).contains(&fold(name))));
        let source_fits = match written {
            Some(written) => source == written,
            None => wanted.iter().all(|name| source.contains(name)),
        };
        named && (anywhere || source_fits)
    }
}

/// What came out otherwise than expected; nothing where all is right.
fn wrong(passage: &Passage, language: Language) -> Vec<String> {
    let found = Found::of(&passage.text, language);
    let mut notes = Vec::new();
    let mut used = BTreeSet::new();
    for line in &passage.said {
        let expected = Expected::read(line);
        assert!(passage.text.contains(expected.words), "not in the text: {}", expected.words);
        let like = |at: &usize| found.agreement(&found.claims[*at], expected.words) >= AGREEMENT;
        let candidates: Vec<usize> = (0..found.claims.len()).filter(like).collect();
        let free = candidates.iter().copied().filter(|at| !used.contains(at));
        match free.clone().find(|&at| expected.fits(&found, &found.claims[at])).or(free.clone().next()) {
            None => notes.push(format!("missed: {line}")),
            Some(at) => {
                used.insert(at);
                if !expected.fits(&found, &found.claims[at]) {
                    let got = found.written(&found.claims[at]);
                    notes.push(format!("wanted: {line}\n           got:    {got}"));
                }
            }
        }
    }
    for (at, claim) in found.claims.iter().enumerate().filter(|(at, _)| !used.contains(at)) {
        let optional = passage.optional.iter().any(|words| found.agreement(claim, words) >= AGREEMENT);
        if !optional {
            notes.push(format!("too much: {}", found.written(&found.claims[at])));
        }
    }
    notes
}

/// The files of one language, in order.
fn files(folder: &str, language: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(folder).join(language);
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "toml"))
        .collect();
    files.sort();
    files
}

/// Prints the score of every phenomenon: passages that come out right, all of them, and the phenomena that
/// fall short.
fn scores(folder: &str, name: &str, language: Language) -> (usize, usize, Vec<String>) {
    let mut short = Vec::new();
    let (mut right, mut all) = (0, 0);
    for file in files(folder, name) {
        let title = file.file_stem().unwrap().to_string_lossy().into_owned();
        let phenomenon: Phenomenon = toml::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap();
        let count = phenomenon.passage.len();
        let mut fine = 0;
        let mut notes = Vec::new();
        for passage in &phenomenon.passage {
            let wrong = wrong(passage, language);
            if wrong.is_empty() {
                fine += 1;
            } else {
                notes.push(format!("    « {} »", passage.text.replace('\n', " ¶ ")));
                notes.extend(wrong.into_iter().map(|note| format!("       {note}")));
            }
        }
        println!("{name} {title}: {fine} of {count}");
        notes.iter().for_each(|note| println!("{note}"));
        if fine * 10 < count * RIGHT {
            short.push(format!("{name} {title}: {fine} of {count}"));
        }
        right += fine;
        all += count;
    }
    println!("{folder} {name}: {right} of {all}");
    (right, all, short)
}

/// Prints the score of every phenomenon and gives back those that fall short.
fn short(folder: &str, name: &str, language: Language) -> Vec<String> {
    scores(folder, name, language).2
}

/// How many passages come out right, and how many there are.
fn tally(folder: &str, name: &str, language: Language) -> (usize, usize) {
    let (right, all, _) = scores(folder, name, language);
    (right, all)
}

#[test]
fn nine_of_ten_passages_come_out_right_in_french() {
    let short = short("phenomena", "fr", Language::French);
    assert!(short.is_empty(), "{short:#?}");
}

#[test]
fn nine_of_ten_passages_come_out_right_in_english() {
    let short = short("phenomena", "en", Language::English);
    assert!(short.is_empty(), "{short:#?}");
}

/// What is held out: passages written once the rules stood, of which the rules were not made. Three or four
/// for each phenomenon are too few to judge one by, so that they are counted together.
fn unseen(name: &str, language: Language, percent: usize) {
    let (right, all) = tally("phenomena-unseen", name, language);
    assert!(right * 100 >= all * percent, "{right} of {all}");
}

#[test]
fn passages_the_rules_were_not_made_from_come_out_right_in_french() {
    unseen("fr", Language::French, 80);
}

#[test]
fn passages_the_rules_were_not_made_from_come_out_right_in_english() {
    unseen("en", Language::English, 80);
}

/// The claims of whole paragraphs: how many are asked for, given, found, and found with their speaker.
#[derive(Default)]
struct Tally {
    wanted: usize,
    given: usize,
    found: usize,
    spoken: usize,
}

impl Tally {
    /// F1 in per cent of what is right.
    fn score(&self, right: usize) -> f64 {
        200.0 * right as f64 / (self.wanted + self.given).max(1) as f64
    }

    fn count(&mut self, passage: &Passage, language: Language) {
        let found = Found::of(&passage.text, language);
        let mut used = BTreeSet::new();
        for line in &passage.said {
            let expected = Expected::read(line);
            self.wanted += 1;
            let best = (0..found.claims.len())
                .filter(|at| !used.contains(at))
                .map(|at| (found.agreement(&found.claims[at], expected.words), at))
                .filter(|(agreement, _)| *agreement >= OVERLAP)
                .max_by(|one, other| one.0.total_cmp(&other.0));
            if let Some((_, at)) = best {
                used.insert(at);
                self.found += 1;
                self.spoken += usize::from(expected.is_said_by(&found, &found.claims[at]));
            }
        }
        let ignored =
            |claim: &Claim| passage.optional.iter().any(|words| found.agreement(claim, words) >= OVERLAP);
        let extra = found.claims.iter().enumerate();
        let extra = extra.filter(|(at, claim)| !used.contains(at) && !ignored(claim)).count();
        self.given += used.len() + extra;
    }
}

/// F1 of the claims of all paragraphs of one language: by words, and by words and speaker.
fn paragraphs(name: &str, language: Language) -> (f64, f64) {
    scores("passages", name, language);
    let mut tally = Tally::default();
    for file in files("passages", name) {
        let phenomenon: Phenomenon = toml::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap();
        phenomenon.passage.iter().for_each(|passage| tally.count(passage, language));
    }
    let scores = (tally.score(tally.found), tally.score(tally.spoken));
    println!("passages {name}: words {:.1}, words and speaker {:.1}", scores.0, scores.1);
    scores
}

#[test]
fn paragraphs_of_the_french_press_give_their_claims() {
    let (words, spoken) = paragraphs("fr", Language::French);
    assert!(words >= 95.0 && spoken >= 92.0, "{words:.1} {spoken:.1}");
}

#[test]
fn paragraphs_of_the_english_press_give_their_claims() {
    let (words, spoken) = paragraphs("en", Language::English);
    assert!(words >= 95.0 && spoken >= 92.0, "{words:.1} {spoken:.1}");
}
