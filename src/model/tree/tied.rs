//! All trees that are exactly as good, in figures.
//!
//! Where splits are exactly as good, each of them grows a tree of its own, and every such node multiplies
//! their number: nobody grows them all. But below a split the branches know nothing of each other, so
//! the figures of all trees below a node follow from those below its children:
//!
//! ```text
//! leaves = sum over the children,  depth = 1 + the largest,  trees = the product
//! ```
//!
//! for each split that is exactly as good, and each combination of the children's figures.

use super::candidates::{CandidateSplit, offer};
use super::choose::{as_split, equally_best};
use super::node::{Node, Tree, TreeSplit, may_split};
use super::options::{Prune, TreeOptions};
use super::prune::Held;
use super::samples::{Member, TreeSamples};
use crate::data::{Column, Labels};
use crate::model::ModelError;
use serde::Serialize;
use std::collections::BTreeMap;

/// Cells that are looked at and figures that are combined, at most: about a second.
const MOST_CELLS: usize = 20_000_000;
/// Sets of figures that are kept of a node, at most.
const MOST_FIGURES: usize = 2_000;

/// Figures of all trees that are exactly as good: at each node one of the splits that are exactly as good
/// is made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EquallyGood {
    /// How many different trees there are; `u64::MAX` stands for more than that.
    pub n_trees: u64,
    /// How many leaves they have, ascending.
    pub n_leaves: Vec<usize>,
    /// How deep they are, ascending.
    pub depth: Vec<usize>,
    /// How many of the validation samples they answer right, ascending; empty without any.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub n_right: Vec<usize>,
}

/// Leaves, depth, and validation samples that are answered right.
type Figures = (usize, usize, usize);
/// How many trees have these figures.
type Counted = BTreeMap<Figures, u64>;

struct Search<'a> {
    samples: &'a TreeSamples,
    options: &'a TreeOptions,
    held: Held<'a>,
    cells_left: usize,
}

/// What came to a node.
struct Here {
    members: Vec<Member>,
    /// Validation samples, by index.
    held: Vec<usize>,
    node: Node,
}

impl Tree {
    /// Figures of all trees that are exactly as good as the one that [`Tree::grow`] grows; where a feature is
    /// preferred, of those that keep to it. `None` where there are too many to look at, or where missing
    /// values send a validation sample down several branches, so that these are not independent.
    ///
    /// # Errors
    /// As [`Tree::grow`].
    pub fn equally_good(
        columns: &[Column],
        labels: &Labels,
        options: &TreeOptions,
        validation: &[usize],
    ) -> Result<Option<EquallyGood>, ModelError> {
        let samples = TreeSamples::new(columns, labels)?;
        let has_gaps = |column: &Column| (0..column.len()).any(|row| column.is_missing(row));
        if !validation.is_empty() && columns.iter().any(has_gaps) {
            return Ok(None);
        }
        let members = samples.members(validation);
        let node = Node::leaf(samples.counts(&members), &[]);
        let mut search = Search { samples: &samples, options, held: Held::new(&samples), cells_left: MOST_CELLS };
        let all = search.below(Here { members, held: validation.to_vec(), node }, &mut vec![true; columns.len()], 0);
        Ok(all.map(|all| EquallyGood::of(&all, !validation.is_empty())))
    }
}

impl EquallyGood {
    fn of(all: &Counted, is_validated: bool) -> EquallyGood {
        let ascending = |of: fn(&Figures) -> usize| {
            let mut values: Vec<usize> = all.keys().map(of).collect();
            values.sort_unstable();
            values.dedup();
            values
        };
        EquallyGood {
            n_trees: all.values().fold(0, |sum, &n| n.saturating_add(sum)),
            n_leaves: ascending(|figures| figures.0),
            depth: ascending(|figures| figures.1),
            n_right: if is_validated { ascending(|figures| figures.2) } else { Vec::new() },
        }
    }
}

impl Search<'_> {
    /// All trees below a node; `None` where there are too many.
    fn below(&mut self, here: Here, unused: &mut [bool], depth: usize) -> Option<Counted> {
        let leaf = (1, 0, self.n_right_of_leaf(&here));
        let mut all = Counted::new();
        for split in self.splits(&here, unused, depth)? {
            let children = self.children(&here, &split);
            let n_right = children.iter().map(|child| self.n_right_of_leaf(child)).sum::<usize>();
            if self.options.prune == Prune::Pre && n_right <= leaf.2 {
                all.insert(leaf, 1);
                continue;
            }
            let was = std::mem::replace(&mut unused[split.feature], split.threshold.is_some());
            let mut combined = Counted::from([((0, 0, 0), 1)]);
            for child in children {
                let below = self.below(child, unused, depth + 1)?;
                self.cells_left = self.cells_left.checked_sub(combined.len() * below.len())?;
                combined = product(&combined, &below)?;
            }
            unused[split.feature] = was;
            for ((leaves, depth, right), n) in combined {
                if self.options.prune == Prune::Post && leaf.2 > right {
                    all.insert(leaf, 1);
                } else {
                    let sum = all.entry((leaves, depth + 1, right)).or_default();
                    *sum = sum.saturating_add(n);
                }
            }
        }
        if all.is_empty() {
            all.insert(leaf, 1);
        }
        Some(all)
    }

    /// The splits that can be made here, all exactly as good; none of a leaf.
    fn splits(&mut self, here: &Here, unused: &[bool], depth: usize) -> Option<Vec<TreeSplit>> {
        let n_classes = here.node.counts.iter().filter(|count| **count > 0.0).count();
        if n_classes < 2 || !may_split(self.options, depth, here.members.len()) {
            return Some(Vec::new());
        }
        self.cells_left = self.cells_left.checked_sub(here.members.len() * unused.len())?;
        let (criterion, total) = (self.options.criterion, here.node.n());
        let features = (0..unused.len()).filter(|&feature| unused[feature]);
        let offers: Vec<_> =
            features.map(|feature| offer(self.samples, &here.members, feature, total, criterion)).collect();
        let best = equally_best(&offers, criterion);
        let is_preferred = |split: &&&CandidateSplit| self.options.prefer == Some(split.feature);
        let preferred: Vec<&CandidateSplit> = best.iter().filter(is_preferred).copied().collect();
        let splits = if preferred.is_empty() { best } else { preferred };
        Some(splits.into_iter().map(|split| as_split(split, Vec::new(), criterion)).collect())
    }

    fn children(&self, here: &Here, split: &TreeSplit) -> Vec<Here> {
        let routed = self.samples.routed(&here.members, split).into_iter().zip(self.held.routed(split, &here.held));
        let child = |(members, held): (Vec<Member>, Vec<usize>)| {
            let node = Node::leaf(self.samples.counts(&members), &here.node.shares);
            Here { members, held, node }
        };
        routed.map(child).collect()
    }

    /// Validation samples that are right where the node is a leaf.
    fn n_right_of_leaf(&self, here: &Here) -> usize {
        let answer = here.node.majority();
        here.held.iter().filter(|&&sample| self.samples.codes[sample] == answer).count()
    }
}

/// Both side by side below one node.
fn product(a: &Counted, b: &Counted) -> Option<Counted> {
    let mut all = Counted::new();
    for (&(leaves, depth, right), n) in a {
        for (&(more_leaves, other_depth, more_right), m) in b {
            let sum: &mut u64 =
                all.entry((leaves + more_leaves, depth.max(other_depth), right + more_right)).or_default();
            *sum = sum.saturating_add(n.saturating_mul(*m));
        }
    }
    (all.len() <= MOST_FIGURES).then_some(all)
}
