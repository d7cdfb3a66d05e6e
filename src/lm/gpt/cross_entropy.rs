//! The loss: how surprised the model is by the token that follows, in nats.
//!
//! ```text
//! forward     l_i = ln sum_j e^(z_ij) - z_i,target          for each row i with a target
//! backward    dz_ij = softmax(z_i)_j - [j = target]
//! ```
//!
//! Both are *sums* over the rows: whoever averages knows over how many tokens (a batch may
//! lie in several shards, and a masked batch has fewer targets than rows).

use super::simd::{exp, max, softmax, sum, vectorised};
use crate::lm::TokenId;

/// The target of a row that does not count: padding, or a question when only the answer is
/// to be learned.
pub const IGNORE: TokenId = TokenId::MAX;

/// Sum of the losses over the rows of `logits` (B T, V), row `i` followed by `targets[i]`.
///
/// ```
/// // Logits ln 1 and ln 3 are the probabilities 1/4 and 3/4.
/// let loss = melon::lm::gpt::cross_entropy::forward(&[0.0, 3f32.ln()], 2, &[1]);
/// assert!((loss - -(0.75f64.ln())).abs() < 1e-6);
/// ```
pub fn forward(logits: &[f32], n: usize, targets: &[TokenId]) -> f64 {
    let mut loss = 0.0;
    vectorised!(for (row, &target) in logits.chunks_exact(n).zip(targets) {
        if target != IGNORE {
            loss += f64::from(log_sum_exp(row) - row[target as usize]);
        }
    });
    loss
}

/// The same sum; turns the logits into their gradient in place.
///
/// ```
/// let mut logits = [0.0, 3f32.ln()];
/// melon::lm::gpt::cross_entropy::forward_backward(&mut logits, 2, &[1]);
/// assert!((logits[0] - 0.25).abs() < 1e-6 && (logits[1] + 0.25).abs() < 1e-6); // 1/4, and 3/4 - 1
/// ```
pub fn forward_backward(logits: &mut [f32], n: usize, targets: &[TokenId]) -> f64 {
    let mut loss = 0.0;
    vectorised!(for (row, &target) in logits.chunks_exact_mut(n).zip(targets) {
        if target == IGNORE {
            row.fill(0.0);
            continue;
        }
        let of_target = row[target as usize];
        loss += f64::from(softmax(row) - of_target); // l = ln sum e^z - z_target: dz = softmax(z) ..
        row[target as usize] -= 1.0; // .. - [the target]
    });
    loss
}

/// `ln sum_j e^(z_j)`.
#[inline(always)]
fn log_sum_exp(row: &[f32]) -> f32 {
    /// Exponentials are summed a stretch at a time, on the stack.
    const STRETCH: usize = 256;
    let largest = max(row);
    let mut room = [0.0; STRETCH];
    let mut total = 0.0;
    for stretch in row.chunks(STRETCH) {
        let room = &mut room[..stretch.len()];
        for (e, z) in room.iter_mut().zip(stretch) {
            *e = exp(z - largest);
        }
        total += sum(room);
    }
    largest + total.ln()
}

#[cfg(test)]
fn scalar_log_sum_exp(row: &[f32]) -> f32 {
    row.iter().map(|&z| f64::from(z).exp()).sum::<f64>().ln() as f32
}

#[cfg(test)]
mod tests {
    use super::super::gradient_check::{assert_gradient, normals};
    use super::*;
    use approx::assert_relative_eq;

    #[test]
    fn backward_is_the_slope_of_forward() {
        let (n, targets) = (7, [2, IGNORE, 6]);
        let logits = normals("logits", 3 * n);
        let mut gradient = logits.clone();
        forward_backward(&mut gradient, n, &targets);
        assert_gradient(&logits, &gradient, |logits| forward(logits, n, &targets));
    }

    #[test]
    fn a_sum_in_stretches_is_the_one_written_down_first() {
        let row = normals("row", 700);
        assert_relative_eq!(log_sum_exp(&row), scalar_log_sum_exp(&row), epsilon = 1e-5);
    }

    #[test]
    fn ignored_rows_count_for_nothing() {
        let mut logits = vec![1.0, 2.0, 3.0, 4.0];
        let expected = f64::from((2f32.exp() + 1f32.exp()).ln() - 1.0);
        assert_relative_eq!(forward(&logits, 2, &[0, IGNORE]), expected, epsilon = 1e-6);
        assert_relative_eq!(forward_backward(&mut logits, 2, &[0, IGNORE]), expected, epsilon = 1e-6);
        assert_eq!(logits[2..], [0.0, 0.0]);
        assert_relative_eq!(logits[0] + logits[1], 0.0, epsilon = 1e-6);
    }

    #[test]
    fn a_nan_is_not_hidden() {
        assert!(forward(&[f32::NAN, 0.0], 2, &[1]).is_nan());
        assert!(forward_backward(&mut [f32::NAN, 0.0], 2, &[1]).is_nan());
    }
}
