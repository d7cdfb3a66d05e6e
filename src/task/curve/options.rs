//! What to measure the curves of.

use crate::engine::EngineChoice;
use crate::task::checked::{Check, Checked, invalid};
use crate::task::classifiers::{CommonOptions, FitOptions, ModelName, Validation};
use crate::task::classify::ClassifyOptions;
use crate::task::{Cv, TaskError, Wanted};
use serde::{Serialize, Serializer};
use std::fmt;

/// Sizes of training sets unless the user names them.
pub const N_SIZES: usize = 15;
/// Samples that test at most: more would cost time and say little.
pub const MOST_TESTED: usize = 1000;

/// A classifier whose curve is measured, and with what it is fitted: always by the native
/// engine, so that a curve has no seam.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CurveModel(FitOptions);

impl CurveModel {
    /// Those that differ among `name` fitted with each of `settings`: an option that it does
    /// not have makes no further curve.
    pub fn each(name: ModelName, settings: &[FitOptions]) -> Vec<CurveModel> {
        let mut models: Vec<CurveModel> = Vec::new();
        for settings in settings {
            let common = CommonOptions { engine: EngineChoice::Native, ..settings.common };
            let model = CurveModel(FitOptions { model: name, own: settings.own.of(name), common });
            if !models.iter().any(|other| other.setting() == model.setting()) {
                models.push(model);
            }
        }
        models
    }

    /// A logistic regression with this penalty.
    pub fn logistic(l2: f64) -> CurveModel {
        let common = CommonOptions { l2, engine: EngineChoice::Native, ..CommonOptions::default() };
        CurveModel(FitOptions { model: ModelName::Logistic, common, ..FitOptions::default() })
    }

    /// The classifier that it is.
    pub fn name(&self) -> ModelName {
        self.0.model
    }

    /// The option that tells two curves of one classifier apart: its name and its value.
    pub fn setting(&self) -> Option<(&'static str, String)> {
        (self.name().entry().setting)(&self.0)
    }

    /// The same model by itself, tested on nothing; `None` of one that `classify` does not fit, or of which another
    /// program would find something else: few samples are often separated, and then there is no estimate without
    /// a penalty; the samples that prune a tree are drawn anew at each size.
    pub fn alone(&self) -> Option<ClassifyOptions> {
        let FitOptions { model, own, common } = self.0;
        let is_free = model == ModelName::Logistic && common.l2 == 0.0;
        if is_free || matches!(own.tree.validation, Some(Validation::Share(_))) {
            return None;
        }
        let options = ClassifyOptions {
            model,
            own,
            engine: common.engine,
            l2: common.l2,
            alpha: common.alpha,
            cv: Cv::None,
            seed: common.seed,
            ..ClassifyOptions::default()
        };
        model.entry().is_saved.then_some(options)
    }

    /// With what it is fitted; `impute` as in [`CommonOptions`].
    ///
    /// # Errors
    /// An option out of range.
    pub(super) fn fit(&self, impute: bool) -> Result<Checked<FitOptions>, TaskError> {
        FitOptions { common: CommonOptions { impute, ..self.0.common }, ..self.0 }.checked()
    }

    /// The model that the others are compared with: naive Bayes, if it is there.
    pub(super) fn reference(models: &[CurveModel]) -> usize {
        models.iter().position(|model| model.name() == ModelName::NaiveBayes).unwrap_or(0)
    }
}

/// `logistic:1`, `knn:5`, `naive-bayes`.
impl fmt::Display for CurveModel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.setting() {
            Some((_, value)) => write!(f, "{}:{value}", self.name()),
            None => self.name().fmt(f),
        }
    }
}

impl Serialize for CurveModel {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Rows of `melon-field` unless asked otherwise: enough for splits that overlap little.
pub const FIELD_ROWS: usize = 20_000;

/// What to measure, and how often.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CurveOptions {
    /// The models, in the order of their curves.
    pub models: Vec<CurveModel>,
    /// Training samples at each point; empty for [`N_SIZES`] sizes, evenly spaced on a
    /// logarithmic axis.
    pub sizes: Vec<usize>,
    /// How many times the table is split at random.
    pub n_splits: usize,
    /// Share of the samples that is set aside for the test, but never more than
    /// [`MOST_TESTED`] samples.
    pub test_share: f64,
    /// Seed of the splits.
    pub seed: u64,
}

impl Default for CurveOptions {
    fn default() -> Self {
        let logistic = [0.0, 1.0, 10.0].map(CurveModel::logistic);
        let bayes = CurveModel::each(ModelName::NaiveBayes, &[FitOptions::default()]);
        CurveOptions {
            models: logistic.into_iter().chain(bayes).collect(),
            sizes: Vec::new(),
            n_splits: 100,
            test_share: 0.3,
            seed: 42,
        }
    }
}

impl Check for CurveOptions {
    fn check(&self) -> Result<(), TaskError> {
        self.models.iter().try_for_each(|model| model.0.check())?;
        if self.models.is_empty() {
            invalid("models", "", Wanted::ModelsOnce)?;
        }
        if self.n_splits < 2 {
            invalid("splits", self.n_splits, Wanted::AtLeast(2))?;
        }
        if !(self.test_share > 0.0 && self.test_share < 1.0) {
            invalid("test_share", self.test_share, Wanted::Share)?;
        }
        Ok(())
    }
}
