//! What a command shows and its script does not compute.

use crate::data::Dataset;
use crate::model::Model;
use crate::task::Finding;
use crate::task::classify::Classification;
use crate::task::cluster::Clustering;
use crate::task::regress::Regression;

/// What a command shows and its script does not compute.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NotComputed {
    /// Standard errors of an exact fit, which are rounding.
    Rounding,
    /// The area under the ROC curve where rounding decides which samples tie.
    RocAuc,
    /// Why an answer is as it is: neighbours, ways down a tree.
    Reasons,
    /// How usual what was asked about is.
    HowUsual,
    /// The same model with other penalties.
    Path,
    /// Exact tests of few samples.
    ExactTests,
    /// Divisions into folds, beside leave-one-out.
    FoldsBeside,
    /// Other trees that are as good.
    OtherTrees,
    /// The silhouette of some of the samples.
    Silhouette,
    /// Other numbers of clusters.
    Range,
    /// Clusters beside a known column.
    Agreement,
    /// The steps of k-means.
    Steps,
}

/// Whether equal probabilities come out of sums in several orders: whether they tie depends on the last digit.
pub(super) fn has_rounded_ties(result: &Classification, data: &Dataset) -> bool {
    let has_gaps = || data.features.iter().any(|column| (0..column.len()).any(|row| column.is_missing(row)));
    match &result.fitted {
        Model::NaiveBayes(_) => true,
        Model::Tree(_) => has_gaps(),
        _ => false,
    }
}

/// Of a classification, whose script has the path over the penalty or has it not.
pub(super) fn of_classification(result: &Classification, data: &Dataset, has_path: bool) -> Vec<NotComputed> {
    let is_asked = !result.predictions.is_empty();
    let is_found = |is_it: fn(&Finding) -> bool| result.findings.iter().any(is_it);
    let is_exact =
        |one: &Finding| matches!(one, Finding::AboveByChance { .. } | Finding::BesideShares { exact_p: Some(_), .. });
    let is_beside = |one: &Finding| matches!(one, Finding::LeaveOneOutBesideFolds { .. });
    let has_others = result.tree.as_ref().is_some_and(|tree| tree.others.is_some());
    shown([
        (has_rounded_ties(result, data), NotComputed::RocAuc),
        (is_asked && matches!(result.fitted, Model::Knn(_) | Model::Tree(_)), NotComputed::Reasons),
        (is_asked && matches!(result.fitted, Model::NaiveBayes(_)), NotComputed::HowUsual),
        (result.l2_path.is_some() && !has_path, NotComputed::Path),
        (is_found(is_exact), NotComputed::ExactTests),
        (is_found(is_beside), NotComputed::FoldsBeside),
        (has_others, NotComputed::OtherTrees),
    ])
}

/// Of a regression, whose script has tests or has them not.
pub(super) fn of_regression(result: &Regression, has_tests: bool) -> Vec<NotComputed> {
    let has_errors = result.coefficients.iter().any(|one| one.std_error.is_some());
    shown([(has_errors && !has_tests, NotComputed::Rounding)])
}

/// Of a clustering.
pub(super) fn of_clustering(result: &Clustering) -> Vec<NotComputed> {
    shown([
        (result.silhouette.is_some() && is_sampled(result), NotComputed::Silhouette),
        (!result.range.is_empty(), NotComputed::Range),
        (result.against.is_some(), NotComputed::Agreement),
        (!result.trace.is_empty(), NotComputed::Steps),
    ])
}

/// Whether the silhouette is that of some samples only.
pub(super) fn is_sampled(result: &Clustering) -> bool {
    result.findings.iter().any(|one| matches!(one, Finding::SilhouetteSampled { .. }))
}

fn shown<const N: usize>(all: [(bool, NotComputed); N]) -> Vec<NotComputed> {
    all.into_iter().filter_map(|(is_shown, what)| is_shown.then_some(what)).collect()
}
