//! Metrics of predicted numbers.

use serde::{Deserialize, Serialize};

/// Everything measured on one set of predictions.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RegressionMetrics {
    /// Root of the mean squared error, in the target's unit; infinite where squares overflow.
    #[serde(deserialize_with = "super::infinite::read")]
    pub rmse: f64,
    /// Mean absolute error, in the target's unit.
    #[serde(deserialize_with = "super::infinite::read")]
    pub mae: f64,
    /// `1 - SS_residual / SS_total`; below 0 is worse than the mean. `None` where the truth
    /// is constant: there is no variance to account for; and where squares overflow.
    pub r2: Option<f64>,
}

/// Measures predictions against the truth, sample by sample. Without samples the means
/// are `NaN`.
///
/// ```
/// // The errors are 0 and 1; the truth lies 1 from its mean, twice.
/// let metrics = melon::eval::regression::evaluate(&[1.0, 3.0], &[1.0, 2.0]);
/// assert_eq!((metrics.rmse, metrics.mae, metrics.r2), (0.5f64.sqrt(), 0.5, Some(1.0 - 1.0 / 2.0)));
/// ```
pub fn evaluate(truth: &[f64], predicted: &[f64]) -> RegressionMetrics {
    let n = truth.len() as f64;
    // A prediction that has left the range of numbers on its way is as wrong as can be.
    let error = |(y, p): (&f64, &f64)| if p.is_nan() { f64::INFINITY } else { y - p };
    let errors = || truth.iter().zip(predicted).map(error);
    let ss_residual: f64 = errors().map(|e| e * e).sum();
    let ss_total = sum_of_squares(truth);
    RegressionMetrics {
        rmse: (ss_residual / n).sqrt(),
        mae: errors().map(f64::abs).sum::<f64>() / n,
        r2: (ss_total > 0.0).then(|| 1.0 - ss_residual / ss_total).filter(|r2| r2.is_finite()),
    }
}

/// `sum_i (y_i - mean)^2`; exactly 0 if all are equal.
pub fn sum_of_squares(y: &[f64]) -> f64 {
    // About the first value, so that a constant gives no rounding error.
    let origin = y.first().copied().unwrap_or(0.0);
    let mean = y.iter().map(|v| v - origin).sum::<f64>() / y.len() as f64;
    y.iter().map(|v| (v - origin - mean).powi(2)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mean_explains_nothing_and_a_constant_leaves_nothing_to_explain() {
        assert_eq!(evaluate(&[1.0, 3.0], &[2.0, 2.0]), RegressionMetrics { rmse: 1.0, mae: 1.0, r2: Some(0.0) });
        assert_eq!(evaluate(&[0.1; 3], &[0.1; 3]).r2, None);
    }

    #[test]
    fn a_prediction_that_is_no_number_is_as_wrong_as_can_be() {
        let metrics = evaluate(&[1.0, 3.0], &[f64::NAN, 3.0]);
        assert_eq!(metrics, RegressionMetrics { rmse: f64::INFINITY, mae: f64::INFINITY, r2: None });
    }
}
