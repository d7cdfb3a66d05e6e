//! What is worth saying about a result: facts with their numbers. `report` words them.

use crate::engine::separation;
use serde::Serialize;

/// From this difference on, training accuracy is said to flatter the model.
pub const NOTABLE_GAP: f64 = 0.1;
/// A majority of this share makes accuracy a poor measure.
pub const IMBALANCE: f64 = 0.8;
/// Samples of the rarest class that each parameter wants (Peduzzi and others, 1996).
pub const SAMPLES_PER_PARAMETER: usize = 10;
/// A p-value of the F test above this leaves the mean unbeaten.
pub const SIGNIFICANCE: f64 = 0.05;
/// From this condition number of the standardised columns on, some of them nearly repeat
/// each other (Belsley, Kuh and Welsch, 1980).
pub const ILL_CONDITIONED: f64 = 30.0;
/// Standard deviations of numeric columns this far apart decide a clustering by themselves.
pub const MIXED_SCALES: f64 = 10.0;
/// A mean silhouette below this shows no structure to speak of (Kaufman and Rousseeuw, 1990).
pub const WEAK_SILHOUETTE: f64 = 0.25;

/// One thing worth saying about a result.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Finding {
    /// The model is much better on what it has seen than on what it has not.
    TrainingFlatters {
        /// Accuracy on the training samples.
        train: f64,
        /// Accuracy held out.
        held_out: f64,
    },
    /// Held out by leave-one-out, the model ranks worse than chance: hiding a sample makes
    /// its class rarer among the rest, which tilts a weak model against it.
    LeaveOneOutTilts {
        /// ROC-AUC held out.
        roc_auc: f64,
    },
    /// Held out, the model is right no more often than the majority class would be.
    NotAboveBaseline {
        /// Accuracy held out.
        held_out: f64,
        /// Its 95 % interval.
        interval: [f64; 2],
        /// Accuracy of the baseline.
        baseline: f64,
    },
    /// Held out, the model is above the baseline, but the baseline lies in its interval.
    NotSurelyAboveBaseline {
        /// Accuracy held out.
        held_out: f64,
        /// Its 95 % interval.
        interval: [f64; 2],
        /// Accuracy of the baseline.
        baseline: f64,
    },
    /// A regression that explains nothing: the F test does not reject the mean alone, and
    /// held out the mean is as good.
    NothingToLearn {
        /// p-value of the F test.
        f_p_value: f64,
        /// Root mean squared error held out, if tested.
        held_out_rmse: Option<f64>,
        /// That of the mean.
        baseline_rmse: f64,
    },
    /// The target of a regression is the same in every row.
    ConstantTarget {
        /// The target.
        target: String,
    },
    /// A regression that leaves no residual: there is nothing to estimate its error from.
    ExactFit {
        /// Degrees of freedom of the residuals; 0 with as many parameters as samples.
        df: usize,
    },
    /// Held out, the mean predicts no worse than the model.
    NotBetterThanMean {
        /// Root mean squared error held out.
        held_out_rmse: f64,
        /// That of the mean.
        baseline_rmse: f64,
    },
    /// The classes are separated: without a penalty there is no estimate.
    Separation {
        /// How far.
        separation: separation::Kind,
        /// Whether this is proved, and not only judged by the fit.
        exact: bool,
    },
    /// Terms that are linear combinations of others, or constant: they have no estimate of
    /// their own.
    RankDeficient {
        /// Which.
        terms: Vec<String>,
        /// Those of them that are constant.
        constant: Vec<String>,
    },
    /// Missing cells were filled with the mean or the most frequent value.
    Imputed {
        /// The columns that lacked some.
        columns: Vec<String>,
    },
    /// Missing cells were left out of the counts (naive Bayes).
    LeftOutOfCounts {
        /// The columns that lacked some.
        columns: Vec<String>,
    },
    /// Samples with missing cells went down every branch, in part (decision tree).
    AllBranches {
        /// The columns that lacked some.
        columns: Vec<String>,
    },
    /// Columns nearly repeat each other, so that their coefficients cannot be told apart.
    IllConditioned {
        /// The condition number.
        condition: f64,
        /// The terms whose standard errors suffer most.
        terms: Vec<String>,
    },
    /// A melon that was asked about has a number far from all that was learned from.
    FarOutside {
        /// The feature.
        column: String,
        /// Its value, as given.
        value: String,
        /// The least and the greatest value learned from.
        learned: [f64; 2],
    },
    /// There are few samples for so many parameters.
    FewSamples {
        /// Samples of the rarest class, or all of them for a regression.
        n_samples: usize,
        /// Parameters of the model.
        n_parameters: usize,
    },
    /// One class is so frequent that always naming it looks good.
    ClassImbalance {
        /// The most frequent class.
        class: String,
        /// Its share.
        share: f64,
    },
    /// The fit stopped before it reached its tolerance.
    NotConverged {
        /// Iterations, where the engine tells.
        iterations: Option<usize>,
    },
    /// Some fits of the cross-validation did.
    FoldsNotConverged {
        /// How many.
        n_folds: usize,
    },
    /// In some folds a class had no sample left to learn from; there it got probability 0.
    FoldsLackClass {
        /// How many.
        n_folds: usize,
        /// The classes.
        classes: Vec<String>,
    },
    /// Numeric features whose spread was borrowed from all classes, for want of different
    /// values within one (naive Bayes).
    BorrowedSpread {
        /// The features.
        columns: Vec<String>,
    },
    /// Categories were turned into indicators, and distances between them are all alike.
    CategoricalDistances {
        /// The columns.
        columns: Vec<String>,
    },
    /// Two numeric columns differ so much in spread that the wider one decides.
    MixedScales {
        /// The column with the largest standard deviation.
        wide: String,
        /// That deviation.
        wide_std: f64,
        /// The column with the smallest.
        narrow: String,
        /// That deviation.
        narrow_std: f64,
    },
    /// The clusters hardly stand out.
    WeakStructure {
        /// Mean silhouette.
        silhouette: f64,
    },
    /// The silhouette was measured on a random part of the samples.
    SilhouetteSampled {
        /// How many.
        n_used: usize,
    },
}
