//! What the generative models make.

use super::ModelName;
use serde::Serialize;
use std::collections::BTreeMap;

/// What the generative models make.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NewMelons {
    /// Melons that each model made.
    pub n_samples: usize,
    /// How far two random halves of the real table lie apart: what chance alone does.
    pub halves: Distances,
    /// Mean `ln P(x, y)` of the table's own melons under the models that learned from them,
    /// in nats. Numbers are taken as the median of their third throughout.
    pub table_log_probs: LogProbs,
    /// The same of melons held out of each fold; `None` if nothing was held out.
    pub held_out_log_probs: Option<LogProbs>,
    /// One a generative model.
    pub makers: Vec<Maker>,
}

/// Mean `ln P(x, y)` under each generative model, in nats a melon.
pub type LogProbs = BTreeMap<ModelName, f64>;

/// What the melons of one model are like.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Maker {
    /// The model that made them.
    pub model: ModelName,
    /// Share that are melons at all: each feature once, and a class.
    pub valid: f64,
    /// Share of those that are not in the table (numbers taken by their thirds).
    pub new: f64,
    /// Share of those whose class the logistic regression would have answered; `None` where
    /// it is not among the models.
    pub logistic_agrees: Option<f64>,
    /// How far they lie from the table.
    pub distances: Distances,
    /// How likely the models find them.
    pub log_probs: LogProbs,
}

/// Total variation, `1/2 sum |p - q|`, from 0 (the same) to 1 (nothing in common).
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Distances {
    /// Mean over all columns, the class included.
    pub marginals: f64,
    /// Mean over all pairs of columns.
    pub pairs: f64,
    /// The pair that is farthest off.
    pub worst_pair: Option<[String; 2]>,
    /// The total variation of that pair.
    pub worst: f64,
}
