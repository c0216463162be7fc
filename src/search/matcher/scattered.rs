//! Letters that do not stand side by side: which of them are meant, and which are a coincidence.

use std::ops::Range;

use super::{SMALL_WORD, boundaries};

/// The letters at `indices`, counted in characters, as byte ranges, side by side ones together.
pub(super) fn pieces(plain: &str, indices: Vec<usize>) -> Vec<Range<usize>> {
    let mut wanted = indices.into_iter().peekable();
    let mut pieces: Vec<Range<usize>> = Vec::new();
    for (number, (at, c)) in plain.char_indices().enumerate() {
        if wanted.next_if_eq(&number).is_none() {
            continue;
        }
        let end = at + c.len_utf8();
        match pieces.last_mut() {
            Some(last) if last.end == at => last.end = end,
            _ => pieces.push(at..end),
        }
    }
    pieces
}

/// Whether scattered letters look meant: the first one starts a word, few pieces lie inside words,
/// and no word of more than three letters is passed over. `pcm` is meant for *Parti des citoyens de
/// la mer*; `elysee` is not for *elle y a laissé ses effets*. Two long pieces may stand apart.
pub(super) fn meant(plain: &str, text: &str, pieces: &[Range<usize>]) -> bool {
    let starts_word = |piece: &&Range<usize>| boundaries(plain, piece).0;
    let inside = pieces.len() - pieces.iter().filter(starts_word).count();
    if !pieces.first().is_some_and(|first| starts_word(&first)) || inside > text.chars().count() / 3 {
        return false;
    }
    let two_long = pieces.len() == 2 && pieces.iter().all(|piece| piece.len() > SMALL_WORD - 1);
    let passed = pieces.windows(2).any(|pair| {
        let gap = pair[0].end..pair[1].start;
        words(&plain[gap.clone()]).any(|word| {
            let word = word.start + gap.start..word.end + gap.start;
            word.len() > SMALL_WORD && boundaries(plain, &word) == (true, true)
        })
    });
    two_long || !passed
}

/// The words of a plain text, as byte ranges.
pub(in crate::search) fn words(plain: &str) -> impl Iterator<Item = Range<usize>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let rest = plain.get(from..)?;
        let start = from + rest.find(char::is_alphanumeric)?;
        let rest = &plain[start..];
        let end = start + rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
        from = end;
        Some(start..end)
    })
}

/// Whether the letters of `text` stand in `plain` in order, however far apart.
pub(super) fn in_order(text: &str, plain: &str) -> bool {
    let mut bytes = plain.bytes();
    text.bytes().all(|wanted| bytes.any(|byte| byte == wanted))
}

/// The letters of `text` in one word that starts with the first of them, one letter in four missing
/// from what was typed; as ranges. `slip("grvist", "les grevistes")` finds `gr`, `vist`.
pub(super) fn slip(text: &str, plain: &str, shortest: usize) -> Option<Vec<Range<usize>>> {
    if text.len() < shortest {
        return None;
    }
    let first = text.chars().next()?;
    let allowed = text.len() / 4;
    word_starts(plain, first).find_map(|at| {
        let places = slip_here(text, &plain[at..], allowed)?;
        Some(places.into_iter().map(|range| range.start + at..range.end + at).collect())
    })
}

/// The part of `plain` outside which no letter of `text` can be meant: from the first word that
/// starts like it to the last letter that ends it.
pub(super) fn window(text: &str, plain: &str) -> Option<Range<usize>> {
    let start = word_starts(plain, text.chars().next()?).next()?;
    let last = text.chars().next_back()?;
    let end = plain.rfind(last)? + last.len_utf8();
    (start < end).then_some(start..end)
}

/// Where words begin with `first`, in bytes.
fn word_starts(plain: &str, first: char) -> impl Iterator<Item = usize> {
    let mut before = None;
    plain.char_indices().filter_map(move |(at, c)| {
        let starts = c == first && before.is_none_or(|b: char| !b.is_alphanumeric());
        before = Some(c);
        starts.then_some(at)
    })
}

fn slip_here(text: &str, word: &str, allowed: usize) -> Option<Vec<Range<usize>>> {
    let mut wanted = text.chars().peekable();
    let mut missing = 0;
    let mut places: Vec<Range<usize>> = Vec::new();
    for (at, c) in word.char_indices() {
        if wanted.peek().is_none() {
            break;
        }
        if wanted.next_if_eq(&c).is_some() {
            let end = at + c.len_utf8();
            match places.last_mut() {
                Some(last) if last.end == at => last.end = end,
                _ => places.push(at..end),
            }
        } else {
            missing += 1;
            if missing > allowed || !c.is_alphanumeric() {
                return None;
            }
        }
    }
    wanted.peek().is_none().then_some(places)
}
