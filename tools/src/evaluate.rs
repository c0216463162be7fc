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

/// What the tagger finds by itself.
pub fn tagged(annotated: &Annotated, tagger: &Tagger) -> BTreeSet<Gold> {
    let sheet = Sheet::read(&annotated.article, &annotated.text, tagger.lexicon());
    scored(
        tagger
            .tag(&sheet)
            .names()
            .into_iter()
            .map(|name| Gold { span: sheet.span(name.from).join(sheet.span(name.to - 1)), kind: name.kind }),
    )
}

/// What the whole actor stage finds, the article being a dossier of its own.
pub fn settled(annotated: &Annotated) -> BTreeSet<Gold> {
    let articles: [Article; 1] = [annotated.article.clone()];
    let actors = actors::find(&articles, std::slice::from_ref(&annotated.text));
    scored(actors.iter().flat_map(|actor| {
        let named = actor.mentions.iter().filter(|mention| mention.form == MentionForm::Name);
        named.map(|mention| Gold { span: mention.span, kind: actor.kind })
    }))
}

/// How good `find` is on one part: all kinds together, then each of those that are scored.
pub fn score(corpus: &Corpus, part: Part, find: impl Fn(&Annotated) -> BTreeSet<Gold>) -> [Score; 4] {
    let mut scores = [Score::default(); 4];
    for annotated in corpus.part(part) {
        let found = find(annotated);
        let wanted = scored(annotated.names.iter().copied());
        scores[0].add(&found, &wanted, &SCORED);
        for (score, kind) in scores[1..].iter_mut().zip(SCORED) {
            score.add(&found, &wanted, &[kind]);
        }
    }
    scores
}

/// Prints how good `find` is on one part.
pub fn report(
    title: &str,
    corpus: &Corpus,
    part: Part,
    errors: bool,
    find: impl Fn(&Annotated) -> BTreeSet<Gold>,
) {
    if errors {
        for annotated in corpus.part(part) {
            list(annotated, &find(annotated), &scored(annotated.names.iter().copied()));
        }
    }
    let titles =
        [format!("{part:?}, {title}"), "  persons".into(), "  organisations".into(), "  places".into()];
    for (title, score) in titles.iter().zip(score(corpus, part, find)) {
        let [precision, recall, f1] = score.figures();
        println!("{title}: P {precision:.1} R {recall:.1} F1 {f1:.1}");
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
