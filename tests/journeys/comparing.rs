//! The comparison: where it opens, how it is walked through, where it leads.

use recoupe::app::Pane;
use recoupe::app::compare::Compare;

use crate::common::{Desk, analysed};

fn compare(desk: &Desk) -> &Compare {
    desk.app.compare.as_ref().expect("the comparison is open")
}

/// The words of the row under the cursor.
fn row(desk: &Desk) -> &str {
    let compare = compare(desk);
    compare.rows[compare.row].passage.of(&desk.app.dossier.articles[compare.base].text)
}

#[test]
fn it_opens_on_the_passage_under_the_cursor() {
    let desk = Desk::cable_car().after("l 3 j =");
    assert_eq!(compare(&desk).base, 0);
    assert!(row(&desk).starts_with("« Personne"));
}

#[test]
fn a_shared_quote_stands_beside_that_of_every_other_outlet() {
    let desk = Desk::cable_car().sized(200, 40).after("l 3 j =");
    let cells = &compare(&desk).rows[compare(&desk).row].cells;
    assert_eq!(cells.iter().flatten().count(), 2);
    assert!(desk.screen().contains("assuré"));
    assert!(desk.screen().contains("répété"));
}

#[test]
fn enter_in_the_text_compares_too() {
    assert!(row(&Desk::cable_car().after("l 3 j Enter")).starts_with("« Personne"));
}

#[test]
fn side_by_side_j_and_k_go_by_rows() {
    let mut desk = Desk::cable_car().after("l =");
    assert_eq!(compare(&desk).arrangement.columns, 2);
    assert!(row(desk.press("2 j")).starts_with("Quelque 340"));
    assert!(row(desk.press("k")).starts_with("Le téléphérique"));
    assert!(row(desk.press("G")).starts_with("Anne Roussel"));
    assert!(row(desk.press("g g")).starts_with("Brévenne"));
}

#[test]
fn stacked_j_goes_through_the_outlets_of_a_passage_first() {
    let mut desk = Desk::cable_car().sized(80, 24).after("l 3 j =");
    assert_eq!(compare(&desk).arrangement.columns, 1);
    desk.press("2 j");
    assert_eq!(compare(&desk).column, 2);
    assert!(row(&desk).starts_with("« Personne"));
    desk.press("j");
    assert_eq!(compare(&desk).column, 0);
    assert!(row(&desk).starts_with("La réouverture"));
}

#[test]
fn c_goes_to_the_next_passage_that_somebody_else_has() {
    let mut desk = Desk::cable_car().after("l G =");
    assert!(row(&desk).starts_with("Anne Roussel"));
    assert!(row(desk.press("C")).starts_with("« Personne"));
    desk.press("c");
    assert_eq!(desk.note(), "Pas d’autre passage commun de ce côté.");
}

#[test]
fn d_leaves_only_what_differs_and_brings_the_rest_back() {
    let mut desk = Desk::cable_car().after("l 4 j =");
    let all = compare(&desk).rows.len();
    desk.press("d");
    let some = compare(&desk).rows.len();
    assert!(0 < some && some < all, "{some} of {all}");
    assert!(row(&desk).starts_with("La réouverture"));
    desk.press("d");
    assert_eq!(compare(&desk).rows.len(), all);
    assert!(row(&desk).starts_with("La réouverture"));
}

#[test]
fn capital_o_chooses_the_outlets() {
    let mut desk = Desk::cable_car().after("l 3 j = O");
    assert_eq!(compare(&desk).choosing, Some(0));
    desk.press("Space j Esc");
    assert_eq!(compare(&desk).choosing, None);
    assert_eq!(compare(&desk).others, [2]);
    assert!(row(&desk).starts_with("« Personne"));
    assert!(desk.app.compare.is_some());
}

#[test]
fn enter_jumps_into_the_other_article_and_ctrl_o_comes_back() {
    let mut desk = Desk::cable_car().after("l 3 j = l Enter");
    assert!(desk.app.compare.is_none());
    assert_eq!((desk.article(), desk.app.focus), ("quotidien.txt", Pane::Text));
    assert!(desk.passage().starts_with("« Personne"));
    assert_eq!(desk.press("Ctrl-o").article(), "agence.txt");
}

#[test]
fn l_shows_the_outlets_that_do_not_fit() {
    let mut desk = Desk::cable_car().after("l 3 j =");
    assert!(!desk.screen().contains("répété"));
    assert!(desk.press("l l").screen().contains("répété"));
    assert!(desk.press("h h").screen().contains("assuré"));
}

#[test]
fn q_closes_it_on_the_passage_it_came_to_and_then_leaves() {
    let mut desk = Desk::cable_car().after("l = 2 j q");
    assert!(desk.app.compare.is_none() && !desk.quits());
    assert!(desk.passage().starts_with("Quelque 340"));
    assert!(desk.press("q").quits());
}

#[test]
fn the_same_key_opens_and_closes_it() {
    assert!(Desk::cable_car().after("l = =").app.compare.is_none());
}

#[test]
fn a_row_is_copied_with_the_source_of_every_outlet() {
    let mut desk = Desk::cable_car().after("l 3 j =");
    desk.press("y y");
    assert_eq!(desk.copied().matches("\n— ").count(), 3, "{}", desk.copied());
    assert!(desk.copied().contains("a répété mardi"));
}

#[test]
fn alone_an_article_is_not_compared() {
    let mut desk = Desk::on(&analysed(&[("seule.txt", "Une seule voix\n\nIl a plu sur la vallée.\n")]));
    desk.press("l =");
    assert!(desk.app.compare.is_none());
    assert_eq!(desk.note(), "Il faut au moins deux articles pour comparer.");
}

#[test]
fn words_that_the_other_does_not_have_are_marked() {
    let desk = Desk::cable_car().after("l 2 j =");
    let picture = desk.picture();
    assert!(picture.contains("“Quelque 340”"), "{picture}");
}
