//! Proper scores of predicted probabilities: least, in the mean, for the true ones.

use ndarray::ArrayView2;

/// Mean of `-ln p(true class)`, in nats, over `probabilities` `(n_samples, n_classes)`.
///
/// Probabilities are clipped to `[eps, 1 - eps]` with `eps` the machine precision, as
/// scikit-learn's `log_loss` does, so that one certain mistake costs 36 nats, not infinity.
///
/// ```
/// let p = ndarray::array![[0.5, 0.5], [0.75, 0.25]];
/// let loss = melon::eval::probability::log_loss(&[1, 0], p.view());
/// assert_eq!(loss, -(0.5f64.ln() + 0.75f64.ln()) / 2.0);
/// ```
pub fn log_loss(truth: &[usize], probabilities: ArrayView2<f64>) -> f64 {
    mean(&log_losses(truth, probabilities))
}

/// The same of each sample, `(n_samples)`.
///
/// ```
/// let p = ndarray::array![[0.5, 0.5], [0.75, 0.25]];
/// let losses = melon::eval::probability::log_losses(&[1, 0], p.view());
/// assert_eq!(losses, [-0.5f64.ln(), -0.75f64.ln()]);
/// ```
pub fn log_losses(truth: &[usize], probabilities: ArrayView2<f64>) -> Vec<f64> {
    // What has left the range of numbers on its way to a probability is as wrong as can be.
    let clip = |p: f64| if p.is_nan() { f64::EPSILON } else { p.clamp(f64::EPSILON, 1.0 - f64::EPSILON) };
    truth.iter().zip(probabilities.rows()).map(|(&class, row)| -clip(row[class]).ln()).collect()
}

/// Samples whose true class was given no chance: an infinite log-loss, counted as [`most_log_loss`].
///
/// ```
/// let p = ndarray::array![[1.0, 0.0], [0.75, 0.25]];
/// assert_eq!(melon::eval::probability::n_certainly_wrong(&[1, 1], p.view()), 1);
/// ```
pub fn n_certainly_wrong(truth: &[usize], probabilities: ArrayView2<f64>) -> usize {
    truth.iter().zip(probabilities.rows()).filter(|(class, row)| row[**class] <= f64::EPSILON).count()
}

/// What a certain mistake costs after clipping, in nats.
pub fn most_log_loss() -> f64 {
    -f64::EPSILON.ln()
}

/// The Brier score (1950) as scikit-learn 1.9 scales it: for two classes
/// `1/n sum_i (y_i - p_i)^2` of the positive one, in `[0, 1]`; for more
/// `1/n sum_i sum_c (y_ic - p_ic)^2`, in `[0, 2]`.
///
/// ```
/// let p = ndarray::array![[0.5, 0.5], [0.75, 0.25]];
/// let score = melon::eval::probability::brier(&[1, 0], p.view());
/// assert_eq!(score, (0.5 * 0.5 + 0.25 * 0.25) / 2.0);
/// ```
pub fn brier(truth: &[usize], probabilities: ArrayView2<f64>) -> f64 {
    mean(&briers(truth, probabilities))
}

/// The same of each sample, `(n_samples)`.
///
/// ```
/// let p = ndarray::array![[0.5, 0.5], [0.75, 0.25]];
/// assert_eq!(melon::eval::probability::briers(&[1, 0], p.view()), [0.25, 0.0625]);
/// ```
pub fn briers(truth: &[usize], probabilities: ArrayView2<f64>) -> Vec<f64> {
    let first = if probabilities.ncols() == 2 { 1 } else { 0 };
    let worst = if first == 1 { 1.0 } else { 2.0 };
    let distance = |(&class, row): (&usize, ndarray::ArrayView1<f64>)| {
        let error = |c: usize| f64::from(u8::from(c == class)) - row[c];
        let distance = (first..row.len()).map(|c| error(c).powi(2)).sum::<f64>();
        if distance.is_nan() { worst } else { distance }
    };
    truth.iter().zip(probabilities.rows()).map(distance).collect()
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use approx::assert_relative_eq;
    use ndarray::array;

    #[test]
    fn a_certain_mistake_costs_thirty_six_nats() {
        let loss = log_loss(&[1], array![[1.0, 0.0]].view());
        assert_relative_eq!(loss, -f64::EPSILON.ln());
    }

    #[test]
    fn what_is_no_number_is_as_wrong_as_can_be() {
        let (two, three) = (array![[f64::NAN, f64::NAN]], array![[f64::NAN, 0.0, 1.0]]);
        assert_eq!((brier(&[1], two.view()), brier(&[2], three.view())), (1.0, 2.0));
        assert_eq!(log_loss(&[0], three.view()), most_log_loss());
    }

    #[test]
    fn the_example_of_scikit_learn() {
        let binary = array![[0.9, 0.1], [0.1, 0.9], [0.2, 0.8], [0.7, 0.3]];
        assert_relative_eq!(brier(&[0, 1, 1, 0], binary.view()), 0.0375, epsilon = 1e-15);
        let three = array![[0.8, 0.1, 0.1], [0.2, 0.7, 0.1], [0.2, 0.2, 0.6]];
        assert_relative_eq!(brier(&[0, 1, 2], three.view()), 0.146_666_666_666_666_67, epsilon = 1e-15);
    }
}
