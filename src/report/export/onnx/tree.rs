//! A tree, level by level: what share of a sample comes to each node.
//!
//! A branch lets all of a sample through or nothing, or where the value is missing the branch's
//! share. A node's share is its parent's times its branch's, and the answer is the sum of the
//! leaves' class shares, each times the leaf's.

use super::cells::{Gap, InputGraph};
use super::graph::{Set, Value};
use crate::model::Tree;
use crate::model::tree::{Child, Node, TIE, TreeFeature, TreeSplit};

/// A way from a node to one of its children.
struct TreeEdge<'a> {
    split: &'a TreeSplit,
    /// The answer that leads there, by place among the children.
    answer: usize,
    parent: usize,
    child: usize,
}

pub(super) fn tree(reader: &mut InputGraph, model: &Tree, threshold: f64) {
    let branches: Vec<TreeEdge> = model.nodes.iter().enumerate().flat_map(branches_of).collect();
    // In the order of the features: the columns of `shares` below.
    let mut ordered: Vec<&TreeEdge> = Vec::with_capacity(branches.len());
    let mut shares = Vec::new();
    for (at, feature) in model.features.iter().enumerate() {
        let own: Vec<&TreeEdge> = branches.iter().filter(|branch| branch.split.feature == at).collect();
        let of_feature = branch_shares(reader, feature, &own);
        shares.extend((!own.is_empty()).then_some(of_feature));
        ordered.extend(own);
    }
    let probabilities = if shares.is_empty() {
        // One leaf: the same for every sample, in as many rows as there are.
        let usable = reader.usable();
        let ones = reader.graph.double(&usable);
        let leaf = reader.graph.row(&model.nodes[0].shares);
        let root = reader.graph.op("Mul", &[&ones, &leaf]);
        let nan = reader.graph.row(&[f64::NAN]);
        reader.graph.op("Where", &[&usable, &root, &nan])
    } else {
        let inputs: Vec<&Value> = shares.iter().collect();
        let shares = reader.graph.op_with("Concat", &inputs, vec![Set::Int("axis", 1)]);
        let sums = down(reader, model, &ordered, &shares);
        let total = reader.graph.row_sums(&sums);
        reader.graph.op("Div", &[&sums, &total])
    };
    reader.answer_class_within(TIE, &probabilities, &model.classes, threshold);
}

fn branches_of((parent, node): (usize, &Node)) -> impl Iterator<Item = TreeEdge<'_>> {
    node.split.iter().flat_map(move |split| {
        let branch = move |(answer, child): (usize, &Child)| TreeEdge { split, answer, parent, child: child.node };
        split.children.iter().enumerate().map(branch)
    })
}

/// `(n_samples, n_branches)`: what each of these, all of one feature, lets through.
fn branch_shares(reader: &mut InputGraph, feature: &TreeFeature, own: &[&TreeEdge]) -> Value {
    let if_missing: Vec<f64> = own.iter().map(|branch| branch.split.children[branch.answer].share).collect();
    match &feature.levels {
        Some(levels) => {
            let level = reader.level(&feature.name, levels, Gap::Known);
            let row = |level| own.iter().map(|branch| f64::from(u8::from(branch.answer == level))).collect();
            reader.look_up(&level, (0..levels.len()).map(row).collect(), if_missing)
        }
        None => {
            let cell = reader.number(&feature.name, Gap::Known);
            let graph = &mut reader.graph;
            let thresholds: Vec<f64> =
                own.iter().map(|branch| branch.split.threshold.unwrap_or(f64::INFINITY)).collect();
            let [thresholds, if_missing] = [&thresholds, &if_missing].map(|cells| graph.row(cells));
            let above = graph.op("Greater", &[&cell, &thresholds]);
            let wanted = graph.flags(&own.iter().map(|branch| branch.answer == 1).collect::<Vec<_>>());
            let through = graph.op("Equal", &[&above, &wanted]);
            let through = graph.double(&through);
            let missing = graph.op("IsNaN", &[&cell]);
            graph.op("Where", &[&missing, &if_missing, &through])
        }
    }
}

/// The sum of the leaves' class shares, each times what comes to the leaf.
fn down(reader: &mut InputGraph, model: &Tree, branches: &[&TreeEdge], shares: &Value) -> Value {
    let graph = &mut reader.graph;
    let mut sums = Vec::new();
    // The nodes of one level and what comes to each, `(n_samples, n_nodes)`; all to the root.
    let (mut nodes, mut arrived): (Vec<usize>, Option<Value>) = (vec![0], None);
    loop {
        let below: Vec<usize> =
            (0..branches.len()).filter(|&branch| nodes.contains(&branches[branch].parent)).collect();
        if below.is_empty() {
            return graph.sum(&sums);
        }
        let through = graph.columns(shares, &below);
        let parents: Vec<usize> = below.iter().map(|&b| place(&nodes, branches[b].parent)).collect();
        let here = match arrived {
            None => through,
            Some(arrived) => {
                let of_parents = graph.columns(&arrived, &parents);
                graph.op("Mul", &[&of_parents, &through])
            }
        };
        nodes = below.iter().map(|&branch| branches[branch].child).collect();
        let leaves: Vec<usize> = (0..nodes.len()).filter(|&at| model.nodes[nodes[at]].split.is_none()).collect();
        if !leaves.is_empty() {
            let weights = graph.columns(&here, &leaves);
            let rows: Vec<Vec<f64>> = leaves.iter().map(|&at| model.nodes[nodes[at]].shares.clone()).collect();
            let rows = graph.table(&rows);
            sums.push(graph.op("MatMul", &[&weights, &rows]));
        }
        arrived = Some(here);
    }
}

fn place(nodes: &[usize], node: usize) -> usize {
    nodes.iter().position(|&own| own == node).expect("a branch leads on from a node of the level above")
}
