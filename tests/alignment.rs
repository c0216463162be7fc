//! The alignment on four invented events, held against every pair that a careful reader marked.
//!
//! Each folder of `tests/alignment` is a dossier with its `expected.toml`. The floors are in percent;
//! `cargo test --test alignment -- --nocapture` prints what is missed and what should not be there.
//! `rancon` and `musee` were written, pairs and all, before the alignment was first run on them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};

use recoupe::align::{Alignment, Passage, Reason, Relation, Slot};
use recoupe::article::Span;
use recoupe::dossier::Dossier;
use serde::Deserialize;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    fact: Vec<Fact>,
    only_here: BTreeMap<String, Vec<String>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Fact {
    about: String,
    passages: BTreeMap<String, String>,
    #[serde(default)]
    same_quote: Vec<String>,
    #[serde(default)]
    same_fact: Vec<String>,
    #[serde(default)]
    partial: Vec<String>,
    #[serde(default)]
    conflict: Vec<String>,
    /// Pairs that a reader may or may not see.
    #[serde(default)]
    optional: Vec<String>,
}

struct Wanted {
    about: String,
    a: Passage,
    b: Passage,
    /// None where it may be found or not.
    relation: Option<Relation>,
}

/// An invented dossier, analysed, and what is expected of it.
struct Event {
    dossier: Dossier,
    expected: Expected,
}

impl Event {
    fn read(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/alignment").join(name);
        let expected = std::fs::read_to_string(folder.join("expected.toml")).unwrap();
        let mut paths: Vec<PathBuf> = std::fs::read_dir(&folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.extension().is_some_and(|kind| kind != "toml"))
            .collect();
        paths.sort();
        let dossier = Dossier::load(&paths, &|_| {}).unwrap().analyse(&|_| {});
        Self { dossier, expected: toml::from_str(&expected).unwrap() }
    }

    fn place(&self, id: &str, words: &str) -> Passage {
        let article = id.parse::<usize>().unwrap() - 1;
        let text = &self.dossier.articles[article].text;
        let start = text.find(words).unwrap_or_else(|| panic!("{words:?} is not in {id}"));
        Passage { article, span: Span::new(start, start + words.len()) }
    }

    fn wanted(&self) -> Vec<Wanted> {
        let mut list = Vec::new();
        for fact in &self.expected.fact {
            for (relation, pairs) in [
                (Some(Relation::SameQuote), &fact.same_quote),
                (Some(Relation::SameFact), &fact.same_fact),
                (Some(Relation::Partial), &fact.partial),
                (Some(Relation::Conflict), &fact.conflict),
                (None, &fact.optional),
            ] {
                for pair in pairs {
                    let (a, b) = pair.split_once(' ').unwrap();
                    let place = |id: &str| self.place(id, &fact.passages[id]);
                    list.push(Wanted { about: fact.about.clone(), a: place(a), b: place(b), relation });
                }
            }
        }
        list
    }

    fn words(&self, passage: Passage) -> &str {
        passage.span.of(&self.dossier.articles[passage.article].text)
    }

    fn show(&self, pair: &Alignment) -> String {
        let why: Vec<String> = pair.why.iter().map(ToString::to_string).collect();
        let (a, b) = (self.words(pair.a), self.words(pair.b));
        format!("{:.2} {} {why:?}\n    {a}\n    {b}", pair.score, pair.relation.name())
    }

    /// Percent of the pairs that are found, and of the found ones that are pairs.
    fn found(&self) -> (usize, usize) {
        let wanted = self.wanted();
        let asked: Vec<&Wanted> = wanted.iter().filter(|wanted| wanted.relation.is_some()).collect();
        let missed: Vec<&&Wanted> = asked
            .iter()
            .filter(|wanted| !self.dossier.alignments.iter().any(|pair| tells(pair, wanted)))
            .collect();
        for wanted in &missed {
            let (a, b) = (self.words(wanted.a), self.words(wanted.b));
            println!("missed: {}\n    {a}\n    {b}", wanted.about);
        }
        let wrong: Vec<&Alignment> = self
            .dossier
            .alignments
            .iter()
            .filter(|pair| !wanted.iter().any(|wanted| tells(pair, wanted)))
            .collect();
        for pair in &wrong {
            println!("no pair: {}", self.show(pair));
        }
        let percent = |part: usize, whole: usize| 100 * part / whole.max(1);
        let found = self.dossier.alignments.len();
        (percent(asked.len() - missed.len(), asked.len()), percent(found - wrong.len(), found))
    }

    /// The slots on which conflicts were found, and how many conflicts no reader sees.
    fn conflicts(&self) -> (HashMap<Slot, usize>, usize) {
        let wanted = self.wanted();
        let (mut slots, mut wrong) = (HashMap::new(), 0);
        for pair in self.dossier.alignments.iter().filter(|pair| pair.relation == Relation::Conflict) {
            let Some(Reason::Differ(slot, _, _)) = pair.why.first() else { panic!("{}", self.show(pair)) };
            *slots.entry(*slot).or_default() += 1;
            let seen = wanted
                .iter()
                .any(|wanted| wanted.relation == Some(Relation::Conflict) && tells(pair, wanted));
            if !seen {
                println!("no conflict: {}", self.show(pair));
                wrong += 1;
            }
        }
        (slots, wrong)
    }

    /// What is expected to stand in one outlet alone, and was found elsewhere all the same.
    fn paired(&self) -> Vec<String> {
        let mut paired = Vec::new();
        for (id, passages) in &self.expected.only_here {
            for words in passages {
                let here = self.place(id, words);
                let pair = self.dossier.alignments.iter().find(|pair| {
                    [pair.a, pair.b]
                        .iter()
                        .any(|side| side.article == here.article && side.span.overlaps(here.span))
                });
                paired.extend(pair.map(|pair| self.show(pair)));
            }
        }
        paired
    }
}

/// Whether a pair tells what is wanted: half of the shorter span shared on either side.
fn tells(pair: &Alignment, wanted: &Wanted) -> bool {
    let half = |got: Passage, wanted: Passage| {
        got.article == wanted.article
            && got.span.shared(wanted.span) * 2 >= got.span.len().min(wanted.span.len())
    };
    half(pair.a, wanted.a) && half(pair.b, wanted.b)
}

#[test]
fn a_closing_glassworks_is_laid_side_by_side() {
    let event = Event::read("verrerie");
    let (recall, precision) = event.found();
    assert!(recall >= 78 && precision >= 92, "recall {recall}, precision {precision}");
    assert_eq!(event.paired(), Vec::<String>::new());
}

#[test]
fn an_earthquake_is_laid_side_by_side_in_two_languages() {
    let event = Event::read("seisme");
    let (recall, precision) = event.found();
    assert!(recall >= 65 && precision >= 78, "recall {recall}, precision {precision}");
    assert!(event.dossier.alignments.iter().any(|pair| pair.crossing));
}

#[test]
fn a_hospital_held_to_ransom_is_laid_side_by_side_in_two_languages() {
    let event = Event::read("rancon");
    let (recall, precision) = event.found();
    assert!(recall >= 62 && precision >= 95, "recall {recall}, precision {precision}");
    assert_eq!(event.paired(), Vec::<String>::new());
}

#[test]
fn stolen_paintings_are_laid_side_by_side_in_two_languages() {
    let event = Event::read("musee");
    let (recall, precision) = event.found();
    assert!(recall >= 72 && precision >= 88, "recall {recall}, precision {precision}");
    assert_eq!(event.paired(), Vec::<String>::new());
}

#[test]
fn the_museums_disputes_are_named() {
    let (slots, wrong) = Event::read("musee").conflicts();
    for slot in [Slot::Speaker, Slot::Truth] {
        assert!(slots.contains_key(&slot), "{slot:?} in {slots:?}");
    }
    assert_eq!(wrong, 0);
}

#[test]
fn the_hospitals_disputes_are_named() {
    let (slots, wrong) = Event::read("rancon").conflicts();
    for slot in [Slot::Quantity, Slot::Date, Slot::Speaker, Slot::Stage, Slot::Truth] {
        assert!(slots.contains_key(&slot), "{slot:?} in {slots:?}");
    }
    assert_eq!(wrong, 0);
}

#[test]
fn the_glassworks_disputes_are_named() {
    let (slots, wrong) = Event::read("verrerie").conflicts();
    for slot in [Slot::Quantity, Slot::Date, Slot::Speaker] {
        assert!(slots.contains_key(&slot), "{slot:?} in {slots:?}");
    }
    assert!(wrong <= 2, "{wrong}");
}

#[test]
fn the_earthquakes_disputes_are_named() {
    let (slots, wrong) = Event::read("seisme").conflicts();
    for slot in [Slot::Quantity, Slot::Stage] {
        assert!(slots.contains_key(&slot), "{slot:?} in {slots:?}");
    }
    assert!(wrong <= 1, "{wrong}");
}
