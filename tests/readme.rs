//! The README tells the truth: its key table is the keymap's, its picture is there.

#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::Path;

use recoupe::app::Keymap;
use recoupe::app::help::key_table;
use recoupe::i18n::{Locale, Messages};

const START: &str = "<!-- keys:start -->\n";
const END: &str = "<!-- keys:end -->";

fn readme() -> (std::path::PathBuf, String) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let text = fs::read_to_string(&path).unwrap();
    (path, text)
}

/// `UPDATE_README=1 cargo test --test readme` writes the table anew.
#[test]
fn the_key_table_is_the_keymaps() {
    let (path, text) = readme();
    let (before, rest) = text.split_once(START).unwrap();
    let (table, after) = rest.split_once(END).unwrap();
    let expected = format!("{}\n", key_table(&Keymap::built_in(), &Messages::new(Locale::English)));
    if std::env::var_os("UPDATE_README").is_some() {
        fs::write(path, format!("{before}{START}{expected}{END}{after}")).unwrap();
    } else {
        assert_eq!(table, expected, "run UPDATE_README=1 cargo test --test readme");
    }
}

#[test]
fn every_picture_is_there() {
    let (path, text) = readme();
    for (_, rest) in text.match_indices("](").map(|(at, _)| text.split_at(at + 2)) {
        let target = rest.split(')').next().unwrap();
        if target.ends_with(".png") || target.ends_with(".svg") {
            assert!(path.with_file_name(target).exists(), "{target}");
        }
    }
}
