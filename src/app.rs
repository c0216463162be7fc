//! The reader's state, and how keys and results change it.
