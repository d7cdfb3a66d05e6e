//! Tails of the normal, Student's, Fisher's and the chi-squared distributions.
//!
//! Each is computed as a tail. `1 - cdf` would lose every digit of a small p-value.

use libm::erfc;
use statrs::distribution::{Continuous, StudentsT};
use statrs::function::beta::beta_reg;
use statrs::function::gamma::gamma_ur;

/// The 0.975 quantile of the standard normal distribution.
pub const NORMAL_975: f64 = 1.959_963_984_540_054;

/// `P(|Z| > |z|)` for a standard normal `Z`: `erfc(|z| / sqrt 2)`.
///
/// ```
/// use melon::eval::tail::{NORMAL_975, normal_two_sided};
/// assert!((normal_two_sided(NORMAL_975) - 0.05).abs() < 1e-12);
/// ```
pub fn normal_two_sided(z: f64) -> f64 {
    erfc(z.abs() / std::f64::consts::SQRT_2)
}

/// `P(|T| > |t|)` for Student's t with `df` degrees of freedom:
/// `I_x(df/2, 1/2)` at `x = df / (df + t²)`, the regularised incomplete beta function.
/// `NaN` if `t` is, or without a degree of freedom.
///
/// ```
/// // With one degree of freedom it is Cauchy's distribution: half of it lies beyond 1.
/// assert!((melon::eval::tail::student_two_sided(1.0, 1) - 0.5).abs() < 1e-12);
/// ```
pub fn student_two_sided(t: f64, df: usize) -> f64 {
    beta_tail(df as f64, 1.0, t * t)
}

/// `P(F > f)` for Fisher's F with `df1` and `df2` degrees of freedom:
/// `I_x(df2/2, df1/2)` at `x = df2 / (df2 + df1 f)`.
/// `NaN` if `f` is, or without a degree of freedom.
///
/// ```
/// use melon::eval::tail::{fisher_upper, student_two_sided};
/// // With one degree of freedom above, F is the square of t.
/// assert!((fisher_upper(4.0, 1, 7) - student_two_sided(2.0, 7)).abs() < 1e-12);
/// ```
pub fn fisher_upper(f: f64, df1: usize, df2: usize) -> f64 {
    beta_tail(df2 as f64, df1 as f64, f.max(0.0) * df1 as f64)
}

/// `I_x(a/2, b/2)` at `x = a / (a + ratio)`.
fn beta_tail(a: f64, b: f64, ratio: f64) -> f64 {
    if ratio.is_nan() || a == 0.0 || b == 0.0 {
        return f64::NAN;
    }
    beta_reg(a / 2.0, b / 2.0, a / (a + ratio))
}

/// The 0.975 quantile of Student's t with `df` degrees of freedom, as far to each side as
/// a 95 % interval reaches, in standard errors. `NaN` without a degree of freedom.
///
/// ```
/// use melon::eval::tail::{student_975, student_two_sided};
/// assert!((student_two_sided(student_975(10), 10) - 0.05).abs() < 1e-12);
/// ```
pub fn student_975(df: usize) -> f64 {
    student_two_sided_quantile(df, 0.05)
}

/// The `q` with `P(|T| > q) = tails` for Student's t with `df` degrees of freedom. `NaN`
/// without a degree of freedom.
///
/// Newton's method. The tail is convex and 0 lies below the answer, so that each step comes
/// nearer from the same side.
pub(super) fn student_two_sided_quantile(df: usize, tails: f64) -> f64 {
    let Ok(t) = StudentsT::new(0.0, 1.0, df as f64) else { return f64::NAN };
    let mut q = 0.0;
    for _ in 0..100 {
        let step = (student_two_sided(q, df) - tails) / (2.0 * t.pdf(q));
        q += step;
        if step.abs() <= 1e-14 * q {
            break;
        }
    }
    q
}

/// `P(X > x)` for a chi-squared `X` with `df` degrees of freedom: `Q(df/2, x/2)`, the
/// regularised upper incomplete gamma function. 1 without a degree of freedom.
///
/// ```
/// // With two degrees of freedom it is e^(-x/2).
/// assert!((melon::eval::tail::chi_squared_upper(2.0, 2) - (-1f64).exp()).abs() < 1e-12);
/// ```
pub fn chi_squared_upper(x: f64, df: usize) -> f64 {
    if df == 0 || x <= 0.0 { 1.0 } else { gamma_ur(df as f64 / 2.0, x / 2.0) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tails_without_a_degree_of_freedom_are_not_numbers() {
        assert!(student_two_sided(1.0, 0).is_nan());
        assert!(fisher_upper(1.0, 0, 5).is_nan());
        assert!(student_975(0).is_nan());
        assert_eq!(student_two_sided(f64::INFINITY, 3), 0.0);
    }

    #[test]
    fn quantiles_turn_tails_round() {
        for (df, tails) in [(1, 0.001), (4, 0.05), (99, 0.05 / 15.0), (1000, 0.5)] {
            let q = student_two_sided_quantile(df, tails);
            assert!((student_two_sided(q, df) - tails).abs() < 1e-12, "{df} {tails}");
        }
        // One degree of freedom is a normal squared, two are exponential.
        assert!((chi_squared_upper(NORMAL_975.powi(2), 1) - 0.05).abs() < 1e-12);
        assert!((chi_squared_upper(3.0, 2) - (-1.5f64).exp()).abs() < 1e-12);
        assert_eq!(chi_squared_upper(3.0, 0), 1.0);
    }
}
