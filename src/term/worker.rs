//! Long work on threads of its own: loading, analysing, searching, writing files.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{self, Sender};
use std::sync::{Arc, Mutex};
use std::thread;

use super::keeper::{Keep, Keeper};
use super::runtime::Message;
use crate::app::effect::Event;
use crate::app::finder::Question;
use crate::app::{Action, App, Keymap};
use crate::config::Settings;
use crate::demo;
use crate::dossier::{Cut, Dossier, Kept, Memory, Progress, Wanted};
use crate::i18n::{Locale, Messages};
use crate::output::{Words, markdown, overview};
use crate::search::{Ask, Catalogue, Command, Search};
use crate::source::{SourceError, encoding};

/// A search that waits to be run.
struct Request {
    generation: u64,
    catalogue: Arc<Catalogue>,
    question: Question,
    cancel: Arc<AtomicBool>,
}

/// Hands work to threads; answers come back through the channel.
#[derive(Debug)]
pub struct Worker {
    paths: Vec<PathBuf>,
    settings: Settings,
    sender: Sender<Message>,
    searches: Sender<Request>,
    /// Raised to stop the search that runs, when a newer one is asked for.
    running: Mutex<Arc<AtomicBool>>,
    /// The loading that counts; an older one that still runs is given up between its steps.
    newest: Arc<AtomicU64>,
    keeper: Keeper,
    /// What is kept of the dossier until it is loaded again.
    memory: Arc<Mutex<Memory>>,
}

impl Worker {
    /// A worker for the dossier under `paths`, whose answers go to `sender`.
    pub fn new(paths: Vec<PathBuf>, settings: &Settings, sender: Sender<Message>) -> Self {
        let (searches, requests) = mpsc::channel::<Request>();
        let answers = sender.clone();
        let words = Words::new(Locale::chosen(settings.language));
        thread::spawn(move || {
            let mut search = Search::default();
            for request in requests {
                let ask = Ask {
                    query: &request.question.query,
                    scope: request.question.scope,
                    limit: request.question.limit,
                    marks: Some(&request.question.marks),
                };
                let found =
                    catch_unwind(AssertUnwindSafe(|| search.run(&request.catalogue, &ask, &request.cancel)));
                let event = match found {
                    Ok(Some(hits)) => Event::Found(request.generation, Box::new(hits)),
                    Ok(None) => continue,
                    Err(_) => {
                        search = Search::default();
                        Event::Failed(words.get("error-search"))
                    }
                };
                if answers.send(Message::Event(event)).is_err() {
                    return;
                }
            }
        });
        Self {
            paths,
            settings: settings.clone(),
            keeper: Keeper::new(Locale::chosen(settings.language), &sender),
            sender,
            searches,
            running: Mutex::default(),
            newest: Arc::default(),
            memory: Arc::default(),
        }
    }

    /// The paths of the dossier.
    pub fn paths(&self) -> &[PathBuf] {
        &self.paths
    }

    /// Runs a job on a thread of its own, which is handed a way to tell the loop of what it finds. Where the
    /// job breaks down, `broken` is told, in the words under `key`.
    fn start(
        &self,
        key: &'static str,
        broken: impl FnOnce(String) -> Event + Send + 'static,
        job: impl FnOnce(&(dyn Fn(Event) + Sync)) + Send + 'static,
    ) {
        let sender = self.sender.clone();
        let locale = Locale::chosen(self.settings.language);
        thread::spawn(move || {
            let tell = |event| {
                // Nobody listens any more when the program is being left.
                let _ = sender.send(Message::Event(event));
            };
            if catch_unwind(AssertUnwindSafe(|| job(&tell))).is_err() {
                tell(broken(Words::new(locale).get(key)));
            }
        });
    }

    /// A question that is yes as long as nobody has asked for a later generation than this one.
    fn wanted(&self, generation: u64) -> impl Fn() -> bool + Sync + Send + 'static {
        self.newest.store(generation, Ordering::Relaxed);
        let newest = Arc::clone(&self.newest);
        move || newest.load(Ordering::Relaxed) == generation
    }

    /// Loads and analyses; the articles come first, the findings later.
    ///
    /// `corrections` stand in no file; a dossier that has none takes them over. What is still to be written
    /// is written first, so that it is read.
    pub fn load(&self, generation: u64, corrections: Vec<Kept>) {
        let (paths, settings) = (self.paths.clone(), self.settings.clone());
        let wanted = self.wanted(generation);
        let kept = self.keeper.until_kept();
        let memory = Arc::clone(&self.memory);
        let broken = move |why| Event::LoadFailed(generation, why);
        self.start("error-analysis", broken, move |tell| {
            kept.wait();
            let progress = |progress| tell(Event::Progress(generation, progress));
            let done = remembering(&memory, |memory| {
                let Some(mut dossier) = load(&paths, &settings, memory, &wanted, &progress)? else {
                    return Ok(None);
                };
                if dossier.home.is_none() && !corrections.is_empty() {
                    dossier.corrections = corrections;
                }
                tell(Event::Loaded(generation, Box::new(dossier.clone())));
                Ok(dossier.analyse_while(Some(memory), &wanted, &progress))
            });
            match done {
                Ok(Some(dossier)) => tell(analysed(generation, dossier, &settings)),
                Ok(None) => {}
                Err(error) => {
                    let words = Words::new(Locale::chosen(settings.language));
                    tell(Event::LoadFailed(generation, words.source_error(&error)));
                }
            }
        });
    }

    /// Writes something that the reader set.
    pub fn keep(&self, keep: Keep) {
        self.keeper.keep(keep);
    }

    /// Writes what is not written yet, and nothing after that; gives, in words, what could not be.
    pub fn finish(&mut self) -> Vec<String> {
        self.keeper.finish()
    }

    /// Finds anew what follows from the actors of a dossier, after correcting them where they are to be
    /// corrected otherwise.
    pub fn analyse(&self, generation: u64, dossier: Arc<Dossier>, corrections: Option<Vec<Kept>>) {
        let settings = self.settings.clone();
        let wanted = self.wanted(generation);
        let memory = Arc::clone(&self.memory);
        let broken = move |why| Event::LoadFailed(generation, why);
        self.start("error-analysis", broken, move |tell| {
            let progress = |progress| tell(Event::Progress(generation, progress));
            let dossier = match corrections {
                Some(corrections) => {
                    let corrected = dossier.with_corrections(corrections);
                    tell(Event::Corrected(generation, Box::new(corrected.clone())));
                    corrected
                }
                None => Dossier::clone(&dossier),
            };
            if let Some(dossier) =
                remembering(&memory, |memory| dossier.analyse_again_while(Some(memory), &wanted, &progress))
            {
                tell(analysed(generation, dossier, &settings));
            }
        });
    }

    /// Cuts the aligned pairs of a dossier at another strength.
    pub fn cut(&self, dossier: Arc<Dossier>, cut: Cut) {
        let uncut = Arc::clone(&dossier);
        let broken = move |why| Event::Cut(uncut, Err(why));
        self.start("error-analysis", broken, move |tell| {
            let recut = Box::new(Dossier::clone(&dossier).recut(cut));
            tell(Event::Cut(dossier, Ok(recut)));
        });
    }

    /// Searches; a search that still runs is given up.
    pub fn search(&self, generation: u64, catalogue: Arc<Catalogue>, question: Question) {
        let cancel = Arc::new(AtomicBool::new(false));
        if let Ok(mut running) = self.running.lock() {
            running.store(true, Ordering::Relaxed);
            *running = Arc::clone(&cancel);
        }
        // The thread lives as long as this does; where it has died, the finder stays empty.
        let _ = self.searches.send(Request { generation, catalogue, question, cancel });
    }

    /// Lays the dossier out for the finder again.
    pub fn index(&self, generation: u64, dossier: Arc<Dossier>) {
        let settings = self.settings.clone();
        self.start("error-index", Event::Failed, move |tell| {
            tell(Event::Indexed(generation, Box::new(catalogue(&dossier, &settings))));
        });
    }

    /// Writes articles of the dossier, by their indices, as Markdown, off the drawing thread, and tells
    /// how it went. What is found in some of them is found anew, as if they were all there is.
    pub fn export(&self, path: PathBuf, dossier: Arc<Dossier>, only: Vec<usize>) {
        let words = Words::new(Locale::chosen(self.settings.language));
        self.start("error-export", Event::Failed, move |tell| {
            let path = free(&path);
            let shown = std::path::absolute(&path).unwrap_or_else(|_| path.clone()).display().to_string();
            let dossier = if only.len() < dossier.articles.len() {
                Arc::new(dossier.only(&only).analyse(&|_| {}))
            } else {
                dossier
            };
            let mut text = Vec::new();
            let written = markdown::write(&overview::whole(&dossier, &words), &mut text)
                .and_then(|()| write_and_rename(&path, &text));
            tell(match written {
                Ok(()) => Event::Done(words.with("status-exported", &[("path", &shown)])),
                Err(error) => Event::Failed(format!("{shown}: {error}")),
            });
        });
    }

    /// Tells the reader something, as if it had come from a job.
    pub fn tell(&self, event: Event) {
        let _ = self.sender.send(Message::Event(event));
    }
}

/// Reads what stands under `paths`, as long as that is wanted; the demo where there is none.
fn load(
    paths: &[PathBuf],
    settings: &Settings,
    memory: &mut Memory,
    wanted: Wanted<'_>,
    progress: &(dyn Fn(Progress) + Sync),
) -> Result<Option<Dossier>, SourceError> {
    if paths.is_empty() {
        return Ok(Some(demo::load()));
    }
    let encoding = settings.encoding.as_deref().map(encoding::named).transpose()?;
    Dossier::load_while(paths, encoding, memory, wanted, progress)
}

/// An analysed dossier, laid out for the finder.
fn analysed(generation: u64, dossier: Dossier, settings: &Settings) -> Event {
    let catalogue = catalogue(&dossier, settings);
    Event::Analysed(generation, Box::new(dossier), Box::new(catalogue))
}

/// Does a job with what is remembered of the dossier; without it where another job has it, or died over
/// it, since waiting costs more.
fn remembering<T>(memory: &Mutex<Memory>, job: impl FnOnce(&mut Memory) -> T) -> T {
    match memory.try_lock() {
        Ok(mut memory) => job(&mut memory),
        Err(_) => job(&mut Memory::default()),
    }
}

/// `path`, or the first of `NAME-2`, `NAME-3` … that is not there yet: somebody may have written into
/// what was exported before.
fn free(path: &Path) -> PathBuf {
    let numbered = |number: u32| {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        path.with_file_name(format!("{stem}-{number}.md"))
    };
    let mut candidates = std::iter::once(path.to_owned()).chain((2..10_000).map(numbered));
    candidates.find(|path| !path.exists()).unwrap_or_else(|| path.to_owned())
}

/// Writes to a temporary file beside `path` and renames it, so that no half-written file is left.
fn write_and_rename(path: &Path, text: &[u8]) -> std::io::Result<()> {
    let temporary = path.with_extension("recoupe-tmp");
    std::fs::write(&temporary, text)?;
    std::fs::rename(&temporary, path)
}

/// Everything that can be found: the dossier, and the actions with their descriptions and keys.
pub fn catalogue(dossier: &Dossier, settings: &Settings) -> Catalogue {
    let messages = Messages::new(Locale::chosen(settings.language));
    let keymap: Keymap = App::keymap_of(settings).0;
    let commands: Vec<(Action, String, String)> = Action::ALL
        .iter()
        .filter(|action| action.is_command())
        .map(|action| {
            let keys = keymap.all().iter().find(|binding| binding.action == *action);
            let words = messages.get(&format!("action-{}", action.name()));
            (*action, words, keys.map(|binding| messages.keys(&binding.keys_text())).unwrap_or_default())
        })
        .collect();
    Catalogue::new(
        dossier,
        commands.iter().map(|(action, name, keys)| Command { id: action.name(), name, keys }),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::LanguageChoice;

    #[test]
    fn a_job_that_breaks_down_is_told_of() {
        let (sender, messages) = mpsc::channel();
        let settings = Settings { language: LanguageChoice::French, ..Settings::default() };
        let worker = Worker::new(Vec::new(), &settings, sender);
        worker.start("error-export", Event::Failed, |_| panic!("the ink ran out"));
        let Ok(Message::Event(Event::Failed(told))) = messages.recv() else { panic!("nothing was told") };
        assert!(told.starts_with("L’export a échoué"), "{told}");
    }

    #[test]
    fn a_job_of_an_older_generation_is_not_wanted_any_more() {
        let (sender, _messages) = mpsc::channel();
        let worker = Worker::new(Vec::new(), &Settings::default(), sender);
        let first = worker.wanted(1);
        assert!(first());
        let second = worker.wanted(2);
        assert!(!first() && second());
    }
}
