//! The help: every key, generated from the keymap; typing narrows it, Enter runs the line.

use super::App;
use super::action::Action;
use super::keymap::{Context, Keymap, sequence_text};
use super::line::Line;
use crate::i18n::Messages;
use crate::text::fold;

/// One line of the help.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What it does.
    pub action: Action,
    /// Its keys as written.
    pub keys: String,
    /// What it does, in words.
    pub words: String,
    /// The heading it stands under.
    pub group: String,
}

/// The help's state.
#[derive(Debug, Clone, Default)]
pub struct Help {
    /// What narrows it.
    pub line: Line,
    /// The entry under the cursor.
    pub cursor: usize,
    /// The entries shown.
    pub entries: Vec<Entry>,
}

impl Help {
    /// Rows in the order of the headings, narrowed by what was typed.
    pub fn settle(&mut self, all: &[Entry]) {
        let needle = fold(self.line.text());
        self.entries = all
            .iter()
            .filter(|entry| {
                let text = fold(&format!("{} {} {}", entry.words, entry.keys, entry.action.name()));
                needle.split_whitespace().all(|word| text.contains(word))
            })
            .cloned()
            .collect();
        self.cursor = self.cursor.min(self.entries.len().saturating_sub(1));
    }
}

/// The headings of the help, in order.
pub const GROUPS: [&str; 5] = ["move", "find", "view", "act", "program"];

/// All keys as the README's table, in Markdown: one line per action, under the headings in order.
pub fn key_table(keymap: &Keymap, messages: &Messages) -> String {
    let mut table = String::new();
    for group in GROUPS {
        table.push_str(&format!("\n**{}**\n\n| | |\n|---|---|\n", messages.get(&format!("group-{group}"))));
        let mut seen = Vec::new();
        for binding in keymap.all().iter().filter(|binding| binding.group == group) {
            if seen.contains(&(binding.action, &binding.keys)) {
                continue;
            }
            seen.push((binding.action, &binding.keys));
            let keys: Vec<String> =
                binding.keys.iter().map(|keys| format!("`{}`", sequence_text(keys))).collect();
            let words = messages.get(&format!("action-{}", binding.action.name()));
            let place = match binding.contexts.as_slice() {
                contexts if contexts.contains(&Context::Panes) => String::new(),
                [first, ..] => {
                    let place = messages.get(&format!("context-{}", first.name()));
                    // `Side panel: another order` says it already.
                    let said = fold(&words).starts_with(&fold(&place));
                    if said { String::new() } else { format!(" ({place})") }
                }
                [] => String::new(),
            };
            table.push_str(&format!("| {} | {words}{place} |\n", keys.join(" ")));
        }
    }
    table
}

impl App {
    /// Every binding of a place, one line per action, under the headings in their order.
    pub fn help_entries(&self, contexts: &[Context]) -> Vec<Entry> {
        let mut entries = Vec::new();
        for group in GROUPS {
            for binding in self.keymap.all() {
                let here = binding.contexts.iter().any(|context| contexts.contains(context));
                if !here || binding.group != group {
                    continue;
                }
                let action = binding.action;
                entries.push(Entry {
                    action,
                    keys: binding.keys_text(),
                    words: self.messages.get(&format!("action-{}", action.name())),
                    group: group.to_owned(),
                });
            }
        }
        entries
    }
}
