//! Quotation marks of every style, paired block by block.
//!
//! A newsroom's text mixes styles (`"…”` is common), forgets marks, repeats « at each paragraph of a
//! long quotation, and writes inches and apostrophes with the same keys. So every mark first says
//! what it *may* be, by its shape and its neighbours ([`marks`]); then one pass with a stack pairs
//! them. Marks of one family close one another whatever their style; a mark that finds no partner is
//! dropped and costs nothing else. Only an opening that clearly begins a longer quotation (at the
//! start of its block, behind a colon, or taken up again by the next block) runs to the end of its
//! block, and a block that goes on with such a quotation begins inside it.

mod marks;

use crate::article::Span;
use marks::{FAMILIES, Family, Mark};

/// A stretch of text between quotation marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quote {
    /// From the opening mark to the closing one, both included, in bytes.
    pub span: Span,
    /// What stands between them, without the marks and the spaces that belong to them.
    pub inner: Span,
    /// How many quotations it stands in: 0 for an outer one.
    pub depth: u8,
    /// Whether the closing mark was found; where it was not, the quotation ends with its block.
    pub closed: bool,
}

/// Pairs the marks of the part of `text` under `span` and appends what they enclose to `quotes`, in
/// order of their openings, outer before inner.
///
/// The last quotation already in `quotes` tells whether this block goes on with one that the block
/// before did not close.
pub fn pair(text: &str, span: Span, quotes: &mut Vec<Quote>) {
    let found = marks::find(text, span);
    if found.is_empty() {
        return;
    }
    let goes_on = quotes
        .last()
        .is_some_and(|last| !last.closed && Span::new(last.span.end, span.start).of(text).trim().is_empty());
    let first = quotes.len();
    let mut pairing = Pairing { text, span, open: Vec::new(), counts: [0; FAMILIES], orphan: None };
    let closers_left = closers_left(&found);
    for (index, mark) in found.iter().enumerate() {
        pairing.take(mark, &closers_left[index], quotes, first);
    }
    pairing.finish(goes_on, quotes, first);
    if let Some(new) = quotes.get_mut(first..) {
        new.sort_by_key(|quote| (quote.span.start, std::cmp::Reverse(quote.span.end)));
        set_depths(new);
    }
}

/// For every mark, how many marks behind it may close each family.
fn closers_left(found: &[Mark]) -> Vec<[usize; FAMILIES]> {
    let mut counts = [0; FAMILIES];
    let mut left: Vec<_> = found
        .iter()
        .rev()
        .map(|mark| {
            let here = counts;
            if mark.closes {
                counts[mark.family as usize] += 1;
            }
            here
        })
        .collect();
    left.reverse();
    left
}

struct Pairing<'a> {
    text: &'a str,
    span: Span,
    /// Openings that wait for their closing mark, innermost last.
    open: Vec<Mark>,
    /// How many of them there are of each family.
    counts: [usize; FAMILIES],
    /// The first closing mark that nothing in this block opened.
    orphan: Option<Mark>,
}

impl Pairing<'_> {
    fn take(&mut self, mark: &Mark, left: &[usize; FAMILIES], quotes: &mut Vec<Quote>, first: usize) {
        let family = mark.family;
        let waiting = self.counts[family as usize] > 0;
        let closes = mark.closes
            && match (mark.opens, waiting) {
                (true, waiting) => waiting,
                (false, true) => true,
                (false, false) => {
                    self.close_mixed(mark, left, quotes);
                    if quotes.len() == first && self.open.is_empty() && family != Family::Single {
                        self.orphan.get_or_insert(*mark);
                    }
                    return;
                }
            };
        if closes {
            while let Some(opening) = self.pop() {
                if opening.family == family {
                    quotes.push(self.quote(&opening, mark));
                    break;
                }
            }
        } else if mark.opens && !self.resumes(mark, left) {
            self.counts[family as usize] += 1;
            self.open.push(*mark);
        }
    }

    fn pop(&mut self) -> Option<Mark> {
        let opening = self.open.pop()?;
        self.counts[opening.family as usize] -= 1;
        Some(opening)
    }

    /// `« … ”`: two styles in one quotation, where the opening has no closing mark of its own.
    fn close_mixed(&mut self, mark: &Mark, left: &[usize; FAMILIES], quotes: &mut Vec<Quote>) {
        if mark.family == Family::Single {
            return;
        }
        let alone = self
            .open
            .last()
            .is_some_and(|opening| opening.family != Family::Single && left[opening.family as usize] == 0);
        if alone && let Some(opening) = self.pop() {
            quotes.push(self.quote(&opening, mark));
        }
    }

    /// Whether an opening at the start of a line only takes up the quotation that runs already, as
    /// long quotations are set with guillemets at each line.
    fn resumes(&self, mark: &Mark, left: &[usize; FAMILIES]) -> bool {
        let waiting = self.counts[mark.family as usize];
        let before = Span::new(self.span.start, mark.at).of(self.text);
        waiting > 0
            && left[mark.family as usize] <= waiting
            && before.trim_end_matches([' ', '\t']).ends_with('\n')
    }

    fn quote(&self, opening: &Mark, closing: &Mark) -> Quote {
        Quote {
            span: Span::new(opening.at, closing.end()),
            inner: inner(self.text, opening.end(), closing.at),
            depth: 0,
            closed: true,
        }
    }

    /// Settles what is still open at the end of the block, and a closing mark that began before it.
    fn finish(&mut self, goes_on: bool, quotes: &mut Vec<Quote>, first: usize) {
        if let Some(closing) = self.orphan.filter(|_| goes_on) {
            quotes.push(Quote {
                span: Span::new(self.span.start, closing.end()),
                inner: inner(self.text, self.span.start, closing.at),
                depth: 0,
                closed: true,
            });
        }
        let Some(opening) = self.open.iter().find(|mark| mark.family != Family::Single).copied() else {
            return;
        };
        let end = Span::new(opening.at, self.span.end).trimmed(self.text).end;
        let last =
            quotes.get(first..).unwrap_or_default().iter().rfind(|quote| quote.span.start > opening.at);
        if let Some(inner_end) = last.map(|quote| quote.span.end) {
            // `« Il a dit : « Venez. »`: one mark closes both, as French printers set it.
            let shared = opening.family == Family::Guillemet
                && self.open.len() == 1
                && quotes
                    .get(first..)
                    .unwrap_or_default()
                    .iter()
                    .filter(|q| q.span.start > opening.at)
                    .count()
                    == 1
                && Span::new(inner_end, end).of(self.text).chars().all(|c| matches!(c, '.' | ' ' | ','));
            if shared {
                let span = Span::new(opening.at, inner_end);
                let inner = inner(self.text, opening.end(), inner_end);
                quotes.push(Quote { span, inner, depth: 0, closed: true });
            }
            return;
        }
        if self.plausible(&opening) && opening.end() < end {
            quotes.push(Quote {
                span: Span::new(opening.at, end),
                inner: inner(self.text, opening.end(), end),
                depth: 0,
                closed: false,
            });
        }
    }

    /// Whether an opening without its closing mark begins a quotation that runs on.
    fn plausible(&self, opening: &Mark) -> bool {
        let before = Span::new(self.span.start, opening.at).of(self.text).trim_end();
        let next = self.text.get(self.span.end..).unwrap_or_default().trim_start();
        before.is_empty() || before.ends_with([':', '.', '?', '!']) || next.starts_with(['«', '“', '„'])
    }
}

/// What stands between two marks, without the spaces that belong to them.
fn inner(text: &str, start: usize, end: usize) -> Span {
    let padding = |c: char| c.is_whitespace() || matches!(c, '\u{200b}' | '\u{2060}' | '\u{feff}');
    let between = Span::new(start, end.max(start)).of(text);
    let start = start + between.len() - between.trim_start_matches(padding).len();
    Span::new(start, start + between.trim_matches(padding).len())
}

fn set_depths(quotes: &mut [Quote]) {
    let mut ends: Vec<usize> = Vec::new();
    for quote in quotes {
        while ends.last().is_some_and(|&end| end <= quote.span.start) {
            ends.pop();
        }
        quote.depth = u8::try_from(ends.len()).unwrap_or(u8::MAX);
        ends.push(quote.span.end);
    }
}

#[cfg(test)]
mod tests;
