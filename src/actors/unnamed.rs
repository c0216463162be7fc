//! Capitals that make no actor: streets, roads, languages, the fields of an office.

use super::words::{Body, Shape, Word};
use super::{names, states};

/// Whether `word` is the number of a road: `a62`, `rn10`.
pub(super) fn is_road(word: &str) -> bool {
    ["a", "n", "d", "rn", "rd"].iter().any(|letters| {
        word.strip_prefix(letters)
            .is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
    })
}

/// Whether the name at `at` is that of a street or square, which is no actor: `rue Jeanne Morel`,
/// `place de la Halle`. A bare `de` behind `place` is none: `la place de Jeanne Morel au conseil`.
pub(super) fn is_street_name(body: &Body, at: usize) -> bool {
    let mut back = 1;
    while matches!(body.before(at, back), "de" | "d'" | "des" | "du" | "la" | "l'") && back < 3 {
        back += 1;
    }
    let bare = back == 2 && matches!(body.before(at, 1), "de" | "d'");
    let noun = body.before(at, back);
    let joined = (0..back).all(|back| at >= back && body.words[at - back].joined);
    joined && names::is_street_noun(noun) && !(bare && noun == "place")
}

/// Whether the name at `at` is the field of an office, which is no actor: `ministre des Sports`,
/// `secrétaire d'État à la Mer et aux Ports`.
pub(super) fn is_portfolio(body: &Body, at: usize) -> bool {
    let led = match body.before(at, 1) {
        "du" | "des" | "au" | "aux" | "la" | "l'" | "les" | "the" => true,
        "for" | "of" => body.language.is_english(),
        _ => false,
    };
    if !led || !body.words[at].joined {
        return false;
    }
    let mut coordinated = false;
    for back in 1..=12.min(at) {
        let word = &body.words[at - back];
        let before = body.before(at, back + 1);
        let state =
            word.fold == "etat" && before == "d'" && body.before(at, back + 2).starts_with("secretaire");
        if state || names::is_portfolio_noun(&word.fold) {
            let next = at - back + 1;
            let next = next + usize::from(is_qualifier(&body.words[next]));
            let link = body.next(next);
            return is_field_link(link) && !matches!(link, "la" | "le" | "les" | "et" | "and" | ",");
        }
        if is_qualifier(word) && names::is_portfolio_noun(before) {
            continue;
        }
        let link = is_field_link(&word.fold);
        coordinated |= matches!(word.fold.as_str(), "et" | "," | "and");
        let field = coordinated
            && (word.is_capital() || names::ends_like_adjective(&word.fold) || is_field_link(before));
        if !word.joined || !(link || field) {
            return false;
        }
    }
    false
}

/// Whether `word` is an adjective that goes with an office: `ministre canadienne du Commerce`.
fn is_qualifier(word: &Word) -> bool {
    word.shape == Shape::Lower
        && (states::adjective_of(&word.fold).is_some() || word.fold.starts_with("europeen"))
}

/// Whether `word` joins an office to its fields.
fn is_field_link(word: &str) -> bool {
    matches!(
        word,
        "de" | "d'"
            | "des"
            | "du"
            | "la"
            | "l'"
            | "les"
            | "a"
            | "au"
            | "aux"
            | "et"
            | ","
            | "charge"
            | "chargee"
            | "delegue"
            | "deleguee"
            | "for"
            | "of"
            | "the"
            | "and"
    )
}

/// Whether the words `at..to` name a language that is no state's, as in `they spoke English`.
pub(super) fn is_language(body: &Body, at: usize, to: usize) -> bool {
    to == at + 1 && body.language.is_english() && names::is_language(&body.words[at].fold)
}

#[cfg(test)]
mod tests {
    use super::super::tests::names_of;
    use super::*;

    #[test]
    fn letters_with_a_number_are_a_road() {
        for road in ["a62", "n7", "d900", "rn10"] {
            assert!(is_road(road), "{road}");
        }
        for name in ["g7", "a", "m23", "h5n1", "annecy"] {
            assert!(!is_road(name), "{name}");
        }
        assert_eq!(names_of("Le trafic.\n\nHier, l'A62 et la RN10 étaient fermées."), Vec::<String>::new());
    }

    #[test]
    fn the_fields_of_an_office_are_no_actors() {
        for office in [
            "la ministre de la Mer et des Pêches",
            "le ministre délégué chargé des Sports",
            "la secrétaire d'État aux Ports",
            "le ministre estonien des Pêches",
            "le commissaire européen à la Mer",
        ] {
            assert_eq!(
                names_of(&format!("La pêche.\n\nHier, {office} a signé.")),
                Vec::<String>::new(),
                "{office}"
            );
        }
    }
}
