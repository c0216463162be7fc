//! What the words around a name, and its own, say about its kind.
//!
//! Each cue gives votes to a kind; the votes of all its occurrences in the dossier settle it.

use super::names;
use super::phrases::{Class, known_at};
use super::titles;
use super::words::{Body, Shape};

/// What speaks for each kind, in votes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Votes {
    pub person: u32,
    pub organisation: u32,
    pub place: u32,
    pub event: u32,
    /// Times it stands without an article behind `de`, which is how places and persons stand.
    pub bare: u32,
}

impl Votes {
    pub fn add(&mut self, other: Self) {
        self.person += other.person;
        self.organisation += other.organisation;
        self.place += other.place;
        self.event += other.event;
        self.bare += other.bare;
    }
}

impl Votes {
    /// The votes of the kind that has most.
    pub fn most(self) -> u32 {
        self.person.max(self.organisation).max(self.place).max(self.event)
    }
}

/// What the words before and after `from..to` say about its kind.
pub(super) fn around(body: &Body, from: usize, to: usize) -> Votes {
    let mut votes = Votes::default();
    let words = &body.words[from..to];
    let before = body.before(from, 1);
    let first = words.first().map(|word| word.fold.as_str()).unwrap_or_default();
    let last = words.last().map(|word| word.fold.as_str()).unwrap_or_default();
    if names::is_first_name(first) && words.len() > 1 {
        votes.person += 4;
    }
    if let Some(title) = titles::look_up(before) {
        votes.person += if title.honorific { 4 } else { 2 };
    } else if before == "." && titles::look_up(body.before(from, 2)).is_some_and(|title| title.honorific) {
        votes.person += 4;
    } else if super::states::adjective_of(before).is_some() && titles::is_title(body.before(from, 2)) {
        votes.person += 3;
    } else if names::is_company_noun(before)
        || names::is_company_noun(body.before(from, 2)) && is_small_adjective(body, from)
    {
        votes.organisation += 3;
    } else if names::is_family_noun(before) && !names::is_organisation_noun(first) {
        votes.person += 2 + u32::from(words.len() > 1);
    } else if matches!(before, "de" | "d'" | "of") && names::is_owned_noun(body.before(from, 2))
        || before == "par" && names::is_made(body.before(from, 2))
    {
        votes.organisation += 3;
    } else if names::is_organisation_noun(before)
        || names::is_organisation_noun(body.before(from, 2)) && is_small_adjective(body, from)
    {
        votes.organisation += 2;
    } else if is_place_head(body, from) {
        votes.place += 2;
    } else if matches!(
        before,
        "a" | "en" | "au" | "in" | "at" | "near" | "from" | "vers" | "depuis" | "jusqu'a"
    ) {
        votes.place += 1;
    } else if matches!(body.before(from, 2), "dans" | "sur" | "vers" | "across" | "into")
        && matches!(before, "la" | "le" | "l'" | "les" | "the")
    {
        votes.place += 2;
    } else if matches!(before, "la" | "le" | "l'" | "les" | "du" | "the") {
        votes.organisation += 1;
    } else if matches!(before, "de" | "d'") {
        votes.bare += 1;
    } else if matches!(before, "par" | "by" | "selon" | "avec" | "que" | "qu'" | "et") {
        votes.person += u32::from(words.len() > 1);
    }
    let after = body.next(to);
    if after == "," || after == "(" {
        let age = body.words.get(to + 1).is_some_and(|word| word.shape == Shape::Number);
        let years = matches!(body.before(to + 3, 1), "ans" | "years" | ",");
        if age && years {
            votes.person += 3;
        }
        let title =
            (to + 1..to + 4).any(|at| body.words.get(at).is_some_and(|word| titles::is_title(&word.fold)));
        if after == "," && title && words.len() > 1 {
            votes.person += 2;
        }
    }
    // `Orlandis, filiale de ...`, `Orlandis et Castel, deux coopératives`.
    if after == "," {
        let at = to
            + 1
            + usize::from(matches!(
                body.next(to + 1),
                "le" | "la" | "les" | "l'" | "une" | "un" | "the" | "a" | "an" | "deux"
            ));
        let noun = body.next(at).trim_end_matches('s');
        if names::is_company_noun(noun) || names::is_christened(noun) {
            votes.organisation += 3;
        }
    }
    if before == "chez" && !names::is_first_name(first) {
        votes.organisation += 2;
    }
    if words.len() == 1 && names::is_first_name(first) {
        votes.person += 2;
    }
    let ampersand = words.iter().any(|word| word.fold == "&");
    if words.len() > 1 && (names::is_tail(last) || names::is_tail(first) || ampersand) {
        votes.organisation += 4;
    }
    if words.len() > 1 && !names::is_first_name(first) && starts_with_known(body, from) {
        votes.organisation += 3;
    }
    if body.language.is_english() && words.len() > 1 && names::is_organisation_noun(last) {
        votes.organisation += 4;
    }
    if body.language.is_english() && words.len() > 1 && names::is_event_noun(last) {
        votes.event += 4;
    }
    if body.language.is_english() && words.len() > 1 && names::is_place_noun(last) {
        votes.place += 4;
    }
    if words.len() > 1 && names::is_event_tail(last) {
        votes.event += 4;
    }
    if words.len() > 1 && names::is_club_noun(first) {
        votes.organisation += 5;
    }
    if words.len() > 1 && names::is_press_noun(if headed(first) { &words[1].fold } else { first }) {
        votes.organisation += 4;
    }
    if words.len() > 3 && headed(first) || words.len() > 1 && first == "les" {
        votes.organisation += 2;
    }
    if words.len() == 1 && names::has_place_shape(first) {
        votes.place += 3;
    }
    if body.language.is_english() && names::is_place_noun(body.next(to)) {
        votes.place += 3;
    }
    if words.len() > 1 || words.iter().any(|word| word.shape == Shape::Upper) {
        votes.organisation += if names::is_organisation_noun(first) { 4 } else { 0 };
        votes.event += if names::is_event_noun(first) { 4 } else { 0 };
        votes.place += if names::is_place_noun(first) && !names::is_organisation_noun(first) { 3 } else { 0 };
    }
    votes
}

/// Whether the word before `from` is an adjective that goes with the noun before it: `groupe minier X`.
fn is_small_adjective(body: &Body, from: usize) -> bool {
    from.checked_sub(1).and_then(|at| body.words.get(at)).is_some_and(|word| {
        word.shape == Shape::Lower
            && word.joined
            && word.fold.len() > 4
            && !names::is_never(&word.fold)
            && (names::ends_like_adjective(&word.fold)
                || super::states::adjective_of(&word.fold).is_some()
                || ["er", "ier", "iere", "ois", "ais", "iste"].iter().any(|end| word.fold.ends_with(end)))
    })
}

/// Whether a name begins with the article `word`.
fn headed(word: &str) -> bool {
    matches!(word, "le" | "la" | "les")
}

/// Whether a noun for places, or for what belongs to one, leads to the name at `from`: `rue des X`,
/// `centrale nucléaire de X`, `préfète de la X`.
fn is_place_head(body: &Body, from: usize) -> bool {
    let mut back = 1;
    while matches!(body.before(from, back), "de" | "d'" | "des" | "du" | "la" | "of" | "l'" | "les" | "the")
        && back < 4
    {
        back += 1;
    }
    let head = |back: usize| {
        let word = body.before(from, back);
        names::is_place_noun(word) || back > 1 && names::is_placing_noun(word)
    };
    head(back) || back > 1 && head(back + 1) && !names::is_never(body.before(from, back))
}

/// Whether the name at `from` begins with a city or state, as clubs and companies do, or with a body.
fn starts_with_known(body: &Body, from: usize) -> bool {
    known_at(body, from).is_some_and(|(length, known)| {
        length == 1
            && (matches!(known.class, Class::Place | Class::Capital | Class::State)
                || matches!(known.class, Class::Body | Class::Media) && known.is_acronym())
    })
}
