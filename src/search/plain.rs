//! Text made plain for searching: folded, with even spaces and even numbers.
//!
//! [`crate::text::fold()`] makes case, accents, ligatures, marks and spaces alike, and drops what is
//! invisible. What is typed on one line must also match what is printed on two, and `1500` what is
//! printed as `1 500`, `1.500` or `1,500`; so runs of spaces become one and the signs between groups
//! of three digits go, with the map back kept right.

use crate::text::{Folded, fold};

/// `text` made plain, where the way back is not needed.
pub fn plain(text: &str) -> String {
    let folded = fold(text);
    let mut out = String::with_capacity(folded.len());
    kept(&folded, |_, c| out.push(c));
    out
}

/// `text` made plain, with the map from every byte of it back to `text`.
pub fn plain_with_map(text: &str) -> Folded {
    let folded = Folded::new(text);
    let mut even = Folded {
        text: String::with_capacity(folded.text.len()),
        origin: Vec::with_capacity(folded.origin.len()),
    };
    kept(&folded.text, |at, c| {
        even.text.push(c);
        let origin = folded.origin.get(at).copied().unwrap_or_default();
        even.origin.push(origin);
        // What takes more than a byte is rare once it is folded.
        even.origin.resize(even.text.len(), origin);
    });
    even.origin.extend(folded.origin.last());
    even
}

/// Hands over the characters of a folded text that are kept, each with its place, in bytes.
fn kept(folded: &str, mut keep: impl FnMut(usize, char)) {
    let bytes = folded.as_bytes();
    let mut previous = None;
    // Digits since the last thing that was none, signs between groups of three not counted as such.
    let mut digits = 0;
    let mut grouped = false;
    for (at, c) in folded.char_indices() {
        if c == ' ' && previous == Some(' ') {
            continue;
        }
        let first_group = !grouped && (1..=3).contains(&digits);
        let later_group = grouped && digits == 3;
        let sign = matches!(c, ' ' | '.' | ',') && (first_group || later_group);
        if sign && three_digits(&bytes[at + 1..]) {
            (digits, grouped) = (0, true);
            continue;
        }
        if c.is_ascii_digit() {
            digits += 1;
        } else {
            (digits, grouped) = (0, false);
        }
        previous = Some(c);
        keep(at, c);
    }
}

/// Whether three digits come first, and no fourth one.
fn three_digits(bytes: &[u8]) -> bool {
    bytes.len() >= 3
        && bytes[..3].iter().all(u8::is_ascii_digit)
        && !bytes.get(3).is_some_and(u8::is_ascii_digit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_and_no_break_spaces_become_one_space() {
        assert_eq!(plain("grève\n\u{a0} « générale »"), "greve \" generale \"");
    }

    #[test]
    fn invisible_hyphens_do_not_stand_in_the_way() {
        assert_eq!(plain("syndi\u{ad}cat de l’avant\u{2011}port"), "syndicat de l'avant-port");
    }

    #[test]
    fn the_map_leads_back_over_everything_that_was_evened_out() {
        let text = "À  l’Œu\u{ad}vre";
        let even = plain_with_map(text);
        assert_eq!(even.text, "a l'oeuvre");
        let at = even.text.find("oeuvre").unwrap();
        assert_eq!(even.original(at, at + 6).of(text), "Œu\u{ad}vre");
    }

    #[test]
    fn thousands_read_alike_whatever_parts_them() {
        for text in ["12 500 marins", "12\u{202f}500 marins", "12.500 marins", "12,500 marins"] {
            assert_eq!(plain(text), "12500 marins");
        }
        assert_eq!(plain("1 234 567"), "1234567");
    }

    #[test]
    fn dates_decimals_and_neighbouring_numbers_stay_apart() {
        for text in ["04.09.2025", "2,4", "2025 150", "3 2500", "les 3 ports"] {
            assert_eq!(plain(text), text);
        }
    }

    #[test]
    fn the_sign_inside_a_number_lights_up_with_it() {
        let text = "près de 12 500 marins";
        let even = plain_with_map(text);
        let at = even.text.find("12500").unwrap();
        assert_eq!(even.original(at, at + 5).of(text), "12 500");
    }
}
