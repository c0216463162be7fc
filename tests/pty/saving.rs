//! What is set is kept, whatever the disk does meanwhile.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;

use recoupe::app::session::{Session, file_for};
use tempfile::TempDir;

use crate::tty::Tty;
use crate::{ARTICLE, folder};

/// Three articles, and a home folder to read them at.
fn three_articles() -> (TempDir, TempDir) {
    (folder(&[("a.txt", ARTICLE), ("b.txt", ARTICLE), ("c.txt", ARTICLE)]), TempDir::new().unwrap())
}

/// The file that keeps the marks of the dossier in `folder`.
fn state(home: &Path, folder: &Path) -> PathBuf {
    file_for(&home.join("recoupe"), &[folder.to_owned()])
}

fn opened(home: &Path, folder: &Path) -> Tty {
    let tty = Tty::start_at(home, 120, 40, &[folder]);
    tty.until_shown("sans tambour");
    tty
}

/// Puts a file in the place of the state folder, which no save gets past, not even one of the super-user's;
/// gives where the folder is meanwhile.
fn block(home: &Path) -> PathBuf {
    let (place, meanwhile) = (home.join("recoupe"), home.join("meanwhile"));
    fs::rename(&place, &meanwhile).unwrap();
    fs::write(&place, "").unwrap();
    meanwhile
}

#[test]
fn a_save_that_failed_is_tried_again_by_itself_and_loses_nothing() {
    let (folder, home) = three_articles();
    let path = state(home.path(), folder.path());
    let mut tty = opened(home.path(), folder.path());
    tty.send("m");
    tty.until("the first star is kept", |_| path.exists());
    let meanwhile = block(home.path());
    tty.send("jm");
    tty.until_shown("non gardées");
    tty.send("jm");
    tty.until_shown("Étoile mise");
    fs::remove_file(home.path().join("recoupe")).unwrap();
    fs::rename(meanwhile, home.path().join("recoupe")).unwrap();
    tty.until_shown("Gardé malgré tout");
    assert_eq!(Session::load(&path).session.starred.len(), 3);
    tty.send("q");
    assert_eq!(tty.end().exit_code(), 0);
}

#[test]
fn leaving_tries_once_more_and_says_what_is_lost_once_the_terminal_is_given_back() {
    let (folder, home) = three_articles();
    let path = state(home.path(), folder.path());
    for mended in [true, false] {
        let mut tty = opened(home.path(), folder.path());
        tty.send("m");
        tty.until("a mark is kept", |_| path.exists());
        let meanwhile = block(home.path());
        tty.send("jm");
        tty.until_shown("non gardées");
        if mended {
            fs::remove_file(home.path().join("recoupe")).unwrap();
            fs::rename(&meanwhile, home.path().join("recoupe")).unwrap();
        }
        tty.send("q");
        assert_eq!(tty.end().exit_code(), 0);
        assert_eq!(tty.left_over(), [""; 0]);
        let written = String::from_utf8_lossy(&tty.bytes()).into_owned();
        let (left, told) = (written.find("\u{1b}[?1049l"), written.find("pas gardé"));
        if mended {
            assert_eq!(told, None, "{written:?}");
            assert_eq!(Session::load(&path).session.starred.len(), 2);
        } else {
            assert!(left.is_some() && left < told, "{written:?}");
        }
    }
}

#[test]
fn marks_that_cannot_be_read_hold_up_nothing() {
    let (folder, home) = three_articles();
    let path = state(home.path(), folder.path());
    fs::create_dir(path.parent().unwrap()).unwrap();
    assert!(Command::new("mkfifo").arg(&path).status().unwrap().success());
    let mut tty = opened(home.path(), folder.path());
    tty.until_shown("fichier ordinaire");
    tty.send("q");
    assert_eq!(tty.end().exit_code(), 0);
}

#[test]
fn a_second_broken_file_leaves_the_first_one_alone() {
    let (folder, home) = three_articles();
    let path = state(home.path(), folder.path());
    fs::create_dir(path.parent().unwrap()).unwrap();
    for (text, aside) in [("starred = [", "broken.toml"), ("starred = {", "broken-2.toml")] {
        fs::write(&path, text).unwrap();
        let mut tty = opened(home.path(), folder.path());
        tty.until_shown("mises de côté");
        tty.send("q");
        assert_eq!(tty.end().exit_code(), 0);
        assert_eq!(fs::read_to_string(path.with_extension(aside)).unwrap(), text);
    }
    assert_eq!(fs::read_to_string(path.with_extension("broken.toml")).unwrap(), "starred = [");
}

#[test]
fn a_sidecar_that_leads_out_of_the_folder_is_left_alone_and_told() {
    let (folder, home) = three_articles();
    let elsewhere = home.path().join("ailleurs.toml");
    fs::write(&elsewhere, "title = \"Ailleurs\"\n").unwrap();
    symlink(&elsewhere, folder.path().join("dossier.toml")).unwrap();
    let mut tty = opened(home.path(), folder.path());
    tty.until_shown("lien qui sort de son dossier");
    tty.send("go");
    tty.until_shown("Média");
    tty.send("La Gazette\r");
    tty.until_shown("pas d’écriture");
    tty.send("q");
    assert_eq!(tty.end().exit_code(), 0);
    assert_eq!(fs::read_to_string(&elsewhere).unwrap(), "title = \"Ailleurs\"\n");
}
