//! What is worth saying about a result: facts with their numbers. `report` words them.

use super::Scheme;
use crate::engine::separation;
use serde::Serialize;

/// From this difference of log-losses on, in nats, training is said to flatter the model: each true
/// class gets a tenth less probability, in the geometric mean.
pub(super) const NOTABLE_GAP: f64 = 0.1;
/// A majority of this share makes accuracy a poor measure.
pub(super) const IMBALANCE: f64 = 0.8;
/// Samples of the rarest class that each parameter wants (Peduzzi and others, 1996).
pub(super) const SAMPLES_PER_PARAMETER: usize = 10;
/// A p-value of the F test above this leaves the mean unbeaten.
pub const SIGNIFICANCE: f64 = 0.05;
/// From this condition number of the standardised columns on, some of them nearly repeat
/// each other (Belsley, Kuh and Welsch, 1980).
pub const ILL_CONDITIONED: f64 = 30.0;
/// Standard deviations of numeric columns this far apart decide a clustering by themselves.
pub(super) const MIXED_SCALES: f64 = 10.0;
/// A mean silhouette below this shows no structure to speak of (Kaufman and Rousseeuw, 1990).
pub(super) const WEAK_SILHOUETTE: f64 = 0.25;

/// One thing worth saying about a result.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Finding {
    /// The model is much better on what it has seen than on what it has not.
    TrainingFlatters {
        /// Log-loss of the training samples, in nats.
        train: f64,
        /// Log-loss of samples that the fits had not seen, in nats.
        held_out: f64,
        /// Whether the model has a penalty that can be tried larger and smaller, to see if it
        /// overfits.
        can_be_tried: bool,
    },
    /// Held out, some answers gave the true class a probability of 0, which log-loss clips.
    CertainlyWrong {
        /// How many, over all divisions.
        n_answers: usize,
        /// All answers, over all divisions.
        n_tests: usize,
        /// The log-loss of each, in nats, after clipping.
        clipped: f64,
        /// Whether it is a logistic regression: then the classes of what it learned from could be
        /// separated, and too little of a penalty held the coefficients.
        separable: bool,
    },
    /// Held out, the model's probabilities beside the classes' shares, which do not look at the
    /// sample.
    BesideShares {
        /// Log-loss of the model, in nats.
        log_loss: f64,
        /// That of the classes' shares among the samples that each fold learned from.
        shares: f64,
        /// How much less the model has; negative if more.
        gain: f64,
        /// Its 95 % interval (paired, Student's, over the samples).
        interval: [f64; 2],
        /// With few samples, the probability of as much by chance (Fisher's randomisation test).
        #[serde(skip_serializing_if = "Option::is_none")]
        exact_p: Option<f64>,
    },
    /// Leave-one-out beside many divisions into folds with their share of every class. Hiding a
    /// sample alone makes its class rarer among the rest, which pushes a model that a penalty keeps
    /// near the classes' shares towards the wrong answer.
    LeaveOneOutBesideFolds {
        /// Share of right answers by leave-one-out.
        accuracy: f64,
        /// Log-loss by leave-one-out, in nats.
        log_loss: f64,
        /// How the other divisions were made.
        scheme: Scheme,
        /// Accuracy in the mean over them.
        folds_accuracy: f64,
        /// Log-loss in the mean over them, in nats.
        folds_log_loss: f64,
        /// The least and the greatest accuracy of one division.
        accuracy_range: [f64; 2],
        /// The least and the greatest log-loss.
        log_loss_range: [f64; 2],
    },
    /// Held out, every answer was the class that is the most frequent among the samples learned from
    /// there, which is not always that of the whole table: so always answering the latter is right
    /// more often.
    FollowsTheShares {
        /// Answers that were not the most frequent class of the whole table.
        n_other: usize,
        /// All answers, over all divisions.
        n_tests: usize,
        /// The class that is answered where two are as frequent; `None` of more than two classes.
        of_even: Option<String>,
        /// The area under the ROC curve, where the probabilities are the classes' shares.
        roc_auc: Option<f64>,
    },
    /// Held out, the model is right no more often than the majority class would be.
    NotAboveBaseline {
        /// Share of right answers, held out.
        held_out: f64,
        /// 95 % interval of that share (Wilson).
        interval: [f64; 2],
        /// How often the majority class is right.
        baseline: f64,
    },
    /// Held out, the model is above the baseline, but the baseline lies in its interval.
    NotSurelyAboveBaseline {
        /// Share of right answers, held out.
        held_out: f64,
        /// 95 % interval of that share (Wilson).
        interval: [f64; 2],
        /// How often the majority class is right.
        baseline: f64,
    },
    /// The baseline lies below the interval, but with so few samples a guess that is right as often
    /// as the baseline does as well by chance (exact, binomial).
    AboveByChance {
        /// Share of right answers, held out.
        held_out: f64,
        /// 95 % interval of that share (Wilson).
        interval: [f64; 2],
        /// How often the majority class is right.
        baseline: f64,
        /// How many samples were held out.
        n_samples: usize,
        /// The probability that the guess is right at least as often.
        p_value: f64,
    },
    /// A regression that explains nothing: the F test does not reject the mean alone, and
    /// held out the mean is as good.
    NothingToLearn {
        /// p-value of the F test.
        f_p_value: f64,
        /// Root mean squared error held out, if tested.
        held_out_rmse: Option<f64>,
        /// Root mean squared error of the mean as the answer.
        baseline_rmse: f64,
    },
    /// The target of a regression is the same in every row.
    ConstantTarget {
        /// The column that does not vary.
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
        /// Root mean squared error of the mean as the answer.
        baseline_rmse: f64,
    },
    /// The classes are separated: without a penalty there is no estimate.
    Separation {
        /// Whether the classes are separated completely or in part.
        separation: separation::SeparationKind,
        /// Whether this is proved, and not only judged by the fit.
        exact: bool,
    },
    /// Terms that are linear combinations of others, or constant: they have no estimate of
    /// their own.
    RankDeficient {
        /// The terms without an estimate.
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
        /// Condition number of the standardised columns; uncorrelated ones have 1.
        condition: f64,
        /// The terms whose standard errors suffer most.
        terms: Vec<String>,
    },
    /// A melon that was asked about has a number far from all that was learned from.
    FarOutside {
        /// The feature that has this value.
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
        /// Its share of the samples.
        share: f64,
    },
    /// The fit stopped before it reached its tolerance.
    NotConverged {
        /// Iterations, where the engine tells.
        iterations: Option<usize>,
    },
    /// Some fits of the cross-validation did.
    FoldsNotConverged {
        /// Folds whose fit did not converge.
        n_folds: usize,
    },
    /// In some folds a class had no sample left to learn from; there it got probability 0.
    FoldsLackClass {
        /// Folds in which a class was lacking.
        n_folds: usize,
        /// The classes that were lacking in some fold.
        classes: Vec<String>,
    },
    /// Numeric features whose spread was borrowed from all classes, for want of different
    /// values within one (naive Bayes).
    BorrowedSpread {
        /// The features that have it so in some class.
        columns: Vec<String>,
    },
    /// Categories were turned into indicators, and distances between them are all alike.
    CategoricalDistances {
        /// The categorical columns.
        columns: Vec<String>,
    },
    /// Two numeric columns differ so much in spread that the wider one decides.
    MixedScales {
        /// The column with the largest standard deviation.
        wide: String,
        /// The largest standard deviation.
        wide_std: f64,
        /// The column with the smallest.
        narrow: String,
        /// The smallest standard deviation.
        narrow_std: f64,
    },
    /// The clusters hardly stand out.
    WeakStructure {
        /// Mean silhouette, from -1 to 1.
        silhouette: f64,
    },
    /// The silhouette was measured on a random part of the samples.
    SilhouetteSampled {
        /// Samples on which it was measured.
        n_used: usize,
    },
}
