//! A line of text being typed.

use unicode_segmentation::UnicodeSegmentation;

use super::key::{Key, KeyCode};
use crate::text::fold;
use crate::text::visible::visible;
use crate::text::width::{tail, width};

/// The line and the place of the cursor in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line {
    text: String,
    cursor: usize,
    completing: Option<Completing>,
}

/// A completion under way: what was typed, and which of the words that begin so stands there now.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Completing {
    start: usize,
    typed: String,
    at: usize,
}

impl Line {
    /// A line that starts with `text`, the cursor behind it.
    pub fn new(text: &str) -> Self {
        Self { text: text.to_owned(), cursor: text.len(), completing: None }
    }

    /// What has been typed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What stands before the cursor.
    pub fn before_cursor(&self) -> &str {
        self.text.get(..self.cursor).unwrap_or_default()
    }

    /// The part of the line that `columns` show, scrolled so that the cursor stays in view, and the
    /// column of the cursor in it.
    pub fn window(&self, columns: usize) -> (&str, usize) {
        let before = self.before_cursor();
        let shown = tail(before, columns);
        (&self.text[before.len() - shown.len()..], width(shown))
    }

    /// Inserts `text` at the cursor; line ends and control characters become spaces, and what cannot be
    /// seen is left out.
    pub fn insert(&mut self, text: &str) {
        let clean: String = text
            .chars()
            .map(|c| if c.is_control() || c.is_whitespace() { ' ' } else { c })
            .filter(|&c| visible(c) == c)
            .collect();
        self.completing = None;
        self.text.insert_str(self.cursor, &clean);
        self.cursor += clean.len();
    }

    /// Empties the line.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// Where what is being completed starts: behind the comma before the cursor, or the whole line.
    fn stem(&self, whole: bool) -> usize {
        let before = self.before_cursor();
        let from = if whole { 0 } else { before.rfind([',', '#']).map_or(0, |at| at + 1) };
        from + before[from..].len() - before[from..].trim_start().len()
    }

    /// Those of `words` that begin like what is being typed, whatever the case and the accents.
    pub fn completions<'a>(&self, words: &'a [String], whole: bool) -> Vec<&'a str> {
        let typed = match &self.completing {
            Some(completing) => &completing.typed,
            None => &self.before_cursor()[self.stem(whole)..],
        };
        let typed = fold(typed);
        words.iter().map(String::as_str).filter(|word| fold(word).starts_with(&typed)).collect()
    }

    /// What the first completion would add behind the cursor, where the cursor is at the end of what is
    /// typed and something has been typed.
    pub fn rest_of<'a>(&self, words: &'a [String], whole: bool) -> &'a str {
        let typed = &self.before_cursor()[self.stem(whole)..];
        if typed.is_empty() || self.cursor < self.text.len() || self.completing.is_some() {
            return "";
        }
        let found = self.completions(words, whole);
        // Letter by letter, since an accent may take more bytes in one than in the other.
        found.first().map_or("", |word| {
            let at = word.char_indices().nth(typed.chars().count()).map_or(word.len(), |(at, _)| at);
            &word[at..]
        })
    }

    /// Puts the next of `words` that begins like what was typed in its place, or the one before; again
    /// and again goes round. Completes what follows the last comma, or the `whole` line.
    pub fn complete(&mut self, words: &[String], whole: bool, back: bool) {
        let found = self.completions(words, whole);
        let Some(last) = found.len().checked_sub(1) else { return };
        let completing = match self.completing.take() {
            Some(Completing { start, typed, at }) => {
                let step = if back { last } else { 1 };
                Completing { start, typed, at: (at + step) % found.len() }
            }
            None => {
                let start = self.stem(whole);
                let typed = self.before_cursor()[start..].to_owned();
                Completing { start, typed, at: if back { last } else { 0 } }
            }
        };
        let word = found[completing.at];
        self.text.replace_range(completing.start..self.cursor, word);
        self.cursor = completing.start + word.len();
        self.completing = Some(completing);
    }

    /// Deletes the word before the cursor.
    pub fn delete_word(&mut self) {
        self.completing = None;
        let before = self.before_cursor().trim_end();
        let start = before.rfind(char::is_whitespace).map_or(0, |at| at + 1);
        let start = start.min(self.cursor);
        // The separator itself may take more than one byte.
        let start = (start..=self.cursor).find(|at| self.text.is_char_boundary(*at)).unwrap_or(self.cursor);
        self.text.replace_range(start..self.cursor, "");
        self.cursor = start;
    }

    /// Handles a key that types, moves or deletes; says whether it was one. Beside the keys of their own
    /// those of Emacs are known, as in every shell.
    pub fn press(&mut self, key: Key) -> bool {
        if let Some(c) = key.typed() {
            self.insert(c.encode_utf8(&mut [0; 4]));
            return true;
        }
        self.completing = None;
        match (key.code, key.ctrl, key.alt) {
            (KeyCode::Backspace, _, true) => self.delete_word(),
            (KeyCode::Backspace, ..) | (KeyCode::Char('h'), true, _) => self.delete(self.previous()),
            (KeyCode::Delete, ..) | (KeyCode::Char('d'), true, _) => self.delete(self.next()),
            (KeyCode::Char('d'), _, true) => self.delete(self.next_word()),
            (KeyCode::Char('k'), true, _) => self.delete(self.text.len()),
            (KeyCode::Char('b'), _, true) => self.cursor = self.previous_word(),
            (KeyCode::Char('f'), _, true) => self.cursor = self.next_word(),
            (KeyCode::Left, ..) | (KeyCode::Char('b'), true, _) => self.cursor = self.previous(),
            (KeyCode::Right, ..) | (KeyCode::Char('f'), true, _) => self.cursor = self.next(),
            (KeyCode::Home, ..) | (KeyCode::Char('a'), true, _) => self.cursor = 0,
            (KeyCode::End, ..) | (KeyCode::Char('e'), true, _) => self.cursor = self.text.len(),
            _ => return false,
        }
        true
    }

    /// Deletes what stands between the cursor and a byte before or behind it.
    fn delete(&mut self, to: usize) {
        let (start, end) = (self.cursor.min(to), self.cursor.max(to));
        self.text.replace_range(start..end, "");
        self.cursor = start;
    }

    /// Where the word before the cursor begins.
    fn previous_word(&self) -> usize {
        let word = self.before_cursor().unicode_word_indices().next_back();
        word.map_or(0, |(at, _)| at)
    }

    /// Where the word behind the cursor ends.
    fn next_word(&self) -> usize {
        let after = self.text.get(self.cursor..).unwrap_or_default();
        let word = after.unicode_word_indices().next();
        word.map_or(self.text.len(), |(at, word)| self.cursor + at + word.len())
    }

    fn previous(&self) -> usize {
        self.before_cursor().grapheme_indices(true).next_back().map_or(0, |(at, _)| at)
    }

    fn next(&self) -> usize {
        let after = self.text.get(self.cursor..).unwrap_or_default();
        self.cursor + after.graphemes(true).next().map_or(0, str::len)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_keys_of_emacs_move_and_delete() {
        let mut line = Line::new("l’été à Sète");
        let mut after = |keys: &str| {
            for key in keys.split(' ') {
                assert!(line.press(key.parse().unwrap()), "{key}");
            }
            (line.before_cursor().to_owned(), line.text().to_owned())
        };
        let told = |before: &str, text: &str| (before.to_owned(), text.to_owned());
        assert_eq!(after("Alt-b Alt-b"), told("l’été ", "l’été à Sète"));
        assert_eq!(after("Alt-d"), told("l’été ", "l’été  Sète"));
        assert_eq!(after("Ctrl-a Ctrl-f Ctrl-d"), told("l", "lété  Sète"));
        assert_eq!(after("Alt-f Ctrl-k"), told("lété", "lété"));
        assert_eq!(after("Ctrl-b Ctrl-h Ctrl-e"), told("léé", "léé"));
        assert_eq!(after("Alt-Backspace"), told("", ""));
    }

    #[test]
    fn typing_and_deleting_goes_by_whole_characters() {
        let mut line = Line::new("élys");
        for key in
            [KeyCode::Char('é'), KeyCode::Char('e'), KeyCode::Backspace, KeyCode::Home, KeyCode::Delete]
        {
            line.press(Key::plain(key));
        }
        assert_eq!(line.text(), "lysé");
        assert_eq!(line.before_cursor(), "");
    }

    #[test]
    fn a_word_is_deleted_with_one_key() {
        let mut line = Line::new("grève du port");
        line.delete_word();
        assert_eq!(line.text(), "grève du ");
        line.delete_word();
        assert_eq!(line.text(), "grève ");
    }

    #[test]
    fn what_follows_a_comma_is_completed_and_the_next_ones_follow_in_turn() {
        let tags = ["urgent", "eau", "à vérifier", "eaux usées"].map(str::to_owned);
        let mut line = Line::new("urgent, EA");
        let mut press = |back| {
            line.complete(&tags, false, back);
            line.text().to_owned()
        };
        assert_eq!(press(false), "urgent, eau");
        assert_eq!(press(false), "urgent, eaux usées");
        assert_eq!(press(false), "urgent, eau");
        assert_eq!(press(true), "urgent, eaux usées");
    }

    #[test]
    fn what_no_word_begins_with_stays_as_it_was_typed() {
        let mut line = Line::new("xyz");
        line.complete(&["eau".to_owned()], false, false);
        assert_eq!(line.text(), "xyz");
    }

    #[test]
    fn a_long_line_is_scrolled_to_its_cursor() {
        let mut line = Line::new("le barrage de 日本");
        assert_eq!(line.window(40), ("le barrage de 日本", 18));
        assert_eq!(line.window(6), ("e 日本", 6));
        line.press(Key::plain(KeyCode::Home));
        assert_eq!(line.window(6), ("le barrage de 日本", 0));
    }

    #[test]
    fn what_cannot_be_seen_is_not_typed() {
        let mut line = Line::default();
        line.insert("a\u{202e}b\u{200b}c");
        assert_eq!(line.text(), "abc");
    }

    #[test]
    fn pasted_line_ends_become_spaces() {
        let mut line = Line::default();
        line.insert("a\nb\u{1b}c");
        assert_eq!(line.text(), "a b c");
    }
}
