//! The mouse: a click selects, a second one opens, the wheel moves what is under it.

use recoupe::app::Pane;
use recoupe::app::effect::{Effect, Event, Mouse, MouseKind};
use recoupe::app::side::Tab;

use crate::common::Desk;

/// Turns the wheel down on the first place of the screen that shows `text`.
fn turn(desk: &mut Desk, text: &str) {
    let screen = desk.screen();
    let (row, line) = (0u16..).zip(screen.lines()).find(|(_, line)| line.contains(text)).unwrap();
    let column = line[..line.find(text).unwrap()].chars().count();
    let wheel = Mouse::new(MouseKind::WheelDown, u16::try_from(column).unwrap(), row);
    desk.happen(Event::Mouse(wheel));
}

#[test]
fn in_the_list_a_click_selects_and_a_second_one_opens() {
    let mut desk = Desk::cable_car();
    desk.click("● quotidien");
    assert_eq!((desk.article(), desk.app.focus), ("quotidien.txt", Pane::List));
    desk.click("● quotidien");
    assert_eq!(desk.app.focus, Pane::Text);
    assert!(matches!(desk.effects[..], [Effect::KeepSession]), "opened, it is read");
}

#[test]
fn a_click_on_a_tab_opens_it() {
    let mut desk = Desk::cable_car();
    for (name, tab) in [
        ("Chiffres", Tab::Figures),
        ("Propos", Tab::Claims),
        ("Couverture", Tab::Coverage),
        ("Acteurs", Tab::Actors),
    ] {
        desk.click(name);
        assert_eq!((desk.app.side.tab, desk.app.focus), (tab, Pane::Side), "{name}");
    }
}

#[test]
fn a_claim_that_is_clicked_twice_leads_into_the_text() {
    let mut desk = Desk::cable_car().after("g c");
    desk.click("C2  Karim Haddad");
    assert_eq!(desk.app.side.cursor(), 1);
    assert!(!desk.passage().contains("cabine"));
    desk.click("C2  Karim Haddad");
    assert!(desk.passage().contains("cabine"), "{}", desk.passage());
}

#[test]
fn what_stands_below_the_claims_leads_to_the_other_outlets() {
    let mut desk = Desk::cable_car().after("g c l l g g j");
    let below = desk.screen();
    assert!(below.contains("= quotidien"), "{below}");
    desk.click("= quotidien");
    assert_eq!(desk.article(), "quotidien.txt");
    assert!(desk.passage().contains("cabine"));
}

#[test]
fn a_click_in_the_text_goes_to_the_passage_and_the_claim_there() {
    let mut desk = Desk::cable_car();
    desk.click("Personne n’a passé la nuit");
    assert!(desk.passage().contains("cabine"));
    let claim = desk.app.claim_at_cursor().unwrap();
    let claim = &desk.app.dossier.claims[claim];
    assert!(claim.span.of(&desk.app.dossier.articles[0].text).contains("cabine"));
    assert!(desk.app.compare.is_none());
}

#[test]
fn in_the_finder_a_click_selects_a_second_one_opens_and_one_beside_it_closes() {
    let mut desk = Desk::cable_car().after("f");
    desk.type_in("haddad kind:claim");
    let second = desk.app.finder.as_ref().unwrap().hits.shown.len();
    assert!(second > 1);
    desk.press("Down Up");
    let screen = desk.screen();
    let row = screen.lines().position(|line| line.contains("▶propos")).unwrap() + 1;
    let click = |desk: &mut Desk| {
        let press = Mouse::new(MouseKind::Press, 12, u16::try_from(row).unwrap());
        desk.happen(Event::Mouse(press));
    };
    click(&mut desk);
    assert_eq!(desk.app.finder.as_ref().unwrap().cursor, 1);
    click(&mut desk);
    assert!(desk.app.finder.is_none());
    assert_eq!(desk.app.focus, Pane::Text);
    desk.press("f");
    desk.happen(Event::Mouse(Mouse::new(MouseKind::Press, 0, 0)));
    assert!(desk.app.finder.is_none());
}

#[test]
fn a_click_on_a_scope_looks_there() {
    let mut desk = Desk::cable_car().sized(200, 60).after("f");
    desk.type_in("haddad");
    let all = desk.app.finder.as_ref().unwrap().hits.total;
    desk.click("propos chiffres commandes");
    assert!(desk.app.finder.as_ref().unwrap().hits.total < all);
}

#[test]
fn in_the_help_a_click_selects_and_a_second_one_runs() {
    let mut desk = Desk::cable_car().after("?");
    desk.type_in("étoile");
    desk.click("Étoile\u{a0}: la mettre");
    assert!(desk.app.help.is_none(), "the first line is under the cursor already");
    assert_eq!(desk.app.session.starred.len(), 1);
}

#[test]
fn in_the_list_of_kinds_a_second_click_chooses() {
    let mut desk = Desk::cable_car().after("g a l l x k");
    desk.click("événement");
    assert!(desk.app.choice.is_some());
    desk.click("événement");
    assert!(desk.app.choice.is_none());
    assert_eq!(desk.app.dossier.corrections.len(), 1);
}

#[test]
fn the_wheel_moves_what_is_under_it() {
    let mut desk = Desk::demo();
    turn(&mut desk, "Radio Vallée");
    assert_eq!((desk.app.list.cursor, desk.app.focus), (1, Pane::List));
    let top = desk.app.reader.top;
    turn(&mut desk, "┏━ Articles");
    assert_eq!(desk.app.list.cursor, 2);
    desk.happen(Event::Mouse(Mouse::new(MouseKind::WheelDown, 50, 12)));
    assert_eq!(desk.app.reader.top, top + 3);
    desk.press("?");
    desk.happen(Event::Mouse(Mouse::new(MouseKind::WheelDown, 50, 12)));
    assert_eq!(desk.app.help.as_ref().unwrap().cursor, 3);
}
