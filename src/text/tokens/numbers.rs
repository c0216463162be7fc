//! Numbers, with the separators that stand inside them.

use super::{TokenKind, first, goes_on, is_hyphen};

/// Units that may be glued to a number; they are cut off it.
const UNITS: [&str; 34] = [
    "km", "m", "cm", "mm", "kg", "g", "mg", "t", "ha", "l", "cl", "ml", "kW", "MW", "GW", "TW", "kWh", "MWh",
    "GWh", "TWh", "Hz", "V", "M", "Md", "Mds", "k", "bn", "tn", "mn", "min", "s", "ms", "km²", "m²",
];

/// What may follow the digits of an ordinal.
const ORDINALS: [&str; 16] =
    ["er", "re", "ère", "e", "è", "ème", "nd", "nde", "ers", "es", "èmes", "res", "st", "rd", "th", "ᵉ"];

/// Where the number that starts at byte `at` ends, and what it is: digits that letters follow
/// (`3D`, `20minutes`) are a word.
pub fn end(part: &str, at: usize) -> (usize, TokenKind) {
    let lead = digits(part, at);
    let mut end = at + lead;
    if lead == 0 {
        end += first(part, at).map_or(1, char::len_utf8);
        while let Some(c) = first(part, end).filter(|c| c.is_numeric() && !c.is_ascii_digit()) {
            end += c.len_utf8();
        }
        return (end, TokenKind::Number);
    }
    if let Some(date) = date_end(part, at, lead) {
        return (date, TokenKind::Number);
    }
    if lead <= 3 {
        while let Some(group) = group_end(part, end) {
            end = group;
        }
    }
    loop {
        let separator = first(part, end);
        let next = digits(part, end + 1);
        let clock = separator == Some(':') && next == 2 && end - at <= 2;
        if next == 0 || !(matches!(separator, Some('.' | ',')) || clock) {
            break;
        }
        end += 1 + next;
    }
    suffix(part, end)
}

/// The number of ASCII digits from byte `at` on.
fn digits(part: &str, at: usize) -> usize {
    part.as_bytes().get(at..).unwrap_or_default().iter().take_while(|b| b.is_ascii_digit()).count()
}

/// Where `2025-09-04` or `04/09/2025` ends, whose first `lead` digits start at `at`.
fn date_end(part: &str, at: usize, lead: usize) -> Option<usize> {
    let separator = first(part, at + lead).filter(|c| matches!(c, '-' | '/'))?;
    let second = digits(part, at + lead + 1);
    let third_at = at + lead + 1 + second + 1;
    let third = digits(part, third_at);
    let shape = match (lead, second, third) {
        (4, 2, 2) => true,
        (1 | 2, 1 | 2, 2 | 4) => separator == '/',
        _ => false,
    };
    (shape && first(part, third_at - 1) == Some(separator)).then_some(third_at + third)
}

/// Where a group of three digits behind a space or an apostrophe ends (`1 450`, `1'450`).
fn group_end(part: &str, at: usize) -> Option<usize> {
    let separator =
        first(part, at).filter(|c| matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' | '’'))?;
    let from = at + separator.len_utf8();
    let lone = first(part, from + 3).is_none_or(|c| !c.is_alphanumeric() || c == 'h');
    (digits(part, from) == 3 && lone).then_some(from + 3)
}

/// Takes in what is glued to the digits that end at `end`: an ordinal's ending, the `h` of an hour, letters.
fn suffix(part: &str, end: usize) -> (usize, TokenKind) {
    let mut to = end;
    while let Some(c) = first(part, to).filter(|&c| goes_on(c)) {
        to += c.len_utf8();
    }
    let glued = &part[end..to];
    let hour = glued.strip_prefix(['h', 'H']).is_some_and(|rest| rest.bytes().all(|b| b.is_ascii_digit()));
    if glued.is_empty() || hour || ORDINALS.contains(&glued) {
        return (to, TokenKind::Number);
    }
    if UNITS.contains(&glued) || glued.chars().all(|c| matches!(c, '²' | '³')) {
        return (end, TokenKind::Number);
    }
    while let Some(c) = first(part, to) {
        let letter = first(part, to + c.len_utf8()).is_some_and(char::is_alphanumeric);
        if !(goes_on(c) || is_hyphen(c) && letter) {
            break;
        }
        to += c.len_utf8();
    }
    (to, TokenKind::Word)
}

#[cfg(test)]
mod tests {
    use super::super::tests::cut;

    #[test]
    fn separators_stay_inside() {
        for number in [
            "1 450",
            "12 000 000",
            "1\u{202f}450",
            "2,4",
            "1,200",
            "04.09",
            "2025-09-04",
            "04/09/2025",
            "15:30",
        ] {
            assert_eq!(cut(&format!("en {number} ou")), ["en", number, "ou"]);
        }
    }

    #[test]
    fn hours_and_ordinals_keep_their_letters() {
        assert_eq!(
            cut("à 15h30 le 1er mai, 2e tour, 18h"),
            ["à", "15h30", "le", "1er", "mai", ",", "2e", "tour", ",", "18h"]
        );
    }

    #[test]
    fn a_year_does_not_join_the_number_behind_it() {
        assert_eq!(cut("en 2025 300 agents"), ["en", "2025", "300", "agents"]);
    }

    #[test]
    fn a_unit_is_cut_off_and_a_name_is_not() {
        assert_eq!(cut("80km de 5G"), ["80", "km", "de", "5G"]);
    }

    #[test]
    fn signs_stand_alone() {
        assert_eq!(cut("3,5 % et 20€"), ["3,5", "%", "et", "20", "€"]);
    }

    #[test]
    fn the_stop_of_the_sentence_is_not_in_the_number() {
        assert_eq!(cut("en 2025."), ["en", "2025", "."]);
    }
}
