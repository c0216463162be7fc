//! Content that follows its verb: clauses, infinitives, noun groups, predicates.

use std::ops::Range;

use super::Force;
use super::clause::{self, Scene};
use super::cues::{CueVerb, Shape};
use super::lexicon::{class, governs};
use super::words::{Reading, Word};
use crate::text::TokenKind;

/// Content found behind a verb.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Content {
    pub words: Range<usize>,
    /// It consists of nothing but quotations that the verb introduces with a colon.
    pub direct: bool,
}

fn reported(words: Range<usize>) -> Option<Content> {
    (words.start < words.end).then_some(Content { words, direct: false })
}

/// What `cue` reports behind itself, if anything.
pub(super) fn after(scene: &Scene, cue: &CueVerb) -> Option<Content> {
    let verb = cue.verb;
    let at = scene.skip_adverbs(cue.words.end);
    if !verb.negated
        && let Some(content) = quoted_after_colon(scene, at)
    {
        return Some(content);
    }
    let at = behind_aside(scene, at);
    if verb.takes(governs::FEELING) {
        return feeling(scene, cue, at);
    }
    if verb.takes(governs::ITSELF) {
        return itself(scene, at);
    }
    if let Some(content) = clause_after(scene, cue, at) {
        return Some(content);
    }
    if verb.takes(governs::AS)
        && let Some(content) = qualified(scene, at)
    {
        return Some(content);
    }
    if let Some(content) = infinitive_after(scene, cue, at) {
        return Some(content);
    }
    // `a raconté à l'agence | être parti`, `a reconnu auprès de la police | être venu`.
    if verb.takes(governs::INFINITIVE)
        && !scene.reading.lexicon.english
        && matches!(scene.reading.low(at), "à" | "au" | "aux" | "auprès" | "devant")
        && let Some(told) = scene.group_after(at + 1).or_else(|| scene.group_after(at))
        && let Some(content) = infinitive_after(scene, cue, scene.skip_adverbs(told.end))
    {
        return Some(content);
    }
    if verb.takes(governs::SOMEONE)
        && let Some(addressee) = addressee(scene, at)
    {
        let next = scene.skip_adverbs(addressee);
        if let Some(content) = clause_after(scene, cue, next)
            .or_else(|| infinitive_after(scene, cue, next))
            .or_else(|| after_preposition(scene, cue, next))
            .or_else(|| to_do(scene, cue, next))
            .or_else(|| given(scene, cue, next))
        {
            return Some(content);
        }
    }
    // `rappelant au passage que`: a phrase that is not the verb's own stands before the clause.
    let phrase = scene.reading.is(at, class::PREPOSITION)
        && !verb.after.iter().any(|after| after == scene.reading.low(at));
    if phrase
        && verb.takes(governs::CLAUSE | governs::BARE | governs::QUESTION)
        && let Some(content) = distant_clause(scene, cue, at)
    {
        return Some(content);
    }
    let marked = noun_after(scene, cue, at);
    if marked.is_none() && !verb.takes(governs::NOUN) && verb.takes(governs::CLAUSE | governs::BARE) {
        return distant_clause(scene, cue, at);
    }
    marked
}

/// The word behind a short aside between commas that opens at `at`: `réclame, | elle, | « … »`, `justifie, |
/// dans une lettre, | que`. Word `at` itself where none stands there, or what follows may be its own clause.
fn behind_aside(scene: &Scene, at: usize) -> usize {
    let reading = scene.reading;
    let behind = || {
        let close = (reading.low(at) == ",").then(|| scene.aside_end(at)).flatten()?;
        let opens = reading.is(at + 1, class::PREPOSITION | class::STRONG) || reading.adverbial(at + 1) > 0;
        let opens = opens && scene.attribution_at(at + 1).is_none();
        let plain = (at + 1..close)
            .all(|at| reading.word(at).is_some_and(|word| word.quote.is_none()) && !scene.is_verb(at));
        let next = scene.skip_adverbs(close + 1);
        let content = matches!(reading.low(next), "que" | "qu'")
            || reading.quote_at(next).is_some()
            || matches!(reading.low(next), "des" | "un" | "une" | "l'")
                && (next + 1..next + 4).any(|at| reading.quote_at(at).is_some())
            || !reading.lexicon.english && is_infinitive(scene, next);
        (opens && plain && content && close - at <= 14).then_some(next)
    };
    behind().unwrap_or(at)
}

/// `a dit : « … »`, also after `sur le réseau X` or `à la presse`.
fn quoted_after_colon(scene: &Scene, at: usize) -> Option<Content> {
    let reading = scene.reading;
    let colon = (at..scene.words.end.min(at + 25)).find(|&at| {
        matches!(reading.low(at), ":" | "," | ";") && reading.low(at) != "," || reading.quote_at(at).is_some()
    })?;
    if reading.low(colon) != ":" {
        return None;
    }
    let quote = reading.quote_at(colon + 1)?;
    let between_verb = scene.next_cue(at).is_some_and(|cue| cue.words.start < colon);
    // `que redoute Anne Roussel : « … », ironise-t-elle`: the quotation has a verb of its own.
    let closed = scene.next_cue(quote.end).is_some_and(|cue| {
        let near = cue.words.start <= quote.end + 1 && cue.verb.takes(governs::QUOTE);
        near && (cue.inverted.is_some() || colon > at && cue.shape == Shape::Finite)
    });
    (!between_verb && !closed).then_some(Content { words: quote.first..quote.end, direct: true })
}

/// `que …`, `that …`, and in English the clause without *that*.
fn clause_after(scene: &Scene, cue: &CueVerb, at: usize) -> Option<Content> {
    let reading = scene.reading;
    let verb = cue.verb;
    // `insister sur le fait que`, `from the fact that`.
    let start = match (reading.low(at), reading.low(at + 1), reading.low(at + 2), reading.low(at + 3)) {
        ("sur" | "de" | "par", "le", "fait", "que" | "qu'") => at + 4,
        ("du", "fait", "que" | "qu'", _) | ("le", "fait", "que" | "qu'", _) => at + 3,
        ("à" | "de", "ce", "que" | "qu'", _) => at + 3,
        ("que" | "qu'", ..)
            if verb.takes(governs::CLAUSE | governs::QUESTION)
                && !reading.lexicon.english
                && !is_restricted(scene, cue, at) =>
        {
            at + 1
        }
        // `disputes that figure` has no clause.
        ("that", ..)
            if verb.takes(governs::CLAUSE)
                && reading.lexicon.english
                && reading.word(at + 2).is_some_and(Word::is_word) =>
        {
            at + 1
        }
        _ if verb.takes(governs::QUESTION) && asks(reading, at) => at,
        _ if reading.lexicon.english && verb.takes(governs::BARE) => bare_clause(scene, at)?,
        _ => return None,
    };
    reported(start..clause::end(scene, start, false))
}

/// Whether `que` at `at` means `seulement`: `ne confirme que la perte de…`, `ne relève que du civil`.
fn is_restricted(scene: &Scene, cue: &CueVerb, at: usize) -> bool {
    let reading = scene.reading;
    let negated = cue.words.clone().any(|at| reading.is(at, class::NEGATION));
    let denies = (cue.words.start..at).any(|at| {
        matches!(
            reading.low(at),
            "pas" | "plus" | "jamais" | "point" | "guère" | "nullement" | "rien" | "aucunement"
        )
    });
    negated && !denies && !cue.verb.negated && !reading.lexicon.english
}

/// Whether an indirect question opens at `at`: `pourquoi`, `s'il`, `whether`.
pub(super) fn asks(reading: &Reading, at: usize) -> bool {
    reading.is(at, class::QUESTION)
        || (reading.low(at) == "s'" && matches!(reading.low(at + 1), "il" | "ils"))
}

/// `said the dam would hold`: a subject and a verb right behind the cue.
fn bare_clause(scene: &Scene, at: usize) -> Option<usize> {
    let group = scene.group_after(at).or_else(|| bare_subject(scene, at))?;
    let verb = scene.skip_adverbs(group.end);
    // `says it shot down`: behind a pronoun stands its verb.
    let pronoun = matches!(scene.reading.low(at), "it" | "he" | "she" | "they" | "we" | "i" | "you")
        && scene.reading.word(verb).is_some_and(|word| word.is_open() && !word.capital);
    if pronoun {
        return Some(at);
    }
    let quoted = scene.reading.quote_at(group.end).is_some();
    let finite = quoted
        || scene.is_verb(verb)
        || scene.reading.is(verb, class::HAVE | class::BE | class::FINITE)
        || scene.reading.word(verb).is_some_and(|word| {
            word.is_open() && !word.capital && (word.low.ends_with("ed") || word.low.ends_with('s'))
        });
    finite.then_some(at)
}

/// A subject without an article before its verb: `annual profit would`, `nobody had`.
fn bare_subject(scene: &Scene, at: usize) -> Option<Range<usize>> {
    let reading = scene.reading;
    let end = (at..scene.words.end.min(at + 9)).find(|&next| {
        scene.is_verb(next)
            || reading.word(next).is_none_or(|word| {
                word.quote.is_some()
                    || !(word.is_open() || word.is(class::NOUN | class::LINK | class::NUMBER | class::DAY))
            })
    })?;
    (end > at).then_some(at..end)
}

/// A `que` further on, behind an aside or an adverbial: `a déclaré jeudi, après la réunion, que`.
fn distant_clause(scene: &Scene, cue: &CueVerb, at: usize) -> Option<Content> {
    let reading = scene.reading;
    let question = |at: usize| cue.verb.takes(governs::QUESTION) && asks(reading, at);
    let that = |at: usize| matches!(reading.low(at), "que" | "qu'" | "that") || question(at);
    let mut next = at;
    if reading.low(next) == "," {
        next = scene.skip_adverbs(scene.aside_end(next)? + 1);
    } else if reading.is(next, class::PREPOSITION) {
        let limit = scene.words.end.min(next + 16);
        while next < limit && !that(next) {
            let word = reading.word(next)?;
            if !word.is_word() || scene.is_verb(next) || word.quote.is_some() {
                if word.low == "," {
                    next = scene.skip_adverbs(scene.aside_end(next)? + 1);
                }
                break;
            }
            next += 1;
        }
    } else {
        // `écrit noir sur blanc que`, `a crié haut et fort que`.
        let limit = scene.words.end.min(next + 5);
        while next < limit && !reading.is(next, class::DETERMINER) && !scene.is_verb(next) {
            if that(next) {
                break;
            }
            if reading.word(next).is_none_or(|word| !word.is_word() || word.capital || word.quote.is_some()) {
                return None;
            }
            next += 1;
        }
    }
    if !that(next) || is_restricted(scene, cue, next) {
        return None;
    }
    let start = if question(next) { next } else { next + 1 };
    reported(start..clause::end(scene, start, false))
}

/// An infinitive, bare or after the preposition that the verb asks for.
fn infinitive_after(scene: &Scene, cue: &CueVerb, at: usize) -> Option<Content> {
    let reading = scene.reading;
    let verb = cue.verb;
    let english = reading.lexicon.english;
    let start = match reading.low(at) {
        "to" if english && verb.takes(governs::INFINITIVE) => at + 1,
        "de" | "d'" if verb.takes(governs::DE) => at + 1,
        "à" if verb.takes(governs::A) => at + 1,
        _ if !english && verb.takes(governs::INFINITIVE) => at,
        _ if !english && verb.takes(governs::DE | governs::A) && quoted_infinitive(scene, at) => at,
        _ => return None,
    };
    let infinitive =
        english || is_infinitive(scene, start) || reading.quote_at(start).is_some_and(|_| start > at);
    if !infinitive && !quoted_infinitive(scene, start) {
        return None;
    }
    // `who asked not to be named` is about the speaker, not said by them.
    if english
        && start > 1
        && reading.low(start - 2) == "not"
        && verb.force == Force::Ask
        && start - 2 == cue.words.end
    {
        return None;
    }
    // `espérant convaincre` says why somebody does something, and `voulant` nothing else.
    if cue.shape == Shape::Gerund && reading.lexicon.classes(&verb.lemma) & class::INWARD != 0 {
        return None;
    }
    // Quoted words right behind the preposition are followed by the outlet's own as a rule.
    let nominal = reading.quote_at(start).is_some();
    reported(start..clause::end(scene, start, nominal))
}

/// `asked anyone with footage | to come forward`, `called on the firm | to pay`: in English what is asked
/// for stands behind whoever is asked, however long that is.
fn to_do(scene: &Scene, cue: &CueVerb, at: usize) -> Option<Content> {
    let reading = scene.reading;
    if !reading.lexicon.english || !cue.verb.takes(governs::INFINITIVE) {
        return None;
    }
    let to = (at..scene.words.end.min(at + 9))
        .take_while(|&at| reading.word(at).is_some_and(|word| word.is_word() && word.quote.is_none()))
        .take_while(|&at| !reading.is(at, class::RELATIVE | class::FINITE))
        .find(|&at| reading.low(at) == "to")?;
    let infinitive = reading.word(to + 1).is_some_and(|word| word.is_word() && !word.capital)
        && !reading.is(to + 1, class::DETERMINER | class::NUMBER);
    if !infinitive {
        return None;
    }
    reported(to + 1..clause::end(scene, to + 1, false))
}

/// `promised voters | a new hospital`: what is given stands behind who gets it.
fn given(scene: &Scene, cue: &CueVerb, at: usize) -> Option<Content> {
    let reading = scene.reading;
    let article = reading.is(at, class::DETERMINER) && at > cue.words.end;
    if !reading.lexicon.english || !cue.verb.takes(governs::NOUN) || !article {
        return None;
    }
    scene.group_after(at)?;
    reported(at..clause::end(scene, at, true))
}

/// Whether an infinitive stands at `at`, its negation and pronouns before it included.
fn is_infinitive(scene: &Scene, at: usize) -> bool {
    let reading = scene.reading;
    let mut at = at;
    while reading.is(at, class::CLITIC | class::ADVERB | class::INSIDE)
        && !reading.is(at, class::NUMBER)
        && at < scene.words.end
    {
        at += 1;
    }
    reading.word(at).is_some_and(|word| {
        let low = word.low.as_str();
        !word.capital && scene.reading.lexicon.looks_infinitive(low)
    })
}

/// Whether a quotation at `at` opens with an infinitive: `demande « de redoubler d'efforts »`.
fn quoted_infinitive(scene: &Scene, at: usize) -> bool {
    let Some(quote) = scene.reading.quote_at(at) else { return false };
    let mut next = quote.first + 1;
    if matches!(scene.reading.low(next), "de" | "d'" | "à") {
        next += 1;
    }
    is_infinitive(scene, next)
}

/// The end of an addressee at `at`: `à la France`, `les Européens`, `the public`.
fn addressee(scene: &Scene, at: usize) -> Option<usize> {
    let reading = scene.reading;
    let start = if matches!(reading.low(at), "à" | "to" | "on" | "upon") { at + 1 } else { at };
    let start = if matches!(reading.low(at), "au" | "aux") { at } else { start };
    if reading.lexicon.english
        && reading.word(start).is_some_and(|word| {
            (word.is_open() && !word.capital) || (word.is(class::STRONG) && !word.is(class::DETERMINER))
        })
    {
        return Some(start + 1);
    }
    let group = scene.group_after(start)?;
    // `à la mairie de payer`: the group reads over the `de` that leads to the content.
    let content = (group.start + 1..group.end)
        .find(|&at| matches!(reading.low(at), "de" | "d'") && is_infinitive(scene, at + 1));
    Some(content.unwrap_or(group.end))
}

/// `qualifie le vote de « farce »`, `a qualifié de « cadeau » le tracé de…`, `accuse X d'avoir`.
fn qualified(scene: &Scene, at: usize) -> Option<Content> {
    let reading = scene.reading;
    // `called the plan "a joke"`.
    let judged = scene.group_after(at).or_else(|| reading.is(at, class::STRONG).then_some(at..at + 1));
    if reading.lexicon.english
        && let Some(judged) = judged
        && let Some(quote) = reading.quote_at(judged.end)
    {
        return reported(at..quote.end);
    }
    let mut de = at;
    if !matches!(reading.low(at), "de" | "d'" | "as" | "of") {
        let limit = scene.words.end.min(at + 18);
        de = (at..limit).find(|&at| {
            matches!(reading.low(at), "comme")
                && (reading.quote_at(at + 1).is_some() || reading.is(at + 1, class::DETERMINER))
                || matches!(reading.low(at), "de" | "d'" | "as" | "of")
                    && (reading.quote_at(at + 1).is_some()
                        || (reading.lexicon.english && reading.low(at + 1).ends_with("ing"))
                        || is_infinitive(scene, at + 1)
                        || reading.low(at) == "as"
                        || reading.low(at + 1) == "«")
        })?;
    }
    // Before the preposition stands what is judged: it belongs to the content as well as the verdict.
    let judged_first = de > at;
    let verdict = reading.quote_at(de + 1).is_some() || reading.low(de) == "comme";
    let start = if judged_first && !verdict {
        de + 1
    } else if judged_first {
        at
    } else {
        de + 1
    };
    reported(start..clause::end(scene, start, true))
}

/// `est préoccupé par « … »`.
fn feeling(scene: &Scene, cue: &CueVerb, at: usize) -> Option<Content> {
    let reading = scene.reading;
    if !reading.is(cue.words.start, class::BE)
        && !reading.words.get(cue.words.clone())?.iter().any(|word| word.is(class::BE))
    {
        return None;
    }
    let par = (at..scene.words.end.min(at + 4))
        .find(|&at| cue.verb.after.iter().any(|after| after == reading.low(at)))?;
    reported(par + 1..clause::end(scene, par + 1, true))
}

/// `se dit prêt à…`, `se dit préoccupé par…`, `se dit « confiant »`.
fn itself(scene: &Scene, at: usize) -> Option<Content> {
    let reading = scene.reading;
    let word = reading.word(at)?;
    if word.kind == TokenKind::Punctuation {
        return None;
    }
    if matches!(word.low.as_str(), "que" | "qu'") {
        return reported(at + 1..clause::end(scene, at + 1, false));
    }
    // With `préoccupé par`, what worries is the content, and the feeling is part of the cue.
    let par = (at + 1..scene.words.end.min(at + 5)).find(|&at| reading.low(at) == "par");
    let start = match par {
        Some(par) if word.quote.is_none() => par + 1,
        _ => at,
    };
    reported(start..clause::end(scene, start, true))
}

/// The word behind an adverbial at `at` that a noun group with its article follows: `réclame | depuis
/// 2018 | le curage`, `a confirmé | en comité social | la fermeture`. Word `at` itself where there is none.
fn behind_adverbial(scene: &Scene, at: usize) -> usize {
    let reading = scene.reading;
    if !reading.is(at, class::PREPOSITION) || reading.is(at, class::DETERMINER) || reading.low(at) == "à" {
        return at;
    }
    let mut next = at + 1;
    while next < scene.words.end.min(at + 9) {
        let Some(word) = reading.word(next) else { return at };
        let article = (word.is(class::DETERMINER) && !word.is(class::LINK)) || word.is(class::NUMBER);
        let governed = reading.is(next - 1, class::PREPOSITION);
        if !governed && (article || reading.quote_at(next).is_some()) {
            return next;
        }
        if !word.is_word() || word.quote.is_some() || scene.is_verb(next) || word.is(class::RELATIVE) {
            return at;
        }
        next += 1;
    }
    at
}

/// `demande justice`, `réclame réparation`, `promet vengeance`: in French only what is asked for or promised
/// stands without an article.
fn is_bare_request(scene: &Scene, cue: &CueVerb, at: usize) -> bool {
    let reading = scene.reading;
    let low = reading.low(at);
    let noun = !low.ends_with('é') && !low.ends_with("ée") && !reading.lexicon.looks_infinitive(low);
    let alone = reading.word(at + 1).is_none_or(|next| !next.is_word() || next.is(class::PREPOSITION));
    matches!(cue.verb.force, Force::Ask | Force::Promise)
        && at == cue.words.end
        && noun
        && alone
        && reading.word(at).is_some_and(|word| !word.capital && word.quote.is_none())
}

/// Whether a group names what may come rather than somebody or something at hand: `exclut toute hausse`,
/// `écarte l'hypothèse d'un attentat`, `n'exclut pas un report`.
fn is_prospect(scene: &Scene, cue: &CueVerb, group: &Range<usize>) -> bool {
    let reading = scene.reading;
    let negated = cue.words.clone().any(|at| reading.is(at, class::NEGATION));
    // `n'écarte pas cette option` tells nothing by itself.
    if matches!(reading.low(group.start), "ce" | "cet" | "cette" | "ces" | "this" | "that") {
        return false;
    }
    negated
        || matches!(reading.low(group.start), "tout" | "toute" | "any")
        || group.clone().take(3).any(|at| reading.is(at, class::PROSPECT))
        || reading.lexicon.english && matches!(reading.low(group.start), "a" | "an")
}

/// What stands behind the verb's own preposition: `met en garde contre…`, `calls for…`.
fn after_preposition(scene: &Scene, cue: &CueVerb, at: usize) -> Option<Content> {
    let reading = scene.reading;
    let preposition = cue.verb.after.iter().any(|after| after == reading.low(at));
    if !preposition || !cue.verb.takes(governs::AFTER) {
        return None;
    }
    let start = if reading.low(at) == "des" || reading.low(at) == "du" { at } else { at + 1 };
    let start = if matches!(reading.low(start), "à" | "sur") { start + 1 } else { start };
    let quoted = reading.quote_at(start).is_some();
    if !quoted && !reading.word(start).is_some_and(Word::is_word) {
        return None;
    }
    reported(start..clause::end(scene, start, true))
}

/// A noun group that is a statement: `annonce le départ de…`, `met en garde contre…`.
fn noun_after(scene: &Scene, cue: &CueVerb, at: usize) -> Option<Content> {
    let reading = scene.reading;
    let verb = cue.verb;
    let mut at = at;
    if reading.low(at) == "," && verb.takes(governs::NOUN) {
        // `a annoncé, jeudi 4 mai, le départ de`.
        let close = scene.aside_end(at)?;
        let adverbial = reading.is(at + 1, class::DAY | class::PREPOSITION | class::ADVERB);
        if !adverbial || close - at > 14 {
            return None;
        }
        at = scene.skip_adverbs(close + 1);
    }
    if let Some(content) = after_preposition(scene, cue, at) {
        return Some(content);
    }
    // `ne confirme que la perte de deux navires`.
    if matches!(reading.low(at), "que" | "qu'") && is_restricted(scene, cue, at) {
        at += 1;
    }
    if verb.takes(governs::NOUN | governs::QUOTED | governs::FIGURE) {
        at = behind_adverbial(scene, at);
    }
    let quote = reading.quote_at(at).is_some();
    // English leaves out the article: `blamed higher prices`, `denied endangering anybody`.
    let bare = (reading.lexicon.english || is_bare_request(scene, cue, at))
        && reading.word(at).is_some_and(|word| word.is_open() && !scene.is_verb(at));
    let group = scene.group_after(at).or_else(|| bare.then(|| at..at + 1));
    let end = clause::end(scene, at, true);
    // One quoted word is held at arm's length, unless a verb of saying in the narrow sense leads to it.
    let shortest = if verb.takes(governs::CLAUSE) { 3 } else { 4 };
    let holds_quote =
        (at..end).any(|at| reading.quote_at(at).is_some_and(|quote| quote.end - quote.first >= shortest));
    let word = reading.word(at)?;
    if word.is(class::RELATIVE | class::SUBORDINATOR | class::CONJUNCTION) && !word.is(class::DETERMINER) {
        return None;
    }
    if quote && verb.takes(governs::NOUN | governs::QUOTED | governs::QUOTE | governs::DE | governs::A) {
        return reported(at..end);
    }
    if verb.takes(governs::NOUN) && group.is_some() {
        return reported(at..end);
    }
    // `évoque plutôt une vingtaine de millions`, `put the cost at £3m`: figures are stated as words are.
    let holds_figure = (at..end)
        .any(|at| reading.word(at).is_some_and(|word| word.kind == TokenKind::Number))
        || reading.low(at + 1).ends_with("aine") && matches!(reading.low(at + 2), "de" | "d'");
    if verb.takes(governs::FIGURE) && group.is_some() && holds_figure {
        return reported(at..end);
    }
    if verb.takes(governs::QUOTED) && group.is_some() && holds_quote {
        return reported(at..end);
    }
    if verb.takes(governs::PROSPECT)
        && let Some(group) = &group
        && is_prospect(scene, cue, group)
    {
        return reported(at..end);
    }
    // `juge inutile de revenir`, `la jugeant insuffisante`: the verdict comes first, or alone.
    let object = cue.words.clone().any(|at| matches!(reading.low(at), "le" | "la" | "l'" | "les"));
    let judging = !word.capital && word.quote.is_none() && reading.lexicon.looks_judging(&word.low);
    let follows = reading.is(at + 1, class::DETERMINER | class::RELATIVE);
    if verb.takes(governs::JUDGED) && judging && (object || follows) {
        return reported(at..end);
    }
    // `juge l'offre insuffisante`: a verdict ends in the adjective that gives it.
    let verdict = group.filter(|group| {
        let adjective = group.len() > 2
            && reading.is(group.start, class::DEFINITE)
            && reading.lexicon.looks_judging(reading.low(group.end - 1));
        let quoted = (group.start..end).any(|at| reading.quote_at(at).is_some());
        verb.takes(governs::JUDGED) && (adjective || quoted)
    });
    if verdict.is_some() {
        return reported(at..end);
    }
    None
}
