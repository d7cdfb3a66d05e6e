//! A tree as it stands: questions, answers, and what came to each node.

use super::options::{MOST_DEPTH, TreeOptions};
use super::path::{Branch, TreePath};
use crate::data::{Column, Feature};
use crate::model::ModelError;
use crate::model::cells::FeatureCells;
use serde::{Deserialize, Serialize};

/// Shares that differ by no more are equal.
pub const TIE: f64 = 1e-12;

/// A fitted decision tree.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Tree {
    /// The name of the column that is predicted.
    pub target: String,
    /// Class names, in the order of every list below.
    pub classes: Vec<String>,
    /// The features that a question may be about.
    pub features: Vec<TreeFeature>,
    /// The root first, each node behind its parent.
    pub nodes: Vec<Node>,
}

/// A feature that can be asked for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TreeFeature {
    /// The column in which its values stand.
    pub name: String,
    /// Its values in the order of their names; `None` for a numeric one.
    pub levels: Option<Vec<String>>,
}

/// A question or a leaf, and what came to it when the tree was grown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Node {
    /// `(n_classes)`: the weight of each class among the samples that came here.
    pub counts: Vec<f64>,
    /// `(n_classes)`: their shares; where no sample came, those of the parent.
    pub shares: Vec<f64>,
    /// The question, if it is no leaf.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub split: Option<TreeSplit>,
}

/// A question about one feature, and where its answers lead.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TreeSplit {
    /// The feature, by index.
    pub feature: usize,
    /// Of a numeric feature: not above it is the first child, above it the second.
    pub threshold: Option<f64>,
    /// What the criterion says of it: the gain in bits, the gain ratio, or the Gini index.
    pub score: f64,
    /// Other splits that are exactly as good.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ties: Vec<Tie>,
    /// One a value, in the order of the feature's levels; or two.
    pub children: Vec<Child>,
}

/// A split that is as good as the one that was made.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Tie {
    /// The feature, by index.
    pub feature: usize,
    /// Where a numeric feature is divided; `None` of a category.
    pub threshold: Option<f64>,
}

/// The node to which one answer leads.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Child {
    /// The node, by index.
    pub node: usize,
    /// Its share of the samples whose value is known: what goes here of a sample whose value
    /// is missing.
    pub share: f64,
}

/// The class to answer with: of two, the positive one from an even share on, as everywhere in
/// this program; of more, the first of the most frequent.
pub fn majority(shares: &[f64]) -> usize {
    match shares {
        [_, positive] => usize::from(*positive >= 0.5),
        _ => crate::math::argmax(shares).unwrap_or(0),
    }
}

impl TreeFeature {
    /// The cells of its column.
    pub(super) fn cells(&self, columns: &[Column]) -> Result<FeatureCells, ModelError> {
        FeatureCells::find(columns, &self.name, self.levels.as_deref())
    }

    /// The feature by name, with the levels it may take.
    pub(super) fn values(&self) -> Feature {
        Feature { name: self.name.clone(), levels: self.levels.clone() }
    }

    /// The way to child `at` of a split on it.
    pub(super) fn branch(&self, threshold: Option<f64>, at: usize) -> Branch {
        match (threshold, &self.levels) {
            (Some(threshold), _) if at == 0 => Branch::AtMost(threshold),
            (Some(threshold), _) => Branch::Above(threshold),
            (None, levels) => {
                Branch::Value(levels.as_ref().and_then(|levels| levels.get(at)).cloned().unwrap_or_default())
            }
        }
    }
}

impl Node {
    /// A leaf with these weights; `parent`'s shares where there are none.
    pub(super) fn leaf(counts: Vec<f64>, parent: &[f64]) -> Node {
        let total: f64 = counts.iter().sum();
        let shares = if total > 0.0 { counts.iter().map(|count| count / total).collect() } else { parent.to_vec() };
        Node { counts, shares, split: None }
    }

    /// The weight of all samples that came here.
    pub fn n(&self) -> f64 {
        self.counts.iter().sum()
    }

    /// The class it answers with, or would as a leaf.
    pub fn majority(&self) -> usize {
        majority(&self.shares)
    }
}

impl TreeSplit {
    /// The child that the value in `row` leads to; `None` where it is missing.
    pub(super) fn child_of(&self, cells: &FeatureCells, row: usize) -> Option<usize> {
        match (cells, self.threshold) {
            (FeatureCells::Levels(codes), _) => codes[row],
            (FeatureCells::Numbers(cells), _) if cells[row].is_nan() => None,
            (FeatureCells::Numbers(cells), threshold) => {
                Some(usize::from(cells[row] > threshold.unwrap_or(f64::INFINITY)))
            }
        }
    }
}

/// The leaves that the sample in `row` comes to, each with the weight of it that does; `cells`
/// are one a feature.
pub(super) fn leaves_of(nodes: &[Node], cells: &[FeatureCells], row: usize) -> Vec<(usize, f64)> {
    let (mut found, mut waiting) = (Vec::new(), vec![(0, 1.0)]);
    while let Some((at, weight)) = waiting.pop() {
        let Some(split) = &nodes[at].split else {
            found.push((at, weight));
            continue;
        };
        match split.child_of(&cells[split.feature], row) {
            Some(child) => waiting.push((split.children[child].node, weight)),
            None => {
                let seen = split.children.iter().rev().filter(|child| child.share > 0.0);
                waiting.extend(seen.map(|child| (child.node, weight * child.share)));
            }
        }
    }
    found
}

/// `sum_leaves w P(class | leaf)` of the sample in `row`.
pub(super) fn shares_of(nodes: &[Node], cells: &[FeatureCells], row: usize) -> Vec<f64> {
    let leaves = leaves_of(nodes, cells, row);
    if let [(leaf, _)] = leaves[..] {
        return levelled(nodes[leaf].shares.clone());
    }
    let mut shares = vec![0.0; nodes[0].shares.len()];
    for (leaf, weight) in leaves {
        shares.iter_mut().zip(&nodes[leaf].shares).for_each(|(sum, share)| *sum += weight * share);
    }
    let total: f64 = shares.iter().sum();
    levelled(shares.iter().map(|share| share / total).collect())
}

/// Shares that are the largest but for rounding are the largest: in which order leaves were added up decides no tie.
fn levelled(mut shares: Vec<f64>) -> Vec<f64> {
    let most = shares.iter().copied().fold(0.0, f64::max);
    shares.iter_mut().filter(|share| most - **share <= TIE).for_each(|share| *share = most);
    shares
}

impl Tree {
    /// How many leaves there are, those to which no sample came as well.
    pub fn n_leaves(&self) -> usize {
        self.nodes.iter().filter(|node| node.split.is_none()).count()
    }

    /// Questions on the longest way.
    pub fn depth(&self) -> usize {
        let mut depths = vec![0; self.nodes.len()];
        for (at, node) in self.nodes.iter().enumerate() {
            for child in node.split.iter().flat_map(|split| &split.children) {
                depths[child.node] = depths[at] + 1;
            }
        }
        depths.into_iter().max().unwrap_or(0)
    }

    /// The way to each node.
    pub fn paths(&self) -> Vec<TreePath> {
        let mut paths = vec![TreePath::default(); self.nodes.len()];
        for (at, node) in self.nodes.iter().enumerate() {
            let Some(split) = &node.split else { continue };
            let feature = &self.features[split.feature];
            for (answer, child) in split.children.iter().enumerate() {
                paths[child.node] = paths[at].then(&feature.name, feature.branch(split.threshold, answer));
            }
        }
        paths
    }
}

/// Whether `options` let a node be split at `depth` to which so many samples came, whole or in
/// part.
pub(super) fn may_split(options: &TreeOptions, depth: usize, n_samples: usize) -> bool {
    depth < options.max_depth.unwrap_or(MOST_DEPTH).min(MOST_DEPTH) && n_samples >= options.min_samples
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tie_is_a_tie_in_whatever_order_it_was_added_up() {
        let half = 0.5 - f64::EPSILON;
        assert_eq!(levelled(vec![0.5 + f64::EPSILON, half]), [0.5 + f64::EPSILON; 2]);
        assert_eq!(levelled(vec![0.3, 0.7]), [0.3, 0.7]);
        assert_eq!(levelled(vec![0.4 - 1e-15, 0.2, 0.4]), [0.4, 0.2, 0.4]);
    }
}
