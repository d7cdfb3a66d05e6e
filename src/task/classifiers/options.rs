//! What a classifier is fitted with.

use super::ModelName;
use crate::data::verbalise::Tongue;
use crate::engine::EngineChoice;
use crate::model::knn::DEFAULT_K;
use crate::rng::Seed;
use crate::task::TaskError;
use crate::task::checked::{Check, check_weight, invalid};
use crate::task::sentences::{Reader, SentenceOptions, Unit};
use serde::{Deserialize, Serialize};

/// Everything that any classifier is fitted with; each reads what it needs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FitOptions {
    /// Which one.
    pub model: ModelName,
    /// What fits a logistic regression.
    pub engine: EngineChoice,
    /// Weight of the penalty `l2/2 * |w|^2` of a logistic regression, whose intercept is
    /// free; 0 is maximum likelihood.
    pub l2: f64,
    /// Smoothing weight of naive Bayes.
    pub alpha: f64,
    /// What belongs to one classifier alone.
    pub own: OwnOptions,
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

/// Options of one classifier alone: absent where it is not the one that is fitted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct OwnOptions {
    /// How many neighbours vote (k-NN).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub k: Option<usize>,
}

impl OwnOptions {
    /// The options with which `models` are fitted: what was not given has its default.
    ///
    /// # Errors
    /// An option out of range, or one that none of the models has.
    pub fn resolve(self, models: &[ModelName]) -> Result<OwnOptions, TaskError> {
        let has_neighbors = models.contains(&ModelName::Knn);
        match self.k {
            Some(0) => invalid("k", 0, "a whole number from 1")?,
            Some(k) if !has_neighbors => invalid("k", k, "left out without the model knn")?,
            _ => {}
        }
        Ok(OwnOptions { k: has_neighbors.then_some(self.k.unwrap_or(DEFAULT_K)) })
    }

    /// Those of them that `model` has.
    pub fn of(self, model: ModelName) -> OwnOptions {
        OwnOptions { k: self.k.filter(|_| model == ModelName::Knn) }
    }
}

impl FitOptions {
    /// Fits `model`, everything else as it is by default.
    pub fn new(model: ModelName) -> FitOptions {
        FitOptions {
            model,
            engine: EngineChoice::Auto,
            l2: 1.0,
            alpha: 1.0,
            own: OwnOptions::default(),
            standardize: false,
            impute: false,
            tongue: Tongue::default(),
            unit: Unit::default(),
            seed: 42,
        }
    }

    /// Those of a language model.
    pub fn sentences(&self, reader: Reader) -> SentenceOptions {
        SentenceOptions { reader, tongue: self.tongue, unit: self.unit, seed: Seed(self.seed) }
    }
}

impl Check for FitOptions {
    fn check(&self) -> Result<(), TaskError> {
        check_weight("l2", self.l2)?;
        check_weight("alpha", self.alpha)?;
        self.own.resolve(&[self.model]).map(drop)
    }
}
