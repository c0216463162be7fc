//! Recoupe holds what several outlets wrote about one event against each other.
//!
//! Data goes one way through the house, and a module imports only what stands to its left:
//!
//! ```text
//! lang ▶ source ▶ article ▶ text ▶ actors ▶ claims ▶ align ▶ dossier ▶ search ▶ app ▶ ui ▶ term
//!                                                                └────▶ output ▶ cli
//! ```
//!
//! - [`lang`] loads what is known of French and English from `assets/lang`.
//! - [`source`] finds files and turns their bytes into characters.
//! - [`article`] cuts an article into blocks, noise included, and says who published it, and when.
//! - [`text`] cuts it further into tokens, sentences and quotations, and knows how text is folded,
//!   measured and wrapped.
//! - [`actors`], [`claims`] and [`align`] find who is in it, who said what, and which passages of
//!   two outlets tell the same thing.
//! - [`dossier`] runs all of that and holds it.
//! - [`app`] is the reader's state, [`ui`] draws it, [`term`] is the real terminal.
//! - [`output`] is what leaves the program otherwise: text, Markdown, JSON. The reader words findings with
//!   it too.
//!
//! The article's text is never changed: every finding is a [`article::Span`] over it, in bytes.
#![forbid(unsafe_code)]
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

pub mod actors;
pub mod align;
pub mod app;
pub mod article;
pub mod claims;
pub mod cli;
pub mod config;
pub mod demo;
pub mod dossier;
pub mod i18n;
pub mod lang;
pub mod output;
pub mod search;
pub mod source;
pub mod term;
pub mod text;
pub mod ui;
