//! What is worth saying about a regression.

use super::fit::Fitted;
use super::{LinearSummary, MeanBaseline, RegressOptions};
use crate::eval::regression::RegressionMetrics;
use crate::task::finding::{Finding, ILL_CONDITIONED, SAMPLES_PER_PARAMETER, SIGNIFICANCE};
use crate::task::summary::CrossValidation;

/// All findings, the gravest first.
pub(super) fn of(
    fitted: &Fitted,
    fit: &LinearSummary,
    options: &RegressOptions,
    cross_validation: Option<&CrossValidation<RegressionMetrics>>,
    baseline: &MeanBaseline,
    n_samples: usize,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    if !fitted.fit.dropped.is_empty() {
        let terms = fitted.fit.dropped.iter().map(|&column| fitted.model.terms[column].clone()).collect();
        findings.push(Finding::RankDeficient { terms });
    }
    if options.l2 == 0.0 && fitted.fit.condition >= ILL_CONDITIONED {
        findings.push(Finding::IllConditioned { condition: fitted.fit.condition });
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
