//! Is it ripe? Logistic regression in passes.

use super::classified::{measure, ranking_bytes};
use super::encoder;
use super::held_out::{HashedFolds, fits};
use super::samples::{Samples, classes};
use super::{PassesMade, check_engine, check_terms, n_folds};
use crate::data::encode::OneHot;
use crate::data::{Coding, EncodeOptions, InPasses};
use crate::engine::separation::{self, Separation};
use crate::engine::{LogisticFit, LogisticOptions, Native, Source};
use crate::math;
use crate::model::{Logistic, Model};
use crate::rng::Seed;
use crate::task::checked::Check;
use crate::task::classifiers::{Estimate, ModelName};
use crate::task::classify::{self, AboutHeldOut, Classification, ClassifyOptions, Fitted};
use crate::task::summary::{self, CrossValidation, DataSummary};
use crate::task::{Cv, Finding, Melon, Scheme, TaskError, Wanted};
use ndarray::Array2;
use std::collections::BTreeMap;

/// As [`classify`](classify::classify), with at most `memory` bytes: logistic regression only.
///
/// # Errors
/// As [`classify`](classify::classify); what cannot be done in passes; files that cannot be read once more.
pub fn classify_in_passes(
    data: &InPasses,
    options: &ClassifyOptions,
    melons: &[Melon],
    memory: u64,
) -> Result<Classification, TaskError> {
    if options.model != ModelName::Logistic {
        let (option, value) = ("model", options.model.to_string());
        return Err(TaskError::InvalidOption { option, value, wanted: Wanted::LogisticInPasses });
    }
    check_engine(options.engine)?;
    let (sketch, n_samples) = (&data.sketch, data.passes.n_samples());
    let folds = n_folds(options.cv, n_samples)?.map(|n_folds| HashedFolds { n_folds, seed: Seed(options.seed) });
    let cv = folds.map_or(Cv::None, |folds| Cv::Folds(folds.n_folds));
    let options = ClassifyOptions { cv, ..options.clone() }.resolved(n_samples)?.checked()?;
    let target = sketch.target.as_ref().ok_or(TaskError::NoTarget)?;
    let (classes, of_target) = classes(data, target).ok_or(TaskError::NoTarget)?;
    options.check_threshold(classes.len())?;
    let impute = !data.incomplete.is_empty();
    let coding = if options.l2 == 0.0 { Coding::DropFirst } else { Coding::OneHot };
    let encoder = encoder::fit(data, EncodeOptions { coding, standardize: options.standardize, impute })?;
    let n_outputs = if classes.len() == 2 { 1 } else { classes.len() };
    check_terms(n_outputs * (encoder.n_terms() + 1), memory)?;
    let terms = encoder.terms();
    let samples = Samples::new(data, &encoder, of_target, folds);
    let fit = |source: &dyn Source| {
        let with = LogisticOptions { l2: options.l2, ..LogisticOptions::default() };
        let fit = Native.logistic_in_passes(source, classes.len(), &with);
        fit.map_err(|error| TaskError::from_engine(error, &terms))
    };
    let fitted = fits(&samples, folds, &fit);
    data.passes.check()?; // what a broken pass has left is no fit, and its error is not the reason
    let (all, of_folds) = fitted?;
    let keeps_scores = ranking_bytes(n_samples, classes.len()) <= memory / 3;
    let measured = measure(&samples, (&all, &of_folds), folds, classes.len(), options.threshold, keeps_scores);
    data.passes.check()?;

    let separation = separation(data, &encoder, &all, &classes, options.l2)?;
    let constant = all.dropped.iter().copied().filter(|&term| measured.is_constant(term)).collect();
    let (counts, log_likelihood) = (measured.train.counts(), measured.train.log_likelihood);
    let model = Logistic::new(&target.name, &classes, encoder, all.coefficients.view(), &all.intercepts);
    let fitted = Fitted {
        model: Model::Logistic(model),
        engine: "native",
        probabilities: Array2::zeros((0, classes.len())),
        scores: Array2::zeros((0, classes.len())),
        log_likelihood,
        estimate: Some(Estimate { fit: all, l2: options.l2, x: nothing(), engine: &Native }),
        separation,
        constant,
    };
    let shares = measured.losses.beside_shares(&counts);
    let of_all = -counts.iter().map(|&count| math::xlogx(count as f64 / n_samples as f64)).sum::<f64>();
    let log_loss = if folds.is_some() { shares.log_loss } else { of_all };
    let held_out = folds.map(|_| AboutHeldOut {
        gain: shares.gain,
        n_certainly_wrong: measured.held_out.n_certainly_wrong,
        n_tests: n_samples,
        n_unconverged: of_folds.iter().filter(|fit| !fit.converged).count(),
        n_lacking: 0,
        lacking: Vec::new(),
    });
    let cross_validation = folds.map(|folds| CrossValidation {
        scheme: Scheme::Hashed(folds.n_folds),
        metrics: measured.held_out.metrics(&classes),
        repeats: BTreeMap::new(),
    });
    let parts = classify::Parts {
        data: DataSummary { n_samples, ..DataSummary::new(sketch, &classes) },
        train: measured.train.metrics(&classes),
        cross_validation,
        baseline: classify::majority_of(&classes, &counts, log_loss),
        held_out,
        steps_fit: None,
        counts,
        classes,
        separators: Vec::new(),
    };
    let mut result = classify::assembled(fitted, parts, sketch, melons, &options)?;
    if impute {
        result.findings.push(Finding::Imputed { columns: data.incomplete.clone() });
    }
    result.findings.extend(summary::far_outside_of(|name| super::range(data, name), melons));
    result.in_passes = Some(PassesMade { ranks: keeps_scores, ..PassesMade::of(data, memory) });
    Ok(result)
}

/// Whether the classes are separated: proved where all samples are in the sketch, else by where the fit's
/// next step would go.
fn separation(
    data: &InPasses,
    encoder: &crate::data::Encoder,
    fit: &LogisticFit,
    classes: &[String],
    l2: f64,
) -> Result<Separation, TaskError> {
    if l2 > 0.0 || fit.overlap_proven {
        return Ok(Separation { kind: separation::Kind::None, exact: true });
    }
    if data.sketch.n_samples() < data.passes.n_samples() {
        return Ok(separation::judged(fit));
    }
    let labels = classify::labels_of(&data.sketch)?;
    let x = encoder.transform(&data.sketch.features)?;
    Ok(separation::detect(x.view(), &labels.codes, classes.len(), Some(fit))?)
}

/// The encoded samples that nobody holds.
fn nothing() -> OneHot {
    let numeric = Array2::zeros((0, 0));
    OneHot { n_samples: 0, n_terms: 0, numeric, numeric_terms: Vec::new(), indicators: Vec::new() }
}
