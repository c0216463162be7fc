//! Times of day in running text: `4h20`, `à 5 h 40`, `à 6 heures`, `5:40am`.

use crate::article::Span;

/// Words before a time that leave it open, folded.
const OPEN: [&str; 14] = [
    "vers", "environ", "avant", "apres", "des", "depuis", "jusqu'a", "around", "about", "before", "after",
    "since", "until", "by",
];

/// What may stand before `6 heures` where it is a time of day and no duration.
const AT: [&str; 4] = ["a", "vers", "des", "avant"];

/// A time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Hour {
    /// Minutes since midnight.
    pub minutes: u16,
    /// Where it stands, in bytes.
    pub span: Span,
    /// Whether it is only roughly so, or a limit.
    pub open: bool,
}

/// The times of day in the part of `text` under `span`, in order.
pub(crate) fn find(text: &str, span: Span) -> Vec<Hour> {
    let part = span.of(text);
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(from) = part.get(at..).and_then(|rest| rest.find(|c: char| c.is_ascii_digit())) {
        let start = at + from;
        let inside = part.get(..start).is_some_and(|before| {
            before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | '.' | ':' | '-' | '/'))
        });
        let end = start + digits(part, start).len();
        at = end.max(start + 1);
        if inside {
            continue;
        }
        if let Some((minutes, length, plain)) = read(part.get(start..).unwrap_or_default()) {
            let before = before(part, start);
            // "pendant 6 heures" is a duration.
            if plain && !AT.contains(&before.as_str()) {
                continue;
            }
            let open = OPEN.contains(&before.as_str());
            let span = Span::new(span.start + start, span.start + start + length);
            found.push(Hour { minutes, span, open });
            at = start + length;
        }
    }
    found
}

/// The last word before a byte, folded.
fn before(part: &str, at: usize) -> String {
    let head = part.get(..at).unwrap_or_default().trim_end();
    let word = head.rsplit(|c: char| c.is_whitespace()).next().unwrap_or_default();
    crate::text::fold(word.trim_start_matches(|c: char| !c.is_alphabetic()))
}

fn digits(part: &str, at: usize) -> &str {
    let rest = part.get(at..).unwrap_or_default();
    rest.get(..rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len())).unwrap_or_default()
}

/// Minutes, length in bytes, and whether it is hours in full letters, of the time that `text` opens with.
fn read(text: &str) -> Option<(u16, usize, bool)> {
    let first = digits(text, 0);
    let hours: u16 = first.parse().ok().filter(|hours| *hours < 24 && first.len() <= 2)?;
    let after = first.len();
    let spaces = |at: usize| {
        let rest = text.get(at..).unwrap_or_default();
        at + (rest.len() - rest.trim_start_matches([' ', '\u{a0}', '\u{202f}']).len())
    };
    let minutes = |at: usize| {
        let two = digits(text, at);
        two.parse::<u16>().ok().filter(|minutes| two.len() == 2 && *minutes < 60)
    };
    // 5:40, 5:40am, 5am
    let (clock, end) = match text.get(after..).and_then(|rest| rest.strip_prefix(':')) {
        Some(_) => (Some(minutes(after + 1)?), after + 3),
        None => (None, after),
    };
    let rest = text.get(spaces(end)..).unwrap_or_default();
    let half = [("am", 0), ("a.m", 0), ("pm", 12), ("p.m", 12)].into_iter().find(|(name, _)| {
        rest.get(..name.len()).is_some_and(|head| head.eq_ignore_ascii_case(name))
            && !rest.get(name.len()..).unwrap_or_default().starts_with(|c: char| c.is_alphanumeric())
    });
    if let Some((name, noon)) = half.filter(|_| (1..=12).contains(&hours)) {
        let hours = hours % 12 + noon;
        return Some((hours * 60 + clock.unwrap_or(0), spaces(end) + name.len(), false));
    }
    if let Some(clock) = clock {
        return Some((hours * 60 + clock, end, false));
    }
    // 4h20, 4 h 20, 6 heures, 6 heures 30
    let unit = spaces(after);
    let rest = text.get(unit..)?;
    let name = ["heures", "heure", "h"].into_iter().find(|name| {
        rest.strip_prefix(name).is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphabetic()))
    })?;
    let behind = spaces(unit + name.len());
    match minutes(behind) {
        Some(more) => Some((hours * 60 + more, behind + 2, false)),
        None => Some((hours * 60, unit + name.len(), name != "h")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn times(text: &str) -> Vec<(u16, &str)> {
        find(text, Span::new(0, text.len()))
            .into_iter()
            .map(|hour| (hour.minutes, hour.span.of(text)))
            .collect()
    }

    #[test]
    fn a_time_is_one_however_it_is_set() {
        for text in ["à 4h20", "à 4 h 20", "à 4\u{a0}h\u{a0}20", "at 4:20am", "at 4:20 a.m."] {
            assert_eq!(times(text).first().map(|time| time.0), Some(260), "{text}");
        }
        assert_eq!(times("à 18 heures"), [(1080, "18 heures")]);
        assert_eq!(times("at 6pm"), [(1080, "6pm")]);
    }

    #[test]
    fn durations_and_other_numbers_are_no_times() {
        assert!(times("pendant 2 heures, 320 m³, 1.200 habitants, 3 hommes, 24 h sur 24").is_empty());
    }

    #[test]
    fn about_six_leaves_it_open() {
        let text = "vers 6h00";
        assert!(find(text, Span::new(0, text.len()))[0].open);
    }
}
