//! What the keys of the side panel do to its entries: their order and what is let through.

use super::super::App;
use super::super::action::Action;
use super::super::effect::Effect;

impl App {
    /// Orders or filters the entries of the tab shown, or says that the tab cannot.
    pub(super) fn arrange_side(&mut self, _action: Action, _effects: &mut Vec<Effect>) {
        self.tell(self.messages.get("status-not-in-tab"));
    }
}
