//! A tree in lines: each answer below its question, joined by rules.

use super::lines::{shorten, width};
use super::style::{Line, mark};
use crate::report::page::{Emphasis, TreeNode};

/// The root, then every branch below it.
pub(super) fn lines(root: &TreeNode, columns: usize) -> Vec<Line> {
    let mut all = vec![line("", "", root, columns)];
    branches(root, "", columns, &mut all);
    all
}

fn branches(node: &TreeNode, margin: &str, columns: usize, all: &mut Vec<Line>) {
    for (at, (answer, below)) in node.branches.iter().enumerate() {
        let is_last = at + 1 == node.branches.len();
        let (joint, rule) = if is_last { ("└─ ", "   ") } else { ("├─ ", "│  ") };
        all.push(line(&format!("{margin}{joint}"), &format!("{answer} → "), below, columns));
        branches(below, &format!("{margin}{rule}"), columns, all);
    }
}

/// What does not fit is cut: first the note goes.
fn line(joint: &str, answer: &str, node: &TreeNode, columns: usize) -> Line {
    let room = columns.saturating_sub(width(joint));
    let text = shorten(&format!("{answer}{}", node.label), room);
    let note = if node.note.is_empty() { String::new() } else { format!("  {}", node.note) };
    let note = if width(&text) + width(&note) <= room { mark(Emphasis::Faint, note) } else { String::new() };
    let shown = match (node.emphasis, text.strip_prefix(answer)) {
        (Some(emphasis), Some(label)) => format!("{answer}{}", mark(emphasis, label)),
        _ => text.clone(),
    };
    format!("{}{shown}{note}", mark(Emphasis::Faint, joint))
}

#[cfg(test)]
mod tests {
    use super::super::style::{ansi, plain};
    use super::*;

    fn node(label: &str, note: &str, branches: Vec<(String, TreeNode)>) -> TreeNode {
        TreeNode { label: label.into(), note: note.into(), emphasis: Some(Emphasis::For), branches }
    }

    #[test]
    fn branches_hang_below_their_question_and_notes_go_first() {
        let below = node("b?", "", vec![("x".into(), node("yes", "(2)", vec![]))]);
        let root = node("a?", "(3)", vec![("u".into(), below), ("v".into(), node("no", "(1, as its parent)", vec![]))]);
        let seen: Vec<String> = lines(&root, 20).iter().map(|line| plain(&ansi(line))).collect();
        assert_eq!(seen, ["a?  (3)", "├─ u → b?", "│  └─ x → yes  (2)", "└─ v → no"]);
    }
}
