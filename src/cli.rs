//! The command line: commands, flags, exit codes.

use std::path::PathBuf;

use clap::{Parser, Subcommand};

use crate::dossier::Dossier;
use crate::output;

/// Holds what several outlets wrote about one event against each other.
#[derive(Debug, Parser)]
#[command(name = "recoupe", version, args_conflicts_with_subcommands = true)]
pub struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    /// Files or folders to open; the built-in demo when none is named.
    paths: Vec<PathBuf>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Analyse articles and print everything that was found.
    Analyze {
        /// The form of the output.
        #[arg(long, default_value = "json")]
        format: String,
        /// Files or folders.
        paths: Vec<PathBuf>,
    },
}

/// Runs the command line.
///
/// # Errors
/// When the articles cannot be found or the output cannot be written.
pub fn run(cli: Cli) -> anyhow::Result<()> {
    if let Some(Command::Analyze { paths, .. }) = cli.command {
        let dossier = Dossier::load(&paths, &|_| {})?.analyse(&|_| {});
        output::json::write(&dossier, &mut std::io::stdout().lock())?;
    }
    Ok(())
}
