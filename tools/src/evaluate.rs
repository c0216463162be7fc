//! Strict scores: a name counts where its span and its kind are those of the annotators.
//!
//! Persons, organisations and places are scored, as in the literature on this corpus.

use std::collections::BTreeSet;

use recoupe::actors::features::Sheet;
use recoupe::actors::tagger::Tagger;
use recoupe::actors::{self, ActorKind, MentionForm};
use recoupe::article::Article;

use crate::corpus::{Annotated, Corpus, Gold, Part};

const SCORED: [ActorKind; 3] = [ActorKind::Person, ActorKind::Organisation, ActorKind::Place];

/// How many were right, found and wanted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Score {
    /// Found and wanted.
    pub right: usize,
    /// Found.
    pub found: usize,
    /// Wanted.
    pub wanted: usize,
}

impl Score {
    fn add(&mut self, found: &BTreeSet<Gold>, wanted: &BTreeSet<Gold>, kinds: &[ActorKind]) {
        let of_kind = |name: &&Gold| kinds.contains(&name.kind);
        self.right += found.intersection(wanted).filter(of_kind).count();
        self.found += found.iter().filter(of_kind).count();
        self.wanted += wanted.iter().filter(of_kind).count();
    }

    /// Precision, recall and their harmonic mean, in percent.
    pub fn figures(self) -> [f64; 3] {
        let share = |of: usize| if of == 0 { 0.0 } else { 100.0 * self.right as f64 / of as f64 };
        let f1 = 200.0 * self.right as f64 / (self.found + self.wanted).max(1) as f64;
        [share(self.found), share(self.wanted), f1]
    }
}

/// The names of an article that are scored.
fn scored(names: impl IntoIterator<Item = Gold>) -> BTreeSet<Gold> {
    names.into_iter().filter(|name| SCORED.contains(&name.kind)).collect()
}

fn print(
    title: &str,
    corpus: &Corpus,
    part: Part,
    errors: bool,
    find: impl Fn(&Annotated) -> BTreeSet<Gold>,
) {
    let mut all = Score::default();
    let mut by_kind = [Score::default(); SCORED.len()];
    for annotated in corpus.part(part) {
        let found = find(annotated);
        let wanted = scored(annotated.names.iter().copied());
        all.add(&found, &wanted, &SCORED);
        for (score, kind) in by_kind.iter_mut().zip(SCORED) {
            score.add(&found, &wanted, &[kind]);
        }
        if errors {
            list(annotated, &found, &wanted);
        }
    }
    let line = |score: Score| {
        let [precision, recall, f1] = score.figures();
        format!("P {precision:.1} R {recall:.1} F1 {f1:.1}")
    };
    println!("{part:?}, {title}: {}", line(all));
    for (score, kind) in by_kind.into_iter().zip(SCORED) {
        println!("  {}: {}", kind.name(), line(score));
    }
}

fn list(annotated: &Annotated, found: &BTreeSet<Gold>, wanted: &BTreeSet<Gold>) {
    let text = &annotated.article.text;
    let around = |name: &Gold| {
        let before = text[..name.span.start].char_indices().rev().nth(24).map_or(0, |(at, _)| at);
        let after =
            text[name.span.end..].char_indices().nth(16).map_or(text.len(), |(at, _)| name.span.end + at);
        let shown = format!(
            "{}[{}]{}",
            &text[before..name.span.start],
            name.span.of(text),
            &text[name.span.end..after]
        );
        shown.replace('\n', " ")
    };
    for (sign, names) in [("-", wanted.difference(found)), ("+", found.difference(wanted))] {
        for name in names {
            println!("{sign} {} {} {}", annotated.id, name.kind.name(), around(name));
        }
    }
}

/// Prints how good the tagger is by itself.
pub fn report(corpus: &Corpus, part: Part, tagger: &Tagger, errors: bool) {
    print("tagger alone", corpus, part, errors, |annotated| {
        let sheet = Sheet::read(&annotated.article, &annotated.text, tagger.lexicon());
        let names = tagger
            .tag(&sheet)
            .names()
            .into_iter()
            .map(|name| Gold { span: sheet.span(name.from).join(sheet.span(name.to - 1)), kind: name.kind });
        scored(names)
    });
}

/// Prints how good the whole actor stage is, each article being a dossier of its own.
pub fn report_second_pass(corpus: &Corpus, part: Part, errors: bool) {
    print("with the second pass", corpus, part, errors, |annotated| {
        let articles: [Article; 1] = [annotated.article.clone()];
        let actors = actors::find(&articles, std::slice::from_ref(&annotated.text));
        let names = actors.iter().flat_map(|actor| {
            let named = actor.mentions.iter().filter(|mention| mention.form == MentionForm::Name);
            named.map(|mention| Gold { span: mention.span, kind: actor.kind })
        });
        scored(names)
    });
}
