//! Verbs that no table lists, taken for verbs of saying by where they stand: right behind a quotation,
//! before a pronoun set behind them (`« … », tacle-t-il`, `« … », a-t-elle cinglé`) or before whoever
//! speaks (`« … », tacle la maire`).

use super::cues::{CueVerb, Shape};
use super::lexicon::{Verb, class, governs};
use super::words::{Reading, Stretch};

/// What such a verb is known to take.
static SAYING: Verb = Verb::plain(governs::QUOTE);

/// The verb at word `at`, where only its place tells that it attributes. French only: English keeps
/// the subject first, where nothing tells a verb of saying from another.
pub(super) fn find(reading: &Reading, stretch: &Stretch, at: usize) -> Option<CueVerb> {
    let word = reading.word(at)?;
    if reading.lexicon.english
        || word.capital
        || word.quote.is_some()
        || !follows_quotation(reading, stretch, at)
    {
        return None;
    }
    let listed = |at: usize| !reading.lexicon.forms(reading.low(at)).is_empty();
    let inverted = reading.word(at + 1).is_some_and(|next| next.inverted);
    if inverted && word.is(class::HAVE) {
        let participle = (at + 2..at + 5).find(|&at| {
            reading.word(at).is_some_and(super::words::Word::is_open) && participle(reading.low(at)).is_some()
        })?;
        if listed(participle) {
            return None;
        }
        return Some(cue(at, participle + 1, Some(at + 1), true));
    }
    if listed(at) {
        return None;
    }
    if inverted && word.is_open() {
        return Some(cue(at, at + 2, Some(at + 1), false));
    }
    let subject = reading.word(at + 1).is_some_and(|next| {
        (next.is(class::DEFINITE) || next.is(class::TITLE) || next.capital) && !next.is(class::LINK)
    });
    let verb = word.is_open() && word.low.chars().count() > 3 && word.low.ends_with('e');
    (subject && verb).then(|| cue(at, at + 1, None, false))
}

fn cue(start: usize, end: usize, inverted: Option<usize>, past: bool) -> CueVerb {
    CueVerb { words: start..end, verb: &SAYING, shape: Shape::Finite, inverted, conditional: false, past }
}

/// Whether an utterance ends right before word `at`, with or without a comma.
fn follows_quotation(reading: &Reading, stretch: &Stretch, at: usize) -> bool {
    let before = at.saturating_sub(usize::from(at > 0 && reading.low(at - 1) == ","));
    before > stretch.words.start
        && reading.quote_before(before).is_some_and(|quote| reading.count(quote.first..quote.end) >= 4)
}

/// The likeliest infinitive of an unlisted verb: most are of the first group.
pub(super) fn lemma(reading: &Reading, cue: &CueVerb) -> String {
    if cue.past {
        let last = reading.low(cue.words.end - 1);
        return participle(last).unwrap_or_else(|| last.to_owned());
    }
    let form = reading.low(cue.words.start);
    let endings =
        [("aient", "er"), ("ait", "er"), ("ent", "er"), ("e", "er"), ("a", "er"), ("it", "ir"), ("d", "dre")];
    endings
        .into_iter()
        .find_map(|(ending, infinitive)| Some(format!("{}{infinitive}", form.strip_suffix(ending)?)))
        .unwrap_or_else(|| form.to_owned())
}

/// The infinitive of what ends like a participle.
fn participle(form: &str) -> Option<String> {
    [("ée", "er"), ("é", "er"), ("i", "ir"), ("u", "re")]
        .into_iter()
        .find_map(|(ending, infinitive)| Some(format!("{}{infinitive}", form.strip_suffix(ending)?)))
}
