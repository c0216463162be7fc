//! Sentences of our own, by phenomenon, and who is found to have said what in them.

use super::*;
use crate::actors::{ActorKind, Alias, Gender, Join, Mention, MentionForm, Role};
use crate::lang::Language;
use crate::source::Decoded;

mod direct;
mod hostile;
mod in_english;
mod reported;
mod sources;
mod speakers;
mod voices;

/// Somebody of the fixtures: name, aliases, kind, gender, role.
type Part = (&'static str, &'static [&'static str], ActorKind, Option<Gender>, &'static str);

/// The people and bodies of the fixtures.
const CAST: [Part; 14] = [
    ("Jeanne Morel", &["Morel"], ActorKind::Person, Some(Gender::Feminine), "maire de Valbrune"),
    ("Karim Haddad", &["Haddad"], ActorKind::Person, Some(Gender::Masculine), "ministre de l'Énergie"),
    ("Anne Roussel", &["Roussel"], ActorKind::Person, Some(Gender::Feminine), ""),
    ("Louis Ferrand", &["Ferrand"], ActorKind::Person, Some(Gender::Masculine), "président norvanien"),
    ("Tom Whitfield", &["Whitfield"], ActorKind::Person, Some(Gender::Masculine), ""),
    ("Grace Oduya", &["Oduya"], ActorKind::Person, Some(Gender::Feminine), ""),
    ("Norvanie", &[], ActorKind::Place, None, ""),
    ("Belmar", &[], ActorKind::Place, None, ""),
    ("Agence des eaux", &[], ActorKind::Organisation, None, ""),
    ("Comité des riverains", &["CDR"], ActorKind::Organisation, None, ""),
    ("Solarex", &[], ActorKind::Organisation, None, ""),
    ("Le Courrier", &[], ActorKind::Organisation, None, ""),
    ("Radio Plage", &[], ActorKind::Organisation, None, ""),
    ("Harbour Trust", &[], ActorKind::Organisation, None, ""),
];

/// Every place where `text` names somebody of the cast.
fn cast(text: &str) -> Vec<Actor> {
    CAST.iter()
        .map(|&(name, aliases, kind, gender, role)| {
            let mut spans: Vec<Span> = std::iter::once(name)
                .chain(aliases.iter().copied())
                .flat_map(|form| text.match_indices(form))
                .map(|(at, form)| Span::new(at, at + form.len()))
                .collect();
            // The longest name at a place comes first and hides those inside it.
            spans.sort_by_key(|span| (span.start, std::cmp::Reverse(span.end)));
            let mut end = 0;
            spans.retain(|span| {
                let free = span.start >= end;
                end = end.max(span.end);
                free
            });
            let mentions =
                spans.into_iter().map(|span| Mention { article: 0, span, form: MentionForm::Name }).collect();
            let role = Role { text: role.to_owned(), article: 0, span: Span::default() };
            Actor {
                id: name.to_lowercase().replace(' ', "-"),
                name: name.to_owned(),
                kind,
                gender,
                aliases: aliases.iter().map(|alias| Alias::by(alias, Join::LastName)).collect(),
                descriptions: Vec::new(),
                roles: if role.text.is_empty() { Vec::new() } else { vec![role] },
                mentions,
                edited: false,
            }
        })
        .collect()
}

fn found(text: &str, language: Language) -> (Article, Vec<Actor>, Vec<Claim>) {
    let decoded = Decoded { text: text.to_owned(), encoding: "UTF-8".to_owned() };
    let mut article = Article::read("a".to_owned(), "a".to_owned(), None, decoded);
    article.language = Some(language);
    let cut = Text::read(&article);
    let actors = cast(text);
    let claims = find(std::slice::from_ref(&article), &[cut], &actors);
    (article, actors, claims)
}

/// The claims of a text, each as `speaker | cue | content`; the speaker's actors, else its words in
/// brackets; `?` after a cue marks what is hedged.
fn told(text: &str, language: Language) -> Vec<String> {
    let (article, actors, claims) = found(text, language);
    claims
        .iter()
        .map(|claim| {
            let names: Vec<&str> = claim.speakers.iter().map(|&at| actors[at].name.as_str()).collect();
            let speaker = match claim.speaker_text {
                _ if !names.is_empty() => names.join(" + "),
                Some(span) => format!("[{}]", span.of(&article.text)),
                None => "-".to_owned(),
            };
            let cue = claim.cue.as_ref().map_or("-", |cue| cue.lemma.as_str());
            let hedge = if claim.hedged { "?" } else { "" };
            let via = claim.via.as_ref().map_or_else(String::new, |via| format!(" (via {via})"));
            format!("{speaker} | {cue}{hedge} | {}{via}", claim.span.of(&article.text))
        })
        .collect()
}

fn french(text: &str) -> Vec<String> {
    told(text, Language::French)
}

fn english(text: &str) -> Vec<String> {
    told(text, Language::English)
}
