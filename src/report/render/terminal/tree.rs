//! A tree in lines: each answer below its question, joined by rules.

use super::lines::{width, wrap};
use super::style::{Line, carried, mark};
use crate::report::page::{Emphasis, TreeNode};

/// What a node may take beside its rules, however deep it hangs.
const LEAST_ROOM: usize = 12;

/// The root, then every branch below it.
pub(super) fn lines(root: &TreeNode, columns: usize) -> Vec<Line> {
    let mut all = hung("", "", "", root, columns);
    branches(root, "", columns, &mut all);
    all
}

fn branches(node: &TreeNode, margin: &str, columns: usize, all: &mut Vec<Line>) {
    for (at, (answer, below)) in node.branches.iter().enumerate() {
        let is_last = at + 1 == node.branches.len();
        let (joint, rule) = if is_last { ("└─ ", "   ") } else { ("├─ ", "│  ") };
        let (joint, rule) = (format!("{margin}{joint}"), format!("{margin}{rule}"));
        all.extend(hung(&joint, &rule, &format!("{answer} → "), below, columns));
        branches(below, &rule, columns, all);
    }
}

/// A node behind its joint. What does not fit goes on below, behind the rule of its branches.
fn hung(joint: &str, rule: &str, answer: &str, node: &TreeNode, columns: usize) -> Vec<Line> {
    let label = node.emphasis.map_or(node.label.clone(), |emphasis| mark(emphasis, &node.label));
    let note = if node.note.is_empty() { String::new() } else { mark(Emphasis::Faint, format!("  {}", node.note)) };
    let below = format!("{rule}{}", if node.branches.is_empty() { "  " } else { "│ " });
    let room = columns.saturating_sub(width(&below)).max(LEAST_ROOM);
    let lines = carried(wrap(&format!("{answer}{label}{note}"), room));
    let start = |at| mark(Emphasis::Faint, if at == 0 { joint } else { &below });
    lines.into_iter().enumerate().map(|(at, line)| format!("{}{line}", start(at))).collect()
}

#[cfg(test)]
mod tests {
    use super::super::style::{ansi, plain};
    use super::*;

    fn node(label: &str, note: &str, branches: Vec<(String, TreeNode)>) -> TreeNode {
        TreeNode { label: label.into(), note: note.into(), emphasis: Some(Emphasis::For), branches }
    }

    #[test]
    fn branches_hang_below_their_question_and_nothing_is_cut() {
        let below = node("b?", "", vec![("x".into(), node("yes", "(2)", vec![]))]);
        let root = node("a?", "(3)", vec![("u".into(), below), ("v".into(), node("no", "(1, as its parent)", vec![]))]);
        let seen: Vec<String> = lines(&root, 20).iter().map(|line| plain(&ansi(line))).collect();
        let expected = ["a?  (3)", "├─ u → b?", "│  └─ x → yes  (2)", "└─ v → no  (1, as", "     its parent)"];
        assert_eq!(seen, expected);
    }
}
