//! Takes the terminal over and gives it back, whatever happens.

use std::io::{self, Stdout, Write, stdout};
use std::mem::ManuallyDrop;

use crossterm::{clipboard::CopyToClipboard, cursor, event, execute, terminal};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;

use super::signals;

/// What the loop needs of a screen; a test has one in memory.
pub trait Surface {
    /// Its columns and rows.
    ///
    /// # Errors
    /// When the terminal does not tell.
    fn size(&self) -> io::Result<(u16, u16)>;

    /// Forgets what was drawn, so that the next frame is drawn whole.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    fn redraw(&mut self) -> io::Result<()>;

    /// Puts text on the clipboard.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    fn copy(&mut self, text: &str) -> io::Result<()>;

    /// Takes mouse events, or leaves them to the terminal.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    fn mouse(&mut self, on: bool) -> io::Result<()>;

    /// Gives the terminal back, stops the process until it is called back, and takes it over again.
    ///
    /// # Errors
    /// When the terminal cannot be set up again.
    fn suspend(&mut self) -> io::Result<()>;

    /// Runs `draw` so that the terminal shows its result at once.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    fn at_once(&mut self, draw: &mut dyn FnMut(&mut ratatui::Frame)) -> io::Result<()>;
}

/// The process's own terminal, taken over for as long as this lives.
#[derive(Debug)]
pub struct Screen {
    /// Never dropped: ratatui's `Terminal` shows the cursor then, and panics where the window is closed and
    /// standard error with it. The cursor is given back with the rest.
    terminal: ManuallyDrop<Terminal<CrosstermBackend<Stdout>>>,
    mouse: bool,
}

impl Screen {
    /// Takes the terminal over.
    ///
    /// # Errors
    /// When it is none, or cannot be set up.
    pub fn new(mouse: bool) -> io::Result<Self> {
        enter(mouse)?;
        Terminal::new(CrosstermBackend::new(stdout()))
            .map(|terminal| Self { terminal: ManuallyDrop::new(terminal), mouse })
            .inspect_err(|_| leave())
    }

    /// Clears the screen and forgets what stood on it.
    ///
    /// Not `Terminal::clear`: that asks the terminal where its cursor is, and the answer is taken by
    /// the thread that reads keys.
    fn clear(&mut self) -> io::Result<()> {
        let size = self.terminal.size()?;
        self.terminal.resize(size.into())
    }
}

impl Surface for Screen {
    fn size(&self) -> io::Result<(u16, u16)> {
        self.terminal.size().map(|size| (size.width, size.height))
    }

    fn redraw(&mut self) -> io::Result<()> {
        self.clear()
    }

    fn copy(&mut self, text: &str) -> io::Result<()> {
        execute!(stdout(), CopyToClipboard::to_clipboard_from(text))
    }

    fn mouse(&mut self, on: bool) -> io::Result<()> {
        self.mouse = on;
        if on {
            execute!(stdout(), event::EnableMouseCapture)
        } else {
            execute!(stdout(), event::DisableMouseCapture)
        }
    }

    fn suspend(&mut self) -> io::Result<()> {
        leave();
        signals::stop()?;
        enter(self.mouse)?;
        self.clear()
    }

    fn at_once(&mut self, draw: &mut dyn FnMut(&mut ratatui::Frame)) -> io::Result<()> {
        execute!(stdout(), terminal::BeginSynchronizedUpdate)?;
        self.terminal.draw(|frame| draw(frame))?;
        execute!(stdout(), terminal::EndSynchronizedUpdate)
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        leave();
    }
}

fn enter(mouse: bool) -> io::Result<()> {
    terminal::enable_raw_mode()?;
    let entered =
        execute!(stdout(), terminal::EnterAlternateScreen, event::EnableBracketedPaste, cursor::Hide)
            .and_then(|()| if mouse { execute!(stdout(), event::EnableMouseCapture) } else { Ok(()) });
    entered.inspect_err(|_| leave())
}

/// Gives the terminal back. Failures are passed over: there is nobody left to tell.
fn leave() {
    if !signals::in_foreground() {
        // A shell has it already.
        return;
    }
    let mut out = stdout();
    let _ = execute!(
        out,
        // On where drawing broke down in the middle of a frame.
        terminal::EndSynchronizedUpdate,
        event::DisableMouseCapture,
        event::DisableBracketedPaste,
        terminal::LeaveAlternateScreen,
        cursor::Show
    );
    let _ = terminal::disable_raw_mode();
    let _ = out.flush();
}

/// Gives the terminal back before a panic of the drawing thread is told of. Panics of the workers
/// are caught where they happen and become a line in the status bar.
pub fn restore_on_panic() {
    let main = std::thread::current().id();
    let tell = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if std::thread::current().id() == main {
            leave();
            tell(panic);
        }
    }));
}
