//! Training: from ten melons to a rule, and whether it holds for others.

use super::{Classroom, TourError, features};
use crate::task::classify::Combination;
use crate::task::summary::DataSummary;
use serde::Serialize;
use std::collections::HashSet;

/// Combinations shown from the top.
const MOST_SHOWN: usize = 5;

/// What was learned from ten melons.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Training {
    /// What it was learned from.
    pub data: DataSummary,
    /// The likeliest ripe of all combinations.
    pub likeliest: Vec<Combination>,
    /// The number of all combinations of the features' values.
    pub n_combinations: usize,
    /// How many of them the ten melons show.
    pub n_seen: usize,
    /// Accuracy on the ten.
    pub train_accuracy: f64,
    /// Accuracy on melons that each fit had not seen.
    pub held_out_accuracy: Option<f64>,
    /// 95 % interval of that accuracy (Wilson).
    pub held_out_interval: Option<[f64; 2]>,
    /// Accuracy of always giving the more frequent answer.
    pub baseline_accuracy: f64,
}

pub(super) fn run(room: &Classroom) -> Result<Training, TourError> {
    let result = room.ten_melons()?;
    let notebook = features::run()?;
    let looks: HashSet<&[String]> = notebook.rows.iter().map(|row| &row[..notebook.features.len()]).collect();
    Ok(Training {
        data: result.data.clone(),
        likeliest: result.likeliest.iter().take(MOST_SHOWN).cloned().collect(),
        n_combinations: result.n_combinations,
        n_seen: looks.len(),
        train_accuracy: result.train.accuracy,
        held_out_accuracy: result.cross_validation.as_ref().map(|cv| cv.metrics.accuracy),
        held_out_interval: result.cross_validation.as_ref().map(|cv| cv.metrics.accuracy_interval),
        baseline_accuracy: result.baseline.accuracy,
    })
}
