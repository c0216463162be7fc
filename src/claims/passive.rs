//! Verdicts in the passive: `La mesure, qualifiée de « liberticide » par la gauche`, `dénoncée par le
//! syndicat comme « un recul »`. The participle is the cue, the quoted verdict the content, and `par` leads to
//! whoever gives it.

use std::ops::Range;

use super::clause::Scene;
use super::conjugation::Tense;
use super::draft::{Attributed, Draft, Source};
use super::lexicon::{class, governs};
use super::subject;

/// How many words may stand between a participle, its verdict and its agent.
const REACH: usize = 8;

/// The verdicts of the stretch, in order. French only: English reads `called "a joke" by` too seldom.
pub(super) fn find(scene: &Scene) -> Vec<Draft> {
    if scene.reading.lexicon.english {
        return Vec::new();
    }
    scene.words.clone().filter_map(|at| read(scene, at)).collect()
}

/// The verdict that the participle at word `at` leads to.
fn read(scene: &Scene, at: usize) -> Option<Draft> {
    let reading = scene.reading;
    let word = reading.word(at).filter(|word| word.quote.is_none())?;
    let form = reading.lexicon.forms(&word.low).iter().find(|form| {
        let verb = &reading.lexicon.verbs[form.verb];
        matches!(form.tense, Tense::Participle | Tense::Agreed)
            && !verb.reflexive
            && verb.tail.is_empty()
            && verb.takes(governs::AS | governs::JUDGED | governs::NOUN)
    })?;
    // `a qualifié de « … »` is active, and a verb of saying already.
    let active = scene.verbs.iter().any(|cue| cue.contains(&at))
        || at > scene.words.start && reading.is(at - 1, class::HAVE);
    if active {
        return None;
    }
    let near = |from: usize| {
        (from..scene.words.end.min(from + REACH)).take_while(|&at| {
            reading.word(at).is_some_and(|word| word.quote.is_some() || word.is_word() && !scene.is_verb(at))
        })
    };
    let quote = near(at + 1).find_map(|at| reading.quote_at(at)).map(|quote| quote.first..quote.end);
    let by = |from: usize| near(from).find(|&at| reading.low(at) == "par");
    let (quote, agent) = match (quote, by(at + 1)) {
        // `dénoncée par la gauche comme « un recul »`.
        (Some(quote), Some(par)) if par < quote.start => (quote, agent(scene, par)?),
        (Some(quote), _) => {
            let par = by(quote.end).filter(|&par| par <= quote.end + 1)?;
            (quote, agent(scene, par)?)
        }
        (None, _) => return None,
    };
    Some(Draft {
        content: quote,
        cue: Some(Attributed::of(at..at + 1, &reading.lexicon.verbs[form.verb])),
        source: Source::Words(agent),
        direct: false,
        hedged: false,
        via: None,
    })
}

/// Who stands behind `par`, where it is somebody.
fn agent(scene: &Scene, par: usize) -> Option<Range<usize>> {
    let reading = scene.reading;
    let group = scene.group_after(par + 1)?;
    let speaks = scene.names_somebody(&group)
        || group.clone().take(4).any(|at| reading.is(at, class::SPEAKING | class::BODY | class::MEMBER))
        || reading.is(group.start, class::DEFINITE | class::PLURAL);
    speaks.then(|| subject::with_name(scene, group))
}
