//! The few functions everything rests on, each safe over the whole range of `f64`.

/// `1 / (1 + e^-z)`, without overflow on either side.
pub fn sigmoid(z: f64) -> f64 {
    if z >= 0.0 {
        1.0 / (1.0 + (-z).exp())
    } else {
        let e = z.exp();
        e / (1.0 + e)
    }
}

/// `ln(1 + e^z)`, the softplus: the log-loss of a logit, in nats.
pub fn log1p_exp(z: f64) -> f64 {
    z.max(0.0) + (-z.abs()).exp().ln_1p()
}

/// `ln(sum_i e^(x_i))`, shifted by the maximum; `-inf` for an empty slice.
pub fn log_sum_exp(x: &[f64]) -> f64 {
    let max = x.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    if max.is_infinite() {
        return max;
    }
    max + x.iter().map(|v| (v - max).exp()).sum::<f64>().ln()
}

/// Turns logits into probabilities in place: `e^(x_i) / sum_j e^(x_j)`, shifted by the maximum.
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
    fn softmax_sums_to_one_and_argmax_takes_the_first() {
        let mut p = [1e3, 1e3 - 1.0, -1e3];
        softmax(&mut p);
        assert_relative_eq!(p.iter().sum::<f64>(), 1.0);
        assert_eq!(argmax(&[0.2, 0.4, 0.4]), Some(1));
        assert_eq!(argmax(&[]), None);
    }
}
