//! The day an article was published, as its page gives it.
