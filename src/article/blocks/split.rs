//! Parts of a line that are glued to another part: a machine's date before the first sentence, a
//! credit behind a caption, a link to another article, a signature, a tail that was pasted twice.

use super::cues::{CUES, begins};
use super::local;
use super::pieces::Piece;
use crate::article::plain::{plain, plain_start};
use crate::article::{BlockKind, Span, dates, media};

/// How far back the copy of a pasted tail is looked for, in bytes.
const PASTED: usize = 1200;

/// How many seams of one line are looked at: a real line has a handful, a hostile one millions.
const SEAMS: usize = 2000;

/// The longest credit, in bytes.
const CREDIT: usize = 160;

/// Splits every piece into its parts.
pub fn split(text: &str, pieces: Vec<Piece>) -> Vec<Piece> {
    let mut out = Vec::with_capacity(pieces.len());
    let last = pieces.len().saturating_sub(4);
    for (at, piece) in pieces.into_iter().enumerate() {
        let mut rest = piece;
        if at < 12
            && let Some(end) = dateline(rest.span.of(text))
        {
            rest = cut(text, &mut out, rest, end, Some(BlockKind::Dateline));
        }
        if let Some(end) = marker(rest.span.of(text)) {
            rest = cut(text, &mut out, rest, end, Some(BlockKind::Navigation));
        }
        let signature = (at >= last).then(|| signature(rest.span.of(text))).flatten();
        if let Some(start) = signature.filter(|start| *start > 0) {
            let tail = Piece { kind: Some(BlockKind::Credit), glued: true, ..rest };
            let head = Span::new(rest.span.start, rest.span.start + start).trimmed(text);
            seams(text, &mut out, Piece { span: head, ..rest });
            out.push(Piece { span: Span::new(rest.span.start + start, rest.span.end), gap: false, ..tail });
        } else {
            seams(text, &mut out, rest);
        }
    }
    out
}

/// Pushes the first `end` bytes of `piece` as a block of `kind` and gives the rest back.
fn cut(text: &str, out: &mut Vec<Piece>, piece: Piece, end: usize, kind: Option<BlockKind>) -> Piece {
    let middle = piece.span.start + end;
    out.push(Piece { span: Span::new(piece.span.start, middle).trimmed(text), kind, ..piece });
    let rest = Span::new(middle, piece.span.end).trimmed(text);
    Piece { span: rest, kind: None, gap: false, glued: true }
}

/// The Markdown marker that a line begins with: `# ` or `> `, in bytes.
fn marker(line: &str) -> Option<usize> {
    let marks = line.len() - line.trim_start_matches(['#', '>']).len();
    let rest = line.get(marks..)?;
    ((1..=6).contains(&marks) && rest.starts_with(' ') && !rest.trim().is_empty()).then_some(marks)
}

/// The end of a date that stands before the first sentence, or of an agency's `PARIS, 4 sept (AFP) -`.
fn dateline(line: &str) -> Option<usize> {
    let end = machine_date(line).or_else(|| agency_dateline(line))?;
    let rest = line.get(end..)?.trim_start();
    rest.starts_with(|c: char| {
        c.is_uppercase() || c.is_ascii_digit() || matches!(c, '"' | '«' | '“' | '‘' | '[' | '(')
    })
    .then_some(end)
}

fn machine_date(line: &str) -> Option<usize> {
    let folded = plain_start(line, 60);
    let opened = dates::opener(folded.trim_start_matches(['[', '(']));
    let head_end = line.char_indices().nth(90).map_or(line.len(), |(at, _)| at);
    let date = dates::find(line, Span::new(0, head_end)).into_iter().next()?;
    date.whole()?;
    let before = plain(line.get(..date.span.start)?);
    let written = date.span.of(line);
    let iso = written.len() >= 10 && written.as_bytes().get(4).is_some_and(|b| matches!(b, b'-' | b'/'));
    let only_opener = opened.is_some_and(|(length, _)| {
        before.trim_start_matches(['[', '(']).get(length..).is_some_and(|rest| {
            rest.split(|c: char| !c.is_alphanumeric()).all(|word| matches!(word, "" | "le" | "on" | "the"))
        })
    });
    if !(only_opener || iso && before.trim_matches(['[', '(', ' ', '-', '#']).is_empty()) {
        return None;
    }
    let mut end = date.span.end;
    let after = line.get(end..)?;
    // `à 14h30`, `at 2:30 pm`, closing brackets and separators belong to it.
    end += clock(after);
    let after = line.get(end..)?;
    let separators =
        after.len() - after.trim_start_matches(|c: char| "]):|-–—,".contains(c) || c.is_whitespace()).len();
    let kept = after.get(..separators)?.trim_end().len();
    Some(end + kept)
}

/// How many bytes of `after` give the time of day: ` à 14h30`, ` à 14 h 30`, ` at 2:30 pm GMT`; 0 where they
/// give none.
fn clock(after: &str) -> usize {
    let blank = |text: &str| text.len() - text.trim_start().len();
    let digits = |text: &str| text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let mut end = blank(after) + after.trim_start().find(' ').map_or(0, |at| at + 1);
    if !matches!(after.get(..end).map(str::trim), Some("à" | "at")) {
        return 0;
    }
    let hour = digits(&after[end..]);
    if !(1..=2).contains(&hour) {
        return 0;
    }
    end += hour;
    let sign = &after[end..][blank(&after[end..])..];
    if sign.starts_with(['h', ':']) && !sign[1..].starts_with(char::is_alphabetic) {
        end = after.len() - sign.len() + 1;
        let minutes = &after[end..][blank(&after[end..])..];
        if (1..=2).contains(&digits(minutes)) {
            end = after.len() - minutes.len() + digits(minutes);
        }
    }
    for words in ["am", "pm", "a.m.", "p.m.", "GMT", "UTC", "CET", "CEST", "(heure de Paris)"] {
        let rest = &after[end..][blank(&after[end..])..];
        if let Some(behind) = rest.strip_prefix(words).filter(|rest| !rest.starts_with(char::is_alphanumeric))
        {
            end = after.len() - behind.len();
        }
    }
    end
}

fn agency_dateline(line: &str) -> Option<usize> {
    let head_end = line.char_indices().nth(90).map_or(line.len(), |(at, _)| at);
    let head = line.get(..head_end)?;
    let (dash, mark) = head.char_indices().find(|(at, c)| {
        matches!(c, '-' | '–' | '—')
            && head.get(..*at).is_some_and(|before| before.ends_with(|c: char| c == ')' || c.is_whitespace()))
            && head.get(at + c.len_utf8()..).is_some_and(|after| after.starts_with(char::is_whitespace))
    })?;
    let before = head.get(..dash)?.trim_end();
    let place_end = before.find([',', '(']).unwrap_or(before.len());
    let place = before.get(..place_end)?.trim();
    let words = place.split_whitespace().count();
    let capitals = place.starts_with(char::is_uppercase) && (1..=5).contains(&words);
    let shouted =
        place.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase) && place.chars().count() >= 4;
    let rest = before.get(place_end..)?;
    let agency = rest.split(['(', ')', '/', ',']).any(|part| media::named(part).is_some());
    let dated = dates::find(rest, Span::new(0, rest.len())).iter().any(|date| date.month.is_some());
    let bracket = before.ends_with(')') && rest.matches('(').count() == 1;
    let sure = agency || (dated && (shouted || bracket)) || (shouted && rest.is_empty() && mark != '-');
    (capitals && sure && !before.ends_with('.')).then_some(dash + mark.len_utf8())
}

/// Where the signature in brackets at the end of `line` starts, when it has one.
fn signature(line: &str) -> Option<usize> {
    let trimmed = line.trim_end_matches('.');
    if !trimmed.ends_with(')') {
        return None;
    }
    let mut depth = 0_usize;
    let (start, _) = trimmed.char_indices().rev().take(600).find(|(_, c)| {
        match c {
            ')' => depth += 1,
            '(' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0
    })?;
    let inner = trimmed.get(start + 1..trimmed.len() - 1)?;
    is_signature(inner).then_some(start)
}

/// Whether the words between brackets say who wrote, edited, translated or helped.
pub fn is_signature(inner: &str) -> bool {
    let folded = plain(inner);
    media::named(inner).is_some()
        || inner.split(['/', ',']).all(|part| media::named(part).is_some())
        || CUES
            .signature
            .iter()
            .any(|cue| folded.contains(cue.as_str()) && inner.contains(char::is_uppercase))
        || ["avec ", "with "].iter().any(|with| {
            folded.starts_with(with)
                && inner.get(with.len()..).is_some_and(|rest| media::named(rest).is_some())
        })
}

/// Cuts one line at its seams and pushes the parts.
fn seams(text: &str, out: &mut Vec<Piece>, piece: Piece) {
    let line = piece.span.of(text);
    if let Some(start) = credit(line) {
        let head = line.get(..start).unwrap_or_default();
        let kind = if head.trim().is_empty() {
            Some(BlockKind::Credit)
        } else if local::words(head) <= 80 && local::sentences(head) <= 3 {
            Some(BlockKind::Caption)
        } else {
            None
        };
        if kind.is_some() {
            out.push(Piece { kind, ..piece });
            return;
        }
        let rest = cut(text, out, piece, start, None);
        out.push(Piece { kind: Some(BlockKind::Credit), ..rest });
        return;
    }
    let mut rest = piece;
    let mut start = 0;
    for (at, c) in seam_points(line) {
        if at < start {
            continue;
        }
        let tail = line.get(at..).unwrap_or_default();
        if let Some(length) = pasted(line, at) {
            rest = cut(text, out, rest, at - start, None);
            rest = cut(text, out, rest, length, Some(BlockKind::Duplicate));
            start = line.len() - rest.span.len();
            if rest.span.is_empty() {
                return;
            }
        } else if let Some(kind) = local::announced(tail).filter(|_| !c.is_lowercase()) {
            rest = cut(text, out, rest, at - start, None);
            rest.kind = Some(kind);
            break;
        }
    }
    out.push(rest);
}

/// Places where a sentence ends and the next word follows without a space, with that word's first letter.
fn seam_points(line: &str) -> Vec<(usize, char)> {
    let mut points = Vec::new();
    let mut before = [' ', ' '];
    for (at, c) in line.char_indices() {
        let [earlier, last] = before;
        let stop = matches!(last, '.' | '!' | '?' | '…')
            || matches!(last, '»' | '”' | '"' | ')') && matches!(earlier, '.' | '!' | '?' | '…' | '\u{a0}');
        if stop && c.is_alphabetic() && !(earlier.is_uppercase() && last == '.') {
            points.push((at, c));
            if points.len() >= SEAMS {
                break;
            }
        }
        before = [last, c];
    }
    points
}

/// How many bytes from `at` on repeat what stands right before `at`.
fn pasted(line: &str, at: usize) -> Option<usize> {
    let (before, tail) = (line.get(..at)?, line.get(at..)?);
    let probe_end = tail.char_indices().nth(16).map(|(end, _)| end)?;
    let probe = tail.get(..probe_end)?;
    let mut window = at.saturating_sub(PASTED);
    while !before.is_char_boundary(window) {
        window += 1;
    }
    let copy = window + before.get(window..)?.rfind(probe)?;
    let length = at - copy;
    (tail.get(..length) == before.get(copy..)).then_some(length)
}

/// Where the credit at the end of `line` starts: `Image : X/AGENCE`, `© X`, `(Photo by X)`, `X/AFP`.
fn credit(line: &str) -> Option<usize> {
    let mut from = line.len().saturating_sub(CREDIT);
    while !line.is_char_boundary(from) {
        from += 1;
    }
    let tail = line.get(from..)?;
    let mut before = if from == 0 { ' ' } else { 'x' };
    for (at, c) in tail.char_indices() {
        let rest = tail.get(at..)?;
        let boundary = !before.is_alphanumeric() && !matches!(before, '\'' | '’' | '-');
        if matches!(c, '©' | 'Ⓒ') || boundary && (c.is_uppercase() || c == '(' || c == '[') && is_credit(rest)
        {
            let opening = c == '(' || c == '[' || c == '©' || from + at == 0;
            let ends = matches!(
                before,
                '.' | '!' | '?' | '…' | '"' | '»' | '”' | ')' | ' ' | '\u{a0}' | '|' | '/' | '-' | '–' | '—'
            );
            let after_stop = line.get(..from + at).is_some_and(|head| {
                head.trim_end().ends_with(['.', '!', '?', '…', '"', '»', '”', ')', '|', '-', '–', '—', '/'])
            });
            if opening || (ends && after_stop) {
                return Some(from + at);
            }
        }
        before = c;
    }
    None
}

/// Whether `rest` is a credit and nothing else.
fn is_credit(rest: &str) -> bool {
    let inner = rest.trim_matches(['(', ')', '[', ']', ' ', '.', '©']);
    let folded = plain(inner);
    if CUES.credit_alone.contains(&folded) {
        return true;
    }
    let name_follows = |rest: &str| {
        let rest = rest.trim();
        rest.starts_with(|c: char| c.is_uppercase() || c == '@' || c == '©')
            && local::words(rest) <= 14
            && local::sentences(rest) <= 1
    };
    if let Some((marker, after)) = inner.split_once([':', '©'])
        && CUES.credit.contains(&plain(marker))
        && name_follows(after)
    {
        return true;
    }
    for by in [" by ", " par "] {
        if let Some((marker, after)) = inner.split_once(by)
            && CUES.credit.contains(&plain(marker))
            && name_follows(after)
        {
            return true;
        }
    }
    for shouted in ["AFP PHOTO", "REUTERS/", "AP Photo", "EPA/", "AFP/"] {
        if inner.starts_with(shouted) && local::words(inner) <= 12 {
            return true;
        }
    }
    signed_with_agency(inner)
}

/// `Jeanne Morel/AFP`, `Haddad / Sipa / REUTERS`: names and agencies with strokes between them.
fn signed_with_agency(inner: &str) -> bool {
    let mut parts = inner.split(['/', '|']).map(str::trim).peekable();
    if parts.clone().count() < 2 || local::words(inner) > 12 {
        return false;
    }
    let shouted = |part: &str| {
        part.chars().filter(|c| c.is_alphabetic()).count() >= 2 && !part.contains(char::is_lowercase)
    };
    let last = inner.rsplit(['/', '|']).next().unwrap_or_default().trim();
    let agency =
        |part: &str| media::named(part).is_some() || shouted(part) || begins(&plain(part), "getty images");
    parts.all(|part| part.starts_with(char::is_uppercase) && local::words(part) <= 5)
        && (agency(last)
            || inner
                .split(['/', '|'])
                .any(|part| media::named(part.trim()).is_some_and(|medium| medium.agency)))
}
