//! The foot of the side panel: lines about the entry under the cursor, until it is full.

use ratatui::Frame;

use super::super::pen::Words;
use super::super::theme::{Role, Theme};
use crate::app::layout::Area;
use crate::article::Span;
use crate::text::wrap::stretch;

/// Writes lines from the top of an area until it is full.
pub struct Sheet<'a, 'b> {
    frame: &'a mut Frame<'b>,
    theme: &'a Theme,
    area: Area,
    row: u16,
}

impl<'a, 'b> Sheet<'a, 'b> {
    /// An empty sheet on `area`.
    pub fn new(frame: &'a mut Frame<'b>, theme: &'a Theme, area: Area) -> Self {
        Self { frame, theme, area, row: 0 }
    }

    /// Writes one line as it is.
    pub fn line(&mut self, words: Words) {
        words.draw(self.frame, self.area, self.row);
        self.row = self.row.saturating_add(1);
    }

    /// Writes `text` behind a sign, wrapped to at most `most` lines.
    pub fn text(&mut self, sign: &str, sign_role: Role, text: &str, role: Role, most: usize) {
        let indent = 3;
        let columns = usize::from(self.area.width).saturating_sub(indent + 1).max(1);
        let span = Span::new(0, text.len());
        let lines = stretch::first_rows(text, span, columns);
        for (number, line) in lines.iter().take(most).enumerate() {
            let mut words = Words::new();
            let lead = if number == 0 { sign } else { "" };
            words.add(&format!(" {lead:<2}"), self.theme.style(sign_role));
            if number + 1 == most && lines.len() > most {
                let rest = Span::new(line.start, text.len());
                words.add_within(rest.of(text), self.theme.style(role), indent + columns);
            } else {
                words.add(line.of(text), self.theme.style(role));
            }
            self.line(words);
        }
    }

    /// Whether there is no room left.
    pub fn full(&self) -> bool {
        self.row >= self.area.height
    }
}
