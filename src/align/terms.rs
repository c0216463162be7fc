//! The terms of a passage: what is compared of it.
//!
//! A word becomes its stem, a number its value, a name its actor, a word of the newsroom the key of
//! its synonyms, so that passages which say one thing in other words share terms. Stems are
//! Snowball's for the article's language (Porter 2001), taken before accents are folded.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use rust_stemmers::{Algorithm, Stemmer};
use serde::Deserialize;

use super::slots::{self, Slots};
use crate::actors::states;
use crate::actors::{Actor, MentionForm};
use crate::article::{Article, Span};
use crate::claims::{Claim, Figure};
use crate::lang::{Language, table};
use crate::text::{Text, Token, TokenKind, fold};

/// How many numbers the character n-grams are hashed into.
pub(crate) const GRAMS: u32 = 1 << 16;

/// What a word counts that says when: a day, a month, a year.
const LIGHT: f32 = 0.5;

/// What a word counts that says who speaks and how: the source and the cue of a claim. What was
/// said tells two passages apart, that somebody said it does not.
const FRAME: f32 = 0.5;

/// The fewest terms a clause needs to be looked at by itself.
const CLAUSE_TERMS: usize = 3;

/// A term and how much it counts.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Key {
    /// What it is: a stem, `=key` of a synonym, `#26` of a number, `@3` of an actor, `~fr` of a state.
    pub text: String,
    /// How much it counts, 1 for a word.
    pub weight: f32,
    /// Where it is written, in bytes.
    pub at: Span,
}

/// What the words of a passage come to.
#[derive(Debug, Default)]
pub(crate) struct Read {
    pub whole: Vec<Key>,
    pub clauses: Vec<Vec<Key>>,
    pub grams: Vec<u32>,
    pub quotes: Vec<(Span, Vec<Key>, usize)>,
    pub figures: Vec<usize>,
    pub actors: Vec<usize>,
    pub slots: Slots,
    /// How many words it has.
    pub words: usize,
}

/// A mention as the terms need it: where, who, and whether by name.
pub(crate) type Named = (Span, usize, MentionForm);

/// Who is named where, for all articles.
pub(crate) struct Names {
    /// Per article, its mentions in order.
    by_article: Vec<Vec<Named>>,
    /// Per actor, the term that stands for it: a state's own, so that it meets the adjective.
    keys: Vec<String>,
}

impl Names {
    pub(crate) fn new(articles: usize, actors: &[Actor]) -> Self {
        let mut by_article = vec![Vec::new(); articles];
        for (at, actor) in actors.iter().enumerate() {
            for mention in &actor.mentions {
                if let Some(list) = by_article.get_mut(mention.article) {
                    list.push((mention.span, at, mention.form));
                }
            }
        }
        for list in &mut by_article {
            list.sort_unstable();
        }
        let keys = actors
            .iter()
            .enumerate()
            .map(|(at, actor)| {
                states::key_of(&fold(&actor.name)).map_or_else(|| format!("@{at}"), |key| format!("~{key}"))
            })
            .collect();
        Self { by_article, keys }
    }
}

/// The file `synonyms.toml`: groups of words under a key that both languages share.
#[derive(Debug, Default, Deserialize)]
struct Synonyms {
    /// Keys that say when rather than what.
    light: Vec<String>,
    groups: HashMap<String, Vec<String>>,
}

/// The file `stopwords.toml`.
#[derive(Debug, Default, Deserialize)]
struct Stopwords {
    words: Vec<String>,
}

/// How the words of one language become terms.
pub(crate) struct Vocabulary {
    stemmer: Stemmer,
    stopwords: HashSet<String>,
    /// Stem to key.
    synonyms: HashMap<String, String>,
    /// The same for words that count only where they are written with a capital.
    capitals: HashMap<String, String>,
    /// Terms that say when rather than what.
    light: HashSet<String>,
}

static FRENCH: LazyLock<Vocabulary> = LazyLock::new(|| {
    Vocabulary::new(
        Algorithm::French,
        table(include_str!("../../assets/lang/fr/stopwords.toml")),
        table(include_str!("../../assets/lang/fr/synonyms.toml")),
    )
});
static ENGLISH: LazyLock<Vocabulary> = LazyLock::new(|| {
    Vocabulary::new(
        Algorithm::English,
        table(include_str!("../../assets/lang/en/stopwords.toml")),
        table(include_str!("../../assets/lang/en/synonyms.toml")),
    )
});

impl Vocabulary {
    /// The vocabulary for `language`; French where there is none of its own.
    pub(crate) fn of(language: Option<Language>) -> &'static Self {
        if language.is_some_and(Language::is_english) { &ENGLISH } else { &FRENCH }
    }

    /// Whether a folded word carries no matter of its own.
    pub(crate) fn is_stopword(&self, folded: &str) -> bool {
        self.stopwords.contains(folded)
    }

    /// The term for a word: the key of its synonyms, else its folded stem.
    pub(crate) fn term(&self, word: &str) -> String {
        let stem = self.stem(word);
        if let Some(key) = self.synonyms.get(&stem) {
            return key.clone();
        }
        if word.starts_with(char::is_uppercase)
            && let Some(key) = self.capitals.get(&stem)
        {
            return key.clone();
        }
        // What can be done is not what is done: "exploitable" is not "exploite", though they share a stem.
        let folded = fold(word);
        let bare = folded.strip_suffix('s').unwrap_or(&folded);
        if ["able", "ible"].iter().any(|ending| bare.ends_with(ending)) && bare.len() > stem.len() {
            return bare.to_owned();
        }
        stem
    }

    /// The key of the day of the week that a folded word names.
    pub(crate) fn day(&self, folded: &str) -> Option<&'static str> {
        const DAYS: [&str; 7] =
            ["=monday", "=tuesday", "=wednesday", "=thursday", "=friday", "=saturday", "=sunday"];
        let term = self.synonyms.get(&self.stem(folded))?;
        DAYS.into_iter().find(|day| day == term)
    }

    fn stem(&self, word: &str) -> String {
        fold(&self.stemmer.stem(&word.to_lowercase()))
    }

    fn new(algorithm: Algorithm, stopwords: Stopwords, synonyms: Synonyms) -> Self {
        let mut vocabulary = Self {
            stemmer: Stemmer::create(algorithm),
            stopwords: stopwords.words.iter().map(|word| fold(word)).collect(),
            synonyms: HashMap::new(),
            capitals: HashMap::new(),
            light: synonyms.light.iter().map(|key| format!("={key}")).collect(),
        };
        for (key, words) in synonyms.groups {
            for word in words {
                let stem = vocabulary.stem(&word);
                let capital = word.starts_with(char::is_uppercase);
                let list = if capital { &mut vocabulary.capitals } else { &mut vocabulary.synonyms };
                list.insert(stem, format!("={key}"));
            }
        }
        vocabulary
    }
}

/// The terms of one article.
pub(crate) struct Terms<'a> {
    article: &'a Article,
    text: &'a Text,
    vocabulary: &'static Vocabulary,
    mentions: &'a [Named],
    keys: &'a [String],
    figures: &'a [Figure],
    first_figure: usize,
    /// Sources and cues of the article's claims, in order.
    frames: Vec<Span>,
}

impl<'a> Terms<'a> {
    /// The terms of the article at `index`; `figures` are the dossier's.
    pub(crate) fn new(
        index: usize,
        article: &'a Article,
        text: &'a Text,
        names: &'a Names,
        figures: &'a [Figure],
        claims: &[Claim],
    ) -> Self {
        let own = claims.partition_point(|claim| claim.article < index);
        let mut frames: Vec<Span> = claims[own..]
            .iter()
            .take_while(|claim| claim.article == index)
            .flat_map(|claim| claim.cue.iter().map(|cue| cue.span).chain(claim.speaker_text))
            .collect();
        frames.sort_unstable();
        let from = figures.partition_point(|figure| figure.article < index);
        let to = figures.partition_point(|figure| figure.article <= index);
        Self {
            article,
            text,
            vocabulary: Vocabulary::of(article.language),
            mentions: names.by_article.get(index).map_or(&[], Vec::as_slice),
            keys: &names.keys,
            figures: figures.get(from..to).unwrap_or_default(),
            first_figure: from,
            frames,
        }
    }

    /// The terms of the passage at `span`.
    pub(crate) fn read(&self, span: Span) -> Read {
        let mut read = Read::default();
        let tokens = self.text.tokens_in(span);
        let mentions = overlapping(self.mentions, span, |&(at, _, _)| at);
        let from = self.figures.partition_point(|figure| figure.span.end <= span.start);
        let figures = self
            .figures
            .get(from..)
            .unwrap_or_default()
            .iter()
            .take_while(|figure| figure.span.start < span.end);
        let mut counted: Vec<(Span, Option<f64>)> = Vec::new();
        for (offset, figure) in figures.enumerate() {
            read.figures.push(self.first_figure + from + offset);
            counted.push((figure.span, figure.value));
        }
        for &(_, actor, form) in mentions {
            if form != MentionForm::Pronoun && !read.actors.contains(&actor) {
                read.actors.push(actor);
            }
        }
        let frames: Vec<Span> = self
            .frames
            .iter()
            .copied()
            .skip_while(|frame| frame.end <= span.start)
            .take_while(|frame| frame.start < span.end)
            .collect();
        let frame = |at: Span| if frames.iter().any(|frame| frame.covers(at)) { FRAME } else { 1.0 };
        let mut clause = Vec::new();
        let mut done_mention = None;
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            if breaks(token, &self.article.text) {
                close(&mut clause, &mut read.clauses);
            }
            let mention = mentions
                .iter()
                .position(|(span, _, form)| span.covers(token.span) && *form != MentionForm::Pronoun);
            if let Some(found) = mention {
                if done_mention != Some(found) {
                    done_mention = Some(found);
                    let text = self.keys[mentions[found].1].clone();
                    let key = Key { text, weight: frame(token.span), at: token.span };
                    read.whole.push(key.clone());
                    clause.push(key);
                }
                if mentions[found].2 == MentionForm::Name {
                    self.grams(token, &mut read.grams);
                    at += 1;
                    continue;
                }
            }
            let taken = self.word(tokens, at, frame(token.span), &counted, &mut read, &mut clause);
            at += taken;
        }
        close(&mut clause, &mut read.clauses);
        read.words = tokens.iter().filter(|token| token.kind == TokenKind::Word).count();
        read.quotes = self.quotes(span);
        read.slots = slots::read(&self.article.text, tokens, mentions, self.article.language);
        read
    }

    /// Reads the word or state at `at`; returns how many tokens it took.
    fn word(
        &self,
        tokens: &[Token],
        at: usize,
        weight: f32,
        counted: &[(Span, Option<f64>)],
        read: &mut Read,
        clause: &mut Vec<Key>,
    ) -> usize {
        let Some(token) = tokens.get(at) else { return 1 };
        let word = token.span.of(&self.article.text);
        let mut push = |text: String, part: f32| {
            let key = Key { text, weight: weight * part, at: token.span };
            read.whole.push(key.clone());
            clause.push(key);
        };
        match token.kind {
            TokenKind::Number => {
                let value =
                    counted.iter().find(|(span, _)| span.covers(token.span)).and_then(|(_, value)| *value);
                match value {
                    Some(value) => push(format!("#{value}"), 1.0),
                    None => push(format!("#{}", fold(word)), LIGHT),
                }
            }
            TokenKind::Word => {
                self.grams(token, &mut read.grams);
                let (state, taken) = self.state(tokens, at);
                if let Some(state) = state {
                    push(format!("~{state}"), 1.0);
                    return taken;
                }
                let folded = fold(word);
                if self.vocabulary.is_stopword(&folded) || folded.len() < 2 {
                    return 1;
                }
                let value = counted
                    .iter()
                    .find(|(span, _)| span.covers(token.span))
                    .and_then(|(_, value)| *value)
                    .filter(|_| crate::claims::figures::is_number_word(&folded, self.article.language));
                match value {
                    Some(value) => push(format!("#{value}"), 1.0),
                    None => {
                        let term = self.vocabulary.term(word);
                        let part = if self.vocabulary.light.contains(&term) { LIGHT } else { 1.0 };
                        push(term, part);
                    }
                }
            }
            TokenKind::Mark | TokenKind::Punctuation => {}
        }
        1
    }

    /// The state named, by its name, capital or people, from token `at` on, and how many tokens that took.
    fn state(&self, tokens: &[Token], at: usize) -> (Option<&'static str>, usize) {
        let most = states::longest().min(tokens.len() - at);
        for length in (1..=most).rev() {
            let Some(span) =
                tokens.get(at).zip(tokens.get(at + length - 1)).map(|(a, b)| a.span.join(b.span))
            else {
                continue;
            };
            let written = span.of(&self.article.text);
            if let Some(key) = states::key_of(&fold(written)) {
                return (Some(key), length);
            }
        }
        (None, 1)
    }

    /// Adds the character 4-grams of a word, its ends marked, hashed.
    fn grams(&self, token: &Token, grams: &mut Vec<u32>) {
        let folded = fold(token.span.of(&self.article.text));
        if token.kind != TokenKind::Word || self.vocabulary.is_stopword(&folded) {
            return;
        }
        let mut bytes = Vec::with_capacity(folded.len() + 2);
        bytes.push(b'_');
        bytes.extend_from_slice(folded.as_bytes());
        bytes.push(b'_');
        for window in bytes.windows(4) {
            // FNV-1a: the same on every machine, which the order of hash maps is not.
            let hash = window
                .iter()
                .fold(0x811c_9dc5_u32, |hash, &byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
            grams.push((hash ^ (hash >> 16)) % GRAMS);
        }
    }

    /// The quotations that touch `span`, cut to it: their folded words and how many carry matter.
    fn quotes(&self, span: Span) -> Vec<(Span, Vec<Key>, usize)> {
        let from = self.text.quotes.partition_point(|quote| quote.span.start < span.start);
        // One that opens before may run on into this passage; marks are paired per block, so the
        // last few are enough.
        let first = from.saturating_sub(4);
        let mut list = Vec::new();
        for quote in self.text.quotes.get(first..).unwrap_or_default() {
            if quote.span.start >= span.end {
                break;
            }
            if quote.depth > 0 || !quote.inner.overlaps(span) {
                continue;
            }
            let part = Span::new(quote.inner.start.max(span.start), quote.inner.end.min(span.end));
            let mut weight = 0;
            let words: Vec<Key> = self
                .text
                .tokens_in(part)
                .iter()
                .filter(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number))
                .map(|token| {
                    let folded = fold(token.span.of(&self.article.text));
                    weight += usize::from(!self.vocabulary.is_stopword(&folded));
                    Key { text: format!("\"{folded}"), weight: 1.0, at: token.span }
                })
                .collect();
            if !words.is_empty() {
                list.push((part, words, weight));
            }
        }
        list
    }
}

fn overlapping<T>(sorted: &[T], span: Span, at: impl Fn(&T) -> Span) -> &[T] {
    let from = sorted.partition_point(|item| at(item).end <= span.start);
    let to = sorted.partition_point(|item| at(item).start < span.end);
    sorted.get(from..to).unwrap_or_default()
}

/// Whether a token ends a clause.
fn breaks(token: &Token, text: &str) -> bool {
    token.kind == TokenKind::Mark
        || (token.kind == TokenKind::Punctuation
            && matches!(token.span.of(text), "," | ";" | ":" | "–" | "—" | "(" | ")" | "-" | "--"))
}

/// Ends a clause; one that is too short goes on with the next.
fn close(clause: &mut Vec<Key>, clauses: &mut Vec<Vec<Key>>) {
    if clause.len() >= CLAUSE_TERMS {
        clauses.push(std::mem::take(clause));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn term(word: &str) -> String {
        Vocabulary::of(Some(Language::French)).term(word)
    }

    #[test]
    fn a_state_is_a_country_and_a_condition_is_not() {
        assert_eq!(term("État"), term("pays"));
        assert_ne!(term("état"), term("pays"));
    }

    #[test]
    fn what_can_be_done_is_not_what_is_done() {
        assert_ne!(term("exploitable"), term("exploite"));
        assert_eq!(term("exploitables"), term("exploitable"));
    }

    #[test]
    fn founding_is_no_school_and_asking_no_calling() {
        assert_ne!(term("établir"), term("école"));
        assert_ne!(term("appeler"), term("réclamer"));
    }
}
