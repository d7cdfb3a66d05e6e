//! How far an estimate from a few samples may be off.

use super::tail::{NORMAL_975, student_two_sided_quantile};

/// The 95 % interval of a share (Wilson, 1927), which stays inside `[0, 1]` and has a
/// width even when none or all of the samples succeed:
///
/// `(p + z²/2n ± z sqrt(p (1 - p) / n + z²/4n²)) / (1 + z²/n)`.
///
/// It takes the samples for independent. Held-out answers of one cross-validation are not
/// quite: their training sets overlap. Without samples nothing is known: `[0, 1]`.
///
/// ```
/// // z = 1.96, z²/20 = 0.192 and z²/10 = 0.384: (0.5 + 0.192 ± 0.365) / 1.384.
/// let [low, high] = melon::eval::interval::wilson(5, 10);
/// assert!((low - 0.237).abs() < 5e-4 && (high - 0.763).abs() < 5e-4);
/// ```
pub fn wilson(n_successes: usize, n: usize) -> [f64; 2] {
    if n == 0 {
        return [0.0, 1.0];
    }
    wilson_of_share(n_successes as f64 / n as f64, n)
}

/// The same of a share `p` that is a mean over several tests of the same `n` samples, and so no
/// multiple of `1/n`: testing them more often makes them no more.
///
/// ```
/// use melon::eval::interval::{wilson, wilson_of_share};
/// assert_eq!(wilson_of_share(0.75, 4), wilson(3, 4));
/// ```
pub fn wilson_of_share(p: f64, n: usize) -> [f64; 2] {
    let (z, n) = (NORMAL_975, n as f64);
    let centre = p + z * z / (2.0 * n);
    let half = z * (p * (1.0 - p) / n + z * z / (4.0 * n * n)).sqrt();
    let scale = 1.0 + z * z / n;
    // Rounding aside, the interval holds `p` itself and stays inside [0, 1].
    [((centre - half) / scale).clamp(0.0, p), ((centre + half) / scale).clamp(p, 1.0)]
}

/// The mean of independent `values` and its interval by Student's t, which misses the true
/// mean with probability `tails`: `mean ± t sd / sqrt(n)`, `sd` with divisor `n - 1`. With
/// a single value nothing is known: infinite on both sides.
///
/// ```
/// let (mean, [low, high]) = melon::eval::interval::mean(&[1.0, 2.0, 3.0], 0.05);
/// // sd = 1, and t = 4.303 with two degrees of freedom: 2 ± 4.303 / sqrt(3).
/// assert!(mean == 2.0 && (low - -0.484).abs() < 5e-4 && (high - 4.484).abs() < 5e-4);
/// ```
pub fn mean(values: &[f64], tails: f64) -> (f64, [f64; 2]) {
    mean_beside(values, 0.0, tails)
}

/// The same of values that share something, so that their mean is off by it, too, however many they are: `shared` is
/// the variance of that.
///
/// ```
/// use melon::eval::interval::mean_beside;
/// // The standard error is sqrt(1/3 + 1) in place of sqrt(1/3): twice as wide.
/// let [alone, beside] = [0.0, 1.0].map(|shared| mean_beside(&[1.0, 2.0, 3.0], shared, 0.05).1[1] - 2.0);
/// assert!((beside - 2.0 * alone).abs() < 1e-12);
/// ```
pub fn mean_beside(values: &[f64], shared: f64, tails: f64) -> (f64, [f64; 2]) {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    if values.len() < 2 {
        return (mean, [f64::NEG_INFINITY, f64::INFINITY]);
    }
    let variance = values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / (n - 1.0);
    let half = student_two_sided_quantile(values.len() - 1, tails) * (variance / n + shared).sqrt();
    (mean, [mean - half, mean + half])
}

/// The same as [`mean`] of `n` values from their sum and the sum of their squares.
///
/// ```
/// use melon::eval::interval::mean_of_sums;
/// let (mean, [low, high]) = mean_of_sums(3, 6.0, 14.0, 0.05); // of 1, 2 and 3
/// assert_eq!(mean, 2.0);
/// // Student's t with two degrees of freedom is 4.302653, the standard error 1 / sqrt(3).
/// assert!((high - 2.0 - 4.302_653 / 3f64.sqrt()).abs() < 1e-5);
/// assert!((high + low - 4.0).abs() < 1e-12);
/// ```
pub fn mean_of_sums(n: usize, sum: f64, squares: f64, tails: f64) -> (f64, [f64; 2]) {
    let mean = sum / n as f64;
    if n < 2 {
        return (mean, [f64::NEG_INFINITY, f64::INFINITY]);
    }
    let variance = (squares - sum * mean).max(0.0) / (n as f64 - 1.0);
    let half = student_two_sided_quantile(n - 1, tails) * (variance / n as f64).sqrt();
    (mean, [mean - half, mean + half])
}

#[cfg(test)]
mod tests {
    use super::*;
    use approx::assert_relative_eq;

    #[test]
    fn none_of_ten_is_not_impossible() {
        let [low, high] = wilson(0, 10);
        assert_eq!(low, 0.0);
        assert_relative_eq!(high, 0.277_532_799_862_889, epsilon = 1e-12);
        assert_eq!(wilson(0, 0), [0.0, 1.0]);
    }

    #[test]
    fn the_interval_of_a_mean_by_hand() {
        // With two degrees of freedom the 0.975 quantile is 0.95 sqrt(2 / (1 - 0.95²)).
        let t = 0.95 * (2.0 / (1.0 - 0.95f64.powi(2))).sqrt();
        let (mean, [low, high]) = mean(&[1.0, 2.0, 4.0], 0.05);
        assert_relative_eq!(mean, 7.0 / 3.0);
        assert_relative_eq!(high - mean, t * (7.0f64 / 9.0).sqrt(), epsilon = 1e-10);
        assert_relative_eq!(mean - low, high - mean, epsilon = 1e-10);
    }
}
