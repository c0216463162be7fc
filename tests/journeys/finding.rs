//! Finding: `/` in a pane, `f` over everything.

use recoupe::app::{Pane, side::Tab};
use recoupe::search::{Kind, Scope};

use crate::common::Desk;

#[test]
fn a_search_without_accents_finds_words_that_have_them() {
    let mut desk = Desk::cable_car().after("l /");
    desk.type_in("prefete").press("Enter");
    assert!(desk.passage().contains("préfète Jeanne Morel"));
    assert!(!desk.app.in_pane.typing);
}

#[test]
fn the_cursor_is_on_the_first_match_while_typing_and_the_count_is_shown() {
    let mut desk = Desk::cable_car().after("l /");
    desk.type_in("helico");
    assert!(desk.passage().starts_with("Quelque 340"));
    assert!(desk.screen().contains("/helico"));
    assert!(desk.screen().contains("1 sur 1"), "{}", desk.screen());
}

#[test]
fn n_goes_from_passage_to_passage_and_round_the_end() {
    let mut desk = Desk::cable_car().after("l /");
    desk.type_in("brevenne").press("Enter");
    assert!(desk.passage().starts_with("Brévenne"));
    assert!(desk.press("n").passage().starts_with("Le téléphérique"));
    assert!(desk.press("n").passage().starts_with("Brévenne"));
    assert!(desk.press("N").passage().starts_with("Le téléphérique"));
}

#[test]
fn esc_gives_the_search_up_and_goes_back_to_where_it_began() {
    let mut desk = Desk::cable_car().after("l j /");
    desk.type_in("hiver");
    assert!(desk.passage().starts_with("Anne Roussel"));
    desk.press("Esc");
    assert!(desk.passage().starts_with("Le téléphérique"));
    assert!(!desk.app.in_pane.active());
}

#[test]
fn a_search_without_a_match_says_so() {
    let mut desk = Desk::cable_car().after("l /");
    desk.type_in("dirigeable").press("Enter");
    assert_eq!(desk.note(), "Aucune correspondance.");
}

#[test]
fn matches_are_lit_up_and_esc_puts_them_out() {
    let mut desk = Desk::cable_car().after("l /");
    desk.type_in("helico").press("Enter");
    let lit = |desk: &Desk| desk.picture().contains("“hélico”");
    assert!(lit(&desk), "{}", desk.picture());
    desk.press("Esc");
    assert!(!lit(&desk));
}

#[test]
fn in_the_list_a_search_looks_at_titles() {
    let mut desk = Desk::cable_car().after("/");
    desk.type_in("evacues").press("Enter");
    assert_eq!(desk.article(), "quotidien.txt");
}

#[test]
fn n_without_a_search_says_what_to_do() {
    assert_eq!(
        Desk::cable_car().press("l n").note(),
        "Rien à répéter : / cherche dans ce volet.".replace(" :", "\u{a0}:")
    );
}

#[test]
fn the_finder_finds_in_every_article_without_accents() {
    let mut desk = Desk::cable_car().after("f");
    desk.type_in("hoteliers");
    assert_eq!(desk.app.found_place().unwrap().0, 1);
    desk.press("Enter");
    assert!(desk.app.finder.is_none());
    assert_eq!(desk.article(), "quotidien.txt");
    assert!(desk.passage().starts_with("Les hôteliers"));
}

#[test]
fn ctrl_o_comes_back_from_where_the_finder_led() {
    let mut desk = Desk::cable_car().after("l j f");
    desk.type_in("hoteliers").press("Enter Ctrl-o");
    assert_eq!(desk.article(), "agence.txt");
    assert!(desk.passage().starts_with("Le téléphérique"));
}

#[test]
fn every_key_narrows_and_backspace_widens() {
    let mut desk = Desk::cable_car().after("f");
    let all = desk.app.finder.as_ref().unwrap().hits.total;
    desk.type_in("haddad");
    let some = desk.app.finder.as_ref().unwrap().hits.total;
    assert!(0 < some && some < all, "{some} of {all}");
    desk.press("Ctrl-u");
    assert_eq!(desk.app.finder.as_ref().unwrap().hits.total, all);
}

#[test]
fn tab_goes_through_the_scopes_and_round() {
    let mut desk = Desk::cable_car().after("f");
    let scope = |desk: &Desk| desk.app.finder.as_ref().unwrap().scope;
    desk.press("Tab");
    assert_eq!(scope(&desk), Scope::Only(Kind::Article));
    assert_eq!(desk.app.finder.as_ref().unwrap().hits.total, 3);
    desk.press("BackTab BackTab");
    assert_eq!(scope(&desk), Scope::Only(Kind::Command));
    desk.press("Tab");
    assert_eq!(scope(&desk), Scope::All);
}

#[test]
fn enter_on_an_article_opens_it() {
    let mut desk = Desk::cable_car().after("f Tab");
    desk.type_in("panne de plus").press("Enter");
    assert_eq!(desk.article(), "gazette.txt");
    assert_eq!(desk.app.focus, Pane::Text);
}

#[test]
fn enter_on_an_actor_opens_it_in_the_side_panel() {
    let mut desk = Desk::cable_car().after("g c f Tab Tab Tab");
    desk.type_in("roussel").press("Enter");
    assert_eq!(desk.app.side.tab, Tab::Actors);
    assert_eq!(desk.app.dossier.actors[desk.app.side.cursor()].name, "Anne Roussel");
    assert!(desk.passage().starts_with("Anne Roussel"));
}

#[test]
fn enter_on_a_claim_goes_to_it() {
    let mut desk = Desk::cable_car().after("f Tab Tab Tab Tab");
    desk.type_in("cables neufs").press("Enter");
    assert_eq!(desk.article(), "agence.txt");
    assert!(desk.passage().starts_with("Anne Roussel"));
}

#[test]
fn enter_on_a_command_runs_it() {
    let mut desk = Desk::cable_car().after(":");
    assert_eq!(desk.app.finder.as_ref().unwrap().scope, Scope::Only(Kind::Command));
    desk.type_in("comparer le passage").press("Enter");
    assert!(desk.app.compare.is_some());
}

#[test]
fn the_cursor_of_the_finder_goes_down_and_up_and_stays_inside() {
    let mut desk = Desk::cable_car().after("f Tab Down Ctrl-n");
    assert_eq!(desk.app.finder.as_ref().unwrap().cursor, 2);
    desk.press("Down Down PageDown");
    assert_eq!(desk.app.finder.as_ref().unwrap().cursor, 2);
    desk.press("Up Ctrl-k PageUp");
    assert_eq!(desk.app.finder.as_ref().unwrap().cursor, 0);
}

#[test]
fn q_types_in_the_finder_and_esc_closes_it() {
    let mut desk = Desk::cable_car().after("f q");
    assert_eq!(desk.app.finder.as_ref().unwrap().line.text(), "q");
    desk.press("Esc");
    assert!(desk.app.finder.is_none());
    assert!(!desk.quits());
}

#[test]
fn ctrl_y_copies_the_hit_with_its_source() {
    let mut desk = Desk::cable_car().after("f Tab Tab");
    desk.type_in("hoteliers").press("Ctrl-y");
    assert!(desk.copied().starts_with("Les hôteliers"));
    assert!(desk.copied().contains("\n— "));
}
