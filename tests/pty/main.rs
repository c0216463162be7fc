//! The real program in a real pseudo-terminal: how it starts, resizes, stops, comes back and ends.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::path::Path;

use recoupe::term::{Screen, Surface, restore_on_panic};
use tempfile::TempDir;

mod bursts;
mod hostile;
mod saving;
mod signals;
mod sizes;
mod tty;

use tty::Tty;

const EVERYTHING: [&str; 5] = ["raw mode", "alternate screen", "hidden cursor", "bracketed paste", "mouse"];

/// The program on the demo, once the analysis is there.
fn demo(columns: u16, rows: u16) -> Tty {
    let tty = Tty::start(columns, rows, &[]);
    // The first claim's number beside the text; a narrow screen does not tell how much was found.
    tty.until_shown("C1 ");
    tty
}

fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, bytes) in files {
        fs::write(folder.path().join(name), bytes).unwrap();
    }
    folder
}

const ARTICLE: &[u8] = "La fanfare de Brévenne joue sans tambour\n\n\
    La fanfare a joué dimanche sans tambour, a raconté Anne Roussel.\n"
    .as_bytes();

#[test]
fn it_starts_on_the_demo_and_takes_the_terminal_over() {
    let tty = demo(120, 40);
    assert!(tty.screen().contains("Malvère"));
    assert_eq!(tty.left_over(), EVERYTHING);
}

#[test]
fn it_follows_every_resize() {
    let tty = demo(120, 40);
    for (columns, rows) in [(80, 24), (200, 60), (44, 12), (120, 40)] {
        tty.resize(columns, rows);
        tty.until("the footer on the last row", |tty| {
            let lines: Vec<String> = tty.look(|screen| screen.rows(0, columns).collect());
            lines.len() == usize::from(rows)
                && lines.last().is_some_and(|line| line.trim_end().ends_with("? aide"))
        });
    }
    tty.resize(30, 5);
    tty.until_shown("30×5");
    tty.resize(1, 1);
    tty.resize(80, 24);
    tty.until_shown("? aide");
}

#[test]
fn q_closes_one_thing_after_the_other_and_gives_the_terminal_back() {
    let mut tty = demo(120, 40);
    tty.send("=");
    tty.until_shown("seuil");
    tty.send("q");
    tty.until_shown("Articles");
    tty.send("q");
    assert_eq!(tty.end().exit_code(), 0);
    assert_eq!(tty.left_over(), [] as [&str; 0]);
}

#[test]
fn keys_reach_the_reader_accents_and_arrows_too() {
    let mut tty = demo(120, 40);
    tty.send("f");
    tty.until_shown("❯");
    tty.send("préfète");
    tty.until_shown("❯ préfète");
    tty.send("\u{1b}");
    tty.until("the finder has closed", |tty| !tty.screen().contains('❯'));
    tty.send("\u{1b}[B");
    tty.until_shown("2/6");
}

#[test]
fn clicks_reach_what_is_drawn() {
    let mut tty = demo(120, 40);
    let click = |tty: &mut Tty, text: &str| {
        let screen = tty.screen();
        let (row, line) = (1..).zip(screen.lines()).find(|(_, line)| line.contains(text)).unwrap();
        let column = 1 + line[..line.find(text).unwrap()].chars().count();
        // As a terminal tells it in the SGR form: the left button down, and up again.
        tty.send(&format!("\u{1b}[<0;{column};{row}M\u{1b}[<0;{column};{row}m"));
    };
    click(&mut tty, "Chiffres");
    tty.until_shown("divergents");
    click(&mut tty, "Radio Vallée");
    tty.until_shown("4/6");
    tty.send("?");
    tty.until_shown("Se déplacer");
    click(&mut tty, "Articles");
    tty.until("the help has closed", |tty| !tty.screen().contains("Se déplacer"));
}

#[test]
fn a_paste_is_typed_and_runs_nothing() {
    let mut tty = demo(120, 40);
    tty.send("f");
    tty.until_shown("❯");
    tty.send("\u{1b}[200~q\nq\u{1b}[201~");
    tty.until_shown("❯ q q");
}

#[test]
fn signals_end_it_as_they_should_and_the_terminal_is_given_back() {
    for (name, told) in [("TERM", "Terminated"), ("HUP", "Hangup"), ("INT", "Interrupt")] {
        let mut tty = demo(80, 24);
        tty.signal(name);
        let status = tty.end();
        assert_eq!(status.signal(), Some(told), "{name}: {status:?}");
        assert_eq!(tty.left_over(), [] as [&str; 0], "after {name}");
    }
}

/// Stops it by `stop`, calls it back, and leaves.
fn stop_and_go_on(stop: impl FnOnce(&mut Tty)) {
    let mut tty = demo(120, 40);
    stop(&mut tty);
    tty.until("the process has stopped", |tty| tty.state() == 'T');
    tty.until("the terminal is given back", |tty| tty.left_over().is_empty());
    let written = tty.bytes().len();
    tty.signal("CONT");
    tty.until("the terminal is taken over again", |tty| tty.left_over() == EVERYTHING);
    tty.until("it is drawn anew", |tty| {
        tty.bytes().len() > written && tty.screen().contains("faits communs")
    });
    tty.send("j");
    tty.until_shown("2/6");
    tty.send("q");
    assert_eq!(tty.end().exit_code(), 0);
    assert_eq!(tty.left_over(), [] as [&str; 0]);
}

#[test]
fn ctrl_z_stops_it_and_cont_brings_it_back() {
    stop_and_go_on(|tty| tty.send("\u{1a}"));
}

#[test]
fn a_stop_signal_from_elsewhere_stops_it_too() {
    stop_and_go_on(|tty| tty.signal("TSTP"));
}

#[test]
fn bad_files_are_listed_and_the_rest_opens() {
    let folder = folder(&[
        ("article.txt", ARTICLE),
        ("photo.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
        ("vide.txt", b"\n"),
        ("dossier.toml", b"titre = \"x\"\n[[article]\n"),
    ]);
    let mut tty = Tty::start(120, 40, &[folder.path()]);
    tty.until_shown("sans tambour");
    tty.until_shown("photo.txt");
    assert!(tty.screen().contains("vide.txt"));
    tty.send("q");
    assert_eq!(tty.end().exit_code(), 0);
}

#[test]
fn a_star_is_there_the_next_time() {
    let folder = folder(&[("article.txt", ARTICLE)]);
    let state = TempDir::new().unwrap();
    for keys in ["m", ""] {
        let mut tty = Tty::start_at(state.path(), 120, 40, &[folder.path()]);
        tty.until_shown("sans tambour");
        tty.send(keys);
        tty.until_shown("★");
        tty.send("q");
        assert_eq!(tty.end().exit_code(), 0);
    }
}

#[test]
fn two_readers_on_one_dossier_keep_what_each_of_them_sets() {
    let folder = folder(&[
        ("fanfare.txt", ARTICLE),
        ("gare.txt", "La gare ferme\n\nLa gare ferme lundi, a dit Karim Haddad à la presse.\n".as_bytes()),
    ]);
    let state = TempDir::new().unwrap();
    let open = || {
        let tty = Tty::start_at(state.path(), 120, 40, &[folder.path()]);
        tty.until_shown("fait commun");
        tty
    };
    let (mut one, mut two) = (open(), open());
    one.send("m");
    one.until_shown("Étoile mise");
    two.send("jt");
    two.until_shown("Étiquettes");
    two.send("urgent\r");
    two.until_shown("#urgent");
    // The second one hears of the first one's star as it keeps its own tag.
    two.until_shown("★");
    one.send("gallxh");
    one.until_shown("masqué · u annule");
    two.send("gallGxkjj\r");
    two.until_shown("u annule");
    for mut tty in [one, two] {
        // The panel first, then the text or the program.
        tty.send("qq");
        assert_eq!(tty.end().exit_code(), 0);
    }
    let sidecar = fs::read_to_string(folder.path().join("dossier.toml")).unwrap();
    assert_eq!(sidecar.matches("[[correction]]").count(), 2, "{sidecar}");
    assert!(sidecar.contains("hide = ") && sidecar.contains("kind = "), "{sidecar}");
    let again = open();
    again.until_shown("★");
    again.until_shown("#urgent");
}

#[test]
fn a_path_that_names_nothing_is_told_and_the_terminal_is_not_touched() {
    let mut tty = Tty::start(80, 24, &[Path::new("/no/such/folder")]);
    assert_eq!(tty.end().exit_code(), 66);
    assert!(tty.screen().contains("/no/such/folder"), "{}", tty.screen());
    assert!(!tty.bytes().contains(&0x1b));
}

#[test]
fn nothing_that_an_article_holds_drives_the_terminal() {
    let text = "Le \u{1b}]0;pirate\u{7}pont\u{1b}[6n du marché\u{1b}c fermé\n\n\
        Le pont\u{1b}]52;c;cGlyYXRl\u{1b}\\ est fermé\u{9b}5n depuis \u{202e}lundi\u{7}, a dit Anne\u{1b}[?1049l Roussel.\n";
    let folder = folder(&[("pont\u{1b}]2;x\u{7}.txt", text.as_bytes()), ("deux.txt", text.as_bytes())]);
    let mut tty = Tty::start(120, 40, &[folder.path()]);
    tty.until_shown("faits communs");
    for (keys, shown) in [("l=", "seuil"), ("q", "Articles"), ("i", "UTF-8"), ("if", "❯")] {
        tty.send(keys);
        tty.until_shown(shown);
    }
    tty.send("\u{1b}");
    tty.until("the finder has closed", |tty| !tty.screen().contains('❯'));
    // The cursor is hidden only after the frame without the finder was written.
    tty.until("the terminal is as the program had it", |tty| tty.left_over() == EVERYTHING);
    tty.send("q");
    assert_eq!(tty.end().exit_code(), 0);
    let bytes = tty.bytes();
    let written = String::from_utf8_lossy(&bytes);
    for sequence in ["\u{1b}]", "\u{1b}[6n", "\u{1b}c", "\u{1b}\\", "\u{7}", "\u{9b}", "\u{202e}"] {
        assert!(!written.contains(sequence), "{sequence:?}");
    }
    assert_eq!(written.matches("\u{1b}[?1049l").count(), 1, "left once, by the program itself");
}

/// Run by the next test, in a terminal of its own.
#[test]
#[ignore = "breaks down on purpose"]
fn drawing_breaks_down() {
    restore_on_panic();
    let mut screen = Screen::new(true).unwrap();
    screen.at_once(&mut |_| panic!("the pen broke")).unwrap();
}

#[test]
fn a_panic_while_drawing_gives_the_terminal_back_before_it_is_told() {
    let home = TempDir::new().unwrap();
    let itself = std::env::current_exe().unwrap();
    let arguments = ["drawing_breaks_down", "--exact", "--ignored", "--nocapture"].map(Path::new);
    let mut tty = Tty::run(&itself, home.path(), 80, 24, &arguments);
    assert!(!tty.end().success());
    assert_eq!(tty.left_over(), [""; 0]);
    let written = String::from_utf8_lossy(&tty.bytes()).into_owned();
    let (taken, given_back) = (written.find("\u{1b}[?1049h"), written.find("\u{1b}[?1049l"));
    let told = written.find("the pen broke");
    assert!(taken.is_some() && taken < given_back && given_back < told, "{written:?}");
}
