//! A tree of questions as SVG: boxes from the top down, each answer on its line.

use super::class;
use super::measure::most_room;
use crate::report::page::TreeNode;
use maud::{Markup, html};

/// From one row of boxes to the next.
const ROW: f64 = 86.0;
/// The height of a box.
const BOX: f64 = 40.0;
/// Between two boxes, and around the picture.
const GAP: f64 = 12.0;
/// Within a box, beside its text on both sides.
const MARGIN: f64 = 16.0;

/// A node with its place: `x` is its middle.
struct Placed<'a> {
    node: &'a TreeNode,
    x: f64,
    y: f64,
    width: f64,
    branches: Vec<(&'a str, Placed<'a>)>,
}

/// The tree without its frame, and the width and height that it takes.
pub(in crate::report::render) fn drawing(root: &TreeNode) -> (Markup, [f64; 2]) {
    let (placed, width) = place(root, GAP, GAP);
    let size = [round(width + 2.0 * GAP), round(bottom(&placed) + GAP)];
    (html! { (edges(&placed)) (boxes(&placed)) }, size)
}

/// Places a subtree whose left edge is at `left`; its width too.
fn place(node: &TreeNode, left: f64, y: f64) -> (Placed<'_>, f64) {
    let own = most_room(&node.label).max(most_room(&node.note)) + MARGIN;
    let (mut branches, mut taken) = (Vec::new(), 0.0);
    for (answer, below) in &node.branches {
        let room = most_room(answer);
        let (mut placed, width) = place(below, left + taken, y + ROW);
        shift(&mut placed, (room - width).max(0.0) / 2.0);
        taken += width.max(room) + GAP;
        branches.push((answer.as_str(), placed));
    }
    let below = (taken - GAP).max(0.0);
    let total = below.max(own);
    branches.iter_mut().for_each(|(_, placed)| shift(placed, (total - below) / 2.0));
    let x = match (branches.first(), branches.last()) {
        (Some((_, first)), Some((_, last))) => (first.x + last.x) / 2.0,
        _ => left + total / 2.0,
    };
    // Not `clamp`: where the box itself is as wide as all, rounding may put the ends in the wrong order.
    let x = x.max(left + own / 2.0).min(left + total - own / 2.0);
    (Placed { node, x, y, width: own, branches }, total)
}

fn shift(placed: &mut Placed, by: f64) {
    placed.x += by;
    placed.branches.iter_mut().for_each(|(_, below)| shift(below, by));
}

fn bottom(placed: &Placed) -> f64 {
    placed.branches.iter().map(|(_, below)| bottom(below)).fold(placed.y + BOX, f64::max)
}

fn edges(placed: &Placed) -> Markup {
    let from = placed.y + BOX;
    html! {
        @for (answer, below) in &placed.branches {
            path.edge d=(format!("M{} {from}L{} {}", round(placed.x), round(below.x), below.y)) {}
            text.answer x=(round(below.x)) y=(below.y - 8.0) text-anchor="middle" { (answer) }
            (edges(below))
        }
    }
}

fn boxes(placed: &Placed) -> Markup {
    let Placed { node, x, y, width, .. } = placed;
    let line = if node.note.is_empty() { y + 25.0 } else { y + 17.0 };
    let kind = node.emphasis.map(class).unwrap_or_default();
    html! {
        g class=(kind) {
            rect.box x=(round(x - width / 2.0)) y=(y) width=(round(*width)) height=(BOX) rx="5" {}
            text x=(round(*x)) y=(line) text-anchor="middle" { (node.label) }
            @if !node.note.is_empty() {
                text.note x=(round(*x)) y=(y + 33.0) text-anchor="middle" { (node.note) }
            }
        }
        @for (_, below) in &placed.branches { (boxes(below)) }
    }
}

fn round(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn node(label: &str, branches: Vec<(String, TreeNode)>) -> TreeNode {
        TreeNode { label: label.into(), note: "3".into(), emphasis: None, branches }
    }

    /// Left and right edges of the boxes of each row.
    fn rows(placed: &Placed, depth: usize, all: &mut Vec<Vec<(f64, f64)>>) {
        all.resize_with(all.len().max(depth + 1), Vec::new);
        all[depth].push((placed.x - placed.width / 2.0, placed.x + placed.width / 2.0));
        placed.branches.iter().for_each(|(_, below)| rows(below, depth + 1, all));
    }

    #[test]
    fn no_two_boxes_touch_and_none_leaves_the_picture() {
        let leaf = |label: &str| ("a long answer".to_owned(), node(label, vec![]));
        let wide = node("a very long question that is wider than what is below", vec![leaf("x"), leaf("y")]);
        let root = node("?", vec![leaf("u"), ("v".into(), wide), leaf("一个很长的回答")]);
        let (placed, width) = place(&root, GAP, GAP);
        let mut all = Vec::new();
        rows(&placed, 0, &mut all);
        for row in &all {
            assert!(row.windows(2).all(|pair| pair[0].1 + GAP / 2.0 <= pair[1].0), "{row:?}");
            assert!(row.iter().all(|&(left, right)| left >= GAP - 1e-9 && right <= width + GAP + 1e-9), "{row:?}");
        }
        assert_eq!(all.iter().map(Vec::len).collect::<Vec<_>>(), [1, 3, 2]);
    }
}
