//! Gets the dossier that a command works on.

use std::path::PathBuf;

use super::complain;
use super::failure::Failure;
use crate::demo;
use crate::dossier::Dossier;
use crate::output::Words;
use crate::source::encoding;

/// Reads and analyses what stands under `paths`, the demo where there are none.
///
/// Files that cannot be read and remarks about the sidecar go to standard error.
///
/// # Errors
/// When a path names nothing, or nothing that was found could be read.
pub fn analysed(paths: &[PathBuf], encoding: Option<&str>, words: &Words) -> Result<Dossier, Failure> {
    let dossier = if paths.is_empty() { demo::load() } else { load(paths, encoding)? };
    for remark in &dossier.remarks {
        complain(&words.remark(remark));
    }
    for file in &dossier.unread {
        complain(&format!("{}{}{}", file.source, words.colon(), words.unread(&file.reason)));
    }
    if dossier.articles.is_empty() {
        return Err(Failure::AllUnread);
    }
    let dossier = dossier.analyse(&|_| {});
    for remark in dossier.remarks.iter().filter(|remark| remark.is_of_analysis()) {
        complain(&words.remark(remark));
    }
    Ok(dossier)
}

fn load(paths: &[PathBuf], encoding: Option<&str>) -> Result<Dossier, Failure> {
    let encoding = encoding.map(encoding::named).transpose()?;
    Ok(Dossier::load_as(paths, encoding, &|_| {})?)
}
