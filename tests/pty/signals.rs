//! Every signal that can be caught gives the terminal back.

use std::fs;
use std::path::Path;
use std::time::Duration;

use tempfile::TempDir;

use crate::tty::{Tty, send_signal, state_of};
use crate::{EVERYTHING, demo, stop_and_go_on};

/// The signals whose default is to end the process, by number, as Linux counts them. Not among them: KILL,
/// which nobody catches, and PIPE, which Rust programs ignore.
fn ending() -> impl Iterator<Item = u8> {
    // HUP INT QUIT ILL TRAP ABRT BUS FPE, USR1 SEGV USR2, ALRM TERM STKFLT; XCPU XFSZ VTALRM PROF; IO PWR SYS;
    // the real-time ones, of which the C library keeps two for itself.
    (1..=8).chain(10..=12).chain(14..=16).chain(24..=27).chain(29..=31).chain(34..=64)
}

/// The program in a terminal that it has taken over, whatever it has done so far.
fn started() -> Tty {
    let tty = Tty::start(80, 24, &[]);
    tty.until("it has the terminal", |tty| tty.left_over() == EVERYTHING);
    tty
}

#[test]
fn each_ends_it_as_it_should_and_the_terminal_is_given_back() {
    for signal in ending() {
        let mut tty = started();
        tty.signal(&signal.to_string());
        let ended = tty.end();
        // Ended by the signal, or with what a shell makes of that.
        let code = ended.signal().map_or(ended.exit_code(), |_| 128 + u32::from(signal));
        assert_eq!(code, 128 + u32::from(signal), "{ended:?}");
        assert_eq!(tty.left_over(), [] as [&str; 0], "after signal {signal}");
    }
}

#[test]
fn the_shell_finds_the_terminal_as_it_left_it_and_the_code_of_the_signal() {
    let script = "PATH=/usr/bin:/bin; stty -a >before; \"$0\"; echo \"code $?\" >code; stty -a >after";
    for (signal, code) in [("TERM", 143), ("QUIT", 131), ("FPE", 136), ("40", 168)] {
        let home = TempDir::new().unwrap();
        let program = Path::new(env!("CARGO_BIN_EXE_recoupe"));
        let arguments = [Path::new("-c"), Path::new(script), program];
        let mut tty = Tty::run(Path::new("/bin/sh"), home.path(), 80, 24, &arguments);
        tty.until("it has the terminal", |tty| tty.left_over() == EVERYTHING);
        send_signal(signal, tty.started_by_it());
        assert!(tty.end().success());
        let told = |file: &str| fs::read_to_string(home.path().join(file)).unwrap();
        assert_eq!(told("code"), format!("code {code}\n"), "after {signal}");
        assert_eq!(told("before"), told("after"), "after {signal}");
    }
}

#[test]
fn one_that_comes_during_the_start_gives_the_terminal_back() {
    for wait in 0..30 {
        let mut tty = Tty::start(80, 24, &[]);
        std::thread::sleep(Duration::from_millis(wait));
        tty.signal("TERM");
        assert_eq!(tty.end().signal(), Some("Terminated"));
        assert_eq!(tty.left_over(), [] as [&str; 0], "after {wait} ms");
    }
}

#[test]
fn stopping_for_the_terminal_gives_it_back_too() {
    for signal in ["TTIN", "TTOU"] {
        stop_and_go_on(|tty| tty.signal(signal));
    }
}

#[test]
fn in_the_background_it_leaves_the_terminal_alone() {
    let home = TempDir::new().unwrap();
    let mut tty = Tty::run(Path::new("/bin/sh"), home.path(), 80, 24, &[Path::new("-i")]);
    tty.send(concat!(env!("CARGO_BIN_EXE_recoupe"), "\n"));
    tty.until_shown("C1 ");
    let reader = tty.started_by_it();
    let stopped = |tty: &Tty| {
        tty.until("it has stopped", |_| state_of(reader) == 'T');
        assert!(!tty.look(vt100::Screen::alternate_screen));
    };
    tty.send("\u{1a}");
    stopped(&tty);
    tty.send("bg; echo be\"\"hind\n");
    tty.until_shown("behind");
    stopped(&tty);
    tty.send("fg\n");
    tty.until_shown("C1 ");
    tty.send("q");
    tty.until("the terminal is given back", |tty| !tty.look(vt100::Screen::alternate_screen));
    tty.send("exit\n");
    assert!(tty.end().success());
}

#[test]
fn closing_the_window_hangs_it_up() {
    let mut tty = demo(80, 24);
    tty.close_window();
    assert_eq!(tty.end().signal(), Some("Hangup"));
}
