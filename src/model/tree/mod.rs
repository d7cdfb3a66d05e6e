//! A decision tree: questions about one feature at a time, a class at each end. Zhou, 机器学习
//! (2016), chapter 4.
//!
//! Grown from the root ([`Tree::grow`]): at each node the split that leaves the classes least
//! mixed ([`impurity`]). A category has a child for every value that its column has in the
//! data; one that no sample of the node has is answered as its parent. A number is split
//! halfway between two neighbouring values. A category is asked for once on a way, a number as
//! often as it helps. Where two splits are exactly as good, decided by the counts, the feature
//! that is preferred is taken, or else the first in the table, and the tie is kept to be named.
//!
//! **Missing values** (4.4.2): a split is judged by the samples whose value is known; the
//! others go down every branch, each with the share of it that the branch has. A new sample
//! does the same, and gets the mean of what the leaves say.
//!
//! **Pruning** (4.3) needs samples that the tree did not grow on. They are taken from those
//! that are learned from, never from those that test.

mod candidates;
mod choose;
mod exact;
mod grow;
pub mod impurity;
mod node;
mod options;
mod path;
mod predict;
mod prune;
mod record;
mod samples;
mod tied;
mod view;

pub use grow::{Grown, Instead};
pub use impurity::{Division, entropy, gini};
pub use node::{Child, Node, TIE, Tie, Tree, TreeFeature, TreeSplit, majority};
pub use options::{Criterion, MOST_DEPTH, Prune, TreeOptions};
pub use path::{Branch, PathStep, TreePath};
pub use record::{Decision, Examined, Pruning, Tried};
pub use tied::EquallyGood;
pub use view::{ChildView, NodeView, SplitAnswer, TreeRule, TreeView, Weight};

#[cfg(test)]
mod tests;
