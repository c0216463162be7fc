//! What the command line tells of claims and figures: whose, which, in which order, and what it says
//! where there are none.

use crate::desk::Desk;

#[test]
fn claims_are_chosen_by_kind_and_by_outlet() {
    let desk = Desk::with_dossier();
    let direct = desk.json(&["claims", "--kind", "direct", "--format", "json", desk.path()]);
    let claims = direct["claims"].as_array().unwrap();
    assert!(!claims.is_empty() && claims.iter().all(|claim| claim["kind"] == "direct"));
    let there = desk.json(&["claims", "--outlet", "QUOTIDIEN", "--format", "json", desk.path()]);
    let there = there["claims"].as_array().unwrap();
    assert!(!there.is_empty() && there.iter().all(|claim| claim["article"] == "quotidien.txt"));
    let said = desk.text(&["claims", "--by", "haddad", desk.path()]);
    assert!(said.contains("Aucune péniche ne passera"), "{said}");
}

#[test]
fn what_nobody_says_is_not_found() {
    let desk = Desk::with_dossier();
    let output = desk.run(&["claims", "--by", "personne d’autre", desk.path()]);
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty());
    assert_eq!(desk.run(&["find", "xylophone", desk.path()]).status.code(), Some(1));
}

#[test]
fn whoever_is_misspelt_is_suggested() {
    let desk = Desk::with_dossier();
    let message = desk.refused(&["claims", "--by", "karim hadad", desk.path()], 1);
    assert!(message.contains("Vouliez-vous dire") && message.contains("Karim Haddad"), "{message}");
    let message = desk.refused(&["claims", "--by", "zzz", "--lang", "en", desk.path()], 1);
    assert!(message.contains("Those who say most") && message.contains("Karim Haddad"), "{message}");
}

#[test]
fn an_outlet_that_is_not_there_is_told_from_one_that_says_nothing_of_the_kind() {
    let desk = Desk::with_dossier();
    for command in ["claims", "figures"] {
        let message = desk.refused(&[command, "--outlet", "gazette", desk.path()], 1);
        assert!(message.contains("gazette") && message.contains("quotidien"), "{message}");
    }
    let message = desk.refused(&["claims", "--outlet", "quotidien", "--hedged", desk.path()], 1);
    assert!(message.contains("retirez-en un"), "{message}");
}

#[test]
fn claims_are_asked_for_by_what_is_done_in_saying_them() {
    let desk = Desk::with_dossier();
    let json = desk.json(&["claims", "--force", "announce", "--format", "json", desk.path()]);
    let claims = json["claims"].as_array().unwrap();
    assert!(!claims.is_empty() && claims.iter().all(|claim| claim["cue"]["force"] == "announce"), "{json}");
}

#[test]
fn by_speaker_everybody_has_a_title_with_how_much_they_say() {
    let desk = Desk::with_dossier();
    let text = desk.text(&["claims", "--order", "speaker", desk.path()]);
    let titles: Vec<&str> = text.lines().filter(|line| line.contains(" — ")).collect();
    assert!(titles[0].contains("Karim Haddad — 2 propos · 2 médias"), "{text}");
    let markdown = desk.text(&["claims", "--order", "speaker", "--format", "markdown", desk.path()]);
    assert!(markdown.contains("## Karim Haddad — 2 propos"), "{markdown}");
}

#[test]
fn a_claim_tells_where_else_it_stands() {
    let desk = Desk::with_dossier();
    let text = desk.text(&["claims", "--by", "haddad", "--outlet", "depeche", desk.path()]);
    assert!(text.contains("= quotidien"), "{text}");
    let json =
        desk.json(&["claims", "--by", "haddad", "--outlet", "depeche", "--format", "json", desk.path()]);
    let elsewhere = &json["claims"][0]["elsewhere"][0];
    assert_eq!(
        (&elsewhere["relation"], &elsewhere["article"]),
        (&"same_quote".into(), &"quotidien.txt".into())
    );
}

#[test]
fn contradicted_claims_are_asked_for_alone() {
    let desk = Desk::with_dossier();
    let json = desk.json(&["claims", "--conflicts", "--format", "json", desk.path()]);
    let claims = json["claims"].as_array().unwrap();
    assert!(!claims.is_empty());
    assert!(claims.iter().all(|claim| claim["text"].as_str().unwrap().contains("éclusiers")), "{json}");
}

#[test]
fn figures_that_differ_come_first_with_their_values_by_outlet() {
    let desk = Desk::with_dossier();
    let text = desk.text(&["figures", "--width", "120", desk.path()]);
    let differ = text.find("≠ divergents").expect("something differs");
    assert!(text.find("+ dans un seul média").is_none_or(|only| differ < only), "{text}");
    assert!(text.contains("depeche «\u{a0}Quelque 340 éclusiers\u{a0}»"), "{text}");
    assert!(text.contains("quotidien «\u{a0}Près de 500 éclusiers\u{a0}»"), "{text}");
}

#[test]
fn figures_are_narrowed_to_what_differs_and_to_an_outlet() {
    let desk = Desk::with_dossier();
    let json = desk.json(&["figures", "--differ", "--outlet", "quotidien", "--format", "json", desk.path()]);
    let figures = json["figures"].as_array().unwrap();
    assert_eq!(figures.len(), 1, "{json}");
    assert_eq!(figures[0]["value"], 500);
    assert_eq!(json["quantities"][0]["stands"], "differs");
    assert_eq!(json["quantities"][0]["values"][0]["articles"][0], "quotidien.txt");
    let text = desk.text(&["figures", "--order", "text", "--conflicts", desk.path()]);
    assert!(text.contains("340") && text.contains("500"), "{text}");
}
