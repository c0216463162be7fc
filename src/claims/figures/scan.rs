//! One walk over a block's words that finds its figures.

use super::Figure;
use super::lexicon::{Class, Lexicon};
use super::number::{self, Number, Word};
use super::unit::{self, Unit};
use crate::article::Span;
use crate::claims::lexicon::{Lexicon as Grammar, class};
use crate::lang::Language;
use crate::text::{Token, TokenKind};

/// The most words that are kept to say what a figure is of.
const OF_WORDS: usize = 6;

/// How far back a bare amount may look for its currency, in figures.
const MONEY_MEMORY: usize = 2;

/// Appends the figures of the block whose tokens these are. `figures` holds the article's earlier
/// ones: an elliptic figure looks there for its noun.
pub(super) fn block(
    article: usize,
    text: &str,
    tokens: &[Token],
    language: Language,
    figures: &mut Vec<Figure>,
) {
    let lexicon = Lexicon::of(language);
    let words = Word::list(text, tokens);
    let mut at = 0;
    while at < words.len() {
        let next = Scan { article, text, words: &words, lexicon, earlier: figures }.figure(at);
        match next {
            Some((figure, end)) => {
                at = end.max(at + 1);
                figures.push(figure);
            }
            None => at = skip(&words, at, lexicon),
        }
    }
}

/// The index after what stands at `at`: after the whole number where one was turned down, lest its
/// second half be read as another.
fn skip(words: &[Word], at: usize, lexicon: &Lexicon) -> usize {
    number::read(words, at, lexicon).map_or(at + 1, |number| number.end.max(at + 1))
}

struct Scan<'a> {
    article: usize,
    text: &'a str,
    words: &'a [Word],
    lexicon: &'a Lexicon,
    earlier: &'a [Figure],
}

impl Scan<'_> {
    /// The figure whose number starts at `at`, and the index of the word after it.
    fn figure(&self, at: usize) -> Option<(Figure, usize)> {
        if let Some(range) = self.hyphenated(at) {
            return Some(range);
        }
        let number = number::read(self.words, at, self.lexicon)?;
        if let Some(lasting) = self.lasting(at, &number) {
            return Some(lasting);
        }
        let symbol = self.symbol_before(at);
        let glued = symbol.and_then(|_| self.glued(&number));
        if number.digits && glued.is_none() && self.is_no_quantity(at, &number) {
            return None;
        }
        let number = glued.unwrap_or(number);
        let first = if symbol.is_some() { at - 1 } else { at };
        let (last, bounds) = self.range(first, &number);
        let end = self.words.get(last.end - 1)?.span.end;
        let unit = unit::after(self.text, self.words, last.end, end, last.sized, self.lexicon);
        let unit = unit.or_else(|| symbol.map(|name| self.bare(name, &last, true)));
        let unit = match unit {
            Some(unit) => unit,
            None if self.is_year(at, &last) => return None,
            None => self.noun_or_elliptic(at, &last)?,
        };
        if self.is_anaphoric(at, &last, &unit) || self.states_no_quantity(at, &last, &unit) {
            return None;
        }
        let (unit, half) = self.and_a_half(unit);
        let last = Number { value: last.value.map(|value| value + half), ..last };
        let (from, qualifier) = self.qualifier(first, &last, bounds.is_some());
        let scale = |value: Option<f64>| value.map(|value| value * unit.times);
        let bounds =
            bounds.map_or((scale(last.least), None), |(low, high)| (scale(Some(low)), scale(Some(high))));
        let start = self.words.get(from)?.span.start;
        let figure = Figure {
            article: self.article,
            span: Span::new(start, self.closed(start, unit.end.max(end))),
            value: if bounds.1.is_some() { None } else { scale(last.value) },
            bounds,
            of: self.of(unit.next),
            unit: Some(unit.name),
            qualifier,
        };
        Some((figure, unit.next.max(last.end)))
    }

    fn bare(&self, name: &str, number: &Number, money: bool) -> Unit {
        let end = self.words.get(number.end - 1).map_or(0, |word| word.span.end);
        Unit { name: name.to_owned(), end, next: number.end, times: 1.0, money }
    }

    /// `pendant 3 h`, `en 2 h 20`, `plus de 12 h`: a length of time, where `à 3 h` is a time of day.
    fn lasting(&self, at: usize, number: &Number) -> Option<(Figure, usize)> {
        let hours = self.words.get(number.end).filter(|word| word.form == "h")?;
        let cued = self.is(Class::LastingCue, self.before(at, 1)) || self.blurring(at).is_some();
        if self.lexicon.english || !number.digits || !cued {
            return None;
        }
        let minutes = number::read(self.words, number.end + 1, self.lexicon)
            .filter(|minutes| minutes.digits && minutes.value.is_some_and(|value| value < 60.0));
        let (end, next) = match &minutes {
            Some(minutes) => (self.words.get(minutes.end - 1)?.span.end, minutes.end),
            None => (hours.span.end, number.end + 1),
        };
        let more = minutes.and_then(|minutes| minutes.value).unwrap_or_default() / 60.0;
        let (from, qualifier) = self.qualifier_before(at);
        let figure = Figure {
            article: self.article,
            span: Span::new(self.words.get(from)?.span.start, end),
            value: number.value.map(|value| value + more),
            bounds: (None, None),
            of: self.of(next),
            unit: Some("heures".to_owned()),
            qualifier,
        };
        Some((figure, next))
    }

    /// `cinq heures et demie`, `deux kilomètres et demi`: the unit with the half, and the half.
    fn and_a_half(&self, unit: Unit) -> (Unit, f64) {
        let half = matches!(self.form(unit.next), "et" | "and")
            && (matches!(self.form(unit.next + 1), "demi" | "demie")
                || self.form(unit.next + 1) == "a" && self.form(unit.next + 2) == "half");
        let words = if self.lexicon.english { 3 } else { 2 };
        match self.words.get(unit.next + words - 1).filter(|_| half && !unit.money) {
            Some(last) => (Unit { end: last.span.end, next: unit.next + words, ..unit }, 0.5),
            None => (unit, 0.0),
        }
    }

    /// The end of a figure that opens a mark and leaves it open: `trois « champs | d'action »`.
    fn closed(&self, start: usize, end: usize) -> usize {
        const REACH: usize = 48;
        let inside = Span::new(start, end).of(self.text);
        let open = [('«', '»'), ('“', '”')]
            .into_iter()
            .find(|&(open, close)| inside.contains(open) && !inside.contains(close));
        let Some((_, close)) = open else { return end };
        let rest = self.text.get(end..).unwrap_or_default();
        let near = rest.char_indices().take(REACH).take_while(|(_, c)| !matches!(c, '.' | '\n'));
        near.into_iter().find(|&(_, c)| c == close).map_or(end, |(at, c)| end + at + c.len_utf8())
    }

    /// `zéro décision`, `Anne Roussel, 71 ans,`, `deux sources`: no quantity that could be checked, or one that
    /// only says who somebody is.
    fn states_no_quantity(&self, at: usize, number: &Number, unit: &Unit) -> bool {
        let in_words = self.words.get(at).is_some_and(|word| word.kind == TokenKind::Word);
        let nothing = in_words && number.value == Some(0.0);
        let sources = matches!(unit.name.as_str(), "sources" | "source");
        let years = matches!(unit.name.as_str(), "ans" | "years");
        let named = at
            .checked_sub(2)
            .and_then(|at| self.words.get(at))
            .is_some_and(|word| word.span.of(self.text).chars().next().is_some_and(char::is_uppercase));
        let apart = |word: &str| matches!(word, "," | "." | "(" | ")" | "");
        let age = years && named && matches!(self.before(at, 1), "," | "(") && apart(self.form(unit.next));
        nothing || sources || age
    }

    fn form(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| word.form.as_str())
    }

    fn before(&self, at: usize, steps: usize) -> &str {
        at.checked_sub(steps).map_or("", |at| self.form(at))
    }

    fn is(&self, class: Class, word: &str) -> bool {
        self.lexicon.is(class, word)
    }

    /// Dates, times, ordinals, telephone numbers, references: digits that count nothing.
    fn is_no_quantity(&self, at: usize, number: &Number) -> bool {
        let Some(word) = self.words.get(at) else { return true };
        let glued_before = self.text.get(..word.span.start).and_then(|text| text.chars().next_back());
        if glued_before
            .is_some_and(|c| c.is_alphanumeric() || matches!(c, '-' | '/' | ':' | '#' | '_' | '°' | '.'))
        {
            return true;
        }
        let rest = self.text.get(word.span.end..).unwrap_or_default();
        let mut after = rest.chars();
        match (after.next(), after.next()) {
            (Some('/' | ':' | '-' | '.' | '\'' | '_'), Some(c)) if c.is_ascii_digit() => return true,
            (Some(c), _) if c.is_alphabetic() && !self.has_short_unit(number, word.span.end) => return true,
            _ => {}
        }
        let next = self.form(number.end);
        let previous = self.before(at, 1);
        if self.is(Class::Month, next)
            || self.is(Class::Weekday, previous)
            || self.is(Class::Naming, previous)
        {
            return true;
        }
        if self.is(Class::Month, previous) && !self.has_short_unit(number, word.span.end) {
            return true;
        }
        // `plus de 30 heures` lasts, `à 18 heures` does not.
        let hour = self.lexicon.english || self.is(Class::HourCue, previous) && self.blurring(at).is_none();
        if self.is(Class::Hour, next) && hour {
            return true;
        }
        self.is_day_of_list(number.end) || self.is_name(at)
    }

    fn has_short_unit(&self, number: &Number, end: usize) -> bool {
        number.end > 0
            && (unit::after(self.text, self.words, number.end, end, number.sized, self.lexicon).is_some()
                || self.words.get(number.end - 1).is_some_and(|word| word.span.start == end))
    }

    /// `les 15 et 16 novembre`, `du 3 au 7 mai`: the first day of two.
    fn is_day_of_list(&self, after: usize) -> bool {
        let joined = matches!(self.form(after), "et" | "au" | "ou" | "and" | "to" | "," | "-" | "–" | "a");
        let second = self.words.get(after + 1).is_some_and(|word| word.kind == TokenKind::Number);
        joined && second && self.is(Class::Month, self.form(after + 2))
    }

    /// `Apollo 11`, `Ligue 1`: a capitalised word right before the digits, not at a sentence's start.
    fn is_name(&self, at: usize) -> bool {
        let capital = |at: usize| {
            self.words.get(at).is_some_and(|word| {
                word.kind == TokenKind::Word
                    && word.span.of(self.text).chars().next().is_some_and(char::is_uppercase)
            })
        };
        let Some(previous) = at.checked_sub(1) else { return false };
        let starts =
            previous == 0 || self.words.get(previous - 1).is_some_and(|word| word.kind != TokenKind::Word);
        let named = capital(previous) && !starts && !self.is(Class::NotCounted, self.form(previous));
        named && !capital(at + 1)
    }

    /// A bare number of four digits that reads as a year.
    fn is_year(&self, at: usize, number: &Number) -> bool {
        let Some(word) = self.words.get(at) else { return false };
        let plain = word.form.len() == 4 && word.form.bytes().all(|byte| byte.is_ascii_digit());
        let value = number.value.unwrap_or_default();
        if !plain || !(1000.0..=2100.0).contains(&value) || number.end != at + 1 {
            return false;
        }
        let previous = self.before(at, 1);
        self.is(Class::YearCue, previous)
            || self.is(Class::Month, previous)
            || unit::noun(self.text, self.words, number.end, number.value, false, self.lexicon).is_none()
    }

    fn symbol_before(&self, at: usize) -> Option<&str> {
        let symbol = self.words.get(at.checked_sub(1)?)?;
        let touches = self.words.get(at)?.span.start <= symbol.span.end + 2;
        let name = self.lexicon.symbols.get(symbol.span.of(self.text))?;
        (touches && name.len() == 3).then_some(name.as_str())
    }

    /// The last number of a range and its bounds, or the number itself.
    fn range(&self, first: usize, number: &Number) -> (Number, Option<(f64, f64)>) {
        let alone = (number.clone(), None);
        let Some(low) = number.value else { return alone };
        // The unit may stand after either: "20 % à 30 %".
        let gap = if self.lexicon.symbols.contains_key(self.form(number.end)) { 1 } else { 0 };
        let joiner = self.form(number.end + gap);
        let dash = matches!(joiner, "-" | "–" | "—");
        if !dash && !self.is(Class::Range, joiner) {
            return alone;
        }
        let symbol = usize::from(self.lexicon.symbols.contains_key(self.form(number.end + gap + 1)));
        let Some(second) = number::read(self.words, number.end + gap + 1 + symbol, self.lexicon) else {
            return alone;
        };
        let Some(high) = second.value else { return alone };
        let opened = self.is(Class::RangeOpener, self.before(first, 1));
        let conjunction = matches!(joiner, "et" | "and");
        let or = matches!(joiner, "ou" | "or");
        // "de 20 à 30" may be a change and not a range, but its bounds are right all the same.
        if second.blurred || high <= low || (conjunction && !opened) || (or && high > 2.0 * low) {
            return alone;
        }
        // "5 à 6 millions": the magnitude belongs to both.
        let scale = match second.sized && !number.sized && low < 1000.0 {
            true if high >= 1e9 => 1e9,
            true if high >= 1e6 => 1e6,
            // `quatre à cinq mille`, `two to three hundred`.
            false if !number.digits && low < 100.0 && high >= 1000.0 && high % 1000.0 == 0.0 => 1000.0,
            false if !number.digits && low < 10.0 && high >= 100.0 && high % 100.0 == 0.0 => 100.0,
            _ => 1.0,
        };
        (second, Some((low * scale, high)))
    }

    /// The noun after the number, or, where it is left out, the one that stands before.
    fn noun_or_elliptic(&self, at: usize, number: &Number) -> Option<Unit> {
        let noun = unit::noun(self.text, self.words, number.end, number.value, number.sized, self.lexicon);
        if noun.is_some() {
            return noun;
        }
        let rest = self.words.get(number.end..)?;
        let counts = |figure: &&Figure| figure.unit.as_ref().is_some_and(|unit| !is_measure(unit));
        if let Some(phrase) = self.lexicon.elliptic.iter().find(|phrase| unit::starts_with(rest, phrase)) {
            let last = rest.get(phrase.len() - 1)?;
            let name = self.earlier.iter().rev().find(counts)?.unit.clone()?;
            return Some(Unit {
                name,
                end: last.span.end,
                next: number.end + phrase.len(),
                times: 1.0,
                money: false,
            });
        }
        let magnitude = number.value.is_some_and(|value| value >= 1e6) && number.sized;
        if magnitude {
            let money = |figure: &&Figure| figure.unit.as_ref().is_some_and(|unit| is_currency(unit));
            let name = self.earlier.iter().rev().take(MONEY_MEMORY).find(money)?.unit.clone()?;
            return Some(self.bare(&name, number, true));
        }
        let previous = self.before(at, 1);
        let stops = self
            .words
            .get(number.end)
            .is_none_or(|word| word.kind != TokenKind::Word || self.is(Class::NotCounted, &word.form));
        if let Some(name) = self.carried_on(at, number, stops) {
            return Some(self.bare(&name, number, is_currency(&name)));
        }
        let same = |figure: &&Figure| counts(figure) && figure.value == number.value;
        if stops && number.value.is_some_and(|value| value > 3.0) {
            let points_back = self.is(Class::Definite, previous) || self.is(Class::BareAfter, previous);
            let known = self.earlier.iter().rev().find(same).and_then(|figure| figure.unit.as_ref());
            if let Some(name) = known.filter(|_| points_back) {
                return Some(self.bare(name, number, false));
            }
            if self.is(Class::BareAfter, previous) && self.before(at, 2) == "," {
                let name = self.earlier.last().filter(counts)?.unit.clone()?;
                return Some(self.bare(&name, number, false));
            }
        }
        None
    }

    /// The unit of the figure before, where a bare number goes on with it: `de 20 euros à 35`, `Sur les 25
    /// bus, 7 ont été livrés`, `il a vu 18 films et en a gardé 5`, `9 000 marcheurs selon la mairie, 14 000
    /// d'après les organisateurs`.
    fn carried_on(&self, at: usize, number: &Number, stops: bool) -> Option<String> {
        let last = self.earlier.last()?;
        let unit = last.unit.clone()?;
        let word = self.words.get(at)?;
        let between = self.text.get(last.span.end..word.span.start)?;
        let near = between.len() < 120 && !between.contains(['.', '\n']);
        if !near {
            return None;
        }
        let to = matches!(between.trim(), "à" | "to");
        let counted = !is_measure(&unit);
        let subject = counted
            && self.is(Class::BareBefore, self.form(number.end))
            && matches!(self.before(at, 1), "," | "" | ":" | ";" | "et" | "and" | "mais" | "but");
        let of_them = counted
            && stops
            && !self.lexicon.english
            && (1..=4).any(|steps| self.before(at, steps) == "en")
            && self
                .words
                .get(number.end)
                .is_none_or(|word| word.kind != TokenKind::Word || word.form == "et");
        let rest = self.words.get(number.end..).unwrap_or_default();
        let parted = between.contains(',') || between.contains(" et ") || between.contains(" and ");
        let of_another_source =
            parted && self.lexicon.attributions.iter().any(|phrase| unit::starts_with(rest, phrase));
        (to && stops || subject || of_them || of_another_source).then_some(unit)
    }

    /// `les deux hommes`: a small definite number points back instead of counting.
    fn is_anaphoric(&self, at: usize, number: &Number, unit: &Unit) -> bool {
        !unit.money
            && self.is(Class::Anaphoric, self.form(at))
            && number.end == at + 1
            && (self.is(Class::Definite, self.before(at, 1))
                || matches!(self.before(at, 1), "tous" | "both" | "d'"))
    }

    /// `3-5 %`: two numbers in one token, which are a range only with a sign of measure behind them.
    fn hyphenated(&self, at: usize) -> Option<(Figure, usize)> {
        let word = self.words.get(at).filter(|word| word.kind == TokenKind::Number)?;
        let (low, high) = word.form.split_once(['-', '–'])?;
        let read = |digits: &str| number::digits(digits, self.lexicon.english);
        let (low, high) = (read(low)?, read(high)?);
        let unit = unit::after(self.text, self.words, at + 1, word.span.end, false, self.lexicon)?;
        let (from, qualifier) = self.qualifier_before(at);
        (low < high).then(|| {
            let figure = Figure {
                article: self.article,
                span: Span::new(
                    self.words.get(from).map_or(word.span.start, |word| word.span.start),
                    unit.end,
                ),
                value: None,
                bounds: (Some(low * unit.times), Some(high * unit.times)),
                of: self.of(unit.next),
                unit: Some(unit.name),
                qualifier,
            };
            (figure, unit.next)
        })
    }

    /// The phrase before word `first` that blurs what follows: `plus de`.
    fn blurring(&self, first: usize) -> Option<&Vec<String>> {
        self.lexicon.qualifiers.iter().find(|phrase| {
            first
                .checked_sub(phrase.len())
                .and_then(|from| self.words.get(from..))
                .is_some_and(|rest| unit::starts_with(rest, phrase))
        })
    }

    /// An amount whose magnitude is a letter behind the digits: `€12m`, `£25k`.
    fn glued(&self, number: &Number) -> Option<Number> {
        let letter = self.words.get(number.end)?;
        let before = self.words.get(number.end.checked_sub(1)?)?;
        let times = self.lexicon.glued.get(&letter.form)?;
        (number.digits && letter.span.start == before.span.end).then(|| Number {
            end: number.end + 1,
            value: number.value.map(|value| value * times),
            sized: true,
            ..number.clone()
        })
    }

    /// Where the phrase that blurs the number at `first` starts, and the phrase.
    fn qualifier_before(&self, first: usize) -> (usize, Option<String>) {
        match self.blurring(first) {
            Some(phrase) => (first - phrase.len(), self.written(first - phrase.len(), first)),
            None => (first, None),
        }
    }

    /// The words from `from` to before `to`, in lower case.
    fn written(&self, from: usize, to: usize) -> Option<String> {
        let start = self.words.get(from)?.span.start;
        let end = self.words.get(to.checked_sub(1)?)?.span.end;
        Some(Span::new(start, end).of(self.text).to_lowercase())
    }

    /// The index where the figure starts, and what blurs it.
    fn qualifier(&self, first: usize, number: &Number, ranged: bool) -> (usize, Option<String>) {
        let found = self.blurring(first);
        if found.is_some() {
            return self.qualifier_before(first);
        }
        let written = |from: usize, to: usize| self.written(from, to);
        if number.blurred {
            return (first, written(first, (first + 2).min(number.end)));
        }
        let opened = self.is(Class::RangeOpener, self.before(first, 1)) && self.before(first, 1).len() > 2;
        if opened && ranged {
            return (first - 1, written(first - 1, first));
        }
        if number.value.is_some()
            && self.is(Class::Definite, self.before(first, 1))
            && self.form(first).bytes().all(|b| b.is_ascii_digit())
        {
            // "les 26": the article is part of how an elliptic figure is written.
            let stops = self.words.get(number.end).is_none_or(|word| word.kind != TokenKind::Word);
            if stops && !self.lexicon.symbols.contains_key(self.form(number.end)) {
                return (first - 1, None);
            }
        }
        (first, None)
    }

    /// The words after the unit that say what it is a figure of, up to the next break.
    fn of(&self, from: usize) -> Option<String> {
        let first = self.words.get(from)?;
        let opener = self.is(Class::OfOpener, &first.form);
        let adjective = !self.lexicon.english
            && first.kind == TokenKind::Word
            && first.form.ends_with(['s', 'x'])
            && !self.is(Class::NotCounted, &first.form);
        if !opener && !adjective {
            return None;
        }
        let verbs =
            Grammar::of(Some(if self.lexicon.english { Language::English } else { Language::French }));
        let taken = self.words.get(from..)?.iter().take(OF_WORDS).take_while(|word| {
            word.kind == TokenKind::Word
                && (self.is(Class::OfOpener, &word.form)
                    || matches!(word.form.as_str(), "la" | "le" | "l'" | "les" | "the")
                    || !(self.is(Class::NotCounted, &word.form)
                        || is_verb_like(&word.form)
                        || !self.lexicon.english && verbs.looks_finite(&word.form)
                        || verbs.classes(&word.form) & (class::HAVE | class::BE | class::FINITE) != 0))
        });
        let mut last = None;
        for word in taken {
            let light = self.is(Class::OfOpener, &word.form) || self.is(Class::NotCounted, &word.form);
            if !light {
                last = Some(word.span.end);
            }
        }
        Some(Span::new(first.span.start, last?).of(self.text).to_owned())
    }
}

/// Finite verb endings that no noun of a complement has.
fn is_verb_like(word: &str) -> bool {
    word.ends_with("aient") || word.ends_with("eront") || word.ends_with("erent")
}

/// Whether a unit is a currency code.
pub(crate) fn is_currency(unit: &str) -> bool {
    unit.len() == 3 && unit.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// Whether a unit measures rather than counts.
fn is_measure(unit: &str) -> bool {
    is_currency(unit) || unit == "%" || unit.len() < 3
}
