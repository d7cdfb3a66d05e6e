//! How to classify.

use crate::engine::EngineChoice;
use crate::task::{Cv, TaskError};
use serde::{Deserialize, Serialize};
use std::str::FromStr;

/// Which kind of classifier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ModelKind {
    /// Logistic regression: `P(y | x)`.
    #[default]
    Logistic,
    /// Naive Bayes: `P(x, y)`.
    NaiveBayes,
}

impl FromStr for ModelKind {
    type Err = TaskError;

    fn from_str(text: &str) -> Result<Self, TaskError> {
        match text {
            "logistic" => Ok(ModelKind::Logistic),
            "naive-bayes" => Ok(ModelKind::NaiveBayes),
            other => {
                let wanted = "`logistic` or `naive-bayes`";
                Err(TaskError::InvalidOption { option: "model", value: other.to_owned(), wanted })
            }
        }
    }
}

/// How to classify.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ClassifyOptions {
    /// Which kind of classifier.
    pub model: ModelKind,
    /// What fits a logistic regression.
    pub engine: EngineChoice,
    /// Weight of the penalty `l2/2 * |w|^2` of a logistic regression, whose intercept is
    /// free; 0 is maximum likelihood.
    pub l2: f64,
    /// Smoothing weight of naive Bayes.
    pub alpha: f64,
    /// The probability from which the positive class is predicted (two classes).
    pub threshold: f64,
    /// Divide each numeric column by its population standard deviation, after centring.
    pub standardize: bool,
    /// How to hold out.
    pub cv: Cv,
    /// Seed of the folds.
    pub seed: u64,
}

impl Default for ClassifyOptions {
    fn default() -> Self {
        ClassifyOptions {
            model: ModelKind::Logistic,
            engine: EngineChoice::Auto,
            l2: 1.0,
            alpha: 1.0,
            threshold: 0.5,
            standardize: false,
            cv: Cv::Auto,
            seed: 42,
        }
    }
}

impl ClassifyOptions {
    /// Whether the options make sense.
    pub(in crate::task) fn check(&self) -> Result<(), TaskError> {
        let invalid =
            |option, value: f64, wanted| Err(TaskError::InvalidOption { option, value: value.to_string(), wanted });
        if !(self.threshold > 0.0 && self.threshold < 1.0) {
            return invalid("threshold", self.threshold, "a probability between 0 and 1");
        }
        for (option, weight) in [("l2", self.l2), ("alpha", self.alpha)] {
            if !(weight.is_finite() && weight >= 0.0) {
                return invalid(option, weight, "a number not below 0");
            }
        }
        Ok(())
    }

    /// A threshold decides between two classes; of more, the likeliest is predicted.
    pub(super) fn check_threshold(&self, n_classes: usize) -> Result<(), TaskError> {
        if n_classes == 2 || self.threshold == 0.5 {
            return Ok(());
        }
        let (value, wanted) = (self.threshold.to_string(), "left out with more than two classes");
        Err(TaskError::InvalidOption { option: "threshold", value, wanted })
    }
}
