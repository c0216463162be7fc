//! Keys as the reader knows them, apart from any terminal library.

use std::fmt;
use std::str::FromStr;

/// What was pressed, modifiers aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum KeyCode {
    /// A character, as typed: shift is part of it.
    Char(char),
    /// Return.
    Enter,
    /// Escape.
    Esc,
    /// Tabulator.
    Tab,
    /// Shift and tabulator.
    BackTab,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// A function key, by its number.
    F(u8),
}

/// A key with its modifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    /// What was pressed.
    pub code: KeyCode,
    /// Whether Control was held.
    pub ctrl: bool,
    /// Whether Alt was held.
    pub alt: bool,
}

impl Key {
    /// A key without modifiers.
    pub const fn plain(code: KeyCode) -> Self {
        Self { code, ctrl: false, alt: false }
    }

    /// A typed character.
    pub const fn char(c: char) -> Self {
        Self::plain(KeyCode::Char(c))
    }

    /// A character typed with Control held.
    pub const fn ctrl(c: char) -> Self {
        Self { code: KeyCode::Char(c), ctrl: true, alt: false }
    }

    /// The character to insert where text is typed, if the key is one.
    pub const fn typed(self) -> Option<char> {
        match self.code {
            KeyCode::Char(c) if !self.ctrl && !self.alt => Some(c),
            _ => None,
        }
    }
}

/// The names of the keys that type nothing, or nothing that can be seen; the first one of each is what is
/// shown, and what is shown may be written in the settings.
const NAMED: [(&str, KeyCode); 21] = [
    ("Enter", KeyCode::Enter),
    ("Esc", KeyCode::Esc),
    ("Tab", KeyCode::Tab),
    ("Shift-Tab", KeyCode::BackTab),
    ("BackTab", KeyCode::BackTab),
    ("Backspace", KeyCode::Backspace),
    ("Delete", KeyCode::Delete),
    ("↑", KeyCode::Up),
    ("Up", KeyCode::Up),
    ("↓", KeyCode::Down),
    ("Down", KeyCode::Down),
    ("←", KeyCode::Left),
    ("Left", KeyCode::Left),
    ("→", KeyCode::Right),
    ("Right", KeyCode::Right),
    ("Home", KeyCode::Home),
    ("End", KeyCode::End),
    ("PageUp", KeyCode::PageUp),
    ("PageDown", KeyCode::PageDown),
    ("Space", KeyCode::Char(' ')),
    ("Minus", KeyCode::Char('-')),
];

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.ctrl {
            f.write_str("Ctrl-")?;
        }
        if self.alt {
            f.write_str("Alt-")?;
        }
        match self.code {
            KeyCode::Char('-') => f.write_str("-"),
            KeyCode::F(number) => write!(f, "F{number}"),
            code => match NAMED.iter().find(|(_, named)| *named == code) {
                Some((name, _)) => f.write_str(name),
                None => match code {
                    KeyCode::Char(c) => write!(f, "{c}"),
                    _ => Ok(()),
                },
            },
        }
    }
}

/// A key's name that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no key; write a character or a name such as Enter, Space, Ctrl-d, F1")]
pub struct UnknownKey(String);

impl UnknownKey {
    /// The name as it was written.
    pub fn name(&self) -> &str {
        &self.0
    }
}

impl FromStr for Key {
    type Err = UnknownKey;

    /// Reads a key's name; `ctrl-c` and `enter` are as good as `Ctrl-c` and `Enter`.
    fn from_str(name: &str) -> Result<Self, UnknownKey> {
        let held = |rest: &str, modifier: &str| {
            let (before, after) = rest.split_at_checked(modifier.len())?;
            (before.eq_ignore_ascii_case(modifier) && !after.is_empty()).then_some(after.len())
        };
        let mut rest = name;
        let mut key = Self::plain(KeyCode::Esc);
        loop {
            let after = if let Some(after) = held(rest, "Ctrl-") {
                key.ctrl = true;
                after
            } else if let Some(after) = held(rest, "Alt-") {
                key.alt = true;
                after
            } else {
                break;
            };
            rest = &rest[rest.len() - after..];
        }
        let mut chars = rest.chars();
        key.code = match NAMED.iter().find(|(known, _)| known.eq_ignore_ascii_case(rest)) {
            Some((_, code)) => *code,
            None => match (chars.next(), chars.next()) {
                (Some(c), None) => KeyCode::Char(c),
                _ => rest
                    .strip_prefix(['F', 'f'])
                    .and_then(|number| number.parse().ok())
                    .map(KeyCode::F)
                    .ok_or_else(|| UnknownKey(name.to_owned()))?,
            },
        };
        Ok(key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_to_keys_and_back() {
        for name in ["j", "G", "Ctrl-d", "Enter", "Space", "F1", "=", "?", "Alt-x", "PageDown"] {
            let key: Key = name.parse().unwrap();
            assert_eq!(key.to_string(), name);
        }
    }

    #[test]
    fn an_arrow_may_be_written_as_it_is_shown() {
        for (shown, name) in [("↑", "Up"), ("↓", "Down"), ("←", "Left"), ("Ctrl-→", "Ctrl-Right")] {
            let key: Key = name.parse().unwrap();
            assert_eq!((key.to_string().as_str(), shown.parse()), (shown, Ok(key)));
        }
    }

    #[test]
    fn the_case_of_a_name_does_not_matter_that_of_a_letter_does() {
        for (written, meant) in [("ctrl-c", "Ctrl-c"), ("ENTER", "Enter"), ("f1", "F1"), ("alt-G", "Alt-G")] {
            assert_eq!(written.parse::<Key>(), meant.parse::<Key>());
        }
        assert_ne!("g".parse::<Key>(), "G".parse::<Key>());
    }

    #[test]
    fn an_unknown_name_says_what_is_wrong() {
        let error = "Ctrl-Foo".parse::<Key>().unwrap_err();
        assert!(error.to_string().starts_with("`Ctrl-Foo` is no key"));
    }

    #[test]
    fn control_keys_type_nothing() {
        assert_eq!(Key::char('é').typed(), Some('é'));
        assert_eq!(Key::ctrl('a').typed(), None);
    }
}
