//! The editor's corrections, laid over what was found.

use proptest::prelude::*;

use super::super::corrections::{Corrected, Stale, apply, find as find_actor, handle};
use super::super::{Actor, ActorKind, Join};
use super::{alias, articles_of, find_in, named};
use crate::article::Article;
use crate::source::sidecar::Correction;

const TEXTS: [&str; 2] = [
    "Le port.\n\nLa maire Jeanne Morel a visité le port. Morel a promis des aides. Karim Haddad, directeur de la \
     régie, a refusé. Le directeur de la régie est parti.",
    "Le port.\n\nHier, K. Haddad a répondu à Mme Morel. Le Conseil des rivières alpines (CRA) a protesté et Haddad \
     aussi.",
];

fn port() -> (Vec<Article>, Vec<Actor>) {
    let articles = articles_of(&TEXTS.map(|text| (None, text)));
    let actors = find_in(&articles);
    (articles, actors)
}

fn corrected(corrections: &[Correction]) -> Corrected {
    let (articles, found) = port();
    apply(&found, &articles, corrections)
}

fn merge(actor: &str, into: &str) -> Correction {
    Correction::Merge { actor: actor.into(), into: into.into() }
}

fn split(alias: &str, from: &str) -> Correction {
    Correction::Split { alias: alias.into(), from: from.into() }
}

fn hide(actor: &str) -> Correction {
    Correction::Hide { actor: actor.into() }
}

fn rename(actor: &str, to: &str) -> Correction {
    Correction::Rename { actor: actor.into(), to: to.into() }
}

fn mentions(actor: &Actor) -> Vec<&str> {
    actor.mentions.iter().map(|mention| mention.span.of(TEXTS[mention.article])).collect()
}

#[test]
fn merged_actors_have_the_names_mentions_and_roles_of_both() {
    let made = corrected(&[merge("Karim Haddad", "Jeanne Morel")]);
    let morel = named(&made.actors, "Jeanne Morel");
    assert_eq!(morel.mentions.len(), 3 + 4);
    assert!(
        morel
            .mentions
            .windows(2)
            .all(|pair| (pair[0].article, pair[0].span) < (pair[1].article, pair[1].span))
    );
    let known: Vec<&str> = morel.names().collect();
    assert_eq!(known, ["Jeanne Morel", "Morel", "Haddad", "K. Haddad", "Karim Haddad"]);
    let haddad = alias(&made.actors, "Jeanne Morel", "Karim Haddad");
    assert_eq!((haddad.by, haddad.confidence, haddad.count), (Join::Editor, 1.0, 1));
    assert_eq!(morel.descriptions[0].name, "Le directeur de la régie");
    assert_eq!(morel.roles.len(), 2);
    assert!(made.stale.is_empty() && find_actor(&made.actors, "Karim Haddad").is_some());
}

#[test]
fn a_name_taken_out_takes_its_mentions_along_in_all_articles() {
    let made = corrected(&[split("morel", "Jeanne Morel")]);
    assert_eq!(mentions(named(&made.actors, "Morel")), ["Morel", "Morel"]);
    assert_eq!(mentions(named(&made.actors, "Jeanne Morel")), ["Jeanne Morel"]);
    assert!(named(&made.actors, "Jeanne Morel").aliases.is_empty());
    assert_eq!(named(&made.actors, "Morel").roles, []);
    assert_eq!(named(&made.actors, "Jeanne Morel").roles.len(), 1);
}

#[test]
fn where_the_name_shown_is_taken_out_the_fullest_other_one_is_shown() {
    let made = corrected(&[split("Karim Haddad", "Karim Haddad")]);
    assert_eq!(mentions(named(&made.actors, "Karim Haddad")), ["Karim Haddad"]);
    assert_eq!(named(&made.actors, "Karim Haddad").roles[0].text, "directeur de la régie");
    assert_eq!(mentions(named(&made.actors, "Haddad")).len(), 3);
}

#[test]
fn a_description_can_be_taken_out_too() {
    let made = corrected(&[split("le directeur de la régie", "Karim Haddad")]);
    assert_eq!(mentions(named(&made.actors, "Le directeur de la régie")).len(), 1);
}

#[test]
fn a_renamed_actor_is_found_by_its_old_name_and_has_another_id() {
    let made = corrected(&[rename("Karim Haddad", "Karim El Haddad")]);
    let haddad = named(&made.actors, "Karim El Haddad");
    assert_eq!(haddad.id, "karim-el-haddad");
    assert!(haddad.edited && haddad.names().any(|name| name == "Karim Haddad"));
}

#[test]
fn a_kind_is_what_the_editor_says() {
    let made = corrected(&[Correction::Kind { actor: "Karim Haddad".into(), kind: "organisation" }]);
    assert_eq!(named(&made.actors, "Karim Haddad").kind, ActorKind::Organisation);
}

#[test]
fn corrections_count_in_their_order_each_for_what_the_ones_before_left() {
    let made = corrected(&[
        split("Morel", "Jeanne Morel"),
        rename("Morel", "Julie Morel"),
        merge("Karim Haddad", "Julie Morel"),
        hide("Jeanne Morel"),
    ]);
    assert_eq!(named(&made.actors, "Julie Morel").mentions.len(), 2 + 4);
    assert_eq!(made.hidden[0].name, "Jeanne Morel");
    assert!(made.stale.is_empty(), "{:?}", made.stale);
}

#[test]
fn one_whose_actor_is_gone_is_told_with_the_nearest_and_the_others_count() {
    let made = corrected(&[hide("Jeane Morel"), hide("Paul Lenoir"), hide("Karim Haddad")]);
    let nearest = |name: &str| Stale::Actor { actor: name.into(), nearest: None };
    let near = Stale::Actor { actor: "Jeane Morel".into(), nearest: Some("Jeanne Morel".into()) };
    assert_eq!(made.stale, [(0, near), (1, nearest("Paul Lenoir"))]);
    assert_eq!(made.hidden.len(), 1);
}

#[test]
fn a_name_that_is_not_there_or_the_only_one_cannot_be_taken_out() {
    let made = corrected(&[split("Dupont", "Karim Haddad")]);
    let stale = Stale::Name { alias: "Dupont".into(), actor: "Karim Haddad".into() };
    assert_eq!(made.stale, [(0, stale)]);
    let alone = [split("Morel", "Jeanne Morel"), split("Jeanne Morel", "Jeanne Morel")];
    assert_eq!(corrected(&alone).stale.len(), 1);
}

#[test]
fn a_merge_that_the_program_has_come_to_itself_is_not_stale() {
    let made = corrected(&[merge("K. Haddad", "Karim Haddad")]);
    assert!(made.stale.is_empty());
    assert_eq!(named(&made.actors, "Karim Haddad").mentions.len(), 4);
}

#[test]
fn an_actor_is_found_in_other_letters_and_by_an_alias_that_it_alone_has() {
    let (_, actors) = port();
    let haddad = find_actor(&actors, "Karim Haddad");
    for name in ["karim haddad", "K. Haddad", "HADDAD", "karim-haddad"] {
        assert_eq!(find_actor(&actors, name), haddad, "{name}");
    }
    assert_eq!(find_actor(&actors, ""), None);
}

#[test]
fn of_two_with_one_name_the_second_goes_by_its_id() {
    let (_, mut actors) = port();
    let mut twin = actors[0].clone();
    twin.id = format!("{}-2", twin.id);
    actors.push(twin);
    let last = actors.len() - 1;
    let id = actors[last].id.as_str();
    assert_eq!((handle(&actors, last), find_actor(&actors, id)), (Some(id), Some(last)));
    assert_eq!(handle(&actors, 0), Some(actors[0].name.as_str()));
}

/// Any correction, mostly of somebody who is there.
fn any_correction() -> impl Strategy<Value = Correction> {
    let name = || {
        prop::sample::select(vec![
            "Jeanne Morel",
            "Morel",
            "Karim Haddad",
            "Haddad",
            "K. Haddad",
            "CRA",
            "Julie",
            "le directeur de la régie",
            "Conseil des rivières alpines",
            "",
        ])
    };
    prop_oneof![
        (name(), name()).prop_map(|(a, b)| merge(a, b)),
        (name(), name()).prop_map(|(a, b)| split(a, b)),
        (name(), name()).prop_map(|(a, b)| rename(a, b)),
        (name(), prop::sample::select(crate::source::sidecar::corrections::KINDS.to_vec()))
            .prop_map(|(actor, kind)| Correction::Kind { actor: actor.into(), kind }),
        name().prop_map(hide),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_correction_loses_a_mention_and_every_actor_keeps_an_id_of_its_own(
        corrections in prop::collection::vec(any_correction(), 0..8),
    ) {
        let (articles, found) = port();
        let made = apply(&found, &articles, &corrections);
        let places = |actors: &mut dyn Iterator<Item = &Actor>| {
            let mut places: Vec<_> = actors
                .flat_map(|actor| actor.mentions.iter().map(|mention| (mention.article, mention.span)))
                .collect();
            places.sort();
            places
        };
        prop_assert_eq!(
            places(&mut made.actors.iter().chain(&made.hidden)),
            places(&mut found.iter())
        );
        let ids: std::collections::HashSet<&str> = made.actors.iter().map(|actor| actor.id.as_str()).collect();
        prop_assert_eq!(ids.len(), made.actors.len());
        prop_assert!(made.actors.iter().all(|actor| !actor.mentions.is_empty()));
        for at in 0..made.actors.len() {
            let name = handle(&made.actors, at);
            prop_assert_eq!(name.and_then(|name| find_actor(&made.actors, name)), Some(at));
        }
    }

    #[test]
    fn without_its_last_correction_a_list_gives_what_it_gave_before(
        corrections in prop::collection::vec(any_correction(), 1..8),
    ) {
        let (articles, found) = port();
        let mut before = vec![format!("{found:?}")];
        for count in 1..=corrections.len() {
            before.push(format!("{:?}", apply(&found, &articles, &corrections[..count]).actors));
        }
        for count in (0..corrections.len()).rev() {
            let back = apply(&found, &articles, &corrections[..count]).actors;
            prop_assert_eq!(&format!("{back:?}"), &before[count]);
        }
    }
}
