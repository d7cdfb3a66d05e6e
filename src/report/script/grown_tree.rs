//! How a decision tree was grown.

use crate::data::{Column, Dataset, Values, names};
use crate::model::Tree;
use crate::model::tree::{Criterion, MOST_DEPTH, Prune, TreeOptions};
use crate::rng::Seed;
use crate::task::classifiers::Validation;
use crate::task::classify::{Classification, labels_of};

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
    /// Of each fold in turn, the samples that its tree is pruned on; empty where they are the same ones in
    /// every fold, or none.
    pub asides: Vec<Vec<usize>>,
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
            asides: asides(result, data),
            is_like_sklearn: prune == Prune::None
                && criterion != Criterion::GainRatio
                && !has_ties
                && data.features.iter().all(is_told_apart_in_single_precision),
        }
    }
}

/// A share of the samples that a fold learns from is drawn anew in each.
fn asides(result: &Classification, data: &Dataset) -> Vec<Vec<usize>> {
    let own = &result.options.own.tree;
    if !matches!(own.validation, Some(Validation::Share(_))) {
        return Vec::new();
    }
    let (options, Ok(labels)) = (&result.options, labels_of(data)) else { return Vec::new() };
    let Ok(Some((_, divisions))) = options.cv.stratified(&labels.codes, Seed(options.seed)) else { return Vec::new() };
    let splits = divisions.iter().flat_map(|folds| (0..folds.len()).map(|fold| folds.split(fold)));
    let aside = |train: &[usize]| {
        let (known, present) = labels.among(train);
        let held = (present.len() > 1).then(|| own.set_aside(&data.take(train), &known, options.seed))?.ok()?;
        Some(held.into_iter().map(|sample| train[sample]).collect())
    };
    splits.filter_map(|split| aside(&split.train)).collect()
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
