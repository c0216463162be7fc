//! Names that are phrases: a noun for a body, agreement or event with its complements.
//!
//! French outlets write most of such a name small (`Comité régional pour la défense des rivières`).
//! The head's capital, an acronym in brackets behind it, or quotation marks around it show that it is
//! a name; a small grammar of complements shows where it ends. English names are capitalised
//! throughout and are found as runs, unless an acronym follows.

use super::names;
use super::states;
use super::votes::Votes;
use super::words::{Body, Shape, Word};

/// Where the name that starts with the noun at `at` ends, with the votes for its kind.
pub(super) fn at(body: &Body, at: usize) -> Option<(usize, Votes)> {
    let head = body.words.get(at)?;
    let strong = names::is_strong_noun(&head.fold);
    let event = names::is_event_noun(&head.fold) && !strong;
    if head.loud
        || head.fold == "gouvernement"
        || !(strong || event || names::is_organisation_noun(&head.fold))
    {
        return None;
    }
    let votes = if event {
        Votes { event: 5, ..Votes::default() }
    } else {
        Votes { organisation: 5, ..Votes::default() }
    };
    if let Some(end) = before_acronym(body, at) {
        return Some((end, votes));
    }
    if body.language.is_english() {
        return None;
    }
    let quoted = at > 0 && body.words[at - 1].shape == Shape::Mark;
    if quoted
        && strong
        && let Some(end) = quoted_end(body, at)
    {
        return Some((end, votes));
    }
    let end = phrase_end(body, at);
    let capital = head.is_capital();
    if end == at + 1 {
        return None;
    }
    let name_inside =
        body.words[at + 1..end].iter().any(|word| word.is_capital() && !names::is_never(&word.fold));
    let accepted = if capital {
        !head.initial || name_inside || strong
    } else if names::is_agreement_noun(&head.fold) {
        place_complement(body, at)
    } else {
        is_seated(body, at)
            || head.fold == "ministere" && is_portfolio(body, at) && !place_complement(body, at)
    };
    let next_capital = body.words.get(at + 1).is_some_and(|word| word.joined && word.is_capital());
    (accepted && !next_capital).then_some((end, votes))
}

/// Whether `de` and a capitalised word follow the head directly, and nothing else belongs to it.
fn place_complement(body: &Body, at: usize) -> bool {
    matches!(body.next(at + 1), "de" | "d'" | "du")
        && body.words.get(at + 2).is_some_and(|word| word.joined && word.is_capital())
        && (states::key_of(body.next(at + 2)).is_some() || super::phrases::known_at(body, at + 2).is_some())
}

/// Whether the field of the ministry at `at` has its capital: `ministère de la Justice`.
fn is_portfolio(body: &Body, at: usize) -> bool {
    let noun = (at + 1..at + 4)
        .find(|at| !matches!(body.next(*at), "de" | "d'" | "du" | "des" | "la" | "l'" | "les"));
    noun.and_then(|at| body.words.get(at)).is_some_and(|word| word.joined && word.is_capital())
}

/// Whether the noun at `at`, written small, is a body with its place, known or not: `parquet de Pontvert`.
/// One that is a building too must not be where something happens (`devant la mairie de Pontvert`).
fn is_seated(body: &Body, at: usize) -> bool {
    let head = body.words[at].fold.as_str();
    let (seated, sited) = (names::is_seated_noun(head), names::is_sited_noun(head));
    if !(seated || sited) {
        return false;
    }
    let link = adjectives(body, at + 1);
    let mut place = link + 1;
    while matches!(body.next(place), "la" | "l'") {
        place += 1;
    }
    let named = matches!(body.next(link), "de" | "d'" | "du")
        && body.words.get(place).is_some_and(|word| {
            word.joined
                && word.is_capital()
                && !names::is_first_name(&word.fold)
                && !word.fold.ends_with('\'')
        });
    let article = matches!(body.before(at, 1), "la" | "le" | "l'");
    let inside =
        matches!(body.before(at, 2), "a" | "dans" | "devant" | "vers" | "de" | "sur" | "pres" | "depuis");
    named && article && (seated || !inside) || place_complement(body, at)
}

/// The end of a phrase of at most fourteen words that an acronym in brackets follows, when the acronym
/// begins with the head's letter or has as many letters as the phrase has long words.
fn before_acronym(body: &Body, at: usize) -> Option<usize> {
    let letter = body.words[at].fold.chars().next()?;
    for end in at + 2..(at + 16).min(body.words.len()) {
        let word = &body.words[end];
        if !word.joined || word.shape == Shape::Mark {
            return None;
        }
        if word.fold == "(" {
            let inside = body.words.get(end + 1)?;
            let closes = body.words.get(end + 2).is_some_and(|close| close.fold == ")");
            let acronym = inside.is_capital() && (2..=8).contains(&inside.fold.len());
            let content =
                body.words[at..end].iter().filter(|word| word.fold.len() > 3 || word.is_capital()).count();
            let fits = inside.fold.starts_with(letter)
                || inside.fold.ends_with(letter)
                || inside.fold.len() == content;
            return (closes && acronym && fits && !names::is_never(&inside.fold)).then_some(end);
        }
        if word.shape == Shape::Stop || is_clause_word(&word.fold) {
            return None;
        }
    }
    None
}

/// The end of an English name at `at` whose capitals are the letters in brackets behind it: `Port and
/// Dock Union (PDU)`.
pub(super) fn spelt_out(body: &Body, at: usize) -> Option<usize> {
    if !body.language.is_english() || !body.words.get(at)?.is_capital() {
        return None;
    }
    let mut letters = String::new();
    for end in at..(at + 14).min(body.words.len()) {
        let word = &body.words[end];
        if end > at && !word.joined {
            return None;
        }
        if word.fold == "(" {
            let inside = body.words.get(end + 1).filter(|inside| inside.shape == Shape::Upper)?;
            let closes = body.words.get(end + 2).is_some_and(|close| close.fold == ")");
            return (closes && letters.len() > 1 && inside.fold == letters).then_some(end);
        }
        let link = matches!(
            word.fold.as_str(),
            "and" | "of" | "for" | "the" | "on" | "in" | "&" | "'" | "’" | "'s" | "’s"
        );
        if word.is_capital() {
            letters.extend(word.fold.chars().next());
        } else if !link {
            return None;
        }
    }
    None
}

/// The end of a name that fills its quotation marks: short, without a clause in it.
fn quoted_end(body: &Body, at: usize) -> Option<usize> {
    let mark = (at + 2..(at + 8).min(body.words.len())).find(|at| body.words[*at].shape == Shape::Mark)?;
    let inside = &body.words[at + 1..mark];
    let clause = inside.iter().any(|word| !word.is_word() || is_clause_word(&word.fold));
    let complement = matches!(body.next(at + 1), "de" | "d'" | "du" | "des" | "pour") || inside.len() == 1;
    (!clause && complement).then_some(mark)
}

/// Words that end a name because a clause begins with them.
fn is_clause_word(word: &str) -> bool {
    matches!(
        word,
        "qui"
            | "que"
            | "qu'"
            | "dont"
            | "ont"
            | "est"
            | "sont"
            | "etait"
            | "etaient"
            | "avait"
            | "avaient"
            | "sera"
            | "seront"
            | "se"
            | "s'"
            | "ne"
            | "n'"
            | "y"
            | "dans"
            | "par"
            | "avec"
            | "sans"
            | "selon"
            | "ce"
            | "cette"
            | "lors"
            | "apres"
            | "avant"
            | "depuis"
            | "who"
            | "which"
            | "that"
            | "is"
            | "are"
            | "was"
            | "were"
            | "has"
            | "have"
            | "had"
            | "said"
            | "says"
    )
}

/// Where the head's adjectives and complements end.
fn phrase_end(body: &Body, at: usize) -> usize {
    let mut end = adjectives(body, at + 1);
    let aimed = names::is_aimed_noun(&body.words[at].fold);
    while end < at + 16 {
        // `Et des` goes on with a complement, and starts another name without one before it.
        if body.next(end) == "et"
            && !(at + 1..end).any(|at| matches!(body.next(at), "de" | "d'" | "du" | "des"))
        {
            break;
        }
        let Some(after) = complement(body, end, aimed) else { break };
        end = after;
    }
    end
}

/// Where the adjectives that start at `at` end; `à` and `a` end them.
fn adjectives(body: &Body, mut at: usize) -> usize {
    while body.words.get(at).is_some_and(|word| word.joined && is_adjective(word)) {
        at += 1;
    }
    at
}

fn is_adjective(word: &Word) -> bool {
    word.is_word()
        && word.fold.len() > 4
        && !word.is_capital()
        && !names::is_never(&word.fold)
        && (states::adjective_of(&word.fold).is_some()
            || word.fold.starts_with("europeen")
            || names::ends_like_adjective(&word.fold))
}

/// Where one complement (`de la Mer`, `pour l'élimination`, `et des sports`) ends, when one follows.
fn complement(body: &Body, at: usize, aimed: bool) -> Option<usize> {
    let link = body.next(at);
    let mut noun = at + 1;
    let mut determined = matches!(link, "du" | "des");
    match link {
        // `dès`, which folds to the same letters, is one byte longer.
        "des" if body.words[at].span.len() > 3 => return None,
        "de" | "d'" | "du" | "des" => {}
        "," if goes_on(body, at) => {
            noun += 1;
            determined |= matches!(body.next(at + 1), "du" | "des");
        }
        "pour" | "contre" | "sur" if aimed => {
            determined = matches!(body.next(noun), "la" | "le" | "l'" | "les");
            if !determined {
                return None;
            }
        }
        "et" if matches!(body.next(noun), "de" | "du" | "des" | "d'") => noun += 1,
        _ => return None,
    }
    while matches!(body.next(noun), "la" | "le" | "l'" | "les" | "toutes" | "tous") {
        determined = true;
        noun += 1;
    }
    let word = body.words.get(noun).filter(|word| word.joined && word.is_word())?;
    if word.fold.len() < 3 || word.fold == "pays" || names::is_calendar(&word.fold) {
        return None;
    }
    let infinitive =
        !determined && !word.is_capital() && ["er", "ir", "re", "oir"].iter().any(|e| word.fold.ends_with(e));
    if infinitive || names::is_never(&word.fold) && !word.is_capital() && !determined {
        return None;
    }
    let mut end = noun + 1;
    while word.is_capital()
        && body
            .words
            .get(end)
            .is_some_and(|word| word.joined && word.is_capital() && !word.fold.ends_with('\''))
    {
        end += 1;
    }
    Some(adjectives(body, end))
}

/// Whether the comma at `at` parts two fields of one body, the last of which `et` leads in: `de l'eau, de
/// l'air et des forêts`.
fn goes_on(body: &Body, at: usize) -> bool {
    let is_link = |at: usize| matches!(body.next(at), "de" | "d'" | "du" | "des");
    let before = (1..4).any(|back| matches!(body.before(at, back), "de" | "d'" | "du" | "des" | "l'" | "la"));
    before
        && is_link(at + 1)
        && (at + 2..at + 10)
            .take_while(|at| {
                body.words.get(*at).is_some_and(|word| word.joined && (word.is_word() || word.fold == ","))
            })
            .any(|at| body.next(at) == "et" && is_link(at + 1))
}

/// The acronym in brackets behind the name that ends before `to`, with its place.
pub(super) fn acronym_after(body: &Body, to: usize) -> Option<usize> {
    let inside = body.words.get(to + 1)?;
    let fits = body.next(to) == "("
        && body.words.get(to + 2).is_some_and(|close| close.fold == ")")
        && inside.is_capital()
        && (2..=8).contains(&inside.fold.len());
    fits.then_some(to + 1)
}
