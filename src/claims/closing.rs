//! Attributions behind their content: `« … », a dit X`, `…, a-t-il ajouté`, `"…," X said`.

use std::ops::Range;

use super::clause::{self, Scene};
use super::cues::{CueVerb, Shape};
use super::direct;
use super::draft::{Attributed, Draft, Source};
use super::hedge;
use super::lexicon::{class, governs};
use super::relay;
use super::reported;
use super::subject::{self, Subject};
use super::words::Word;

/// What a closing attribution gives.
pub(super) struct Closing {
    pub drafts: Vec<Draft>,
    /// One past the source, in words.
    pub end: usize,
}

impl Closing {
    /// Whether the source is a newspaper, a channel, an agency.
    pub fn is_relayed(&self, scene: &Scene) -> bool {
        self.drafts
            .iter()
            .any(|draft| matches!(&draft.source, Source::Words(words) if relay::is_medium(scene, words)))
    }
}

/// Where a closing attribution stands.
struct Place {
    start: usize,
    source: Range<usize>,
    end: usize,
}

/// The content before `cue`, if the cue closes it; words before `taken` belong to others.
pub(super) fn read(scene: &Scene, cue: &CueVerb, taken: usize) -> Option<Closing> {
    let reading = scene.reading;
    if cue.shape != Shape::Finite || cue.verb.takes(governs::FEELING | governs::ITSELF) {
        return None;
    }
    // `Asked about the delay, X replied: “…”`: the colon leads on to what is said.
    if reading.low(cue.words.end) == ":" && reading.quote_at(cue.words.end + 1).is_some() {
        return None;
    }
    let place = place(scene, cue)?;
    let previous = place.start.checked_sub(1).filter(|&previous| previous >= taken)?;
    if let Some(mark) = that_is_what(scene, previous, taken) {
        let whole = |content: &Range<usize>| reading.count(content.clone()) >= 3;
        let contents = direct::contents_before(scene, taken, mark).into_iter().filter(whole);
        let drafts = contents.map(|content| draft_of(scene, cue, &place, content)).collect();
        return Some(Closing { drafts, end: place.end });
    }
    // `Qui paiera ? demande la maire` needs no comma.
    let comma = matches!(reading.low(previous), "," | "–" | "—" | "-" | ":")
        || (cue.verb.takes(governs::QUOTE)
            && matches!(reading.low(previous), "?" | "!")
            && reading.word(place.start).is_some_and(|word| !word.capital));
    if reading.quote_before(place.start).is_none() && !comma {
        return None;
    }
    let resumes = comma.then(|| resumption(scene, cue, &place, taken)).flatten();
    if comma
        && resumes.is_none()
        && cue.inverted.is_none()
        && is_subject_with_asides(scene, cue, &place, taken)
    {
        return None;
    }
    // A verb that takes no clause of its own has a noun behind it: `La lettre, vue par X, accuse la banque`.
    let unquoted = comma && reading.quote_before(previous).is_none();
    if unquoted
        && cue.inverted.is_none()
        && !cue.verb.takes(governs::CLAUSE | governs::BARE | governs::QUESTION)
    {
        return None;
    }
    let resumed_whole = resumes.is_some();
    let contents = match resumes {
        Some(whole) => vec![whole],
        None => {
            let stop = usize::from(!comma || matches!(reading.low(previous), "?" | "!"));
            direct::contents_before(scene, taken, previous + stop)
        }
    };
    // `Jeudi, déclare X, …` has nothing before the cue that could be its content.
    let enough = contents.iter().any(|content| {
        let share = reading.span(content).of(reading.text).contains('%');
        // `À 30 %, rectifie X` is short but says something.
        share
            || reading.count(content.clone()) >= 3
            || direct::quotes_in(scene, content.start, content.end).len() == 1
    });
    if !enough {
        return None;
    }
    let mut drafts: Vec<Draft> =
        contents.into_iter().map(|content| draft_of(scene, cue, &place, content)).collect();
    if resumed_whole {
        return Some(Closing { drafts, end: place.end });
    }
    drafts.extend(resumed(scene, place.end));
    Some(Closing { drafts, end: place.end })
}

/// The claim that `content` makes before `cue`.
fn draft_of(scene: &Scene, cue: &CueVerb, place: &Place, content: Range<usize>) -> Draft {
    let quotes = direct::quotes_in(scene, content.start, content.end);
    Draft {
        cue: Some(Attributed::by(scene.reading, cue)),
        source: Source::Words(place.source.clone()),
        direct: quotes.first().is_some_and(|quote| *quote == content),
        hedged: cue.conditional || hedge::is_hearsay(scene.reading, content.clone()),
        content,
        via: None,
    }
}

/// The mark before `c'est (du moins) ce que`, where that leads to a verb behind word `que`: `La vente est
/// conclue – c'est du moins ce que prétend Ugo Marini`.
fn that_is_what(scene: &Scene, que: usize, taken: usize) -> Option<usize> {
    let reading = scene.reading;
    if !matches!(reading.low(que), "que" | "qu'") || que < taken + 3 || reading.low(que - 1) != "ce" {
        return None;
    }
    let is = (taken + 1..que - 1).rev().take(6).find(|&at| reading.low(at) == "c'")?;
    let mark = is - 1;
    (reading.is(is + 1, class::BE) && matches!(reading.low(mark), "," | "–" | "—" | "-")).then_some(mark + 1)
}

fn place(scene: &Scene, cue: &CueVerb) -> Option<Place> {
    let reading = scene.reading;
    if let Some(mut source) = subject::behind(scene, cue).filter(|_| !tells_somebody(scene, cue)) {
        // What follows a subject behind its verb is a stop, a comma, a preposition, never a verb.
        let mut end = source.end.max(cue.words.end);
        if reading.low(source.start) == "on"
            && let Some(informant) = informant(scene, end)
        {
            end = informant.end;
            source = informant;
        }
        let next = scene.skip_adverbs(end);
        if governs_behind(scene, cue, next) {
            return None;
        }
        let gerund = scene.cue_at(next).is_some_and(|other| other.shape == Shape::Gerund);
        if scene.is_verb(next) && !gerund {
            return None;
        }
        return Some(Place { start: cue.words.start, source, end });
    }
    if !reading.lexicon.english {
        return None;
    }
    // English keeps the order: `"…," the mayor said`.
    let Subject::Here(source) = subject::before(scene, cue) else { return None };
    // `"…," council leader Martha Keane said`: a role before the name needs no article.
    let role = (scene.words.start..source.start).rev().take(5).find(|&at| {
        reading.word(at).is_none_or(|word| {
            word.quote.is_some() || word.capital || !(word.is_open() || word.is(class::NOUN))
        })
    });
    let start = match role {
        Some(before) if reading.quote_before(before + 1).is_some() => before + 1,
        Some(before) if reading.low(before) == "," => before + 1,
        _ => source.start,
    };
    let source = start..source.end;
    let closes = reading.quote_before(start).is_some() || reading.low(start.checked_sub(1)?) == ",";
    let mut next = scene.skip_adverbs(cue.words.end);
    if cue.verb.takes(governs::SOMEONE) {
        if let Some(told) = scene.group_after(next) {
            next = scene.skip_adverbs(told.end);
        } else if reading.word(next).is_some_and(|word| word.is_open() || word.is(class::STRONG)) {
            next = scene.skip_adverbs(next + 1);
        }
    }
    // `… was quoted as saying by the Evening Star`.
    let stops = next >= scene.words.end
        || reading
            .word(next)
            .is_some_and(|word| !word.is_word() || (word.is(class::PREPOSITION) && word.low != "to"));
    (closes && stops).then_some(Place { start, source, end: next })
}

/// A statement that an attribution cuts in two: `Le lac, jure l'exploitant, n'était pas plein`. Before it
/// stands a subject without its verb, or a subordinate clause; behind it the main verb.
fn resumption(scene: &Scene, cue: &CueVerb, place: &Place, taken: usize) -> Option<Range<usize>> {
    let reading = scene.reading;
    let start = (taken..place.start).find(|&at| reading.word(at).is_some_and(Word::is_word))?;
    if reading.low(place.end) != "," || cue.verb.takes(governs::FEELING) {
        return None;
    }
    let before = place.start - 1;
    if (start..before).any(|at| reading.word(at).is_none_or(|word| word.quote.is_some() || word.low == ":")) {
        return None;
    }
    let mut next = place.end + 1;
    let goes_on = if matches!(reading.low(next), "que" | "qu'" | "that") {
        // `Nous savons, a dit X, que la vanne était fermée`.
        (start..before).any(|at| scene.is_verb(at)) || reading.is(start, class::SUBJECT) && before - start < 6
    } else if (start..before).any(|at| scene.is_verb(at)) {
        reading.is(start, class::SUBORDINATOR)
            && scene.group_after(next).is_some_and(|group| scene.is_verb(scene.skip_adverbs(group.end)))
    } else {
        let subject = scene.group_after(start).is_some_and(|group| group.end + 12 > before);
        while reading.is(next, class::CLITIC | class::ADVERB) && next < scene.words.end {
            next += 1;
        }
        let reports = scene.cue_at(place.end + 1).is_some_and(|next| reported::after(scene, next).is_some());
        subject && scene.is_verb(next) && !reports
    };
    goes_on.then(|| start..clause::end(scene, place.end + 1, false))
}

/// `told the court`: what stands behind such a verb is told, and does not speak.
fn tells_somebody(scene: &Scene, cue: &CueVerb) -> bool {
    let lexicon = scene.reading.lexicon;
    lexicon.english && lexicon.classes(&cue.verb.lemma) & class::TELLING != 0
}

/// Whether the content stands behind what looks like the subject, which is an addressee then:
/// `a prévenu les riverains que`, `a appelé le groupe à « investir »`, `told Radio Plage that`.
fn governs_behind(scene: &Scene, cue: &CueVerb, at: usize) -> bool {
    let reading = scene.reading;
    match reading.low(at) {
        "que" | "qu'" | "that" => true,
        "à" | "de" | "d'" => {
            cue.verb.takes(governs::SOMEONE)
                && (reading.quote_at(at + 1).is_some()
                    || reading.lexicon.looks_infinitive(reading.low(at + 1)))
        }
        _ => false,
    }
}

/// Whoever told the outlet what `on` heard, from word `at` on: `a-t-on appris auprès de la mairie`, `de
/// source policière`, `indique-t-on au ministère`.
pub(super) fn informant(scene: &Scene, at: usize) -> Option<Range<usize>> {
    let reading = scene.reading;
    let at = scene.skip_adverbs(at);
    match (reading.low(at), reading.low(at + 1)) {
        ("de" | "d'", _) | ("auprès", "d'") => {
            let first = if reading.low(at) == "auprès" { at + 2 } else { at + 1 };
            let mut end = first;
            while reading.word(end).is_some_and(|word| {
                word.is_open() || word.is(class::LINK) || matches!(word.low.as_str(), "et" | "même" | "part")
            }) && end < scene.words.end
            {
                end += 1;
            }
            (end > first).then_some(first..end)
        }
        ("auprès", "de") => scene.group_after(at + 2),
        ("auprès", _) | ("dans" | "chez" | "à", _) => scene.group_after(at + 1),
        ("au" | "aux", _) => scene.group_after(at),
        // `du côté des syndicats`.
        ("du", "côté") => scene.group_after(at + 2),
        _ => None,
    }
}

/// Whether what stands before the cue is its subject with an aside: `La porte-parole, Anne Roussel,
/// a démenti la fuite` looks like `La digue tiendra, a démenti la ministre`.
fn is_subject_with_asides(scene: &Scene, cue: &CueVerb, place: &Place, taken: usize) -> bool {
    let reading = scene.reading;
    let mut objects = governs::NOUN | governs::QUOTED;
    if reading.quote_at(place.source.start).is_some() {
        objects |= governs::QUOTE;
    }
    if reading.quote_before(place.start.saturating_sub(1)).is_some() {
        return false;
    }
    let Subject::Here(group) = subject::before(scene, cue) else { return false };
    // `Son avocate, Judith Klein, a plaidé l'accident`: a name before the verb and none behind it.
    let named_before = scene.names_somebody(&group) && !subject::names_head(scene, &place.source);
    if !cue.verb.takes(objects) && !named_before {
        return false;
    }
    // The aside has a verb only in a relative clause; a clause of its own is content.
    let plain = (group.start..place.start)
        .take_while(|&at| !reading.is(at, class::RELATIVE) || reading.is(at, class::SUBJECT))
        .all(|at| reading.word(at).is_none_or(|word| word.quote.is_some() || !scene.is_verb(at)));
    // Before the subject stands at most an adverbial: `Hier soir, la ministre, …`.
    let opens = (taken..group.start).all(|at| !scene.is_verb(at))
        && (group.start <= taken || reading.low(group.start - 1) == ",");
    let speaker_behind = scene.names_somebody(&place.source) && !scene.names_somebody(&group);
    opens && plain && !speaker_behind
}

/// What goes on behind a closing attribution: `« … », a dit X, « … »`.
fn resumed(scene: &Scene, end: usize) -> Option<Draft> {
    let reading = scene.reading;
    let next_cue = scene.next_cue(end).map_or(scene.words.end, |cue| cue.words.start);
    let quotes = direct::quotes_in(scene, end, next_cue);
    let (first, last) = (quotes.first()?, quotes.last()?);
    let joined = (end..first.start).all(|at| !reading.word(at).is_some_and(Word::is_word));
    let (content, direct) = if joined && quotes.len() == 1 {
        (first.clone(), true)
    } else {
        let comma = (end..first.start).find(|&at| matches!(reading.low(at), "," | "–" | ":"))?;
        if next_cue < scene.words.end {
            return None;
        }
        (comma + 1..clause::end(scene, comma + 1, false).max(last.end), false)
    };
    (reading.count(content.clone()) >= 3).then(|| Draft::uncued(content, Source::Previous, direct))
}
