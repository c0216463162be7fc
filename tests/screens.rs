//! How it looks: every view at several sizes, as text and with its styles; and that every size draws.
//!
//! The pictures stand in `tests/snapshots`. After a change that is meant to be seen, renew them with
//! `INSTA_UPDATE=always cargo test --test screens`, and look at the difference before committing it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use std::sync::LazyLock;

use common::{DEMO, Desk};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use recoupe::app::effect::Event;
use recoupe::config::LanguageChoice;
use recoupe::dossier::{Dossier, Progress};
use recoupe::source::{Reason, Unread};
use recoupe::ui;
use recoupe::ui::theme::Theme;

/// The sizes that pictures are taken at; the smallest has its own test.
const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (200, 60)];

/// The demo as it is before the analysis.
static UNREAD: LazyLock<Dossier> = LazyLock::new(|| {
    let mut dossier = DEMO.clone();
    dossier.unread.push(Unread { source: "malvere/photo.txt".to_owned(), reason: Reason::Binary });
    dossier
});

/// Compares the picture of a view at every size with the one that is kept.
fn pictures(view: &str, desk: impl Fn(Desk) -> Desk) {
    for (columns, rows) in SIZES {
        let desk = desk(Desk::demo().sized(columns, rows));
        picture(&format!("{view}-{columns}x{rows}"), &desk);
    }
}

fn picture(name: &str, desk: &Desk) {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, desk.picture()));
}

#[test]
fn at_the_start_the_list_has_the_keys() {
    pictures("start", |desk| desk);
}

#[test]
fn in_the_text_with_actors_beside_it() {
    pictures("actors", |desk| desk.after("l g a 3 j"));
}

#[test]
fn the_card_of_an_actor() {
    pictures("card", |desk| desk.after("g a l l 5 G i"));
}

#[test]
fn the_names_that_can_be_taken_out_of_an_actor() {
    picture("choice-80x24", &Desk::demo().sized(80, 24).after("g a l l 2 G x s"));
}

#[test]
fn the_keys_that_may_follow_a_key() {
    picture("following-80x24", &Desk::demo().sized(80, 24).after("g"));
    picture("following-120x40", &Desk::demo().after("g a l l x"));
}

#[test]
fn in_the_text_with_claims_beside_it() {
    pictures("claims", |desk| desk.after("g c h h l 3 j"));
}

#[test]
fn claims_by_speaker_narrowed_to_one() {
    pictures("speaker", |desk| desk.after("g c h h l l v p s j"));
    let english = Desk::speaking(LanguageChoice::English, &DEMO);
    picture("speaker-english-80x24", &english.sized(80, 24).after("g c h h l l v p s p k"));
}

#[test]
fn what_leads_on_from_a_claim() {
    pictures("leads", |desk| desk.after("g c h h l l 3 j l j"));
    let english = Desk::speaking(LanguageChoice::English, &DEMO);
    picture("leads-english-200x60", &english.sized(200, 60).after("g c h h l l 3 j i"));
}

#[test]
fn figures_in_english() {
    for (columns, rows) in SIZES {
        let desk = Desk::speaking(LanguageChoice::English, &DEMO).sized(columns, rows);
        picture(&format!("figures-english-{columns}x{rows}"), &desk.after("g n h h l l p c j"));
    }
}

#[test]
fn in_the_figures() {
    pictures("figures", |desk| desk.after("g n h h l l 3 j"));
}

#[test]
fn in_the_coverage() {
    pictures("coverage", |desk| desk.after("g m l l 3 j"));
}

#[test]
fn a_page_with_its_noise() {
    pictures("noise", |desk| desk.after("3 j Enter"));
}

#[test]
fn comparing_stacked_and_in_columns() {
    pictures("compare", |desk| desk.after("l 3 j ="));
}

#[test]
fn comparing_whole_articles() {
    pictures("whole", |desk| desk.after("l 3 j = w"));
}

#[test]
fn comparing_in_english_and_without_colour() {
    let english = Desk::speaking(LanguageChoice::English, &DEMO).after("l 3 j = p c");
    picture("compare-english-120x40", &english);
    let plain = Desk::demo().in_theme("plain").after("l 3 j =");
    assert!(plain.picture().contains("italic underlined “"), "added words are marked");
    picture("compare-plain-120x40", &plain);
}

#[test]
fn in_the_coverage_alone_on_the_screen() {
    pictures("coverage-zoomed", |desk| desk.after("g m l l z g g ) 2 l"));
}

#[test]
fn in_the_coverage_in_english() {
    let desk = Desk::speaking(LanguageChoice::English, &DEMO).sized(120, 40);
    picture("coverage-english-120x40", &desk.after("g m l l p m v"));
}

#[test]
fn choosing_outlets() {
    pictures("outlets", |desk| desk.after("l 3 j = O j"));
}

#[test]
fn finding() {
    pictures("finder", |desk| {
        let mut desk = desk.after("f");
        desk.type_in("prefete");
        desk
    });
}

#[test]
fn searching_in_the_text() {
    pictures("search", |desk| {
        let mut desk = desk.after("l /");
        desk.type_in("barrage").press("Enter n");
        desk
    });
}

#[test]
fn helping() {
    pictures("help", |desk| desk.after("?"));
}

#[test]
fn telling_the_details() {
    pictures("details", |desk| desk.after("i"));
}

#[test]
fn loading() {
    for (columns, rows) in SIZES {
        let mut desk = Desk::starting(LanguageChoice::French).sized(columns, rows);
        desk.happen(Event::Progress(desk.app.generation(), Progress::Reading(2, 6)));
        picture(&format!("loading-{columns}x{rows}"), &desk);
    }
}

#[test]
fn failing() {
    for (columns, rows) in SIZES {
        let mut desk = Desk::starting(LanguageChoice::French).sized(columns, rows);
        let reason = "malvere : aucun fichier ni dossier de ce nom ; vérifiez l’orthographe".to_owned();
        desk.happen(Event::LoadFailed(desk.app.generation(), reason));
        picture(&format!("failure-{columns}x{rows}"), &desk);
    }
}

#[test]
fn a_file_that_could_not_be_read() {
    picture("unread-80x24", &Desk::on(&UNREAD).sized(80, 24).after("G"));
}

#[test]
fn in_english() {
    picture("english-120x40", &Desk::speaking(LanguageChoice::English, &DEMO).after("l g c 3 j"));
}

#[test]
fn without_colour() {
    let desk = Desk::demo().in_theme("plain").after("l g c 3 j");
    let picture_of_it = desk.picture();
    let colours = ["red", "green", "yellow", "blue", "magenta", "cyan", "gray"];
    let styles = picture_of_it.split("--- styles").nth(1).unwrap();
    for colour in colours {
        assert!(!styles.contains(&format!("{colour} “")), "{colour}");
    }
    picture("plain-120x40", &desk);
}

#[test]
fn too_small_it_tells_the_size_it_needs_whatever_is_open() {
    for keys in ["", "l", "l l", "l =", "f", "?", "i", "l /", "g o"] {
        let desk = Desk::demo().sized(20, 5).after(keys);
        assert!(desk.screen().starts_with("20×5"), "after {keys:?}:\n{}", desk.screen());
    }
    picture("small-20x5", &Desk::demo().sized(20, 5));
}

/// Every view there is, by the keys that lead to it.
fn views() -> Vec<Desk> {
    let mut views: Vec<Desk> = [
        "",
        "l 9 j",
        "g a l l",
        "g c l l",
        "g n l l",
        "g m l l G",
        "g c l l v l j",
        "g c l l i",
        "g n l l p c p o v l",
        "g c l l p h",
        "l z",
        "i",
        "l 3 j =",
        "l 3 j = O",
        "l 3 j = w",
        "g m l l z 2 l",
        "f",
        "?",
        "g o",
    ]
    .iter()
    .map(|keys| Desk::demo().after(keys))
    .collect();
    let mut finding = Desk::demo().after("f");
    finding.type_in("une ligne bien plus longue que la place qu’elle a");
    let mut searching = Desk::demo().after("l /");
    searching.type_in("barrage");
    views.extend([
        finding,
        searching,
        Desk::on(&UNREAD).after("G"),
        Desk::on(&Dossier::default()),
        Desk::starting(LanguageChoice::French),
    ]);
    views
}

/// Draws `views` in turn at every size of `columns` × `rows`; the terminal panics on a cell outside.
fn sweep(views: &mut [Desk], columns: impl Iterator<Item = u16>, rows: &[u16]) {
    let theme = Theme::named("terminal");
    let mut terminal = Terminal::new(TestBackend::new(0, 0)).unwrap();
    let count = views.len();
    for columns in columns {
        for (turn, rows) in rows.iter().enumerate() {
            // Every view meets every width and every height; each size is drawn once.
            let desk = &mut views[(usize::from(columns) + turn) % count];
            desk.app.fit(columns, *rows);
            terminal.backend_mut().resize(columns, *rows);
            terminal.draw(|frame| ui::draw(frame, &desk.app, &theme)).unwrap();
            let drawn = terminal.backend().buffer().content().iter().any(|cell| cell.symbol() != " ");
            assert!(drawn || columns == 0 || *rows == 0, "nothing at {columns}×{rows}");
        }
    }
}

#[test]
fn every_size_up_to_79_columns_draws_something() {
    let rows: Vec<u16> = (0..=60).collect();
    sweep(&mut views(), 0..=79, &rows);
}

#[test]
fn every_size_from_80_to_130_columns_draws_something() {
    let rows: Vec<u16> = (0..=60).collect();
    sweep(&mut views(), 80..=130, &rows);
}

#[test]
fn wider_screens_draw_too() {
    let rows: Vec<u16> = (0..=60).step_by(5).collect();
    sweep(&mut views(), (131..=260).step_by(3), &rows);
}

#[test]
fn every_view_draws_at_the_edges_of_the_layouts() {
    for mut view in views() {
        for columns in [1, 39, 40, 41, 79, 80, 95, 96, 109, 110, 199, 200, 260] {
            sweep(std::slice::from_mut(&mut view), std::iter::once(columns), &[1, 9, 10, 11, 12, 16, 60]);
        }
    }
}
