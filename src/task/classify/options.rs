//! How to classify.

use crate::engine::EngineChoice;
use crate::task::checked::{Check, check_weight, invalid};
use crate::task::classifiers::{CommonOptions, FitOptions, ModelName, OwnOptions};
use crate::task::{Cv, TaskError, Wanted};
use serde::{Deserialize, Serialize};

/// What a classifier is fitted with, and how it is measured.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ClassifyOptions {
    /// Which kind of classifier.
    pub model: ModelName,
    /// What fits a logistic regression.
    pub engine: EngineChoice,
    /// Weight of the penalty `l2/2 * |w|^2` of a logistic regression, whose intercept is
    /// free; 0 is maximum likelihood.
    pub l2: f64,
    /// Smoothing weight of naive Bayes.
    pub alpha: f64,
    /// What belongs to one classifier alone.
    #[serde(flatten)]
    pub own: OwnOptions,
    /// The probability from which the positive class is predicted (two classes).
    pub threshold: f64,
    /// Divide each numeric column of a logistic regression by its population standard
    /// deviation, after centring.
    pub standardize: bool,
    /// How samples are held out for the test, if any are.
    pub cv: Cv,
    /// Seed of the folds, and of the samples that a tree is pruned on.
    pub seed: u64,
}

impl Default for ClassifyOptions {
    fn default() -> Self {
        ClassifyOptions {
            model: ModelName::Logistic,
            engine: EngineChoice::Auto,
            l2: 1.0,
            alpha: 1.0,
            own: OwnOptions::default(),
            threshold: 0.5,
            standardize: false,
            cv: Cv::Auto,
            seed: 42,
        }
    }
}

impl Check for ClassifyOptions {
    fn check(&self) -> Result<(), TaskError> {
        if !self.model.entry().is_saved {
            invalid("model", self.model, Wanted::OneFile)?;
        }
        if !(self.threshold > 0.0 && self.threshold < 1.0) {
            invalid("threshold", self.threshold, Wanted::Share)?;
        }
        check_weight("l2", self.l2)?;
        check_weight("alpha", self.alpha)?;
        self.own.resolve(&[self.model]).map(drop)
    }
}

impl ClassifyOptions {
    /// With what depends on the table: the folds, and the defaults of this classifier.
    ///
    /// # Errors
    /// An option that the classifier does not have.
    pub(in crate::task) fn resolved(&self, n_samples: usize) -> Result<ClassifyOptions, TaskError> {
        Ok(ClassifyOptions { cv: self.cv.resolve(n_samples), own: self.own.resolve(&[self.model])?, ..self.clone() })
    }

    /// A threshold decides between two classes; of more, the likeliest is predicted.
    pub(in crate::task) fn check_threshold(&self, n_classes: usize) -> Result<(), TaskError> {
        if n_classes == 2 || self.threshold == 0.5 {
            return Ok(());
        }
        invalid("threshold", self.threshold, Wanted::NothingForManyClasses)
    }

    /// How the classifier is fitted.
    pub(super) fn fit(&self, impute: bool) -> FitOptions {
        let common = CommonOptions {
            engine: self.engine,
            l2: self.l2,
            alpha: self.alpha,
            standardize: self.standardize,
            impute,
            seed: self.seed,
            ..CommonOptions::default()
        };
        FitOptions { model: self.model, own: self.own, common }
    }
}
