//! What a line is by where it stands: kickers before the headline, names under it, captions beside a
//! credit, buttons after the last paragraph; and which part of the article each remaining line is.

use super::local::{ends_sentence, is_picture, sentences, words};
use super::pieces::Piece;
use crate::article::{BlockKind, byline};

/// Gives every piece its kind.
pub fn settle(text: &str, pieces: &mut [Piece]) {
    captions(text, pieces);
    related(text, pieces);
    foot(text, pieces);
    head(text, pieces);
    body(text, pieces);
}

fn of<'t>(text: &'t str, pieces: &[Piece], at: usize) -> &'t str {
    pieces.get(at).map_or("", |piece| piece.span.of(text))
}

/// A paragraph of the article rather than a title or a label.
fn is_paragraph(line: &str) -> bool {
    let count = words(line);
    count > 35
        || (count >= 4 && (line.ends_with('.') || line.ends_with(".»") || line.ends_with(".\"")))
        || (count >= 8 && ends_sentence(line) && sentences(line) > 1)
        || (count >= 12 && line.ends_with(['…', ';']))
}

/// Lines beside a picture's credit, in the same group of lines, are under the same picture.
fn captions(text: &str, pieces: &mut [Piece]) {
    let grouped = pieces.iter().filter(|piece| piece.gap).count() * 2 > pieces.len();
    for at in 1..pieces.len() {
        let (before, here) = (pieces[at - 1], pieces[at]);
        if !before.open() || here.glued || before.glued {
            continue;
        }
        let line = before.span.of(text);
        let credited = matches!(here.kind, Some(BlockKind::Caption | BlockKind::Credit))
            && here.span.of(text).len() < 900;
        let near = grouped && !here.gap && words(line) <= 45 && sentences(line) <= 2;
        let signed = here.kind == Some(BlockKind::Credit) && here.span.of(text).starts_with('(');
        if credited && !signed && at > 1 && (near || is_picture(line)) {
            pieces[at - 1].kind = Some(BlockKind::Caption);
        }
    }
}

/// After a line that announces other articles, titles that stand without a gap are those articles.
fn related(text: &str, pieces: &mut [Piece]) {
    let mut listing = false;
    for piece in pieces {
        let line = piece.span.of(text);
        if piece.kind == Some(BlockKind::Related) {
            listing = words(line) <= 6;
        } else if listing && piece.open() && words(line) <= 25 && !ends_sentence(line) && !piece.gap {
            piece.kind = Some(BlockKind::Related);
        } else {
            listing = false;
        }
    }
}

/// After the last paragraph, names are who wrote it and other short lines are what follows it.
fn foot(text: &str, pieces: &mut [Piece]) {
    let Some(last) = pieces.iter().rposition(|piece| piece.open() && is_paragraph(piece.span.of(text)))
    else {
        return;
    };
    for piece in pieces.iter_mut().skip(last + 1).filter(|piece| piece.open()) {
        let line = piece.span.of(text);
        let count = words(line);
        if byline::read(line).is_some() || byline::is_name(line) || is_initials(line) {
            piece.kind = Some(BlockKind::Byline);
        } else if count <= 12 && !ends_sentence(line) {
            piece.kind = Some(BlockKind::Trailer);
        }
    }
}

/// `J.M.` or `(J. M.)`.
fn is_initials(line: &str) -> bool {
    let inner = line.trim_matches(['(', ')', ' ']);
    let letters: Vec<char> = inner.chars().filter(|c| c.is_alphabetic()).collect();
    inner.contains('.')
        && (2..=4).contains(&letters.len())
        && letters.iter().all(|c| c.is_uppercase())
        && inner.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | ' ' | '-'))
}

/// Before the first paragraph: kickers, the headline, its second line, names.
fn head(text: &str, pieces: &mut [Piece]) {
    let first = pieces.iter().position(|piece| piece.open() && is_paragraph(piece.span.of(text)));
    let end = first.unwrap_or(pieces.len());
    for at in 0..end {
        let neighbours = [at.checked_sub(1), Some(at + 1)];
        let listed = neighbours.into_iter().flatten().any(|near| is_numbered(of(text, pieces, near)));
        if pieces[at].open() && listed && is_numbered(of(text, pieces, at)) {
            pieces[at].kind = Some(BlockKind::Navigation);
        }
    }
    let titles: Vec<usize> = (0..end).filter(|at| pieces[*at].open()).collect();
    let mut titles = titles.as_slice();
    while let [kicker, rest @ ..] = titles
        && let Some(next) = rest.first()
    {
        let (line, after) = (of(text, pieces, *kicker), of(text, pieces, *next));
        let short = words(line) <= 3 && words(after) >= 4 && !ends_sentence(line);
        if !(short || is_run_together(line) && words(line) <= 5 || is_trail(line)) {
            break;
        }
        pieces[*kicker].kind = Some(BlockKind::Navigation);
        titles = rest;
    }
    let mut titles = titles.iter().copied();
    let Some(headline) = titles.next() else {
        // An article that begins with its lede: one sentence before the paragraphs.
        if let Some(first) = first {
            let line = of(text, pieces, first);
            let more =
                pieces.iter().skip(first + 1).any(|piece| piece.open() && is_paragraph(piece.span.of(text)));
            if more && sentences(line) == 1 && words(line) <= 60 {
                pieces[first].kind = Some(BlockKind::Lede);
            }
        }
        return;
    };
    pieces[headline].kind = Some(BlockKind::Headline);
    let mut lede = false;
    for at in titles {
        let line = of(text, pieces, at);
        pieces[at].kind = Some(if byline::read(line).is_some() || byline::is_name(line) {
            BlockKind::Byline
        } else if is_trail(line) || is_run_together(line) && words(line) <= 5 || words(line) == 1 {
            BlockKind::Navigation
        } else if words(line) >= 7 && !lede {
            lede = true;
            BlockKind::Lede
        } else {
            BlockKind::Heading
        });
    }
    if let Some(first) = first.filter(|_| !lede) {
        let line = of(text, pieces, first);
        let more = pieces
            .iter()
            .skip(first + 1)
            .filter(|piece| piece.open() && is_paragraph(piece.span.of(text)))
            .count();
        if more >= 1 && words(line) <= 100 {
            pieces[first].kind = Some(BlockKind::Lede);
        }
    }
}

/// An entry of a numbered menu: `2. Aller à la recherche`.
fn is_numbered(line: &str) -> bool {
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let entry = line.get(digits..).is_some_and(|rest| rest.starts_with(". ") || rest.starts_with(") "));
    (1..=2).contains(&digits) && entry && words(line) <= 8 && !ends_sentence(line)
}

/// Section names run together: `SociétéTransports`. A small letter before a capital inside a word.
fn is_run_together(line: &str) -> bool {
    line.split_whitespace().any(|word| {
        let letters: Vec<char> = word.chars().collect();
        letters.len() >= 9
            && letters.windows(4).any(|four| {
                matches!(four, [a, b, c, d] if a.is_lowercase() && b.is_lowercase() && c.is_uppercase() && d.is_lowercase())
            })
    })
}

/// A trail of sections: `Accueil > Monde > Europe`.
fn is_trail(line: &str) -> bool {
    [" > ", " › ", " » ", " | ", " / ", " • ", " · ", " → "].iter().any(|mark| {
        let parts: Vec<&str> = line.split(mark).collect();
        parts.len() >= 2 && parts.iter().all(|part| (1..=4).contains(&words(part))) && words(line) <= 14
    }) && !ends_sentence(line)
}

/// What is left is the article: paragraphs, headings between them, quotations.
fn body(text: &str, pieces: &mut [Piece]) {
    for at in 0..pieces.len() {
        if !pieces[at].open() {
            continue;
        }
        let line = of(text, pieces, at);
        let quoted_line = at > 0 && pieces[at].glued && of(text, pieces, at - 1) == ">";
        let marked = at > 0 && pieces[at].glued && of(text, pieces, at - 1).starts_with('#');
        let followed = pieces.get(at + 1..).is_some_and(|rest| {
            rest.iter().any(|piece| piece.open() || matches!(piece.kind, Some(BlockKind::Paragraph)))
        });
        let whole = !pieces[at].glued && pieces.get(at + 1).is_none_or(|next| !next.glued);
        pieces[at].kind = Some(if quoted_line {
            BlockKind::Quotation
        } else if marked || whole && followed && is_heading(line) {
            BlockKind::Heading
        } else if whole && is_quotation(line) {
            BlockKind::Quotation
        } else {
            BlockKind::Paragraph
        });
    }
}

fn is_heading(line: &str) -> bool {
    let inner = line.trim_matches(['*', '_', ' ']);
    let count = words(inner);
    let shouted = count >= 1 && !inner.contains(char::is_lowercase) && inner.contains(char::is_uppercase);
    let opens = inner.starts_with(|c: char| {
        c.is_uppercase() || c.is_ascii_digit() || matches!(c, '"' | '«' | '“' | '‘' | '¿' | '[')
    });
    let question = inner.ends_with(['?', '!']) && count <= 10 && sentences(inner) == 1;
    let stopped = inner.ends_with(['.', ':', ',', ';', '…', '?', '!'])
        || (inner.ends_with(['"', '»', '”']) && ends_sentence(inner));
    let listed = inner.starts_with(['-', '–', '—', '•', '·']);
    (1..=16).contains(&count)
        && !listed
        && (shouted && !inner.ends_with('.') || opens && (!stopped || question))
}

/// Whether one pair of marks encloses the whole line.
fn is_quotation(line: &str) -> bool {
    let inner = line.trim_end_matches(['.', ',', ' ', '\u{a0}']);
    let pair = [('"', '"'), ('«', '»'), ('“', '”')].into_iter().find(|(open, _)| inner.starts_with(*open));
    let Some((open, close)) = pair else { return false };
    let opened = inner.chars().filter(|c| *c == open).count();
    let closed = inner.chars().filter(|c| *c == close).count();
    inner.ends_with(close)
        && words(inner) >= 5
        && if open == close { opened == 2 } else { opened == 1 && closed == 1 }
}
