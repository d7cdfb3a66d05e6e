//! A tree of questions as a figure.

use crate::report::page::TreeNode;
use crate::report::render::svg::drawing;
use maud::{Markup, html};

/// What is no wider than this is not made smaller; what is wider, not smaller than this.
const WIDE: f64 = 640.0;
const SMALLEST: f64 = 0.65;

/// The tree as a figure that scrolls where the window is narrow.
pub(super) fn figure(root: &TreeNode) -> Markup {
    let (drawn, [width, height]) = drawing(root);
    let least = width.min(WIDE).max(SMALLEST * width);
    html! {
        figure.wide {
            svg.tree viewBox=(format!("0 0 {width} {height}")) style=(format!("--least:{least:.0}px"))
                role="img" aria-label=(root.spoken()) { (drawn) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wide_tree_scrolls_before_it_cannot_be_read() {
        let least = |label: &str| {
            let root = TreeNode { label: label.into(), note: String::new(), emphasis: None, branches: Vec::new() };
            let [width, _] = drawing(&root).1;
            let html = figure(&root).into_string();
            let least: f64 = html.split_once("--least:").unwrap().1.split_once("px").unwrap().0.parse().unwrap();
            least / width
        };
        assert!((least("x") - 1.0).abs() < 0.05 && (least(&"西瓜".repeat(100)) - SMALLEST).abs() < 0.05);
    }
}
