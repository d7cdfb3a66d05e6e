//! Is it ripe? A classification in passes.

use super::asked::{Asked, MeasuredClassifier};
use super::classified::{Measuring, ranking_bytes};
use super::hashed_folds::HashedFolds;
use super::samples::classes;
use super::{PassesMade, check_engine, logistic, naive_bayes};
use crate::data::InPasses;
use crate::math;
use crate::task::checked::Check;
use crate::task::classifiers::ModelName;
use crate::task::classify::{self, AboutHeldOut, Classification, ClassificationFit, ClassifyOptions, Separator};
use crate::task::summary::{self, CrossValidation, DataSummary};
use crate::task::{Melon, Scheme, TaskError, Wanted};
use std::collections::{BTreeMap, BTreeSet};

/// What separates the classes, where the sketch is all there is: a linear program asks all samples.
fn separators(data: &InPasses, fitted: &ClassificationFit) -> Result<Vec<Separator>, TaskError> {
    if data.sketch.n_samples() < data.passes.n_samples() {
        return Ok(Vec::new());
    }
    classify::separators::of(&data.sketch, &classify::labels_of(&data.sketch)?, fitted)
}

/// As [`classify`](classify::classify), with at most `memory` bytes: logistic regression and naive Bayes.
///
/// # Errors
/// As [`classify`](classify::classify); what cannot be done in passes; files that cannot be read once more.
pub fn classify_in_passes(
    data: &InPasses,
    options: &ClassifyOptions,
    melons: &[Melon],
    memory: u64,
) -> Result<Classification, TaskError> {
    let found = match options.model {
        ModelName::Logistic => logistic::found,
        ModelName::NaiveBayes => naive_bayes::found,
        other => {
            let (option, value) = ("model", other.to_string());
            return Err(TaskError::InvalidOption { option, value, wanted: Wanted::ClassifierInPasses });
        }
    };
    check_engine(options.engine)?;
    let (sketch, n_samples) = (&data.sketch, data.passes.n_samples());
    let folds = HashedFolds::asked(options.cv, n_samples, options.seed)?;
    let options = ClassifyOptions { cv: HashedFolds::cv(folds), ..options.clone() }.resolved(n_samples)?.checked()?;
    let target = sketch.target.as_ref().ok_or(TaskError::NoTarget)?;
    let (classes, of_target) = classes(data, target).ok_or(TaskError::NoTarget)?;
    options.check_threshold(classes.len())?;
    let keeps_scores = ranking_bytes(n_samples, classes.len()) <= memory / 3;
    let (options, target) = (&options, target.name.as_str());
    let measuring = Measuring { folds, n_classes: classes.len(), threshold: options.threshold, keeps_scores };
    let asked = Asked { data, options, target, classes: &classes, measuring, memory };
    let MeasuredClassifier { fitted, measured, n_unconverged, lacking, gaps } = found(&asked, of_target)?;

    let counts = measured.train.counts();
    let shares = measured.losses.beside_shares(&counts);
    let of_all = -counts.iter().map(|&count| math::xlogx(count as f64 / n_samples as f64)).sum::<f64>();
    let log_loss = if folds.is_some() { shares.log_loss } else { of_all };
    let held_out = folds.map(|_| AboutHeldOut {
        gain: shares.gain,
        exact_p: None, // the losses of single samples are not kept
        n_certainly_wrong: measured.held_out.n_certainly_wrong,
        n_tests: n_samples,
        n_unconverged,
        n_lacking: lacking.len(),
        lacking: lacking.iter().flatten().copied().collect::<BTreeSet<usize>>().into_iter().collect(),
    });
    let feature = |name: &str| sketch.features.iter().position(|column| column.name == name);
    let spreads: Vec<_> = (0..sketch.features.len()).map(|at| measured.spread(at)).collect();
    let spread = |name: &str| if options.standardize { None } else { spreads[feature(name)?] };
    let cross_validation = folds.map(|folds| CrossValidation {
        scheme: Scheme::Hashed(folds.n_folds),
        metrics: measured.held_out.metrics(&classes),
        repeats: BTreeMap::new(),
    });
    let parts = classify::ClassificationMeasures {
        data: DataSummary { n_samples, ..DataSummary::new(sketch, &classes) },
        train: measured.train.metrics(&classes),
        cross_validation,
        baseline: classify::majority_of(&classes, &counts, log_loss),
        held_out,
        spread: &spread,
        counts,
        classes: classes.clone(),
        separators: separators(data, &fitted)?,
    };
    let mut result = classify::assembled(fitted, parts, sketch, melons, options)?;
    naive_bayes::tell_how_usual(data, &mut result)?;
    if !data.incomplete.is_empty() {
        result.findings.push(gaps(data.incomplete.clone()));
    }
    result.findings.extend(summary::far_outside_of(|name| super::range(data, name), melons));
    result.in_passes = Some(PassesMade { ranks: keeps_scores, ..PassesMade::of(data, memory) });
    Ok(result)
}
