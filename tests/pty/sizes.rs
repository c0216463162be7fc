//! The window changes its size while keys are pressed and articles arrive.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::demo;
use crate::tty::Tty;

/// How many sizes the storm goes through; `RECOUPE_STORM` asks for another number.
const SIZES: usize = 2_000;

/// Keys that open, close and move everything; none leaves, and none writes a file.
const KEYS: [&str; 26] = [
    "j", "k", "l", "h", "\t", "G", "gg", " ", "b", "c", "a", "=", "\u{1b}", "?", "\u{1b}", "f", "pr",
    "\u{1b}", "i", "s", "z", "gm", "gn", "S", "\r", "\u{f}",
];

/// Numbers that look random and are the same every time: the high half of a linear congruential generator
/// (Knuth's MMIX).
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: u16) -> u16 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u16::try_from((self.0 >> 33) % u64::from(sides)).unwrap()
    }
}

/// Puts the reader at a size where it shows its panes, and leaves it by its own key.
fn still_reads(mut tty: Tty) {
    tty.resize(120, 40);
    // Whatever is open closes; the last key tells that all before it were read.
    tty.send("\u{1b}\u{1b}\u{1b}\u{1b}?");
    tty.until_shown("Se déplacer");
    tty.send("\u{1b}");
    tty.until("the help has closed", |tty| !tty.screen().contains("Se déplacer"));
    tty.send("\u{3}");
    assert_eq!(tty.end().exit_code(), 0, "{}", tty.screen());
    assert_eq!(tty.left_over(), [] as [&str; 0]);
}

#[test]
fn a_storm_of_sizes_with_keys_between_breaks_nothing() {
    let sizes = std::env::var("RECOUPE_STORM").map_or(SIZES, |told| told.parse().unwrap());
    let mut tty = demo(120, 40);
    let mut dice = Dice(20);
    for _ in 0..sizes {
        tty.resize(1 + dice.below(300), 1 + dice.below(100));
        tty.send(KEYS[usize::from(dice.below(26))]);
        assert!(tty.runs(), "it ended:\n{}", tty.screen());
    }
    still_reads(tty);
}

#[test]
fn articles_may_arrive_while_the_window_shrinks() {
    let folder = TempDir::new().unwrap();
    for article in 0..60 {
        let text = format!(
            "Le pont de la rue {article} ferme\n\nLe pont ferme lundi, a dit Anne Roussel au conseil {article}.\n"
        );
        fs::write(folder.path().join(format!("{article}.txt")), text).unwrap();
    }
    for _ in 0..3 {
        let paths: [&Path; 1] = [folder.path()];
        let mut tty = Tty::start(160, 50, &paths);
        tty.until("it has the terminal", |tty| tty.look(vt100::Screen::alternate_screen));
        for step in 0..60 {
            tty.resize(160 - 2 * step, 50 - step / 2);
            assert!(tty.runs(), "it ended:\n{}", tty.screen());
        }
        still_reads(tty);
    }
}
