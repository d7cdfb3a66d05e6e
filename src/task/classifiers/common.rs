//! What classifiers are fitted with, whichever they are.

use crate::data::verbalise::Tongue;
use crate::engine::EngineChoice;
use crate::rng::Seed;
use crate::task::TaskError;
use crate::task::checked::{Check, check_weight};
use crate::task::sentences::{SentenceOptions, SentenceReader, Unit};

/// What classifiers are fitted with; each reads what it needs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CommonOptions {
    /// What fits a logistic regression.
    pub engine: EngineChoice,
    /// Weight of the penalty `l2/2 * |w|^2` of a logistic regression, whose intercept is
    /// free; 0 is maximum likelihood.
    pub l2: f64,
    /// Smoothing weight of naive Bayes.
    pub alpha: f64,
    /// Divide each numeric column of a logistic regression by its population standard
    /// deviation, after centring.
    pub standardize: bool,
    /// Learn what to put where a cell is missing; else a missing cell is an error for those
    /// that need every cell.
    pub impute: bool,
    /// The language of the sentences that a language model reads.
    pub tongue: Tongue,
    /// What a token of theirs is.
    pub unit: Unit,
    /// Of first weights, batches and starts.
    pub seed: u64,
}

impl Default for CommonOptions {
    fn default() -> Self {
        CommonOptions {
            engine: EngineChoice::Auto,
            l2: 1.0,
            alpha: 1.0,
            standardize: false,
            impute: false,
            tongue: Tongue::default(),
            unit: Unit::default(),
            seed: 42,
        }
    }
}

impl CommonOptions {
    /// Those of a language model.
    pub(in crate::task) fn sentences(&self, reader: SentenceReader) -> SentenceOptions {
        SentenceOptions { reader, tongue: self.tongue, unit: self.unit, seed: Seed(self.seed) }
    }
}

impl Check for CommonOptions {
    fn check(&self) -> Result<(), TaskError> {
        check_weight("l2", self.l2)?;
        check_weight("alpha", self.alpha)
    }
}
