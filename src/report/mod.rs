//! A result becomes a page, JSON or CSV, in Chinese or in English. Pure.
//!
//! [`pages`] says what stands on a page, as data ([`page`]); [`render`] sets it for a medium:
//! a terminal, Markdown, HTML. JSON and CSV are for programs and carry the same facts.

pub mod errors;
pub mod export;
pub mod findings;
#[cfg(test)]
mod fixtures;
pub mod grading;
pub mod grid;
mod json;
#[cfg(test)]
mod lab_fixtures;
pub mod models;
pub mod names;
pub mod notices;
pub mod number;
pub mod page;
pub mod pages;
pub mod render;
pub mod script;
pub mod visible;
pub(crate) mod words;

pub use json::{json, json_document, json_in_english};
pub use words::{Lang, Say};
