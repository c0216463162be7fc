//! Lines about the entry under the cursor, some of which lead on: the foot of the panel, and the same
//! in full over the screen.

use ratatui::Frame;
use ratatui::style::Style;

use super::super::pen::{self, Mark, Words};
use super::super::theme::{Role, Theme};
use crate::app::layout::Area;
use crate::article::Span;
use crate::text::wrap::stretch;

/// Columns before the words.
const INDENT: usize = 3;

/// Lines being written, before it is known which of them are in view.
pub struct Lines<'a> {
    theme: &'a Theme,
    columns: usize,
    /// The most rows of a text; none where it is told in full.
    most: Option<usize>,
    lead: Option<usize>,
    rows: Vec<(Option<usize>, Words)>,
}

impl<'a> Lines<'a> {
    /// No lines yet, `columns` wide. With `brief`, a long text is cut.
    pub fn new(theme: &'a Theme, columns: usize, brief: bool) -> Self {
        Self { theme, columns, most: brief.then_some(3), lead: None, rows: Vec::new() }
    }

    /// Whether a long text is cut.
    pub fn brief(&self) -> bool {
        self.most.is_some()
    }

    /// What follows belongs to the lead of that number, or to none.
    pub fn belongs(&mut self, lead: Option<usize>) -> &mut Self {
        self.lead = lead;
        self
    }

    /// The style of a role.
    pub fn style(&self, role: Role) -> Style {
        self.theme.style(role)
    }

    /// How many lines there are.
    pub fn height(&self) -> usize {
        self.rows.len()
    }

    /// A line as it is.
    pub fn line(&mut self, words: Words) -> &mut Self {
        self.rows.push((self.lead, words));
        self
    }

    /// An empty line, where there is room to waste.
    pub fn gap(&mut self) -> &mut Self {
        if self.most.is_none() && !self.rows.is_empty() {
            self.rows.push((None, Words::new()));
        }
        self
    }

    /// A heading over what follows.
    pub fn heading(&mut self, text: &str) -> &mut Self {
        let mut words = Words::new();
        words.add(" ", self.theme.style(Role::Dim));
        words.add_within(text, self.theme.style(Role::Heading), self.columns);
        self.line(words)
    }

    /// A sign and a title on one line, with a remark at its end where there is room for all of it.
    pub fn title(&mut self, sign: (&str, Role), text: &str, remark: &str) -> &mut Self {
        let theme = self.theme;
        let mut words = Words::new();
        words.add(&format!(" {:<2}", sign.0), theme.style(sign.1));
        words.add_within(text, theme.style(Role::Title), self.columns);
        let mut end = Words::new();
        end.add(remark, theme.style(sign.1));
        if !remark.is_empty() && words.width() + end.width() + 2 <= self.columns {
            words.to(self.columns - end.width() - 1, theme.style(Role::Text)).append(end);
        }
        self.line(words)
    }

    /// Text behind a sign, wrapped.
    pub fn text(&mut self, sign: (&str, Role), text: &str, role: Role) -> &mut Self {
        self.marked(sign, text, Span::new(0, text.len()), role, &[])
    }

    /// The part of a text under `span` behind a sign, wrapped, with marks laid over it.
    pub fn marked(
        &mut self,
        sign: (&str, Role),
        text: &str,
        span: Span,
        role: Role,
        marks: &[Mark],
    ) -> &mut Self {
        let theme = self.theme;
        // One column is kept for the sign that something was cut off.
        let room = self.columns.saturating_sub(INDENT + 1).max(1);
        let lines = stretch::first_rows(text, span, room);
        let shown = lines.len().min(self.most.unwrap_or(usize::MAX));
        for (number, line) in lines.iter().take(shown).enumerate() {
            let mut words = Words::new();
            let lead = if number == 0 { sign.0 } else { "" };
            words.add(&format!(" {lead:<2}"), theme.style(sign.1));
            words.add_marked(text, *line, theme.style(role), marks);
            if number + 1 == shown && line.end < span.trimmed(text).end {
                words.add("…", theme.style(Role::Dim));
            }
            self.line(words);
        }
        self
    }

    /// The first line that is shown in `area`, so that those of the lead under the pointer are in view,
    /// and the first of these.
    fn first(&self, area: Area, pointer: Option<usize>) -> (usize, usize) {
        let height = usize::from(area.height);
        let of_pointer = |(lead, _): &(Option<usize>, Words)| pointer.is_some() && *lead == pointer;
        let first = self.rows.iter().position(of_pointer).unwrap_or(0);
        let last = self.rows.iter().rposition(of_pointer).unwrap_or(0);
        ((last + 1).saturating_sub(height).min(first), first)
    }

    /// The lead that a row of `area` belongs to.
    pub fn lead_at(&self, area: Area, pointer: Option<usize>, row: u16) -> Option<usize> {
        let (top, _) = self.first(area, pointer);
        self.rows.get(top + usize::from(row)).and_then(|(lead, _)| *lead)
    }

    /// Draws as many lines as fit, those of the lead under the pointer among them.
    pub fn draw(self, frame: &mut Frame, area: Area, pointer: Option<usize>, focused: bool) {
        let (top, first) = self.first(area, pointer);
        let style = self.theme.style(if focused { Role::Selected } else { Role::Chosen });
        let sign = self.theme.style(Role::Cursor);
        for (row, (lead, words)) in (0u16..area.height).zip(self.rows.into_iter().skip(top)) {
            let here = pointer.is_some() && lead == pointer;
            words.draw(frame, area, row);
            if here {
                if usize::from(row) + top == first {
                    let mut pointer = Words::new();
                    pointer.add("▶", sign);
                    pointer.draw(frame, area, row);
                }
                pen::paint_row(frame, area, row, style);
            }
        }
    }
}
