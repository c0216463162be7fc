//! Moving about: passages, ends, pages, panes, claims and actors.

use recoupe::app::Pane;
use recoupe::app::effect::{Event, Mouse, MouseKind};

use crate::common::{Desk, analysed};

/// A reader on one article of forty short paragraphs.
fn long() -> Desk {
    let paragraphs: Vec<String> =
        (1..=40).map(|number| format!("Le paragraphe {number} parle du marché de la place.")).collect();
    let text = format!("Le marché, jour après jour\n\n{}\n", paragraphs.join("\n\n"));
    Desk::on(&analysed(&[("marche.txt", text.as_str())]))
}

#[test]
fn j_and_k_go_by_passages_and_a_count_repeats_them() {
    let mut desk = Desk::cable_car();
    assert!(desk.press("l 3 j").passage().starts_with("« Personne"));
    assert!(desk.press("2 k").passage().starts_with("Le téléphérique"));
}

#[test]
fn a_count_beyond_the_end_stops_at_the_last_passage() {
    let mut desk = Desk::cable_car();
    assert!(desk.press("l 9 9 9 9 9 j").passage().starts_with("Anne Roussel"));
}

#[test]
fn a_zero_begins_no_count() {
    let mut desk = Desk::cable_car();
    assert_eq!(desk.press("l 0").app.count, None);
    assert_eq!(desk.press("1 0").app.count, Some(10));
}

#[test]
fn gg_and_capital_g_go_to_the_ends() {
    let mut desk = Desk::cable_car();
    assert!(desk.press("l G").passage().starts_with("Anne Roussel"));
    assert!(desk.press("g g").passage().starts_with("Brévenne"));
}

#[test]
fn a_count_before_capital_g_names_the_passage() {
    let mut desk = Desk::cable_car();
    assert!(desk.press("l 3 G").passage().starts_with("Quelque 340"));
}

#[test]
fn in_the_list_the_ends_are_the_first_and_the_last_article() {
    let mut desk = Desk::cable_car();
    assert_eq!(desk.press("G").article(), "gazette.txt");
    assert_eq!(desk.press("g g").article(), "agence.txt");
}

#[test]
fn pages_go_down_and_come_back() {
    let mut desk = long();
    let half = desk.press("l Ctrl-d").app.reader.top;
    assert!(half > 5, "half a page went down {half} rows");
    let page = desk.press("Ctrl-u Space").app.reader.top;
    assert!(page > half, "a page is {page} rows, half of one {half}");
    assert_eq!(desk.press("b").app.reader.top, 0);
}

#[test]
fn the_passage_under_the_cursor_is_always_on_the_screen() {
    let mut desk = long().after("l");
    for number in 1..=40 {
        desk.press("j");
        assert!(desk.screen().contains(&format!("Le paragraphe {number} parle")), "{}", desk.screen());
    }
}

/// A reader on one passage that is taller than any screen.
fn tall() -> Desk {
    let words: Vec<String> = (1..=2000).map(|number| format!("mot{number}")).collect();
    let text = format!("Un seul paragraphe\n\nLe début {} la fin.\n", words.join(" et "));
    Desk::on(&analysed(&[("long.txt", text.as_str())]))
}

#[test]
fn pages_lead_through_a_passage_taller_than_the_screen() {
    let mut desk = tall().after("l j");
    let mut seen = desk.screen();
    for _ in 0..20 {
        seen.push_str(&desk.press("Space").screen());
    }
    let missing = (1..=2000).find(|number| !seen.contains(&format!("mot{number}")));
    assert_eq!(missing, None);
    for _ in 0..20 {
        desk.press("b");
    }
    assert!(desk.screen().contains("Le début mot1 "));
}

#[test]
fn the_wheel_leads_through_the_whole_text_and_back() {
    for mut desk in [tall(), long(), Desk::demo()] {
        let text = desk.app.layout().text.unwrap();
        let (column, row) = (text.x + 9, text.y + 9);
        let mut turn = |kind| desk.happen(Event::Mouse(Mouse::new(kind, column, row)));
        (0..200).for_each(|_| turn(MouseKind::WheelDown));
        assert_eq!(desk.app.reader.top, desk.app.reader.page.rows.len() - usize::from(text.height - 2));
        let mut turn = |kind| desk.happen(Event::Mouse(Mouse::new(kind, column, row)));
        (0..200).for_each(|_| turn(MouseKind::WheelUp));
        assert_eq!(desk.app.reader.top, 0);
    }
}

#[test]
fn h_and_l_go_from_pane_to_pane_and_stop_at_the_sides() {
    let mut desk = Desk::cable_car();
    assert_eq!(desk.press("l").app.focus, Pane::Text);
    assert_eq!(desk.press("l l l").app.focus, Pane::Side);
    assert_eq!(desk.press("h h h h").app.focus, Pane::List);
}

#[test]
fn tab_goes_round_and_shift_tab_goes_round_the_other_way() {
    let mut desk = Desk::cable_car();
    assert_eq!(desk.press("Tab Tab Tab").app.focus, Pane::List);
    assert_eq!(desk.press("BackTab").app.focus, Pane::Side);
}

#[test]
fn the_article_under_the_cursor_of_the_list_is_the_one_shown() {
    let mut desk = Desk::cable_car();
    assert!(desk.press("j").screen().contains("Près de 500 passagers"));
}

#[test]
fn enter_in_the_list_goes_into_the_text_and_marks_the_article_read() {
    let mut desk = Desk::cable_car();
    desk.press("j Enter");
    assert_eq!(desk.app.focus, Pane::Text);
    assert!(desk.app.session.read.contains("quotidien.txt"));
}

#[test]
fn upper_case_moves_in_the_neighbouring_pane() {
    let mut desk = Desk::cable_car();
    assert!(desk.press("J J").passage().starts_with("Quelque 340"));
    assert_eq!(desk.app.focus, Pane::List);
    assert_eq!(desk.press("l J").article(), "quotidien.txt");
    assert_eq!(desk.press("K").article(), "agence.txt");
}

#[test]
fn every_article_keeps_its_place() {
    let mut desk = Desk::cable_car();
    desk.press("l 2 j J 3 j");
    assert!(desk.press("K").passage().starts_with("Quelque 340"));
    assert!(desk.press("J").passage().starts_with("« Personne"));
}

#[test]
fn c_goes_to_the_next_claim_and_capital_c_to_the_one_before() {
    let mut desk = Desk::cable_car();
    assert!(desk.press("l c").passage().starts_with("Le téléphérique"));
    assert!(desk.press("c").passage().starts_with("« Personne"));
    assert!(desk.press("C").passage().starts_with("Le téléphérique"));
    assert!(desk.press("2 c").passage().starts_with("La réouverture"));
}

#[test]
fn past_the_last_claim_it_is_said_so() {
    let mut desk = Desk::cable_car();
    desk.press("l G c");
    assert_eq!(desk.note(), "Pas d’autre propos de ce côté.");
    assert!(desk.passage().starts_with("Anne Roussel"));
}

#[test]
fn a_goes_to_the_next_passage_that_names_somebody() {
    let mut desk = Desk::cable_car();
    assert!(desk.press("l j a").passage().ends_with("Karim Haddad."));
    assert!(desk.press("A").passage().contains("Jeanne Morel"));
}

#[test]
fn walking_from_the_list_takes_the_keys_into_the_text() {
    assert_eq!(Desk::cable_car().press("c").app.focus, Pane::Text);
    assert_eq!(Desk::cable_car().press("a").app.focus, Pane::Text);
}

#[test]
fn a_key_without_a_meaning_changes_nothing() {
    let mut desk = Desk::cable_car();
    let without_note = |desk: &Desk| desk.screen().lines().take(38).map(str::to_owned).collect::<Vec<_>>();
    let before = without_note(&desk);
    assert_eq!(without_note(desk.press("w g w")), before);
    assert_eq!(desk.note(), "gw\u{a0}: sans effet ici (? pour l’aide)");
    assert_eq!(desk.press("Esc").note(), "");
}

#[test]
fn a_begun_sequence_is_shown_and_given_up_by_a_key_that_does_not_end_it() {
    let mut desk = Desk::cable_car();
    assert!(desk.press("3 g").screen().contains(" 3g…"));
    assert!(!desk.press("Esc").screen().contains("3g…"));
}
