//! Layer normalisation (Ba, Kiros and Hinton, 2016).
//!
//! ```text
//! forward     z = (x - mean) rstd,   rstd = 1 / sqrt(variance + epsilon),   y = z g + b
//! backward    dz = dy g,   dx = rstd (dz - mean(dz) - z mean(dz z)),   dg += dy z,   db += dy
//! ```
//!
//! Means and the (population) variance run over the `C` channels of a row.

use super::params::{ParamInit, ParamRole, ParamSpan, Plan};
use super::simd::{dot, sum, vectorised};

/// Normalises each row to mean 0 and variance 1, then gives it a gain and a bias per channel.
///
/// ```
/// use melon::lm::gpt::{LayerNorm, Plan, RowStats};
/// let layer = LayerNorm::new(&mut Plan::default(), "layer", 2, 0.0);
/// let (gain, bias) = ([1.0, 2.0], [0.0, 10.0]);
/// let mut y = [0.0; 2];
/// // 3 and 7 have the mean 5 and the standard deviation 2: they become -1 and 1.
/// layer.forward(&[gain, bias].concat(), &[3.0, 7.0], &mut y, &mut [RowStats::default()]);
/// assert_eq!(y, [-1.0, 12.0]);
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct LayerNorm {
    n: usize,
    epsilon: f32,
    gain: ParamSpan,
    bias: ParamSpan,
}

/// What a row's backward pass needs to see again.
#[derive(Debug, Clone, Copy, Default)]
pub struct RowStats {
    mean: f32,
    rstd: f32,
}

impl LayerNorm {
    /// A layer called `name` over rows of `n` channels.
    pub fn new(plan: &mut Plan, name: &str, n: usize, epsilon: f32) -> LayerNorm {
        let gain = plan.add(format!("{name}.weight"), &[n], ParamInit::Ones, ParamRole::Vector);
        let bias = plan.add(format!("{name}.bias"), &[n], ParamInit::Zeros, ParamRole::Vector);
        LayerNorm { n, epsilon, gain, bias }
    }

    /// `y = z g + b`, row by row; `stats` keeps the mean and `rstd` of each.
    pub fn forward(&self, params: &[f32], x: &[f32], y: &mut [f32], stats: &mut [RowStats]) {
        let (gain, bias) = (self.gain.of(params), self.bias.of(params)); // (C), (C)
        let rows = x.chunks_exact(self.n).zip(y.chunks_exact_mut(self.n)); // (B T) x (C)
        vectorised!({
            let n = self.n;
            for ((x, y), stats) in rows.zip(stats) {
                let (x, y, gain, bias) = (&x[..n], &mut y[..n], &gain[..n], &bias[..n]); // of one length: no checks within
                *stats = self.row_stats(x, y);
                for c in 0..n {
                    y[c] = (x[c] - stats.mean) * stats.rstd * gain[c] + bias[c];
                }
            }
        });
    }

    /// Adds this layer's part to `dx`, where the residual stream's already stands, and `dg`
    /// and `db` to `grads`. `dy` is used up.
    pub fn backward(
        &self,
        params: &[f32],
        x: &[f32],
        stats: &[RowStats],
        dy: &mut [f32],
        dx: &mut [f32],
        grads: &mut [f32],
    ) {
        let gain = self.gain.of(params); // (C)
        let (d_gain, d_bias) = self.gain_and_bias_of_mut(grads); // (C), (C)
        let rows = x.chunks_exact(self.n).zip(dy.chunks_exact_mut(self.n)).zip(dx.chunks_exact_mut(self.n));
        vectorised!({
            let n = self.n;
            let (gain, d_gain, d_bias) = (&gain[..n], &mut d_gain[..n], &mut d_bias[..n]);
            for (((x, dy), dx), &RowStats { mean, rstd }) in rows.zip(stats) {
                let (x, dy, dx) = (&x[..n], &mut dy[..n], &mut dx[..n]); // of one length: no checks within
                let z = |c: usize| (x[c] - mean) * rstd;
                // y = z g + b
                for c in 0..n {
                    d_gain[c] += dy[c] * z(c);
                    d_bias[c] += dy[c];
                    dy[c] *= gain[c]; // now dz
                }
                // z = (x - mean) rstd
                let mean_dz = sum(dy) / n as f32;
                let mean_dz_z = rstd * (dot(dy, x) / n as f32 - mean * mean_dz); // mean(dz z)
                for c in 0..n {
                    dx[c] += rstd * (dy[c] - mean_dz - z(c) * mean_dz_z);
                }
            }
        });
    }

    /// Mean and `rstd` of a row, by two passes; `centred` is room for `x - mean`.
    #[inline(always)]
    fn row_stats(&self, x: &[f32], centred: &mut [f32]) -> RowStats {
        let mean = sum(x) / self.n as f32;
        for (centred, x) in centred.iter_mut().zip(x) {
            *centred = x - mean;
        }
        let variance = dot(centred, centred) / self.n as f32;
        RowStats { mean, rstd: 1.0 / (variance + self.epsilon).sqrt() }
    }

    /// Gain and bias in a flat buffer; they lie side by side.
    fn gain_and_bias_of_mut<'a>(&self, buffer: &'a mut [f32]) -> (&'a mut [f32], &'a mut [f32]) {
        buffer[self.gain.start..self.bias.start + self.bias.len].split_at_mut(self.n)
    }
}

#[cfg(test)]
mod tests {
    use super::super::gradient_check::{assert_gradient, normals, weighted};
    use super::*;

    #[test]
    fn backward_is_the_slope_of_forward() {
        let n = 20;
        let mut plan = Plan::default();
        let layer = LayerNorm::new(&mut plan, "n", n, 1e-5);
        let (params, x, dy) = (normals("params", 2 * n), normals("x", 3 * n), normals("dy", 3 * n));
        let run = |params: &[f32], x: &[f32]| {
            let (mut y, mut stats) = (vec![0.0; x.len()], vec![RowStats::default(); 3]);
            layer.forward(params, x, &mut y, &mut stats);
            (y, stats)
        };
        let (_, stats) = run(&params, &x);
        let (mut dx, mut grads) = (vec![0.0; x.len()], vec![0.0; params.len()]);
        layer.backward(&params, &x, &stats, &mut dy.clone(), &mut dx, &mut grads);
        assert_gradient(&x, &dx, |x| weighted(&run(&params, x).0, &dy));
        assert_gradient(&params, &grads, |params| weighted(&run(params, &x).0, &dy));
    }

    #[test]
    fn a_row_far_from_zero_is_still_normalised() {
        let mut plan = Plan::default();
        let layer = LayerNorm::new(&mut plan, "n", 4, 1e-5);
        let params = [1.0, 1.0, 1.0, 1.0, 0.0, 0.0, 0.0, 0.0];
        let mut y = [0.0; 4];
        layer.forward(&params, &[4096.0, 4097.0, 4098.0, 4099.0], &mut y, &mut [RowStats::default()]);
        let exact = [-1.341_635, -0.447_212, 0.447_212, 1.341_635];
        assert!(y.iter().zip(exact).all(|(y, e)| (y - e).abs() < 1e-3), "{y:?}");
    }
}
