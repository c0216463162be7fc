//! Where the reader has been, and what it changed.

use std::collections::BTreeSet;

use super::compare::Compare;
use crate::article::Outlet;
use crate::dossier::Kept;

/// A place in an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Index of the article in the dossier.
    pub article: usize,
    /// A byte of its text.
    pub byte: usize,
}

/// What a jump started from.
#[derive(Debug, Clone)]
pub struct Stop {
    /// The place in the text.
    pub place: Place,
    /// The comparison that lay over it.
    pub compare: Option<Box<Compare>>,
}

/// How many jumps are remembered.
const LONGEST: usize = 200;

/// The jumps made so far, as a browser keeps them.
#[derive(Debug, Clone, Default)]
pub struct Jumps {
    back: Vec<Stop>,
    forward: Vec<Stop>,
}

impl Jumps {
    /// Remembers what a jump starts from.
    pub fn leave(&mut self, from: Stop) {
        let same = |last: &Stop| last.place == from.place && from.compare.is_none();
        if !self.back.last().is_some_and(same) {
            self.back.push(from);
        }
        if self.back.len() > LONGEST {
            self.back.remove(0);
        }
        self.forward.clear();
    }

    /// The stop before, when there is one; `from` becomes the one to go forward to.
    pub fn back(&mut self, from: Stop) -> Option<Stop> {
        let stop = self.back.pop()?;
        self.forward.push(from);
        Some(stop)
    }

    /// The stop that was left by going back.
    pub fn forward(&mut self, from: Stop) -> Option<Stop> {
        let stop = self.forward.pop()?;
        self.back.push(from);
        Some(stop)
    }

    /// Follows articles that were read anew: `moved` leads from an old index to the new one. Jumps
    /// from an article that is gone are forgotten, and so are comparisons of the old ones.
    pub fn follow(&mut self, moved: impl Fn(usize) -> Option<usize>) {
        for stops in [&mut self.back, &mut self.forward] {
            stops.retain_mut(|stop| match moved(stop.place.article) {
                Some(article) => {
                    stop.place.article = article;
                    stop.compare = None;
                    true
                }
                None => false,
            });
        }
    }
}

/// A change that can be taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Stars were set or taken off; holds the articles and what they were.
    Star(Vec<(String, bool)>),
    /// Articles were marked read or unread; holds what they were.
    Read(Vec<(String, bool)>),
    /// Articles were tagged; holds the tags they had.
    Tags(Vec<(String, BTreeSet<String>)>),
    /// Articles were selected in the list; holds the selection before.
    Select(BTreeSet<String>),
    /// An outlet was set by hand; holds the article and the outlet it had, if any.
    Outlet(String, Option<Outlet>),
    /// The actors were corrected; holds the corrections there were.
    Corrections(Vec<Kept>),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn back_and_forward_lead_over_the_same_places() {
        let stop = |byte| Stop { place: Place { article: 0, byte }, compare: None };
        let byte = |stop: Option<Stop>| stop.map(|stop| stop.place.byte);
        let mut jumps = Jumps::default();
        jumps.leave(stop(1));
        jumps.leave(stop(2));
        assert_eq!(byte(jumps.back(stop(3))), Some(2));
        assert_eq!(byte(jumps.back(stop(2))), Some(1));
        assert_eq!(byte(jumps.back(stop(1))), None);
        assert_eq!(byte(jumps.forward(stop(1))), Some(2));
        jumps.leave(stop(2));
        assert_eq!(byte(jumps.forward(stop(9))), None);
    }
}
