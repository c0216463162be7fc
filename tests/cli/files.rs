//! What is read and what is not: pipes handed over, pipes that only lie there, devices, links.

#![cfg(unix)]

use std::fs;
use std::os::unix::fs::symlink;
use std::process::Command;

use super::desk::{Desk, said};

#[test]
fn a_pipe_that_the_shell_hands_over_is_read() {
    let desk = Desk::with_dossier();
    let script = format!("\"$0\" analyze --lang fr <(cat '{}/depeche.txt') /dev/stdin", desk.path());
    let output = Command::new("bash")
        .args(["-c", &format!("cat '{}/quotidien.txt' | {script}", desk.path())])
        .arg(env!("CARGO_BIN_EXE_recoupe"))
        .output()
        .unwrap();
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(text.contains("La grève des éclusiers") && text.contains("les écluses fermées"), "{text}");
}

#[test]
fn what_is_no_file_is_refused_with_its_reason_though_it_be_named() {
    let desk = Desk::with_dossier();
    let at = |name: &str| format!("{}/{name}", desk.path());
    assert!(Command::new("mkfifo").arg(at("tube.txt")).status().unwrap().success());
    symlink("/dev/zero", at("zero.txt")).unwrap();
    let output = desk.run(&["analyze", &at("tube.txt"), &at("zero.txt"), "/dev/null", &at("depeche.txt")]);
    let told = said(&output);
    assert_eq!(output.status.code(), Some(0), "{told}");
    assert_eq!(told.matches("seuls les fichiers sont lus").count(), 3, "{told}");
}

#[test]
fn settings_that_are_no_file_are_told_and_the_defaults_hold() {
    let desk = Desk::with_dossier();
    let path = String::from_utf8(desk.run(&["config", "path"]).stdout).unwrap();
    let path = std::path::Path::new(path.trim());
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    symlink("/dev/zero", path).unwrap();
    let output = desk.run(&["analyze", desk.path()]);
    assert_eq!(output.status.code(), Some(0));
    assert!(said(&output).contains("fichier ordinaire"), "{}", said(&output));
    fs::remove_file(path).unwrap();
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
    assert_eq!(desk.run(&["analyze", desk.path()]).status.code(), Some(0));
}

#[test]
fn links_and_pipes_in_a_folder_are_told_and_the_articles_open() {
    let desk = Desk::with_dossier();
    let at = |name: &str| format!("{}/{name}", desk.path());
    symlink("/etc/passwd", at("secret.txt")).unwrap();
    symlink("depeche.txt", at("double.txt")).unwrap();
    assert!(Command::new("mkfifo").arg(at("tube.md")).status().unwrap().success());
    let output = desk.run(&["analyze", desk.path()]);
    let told = said(&output);
    assert_eq!(output.status.code(), Some(0), "{told}");
    assert!(
        told.contains("secret.txt") && told.contains("tube.md") && !told.contains("double.txt"),
        "{told}"
    );
}
