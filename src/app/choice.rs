//! A small list to choose one thing from, over the panes: which name to take out, which
//! kind it is, which correction to take back.

/// What is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// The name to take out of an actor.
    Name,
    /// The kind of an actor.
    Kind,
    /// A correction to take back.
    Correction,
}

/// One line of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// What choosing it means.
    pub value: String,
    /// What it is called.
    pub text: String,
    /// More about it, shown less.
    pub more: String,
}

/// The list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What is chosen.
    pub asked: Asked,
    /// Of which actor, as corrections name it; of none where corrections are chosen from.
    pub actor: String,
    /// What is offered.
    pub offers: Vec<Offer>,
    /// The line under the cursor.
    pub cursor: usize,
}

impl Choice {
    /// Moves the cursor by `by` lines.
    pub fn step(&mut self, by: isize) {
        let last = self.offers.len().saturating_sub(1);
        self.cursor = self.cursor.saturating_add_signed(by).min(last);
    }

    /// What the cursor is on.
    pub fn chosen(&self) -> Option<&Offer> {
        self.offers.get(self.cursor)
    }
}
