//! Plots as SVG: inside of an HTML page, where the colours follow the page's style, or as a
//! picture of their own. Every series has a shape or a dash of its own, so that it can be read
//! in grey and by those who see no colours.

mod axes;
mod crowd;
mod drawn;
mod file;
mod frame;
mod heat;
mod legend;
mod marks;
mod measure;
mod shape;
mod style;
mod tree;

pub(super) use drawn::inline;
pub use file::file;
pub(super) use legend::{Entry, entries, sample};
pub(super) use style::{PICTURE, class, variables};
pub(super) use tree::drawing;
