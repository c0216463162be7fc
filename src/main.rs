//! The `recoupe` command.
#![forbid(unsafe_code)]

use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(recoupe::cli::run(std::env::args_os()))
}
