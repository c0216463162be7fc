//! The help: every key, generated from the keymap; typing narrows it, Enter runs the line.

use super::App;
use super::action::Action;
use super::keymap::Context;
use super::line::Line;
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
