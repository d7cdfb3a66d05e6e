//! Does a quantity fall as a power of another, `y = a x^-b`?
//!
//! Least squares of `ln y = ln a - b ln x` (Kaplan and others, 2020, fit language models'
//! losses over parameters so). On so few points a line can always be drawn: the fit is
//! refused where it would say nothing.

use super::tail::student_975;
use serde::Serialize;

/// Fewer points than this say nothing about a line.
const FEWEST_POINTS: usize = 4;

/// A fitted law `y = a x^-b`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PowerLaw {
    /// `a`: what `y` is at `x = 1`.
    pub factor: f64,
    /// `b`, above 0: twice the `x` gives `2^-b` of the `y`.
    pub exponent: f64,
    /// 95 % interval of `b`, by Student's t with `n - 2` degrees of freedom.
    pub exponent_interval: [f64; 2],
    /// `ln y - ln (a x^-b)` of each point: 0.1 is ten percent off.
    pub residuals: Vec<f64>,
    /// The share of the variance of `ln y` that the law accounts for.
    pub r2: f64,
}

/// Why no law is fitted.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "reason", rename_all = "snake_case")]
pub enum Refusal {
    /// There are too few points.
    TooFewPoints {
        /// The number of points given.
        n_points: usize,
        /// The least number of points for a fit.
        needed: usize,
    },
    /// A value is not above 0, and has no logarithm.
    NotPositive,
    /// `y` does not fall: the interval of `b` holds 0 or lies below.
    NotFalling {
        /// The exponent that would come out.
        exponent: f64,
        /// 95 % interval of that exponent.
        exponent_interval: [f64; 2],
    },
}

/// Fits `y = a x^-b`.
///
/// ```
/// let law = melon::eval::power_law::fit(&[(1.0, 6.0), (2.0, 3.0), (3.0, 2.0), (6.0, 1.0)]).unwrap();
/// assert!((law.factor - 6.0).abs() < 1e-9 && (law.exponent - 1.0).abs() < 1e-9); // y = 6 / x
/// ```
///
/// # Errors
/// Fewer than `FEWEST_POINTS` points with distinct `x`; values not above 0; an exponent
/// that may be 0.
pub fn fit(points: &[(f64, f64)]) -> Result<PowerLaw, Refusal> {
    let mut xs: Vec<f64> = points.iter().map(|(x, _)| *x).collect();
    xs.sort_by(f64::total_cmp);
    xs.dedup();
    if xs.len() < FEWEST_POINTS {
        return Err(Refusal::TooFewPoints { n_points: xs.len(), needed: FEWEST_POINTS });
    }
    if points.iter().any(|&(x, y)| !(x > 0.0 && y > 0.0 && x.is_finite() && y.is_finite())) {
        return Err(Refusal::NotPositive);
    }
    let n = points.len() as f64;
    let logs: Vec<(f64, f64)> = points.iter().map(|(x, y)| (x.ln(), y.ln())).collect();
    let mean_x = logs.iter().map(|(x, _)| x).sum::<f64>() / n;
    let mean_y = logs.iter().map(|(_, y)| y).sum::<f64>() / n;
    let sxx: f64 = logs.iter().map(|(x, _)| (x - mean_x).powi(2)).sum();
    let sxy: f64 = logs.iter().map(|(x, y)| (x - mean_x) * (y - mean_y)).sum();
    let syy: f64 = logs.iter().map(|(_, y)| (y - mean_y).powi(2)).sum();
    let slope = sxy / sxx;
    let residuals: Vec<f64> = logs.iter().map(|(x, y)| y - mean_y - slope * (x - mean_x)).collect();
    let rss: f64 = residuals.iter().map(|r| r * r).sum();
    let half = student_975(points.len() - 2) * (rss / (n - 2.0) / sxx).sqrt();
    let (exponent, exponent_interval) = (-slope, [-slope - half, -slope + half]);
    if exponent_interval[0] <= 0.0 {
        return Err(Refusal::NotFalling { exponent, exponent_interval });
    }
    let factor = (mean_y - slope * mean_x).exp();
    Ok(PowerLaw { factor, exponent, exponent_interval, residuals, r2: 1.0 - rss / syy })
}

#[cfg(test)]
mod tests {
    use super::*;
    use approx::assert_relative_eq;

    fn law(xs: &[f64]) -> Vec<(f64, f64)> {
        xs.iter().map(|&x| (x, 3.0 * x.powf(-0.25))).collect()
    }

    #[test]
    fn a_known_law_is_found_again() {
        let mut points = law(&[1e2, 1e3, 1e4, 1e5, 1e6]);
        let exact = fit(&points).unwrap();
        assert_relative_eq!(exact.exponent, 0.25, epsilon = 1e-12);
        assert_relative_eq!(exact.factor, 3.0, epsilon = 1e-9);
        assert_relative_eq!(exact.r2, 1.0, epsilon = 1e-12);
        points[2].1 *= 1.1;
        let bent = fit(&points).unwrap();
        assert!(bent.residuals[2] > 0.05 && bent.r2 < 1.0);
        assert_relative_eq!(bent.residuals.iter().sum::<f64>(), 0.0, epsilon = 1e-12);
        assert!(bent.exponent_interval[0] < 0.25 && 0.25 < bent.exponent_interval[1]);
    }

    #[test]
    fn what_says_nothing_is_refused() {
        let few = law(&[1e2, 1e3, 1e4]);
        assert_eq!(fit(&few), Err(Refusal::TooFewPoints { n_points: 3, needed: 4 }));
        let repeated: Vec<_> = few.iter().chain(&few).copied().collect();
        assert_eq!(fit(&repeated), Err(Refusal::TooFewPoints { n_points: 3, needed: 4 }));
        let rising: Vec<_> = law(&[1e2, 1e3, 1e4, 1e5]).iter().map(|(x, y)| (*x, 1.0 / y)).collect();
        assert!(matches!(fit(&rising), Err(Refusal::NotFalling { exponent, .. }) if exponent < 0.0));
        let noise = [(1e2, 1.0), (1e3, 1.2), (1e4, 0.9), (1e5, 1.1)];
        assert!(matches!(fit(&noise), Err(Refusal::NotFalling { .. })));
        assert_eq!(fit(&[(1.0, 1.0), (2.0, 0.0), (3.0, 1.0), (4.0, 1.0)]), Err(Refusal::NotPositive));
    }
}
