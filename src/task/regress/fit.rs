//! Fitting, and R's summary of the fit.

use super::{LinearSummary, RegressOptions};
use crate::data::{Coding, Column, EncodeOptions, Encoder};
use crate::engine::{self, LinearFit, LinearOptions, Needs};
use crate::eval::{regression, tail};
use crate::model::Linear;
use crate::task::TaskError;
use crate::task::checked::Checked;
use ndarray::Array2;

/// What rounding leaves of a number, in units of that number.
const ROUNDING: f64 = 1e-13;

/// A linear regression and what its engine found out.
pub(in crate::task) struct RegressionFit {
    pub model: Linear,
    pub engine: &'static str,
    pub fit: LinearFit,
}

impl RegressionFit {
    /// Terms that the fit could tell apart, the intercept not counted.
    pub(super) fn n_kept(&self) -> usize {
        self.model.terms.len() - self.fit.dropped.len()
    }
}

/// The fit, and the encoded samples that it was made on, `(n_samples, n_terms)`.
pub(super) fn fit(
    target: &str,
    features: &[Column],
    y: &[f64],
    options: &Checked<RegressOptions>,
    impute: bool,
) -> Result<(RegressionFit, Array2<f64>), TaskError> {
    let inference = options.l2 == 0.0;
    let coding = if inference { Coding::DropFirst } else { Coding::OneHot };
    let encoder = Encoder::fit(features, EncodeOptions { coding, standardize: options.standardize, impute })?;
    let x = encoder.transform(features)?;
    let needs = Needs { inference, ..Needs::default() };
    let engine = engine::choose(options.engine, x.nrows(), x.ncols(), needs);
    let fit = engine.linear(x.view(), y, &LinearOptions { l2: options.l2 });
    let fit = fit.map_err(|error| TaskError::from_engine(error, &encoder.terms()))?;
    let model = Linear::new(target, encoder, &fit.coefficients, fit.intercept);
    Ok((RegressionFit { model, engine: engine.name(), fit }, x))
}

/// With `m` terms and `df = n - m - 1`:
///
/// `s² = SS_residual / df`, `F = ((SS_total - SS_residual) / m) / s²`,
/// `adjusted R² = 1 - (1 - R²)(n - 1) / df`.
pub(super) fn summary(fitted: &RegressionFit, residuals: &Residuals, options: &RegressOptions) -> LinearSummary {
    let &Residuals { n, ss_total, ss_residual, .. } = residuals;
    let m = fitted.n_kept();
    let df = n.saturating_sub(m + 1);
    let r2 = (ss_total > 0.0).then(|| 1.0 - ss_residual / ss_total);
    let unpenalised = options.l2 == 0.0 && df > 0;
    let variance = unpenalised.then(|| ss_residual / df as f64);
    let is_exact = residuals.are_rounding();
    let f = variance.filter(|_| !is_exact).map(|s2| (ss_total - ss_residual) / m as f64 / s2).filter(|f| f.is_finite());
    LinearSummary {
        r2,
        adjusted_r2: r2.filter(|_| unpenalised).map(|r2| 1.0 - (1.0 - r2) * (n - 1) as f64 / df as f64),
        residual_std_error: variance.map(f64::sqrt),
        f,
        f_p_value: f.map(|f| tail::fisher_upper(f, m, df)),
        df: [m, df],
        condition: Some(fitted.fit.condition).filter(|condition| condition.is_finite()),
        is_exact,
    }
}

/// What a fit leaves, as sums over the samples.
#[derive(Debug, Clone, Copy)]
pub(in crate::task) struct Residuals {
    /// Samples.
    pub n: usize,
    /// `sum (y - mean)²`.
    pub ss_total: f64,
    /// `sum (y - predicted)²`.
    pub ss_residual: f64,
    /// `sum y²`.
    pub y_squares: f64,
}

impl Residuals {
    /// Of targets and what is predicted for them.
    pub fn of(y: &[f64], predicted: &[f64]) -> Self {
        Residuals {
            n: y.len(),
            ss_total: regression::sum_of_squares(y),
            ss_residual: y.iter().zip(predicted).map(|(y, p)| (y - p) * (y - p)).sum(),
            y_squares: y.iter().map(|y| y * y).sum(),
        }
    }

    /// Whether what is left is no more than the rounding of the targets.
    fn are_rounding(&self) -> bool {
        self.ss_residual.sqrt() <= ROUNDING * self.y_squares.sqrt()
    }
}
