//! The production loop on a screen in memory: messages in, frames and clipboard out.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use std::io;
use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use recoupe::app::effect::Event;
use recoupe::app::{App, Key};
use recoupe::config::LanguageChoice;
use recoupe::term::{Inbox, Message, Runtime, Signal, Surface, Worker};
use recoupe::ui::theme::Theme;

use common::{settings, text_of};

/// How long a frame may take to come before it counts as not coming.
const PATIENCE: Duration = Duration::from_secs(30);

/// What reached the screen.
#[derive(Debug, PartialEq, Eq)]
enum Seen {
    Frame(String),
    Copied(String),
    Mouse(bool),
    Suspended,
    Redrawn,
}

/// A screen in memory that tells everything that reaches it.
struct Memory {
    terminal: Terminal<TestBackend>,
    seen: Sender<Seen>,
}

impl Memory {
    fn tell(&self, seen: Seen) -> io::Result<()> {
        self.seen.send(seen).map_err(io::Error::other)
    }
}

impl Surface for Memory {
    fn size(&self) -> io::Result<(u16, u16)> {
        Ok((120, 40))
    }

    fn redraw(&mut self) -> io::Result<()> {
        self.tell(Seen::Redrawn)
    }

    fn copy(&mut self, text: &str) -> io::Result<()> {
        self.tell(Seen::Copied(text.to_owned()))
    }

    fn mouse(&mut self, on: bool) -> io::Result<()> {
        self.tell(Seen::Mouse(on))
    }

    fn suspend(&mut self) -> io::Result<()> {
        self.tell(Seen::Suspended)
    }

    fn at_once(&mut self, draw: &mut dyn FnMut(&mut ratatui::Frame)) -> io::Result<()> {
        self.terminal.draw(|frame| draw(frame)).map_err(io::Error::other)?;
        self.tell(Seen::Frame(text_of(self.terminal.backend().buffer())))
    }
}

/// The loop on a thread of its own, on the demo or on paths.
struct Reader {
    inbox: Sender<Message>,
    signals: Sender<Signal>,
    seen: Receiver<Seen>,
    running: JoinHandle<io::Result<Option<i32>>>,
}

impl Reader {
    fn on(paths: Vec<PathBuf>) -> Self {
        let (inbox, messages) = mpsc::channel();
        let (signals, caught) = mpsc::channel();
        let (tell, seen) = mpsc::channel();
        let answers = inbox.clone();
        let running = thread::spawn(move || {
            let settings = settings(LanguageChoice::French);
            let worker = Worker::new(paths, &settings, answers);
            let app = App::new(settings, (120, 40));
            let mut screen =
                Memory { terminal: Terminal::new(TestBackend::new(120, 40)).unwrap(), seen: tell };
            Runtime::new(app, Theme::named("terminal"), worker, Inbox::new(caught, messages)).run(&mut screen)
        });
        Self { inbox, signals, seen, running }
    }

    fn demo() -> Self {
        let reader = Self::on(Vec::new());
        reader.until_shown("faits communs");
        reader
    }

    fn signal(&self, signal: Signal) {
        self.signals.send(signal).unwrap();
        self.inbox.send(Message::Wake).unwrap();
    }

    fn press(&self, keys: &str) {
        for key in keys.split_whitespace() {
            self.inbox.send(Message::Event(Event::Key(key.parse::<Key>().unwrap()))).unwrap();
        }
    }

    /// The next thing that reaches the screen and is wanted.
    fn until<T>(&self, mut wanted: impl FnMut(Seen) -> Option<T>) -> T {
        let start = Instant::now();
        loop {
            let left = PATIENCE.saturating_sub(start.elapsed());
            if let Some(found) = wanted(self.seen.recv_timeout(left).unwrap()) {
                return found;
            }
        }
    }

    fn until_shown(&self, text: &str) -> String {
        self.until(|seen| match seen {
            Seen::Frame(frame) if frame.contains(text) => Some(frame),
            _ => None,
        })
    }

    fn until_seen(&self, wanted: &Seen) {
        self.until(|seen| (seen == *wanted).then_some(()));
    }

    /// How the loop ended.
    fn end(self) -> Option<i32> {
        self.running.join().unwrap().unwrap()
    }
}

#[test]
fn the_first_frame_comes_before_the_articles() {
    let reader = Reader::on(Vec::new());
    let first = reader.until(|seen| match seen {
        Seen::Frame(frame) => Some(frame),
        _ => None,
    });
    assert!(first.contains("lecture") && !first.contains("Malvère"), "{first}");
    reader.until_shown("Malvère");
}

#[test]
fn a_search_is_answered_from_its_own_thread() {
    let reader = Reader::demo();
    reader.press("f p r e f e t e");
    reader.until(|seen| match seen {
        Seen::Frame(frame) => (frame.contains("❯ prefete") && frame.contains("préfète")).then_some(()),
        _ => None,
    });
}

#[test]
fn a_burst_of_keys_loses_none() {
    let reader = Reader::demo();
    reader.press(&"j ".repeat(3));
    reader.press(&"k ".repeat(2));
    reader.until_shown("2/6");
}

#[test]
fn what_is_copied_reaches_the_clipboard() {
    let reader = Reader::demo();
    reader.press("y t");
    let copied = reader.until(|seen| match seen {
        Seen::Copied(text) => Some(text),
        _ => None,
    });
    assert!(copied.contains("Haute-Orsanne"), "{copied}");
}

#[test]
fn the_mouse_is_left_and_taken() {
    let reader = Reader::demo();
    reader.press("M");
    reader.until_seen(&Seen::Mouse(false));
}

#[test]
fn ctrl_z_and_the_signal_stop_it_and_it_is_drawn_again() {
    let reader = Reader::demo();
    reader.press("Ctrl-z");
    reader.until_seen(&Seen::Suspended);
    reader.signal(Signal::Redraw);
    reader.until_seen(&Seen::Redrawn);
    reader.signal(Signal::Suspend);
    reader.until_seen(&Seen::Suspended);
    reader.until_shown("faits communs");
}

#[test]
fn q_ends_the_loop_and_a_signal_ends_it_with_its_number() {
    let reader = Reader::demo();
    reader.press("q");
    assert_eq!(reader.end(), None);
    let reader = Reader::on(Vec::new());
    reader.signal(Signal::End(15));
    assert_eq!(reader.end(), Some(15));
}

#[test]
fn a_signal_goes_before_the_keys_that_were_typed_before_it() {
    let (inbox, messages) = mpsc::channel();
    let (signals, caught) = mpsc::channel();
    for _ in 0..100_000 {
        inbox.send(Message::Event(Event::Key("?".parse().unwrap()))).unwrap();
    }
    signals.send(Signal::End(15)).unwrap();
    let settings = settings(LanguageChoice::French);
    let worker = Worker::new(Vec::new(), &settings, inbox);
    let (tell, _seen) = mpsc::channel();
    let mut screen = Memory { terminal: Terminal::new(TestBackend::new(120, 40)).unwrap(), seen: tell };
    let app = App::new(settings, (120, 40));
    let mut runtime = Runtime::new(app, Theme::named("terminal"), worker, Inbox::new(caught, messages));
    assert_eq!(runtime.run(&mut screen).unwrap(), Some(15));
    assert!(runtime.app().help.is_none(), "a key was read before the signal");
}

#[test]
fn what_is_drawn_is_laid_out_for_the_frame_whatever_was_told_before() {
    let settings = settings(LanguageChoice::French);
    let (inbox, messages) = mpsc::channel();
    let (signals, caught) = mpsc::channel();
    signals.send(Signal::End(15)).unwrap();
    let worker = Worker::new(Vec::new(), &settings, inbox);
    let (tell, seen) = mpsc::channel();
    let mut screen = Memory { terminal: Terminal::new(TestBackend::new(50, 12)).unwrap(), seen: tell };
    let app = App::new(settings, (120, 40));
    Runtime::new(app, Theme::named("terminal"), worker, Inbox::new(caught, messages))
        .run(&mut screen)
        .unwrap();
    let Seen::Frame(frame) = seen.recv().unwrap() else { panic!("no frame") };
    assert!(frame.lines().last().is_some_and(|line| line.trim_end().ends_with("? aide")), "{frame}");
}

#[test]
fn a_path_that_is_gone_is_told_in_the_list() {
    let reader = Reader::on(vec![PathBuf::from("/no/such/folder")]);
    reader.until_shown("/no/such/folder");
    reader.press("j = c f Esc q");
    assert_eq!(reader.end(), None);
}
