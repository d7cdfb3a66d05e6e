//! The Gaussian error linear unit, in GPT-2's form (Hendrycks and Gimpel, 2016).
//!
//! ```text
//! forward     y = x/2 (1 + tanh u) = x s,      u = sqrt(2/pi) (x + 0.044715 x^3),   s = 1 / (1 + e^(-2u))
//! backward    dx = dy (s + x s (1 - s) 2u'),   u' = sqrt(2/pi) (1 + 3 * 0.044715 x^2)
//! ```
//!
//! since `(1 + tanh u) / 2` is the logistic function of `2u`: one `exp` in place of a `tanh`.

use super::simd::{exp, vectorised};

/// `2 sqrt(2/pi)`.
const TWO_SLOPE: f32 = 1.595_769_2;
/// The weight of the cube.
const CUBIC: f32 = 0.044_715;

/// `y = gelu(x)`.
///
/// ```
/// let mut y = [0.0; 3];
/// melon::lm::gpt::gelu::forward(&[0.0, 1.0, -1.0], &mut y);
/// let expected = [0.0, 0.841_192, -0.158_808]; // far from 0: x or 0
/// assert!(y.iter().zip(expected).all(|(y, e)| (y - e).abs() < 1e-6), "{y:?}");
/// ```
pub fn forward(x: &[f32], y: &mut [f32]) {
    vectorised!(for (&x, y) in x.iter().zip(y) {
        *y = x * gate(x);
    });
}

/// The same, and leaves `gelu'(x)` in place of `x`, which nobody needs again: both share one `exp`.
pub fn forward_with_slope(x: &mut [f32], y: &mut [f32]) {
    vectorised!(for (x, y) in x.iter_mut().zip(y) {
        let s = gate(*x);
        *y = *x * s;
        *x = s + *y * (1.0 - s) * TWO_SLOPE * (1.0 + 3.0 * CUBIC * *x * *x);
    });
}

/// Turns `dy` into `dx = dy gelu'(x)` in place.
///
/// ```
/// use melon::lm::gpt::gelu::{backward, forward_with_slope};
/// let (mut slope, mut y, mut dx) = ([0.0], [0.0], [2.0]);
/// forward_with_slope(&mut slope, &mut y);
/// backward(&slope, &mut dx);
/// assert!((dx[0] - 1.0f32).abs() < 1e-6); // at 0 the slope is 1/2
/// ```
pub fn backward(slope: &[f32], dy: &mut [f32]) {
    vectorised!(for (slope, dy) in slope.iter().zip(dy) {
        *dy *= slope; // y = gelu(x)
    });
}

/// `s = (1 + tanh u) / 2`.
#[inline(always)]
fn gate(x: f32) -> f32 {
    1.0 / (1.0 + exp(-TWO_SLOPE * (x + CUBIC * x * x * x)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The definition, in double precision with the exact `tanh`.
    fn exact(x: f64) -> f64 {
        0.5 * x * (1.0 + ((2.0 / std::f64::consts::PI).sqrt() * (x + 0.044715 * x.powi(3))).tanh())
    }

    #[test]
    fn the_fast_form_agrees_with_the_exact_tanh() {
        let x: Vec<f32> = (-20_000..=20_000).map(|i| i as f32 / 1000.0).collect();
        let mut y = vec![0.0; x.len()];
        forward(&x, &mut y);
        let error = |(x, y): (&f32, &f32)| (f64::from(*y) - exact(f64::from(*x))).abs() / (1.0 + f64::from(x.abs()));
        let worst = x.iter().zip(&y).map(error).fold(0.0, f64::max);
        assert!(worst < 3e-7, "error {worst}");
    }

    #[test]
    fn backward_is_the_slope_of_forward() {
        let x: Vec<f32> = (-800..=800).map(|i| i as f32 / 100.0).collect();
        let (mut slopes, mut y, mut dx) = (x.clone(), vec![0.0; x.len()], vec![2.0; x.len()]);
        forward_with_slope(&mut slopes, &mut y);
        backward(&slopes, &mut dx);
        let mut without = vec![0.0; x.len()];
        forward(&x, &mut without);
        assert_eq!(y, without);
        let slope = |x: f64| (exact(x + 1e-5) - exact(x - 1e-5)) / 2e-5;
        let worst =
            x.iter().zip(&dx).map(|(&x, &d)| (f64::from(d) / 2.0 - slope(f64::from(x))).abs()).fold(0.0, f64::max);
        assert!(worst < 2e-6, "error {worst}");
    }
}
