//! Writes on the screen: every word of an article goes through here and is neutralised on the way.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};
use ratatui::text::{Line, Span as Styled};

use super::theme::{Role, Theme};
use crate::app::layout::Area;
use crate::app::line::Line as Typed;
use crate::article::Span;
use crate::text::visible::neutralise;
use crate::text::width::{fit, head, thinned, width};

/// The library's rectangle for one of ours.
pub fn rect(area: Area) -> Rect {
    Rect { x: area.x, y: area.y, width: area.width, height: area.height }
}

/// A mark over an article's text; later ones are laid over earlier ones.
pub type Mark = (Span, Style);

/// A line of the screen being written from left to right.
#[derive(Debug, Default, Clone)]
pub struct Words {
    spans: Vec<Styled<'static>>,
    width: usize,
}

impl Words {
    /// An empty line.
    pub fn new() -> Self {
        Self::default()
    }

    /// Columns written so far.
    pub fn width(&self) -> usize {
        self.width
    }

    /// Adds text in a style.
    pub fn add(&mut self, text: &str, style: Style) -> &mut Self {
        let text = neutralise(&thinned(text)).into_owned();
        self.width += width(&text);
        self.spans.push(Styled::styled(text, style));
        self
    }

    /// Adds text, cut so that the line takes at most `limit` columns.
    pub fn add_within(&mut self, text: &str, style: Style, limit: usize) -> &mut Self {
        let room = limit.saturating_sub(self.width);
        // What is neutralised takes half its columns at the least, so nothing behind these is ever shown.
        let clean = neutralise(head(text, 2 * room + 2)).into_owned();
        let cut = fit(&clean, room).into_owned();
        self.add(&cut, style)
    }

    /// Adds another line behind this one.
    pub fn append(&mut self, other: Self) -> &mut Self {
        self.width += other.width;
        self.spans.extend(other.spans);
        self
    }

    /// Adds blanks up to `column`.
    pub fn to(&mut self, column: usize, style: Style) -> &mut Self {
        let blanks = column.saturating_sub(self.width);
        self.add(&" ".repeat(blanks), style)
    }

    /// Adds the part of `text` under `row`, with `marks` laid over it.
    pub fn add_marked(&mut self, text: &str, row: Span, base: Style, marks: &[Mark]) -> &mut Self {
        let mut edges = vec![row.start, row.end];
        for (span, _) in marks.iter().filter(|(span, _)| span.overlaps(row)) {
            edges.extend([span.start, span.end].into_iter().filter(|edge| row.contains(*edge)));
        }
        edges.sort_unstable();
        edges.dedup();
        for pair in edges.windows(2) {
            let piece = Span::new(pair[0], pair[1]);
            let style = marks
                .iter()
                .filter(|(span, _)| span.covers(piece))
                .fold(base, |style, (_, over)| style.patch(*over));
            self.add(piece.of(text), style);
        }
        self
    }

    /// The finished line.
    pub fn line(self) -> Line<'static> {
        Line::from(self.spans)
    }

    /// Draws the line at a row of the screen, cut at `area`'s right edge.
    pub fn draw(self, frame: &mut Frame, area: Area, row: u16) {
        self.draw_at(frame.buffer_mut(), area, row);
    }

    fn draw_at(self, buffer: &mut Buffer, area: Area, row: u16) {
        if row < area.height && area.width > 0 {
            let line = self.line();
            buffer.set_line(area.x, area.y + row, &line, area.width);
        }
    }
}

/// The first `columns` characters of `text`, and what makes up the last of them.
pub fn start(text: &str, columns: usize) -> &str {
    use unicode_segmentation::UnicodeSegmentation;
    text.grapheme_indices(true).nth(columns).map_or(text, |(end, _)| &text[..end])
}

/// Fills an area with the background of running text, over whatever was there.
pub fn clear(frame: &mut Frame, area: Area, theme: &Theme) {
    let area = rect(area).intersection(frame.area());
    frame.render_widget(ratatui::widgets::Clear, area);
    frame.buffer_mut().set_style(area, theme.style(Role::Text));
}

/// Styles a whole row of an area, as under a cursor. The row's own colours give way, or it would come
/// out as a patchwork; marked backgrounds, such as a match's, stay.
pub fn paint_row(frame: &mut Frame, area: Area, row: u16, style: Style) {
    if row >= area.height {
        return;
    }
    let line = Rect { x: area.x, y: area.y + row, width: area.width, height: 1 };
    let line = line.intersection(frame.area());
    let plain =
        frame.buffer_mut().cell(line.as_position()).map_or(Style::new(), |cell| Style::new().bg(cell.bg));
    let whole = style.add_modifier.contains(Modifier::REVERSED) || style.bg.is_some();
    let buffer = frame.buffer_mut();
    for position in line.positions() {
        let Some(cell) = buffer.cell_mut(position) else { continue };
        let marked = Some(cell.bg) != plain.bg;
        if whole && !marked {
            cell.set_fg(Color::Reset);
            cell.modifier.remove(Modifier::UNDERLINED | Modifier::ITALIC | Modifier::DIM);
        }
        if !marked {
            cell.set_style(style);
        }
    }
}

/// Draws a line being typed behind `words`, scrolled where it does not fit, with the terminal's cursor in
/// it; `rest` is what a completion would add.
pub fn typed(frame: &mut Frame, theme: &Theme, area: Area, mut words: Words, line: &Typed, rest: &str) {
    let room = usize::from(area.width).saturating_sub(words.width() + 1);
    let (shown, column) = line.window(room);
    let column = words.width() + column;
    words.add(shown, theme.style(Role::Text)).add(rest, theme.style(Role::Dim));
    words.draw(frame, area, 0);
    let x = area.x + u16::try_from(column).unwrap_or(0).min(area.width.saturating_sub(1));
    frame.set_cursor_position((x, area.y));
}

/// A horizontal rule.
pub fn rule(frame: &mut Frame, area: Area, row: u16, sign: &str, style: Style) {
    let mut words = Words::new();
    words.add(&sign.repeat(usize::from(area.width)), style);
    words.draw(frame, area, row);
}

/// A pane's border with a title on the left and a remark on the right; returns what is inside.
pub fn pane(
    frame: &mut Frame,
    area: Area,
    theme: &Theme,
    focused: bool,
    title: Words,
    remark: Words,
) -> Area {
    let style = theme.style(if focused { Role::Focus } else { Role::Border });
    let kind =
        if focused { ratatui::widgets::BorderType::Thick } else { ratatui::widgets::BorderType::Plain };
    let block = ratatui::widgets::Block::bordered().border_type(kind).border_style(style);
    frame.render_widget(block, rect(area).intersection(frame.area()));
    let top = Area { x: area.x + 2, width: area.width.saturating_sub(4), height: 1, ..area };
    let right = u16::try_from(remark.width()).unwrap_or(u16::MAX);
    let room = top.width.saturating_sub(if right > 0 { right + 1 } else { 0 });
    if right > 0 && right <= top.width {
        remark.draw(frame, Area { x: top.x + top.width - right, width: right, ..top }, 0);
    }
    if title.width() > 0 {
        let mut padded = Words::new();
        padded.add(" ", theme.style(Role::Border)).append(title);
        padded.draw(frame, Area { width: room.min(top.width), ..top }, 0);
    }
    area.inner()
}
