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
//! | `tag:urgent` | in an article tagged so, or with a word that begins so |
//! | `is:starred` `is:unread` `is:shared` … | see [`State`] |
//! | `kind:direct` `kind:claim` `kind:person` | of that kind |
//! | `date:2025-09` `lang:fr` | published then, written in that language |
//!
//! Reading never fails. An operator with nothing behind it yet changes nothing, an unknown filter is
//! taken literally, and a backslash takes the next character literally.

use word::Word;

mod filters;
mod word;

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

/// What a term asks for. All texts are plain: see [`super::plain`].
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
    /// The article has a tag that starts with this.
    Tag(String),
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

#[cfg(test)]
mod tests;
