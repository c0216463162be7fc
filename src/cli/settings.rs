//! `recoupe config`: where the settings are, what is wrong with them, what there is to choose.

use std::io::Write;
use std::path::Path;

use super::arguments::ConfigCommand;
use super::failure::{Failure, Outcome};
use crate::config::{self, Expected, Problem, Remark, Settings};
use crate::output::Words;

/// Runs one of the `config` commands.
pub fn run(
    asked: ConfigCommand,
    settings: &Settings,
    words: &Words,
    out: &mut dyn Write,
) -> Result<Outcome, Failure> {
    match asked {
        ConfigCommand::Path => {
            let path = config::path().ok_or(Failure::NoHome)?;
            writeln!(out, "{}", crate::text::visible::neutralise(&path.display().to_string()))?;
        }
        ConfigCommand::Default => {
            let header = words.get("config-header");
            for line in header.lines() {
                writeln!(out, "# {line}")?;
            }
            writeln!(out)?;
            out.write_all(config::commented(|name| words.get(&format!("config-{name}"))).as_bytes())?;
        }
        ConfigCommand::Check => {
            let path = config::path().ok_or(Failure::NoHome)?;
            if !settings.remarks.is_empty() {
                for remark in &settings.remarks {
                    super::complain(&worded(remark, &path, words));
                }
                return Ok(Outcome::Mistakes);
            }
            let key = if path.exists() { "config-fine" } else { "config-none" };
            writeln!(out, "{}", words.with(key, &[("path", &path.display().to_string())]))?;
        }
    }
    Ok(Outcome::Found)
}

/// A mistake in the settings file with its place and the remedy.
pub fn worded(remark: &Remark, path: &Path, words: &Words) -> String {
    let problem = match &remark.problem {
        Problem::Unreadable(what) => words.with("config-unreadable", &[("what", what)]),
        Problem::Syntax(what) => words.with("config-syntax", &[("what", what)]),
        Problem::UnknownName { name, nearest: Some(nearest) } => {
            words.with("config-unknown-nearest", &[("name", name), ("nearest", nearest)])
        }
        Problem::UnknownName { name, nearest: None } => words.with("config-unknown", &[("name", name)]),
        Problem::WrongValue { name, expected } => {
            words.with("config-value", &[("name", name), ("expected", &taken(*expected, words))])
        }
    };
    let place = path.display().to_string();
    if remark.line == 0 {
        format!("{place}{}{problem}", words.colon())
    } else {
        format!("{place}:{}{}{problem}", remark.line, words.colon())
    }
}

fn taken(expected: Expected, words: &Words) -> String {
    match expected {
        Expected::Switch => words.get("config-takes-switch"),
        Expected::Text => words.get("config-takes-text"),
        Expected::OneOf(names) => words.with("config-takes-one", &[("names", &names.join(", "))]),
        Expected::Number(low, high) => {
            words.with("config-takes-number", &[("low", &low.to_string()), ("high", &high.to_string())])
        }
        Expected::Encoding => words.get("config-takes-encoding"),
        Expected::Keys => words.get("config-takes-keys"),
    }
}
