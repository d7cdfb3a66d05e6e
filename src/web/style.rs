//! The one part of the page's style that is not a file.

use crate::report::render::html;
use std::sync::LazyLock;

/// The style of reports, for blocks that stand in this page: its rules hold within, and its
/// colours are those of the page.
pub fn style_of_blocks() -> &'static str {
    static TEXT: LazyLock<String> = LazyLock::new(|| format!(".blocks {{\n{}}}\n", html::style()));
    &TEXT
}
