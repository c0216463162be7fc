//! The help: every key, generated from the keymap, and every sign; typing narrows it, Enter runs the line.

use super::App;
use super::action::Action;
use super::keymap::{Context, Keymap, sequence_text};
use super::line::Line;
use crate::i18n::Messages;
use crate::text::fold;

/// One line of the help.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What it does; none for a sign, which only means something.
    pub action: Option<Action>,
    /// Its keys as written, or the sign.
    pub keys: String,
    /// What it does or means, in words.
    pub words: String,
    /// The heading it stands under.
    pub group: String,
}

/// A row of the help as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    /// Before a heading.
    Blank,
    /// The heading of a group, by the group's name.
    Heading(String),
    /// An entry, by its number.
    Entry(usize),
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
    /// The first row shown.
    pub top: usize,
}

impl Help {
    /// Rows in the order of the headings, narrowed by what was typed.
    pub fn settle(&mut self, all: &[Entry], room: usize) {
        let needle = fold(self.line.text());
        self.entries = all
            .iter()
            .filter(|entry| {
                let name = entry.action.map_or("", Action::name);
                let text = fold(&format!("{} {} {name}", entry.words, entry.keys));
                needle.split_whitespace().all(|word| text.contains(word))
            })
            .cloned()
            .collect();
        self.go_to(self.cursor, room);
    }

    /// The entries with their headings.
    pub fn rows(&self) -> Vec<Row> {
        let mut rows = Vec::new();
        let mut group = "";
        for (at, entry) in self.entries.iter().enumerate() {
            if entry.group != group {
                group = &entry.group;
                if !rows.is_empty() {
                    rows.push(Row::Blank);
                }
                rows.push(Row::Heading(group.to_owned()));
            }
            rows.push(Row::Entry(at));
        }
        rows
    }

    /// Puts the cursor on an entry, which comes into view, with its heading where that is just above.
    pub fn go_to(&mut self, entry: usize, room: usize) {
        self.cursor = entry.min(self.entries.len().saturating_sub(1));
        let rows = self.rows();
        let row = rows.iter().position(|row| *row == Row::Entry(self.cursor)).unwrap_or(0);
        let from = if row < 2 || matches!(rows.get(row - 1), Some(Row::Heading(_))) {
            row.saturating_sub(1)
        } else {
            row
        };
        self.top = self.top.clamp((row + 1).saturating_sub(room), from.max((row + 1).saturating_sub(room)));
        self.top = self.top.min(rows.len().saturating_sub(room));
    }

    /// Moves the cursor by `by` entries.
    pub fn step(&mut self, by: isize, room: usize) {
        self.go_to(self.cursor.saturating_add_signed(by), room);
    }

    /// Scrolls by a page, the cursor with it.
    pub fn page(&mut self, back: bool, room: usize) {
        let by = isize::try_from(room.saturating_sub(2).max(1)).unwrap_or(1);
        let by = if back { -by } else { by };
        self.top = self.top.saturating_add_signed(by);
        self.step(by, room);
    }
}

/// The headings of the help, in order.
pub const GROUPS: [&str; 5] = ["move", "find", "view", "act", "program"];

/// The heading of the signs, which come last.
pub const SIGNS: &str = "signs";

/// The signs of the views, and the messages that tell what they mean.
const MEANINGS: [(&str, &str); 26] = [
    ("=", "sign-same"),
    ("~", "sign-reworded"),
    ("≠", "sign-differs"),
    ("+", "sign-only"),
    ("—", "sign-absent"),
    ("~?", "stand-perhaps"),
    ("↕", "sign-moved"),
    ("↑", "sign-again"),
    ("▏▎▌▊", "meaning-strip"),
    ("=3 ~3 ≠3", "meaning-margin"),
    ("C4", "meaning-claim"),
    ("C14 =16", "meaning-counts"),
    ("▶", "meaning-cursor"),
    ("●", "meaning-unread"),
    ("★", "meaning-starred"),
    ("✓", "meaning-selected"),
    ("17 × 6", "meaning-mentions"),
    ("« 12", "meaning-said"),
    ("•", "meaning-here"),
    ("?", "meaning-unsure"),
    ("×", "meaning-hidden"),
    ("↪", "meaning-via"),
    ("● ◐", "meaning-says"),
    ("≠ ·", "meaning-otherwise"),
    ("█ ▒ ┈ ░", "meaning-bars"),
    ("▸ 3", "meaning-leads"),
];

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
    /// Every binding of a place, one line per action, under the headings in their order, then the signs.
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
                    action: Some(action),
                    keys: self.messages.keys(&binding.keys_text()),
                    words: self.messages.get(&format!("action-{}", action.name())),
                    group: group.to_owned(),
                });
            }
        }
        entries.extend(MEANINGS.iter().map(|(sign, key)| Entry {
            action: None,
            keys: (*sign).to_owned(),
            words: self.messages.get(key),
            group: SIGNS.to_owned(),
        }));
        entries
    }

    /// Rows that the help has for its entries: the screen without the lines above and below, the border,
    /// and what is typed.
    pub fn help_room(&self) -> usize {
        usize::from(self.size.1).saturating_sub(7).max(1)
    }
}
