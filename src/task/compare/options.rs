//! How to compare.

use crate::data::verbalise::Tongue;
use crate::task::checked::{Check, Checked, check_weight, invalid};
use crate::task::classifiers::{CommonOptions, FitOptions, ModelName, OwnOptions};
use crate::task::classify::ClassifyOptions;
use crate::task::cv::N_REPEATS;
use crate::task::sentences::Unit;
use crate::task::{Cv, TaskError, Wanted};
use serde::Serialize;

/// Which models are compared, and on what.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CompareOptions {
    /// The models, each once; the result names them.
    #[serde(skip)]
    pub models: Vec<ModelName>,
    /// Weight of the logistic regression's penalty.
    pub l2: f64,
    /// What belongs to one classifier alone.
    #[serde(flatten)]
    pub own: OwnOptions,
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

/// The models unless asked otherwise: two of tables, two of sentences, and groups.
pub const MODELS: &[ModelName] =
    &[ModelName::Logistic, ModelName::NaiveBayes, ModelName::NGram, ModelName::Gpt, ModelName::KMeans];
/// Divisions of a small table unless asked otherwise, where a GPT is trained in every fold: fewer
/// than elsewhere, so that one need not wait.
const N_REPEATS_OF_GPT: usize = 5;
/// New melons unless asked otherwise.
pub const N_SAMPLES: usize = 1000;
/// At most so many: beyond, nothing is learned from more.
const MOST_SAMPLES: usize = 1_000_000;

impl Default for CompareOptions {
    fn default() -> Self {
        CompareOptions {
            models: MODELS.to_vec(),
            l2: 1.0,
            own: OwnOptions::default(),
            cv: Cv::Auto,
            n_samples: N_SAMPLES,
            tongue: Tongue::default(),
            unit: Unit::default(),
            seed: 42,
        }
    }
}

impl Check for CompareOptions {
    fn check(&self) -> Result<(), TaskError> {
        if self.n_samples > MOST_SAMPLES {
            invalid("samples", self.n_samples, Wanted::AtMost(MOST_SAMPLES))?;
        }
        let is_twice = |at: usize| self.models[..at].contains(&self.models[at]);
        if self.models.is_empty() || (0..self.models.len()).any(is_twice) {
            let models: Vec<String> = self.models.iter().map(ModelName::to_string).collect();
            invalid("models", models.join(","), Wanted::ModelsOnce)?;
        }
        check_weight("l2", self.l2)?;
        self.own.resolve(&self.models).map(drop)
    }
}

impl CompareOptions {
    /// With what depends on the table and on the models.
    ///
    /// # Errors
    /// An option that none of the models has.
    pub(super) fn resolved(&self, n_samples: usize) -> Result<CompareOptions, TaskError> {
        let n_repeats = if self.models.contains(&ModelName::Gpt) { N_REPEATS_OF_GPT } else { N_REPEATS };
        let cv = if self.cv == Cv::Auto { Cv::repeated(n_samples, n_repeats) } else { self.cv };
        Ok(CompareOptions { cv, own: self.own.resolve(&self.models)?, ..self.clone() })
    }

    /// How each model is fitted.
    ///
    /// # Errors
    /// An option out of range.
    pub(super) fn fits(&self, impute: bool) -> Result<Vec<Checked<FitOptions>>, TaskError> {
        self.models.iter().map(|&model| self.fit(model, impute).checked()).collect()
    }

    fn fit(&self, model: ModelName, impute: bool) -> FitOptions {
        FitOptions { model, own: self.own.of(model), common: CommonOptions { impute, ..self.common() } }
    }

    /// The same model by itself, in the same folds; `None` of one that `classify` does not fit.
    pub fn alone(&self, model: ModelName) -> Option<ClassifyOptions> {
        let own = self.own.of(model);
        let options = ClassifyOptions { model, l2: self.l2, own, cv: self.cv, seed: self.seed, ..Default::default() };
        model.entry().is_saved.then_some(options)
    }

    /// What all models are fitted with.
    pub(super) fn common(&self) -> CommonOptions {
        let (l2, tongue, unit, seed) = (self.l2, self.tongue, self.unit, self.seed);
        CommonOptions { l2, tongue, unit, seed, ..CommonOptions::default() }
    }
}
