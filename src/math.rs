//! The few functions everything rests on, each safe over the whole range of `f64`; and products of matrices.

pub(crate) mod matrix;

/// `1 / (1 + e^-z)`, without overflow on either side.
///
/// ```
/// use melon::math::sigmoid;
/// assert_eq!((sigmoid(0.0), sigmoid(-1e4)), (0.5, 0.0));
/// assert!((sigmoid(3f64.ln()) - 0.75).abs() < 1e-15); // odds of 3 : 1
/// ```
pub fn sigmoid(z: f64) -> f64 {
    if z >= 0.0 {
        1.0 / (1.0 + (-z).exp())
    } else {
        let e = z.exp();
        e / (1.0 + e)
    }
}

/// `ln(1 + e^z)`, the softplus: the log-loss of a logit, in nats.
///
/// ```
/// assert_eq!(melon::math::log1p_exp(0.0), 2f64.ln());
/// ```
pub fn log1p_exp(z: f64) -> f64 {
    z.max(0.0) + (-z.abs()).exp().ln_1p()
}

/// `ln(sum_i e^(x_i))`, shifted by the maximum; `-inf` for an empty slice.
///
/// ```
/// let logs = [0.25f64.ln(), 0.5f64.ln()];
/// assert!((melon::math::log_sum_exp(&logs) - 0.75f64.ln()).abs() < 1e-15);
/// ```
pub fn log_sum_exp(x: &[f64]) -> f64 {
    let max = x.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    if max.is_infinite() {
        return max;
    }
    max + x.iter().map(|v| (v - max).exp()).sum::<f64>().ln()
}

/// Turns logits into probabilities in place: `e^(x_i) / sum_j e^(x_j)`, shifted by the maximum.
///
/// ```
/// let mut p = [1000.0, 1000.0 + 3f64.ln()];
/// melon::math::softmax(&mut p);
/// assert!((p[0] - 0.25).abs() < 1e-12 && (p[1] - 0.75).abs() < 1e-12);
/// ```
pub fn softmax(x: &mut [f64]) {
    let max = x.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    x.iter_mut().for_each(|v| *v = (*v - max).exp());
    let total: f64 = x.iter().sum();
    x.iter_mut().for_each(|v| *v /= total);
}

/// `x ln x`, continued by 0 at 0: a term of an entropy.
pub fn xlogx(x: f64) -> f64 {
    if x == 0.0 { 0.0 } else { x * x.ln() }
}

/// Mean, `1/n sum x`, and population standard deviation, `sqrt(1/n sum (x - mean)^2)`, of the
/// cells that are not NaN. Both sums are taken about a first estimate of the mean, so that
/// they stay exact far from zero; where squares leave the range of a double, deviations are
/// scaled by the largest first. Both are finite for finite cells; `None` without any cell.
///
/// ```
/// let cells = [1.0, f64::NAN, 3.0];
/// assert_eq!(melon::math::mean_and_deviation(cells.into_iter()), Some((2.0, 1.0)));
/// ```
pub fn mean_and_deviation(cells: impl Iterator<Item = f64> + Clone) -> Option<(f64, f64)> {
    let present = || cells.clone().filter(|cell| !cell.is_nan());
    let n = present().count() as f64;
    let rough = present().map(|cell| cell / n).sum::<f64>();
    let mean =
        rough + Some(present().map(|cell| (cell - rough) / n).sum()).filter(|x: &f64| x.is_finite()).unwrap_or(0.0);
    let deviation = (present().map(|cell| (cell - mean).powi(2)).sum::<f64>() / n).sqrt();
    let squares_fit = deviation.is_finite() && deviation > f64::MIN_POSITIVE.sqrt();
    (n > 0.0).then(|| (mean, if squares_fit { deviation } else { scaled_deviation(present(), n, mean) }))
}

/// The same deviation, of cells whose squares are too large or too small.
fn scaled_deviation(cells: impl Iterator<Item = f64> + Clone, n: f64, mean: f64) -> f64 {
    let largest = cells.clone().map(|cell| (cell - mean).abs()).fold(0.0, f64::max);
    // Cells at both ends of the range are farther apart than the range is wide.
    let (half, unit) = if largest.is_infinite() { (0.5, f64::MAX) } else { (1.0, largest) };
    let share = |cell: f64| ((cell * half - mean * half) / unit).powi(2);
    if unit > 0.0 { (cells.map(share).sum::<f64>() / n).sqrt() / half * unit } else { 0.0 }
}

/// The least and the largest of the values that are not NaN; of none, infinity and minus infinity.
///
/// ```
/// assert_eq!(melon::math::least_and_largest([3.0, f64::NAN, 1.0].into_iter()), [1.0, 3.0]);
/// ```
pub fn least_and_largest(values: impl Iterator<Item = f64>) -> [f64; 2] {
    values.fold([f64::INFINITY, f64::NEG_INFINITY], |[low, high], value| [low.min(value), high.max(value)])
}

/// Of each count, the sum of those before it: where each of several runs begins.
///
/// ```
/// assert_eq!(melon::math::sums_before([3, 0, 2].into_iter()), [0, 3, 3]);
/// ```
pub fn sums_before(counts: impl Iterator<Item = usize>) -> Vec<usize> {
    counts.scan(0, |so_far, n| Some(std::mem::replace(so_far, *so_far + n))).collect()
}

/// The index of the largest value; the first one on a tie, `None` for an empty slice.
pub fn argmax(x: &[f64]) -> Option<usize> {
    (0..x.len()).reduce(|best, i| if x[i] > x[best] { i } else { best })
}

#[cfg(test)]
mod tests {
    use super::*;
    use approx::assert_relative_eq;

    #[test]
    fn sigmoid_is_finite_and_symmetric_at_the_extremes() {
        assert_eq!(sigmoid(1e4), 1.0);
        assert_eq!(sigmoid(-1e4), 0.0);
        assert_relative_eq!(sigmoid(2.0) + sigmoid(-2.0), 1.0);
    }

    #[test]
    fn log_losses_survive_large_logits() {
        assert_eq!(log1p_exp(800.0), 800.0);
        assert_eq!(log1p_exp(-800.0), 0.0);
        assert_relative_eq!(log_sum_exp(&[1e3, 1e3]), 1e3 + 2f64.ln());
        assert_eq!(log_sum_exp(&[]), f64::NEG_INFINITY);
    }

    #[test]
    fn a_deviation_survives_cells_whose_squares_do_not() {
        let of = |cells: &[f64]| mean_and_deviation(cells.iter().copied()).unwrap();
        for unit in [1.0, 1e-300, 1e200, 1e307] {
            let (mean, deviation) = of(&[-unit, 3.0 * unit, f64::NAN]);
            assert_relative_eq!(mean, unit, max_relative = 1e-12);
            assert_relative_eq!(deviation, 2.0 * unit, max_relative = 1e-12);
        }
        let (mean, deviation) = of(&[f64::MAX, f64::MAX, -f64::MAX, f64::MAX]);
        assert!(mean.is_finite() && deviation.is_finite(), "{mean} {deviation}");
        assert_eq!((of(&[7.0, 7.0]), mean_and_deviation([f64::NAN].into_iter())), ((7.0, 0.0), None));
    }

    #[test]
    fn softmax_sums_to_one_and_argmax_takes_the_first() {
        let mut p = [1e3, 1e3 - 1.0, -1e3];
        softmax(&mut p);
        assert_relative_eq!(p.iter().sum::<f64>(), 1.0);
        assert_eq!(argmax(&[0.2, 0.4, 0.4]), Some(1));
        assert_eq!(argmax(&[]), None);
    }
}
