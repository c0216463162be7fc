//! Tokens: words, numbers, quotation marks and the rest.
//!
//! No Unicode segmenter knows French, so the cutting is done here, in one pass:
//!
//! - an elided word is a token with its apostrophe (`l'` + `armée`, `jusqu'` + `ici`), but
//!   `aujourd'hui`, `quelqu'un`, `main-d'œuvre`, `O'Brien` and `N'Djamena` are one word;
//! - a pronoun behind its verb is a token with its hyphens (`a` + `-t-il`, `dit` + `-elle`); other
//!   hyphenated words are one (`cessez-le-feu`);
//! - in English, `'s`, `'re`, `'ll`, `'ve`, `'d`, `'m` and `n't` are tokens (`do` + `n't`);
//! - a number keeps the separators inside it (`1 450`, `2,4`, `04.09`, `15h30`, `2025-09-04`) and an
//!   ordinal its ending (`1er`, `2e`, `3rd`); a unit glued to it is cut off (`80` + `km`);
//! - an acronym keeps its stops (`U.S.`, `O.N.U.`, `J.-P.`), but the stop of another abbreviation
//!   (`M.`) is a token of its own;
//! - an address of the web or of a mailbox is one word.
//!
//! Together the tokens hold every character but white space and invisible ones.

mod addresses;
mod clitics;
mod numbers;

use crate::article::Span;
use crate::lang::Language;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// A word, hyphens inside included (`cessez-le-feu`), an elided one with its apostrophe (`l'`),
    /// a pronoun behind its verb with its hyphens (`-t-il`), an acronym with its stops, an address.
    Word,
    /// Digits with the separators inside them (`1 450`, `2,4`, `04.09`, `15h30`) and the ending of an
    /// ordinal (`1er`).
    Number,
    /// A quotation mark of any style, and an apostrophe that belongs to no word.
    Mark,
    /// Other punctuation and symbols, one character each but `...`, `[...]`, `(...)` and `--`.
    Punctuation,
}

/// The smallest piece of text that the analysis looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Where it stands, in bytes of the article's text.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
}

/// Cuts the part of `text` under `span` into tokens and appends them to `tokens`.
pub fn cut(text: &str, span: Span, language: Language, tokens: &mut Vec<Token>) {
    let part = span.of(text);
    let mailboxes = part.contains('@');
    let mut at = 0;
    while let Some(c) = first(part, at) {
        let mut push = |from: usize, to: usize, kind: TokenKind| {
            if from < to {
                tokens.push(Token { span: Span::new(span.start + from, span.start + to), kind });
            }
        };
        if c.is_whitespace() || is_invisible(c) {
            at += c.len_utf8();
        } else if let Some(end) = addresses::end(part, at, mailboxes) {
            push(at, end, TokenKind::Word);
            at = end;
        } else if c.is_numeric() {
            let (end, kind) = numbers::end(part, at);
            push(at, end, kind);
            at = end;
        } else if c.is_alphabetic() || c == '_' {
            let end = word_end(part, at, language);
            let inner = clitics::split(&part[at..end], language).map_or(end, |cut| at + cut);
            push(at, inner, TokenKind::Word);
            push(inner, end, TokenKind::Word);
            at = end;
        } else if is_mark(c) {
            at += c.len_utf8();
            push(at - c.len_utf8(), at, TokenKind::Mark);
        } else {
            let end = punctuation_end(part, at, c);
            push(at, end, TokenKind::Punctuation);
            at = end;
        }
    }
}

/// Whether `c` is a quotation mark, or an apostrophe, which may be one.
pub fn is_mark(c: char) -> bool {
    matches!(c, '"' | '\'' | '«' | '»' | '‹' | '›' | '“' | '”' | '„' | '‟' | '‘' | '’' | '‚' | '‛' | '＂')
}

/// Whether `c` is one of the characters written for an apostrophe.
pub fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | '＇' | '´' | '`')
}

/// Whether `c` is one of the characters written for a hyphen inside a word.
pub fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// The length in bytes of `[...]`, `[…]`, `(...)` or `(…)` at the start of `text`.
pub fn elision_mark(text: &str) -> Option<usize> {
    let close = match text.chars().next()? {
        '[' => ']',
        '(' => ')',
        _ => return None,
    };
    let inner = text[1..].trim_start_matches([' ', '\u{a0}', '\u{202f}']);
    let dots = inner.strip_prefix("...").or_else(|| inner.strip_prefix('…'))?;
    let rest = dots.trim_start_matches([' ', '\u{a0}', '\u{202f}']).strip_prefix(close)?;
    Some(text.len() - rest.len())
}

fn first(part: &str, at: usize) -> Option<char> {
    part.get(at..)?.chars().next()
}

/// Characters that neither stand in a token nor part two of them when they stand alone.
fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// Whether `c` goes on a word that has begun.
fn goes_on(c: char) -> bool {
    c.is_alphanumeric()
        || matches!(c, '_' | '\u{ad}' | '\u{200c}' | '\u{200d}' | '·')
        || unicode_normalization::char::is_combining_mark(c)
}

/// Where the word that starts at `at` ends.
fn word_end(part: &str, at: usize, language: Language) -> usize {
    if let Some(end) = acronym_end(part, at) {
        return end;
    }
    let mut end = at;
    while let Some(c) = first(part, end) {
        let after = first(part, end + c.len_utf8());
        let letter_after = after.is_some_and(char::is_alphanumeric);
        if goes_on(c) || is_hyphen(c) && letter_after {
            end += c.len_utf8();
        } else if c == '&'
            && after.is_some_and(char::is_uppercase)
            && part[at..end].chars().all(char::is_uppercase)
        {
            end += 1;
        } else if matches!(c, '°' | 'º') && matches!(&part[at..end], "n" | "N" | "no" | "nos") {
            return end + c.len_utf8();
        } else if is_apostrophe(c) {
            let before = &part[at..end];
            let rest = &part[end + c.len_utf8()..];
            if !language.is_english() && clitics::elides(before, rest) {
                return end + c.len_utf8();
            }
            if !letter_after || after.is_some_and(char::is_numeric) {
                return end;
            }
            end += c.len_utf8();
        } else {
            return end;
        }
    }
    end
}

/// Where an acronym or a pair of initials ends that starts at `at`: `U.S.`, `O.N.U.`, `J.-P.`.
fn acronym_end(part: &str, at: usize) -> Option<usize> {
    let mut end = at;
    let mut letters = 0;
    loop {
        let mut chars = part[end..].chars();
        let mut c = chars.next();
        let mut hyphen = 0;
        if letters > 0 && c.is_some_and(is_hyphen) {
            hyphen = c.map_or(0, char::len_utf8);
            c = chars.next();
        }
        let Some(letter) = c.filter(|c| c.is_alphabetic()) else { break };
        match chars.next() {
            Some('.') => end += hyphen + letter.len_utf8() + 1,
            next if letters > 0 && hyphen == 0 && letter.is_uppercase() => {
                if next.is_none_or(|c| !goes_on(c) && !is_apostrophe(c) && !is_hyphen(c)) {
                    end += letter.len_utf8();
                    letters += 1;
                }
                break;
            }
            _ => break,
        }
        letters += 1;
    }
    (letters > 1).then_some(end)
}

/// Where the punctuation or symbol `c` at `at` ends.
fn punctuation_end(part: &str, at: usize, c: char) -> usize {
    let rest = &part[at..];
    if let Some(length) = elision_mark(rest) {
        return at + length;
    }
    if matches!(c, '.' | '-') {
        let run = rest.bytes().take_while(|&b| b == c as u8).count();
        return at + run;
    }
    let mut end = at + c.len_utf8();
    while let Some(next) = first(part, end) {
        let joined = matches!(next, '\u{fe00}'..='\u{fe0f}' | '\u{200d}' | '\u{1f3fb}'..='\u{1f3ff}')
            || unicode_normalization::char::is_combining_mark(next)
            || part[..end].ends_with('\u{200d}') && !next.is_whitespace() && !next.is_alphanumeric();
        if !joined {
            break;
        }
        end += next.len_utf8();
    }
    end
}

#[cfg(test)]
mod tests;
