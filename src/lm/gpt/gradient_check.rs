//! The slope of a layer by finite differences, compared with its backward pass.

use rand::Rng;
use rand_distr::StandardNormal;

use crate::rng::Seed;

/// Step of the differences: large, since `f32` rounds; the fourth-order formula forgives it.
const STEP: f32 = 0.03;

/// Normal numbers from a stream called `name`.
pub(crate) fn normals(name: &str, n: usize) -> Vec<f32> {
    let mut stream = Seed(7).stream(name);
    (0..n).map(|_| stream.sample(StandardNormal)).collect()
}

/// `sum_i w_i y_i`: a loss whose gradient with respect to `y` is `w`.
pub(crate) fn weighted(y: &[f32], w: &[f32]) -> f64 {
    y.iter().zip(w).map(|(&y, &w)| f64::from(y) * f64::from(w)).sum()
}

/// Panics unless `gradient` is the slope of `loss` at `x`, entry by entry:
///
/// ```text
/// f'(x) = (8 f(x + h) - 8 f(x - h) - f(x + 2h) + f(x - 2h)) / 12 h + O(h^4)
/// ```
pub(crate) fn assert_gradient(x: &[f32], gradient: &[f32], mut loss: impl FnMut(&[f32]) -> f64) {
    assert_eq!(x.len(), gradient.len());
    let mut moved = x.to_vec();
    for i in 0..x.len() {
        let mut at = |steps: f32| {
            moved[i] = x[i] + steps * STEP;
            let value = loss(&moved);
            moved[i] = x[i];
            value
        };
        let slope = (8.0 * (at(1.0) - at(-1.0)) - (at(2.0) - at(-2.0))) / (12.0 * f64::from(STEP));
        let error = (f64::from(gradient[i]) - slope).abs();
        assert!(error < 1e-3 * (1.0 + slope.abs()), "entry {i}: backward {}, differences {slope}", gradient[i]);
    }
}
