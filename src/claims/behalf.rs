//! Whom a speaker speaks for: the body behind a spokesperson (`Anne Roussel, porte-parole de
//! l'Agence des eaux`, `a Harbour Trust spokesman`, `au nom du Comité, Anne Roussel…`).

use std::ops::Range;

use super::Principal;
use super::clause::Scene;
use super::lexicon::class;
use super::speaker::{Speaker, Stage};
use crate::text::fold;

/// The body that the source in `words` speaks for, by its name where it is an actor, else as written.
///
/// What an article says once of somebody holds for what the same person says later in it.
pub(super) fn of(
    scene: &Scene,
    stage: &mut Stage,
    words: &Range<usize>,
    speaker: &Speaker,
) -> Option<Principal> {
    let body = behind_office(scene, words).or_else(|| in_the_name_of(scene, words));
    let body = body.map(|body| {
        let name = stage.relay(scene.reading, &body);
        let written = fold(scene.reading.low(body.start));
        // `porte-parole du PRV` where the actor is shown as `Parti de la Rivière`: the article may not fit.
        let same =
            fold(&name).strip_prefix(&written).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
        Principal { determiner: if same { determiner(scene, body.start) } else { String::new() }, name }
    });
    match (body, speaker.actors.as_slice()) {
        (Some(body), [actor]) => {
            stage.speaks_for(*actor, body.clone());
            Some(body)
        }
        (Some(body), _) => Some(body),
        (None, [actor]) => stage.spoken_for(*actor),
        (None, _) => None,
    }
}

/// The body named with the office: in the source itself, or in the apposition right behind it.
fn behind_office(scene: &Scene, words: &Range<usize>) -> Option<Range<usize>> {
    let reading = scene.reading;
    let apposed = usize::from(reading.low(words.end) == ",") * 4;
    let office = (words.start..scene.words.end.min(words.end + apposed)).find(|&at| {
        reading.is(at, class::SPOKESPERSON) && reading.word(at).is_some_and(|word| word.quote.is_none())
    })?;
    let next = office + 1;
    if matches!(reading.low(next), "de" | "du" | "des" | "d'" | "for" | "of") {
        return body(scene, next);
    }
    // `a Harbour Trust spokesman`: in English the body may come first.
    let first = if reading.is(words.start, class::DETERMINER) { words.start + 1 } else { words.start };
    (reading.lexicon.english && first < office).then_some(first..office)
}

/// `Au nom du Comité, X…`, `On behalf of the Trust, X…`, at the start of the sentence.
fn in_the_name_of(scene: &Scene, words: &Range<usize>) -> Option<Range<usize>> {
    let reading = scene.reading;
    let first = scene.words.start;
    let after = match (reading.low(first), reading.low(first + 1), reading.low(first + 2)) {
        ("au", "nom", "de" | "du" | "des" | "d'") | ("on", "behalf", "of") => first + 2,
        _ => return None,
    };
    let body = body(scene, after)?;
    (body.end < words.start && reading.low(body.end) == "," && body.end + 1 == words.start).then_some(body)
}

/// The noun group that hangs on the preposition at `link`, without its article.
fn body(scene: &Scene, link: usize) -> Option<Range<usize>> {
    let reading = scene.reading;
    // `de la fédération`, `des pompiers`: the preposition opens a group of its own in French.
    let group = scene.group_after(link).filter(|group| group.end > link + 1);
    let end = group.or_else(|| scene.group_after(link + 1))?.end;
    let light = |&at: &usize| at == link || reading.is(at, class::DETERMINER | class::LINK);
    let start = (link..end).find(|at| !light(at))?;
    Some(start..end)
}

/// The determiner in front of the noun at `start` and the space behind it, set apart from the preposition:
/// `du` has `le`, `des` has `les`. Nothing where the article writes none.
fn determiner(scene: &Scene, start: usize) -> String {
    let Some(before) = start.checked_sub(1).map(|at| scene.reading.low(at)) else { return String::new() };
    match before {
        "du" => "le ".to_owned(),
        "des" => "les ".to_owned(),
        "de" | "d'" => String::new(),
        "l'" => "l’".to_owned(),
        _ if scene.reading.is(start - 1, class::DETERMINER) => format!("{before} "),
        _ => String::new(),
    }
}
