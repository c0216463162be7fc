//! What is under the mouse, where only the drawing knows: the same arithmetic that draws a list tells
//! which of its lines a cell belongs to.

use super::theme::Theme;
use super::{choice, finder, help, side};
use crate::app::App;
use crate::app::effect::Spot;
use crate::app::layout::Area;

/// What can be clicked at a cell of the screen; none where the panes' own layout tells, or nothing is there.
pub fn under(app: &App, theme: &Theme, column: u16, row: u16) -> Option<Spot> {
    let layout = app.layout();
    if layout.too_small {
        return None;
    }
    let full = Area { x: 0, y: 0, width: app.size.0, height: app.size.1 };
    if app.help.is_some() {
        help::under(app, full, column, row)
    } else if app.finder.is_some() {
        finder::under(app, theme, full, column, row)
    } else if app.choice.is_some() {
        choice::under(app, full, column, row)
    } else {
        let area = layout.side.filter(|area| area.contains(column, row) && app.compare.is_none())?;
        side::under(app, theme, area, column, row)
    }
}
