//! What each quotation mark may be, told from its shape and from the characters beside it.

use crate::article::Span;
use crate::text::tokens::is_mark;

/// Marks that close one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Family {
    /// `« »`
    Guillemet,
    /// `" "`, `“ ”`, `„ “` and mixtures of them.
    Double,
    /// `' '`, `‘ ’`, `‚ ‘`.
    Single,
    /// `‹ ›`
    Angle,
}

/// How many families there are.
pub const FAMILIES: usize = 4;

/// One mark and what it may do.
#[derive(Debug, Clone, Copy)]
pub struct Mark {
    /// Where it starts, in bytes of the article's text.
    pub at: usize,
    /// Its length in bytes.
    pub length: usize,
    /// Which marks it goes with.
    pub family: Family,
    /// Whether it may open a quotation.
    pub opens: bool,
    /// Whether it may close one.
    pub closes: bool,
}

impl Mark {
    /// The byte after it.
    pub const fn end(&self) -> usize {
        self.at + self.length
    }
}

/// Every mark under `span` that may open or close a quotation; apostrophes, feet and inches are left
/// out.
pub fn find(text: &str, span: Span) -> Vec<Mark> {
    let part = span.of(text);
    let mut found = Vec::new();
    let mut before = None;
    let mut low_open = false;
    let mut characters = part.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        if is_mark(c) {
            let after = part[at + c.len_utf8()..].chars().next();
            // Two single marks are typed for a double one: `''On ferme''`.
            if matches!(c, '\'' | '’' | '‘') && after == Some(c) {
                let behind = part[at + 2 * c.len_utf8()..].chars().next();
                let opens = before.is_none_or(begins) && behind.is_some_and(char::is_alphanumeric);
                let closes = !opens && before.is_some_and(|c| !c.is_whitespace()) && behind.is_none_or(ends);
                if opens || closes {
                    let length = 2 * c.len_utf8();
                    found.push(Mark { at: span.start + at, length, family: Family::Double, opens, closes });
                    characters.next();
                    before = Some(c);
                    continue;
                }
            }
            if let Some((family, opens, closes)) = role(c, before, after, low_open) {
                if c == '„' || closes && family == Family::Double {
                    low_open = c == '„';
                }
                found.push(Mark { at: span.start + at, length: c.len_utf8(), family, opens, closes });
            }
        }
        before = Some(c);
    }
    found
}

/// What `c` may be between `before` and `after`: its family, whether it may open, whether it may
/// close; `low_open` says that a `„` stands open, which `“` closes.
fn role(c: char, before: Option<char>, after: Option<char>, low_open: bool) -> Option<(Family, bool, bool)> {
    let at_start = before.is_none_or(begins);
    let at_end = after.is_none_or(ends);
    let role = match c {
        '«' => (Family::Guillemet, true, false),
        '»' => (Family::Guillemet, false, true),
        '‹' => (Family::Angle, true, false),
        '›' => (Family::Angle, false, true),
        '„' => (Family::Double, true, false),
        '“' | '‟' => {
            let closes = low_open || !at_start && at_end;
            (Family::Double, !closes, closes)
        }
        '”' => {
            let opens = at_start
                && !at_end
                && before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '’' | '\''));
            (Family::Double, opens, true)
        }
        '"' | '＂' => {
            // 6" is a length unless a quotation is open, so it can close and not open.
            let digit = before.is_some_and(|c| c.is_ascii_digit());
            // Nothing opens before a comma, whatever space stands before the mark.
            let comma = matches!(after, Some(',' | ';' | ')'));
            let opens = !digit && !comma && (at_start || !at_end);
            (Family::Double, opens, at_end || !at_start)
        }
        '‘' | '‛' => {
            let letter_before = before.is_some_and(char::is_alphanumeric);
            (Family::Single, !letter_before && after.is_some_and(|c| !c.is_whitespace()), false)
        }
        '‚' => (
            Family::Single,
            before.is_none_or(char::is_whitespace) && after.is_some_and(char::is_alphanumeric),
            false,
        ),
        _ => single(before, after),
    };
    (role.1 || role.2).then_some(role)
}

/// `'` and `’`, which are apostrophes more often than not: one opens in front of a letter behind a
/// space, and closes behind a letter or a stop where no letter follows.
fn single(before: Option<char>, after: Option<char>) -> (Family, bool, bool) {
    let free_before =
        before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '"' | '“' | '«' | '—' | '–'));
    let opens = free_before && after.is_some_and(|c| c.is_alphabetic() || matches!(c, '…' | '['));
    let closes = !free_before && after.is_none_or(|c| !c.is_alphanumeric());
    (Family::Single, opens, closes && !opens)
}

/// Whether a quotation may begin behind `c`.
fn begins(c: char) -> bool {
    c.is_whitespace()
        || is_mark(c) && c != '»' && c != '”'
        || matches!(c, '(' | '[' | '{' | '-' | '–' | '—' | '/' | ':' | '=' | '>')
}

/// Whether a quotation may end in front of `c`.
fn ends(c: char) -> bool {
    c.is_whitespace()
        || is_mark(c) && !matches!(c, '«' | '“' | '„' | '‘')
        || matches!(
            c,
            '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']' | '}' | '…' | '-' | '–' | '—' | '/' | '<'
        )
}
