//! Which keys run which action, and where. The built-in bindings are `assets/keymap.toml`; the
//! reader's settings may override single keys, which is told in [`own`].

use serde::Deserialize;

use super::action::Action;
use super::key::{Key, UnknownKey};

pub mod own;

pub use own::KeyProblem;

/// Where a binding applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Context {
    /// The list, the text and the side panel alike.
    Panes,
    /// The article list.
    List,
    /// The article's text.
    Text,
    /// The side panel.
    Side,
    /// The comparison.
    Compare,
    /// The finder.
    Finder,
    /// The line in which a search in a pane is typed.
    Search,
    /// The help.
    Help,
    /// A line in which something else is typed.
    Prompt,
    /// A small list to choose from.
    Choice,
}

impl Context {
    /// Whether a line is being typed there, so that a letter is a letter.
    pub const fn types(self) -> bool {
        matches!(self, Self::Finder | Self::Search | Self::Help | Self::Prompt)
    }

    /// Whether a key of one may be pressed where the other's keys work.
    fn meets(self, other: Self) -> bool {
        let in_a_pane = |context| matches!(context, Self::List | Self::Text | Self::Side);
        self == other
            || (self == Self::Panes && in_a_pane(other))
            || (other == Self::Panes && in_a_pane(self))
    }

    /// The name in the keymap.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Panes => "panes",
            Self::List => "list",
            Self::Text => "text",
            Self::Side => "side",
            Self::Compare => "compare",
            Self::Finder => "finder",
            Self::Search => "search",
            Self::Help => "help",
            Self::Prompt => "prompt",
            Self::Choice => "choice",
        }
    }
}

/// One binding as the file has it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    action: String,
    keys: Vec<String>,
    r#in: Vec<Context>,
    group: String,
    hint: Option<u8>,
    with: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    binding: Vec<Entry>,
}

/// An action with its keys and the places they work in.
#[derive(Debug, Clone)]
pub struct Binding {
    /// What it does.
    pub action: Action,
    /// The keys, each a sequence.
    pub keys: Vec<Vec<Key>>,
    /// Where they work.
    pub contexts: Vec<Context>,
    /// The heading in the help.
    pub group: String,
    /// Its rank in the footer, lower first; none when it is not shown there.
    pub hint: Option<u8>,
    /// The action whose key the footer shows beside this one's.
    pub with: Option<Action>,
}

impl Binding {
    /// Whether it applies where a line is being typed; a binding applies only there or only elsewhere.
    fn types(&self) -> bool {
        self.contexts.iter().all(|context| context.types())
    }

    /// Whether it and a binding for `contexts` may apply at once.
    fn meets(&self, contexts: &[Context]) -> bool {
        self.contexts.iter().any(|here| contexts.iter().any(|there| here.meets(*there)))
    }

    /// The keys as the help writes them: `j ↓`, `gg`.
    pub fn keys_text(&self) -> String {
        let sequences: Vec<String> = self.keys.iter().map(|keys| sequence_text(keys)).collect();
        sequences.join(" ")
    }
}

/// One sequence as the help writes it.
pub fn sequence_text(keys: &[Key]) -> String {
    let names: Vec<String> = keys.iter().map(ToString::to_string).collect();
    if names.iter().all(|name| name.chars().count() == 1) { names.concat() } else { names.join(" ") }
}

/// What the keys pressed so far mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// They run an action.
    Run(Action),
    /// They begin a longer sequence.
    Begin,
    /// Nothing.
    Nothing,
}

/// All bindings.
#[derive(Debug, Clone)]
pub struct Keymap {
    bindings: Vec<Binding>,
}

impl Default for Keymap {
    fn default() -> Self {
        Self::built_in()
    }
}

impl Keymap {
    /// The built-in bindings.
    pub fn built_in() -> Self {
        let (keymap, _) = Self::read(include_str!("../../assets/keymap.toml"));
        keymap
    }

    /// Reads bindings; what cannot be understood is left out and told of in the second value.
    fn read(toml: &str) -> (Self, Vec<String>) {
        let mut problems = Vec::new();
        let file: File = toml::from_str(toml).unwrap_or_else(|error| {
            problems.push(error.to_string());
            File::default()
        });
        let mut bindings = Vec::new();
        for entry in file.binding {
            let action = match entry.action.parse::<Action>() {
                Ok(action) => action,
                Err(error) => {
                    problems.push(error.to_string());
                    continue;
                }
            };
            let mut keys = Vec::new();
            for sequence in &entry.keys {
                match parse_sequence(sequence) {
                    Ok(sequence) => keys.push(sequence),
                    Err(error) => problems.push(error.to_string()),
                }
            }
            let (typing, elsewhere): (Vec<Context>, Vec<Context>) =
                entry.r#in.iter().partition(|context| context.types());
            for contexts in [elsewhere, typing].into_iter().filter(|contexts| !contexts.is_empty()) {
                bindings.push(Binding {
                    action,
                    keys: keys.clone(),
                    contexts,
                    group: entry.group.clone(),
                    hint: entry.hint,
                    with: entry.with.as_ref().and_then(|name| name.parse().ok()),
                });
            }
        }
        (Self { bindings }, problems)
    }

    /// What `pressed` means where `contexts` apply, the foremost first.
    pub fn meaning(&self, contexts: &[Context], pressed: &[Key]) -> Meaning {
        let mut begins = false;
        for context in contexts {
            for binding in self.bindings.iter().filter(|binding| binding.contexts.contains(context)) {
                for keys in &binding.keys {
                    if keys == pressed {
                        return Meaning::Run(binding.action);
                    }
                    begins |= keys.starts_with(pressed);
                }
            }
        }
        if begins { Meaning::Begin } else { Meaning::Nothing }
    }

    /// What may follow the keys pressed so far: the keys that are left, and what they run.
    pub fn following(&self, contexts: &[Context], pressed: &[Key]) -> Vec<(String, Action)> {
        let mut found: Vec<(String, Action)> = Vec::new();
        for context in contexts {
            for binding in self.of(*context) {
                for keys in binding.keys.iter().filter(|keys| keys.len() > pressed.len()) {
                    let rest = keys.strip_prefix(pressed).map(sequence_text);
                    found.extend(rest.filter(|_| !pressed.is_empty()).map(|rest| (rest, binding.action)));
                }
            }
        }
        found
    }

    /// The bindings that apply in `context`, in the file's order.
    pub fn of(&self, context: Context) -> impl Iterator<Item = &Binding> {
        self.bindings.iter().filter(move |binding| binding.contexts.contains(&context))
    }

    /// All bindings, in the file's order.
    pub fn all(&self) -> &[Binding] {
        &self.bindings
    }

    /// The first keys of an action in `context`, as the footer writes them.
    pub fn keys_of(&self, context: Context, action: Action) -> Option<String> {
        self.of(context)
            .find(|binding| binding.action == action)
            .and_then(|binding| binding.keys.first())
            .map(|keys| sequence_text(keys))
    }
}

fn parse_sequence(text: &str) -> Result<Vec<Key>, UnknownKey> {
    text.split(' ').filter(|name| !name.is_empty()).map(str::parse).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str) -> Vec<Key> {
        parse_sequence(text).unwrap()
    }

    #[test]
    fn the_built_in_file_is_whole() {
        let (keymap, problems) = Keymap::read(include_str!("../../assets/keymap.toml"));
        assert!(problems.is_empty(), "{problems:?}");
        for action in Action::ALL {
            assert!(
                keymap.bindings.iter().any(|binding| binding.action == *action),
                "no key runs `{action}`"
            );
        }
    }

    #[test]
    fn no_key_means_two_things_in_one_place() {
        let keymap = Keymap::built_in();
        let places = [
            vec![Context::List, Context::Panes],
            vec![Context::Text, Context::Panes],
            vec![Context::Side, Context::Panes],
            vec![Context::Compare],
            vec![Context::Finder],
            vec![Context::Search],
            vec![Context::Help],
            vec![Context::Prompt],
            vec![Context::Choice],
        ];
        for place in places {
            let mut seen: Vec<(&Vec<Key>, Action)> = Vec::new();
            for binding in place.iter().flat_map(|context| keymap.of(*context)) {
                for sequence in &binding.keys {
                    let clash = seen.iter().find(|(other, action)| {
                        *action != binding.action
                            && (other.starts_with(sequence) || sequence.starts_with(other))
                    });
                    assert!(clash.is_none(), "{place:?}: {sequence:?} {clash:?} {}", binding.action);
                    seen.push((sequence, binding.action));
                }
            }
        }
    }

    #[test]
    fn a_sequence_begins_before_it_runs() {
        let keymap = Keymap::built_in();
        let here = [Context::Text, Context::Panes];
        assert_eq!(keymap.meaning(&here, &keys("g")), Meaning::Begin);
        assert_eq!(keymap.meaning(&here, &keys("g g")), Meaning::Run(Action::Top));
        assert_eq!(keymap.meaning(&here, &keys("g x")), Meaning::Nothing);
    }

    #[test]
    fn where_a_line_is_typed_no_letter_runs_anything() {
        for binding in Keymap::built_in().all().iter().filter(|binding| binding.types()) {
            for keys in &binding.keys {
                assert!(keys.iter().all(|key| key.typed().is_none()), "{}: {keys:?}", binding.action);
            }
        }
    }
}
