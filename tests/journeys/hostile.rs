//! An article that tries to drive the terminal: nothing of it is drawn, copied or typed.

use recoupe::dossier::Dossier;
use recoupe::dossier::Remark;
use recoupe::source::{Reason, Unread};

use crate::common::{Desk, analysed};

/// Escape sequences, C0 and C1 controls, bidirectional overrides, invisible and tag characters, variation
/// selectors, a filler.
const POISON: &str = "\u{1b}[31m\u{1b}]52;c;cGlyYXRl\u{7}\u{9b}2J\u{8}\u{7f}\u{0}\u{202e}\u{2066}\u{200b}\u{feff}\u{e0041}\u{fe01}\u{e0121}\u{3164}";

fn poisoned() -> Dossier {
    let one = format!(
        "Le pont {POISON} du marché fermé\n\n\
         Le pont du marché est fermé depuis lundi, a annoncé la préfète Jeanne{POISON} Morel.\n\n\
         « Personne ne passera {POISON} avant jeudi », a déclaré Karim Haddad.\n\n\
         Quelque 340{POISON} passants ont fait demi-tour.\n"
    );
    let two = format!(
        "Pont fermé\n\n\
         Le pont du marché est fermé depuis lundi, a indiqué la préfète Jeanne Morel.{POISON}\n\n\
         « Personne ne passera {POISON} avant jeudi », a répété Karim Haddad.\n"
    );
    let name = format!("une{POISON}.txt");
    let mut dossier = analysed(&[(name.as_str(), one.as_str()), ("deux.txt", two.as_str())]);
    dossier.title = Some(format!("Le pont{POISON}"));
    for article in &mut dossier.articles {
        article.title = Some(format!("Le pont {POISON} fermé"));
        article.authors = vec![format!("Anne{POISON} Roussel")];
        article.address = Some(format!("https://pont.example/{POISON}"));
        article.source = format!("pont{POISON}.txt");
    }
    dossier
        .unread
        .push(Unread { source: format!("x{POISON}.txt"), reason: Reason::Failed(POISON.to_owned()) });
    dossier.remarks.push(Remark::Undecoded { file: format!("pont{POISON}.txt"), places: 1 });
    dossier
}

/// Whether a terminal could take `c` for anything but a character to show.
fn is_dangerous(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0000}'..='\u{e0fff}')
}

#[test]
fn no_cell_of_any_view_holds_a_character_that_drives_a_terminal() {
    let dossier = poisoned();
    for keys in [
        "",
        "l",
        "l G",
        "G",
        "g a l l",
        "g c l l",
        "g n l l",
        "g m l l",
        "i",
        "l =",
        "l = d",
        "l = O",
        "f",
        "f Tab",
        "f Tab Tab",
        ":",
        "?",
        "g o",
        "l / j e a n",
        "l z",
        "y u",
        "o",
        "m",
    ] {
        for (columns, rows) in [(60, 24), (80, 24), (120, 40), (200, 60)] {
            let desk = Desk::on(&dossier).sized(columns, rows).after(keys);
            let buffer = desk.buffer();
            let bad = buffer.content().iter().find(|cell| cell.symbol().chars().any(is_dangerous));
            assert!(bad.is_none(), "{:?} after {keys:?} at {columns}×{rows}", bad.map(|cell| cell.symbol()));
        }
    }
}

#[test]
fn what_was_set_aside_is_shown_as_a_mark() {
    assert!(Desk::on(&poisoned()).after("l").screen().contains('␛'));
}

#[test]
fn what_is_copied_holds_no_control_character() {
    let mut desk = Desk::on(&poisoned()).after("l 2 j");
    for keys in ["y y", "y t", "y c", "y a", "y u"] {
        let copied = desk.press(keys).copied();
        let bad = copied.chars().find(|c| is_dangerous(*c) && *c != '\n');
        assert_eq!(bad, None, "{keys}: {copied:?}");
    }
    desk.press("k =");
    let copied = desk.press("y y").copied();
    assert!(!copied.chars().any(|c| is_dangerous(c) && c != '\n'), "{copied:?}");
}

#[test]
fn an_exported_file_is_not_named_by_the_article() {
    let mut desk = Desk::on(&poisoned());
    desk.press("e Enter");
    let [recoupe::app::Effect::Export { path, .. }] = &desk.effects[..] else { panic!("{:?}", desk.effects) };
    let name = path.to_str().unwrap();
    assert!(name.chars().all(|c| c.is_ascii_alphanumeric() || "-.".contains(c)), "{name}");
    assert!(!name.contains(".."), "{name}");
}
