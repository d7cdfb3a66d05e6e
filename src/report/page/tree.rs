//! A tree of questions as data. Each medium draws it in its own way.

use super::Emphasis;
use serde::Serialize;

/// A node of a tree and all that stands below it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TreeNode {
    /// The question, or the answer of a leaf.
    pub label: String,
    /// What came here; may be empty.
    pub note: String,
    /// How it stands out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub emphasis: Option<Emphasis>,
    /// The answers to the question, and where each leads.
    pub branches: Vec<(String, TreeNode)>,
}

impl TreeNode {
    /// All labels, answers and notes in reading order, for those who do not see it.
    pub fn spoken(&self) -> String {
        let below = self.branches.iter().map(|(answer, node)| format!("{answer} → {}", node.spoken()));
        let note = if self.note.is_empty() { String::new() } else { format!(" {}", self.note) };
        let own = format!("{}{note}", self.label);
        std::iter::once(own).chain(below).collect::<Vec<_>>().join("; ")
    }
}
