//! Where the panes are, for any size of the screen.
//!
//! | columns | panes |
//! |---|---|
//! | under 40, or under 10 rows | none: one line that tells the size |
//! | 40 to 79 | one |
//! | 80 to 109 | two adjacent ones, the focused one among them |
//! | 110 and up | list, text and side panel |

use super::Pane;

/// A rectangle of the screen, in columns and rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Area {
    /// Leftmost column.
    pub x: u16,
    /// Topmost row.
    pub y: u16,
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

impl Area {
    /// The area without a border of one cell.
    pub const fn inner(self) -> Self {
        Self {
            x: self.x.saturating_add(1),
            y: self.y.saturating_add(1),
            width: self.width.saturating_sub(2),
            height: self.height.saturating_sub(2),
        }
    }

    /// Whether the cell at `column`, `row` lies inside.
    pub const fn contains(self, column: u16, row: u16) -> bool {
        column >= self.x && column < self.x + self.width && row >= self.y && row < self.y + self.height
    }
}

/// The smallest screen that shows panes.
pub const SMALLEST: (u16, u16) = (40, 10);

/// Columns left of the text for claim numbers and the bar of the current passage.
pub const MARGIN_LEFT: u16 = 5;

/// Columns right of the text for the number of outlets that share a passage, and the strip that shows it.
pub const MARGIN_RIGHT: u16 = 5;

/// Where everything is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Layout {
    /// Too small for panes: one line tells so.
    pub too_small: bool,
    /// The line at the top: dossier and progress.
    pub top: Area,
    /// The article list, border included.
    pub list: Option<Area>,
    /// The text, border included.
    pub text: Option<Area>,
    /// The side panel, border included.
    pub side: Option<Area>,
    /// Everything between the top and the bottom lines.
    pub middle: Area,
    /// Where the comparison goes: over everything, or beside the list where there is room for two
    /// columns there.
    pub compare: Area,
    /// What is under the cursor, messages, what is being typed.
    pub status: Area,
    /// The keys that work here.
    pub footer: Area,
}

impl Layout {
    /// Lays a screen of `size` (columns, rows) out.
    pub fn new(size: (u16, u16), focus: Pane, side_open: bool, zoom: bool) -> Self {
        let (width, height) = size;
        if width < SMALLEST.0 || height < SMALLEST.1 {
            let whole = Area { x: 0, y: 0, width, height };
            return Self { too_small: true, top: whole, middle: whole, ..Self::default() };
        }
        let line = |y| Area { x: 0, y, width, height: 1 };
        let middle = Area { x: 0, y: 1, width, height: height - 3 };
        let mut layout = Self {
            top: line(0),
            middle,
            compare: middle,
            status: line(height - 2),
            footer: line(height - 1),
            ..Self::default()
        };
        let column = |x, width| Some(Area { x, width, ..middle });
        let panes: &[Pane] = match (width, zoom) {
            (_, true) | (..80, _) => &[focus],
            (80..110, _) => match focus {
                Pane::List => &[Pane::List, Pane::Text],
                Pane::Side => &[Pane::Text, Pane::Side],
                Pane::Text if side_open => &[Pane::Text, Pane::Side],
                Pane::Text => &[Pane::List, Pane::Text],
            },
            _ if side_open || focus == Pane::Side => &[Pane::List, Pane::Text, Pane::Side],
            _ => &[Pane::List, Pane::Text],
        };
        let list = (width * 9 / 40).clamp(26, 48);
        if (110..200).contains(&width) && !zoom {
            layout.compare = Area { x: list, width: width - list, ..middle };
        }
        let side = (width * 33 / 100).clamp(35, 56);
        match panes {
            [only] => *layout.slot(*only) = column(0, width),
            [Pane::List, _] => {
                let list = if width < 110 { 30.min(width / 3 + 2) } else { list };
                layout.list = column(0, list);
                layout.text = column(list, width - list);
            }
            [_, _] => {
                let side = side.min(width * 2 / 5);
                layout.text = column(0, width - side);
                layout.side = column(width - side, side);
            }
            _ => {
                layout.list = column(0, list);
                layout.text = column(list, width - list - side);
                layout.side = column(width - side, side);
            }
        }
        layout
    }

    fn slot(&mut self, pane: Pane) -> &mut Option<Area> {
        match pane {
            Pane::List => &mut self.list,
            Pane::Text => &mut self.text,
            Pane::Side => &mut self.side,
        }
    }

    /// The area of a pane, when it is shown.
    pub const fn of(&self, pane: Pane) -> Option<Area> {
        match pane {
            Pane::List => self.list,
            Pane::Text => self.text,
            Pane::Side => self.side,
        }
    }

    /// The pane under a cell.
    pub fn pane_at(&self, column: u16, row: u16) -> Option<Pane> {
        [Pane::List, Pane::Text, Pane::Side]
            .into_iter()
            .find(|pane| self.of(*pane).is_some_and(|area| area.contains(column, row)))
    }
}

/// The column at which the text starts inside a text pane, and how many columns its lines have: at
/// most `longest`, with `margin` empty ones at either side where there is room for them.
pub fn measure(text: Area, longest: u16, margin: u16) -> (u16, u16) {
    let inner = text.inner();
    let room = inner.width.saturating_sub(MARGIN_LEFT + MARGIN_RIGHT);
    let margin = if room > longest { margin } else { margin.min(room / 40) };
    let columns = room.saturating_sub(2 * margin).clamp(1, longest.max(1));
    let spare = room.saturating_sub(columns) / 2;
    (inner.x + MARGIN_LEFT + spare, columns)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(width: u16, focus: Pane, side: bool) -> Vec<Pane> {
        let layout = Layout::new((width, 24), focus, side, false);
        [Pane::List, Pane::Text, Pane::Side].into_iter().filter(|pane| layout.of(*pane).is_some()).collect()
    }

    #[test]
    fn the_table_of_the_design_holds() {
        assert_eq!(shown(79, Pane::Text, true), [Pane::Text]);
        assert_eq!(shown(80, Pane::List, true), [Pane::List, Pane::Text]);
        assert_eq!(shown(109, Pane::Side, true), [Pane::Text, Pane::Side]);
        assert_eq!(shown(110, Pane::Text, true), [Pane::List, Pane::Text, Pane::Side]);
        assert!(Layout::new((39, 24), Pane::List, true, false).too_small);
        assert!(Layout::new((80, 9), Pane::List, true, false).too_small);
    }

    #[test]
    fn panes_fill_the_width_and_do_not_overlap() {
        for width in 40..=260 {
            for focus in [Pane::List, Pane::Text, Pane::Side] {
                for side in [true, false] {
                    let layout = Layout::new((width, 24), focus, side, false);
                    let areas: Vec<Area> =
                        [layout.list, layout.text, layout.side].into_iter().flatten().collect();
                    assert!(layout.of(focus).is_some(), "{width} {focus:?}");
                    assert_eq!(areas.iter().map(|area| area.width).sum::<u16>(), width);
                    for pair in areas.windows(2) {
                        assert_eq!(pair[0].x + pair[0].width, pair[1].x);
                    }
                }
            }
        }
    }

    #[test]
    fn zoom_leaves_only_the_focused_pane() {
        let layout = Layout::new((200, 60), Pane::Text, true, true);
        assert_eq!((layout.list, layout.side), (None, None));
        assert_eq!(layout.text.map(|area| area.width), Some(200));
    }
}
