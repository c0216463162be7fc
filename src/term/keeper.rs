//! Keeps what the reader sets on the disk, off the drawing thread and in the order in which it was set.
//!
//! Leaving the program waits for what is still to be written, and so does reading the files again.

use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};

use super::runtime::Message;
use crate::app::effect::Event;
use crate::app::session::{Opened, Session};
use crate::i18n::Locale;
use crate::output::Words;
use crate::source::sidecar::{self, Correction};

/// Something to keep.
#[derive(Debug)]
pub enum Keep {
    /// The outlet of a file, in the sidecar of a folder; an empty one is forgotten.
    Outlet { folder: PathBuf, file: String, outlet: String },
    /// A change of the corrections, in the sidecar of a folder.
    Corrections { folder: PathBuf, before: Vec<Correction>, after: Vec<Correction> },
    /// A change of the marks, in the file of a dossier.
    Session { path: PathBuf, before: Box<Session>, after: Box<Session> },
    /// Nothing; the sender is dropped once everything before it is kept.
    Until(Sender<()>),
}

/// Hands what is to be kept to a thread of its own.
#[derive(Debug)]
pub struct Keeper {
    wanted: Option<Sender<Keep>>,
    thread: Option<JoinHandle<()>>,
}

impl Keeper {
    /// A keeper that tells `answers` in the words of `locale` what went wrong, and what other readers have kept.
    pub fn new(locale: Locale, answers: Sender<Message>) -> Self {
        let (wanted, requests) = mpsc::channel::<Keep>();
        let thread = thread::spawn(move || {
            let words = Words::new(locale);
            let mut told: Vec<Correction> = Vec::new();
            for keep in requests {
                if let Some(event) = done(keep, &words, &mut told) {
                    // Nobody listens any more when the program is being left; the rest is kept all the same.
                    let _ = answers.send(Message::Event(event));
                }
            }
        });
        Self { wanted: Some(wanted), thread: Some(thread) }
    }

    /// Keeps something, after what came before it.
    pub fn keep(&self, keep: Keep) {
        if let Some(wanted) = &self.wanted {
            // The thread lives as long as this does.
            let _ = wanted.send(keep);
        }
    }

    /// Ends once everything asked for so far is kept.
    pub fn until_kept(&self) -> Receiver<()> {
        let (sender, receiver) = mpsc::channel();
        self.keep(Keep::Until(sender));
        receiver
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        self.wanted = None;
        if let Some(thread) = self.thread.take() {
            // Where it has broken down there is nobody left to tell.
            let _ = thread.join();
        }
    }
}

/// Keeps something and gives what the reader should know of it.
fn done(keep: Keep, words: &Words, told: &mut Vec<Correction>) -> Option<Event> {
    match keep {
        Keep::Outlet { folder, file, outlet } => sidecar::set_outlet(&folder, &file, &outlet)
            .err()
            .map(|problem| Event::Failed(words.write_error(&problem))),
        Keep::Corrections { folder, before, after } => {
            match sidecar::set_corrections(&folder, &before, &after) {
                Ok(held) if held == after || held == *told => None,
                Ok(held) => {
                    *told = held;
                    Some(Event::CorrectedElsewhere)
                }
                Err(problem) => Some(Event::Failed(words.write_error(&problem))),
            }
        }
        Keep::Session { path, before, after } => {
            match Session::keep(&path, &[(*before, Session::clone(&after))]) {
                Ok(Opened { problem: Some(problem), .. }) => Some(Event::Failed(problem.in_words(words))),
                Ok(Opened { session, .. }) if session == *after => None,
                Ok(Opened { session, .. }) => Some(Event::Marked { asked: after, held: Box::new(session) }),
                Err(problem) => Some(Event::Failed(problem.in_words(words))),
            }
        }
        Keep::Until(_) => None,
    }
}
