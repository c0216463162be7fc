//! The whole analysis on the built-in dossier, held against what a careful reader finds in it.
//!
//! `assets/demo/expected.toml` is the truth; the floors below are what the analysis reaches, in
//! percent. A change that lowers one fails here with the list of what it lost; one that reaches more
//! raises its floor. `cargo test --test demo -- --nocapture` prints everything that is missed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "demo/expected.rs"]
mod expected;

use std::sync::LazyLock;

use expected::{Expected, Tally, last_place, place};
use recoupe::actors::Actor;
use recoupe::align::{Alignment, Passage, Relation};
use recoupe::article::{Article, Span};
use recoupe::claims::Claim;
use recoupe::demo;
use recoupe::dossier::Dossier;
use recoupe::text::fold::fold;

/// Percent of what is known about the articles: outlet, date, title, authors, language.
const METADATA: usize = 90;
/// Percent of the noise that is set aside.
const NOISE: usize = 96;
/// Percent of the noise that is set aside under its right name.
const NOISE_KINDS: usize = 88;
/// Percent of the article's own words that are not taken for noise.
const BODY: usize = 98;
/// Percent of the actors who are found, as what they are, with all their names in one.
const ACTORS: usize = 97;
/// Percent of the found actors who are in the story.
const ACTORS_PRECISION: usize = 97;
/// Percent of the names that stand in noise alone and are left alone.
const NOISE_ONLY: usize = 97;
/// Percent of the claims that are found.
const CLAIMS: usize = 95;
/// Percent of the claims that are found, with the right speaker.
const SPEAKERS: usize = 90;
/// Percent of the claims that are found as direct, mixed or indirect as they are.
const CLAIM_KINDS: usize = 93;
/// Percent of the found claims that are claims.
const CLAIMS_PRECISION: usize = 96;
/// Percent of hearsay and second-hand claims that are marked so.
const HEARSAY: usize = 60;
/// Percent of the figures that are found with the right value.
const FIGURES: usize = 93;
/// Percent of the pairs among the French articles that are found, in whatever relation.
const PAIRS: usize = 80;
/// Percent of those that are found in their relation.
const RELATIONS: usize = 65;
/// Percent of the pairs of a French article and the English one that are found.
const TRANSLATED: usize = 55;
/// Percent of the found pairs that are pairs.
const PAIRS_PRECISION: usize = 62;
/// Percent of what one outlet alone has that is aligned with nothing.
const ONLY_HERE: usize = 70;

static EXPECTED: LazyLock<Expected> = LazyLock::new(Expected::read);
static DEMO: LazyLock<Dossier> = LazyLock::new(|| demo::load().analyse(&|_| {}));

#[test]
fn annotated_words_stand_in_their_article_once() {
    let printed_twice = |words: &str| {
        let all = EXPECTED.articles().flat_map(|(_, article)| &article.noise);
        all.filter(|noise| noise.kind.as_deref() == Some("duplicate"))
            .any(|noise| noise.words.contains(words))
    };
    for (at, article) in EXPECTED.articles() {
        let text = &DEMO.articles[at].text;
        let noise = article.noise.iter().map(|noise| &noise.words);
        let claims =
            article.claims.iter().flat_map(|claim| [Some(&claim.words), claim.or.as_ref()]).flatten();
        let figures =
            article.figures.iter().flat_map(|figure| [Some(&figure.words), figure.or.as_ref()]).flatten();
        let facts = EXPECTED.fact.iter().filter_map(|fact| fact.passages.get(&article.id));
        let alone = EXPECTED.only_here.get(&article.id).into_iter().flatten();
        for words in noise.chain(claims).chain(figures).chain(&article.not_claims).chain(facts).chain(alone) {
            let times = text.matches(words.as_str()).count();
            assert!(
                times == 1 || times == 2 && printed_twice(words),
                "{times} times in {}: {words}",
                article.id
            );
        }
    }
}

#[test]
fn every_relation_kind_and_noise_is_exercised() {
    let relations: Vec<_> = EXPECTED.pairs(&DEMO).iter().map(|pair| pair.relation).collect();
    for relation in [Relation::SameQuote, Relation::SameFact, Relation::Partial, Relation::Conflict] {
        assert!(relations.contains(&relation), "{}", relation.name());
    }
    for kind in ["direct", "mixed", "indirect"] {
        assert!(EXPECTED.claims().any(|(_, claim)| claim.kind == kind), "{kind}");
    }
    let noise: Vec<_> = EXPECTED.articles().flat_map(|(_, article)| &article.noise).collect();
    for kind in
        ["navigation", "byline", "dateline", "caption", "credit", "embed", "related", "duplicate", "trailer"]
    {
        assert!(noise.iter().any(|noise| noise.kind.as_deref() == Some(kind)), "{kind}");
    }
}

#[test]
fn articles_say_who_published_them_and_when() {
    let mut tally = Tally::default();
    for (at, expected) in EXPECTED.articles() {
        let article = &DEMO.articles[at];
        let mut same = |what: &str, got: String, wanted: &str| {
            tally.count(got == wanted, || format!("{} {what}: {got:?}, not {wanted:?}", expected.id));
        };
        let outlet = article.outlet.as_ref().map(|outlet| outlet.name.clone());
        same("outlet", outlet.unwrap_or_default(), &expected.outlet);
        same("date", article.published.map(|date| date.to_string()).unwrap_or_default(), &expected.published);
        same("title", article.title.clone().unwrap_or_default(), &expected.title);
        same("authors", article.authors.join(", "), &expected.authors.join(", "));
        same(
            "language",
            article.language.map(|language| language.code().to_owned()).unwrap_or_default(),
            &expected.language,
        );
    }
    tally.reaches(METADATA, "what is known of the articles");
}

#[test]
fn noise_is_set_aside() {
    let mut tally = Tally::default();
    let mut kinds = Tally::default();
    for (at, article) in EXPECTED.articles() {
        for noise in &article.noise {
            let span = last_place(&DEMO, at, &noise.words);
            let found = share_in_noise(&DEMO.articles[at], span) > 0.9;
            tally.count(found, || format!("{} {}", article.id, noise.words));
            if let Some(kind) = &noise.kind {
                let got =
                    DEMO.articles[at].blocks.iter().max_by_key(|block| block.span.shared(span)).unwrap();
                kinds.count(got.kind.name() == kind, || {
                    format!("{} {} is {kind}, not {}", article.id, noise.words, got.kind.name())
                });
            }
        }
    }
    tally.reaches(NOISE, "noise");
    kinds.reaches(NOISE_KINDS, "kinds of noise");
}

#[test]
fn what_the_story_tells_is_not_taken_for_noise() {
    let mut tally = Tally::default();
    let pairs = EXPECTED.pairs(&DEMO);
    let claims = EXPECTED.claims().map(|(at, claim)| (at, place(&DEMO, at, &claim.words)));
    for (at, span) in claims
        .chain(pairs.iter().flat_map(|pair| [pair.a, pair.b]).map(|passage| (passage.article, passage.span)))
    {
        let article = &DEMO.articles[at];
        tally.count(share_in_noise(article, span) < 0.1, || format!("{} {}", at + 1, span.of(&article.text)));
    }
    tally.reaches(BODY, "the article's own words");
}

#[test]
fn actors_are_found_under_all_their_names() {
    let mut tally = Tally::default();
    for wanted in EXPECTED.actor.iter().filter(|actor| !actor.optional) {
        let got = actor_named(wanted);
        let merged = got.is_some_and(|actor| {
            wanted.aliases.iter().all(|alias| names(actor).any(|name| name == fold(alias)))
        });
        let kind = got.map(|actor| actor.kind.name());
        tally.count(merged && kind == Some(wanted.kind.as_str()), || {
            let known_as = got.map(|actor| names(actor).collect::<Vec<_>>().join(", "));
            format!(
                "{} ({}): found {} as {}",
                wanted.name,
                wanted.kind,
                known_as.unwrap_or_default(),
                kind.unwrap_or("nothing")
            )
        });
    }
    tally.reaches(ACTORS, "actors");
}

#[test]
fn nobody_else_is_an_actor() {
    let mut tally = Tally::default();
    for actor in &DEMO.actors {
        let called = |wanted: &expected::Actor| {
            wanted.names().any(|wanted| names(actor).any(|name| name == fold(wanted)))
        };
        tally.count(EXPECTED.actor.iter().any(called), || {
            format!("{} ({}), {} mentions", actor.name, actor.kind.name(), actor.mentions.len())
        });
    }
    tally.reaches(ACTORS_PRECISION, "actors who are in the story");
}

#[test]
fn whoever_stands_in_noise_alone_is_no_actor() {
    let mut tally = Tally::default();
    for name in &EXPECTED.noise_only.names {
        let actor = DEMO.actors.iter().find(|actor| names(actor).any(|other| other == fold(name)));
        tally.count(actor.is_none(), || name.clone());
    }
    tally.reaches(NOISE_ONLY, "names in noise that are left alone");
}

#[test]
fn claims_are_found_with_their_speakers() {
    let (mut claims, mut speakers, mut kinds) = (Tally::default(), Tally::default(), Tally::default());
    for (at, wanted) in EXPECTED.claims().filter(|(_, claim)| !claim.optional) {
        let got = claim_found(at, wanted);
        claims.count(got.is_some(), || format!("{} {}", at + 1, wanted.words));
        speakers.count(got.is_some_and(|got| is_said_by(got, wanted)), || {
            let said = got.map_or_else(|| "not found".to_owned(), said_by);
            format!("{} {} | {} {:?} | {said}", at + 1, wanted.words, wanted.by.join(" + "), wanted.source)
        });
        kinds.count(got.is_some_and(|got| got.kind.name() == wanted.kind), || {
            format!("{} {} is {}, found {:?}", at + 1, wanted.words, wanted.kind, got.map(|got| got.kind))
        });
    }
    claims.reaches(CLAIMS, "claims");
    speakers.reaches(SPEAKERS, "claims with their speakers");
    kinds.reaches(CLAIM_KINDS, "kinds of claims");
}

#[test]
fn hearsay_and_second_hand_are_marked() {
    let mut tally = Tally::default();
    for (at, wanted) in EXPECTED.claims().filter(|(_, claim)| !claim.optional) {
        let got = claim_found(at, wanted);
        if let Some(via) = &wanted.via {
            let relayed = |got: &Claim| {
                got.via.as_ref().is_some_and(|other| fold(via) == fold(other))
                    || is_said_by(got, wanted) && !wanted.by.is_empty()
            };
            tally.count(got.is_some_and(relayed), || format!("{} via {via}: {}", at + 1, wanted.words));
        }
        if wanted.hedged || got.is_some_and(|got| got.hedged) {
            tally.count(got.is_some_and(|got| got.hedged == wanted.hedged), || {
                format!("{} hedged {}: {}", at + 1, wanted.hedged, wanted.words)
            });
        }
    }
    tally.reaches(HEARSAY, "hearsay and second-hand claims");
}

#[test]
fn names_terms_and_headings_are_no_claims() {
    let mut tally = Tally::default();
    for got in &DEMO.claims {
        let wanted =
            EXPECTED.claims().any(|(at, claim)| at == got.article && agreement(at, got.span, claim) >= 0.3);
        tally.count(wanted, || {
            format!("{} {} | {}", got.article + 1, words(got.article, got.span), said_by(got))
        });
    }
    tally.reaches(CLAIMS_PRECISION, "claims that are claims");
}

#[test]
fn figures_are_read() {
    let mut tally = Tally::default();
    for (at, article) in EXPECTED.articles() {
        for wanted in &article.figures {
            let spans = [Some(&wanted.words), wanted.or.as_ref()].into_iter().flatten();
            let spans: Vec<_> = spans.map(|words| place(&DEMO, at, words)).collect();
            let near: Vec<_> = DEMO
                .figures
                .iter()
                .filter(|got| got.article == at && spans.iter().any(|span| span.overlaps(got.span)))
                .collect();
            let right = near
                .iter()
                .any(|got| got.value.is_some_and(|value| (value - wanted.value).abs() < 1e-6 * wanted.value));
            tally.count(right, || {
                let got: Vec<_> = near.iter().map(|got| (got.value, &got.unit)).collect();
                format!(
                    "{} {} = {} {:?} {:?}, not {got:?}",
                    article.id, wanted.words, wanted.value, wanted.unit, wanted.qualifier
                )
            });
        }
    }
    tally.reaches(FIGURES, "figures");
}

#[test]
fn passages_that_tell_the_same_are_paired() {
    let (mut found, mut typed, mut translated) = (Tally::default(), Tally::default(), Tally::default());
    let pairs = EXPECTED.pairs(&DEMO);
    // Two sentences may agree on one thing and part over another; the contradiction is what is shown.
    let contradicts = |got: &Alignment| {
        pairs.iter().any(|pair| pair.relation == Relation::Conflict && joins(got, pair.a, pair.b))
    };
    for pair in &pairs {
        let got: Vec<_> = DEMO.alignments.iter().filter(|got| joins(got, pair.a, pair.b)).collect();
        let show = || {
            let [a, b] = [pair.a, pair.b].map(|passage| words(passage.article, passage.span));
            let relations: Vec<_> = got.iter().map(|got| got.relation.name()).collect();
            let [first, second] = [pair.a.article + 1, pair.b.article + 1];
            format!(
                "{} ({}), found {relations:?}:\n    {first} {a}\n    {second} {b}",
                pair.about,
                pair.relation.name()
            )
        };
        let [first, second] = [pair.a, pair.b].map(|passage| DEMO.articles[passage.article].language);
        if first != second {
            translated.count(!got.is_empty(), show);
            continue;
        }
        found.count(!got.is_empty(), show);
        let right = |got: &&Alignment| match got.relation {
            Relation::Conflict => contradicts(got),
            relation => alike(relation, pair.relation),
        };
        typed.count(got.iter().any(right), show);
    }
    found.reaches(PAIRS, "pairs");
    typed.reaches(RELATIONS, "pairs in their relation");
    translated.reaches(TRANSLATED, "pairs across languages");
}

#[test]
fn passages_that_only_share_a_name_are_not_paired() {
    let mut tally = Tally::default();
    let wanted = [EXPECTED.pairs(&DEMO), EXPECTED.optional_pairs(&DEMO)].concat();
    for got in &DEMO.alignments {
        tally.count(wanted.iter().any(|pair| joins(got, pair.a, pair.b)), || {
            let [a, b] = [got.a, got.b].map(|passage| words(passage.article, passage.span));
            let why: Vec<_> = got.why.iter().map(ToString::to_string).collect();
            let [first, second] = [got.a.article + 1, got.b.article + 1];
            format!("{:.2} {} {why:?}\n    {first} {a}\n    {second} {b}", got.score, got.relation.name())
        });
    }
    tally.reaches(PAIRS_PRECISION, "pairs that are pairs");
}

#[test]
fn what_one_outlet_alone_has_is_paired_with_nothing() {
    let mut tally = Tally::default();
    for (id, passages) in &EXPECTED.only_here {
        let article = expected::article_at(id);
        for passage in passages {
            let span = place(&DEMO, article, passage);
            let got = DEMO
                .alignments
                .iter()
                .flat_map(|got| [(got.a, got.b), (got.b, got.a)])
                .find(|(here, _)| here.article == article && here.span.overlaps(span));
            tally.count(got.is_none(), || {
                let other = got.map(|(_, there)| words(there.article, there.span)).unwrap_or_default();
                format!("{id} {passage}\n    paired with {other}")
            });
        }
    }
    tally.reaches(ONLY_HERE, "what one outlet alone has");
}

fn words(article: usize, span: Span) -> &'static str {
    span.of(&DEMO.articles[article].text)
}

/// How much of what `span` holds lies in blocks of noise, from 0 to 1.
fn share_in_noise(article: &Article, span: Span) -> f64 {
    let noise = article.blocks.iter().filter(|block| block.kind.is_noise());
    noise.map(|block| block.span.shared(span)).sum::<usize>() as f64 / span.len() as f64
}

/// The folded names of an actor.
fn names(actor: &Actor) -> impl Iterator<Item = String> {
    actor.names().map(fold)
}

/// The actor who goes by the expected name, or by one that would do as well.
fn actor_named(wanted: &expected::Actor) -> Option<&'static Actor> {
    let called =
        |wanted: &String| DEMO.actors.iter().find(|actor| names(actor).any(|name| name == fold(wanted)));
    std::iter::once(&wanted.name).chain(&wanted.also).find_map(called)
}

/// Shared part of two spans against all they cover (intersection over union), the best of the
/// boundaries that would do.
fn agreement(article: usize, span: Span, wanted: &expected::Claim) -> f64 {
    let spans = [Some(&wanted.words), wanted.or.as_ref()].into_iter().flatten();
    let agreement = |words: &String| {
        let other = place(&DEMO, article, words);
        let shared = span.shared(other);
        shared as f64 / (span.len() + other.len() - shared) as f64
    };
    spans.map(agreement).fold(0.0, f64::max)
}

/// The claim whose content agrees best with the expected one, by half at least.
fn claim_found(article: usize, wanted: &expected::Claim) -> Option<&'static Claim> {
    let scored = DEMO
        .claims
        .iter()
        .filter(|got| got.article == article)
        .map(|got| (agreement(article, got.span, wanted), got));
    scored.filter(|(score, _)| *score >= 0.5).max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, got)| got)
}

/// Whether the named speakers are the expected ones; where nobody is named, whether nobody is, or
/// the source is the one that the article gives.
fn is_said_by(got: &Claim, wanted: &expected::Claim) -> bool {
    let source_as_written = || {
        let source = wanted.source.as_ref()?;
        let written = fold(words(got.article, got.speaker_text?));
        Some(written.contains(&fold(source)) || fold(source).contains(&written))
    };
    if wanted.by.is_empty() {
        return got.speakers.is_empty() || source_as_written() == Some(true);
    }
    let known = |name: &String| {
        let actor = EXPECTED.actor.iter().find(|actor| actor.name == *name).and_then(actor_named);
        actor.is_some_and(|actor| got.speakers.iter().any(|at| DEMO.actors[*at].id == actor.id))
    };
    wanted.by.iter().all(known) && got.speakers.len() == wanted.by.len()
}

/// The speakers of a claim, for a message.
fn said_by(got: &Claim) -> String {
    let named: Vec<_> = got.speakers.iter().map(|at| DEMO.actors[*at].name.as_str()).collect();
    let written = got.speaker_text.map(|span| words(got.article, span));
    format!("{:?} as {written:?}", named.join(" + "))
}

/// Whether an alignment joins two passages: on either side at least half of the shorter is shared.
fn joins(got: &Alignment, a: Passage, b: Passage) -> bool {
    let meets = |one: Passage, other: Passage| {
        one.article == other.article
            && one.span.shared(other.span) * 2 >= one.span.len().min(other.span.len())
    };
    meets(got.a, a) && meets(got.b, b) || meets(got.a, b) && meets(got.b, a)
}

/// Whether a relation is the expected one. Two readers often part over same fact and partial, and
/// two sentences that share a fact may share a quotation besides; all else is told apart.
fn alike(got: Relation, wanted: Relation) -> bool {
    match wanted {
        Relation::SameFact | Relation::Partial => got != Relation::Conflict,
        Relation::SameQuote | Relation::Conflict => got == wanted,
    }
}
