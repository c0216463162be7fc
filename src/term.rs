//! The real terminal.

use std::path::PathBuf;

use crate::config::Settings;

/// Opens the reader on what stands under `paths`.
///
/// # Errors
/// When the terminal cannot be set up.
pub fn open(paths: Vec<PathBuf>, settings: Settings) -> anyhow::Result<()> {
    let _ = (paths, settings);
    anyhow::bail!("the reader is not there yet")
}
