//! Correcting the actors: merging, splitting, naming, sorting, hiding, and all of it back.

use std::path::{Path, PathBuf};

use proptest::prelude::*;
use recoupe::actors::{Actor, ActorKind, Join};
use recoupe::app::effect::Event;
use recoupe::app::{Effect, Key, Pane};
use recoupe::dossier::Dossier;
use recoupe::source::sidecar::Correction;

use crate::common::{CABLE_CAR, Desk};

/// The three accounts as if they stood in a folder, the keys in the actors' tab.
fn on_files() -> Desk {
    let mut dossier = CABLE_CAR.clone();
    dossier.home = Some(PathBuf::from("/dossiers/brevenne"));
    Desk::on(&dossier).after("g a l l")
}

fn actor<'a>(desk: &'a Desk, name: &str) -> &'a Actor {
    let found = desk.app.dossier.actors.iter().find(|actor| actor.name == name);
    found.unwrap_or_else(|| panic!("no {name} among {:?}", names(desk)))
}

fn names(desk: &Desk) -> Vec<&str> {
    desk.app.dossier.actors.iter().map(|actor| actor.name.as_str()).collect()
}

/// Puts the cursor on an actor.
fn go_to(desk: &mut Desk, name: &str) {
    let at = desk.app.dossier.actors.iter().position(|actor| actor.name == name).unwrap();
    desk.app.side.select(at);
    desk.settle();
}

fn chosen(desk: &Desk) -> &str {
    desk.app.chosen_actor().and_then(|entry| entry.of(&desk.app.dossier)).map_or("", |actor| &actor.name)
}

/// What the sidecar is to hold after the last keys.
fn kept(desk: &Desk) -> &[Correction] {
    let kept = desk.effects.iter().find_map(|effect| match effect {
        Effect::KeepCorrections { folder, after, .. } => {
            assert_eq!(folder, Path::new("/dossiers/brevenne"));
            Some(after.as_slice())
        }
        _ => None,
    });
    kept.expect("the corrections are kept")
}

fn everything(dossier: &Dossier) -> String {
    format!("{:?} {:?} {:?}", dossier.actors, dossier.hidden, dossier.claims)
}

#[test]
fn xm_marks_an_actor_and_merges_it_into_the_next_one() {
    let mut desk = on_files();
    let before = everything(&desk.app.dossier);
    go_to(&mut desk, "Anne Roussel");
    desk.press("x m");
    assert!(desk.note().starts_with("Fusionner «\u{a0}Anne Roussel\u{a0}»"), "{}", desk.note());
    go_to(&mut desk, "Karim Haddad");
    desk.press("x m");
    let haddad = actor(&desk, "Karim Haddad");
    let alias = haddad.aliases.iter().find(|alias| alias.name == "Anne Roussel").unwrap();
    assert_eq!((alias.by, alias.count, haddad.edited), (Join::Editor, 1, true));
    assert!(!names(&desk).contains(&"Anne Roussel"));
    assert_eq!(chosen(&desk), "Karim Haddad");
    assert_eq!(
        kept(&desk),
        [Correction::Merge { actor: "Anne Roussel".into(), into: "Karim Haddad".into() }]
    );
    // Speakers follow.
    let ski =
        desk.app.dossier.claims.iter().find(|claim| {
            claim.span.of(&desk.app.dossier.articles[claim.article].text).contains("câbles neufs")
        });
    assert_eq!(desk.app.dossier.actors[ski.unwrap().speakers[0]].name, "Karim Haddad");
    desk.press("u");
    assert_eq!(everything(&desk.app.dossier), before);
    assert_eq!(kept(&desk), []);
    assert!(desk.note().starts_with("Annulé\u{a0}: «\u{a0}Anne Roussel\u{a0}» fusionné"), "{}", desk.note());
}

#[test]
fn esc_or_the_same_key_again_gives_a_merge_up() {
    for give_up in ["Esc", "x m"] {
        let mut desk = on_files().after("x m");
        assert!(desk.app.marked.is_some());
        desk.press(give_up);
        assert!(desk.app.marked.is_none() && desk.app.dossier.corrections.is_empty());
        assert_eq!(desk.app.focus, Pane::Side);
    }
}

#[test]
fn xs_takes_a_name_out_as_an_actor_of_its_own() {
    let mut desk = on_files();
    go_to(&mut desk, "Anne Roussel");
    desk.press("x m");
    go_to(&mut desk, "Karim Haddad");
    desk.press("x m x s");
    let choice = desk.app.choice.as_ref().unwrap();
    assert_eq!(choice.chosen().unwrap().value, "Anne Roussel");
    assert!(desk.screen().contains("Quel nom retirer à «\u{a0}Karim Haddad\u{a0}»"), "{}", desk.screen());
    desk.press("Enter");
    assert_eq!(chosen(&desk), "Anne Roussel");
    assert_eq!(actor(&desk, "Anne Roussel").mentions.len(), 1);
    assert!(actor(&desk, "Karim Haddad").aliases.is_empty());
    desk.press("u");
    assert!(!names(&desk).contains(&"Anne Roussel"));
    desk.press("u");
    assert!(names(&desk).contains(&"Anne Roussel"));
}

#[test]
fn where_there_is_one_name_there_is_nothing_to_split() {
    let mut desk = on_files();
    go_to(&mut desk, "Anne Roussel");
    desk.press("x s");
    assert!(desk.app.choice.is_none());
    assert_eq!(desk.note(), "«\u{a0}Anne Roussel\u{a0}» n’a qu’un nom\u{a0}: rien à séparer.");
}

#[test]
fn xr_renames_and_the_old_name_stays_a_name() {
    let mut desk = on_files();
    go_to(&mut desk, "Karim Haddad");
    desk.press("x r Ctrl-u");
    desk.type_in("Karim  El Haddad").press("Enter");
    let haddad = actor(&desk, "Karim El Haddad");
    assert_eq!((haddad.id.as_str(), haddad.aliases[0].name.as_str()), ("karim-el-haddad", "Karim Haddad"));
    assert_eq!(chosen(&desk), "Karim El Haddad");
    assert!(desk.press("u").screen().contains("Karim Haddad"));
    assert_eq!(chosen(&desk), "Karim Haddad");
}

#[test]
fn a_name_that_is_taken_is_refused() {
    let mut desk = on_files();
    go_to(&mut desk, "Karim Haddad");
    desk.press("x r Ctrl-u");
    desk.type_in("Anne Roussel").press("Enter");
    assert_eq!(desk.note(), "«\u{a0}Anne Roussel\u{a0}» existe déjà\u{a0}: x m fusionne les deux.");
    assert!(desk.app.dossier.corrections.is_empty());
}

#[test]
fn xk_says_what_an_actor_is() {
    let mut desk = on_files();
    go_to(&mut desk, "Anne Roussel");
    desk.press("x k");
    assert!(desk.screen().contains("organisation"));
    desk.press("j Enter");
    assert_eq!(actor(&desk, "Anne Roussel").kind, ActorKind::Organisation);
    assert_eq!(kept(&desk), [Correction::Kind { actor: "Anne Roussel".into(), kind: "organisation" }]);
    desk.press("u");
    assert_eq!(actor(&desk, "Anne Roussel").kind, ActorKind::Person);
    desk.press("x k Enter");
    assert!(desk.app.dossier.corrections.is_empty(), "the same kind is no correction");
}

#[test]
fn xh_hides_and_at_the_end_of_the_list_shows_again() {
    let mut desk = on_files();
    let before = everything(&desk.app.dossier);
    go_to(&mut desk, "Anne Roussel");
    desk.press("x h");
    assert!(!names(&desk).contains(&"Anne Roussel"));
    assert!(desk.note().contains("x h le montre de nouveau"), "{}", desk.note());
    desk.press("G");
    assert_eq!(chosen(&desk), "Anne Roussel");
    assert!(desk.screen().contains("masqué\u{a0}: x h le montre"), "{}", desk.screen());
    desk.press("x h");
    assert_eq!(everything(&desk.app.dossier), before);
    assert_eq!(kept(&desk), []);
    // And the way back over that hides it again.
    desk.press("u");
    assert_eq!(desk.app.dossier.hidden[0].name, "Anne Roussel");
}

#[test]
fn a_hidden_actor_is_counted_neither_above_nor_in_the_panel() {
    let mut desk = on_files();
    go_to(&mut desk, "Anne Roussel");
    desk.press("x h");
    let count = desk.app.dossier.actors.len();
    assert!(desk.screen().contains(&format!("{count} acteurs")), "{}", desk.screen());
    assert_eq!((desk.app.side.actors.shown(), desk.app.side.actors.total()), (count, count));
    assert_eq!(desk.app.side.actors.entries().len(), count + 1, "it is listed still, to show it again");
}

#[test]
fn without_a_folder_it_counts_for_the_session_and_says_so() {
    let mut desk = Desk::cable_car().after("g a l l x h");
    assert!(desk.note().ends_with(" · pour cette séance seulement"));
    assert!(desk.effects.is_empty());
    desk.press("R");
    let [Effect::Load { corrections, .. }] = &desk.effects[..] else { panic!("{:?}", desk.effects) };
    assert_eq!(corrections.len(), 1);
}

#[test]
fn in_another_tab_the_keys_say_where_they_work() {
    let mut desk = Desk::cable_car().after("g c l l x h");
    assert_eq!(desk.note(), "On corrige les acteurs dans leur onglet\u{a0}: g a.");
    desk.press("l");
    assert!(desk.app.dossier.hidden.is_empty());
}

#[test]
fn actors_of_different_kinds_that_are_merged_are_told() {
    let mut desk = on_files();
    go_to(&mut desk, "Brévenne");
    desk.press("x m");
    go_to(&mut desk, "Karim Haddad");
    desk.press("x m");
    assert!(desk.note().ends_with(" · u annule · genres différents (lieu, personne)"), "{}", desk.note());
}

#[test]
fn xu_takes_back_any_correction_also_one_of_an_earlier_opening() {
    let mut dossier = CABLE_CAR.clone();
    dossier.home = Some(PathBuf::from("/dossiers/brevenne"));
    let hides = ["Anne Roussel", "Karim Haddad"].map(|actor| recoupe::dossier::Kept {
        correction: Correction::Hide { actor: actor.to_owned() },
        folder: dossier.home.clone(),
        line: Some(2),
    });
    let dossier = dossier.with_corrections(hides.to_vec());
    let mut desk = Desk::on(&dossier).after("g a l l u");
    assert!(desk.note().contains("xu annule l’une des 2 corrections gardées"), "{}", desk.note());
    desk.press("x u");
    assert!(desk.screen().contains("«\u{a0}Karim Haddad\u{a0}» masqué"), "{}", desk.screen());
    desk.press("k Enter");
    assert!(names(&desk).contains(&"Anne Roussel") && !names(&desk).contains(&"Karim Haddad"));
    assert_eq!(kept(&desk), [Correction::Hide { actor: "Karim Haddad".into() }]);
    desk.press("u");
    assert_eq!(desk.app.dossier.hidden.len(), 2);
}

#[test]
fn the_finder_knows_the_actors_as_corrected() {
    let mut desk = on_files();
    go_to(&mut desk, "Karim Haddad");
    desk.press("x r Ctrl-u");
    desk.type_in("Monsieur Régie").press("Enter f");
    desk.type_in("kind:person haddad");
    assert!(desk.screen().contains("Monsieur Régie"), "{}", desk.screen());
    desk.press("Enter");
    assert_eq!(chosen(&desk), "Monsieur Régie");
}

#[test]
fn a_correction_that_no_longer_holds_is_told_and_kept() {
    let mut dossier = CABLE_CAR.clone();
    let hide = Correction::Hide { actor: "Paul Lenoir".into() };
    dossier.corrections.push(recoupe::dossier::Kept {
        correction: hide,
        folder: Some(PathBuf::from("/d")),
        line: Some(4),
    });
    let dossier = dossier.with_corrections(dossier.corrections.clone());
    let desk = Desk::on(&dossier);
    assert!(desk.note().contains("dossier.toml:4"), "{}", desk.note());
    assert!(desk.note().contains("plus d’acteur «\u{a0}Paul Lenoir\u{a0}»"), "{}", desk.note());
    assert_eq!(desk.app.dossier.corrections.len(), 1);
}

#[test]
fn enter_walks_an_actor_across_the_articles_and_round() {
    let mut desk = on_files();
    go_to(&mut desk, "Karim Haddad");
    let mut seen = Vec::new();
    for at in [1, 2, 3, 1] {
        desk.press("Enter");
        assert!(desk.note().starts_with(&format!("Karim Haddad · {at}/3 · ")), "{}", desk.note());
        assert!(desk.passage().contains("Karim Haddad"));
        seen.push(desk.article().to_owned());
    }
    assert_eq!(seen, ["agence.txt", "quotidien.txt", "gazette.txt", "agence.txt"]);
}

#[test]
fn i_opens_the_card_of_the_actor_and_jk_turn_to_the_next_one() {
    let mut desk = on_files();
    go_to(&mut desk, "Karim Haddad");
    desk.press("i");
    let card = desk.screen();
    for told in ["Selon les médias", "quotidien × 1", "propos tenus", "directeur de la régie"] {
        assert!(card.contains(told), "{told}:\n{card}");
    }
    assert_ne!(desk.press("j").screen(), card);
    assert!(!desk.press("Esc").app.details);
}

#[test]
fn a_card_that_is_too_long_is_paged() {
    let mut desk = Desk::demo().sized(80, 12).after("g a l l i");
    let top = desk.screen();
    assert_ne!(desk.press("Space").screen(), top);
    assert_eq!(desk.press("b").screen(), top);
}

#[test]
fn the_keys_that_may_follow_are_shown() {
    let mut desk = on_files();
    assert!(desk.press("x").screen().contains("le masquer, ou le montrer de nouveau"));
    assert!(!desk.press("Esc").screen().contains("le masquer, ou le montrer de nouveau"));
    let mut desk = Desk::cable_car().after("y");
    assert!(desk.screen().contains("Copier"), "{}", desk.screen());
    assert!(desk.press("y").effects.iter().any(|effect| matches!(effect, Effect::Copy(_))));
}

/// Presses keys whose effects are left for the test to answer.
fn unanswered(desk: &mut Desk, keys: &str) -> Vec<Effect> {
    keys.split(' ').flat_map(|key| desk.app.update(Event::Key(key.parse::<Key>().unwrap()))).collect()
}

#[test]
fn what_is_corrected_while_the_worker_is_at_it_counts_too() {
    let mut desk = on_files();
    go_to(&mut desk, "Anne Roussel");
    unanswered(&mut desk, "x h");
    assert!(desk.note().starts_with("«\u{a0}Anne Roussel\u{a0}» masqué"), "told at once: {}", desk.note());
    let again = unanswered(&mut desk, "x h");
    assert!(again.is_empty(), "the same once more is nothing new: {again:?}");
    go_to(&mut desk, "Karim Haddad");
    let effects = unanswered(&mut desk, "x h");
    let asked = effects.iter().find_map(|effect| match effect {
        Effect::Analyse { corrections: Some(corrections), .. } => Some(corrections),
        _ => None,
    });
    assert_eq!(asked.map(Vec::len), Some(2));
    let [Effect::KeepCorrections { before, after, .. }, ..] = &effects[..] else { panic!("{effects:?}") };
    assert_eq!((before.len(), after.len()), (1, 2));
    let effects = unanswered(&mut desk, "u");
    let [Effect::KeepCorrections { after, .. }, ..] = &effects[..] else { panic!("{effects:?}") };
    assert_eq!(after[..], [Correction::Hide { actor: "Anne Roussel".into() }]);
}

#[test]
fn reading_the_files_again_leaves_the_way_back_open() {
    let mut desk = on_files();
    go_to(&mut desk, "Anne Roussel");
    desk.press("x h R");
    // Read from the file, a correction knows its line.
    let mut read = Dossier::clone(&desk.app.dossier);
    read.corrections[0].line = Some(2);
    let generation = desk.app.generation();
    desk.analysed(generation, &read);
    desk.press("u");
    assert!(names(&desk).contains(&"Anne Roussel"));
    assert_eq!(kept(&desk), []);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn whatever_was_corrected_the_way_back_leads_to_what_was_found(
        steps in proptest::collection::vec((0usize..9, prop::sample::select(vec![
            "x m", "x h", "x s Enter", "x s j Enter", "x k j Enter", "x k k Enter", "x r ! Enter",
        ])), 1..9),
    ) {
        let mut desk = on_files();
        let before = everything(&desk.app.dossier);
        for (at, keys) in steps {
            desk.app.side.select(at);
            desk.settle();
            for key in keys.split(' ') {
                desk.happen(Event::Key(key.parse::<Key>().unwrap()));
            }
            let dossier = &desk.app.dossier;
            let mentions = |actors: &[Actor]| actors.iter().map(|actor| actor.mentions.len()).sum::<usize>();
            prop_assert_eq!(mentions(&dossier.actors) + mentions(&dossier.hidden), mentions(&dossier.found));
        }
        while desk.note() != "Rien à annuler." {
            desk.press("u");
        }
        prop_assert!(desk.app.dossier.corrections.is_empty());
        prop_assert_eq!(everything(&desk.app.dossier), before);
    }
}
