//! The comparison follows the passage: whoever has it is on the screen at once.

use std::path::Path;

use recoupe::app::compare::Compare;
use recoupe::dossier::{Cut, Dossier};

use crate::common::{DEMO, Desk};

/// The sizes of the table of the design, and one between each two.
const SIZES: [(u16, u16); 5] = [(80, 24), (96, 24), (120, 40), (160, 40), (200, 60)];

/// Opens the comparison on passages at every size, on each of them at one of `turns` sizes; fails where one
/// that another outlet has is shown without it. Gives how many there were.
fn every_match_is_shown(dossier: &Dossier, turns: usize) -> usize {
    let mut seen = 0;
    for (turn, (columns, rows)) in SIZES.into_iter().enumerate() {
        let mut desk = Desk::on(dossier).sized(columns, rows);
        for (base, text) in dossier.texts.iter().enumerate() {
            for sentence in text.sentences.iter().skip(turn % turns).step_by(turns) {
                desk.app.compare = Some(Compare::new(dossier, base, sentence.span.start, Cut::USUAL));
                desk.settle();
                let compare = desk.app.compare.as_ref().unwrap();
                let level = compare.current().unwrap();
                if level.alone() {
                    continue;
                }
                seen += 1;
                let best = compare.order(level)[0];
                let laid = compare.laid(compare.row).unwrap();
                let cell = laid.cells.iter().find(|cell| cell.column == best);
                let article = &dossier.articles[compare.article_of(best)];
                let shown = cell.and_then(|cell| cell.passages.first()).is_some_and(|(_, lines)| {
                    let first: String = lines[0].of(&article.text).split_whitespace().collect();
                    desk.screen().split_whitespace().collect::<String>().contains(&first)
                });
                let words = sentence.span.of(&dossier.articles[base].text);
                assert!(shown, "{columns}×{rows}: {words}\n{}", desk.screen());
            }
        }
    }
    seen
}

#[test]
fn whoever_has_a_passage_of_the_demo_is_on_the_screen_at_once() {
    assert!(every_match_is_shown(&DEMO, 1) > 300);
}

#[test]
fn whoever_has_a_passage_of_a_real_event_is_on_the_screen_at_once() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/eval/clusters");
    let Ok(events) = std::fs::read_dir(&folder) else {
        println!("skipped: {} is not there", folder.display());
        return;
    };
    for event in events {
        let paths = [event.unwrap().path()];
        let dossier = Dossier::load(&paths, &|_| {}).unwrap().analyse(&|_| {});
        assert!(every_match_is_shown(&dossier, 5) > 0, "{}", paths[0].display());
    }
}

#[test]
fn the_fixed_order_is_a_choice() {
    let order = |desk: &Desk| {
        let compare = desk.app.compare.as_ref().unwrap();
        compare.order(compare.current().unwrap())
    };
    let mut desk = Desk::demo().after("l =");
    desk.press("c c c c c");
    let follows = order(&desk);
    assert_ne!(follows, [1, 2, 3, 4, 5], "an outlet that has it stands before one that has not");
    assert!(desk.screen().contains("d’abord qui a le passage"));
    desk.press("O O Esc");
    assert_eq!(order(&desk), [1, 2, 3, 4, 5]);
    assert!(!desk.screen().contains("d’abord qui a le passage"));
    desk.press("O O Esc");
    assert_eq!(order(&desk), follows);
}

#[test]
fn l_goes_on_to_the_next_outlet_that_has_the_passage_and_j_to_the_first_of_the_next() {
    let mut desk = Desk::cable_car().after("l 3 j =");
    let cell = |desk: &Desk| desk.app.compare.as_ref().unwrap().cell().len();
    for _ in 0..2 {
        desk.press("l");
        assert_eq!(cell(&desk), 1);
    }
    desk.press("k");
    let compare = desk.app.compare.as_ref().unwrap();
    assert_eq!(compare.column, compare.order(compare.current().unwrap())[0]);
}
