//! The command line: commands, flags, exit codes.
//!
//! `arguments.rs` says what may be asked, `reading.rs` gets the dossier, `show.rs` prints what was
//! found, `failure.rs` words what went wrong and gives it its exit code. Exit codes follow grep and
//! `sysexits.h`: 0 fine, 1 nothing found, 2 wrong usage, 65 and up for the rest. A pipe that closes
//! early, as with `head`, is no failure: the program stops quietly with 0, as ripgrep does.

use std::ffi::OsString;
use std::io::{self, BufWriter, IsTerminal, Write};

use clap::FromArgMatches;

use crate::config::{self, LanguageChoice, Settings};
use crate::i18n::Locale;
use crate::output::{Words, complain, overview, plain};

mod arguments;
mod failure;
mod reading;
mod settings;
mod show;

use arguments::{Cli, ColourChoice, Command};
use failure::{Failure, Outcome};

/// Runs the program with `arguments`, its own name first, and gives its exit code.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> u8 {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let settings = Settings::load();
    let locale = locale(arguments::language_asked(&arguments), &settings);
    let words = Words::new(locale);
    let mut command = arguments::command(&words);
    let parsed = command
        .try_get_matches_from_mut(&arguments)
        .and_then(|matches| Cli::from_arg_matches(&matches).map_err(|error| error.format(&mut command)));
    let cli = match parsed {
        Ok(cli) => cli,
        Err(error) => return failure::usage(&error, &words),
    };
    match dispatch(cli, settings, &words) {
        Ok(outcome) => outcome.code(),
        Err(failure) if failure.is_broken_pipe() => 0,
        Err(failure) => {
            complain(&failure.message(&words));
            failure.code()
        }
    }
}

fn dispatch(cli: Cli, settings: Settings, words: &Words) -> Result<Outcome, Failure> {
    let style = plain::Style {
        columns: cli.shared.width.map_or_else(columns, usize::from),
        colour: match cli.shared.color {
            ColourChoice::Always => true,
            ColourChoice::Never => false,
            ColourChoice::Auto => colour_wanted(),
        },
    };
    let encoding = cli.shared.encoding.clone().or_else(|| settings.encoding.clone());
    let mut out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    let outcome = match cli.command {
        Some(Command::Completions { shell }) => arguments::completions(shell, words, &mut out),
        Some(Command::Man) => arguments::manual(words, &mut out),
        Some(Command::Config { asked }) => settings::run(asked, &settings, words, &mut out),
        Some(Command::Show(asked)) => {
            remark(&settings, words);
            show::run(asked, encoding.as_deref(), style, words, &mut out)
        }
        None if io::stdout().is_terminal() => {
            drop(out);
            // What names nothing is told of before the terminal is taken over.
            crate::source::find(&cli.paths)?;
            encoding.as_deref().map(crate::source::encoding::named).transpose()?;
            let mut settings = settings;
            settings.encoding = encoding;
            settings.language = match words.locale() {
                Locale::French => LanguageChoice::French,
                Locale::English => LanguageChoice::English,
            };
            crate::term::open(cli.paths, settings).map_err(|error| Failure::Reader(error.into()))?;
            return Ok(Outcome::Found);
        }
        None => {
            remark(&settings, words);
            let dossier = reading::analysed(&cli.paths, encoding.as_deref(), words)?;
            plain::write(&overview::short(&dossier, words), style, &mut out)?;
            Ok(Outcome::Found)
        }
    }?;
    out.flush()?;
    Ok(outcome)
}

/// The interface's language: what was asked for, else what the settings say, else the system's.
fn locale(asked: LanguageChoice, settings: &Settings) -> Locale {
    let choice = if asked == LanguageChoice::System { settings.language } else { asked };
    Locale::chosen(choice)
}

/// The terminal's width; 80 columns in a pipe, so that output does not depend on who looks.
fn columns() -> usize {
    if io::stdout().is_terminal() {
        crossterm::terminal::size().map_or(80, |(columns, _)| usize::from(columns.max(20)))
    } else {
        80
    }
}

fn colour_wanted() -> bool {
    let refused = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    io::stdout().is_terminal() && !refused && !dumb
}

/// Says on standard error what was left out of the settings file.
fn remark(settings: &Settings, words: &Words) {
    let Some(path) = config::path().filter(|_| !settings.remarks.is_empty()) else { return };
    for remark in &settings.remarks {
        complain(&words.settings_remark(remark, &path));
    }
}
