//! What the reader asks of the world outside, and what the world tells it.

use std::path::PathBuf;
use std::sync::Arc;

use super::finder::Question;
use super::key::Key;
use super::session::Session;
use super::side::Tab;
use crate::dossier::{Cut, Dossier, Kept, Progress};
use crate::search::{Catalogue, Hits, Scope};
use crate::source::sidecar::Correction;

/// Work that an update asks for; the runtime does it, off the drawing thread where it is long.
#[derive(Debug)]
pub enum Effect {
    /// Read the articles again and analyse them.
    Load {
        /// Results of older generations are dropped.
        generation: u64,
        /// Corrections that stand in no file, for a dossier that has none.
        corrections: Vec<Kept>,
    },
    /// Find anew what follows from the actors.
    Analyse {
        /// Results of older generations are dropped.
        generation: u64,
        /// The dossier.
        dossier: Arc<Dossier>,
        /// The corrections to apply to its actors first, where they are others.
        corrections: Option<Vec<Kept>>,
    },
    /// Cut the aligned pairs at another strength.
    Cut {
        /// What is cut.
        dossier: Arc<Dossier>,
        /// At which strength.
        cut: Cut,
    },
    /// Search the dossier.
    Search {
        /// Results of older generations are dropped.
        generation: u64,
        /// What is searched.
        catalogue: Arc<Catalogue>,
        /// What is asked.
        question: Question,
    },
    /// Put text on the clipboard.
    Copy(String),
    /// Open an address in the browser.
    Browse(String),
    /// Write the dossier to a Markdown file; a message tells where it went.
    Export {
        /// Where to.
        path: PathBuf,
        /// What.
        dossier: Arc<Dossier>,
        /// Which of its articles, in their order.
        only: Vec<usize>,
    },
    /// Lay the dossier out for the finder again, after something in it was changed by hand.
    Index {
        /// The change it is for; what comes of older ones is dropped.
        generation: u64,
        /// What.
        dossier: Arc<Dossier>,
    },
    /// Keep an outlet in the sidecar.
    KeepOutlet {
        /// The folder of the sidecar.
        folder: PathBuf,
        /// The file it is about.
        file: String,
        /// The outlet's name; empty to forget it.
        outlet: String,
    },
    /// Keep the editor's corrections in the sidecar.
    KeepCorrections {
        /// The folder of the sidecar.
        folder: PathBuf,
        /// Those that it holds.
        before: Vec<Correction>,
        /// Those that it is to hold.
        after: Vec<Correction>,
    },
    /// Keep what was starred, read and tagged.
    KeepSession,
    /// Use the mouse or leave it to the terminal.
    Mouse(bool),
    /// Stop until the shell calls the program back.
    Suspend,
    /// Leave.
    Quit,
}

/// Something that happened.
#[derive(Debug)]
pub enum Event {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted.
    Paste(String),
    /// The mouse was used.
    Mouse(Mouse),
    /// A long job got further.
    Progress(u64, Progress),
    /// The articles can be read.
    Loaded(u64, Box<Dossier>),
    /// The actors were corrected, and the claims led to them; the rest of the analysis follows.
    Corrected(u64, Box<Dossier>),
    /// The analysis is there, and everything can be searched.
    Analysed(u64, Box<Dossier>, Box<Catalogue>),
    /// A dossier was cut at another strength: the one it was made from, and what came of it, or why nothing
    /// did.
    Cut(Arc<Dossier>, Result<Box<Dossier>, String>),
    /// The dossier was laid out for the finder again.
    Indexed(u64, Box<Catalogue>),
    /// The articles could not be read at all.
    LoadFailed(u64, String),
    /// A search came back.
    Found(u64, Box<Hits>),
    /// What was starred, read and tagged the last time.
    Opened {
        /// As much of it as was understood.
        session: Box<Session>,
        /// What was not, in words.
        problem: Option<String>,
    },
    /// What was starred, read and tagged is kept.
    Marked {
        /// What was to be kept.
        asked: Box<Session>,
        /// What is kept now, with what another reader of the dossier marked.
        held: Box<Session>,
    },
    /// The sidecar holds corrections of another reader, or lacks some that another one took back.
    CorrectedElsewhere,
    /// Something went well that is worth a line.
    Done(String),
    /// Something failed; the reading goes on.
    Failed(String),
}

/// What the mouse did, at a cell of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mouse {
    /// What it did.
    pub kind: MouseKind,
    /// Column.
    pub column: u16,
    /// Row.
    pub row: u16,
    /// What is drawn there, where only the drawing knows.
    pub on: Option<Spot>,
}

impl Mouse {
    /// What the mouse did at a cell, before it is known what is drawn there.
    pub const fn new(kind: MouseKind, column: u16, row: u16) -> Self {
        Self { kind, column, row, on: None }
    }
}

/// Something on the screen that can be clicked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spot {
    /// A hit of the finder, by its number.
    Hit(usize),
    /// The name of a scope of the finder.
    Scope(Scope),
    /// A line of the help, by its number.
    Help(usize),
    /// A line of the list to choose from, by its number.
    Offer(usize),
    /// The name of a tab of the side panel.
    Tab(Tab),
    /// Something that leads on from the entry of the side panel, by its number.
    Lead(usize),
    /// Beside what lies over the panes.
    Beside,
}

/// What a mouse can do here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MouseKind {
    /// The left button went down.
    Press,
    /// The wheel turned towards the end.
    WheelDown,
    /// The wheel turned towards the start.
    WheelUp,
}
