//! What a number counts or measures: a currency, a share, a measure, or the noun after it.

use super::lexicon::{Class, Lexicon};
use super::number::Word;
use crate::text::TokenKind;

/// A unit that stands after (or before) a number.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Unit {
    /// As the contract gives it: `EUR`, `%`, `pays`.
    pub name: String,
    /// The byte after its last one.
    pub end: usize,
    /// The index of the word after it.
    pub next: usize,
    /// What the number must be multiplied with besides: `Md€`.
    pub times: f64,
    /// Whether it is money.
    pub money: bool,
}

/// The unit after the number that ends before word `at`, at byte `from`.
pub(super) fn after(
    text: &str,
    words: &[Word],
    at: usize,
    from: usize,
    sized: bool,
    lexicon: &Lexicon,
) -> Option<Unit> {
    if let Some(unit) = short(text, words, at, from, lexicon) {
        return Some(rate(unit, text, words));
    }
    let de =
        words.get(at).is_some_and(|word| matches!(word.form.as_str(), "de" | "d'" | "des" | "of" | "du"));
    let at = if de && sized { at + 1 } else { at };
    let at = if sized
        && words.get(at).is_some_and(|word| matches!(word.form.as_str(), "la" | "les" | "the" | "l'"))
    {
        at + 1
    } else {
        at
    };
    phrase(words, at, lexicon).or_else(|| currency(words, at, lexicon)).map(|unit| rate(unit, text, words))
}

/// A measure with the time it is taken over: `mètres cubes par seconde`, `litres per hour`.
fn rate(unit: Unit, text: &str, words: &[Word]) -> Unit {
    const TIMES: [&str; 10] =
        ["seconde", "minute", "heure", "jour", "an", "second", "hour", "day", "week", "year"];
    let Some([per, time]) = words.get(unit.next..unit.next + 2) else { return unit };
    let over = matches!(per.form.as_str(), "par" | "per") && TIMES.contains(&time.form.as_str());
    if unit.money || unit.name == "%" || !over {
        return unit;
    }
    let name = format!("{} {} {}", unit.name, per.span.of(text), time.span.of(text));
    Unit { name, end: time.span.end, next: unit.next + 2, ..unit }
}

/// Signs and short forms, which may touch the number: `%`, `€`, `Md€`, `km`.
fn short(text: &str, words: &[Word], at: usize, from: usize, lexicon: &Lexicon) -> Option<Unit> {
    let limit = words.last().map_or(from, |word| word.span.end);
    let rest = text.get(from..limit)?;
    let gap = rest.len() - rest.trim_start_matches([' ', '\u{a0}', '\u{202f}']).len();
    let rest = rest.get(gap..)?;
    let unit = |form: &str, name: &str, times: f64, money: bool| {
        let end = from + gap + form.len();
        let next =
            at + words.get(at..).unwrap_or_default().iter().take_while(|word| word.span.start < end).count();
        Unit { name: name.to_owned(), end, next, times, money }
    };
    for (form, (name, times)) in &lexicon.joined {
        if rest.starts_with(form.as_str()) {
            return Some(unit(form, name, *times, true));
        }
    }
    let first = rest.chars().next()?;
    if let Some(name) = lexicon.symbols.get(first.to_string().as_str()) {
        let money = name.len() == 3;
        return Some(unit(rest.get(..first.len_utf8())?, name, 1.0, money));
    }
    for (form, name) in &lexicon.short {
        let ends =
            |rest: &str| rest.chars().next().is_none_or(|c| !c.is_alphanumeric() && c != '\'' && c != '’');
        if rest.strip_prefix(form.as_str()).is_some_and(ends) {
            return Some(unit(form, name, 1.0, false));
        }
    }
    None
}

fn phrase(words: &[Word], at: usize, lexicon: &Lexicon) -> Option<Unit> {
    let rest = words.get(at..)?;
    let (phrase, name) = lexicon.phrases.iter().find(|(phrase, _)| starts_with(rest, phrase))?;
    let last = rest.get(phrase.len() - 1)?;
    let money = name.len() == 3 && name.chars().all(|c| c.is_ascii_uppercase());
    Some(Unit { name: name.clone(), end: last.span.end, next: at + phrase.len(), times: 1.0, money })
}

fn currency(words: &[Word], at: usize, lexicon: &Lexicon) -> Option<Unit> {
    let word = words.get(at)?;
    let name = lexicon.currencies.get(&word.form)?;
    let settled =
        words.get(at + 1).and_then(|next| lexicon.national.get(&next.form).map(|name| (name, next)));
    Some(match settled {
        Some((name, next)) => {
            Unit { name: name.clone(), end: next.span.end, next: at + 2, times: 1.0, money: true }
        }
        None => Unit { name: name.clone(), end: word.span.end, next: at + 1, times: 1.0, money: true },
    })
}

/// The counted noun after a number: `26 pays`, `trois anciens ministres`, `112 attack drones`.
pub(super) fn noun(
    text: &str,
    words: &[Word],
    at: usize,
    value: Option<f64>,
    sized: bool,
    lexicon: &Lexicon,
) -> Option<Unit> {
    let mut at = at;
    if sized {
        let de = words.get(at)?;
        if matches!(de.form.as_str(), "de" | "d'" | "des" | "of" | "du") {
            at += 1;
            if words.get(at).is_some_and(|word| {
                matches!(word.form.as_str(), "la" | "les" | "the" | "l'" | "its" | "ses" | "leurs")
            }) {
                at += 1;
            }
        } else if !lexicon.english {
            return None;
        }
    }
    if words.get(at)?.kind == TokenKind::Mark {
        at += 1;
    }
    // `la moitié de la récolte`: a part may be one of a single thing.
    let part = value.is_some_and(|value| value < 1.0);
    let several = !part && (sized || value.is_none_or(|value| value >= 2.0));
    let reach = if lexicon.english { 4 } else { 3 };
    let mut previous_end = words.get(at)?.span.start;
    for (step, word) in words.get(at..)?.iter().take(reach).enumerate() {
        let apart = text.get(previous_end..word.span.start).is_none_or(|gap| gap.contains('\n'));
        if word.kind != TokenKind::Word || apart || lexicon.is(Class::NotCounted, &word.form) {
            return None;
        }
        if lexicon.is(Class::Month, &word.form) && !lexicon.english {
            return None;
        }
        previous_end = word.span.end;
        if word.form.len() < 2 {
            return None;
        }
        if !lexicon.english && lexicon.is(Class::Prenominal, &word.form) {
            continue;
        }
        // "les 320 annoncés par la mairie" counts what was named before, not who is announced.
        let written = word.span.of(text);
        let participle = ["és", "ées"].iter().any(|ending| written.ends_with(ending));
        if !lexicon.english && participle && words.get(at + step + 1).is_some_and(|next| next.form == "par") {
            return None;
        }
        let fits = !several || is_plural(&word.form, lexicon);
        if fits && !(lexicon.english && lexicon.is(Class::Prenominal, &word.form)) {
            let unit = Unit {
                name: word.span.of(text).to_owned(),
                end: word.span.end,
                next: at + step + 1,
                times: 1.0,
                money: false,
            };
            return Some(rate(unit, text, words));
        }
        if !lexicon.english {
            return None;
        }
    }
    None
}

/// Whether a folded word looks like a plural: in French by its ending, in English likewise or by
/// the list.
fn is_plural(word: &str, lexicon: &Lexicon) -> bool {
    if lexicon.is(Class::Plural, word) {
        return true;
    }
    if lexicon.english {
        return word.len() > 2 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us");
    }
    word.ends_with(['s', 'x', 'z'])
}

/// Whether the words begin with a phrase.
pub(super) fn starts_with(words: &[Word], phrase: &[String]) -> bool {
    words.len() >= phrase.len() && words.iter().zip(phrase).all(|(word, form)| word.form == *form)
}
