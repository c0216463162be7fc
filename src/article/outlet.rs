//! Who published an article, and how that is known.
