//! The filters' names and values, in English and French, plain; the first letters of a value are
//! enough.

use super::{Filter, State};

/// What may stand after `is:`, in English and French, plain.
const STATES: &[(&str, State)] = &[
    ("starred", State::Starred),
    ("unread", State::Unread),
    ("read", State::Read),
    ("hedged", State::Hedged),
    ("shared", State::Shared),
    ("alone", State::Alone),
    ("disputed", State::Disputed),
    ("favori", State::Starred),
    ("nonlu", State::Unread),
    ("lu", State::Read),
    ("incertain", State::Hedged),
    ("partage", State::Shared),
    ("seul", State::Alone),
    ("conteste", State::Disputed),
];

/// What may stand after `kind:`, in English and French, plain, and the name it stands for: the JSON
/// contract's or the catalogue's own.
const KINDS: &[(&str, &str)] = &[
    ("article", "article"),
    ("text", "text"),
    ("actor", "actor"),
    ("claim", "claim"),
    ("figure", "figure"),
    ("command", "command"),
    ("direct", "direct"),
    ("mixed", "mixed"),
    ("indirect", "indirect"),
    ("person", "person"),
    ("organisation", "organisation"),
    ("place", "place"),
    ("event", "event"),
    ("other", "other"),
    ("acteur", "actor"),
    ("declaration", "claim"),
    ("propos", "claim"),
    ("chiffre", "figure"),
    ("texte", "text"),
    ("commande", "command"),
    ("mixte", "mixed"),
    ("personne", "person"),
    ("lieu", "place"),
    ("evenement", "event"),
    ("autre", "other"),
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Outlet,
    Actor,
    Speaker,
    Tag,
    Is,
    Kind,
    Date,
    Language,
}

/// The filters' names, in English and French, plain.
const FIELDS: &[(&str, Field)] = &[
    ("outlet", Field::Outlet),
    ("media", Field::Outlet),
    ("actor", Field::Actor),
    ("acteur", Field::Actor),
    ("speaker", Field::Speaker),
    ("source", Field::Speaker),
    ("tag", Field::Tag),
    ("etiquette", Field::Tag),
    ("is", Field::Is),
    ("est", Field::Is),
    ("kind", Field::Kind),
    ("genre", Field::Kind),
    ("date", Field::Date),
    ("lang", Field::Language),
    ("langue", Field::Language),
];

/// The field of that name.
pub(super) fn field(name: &str) -> Option<Field> {
    FIELDS.iter().find(|(known, _)| *known == name).map(|&(_, field)| field)
}

/// The filter, or nothing where no such state or kind exists.
pub(super) fn filter(field: Field, value: &str) -> Option<Filter> {
    let text = value.to_owned();
    match field {
        Field::Outlet => Some(Filter::Outlet(text)),
        Field::Actor => Some(Filter::Actor(text)),
        Field::Speaker => Some(Filter::Speaker(text)),
        Field::Tag => Some(Filter::Tag(text.trim_start_matches('#').to_owned())),
        Field::Is => {
            STATES.iter().find(|(name, _)| name.starts_with(value)).map(|&(_, state)| Filter::Is(state))
        }
        Field::Kind => {
            let mut kinds: Vec<&str> =
                KINDS.iter().filter(|(name, _)| name.starts_with(value)).map(|&(_, kind)| kind).collect();
            kinds.dedup();
            (!kinds.is_empty()).then_some(Filter::Kind(kinds))
        }
        Field::Date => Some(Filter::Date(text)),
        Field::Language => Some(Filter::Language(text)),
    }
}
