//! The same statement in other outlets.
//!
//! Alignments join sentences; a sentence may hold two statements of which the other outlet tells one.
//! So a pair counts for a statement only where it bears on it: where the statement is most of its
//! passage, or shares words with the other one, or holds the words on which the two differ.

use std::collections::{BTreeMap, HashSet};

use super::Dossier;
use super::index::other_side;
use crate::align::{Alignment, Passage, Reason, Relation, Slot};
use crate::article::Span;
use crate::text::fold;

/// A statement that takes up this part of its passage is what the passage is about.
const MOST: f64 = 0.6;

/// The part of a statement's long words that must stand in the other passage.
const SHARED: f64 = 0.34;

/// Letters from which a word says something about the subject.
const LONG: usize = 5;

/// A statement as another outlet has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Echo {
    /// Where.
    pub passage: Passage,
    /// How it stands to the statement.
    pub relation: Relation,
    /// The alignment that says so, an index into [`Dossier::alignments`].
    pub alignment: usize,
    /// The words there that differ from the statement's, where they were found in the text.
    pub differing: Option<Span>,
}

/// The part of `article` under `span` in the other articles: one echo each, in the dossier's order,
/// the most telling where there are several.
pub fn of(dossier: &Dossier, article: usize, span: Span) -> Vec<Echo> {
    let mut best: BTreeMap<usize, (u8, f32, Echo)> = BTreeMap::new();
    let pairs = sentences(dossier, article, span)
        .flat_map(|sentence| dossier.index.alignments_of(article, sentence).iter().copied());
    for at in pairs {
        let pair = &dossier.alignments[at];
        let Some(relation) = bearing(dossier, pair, article, span) else { continue };
        let passage = other_side(pair, article);
        let words = differing(pair, passage.article).map(|(_, theirs, _)| theirs);
        let differing = words
            .and_then(|words| find(passage.span.of(&dossier.articles[passage.article].text), words).next())
            .map(|found| Span::new(passage.span.start + found.start, passage.span.start + found.end));
        let echo = Echo { passage, relation, alignment: at, differing };
        let worth = (telling(relation), pair.score);
        let known = best.get(&passage.article).map_or((0, f32::MIN), |(rank, score, _)| (*rank, *score));
        if worth > known {
            best.insert(passage.article, (worth.0, worth.1, echo));
        }
    }
    best.into_values().map(|(_, _, echo)| echo).collect()
}

/// How a statement stands in the other articles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// The most telling relation, how many have it in whatever relation, and how many of them in this one.
    Shared(Relation, usize, usize),
    /// Something like it stands elsewhere, too little like it to be called a match.
    Perhaps,
    /// No match was found, not even a loose one.
    Alone,
}

/// How the part of `article` under `span` stands in the other articles.
pub fn standing(dossier: &Dossier, article: usize, span: Span) -> Standing {
    let echoes = of(dossier, article, span);
    if let Some(relation) = most_telling(&echoes) {
        let alike = echoes.iter().filter(|echo| echo.relation == relation).count();
        return Standing::Shared(relation, echoes.len(), alike);
    }
    let loose = |sentence: usize| {
        let pairs = dossier.index.loose_of(article, sentence).iter();
        pairs.map(|&at| &dossier.loose[at]).any(|pair| bearing(dossier, pair, article, span).is_some())
    };
    let mut touched = sentences(dossier, article, span);
    if touched.any(loose) { Standing::Perhaps } else { Standing::Alone }
}

/// The sentences of an article that a span touches.
fn sentences(dossier: &Dossier, article: usize, span: Span) -> std::ops::Range<usize> {
    let sentences = dossier.texts.get(article).map_or(&[][..], |text| text.sentences.as_slice());
    let from = sentences.partition_point(|sentence| sentence.span.end <= span.start);
    let to = sentences.partition_point(|sentence| sentence.span.start < span.end);
    from..to.max(from)
}

fn most_telling(echoes: &[Echo]) -> Option<Relation> {
    echoes.iter().map(|echo| echo.relation).max_by_key(|relation| telling(*relation))
}

/// What a pair differs on, the words of the side in `article`, and those of the other side.
pub fn differing(pair: &Alignment, article: usize) -> Option<(Slot, &str, &str)> {
    pair.why.iter().find_map(|reason| match reason {
        Reason::Differ(slot, a, b) if pair.a.article == article => Some((*slot, a.as_str(), b.as_str())),
        Reason::Differ(slot, a, b) => Some((*slot, b.as_str(), a.as_str())),
        _ => None,
    })
}

/// A contradiction tells most, agreement more than an overlap.
fn telling(relation: Relation) -> u8 {
    match relation {
        Relation::Conflict => 3,
        Relation::SameQuote | Relation::SameFact => 2,
        Relation::Partial => 1,
    }
}

/// How a pair bears on the part of `article` under `span`; none where it is about the rest of the
/// passage.
fn bearing(dossier: &Dossier, pair: &Alignment, article: usize, span: Span) -> Option<Relation> {
    let own = if pair.a.article == article { pair.a } else { pair.b };
    let text = &dossier.articles[article].text;
    let shared = own.span.shared(span);
    if shared == 0 {
        return None;
    }
    let other = other_side(pair, article);
    let whole = shared as f64 >= MOST * own.span.len() as f64;
    let differing = differing(pair, article);
    let places: Vec<Span> = differing
        .into_iter()
        .map(|(_, ours, _)| ours)
        .flat_map(|words| find(own.span.of(text), words))
        .map(|found| Span::new(own.span.start + found.start, own.span.start + found.end))
        .collect();
    let on_it = places.iter().any(|place| place.overlaps(span));
    if !whole && !on_it && !shares_words(dossier, Passage { article, span }, other) {
        return None;
    }
    // Who says it stands outside of the statement itself.
    let speaker = matches!(differing, Some((Slot::Speaker, ..)));
    let elsewhere = pair.relation == Relation::Conflict && !places.is_empty() && !on_it && !speaker;
    Some(if elsewhere { Relation::Partial } else { pair.relation })
}

/// Whether enough of a statement's long words stand in the other passage. Words of two languages are
/// not compared.
fn shares_words(dossier: &Dossier, statement: Passage, other: Passage) -> bool {
    let language = |passage: Passage| dossier.articles[passage.article].language;
    if language(statement) != language(other) {
        return true;
    }
    let own = stems(dossier, statement);
    let theirs = stems(dossier, other);
    let shared = own.iter().filter(|stem| theirs.contains(*stem)).count();
    own.is_empty() || shared as f64 >= SHARED * own.len() as f64
}

/// The beginnings of a passage's long words.
fn stems(dossier: &Dossier, passage: Passage) -> HashSet<String> {
    let words = fold(passage.span.of(&dossier.articles[passage.article].text));
    words
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().count() >= LONG)
        .map(|word| word.chars().take(LONG).collect())
        .collect()
}

/// Where `words` stand in `text` as whole words.
fn find<'a>(text: &'a str, words: &'a str) -> impl Iterator<Item = Span> + 'a {
    let bounded = move |start: usize, end: usize| {
        let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        !letter(text[..start].chars().next_back()) && !letter(text[end..].chars().next())
    };
    text.match_indices(words)
        .filter(move |(start, _)| !words.is_empty() && bounded(*start, start + words.len()))
        .map(move |(start, _)| Span::new(start, start + words.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The echoes of the claim that holds `words`, as outlet and sign.
    fn echoes(dossier: &Dossier, words: &str) -> Vec<(String, char)> {
        let claim = dossier
            .claims
            .iter()
            .find(|claim| claim.span.of(&dossier.articles[claim.article].text).contains(words))
            .unwrap();
        of(dossier, claim.article, claim.span)
            .iter()
            .map(|echo| (dossier.articles[echo.passage.article].id.clone(), echo.relation.sign()))
            .collect()
    }

    fn canal() -> Dossier {
        Dossier::of_texts(
            "canal",
            [
                (
                    "a.txt",
                    "Grève au canal du Nord\n\n« Aucune péniche ne passera les écluses », a déclaré Karim \
                     Haddad, précisant que le trafic pourrait reprendre jeudi.\n",
                ),
                (
                    "b.txt",
                    "Les écluses fermées\n\nKarim Haddad a précisé que le trafic pourrait reprendre \
                     vendredi.\n",
                ),
                (
                    "c.txt",
                    "Le canal à l’arrêt\n\n« Aucune péniche ne passera les écluses », a déclaré Karim \
                     Haddad.\n",
                ),
            ],
        )
        .analyse(&|_| {})
    }

    #[test]
    fn of_two_statements_in_a_sentence_each_has_its_own_echoes() {
        let dossier = canal();
        assert_eq!(echoes(&dossier, "Aucune péniche"), [("c.txt".to_owned(), '=')]);
        assert_eq!(echoes(&dossier, "reprendre jeudi"), [("b.txt".to_owned(), '≠')]);
    }

    #[test]
    fn the_words_that_differ_are_found_in_the_other_text() {
        let dossier = canal();
        let claim = dossier.claims.iter().find(|claim| claim.article == 0 && claim.cue.is_some()).unwrap();
        let sentence = dossier.texts[0].sentence_at(claim.span.start).unwrap();
        let whole = dossier.texts[0].sentences[sentence].span;
        let echo = of(&dossier, 0, whole).into_iter().find(|echo| echo.passage.article == 1).unwrap();
        assert_eq!(echo.differing.unwrap().of(&dossier.articles[1].text), "vendredi");
    }

    #[test]
    fn a_contradiction_stands_before_agreement() {
        let echo = |relation| Echo { passage: Passage::default(), relation, alignment: 0, differing: None };
        let both = [echo(Relation::SameFact), echo(Relation::Conflict), echo(Relation::Partial)];
        assert_eq!(most_telling(&both), Some(Relation::Conflict));
        assert_eq!(most_telling(&[]), None);
    }

    #[test]
    fn the_outlets_that_contradict_are_counted_apart_from_all_that_have_it() {
        let dossier = canal();
        let sentence = dossier.texts[0].sentence_at(dossier.claims[0].span.start).unwrap();
        let whole = dossier.texts[0].sentences[sentence].span;
        assert_eq!(standing(&dossier, 0, whole), Standing::Shared(Relation::Conflict, 2, 1));
    }

    #[test]
    fn words_are_found_as_whole_words() {
        assert_eq!(find("1200 puis 200 puis 200e", "200").collect::<Vec<_>>(), [Span::new(10, 13)]);
        assert_eq!(find("abc", "").count(), 0);
    }
}
