//! The rules of the house, held by a test: which way imports go, how long a file may be, what every
//! file and message must have. Each failure lists its places as `file:line`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The stages from left to right: a module imports only what stands to its left.
const STAGES: [&str; 15] = [
    "lang", "source", "article", "text", "actors", "claims", "align", "dossier", "demo", "search", "config",
    "i18n", "app", "ui", "term",
];

/// What a module beside the line may not import; everything else it may.
const BESIDE: [(&str, &[&str]); 2] = [("output", &["app", "ui", "term", "cli"]), ("cli", &["app", "ui"])];

/// Who may import a module beside the line: exports are written from the reader, and it words findings
/// as the pages do.
const WRITES: [&str; 4] = ["app", "ui", "term", "cli"];

const LONGEST: usize = 600;

struct Source {
    path: PathBuf,
    text: String,
}

impl Source {
    /// Lines of code with their numbers: no comments, and no tests, which stand at the end.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let test = self.path.iter().any(|part| part == "tests" || part == "tests.rs");
        let lines = self.text.lines().take_while(|line| line.trim() != "#[cfg(test)]");
        let lines = lines.take(if test { 0 } else { usize::MAX });
        lines
            .enumerate()
            .map(|(at, line)| (at + 1, line))
            .filter(|(_, line)| !line.trim_start().starts_with("//"))
    }

    /// The first part of its path under `src`: `text` for `text.rs` and `text/fold.rs`.
    fn module(&self) -> String {
        let first = self.path.components().next().unwrap().as_os_str().to_string_lossy().into_owned();
        first.trim_end_matches(".rs").to_owned()
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            files(&path, ending, found);
        } else if path.extension().is_some_and(|given| given == ending) {
            found.push(path);
        }
    }
}

fn sources() -> Vec<Source> {
    let folder = root().join("src");
    let mut found = Vec::new();
    files(&folder, "rs", &mut found);
    found.sort();
    assert!(found.len() > 20, "the sources were not found");
    found
        .into_iter()
        .map(|path| Source {
            text: fs::read_to_string(&path).unwrap(),
            path: path.strip_prefix(&folder).unwrap().to_owned(),
        })
        .collect()
}

/// The modules that code names after `crate::`, groups over several lines included, and the byte
/// where each stands: `use crate::{text, lang::table}` names two.
fn named(code: &str) -> Vec<(usize, String)> {
    let name = |rest: &str| rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let mut names = Vec::new();
    for (at, prefix) in code.match_indices("crate::") {
        let at = at + prefix.len();
        if !code[at..].starts_with('{') {
            names.push((at, name(&code[at..])));
            continue;
        }
        let mut depth = 0;
        for (inner, c) in code[at..].char_indices() {
            if depth == 0 || (depth == 1 && c == ',') {
                let rest = code[at + inner + 1..].trim_start();
                names.push((at, name(rest)));
            }
            match c {
                '{' => depth += 1,
                '}' if depth == 1 => break,
                '}' => depth -= 1,
                _ => {}
            }
        }
    }
    names.retain(|(_, name)| !name.is_empty());
    names
}

fn may_import(from: &str, to: &str) -> bool {
    if from == to || ["main", "lib"].contains(&from) {
        return true;
    }
    let rank = |module: &str| STAGES.iter().position(|stage| *stage == module);
    if let Some((_, not)) = BESIDE.iter().find(|(module, _)| *module == from) {
        return !not.contains(&to);
    }
    match (rank(from), rank(to)) {
        (Some(from), Some(to)) => to < from,
        (Some(_), None) => to == "output" && WRITES.contains(&from),
        (None, _) => panic!("{from} has no place in the order: give it one in tests/rules.rs"),
    }
}

fn none(broken: &[String], rule: &str) {
    assert!(broken.is_empty(), "{rule}:\n{}", broken.join("\n"));
}

#[test]
fn imports_go_one_way() {
    let modules: BTreeSet<String> = sources().iter().map(Source::module).collect();
    let mut broken = Vec::new();
    for source in sources() {
        let from = source.module();
        let code: Vec<(usize, &str)> = source.code().collect();
        let text: String = code.iter().map(|(_, line)| format!("{line}\n")).collect();
        for (at, to) in named(&text).into_iter().filter(|(_, to)| modules.contains(to)) {
            if !may_import(&from, &to) {
                let (number, _) = code[text[..at].matches('\n').count()];
                broken.push(format!("src/{}:{number}: {from} imports {to}", source.path.display()));
            }
        }
    }
    none(&broken, "a module imports only what stands to its left");
}

#[test]
fn the_rule_sees_every_way_of_naming_a_module() {
    let names = |code| named(code).into_iter().map(|(_, name)| name).collect::<Vec<_>>();
    assert_eq!(names("use crate::text::fold;"), ["text"]);
    assert_eq!(names("use crate::{\n    ui::{draw, text},\n    app::State,\n};"), ["ui", "app"]);
    assert_eq!(names("let x = crate::lang::table(y); crate::ui::draw()"), ["lang", "ui"]);
    assert!(!may_import("text", "actors") && may_import("actors", "text"));
    assert!(!may_import("output", "ui") && !may_import("app", "term"));
}

#[test]
fn only_the_drawing_knows_ratatui() {
    let mut broken = Vec::new();
    for source in sources().iter().filter(|source| !["ui", "term"].contains(&source.module().as_str())) {
        for (number, line) in source.code().filter(|(_, line)| line.contains("ratatui")) {
            broken.push(format!("src/{}:{number}: {}", source.path.display(), line.trim()));
        }
    }
    none(&broken, "ratatui is named in ui and term alone");
}

#[test]
fn no_file_is_too_long_to_read() {
    let mut found = Vec::new();
    for folder in ["src", "tests", "benches", "tools", "fuzz/src"] {
        files(&root().join(folder), "rs", &mut found);
    }
    let broken: Vec<String> = found
        .iter()
        .map(|path| (path, fs::read_to_string(path).unwrap().lines().count()))
        .filter(|(_, lines)| *lines > LONGEST)
        .map(|(path, lines)| format!("{}: {lines} lines", path.display()))
        .collect();
    none(&broken, "a file has at most 600 lines");
}

/// The crates that a table of a manifest asks for and no code in `folders` names.
fn unused(manifest: &str, table: &str, folders: &[&str]) -> Vec<String> {
    let asked: toml::Table = fs::read_to_string(root().join(manifest)).unwrap().parse().unwrap();
    let mut found = Vec::new();
    folders.iter().for_each(|folder| files(&root().join(folder), "rs", &mut found));
    let whole: String = found.iter().map(|path| fs::read_to_string(path).unwrap()).collect();
    let lines = whole.lines().filter(|line| !line.trim_start().starts_with("//"));
    let code: String = lines.map(|line| format!("{line}\n")).collect();
    let named = |path: &str| {
        code.match_indices(path).any(|(at, _)| {
            let ahead = code[..at].chars().next_back();
            ahead.is_none_or(|c| !c.is_alphanumeric() && c != '_')
        })
    };
    let crates = asked[table].as_table().unwrap().keys();
    crates
        .filter(|name| !named(&format!("{}::", name.replace('-', "_"))))
        .map(|name| format!("{manifest}: {name}"))
        .collect()
}

#[test]
fn no_dependency_is_left_over() {
    let mut broken = unused("Cargo.toml", "dependencies", &["src"]);
    broken.extend(unused("Cargo.toml", "dev-dependencies", &["src", "tests", "benches"]));
    broken.extend(unused("tools/Cargo.toml", "dependencies", &["tools/src"]));
    broken.extend(unused("fuzz/Cargo.toml", "dependencies", &["fuzz/src", "fuzz/targets"]));
    none(&broken, "a crate that is asked for is named in the code");
}

#[test]
fn nothing_panics_on_purpose() {
    let mut broken = Vec::new();
    for source in sources() {
        for (number, line) in source.code() {
            if [".unwrap()", ".expect(", "panic!(", "todo!(", "unimplemented!(", "dbg!("]
                .iter()
                .any(|call| line.contains(call))
            {
                broken.push(format!("src/{}:{number}: {}", source.path.display(), line.trim()));
            }
        }
    }
    none(&broken, "outside tests nothing unwraps or panics");
}

#[test]
fn every_module_says_what_it_is_for() {
    let broken: Vec<String> = sources()
        .iter()
        .filter(|source| source.path.file_stem().is_some_and(|stem| stem != "tests"))
        .filter(|source| !source.text.starts_with("//! "))
        .map(|source| format!("src/{}", source.path.display()))
        .collect();
    none(&broken, "a file begins with its //! paragraph");
}

/// The messages of a language: key and value, the value's lines joined.
fn messages(language: &str) -> Vec<(String, String)> {
    let text = fs::read_to_string(root().join(format!("assets/i18n/{language}.ftl"))).unwrap();
    let mut messages: Vec<(String, String)> = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        match line.split_once('=').filter(|_| !line.starts_with([' ', '}'])) {
            Some((key, value)) => messages.push((key.trim().to_owned(), value.to_owned())),
            None => {
                let (_, value) = messages.last_mut().expect("a value has a key");
                value.push('\n');
                value.push_str(line);
            }
        }
    }
    messages
}

#[test]
fn both_languages_have_the_same_messages() {
    let keys = |language| messages(language).into_iter().map(|(key, _)| key).collect::<Vec<_>>();
    let (french, english) = (keys("fr"), keys("en"));
    for (language, keys) in [("fr", &french), ("en", &english)] {
        let mut seen = BTreeSet::new();
        let twice: Vec<String> = keys.iter().filter(|key| !seen.insert(*key)).cloned().collect();
        none(&twice, &format!("{language}.ftl has a message once"));
    }
    let (french, english): (BTreeSet<_>, BTreeSet<_>) = (french.iter().collect(), english.iter().collect());
    let apart: Vec<String> = french.symmetric_difference(&english).map(|key| (*key).clone()).collect();
    none(&apart, "a message is in both languages");
}

#[test]
fn messages_fill_in_the_same_values_in_both_languages() {
    let values = |text: &str| -> BTreeSet<String> {
        let after = text.split('$').skip(1);
        after.map(|rest| rest.chars().take_while(|c| c.is_alphanumeric() || *c == '-').collect()).collect()
    };
    let english = messages("en");
    let broken: Vec<String> = messages("fr")
        .into_iter()
        .filter(|(key, french)| {
            english.iter().any(|(other, english)| other == key && values(english) != values(french))
        })
        .map(|(key, _)| key)
        .collect();
    none(&broken, "a message has the same variables in both languages");
}

#[test]
fn every_message_asked_for_exists() {
    let known: BTreeSet<String> = messages("fr").into_iter().map(|(key, _)| key).collect();
    let mut broken = Vec::new();
    for source in sources() {
        let code: String = source.code().map(|(_, line)| format!("{line}\n")).collect();
        for call in [".get(", ".with(", ".count("] {
            for (at, _) in code.match_indices(call) {
                let Some(rest) = code[at + call.len()..].trim_start().strip_prefix('"') else { continue };
                let key = rest.split('"').next().unwrap();
                // A key has a hyphen; what else is got by a literal, such as a table's field, has none.
                if key.contains('-') && !key.contains(['{', ' ']) && !known.contains(key) {
                    broken.push(format!("src/{}: {key}", source.path.display()));
                }
            }
        }
    }
    none(&broken, "a message that is asked for is in assets/i18n");
}

#[test]
fn no_message_is_left_over() {
    let mut used: String = sources().iter().map(|source| source.text.as_str()).collect();
    let mut data = Vec::new();
    files(&root().join("assets"), "toml", &mut data);
    data.iter().for_each(|path| used.push_str(&fs::read_to_string(path).unwrap()));
    let messages = messages("fr");
    let within: String = messages.iter().map(|(_, value)| value.as_str()).collect();
    let made = |key: &str| {
        key.match_indices('-').any(|(at, _)| {
            let stem = &key[..=at];
            used.contains(&format!("\"{stem}{{")) || used.contains(&format!("\"{stem}\""))
        })
    };
    let broken: Vec<String> = messages
        .iter()
        .map(|(key, _)| key)
        .filter(|key| !used.contains(&format!("\"{key}\"")) && !made(key))
        .filter(|key| !within.contains(&format!("{{ {key} }}")))
        .cloned()
        .collect();
    none(&broken, "a message is used somewhere");
}

#[test]
fn french_messages_are_set_as_french_is() {
    let mut broken = Vec::new();
    for (key, value) in messages("fr") {
        // What stands between braces is Fluent's own, and quoted TOML is code.
        let mut depth = 0usize;
        let shown: String = value
            .chars()
            .filter(|c| {
                depth = (depth + usize::from(*c == '{')).saturating_sub(usize::from(*c == '}'));
                depth == 0 && *c != '}'
            })
            .collect();
        // `!word` is the finder's own syntax, so a mark counts where nothing is glued behind it.
        let spaced = [" :", " ;", " !", " ?"].into_iter().find(|mark| {
            shown
                .match_indices(*mark)
                .any(|(at, _)| shown[at + mark.len()..].chars().next().is_none_or(char::is_whitespace))
        });
        let wrong =
            spaced.or_else(|| [" »", "« ", "'", "..."].into_iter().find(|wrong| shown.contains(wrong)));
        if let Some(wrong) = wrong {
            broken.push(format!("{key}: `{wrong}` in {}", shown.trim()));
        }
    }
    none(&broken, "French has no-break spaces before : ; ! ? », and ’ for an apostrophe");
}
