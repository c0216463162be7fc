//! The terms of a passage: what is compared of it.
//!
//! A word becomes its stem, a number its value, a name its actor, a word of the newsroom the key of
//! its synonyms, so that passages which say one thing in other words share terms. Stems are
//! Snowball's for the article's language (Porter 2001), taken before accents are folded.

use super::days::{self, Dated, Day, Told};
use super::hours;
use super::locutions::Locutions;
use super::slots::{self, Slots};
use super::vocabulary::{LIGHT, Vocabulary};
use crate::actors::states;
use crate::actors::{Actor, ActorKind, MentionForm};
use crate::article::{Article, Span};
use crate::claims::{Claim, Figure};
use crate::text::{Text, Token, TokenKind, fold};

/// How many numbers the character n-grams are hashed into.
pub(crate) const GRAMS: u32 = 1 << 16;

/// What a word counts that says who speaks and how: the source and the cue of a claim. What was
/// said tells two passages apart, that somebody said it does not.
const FRAME: f32 = 0.5;

/// What a number counts: the same one in two passages is seldom chance.
const NUMBER: f32 = 1.4;

/// A number below this is shared by chance as words are.
const TELLING: f64 = 4.0;

/// What a name counts: inside one event the same few are in every other sentence.
const NAME: f32 = 0.9;

/// How many quotations that open before a place may still be open there: marks are paired per block,
/// so the last few are enough.
const QUOTES_AROUND: usize = 4;

/// The keys of the days of the week in `synonyms.toml`, from Monday on.
const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// The fewest terms a clause needs to be looked at by itself.
const CLAUSE_TERMS: usize = 3;

/// A term and how much it counts.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Key {
    /// What it is: a stem, `=key` of a synonym, `#26` of a number, `@id` of an actor, `~fr` of a state.
    pub text: String,
    /// How much it counts, 1 for a word.
    pub weight: f32,
    /// Where it is written, in bytes.
    pub at: Span,
}

/// A clause and its terms.
#[derive(Debug, Default)]
pub(crate) struct Clause {
    /// Where it stands, in bytes, the comma or the mark before it left out.
    pub span: Span,
    pub keys: Vec<Key>,
}

/// What the words of a passage come to.
#[derive(Debug, Default)]
pub(crate) struct Read {
    pub whole: Vec<Key>,
    pub clauses: Vec<Clause>,
    pub grams: Vec<u32>,
    pub quotes: Vec<(Span, Vec<Key>, usize)>,
    pub figures: Vec<usize>,
    pub actors: Vec<usize>,
    pub slots: Slots,
    /// The years it names that are not its article's, and whether it is about each.
    pub years: Vec<(i16, bool)>,
    /// How many words it has.
    pub words: usize,
}

/// A mention as the terms need it: where, who, and whether by name.
pub(crate) type Named = (Span, usize, MentionForm);

/// The term that stands for an actor: a state's own, so that it meets the adjective, else the actor's id.
pub(crate) fn actor_key(actor: &Actor) -> String {
    states::key_of(&fold(&actor.name)).map_or_else(|| format!("@{}", actor.id), |key| format!("~{key}"))
}

/// Who is named where, for all articles.
pub(crate) struct Names {
    /// Per article, its mentions in order.
    by_article: Vec<Vec<Named>>,
    /// Per actor, the term that stands for it: a state's own, so that it meets the adjective.
    keys: Vec<String>,
    /// Per actor, whether it is a place.
    places: Vec<bool>,
}

impl Names {
    /// The names in the articles from `first` on, of `articles` in all.
    pub(crate) fn new(first: usize, articles: usize, actors: &[Actor]) -> Self {
        let mut by_article = vec![Vec::new(); articles];
        for (at, actor) in actors.iter().enumerate() {
            for mention in actor.mentions.iter().filter(|mention| mention.article >= first) {
                if let Some(list) = by_article.get_mut(mention.article) {
                    list.push((mention.span, at, mention.form));
                }
            }
        }
        for list in &mut by_article {
            list.sort_unstable();
        }
        let keys = actors.iter().map(actor_key).collect();
        let places = actors.iter().map(|actor| actor.kind == ActorKind::Place).collect();
        Self { by_article, keys, places }
    }

    /// The mentions of the article at an index, in order.
    pub(crate) fn of_article(&self, article: usize) -> &[Named] {
        self.by_article.get(article).map_or(&[], Vec::as_slice)
    }

    /// Whether the actor at an index is a place.
    pub(crate) fn is_place(&self, actor: usize) -> bool {
        self.places.get(actor).copied().unwrap_or_default()
    }

    /// The term that stands for the actor at an index.
    pub(crate) fn key(&self, actor: usize) -> Option<&str> {
        self.keys.get(actor).map(String::as_str)
    }
}

/// The claims of the article at an index.
pub(crate) fn claims_of(claims: &[Claim], article: usize) -> &[Claim] {
    let from = claims.partition_point(|claim| claim.article < article);
    let to = claims.partition_point(|claim| claim.article <= article);
    claims.get(from..to).unwrap_or_default()
}

/// Spans in order, which may hold one another.
struct Spans {
    spans: Vec<Span>,
    /// Per span, the furthest that it or one before it reaches.
    reach: Vec<usize>,
}

impl Spans {
    fn new(spans: impl Iterator<Item = Span>) -> Self {
        let mut spans: Vec<Span> = spans.collect();
        spans.sort_unstable();
        let mut furthest = 0;
        let reach = spans
            .iter()
            .map(|span| {
                furthest = span.end.max(furthest);
                furthest
            })
            .collect();
        Self { spans, reach }
    }

    /// Those that overlap `span`.
    fn touching(&self, span: Span) -> impl Iterator<Item = Span> + '_ {
        let from = self.reach.partition_point(|reach| *reach <= span.start);
        let to = self.spans.partition_point(|known| known.start < span.end);
        self.spans.get(from..to).unwrap_or_default().iter().copied().filter(move |known| known.overlaps(span))
    }
}

/// The terms of one article.
pub(crate) struct Terms<'a> {
    article: &'a Article,
    text: &'a Text,
    vocabulary: &'static Vocabulary,
    locutions: &'static Locutions,
    mentions: &'a [Named],
    keys: &'a [String],
    figures: &'a [Figure],
    first_figure: usize,
    /// Sources and cues of the article's claims, in order.
    frames: Spans,
    /// What is said in the article's claims.
    contents: Spans,
    /// The days it names, in order.
    days: Vec<Dated>,
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
        let own = claims_of(claims, index);
        let framing =
            |claim: &Claim| claim.cue.as_ref().map(|cue| cue.span).into_iter().chain(claim.speaker_text);
        let frames = Spans::new(own.iter().flat_map(framing));
        let contents = Spans::new(own.iter().map(|claim| claim.span));
        let from = figures.partition_point(|figure| figure.article < index);
        let to = figures.partition_point(|figure| figure.article <= index);
        Self {
            article,
            text,
            vocabulary: Vocabulary::of(article.language),
            locutions: Locutions::of(article.language),
            mentions: names.of_article(index),
            keys: &names.keys,
            figures: figures.get(from..to).unwrap_or_default(),
            first_figure: from,
            frames,
            contents,
            days: days::of_article(article, text),
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
        let frames: Vec<Span> = self.frames.touching(span).collect();
        let frame = |at: Span| if frames.iter().any(|frame| frame.covers(at)) { FRAME } else { 1.0 };
        let hours = hours::find(&self.article.text, span);
        let days = overlapping(&self.days, span, |dated| dated.day.span);
        let folded: Vec<String> =
            tokens.iter().map(|token| fold(token.span.of(&self.article.text))).collect();
        // Where the phrase ends that the words are part of, if they are.
        let mut phrase = 0;
        let mut clause = Clause::default();
        let mut done_mention = None;
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            if let Some(hour) = hours.iter().find(|hour| hour.span.covers(token.span)) {
                if token.span.start == hour.span.start {
                    // However it is set, a time of day is one term.
                    let key = Key { text: format!("#{}m", hour.minutes), weight: NUMBER, at: hour.span };
                    clause.reach(hour.span);
                    read.whole.push(key.clone());
                    clause.keys.push(key);
                }
                at += 1;
                continue;
            }
            if let Some(dated) = days.iter().find(|dated| dated.day.span.covers(token.span))
                && self.resolved(dated)
            {
                if token.span.start == dated.day.span.start {
                    clause.reach(dated.day.span);
                    for text in day_terms(dated) {
                        let key = Key { text, weight: LIGHT, at: dated.day.span };
                        read.whole.push(key.clone());
                        clause.keys.push(key);
                    }
                }
                at += 1;
                continue;
            }
            if breaks(token, &self.article.text, self.vocabulary) {
                close(&mut clause, &mut read.clauses);
            }
            if matches!(token.kind, TokenKind::Word | TokenKind::Number) {
                clause.reach(token.span);
            }
            if at >= phrase {
                phrase = at + self.locutions.length(folded[at..].iter().map(String::as_str));
            }
            if at < phrase {
                at += 1;
                continue;
            }
            let mention = mentions
                .iter()
                .position(|(span, _, form)| span.covers(token.span) && *form != MentionForm::Pronoun);
            if let Some(found) = mention {
                if done_mention != Some(found) {
                    done_mention = Some(found);
                    let text = self.keys[mentions[found].1].clone();
                    let key = Key { text, weight: NAME * frame(token.span), at: token.span };
                    read.whole.push(key.clone());
                    clause.keys.push(key);
                }
                if mentions[found].2 == MentionForm::Name {
                    self.grams(token, &mut read.grams);
                    at += 1;
                    continue;
                }
            }
            let taken = self.word(tokens, at, frame(token.span), &counted, &mut read, &mut clause.keys);
            at += taken;
        }
        if !clause.keys.is_empty() {
            end(clause, &mut read.clauses);
        }
        read.words = tokens.iter().filter(|token| token.kind == TokenKind::Word).count();
        read.quotes = self.quotes(span);
        read.slots = slots::read(&self.article.text, tokens, mentions, self.article.language);
        read.slots.days = self.days(span);
        read.slots.hours = hours;
        read.years = self.years(tokens);
        read
    }

    /// The years other than its article's that a passage names, and whether it is about each: what
    /// stands between two commas only says of something how old it is.
    fn years(&self, tokens: &[Token]) -> Vec<(i16, bool)> {
        let text = &self.article.text;
        let own = self.article.published.map(|day| day.year());
        let comma = |token: &Token| matches!(token.span.of(text), "," | "(" | ")" | "–" | "—");
        let mut years = Vec::new();
        for (at, token) in tokens.iter().enumerate() {
            if token.kind != TokenKind::Number || token.span.len() != 4 {
                continue;
            }
            let Some(year) = token.span.of(text).parse().ok().filter(|year| (1800..2100).contains(year))
            else {
                continue;
            };
            if Some(year) != own {
                years.push((year, !tokens[..at].iter().any(comma) || !tokens[at..].iter().any(comma)));
            }
        }
        years
    }

    /// The days that a passage names; where it reports what somebody said, those of what was said.
    fn days(&self, span: Span) -> Vec<Day> {
        let said: Vec<Span> = self.contents.touching(span).collect();
        let mut days: Vec<Day> = overlapping(&self.days, span, |dated| dated.day.span)
            .iter()
            // A day told from another one is too much of a guess to contradict anybody with.
            .filter(|dated| dated.told != Told::Another)
            .filter(|dated| !self.loose(dated))
            .filter(|dated| said.is_empty() || said.iter().any(|said| said.covers(dated.day.span)))
            .map(|dated| dated.day)
            .collect();
        days.dedup_by(|next, kept| !next.differs(kept));
        days
    }

    /// Whether a day is told from one that nobody knows: "demain" between marks is the day after the
    /// speech, whenever that was.
    fn loose(&self, dated: &Dated) -> bool {
        dated.told == Told::Writing && self.quoted(dated.day.span)
    }

    /// Whether it is known which day is meant, so that its date stands for the words.
    fn resolved(&self, dated: &Dated) -> bool {
        dated.day.date.is_some() && !self.loose(dated)
    }

    fn quoted(&self, span: Span) -> bool {
        let to = self.text.quotes.partition_point(|quote| quote.span.start < span.start);
        self.text.quotes[..to].iter().rev().take(QUOTES_AROUND).any(|quote| quote.inner.covers(span))
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
                    Some(value) => push(format!("#{value}"), number(value)),
                    None => push(format!("#{}", fold(word)), LIGHT),
                }
            }
            TokenKind::Word => {
                self.grams(token, &mut read.grams);
                let folded = fold(word);
                let (state, taken) =
                    if states::may_open(&folded) { self.state(tokens, at) } else { (None, 1) };
                if let Some(state) = state {
                    push(format!("~{state}"), NAME);
                    return taken;
                }
                if self.vocabulary.is_stopword(&folded) || folded.len() < 2 {
                    return 1;
                }
                let value = counted
                    .iter()
                    .find(|(span, _)| span.covers(token.span))
                    .and_then(|(_, value)| *value)
                    .filter(|_| crate::claims::figures::is_number_word(&folded, self.article.language));
                match value {
                    Some(value) => push(format!("#{value}"), number(value)),
                    None => {
                        let term = self.vocabulary.term(word);
                        let part = self.vocabulary.weight(&term);
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
        let first = from.saturating_sub(QUOTES_AROUND);
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

fn number(value: f64) -> f32 {
    if value < TELLING { 1.0 } else { NUMBER }
}

fn overlapping<T>(sorted: &[T], span: Span, at: impl Fn(&T) -> Span) -> &[T] {
    let from = sorted.partition_point(|item| at(item).end <= span.start);
    let to = sorted.partition_point(|item| at(item).start < span.end);
    sorted.get(from..to).unwrap_or_default()
}

/// Whether a token ends a clause.
fn breaks(token: &Token, text: &str, vocabulary: &Vocabulary) -> bool {
    token.kind == TokenKind::Mark
        || (token.kind == TokenKind::Punctuation
            && matches!(token.span.of(text), "," | ";" | ":" | "–" | "—" | "(" | ")" | "-" | "--"))
        || (token.kind == TokenKind::Word && vocabulary.opens_clause(&fold(token.span.of(text))))
}

impl Clause {
    /// Takes in what stands at `at`.
    fn reach(&mut self, at: Span) {
        self.span = if self.span.is_empty() { at } else { self.span.join(at) };
    }
}

/// Ends a clause; one that is too short goes on with the next.
fn close(clause: &mut Clause, clauses: &mut Vec<Clause>) {
    if clause.keys.len() >= CLAUSE_TERMS {
        clauses.push(std::mem::take(clause));
    }
}

/// Ends the last clause; one that is too short belongs to the one before it.
fn end(clause: Clause, clauses: &mut Vec<Clause>) {
    match clauses.last_mut().filter(|_| clause.keys.len() < CLAUSE_TERMS) {
        Some(before) => {
            before.reach(clause.span);
            before.keys.extend(clause.keys);
        }
        None => clauses.push(clause),
    }
}

/// The terms of a day: its weekday, which meets a weekday alone, its date, and the year if written.
fn day_terms(dated: &Dated) -> Vec<String> {
    let weekday = dated
        .day
        .weekday
        .map(|day| format!("={}", WEEKDAYS[usize::from(day.to_monday_zero_offset().unsigned_abs()) % 7]));
    let date = dated.day.date.map(|date| format!("#{date}"));
    let year = dated.year.map(|year| format!("#{year}"));
    weekday.into_iter().chain(date).chain(year).collect()
}
