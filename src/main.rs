//! The `recoupe` command.
#![forbid(unsafe_code)]

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    match recoupe::cli::run(recoupe::cli::Cli::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("recoupe: {error:#}");
            ExitCode::FAILURE
        }
    }
}
