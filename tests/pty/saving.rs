//! What is set is kept, whatever the disk does meanwhile.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;

use recoupe::app::session::file_for;
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
