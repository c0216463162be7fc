//! Much that is typed, pasted or clicked at once.

use crate::demo;

/// Types what tells that everything before it was read.
fn everything_was_read(tty: &mut crate::tty::Tty) {
    tty.send("?");
    tty.until_shown("Se déplacer");
    tty.send("\u{1b}");
    tty.until("the help has closed", |tty| !tty.screen().contains("Se déplacer"));
}

#[test]
fn a_burst_of_keys_is_read_to_its_end_without_another_key() {
    for length in [1_022, 1_024, 1_026, 1_500, 8_192] {
        let mut tty = demo(120, 40);
        tty.send(&"jk".repeat(length / 2));
        tty.send("?");
        tty.until_shown("Se déplacer");
    }
}

#[test]
fn thousands_of_mouse_reports_are_read() {
    let mut tty = demo(120, 40);
    let report = |at: usize| format!("\u{1b}[<65;{};{}M", 1 + at % 120, 1 + at % 40);
    tty.send(&(0..5_000).map(report).collect::<String>());
    everything_was_read(&mut tty);
}

#[test]
fn a_long_paste_is_taken_whole_with_and_without_brackets() {
    let text = "pont ".repeat(40_000);
    let mut tty = demo(120, 40);
    tty.send("f");
    tty.until_shown("❯");
    tty.send(&format!("\u{1b}[200~{text}\u{1b}[201~"));
    tty.send("\u{1b}");
    tty.until("the finder has closed", |tty| !tty.screen().contains('❯'));
    everything_was_read(&mut tty);
    // As tmux pastes by default: every letter is a key. In the finder none of them does anything else.
    tty.send("f");
    tty.until_shown("❯");
    tty.send(&text[..10_000]);
    tty.send("\u{1b}");
    tty.until("the finder has closed", |tty| !tty.screen().contains('❯'));
    everything_was_read(&mut tty);
}
