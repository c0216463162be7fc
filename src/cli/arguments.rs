//! What may be asked on the command line, and its help in the interface's language.
//!
//! Help texts live in `assets/i18n` under `help-COMMAND` and `flag-NAME`; help, manual page and
//! completions all come from them.

use std::ffi::OsString;
use std::io::Write;
use std::path::PathBuf;

use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use super::failure::{Failure, Outcome};
use crate::actors::ActorKind;
use crate::claims::{ClaimKind, Force};
use crate::config::LanguageChoice;
use crate::dossier::Cut;
use crate::dossier::matrix::Sort;
use crate::output::Words;

/// The commands, for whoever misspells one.
pub const NAMES: [&str; 10] =
    ["analyze", "compare", "claims", "actors", "figures", "find", "coverage", "completions", "man", "config"];

/// The whole command line.
#[derive(Debug, Parser)]
#[command(name = "recoupe", version)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Option<Command>,
    #[command(flatten)]
    pub shared: Shared,
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
}

/// Flags that every command takes.
#[derive(Debug, Args)]
pub struct Shared {
    #[arg(long, global = true, value_name = "NAME")]
    pub encoding: Option<String>,
    #[arg(long, global = true, value_parser = PossibleValuesParser::new(LanguageChoice::NAMES))]
    pub lang: Option<String>,
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub color: ColourChoice,
    #[arg(long, global = true, value_name = "N", value_parser = columns)]
    pub width: Option<u16>,
}

/// When text is coloured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ColourChoice {
    Auto,
    Always,
    Never,
}

/// The form of the output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Text,
    Json,
    Markdown,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    #[command(flatten)]
    Show(Show),
    Completions {
        shell: Shell,
    },
    Man,
    #[command(arg_required_else_help = true)]
    Config {
        #[command(subcommand)]
        asked: ConfigCommand,
    },
}

/// The commands that analyse articles and print what was found.
#[derive(Debug, Subcommand)]
pub enum Show {
    #[command(visible_alias = "analyse")]
    Analyze {
        #[command(flatten)]
        input: Input,
    },
    Compare {
        #[arg(value_name = "PATH|NAME")]
        what: Vec<PathBuf>,
        #[arg(long, value_name = "N", value_parser = strength)]
        strength: Option<Cut>,
        #[arg(long, group = "rows")]
        differences: bool,
        #[arg(long, group = "rows")]
        conflicts: bool,
        #[arg(long = "only-here", id = "own-rows", group = "rows")]
        own: bool,
        #[arg(long = "missing", id = "missing-rows", group = "rows")]
        lacking: bool,
        #[arg(long, value_enum, default_value = "text")]
        format: Format,
    },
    Claims {
        #[arg(long, value_name = "NAME")]
        by: Option<String>,
        #[arg(long, value_name = "NAME")]
        outlet: Option<String>,
        #[arg(long, value_enum)]
        kind: Option<ClaimChoice>,
        #[arg(long, value_enum)]
        force: Option<ForceChoice>,
        #[arg(long)]
        hedged: bool,
        #[arg(long)]
        conflicts: bool,
        #[arg(long, value_enum, default_value = "text")]
        order: ClaimOrder,
        #[command(flatten)]
        input: Input,
    },
    Actors {
        #[arg(long, value_enum)]
        kind: Option<ActorChoice>,
        #[command(flatten)]
        input: Input,
    },
    Figures {
        #[arg(long, alias = "conflicts")]
        differ: bool,
        #[arg(long, value_name = "NAME")]
        outlet: Option<String>,
        #[arg(long, value_enum, default_value = "difference")]
        order: FigureOrder,
        #[command(flatten)]
        input: Input,
    },
    Find {
        #[arg(value_name = "QUERY")]
        query: String,
        #[arg(long, value_name = "N", default_value = "100", value_parser = limit)]
        limit: usize,
        #[command(flatten)]
        input: Input,
    },
    Coverage {
        #[arg(long, value_name = "NAME", conflicts_with = "missing")]
        only: Option<String>,
        #[arg(long, value_name = "NAME")]
        missing: Option<String>,
        #[arg(long)]
        conflicts: bool,
        #[arg(long, value_enum, default_value = "outlets")]
        sort: SortChoice,
        #[arg(long, value_name = "N", value_parser = strength)]
        strength: Option<Cut>,
        #[command(flatten)]
        input: Input,
    },
}

#[derive(Debug, Clone, Copy, Subcommand)]
pub enum ConfigCommand {
    Check,
    Path,
    Default,
}

/// What to read and how to print it.
#[derive(Debug, Args)]
pub struct Input {
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    #[arg(long, value_enum, default_value = "text")]
    pub format: Format,
}

/// The kinds of claim by their names in the JSON.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum ClaimChoice {
    #[value(aliases = ["directe", "citation", "quote"])]
    Direct,
    #[value(alias = "mixte")]
    Mixed,
    #[value(alias = "indirecte")]
    Indirect,
}

impl From<ClaimChoice> for ClaimKind {
    fn from(choice: ClaimChoice) -> Self {
        match choice {
            ClaimChoice::Direct => Self::Direct,
            ClaimChoice::Mixed => Self::Mixed,
            ClaimChoice::Indirect => Self::Indirect,
        }
    }
}

/// What claims are listed by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ClaimOrder {
    Text,
    Speaker,
}

/// What figures are listed by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FigureOrder {
    Difference,
    Text,
}

/// What is done in saying a claim, by its name in the JSON.
#[derive(Debug, Clone, Copy)]
pub struct ForceChoice(pub Force);

impl ValueEnum for ForceChoice {
    fn value_variants<'a>() -> &'a [Self] {
        const ALL: [ForceChoice; Force::ALL.len()] = {
            let mut all = [ForceChoice(Force::Say); Force::ALL.len()];
            let mut at = 0;
            while at < all.len() {
                all[at] = ForceChoice(Force::ALL[at]);
                at += 1;
            }
            all
        };
        &ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.0.name()))
    }
}

/// The kinds of actor by their names in the JSON.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum ActorChoice {
    Person,
    Organisation,
    Place,
    Event,
    Other,
}

impl From<ActorChoice> for ActorKind {
    fn from(choice: ActorChoice) -> Self {
        match choice {
            ActorChoice::Person => Self::Person,
            ActorChoice::Organisation => Self::Organisation,
            ActorChoice::Place => Self::Place,
            ActorChoice::Event => Self::Event,
            ActorChoice::Other => Self::Other,
        }
    }
}

/// What coverage is sorted by.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum SortChoice {
    Outlets,
    Disagreement,
}

impl From<SortChoice> for Sort {
    fn from(choice: SortChoice) -> Self {
        match choice {
            SortChoice::Outlets => Self::Breadth,
            SortChoice::Disagreement => Self::Disagreement,
        }
    }
}

/// A strength from the loosest to 1; a comma may stand for the point.
fn strength(value: &str) -> Result<Cut, String> {
    let score = value.replace(',', ".").parse().ok().and_then(Cut::of_score);
    score.ok_or_else(|| format!("{:.2}…1", Cut::LOOSEST.score()))
}

fn columns(value: &str) -> Result<u16, String> {
    value.parse().ok().filter(|columns| (20..=1000).contains(columns)).ok_or_else(|| "20…1000".to_owned())
}

fn limit(value: &str) -> Result<usize, String> {
    value.parse().ok().filter(|limit| *limit > 0).ok_or_else(|| "1…".to_owned())
}

/// The language that `--lang` asks for, read before everything else, since help and usage errors
/// are worded in it.
pub fn language_asked(arguments: &[OsString]) -> LanguageChoice {
    let mut arguments = arguments.iter().skip(1).filter_map(|argument| argument.to_str());
    let mut asked = None;
    while let Some(argument) = arguments.next() {
        match argument {
            "--" => break,
            "--lang" => asked = arguments.next(),
            _ => asked = argument.strip_prefix("--lang=").or(asked),
        }
    }
    asked.and_then(LanguageChoice::of).unwrap_or_default()
}

/// The command line with its help in the language of `words`.
pub fn command(words: &Words) -> clap::Command {
    let mut command = Cli::command();
    // Help and version flags, and the arguments of all commands, exist once it is built.
    command.build();
    worded(command, words).after_help(words.get("help-exit-codes"))
}

fn worded(mut command: clap::Command, words: &Words) -> clap::Command {
    let about = words.get(&format!("help-{}", command.get_name()));
    let template = format!(
        "{{about-with-newline}}\n{} {{usage}}\n\n{}{{after-help}}",
        words.get("help-usage"),
        if command.has_subcommands() {
            format!(
                "{}\n{{subcommands}}\n\n{}\n{{options}}",
                words.get("help-commands"),
                words.get("help-flags")
            )
        } else {
            format!("{}\n{{options}}", words.get("help-flags"))
        }
    );
    let positionals = command.get_positionals().next().is_some();
    let template = if positionals {
        template.replacen("\n\n", &format!("\n\n{}\n{{positionals}}\n\n", words.get("help-arguments")), 1)
    } else {
        template
    };
    command = command.about(about).help_template(template);
    command = command.mut_args(|argument| {
        let help = help(&argument, words);
        // Clap would add both in English.
        argument.help(help).hide_possible_values(true).hide_default_value(true)
    });
    command.mut_subcommands(|subcommand| worded(subcommand, words))
}

/// What an argument is for, the values it takes and the one it has unless told otherwise.
fn help(argument: &clap::Arg, words: &Words) -> String {
    let mut help = words.get(&format!("flag-{}", argument.get_id()));
    let takes = argument.get_action().takes_values();
    let values: Vec<String> =
        argument.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
    if takes && !values.is_empty() {
        help.push_str(&words.with("help-values", &[("values", &values.join(", "))]));
    }
    if let Some(default) = argument.get_default_values().first().filter(|_| takes) {
        help.push_str(&words.with("help-default-value", &[("value", &default.to_string_lossy())]));
    }
    help
}

/// Prints the completions of a shell.
pub fn completions(shell: Shell, words: &Words, out: &mut dyn Write) -> Result<Outcome, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut command(words), "recoupe", &mut script);
    out.write_all(&script)?;
    Ok(Outcome::Found)
}

/// Prints the manual page, for `recoupe man | man -l -`.
pub fn manual(words: &Words, out: &mut dyn Write) -> Result<Outcome, Failure> {
    clap_mangen::Man::new(command(words)).render(out)?;
    Ok(Outcome::Found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Locale;

    fn asked(arguments: &[&str]) -> LanguageChoice {
        language_asked(&arguments.iter().map(OsString::from).collect::<Vec<_>>())
    }

    #[test]
    fn the_language_is_known_before_the_rest() {
        assert_eq!(asked(&["recoupe", "claims", "--lang", "en"]), LanguageChoice::English);
        assert_eq!(asked(&["recoupe", "--lang=fr", "x"]), LanguageChoice::French);
        assert_eq!(asked(&["recoupe", "--", "--lang=fr"]), LanguageChoice::System);
        assert_eq!(asked(&["recoupe", "--lang"]), LanguageChoice::System);
    }

    #[test]
    fn clap_finds_no_fault_with_the_definitions() {
        Cli::command().debug_assert();
    }

    #[test]
    fn flags_may_stand_before_the_command() {
        let cli =
            Cli::try_parse_from(["recoupe", "--lang", "en", "--width=100", "figures", "a.txt"]).unwrap();
        assert!(cli.paths.is_empty() && matches!(cli.command, Some(Command::Show(Show::Figures { .. }))));
    }

    #[test]
    fn what_follows_a_path_is_a_path() {
        let cli = Cli::try_parse_from(["recoupe", "a.txt", "claims"]).unwrap();
        assert!(cli.command.is_none() && cli.paths.len() == 2);
    }

    #[test]
    fn every_command_is_among_the_names() {
        let command = Cli::command();
        let names: Vec<&str> = command.get_subcommands().map(clap::Command::get_name).collect();
        assert_eq!(names, NAMES);
    }

    #[test]
    fn every_command_and_flag_is_described_in_both_languages() {
        fn check(command: &clap::Command) {
            let about = command.get_about().map(ToString::to_string).unwrap_or_default();
            assert!(!about.is_empty() && !about.starts_with("help-"), "{}: {about}", command.get_name());
            for argument in command.get_arguments() {
                let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
                assert!(!help.is_empty() && !help.starts_with("flag-"), "{}: {help}", argument.get_id());
            }
            command.get_subcommands().for_each(check);
        }
        for locale in [Locale::French, Locale::English] {
            check(&command(&Words::new(locale)));
        }
    }
}
