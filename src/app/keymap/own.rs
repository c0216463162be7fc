//! Keys that somebody chose in the settings: taking them over, and saying what is wrong with them.

use super::{Keymap, parse_sequence, sequence_text};
use crate::app::action::{Action, UnknownAction};
use crate::app::key::{Key, UnknownKey};
use crate::output::Words;

/// What is wrong with keys that somebody chose, for an action as they wrote it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeyProblem {
    /// No such action.
    #[error(transparent)]
    Action(#[from] UnknownAction),
    /// No such key.
    #[error("{action}: {key}")]
    Key {
        /// The action.
        action: Action,
        /// The key.
        key: UnknownKey,
    },
    /// Digits are counts, as in `3j`, and never run anything.
    #[error("{action}: `{keys}` starts with a digit, and digits are counts")]
    Count {
        /// The action.
        action: Action,
        /// Its keys as the help writes them.
        keys: String,
    },
    /// The keys of one action are the beginning of those of another, which can never be typed.
    #[error("`{keys}` runs {action} before `{longer}` can run {hidden}")]
    Hides {
        /// The action with the shorter keys.
        action: Action,
        /// Its keys as the help writes them.
        keys: String,
        /// The action that cannot be reached.
        hidden: Action,
        /// Its keys.
        longer: String,
    },
}

impl KeyProblem {
    /// What is wrong and what to do about it, in the interface's language.
    pub fn in_words(&self, words: &Words) -> String {
        match self {
            Self::Action(UnknownAction { name, nearest: Some(nearest) }) => {
                words.with("keys-unknown-action-nearest", &[("name", name), ("nearest", nearest)])
            }
            Self::Action(UnknownAction { name, nearest: None }) => {
                words.with("keys-unknown-action", &[("name", name)])
            }
            Self::Key { action, key } => {
                words.with("keys-unknown-key", &[("action", action.name()), ("key", key.name())])
            }
            Self::Count { action, keys } => {
                words.with("keys-count", &[("action", action.name()), ("keys", keys)])
            }
            Self::Hides { action, keys, hidden, longer } => words.with(
                "keys-hide",
                &[("action", action.name()), ("keys", keys), ("hidden", hidden.name()), ("longer", longer)],
            ),
        }
    }
}

impl Keymap {
    /// Rebinds an action: `keys` replaces its keys everywhere, and takes them from whatever they ran
    /// there. Where a line is being typed a letter stays a letter: only keys that type nothing count
    /// there, and where none is among them the built-in ones stay. Keys that name nothing, as in
    /// `star = ""`, are none.
    ///
    /// # Errors
    /// When the action or a key is not known; nothing is changed then.
    pub fn rebind(&mut self, action: &str, keys: &[String]) -> Result<(), KeyProblem> {
        let action: Action = action.parse()?;
        let sequences = keys
            .iter()
            .map(|keys| parse_sequence(keys))
            .filter(|sequence| !sequence.as_ref().is_ok_and(Vec::is_empty))
            .collect::<Result<Vec<_>, _>>()
            .map_err(|key| KeyProblem::Key { action, key })?;
        let types_nothing = |keys: &&Vec<Key>| keys.iter().all(|key| key.typed().is_none());
        let mut places = Vec::new();
        for binding in self.bindings.iter_mut().filter(|binding| binding.action == action) {
            let fitting: Vec<Vec<Key>> = if binding.types() {
                sequences.iter().filter(types_nothing).cloned().collect()
            } else {
                sequences.clone()
            };
            if !binding.types() || !fitting.is_empty() {
                binding.keys = fitting;
                places.extend_from_slice(&binding.contexts);
            }
        }
        for binding in self.bindings.iter_mut().filter(|binding| binding.action != action) {
            if binding.meets(&places) {
                binding.keys.retain(|keys| !sequences.contains(keys));
            }
        }
        Ok(())
    }

    /// Keys of `action` that can never run it, or that keep another action's from being typed.
    pub fn clashes(&self, action: Action) -> Vec<KeyProblem> {
        let mut clashes = Vec::new();
        for binding in self.bindings.iter().filter(|binding| binding.action == action && !binding.types()) {
            for keys in &binding.keys {
                let text = sequence_text(keys);
                let digit =
                    keys.first().and_then(|key| key.typed()).is_some_and(|c| ('1'..='9').contains(&c));
                if digit {
                    clashes.push(KeyProblem::Count { action, keys: text.clone() });
                }
                for other in self.bindings.iter().filter(|other| other.meets(&binding.contexts)) {
                    for longer in other.keys.iter().filter(|longer| longer.len() > keys.len()) {
                        if longer.starts_with(keys) {
                            let (keys, longer) = (text.clone(), sequence_text(longer));
                            clashes.push(KeyProblem::Hides { action, keys, hidden: other.action, longer });
                        }
                    }
                    for shorter in other.keys.iter().filter(|shorter| shorter.len() < keys.len()) {
                        if keys.starts_with(shorter) {
                            let (keys, longer) = (sequence_text(shorter), text.clone());
                            let (action, hidden) = (other.action, action);
                            clashes.push(KeyProblem::Hides { action, keys, hidden, longer });
                        }
                    }
                }
            }
        }
        clashes
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Context, Meaning};
    use super::*;

    fn keys(text: &str) -> Vec<Key> {
        parse_sequence(text).unwrap()
    }

    #[test]
    fn rebinding_takes_the_key_from_its_old_action() {
        let mut keymap = Keymap::built_in();
        keymap.rebind("compare", &["q".to_owned()]).unwrap();
        let here = [Context::Text, Context::Panes];
        assert_eq!(keymap.meaning(&here, &keys("q")), Meaning::Run(Action::Compare));
        assert_eq!(keymap.meaning(&here, &keys("=")), Meaning::Nothing);
    }

    #[test]
    fn a_letter_stays_a_letter_where_a_line_is_typed() {
        let mut keymap = Keymap::built_in();
        keymap.rebind("down", &["n".to_owned(), "Ctrl-x".to_owned()]).unwrap();
        assert_eq!(keymap.meaning(&[Context::Finder], &keys("n")), Meaning::Nothing);
        assert_eq!(keymap.meaning(&[Context::Finder], &keys("Ctrl-x")), Meaning::Run(Action::Down));
        keymap.rebind("cancel", &["z".to_owned()]).unwrap();
        assert_eq!(keymap.meaning(&[Context::Finder], &keys("Esc")), Meaning::Run(Action::Cancel));
    }

    #[test]
    fn rebinding_in_the_panes_leaves_the_finder_its_keys() {
        let mut keymap = Keymap::built_in();
        keymap.rebind("star", &["Ctrl-n".to_owned()]).unwrap();
        assert_eq!(keymap.meaning(&[Context::Finder], &keys("Ctrl-n")), Meaning::Run(Action::Down));
    }

    #[test]
    fn keys_that_hide_others_or_are_counts_are_told() {
        let mut keymap = Keymap::built_in();
        keymap.rebind("star", &["g".to_owned()]).unwrap();
        assert!(keymap.clashes(Action::Star).iter().any(|clash| matches!(
            clash,
            KeyProblem::Hides { hidden: Action::Top, longer, .. } if longer == "gg"
        )));
        keymap.rebind("read", &["3".to_owned()]).unwrap();
        assert!(matches!(keymap.clashes(Action::Read)[..], [KeyProblem::Count { .. }]));
        assert_eq!(Keymap::built_in().clashes(Action::Top), []);
    }

    #[test]
    fn an_empty_text_takes_an_action_its_keys_and_nothing_else() {
        let mut keymap = Keymap::built_in();
        keymap.rebind("star", &[String::new()]).unwrap();
        assert_eq!(keymap.keys_of(Context::Panes, Action::Star), None);
        assert_eq!(keymap.clashes(Action::Star), []);
    }

    #[test]
    fn rebinding_an_unknown_action_names_the_nearest() {
        let error = Keymap::built_in().rebind("compara", &["x".to_owned()]).unwrap_err();
        assert!(error.to_string().contains("`compare`"), "{error}");
    }
}
