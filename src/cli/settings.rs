//! `recoupe config`: where the settings are, what is wrong with them, what there is to choose.

use std::io::Write;

use super::arguments::ConfigCommand;
use super::failure::{Failure, Outcome};
use crate::config::{self, Settings};
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
            let keys = crate::term::key_mistakes(settings, words);
            for remark in &settings.remarks {
                super::complain(&words.settings_remark(remark, &path));
            }
            for mistake in &keys {
                super::complain(&format!("{}{}{mistake}", path.display(), words.colon()));
            }
            if !(settings.remarks.is_empty() && keys.is_empty()) {
                return Ok(Outcome::Mistakes);
            }
            let key = if path.exists() { "config-fine" } else { "config-none" };
            writeln!(out, "{}", words.with(key, &[("path", &path.display().to_string())]))?;
        }
    }
    Ok(Outcome::Found)
}
