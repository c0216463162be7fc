//! The mouse in the comparison and the coverage: the first click selects, the second opens.

use recoupe::app::Pane;
use recoupe::app::effect::{Event, Mouse, MouseKind};

use crate::common::Desk;

/// Where words stand on the screen: the column and the row of the first of them.
fn place(desk: &Desk, words: &str) -> (u16, u16) {
    let screen = desk.screen();
    let (row, line) = screen.lines().enumerate().find(|(_, line)| line.contains(words)).expect(words);
    let column = line[..line.find(words).unwrap()].chars().count();
    (u16::try_from(column).unwrap(), u16::try_from(row).unwrap())
}

fn point(desk: &mut Desk, kind: MouseKind, (column, row): (u16, u16)) {
    desk.happen(Event::Mouse(Mouse::new(kind, column, row)));
}

fn click(desk: &mut Desk, words: &str) {
    let at = place(desk, words);
    point(desk, MouseKind::Press, at);
}

fn compare(desk: &Desk) -> (usize, usize) {
    let compare = desk.app.compare.as_ref().expect("the comparison is open");
    (compare.row, compare.column)
}

#[test]
fn a_click_selects_a_cell_and_a_second_one_jumps_there() {
    let mut desk = Desk::cable_car().after("l =");
    click(&mut desk, "Près de 500");
    assert_eq!(compare(&desk), (2, 1));
    click(&mut desk, "Près de 500");
    assert!(desk.app.compare.is_none());
    assert_eq!(desk.article(), "quotidien.txt");
    assert!(desk.passage().starts_with("Près de 500"));
}

#[test]
fn a_key_between_two_clicks_makes_them_two_selections() {
    let mut desk = Desk::cable_car().after("l =");
    click(&mut desk, "Près de 500");
    desk.press("j k");
    click(&mut desk, "Près de 500");
    assert_eq!(compare(&desk), (2, 1));
}

#[test]
fn stacked_a_click_finds_the_outlet_of_its_line() {
    let mut desk = Desk::cable_car().sized(80, 40).after("l 3 j =");
    click(&mut desk, "a répété");
    assert_eq!(compare(&desk), (3, 2));
}

#[test]
fn the_wheel_goes_through_the_rows() {
    let mut desk = Desk::cable_car().after("l =");
    let at = place(&desk, "Près de 500");
    point(&mut desk, MouseKind::WheelDown, at);
    assert_eq!(compare(&desk).0, 1);
    point(&mut desk, MouseKind::WheelUp, at);
    assert_eq!(compare(&desk).0, 0);
}

#[test]
fn a_click_on_the_slider_sets_the_strength() {
    let mut desk = Desk::cable_car().after("l =");
    let (column, row) = place(&desk, "●───");
    point(&mut desk, MouseKind::Press, (column + 2, row));
    assert_eq!(desk.app.session.strength, Some(60));
}

#[test]
fn a_click_on_an_article_of_the_list_compares_from_there() {
    let mut desk = Desk::cable_car().after("l =");
    point(&mut desk, MouseKind::Press, (4, 6));
    assert_eq!(desk.app.compare.as_ref().map(|compare| compare.base), Some(1));
}

#[test]
fn clicks_tick_outlets_and_one_beside_the_list_takes_them_over() {
    let mut desk = Desk::cable_car().after("l = O");
    click(&mut desk, "[x] quotidien");
    assert!(desk.screen().contains("[ ] quotidien"), "{}", desk.screen());
    point(&mut desk, MouseKind::Press, (30, 35));
    assert_eq!(desk.app.compare.as_ref().map(|compare| compare.others.clone()), Some(vec![2]));
}

#[test]
fn a_click_on_a_cell_of_the_coverage_selects_it_and_a_second_one_compares() {
    let mut desk = Desk::cable_car().after("g m");
    let row = desk.screen().lines().position(|line| line.contains("3/3")).expect("a fact that all have");
    let line = desk.screen().lines().nth(row).unwrap().to_owned();
    let column = line.chars().collect::<Vec<_>>().iter().rposition(|c| "●◐≠".contains(*c)).unwrap();
    let at = (u16::try_from(column).unwrap(), u16::try_from(row).unwrap());
    point(&mut desk, MouseKind::Press, at);
    assert_eq!((desk.app.focus, desk.app.side.coverage.cell), (Pane::Side, Some(2)));
    point(&mut desk, MouseKind::Press, at);
    let compare = desk.app.compare.as_ref().expect("the comparison is open");
    assert_eq!(compare.article_of(compare.column), 2);
}

#[test]
fn a_click_beside_the_cells_means_the_whole_entry() {
    let mut desk = Desk::cable_car().after("g m l l l");
    let (column, row) = place(&desk, "3/3");
    point(&mut desk, MouseKind::Press, (column, row));
    assert_eq!(desk.app.side.coverage.cell, None);
}
