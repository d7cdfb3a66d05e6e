//! How sweet? Least squares and ridge in passes.

use super::coder::Target;
use super::encoder;
use super::held_out::{HashedFolds, fits};
use super::measured::{Line, measure, shifts};
use super::samples::Samples;
use super::{PassesMade, check_engine, check_terms, n_folds};
use crate::data::{Coding, EncodeOptions, InPasses, Values};
use crate::engine::{Engine, LinearFit, LinearOptions, Native, Source};
use crate::model::Linear;
use crate::rng::Seed;
use crate::task::checked::Check;
use crate::task::regress::{self, MeanBaseline, RegressOptions, Regression, Residuals};
use crate::task::summary::{self, CrossValidation, DataSummary};
use crate::task::{Cv, Melon, Scheme, TaskError};
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
    let folds = n_folds(options.cv, n_samples)?.map(|n_folds| HashedFolds { n_folds, seed: Seed(options.seed) });
    let options = RegressOptions { cv: folds.map_or(Cv::None, |folds| Cv::Folds(folds.n_folds)), ..options.clone() };
    let options = options.checked()?;
    let sketch = &data.sketch;
    let target = sketch.target.as_ref().ok_or(TaskError::NoTarget)?;
    let impute = !data.incomplete.is_empty();
    let coding = if options.l2 == 0.0 { Coding::DropFirst } else { Coding::OneHot };
    let encoder = encoder::fit(data, EncodeOptions { coding, standardize: options.standardize, impute })?;
    check_terms(encoder.n_terms() + 2, memory)?;
    let terms = encoder.terms();
    let samples = Samples::new(data, &encoder, Target::Number, folds);
    let fit = |source: &dyn Source| {
        let fit = Native.linear_in_passes(source, &LinearOptions { l2: options.l2 });
        fit.map_err(|error| TaskError::from_engine(error, &terms))
    };
    let fitted = fits(&samples, folds, &fit);
    data.passes.check()?; // what a broken pass has left is no fit, and its error is not the reason
    let (all, of_folds) = fitted?;
    let line = |fit: &LinearFit| -> Line { (fit.coefficients.to_vec(), fit.intercept) };
    let of_folds: Vec<Line> = of_folds.iter().map(line).collect();
    let y_shift = match &target.values {
        Values::Numbers(cells) => crate::math::mean_and_deviation(cells.iter().copied()).map_or(0.0, |(mean, _)| mean),
        Values::Words { .. } => 0.0,
    };
    let measured = measure(&samples, (&line(&all), &of_folds), folds, &shifts(&encoder, sketch), y_shift);
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
    let fitted = regress::Fitted { model, engine: Native.name(), fit: all };
    let about_terms = regress::about_terms(&fitted, &about, &options);
    let summary = DataSummary { n_samples, ..DataSummary::new(sketch, &[]) };
    let parts = regress::Parts { data: summary, train, cross_validation, baseline, residuals, about_terms, impute };
    let mut result = regress::assembled(fitted, parts, melons, &options)?;
    if impute {
        result.findings.push(crate::task::Finding::Imputed { columns: data.incomplete.clone() });
    }
    result.findings.extend(summary::far_outside_of(|name| super::range(data, name), melons));
    result.in_passes = Some(PassesMade::of(data, memory));
    Ok(result)
}
