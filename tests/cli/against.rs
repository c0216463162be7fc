//! One article against all others, and the strength that everything is cut at.

use super::desk::Desk;

/// The dossier and a third account that tells one thing of it, and one of its own.
fn three() -> Desk {
    let desk = Desk::with_dossier();
    desk.file("troisieme.txt", b"Un autre sujet\n\nLa neige est tombee sur les sommets cette nuit.\n");
    desk
}

#[test]
fn one_name_is_held_against_all_others_passage_by_passage() {
    let desk = three();
    let text = desk.text(&["compare", "depeche", desk.path()]);
    assert!(text.contains("quotidien") && text.contains("{Quelque 340}"), "{text}");
    let json = desk.json(&["compare", "depeche", "--format", "json", desk.path()]);
    assert_eq!(json["schema"], "recoupe.against/1");
    assert_eq!(json["others"].as_array().unwrap().len(), 2);
    let rows = json["rows"].as_array().unwrap();
    assert!(rows.iter().all(|row| row["told"][0]["article"] == "depeche.txt"), "{json}");
    assert!(rows.iter().any(|row| row["told"][1]["relation"] == "same_quote"), "{json}");
    let absent =
        |row: &serde_json::Value| row["absent"].as_array().unwrap().contains(&"troisieme.txt".into());
    assert!(rows.iter().all(absent), "{json}");
}

#[test]
fn several_names_hold_the_first_against_the_others_named() {
    let desk = three();
    let json = desk.json(&["compare", "depeche", "quotidien", "3", "--format", "json", desk.path()]);
    assert_eq!(json["others"], serde_json::json!(["quotidien.txt", "troisieme.txt"]));
}

#[test]
fn what_one_article_alone_has_and_what_it_lacks_are_asked_for() {
    let desk = three();
    let rows = |flag: &str| {
        let json = desk.json(&["compare", "depeche", flag, "--format", "json", desk.path()]);
        json["rows"].as_array().unwrap().clone()
    };
    let own = rows("--only-here");
    assert!(!own.is_empty() && own.iter().all(|row| row["told"].as_array().unwrap().len() == 1), "{own:?}");
    let missing = rows("--missing");
    let lacks = |row: &serde_json::Value| row["absent"].as_array().unwrap().contains(&"depeche.txt".into());
    assert!(!missing.is_empty() && missing.iter().all(lacks), "{missing:?}");
    assert!(desk.refused(&["compare", "--missing", desk.path()], 2).contains("--only-here"));
}

#[test]
fn in_markdown_every_version_stands_under_the_passage() {
    let desk = three();
    let text = desk.text(&["compare", "depeche", "--format", "markdown", desk.path()]);
    assert!(text.contains("- **depeche**") && text.contains("- **quotidien** "), "{text}");
}

#[test]
fn a_strength_decides_what_the_coverage_shows() {
    let desk = three();
    let facts = |strength: &str| {
        let output = desk.run(&["coverage", "--strength", strength, "--format", "json", desk.path()]);
        let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        json["facts"].as_array().unwrap().len()
    };
    assert!(facts("0,5") > facts("1"));
    desk.refused(&["coverage", "--strength", "7", desk.path()], 2);
}

#[test]
fn two_articles_are_counted_before_a_filter_leaves_rows_out() {
    let desk = three();
    let counts = |flag: &[&str]| {
        let text = desk.text(&[&["compare", "depeche", "quotidien"], flag, &[desk.path()]].concat());
        let told = text.lines().find(|line| line.contains("0,50") || line.contains("0.50"));
        told.unwrap_or_else(|| panic!("{text}")).to_owned()
    };
    let whole = counts(&[]);
    assert!(!whole.starts_with('0'), "{whole}");
    for flag in ["--missing", "--only-here", "--differences", "--conflicts"] {
        assert_eq!(counts(&[flag]), whole, "{flag}");
    }
}
