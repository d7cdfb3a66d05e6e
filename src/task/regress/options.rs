//! How to regress.

use crate::engine::EngineChoice;
use crate::task::checked::{Check, check_weight};
use crate::task::{Cv, TaskError};
use serde::{Deserialize, Serialize};

/// What a linear regression is fitted with, and how it is measured.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RegressOptions {
    /// Which engine fits it.
    pub engine: EngineChoice,
    /// Weight of the penalty `l2 * |w|^2`, the intercept free; 0 is ordinary least squares.
    pub l2: f64,
    /// Divide each numeric column by its population standard deviation, after centring.
    pub standardize: bool,
    /// How samples are held out for the test, if any are.
    pub cv: Cv,
    /// Seed of the folds.
    pub seed: u64,
}

impl Default for RegressOptions {
    fn default() -> Self {
        RegressOptions { engine: EngineChoice::Auto, l2: 0.0, standardize: false, cv: Cv::Auto, seed: 42 }
    }
}

impl Check for RegressOptions {
    fn check(&self) -> Result<(), TaskError> {
        check_weight("l2", self.l2)
    }
}
