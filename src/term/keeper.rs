//! Keeps what the reader sets on the disk, off the drawing thread and in the order in which it was set.
//!
//! What cannot be kept (a full disk, a share that is gone, a sidecar with a mistake in it) is held and tried
//! again: with whatever is set next, by itself after growing pauses, and once more on leaving. The status line
//! tells once that it failed, and once that it is kept after all.
//!
//! The marks have a thread of their own, which reads them first: the state folder may answer late or never, and
//! the articles are shown all the same.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

use super::runtime::Message;
use crate::app::effect::Event;
use crate::app::session::Session;
use crate::i18n::Locale;
use crate::output::Words;
use crate::source::sidecar::{self, Correction, WriteError};

/// How long it takes until something that failed is first tried again; each further pause is twice as long.
const FIRST_PAUSE: Duration = Duration::from_secs(1);

/// No pause is longer: somebody who has made room on the disk looks whether that helped.
const LONGEST_PAUSE: Duration = Duration::from_secs(60);

/// How long the articles wait for their marks, so that they are shown with them.
const FOR_MARKS: Duration = Duration::from_millis(200);

/// How long leaving waits for a disk; a share that is gone never answers.
const FOR_LEAVING: Duration = Duration::from_secs(10);

/// Something to keep.
#[derive(Debug)]
pub enum Keep {
    /// The outlet of a file, in the sidecar of a folder; an empty one is forgotten.
    Outlet { folder: PathBuf, file: String, outlet: String },
    /// A change of the corrections, in the sidecar of a folder.
    Corrections { folder: PathBuf, before: Vec<Correction>, after: Vec<Correction> },
    /// Changes of the marks, each from one state to another, in the file of a dossier.
    Session { path: PathBuf, changes: Vec<(Session, Session)> },
    /// Nothing: the marks in a file are read and told.
    Open { path: PathBuf },
    /// Nothing; the sender is dropped once everything before it was tried.
    Until(Sender<()>),
}

impl Keep {
    /// The file or folder that it is kept in; what is kept in one is kept in order.
    fn place(&self) -> Option<&Path> {
        match self {
            Self::Outlet { folder, .. } | Self::Corrections { folder, .. } => Some(folder),
            Self::Session { path, .. } => Some(path),
            Self::Open { .. } | Self::Until(_) => None,
        }
    }
}

/// Hands what is to be kept to threads of its own.
#[derive(Debug)]
pub struct Keeper {
    sidecars: Lane,
    marks: Lane,
    locale: Locale,
}

/// What has to be waited for before the articles are read and shown.
#[derive(Debug)]
pub struct Waiting {
    sidecars: Receiver<()>,
    marks: Receiver<()>,
}

impl Waiting {
    /// Waits until the sidecars are as the reader set them, and a moment for the marks.
    pub fn wait(self) {
        // Nothing is ever sent: the other end goes away.
        let _ = self.sidecars.recv();
        let _ = self.marks.recv_timeout(FOR_MARKS);
    }
}

impl Keeper {
    /// A keeper that tells `answers` in the words of `locale` what went wrong, and what other readers have kept.
    pub fn new(locale: Locale, answers: &Sender<Message>) -> Self {
        let lane = || Lane::new(locale, answers.clone());
        Self { sidecars: lane(), marks: lane(), locale }
    }

    /// Keeps something, after what came before it.
    pub fn keep(&self, keep: Keep) {
        match keep {
            Keep::Session { .. } | Keep::Open { .. } => self.marks.send(keep),
            _ => self.sidecars.send(keep),
        }
    }

    /// Ends once everything asked for so far was tried.
    pub fn until_kept(&self) -> Waiting {
        Waiting { sidecars: self.sidecars.until_tried(), marks: self.marks.until_tried() }
    }

    /// Tries once more to keep what is not kept yet; gives, in words, what could not be. Nothing is kept any more
    /// after that.
    pub fn finish(&mut self) -> Vec<String> {
        let words = Words::new(self.locale);
        let problems = self.sidecars.finish(&words).into_iter().chain(self.marks.finish(&words));
        problems.map(|problem| words.with("status-not-kept", &[("what", &problem)])).collect()
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        self.finish();
    }
}

/// A thread, and the way to it.
#[derive(Debug)]
struct Lane {
    wanted: Option<Sender<Keep>>,
    /// How much is still to be kept.
    left: Arc<AtomicUsize>,
    ended: Receiver<Vec<String>>,
}

impl Lane {
    fn new(locale: Locale, answers: Sender<Message>) -> Self {
        let (wanted, requests) = mpsc::channel();
        let (end, ended) = mpsc::channel();
        let left = Arc::new(AtomicUsize::new(0));
        let desk = Desk {
            words: Words::new(locale),
            answers,
            left: Arc::clone(&left),
            held: Vec::new(),
            failing: BTreeMap::new(),
            told: Vec::new(),
        };
        // Nobody listens any more when leaving took too long.
        thread::spawn(move || end.send(desk.run(&requests)));
        Self { wanted: Some(wanted), left, ended }
    }

    fn send(&self, keep: Keep) {
        if keep.place().is_some() {
            self.left.fetch_add(1, Ordering::Relaxed);
        }
        if let Some(wanted) = &self.wanted {
            // The thread lives as long as this does.
            let _ = wanted.send(keep);
        }
    }

    fn until_tried(&self) -> Receiver<()> {
        let (sender, receiver) = mpsc::channel();
        self.send(Keep::Until(sender));
        receiver
    }

    fn finish(&mut self, words: &Words) -> Vec<String> {
        if self.wanted.take().is_none() || self.left.load(Ordering::Relaxed) == 0 {
            return Vec::new();
        }
        self.ended.recv_timeout(FOR_LEAVING).unwrap_or_else(|_| vec![words.get("status-no-answer")])
    }
}

/// Where what is to be kept lies until it is.
struct Desk {
    words: Words,
    answers: Sender<Message>,
    left: Arc<AtomicUsize>,
    held: Vec<Keep>,
    /// What went wrong in which place, since it last went well there.
    failing: BTreeMap<PathBuf, String>,
    /// The corrections of others that the reader was told of.
    told: Vec<Correction>,
}

impl Desk {
    fn run(mut self, requests: &Receiver<Keep>) -> Vec<String> {
        let mut pause = FIRST_PAUSE;
        loop {
            let next = if self.held.is_empty() {
                pause = FIRST_PAUSE;
                requests.recv().map_err(|_| RecvTimeoutError::Disconnected)
            } else {
                requests.recv_timeout(pause)
            };
            match next {
                Ok(keep) => {
                    // What has piled up is written at once.
                    std::iter::once(keep).chain(requests.try_iter()).for_each(|keep| self.hold(keep));
                }
                Err(RecvTimeoutError::Timeout) => pause = (2 * pause).min(LONGEST_PAUSE),
                Err(RecvTimeoutError::Disconnected) => break,
            }
            if catch_unwind(AssertUnwindSafe(|| self.keep())).is_err() {
                self.tell(Event::Failed(self.words.get("error-keeping")));
            }
        }
        self.keep();
        self.failing.into_values().collect()
    }

    /// Takes something to be kept; changes of the marks are one change where one leads to the next.
    fn hold(&mut self, keep: Keep) {
        let Keep::Session { path, changes: new } = keep else {
            self.held.push(keep);
            return;
        };
        let same = |held: &&mut Keep| matches!(held, Keep::Session { path: other, .. } if *other == path);
        let Some(Keep::Session { changes, .. }) = self.held.iter_mut().find(same) else {
            self.held.push(Keep::Session { path, changes: new });
            return;
        };
        self.left.fetch_sub(1, Ordering::Relaxed);
        for (before, after) in new {
            match changes.last_mut() {
                Some((_, last)) if *last == before => *last = after,
                _ => changes.push((before, after)),
            }
        }
    }

    /// Tries to keep everything that is held. Where something fails, what comes after it in that place waits.
    fn keep(&mut self) {
        let mut stuck: Vec<PathBuf> = Vec::new();
        let mut again: Vec<PathBuf> = Vec::new();
        for keep in std::mem::take(&mut self.held) {
            let place = keep.place().map(Path::to_owned);
            if place.as_ref().is_some_and(|place| stuck.contains(place)) {
                self.held.push(keep);
                continue;
            }
            match (self.done(&keep), place) {
                (Ok(event), place) => {
                    event.into_iter().for_each(|event| self.tell(event));
                    if let Some(place) = place {
                        self.left.fetch_sub(1, Ordering::Relaxed);
                        again.extend(self.failing.remove(&place).map(|_| place));
                    }
                }
                (Err(problem), Some(place)) => {
                    if self.failing.insert(place.clone(), problem.clone()).is_none() {
                        self.tell(Event::Failed(problem));
                    }
                    stuck.push(place);
                    self.held.push(keep);
                }
                (Err(problem), None) => self.tell(Event::Failed(problem)),
            }
        }
        for place in again.iter().filter(|place| !stuck.contains(place)) {
            let path = place.display().to_string();
            self.tell(Event::Done(self.words.with("status-kept-after-all", &[("path", &path)])));
        }
    }

    /// Keeps something and gives what the reader should know of it; in words why it could not be kept.
    fn done(&mut self, keep: &Keep) -> Result<Option<Event>, String> {
        match keep {
            Keep::Outlet { folder, file, outlet } => match sidecar::set_outlet(folder, file, outlet) {
                Ok(()) => Ok(None),
                // That will be so however often it is tried.
                Err(never @ WriteError::LeadsOut { .. }) => {
                    Ok(Some(Event::Failed(self.words.write_error(&never))))
                }
                Err(problem) => Err(self.words.write_error(&problem)),
            },
            Keep::Corrections { folder, before, after } => {
                match sidecar::set_corrections(folder, before, after) {
                    Ok(held) if held == *after || held == self.told => Ok(None),
                    Ok(held) => {
                        self.told = held;
                        Ok(Some(Event::CorrectedElsewhere))
                    }
                    Err(problem) => Err(self.words.write_error(&problem)),
                }
            }
            Keep::Session { path, changes } => {
                let kept = Session::keep(path, changes).map_err(|problem| problem.in_words(&self.words))?;
                if let Some(problem) = kept.problem {
                    self.tell(Event::Failed(problem.in_words(&self.words)));
                }
                let asked = changes.last().map(|(_, after)| after).filter(|after| **after != kept.session);
                Ok(asked.map(|asked| Event::Marked {
                    asked: Box::new(asked.clone()),
                    held: Box::new(kept.session),
                }))
            }
            Keep::Open { path } => {
                let opened = Session::load(path);
                let problem = opened.problem.map(|problem| problem.in_words(&self.words));
                Ok(Some(Event::Opened { session: Box::new(opened.session), problem }))
            }
            Keep::Until(_) => Ok(None),
        }
    }

    fn tell(&self, event: Event) {
        // Nobody listens any more when the program is being left; the rest is kept all the same.
        let _ = self.answers.send(Message::Event(event));
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::app::session::file_for;

    fn desk() -> (Desk, Receiver<Message>) {
        let (answers, told) = mpsc::channel();
        let desk = Desk {
            words: Words::new(Locale::English),
            answers,
            left: Arc::new(AtomicUsize::new(0)),
            held: Vec::new(),
            failing: BTreeMap::new(),
            told: Vec::new(),
        };
        (desk, told)
    }

    fn starring(articles: &[&str]) -> Session {
        Session { starred: articles.iter().map(|&id| id.to_owned()).collect(), ..Session::default() }
    }

    /// Keeps another star, as `Lane::send` and the thread do.
    fn star(desk: &mut Desk, path: &Path, before: &[&str], after: &[&str]) {
        desk.left.fetch_add(1, Ordering::Relaxed);
        desk.hold(Keep::Session {
            path: path.to_owned(),
            changes: vec![(starring(before), starring(after))],
        });
        desk.keep();
    }

    /// The lines that the reader was told since the last time.
    fn lines(told: &Receiver<Message>) -> Vec<String> {
        told.try_iter()
            .filter_map(|message| match message {
                Message::Event(Event::Failed(line) | Event::Done(line)) => Some(line),
                _ => None,
            })
            .collect()
    }

    #[test]
    fn what_failed_is_held_and_told_once_and_told_once_when_it_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        let state = folder.path().join("state");
        let path = file_for(&state, &[]);
        fs::write(&state, "no folder").unwrap();
        let (mut desk, told) = desk();
        star(&mut desk, &path, &[], &["a"]);
        assert_eq!(lines(&told).len(), 1);
        star(&mut desk, &path, &["a"], &["a", "b"]);
        desk.keep();
        star(&mut desk, &path, &["a", "b"], &["b", "c"]);
        assert_eq!(lines(&told), [""; 0]);
        assert_eq!((desk.held.len(), desk.left.load(Ordering::Relaxed)), (1, 1));
        fs::remove_file(&state).unwrap();
        desk.keep();
        assert!(lines(&told)[0].starts_with("Kept after all"));
        assert_eq!((desk.held.len(), desk.left.load(Ordering::Relaxed)), (0, 0));
        assert_eq!(Session::load(&path).session, starring(&["b", "c"]));
        star(&mut desk, &path, &["b", "c"], &["b"]);
        assert_eq!(lines(&told), [""; 0]);
    }

    #[test]
    fn a_sidecar_with_a_mistake_holds_up_its_own_folder_alone_and_keeps_the_order() {
        let (broken, fine) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let (mut desk, told) = desk();
        fs::write(broken.path().join(sidecar::FILE), "???\n").unwrap();
        for (folder, outlet) in [(&broken, "One"), (&fine, "Other"), (&broken, "Two")] {
            let (folder, outlet) = (folder.path().to_owned(), outlet.to_owned());
            desk.left.fetch_add(1, Ordering::Relaxed);
            desk.hold(Keep::Outlet { folder, file: "a.txt".to_owned(), outlet });
        }
        desk.keep();
        assert_eq!((lines(&told).len(), desk.held.len()), (1, 2));
        assert!(fs::read_to_string(fine.path().join(sidecar::FILE)).unwrap().contains("Other"));
        fs::write(broken.path().join(sidecar::FILE), "# mended\n").unwrap();
        desk.keep();
        let text = fs::read_to_string(broken.path().join(sidecar::FILE)).unwrap();
        assert!(text.starts_with("# mended\n") && text.contains("Two") && !text.contains("One"), "{text}");
    }

    #[test]
    fn a_lane_says_what_is_lost_when_it_ends_and_nothing_where_nothing_is() {
        let folder = tempfile::tempdir().unwrap();
        let state = folder.path().join("state");
        let (answers, _told) = mpsc::channel();
        let mut keeper = Keeper::new(Locale::English, &answers);
        assert_eq!(keeper.finish(), [""; 0]);
        let mut keeper = Keeper::new(Locale::English, &answers);
        fs::write(&state, "no folder").unwrap();
        let path = file_for(&state, &[]);
        keeper.keep(Keep::Session { path, changes: vec![(starring(&[]), starring(&["a"]))] });
        let lost = keeper.finish();
        assert!(lost.len() == 1 && lost[0].starts_with("not everything is kept: "), "{lost:?}");
    }
}
