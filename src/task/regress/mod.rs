//! How sweet? Least squares and ridge, with R's summary.

mod coefficients;
mod findings;
mod fit;
mod line;
mod options;
mod result;

pub(super) use findings::{AboutColumns, about_terms};
pub(super) use fit::{RegressionFit, Residuals};
pub use line::{FittedLine, line};
pub use options::RegressOptions;
pub use result::*;

use super::checked::{Check, Checked};
use super::cross_validation::regress_held_out;
use super::summary::{self, Contribution, CrossValidation, DataSummary};
use super::{Finding, Melon, Scheme, TaskError, classify};
use crate::data::{Column, Dataset, Folds, Values, melon};
use crate::eval::regression::{self, RegressionMetrics};
use crate::model::{Linear, Model};
use crate::rng::Seed;
use std::collections::BTreeMap;

/// Samples up to which [`Regression::samples`] is filled.
pub const MOST_FITTED: usize = 2000;

/// Fits a linear regression on `data`, measures it on the samples it has seen and on samples
/// it has not, and answers for `melons`.
///
/// With a penalty, categorical columns are coded one-hot in full; without one, drop-first,
/// and estimates have standard errors. A term that is a linear combination of those before
/// it is left out and named.
///
/// # Errors
/// No target, or one with a cell that is no finite number; options out of range; columns
/// that cannot be encoded; folds that cannot be made; a melon that does not fit the features.
pub fn regress(data: &Dataset, options: &RegressOptions, melons: &[Melon]) -> Result<Regression, TaskError> {
    let options = RegressOptions { cv: options.cv.resolve(data.n_samples()), ..options.clone() }.checked()?;
    let y = target_of(data)?;
    let impute = summary::has_missing(data);
    let target = data.target.as_ref().map_or("", |column| column.name.as_str());
    let (fitted, x) = fit::fit(target, &data.features, &y, &options, impute)?;
    let predicted = fitted.model.predict_encoded(x.view());
    let columns = AboutColumns {
        is_constant: &|term| !summary::constant_columns(x.view(), &[term]).is_empty(),
        squares: &|term| regression::sum_of_squares(&x.column(term).to_vec()),
    };
    let about_terms = findings::about_terms(&fitted, &columns, &options);
    drop(x); // the folds need its room
    let held_out = options.cv.plain(y.len(), Seed(options.seed))?;
    let divisions = held_out.as_ref().map_or(&[][..], |(_, divisions)| divisions);
    let baseline = MeanBaseline { rmse: mean_rmse(&y, divisions) };
    let measured = held_out.as_ref().map(|of| hold_out(data, &y, of, &options, impute)).transpose()?;
    let cross_validation = measured.map(|measured| beside_baseline(measured, &baseline));
    let train = regression::evaluate(&y, &predicted);
    let residuals = Residuals::of(&y, &predicted);
    let parts = RegressionMeasures {
        data: DataSummary::new(data, &[]),
        train,
        cross_validation,
        baseline,
        residuals,
        about_terms,
        impute,
    };
    let mut result = assembled(fitted, parts, melons, &options)?;
    result.findings.extend(summary::imputed(data));
    result.findings.extend(summary::far_outside(data, melons));
    result.samples = beside(data, &y, &predicted);
    Ok(result)
}

/// What was measured of a fit, wherever its samples lie.
pub(super) struct RegressionMeasures {
    pub data: DataSummary,
    pub train: RegressionMetrics,
    pub cross_validation: Option<CrossValidation<RegressionMetrics>>,
    pub baseline: MeanBaseline,
    pub residuals: Residuals,
    pub about_terms: Vec<Finding>,
    pub impute: bool,
}

/// The fit with everything that follows from these.
pub(super) fn assembled(
    fitted: RegressionFit,
    parts: RegressionMeasures,
    melons: &[Melon],
    options: &Checked<RegressOptions>,
) -> Result<Regression, TaskError> {
    let RegressionMeasures { data, train, cross_validation, baseline, residuals, about_terms, impute } = parts;
    let fit = fit::summary(&fitted, &residuals, options);
    let mut findings = about_terms;
    findings.extend(findings::of(&fitted, &fit, options, cross_validation.as_ref(), &baseline, residuals.n));
    Ok(Regression {
        model: "linear".to_owned(),
        engine: fitted.engine.to_owned(),
        data,
        coefficients: coefficients::table(&fitted, &fit),
        reference: summary::reference_levels(&fitted.model.encoder),
        fit,
        train,
        cross_validation,
        baseline,
        predictions: melons.iter().map(|melon| answer(&fitted.model, melon, impute)).collect::<Result<_, _>>()?,
        findings,
        in_passes: None,
        samples: Vec::new(),
        options: options.clone().into_inner(),
        fitted: Model::Linear(fitted.model),
    })
}

/// The target as finite numbers.
fn target_of(data: &Dataset) -> Result<Vec<f64>, TaskError> {
    let target = data.target.as_ref().ok_or(TaskError::NoTarget)?;
    let not_a_number = |row: usize| match target.text(row) {
        None => classify::missing_answer(target, data),
        Some(text) => {
            TaskError::NotANumber { column: target.name.clone(), row: data.rows[row], text: text.into_owned() }
        }
    };
    match &target.values {
        Values::Numbers(cells) => match cells.iter().position(|cell| !cell.is_finite()) {
            None => Ok(cells.clone()),
            Some(row) => Err(not_a_number(row)),
        },
        Values::Words { .. } => Err(not_a_number(0)),
    }
}

/// The pooled held-out predictions of every division, measured.
fn hold_out(
    data: &Dataset,
    y: &[f64],
    (scheme, divisions): &(Scheme, Vec<Folds>),
    options: &Checked<RegressOptions>,
    impute: bool,
) -> Result<CrossValidation<RegressionMetrics>, TaskError> {
    let predicted = regress_held_out(data, y, divisions, |train: &[Column], y, test: &[Column]| {
        Ok(fit::fit("", train, y, options, impute)?.0.model.predict(test)?)
    })?;
    let rmse = |predicted: &Vec<f64>| regression::evaluate(y, predicted).rmse;
    let repeats = match predicted.len() {
        1 => BTreeMap::new(),
        _ => BTreeMap::from([("rmse".to_owned(), predicted.iter().map(rmse).collect())]),
    };
    let metrics = regression::evaluate(&y.repeat(predicted.len()), &predicted.concat());
    Ok(CrossValidation { scheme: *scheme, metrics, repeats })
}

/// Held-out predictions with their R² against the baseline that stands beside them, the mean of
/// the samples that each fold learned from: `1 - RMSE² / RMSE_baseline²`. Against the mean of all
/// samples, which has seen the answers, R² and the two errors could contradict each other.
fn beside_baseline(
    measured: CrossValidation<RegressionMetrics>,
    baseline: &MeanBaseline,
) -> CrossValidation<RegressionMetrics> {
    let RegressionMetrics { rmse, mae, r2 } = measured.metrics;
    let r2 = r2.map(|_| 1.0 - (rmse / baseline.rmse).powi(2));
    CrossValidation { metrics: RegressionMetrics { rmse, mae, r2 }, ..measured }
}

/// What always answering the mean scores: that of each fold's training samples, where
/// there are folds.
fn mean_rmse(y: &[f64], divisions: &[Folds]) -> f64 {
    let mean = |of: &mut dyn Iterator<Item = f64>, n: usize| of.sum::<f64>() / n as f64;
    let of_all = || vec![mean(&mut y.iter().copied(), y.len()); y.len()];
    let of_folds = |folds: &Folds| {
        let mut predicted = vec![0.0; y.len()];
        for split in folds.iter() {
            let mean = mean(&mut split.train.iter().map(|&sample| y[sample]), split.train.len());
            split.test.into_iter().for_each(|sample| predicted[sample] = mean);
        }
        predicted
    };
    if divisions.is_empty() {
        return regression::evaluate(y, &of_all()).rmse;
    }
    let predicted: Vec<f64> = divisions.iter().flat_map(of_folds).collect();
    regression::evaluate(&y.repeat(divisions.len()), &predicted).rmse
}

/// The answer for one melon, and each feature's share of it.
fn answer(model: &Linear, melon: &Melon, impute: bool) -> Result<NumberPrediction, TaskError> {
    if !impute {
        melon::require_all(melon, &model.encoder.features())?;
    }
    let row = model.encoder.row(melon)?;
    let shares = model.explain(&row)?;
    Ok(NumberPrediction {
        input: melon.iter().cloned().collect(),
        predicted: model.predict(&row)?[0],
        contributions: shares.into_iter().map(|(term, value)| Contribution { class: None, term, value }).collect(),
    })
}

/// Every sample beside its prediction.
fn beside(data: &Dataset, y: &[f64], predicted: &[f64]) -> Vec<FittedSample> {
    if y.len() > MOST_FITTED {
        return Vec::new();
    }
    let sample = |i: usize| FittedSample { row: data.rows[i], predicted: predicted[i], observed: y[i] };
    (0..y.len()).map(sample).collect()
}

#[cfg(test)]
mod tests;
