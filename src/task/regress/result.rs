//! What `melon regress` found out: the shape of its JSON.

use super::RegressOptions;
use crate::eval::regression::RegressionMetrics;
use crate::model::Model;
use crate::task::Finding;
use crate::task::in_passes::PassesMade;
use crate::task::summary::{Contribution, CrossValidation, DataSummary};
use serde::Serialize;
use std::collections::BTreeMap;

/// What `melon regress` found out.
#[derive(Debug, Clone, Serialize)]
pub struct Regression {
    /// What was fitted: `linear`.
    pub model: String,
    /// The engine that fitted it.
    pub engine: String,
    /// What it was fitted on.
    pub data: DataSummary,
    /// The options, with the folds that the table's size decides.
    pub options: RegressOptions,
    /// Each term's coefficient, the intercept first.
    pub coefficients: Vec<LinearCoefficient>,
    /// The levels that the others are measured against, as in a classification.
    pub reference: Vec<String>,
    /// How well the line fits, as R's `summary` has it.
    pub fit: LinearSummary,
    /// On the samples it was fitted on.
    pub train: RegressionMetrics,
    /// On samples that each fit had not seen.
    pub cross_validation: Option<CrossValidation<RegressionMetrics>>,
    /// Always answering the mean (of the training part of each fold, when cross-validated).
    pub baseline: MeanBaseline,
    /// Answers for the melons that were asked about.
    pub predictions: Vec<NumberPrediction>,
    /// What is worth saying about all this.
    pub findings: Vec<Finding>,
    /// How it came about, if the table was read in passes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub in_passes: Option<PassesMade>,
    /// What was predicted for each sample and what was observed, to be drawn; at most
    /// [`MOST_FITTED`](super::MOST_FITTED) samples.
    #[serde(skip)]
    pub samples: Vec<FittedSample>,
    /// The model itself, to be saved.
    #[serde(skip)]
    pub fitted: Model,
}

/// One sample beside its prediction.
#[derive(Debug, Clone, PartialEq)]
pub struct FittedSample {
    /// Its row in the table, from 1.
    pub row: usize,
    /// By the model fitted on all samples.
    pub predicted: f64,
    /// The target in its row.
    pub observed: f64,
}

/// A term's coefficient, and how surely it is what it is.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LinearCoefficient {
    /// `(Intercept)`, a numeric column's name, or `column=level`.
    pub term: String,
    /// In units of the target per unit of the column; `None` if the column is a linear
    /// combination of those before it.
    pub estimate: Option<f64>,
    /// Of the estimate; `None` where not defined.
    pub std_error: Option<f64>,
    /// Student's statistic: `estimate / std_error`.
    pub t: Option<f64>,
    /// Two-sided, from Student's t.
    pub p_value: Option<f64>,
    /// 95 % interval of the estimate, by Student's t.
    pub interval: Option<[f64; 2]>,
}

/// R's summary of a linear model. With a penalty only `r2` and the nominal degrees of
/// freedom are defined.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LinearSummary {
    /// Share of the variance that the fit accounts for; `None` if the target is constant.
    pub r2: Option<f64>,
    /// The same, corrected for the number of terms: `1 - (1 - R²)(n - 1) / df`.
    pub adjusted_r2: Option<f64>,
    /// Root of `SS_residual / df`.
    pub residual_std_error: Option<f64>,
    /// F statistic against the mean alone.
    pub f: Option<f64>,
    /// How likely so large an F is where no term matters.
    pub f_p_value: Option<f64>,
    /// Degrees of freedom: of the model, of the residuals.
    pub df: [usize; 2],
    /// Condition number of the standardised columns, where the engine tells: 1 if they are
    /// uncorrelated, without bound as some come to repeat each other.
    pub condition: Option<f64>,
    /// Whether no residual is left but for rounding: then there is neither t nor F.
    #[serde(skip)]
    pub is_exact: bool,
}

/// Always answering the mean.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MeanBaseline {
    /// Root mean squared error, held out in the same folds where there are any.
    pub rmse: f64,
}

/// The answer for one melon.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NumberPrediction {
    /// The features as given, in the data's own words.
    pub input: BTreeMap<String, String>,
    /// In the target's unit.
    pub predicted: f64,
    /// Each feature's share, the intercept first; they sum to the prediction.
    pub contributions: Vec<Contribution>,
}
