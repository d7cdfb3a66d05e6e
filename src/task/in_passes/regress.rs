//! How sweet? Least squares and ridge in passes.

use super::encoder;
use super::hashed_folds::HashedFolds;
use super::held_out::fits;
use super::measured::{LinearPredictor, RegressionErrors, shifts};
use super::row_encoder::Target;
use super::samples::Samples;
use super::seen::shift;
use super::{PassesMade, check_engine, check_terms};
use crate::data::{Coding, EncodeOptions, InPasses};
use crate::engine::{Engine, LinearFit, LinearOptions, Native, RowSource};
use crate::model::Linear;
use crate::task::checked::Check;
use crate::task::regress::{self, MeanBaseline, RegressOptions, Regression, Residuals};
use crate::task::summary::{self, CrossValidation, DataSummary};
use crate::task::{Melon, Scheme, TaskError};
use std::collections::BTreeMap;

/// As [`regress`](regress::regress), with at most `memory` bytes.
///
/// # Errors
/// As [`regress`](regress::regress); what cannot be done in passes; files that cannot be read once more.
pub fn regress_in_passes(
    data: &InPasses,
    options: &RegressOptions,
    melons: &[Melon],
    memory: u64,
) -> Result<Regression, TaskError> {
    check_engine(options.engine)?;
    let n_samples = data.passes.n_samples();
    let folds = HashedFolds::asked(options.cv, n_samples, options.seed)?;
    let options = RegressOptions { cv: HashedFolds::cv(folds), ..options.clone() }.checked()?;
    let sketch = &data.sketch;
    let target = sketch.target.as_ref().ok_or(TaskError::NoTarget)?;
    let impute = !data.incomplete.is_empty();
    let coding = if options.l2 == 0.0 { Coding::DropFirst } else { Coding::OneHot };
    let encoder = encoder::fit(data, EncodeOptions { coding, standardize: options.standardize, impute })?;
    check_terms(encoder.n_terms() + 2, memory)?;
    let terms = encoder.terms();
    let samples = Samples::new(data, &encoder, Target::Number).in_folds(folds);
    let fit = |source: &dyn RowSource| {
        let fit = Native.linear_in_passes(source, &LinearOptions { l2: options.l2 });
        fit.map_err(|error| TaskError::from_engine(error, &terms))
    };
    let fitted = fits(&samples, folds, &fit);
    data.passes.check()?; // what a broken pass has left is no fit, and its error is not the reason
    let (all, of_folds) = fitted?;
    let line = |fit: &LinearFit| -> LinearPredictor { (fit.coefficients.to_vec(), fit.intercept) };
    let of_folds: Vec<LinearPredictor> = of_folds.iter().map(line).collect();
    let (all_line, shifts, y_shift) = (line(&all), shifts(&encoder, sketch), shift(target));
    let measured = samples.aggregate(&RegressionErrors { all: all_line, of_folds, folds, shifts, y_shift });
    data.passes.check()?;

    let model = Linear::new(&target.name, encoder, &all.coefficients, all.intercept);
    let (n, ss_total) = (measured.n(), measured.ss_total());
    let residuals =
        Residuals { n: n_samples, ss_total, ss_residual: measured.train.squares, y_squares: measured.y_squares };
    let baseline = MeanBaseline { rmse: measured.mean_rmse(folds.is_some()) };
    let cross_validation = folds.map(|folds| {
        let mut metrics = measured.held_out.metrics(n, ss_total);
        metrics.r2 = metrics.r2.map(|_| 1.0 - (metrics.rmse / baseline.rmse).powi(2));
        CrossValidation { scheme: Scheme::Hashed(folds.n_folds), metrics, repeats: BTreeMap::new() }
    });
    let about = regress::AboutColumns {
        is_constant: &|term| measured.columns[term].is_constant(),
        squares: &|term| measured.columns[term].about_mean(),
    };
    let train = measured.train.metrics(n, ss_total);
    let fitted = regress::RegressionFit { model, engine: Native.name(), fit: all };
    let about_terms = regress::about_terms(&fitted, &about, &options);
    let summary = DataSummary { n_samples, ..DataSummary::new(sketch, &[]) };
    let parts = regress::RegressionMeasures {
        data: summary,
        train,
        cross_validation,
        baseline,
        residuals,
        about_terms,
        impute,
    };
    let mut result = regress::assembled(fitted, parts, melons, &options)?;
    if impute {
        result.findings.push(crate::task::Finding::Imputed { columns: data.incomplete.clone() });
    }
    result.findings.extend(summary::far_outside_of(|name| super::range(data, name), melons));
    result.in_passes = Some(PassesMade::of(data, memory));
    Ok(result)
}
