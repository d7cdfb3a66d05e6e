//! One renderer a medium: a [`Page`](super::page::Page) becomes characters.

pub mod html;
pub mod markdown;
pub mod svg;
pub mod terminal;

pub use html::{html, slides};
pub use markdown::markdown;
pub use terminal::Terminal;
