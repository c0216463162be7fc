//! Inputs that are longer than anybody's article, and that must be read in a time that grows as they do.
//!
//! Each took minutes where something was asked of all that follows, or of all that came before, at every
//! step. They end in a second or two, so the half minute they are given says nothing about the machine.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::Path;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use recoupe::article::{BlockKind, blocks};
use recoupe::source::sidecar::Sidecar;

/// What `job` gives, unless it is caught in work that grows by the square.
fn soon<T: Send + 'static>(job: impl FnOnce() -> T + Send + 'static) -> T {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || sender.send(job()));
    receiver.recv_timeout(Duration::from_secs(30)).expect("it should have ended long ago")
}

#[test]
fn a_line_of_megabytes_with_sentences_glued_together_is_cut_into_blocks() {
    let ports = (0..40_000).map(|port| format!("Le port {port} fermera en mars.Les pêcheurs iront au sud. "));
    let text = format!("{}\nÀ lire aussi : le phare\n", ports.collect::<String>());
    let cut = soon(move || blocks::cut(&text, 0));
    assert_eq!(cut.last().map(|block| block.kind), Some(BlockKind::Related));
}

#[test]
fn a_sidecar_of_a_megabyte_is_read_with_the_line_of_each_entry() {
    let entry = "[[article]]\nfile = \"depeche.txt\"\noutlet = \"L'Écho du Nord\"\n\n";
    let sidecar = soon(|| Sidecar::parse(Path::new("dossier.toml"), &entry.repeat(16_000)));
    assert_eq!((sidecar.entries.len(), sidecar.remarks.len()), (16_000, 0));
    assert_eq!(sidecar.entries.last().map(|entry| entry.line), Some(15_999 * 4 + 2));
}

#[test]
fn thousands_of_unknown_keys_are_told_with_their_lines() {
    let keys: String = (0..40_000).map(|key| format!("cle{key} = 1\n")).collect();
    let sidecar = soon(move || Sidecar::parse(Path::new("dossier.toml"), &keys));
    assert_eq!(sidecar.remarks.last().map(|remark| remark.line), Some(40_000));
}
