//! The dossier that opens when none is named: an invented event told by six invented outlets.

use crate::dossier::Dossier;

/// The demo's articles and sidecar, built in.
pub fn load() -> Dossier {
    Dossier::of_texts("demo", [])
}
