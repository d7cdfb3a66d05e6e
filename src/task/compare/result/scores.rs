//! Figures on held-out samples.

use super::ModelName;
use crate::eval::classification::ClassificationMetrics;
use crate::task::Scheme;
use crate::task::classify::MajorityBaseline;
use serde::Serialize;

/// Figures on held-out samples, with their 95 % intervals.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ComparedScores {
    /// Of the pooled answers.
    #[serde(flatten)]
    pub metrics: ClassificationMetrics,
    /// Of the log-loss (Student's, of the mean).
    pub log_loss_interval: Option<[f64; 2]>,
    /// Of the Brier score, likewise.
    pub brier_interval: Option<[f64; 2]>,
    /// Of a language model, the log-loss of its raw probabilities, in nats: not renormalised,
    /// so that what it gives to other tokens counts as lost.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub raw_log_loss: Option<f64>,
}

/// How samples were held out.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FoldsSummary {
    /// Which division into folds, and how often it was drawn.
    pub scheme: Scheme,
    /// Folds in all, over every division.
    pub n_folds: usize,
    /// Folds whose logistic fit did not converge.
    pub n_unconverged: usize,
    /// Folds in which a class had no sample to learn from.
    pub n_lacking: usize,
}

/// Answering without looking: the majority class, with the classes' shares as probabilities.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Baseline {
    /// The majority class, its accuracy, and the log-loss of the shares.
    #[serde(flatten)]
    pub majority: MajorityBaseline,
    /// Of the classes' shares among the samples that each fold learned from.
    pub brier: f64,
}

/// Two models on the same held-out samples.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Difference {
    /// The model whose log-loss is the first term.
    pub a: ModelName,
    /// The model whose log-loss is taken off it; `None` is the baseline.
    pub b: Option<ModelName>,
    /// Mean of (log-loss of `a` less that of `b`), sample by sample, in nats.
    pub log_loss: f64,
    /// Its interval (paired, Student's); all of them together hold in 95 % of cases.
    pub interval: [f64; 2],
    /// Whether it is certain which is the smaller: 0 lies outside, of few samples an exact test says
    /// so, too, and it does not rest on the clip.
    pub is_clear: bool,
    /// Whether one of both gave a true class no chance: its log-loss is infinite, and what is counted
    /// depends on where it is clipped.
    pub rests_on_clip: bool,
}
