//! A tree as a figure.

use super::said;
use crate::model::Tree;
use crate::report::names::show;
use crate::report::number::short;
use crate::report::page::TreeNode;
use crate::report::words::tree as words;
use crate::report::{Lang, Say};

/// The tree, as deep as `most` lines allow.
pub(super) fn root(tree: &Tree, lang: Lang, most: usize) -> TreeNode {
    let depths = depths(tree);
    let lines = |deepest: usize| depths.iter().filter(|&&depth| depth <= deepest).count();
    let deepest = (0..=tree.depth()).rev().find(|&deepest| lines(deepest) <= most).unwrap_or(1);
    node(tree, 0, deepest, lang)
}

fn depths(tree: &Tree) -> Vec<usize> {
    tree.paths().iter().map(|path| path.0.len()).collect()
}

fn node(tree: &Tree, at: usize, deeper: usize, lang: Lang) -> TreeNode {
    let own = &tree.nodes[at];
    let (class, n) = (own.majority(), own.n());
    let Some(split) = &own.split else {
        return TreeNode {
            label: words::Leaf { class: show(lang, &tree.classes[class]) }.say(lang),
            note: said::support(own.counts[class], n, lang),
            emphasis: Some(said::emphasis(class, tree.classes.len())),
            branches: Vec::new(),
        };
    };
    let feature = &tree.features[split.feature];
    let name = show(lang, &feature.name);
    let label = match split.threshold {
        None => words::Question { feature: name }.say(lang),
        Some(threshold) => words::QuestionNumber { feature: name, threshold: short(threshold, 4) }.say(lang),
    };
    if deeper == 0 {
        let note = words::MoreBelow { n: below(tree, at) }.say(lang);
        return TreeNode { label, note, emphasis: None, branches: Vec::new() };
    }
    let answer = |at: usize| match (&feature.levels, at) {
        (Some(levels), _) => show(lang, &levels[at]),
        (None, 0) => words::Yes.text(lang).to_owned(),
        (None, _) => words::No.text(lang).to_owned(),
    };
    let children = split.children.iter().enumerate();
    let branches = children.map(|(at, child)| (answer(at), node(tree, child.node, deeper - 1, lang))).collect();
    TreeNode { label, note: String::new(), emphasis: None, branches }
}

/// How many nodes stand below one.
fn below(tree: &Tree, at: usize) -> usize {
    let children = tree.nodes[at].split.iter().flat_map(|split| &split.children);
    children.map(|child| 1 + below(tree, child.node)).sum()
}
