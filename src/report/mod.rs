//! A result becomes text, JSON, CSV or Markdown, in Chinese or in English. Pure.
//!
//! `text` is a page for a reader, set in a [`Style`]; the other formats are for programs
//! and for papers and carry the same facts.

pub mod bars;
pub mod errors;
pub mod findings;
#[cfg(test)]
mod fixtures;
pub mod grid;
mod json;
pub mod layout;
pub mod names;
pub mod notices;
pub mod number;
pub mod page;
pub mod plot;
pub mod render;
pub mod style;
pub mod table;
pub mod text;
pub(crate) mod words;

pub use json::json;
pub use style::Style;
pub use words::{Lang, Say};
