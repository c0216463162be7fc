//! A line of text being typed.

use unicode_segmentation::UnicodeSegmentation;

use super::key::{Key, KeyCode};

/// The line and the place of the cursor in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line {
    text: String,
    cursor: usize,
}

impl Line {
    /// A line that starts with `text`, the cursor behind it.
    pub fn new(text: &str) -> Self {
        Self { text: text.to_owned(), cursor: text.len() }
    }

    /// What has been typed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What stands before the cursor.
    pub fn before_cursor(&self) -> &str {
        self.text.get(..self.cursor).unwrap_or_default()
    }

    /// Inserts `text` at the cursor; line ends and control characters become spaces.
    pub fn insert(&mut self, text: &str) {
        let clean: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        self.text.insert_str(self.cursor, &clean);
        self.cursor += clean.len();
    }

    /// Empties the line.
    pub fn clear(&mut self) {
        self.text.clear();
        self.cursor = 0;
    }

    /// Deletes the word before the cursor.
    pub fn delete_word(&mut self) {
        let before = self.before_cursor().trim_end();
        let start = before.rfind(char::is_whitespace).map_or(0, |at| at + 1);
        let start = start.min(self.cursor);
        // The separator itself may take more than one byte.
        let start = (start..=self.cursor).find(|at| self.text.is_char_boundary(*at)).unwrap_or(self.cursor);
        self.text.replace_range(start..self.cursor, "");
        self.cursor = start;
    }

    /// Handles a key that types or moves; says whether it was one.
    pub fn press(&mut self, key: Key) -> bool {
        if let Some(c) = key.typed() {
            self.insert(c.encode_utf8(&mut [0; 4]));
            return true;
        }
        match key.code {
            KeyCode::Backspace => {
                let start = self.previous();
                self.text.replace_range(start..self.cursor, "");
                self.cursor = start;
            }
            KeyCode::Delete => {
                let end = self.next();
                self.text.replace_range(self.cursor..end, "");
            }
            KeyCode::Left => self.cursor = self.previous(),
            KeyCode::Right => self.cursor = self.next(),
            KeyCode::Home => self.cursor = 0,
            KeyCode::End => self.cursor = self.text.len(),
            _ => return false,
        }
        true
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
    fn pasted_line_ends_become_spaces() {
        let mut line = Line::default();
        line.insert("a\nb\u{1b}c");
        assert_eq!(line.text(), "a b c");
    }
}
