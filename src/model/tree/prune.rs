//! What the validation samples say: Zhou, 机器学习 (2016), 4.3.

use super::node::{Node, Tree, TreeSplit, majority, shares_of};
use super::record::Decision;
use super::samples::TreeSamples;

/// The samples, asked as if they were new.
pub(super) struct Held<'a> {
    samples: &'a TreeSamples,
}

impl<'a> Held<'a> {
    pub fn new(samples: &'a TreeSamples) -> Held<'a> {
        Held { samples }
    }

    /// How many of `held` the tree answers right.
    pub fn n_right(&self, nodes: &[Node], held: &[usize]) -> usize {
        let is_right = |sample: &&usize| {
            majority(&shares_of(nodes, &self.samples.cells, **sample)) == self.samples.codes[**sample]
        };
        held.iter().filter(is_right).count()
    }

    /// Which of `held` come to each child; where the value is missing, to every one that has
    /// samples.
    pub fn routed(&self, split: &TreeSplit, held: &[usize]) -> Vec<Vec<usize>> {
        let mut children = vec![Vec::new(); split.children.len()];
        for &sample in held {
            match split.child_of(&self.samples.cells[split.feature], sample) {
                Some(child) => children[child].push(sample),
                None => {
                    let seen = split.children.iter().zip(&mut children).filter(|(child, _)| child.share > 0.0);
                    seen.for_each(|(_, held)| held.push(sample));
                }
            }
        }
        children
    }

    /// Which of `held` come to each node.
    fn at_nodes(&self, nodes: &[Node], held: &[usize]) -> Vec<Vec<usize>> {
        let mut at = vec![Vec::new(); nodes.len()];
        at[0] = held.to_vec();
        for (place, node) in nodes.iter().enumerate() {
            let Some(split) = &node.split else { continue };
            for (child, held) in split.children.iter().zip(self.routed(split, &at[place])) {
                at[child.node] = held;
            }
        }
        at
    }
}

/// Post-pruning (4.3.2): from the lowest split up, a leaf takes its place if the tree then
/// answers more validation samples right. Where it answers as many, the split stays, as in the
/// book's example.
pub(super) fn prune(tree: &mut Tree, held: &Held, validation: &[usize]) -> Vec<Decision> {
    let (at, paths) = (held.at_nodes(&tree.nodes, validation), tree.paths());
    let mut n_right = held.n_right(&tree.nodes, validation);
    let mut decisions = Vec::new();
    let mut order: Vec<usize> = (0..tree.nodes.len()).rev().collect();
    order.sort_by_key(|&node| std::cmp::Reverse(paths[node].0.len()));
    for node in order {
        let with_split = held.n_right(&tree.nodes, &at[node]);
        let Some(split) = tree.nodes[node].split.take() else { continue };
        let with_leaf = held.n_right(&tree.nodes, &at[node]);
        let pruned = with_leaf > with_split;
        decisions.push(Decision {
            node: paths[node].clone(),
            feature: tree.features[split.feature].name.clone(),
            threshold: split.threshold,
            n_right_leaf: n_right - with_split + with_leaf,
            n_right_split: n_right,
            n_here: at[node].len(),
            pruned,
        });
        if pruned {
            n_right = n_right - with_split + with_leaf;
        } else {
            tree.nodes[node].split = Some(split);
        }
    }
    tree.nodes = compact(&tree.nodes);
    decisions
}

/// The nodes that can still be reached, each behind its parent.
fn compact(nodes: &[Node]) -> Vec<Node> {
    let mut kept = vec![nodes[0].clone()];
    let mut at = 0;
    while at < kept.len() {
        if let Some(mut split) = kept[at].split.take() {
            for child in &mut split.children {
                kept.push(nodes[child.node].clone());
                child.node = kept.len() - 1;
            }
            kept[at].split = Some(split);
        }
        at += 1;
    }
    kept
}
