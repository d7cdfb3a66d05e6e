//! Fitting a logistic regression: encoding, then the engine's work.

use super::common::CommonOptions;
use super::fitted::{FittedClassifier, LogisticEstimate};
use crate::data::{Coding, Column, EncodeOptions, Encoder, Labels};
use crate::engine::{self, LogisticOptions, Needs};
use crate::model::{Logistic, Model};
use crate::task::TaskError;

/// Full one-hot coding under a penalty, drop-first without one: there the full set of
/// indicators is redundant, and its coefficients could not be told apart.
pub(super) fn fit(
    features: &[Column],
    labels: &Labels,
    options: &CommonOptions,
) -> Result<FittedClassifier, TaskError> {
    let inference = options.l2 == 0.0;
    let coding = if inference { Coding::DropFirst } else { Coding::OneHot };
    let encode = EncodeOptions { coding, standardize: options.standardize, impute: options.impute };
    let encoder = Encoder::fit(features, encode)?;
    let x = encoder.one_hot(features)?;
    let needs = Needs { inference, search: true, ..Needs::default() };
    let engine = engine::choose(options.engine, x.n_samples, x.n_terms, needs);
    if !engine.keeps_indicators(&x, options.l2) {
        encoder.check_size(x.n_samples)?;
    }
    let with = LogisticOptions { l2: options.l2, ..LogisticOptions::default() };
    let fit = engine.logistic_of_table(&x, &labels.codes, labels.classes.len(), &with);
    let fit = fit.map_err(|error| TaskError::from_engine(error, &encoder.terms()))?;
    let model = Logistic::new(&labels.target, &labels.classes, encoder, fit.coefficients.view(), &fit.intercepts);
    Ok(FittedClassifier::estimated(Model::Logistic(model), LogisticEstimate { fit, l2: options.l2, x, engine }))
}
