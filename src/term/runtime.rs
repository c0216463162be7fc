//! The loop: draw, wait for a message, change the state, carry out what it asks for.

use std::io;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvError, RecvTimeoutError};
use std::time::{Duration, Instant};

use super::browser;
use super::keeper::Keep;
use super::screen::Surface;
use super::signals::Signal;
use super::worker::Worker;
use crate::app::App;
use crate::app::effect::{Effect, Event};
use crate::app::session::{self, Session};
use crate::ui;
use crate::ui::theme::Theme;

/// What reaches the loop.
#[derive(Debug)]
pub enum Message {
    /// Something for the reader.
    Event(Event),
    /// Nothing to do but to look again: a signal was caught, or the window has another size.
    Wake,
}

/// What goes before what.
#[derive(Debug)]
enum Next {
    Signal(Signal),
    Message(Message),
}

/// What the loop gets, signals before anything else.
#[derive(Debug)]
pub struct Inbox {
    signals: Receiver<Signal>,
    messages: Receiver<Message>,
}

impl Inbox {
    /// An inbox; every signal is followed by a message that wakes the loop.
    pub fn new(signals: Receiver<Signal>, messages: Receiver<Message>) -> Self {
        Self { signals, messages }
    }

    /// The next there is, once there is one; fails when nobody can send any more.
    fn next(&self) -> Result<Next, RecvError> {
        match self.signals.try_recv() {
            Ok(signal) => Ok(Next::Signal(signal)),
            Err(_) => self.messages.recv().map(Next::Message),
        }
    }

    /// The next there is within `wait`.
    fn next_within(&self, wait: Duration) -> Result<Next, RecvTimeoutError> {
        match self.signals.try_recv() {
            Ok(signal) => Ok(Next::Signal(signal)),
            Err(_) => self.messages.recv_timeout(wait).map(Next::Message),
        }
    }

    /// The signal that ended the terminal with the program: a closed window is seen by whoever draws
    /// before its hang-up is.
    fn last_word(&self) -> Option<i32> {
        const HANG_UP: Duration = Duration::from_millis(100);
        let start = Instant::now();
        loop {
            match self.signals.recv_timeout(HANG_UP.saturating_sub(start.elapsed())) {
                Ok(Signal::End(signal)) => return Some(signal),
                Ok(_) => {}
                Err(_) => return None,
            }
        }
    }
}

/// Frames are not drawn closer together than this while messages keep coming.
const FRAME: Duration = Duration::from_millis(10);

/// The reader on a screen.
#[derive(Debug)]
pub struct Runtime {
    app: App,
    theme: Theme,
    worker: Worker,
    inbox: Inbox,
    session: Option<PathBuf>,
    /// Whether the marks were read.
    opened: bool,
    /// The marks as they were last handed over to be kept.
    kept: Session,
}

/// How handling a message went on.
enum Then {
    Go,
    Leave(Option<i32>),
}

impl Runtime {
    /// A reader that gets its messages from `inbox`.
    pub fn new(app: App, theme: Theme, worker: Worker, inbox: Inbox) -> Self {
        Self { app, theme, worker, inbox, session: None, opened: false, kept: Session::default() }
    }

    /// The state, for tests.
    pub fn app(&self) -> &App {
        &self.app
    }

    /// Runs until the reader is left; gives the signal that ended it, if one did.
    ///
    /// # Errors
    /// When the screen cannot be written to.
    pub fn run<S: Surface>(&mut self, surface: &mut S) -> io::Result<Option<i32>> {
        self.go_round(surface).or_else(|error| self.inbox.last_word().map(Some).ok_or(error))
    }

    fn go_round<S: Surface>(&mut self, surface: &mut S) -> io::Result<Option<i32>> {
        self.open_session();
        let effects = self.app.load();
        self.carry_out(effects, surface)?;
        loop {
            self.draw(surface)?;
            let drawn = Instant::now();
            let Ok(first) = self.inbox.next() else { return Ok(None) };
            let mut then = self.handle(first, surface)?;
            // What has piled up meanwhile goes before the next frame, and a burst of messages is
            // drawn once.
            loop {
                if let Then::Leave(signal) = then {
                    return Ok(signal);
                }
                let wait = FRAME.saturating_sub(drawn.elapsed());
                match self.inbox.next_within(wait) {
                    Ok(next) => then = self.handle(next, surface)?,
                    Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => break,
                }
                if drawn.elapsed() > 4 * FRAME {
                    break;
                }
            }
            if let Then::Leave(signal) = then {
                return Ok(signal);
            }
        }
    }

    /// Draws a frame. The state learns its size from the frame itself: the window may have changed it since
    /// anybody was told.
    fn draw<S: Surface>(&mut self, surface: &mut S) -> io::Result<()> {
        let (app, theme) = (&mut self.app, &self.theme);
        surface.at_once(&mut |frame| {
            app.fit(frame.area().width, frame.area().height);
            ui::draw(frame, app, theme);
        })
    }

    fn handle<S: Surface>(&mut self, next: Next, surface: &mut S) -> io::Result<Then> {
        match next {
            Next::Message(Message::Event(mut event)) => {
                if let Event::Mouse(mouse) = &mut event {
                    mouse.on = ui::spot::under(&self.app, &self.theme, mouse.column, mouse.row);
                }
                self.take_over(&event);
                let effects = self.app.update(event);
                return self.carry_out(effects, surface);
            }
            Next::Message(Message::Wake) => {}
            Next::Signal(Signal::End(signal)) => return Ok(Then::Leave(Some(signal))),
            Next::Signal(Signal::Suspend) => surface.suspend()?,
            Next::Signal(Signal::Redraw) => surface.redraw()?,
        }
        Ok(Then::Go)
    }

    fn carry_out<S: Surface>(&mut self, effects: Vec<Effect>, surface: &mut S) -> io::Result<Then> {
        for effect in effects {
            match effect {
                Effect::Cut { dossier, cut } => self.worker.cut(dossier, cut),
                Effect::Load { generation, corrections } => {
                    // With the files, what another reader of them marked meanwhile.
                    self.keep_session();
                    self.worker.load(generation, corrections);
                }
                Effect::Analyse { generation, dossier, corrections } => {
                    self.worker.analyse(generation, dossier, corrections);
                }
                Effect::Search { generation, catalogue, question } => {
                    self.worker.search(generation, catalogue, question);
                }
                Effect::Copy(text) => surface.copy(&text)?,
                Effect::Browse(address) => {
                    if let Err(problem) = browser::open(&address) {
                        self.worker.tell(Event::Failed(problem));
                    }
                }
                Effect::Export { path, dossier, only } => self.worker.export(path, dossier, only),
                Effect::Index { generation, dossier } => self.worker.index(generation, dossier),
                Effect::KeepOutlet { folder, file, outlet } => {
                    self.worker.keep(Keep::Outlet { folder, file, outlet });
                }
                Effect::KeepCorrections { folder, before, after } => {
                    self.worker.keep(Keep::Corrections { folder, before, after });
                }
                Effect::KeepSession => self.keep_session(),
                Effect::Mouse(on) => surface.mouse(on)?,
                Effect::Suspend => surface.suspend()?,
                Effect::Quit => return Ok(Then::Leave(None)),
            }
        }
        Ok(Then::Go)
    }

    /// Has what was starred and read the last time be read; the demo keeps nothing.
    fn open_session(&mut self) {
        use etcetera::BaseStrategy;
        if self.worker.paths().is_empty() {
            return;
        }
        let Ok(base) = etcetera::choose_base_strategy() else { return };
        let state = base.state_dir().unwrap_or_else(|| base.data_dir()).join("recoupe");
        let path = session::file_for(&state, self.worker.paths());
        self.worker.keep(Keep::Open { path: path.clone() });
        self.session = Some(path);
    }

    /// Marks that come from the file are no change of the reader's own.
    fn take_over(&mut self, event: &Event) {
        match event {
            Event::Opened { session, .. } => {
                self.kept = Session::clone(session);
                self.opened = true;
            }
            Event::Marked { asked, held } => self.kept.rebase(asked, held),
            _ => {}
        }
    }

    /// Hands the marks over to be kept. As long as nobody knows what the file holds they wait: they are a
    /// change of that, whatever it is.
    fn keep_session(&mut self) {
        if self.opened {
            self.hand_over();
        }
    }

    fn hand_over(&mut self) {
        let Some(path) = self.session.clone() else { return };
        let after = self.app.session.clone();
        let before = std::mem::replace(&mut self.kept, after.clone());
        self.worker.keep(Keep::Session { path, changes: vec![(before, after)] });
    }

    /// Keeps what is not kept yet; gives, in words, what could not be. Nothing is kept any more after that.
    pub fn finish(&mut self) -> Vec<String> {
        if self.app.session != self.kept {
            self.hand_over();
        }
        self.worker.finish()
    }
}

#[cfg(test)]
mod tests;
