//! What a fit gives back.

use crate::data::Labels;
use crate::data::encode::OneHot;
use crate::engine::separation::{self, Separation};
use crate::engine::{Engine, LogisticFit};
use crate::model::{Classifier, Model};
use crate::task::TaskError;

/// A fitted classifier, and what its engine found out.
pub struct FittedClassifier {
    model: Fit,
    /// The engine that fitted it; `native` where nothing was optimised.
    pub engine: &'static str,
    /// Of a model that was estimated by an engine.
    pub(in crate::task) estimate: Option<LogisticEstimate>,
}

enum Fit {
    /// One file can hold it.
    Saved(Model),
    Unsaved(Box<dyn Classifier>),
}

/// A logistic fit and what it was fitted on.
pub(in crate::task) struct LogisticEstimate {
    /// What the engine returned.
    pub fit: LogisticFit,
    /// The weight of the penalty.
    pub l2: f64,
    pub x: OneHot,
    pub engine: &'static dyn Engine,
}

impl FittedClassifier {
    /// A model that counting alone makes.
    pub(super) fn native(model: Model) -> FittedClassifier {
        FittedClassifier { model: Fit::Saved(model), engine: "native", estimate: None }
    }

    /// A model that no file holds.
    pub(super) fn unsaved(model: impl Classifier + 'static) -> FittedClassifier {
        FittedClassifier { model: Fit::Unsaved(Box::new(model)), engine: "native", estimate: None }
    }

    /// A model that an engine estimated.
    pub(super) fn estimated(model: Model, estimate: LogisticEstimate) -> FittedClassifier {
        FittedClassifier { model: Fit::Saved(model), engine: estimate.engine.name(), estimate: Some(estimate) }
    }

    /// The model, to be asked.
    pub fn classifier(&self) -> &dyn Classifier {
        match &self.model {
            Fit::Saved(model) => model.as_classifier().expect("the list holds classifiers alone"),
            Fit::Unsaved(model) => model.as_ref(),
        }
    }

    /// The model, if one file can hold it.
    pub(in crate::task) fn into_model(self) -> Option<Model> {
        match self.model {
            Fit::Saved(model) => Some(model),
            Fit::Unsaved(_) => None,
        }
    }

    /// Whether the fit reached its tolerance; true where none was needed.
    pub fn converged(&self) -> bool {
        self.estimate.as_ref().is_none_or(|estimate| estimate.fit.converged)
    }

    /// Whether the estimate exists: it does not where the classes are separated and nothing
    /// penalises large weights.
    ///
    /// # Errors
    /// Those of the search for a separation.
    pub fn exists(&self, labels: &Labels) -> Result<bool, TaskError> {
        match &self.estimate {
            Some(estimate) if !estimate.fit.overlap_proven => {
                Ok(estimate.separation(labels)?.kind == separation::SeparationKind::None)
            }
            _ => Ok(true),
        }
    }
}

impl LogisticEstimate {
    /// A penalised estimate always exists; without a penalty it does where classes overlap.
    ///
    /// # Errors
    /// Those of the search for a separation.
    pub fn separation(&self, labels: &Labels) -> Result<Separation, TaskError> {
        if self.l2 > 0.0 {
            return Ok(Separation { kind: separation::SeparationKind::None, exact: true });
        }
        let own = self.engine.proves_overlap().then_some(&self.fit);
        Ok(separation::detect(self.x.to_dense().view(), &labels.codes, labels.classes.len(), own)?)
    }
}
