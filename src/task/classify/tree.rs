//! What is reported of a decision tree: how it grew, what pruning did, and the other trees that are as good.

use super::labels::labels_of;
use super::options::ClassifyOptions;
use crate::data::{Dataset, Labels};
use crate::model::Tree;
use crate::model::tree::{Examined, Instead, Pruning, Tie, TreePath, TreeRule, TreeView};
use crate::task::classifiers::{FitOptions, grow_tree};
use crate::task::{TaskError, summary};
use serde::Serialize;

/// Other trees that are kept, to be drawn, at most.
pub const MOST_OTHERS: usize = 6;
/// Trees that are grown to count the others, at most: each costs as much as the first.
const MOST_GROWN: usize = 200;
/// Cells of a table times trees, from which on no more are grown: about a second.
const MOST_CELLS: usize = 20_000_000;

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
    /// Trees with one choice made differently; `None` where nobody wants to know.
    #[serde(flatten)]
    pub others: Option<OtherTrees>,
}

/// Trees with one choice made differently, between splits that are exactly as good.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OtherTrees {
    /// Nodes at which there was such a choice.
    pub n_tied_nodes: usize,
    /// How many different trees were found.
    #[serde(rename = "n_others")]
    pub n: usize,
    /// Whether these are all of them.
    #[serde(rename = "others_are_all")]
    pub is_all: bool,
    /// The first of them, those that choose otherwise nearest to the root.
    #[serde(rename = "others")]
    pub trees: Vec<OtherTree>,
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
    /// Validation samples that it gets right, if some were set aside to prune it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub n_right: Option<usize>,
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
    Ok(TreeReport { tree: grown.tree.view(), rules: grown.tree.rules(), splits: grown.examined, pruning, others: None })
}

/// The trees that differ from the one that `options` give in one choice between splits that are
/// exactly as good, the choices nearest to the root first; the first [`MOST_OTHERS`] are kept.
///
/// # Errors
/// As [`classify`](super::classify).
pub fn equally_good_trees(data: &Dataset, options: &ClassifyOptions) -> Result<OtherTrees, TaskError> {
    let labels = labels_of(data)?;
    let options = options.resolved(data.n_samples())?.fit(summary::has_missing(data));
    let grow = |instead: Option<&Instead>| grow_tree(data, &labels, &options.own.tree, options.common.seed, instead);
    let grown = grow(None)?;
    let mut nodes: Vec<&Examined> = grown.examined.iter().filter(|node| !node.ties.is_empty()).collect();
    nodes.sort_by_key(|node| node.node.0.len());
    let mut found = OtherTrees { n_tied_nodes: nodes.len(), n: 0, is_all: true, trees: Vec::new() };
    let mut known = vec![asked(&grown.tree)];
    let most = MOST_GROWN.min(MOST_CELLS / (data.n_samples() * data.features.len()).max(1)).max(MOST_OTHERS);
    let choices = nodes.into_iter().flat_map(|node| node.ties.iter().map(move |&tie| (node, &node.candidates[tie])));
    for (at, (node, tried)) in choices.enumerate() {
        if at == most {
            found.is_all = false;
            break;
        }
        let position = data.features.iter().position(|column| column.name == tried.feature);
        let split = Tie { feature: position.unwrap_or_default(), threshold: tried.threshold };
        let other = grow(Some(&Instead { node: node.node.clone(), split }))?;
        if known.contains(&asked(&other.tree)) {
            continue; // pruning may leave nothing of a choice
        }
        known.push(asked(&other.tree));
        found.n += 1;
        if found.trees.len() < MOST_OTHERS {
            found.trees.push(OtherTree {
                node: node.node.clone(),
                feature: tried.feature.clone(),
                threshold: tried.threshold,
                n_right: other.pruning.map(|pruning| pruning.n_right),
                tree: other.tree.view(),
                fitted: other.tree,
            });
        }
    }
    Ok(found)
}

/// What a tree asks at each node.
fn asked(tree: &Tree) -> Vec<Option<(usize, Option<f64>)>> {
    tree.nodes.iter().map(|node| node.split.as_ref().map(|split| (split.feature, split.threshold))).collect()
}
