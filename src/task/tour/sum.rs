//! `Y = f(x1) + f(x2) + f(x3)`: each feature's share of the log-odds.

use super::{Classroom, TourError};
use crate::task::summary::{Contribution, DataSummary};
use serde::Serialize;
use std::collections::BTreeMap;

/// One melon's log-odds as a sum over its features.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Sum {
    /// What was learned from.
    pub data: DataSummary,
    /// The melon that is asked about: feature to value.
    pub input: BTreeMap<String, String>,
    /// The intercept, then `f(x)` of each feature.
    pub shares: Vec<Contribution>,
    /// The sum of the shares, in nats.
    pub log_odds: f64,
    /// The sigmoid of it: the probability of being ripe.
    pub probability: f64,
    /// Numbers in the model: one a value of a feature, and the intercept.
    pub n_params: usize,
}

pub(super) fn run(room: &Classroom) -> Result<Sum, TourError> {
    let result = room.ten_melons()?;
    let prediction = &result.predictions[0];
    let positive = result.data.positive_class.clone().unwrap_or_default();
    Ok(Sum {
        data: result.data.clone(),
        input: prediction.input.clone(),
        shares: prediction.contributions.clone(),
        log_odds: prediction.contributions.iter().map(|share| share.value).sum(),
        probability: prediction.probabilities.get(&positive).copied().unwrap_or_default(),
        n_params: result.coefficients.len(),
    })
}
