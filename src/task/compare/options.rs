//! How to compare.

use crate::data::verbalise::Tongue;
use crate::rng::Seed;
use crate::task::classify::ClassifyOptions;
use crate::task::sentences::{Reader, SentenceOptions, Unit};
use crate::task::{Cv, TaskError};
use serde::Serialize;

/// How to compare.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CompareOptions {
    /// Weight of the logistic regression's penalty.
    pub l2: f64,
    /// How to hold out, the same for every model.
    pub cv: Cv,
    /// Melons that each generative model makes; 0 for none.
    pub n_samples: usize,
    /// The language of the sentences.
    pub tongue: Tongue,
    /// What a token is.
    pub unit: Unit,
    /// Of the folds, the first weights, the batches, the starts and the samples.
    pub seed: u64,
}

/// New melons unless asked otherwise.
pub const N_SAMPLES: usize = 1000;
/// At most so many: beyond, nothing is learned from more.
pub const MOST_SAMPLES: usize = 1_000_000;

impl Default for CompareOptions {
    fn default() -> Self {
        CompareOptions {
            l2: 1.0,
            cv: Cv::Auto,
            n_samples: N_SAMPLES,
            tongue: Tongue::default(),
            unit: Unit::default(),
            seed: 42,
        }
    }
}

impl CompareOptions {
    pub(super) fn check(&self) -> Result<(), TaskError> {
        if self.n_samples > MOST_SAMPLES {
            let (option, value) = ("samples", self.n_samples.to_string());
            return Err(TaskError::InvalidOption { option, value, wanted: "a whole number up to 1,000,000" });
        }
        self.classify().check()
    }

    /// Those of the logistic regression.
    pub(super) fn classify(&self) -> ClassifyOptions {
        ClassifyOptions { l2: self.l2, cv: self.cv, seed: self.seed, ..ClassifyOptions::default() }
    }

    /// Those of a language model.
    pub(super) fn sentences(&self, reader: Reader) -> SentenceOptions {
        SentenceOptions { reader, tongue: self.tongue, unit: self.unit, seed: Seed(self.seed) }
    }
}
