//! Where the reader has been, and what it changed.

/// A place in an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Index of the article in the dossier.
    pub article: usize,
    /// A byte of its text.
    pub byte: usize,
}

/// How many jumps are remembered.
const LONGEST: usize = 200;

/// The jumps made so far, as a browser keeps them.
#[derive(Debug, Clone, Default)]
pub struct Jumps {
    back: Vec<Place>,
    forward: Vec<Place>,
}

impl Jumps {
    /// Remembers the place a jump starts from.
    pub fn leave(&mut self, from: Place) {
        if self.back.last() != Some(&from) {
            self.back.push(from);
        }
        if self.back.len() > LONGEST {
            self.back.remove(0);
        }
        self.forward.clear();
    }

    /// The place before, when there is one; `from` becomes the place to go forward to.
    pub fn back(&mut self, from: Place) -> Option<Place> {
        let place = self.back.pop()?;
        self.forward.push(from);
        Some(place)
    }

    /// The place that was left by going back.
    pub fn forward(&mut self, from: Place) -> Option<Place> {
        let place = self.forward.pop()?;
        self.back.push(from);
        Some(place)
    }

    /// Follows articles that were read anew: `moved` leads from an old index to the new one. Jumps
    /// from an article that is gone are forgotten.
    pub fn follow(&mut self, moved: impl Fn(usize) -> Option<usize>) {
        for places in [&mut self.back, &mut self.forward] {
            places.retain_mut(|place| match moved(place.article) {
                Some(article) => {
                    place.article = article;
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
    /// The star of an article was set or taken off; holds what it was.
    Star(String, bool),
    /// An article was marked read or unread; holds what it was.
    Read(String, bool),
    /// An outlet was set by hand; holds the article and the name it had, if any.
    Outlet(String, Option<String>),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn back_and_forward_lead_over_the_same_places() {
        let place = |byte| Place { article: 0, byte };
        let mut jumps = Jumps::default();
        jumps.leave(place(1));
        jumps.leave(place(2));
        assert_eq!(jumps.back(place(3)), Some(place(2)));
        assert_eq!(jumps.back(place(2)), Some(place(1)));
        assert_eq!(jumps.back(place(1)), None);
        assert_eq!(jumps.forward(place(1)), Some(place(2)));
        jumps.leave(place(2));
        assert_eq!(jumps.forward(place(9)), None);
    }
}
