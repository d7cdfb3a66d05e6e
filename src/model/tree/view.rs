//! A tree as nested JSON, and as rules.

use super::node::{Node, Tree};
use super::path::{Branch, PathStep};
use serde::{Serialize, Serializer};
use std::collections::BTreeMap;

/// A tree as it is written for programs.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TreeView {
    /// Leaves, empty ones too.
    pub n_leaves: usize,
    /// Questions on the longest way.
    pub depth: usize,
    /// The first question, and behind its answers all others; of a tree without any its only leaf.
    pub root: NodeView,
}

/// A question or a leaf.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum NodeView {
    /// A question.
    Question {
        /// The feature that is asked for.
        feature: String,
        /// Where a numeric feature is divided; `None` of a category.
        threshold: Option<f64>,
        /// The weight of the samples that came here.
        n: Weight,
        /// Their weight class by class.
        counts: BTreeMap<String, Weight>,
        /// What the criterion says of it.
        score: f64,
        /// Splits exactly as good: a feature's name, or `密度<=0.381` of a number.
        ties: Vec<String>,
        /// Where the answers lead.
        children: Vec<ChildView>,
    },
    /// A leaf.
    Leaf {
        /// The class it answers with.
        predicted: String,
        /// The weight of the samples that came here; 0 where it has its parent's answer.
        n: Weight,
        /// Their weight class by class.
        counts: BTreeMap<String, Weight>,
    },
}

/// An answer, and the node to which it leads.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ChildView {
    /// What leads there: in JSON `"value"` with a category, or `"side"` with `<=` or `>`.
    #[serde(flatten)]
    pub answer: SplitAnswer,
    /// The node to which it leads.
    pub node: NodeView,
}

/// The answer to a question.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SplitAnswer {
    /// The feature has this value.
    Value(String),
    /// `<=` or `>`, of a number's threshold.
    Side(&'static str),
}

/// A weight of samples: whole numbers are written as such.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Weight(pub f64);

/// All samples with these answers have this class.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TreeRule {
    /// What was answered; of one number the closest bounds alone.
    pub conditions: Vec<PathStep>,
    /// The class that the leaf answers with.
    pub predicted: String,
    /// The weight of the samples that came here.
    pub n: Weight,
    /// How much of it is of that class.
    pub n_right: Weight,
}

impl Tree {
    /// The tree as it is written for programs.
    pub fn view(&self) -> TreeView {
        TreeView { n_leaves: self.n_leaves(), depth: self.depth(), root: self.node_view(0) }
    }

    fn node_view(&self, at: usize) -> NodeView {
        let node = &self.nodes[at];
        let (n, counts) = (Weight(node.n()), self.counts(node));
        let Some(split) = &node.split else {
            return NodeView::Leaf { predicted: self.classes[node.majority()].clone(), n, counts };
        };
        let feature = &self.features[split.feature];
        let child = |(at, child): (usize, &super::node::Child)| ChildView {
            answer: match feature.branch(split.threshold, at) {
                Branch::Value(value) => SplitAnswer::Value(value),
                Branch::AtMost(_) => SplitAnswer::Side("<="),
                Branch::Above(_) => SplitAnswer::Side(">"),
            },
            node: self.node_view(child.node),
        };
        NodeView::Question {
            feature: feature.name.clone(),
            threshold: split.threshold,
            n,
            counts,
            score: split.score,
            ties: self.tie_names(at),
            children: split.children.iter().enumerate().map(child).collect(),
        }
    }

    fn counts(&self, node: &Node) -> BTreeMap<String, Weight> {
        self.classes.iter().cloned().zip(node.counts.iter().map(|&count| Weight(count))).collect()
    }

    /// The splits exactly as good as that of the node `at`: features, and thresholds of numbers.
    pub(super) fn tie_names(&self, at: usize) -> Vec<String> {
        let ties = self.nodes[at].split.iter().flat_map(|split| &split.ties);
        let name = |tie: &super::node::Tie| {
            let feature = self.features[tie.feature].name.clone();
            match tie.threshold {
                Some(threshold) => PathStep { feature, branch: Branch::AtMost(threshold) }.to_string(),
                None => feature,
            }
        };
        ties.map(name).collect()
    }

    /// One rule a leaf, from the first answer to the last.
    pub fn rules(&self) -> Vec<TreeRule> {
        let paths = self.paths();
        let mut order = vec![0];
        let mut rules = Vec::new();
        while let Some(at) = order.pop() {
            let node = &self.nodes[at];
            match &node.split {
                Some(split) => order.extend(split.children.iter().rev().map(|child| child.node)),
                None => rules.push(TreeRule {
                    conditions: closest(&paths[at].0),
                    predicted: self.classes[node.majority()].clone(),
                    n: Weight(node.n()),
                    n_right: Weight(node.counts[node.majority()]),
                }),
            }
        }
        rules
    }
}

/// The conditions without bounds of a number that a later one makes closer.
fn closest(steps: &[PathStep]) -> Vec<PathStep> {
    let kind = |step: &PathStep| std::mem::discriminant(&step.branch);
    let is_last = |at: usize| {
        let later = &steps[at + 1..];
        !later.iter().any(|step| step.feature == steps[at].feature && kind(step) == kind(&steps[at]))
    };
    (0..steps.len()).filter(|&at| is_last(at)).map(|at| steps[at].clone()).collect()
}

impl Serialize for Weight {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.fract() == 0.0 && self.0.abs() < 1e15 {
            serializer.serialize_u64(self.0 as u64)
        } else {
            serializer.serialize_f64(self.0)
        }
    }
}
