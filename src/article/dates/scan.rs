//! Scans text for dates, token by token, in one pass.

use jiff::civil::Weekday;
use unicode_normalization::char::is_combining_mark;

use super::{DateExpression, NAMES, Word};
use crate::article::Span;
use crate::article::plain::{plain, plain_start};

/// The longest word of a date, in bytes, accents written as marks of their own included.
const LONGEST: usize = 16;

/// A run of digits, a run of letters, or one other character.
#[derive(Debug, Clone, Copy)]
struct Piece {
    span: Span,
    kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A number of so many digits; its value where that is below 10,000.
    Number(usize, i16),
    Word(Option<Word>),
    Mark(char),
}

/// Finds the dates in the part of `text` under `span`, in order and without overlap.
pub fn find(text: &str, span: Span) -> Vec<DateExpression> {
    let pieces = cut(text, span);
    let scan = Scan { text, pieces: &pieces };
    let mut found: Vec<DateExpression> = Vec::new();
    let mut at = 0;
    while at < pieces.len() {
        match scan.date_at(at) {
            Some((date, next)) => {
                found.push(date);
                at = next.max(at + 1);
            }
            None => at += 1,
        }
    }
    found
}

fn cut(text: &str, span: Span) -> Vec<Piece> {
    let part = span.of(text);
    let mut pieces = Vec::new();
    let mut chars = part.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        if c.is_whitespace() {
            continue;
        }
        let class = |c: char| {
            if c.is_ascii_digit() {
                0
            } else if c.is_alphabetic() || is_combining_mark(c) {
                1
            } else {
                2
            }
        };
        let mut end = start + c.len_utf8();
        if class(c) < 2 {
            while let Some((next, d)) = chars.next_if(|(_, d)| class(*d) == class(c)) {
                end = next + d.len_utf8();
            }
        }
        let written = part.get(start..end).unwrap_or_default();
        let kind = match class(c) {
            0 => Kind::Number(written.len(), written.parse().ok().filter(|n| *n < 10_000).unwrap_or(-1)),
            1 => Kind::Word(word(part, written, start)),
            _ => Kind::Mark(c),
        };
        pieces.push(Piece { span: Span::new(span.start + start, span.start + end), kind });
    }
    pieces
}

/// What a word means in a date; words longer than any name of a day are not looked up.
fn word(part: &str, written: &str, start: usize) -> Option<Word> {
    if written.len() > LONGEST {
        return None;
    }
    let folded = plain(written);
    // The words that hold a mark inside.
    for (long, days) in [("aujourd'hui", 0), ("avant-hier", -2), ("apres-demain", 2)] {
        if long.split(['\'', '-']).next() == Some(folded.as_str())
            && plain_start(part.get(start..).unwrap_or_default(), 20).starts_with(long)
        {
            return Some(Word::Relative(days));
        }
    }
    NAMES.words.get(&folded).copied()
}

struct Scan<'a> {
    text: &'a str,
    pieces: &'a [Piece],
}

impl Scan<'_> {
    fn kind(&self, at: usize) -> Option<Kind> {
        self.pieces.get(at).map(|piece| piece.kind)
    }

    fn span(&self, from: usize, next: usize) -> Span {
        let last = next.saturating_sub(1).max(from);
        match (self.pieces.get(from), self.pieces.get(last)) {
            (Some(first), Some(last)) => first.span.join(last.span),
            _ => Span::default(),
        }
    }

    /// Whether piece `at` follows the one before it without a space.
    fn close(&self, at: usize) -> bool {
        at > 0
            && self
                .pieces
                .get(at - 1)
                .zip(self.pieces.get(at))
                .is_some_and(|(a, b)| a.span.end == b.span.start)
    }

    fn word(&self, at: usize) -> Option<Word> {
        match self.kind(at)? {
            Kind::Word(word) => word,
            _ => None,
        }
    }

    fn number(&self, at: usize, digits: std::ops::RangeInclusive<usize>) -> Option<i16> {
        match self.kind(at)? {
            Kind::Number(length, value) if digits.contains(&length) && value >= 0 => Some(value),
            _ => None,
        }
    }

    fn mark(&self, at: usize, marks: &[char]) -> Option<char> {
        match self.kind(at)? {
            Kind::Mark(mark) if marks.contains(&mark) => Some(mark),
            _ => None,
        }
    }

    fn year(&self, at: usize) -> Option<i16> {
        self.number(at, 4..=4).filter(|year| (1500..2200).contains(year))
    }

    fn day(&self, at: usize) -> Option<i8> {
        small(self.number(at, 1..=2)?, 31)
    }

    /// The date that starts at piece `at`, and the piece after it.
    fn date_at(&self, at: usize) -> Option<(DateExpression, usize)> {
        match self.kind(at)? {
            Kind::Number(..) => {
                if at > 0 && self.close(at) && self.mark(at - 1, &['.', '/', '-', ',', ':']).is_some() {
                    // `3-4 septembre` ends with a date all the same.
                    let days =
                        self.mark(at - 1, &['/', '-']).is_some() && at > 1 && self.day(at - 2).is_some();
                    return days.then(|| self.written(at, at, None)).flatten();
                }
                self.iso(at).or_else(|| self.numeric(at)).or_else(|| self.written(at, at, None))
            }
            Kind::Word(Some(Word::Weekday(weekday))) => self.with_weekday(at, weekday),
            Kind::Word(Some(Word::Month(..))) => self.written(at, at, None),
            Kind::Word(Some(Word::Relative(days))) => self.relative(at, days),
            _ => None,
        }
    }

    fn relative(&self, at: usize, days: i8) -> Option<(DateExpression, usize)> {
        let first = self.pieces.get(at)?.span;
        let rest = self.text.get(first.start..)?;
        let compound = rest
            .get(first.len()..)
            .is_some_and(|after| after.starts_with(['\'', '’', '-']) && days != -1 && days != 1);
        let mut next = at + 1;
        if compound {
            next = (at + 3).min(self.pieces.len());
        }
        // `the day before yesterday`, `the day after tomorrow`.
        let lead = |words: [&str; 2]| {
            at >= 2
                && words.iter().zip([at - 2, at - 1]).all(|(word, piece)| {
                    self.pieces
                        .get(piece)
                        .is_some_and(|piece| piece.span.of(self.text).eq_ignore_ascii_case(word))
                })
        };
        let days = match days {
            -1 if lead(["day", "before"]) => -2,
            1 if lead(["day", "after"]) => 2,
            days => days,
        };
        Some((DateExpression { relative: Some(days), ..DateExpression::empty(self.span(at, next)) }, next))
    }

    /// `2025-09-04`, with the time of day after it.
    fn iso(&self, at: usize) -> Option<(DateExpression, usize)> {
        let year = self.year(at)?;
        let mark = self.mark(at + 1, &['-', '/', '.'])?;
        self.mark(at + 3, &[mark])?;
        if !(at + 1..=at + 4).all(|next| self.close(next)) {
            return None;
        }
        let month = small(self.number(at + 2, 1..=2)?, 12)?;
        let day = self.day(at + 4)?;
        let next = self.time(at + 5);
        let date = DateExpression {
            year: Some(year),
            month: Some(month),
            day: Some(day),
            ..DateExpression::empty(self.span(at, next))
        };
        Some((date, next))
    }

    /// The piece after a machine's time of day that starts at `at`: `T14:03:00.5+02:00`, `14:03`.
    fn time(&self, at: usize) -> usize {
        let is_t = self.close(at) && self.pieces.get(at).is_some_and(|piece| piece.span.of(self.text) == "T");
        let hour = if is_t { at + 1 } else { at };
        let clock = |at: usize| {
            self.number(at, 1..=2).is_some()
                && self.mark(at + 1, &[':']).is_some()
                && self.number(at + 2, 2..=2).is_some()
        };
        if !clock(hour) {
            return at;
        }
        let mut next = hour + 3;
        while self.close(next)
            && self.mark(next, &[':', '.', '+', '-']).is_some()
            && self.close(next + 1)
            && matches!(self.kind(next + 1), Some(Kind::Number(1..=9, _)))
        {
            next += 2;
        }
        if self.close(next) && self.pieces.get(next).is_some_and(|piece| piece.span.of(self.text) == "Z") {
            next += 1;
        }
        next
    }

    /// `04/09/2025`, `4.9.2025`, and short ones where nothing else can be meant: `(04.09)`, `le 04/09`.
    fn numeric(&self, at: usize) -> Option<(DateExpression, usize)> {
        let first = self.day(at)?;
        let mark = self.mark(at + 1, &['/', '.', '-'])?;
        let second = self.day(at + 2)?;
        if !(self.close(at + 1) && self.close(at + 2)) {
            return None;
        }
        // Day before month, as French writes it, unless that cannot be.
        let (day, month) = if second > 12 { (second, first) } else { (first, second) };
        if month > 12 {
            return None;
        }
        let year = (self.close(at + 3) && self.mark(at + 3, &[mark]).is_some() && self.close(at + 4))
            .then(|| self.year(at + 4).or_else(|| self.number(at + 4, 2..=2).map(|year| 2000 + year)))
            .flatten();
        let next = if year.is_some() {
            // `06.12.34.56.78` is a telephone's number.
            let goes_on = self.close(at + 5) && self.mark(at + 5, &[mark]).is_some() && self.close(at + 6);
            if goes_on && self.number(at + 6, 1..=4).is_some() {
                return None;
            }
            at + 5
        } else {
            let two = |at| self.number(at, 2..=2).is_some();
            let bracketed =
                at > 0 && self.mark(at - 1, &['(']).is_some() && self.mark(at + 3, &[')', ',']).is_some();
            let led = at > 0 && matches!(self.word(at - 1), Some(Word::Before | Word::Weekday(_)));
            if mark == '-' || !two(at) || !two(at + 2) || !(bracketed || led) || self.more_digits(at + 3) {
                return None;
            }
            at + 3
        };
        let date = DateExpression {
            year,
            month: Some(month),
            day: Some(day),
            ..DateExpression::empty(self.span(at, next))
        };
        Some((date, next))
    }

    fn more_digits(&self, at: usize) -> bool {
        self.close(at)
            && self.mark(at, &['.', ',', '/', '%']).is_some()
            && self.close(at + 1)
            && self.number(at + 1, 1..=9).is_some()
    }

    fn with_weekday(&self, at: usize, weekday: Weekday) -> Option<(DateExpression, usize)> {
        let mut next = at + 1;
        if self.mark(next, &[',']).is_some() {
            next += 1;
        }
        if matches!(self.word(next), Some(Word::Link | Word::Before)) {
            next += 1;
        }
        self.written(next, at, Some(weekday)).or_else(|| {
            let date =
                DateExpression { weekday: Some(weekday), ..DateExpression::empty(self.span(at, at + 1)) };
            Some((date, at + 1))
        })
    }

    /// `4 septembre 2025`, `1er mars`, `September 4, 2025`, `Sept. 4`, `septembre 2025`, from piece `at`;
    /// the expression starts at `from`, where its weekday may stand.
    fn written(&self, at: usize, from: usize, weekday: Option<Weekday>) -> Option<(DateExpression, usize)> {
        let (day, month, next) = self.day_and_month(at).or_else(|| self.month_and_day(at))?;
        let comma = usize::from(self.mark(next, &[',']).is_some());
        let year = self.year(next + comma).filter(|_| comma == 0 || day.is_some());
        if day.is_none() && year.is_none() {
            return None;
        }
        let next = if year.is_some() { next + comma + 1 } else { next };
        let date = DateExpression {
            year,
            month: Some(month),
            day,
            weekday,
            relative: None,
            span: self.span(from, next),
        };
        Some((date, next))
    }

    fn day_and_month(&self, at: usize) -> Option<(Option<i8>, i8, usize)> {
        let day = self.day(at)?;
        let mut next = at + 1;
        if self.close(next) && matches!(self.word(next), Some(Word::Ordinal)) {
            next += 1;
        }
        if matches!(self.word(next), Some(Word::Link)) {
            next += 1;
        }
        let Some(Word::Month(month, _)) = self.word(next) else { return None };
        Some((Some(day), month, self.after_month(next)))
    }

    fn month_and_day(&self, at: usize) -> Option<(Option<i8>, i8, usize)> {
        let Some(Word::Month(month, day_follows)) = self.word(at) else { return None };
        let next = self.after_month(at);
        let capital = self.pieces.get(at)?.span.of(self.text).starts_with(char::is_uppercase);
        // `March 12` but not `March 12,000`.
        let day = self.day(next).filter(|_| day_follows && capital && !self.more_digits(next + 1));
        if day.is_none() {
            return Some((None, month, next));
        }
        let ordinal = self.close(next + 1) && matches!(self.word(next + 1), Some(Word::Ordinal));
        Some((day, month, next + 1 + usize::from(ordinal)))
    }

    /// The piece after a month's name and the stop of its short form.
    fn after_month(&self, at: usize) -> usize {
        let letters = |piece: &Piece| {
            piece.span.of(self.text).chars().filter(|c| !is_combining_mark(*c)).take(6).count()
        };
        let short = self.pieces.get(at).is_some_and(|piece| letters(piece) <= 5);
        let stop = short && self.close(at + 1) && self.mark(at + 1, &['.']).is_some();
        at + 1 + usize::from(stop && self.number(at + 2, 1..=4).is_some())
    }
}

fn small(value: i16, most: i8) -> Option<i8> {
    i8::try_from(value).ok().filter(|value| (1..=most).contains(value))
}
