//! Journeys through the reader: keys go in, state comes out, one thing each.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../common/mod.rs"]
mod common;

mod acting;
mod clicking;
mod comparing;
mod correcting;
mod covering;
mod finding;
mod following;
mod hostile;
mod living;
mod marking;
mod moving;
mod pointing;
mod side_panel;
mod vast;
mod who_said;
