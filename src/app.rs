//! The reader's state, and how keys and results change it.
//!
//! [`App`] holds everything that is on the screen. [`App::update`] is the only thing that changes
//! it: an [`Event`] goes in, [`Effect`]s come out, and the runtime in [`crate::term`] carries them
//! out. Drawing, in [`crate::ui`], reads the state and changes nothing, so that a journey can be
//! tested as keys in, state out.
//!
//! A pane is a pair of files of one name, here its state, in `ui` its look.

use std::sync::Arc;

use crate::config::{self, Settings};
use crate::dossier::{Dossier, Kept, Progress};
use crate::i18n::{Locale, Messages};
use crate::output::Words;
use crate::search::Catalogue;

pub mod action;
pub mod choice;
pub mod compare;
pub mod copy;
pub mod effect;
pub mod finder;
pub mod help;
pub mod history;
pub mod in_pane;
pub mod key;
pub mod keymap;
pub mod layout;
pub mod line;
pub mod list;
pub mod marks;
pub mod reader;
pub mod session;
pub mod side;
pub mod update;

pub use action::Action;
pub use effect::{Effect, Event};
pub use key::{Key, KeyCode};
pub use keymap::{Context, KeyProblem, Keymap};
pub use layout::Layout;

use choice::Choice;
use compare::Compare;
use finder::Finder;
use help::Help;
use history::{Change, Jumps};
use in_pane::InPane;
use line::Line;
use list::List;
use reader::Reader;
use session::Session;
use side::Side;

/// One of the three panes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Pane {
    /// The article list.
    #[default]
    List,
    /// The article's text.
    Text,
    /// The side panel.
    Side,
}

/// How much a line in the status bar matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// It went well.
    Info,
    /// It did not.
    Error,
}

/// A line for the reader, shown until the next key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// What to say.
    pub text: String,
    /// How much it matters.
    pub weight: Weight,
}

/// What a typed line is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Purpose {
    /// The outlet of the article.
    Outlet,
    /// The tags of the article, or of the selected ones.
    Tags,
    /// The file to export articles to, by their indices.
    Export(Vec<usize>),
    /// The name to show an actor by; holds how corrections name the actor now.
    ActorName(String),
}

/// Corrections that were made and are not in the dossier yet.
#[derive(Debug)]
struct Correcting {
    /// All of them, those that were there before too.
    list: Vec<Kept>,
    /// The actor that the side panel's cursor goes to then, as corrections name it.
    then: Option<String>,
}

/// Everything the reader shows.
#[derive(Debug)]
pub struct App {
    /// The articles and what was found in them.
    pub dossier: Arc<Dossier>,
    /// How far the work in the background is; none when there is none.
    pub progress: Option<Progress>,
    /// Why nothing could be loaded.
    pub failure: Option<String>,
    /// Columns and rows of the screen.
    pub size: (u16, u16),
    /// The pane that has the keys.
    pub focus: Pane,
    /// Whether the side panel is open.
    pub side_open: bool,
    /// Whether the focused pane has the whole screen.
    pub zoom: bool,
    /// The article list.
    pub list: List,
    /// The text.
    pub reader: Reader,
    /// The side panel.
    pub side: Side,
    /// The comparison, while it is open.
    pub compare: Option<Compare>,
    /// The finder, while it is open.
    pub finder: Option<Finder>,
    /// The help, while it is open.
    pub help: Option<Help>,
    /// Whether the article's details are shown.
    pub details: bool,
    /// The search in a pane.
    pub in_pane: InPane,
    /// A line being typed for something else.
    pub prompt: Option<(Purpose, Line)>,
    /// A list to choose from, while it is open.
    pub choice: Option<Choice>,
    /// The actor that was marked to be merged into another, as corrections name it.
    pub marked: Option<String>,
    /// What was starred and read.
    pub session: Session,
    /// What to tell the reader.
    pub note: Option<Note>,
    /// Whether the mouse is used.
    pub mouse: bool,
    /// The interface's words.
    pub messages: Messages,
    /// The interface's words for findings: reasons, dates, numbers.
    pub words: Words,
    /// The keys.
    pub keymap: Keymap,
    /// The settings it started with.
    pub settings: Settings,
    /// The keys of a sequence that has begun.
    pub pending: Vec<Key>,
    /// The count typed before a key.
    pub count: Option<usize>,
    catalogue: Option<Arc<Catalogue>>,
    jumps: Jumps,
    undo: Vec<Change>,
    correcting: Option<Correcting>,
    generation: u64,
    search_generation: u64,
    /// Counts what the finder searches: the analysis makes one, and so does every outlet set by hand.
    catalogue_generation: u64,
    /// Whether the files are being read.
    loading: bool,
    /// Whether the dossier is being cut at another strength.
    cutting: bool,
    /// What the last click was on, in the comparison or the coverage, until a key is pressed.
    pressed: Option<(usize, usize)>,
}

impl App {
    /// A reader with nothing loaded yet, on a screen of `size` (columns, rows).
    pub fn new(settings: Settings, size: (u16, u16)) -> Self {
        let words = Words::new(Locale::chosen(settings.language));
        let (keymap, problems) = Self::keymap_of(&settings);
        let mut problems: Vec<String> = problems.iter().map(|problem| problem.in_words(&words)).collect();
        if let Some(path) = config::path() {
            problems.extend(settings.remarks.iter().map(|remark| words.settings_remark(remark, &path)));
        }
        let mut app = Self {
            dossier: Arc::default(),
            progress: Some(Progress::Reading(0, 0)),
            failure: None,
            size,
            focus: Pane::List,
            side_open: settings.side_panel,
            zoom: false,
            list: List::default(),
            reader: Reader::default(),
            side: Side::default(),
            compare: None,
            finder: None,
            help: None,
            details: false,
            in_pane: InPane::default(),
            prompt: None,
            choice: None,
            marked: None,
            session: Session::default(),
            note: None,
            mouse: settings.mouse,
            messages: Messages::new(Locale::chosen(settings.language)),
            words,
            keymap,
            settings,
            pending: Vec::new(),
            count: None,
            catalogue: None,
            jumps: Jumps::default(),
            undo: Vec::new(),
            correcting: None,
            generation: 0,
            search_generation: 0,
            catalogue_generation: 0,
            loading: false,
            cutting: false,
            pressed: None,
        };
        match &problems[..] {
            [] => {}
            [problem] => app.complain(problem.as_str()),
            [first, more @ ..] => {
                let count = more.len().to_string();
                app.complain(app.words.with("config-more", &[("first", first), ("count", &count)]));
            }
        }
        app
    }

    /// The keymap with what the settings override, and what is wrong with that.
    pub fn keymap_of(settings: &Settings) -> (Keymap, Vec<KeyProblem>) {
        let mut keymap = Keymap::built_in();
        let mut problems: Vec<KeyProblem> =
            settings.keys.iter().filter_map(|(action, keys)| keymap.rebind(action, keys).err()).collect();
        // Only once all are bound: what one key hides another line may have moved away.
        for action in settings.keys.keys().filter_map(|name| name.parse().ok()) {
            problems.extend(keymap.clashes(action));
        }
        problems.dedup();
        (keymap, problems)
    }

    /// Where everything is on the screen.
    pub fn layout(&self) -> Layout {
        let wide = self.compare.as_ref().is_some_and(|compare| compare.wide);
        Layout::new(self.size, self.focus, self.side_open, self.zoom || wide)
    }

    /// The article in the text pane, as its index in the dossier.
    pub fn article(&self) -> Option<usize> {
        Some(self.list.cursor).filter(|at| *at < self.dossier.articles.len())
    }

    /// The sentence under the cursor, as its index in the article's text.
    pub fn sentence(&self) -> Option<usize> {
        let article = self.article()?;
        let passage = self.reader.passage()?;
        self.dossier.texts.get(article)?.sentence_at(passage.start)
    }

    /// The generation of the loading that counts; results of older ones are dropped.
    pub fn generation(&self) -> u64 {
        self.generation
    }

    /// Where keys go, the foremost context first.
    pub fn contexts(&self) -> &'static [Context] {
        if self.prompt.is_some() {
            &[Context::Prompt]
        } else if self.choice.is_some() {
            &[Context::Choice]
        } else if self.in_pane.typing {
            &[Context::Search]
        } else if self.help.is_some() {
            &[Context::Help]
        } else if self.finder.is_some() {
            &[Context::Finder]
        } else if self.compare.is_some() {
            &[Context::Compare]
        } else {
            match self.focus {
                Pane::List => &[Context::List, Context::Panes],
                Pane::Text => &[Context::Text, Context::Panes],
                Pane::Side => &[Context::Side, Context::Panes],
            }
        }
    }

    /// Tells the reader something.
    pub fn tell(&mut self, text: impl Into<String>) {
        self.note = Some(Note { text: text.into(), weight: Weight::Info });
    }

    /// Tells the reader something beside what has just been told.
    pub fn tell_too(&mut self, text: impl Into<String>) {
        match &mut self.note {
            Some(note) => note.text = format!("{} · {}", note.text, text.into()),
            None => self.tell(text),
        }
    }

    /// Tells the reader that something went wrong, beside what went wrong since the last key.
    pub fn complain(&mut self, text: impl Into<String>) {
        let text = text.into();
        match &mut self.note {
            Some(note) if note.weight == Weight::Error => {
                if !note.text.contains(&text) {
                    note.text = format!("{} · {text}", note.text);
                }
            }
            _ => self.note = Some(Note { text, weight: Weight::Error }),
        }
    }

    /// The number of rows inside the text pane, and of columns in its lines.
    fn text_size(&self) -> (u16, u16) {
        let layout = self.layout();
        // A hidden text pane keeps a layout of its own width, so that it is ready when shown.
        let area = layout.text.unwrap_or(layout.middle);
        (area.inner().height, self.measure(area).1)
    }

    /// The column at which the text starts in a text pane, and how many columns its lines have.
    pub fn measure(&self, area: layout::Area) -> (u16, u16) {
        layout::measure(area, self.settings.text_width, self.settings.margin)
    }

    /// Brings the panes in line with the state, after anything has changed.
    fn settle(&mut self) {
        let dossier = Arc::clone(&self.dossier);
        let layout = self.layout();
        let entries = dossier.articles.len() + dossier.unread.len();
        self.list.settle(entries, layout.list.unwrap_or(layout.middle).inner());
        let (height, columns) = self.text_size();
        if let Some(at) = self.article() {
            self.reader.show(at, &dossier.articles[at], &dossier.texts[at], columns, height);
        } else {
            self.reader.clear();
        }
        let inner = layout.side.unwrap_or(layout.middle).inner();
        let follow = self.focus != Pane::Side;
        let article = self.article();
        self.side.settle(side::Surroundings {
            dossier: &dossier,
            words: &self.words,
            session: &self.session,
            article,
            passage: self.reader.passage(),
            inner,
            follow,
        });
        if let Some(compare) = &mut self.compare {
            let typed = if self.in_pane.over { self.in_pane.line.text() } else { "" };
            if compare.search.typed != typed {
                typed.clone_into(&mut compare.search.typed);
            }
            compare.settle(&dossier, layout.compare);
        } else if self.in_pane.over {
            self.in_pane.clear();
        }
        self.in_pane.settle(&dossier, &self.session, article);
    }
}
