//! What is reported of a decision tree: how it grew, what pruning did, and the other trees that are as good.

use super::labels::labels_of;
use super::options::ClassifyOptions;
use crate::data::{Dataset, Labels};
use crate::model::Tree;
use crate::model::tree::{Examined, Instead, Pruning, Tie, TreePath, TreeRule, TreeView};
use crate::task::classifiers::{FitOptions, grow_tree};
use crate::task::{TaskError, summary};
use serde::Serialize;

/// Other trees that are drawn, at most.
pub const MOST_OTHERS: usize = 6;

/// What is reported of a decision tree.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TreeReport {
    /// The tree itself.
    pub tree: TreeView,
    /// One a leaf.
    pub rules: Vec<TreeRule>,
    /// Every node that had to choose, with all that it could have asked; empty where nobody
    /// wants to know.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub splits: Vec<Examined>,
    /// What the validation samples said; `None` without any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pruning: Option<Pruning>,
    /// Other trees that are as good, each with one choice made differently; empty where nobody
    /// wants to know.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<OtherTree>,
}

/// A tree with one choice made differently.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OtherTree {
    /// Where.
    pub node: TreePath,
    /// The feature that is asked for instead.
    pub feature: String,
    /// Of a number.
    pub threshold: Option<f64>,
    /// The tree.
    pub tree: TreeView,
    /// The same, to be drawn.
    #[serde(skip)]
    pub fitted: Tree,
}

/// How the tree of a classification grew: growing it again tells.
pub(super) fn report(data: &Dataset, labels: &Labels, options: &FitOptions) -> Result<TreeReport, TaskError> {
    let grown = grow_tree(data, labels, &options.own.tree, options.common.seed, None)?;
    let pruning = grown
        .pruning
        .map(|pruning| Pruning { rows: pruning.rows.iter().map(|&sample| data.rows[sample]).collect(), ..pruning });
    Ok(TreeReport {
        tree: grown.tree.view(),
        rules: grown.tree.rules(),
        splits: grown.examined,
        pruning,
        others: Vec::new(),
    })
}

/// The trees that differ from the one that `options` give in one choice between splits that are
/// exactly as good, the choices nearest to the root first; at most [`MOST_OTHERS`].
///
/// # Errors
/// As [`classify`](super::classify).
pub fn equally_good_trees(data: &Dataset, options: &ClassifyOptions) -> Result<Vec<OtherTree>, TaskError> {
    let labels = labels_of(data)?;
    let options = options.resolved(data.n_samples())?.fit(summary::has_missing(data));
    let grow = |instead: Option<&Instead>| grow_tree(data, &labels, &options.own.tree, options.common.seed, instead);
    let grown = grow(None)?;
    let mut nodes: Vec<&Examined> = grown.examined.iter().filter(|node| !node.ties.is_empty()).collect();
    nodes.sort_by_key(|node| node.node.0.len());
    let mut trees = vec![grown.tree.clone()];
    let mut others = Vec::new();
    let choices = nodes.into_iter().flat_map(|node| node.ties.iter().map(move |&tie| (node, &node.candidates[tie])));
    for (node, tried) in choices {
        let position = data.features.iter().position(|column| column.name == tried.feature);
        let split = Tie { feature: position.unwrap_or_default(), threshold: tried.threshold };
        let tree = grow(Some(&Instead { node: node.node.clone(), split }))?.tree;
        if others.len() < MOST_OTHERS && !trees.iter().any(|known| is_same(known, &tree)) {
            others.push(OtherTree {
                node: node.node.clone(),
                feature: tried.feature.clone(),
                threshold: tried.threshold,
                tree: tree.view(),
                fitted: tree.clone(),
            });
            trees.push(tree);
        }
        if others.len() == MOST_OTHERS {
            break;
        }
    }
    Ok(others)
}

/// Whether two trees ask the same questions: pruning may leave nothing of a choice.
fn is_same(a: &Tree, b: &Tree) -> bool {
    let asked = |tree: &Tree| -> Vec<Option<(usize, Option<f64>)>> {
        tree.nodes.iter().map(|node| node.split.as_ref().map(|split| (split.feature, split.threshold))).collect()
    };
    asked(a) == asked(b)
}
