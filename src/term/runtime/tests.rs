//! Marks that are set before anybody knows what their file holds.

use std::fs;
use std::sync::mpsc;

use super::*;
use crate::config::{LanguageChoice, Settings};

fn starring(articles: &[&str]) -> Session {
    Session { starred: articles.iter().map(|&id| id.to_owned()).collect(), ..Session::default() }
}

/// A reader whose marks are kept at `path` and were not read yet.
fn reader(path: PathBuf) -> Runtime {
    let settings = Settings { language: LanguageChoice::English, ..Settings::default() };
    let (sender, messages) = mpsc::channel();
    let (_, signals) = mpsc::channel();
    let worker = Worker::new(Vec::new(), &settings, sender);
    let app = App::new(settings, (80, 24));
    let mut runtime = Runtime::new(app, Theme::named("terminal"), worker, Inbox::new(signals, messages));
    runtime.session = Some(path);
    runtime
}

#[test]
fn a_star_set_before_the_file_was_read_is_added_to_what_it_holds() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.toml");
    let theirs = starring(&["b", "c"]);
    Session::keep(&path, &[(Session::default(), theirs.clone())]).unwrap();
    let mut runtime = reader(path.clone());
    runtime.app.session = starring(&["a"]);
    runtime.keep_session();
    assert_eq!(runtime.kept, Session::default(), "it waits");
    let event = Event::Opened { session: Box::new(theirs), problem: None };
    runtime.take_over(&event);
    let effects = runtime.app.update(event);
    assert_eq!(runtime.app.session, starring(&["a", "b", "c"]));
    assert!(matches!(effects[..], [Effect::KeepSession]));
    runtime.keep_session();
    assert_eq!(runtime.finish(), [""; 0]);
    assert_eq!(Session::load(&path).session, starring(&["a", "b", "c"]));
}

#[test]
fn leaving_before_the_file_was_read_adds_the_star_too() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.toml");
    Session::keep(&path, &[(Session::default(), starring(&["b"]))]).unwrap();
    let mut runtime = reader(path.clone());
    runtime.app.session = starring(&["a"]);
    runtime.keep_session();
    assert_eq!(runtime.finish(), [""; 0]);
    assert_eq!(Session::load(&path).session, starring(&["a", "b"]));
    let kept = fs::read(&path).unwrap();
    let mut idle = reader(path.clone());
    assert_eq!(idle.finish(), [""; 0]);
    assert_eq!(fs::read(&path).unwrap(), kept);
}
