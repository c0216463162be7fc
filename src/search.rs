//! One query over every kind of thing in a dossier.
