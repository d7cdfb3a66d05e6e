//! A tree of questions as a figure.

use crate::report::page::TreeNode;
use crate::report::render::svg::drawing;
use maud::{Markup, html};

/// The tree as a figure that scrolls where the window is narrow.
pub(super) fn figure(root: &TreeNode) -> Markup {
    let (drawn, [width, height]) = drawing(root);
    html! {
        figure.wide {
            svg.tree viewBox=(format!("0 0 {width} {height}")) style=(format!("min-width:{}px", width.min(640.0)))
                role="img" aria-label=(root.spoken()) { (drawn) }
        }
    }
}
