//! The real program in a pseudo-terminal, and the terminal that watches it.

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, mpsc};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};
use tempfile::TempDir;
use vt100::{MouseProtocolMode, Parser, Screen};

/// How long something may take before it counts as not happening; a busy machine is slow.
const PATIENCE: Duration = Duration::from_secs(30);

/// How often it is looked at meanwhile.
const PAUSE: Duration = Duration::from_millis(10);

/// What came out of the program: as bytes, and as a terminal shows it.
struct Output {
    bytes: Vec<u8>,
    parser: Parser,
}

/// A terminal with the program in it, beside a home folder of its own.
pub struct Tty {
    /// None once the window is closed.
    master: Option<Box<dyn MasterPty + Send>>,
    child: Box<dyn Child + Send + Sync>,
    keyboard: Arc<Mutex<Box<dyn Write + Send>>>,
    output: Arc<Mutex<Output>>,
    reader: Option<JoinHandle<()>>,
    /// Raised to let go of the terminal's output at the next that comes.
    closing: Arc<AtomicBool>,
    /// The terminal's settings before the program had it, as text.
    before: String,
    home: Option<TempDir>,
}

fn cells(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).expect("a terminal has a cell")
}

fn size(columns: u16, rows: u16) -> PtySize {
    PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }
}

/// Sends a process a signal by its name or number, as `kill` does.
pub fn send_signal(name: &str, process: u32) {
    assert!(Command::new("kill").args(["-s", name, &process.to_string()]).status().unwrap().success());
}

/// The letter that the system gives a process's state: `T` for a stopped one.
pub fn state_of(process: u32) -> char {
    let told = std::fs::read_to_string(format!("/proc/{process}/stat")).unwrap();
    let after = told.rsplit_once(") ").unwrap().1;
    after.chars().next().unwrap()
}

impl Tty {
    /// Starts the program with `arguments` in a terminal of that size, in a home folder of its own.
    pub fn start(columns: u16, rows: u16, arguments: &[&Path]) -> Self {
        let home = TempDir::new().unwrap();
        let mut tty = Self::start_at(home.path(), columns, rows, arguments);
        tty.home = Some(home);
        tty
    }

    /// The same in a home folder that stays.
    pub fn start_at(home: &Path, columns: u16, rows: u16, arguments: &[&Path]) -> Self {
        Self::run(Path::new(env!("CARGO_BIN_EXE_recoupe")), home, columns, rows, arguments)
    }

    /// Any program.
    pub fn run(program: &Path, home: &Path, columns: u16, rows: u16, arguments: &[&Path]) -> Self {
        let pair = native_pty_system().openpty(size(columns, rows)).unwrap();
        let mut command = CommandBuilder::new(program);
        command.env_clear();
        command.env("TERM", "xterm-256color");
        command.env("LC_ALL", "fr_FR.UTF-8");
        for name in ["HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"] {
            command.env(name, home);
        }
        command.cwd(home);
        command.args(arguments);
        let before = format!("{:?}", pair.master.get_termios());
        let child = pair.slave.spawn_command(command).unwrap();
        let keyboard = Arc::new(Mutex::new(pair.master.take_writer().unwrap()));
        let mut from = pair.master.try_clone_reader().unwrap();
        let parser = Parser::new(cells(rows), cells(columns), 0);
        let output = Arc::new(Mutex::new(Output { bytes: Vec::new(), parser }));
        let into = Arc::clone(&output);
        let closing = Arc::new(AtomicBool::new(false));
        let closed = Arc::clone(&closing);
        let reader = thread::spawn(move || {
            let mut buffer = [0; 4096];
            // The read fails once the program has ended and nothing is left.
            while let Ok(read @ 1..) = from.read(&mut buffer) {
                if closed.load(Ordering::Relaxed) {
                    return;
                }
                let mut into = into.lock().unwrap();
                into.bytes.extend_from_slice(&buffer[..read]);
                into.parser.process(&buffer[..read]);
            }
        });
        let reader = Some(reader);
        Self { master: Some(pair.master), child, keyboard, output, reader, closing, before, home: None }
    }

    /// Types `keys` as a terminal sends them; fails when the program does not read them all.
    pub fn send(&mut self, keys: &str) {
        let keyboard = Arc::clone(&self.keyboard);
        let (done, wait) = mpsc::channel();
        let keys = keys.to_owned();
        thread::spawn(move || {
            keyboard.lock().unwrap().write_all(keys.as_bytes()).unwrap();
            done.send(()).unwrap();
        });
        wait.recv_timeout(PATIENCE).expect("the keys are read");
    }

    /// Gives the terminal another size.
    pub fn resize(&self, columns: u16, rows: u16) {
        self.output.lock().unwrap().parser.screen_mut().set_size(cells(rows), cells(columns));
        self.master.as_ref().unwrap().resize(size(columns, rows)).unwrap();
    }

    /// Closes the window around the program, as a terminal does that is left by its own button.
    pub fn close_window(&mut self) {
        self.closing.store(true, Ordering::Relaxed);
        // Something is drawn anew, so that the reading thread sees that it is to let go.
        self.resize(81, 25);
        self.reader.take().unwrap().join().unwrap();
        *self.keyboard.lock().unwrap() = Box::new(std::io::sink());
        self.master = None;
    }

    /// Looks at the screen.
    pub fn look<T>(&self, at: impl FnOnce(&Screen) -> T) -> T {
        at(self.output.lock().unwrap().parser.screen())
    }

    /// What is on the screen.
    pub fn screen(&self) -> String {
        self.look(Screen::contents)
    }

    /// Everything that the program has written so far.
    pub fn bytes(&self) -> Vec<u8> {
        self.output.lock().unwrap().bytes.clone()
    }

    /// Waits until `done` holds; fails with the screen when it never does.
    pub fn until(&self, what: &str, mut done: impl FnMut(&Self) -> bool) {
        let start = Instant::now();
        while !done(self) {
            assert!(start.elapsed() < PATIENCE, "never: {what}; on the screen:\n{}", self.screen());
            thread::sleep(PAUSE);
        }
    }

    /// Waits until the screen shows `text`.
    pub fn until_shown(&self, text: &str) {
        self.until(text, |tty| tty.screen().contains(text));
    }

    /// Sends the process a signal by its name, as `kill` does.
    pub fn signal(&self, name: &str) {
        send_signal(name, self.process());
    }

    /// Whether the program still runs.
    pub fn runs(&mut self) -> bool {
        self.child.try_wait().unwrap().is_none()
    }

    /// The number of its process.
    pub fn process(&self) -> u32 {
        self.child.process_id().unwrap()
    }

    /// The letter of its process's state.
    pub fn state(&self) -> char {
        state_of(self.process())
    }

    /// The process that a shell in this terminal has started, once there is one.
    pub fn started_by_it(&self) -> u32 {
        let shell = self.process();
        let children =
            move || std::fs::read_to_string(format!("/proc/{shell}/task/{shell}/children")).unwrap();
        self.until("the shell has started it", |_| !children().is_empty());
        children().trim().parse().unwrap()
    }

    /// Waits until the program has ended and all it wrote has been read.
    pub fn end(&mut self) -> ExitStatus {
        let start = Instant::now();
        let status = loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                break status;
            }
            assert!(start.elapsed() < PATIENCE, "it never ended; on the screen:\n{}", self.screen());
            thread::sleep(PAUSE);
        };
        if let Some(reader) = self.reader.take() {
            reader.join().unwrap();
        }
        status
    }

    /// What of the terminal is not as the program found it.
    pub fn left_over(&self) -> Vec<&'static str> {
        let settings = format!("{:?}", self.master.as_ref().unwrap().get_termios());
        self.look(|screen| {
            let found = [
                ("raw mode", settings != self.before),
                ("alternate screen", screen.alternate_screen()),
                ("hidden cursor", screen.hide_cursor()),
                ("bracketed paste", screen.bracketed_paste()),
                ("mouse", screen.mouse_protocol_mode() != MouseProtocolMode::None),
            ];
            found.into_iter().filter(|(_, left)| *left).map(|(what, _)| what).collect()
        })
    }
}

impl Drop for Tty {
    fn drop(&mut self) {
        // A failed test leaves no process behind.
        let _ = self.child.kill();
        let _ = self.child.wait();
        self.home = None;
    }
}
