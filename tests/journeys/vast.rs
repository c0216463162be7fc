//! Articles of megabytes: what is laid out is what lies around the cursor, and nothing is missing.

use recoupe::app::effect::Event;
use recoupe::config::LanguageChoice;
use recoupe::dossier::Dossier;

use crate::common::Desk;

/// More rows than are ever laid out of a long article at 120×40.
const MOST: usize = 1_500;

/// A reader on one article that was loaded and not analysed, its keys in the text.
fn loaded(body: &str) -> Desk {
    let dossier = Dossier::of_texts("Le marché", [("marche.txt", format!("Le marché\n\n{body}\n").as_str())]);
    let mut desk = Desk::starting(LanguageChoice::French);
    desk.happen(Event::Loaded(desk.app.generation(), Box::new(dossier)));
    desk.after("l")
}

/// Sentences in one line without end.
fn line() -> String {
    let sentences = (0..8_000).map(|at| format!("Le passage {at} parle du marché et de ses étals."));
    sentences.collect::<Vec<_>>().join(" ")
}

/// The rows on the screen, by what they span.
fn shown(desk: &Desk) -> Vec<String> {
    let height = usize::from(desk.app.layout().text.unwrap().inner().height);
    let text = &desk.app.dossier.articles[0].text;
    let rows = desk.app.reader.page.rows.iter().skip(desk.app.reader.top).take(height);
    rows.map(|row| row.span.of(text).to_owned()).collect()
}

#[test]
fn of_a_line_of_half_a_megabyte_some_screens_are_laid_out() {
    let mut desk = loaded(&line());
    for (keys, place) in [
        ("j", "Le passage 0 "),
        ("G", "Le passage 7999 "),
        ("k k", "Le passage 7997 "),
        ("g g", "Le marché"),
        ("4 0 0 1 j", "Le passage 4000 "),
        ("Ctrl-d Ctrl-d Ctrl-u", "Le passage 40"),
        ("2 0 0 0 k", "Le passage 20"),
    ] {
        desk.press(keys);
        assert!(desk.passage().starts_with(place), "{keys}: {}", desk.passage());
        assert!(desk.app.reader.page.rows.len() < MOST, "{keys}: {}", desk.app.reader.page.rows.len());
        let words: String = desk.passage().split_whitespace().take(3).collect::<Vec<_>>().join(" ");
        let page = shown(&desk).join(" ");
        assert!(page.contains(&words), "{keys}: {words} is not on the screen");
    }
    desk.app.fit(80, 24);
    assert!(desk.app.reader.page.rows.len() < MOST);
    assert!(desk.passage().starts_with("Le passage 20"), "{}", desk.passage());
}

#[test]
fn whoever_pages_through_a_long_line_sees_all_of_it_and_nothing_twice() {
    let mut desk = loaded(&line());
    let mut seen = Vec::new();
    loop {
        let top = shown(&desk);
        desk.press("Space");
        if shown(&desk) == top {
            seen.extend(top);
            break;
        }
        let next = shown(&desk);
        // Pages overlap by some rows.
        let new = (0..top.len()).find(|&from| next.starts_with(&top[from..])).unwrap_or(top.len());
        seen.extend_from_slice(&top[..new]);
    }
    let bare = |text: &str| text.split_whitespace().collect::<String>();
    assert!(bare(&seen.join(" ")) == bare(&desk.app.dossier.articles[0].text));
}

#[test]
fn the_search_leads_to_places_that_are_not_laid_out_yet() {
    let mut desk = loaded(&line());
    desk.press("/").type_in("passage 6543").press("Enter");
    assert!(desk.passage().starts_with("Le passage 6543 "), "{}", desk.passage());
    assert!(desk.screen().contains("Le passage 6543 "));
}

#[test]
fn a_letter_under_a_hundred_thousand_accents_takes_one_cell_and_hides_nothing() {
    let body = format!("Le pont e{} ferme lundi. Il rouvre mardi.", "\u{301}".repeat(100_000));
    let mut desk = loaded(&body);
    for keys in ["j", "j", "G", "g g", "h", "l l"] {
        desk.press(keys);
        let longest = desk.buffer().content().iter().map(|cell| cell.symbol().len()).max();
        assert!(longest < Some(200), "{keys}: a cell of {longest:?} bytes");
    }
    assert!(desk.press("h G").screen().contains("ferme lundi"), "{}", desk.screen());
}
