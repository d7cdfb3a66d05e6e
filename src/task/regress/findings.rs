//! What is worth saying about a regression.

use super::fit::Fitted;
use super::{LinearSummary, MeanBaseline, RegressOptions};
use crate::eval::regression::{RegressionMetrics, sum_of_squares};
use crate::task::finding::{Finding, ILL_CONDITIONED, SAMPLES_PER_PARAMETER, SIGNIFICANCE};
use crate::task::summary::{CrossValidation, constant_columns};
use ndarray::ArrayView2;

/// What the encoded samples `x`, `(n_samples, n_terms)`, say about the terms.
pub(super) fn about_terms(fitted: &Fitted, x: ArrayView2<f64>, options: &RegressOptions) -> Vec<Finding> {
    let mut findings = Vec::new();
    if !fitted.fit.dropped.is_empty() {
        let names = |columns: &[usize]| columns.iter().map(|&column| fitted.model.terms[column].clone()).collect();
        let constant = constant_columns(x, &fitted.fit.dropped);
        findings.push(Finding::RankDeficient { terms: names(&fitted.fit.dropped), constant: names(&constant) });
    }
    if options.l2 == 0.0 && fitted.fit.condition >= ILL_CONDITIONED {
        findings.push(Finding::IllConditioned { condition: fitted.fit.condition, terms: inflated_terms(fitted, x) });
    }
    findings
}

/// The other findings, the gravest first.
pub(super) fn of(
    fitted: &Fitted,
    fit: &LinearSummary,
    options: &RegressOptions,
    cross_validation: Option<&CrossValidation<RegressionMetrics>>,
    baseline: &MeanBaseline,
    n_samples: usize,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    if fit.r2.is_none() {
        findings.push(Finding::ConstantTarget { target: fitted.model.target.clone() });
        return findings;
    }
    if options.l2 == 0.0 && (fit.is_exact || fit.df[1] == 0) {
        findings.push(Finding::ExactFit { df: fit.df[1] });
    }
    findings.extend(nothing_learned(fit, cross_validation.map(|cv| cv.metrics.rmse), baseline.rmse));
    let n_parameters = fitted.n_kept() + 1;
    if n_samples < SAMPLES_PER_PARAMETER * n_parameters {
        findings.push(Finding::FewSamples { n_samples, n_parameters });
    }
    findings
}

/// There is nothing to learn if the F test does not reject the mean alone and, held out,
/// the mean is no worse.
fn nothing_learned(fit: &LinearSummary, held_out_rmse: Option<f64>, baseline_rmse: f64) -> Option<Finding> {
    let beaten = held_out_rmse.is_some_and(|rmse| rmse < baseline_rmse);
    match (fit.f_p_value, held_out_rmse) {
        _ if beaten => None,
        (Some(f_p_value), _) if f_p_value > SIGNIFICANCE => {
            Some(Finding::NothingToLearn { f_p_value, held_out_rmse, baseline_rmse })
        }
        (_, Some(held_out_rmse)) => Some(Finding::NotBetterThanMean { held_out_rmse, baseline_rmse }),
        _ => None,
    }
}

/// The terms whose variance is inflated most by the others (at least a tenth of the worst):
/// `VIF_j = (X'X)^-1_jj sum (x_ij - mean_j)^2`, the squared standard error relative to that of
/// a column uncorrelated with the rest.
fn inflated_terms(fitted: &Fitted, x: ArrayView2<f64>) -> Vec<String> {
    let Some(covariance) = &fitted.fit.unscaled_covariance else { return Vec::new() };
    let kept = (0..fitted.model.terms.len()).filter(|column| !fitted.fit.dropped.contains(column));
    let inflation = |(place, column): (usize, usize)| {
        let squares = sum_of_squares(&x.column(column).to_vec());
        (column, covariance[[place + 1, place + 1]] * squares)
    };
    let inflations: Vec<(usize, f64)> = kept.enumerate().map(inflation).collect();
    let worst = inflations.iter().map(|&(_, vif)| vif).fold(0.0, f64::max);
    let suffers = inflations.into_iter().filter(|&(_, vif)| vif >= 0.1 * worst);
    suffers.map(|(column, _)| fitted.model.terms[column].clone()).collect()
}
