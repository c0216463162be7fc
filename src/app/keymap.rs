//! Which keys run which action, and where. The built-in bindings are `assets/keymap.toml`; the
//! reader's settings may override single keys.

use serde::Deserialize;

use super::action::Action;
use super::key::Key;

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
}

impl Context {
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
                    Err(error) => problems.push(error),
                }
            }
            bindings.push(Binding {
                action,
                keys,
                contexts: entry.r#in,
                group: entry.group,
                hint: entry.hint,
                with: entry.with.and_then(|name| name.parse().ok()),
            });
        }
        (Self { bindings }, problems)
    }

    /// Rebinds an action: `keys` replaces all its keys in the panes and in the comparison.
    ///
    /// # Errors
    /// What is wrong, in words, when the action or a key is not known.
    pub fn rebind(&mut self, action: &str, keys: &[String]) -> Result<(), String> {
        let action: Action =
            action.parse().map_err(|error: super::action::UnknownAction| error.to_string())?;
        let sequences = keys.iter().map(|keys| parse_sequence(keys)).collect::<Result<Vec<_>, _>>()?;
        for binding in &mut self.bindings {
            let taken = |keys: &Vec<Key>| !sequences.contains(keys);
            if binding.action == action {
                binding.keys.clone_from(&sequences);
            } else {
                binding.keys.retain(taken);
            }
        }
        Ok(())
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

fn parse_sequence(text: &str) -> Result<Vec<Key>, String> {
    text.split(' ')
        .filter(|name| !name.is_empty())
        .map(|name| name.parse::<Key>().map_err(|error| error.to_string()))
        .collect()
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
    fn rebinding_takes_the_key_from_its_old_action() {
        let mut keymap = Keymap::built_in();
        keymap.rebind("compare", &["q".to_owned()]).unwrap();
        let here = [Context::Text, Context::Panes];
        assert_eq!(keymap.meaning(&here, &keys("q")), Meaning::Run(Action::Compare));
        assert_eq!(keymap.meaning(&here, &keys("=")), Meaning::Nothing);
    }

    #[test]
    fn rebinding_an_unknown_action_names_the_nearest() {
        let error = Keymap::built_in().rebind("compara", &["x".to_owned()]).unwrap_err();
        assert!(error.contains("`compare`"), "{error}");
    }
}
