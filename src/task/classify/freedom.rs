//! What a path over the penalty found: figures along it, and whether freedom hurts.

use crate::task::Scheme;
use serde::Serialize;

/// A penalty along which the same model is fitted and tested in the same folds.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct L2Path {
    /// How samples were held out.
    pub scheme: Scheme,
    /// The penalty that was asked for.
    pub l2: f64,
    /// From the most freedom to the least.
    pub points: Vec<L2Point>,
    /// The classes' shares as probabilities: a model without features.
    pub baseline_log_loss: f64,
    /// What ten times less penalty changes; `None` if there was none to begin with.
    pub more_freedom: Option<PenaltyChange>,
    /// What ten times more penalty changes; from none, what a penalty of 1 does.
    pub less_freedom: Option<PenaltyChange>,
    /// What both together say.
    pub verdict: Freedom,
}

/// The figures of the fits with one penalty.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct L2Point {
    /// The weight of the penalty; 0 is none.
    pub l2: f64,
    /// Mean log-loss of the samples learned from, in nats.
    pub train_log_loss: f64,
    /// The same of samples that each fit had not seen.
    pub log_loss: f64,
    /// Share of those that it is right about.
    pub accuracy: f64,
    /// In how many of the tests the true class got no chance at all, an infinite log-loss.
    pub n_certainly_wrong: usize,
}

/// From the penalty that was asked for to another.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct PenaltyChange {
    /// The weight of the other penalty.
    pub l2: f64,
    /// How much the held-out log-loss grows, in nats; negative if it shrinks.
    pub change: f64,
    /// Its interval (paired, Student's, over the samples); both steps' hold in 95 % of cases.
    pub interval: [f64; 2],
    /// With few samples, the probability of as large a change by chance (Fisher's randomisation test).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exact_p: Option<f64>,
    /// Whether 0 is ruled out: by the interval, and with few samples by the exact test too.
    pub is_certain: bool,
}

/// Whether the penalty that was asked for leaves the model too much freedom, or too little.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Freedom {
    /// More freedom hurts and less helps, both for certain.
    Overfits,
    /// So it looks, but not both are certain.
    MayOverfit,
    /// More freedom helps and less hurts, both for certain.
    Underfits,
    /// So it looks, but not both are certain.
    MayUnderfit,
    /// Either step makes it worse, both for certain.
    AboutRight,
    /// So it looks, but not both are certain.
    MayBeRight,
    /// Either step makes it better, or the samples say the same of all.
    Unclear,
}
