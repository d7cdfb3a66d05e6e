//! What to measure the curves of.

use crate::task::TaskError;
use serde::{Serialize, Serializer};
use std::fmt;

/// Sizes of training sets unless the user names them.
pub const N_SIZES: usize = 15;
/// Samples that test at most: more would cost time and say little.
pub const MOST_TESTED: usize = 1000;

/// A model whose curve is measured.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum CurveModel {
    /// Logistic regression with this penalty.
    Logistic {
        /// Weight of `l2/2 * |w|^2`.
        l2: f64,
    },
    /// Naive Bayes with Laplace's smoothing.
    NaiveBayes,
    /// An n-gram that reads rows as sentences and is asked for the class that comes next.
    NGram,
    /// A small GPT that does the same. Hundreds of steps a fit: for few splits and sizes.
    Gpt,
}

impl CurveModel {
    /// The model that the others are held against: naive Bayes, if it is there.
    pub(super) fn reference(models: &[CurveModel]) -> usize {
        models.iter().position(|model| *model == CurveModel::NaiveBayes).unwrap_or(0)
    }
}

/// `logistic:1`, `naive-bayes`, `ngram` or `gpt`.
impl fmt::Display for CurveModel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            CurveModel::Logistic { l2 } => write!(f, "logistic:{l2}"),
            CurveModel::NaiveBayes => f.write_str("naive-bayes"),
            CurveModel::NGram => f.write_str("ngram"),
            CurveModel::Gpt => f.write_str("gpt"),
        }
    }
}

impl Serialize for CurveModel {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// What to measure, and how often.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CurveOptions {
    /// The models, in the order of their curves.
    pub models: Vec<CurveModel>,
    /// Training samples at each point; empty for [`N_SIZES`] sizes, evenly spaced on a
    /// logarithmic axis.
    pub sizes: Vec<usize>,
    /// Random splits.
    pub n_splits: usize,
    /// Share of the samples that is set aside for the test, but never more than
    /// [`MOST_TESTED`] samples.
    pub test_share: f64,
    /// Seed of the splits.
    pub seed: u64,
}

impl Default for CurveOptions {
    fn default() -> Self {
        let logistic = [0.0, 1.0, 10.0].map(|l2| CurveModel::Logistic { l2 });
        CurveOptions {
            models: logistic.into_iter().chain([CurveModel::NaiveBayes]).collect(),
            sizes: Vec::new(),
            n_splits: 100,
            test_share: 0.3,
            seed: 42,
        }
    }
}

impl CurveOptions {
    /// Whether the options make sense.
    pub(super) fn check(&self) -> Result<(), TaskError> {
        let invalid = |option, value: String, wanted| Err(TaskError::InvalidOption { option, value, wanted });
        for model in &self.models {
            if let CurveModel::Logistic { l2 } = model
                && !(l2.is_finite() && *l2 >= 0.0)
            {
                return invalid("l2", l2.to_string(), "a number not below 0");
            }
        }
        if self.models.is_empty() {
            return invalid("models", String::new(), "at least one model");
        }
        if self.n_splits < 2 {
            return invalid("splits", self.n_splits.to_string(), "a whole number from 2");
        }
        if !(self.test_share > 0.0 && self.test_share < 1.0) {
            return invalid("test_share", self.test_share.to_string(), "a number between 0 and 1");
        }
        Ok(())
    }
}
