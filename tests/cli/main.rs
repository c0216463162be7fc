//! The command line as somebody types it: the real program, its output, its messages, its exit codes.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use serde_json::Value;

mod against;
mod desk;
mod files;
mod who_said;

use desk::{DEPECHE, Desk, harmless, said};

#[test]
fn help_and_version_go_to_standard_output() {
    let desk = Desk::new();
    assert!(desk.text(&["--help"]).contains("Codes de sortie"));
    assert!(desk.text(&["--help", "--lang", "en"]).contains("Exit codes"));
    assert!(desk.text(&["--version"]).starts_with("recoupe "));
}

#[test]
fn without_a_terminal_an_overview_is_printed_instead_of_the_reader() {
    let text = Desk::new().text(&[]);
    assert!(text.contains("6 articles"), "{text}");
    assert!(harmless(&text));
    assert!(text.lines().all(|line| line.chars().count() <= 80));
}

#[test]
fn every_command_has_text_markdown_and_json() {
    let desk = Desk::new();
    for command in ["analyze", "compare", "claims", "figures", "actors", "coverage"] {
        let output = |format| desk.run(&[command, "--format", format]);
        for format in ["text", "markdown"] {
            let text = String::from_utf8(output(format).stdout).unwrap();
            assert!(!text.is_empty() && harmless(&text), "{command} {format}: {text}");
        }
        let json: Value = serde_json::from_slice(&output("json").stdout).unwrap();
        assert!(json["schema"].as_str().unwrap().starts_with("recoupe."), "{command}");
    }
}

#[test]
fn what_was_exported_into_the_folder_is_no_article_of_it() {
    let desk = Desk::with_dossier();
    for command in ["analyze", "compare", "claims", "figures", "actors", "coverage"] {
        let exported = desk.text(&[command, "--format", "markdown", desk.path()]);
        desk.file(&format!("{command}.md"), exported.as_bytes());
    }
    let output = desk.run(&["analyze", "--format", "json", desk.path()]);
    let json: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(json["articles"].as_array().unwrap().len(), 2);
    assert_eq!(said(&output).matches("c’est un export de Recoupe").count(), 6, "{}", said(&output));
}

#[test]
fn an_article_is_analysed_in_the_words_of_the_contract() {
    let desk = Desk::with_dossier();
    let json = desk.json(&["analyze", "--format", "json", desk.path()]);
    assert_eq!(json["schema"], "recoupe.dossier/1");
    assert_eq!(json["articles"][0]["id"], "depeche.txt");
    assert_eq!(json["articles"][0]["text"], DEPECHE);
    assert_eq!(json["articles"][0]["language"], "fr");
    assert_eq!(json["articles"].as_array().unwrap().len(), 2);
}

#[test]
fn find_needs_no_accents() {
    let desk = Desk::with_dossier();
    assert!(desk.text(&["find", "prefete", desk.path()]).contains("préfète"));
    let json = desk.json(&["find", "PENICHE", "--format", "json", desk.path()]);
    assert!(json["total"].as_u64().unwrap() >= 2, "{json}");
}

#[test]
fn two_articles_stand_side_by_side() {
    let desk = Desk::with_dossier();
    let text = desk.text(&["compare", "--width", "100", desk.path()]);
    assert!(
        text.contains("depeche") && text.contains("quotidien") && text.contains("{Quelque 340}"),
        "{text}"
    );
    let json = desk.json(&["compare", "--format", "json", desk.path()]);
    let rows = json["rows"].as_array().unwrap();
    assert!(rows.iter().any(|row| row["relation"] == "same_quote"), "{json}");
}

#[test]
fn articles_to_compare_are_named_by_outlet_file_or_number() {
    let desk = Desk::with_dossier();
    desk.file("troisieme.txt", b"Un autre sujet\n\nLa neige est tombee sur les sommets cette nuit.\n");
    let by_name = desk.run(&["compare", "quotidien", "DEPECHE", desk.path()]).stdout;
    let by_number = desk.run(&["compare", "2", "1", desk.path()]).stdout;
    assert!(!by_name.is_empty() && by_name == by_number);
    let message = desk.refused(&["compare", "quotidien", "gazette", desk.path()], 66);
    assert!(message.contains("gazette") && message.contains("troisieme"), "{message}");
    desk.refused(&["compare", "quotidien", "2", desk.path()], 2);
}

#[test]
fn nothing_is_wider_than_the_width_asked_for() {
    let desk = Desk::with_dossier();
    for command in ["analyze", "compare", "claims", "coverage"] {
        let output = desk.run(&[command, "--width", "40", desk.path()]);
        let text = String::from_utf8(output.stdout).unwrap();
        let widest = text.lines().map(|line| line.chars().count()).max().unwrap();
        assert!(widest <= 40, "{command}: {widest}\n{text}");
    }
}

#[test]
fn colour_comes_only_when_asked_for_in_a_pipe() {
    let desk = Desk::with_dossier();
    assert!(!desk.text(&["claims", desk.path()]).contains('\u{1b}'));
    assert!(desk.text(&["claims", "--color", "always", desk.path()]).contains("\u{1b}[1m"));
}

#[test]
fn a_hostile_article_reaches_no_terminal_raw() {
    let desk = Desk::new();
    let hostile = "Le \u{1b}]0;volé\u{7}titre \u{202e}retourné\n\nSelon la \u{9b}2Jmairie, \
        \u{1b}[31m340 personnes\u{1b}[0m\u{7f} sont sorties. « Bonjour \u{2066}à tous\u{2069}\u{fe01}\u{e0121}\u{2800} », a dit Anne Roussel.\n";
    desk.file("piege \u{1b}[2J.txt", hostile.as_bytes());
    desk.file("vide \u{1b}[2J.txt", b"");
    for command in ["analyze", "claims", "figures", "actors", "compare", "coverage"] {
        for format in ["text", "markdown", "json"] {
            let output = desk.run(&[command, "--format", format, desk.path()]);
            assert!(harmless(&String::from_utf8(output.stdout.clone()).unwrap()), "{command} {format}");
            assert!(harmless(&said(&output)), "{}", said(&output));
        }
    }
    let json = desk.json(&["analyze", "--format", "json", desk.path()]);
    assert_eq!(json["articles"][0]["text"], hostile, "JSON gives the text back as it was");
}

#[test]
fn standard_input_is_an_article() {
    let desk = Desk::new();
    let mut child =
        desk.command(&["analyze", "--format", "json", "-"]).stdin(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(DEPECHE.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let json: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(json["articles"][0]["text"], DEPECHE);
}

#[test]
fn encodings_are_told_or_imposed() {
    let desk = Desk::new();
    // The same sentence in Windows-1252.
    let path = desk.file(
        "dos.txt",
        b"L'\xe9t\xe9 \xe0 la pr\xe9fecture\n\n\x93 Voil\xe0 l'\x9cuvre \x94, a dit la mairie.\n",
    );
    let path = path.to_str().unwrap();
    let told = desk.json(&["analyze", "--format", "json", path]);
    assert!(told["articles"][0]["text"].as_str().unwrap().contains("“ Voilà l'œuvre ”"), "{told}");
    let imposed = desk.json(&["analyze", "--format", "json", "--encoding", "macintosh", path]);
    assert!(!imposed["articles"][0]["text"].as_str().unwrap().contains("été"));
    let message = desk.refused(&["analyze", "--encoding", "utf-9", path], 2);
    assert!(message.contains("utf-8"), "{message}");
    let path = desk.file("console.txt", b"L'\x82t\x82 \x85 la pr\x82fecture\n\nVoil\x85, a dit la mairie.\n");
    let imposed = desk.json(&["analyze", "--format", "json", "--encoding", "ibm850", path.to_str().unwrap()]);
    assert_eq!(imposed["articles"][0]["encoding"], "CP850, as asked");
    assert!(imposed["articles"][0]["text"].as_str().unwrap().starts_with("L'été à la préfecture"));
}

#[test]
fn what_was_mended_in_a_text_is_said_in_both_languages() {
    let desk = Desk::new();
    let lines: [&[u8]; 3] = [
        "La préfète ferme la route\n\n".as_bytes(),
        b"Le maire a d\xe9clar\xe9 son accord.\n\n",
        "La dÃ©cision a Ã©tÃ© prise.\n\nPhoto \u{e9}".as_bytes(),
    ];
    let mut bytes = lines.concat();
    // The last letter is cut in two.
    bytes.pop();
    let path = desk.file("melange.txt", &bytes);
    let path = path.to_str().unwrap();
    for (language, parts) in [
        ("fr", ["2 caractères lus en windows-1252", "1 endroit illisible", "réparé en 3 endroits"]),
        ("en", ["2 characters read as windows-1252", "1 unreadable place", "mended in 3 places"]),
    ] {
        let output = desk.run(&["analyze", "--lang", language, "--width", "200", path]);
        let text = String::from_utf8(output.stdout.clone()).unwrap();
        for part in parts {
            assert!(text.contains(part), "{part}: {text}");
        }
        assert_eq!(
            said(&output).lines().filter(|line| line.contains("melange.txt")).count(),
            3,
            "{}",
            said(&output)
        );
    }
    let json = desk.json(&["analyze", "--format", "json", path]);
    let article = &json["articles"][0];
    assert!(article["text"].as_str().unwrap().contains("a déclaré son accord.\n\nLa décision a été prise."));
    assert_eq!(article["repairs"]["characters_in_another_encoding"], 2);
    assert_eq!(article["repairs"]["other_encoding"], "windows-1252");
    assert_eq!(article["repairs"]["unreadable_places"], 1);
    assert_eq!(article["repairs"]["places_decoded_twice"], 3);
}

#[test]
fn a_path_that_names_nothing_is_said_so_in_both_languages() {
    let desk = Desk::new();
    let message = desk.refused(&["analyze", "/nulle/part"], 66);
    assert!(message.contains("/nulle/part") && message.contains("aucun fichier"), "{message}");
    let message = desk.refused(&["analyze", "/nulle/part", "--lang", "en"], 66);
    assert!(message.contains("no such file"), "{message}");
    assert!(desk.refused(&["clams"], 66).contains("recoupe claims"));
}

#[test]
fn an_empty_folder_is_no_input() {
    let desk = Desk::new();
    assert!(desk.refused(&["analyze", desk.path()], 66).contains("vide"));
}

#[test]
fn a_folder_of_unreadable_files_is_bad_data_and_each_has_its_reason() {
    let desk = Desk::new();
    desk.file("photo.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    desk.file("vide.txt", b" \n");
    let message = desk.refused(&["analyze", desk.path()], 65);
    assert!(message.contains("photo.txt") && message.contains("vide.txt"), "{message}");
    assert_eq!(message.lines().count(), 3, "{message}");
}

#[test]
fn an_article_without_end_is_analysed_in_part_and_the_messages_say_so() {
    let desk = Desk::with_dossier();
    let text = format!("Le bac\n\nLe bac reprend la mer.\n{}Le phare aussi.\n", "\n".repeat(2_000_000));
    let long = desk.file("long.txt", text.as_bytes());
    let output = desk.run(&["analyze", "--format", "json", long.to_str().unwrap()]);
    let json: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(json["articles"][0]["blocks"].as_array().unwrap().last().unwrap()["kind"], "unanalysed");
    assert!(said(&output).contains("premiers signes sur 2\u{202f}000\u{202f}0"), "{}", said(&output));
    assert_eq!(desk.json(&["find", "phare", "--format", "json", long.to_str().unwrap()])["total"], 1);
}

#[test]
fn one_bad_file_does_not_stop_the_others() {
    let desk = Desk::with_dossier();
    desk.file("photo.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    let large = desk.file("long.txt", b"");
    fs::File::options().write(true).open(&large).unwrap().set_len(9 << 20).unwrap();
    let output = desk.run(&["analyze", "--format", "json", desk.path()]);
    assert_eq!(output.status.code(), Some(0));
    let json: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(json["articles"].as_array().unwrap().len(), 2);
    assert_eq!(json["unread"].as_array().unwrap().len(), 2);
    assert!(said(&output).contains("8 Mio") && said(&output).contains("photo.txt"), "{}", said(&output));
}

#[test]
fn a_mistake_in_the_sidecar_is_told_with_its_line() {
    let desk = Desk::with_dossier();
    desk.file(
        "dossier.toml",
        b"title = \"Canal\"\n\n[[article]]\nfile = \"depeche.txt\"\noutlett = \"Agence\"\n",
    );
    let output = desk.run(&["analyze", desk.path()]);
    assert_eq!(output.status.code(), Some(0));
    assert!(
        said(&output).contains("dossier.toml:5") && said(&output).contains("outlet"),
        "{}",
        said(&output)
    );
    assert!(String::from_utf8(output.stdout).unwrap().starts_with("Canal\n"));
}

#[test]
fn one_line_of_seven_megabytes_is_read() {
    let desk = Desk::new();
    // Few words, since the program under test is not optimised.
    let line = format!("{} ", "mot".repeat(2_000)).repeat(1_200);
    assert!(line.len() > 7_000_000);
    let path = desk.file("longue.txt", line.as_bytes());
    let json = desk.json(&["analyze", "--format", "json", path.to_str().unwrap()]);
    assert_eq!(json["articles"][0]["text"].as_str().unwrap().len(), line.len());
}

#[test]
fn a_pipe_that_closes_early_is_quiet() {
    let desk = Desk::new();
    // More than a pipe holds, so that writing goes on after the reader has gone.
    desk.file("long.txt", "Les écluses du canal sont fermées depuis lundi matin. ".repeat(9_000).as_bytes());
    let mut child = desk.command(&["analyze", "--format", "json", desk.path()]).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), said(&output)), (Some(0), String::new()));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told() {
    let desk = Desk::with_dossier();
    let full = fs::File::options().write(true).open("/dev/full").unwrap();
    let output = desk.command(&["analyze", desk.path()]).stdout(full).output().unwrap();
    assert_eq!(output.status.code(), Some(74));
    assert!(said(&output).contains("sortie standard"), "{}", said(&output));
}

#[test]
fn wrong_usage_ends_with_two_and_a_suggestion() {
    let desk = Desk::new();
    assert!(desk.refused(&["claims", "--outlt", "x"], 2).contains("--outlet"));
    assert!(desk.refused(&["claims", "--kind", "mixd"], 2).contains("mixed"));
    assert!(desk.refused(&["analyze", "--width", "3"], 2).contains("20…1000"));
}

#[test]
fn settings_are_checked_shown_and_never_stop_the_reading() {
    let desk = Desk::with_dossier();
    let path = desk.text(&["config", "path"]);
    assert!(path.trim().ends_with("recoupe/config.toml"), "{path}");
    assert!(desk.text(&["config", "default"]).contains("# text-width = 80"));
    desk.text(&["config", "check"]);
    fs::create_dir_all(Path::new(path.trim()).parent().unwrap()).unwrap();
    fs::write(path.trim(), "mouse = false\nthem = \"papier\"\n").unwrap();
    let message = desk.refused(&["config", "check"], 78);
    assert!(message.contains("config.toml:2") && message.contains("theme"), "{message}");
    let output = desk.run(&["actors", desk.path()]);
    assert!(said(&output).contains("config.toml:2") && !output.stdout.is_empty());
    fs::write(path.trim(), "language = \"en\"\n").unwrap();
    assert!(desk.text(&["figures", desk.path()]).contains("figures"));
}

/// The commands in the README's fenced blocks, each as its words, up to a pipe or a comment.
fn commands_of_the_readme() -> Vec<Vec<String>> {
    let readme = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
    let fenced = readme.split("```").skip(1).step_by(2).filter_map(|block| block.strip_prefix("sh\n"));
    let lines = fenced.flat_map(str::lines).map(|line| line.split(" #").next().unwrap_or(line));
    let commands =
        lines.flat_map(|line| line.split('|')).map(str::trim).filter(|line| line.starts_with("recoupe"));
    commands
        .map(|line| {
            line.split(['<', '>']).next().unwrap_or(line).split_whitespace().map(str::to_owned).collect()
        })
        .collect()
}

#[test]
fn the_readme_names_only_commands_and_flags_that_exist() {
    let desk = Desk::new();
    let commands = commands_of_the_readme();
    assert!(commands.len() > 5, "{commands:?}");
    for words in commands {
        let known = [
            "analyze",
            "compare",
            "claims",
            "actors",
            "figures",
            "find",
            "coverage",
            "completions",
            "man",
            "config",
        ];
        let command = words.get(1).filter(|word| known.contains(&word.as_str()));
        let help = match command {
            Some(command) => desk.text(&[command, "--help"]),
            None => desk.text(&["--help"]),
        };
        for flag in words.iter().filter(|word| word.starts_with("--")) {
            let name = flag.split('=').next().unwrap();
            assert!(help.contains(name), "{words:?}: {name}");
        }
    }
}

#[test]
fn the_manual_and_the_completions_know_every_command() {
    let desk = Desk::new();
    let manual = desk.text(&["man"]);
    let shells = ["bash", "zsh", "fish", "powershell", "elvish"];
    for command in ["analyze", "compare", "claims", "actors", "figures", "find", "coverage", "config"] {
        assert!(manual.contains(command), "{command}");
        for shell in shells {
            assert!(desk.text(&["completions", shell]).contains(command), "{shell} {command}");
        }
    }
}

/// The clusters to measure with, where they lie beside the project.
fn clusters() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/eval/clusters");
    let found: Vec<PathBuf> = ["seeds", "onu-cerd-2022"]
        .iter()
        .map(|name| folder.join(name))
        .filter(|path| path.is_dir())
        .collect();
    if found.is_empty() {
        println!("skipped: {} is not there", folder.display());
    }
    found
}

/// Every object with offsets in `value`, with the article it belongs to.
fn spans<'a>(value: &'a Value, article: &'a str, found: &mut Vec<(&'a str, &'a Value)>) {
    match value {
        Value::Object(fields) => {
            let article = fields.get("article").and_then(Value::as_str).unwrap_or(article);
            if fields.contains_key("start") {
                found.push((article, value));
            }
            fields.values().for_each(|field| spans(field, article, found));
        }
        Value::Array(items) => items.iter().for_each(|item| spans(item, article, found)),
        _ => {}
    }
}

fn fields(value: &Value, names: &[&str]) {
    for name in names {
        assert!(value.get(name).is_some(), "no field {name} in {value}");
    }
}

#[test]
fn real_articles_come_out_as_the_contract_says() {
    let desk = Desk::new();
    for folder in clusters() {
        let json = desk.json(&["analyze", "--format", "json", folder.to_str().unwrap()]);
        let articles = json["articles"].as_array().unwrap();
        assert!(articles.len() >= 4);
        let mut found = Vec::new();
        for article in articles {
            let text = article["text"].as_str().unwrap();
            let file = fs::read_to_string(article["source"].as_str().unwrap()).unwrap();
            assert_eq!(text, file, "text is the decoded source, never altered");
            spans(article, article["id"].as_str().unwrap(), &mut found);
        }
        for part in ["actors", "claims", "figures", "alignments"] {
            spans(&json[part], "", &mut found);
        }
        for (article, span) in found {
            let article = articles.iter().find(|one| one["id"] == article).unwrap();
            let points: Vec<char> = article["text"].as_str().unwrap().chars().collect();
            let at = |name: &str| usize::try_from(span[name].as_u64().unwrap()).unwrap();
            assert!(at("start") < at("end") && at("end") <= points.len(), "{span}");
            if let Some(text) = span.get("text") {
                let covered: String = points[at("start")..at("end")].iter().collect();
                assert_eq!(text, &covered);
            }
        }
        let every = |list: &str, names: &[&str]| {
            json[list].as_array().unwrap().iter().for_each(|item| fields(item, names));
        };
        every(
            "articles",
            &["id", "source", "outlet", "title", "published", "authors", "language", "blocks", "sentences"],
        );
        every("actors", &["id", "name", "kind", "aliases", "roles", "mentions"]);
        every("claims", &["id", "kind", "speaker", "speakers", "speaker_text", "cue", "via", "hedged"]);
        every("figures", &["text", "value", "unit", "qualifier", "of"]);
        every("alignments", &["a", "b", "relation", "score", "why"]);
    }
}

#[test]
fn a_whole_comparison_leaves_no_passage_out() {
    let desk = Desk::with_dossier();
    let json = desk.json(&["compare", "--format", "json", desk.path()]);
    let dossier = desk.json(&["analyze", "--format", "json", desk.path()]);
    for (at, side) in ["a", "b"].iter().enumerate() {
        let sentences = dossier["articles"][at]["sentences"].as_array().unwrap().len();
        let repeated = |row: &&serde_json::Value| {
            row[if *side == "a" { "continued" } else { "again" }] == serde_json::json!(true)
        };
        let rows = json["rows"].as_array().unwrap();
        let shown = rows.iter().filter(|row| !row[*side].is_null() && !repeated(row)).count();
        assert_eq!(shown, sentences, "{side}: {json}");
    }
}

#[test]
fn a_comparison_is_narrowed_to_what_differs() {
    let desk = Desk::with_dossier();
    let rows = |flags: &[&str]| {
        let arguments = [&["compare", "--format", "json"], flags, &[desk.path()]].concat();
        desk.json(&arguments)["rows"].as_array().unwrap().clone()
    };
    let (all, some, few) = (rows(&[]), rows(&["--differences"]), rows(&["--conflicts"]));
    assert!(all.len() > some.len() && some.len() > few.len() && !few.is_empty(), "{all:?}");
    assert!(few.iter().all(|row| row["relation"] == "conflict"), "{few:?}");
    let message = desk.refused(&["compare", "--differences", "--conflicts", desk.path()], 2);
    assert!(message.contains("--conflicts"), "{message}");
}

#[test]
fn a_strength_decides_what_is_a_match() {
    let desk = Desk::with_dossier();
    let matched = |strength: &str| {
        let output = desk.run(&["compare", "--strength", strength, "--format", "json", desk.path()]);
        let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        json["rows"].as_array().unwrap().iter().filter(|row| !row["score"].is_null()).count()
    };
    assert!(matched("0.3") >= matched("0,5") && matched("0.5") > matched("1"));
    for wrong in ["0.1", "2", "fort"] {
        assert!(desk.refused(&["compare", "--strength", wrong, desk.path()], 2).contains("0.30…1"));
    }
}

#[test]
fn coverage_tells_what_one_outlet_alone_has_and_what_it_lacks() {
    let desk = Desk::with_dossier();
    let listed = |flags: &[&str]| {
        let arguments = [&["coverage", "--format", "json"], flags, &[desk.path()]].concat();
        desk.json(&arguments)
    };
    let all = listed(&[]);
    assert!(!all["facts"].as_array().unwrap().is_empty(), "{all}");
    assert_eq!(all["shares"].as_array().unwrap().len(), 2);
    let only = listed(&["--only", "quotidien"]);
    for fact in only["facts"].as_array().unwrap() {
        assert_eq!(
            (fact["breadth"].as_u64(), &fact["cells"][0]["article"]),
            (Some(1), &"quotidien.txt".into())
        );
    }
    let conflicts = listed(&["--conflicts"]);
    assert!(conflicts["facts"].as_array().unwrap().iter().all(|fact| fact["disputed"] == true));
    assert!(desk.text(&["coverage", "--sort", "disagreement", desk.path()]).contains('≠'));
}

#[test]
fn a_coverage_of_nothing_ends_with_one() {
    let desk = Desk::new();
    desk.file("a.txt", b"Le port\n\nLe port de Kerlann est ferme depuis lundi, dit la mairie.\n");
    desk.file("b.txt", b"La neige\n\nUn chamois a traverse la piste sous les yeux des skieurs.\n");
    assert_eq!(desk.run(&["coverage", "--conflicts", desk.path()]).status.code(), Some(1));
    assert_eq!(desk.run(&["compare", desk.path()]).status.code(), Some(1));
}

#[test]
fn an_outlet_that_is_misspelt_is_suggested() {
    let desk = Desk::with_dossier();
    for arguments in [
        vec!["coverage", "--only", "quotidein", desk.path()],
        vec!["coverage", "--missing", "quotidein", desk.path()],
        vec!["compare", "depeche", "quotidein", desk.path()],
    ] {
        let message = desk.refused(&arguments, 66);
        assert!(message.contains("quotidein") && message.contains("quotidien"), "{message}");
    }
}

#[test]
fn coverage_in_markdown_is_a_table_for_every_kind_of_thing() {
    let desk = Desk::with_dossier();
    let text = desk.text(&["coverage", "--format", "markdown", desk.path()]);
    assert!(text.contains("| --- ") || text.contains("|---|"), "{text}");
    assert!(text.matches("\n## ").count() >= 3, "{text}");
    assert!(text.contains('█'), "{text}");
}
