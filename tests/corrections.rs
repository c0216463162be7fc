//! Corrections on their way to the sidecar and back: kept, applied on the next opening, on the command
//! line and in the JSON, and told where they no longer hold.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::process::{Command, Output, Stdio};

use recoupe::dossier::Dossier;
use recoupe::source::sidecar::{Correction, set_corrections};
use serde_json::Value;
use tempfile::TempDir;

const DEPECHE: &str = "Le port de Brévenne fermera\n\nLe port fermera en mars, a annoncé la maire Jeanne Morel. \
    « Nous n’avons plus le choix », a déclaré Jeanne Morel.\n\nLe directeur de la régie, Karim Haddad, a refusé de répondre.\n";
const QUOTIDIEN: &str = "Brévenne ferme son port\n\n« Nous n’avons plus le choix », a assuré Mme Morel.\n\n\
    Anne Roussel, qui dirige la criée, réclame des aides.\n";

fn folder() -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("depeche.txt"), DEPECHE).unwrap();
    fs::write(folder.path().join("quotidien.txt"), QUOTIDIEN).unwrap();
    folder
}

fn load(folder: &TempDir) -> Dossier {
    Dossier::load(&[folder.path().to_owned()], &|_| {}).unwrap().analyse(&|_| {})
}

fn names(dossier: &Dossier) -> Vec<&str> {
    dossier.actors.iter().map(|actor| actor.name.as_str()).collect()
}

fn merge() -> Correction {
    Correction::Merge { actor: "Anne Roussel".into(), into: "Jeanne Morel".into() }
}

fn run(arguments: &[&str], folder: &TempDir) -> Output {
    let settings = TempDir::new().unwrap();
    Command::new(env!("CARGO_BIN_EXE_recoupe"))
        .args(arguments)
        .arg(folder.path())
        .env("XDG_CONFIG_HOME", settings.path())
        .env("HOME", settings.path())
        .env("LC_ALL", "fr_FR.UTF-8")
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

fn json(arguments: &[&str], folder: &TempDir) -> Value {
    let output = run(arguments, folder);
    serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&output.stderr)))
}

#[test]
fn what_is_kept_counts_on_the_next_opening_and_not_after_it_was_taken_back() {
    let folder = folder();
    let before = load(&folder);
    assert!(names(&before).contains(&"Anne Roussel"));
    set_corrections(&before.home.clone().unwrap(), &[], &[merge()]).unwrap();
    let after = load(&folder);
    assert_eq!(after.corrections_in(after.home.as_ref()), [merge()]);
    assert!(!names(&after).contains(&"Anne Roussel"));
    set_corrections(folder.path(), &[merge()], &[]).unwrap();
    assert_eq!(names(&load(&folder)), names(&before));
}

#[test]
fn opened_anew_it_is_what_was_seen_at_once() {
    let folder = folder();
    let kept = load(&folder);
    let mut corrections = kept.corrections.clone();
    corrections.push(recoupe::dossier::Kept { correction: merge(), folder: kept.home.clone(), line: None });
    let at_once = kept.with_corrections(corrections).analyse_again(&|_| {});
    set_corrections(folder.path(), &[], &[merge()]).unwrap();
    assert_eq!(format!("{:?}", load(&folder).actors), format!("{:?}", at_once.actors));
}

#[test]
fn a_file_alone_has_the_sidecar_of_its_folder() {
    let folder = folder();
    set_corrections(folder.path(), &[], &[Correction::Hide { actor: "Karim Haddad".into() }]).unwrap();
    let file = folder.path().join("depeche.txt");
    let dossier = Dossier::load(&[file], &|_| {}).unwrap().analyse(&|_| {});
    assert_eq!(dossier.home.as_deref(), Some(folder.path()));
    assert!(!names(&dossier).contains(&"Karim Haddad"));
}

#[test]
fn the_commands_show_the_actors_as_corrected_and_why_each_name_is_theirs() {
    let folder = folder();
    set_corrections(folder.path(), &[], &[merge()]).unwrap();
    let found = json(&["actors", "--format", "json"], &folder);
    let actors = found["actors"].as_array().unwrap();
    let morel = actors.iter().find(|actor| actor["name"] == "Jeanne Morel").unwrap();
    assert_eq!(morel["edited"], true);
    let name = |text: &str| {
        let all = morel["names"].as_array().unwrap();
        all.iter().find(|name| name["text"] == text).unwrap_or_else(|| panic!("no {text} in {morel}"))
    };
    assert_eq!((&name("Morel")["joined"], &name("Morel")["unsure"]), (&"last-name".into(), &false.into()));
    assert_eq!(
        (&name("Anne Roussel")["joined"], &name("Anne Roussel")["confidence"]),
        (&"editor".into(), &1.0.into())
    );
    assert_eq!(morel["roles_by_outlet"][0]["text"], "maire");
    assert_eq!(morel["roles_by_outlet"][0]["outlet"], "depeche");
    assert_eq!(morel["claims_by"].as_array().unwrap().len(), 4);

    let page = String::from_utf8(run(&["actors", "--kind", "person"], &folder).stdout).unwrap();
    for told in [
        "Morel\u{a0}×\u{a0}1 (nom de famille)",
        "Anne Roussel\u{a0}×\u{a0}1 (selon la rédaction)",
        "maire (depeche)",
        "4 propos tenus",
        "corrigé à la main",
    ] {
        assert!(page.contains(told), "{told}:\n{page}");
    }
    let page = String::from_utf8(run(&["actors", "--format", "markdown"], &folder).stdout).unwrap();
    assert!(page.contains("selon la rédaction"), "{page}");
}

#[test]
fn the_whole_json_tells_the_corrections_and_its_speakers_follow() {
    let folder = folder();
    set_corrections(folder.path(), &[], &[merge()]).unwrap();
    let whole = json(&["analyze", "--format", "json"], &folder);
    assert_eq!(whole["corrections"][0]["merge"], "Anne Roussel");
    assert_eq!(whole["corrections"][0]["into"], "Jeanne Morel");
    let claims = whole["claims"].as_array().unwrap();
    assert!(claims.iter().all(|claim| claim["speaker"] != "anne-roussel"));
    assert!(claims.iter().any(|claim| claim["speaker"] == "jeanne-morel"));
}

#[test]
fn one_that_no_longer_holds_is_told_with_its_line_and_stays_in_the_file() {
    let folder = folder();
    let sidecar = "# À la main\n[[correction]]\nhide = \"Paul Lenoir\" # parti ?\n";
    fs::write(folder.path().join("dossier.toml"), sidecar).unwrap();
    let output = run(&["actors"], &folder);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("dossier.toml:3"), "{said}");
    assert!(said.contains("plus d’acteur «\u{a0}Paul Lenoir\u{a0}»"), "{said}");
    assert_eq!(said.lines().count(), 1, "told once: {said}");
    assert!(output.status.success());
    let dossier = load(&folder);
    set_corrections(
        folder.path(),
        &dossier.corrections_in(dossier.home.as_ref()),
        &[Correction::Hide { actor: "Paul Lenoir".into() }, merge()],
    )
    .unwrap();
    assert!(fs::read_to_string(folder.path().join("dossier.toml")).unwrap().starts_with(sidecar));
}
