//! A tree grows from the root: Zhou, 机器学习 (2016), figure 4.2.

use super::candidates::offer;
use super::choose::{ChosenSplit, as_split, choose};
use super::node::{Node, Tie, Tree, TreeSplit, may_split};
use super::options::{Prune, TreeOptions};
use super::path::TreePath;
use super::prune::{Held, prune};
use super::record::{Decision, Examined, Pruning};
use super::samples::{Member, TreeSamples};
use crate::data::{Column, Labels};
use crate::model::ModelError;

/// A tree, and what was looked at while it grew.
#[derive(Debug, Clone, PartialEq)]
pub struct Grown {
    /// The tree, pruned if the options say so.
    pub tree: Tree,
    /// Every node that had to choose, the parent before its children.
    pub examined: Vec<Examined>,
    /// What the validation samples said; `None` without any.
    pub pruning: Option<Pruning>,
}

/// That one node is to make another of its equally good splits.
#[derive(Debug, Clone, PartialEq)]
pub struct Instead {
    /// The way to the node.
    pub node: TreePath,
    /// The split to be made there, one of the node's ties.
    pub split: Tie,
}

impl Tree {
    /// Grows a tree on all samples but those at `validation` (by index), on which it is pruned
    /// if the options say so; at the nodes of `instead` another of the equally good splits is made. Missing cells are no error: see [`super`].
    ///
    /// # Errors
    /// No samples, or none left to grow on; a single class; an infinite number; a column
    /// without any value.
    ///
    /// ```
    /// use melon::data::{Column, Labels};
    /// use melon::model::{Classifier, tree::{Tree, TreeOptions}};
    /// let ripe = Labels::from_column(&Column::words("ripe", ["no", "yes", "yes"].map(Some))).unwrap();
    /// let sound = Column::words("sound", ["dull", "muffled", "muffled"].map(Some));
    /// let grown = Tree::grow(&[sound], &ripe, &TreeOptions::default(), &[], &[])?;
    /// assert_eq!((grown.tree.n_leaves(), grown.tree.depth()), (2, 1));
    /// # Ok::<(), melon::model::ModelError>(())
    /// ```
    pub fn grow(
        columns: &[Column],
        labels: &Labels,
        options: &TreeOptions,
        validation: &[usize],
        instead: &[Instead],
    ) -> Result<Grown, ModelError> {
        let samples = TreeSamples::new(columns, labels)?;
        let members = samples.members(validation);
        if members.is_empty() {
            return Err(ModelError::NoSamples);
        }
        let nodes = vec![Node::leaf(samples.counts(&members), &[])];
        let held = Held::new(&samples);
        let mut grower = Grower {
            samples: &samples,
            options,
            instead,
            n_right: held.n_right(&nodes, validation),
            held,
            nodes,
            examined: Vec::new(),
            decisions: Vec::new(),
        };
        let mut unused = vec![true; columns.len()];
        grower.expand(0, members, validation.to_vec(), &mut unused, 0, &TreePath::default());
        let Grower { nodes, examined, held, mut decisions, .. } = grower;
        let mut tree = Tree {
            target: labels.target.clone(),
            classes: labels.classes.clone(),
            features: samples.features.clone(),
            nodes,
        };
        if options.prune == Prune::Post {
            decisions = prune(&mut tree, &held, validation);
        }
        let pruning = (!validation.is_empty()).then(|| Pruning {
            rows: validation.to_vec(),
            n_validation: validation.len(),
            n_right: held.n_right(&tree.nodes, validation),
            decisions,
        });
        Ok(Grown { tree, examined, pruning })
    }
}

struct Grower<'a> {
    samples: &'a TreeSamples,
    options: &'a TreeOptions,
    instead: &'a [Instead],
    nodes: Vec<Node>,
    examined: Vec<Examined>,
    held: Held<'a>,
    /// Validation samples that the tree as it is so far answers right.
    n_right: usize,
    decisions: Vec<Decision>,
}

impl Grower<'_> {
    /// Splits the node `at`, to which `members` and the validation samples `held` came, as long
    /// as there is something to tell apart and something to ask. `unused`: a category is asked
    /// for once on a way, a number as often as it helps.
    fn expand(
        &mut self,
        at: usize,
        members: Vec<Member>,
        held: Vec<usize>,
        unused: &mut [bool],
        depth: usize,
        path: &TreePath,
    ) {
        let node = &self.nodes[at];
        let n_classes = node.counts.iter().filter(|count| **count > 0.0).count();
        if n_classes < 2 || !may_split(self.options, depth, members.len()) {
            return;
        }
        let Some(split) = self.best_split(at, &members, unused, path) else { return };
        let feature = split.feature;
        let routed = self.samples.routed(&members, &split);
        self.attach(at, split, &routed);
        if self.options.prune == Prune::Pre && !self.is_worth_it(at, &held, path) {
            return;
        }
        let split = self.nodes[at].split.clone().expect("attached just now");
        let of_children = self.held.routed(&split, &held);
        let is_category = split.threshold.is_none();
        if is_category {
            unused[feature] = false;
        }
        for (answer, (members, held)) in routed.into_iter().zip(of_children).enumerate() {
            let branch = self.samples.features[feature].branch(split.threshold, answer);
            let path = path.then(&self.samples.features[feature].name, branch);
            self.expand(split.children[answer].node, members, held, unused, depth + 1, &path);
        }
        unused[feature] = true;
    }

    /// The split of a node; its children are not there yet.
    fn best_split(&mut self, at: usize, members: &[Member], unused: &[bool], path: &TreePath) -> Option<TreeSplit> {
        let (criterion, samples) = (self.options.criterion, self.samples);
        let total = self.nodes[at].n();
        let features = (0..unused.len()).filter(|&feature| unused[feature]);
        let offers: Vec<_> = features.map(|feature| offer(samples, members, feature, total, criterion)).collect();
        let choice = choose(&offers, criterion, self.options.prefer);
        let choice = choice.map(|choice| self.instead_of(choice, &offers, path));
        self.examined.push(Examined::new(
            path,
            &self.nodes[at].counts,
            &samples.features,
            &offers,
            choice.as_ref(),
            criterion,
        ));
        let ChosenSplit { best, ties } = choice?;
        Some(as_split(best, ties, criterion))
    }

    /// The choice, or another one as good where that is asked for.
    fn instead_of<'b>(
        &self,
        choice: ChosenSplit<'b>,
        offers: &'b [super::candidates::FeatureSplits],
        path: &TreePath,
    ) -> ChosenSplit<'b> {
        let Some(instead) = self.instead.iter().find(|instead| instead.node == *path) else { return choice };
        let is_it = |(feature, threshold)| Tie { feature, threshold } == instead.split;
        let Some(best) = offers.iter().flat_map(|offer| &offer.best).find(|one| is_it((one.feature, one.threshold)))
        else {
            return choice;
        };
        let was = Tie { feature: choice.best.feature, threshold: choice.best.threshold };
        let others = choice.ties.iter().copied().filter(|tie| *tie != instead.split);
        ChosenSplit { best, ties: std::iter::once(was).chain(others).collect() }
    }

    /// Puts a leaf below the node for each child.
    fn attach(&mut self, at: usize, mut split: TreeSplit, routed: &[Vec<Member>]) {
        for (child, members) in split.children.iter_mut().zip(routed) {
            child.node = self.nodes.len();
            self.nodes.push(Node::leaf(self.samples.counts(members), &self.nodes[at].shares));
        }
        self.nodes[at].split = Some(split);
    }

    /// Pre-pruning (4.3.1): whether the split, just made, lets the tree as it is so far answer
    /// more validation samples right than a leaf does. If not, it is undone.
    fn is_worth_it(&mut self, at: usize, held: &[usize], path: &TreePath) -> bool {
        let with_split = self.held.n_right(&self.nodes, held);
        let split = self.nodes[at].split.take().expect("made just now");
        let with_leaf = self.held.n_right(&self.nodes, held);
        let (pruned, n_right_split) = (with_split <= with_leaf, self.n_right - with_leaf + with_split);
        self.decisions.push(Decision {
            node: path.clone(),
            feature: self.samples.features[split.feature].name.clone(),
            threshold: split.threshold,
            n_right_leaf: self.n_right,
            n_right_split,
            n_here: held.len(),
            pruned,
        });
        if pruned {
            self.nodes.truncate(split.children[0].node);
        } else {
            self.n_right = n_right_split;
            self.nodes[at].split = Some(split);
        }
        !pruned
    }
}
