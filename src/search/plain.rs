//! Text made plain for searching: folded, and every run of white space made one space.
//!
//! [`crate::text::fold()`] makes case, accents, ligatures, marks and spaces alike, and drops what is
//! invisible. What is typed on one line must also match what is printed on two, so runs of spaces are
//! evened out here, with the map back kept right.

use crate::text::{Folded, fold};

/// `text` made plain, where the way back is not needed.
pub fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let folded = fold(text);
    for c in folded.chars() {
        push(c, &mut out);
    }
    out
}

/// `text` made plain, with the map from every byte of it back to `text`.
pub fn plain_with_map(text: &str) -> Folded {
    let folded = Folded::new(text);
    let mut even = Folded {
        text: String::with_capacity(folded.text.len()),
        origin: Vec::with_capacity(folded.origin.len()),
    };
    for (at, c) in folded.text.char_indices() {
        let before = even.text.len();
        push(c, &mut even.text);
        let origin = folded.origin.get(at).copied().unwrap_or_default();
        even.origin.extend(std::iter::repeat_n(origin, even.text.len() - before));
    }
    even.origin.extend(folded.origin.last());
    even
}

fn push(c: char, out: &mut String) {
    if c != ' ' || !out.ends_with(' ') {
        out.push(c);
    }
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
}
