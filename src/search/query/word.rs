//! One word of the typed line: the signs around it, its field, its text.

use super::filters::{Field, field, filter};
use super::{Condition, Term};
use crate::search::plain::plain;

/// A word of the line with the signs around it told apart.
#[derive(Debug, Default)]
pub(super) struct Word {
    negated: bool,
    /// `'` or `^` before it.
    lead: Option<char>,
    field: Option<Field>,
    /// The field as typed with its colon, for when the value turns out to mean nothing.
    field_text: String,
    text: String,
    /// Whether it stands between quotation marks.
    quoted: bool,
    /// Whether an operator `$` ends it.
    tail: bool,
}

impl Word {
    /// Reads the word that starts at `at`, which is no white space, and moves `at` behind it.
    pub fn read(chars: &[char], at: &mut usize) -> Self {
        let mut word = Self::default();
        if chars[*at..].first() == Some(&'!') {
            word.negated = true;
            *at += 1;
        }
        match chars.get(*at) {
            Some('\'' | '’') => word.lead = Some('\''),
            Some('^') => word.lead = Some('^'),
            _ => word.read_field(chars, at),
        }
        if word.lead.is_some() {
            *at += 1;
        }
        let closing = match chars.get(*at) {
            Some('"') => Some('"'),
            Some('«') => Some('»'),
            Some('“') => Some('”'),
            _ => None,
        };
        if let Some(closing) = closing {
            word.quoted = true;
            *at += 1;
            word.read_quoted(chars, at, closing);
        }
        word.read_rest(chars, at);
        word
    }

    fn read_field(&mut self, chars: &[char], at: &mut usize) {
        let rest = &chars[(*at).min(chars.len())..];
        let Some(colon) = rest.iter().take_while(|c| !c.is_whitespace()).position(|&c| c == ':') else {
            return;
        };
        let name = plain(&rest[..colon].iter().collect::<String>());
        if let Some(field) = field(&name) {
            self.field = Some(field);
            self.field_text = format!("{name}:");
            *at += colon + 1;
        }
    }

    /// Up to the closing mark, or to the end of the line while it is still being typed.
    fn read_quoted(&mut self, chars: &[char], at: &mut usize, closing: char) {
        while let Some(&c) = chars.get(*at) {
            *at += 1;
            if c == closing {
                return;
            }
            self.text.push(c);
        }
    }

    fn read_rest(&mut self, chars: &[char], at: &mut usize) {
        while let Some(&c) = chars.get(*at) {
            if c.is_whitespace() {
                break;
            }
            *at += 1;
            self.tail = false;
            match (c, chars.get(*at)) {
                ('\\', Some(&next)) => {
                    self.text.push(next);
                    *at += 1;
                }
                ('$', _) if !self.text.is_empty() => {
                    self.text.push('$');
                    self.tail = true;
                }
                _ => self.text.push(c),
            }
        }
        if self.tail && self.field.is_none() {
            self.text.pop();
        }
    }

    pub fn into_term(self) -> Option<Term> {
        let value = plain(&self.text).trim().to_owned();
        let closed_at_once = self.lead == Some('\'') && value == "'";
        if value.is_empty() || closed_at_once {
            return None;
        }
        let condition = match self.field {
            Some(field) => filter(field, &value)
                .map_or_else(|| Condition::Exact(format!("{}{value}", self.field_text)), Condition::Filter),
            None => self.words(value),
        };
        Some(Term { negated: self.negated, condition })
    }

    fn words(&self, value: String) -> Condition {
        match (self.lead, self.tail) {
            (Some('^'), true) => Condition::Whole(value),
            (Some('^'), false) => Condition::Prefix(value),
            (_, true) => Condition::Suffix(value),
            (Some(_), false) => match value.strip_suffix('\'') {
                Some(inside) if !inside.is_empty() => Condition::Word(inside.to_owned()),
                _ => Condition::Exact(value),
            },
            (None, false) if self.quoted || self.negated => Condition::Exact(value),
            (None, false) => Condition::Fuzzy(value),
        }
    }
}
