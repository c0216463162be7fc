//! Where reported content begins after its cue, and where it ends.
//!
//! A clause runs to the end of its stretch unless another attribution begins before that: a gerund
//! of saying, a verb of saying with a new subject, a `selon`, or `alors que`.

use std::ops::Range;

use super::according::Attribution;
use super::cues::{CueVerb, Shape};
use super::direct;
use super::groups;
use super::lexicon::class;
use super::subject;
use super::words::Reading;
use crate::text::TokenKind;

/// What one stretch holds, found once and looked at by every rule.
pub(super) struct Scene<'a, 'b> {
    pub reading: &'a Reading<'b>,
    /// The words of the stretch.
    pub words: Range<usize>,
    pub cues: Vec<CueVerb>,
    /// The word ranges of `cues`.
    pub verbs: Vec<Range<usize>>,
    pub attributions: Vec<Attribution>,
    /// How far the name that starts at a word goes.
    pub named: &'a dyn Fn(usize) -> Option<usize>,
}

impl Scene<'_, '_> {
    pub fn group_after(&self, at: usize) -> Option<Range<usize>> {
        groups::after(self.reading, at, self.words.end, &self.verbs, self.named)
    }

    /// The noun group that opens the stretch, behind an adverbial and its comma if there is one.
    pub fn opening_group(&self) -> Option<Range<usize>> {
        let first = self.skip_adverbs(self.words.start);
        let limit = self.words.end.min(first + 12);
        // `Au fond de l'atelier, Anne Roussel ponce une porte`: the subject stands behind the comma.
        let adverbial = |group: &Range<usize>| {
            self.reading.is(group.start, class::PREPOSITION)
                && self.reading.low(group.end) == ","
                && !self.names_somebody(group)
        };
        let group = self.group_after(first).filter(|group| !adverbial(group)).or_else(|| {
            let comma = (first..limit).find(|&at| self.reading.low(at) == ",")?;
            self.group_after(comma + 1)
        })?;
        // `Jeanne Morel et Karim Haddad ont été reçus`: two names before one verb.
        let joined = matches!(self.reading.low(group.end), "et" | "and")
            .then(|| self.group_after(group.end + 1))
            .flatten()
            .filter(|other| self.names_somebody(other) && self.names_somebody(&group));
        Some(joined.map_or(group.clone(), |other| group.start..other.end))
    }

    pub fn group_before(&self, first: usize, at: usize) -> Option<Range<usize>> {
        groups::before(self.reading, first.max(self.words.start), at, &self.verbs)
    }

    /// The verb of saying that starts at word `at`.
    pub fn cue_at(&self, at: usize) -> Option<&CueVerb> {
        let found = self.cues.binary_search_by_key(&at, |cue| cue.words.start).ok()?;
        self.cues.get(found)
    }

    /// The `selon` that starts at word `at`.
    pub fn attribution_at(&self, at: usize) -> Option<&Attribution> {
        let found =
            self.attributions.binary_search_by_key(&at, |attribution| attribution.words.start).ok()?;
        self.attributions.get(found)
    }

    /// The first verb of saying from word `at` on.
    pub fn next_cue(&self, at: usize) -> Option<&CueVerb> {
        self.cues.get(self.cues.partition_point(|cue| cue.words.start < at))
    }

    /// Whether a group holds a known name.
    pub fn names_somebody(&self, group: &Range<usize>) -> bool {
        group.clone().any(|at| (self.named)(at).is_some())
    }

    pub fn is_verb(&self, at: usize) -> bool {
        groups::is_verb(self.reading, at, &self.verbs)
    }

    /// Skips what may stand between a verb and what it governs: adverbs, days, dates.
    pub fn skip_adverbs(&self, mut at: usize) -> usize {
        while at < self.words.end {
            let Some(word) = self.reading.word(at) else { break };
            if groups::is_latter(self.reading, at) {
                break;
            }
            // `a reconnu le 3 juin détenir la clé`.
            if word.low == "le"
                && word.quote.is_none()
                && self.reading.word(at + 1).is_some_and(|day| day.kind == TokenKind::Number)
                && self.reading.is(at + 2, class::DAY)
            {
                at += 2;
                continue;
            }
            let date = word.kind == TokenKind::Number
                && (self.reading.is(at + 1, class::DAY) || (at > 0 && self.reading.is(at - 1, class::DAY)));
            let phrase = if word.quote.is_none() { self.reading.adverbial(at) } else { 0 };
            if phrase > 0 {
                at += phrase;
            } else if word.quote.is_none() && (word.is(class::ADVERB) || word.is(class::DAY) || date) {
                at += 1;
            } else {
                break;
            }
        }
        at
    }

    /// The comma or dash that closes an aside opened at word `open`.
    pub fn aside_end(&self, open: usize) -> Option<usize> {
        let mark = self.reading.low(open);
        (open + 1..self.words.end.min(open + 45)).find(|&at| {
            self.reading.low(at) == mark && self.reading.word(at).is_some_and(|word| word.quote.is_none())
        })
    }
}

/// The end of the content that starts at word `start`; `nominal` content ends at the first comma
/// that does not carry on a list.
pub(super) fn end(scene: &Scene, start: usize, nominal: bool) -> usize {
    let reading = scene.reading;
    let mut at = start;
    let mut depth = 0usize;
    while at < scene.words.end {
        let Some(word) = reading.word(at) else { break };
        if let Some(quote) = reading.quote_at(at) {
            at = quote.end;
            continue;
        }
        match word.low.as_str() {
            "(" => depth += 1,
            ")" => depth = depth.saturating_sub(1),
            ";" => break,
            // `parle d'une crise : il réclame …`: behind the colon the speaker speaks anew.
            ":" if nominal
                && at > start
                && scene.next_cue(at).is_some_and(|cue| cue.words.start <= at + 3) =>
            {
                break;
            }
            // `assure que tout va bien : « … »`: behind the colon follow the very words.
            ":" if at > start && opens_utterance(scene, at + 1) => break,
            _ if depth > 0 => {}
            // `… tout en disant que`, and behind a noun any `en` with its participle.
            "en" | "tout" if at > start && participle_follows(scene, at, nominal) => break,
            "," if at > start && ends_at_comma(scene, at, nominal) => break,
            "–" | "—" | "-" if at > start && next_is_attribution(scene, at + 1) => break,
            "et" | "mais" | "puis" | "and" | "but"
                if at > start && (next_verb_shares(scene, at) || another_speaks(scene, at + 1)) =>
            {
                break;
            }
            // `blamed the weather and refused to resign`: a noun is what was said, a verb what was done.
            "et" | "and" | "mais" | "but" if nominal && at > start && opens_clause(scene, at + 1) => break,
            _ => {
                if at > start && scene.attribution_at(at).is_some() {
                    break;
                }
            }
        }
        at += 1;
    }
    trim(scene, start, at)
}

/// Whether a quotation of a sentence or so opens at word `at`.
fn opens_utterance(scene: &Scene, at: usize) -> bool {
    scene.reading.quote_at(at).is_some_and(|quote| scene.reading.count(quote.first..quote.end) >= 5)
}

/// The word behind `en` or `tout en` at word `at`, where a participle may stand.
fn behind_en(scene: &Scene, at: usize) -> Option<usize> {
    match (scene.reading.low(at), scene.reading.low(at + 1)) {
        ("tout", "en") => Some(at + 2),
        ("en", _) => Some(at + 1),
        _ => None,
    }
}

/// Whether `en` or `tout en` at word `at` leads to a participle that reports, or, where the content is
/// `nominal`, to any: `a nié toute fuite en accusant le vent`.
fn participle_follows(scene: &Scene, at: usize, nominal: bool) -> bool {
    let reading = scene.reading;
    let Some(verb) = behind_en(scene, at) else { return false };
    let both = verb == at + 2;
    let reports = scene.cue_at(verb).is_some_and(|cue| cue.shape == Shape::Gerund);
    let low = reading.low(verb);
    let participle =
        low.len() > 5 && low.ends_with("ant") && reading.word(verb).is_some_and(|word| word.is_open());
    (reports && (both || nominal)) || (nominal && participle)
}

/// Whether the outlet goes on about what was said: `…, une affirmation jugée fausse par…`, `…, a claim that`.
fn comments(scene: &Scene, at: usize) -> bool {
    let reading = scene.reading;
    let noun = at + usize::from(reading.is(at, class::DETERMINER));
    let low = reading.low(noun + 1);
    noun > at
        && reading.is(noun, class::COMMENT)
        && (reading.is(noun + 1, class::RELATIVE)
            || ["é", "ée", "és", "ées", "ie", "ies"].iter().any(|ending| low.ends_with(ending))
            || (reading.lexicon.english
                && (low.ends_with("ed") || reading.word(noun + 1).is_some_and(|word| word.capital))))
}

/// Whether a verb, with or without a subject of its own, begins at word `at`: `… et la société a fait appel`.
fn opens_clause(scene: &Scene, at: usize) -> bool {
    let verb = scene.skip_adverbs(at);
    scene.is_verb(verb)
        || scene.group_after(at).is_some_and(|group| {
            let next = scene.skip_adverbs(group.end);
            scene.reading.is(group.start, class::DEFINITE | class::SUBJECT)
                && scene.reading.is(next, class::HAVE | class::BE | class::FINITE)
        })
}

/// The end of what a participle at the head of a sentence reports: the comma before the subject of the
/// main clause. The end of `content` where no such clause follows.
pub(super) fn main_comma(scene: &Scene, content: &Range<usize>) -> usize {
    let reading = scene.reading;
    (content.start + 1..scene.words.end.min(content.start + 60))
        .find(|&at| {
            reading.low(at) == ","
                && reading.word(at).is_some_and(|word| word.quote.is_none())
                && scene.group_after(at + 1).is_some_and(|group| {
                    let verb = scene.skip_adverbs(subject::with_name(scene, group).end);
                    scene.is_verb(verb) || reading.is(verb, class::CLITIC)
                })
        })
        .unwrap_or(content.end)
}

/// The end of a range without the punctuation and conjunctions it ends in.
pub(super) fn trim(scene: &Scene, start: usize, mut end: usize) -> usize {
    while end > start {
        let Some(word) = scene.reading.word(end - 1) else { break };
        let stop = word.quote.is_none()
            && (matches!(word.low.as_str(), "." | "," | ";" | ":" | "…" | "..." | "–" | "—" | "-")
                || matches!(word.low.as_str(), "et" | "mais" | "and" | "but"));
        if !stop {
            break;
        }
        end -= 1;
    }
    end
}

/// Whether a cue of the kind that closes what stands before it begins at word `at`.
fn next_is_attribution(scene: &Scene, at: usize) -> bool {
    let at = scene.skip_adverbs(at);
    let at = behind_en(scene, at).unwrap_or(at);
    scene.attribution_at(at).is_some()
        || scene.cue_at(at).is_some_and(|cue| {
            cue.shape == Shape::Gerund || cue.inverted.is_some() || scene.group_after(cue.words.end).is_some()
        })
}

/// Whether the verb after the conjunction at `joint` has the same subject as the cue: `et menace de`.
fn next_verb_shares(scene: &Scene, joint: usize) -> bool {
    let at = scene.skip_adverbs(joint + 1);
    scene.cue_at(at).is_some_and(|cue| cue.inverted.is_none())
}

/// Whether a new subject and a verb of saying that reports something begin at word `at`: `et le
/// gouvernement a suggéré que`.
fn another_speaks(scene: &Scene, at: usize) -> bool {
    let subject = scene.skip_adverbs(at);
    let Some(group) = scene.group_after(subject).filter(|group| group.end < at + 14) else { return false };
    let mut verb = scene.skip_adverbs(group.end);
    // `et Louis Dray, président du journal, estime que`.
    if scene.reading.low(verb) == ","
        && scene.names_somebody(&group)
        && let Some(close) = scene.aside_end(verb).filter(|close| close - verb <= 12)
    {
        verb = scene.skip_adverbs(close + 1);
    }
    scene.cue_at(verb).is_some_and(|cue| {
        cue.shape == Shape::Finite
            && (scene.reading.lexicon.english
                || (cue.words.end..scene.words.end.min(cue.words.end + 9))
                    .take_while(|&at| !scene.is_verb(at))
                    .any(|at| matches!(scene.reading.low(at), "que" | "qu'" | ":")))
    })
}

/// Whether somebody else's words begin behind the comma without a conjunction: `…, l'opposition crie au
/// scandale`, `…, sa collègue Lise Petit qu'il n'existe pas`.
fn takes_turn(scene: &Scene, comma: usize) -> bool {
    let reading = scene.reading;
    let Some(group) = scene.group_after(comma + 1) else { return false };
    if gapped(scene, comma).is_some() {
        return true;
    }
    // What opens with `si` or a preposition is an adverbial before a clause that goes on.
    let opening = (scene.words.start..comma)
        .rev()
        .find(|&at| matches!(reading.low(at), "," | "que" | "qu'" | "that" | ":"))
        .map_or(scene.words.start, |at| at + 1);
    let main = !reading.is(opening, class::SUBORDINATOR | class::PREPOSITION | class::BREAK)
        || reading.is(opening, class::SUBJECT);
    let said = (opening..comma).any(|at| scene.is_verb(at));
    let verb = scene.skip_adverbs(group.end);
    // English: `…, the paper said.` closes what stands before it.
    let closes = reading.lexicon.english
        && scene.cue_at(verb).is_some_and(|cue| {
            let next = scene.skip_adverbs(cue.words.end);
            next >= scene.words.end || matches!(reading.low(next), "." | ",")
        });
    if closes {
        return true;
    }
    main && said
        && scene.cue_at(verb).is_some_and(|cue| {
            let reports = !matches!(reading.low(cue.words.end), "," | "." | "et" | "ou" | "and");
            cue.shape == Shape::Finite && cue.inverted.is_none() && !cue.conditional && reports
        })
}

/// Behind a comma, a speaker and `que` without their verb, which is that of the clause before:
/// `X soutient que …, | Lise Petit | que …`.
pub(super) fn gapped(scene: &Scene, comma: usize) -> Option<Range<usize>> {
    let group = scene.group_after(comma + 1)?;
    let that = matches!(scene.reading.low(group.end), "que" | "qu'");
    (that && scene.names_somebody(&group)).then_some(group)
}

fn ends_at_comma(scene: &Scene, comma: usize, nominal: bool) -> bool {
    let reading = scene.reading;
    let next = comma + 1;
    if next_is_attribution(scene, next) {
        return true;
    }
    // `…, et le gouvernement a suggéré que`: another subject, another cue.
    let conjunction = reading.is(next, class::CONJUNCTION);
    let from = if conjunction { next + 1 } else { next };
    if conjunction && (next_verb_shares(scene, next) || another_speaks(scene, from)) {
        return true;
    }
    let low = reading.low(next);
    let then_que = matches!(reading.low(next + 1), "que" | "qu'");
    if (matches!(low, "alors" | "tandis" | "pendant") && then_que) || matches!(low, "while" | "whereas") {
        return true;
    }
    // `…, ce que dément la mairie`: the outlet comments.
    if low == "ce" && matches!(reading.low(next + 1), "que" | "qu'" | "qui" | "dont") {
        return true;
    }
    if takes_turn(scene, comma) || comments(scene, next) {
        return true;
    }
    // `…, although the press has reported that`: the outlet objects with what others say.
    if matches!(low, "although" | "though") && scene.next_cue(next).is_some() {
        return true;
    }
    if !nominal {
        return false;
    }
    // `… », le comité « demeure préoccupé »`: another speaks, and the cue is quoted.
    if let Some(group) = scene.group_after(next)
        && let Some(quote) = reading.quote_at(group.end)
        && direct::opens_with_cue(scene, &(quote.first..quote.end))
    {
        return true;
    }
    let list = matches!(low, "et" | "ou" | "and" | "or")
        || (low == "mais" && matches!(reading.low(next + 1), "aussi" | "également" | "surtout"))
        || (low == "but" && reading.low(next + 1) == "also");
    if list {
        return false;
    }
    // What follows is part of the content as long as more of it is quoted.
    let quoted_later = (next..scene.words.end.min(next + 40)).any(|at| reading.quote_at(at).is_some());
    let fresh = scene.next_cue(comma).is_some();
    !quoted_later || fresh
}
