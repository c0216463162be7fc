//! What is typed on the finder's line, read as terms and filters.
//!
//! The line is that of fzf, which many fingers know, with filters as newsroom tools have them:
//!
//! | typed | finds |
//! |---|---|
//! | `elysee` | fuzzily: letters in this order, words close to it first |
//! | `'report` | exactly these letters; `'report'` the whole word |
//! | `"report des retraites"` | exactly these words, whatever the spaces and line ends between |
//! | `^retraites` `démenti$` | at the start, at the end |
//! | `!sport` | everything without it; `!` goes before any other form too |
//! | `grève \| blocage` | either |
//! | `outlet:echo` `actor:morel` `speaker:morel` | from that outlet, naming that actor, said by them |
//! | `is:starred` `is:unread` `is:shared` … | see [`State`] |
//! | `kind:direct` `kind:claim` `kind:person` | of that kind |
//! | `date:2025-09` `lang:fr` | published then, written in that language |
//!
//! Reading never fails. An operator with nothing behind it yet changes nothing, an unknown filter is
//! taken literally, and a backslash takes the next character literally.

use super::plain::plain;

/// The longest line that is read, in characters; what follows is left out.
pub const LONGEST: usize = 400;

/// A query: every group must hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    /// The groups, in the order typed.
    pub groups: Vec<Group>,
}

/// Terms of which one must hold; most groups have one.
pub type Group = Vec<Term>;

/// One condition, or the contrary of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// Whether it must *not* hold.
    pub negated: bool,
    /// What must hold.
    pub condition: Condition,
}

/// What a term asks for. All texts are plain: see [`plain`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Condition {
    /// These letters in this order.
    Fuzzy(String),
    /// These letters side by side.
    Exact(String),
    /// The same, as a whole word.
    Word(String),
    /// At the start.
    Prefix(String),
    /// At the end.
    Suffix(String),
    /// From start to end.
    Whole(String),
    /// Something known about the entry.
    Filter(Filter),
}

/// A condition on what is known about an entry rather than on its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Filter {
    /// The outlet's name holds this.
    Outlet(String),
    /// It names an actor one of whose names holds this.
    Actor(String),
    /// It was said by an actor one of whose names holds this.
    Speaker(String),
    /// It is in this state.
    Is(State),
    /// Its kind, or its claim's or actor's kind, is one of these; the first letters are enough.
    Kind(Vec<&'static str>),
    /// The day it was published, as `2025-09-04`, starts with this.
    Date(String),
    /// The code of its language starts with this.
    Language(String),
}

/// A state that `is:` asks for; the first letters are enough.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// The article has a star.
    Starred,
    /// The article has not been read.
    Unread,
    /// The article has been read.
    Read,
    /// The claim is reported as unconfirmed.
    Hedged,
    /// Another outlet has it too.
    Shared,
    /// No match was found in any other outlet.
    Alone,
    /// Another outlet tells it differently.
    Disputed,
}

/// What may stand after `is:`, in English and French, plain.
const STATES: &[(&str, State)] = &[
    ("starred", State::Starred),
    ("unread", State::Unread),
    ("read", State::Read),
    ("hedged", State::Hedged),
    ("shared", State::Shared),
    ("alone", State::Alone),
    ("disputed", State::Disputed),
    ("favori", State::Starred),
    ("nonlu", State::Unread),
    ("lu", State::Read),
    ("incertain", State::Hedged),
    ("partage", State::Shared),
    ("seul", State::Alone),
    ("conteste", State::Disputed),
];

/// What may stand after `kind:`, in English and French, plain, and the name it stands for: the JSON
/// contract's or the catalogue's own.
const KINDS: &[(&str, &str)] = &[
    ("article", "article"),
    ("text", "text"),
    ("actor", "actor"),
    ("claim", "claim"),
    ("figure", "figure"),
    ("command", "command"),
    ("direct", "direct"),
    ("mixed", "mixed"),
    ("indirect", "indirect"),
    ("person", "person"),
    ("organisation", "organisation"),
    ("place", "place"),
    ("event", "event"),
    ("other", "other"),
    ("acteur", "actor"),
    ("declaration", "claim"),
    ("chiffre", "figure"),
    ("texte", "text"),
    ("commande", "command"),
    ("mixte", "mixed"),
    ("personne", "person"),
    ("lieu", "place"),
    ("evenement", "event"),
    ("autre", "other"),
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    Outlet,
    Actor,
    Speaker,
    Is,
    Kind,
    Date,
    Language,
}

/// The filters' names, in English and French, plain.
const FIELDS: &[(&str, Field)] = &[
    ("outlet", Field::Outlet),
    ("media", Field::Outlet),
    ("actor", Field::Actor),
    ("acteur", Field::Actor),
    ("speaker", Field::Speaker),
    ("source", Field::Speaker),
    ("is", Field::Is),
    ("est", Field::Is),
    ("kind", Field::Kind),
    ("genre", Field::Kind),
    ("date", Field::Date),
    ("lang", Field::Language),
];

impl Query {
    /// Reads a typed line.
    pub fn parse(line: &str) -> Self {
        let chars: Vec<char> = line.chars().take(LONGEST).collect();
        let mut query = Self::default();
        let mut at = 0;
        let mut joins = false;
        while let Some(&c) = chars.get(at) {
            if c.is_whitespace() {
                at += 1;
                continue;
            }
            let bar = c == '|' && chars.get(at + 1).is_none_or(|next| next.is_whitespace());
            if bar && !query.groups.is_empty() && !joins {
                joins = true;
                at += 1;
                continue;
            }
            let word = Word::read(&chars, &mut at);
            let Some(term) = word.into_term() else { continue };
            match query.groups.last_mut() {
                Some(group) if joins => group.push(term),
                _ => query.groups.push(vec![term]),
            }
            joins = false;
        }
        query
    }

    /// Whether it asks for nothing, so that everything matches.
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    /// Whether everything that `self` can match was within reach of `older` too, so that the search
    /// may go on from there: each group of `older` is still there, the same or with more letters.
    pub(super) fn narrows(&self, older: &Self) -> bool {
        older.groups.len() <= self.groups.len()
            && older.groups.iter().zip(&self.groups).all(|(old, new)| group_narrows(old, new))
    }
}

fn group_narrows(old: &[Term], new: &[Term]) -> bool {
    if old == new {
        return true;
    }
    let ([old], [new]) = (old, new) else { return false };
    if old.negated || new.negated {
        return false;
    }
    match (&old.condition, &new.condition) {
        (
            Condition::Fuzzy(short),
            Condition::Fuzzy(long)
            | Condition::Exact(long)
            | Condition::Word(long)
            | Condition::Prefix(long)
            | Condition::Suffix(long)
            | Condition::Whole(long),
        )
        | (Condition::Exact(short), Condition::Exact(long) | Condition::Word(long))
        | (Condition::Prefix(short), Condition::Prefix(long) | Condition::Whole(long)) => {
            long.starts_with(short.as_str())
        }
        _ => false,
    }
}

/// A word of the line with the signs around it told apart.
#[derive(Debug, Default)]
struct Word {
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
    fn read(chars: &[char], at: &mut usize) -> Self {
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
        if let Some(&(_, field)) = FIELDS.iter().find(|(known, _)| *known == name) {
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

    fn into_term(self) -> Option<Term> {
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

/// The filter, or nothing where no such state or kind exists.
fn filter(field: Field, value: &str) -> Option<Filter> {
    let text = value.to_owned();
    match field {
        Field::Outlet => Some(Filter::Outlet(text)),
        Field::Actor => Some(Filter::Actor(text)),
        Field::Speaker => Some(Filter::Speaker(text)),
        Field::Is => {
            STATES.iter().find(|(name, _)| name.starts_with(value)).map(|&(_, state)| Filter::Is(state))
        }
        Field::Kind => {
            let mut kinds: Vec<&str> =
                KINDS.iter().filter(|(name, _)| name.starts_with(value)).map(|&(_, kind)| kind).collect();
            kinds.dedup();
            (!kinds.is_empty()).then_some(Filter::Kind(kinds))
        }
        Field::Date => Some(Filter::Date(text)),
        Field::Language => Some(Filter::Language(text)),
    }
}

#[cfg(test)]
mod tests;
