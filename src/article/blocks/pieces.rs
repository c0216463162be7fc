//! Cuts text into the pieces that become blocks: lines, or paragraphs where a paragraph was broken
//! into lines of one width.

use crate::article::{BlockKind, Span};

/// A stretch of text that becomes one block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// Where it is, without white space around it.
    pub span: Span,
    /// What it is, once that is known.
    pub kind: Option<BlockKind>,
    /// Whether an empty line, or the start of the text, stands before it.
    pub gap: bool,
    /// Whether it is the rest of a line that another piece begins.
    pub glued: bool,
}

impl Piece {
    /// A piece of which nothing is known yet.
    pub const fn new(span: Span, gap: bool) -> Self {
        Self { span, kind: None, gap, glued: false }
    }

    /// Whether it may be the article itself, as far as is known.
    pub const fn open(&self) -> bool {
        self.kind.is_none()
    }
}

/// The widest line that a text editor or a mail program breaks at, in characters.
const WIDEST: usize = 100;

/// The pieces of `text` from byte `from` on.
pub fn cut(text: &str, from: usize) -> Vec<Piece> {
    let lines = lines(text, from);
    let Some(width) = broken_at(text, &lines) else { return lines };
    let mut pieces: Vec<Piece> = Vec::new();
    let mut open_line = Span::default();
    for line in lines {
        let joins = !line.gap && continues(text, open_line, line.span, width);
        open_line = line.span;
        match pieces.last_mut() {
            Some(last) if joins => last.span = last.span.join(line.span),
            _ => pieces.push(line),
        }
    }
    pieces
}

fn lines(text: &str, from: usize) -> Vec<Piece> {
    let mut lines = Vec::new();
    let mut gap = true;
    let mut start = from;
    let rest = text.get(from..).unwrap_or_default();
    for line in rest.split_inclusive(['\n', '\r', '\u{2028}', '\u{2029}', '\u{c}', '\u{b}']) {
        let span = Span::new(start, start + line.len()).trimmed(text);
        // The \n of \r\n is no empty line.
        let half = line == "\n" && text.get(..start).is_some_and(|before| before.ends_with('\r'));
        start += line.len();
        if span.is_empty() {
            gap |= !half;
        } else {
            lines.push(Piece::new(span, gap));
            gap = false;
        }
    }
    lines
}

fn columns(text: &str, span: Span) -> usize {
    span.of(text).chars().take(WIDEST * 4).count()
}

fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches(|c: char| {
        matches!(c, '"' | '»' | '”' | '’' | '\'' | ')' | '*' | '_') || c.is_whitespace()
    })
    .ends_with(['.', '!', '?', '…', ':', ';'])
}

/// The width at which paragraphs were broken into lines, where they were.
///
/// They were when no line is wide, and line after line ends in the midst of a sentence that the
/// next one goes on with in lower case.
fn broken_at(text: &str, lines: &[Piece]) -> Option<usize> {
    let mut widest = 0;
    let (mut pairs, mut broken) = (0, 0);
    for pair in lines.windows(2) {
        let [line, next] = pair else { continue };
        if next.gap {
            continue;
        }
        let width = columns(text, line.span);
        if width > WIDEST {
            return None;
        }
        widest = widest.max(width);
        pairs += 1;
        let lower =
            next.span.of(text).starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit() || c == '(');
        broken += usize::from(width >= 40 && lower && !ends_sentence(line.span.of(text)));
    }
    let too_wide =
        lines.iter().any(|line| columns(text, line.span) > widest + 20 && columns(text, line.span) > WIDEST);
    (broken >= 2 && broken * 3 >= pairs && !too_wide).then_some(widest)
}

/// Whether `next` goes on with the paragraph of `line`: its first word would not have fitted there.
fn continues(text: &str, line: Span, next: Span, width: usize) -> bool {
    let next = next.of(text);
    if next.starts_with(['#', '>', '-', '*', '•', '·']) {
        return false;
    }
    let word = next.split_whitespace().next().map_or(0, |word| word.chars().count());
    // A few columns of grace: editors differ about the last ones.
    let room = columns(text, line) + 1 + word + 4 > width;
    room || (!ends_sentence(line.of(text))
        && next.starts_with(char::is_lowercase)
        && columns(text, line) + 25 > width)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut_of(text: &str) -> Vec<&str> {
        cut(text, 0).iter().map(|piece| piece.span.of(text)).collect()
    }

    #[test]
    fn every_line_is_a_paragraph() {
        assert_eq!(cut_of("Titre\nUn.\n\n  Deux.\r\nTrois."), ["Titre", "Un.", "Deux.", "Trois."]);
    }

    #[test]
    fn an_empty_line_is_a_gap_and_a_windows_line_end_is_none() {
        let gaps: Vec<bool> = cut("a\r\nb\r\n\r\nc\n \nd", 0).iter().map(|piece| piece.gap).collect();
        assert_eq!(gaps, [true, false, true, true]);
    }

    #[test]
    fn lines_of_one_width_are_one_paragraph() {
        let text = "Le conseil municipal a voté hier soir la\nfermeture du vieux port, malgré les avis\ncontraires des pêcheurs de la région.\nLe maire s'en est félicité devant une\nsalle pleine, puis il a quitté la ville.\n\nUne autre affaire.";
        let pieces = cut_of(text);
        assert_eq!(pieces.len(), 2, "{pieces:?}");
        assert!(pieces[0].ends_with("quitté la ville."));
    }

    #[test]
    fn a_short_last_line_ends_its_paragraph() {
        let text = "Le conseil municipal a voté hier soir la\nfermeture du vieux port, malgré les avis\ncontraires.\nLe maire s'en est félicité devant toute\nla salle, puis il a quitté la ville.";
        assert_eq!(cut_of(text).len(), 2);
    }
}
