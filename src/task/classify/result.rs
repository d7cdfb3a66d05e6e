//! What `melon classify` found out: the shape of its JSON.

use super::freedom::L2Path;
use super::tree::TreeReport;
use super::{ClassifyOptions, Separator};
use crate::eval::classification::ClassificationMetrics;
pub use crate::model::Factor;

use crate::engine::separation;
use crate::model::{Explanation, Model, NaiveBayes};
use crate::task::Finding;
use crate::task::classifiers::ModelName;
use crate::task::in_passes::PassesMade;
use crate::task::summary::{Contribution, CrossValidation, DataSummary};
use serde::Serialize;
use std::collections::BTreeMap;

/// What `melon classify` found out.
#[derive(Debug, Clone, Serialize)]
pub struct Classification {
    /// The classifier that was fitted.
    pub model: ModelName,
    /// The engine that fitted it; `native` for those that only count.
    pub engine: &'static str,
    /// What it was fitted on.
    pub data: DataSummary,
    /// The options, with what the table and the classifier decide filled in.
    pub options: ClassifyOptions,
    /// One a term (and a class, when there are more than two); only a logistic regression has any.
    pub coefficients: Vec<Coefficient>,
    /// The levels that the others are measured against, as `column=level`: drop-first
    /// coding has one a categorical column, full one-hot coding none.
    pub reference: Vec<String>,
    /// How well the model fits the training table.
    pub fit: LogisticSummary,
    /// On the samples it was fitted on.
    pub train: ClassificationMetrics,
    /// On samples that each fit had not seen.
    pub cross_validation: Option<CrossValidation<ClassificationMetrics>>,
    /// Always answering the most frequent class.
    pub baseline: MajorityBaseline,
    /// Answers for the melons that were asked about.
    pub predictions: Vec<ClassPrediction>,
    /// Of all combinations of the features' values, the likeliest to be of the positive
    /// class, best first; empty where a feature is numeric, where there are more than two
    /// classes, or more than [`MOST_COMBINATIONS`](super::MOST_COMBINATIONS) combinations.
    pub likeliest: Vec<Combination>,
    /// How many combinations there are; 0 where `likeliest` is empty.
    pub n_combinations: usize,
    /// What is worth saying about all this.
    pub findings: Vec<Finding>,
    /// The same model with more and with less freedom, where that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub l2_path: Option<L2Path>,
    /// Every `P(y)` and `P(x_i | y)`; naive Bayes only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub naive_bayes: Option<NaiveBayes>,
    /// How the tree grew; a decision tree only.
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    pub tree: Option<TreeReport>,
    /// How it came about, if the table was read in passes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub in_passes: Option<PassesMade>,
    /// Where each sample lies under the model, to be drawn; two classes and at most
    /// [`MOST_PLACED`](super::MOST_PLACED) samples only.
    #[serde(skip)]
    pub samples: Vec<PlacedSample>,
    /// The model itself, to be saved.
    #[serde(skip)]
    pub fitted: Model,
}

/// One combination of the features' values.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Combination {
    /// Column to value, in the data's own words.
    pub input: BTreeMap<String, String>,
    /// `P(positive class)` for these values.
    pub probability: f64,
    /// How many samples of the table look exactly so.
    pub seen: usize,
}

/// One sample on the log-odds axis.
#[derive(Debug, Clone, PartialEq)]
pub struct PlacedSample {
    /// Its row in the table, from 1.
    pub row: usize,
    /// The logit of the positive class.
    pub log_odds: f64,
    /// Whether it truly is of the positive class.
    pub positive: bool,
}

/// A term's coefficient in a logistic regression, as far as it can be estimated.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Coefficient {
    /// The class it belongs to, when there are more than two.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub class: Option<String>,
    /// `(Intercept)`, a numeric column's name, or `column=level`.
    pub term: String,
    /// On the scale of the log-odds. `None` where it does not exist: the classes are
    /// separated and there is no penalty, or the term is a combination of those before it.
    pub estimate: Option<f64>,
    /// Of the estimate; `None` where not defined (a penalty, separation).
    pub std_error: Option<f64>,
    /// Wald's statistic: `estimate / std_error`.
    pub z: Option<f64>,
    /// Two-sided, from the normal distribution.
    pub p_value: Option<f64>,
    /// 95 % interval of the estimate (Wald), on the scale of the log-odds.
    pub interval: Option<[f64; 2]>,
    /// `e^estimate`; `None` for the intercept, and for the symmetric scores of more than two
    /// classes under a penalty, which are odds against nothing in particular.
    pub odds_ratio: Option<f64>,
    /// The same for a step that fits the column, where 1 does not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub odds_step: Option<OddsStep>,
}

/// What a step of a numeric column does to the odds.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct OddsStep {
    /// The power of ten at or below the column's standard deviation.
    pub size: f64,
    /// By what the odds are multiplied: `e^(estimate * size)`.
    pub ratio: f64,
}

/// How well a classifier fits the table it was fitted on.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LogisticSummary {
    /// `sum_i ln P(y_i | x_i)`, in nats; minus infinity (`null` in JSON) where a sample's own
    /// class got probability 0, as it may from its neighbours.
    pub log_likelihood: f64,
    /// `-2 ln L` of the model with an intercept alone.
    pub null_deviance: f64,
    /// `-2 ln L` of the fitted model.
    pub residual_deviance: f64,
    /// `residual_deviance + 2 * parameters`; `None` with a penalty or under separation.
    pub aic: Option<f64>,
    /// Degrees of freedom of the null and the residual deviance; with a penalty the second
    /// is nominal: it counts every parameter as free.
    pub df: [usize; 2],
    /// Iterations of the fit, where the engine tells.
    pub iterations: Option<usize>,
    /// Whether it reached its tolerance.
    pub converged: bool,
    /// Whether the classes are separated; looked for where there is no penalty.
    pub separation: separation::SeparationKind,
    /// What separates the classes, where they are separated: each of these on its own.
    pub separators: Vec<Separator>,
}

impl LogisticSummary {
    /// Whether the classes are separated, so that there is no maximum-likelihood estimate.
    pub fn is_separated(&self) -> bool {
        self.separation != separation::SeparationKind::None
    }
}

/// Always answering the most frequent class.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MajorityBaseline {
    /// The first one in class order on a tie.
    pub class: String,
    /// Its share of the samples: how often the guess is right.
    pub accuracy: f64,
    /// Log-loss of the classes' shares as probabilities, in nats: of those that each fold learned
    /// from, where there are folds, which have not seen the hidden samples either.
    pub log_loss: f64,
    /// Tests of a class that none of the samples learned from had: its share is 0 there, which the log-loss
    /// clips, and no model could know better. `None` where they were not counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub n_certainly_wrong: Option<usize>,
}

/// The answer for one melon.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ClassPrediction {
    /// The features as given, in the data's own words.
    pub input: BTreeMap<String, String>,
    /// Class name to probability; they sum to 1.
    pub probabilities: BTreeMap<String, f64>,
    /// The class predicted at the threshold.
    pub predicted: String,
    /// Each feature's share of the log-odds, the intercept first; of two classes they sum to
    /// the log-odds, of more, for each class, to its score. Empty under separation, and where the
    /// answer is no such sum.
    pub contributions: Vec<Contribution>,
    /// Why, of a model whose answer is no sum of shares.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub explanation: Option<Explanation>,
    /// What a generative model knows beside the class; naive Bayes only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub generative: Option<JointProbability>,
}

/// What a generative model knows of one melon beside its class.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct JointProbability {
    /// `ln P(x)` over the features given, in nats: how usual it is. With numeric features it
    /// is a density, and depends on their units.
    pub log_evidence_nats: f64,
    /// How many of the samples learned from have a lower one, seen through the same features.
    pub n_less_usual: usize,
    /// How many samples there are.
    pub n_samples: usize,
    /// The features that were not given: the model summed over what they might be.
    pub summed_over: Vec<String>,
    /// `P(y)`, then each `P(x_i | y)`; their product is `P(x, y)`.
    pub factors: Vec<Factor>,
}
