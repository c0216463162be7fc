//! Sentences, which are the passages that get aligned.
//!
//! A stop ends a sentence unless what stands before it is an abbreviation, an initial or the number
//! of a list, or what follows goes on with it. A quotation may run over several sentences, and each
//! of them counts: the sentence that holds the closing mark holds its speaker too. Marks and brackets
//! that close behind the stop belong to the sentence. What an abbreviation is, is data
//! (`assets/lang/*/abbreviations.toml`).

mod abbreviations;

use super::Quote;
use super::tokens::{elision_mark, is_apostrophe};
use crate::article::{Block, Span};
use crate::lang::Language;
use abbreviations::{Abbreviations, Stop};

/// How many characters are looked at on either side of a stop, so that time stays linear.
const NEAR: usize = 24;

/// The longest sentence, in bytes; a longer one is cut at a pause. Lists of names and figures have come
/// to 2,500, and what the analysis asks of a sentence may take time by the square of its length.
const LONGEST: usize = 8192;

/// A sentence of the article's body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands, in bytes, without white space around it.
    pub span: Span,
    /// The index of its block in [`crate::article::Article::blocks`].
    pub block: usize,
}

/// Cuts a block into sentences and appends them to `sentences`; `quotes` are the block's own.
pub fn cut(
    text: &str,
    block: &Block,
    index: usize,
    language: Language,
    quotes: &[Quote],
    sentences: &mut Vec<Sentence>,
) {
    let part = block.span.of(text);
    let mut closers: Vec<usize> = quotes
        .iter()
        .filter(|quote| quote.closed)
        .filter_map(|quote| {
            let mark = quote.span.of(text).chars().next_back()?;
            (quote.span.end - mark.len_utf8()).checked_sub(block.span.start)
        })
        .collect();
    closers.sort_unstable();
    let cutter = Cutter { part, closers, abbreviations: abbreviations::of(language) };
    let mut start = part.len() - part.trim_start().len();
    let mut push = |start: usize, end: usize| {
        let mut span = Span::new(block.span.start + start, block.span.start + end).trimmed(text);
        while span.len() > LONGEST {
            let cut = span.start + pause(span.of(text));
            sentences.push(Sentence { span: Span::new(span.start, cut).trimmed(text), block: index });
            span = Span::new(cut, span.end).trimmed(text);
        }
        if !span.is_empty() {
            sentences.push(Sentence { span, block: index });
        }
    };
    let mut at = 0;
    while let Some(next) = cutter.next_stop(at) {
        let (end, ends) = cutter.judge(next, start);
        if ends {
            push(start, end);
            start = part.len() - part[end..].trim_start().len();
        }
        at = end;
    }
    push(start, part.len());
}

/// Where a text longer than [`LONGEST`] is cut: behind the last semicolon or comma before that, else
/// before the last space, else in the midst of what has none.
fn pause(text: &str) -> usize {
    let mut end = LONGEST;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let head = &text[..end];
    // Behind half of it, lest thousands of small parts come out.
    let late = |at: &usize| *at > LONGEST / 2;
    let stop = |mark: &str| head.rfind(mark).map(|at| at + mark.len()).filter(late);
    stop("; ").or_else(|| stop(", ")).or_else(|| head.rfind(char::is_whitespace).filter(late)).unwrap_or(end)
}

/// The length of the mark that `rest` starts with, where it closes a quotation and another one opens
/// right behind it without a space: a kicker that a page runs into its headline.
fn glued_quotations(rest: &str) -> Option<usize> {
    ["»«", "”“"].into_iter().find_map(|pair| {
        let close = pair.chars().next()?;
        rest.starts_with(pair).then(|| close.len_utf8())
    })
}

struct Cutter<'a> {
    part: &'a str,
    /// Where the marks stand that close a quotation, in order.
    closers: Vec<usize>,
    abbreviations: &'static Abbreviations,
}

impl Cutter<'_> {
    /// The next place from byte `at` on where a sentence may end.
    fn next_stop(&self, at: usize) -> Option<usize> {
        let rest = self.part.get(at..)?;
        rest.char_indices()
            .find(|&(offset, c)| match c {
                '.' | '!' | '?' | '…' | '。' | '\u{2029}' => true,
                '[' | '(' => elision_mark(&rest[offset..]).is_some(),
                '\n' => is_blank_line(&rest[offset..]),
                '»' | '”' => glued_quotations(&rest[offset..]).is_some(),
                _ => false,
            })
            .map(|(offset, _)| at + offset)
    }

    /// Where the stop at byte `at`, in a sentence that began at `start`, ends with all that belongs to
    /// it, and whether the sentence ends there.
    fn judge(&self, at: usize, start: usize) -> (usize, bool) {
        let rest = &self.part[at..];
        if rest.starts_with(['\n', '\u{2029}']) {
            return (at + rest.len() - rest.trim_start().len(), true);
        }
        if let Some(length) = glued_quotations(rest) {
            return (at + length, true);
        }
        let run = self.run_end(at);
        let end = self.with_closers(run);
        let after = &self.part[end..];
        let following = after.trim_start();
        let stop = &self.part[at..run];
        if following.is_empty() {
            return (end, true);
        }
        if elision_mark(following).is_some() {
            // The sign for left-out words behind a stop belongs to this sentence.
            return (end, false);
        }
        let glued = following.len() == after.len();
        if glued && !self.parts_glued(at, run, end, following) || !self.may_begin(following, stop) {
            return (end, false);
        }
        let ends = if end == run && stop == "." && !glued {
            self.is_full_stop(at, start, following)
        } else if stop.ends_with([']', ')']) {
            // Left-out words inside a sentence look the same: a name may follow.
            self.abbreviations.is_starter(first_word(following))
                || self.part[..at].trim_end().ends_with(['.', '!', '?'])
        } else {
            true
        };
        (end, ends)
    }

    /// The end of the run of stops at `at`: `...`, `?!`, `[...]`.
    fn run_end(&self, at: usize) -> usize {
        let rest = &self.part[at..];
        if let Some(length) = elision_mark(rest) {
            let behind = &rest[length..];
            let stops = behind.len() - behind.trim_start_matches(['.', '!', '?', '…']).len();
            return at + length + stops;
        }
        let run = rest.find(|c| !matches!(c, '.' | '!' | '?' | '…' | '。')).unwrap_or(rest.len());
        let behind = &rest[run..];
        // French sets a space before each of two marks: « Quoi ! ? »
        let spaced = behind.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
        if spaced.len() < behind.len() && spaced.starts_with(['!', '?']) {
            let more = spaced.find(|c| !matches!(c, '!' | '?')).unwrap_or(spaced.len());
            return at + rest.len() - spaced.len() + more;
        }
        at + run
    }

    /// Moves `end` behind the quotation marks and brackets that close there.
    fn with_closers(&self, mut end: usize) -> usize {
        loop {
            let rest = &self.part[end..];
            let spaced = rest.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
            let at = self.part.len() - spaced.len();
            let Some(c) = spaced.chars().next() else { return end };
            let closes = match c {
                '»' | '›' => true,
                ')' | ']' => at == end,
                '”' => at == end || self.is_closer(at),
                '"' | '\'' | '’' | '“' => self.is_closer(at),
                _ => false,
            };
            if !closes {
                return end;
            }
            end = at + c.len_utf8();
        }
    }

    fn is_closer(&self, at: usize) -> bool {
        self.closers.binary_search(&at).is_ok()
    }

    /// Whether a stop to which the next word is glued parts two sentences all the same: `fin.Après`.
    fn parts_glued(&self, at: usize, run: usize, end: usize, following: &str) -> bool {
        let before = self.part[..at].chars().next_back();
        let Some(next) = following.chars().next() else { return true };
        if end > run {
            // Behind a closing mark: `fin.”Après`
            return next.is_uppercase();
        }
        if matches!(next, '«' | '“' | '„') {
            return before.is_some_and(char::is_alphanumeric);
        }
        if next == '"' {
            return before.is_some_and(char::is_alphanumeric)
                && following[1..].starts_with(char::is_uppercase);
        }
        let capital = next.is_uppercase()
            && following
                .chars()
                .nth(1)
                .is_some_and(|c| c.is_lowercase() || is_apostrophe(c) || c.is_whitespace());
        let word = last_word(&self.part[..at]);
        let lower = word.chars().count() > 1
            && word.chars().all(|c| c.is_alphanumeric())
            && !word.ends_with(char::is_uppercase);
        capital
            && (lower
                || before.is_some_and(|c| {
                    matches!(c, '»' | '”' | '"' | ')' | ']' | '%' | ' ' | '\u{a0}' | '\u{202f}')
                }) && run - at > 0
                    && at > 0
                    && !self.begins_quotation(at))
    }

    /// Whether a stop at `at` stands at the start of a quotation, as in « …et la suite ».
    fn begins_quotation(&self, at: usize) -> bool {
        self.part[..at].trim_end().ends_with(['«', '“', '„', '‘', '(', '['])
    }

    /// Whether a sentence may begin with `following`, behind `stop`.
    fn may_begin(&self, following: &str, stop: &str) -> bool {
        let mut chars = following.chars();
        let Some(c) = chars.next() else { return true };
        if c.is_uppercase() || c.is_numeric() {
            return true;
        }
        if c.is_lowercase() {
            return false;
        }
        if matches!(c, ',' | ';' | ':' | '!' | '?' | ')' | ']' | '»' | '”' | '%' | '/' | '&' | '=') {
            return false;
        }
        // A mark, bracket or dash opens the next sentence; behind … ? ! only if a capital follows it.
        let letter = chars.take(NEAR).find(|c| c.is_alphanumeric());
        match c {
            '-' | '–' | '—' => letter.is_none_or(|c| !c.is_lowercase()),
            _ => stop.starts_with('.') && !stop.starts_with("..") || letter.is_none_or(|c| !c.is_lowercase()),
        }
    }

    /// Whether the single stop at `at` is more than the stop of an abbreviation.
    fn is_full_stop(&self, at: usize, start: usize, following: &str) -> bool {
        let before = &self.part[start..at];
        let word = last_word(before);
        let next = first_word(following);
        if word.is_empty() {
            return true;
        }
        if word.len() == before.trim_start().len() && word.chars().all(|c| c.is_ascii_digit()) {
            // The number of a list: `1. Le pont`
            return false;
        }
        match self.abbreviations.stop(word) {
            Stop::Full => true,
            // `10 mm. Le reste` is no title.
            Stop::BeforeName => word.starts_with(char::is_lowercase) && self.abbreviations.is_starter(next),
            Stop::BeforeNumber => !next.starts_with(|c: char| c.is_ascii_digit()) && !is_roman(next),
            Stop::Never => false,
            Stop::Maybe => self.abbreviations.is_starter(next) || following.starts_with(['«', '“', '"']),
            Stop::Initial => self.abbreviations.is_starter(next) && !is_initial_of_name(before, word),
        }
    }
}

/// Whether the initial `word` at the end of `before` follows another name, as in `Anne J. Roussel`.
fn is_initial_of_name(before: &str, word: &str) -> bool {
    let name = last_word(before[..before.len() - word.len()].trim_end());
    name.starts_with(char::is_uppercase) && name.len() > 1
}

/// The last word of `text`, inner stops and hyphens included: `av`, `J.-C`, `U.S`.
fn last_word(text: &str) -> &str {
    let start = text
        .char_indices()
        .rev()
        .take(NEAR)
        .find(|(_, c)| {
            !(c.is_alphanumeric()
                || matches!(c, '.' | '-' | 'º' | '°')
                || unicode_normalization::char::is_combining_mark(*c))
        })
        .map_or(if text.chars().nth_back(NEAR).is_some() { text.len() } else { 0 }, |(at, c)| {
            at + c.len_utf8()
        });
    text[start..].trim_start_matches(['.', '-'])
}

/// The first word of `text`, behind marks and brackets, up to an apostrophe.
fn first_word(text: &str) -> &str {
    let start =
        text.char_indices().take(NEAR).find(|(_, c)| c.is_alphanumeric()).map_or(text.len(), |(at, _)| at);
    let word = &text[start..];
    let end =
        word.char_indices().take(NEAR).find(|(_, c)| !c.is_alphanumeric()).map_or(word.len(), |(at, _)| at);
    &word[..end]
}

fn is_roman(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L' | 'C' | 'D' | 'M'))
}

/// Whether `text`, which starts with a line end, starts with an empty line.
fn is_blank_line(text: &str) -> bool {
    text[1..].trim_start_matches([' ', '\t', '\r']).starts_with('\n')
}

#[cfg(test)]
mod tests;
