//! How a tree is grown.

use serde::{Deserialize, Serialize};
use std::fmt;

/// No tree is deeper: nobody reads one, and a chain of single samples would not end.
pub const MOST_DEPTH: usize = 64;

/// What the best split is: Zhou, 机器学习 (2016), 4.2.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Criterion {
    /// The most information gain (ID3).
    #[default]
    Gain,
    /// Of the splits whose gain is not below the mean, the largest gain ratio (C4.5).
    GainRatio,
    /// The smallest Gini index (CART).
    Gini,
}

/// When a branch is given up: Zhou, 机器学习 (2016), 4.3.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Prune {
    /// No branch is given up: the tree stays as it has grown.
    #[default]
    None,
    /// Before it grows, if the split makes no more validation samples right.
    Pre,
    /// When all has grown, if a leaf in its place makes more validation samples right.
    Post,
}

/// How a tree is grown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TreeOptions {
    /// What the best split is.
    pub criterion: Criterion,
    /// When a branch is given up.
    pub prune: Prune,
    /// Splits from the root to a leaf, at most; never more than [`MOST_DEPTH`].
    pub max_depth: Option<usize>,
    /// A node with fewer samples is not split.
    pub min_samples: usize,
    /// The feature (from 0) that goes before the others where splits are equally good; else
    /// the first in the table does.
    pub prefer: Option<usize>,
}

impl Default for TreeOptions {
    fn default() -> Self {
        let (criterion, prune) = Default::default();
        TreeOptions { criterion, prune, max_depth: None, min_samples: 2, prefer: None }
    }
}

impl fmt::Display for Criterion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Criterion::Gain => "gain",
            Criterion::GainRatio => "gain-ratio",
            Criterion::Gini => "gini",
        })
    }
}

impl fmt::Display for Prune {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Prune::None => "none",
            Prune::Pre => "pre",
            Prune::Post => "post",
        })
    }
}
