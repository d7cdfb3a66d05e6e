//! How far an estimate from a few samples may be off.

use super::tail::NORMAL_975;

/// The 95 % interval of a share (Wilson, 1927), which stays inside `[0, 1]` and has a
/// width even when none or all of the samples succeed:
///
/// `(p + z²/2n ± z sqrt(p (1 - p) / n + z²/4n²)) / (1 + z²/n)`.
///
/// It takes the samples for independent. Held-out answers of one cross-validation are not
/// quite: their training sets overlap. Without samples nothing is known: `[0, 1]`.
pub fn wilson(n_successes: usize, n: usize) -> [f64; 2] {
    if n == 0 {
        return [0.0, 1.0];
    }
    let (z, n) = (NORMAL_975, n as f64);
    let p = n_successes as f64 / n;
    let centre = p + z * z / (2.0 * n);
    let half = z * (p * (1.0 - p) / n + z * z / (4.0 * n * n)).sqrt();
    let scale = 1.0 + z * z / n;
    // Rounding aside, the interval holds `p` itself and stays inside [0, 1].
    [((centre - half) / scale).clamp(0.0, p), ((centre + half) / scale).clamp(p, 1.0)]
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
}
