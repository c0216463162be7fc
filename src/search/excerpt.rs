//! One row of a longer text, cut so that what was found can be seen.

use unicode_segmentation::UnicodeSegmentation;

use crate::article::Span;
use crate::text::visible::neutralise;
use crate::text::width::{boundary, reach, width};

/// The part of `text` around its first highlight that fits `columns`, safe to print, on one line,
/// with `…` where something was left out; and the highlights over it, in bytes.
///
/// Linear in what is shown, not in `text`.
pub fn excerpt(text: &str, highlights: &[Span], columns: usize) -> (String, Vec<Span>) {
    if columns == 0 {
        return (String::new(), Vec::new());
    }
    let start = start_of(text, highlights.first().copied().unwrap_or_default(), columns);
    let mut row = Row { out: String::new(), spans: Vec::new(), used: 0, columns };
    if start > 0 {
        row.out.push('…');
        row.used = 1;
    }
    let from = text.get(start..).unwrap_or_default();
    // A single cluster may be of megabytes, and what stands behind the room for the row is never shown.
    let near = &from[..boundary(from, reach(columns))];
    let mut rest = near.grapheme_indices(true).peekable();
    let mut next = 0;
    while let Some((at, grapheme)) = rest.next() {
        let at = start + at;
        while highlights.get(next).is_some_and(|span| span.end <= at) {
            next += 1;
        }
        let lit = highlights.get(next).is_some_and(|span| span.start < at + grapheme.len());
        let drawn: String = if grapheme.chars().all(char::is_whitespace) {
            while rest.next_if(|(_, more)| more.chars().all(char::is_whitespace)).is_some() {}
            " ".to_owned()
        } else {
            neutralise(grapheme).into_owned()
        };
        if !row.push(&drawn, lit, rest.peek().is_none() && near.len() == from.len()) {
            break;
        }
    }
    (row.out, row.spans)
}

struct Row {
    out: String,
    spans: Vec<Span>,
    used: usize,
    columns: usize,
}

impl Row {
    /// Adds a piece, or `…` where it does not fit; gives whether there is room for more.
    fn push(&mut self, piece: &str, lit: bool, last: bool) -> bool {
        let wide = width(piece);
        let room = self.columns.saturating_sub(self.used);
        if wide > room || (wide == room && !last) {
            if room > 0 {
                self.out.push('…');
            }
            return false;
        }
        let from = self.out.len();
        self.out.push_str(piece);
        self.used += wide;
        if lit {
            match self.spans.last_mut() {
                Some(span) if span.end == from => span.end = self.out.len(),
                _ => self.spans.push(Span::new(from, self.out.len())),
            }
        }
        true
    }
}

/// Where to begin: at the start when the first highlight shows from there, else at a word some way
/// before it.
fn start_of(text: &str, first: Span, columns: usize) -> usize {
    let Some(before) = text.get(..first.start) else { return 0 };
    let behind = boundary(before, before.len().saturating_sub(reach(columns)));
    // No more is measured than could fit, whatever the length of the text.
    if first.end <= columns.saturating_mul(4) && width(first.join(Span::default()).of(text)) < columns {
        return 0;
    }
    // Words before it get a quarter of the room, and what the words from it on leave over.
    let rest = crate::text::width::head(text.get(first.start..).unwrap_or_default(), columns);
    let room = (columns / 4).max(columns.saturating_sub(width(rest) + 1));
    let mut start = first.start;
    let mut used = 0;
    let mut word = None;
    for (at, grapheme) in before[behind..].grapheme_indices(true).rev() {
        let at = behind + at;
        used += width(grapheme);
        if used > room {
            break;
        }
        start = at;
        if before[at..].starts_with(|c: char| !c.is_whitespace())
            && before[..at].ends_with(char::is_whitespace)
        {
            word = Some(at);
        }
    }
    if start == 0 { 0 } else { word.unwrap_or(first.start) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, found: &str, columns: usize) -> String {
        let at = text.find(found).unwrap();
        let (row, spans) = excerpt(text, &[Span::new(at, at + found.len())], columns);
        assert!(width(&row) <= columns, "{row:?} is wider than {columns}");
        let mut out = row.clone();
        for span in spans.iter().rev() {
            out.replace_range(span.start..span.end, &format!("[{}]", span.of(&row)));
        }
        out
    }

    #[test]
    fn a_text_that_fits_is_left_whole() {
        assert_eq!(shown("Le quai est vide.", "quai", 20), "Le [quai] est vide.");
    }

    #[test]
    fn a_highlight_near_the_start_keeps_the_start() {
        assert_eq!(shown("Le quai est vide depuis mardi.", "quai", 16), "Le [quai] est vid…");
    }

    #[test]
    fn a_highlight_far_inside_gets_a_few_words_before_it() {
        let text = "Selon la capitainerie, aucun navire n’a quitté le bassin depuis mardi soir.";
        assert_eq!(shown(text, "bassin", 24), "…le [bassin] depuis mardi…");
    }

    #[test]
    fn a_highlight_near_the_end_gets_what_room_there_is_before_it() {
        let text = "Selon la capitainerie, aucun navire n’a quitté le bassin.";
        assert_eq!(shown(text, "bassin", 30), "…navire n’a quitté le [bassin].");
    }

    #[test]
    fn line_ends_and_control_characters_never_reach_the_row() {
        let text = "Le quai\n\n est\u{1b}[31m vide.";
        assert_eq!(shown(text, "vide", 30), "Le quai est␛[31m [vide].");
    }

    #[test]
    fn a_letter_under_a_million_accents_takes_no_more_than_its_room() {
        let text = format!("Le qu\u{e9}{}ai est vide.", "\u{301}".repeat(1_000_000));
        for found in ["qu", "vide"] {
            let at = text.find(found).unwrap();
            let (row, _) = excerpt(&text, &[Span::new(at, at + found.len())], 20);
            assert!(row.len() <= reach(20) + '…'.len_utf8(), "{}", row.len());
        }
    }

    #[test]
    fn no_columns_show_nothing() {
        assert_eq!(excerpt("Le quai", &[Span::new(3, 7)], 0).0, "");
    }

    #[test]
    fn wide_characters_are_never_cut_in_two() {
        let (row, _) = excerpt("船船船船", &[], 4);
        assert_eq!(row, "船…");
    }
}
