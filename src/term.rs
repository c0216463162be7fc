//! The real terminal: taking it over, giving it back, and the loop between keys and screen.
//!
//! One thread draws and holds the state; others read keys, wait for signals, load and analyse, and
//! search. They all speak to it through one channel, so that nothing is locked and a late answer can
//! be dropped by its generation.

use std::io;
use std::path::PathBuf;
use std::sync::mpsc;

use crate::app::App;
use crate::config::Settings;
use crate::output::{Words, complain};
use crate::ui::theme::{self, Theme};

use signals::Bell;

mod browser;
mod input;
mod keeper;
mod runtime;
mod screen;
mod signals;
mod worker;

pub use runtime::{Inbox, Message, Runtime};
pub use screen::{Screen, Surface, restore_on_panic};
pub use signals::Signal;
pub use worker::{Worker, catalogue};

/// Opens the reader on what stands under `paths`; on the built-in demo where there are none.
///
/// # Errors
/// When the terminal cannot be set up or written to.
pub fn open(paths: Vec<PathBuf>, settings: Settings) -> io::Result<()> {
    let (sender, messages) = mpsc::channel();
    let (ring, caught) = mpsc::channel();
    let bell = Bell::new(ring, sender.clone());
    signals::watch(&bell)?;
    let theme = Theme::named(if no_colour() { theme::PLAIN } else { &settings.theme });
    screen::restore_on_panic();
    let mut screen = screen::Screen::new(settings.mouse)?;
    let app = App::new(settings.clone(), screen.size()?);
    let worker = Worker::new(paths, &settings, sender.clone());
    input::listen(sender, bell.clone());
    let mut runtime = Runtime::new(app, theme, worker, Inbox::new(caught, messages));
    let left = runtime.run(&mut screen);
    drop(screen);
    bell.leave();
    // What is still to be kept is waited for, before a signal can end the process.
    for problem in runtime.finish() {
        complain(&problem);
    }
    if let Some(signal) = left? {
        signals::end(signal);
    }
    Ok(())
}

/// What is wrong with the keys that the settings choose, in words.
pub fn key_mistakes(settings: &Settings, words: &Words) -> Vec<String> {
    App::keymap_of(settings).1.iter().map(|problem| problem.in_words(words)).collect()
}

/// Whether the environment asks for no colour (<https://no-color.org>).
fn no_colour() -> bool {
    std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
}
