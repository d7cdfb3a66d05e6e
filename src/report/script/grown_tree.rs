//! How a decision tree was grown.

use crate::data::{Column, Dataset, Values, names};
use crate::model::Tree;
use crate::model::tree::{Criterion, MOST_DEPTH, Prune, TreeOptions};
use crate::task::classify::Classification;

/// How a decision tree was grown.
pub(super) struct GrownTree {
    pub criterion: Criterion,
    pub prune: Prune,
    pub max_depth: usize,
    pub min_samples: usize,
    /// The feature that goes first where splits are as good.
    pub preferred: Option<String>,
    /// The samples that it is pruned on, from 0.
    pub held: Vec<usize>,
    /// Whether scikit-learn must grow the same.
    pub is_like_sklearn: bool,
}

impl GrownTree {
    pub fn new(fitted: &Tree, result: &Classification, data: &Dataset, english: bool) -> GrownTree {
        let own = &result.options.own.tree;
        let criterion = own.criterion.unwrap_or_default();
        let prune = own.prune.unwrap_or_default();
        let pruned_on = result.tree.iter().filter_map(|tree| tree.pruning.as_ref()).flat_map(|pruning| &pruning.rows);
        let has_ties = fitted.nodes.iter().filter_map(|node| node.split.as_ref()).any(|split| !split.ties.is_empty());
        GrownTree {
            criterion,
            prune,
            max_depth: own.max_depth.unwrap_or(MOST_DEPTH),
            min_samples: own.min_samples.unwrap_or(TreeOptions::default().min_samples),
            preferred: own.prefer.map(|at| names::display_name(&data.features[at].name, english)),
            held: pruned_on.filter_map(|row| data.rows.iter().position(|own| own == row)).collect(),
            is_like_sklearn: prune == Prune::None
                && criterion != Criterion::GainRatio
                && !has_ties
                && data.features.iter().all(is_told_apart_in_single_precision),
        }
    }
}

/// Whether a column has numbers only, none missing, and scikit-learn tells all of them apart: it
/// keeps them in single precision, and takes those that are closer than 1e-7 for equal.
fn is_told_apart_in_single_precision(column: &Column) -> bool {
    let Values::Numbers(cells) = &column.values else { return false };
    let mut sorted = cells.clone();
    sorted.sort_by(f64::total_cmp);
    let apart = |pair: &[f64]| pair[0] == pair[1] || pair[1] as f32 - pair[0] as f32 > 1e-6;
    cells.iter().all(|cell| cell.is_finite()) && sorted.windows(2).all(apart)
}
