//! What is reported of a decision tree: how it grew, what pruning did, and the other trees that are as good.

use super::labels::labels_of;
use super::options::ClassifyOptions;
use crate::data::{Dataset, Labels};
use crate::model::Tree;
use crate::model::tree::{EquallyGood, Examined, Grown, Instead, Pruning, Tie, TreePath, TreeRule, TreeView};
use crate::task::classifiers::{FitOptions, OwnTree, equally_good_figures, grow_tree};
use crate::task::{TaskError, summary};
use serde::Serialize;
use std::collections::VecDeque;

/// Other trees that are kept, to be drawn, at most.
const MOST_OTHERS: usize = 6;
/// Trees that are grown to find the others, at most: each costs as much as the first.
const MOST_GROWN: usize = 200;
/// Cells of a table times trees, from which on no more are grown: about a second.
const MOST_CELLS: usize = 20_000_000;

/// What is reported of a decision tree.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TreeReport {
    /// The tree as nested questions, after pruning.
    pub tree: TreeView,
    /// The same as rules, one a leaf.
    pub rules: Vec<TreeRule>,
    /// Every node that had to choose, with all that it could have asked; empty where nobody
    /// wants to know.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub splits: Vec<Examined>,
    /// What the validation samples said; `None` without any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pruning: Option<Pruning>,
    /// The other trees that are as good; `None` where nobody wants to know.
    #[serde(flatten)]
    pub others: Option<OtherTrees>,
}

/// The other trees that are exactly as good: at each node one of the splits that are exactly as good is made.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OtherTrees {
    /// Nodes of the tree that was grown at which there was such a choice.
    pub n_tied_nodes: usize,
    /// How many other trees there are.
    #[serde(rename = "n_others")]
    pub n: u64,
    /// Whether there are not more than these.
    #[serde(rename = "others_are_all")]
    pub is_all: bool,
    /// The first of them: those with the fewest choices made differently, nearest to the root.
    #[serde(rename = "others")]
    pub trees: Vec<OtherTree>,
    /// Figures of all of them and of the tree that was grown; where a feature is preferred, of those that
    /// keep to it. `None` where there are too many to look at.
    pub equally_good: Option<EquallyGood>,
}

/// A tree with some choices made differently.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OtherTree {
    /// The first of its choices.
    #[serde(flatten)]
    pub first: OtherChoice,
    /// All of them, the root first.
    pub choices: Vec<OtherChoice>,
    /// Validation samples that it gets right, if some were set aside to prune it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub n_right: Option<usize>,
    /// The tree as nested questions, after pruning.
    pub tree: TreeView,
    /// The same, to be drawn.
    #[serde(skip)]
    pub fitted: Tree,
}

/// A choice made differently.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OtherChoice {
    /// The way to the node at which the choice is made.
    pub node: TreePath,
    /// The feature that is asked for instead.
    pub feature: String,
    /// Where a numeric feature is divided; `None` of a category.
    pub threshold: Option<f64>,
}

/// How the tree of a classification grew: growing it again tells.
pub(super) fn report(data: &Dataset, labels: &Labels, options: &FitOptions) -> Result<TreeReport, TaskError> {
    let grown = grow_tree(data, labels, &options.own.tree, options.common.seed, &[])?;
    let pruning = grown
        .pruning
        .map(|pruning| Pruning { rows: pruning.rows.iter().map(|&sample| data.rows[sample]).collect(), ..pruning });
    Ok(TreeReport { tree: grown.tree.view(), rules: grown.tree.rules(), splits: grown.examined, pruning, others: None })
}

/// The trees that are exactly as good as the one that `options` give: how many, and the first
/// `MOST_OTHERS` of them.
///
/// # Errors
/// As [`classify`](super::classify).
pub fn equally_good_trees(data: &Dataset, options: &ClassifyOptions) -> Result<OtherTrees, TaskError> {
    let labels = labels_of(data)?;
    let options = options.resolved(data.n_samples())?.fit(summary::has_missing(data));
    let (own, seed) = (&options.own.tree, options.common.seed);
    let grown = grow_tree(data, &labels, own, seed, &[])?;
    let n_tied_nodes = grown.examined.iter().filter(|node| !node.ties.is_empty()).count();
    let figures = |own: &OwnTree| equally_good_figures(data, &labels, own, seed);
    let all = figures(&OwnTree { prefer: None, ..*own })?.filter(|all| all.n_trees < u64::MAX);
    let equally_good = if own.prefer.is_none() { all.clone() } else { figures(own)? };
    let (trees, n_found) = others(data, grown, all.is_none(), |instead| grow_tree(data, &labels, own, seed, instead))?;
    Ok(OtherTrees {
        n_tied_nodes,
        n: all.as_ref().map_or(n_found, |all| all.n_trees - 1),
        is_all: all.is_some(),
        trees,
        equally_good,
    })
}

/// The first other trees, those with the fewest choices made differently; and how many were found, where
/// they are to be counted so.
fn others(
    data: &Dataset,
    first: Grown,
    counts: bool,
    grow: impl Fn(&[Instead]) -> Result<Grown, TaskError>,
) -> Result<(Vec<OtherTree>, u64), TaskError> {
    let most = MOST_GROWN.min(MOST_CELLS / (data.n_samples() * data.features.len()).max(1)).max(MOST_OTHERS);
    let (mut found, mut known) = (Vec::new(), vec![asked(&first.tree)]);
    let mut waiting = VecDeque::from(choices(data, &first, &TreeChoices::default()));
    let mut n_grown = 0;
    while let Some(next) = waiting.pop_front().filter(|_| n_grown < most && (counts || found.len() < MOST_OTHERS)) {
        let other = grow(&next.instead)?;
        n_grown += 1;
        waiting.extend(choices(data, &other, &next));
        if known.contains(&asked(&other.tree)) {
            continue; // pruning may leave nothing of a choice
        }
        known.push(asked(&other.tree));
        if found.len() < MOST_OTHERS {
            let choices: Vec<OtherChoice> = next.instead.iter().map(|instead| other_choice(data, instead)).collect();
            found.push(OtherTree {
                first: choices[0].clone(),
                choices,
                n_right: other.pruning.as_ref().map(|pruning| pruning.n_right),
                tree: other.tree.view(),
                fitted: other.tree,
            });
        }
    }
    Ok((found, known.len() as u64 - 1))
}

/// Some choices made differently.
#[derive(Debug, Clone, Default)]
struct TreeChoices {
    instead: Vec<Instead>,
    /// Nodes at which nothing else is to be chosen any more, so that no two trees are grown twice.
    settled: Vec<TreePath>,
}

/// One more choice made differently: each of those that the tree still has, nearest to the root first.
fn choices(data: &Dataset, grown: &Grown, made: &TreeChoices) -> Vec<TreeChoices> {
    let is_open = |node: &&Examined| !node.ties.is_empty() && !made.settled.contains(&node.node);
    let mut nodes: Vec<&Examined> = grown.examined.iter().filter(is_open).collect();
    nodes.sort_by_key(|node| node.node.0.len());
    let mut all = Vec::new();
    for (at, node) in nodes.iter().enumerate() {
        let before = nodes[..=at].iter().map(|node| node.node.clone());
        let settled: Vec<TreePath> = made.settled.iter().cloned().chain(before).collect();
        for tried in node.ties.iter().map(|&tie| &node.candidates[tie]) {
            let feature = data.features.iter().position(|column| column.name == tried.feature).unwrap_or_default();
            let split = Tie { feature, threshold: tried.threshold };
            let instead = Instead { node: node.node.clone(), split };
            let instead = made.instead.iter().cloned().chain([instead]).collect();
            all.push(TreeChoices { instead, settled: settled.clone() });
        }
    }
    all
}

fn other_choice(data: &Dataset, instead: &Instead) -> OtherChoice {
    let feature = data.features[instead.split.feature].name.clone();
    OtherChoice { node: instead.node.clone(), feature, threshold: instead.split.threshold }
}

/// What a tree asks at each node.
fn asked(tree: &Tree) -> Vec<Option<(usize, Option<f64>)>> {
    tree.nodes.iter().map(|node| node.split.as_ref().map(|split| (split.feature, split.threshold))).collect()
}
