//! The table of estimates with their standard errors.

use super::fit::RegressionFit;
use super::{LinearCoefficient, LinearSummary};
use crate::eval::tail::{student_975, student_two_sided};
use crate::model::INTERCEPT;

/// One line a term, the intercept first. `SE_j = s sqrt((X'X)^-1_jj)`.
pub(super) fn table(fitted: &RegressionFit, fit: &LinearSummary) -> Vec<LinearCoefficient> {
    // Place in the covariance: intercept, then the kept terms.
    let mut place = 0;
    let mut line = |term: &str, value: f64, is_kept: bool| {
        let std_error = is_kept.then(|| std_error(fitted, fit, place)).flatten();
        place += usize::from(is_kept);
        student(term, is_kept.then_some(value), std_error, fit)
    };
    let mut lines = vec![line(INTERCEPT, fitted.model.intercept, true)];
    for (column, (term, &value)) in fitted.model.terms.iter().zip(&fitted.model.coefficients).enumerate() {
        lines.push(line(term, value, !fitted.fit.dropped.contains(&column)));
    }
    lines
}

fn std_error(fitted: &RegressionFit, fit: &LinearSummary, place: usize) -> Option<f64> {
    let unscaled = fitted.fit.unscaled_covariance.as_ref()?[[place, place]];
    fit.residual_std_error.map(|s| s * unscaled.sqrt())
}

/// `t = estimate / SE`, two-sided p-value and 95 % interval with the residuals'
/// degrees of freedom. An exact fit has no error but rounding, which is no yardstick.
fn student(term: &str, estimate: Option<f64>, std_error: Option<f64>, fit: &LinearSummary) -> LinearCoefficient {
    let both = estimate.zip(std_error);
    let df = fit.df[1];
    let t = both.filter(|_| !fit.is_exact).map(|(estimate, se)| estimate / se).filter(|t| t.is_finite());
    let reach = student_975(df);
    LinearCoefficient {
        term: term.to_owned(),
        estimate,
        std_error,
        t,
        p_value: t.map(|t| student_two_sided(t, df)),
        interval: both.map(|(estimate, se)| [estimate - reach * se, estimate + reach * se]),
    }
}
