//! What is worth saying about a regression.

use super::fit::RegressionFit;
use super::{LinearSummary, MeanBaseline, RegressOptions};
use crate::eval::regression::RegressionMetrics;
use crate::task::finding::{Finding, ILL_CONDITIONED, SAMPLES_PER_PARAMETER, SIGNIFICANCE};
use crate::task::summary::CrossValidation;

/// What is to be known of the encoded samples' columns.
pub(in crate::task) struct AboutColumns<'a> {
    /// Whether all cells of a column are the same.
    pub is_constant: &'a dyn Fn(usize) -> bool,
    /// `sum (x - mean)²` of a column.
    pub squares: &'a dyn Fn(usize) -> f64,
}

/// What the encoded samples' columns say about the terms.
pub(in crate::task) fn about_terms(
    fitted: &RegressionFit,
    columns: &AboutColumns,
    options: &RegressOptions,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    if !fitted.fit.dropped.is_empty() {
        let names = |columns: &[usize]| columns.iter().map(|&column| fitted.model.terms[column].clone()).collect();
        let is_constant = |column: &usize| (columns.is_constant)(*column);
        let constant: Vec<usize> = fitted.fit.dropped.iter().copied().filter(is_constant).collect();
        findings.push(Finding::RankDeficient { terms: names(&fitted.fit.dropped), constant: names(&constant) });
    }
    if options.l2 == 0.0 && fitted.fit.condition >= ILL_CONDITIONED {
        findings
            .push(Finding::IllConditioned { condition: fitted.fit.condition, terms: inflated_terms(fitted, columns) });
    }
    findings
}

/// The other findings, the gravest first.
pub(super) fn of(
    fitted: &RegressionFit,
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
fn inflated_terms(fitted: &RegressionFit, columns: &AboutColumns) -> Vec<String> {
    let Some(covariance) = &fitted.fit.unscaled_covariance else { return Vec::new() };
    let kept = (0..fitted.model.terms.len()).filter(|column| !fitted.fit.dropped.contains(column));
    let inflation =
        |(place, column): (usize, usize)| (column, covariance[[place + 1, place + 1]] * (columns.squares)(column));
    let inflations: Vec<(usize, f64)> = kept.enumerate().map(inflation).collect();
    let worst = inflations.iter().map(|&(_, vif)| vif).fold(0.0, f64::max);
    let suffers = inflations.into_iter().filter(|&(_, vif)| vif >= 0.1 * worst);
    suffers.map(|(column, _)| fitted.model.terms[column].clone()).collect()
}
