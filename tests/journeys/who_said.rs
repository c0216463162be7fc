//! The side panel's claims and figures: their orders, their filters, and where an entry leads.

use std::sync::LazyLock;

use recoupe::app::effect::Effect;
use recoupe::app::{Pane, side};
use recoupe::dossier::Dossier;

use crate::common::{Desk, analysed};

/// Three accounts of one flood: two agree on what the prefect says and differ on a number, one has a
/// rumour and a figure of its own.
static FLOOD: LazyLock<Dossier> = LazyLock::new(|| {
    analysed(&[
        (
            "agence.txt",
            "Crue à Orvelle : la digue sous surveillance\n\n\
             « La digue d’Orvelle tiendra jusqu’à dimanche », a déclaré la préfète Jeanne Morel.\n\n\
             Quelque 340 habitants ont quitté le quartier des Tanneurs, selon les pompiers.\n\n\
             Jeanne Morel a promis l’arrivée de renforts avant la nuit.\n",
        ),
        (
            "quotidien.txt",
            "Orvelle retient son souffle\n\n\
             « La digue d’Orvelle tiendra jusqu’à dimanche », a assuré la préfète Jeanne Morel.\n\n\
             Près de 500 habitants ont quitté le quartier des Tanneurs, selon les pompiers.\n\n\
             Karim Haddad, le maire, a demandé la fermeture du pont des Meuniers.\n",
        ),
        (
            "gazette.txt",
            "La vieille digue d’Orvelle\n\n\
             La digue aurait été fissurée dès janvier, selon un ingénieur de la région.\n\n\
             Les travaux coûteront 12 millions d’euros, a annoncé Karim Haddad.\n",
        ),
    ])
});

fn desk() -> Desk {
    Desk::on(&FLOOD)
}

/// The screen with its words on single blanks, as the eye reads it.
fn picture(desk: &Desk) -> String {
    desk.screen().replace(['\u{a0}', '\u{202f}'], " ").replace(['│', '┃'], "")
}

/// The words of the claims listed, from the top down.
fn listed(desk: &Desk) -> Vec<&str> {
    let dossier = &desk.app.dossier;
    let words = |entry: &side::claims::Entry| {
        let claim = &dossier.claims[entry.claim];
        claim.span.of(&dossier.articles[claim.article].text)
    };
    desk.app.side.claims.entries().iter().map(words).collect()
}

/// The names over the claims listed by speaker.
fn speakers(desk: &Desk) -> Vec<String> {
    let dossier = &desk.app.dossier;
    let name = |voice: &recoupe::dossier::voices::Voice| {
        let claim = &dossier.claims[voice.claims[0]];
        recoupe::dossier::voices::name(dossier, claim, &voice.source).unwrap_or("?").to_owned()
    };
    desk.app.side.claims.voices.iter().map(name).collect()
}

#[test]
fn v_lists_the_claims_of_all_articles_by_speaker_and_back() {
    let mut desk = desk().after("g c l l");
    assert_eq!(listed(&desk).len(), 3, "the article's own");
    desk.press("v");
    assert_eq!(desk.note(), "Ordre\u{a0}: par source.");
    assert_eq!(speakers(&desk)[0], "Jeanne Morel");
    assert_eq!(listed(&desk).len(), desk.app.dossier.claims.len());
    assert!(picture(&desk).contains("Jeanne Morel"));
    assert_eq!(listed(desk.press("v")).len(), 3);
}

#[test]
fn the_order_is_kept_for_the_next_time() {
    let mut desk = desk().after("g c l l v");
    assert!(desk.effects.iter().any(|effect| matches!(effect, Effect::KeepSession)));
    assert_eq!(desk.app.session.claims, side::claims::Order::Speaker);
    desk.press("g n v");
    assert_eq!(desk.app.session.figures, side::figures::Order::Text);
}

#[test]
fn the_cursor_stays_on_its_claim_when_the_order_changes() {
    let mut desk = desk().after("g c l l G");
    let claim = desk.app.selected_claim();
    assert!(claim.is_some());
    assert_eq!(desk.press("v").app.selected_claim(), claim);
    assert_eq!(desk.press("v").app.selected_claim(), claim);
}

#[test]
fn filters_combine_and_say_how_much_they_let_through() {
    let mut desk = desk().after("g c l l v p s");
    assert!(desk.note().starts_with("Affichés\u{a0}: 3 sur "), "{}", desk.note());
    desk.press("p k");
    assert_eq!(listed(&desk).len(), 2);
    assert!(listed(&desk).iter().all(|words| words.starts_with("« La digue")));
    let screen = picture(&desk);
    assert!(screen.contains("seulement : Jeanne Morel · citation"), "{screen}");
    assert!(screen.contains("2 sur "), "{screen}");
    desk.press("p o");
    assert_eq!(listed(&desk).len(), 1);
}

#[test]
fn the_same_key_takes_a_filter_off_again() {
    let mut desk = desk().after("g c l l v p s p s");
    assert_eq!(listed(&desk).len(), desk.app.dossier.claims.len());
    desk.press("p o p k");
    desk.press("p p");
    assert!(desk.note().starts_with("Aucun filtre"), "{}", desk.note());
    assert_eq!(listed(&desk).len(), desk.app.dossier.claims.len());
}

#[test]
fn esc_takes_the_filters_off_before_it_leaves_the_panel() {
    let mut desk = desk().after("g c l l v p s Esc");
    assert_eq!((desk.app.side.filtered(), desk.app.focus), (false, Pane::Side));
    assert_eq!(desk.press("Esc").app.focus, Pane::Text);
}

#[test]
fn what_is_unconfirmed_or_contradicted_is_listed_alone() {
    let mut desk = desk().after("g c l l v p h");
    assert_eq!(listed(&desk).len(), 1);
    assert!(listed(&desk)[0].contains("fissurée"));
    desk.press("p p p c");
    assert!(listed(&desk).iter().all(|words| words.contains("habitants")), "{:?}", listed(&desk));
}

#[test]
fn a_filter_that_lets_nothing_through_says_how_to_undo_it() {
    let desk = desk().after("g c l l p h");
    let screen = picture(&desk);
    assert!(listed(&desk).is_empty());
    assert!(screen.contains("Rien ne passe le filtre : pp"), "{screen}");
}

#[test]
fn an_outlet_stays_listed_whichever_article_is_open() {
    let mut desk = desk().after("g c l l p o");
    desk.press("h h j l l");
    assert_eq!(desk.article(), "quotidien.txt");
    assert!(listed(&desk).iter().any(|words| words.contains("340 habitants")));
}

#[test]
fn enter_goes_on_from_a_claim_to_the_same_one_in_another_outlet() {
    let mut desk = desk().after("g c l j l Enter");
    assert_eq!(desk.article(), "quotidien.txt");
    assert!(desk.passage().contains("a assuré"));
    assert!(desk.note().starts_with("1 sur "), "{}", desk.note());
    assert_eq!(listed(&desk).len(), 3, "the list stays with the claim it started from");
    assert!(desk.press("Esc").app.side.lead.is_none());
    assert_eq!(desk.app.focus, Pane::Side);
    assert_eq!(desk.press("Enter").article(), "agence.txt", "back to the claim itself");
}

#[test]
fn l_takes_the_pointer_below_the_list_and_h_brings_it_back() {
    let mut desk = desk().after("g c l j l l");
    assert_eq!((desk.app.side.lead, desk.article()), (Some(0), "agence.txt"));
    desk.press("j");
    assert_eq!(desk.app.side.lead, Some(1));
    let second = desk.app.side.leads(&desk.app.dossier)[1];
    desk.press("Enter");
    assert_eq!(desk.app.article(), Some(second.article));
    assert!(desk.app.reader.passage().unwrap().overlaps(second.span));
    desk.press("h");
    assert_eq!((desk.app.side.lead, desk.app.focus), (None, Pane::Side));
    assert_eq!(desk.press("h").app.focus, Pane::Text);
}

#[test]
fn the_details_tell_the_claim_in_full_and_lead_on() {
    let mut desk = desk().after("g c l j l i");
    let screen = picture(&desk);
    assert!(screen.contains("Ce propos") && screen.contains("Aussi de Jeanne Morel"), "{screen}");
    desk.press("Enter");
    assert!(!desk.app.details);
    assert_eq!(desk.article(), "quotidien.txt");
    let mut from_text = self::desk().after("l i");
    assert!(picture(&from_text).contains("Fiche de l’article"), "{}", picture(&from_text));
    assert!(from_text.press("Esc").app.side.lead.is_none());
}

#[test]
fn where_the_text_does_not_fit_beside_the_panel_enter_goes_there() {
    let desk = desk().sized(60, 24).after("g c G Enter");
    assert_eq!(desk.app.focus, Pane::Text);
    assert!(desk.passage().contains("a promis"));
}

#[test]
fn c_walks_through_what_is_listed_while_the_panel_has_the_keys() {
    let mut desk = desk().after("g c l l v p s g g");
    desk.press("c");
    assert!(desk.passage().contains("a promis"), "{}", desk.passage());
    desk.press("c");
    assert_eq!(desk.article(), "quotidien.txt");
    assert_eq!(desk.press("c").note(), "Pas d’autre propos de ce côté.");
}

#[test]
fn a_copied_claim_names_its_speaker_and_its_own_outlet() {
    let mut desk = desk().after("g c l l v G y c");
    let claim = desk.app.selected_claim().unwrap();
    let outlet = desk.app.dossier.articles[desk.app.dossier.claims[claim].article].label().to_owned();
    assert!(desk.copied().contains(&outlet), "{}", desk.copied());
    desk.press("g g y c");
    assert!(desk.copied().starts_with("Jeanne Morel\u{a0}: «"), "{}", desk.copied());
}

#[test]
fn the_comparison_opens_on_the_claim_that_is_selected() {
    let desk = desk().after("g c l l G =");
    let compare = desk.app.compare.as_ref().unwrap();
    assert_eq!(compare.base, 0);
    assert!(picture(&desk).contains("a promis"), "{}", picture(&desk));
}

#[test]
fn figures_that_differ_come_first_with_their_values() {
    let desk = desk().after("g n l l");
    let screen = picture(&desk);
    let row = |words: &str| screen.lines().position(|line| line.contains(words));
    assert!(row("≠ divergents").unwrap() < row("+ dans un seul média").unwrap(), "{screen}");
    assert!(screen.contains("340 : agence") && screen.contains("500 : quotidien"), "{screen}");
    assert!(screen.contains("12 millions d’euros"), "{screen}");
}

#[test]
fn enter_walks_a_figure_through_its_outlets_and_round() {
    let mut desk = desk().after("g n l l g g Enter");
    assert!(desk.passage().starts_with("Quelque 340"));
    assert!(desk.press("Enter").passage().starts_with("Près de 500"));
    assert!(desk.press("Enter").passage().starts_with("Quelque 340"));
    assert_eq!(desk.article(), "agence.txt");
}

#[test]
fn figures_are_narrowed_to_what_differs_and_to_an_outlet() {
    let mut desk = desk().after("g n l l p c");
    assert_eq!(desk.app.side.count(), 1);
    assert!(picture(&desk).contains("seulement : ≠ divergents"));
    desk.press("Esc h h G l l p o");
    assert_eq!(desk.article(), "gazette.txt");
    assert_eq!(desk.app.side.count(), 1, "the twelve million");
    assert_eq!(desk.press("p c").app.side.count(), 0);
}

#[test]
fn in_the_order_of_the_text_figures_are_those_of_the_article() {
    let mut desk = desk().after("g n l l v");
    assert_eq!(desk.app.side.count(), 1);
    desk.press("h h G l l");
    assert!(picture(&desk).contains("12 millions d’euros"), "{}", picture(&desk));
}

#[test]
fn a_tab_without_an_order_or_a_filter_says_so() {
    let mut desk = desk().after("g a l l p h");
    assert_eq!(desk.note(), "Cet onglet n’a pas cet ordre ni ce filtre.");
    assert_eq!(desk.press("g n p s").note(), "Cet onglet n’a pas cet ordre ni ce filtre.");
}

#[test]
fn a_claim_that_the_finder_leads_to_is_the_one_lit_up() {
    let mut desk = desk().after("f");
    desk.type_in("kind:claim renforts");
    desk.press("Enter");
    let claim = desk.app.claim_at_cursor().expect("a claim is lit up");
    let claim = &desk.app.dossier.claims[claim];
    assert!(claim.span.of(&desk.app.dossier.articles[claim.article].text).contains("renforts"));
}

#[test]
fn filters_outlive_a_reload() {
    let mut desk = desk().after("g c l l v p s R");
    let generation = desk.app.generation();
    desk.analysed(generation, &FLOOD.clone());
    assert_eq!(speakers(&desk), ["Jeanne Morel"]);
    assert_eq!(listed(&desk).len(), 3);
}
