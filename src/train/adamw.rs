//! AdamW (Loshchilov and Hutter, 2019): Adam with a weight decay of its own.
//!
//! ```text
//! m = b1 m + (1 - b1) g            m^ = m / (1 - b1^t)
//! v = b2 v + (1 - b2) g^2          v^ = v / (1 - b2^t)
//! p = p - lr wd p - lr m^ / (sqrt(v^) + eps)
//! ```
//!
//! Only the matrices of linear layers decay: not biases, norms or embeddings.

use std::ops::Range;

use rayon::prelude::*;

use super::TrainOptions;
use crate::lm::gpt::Tensor;
use crate::lm::gpt::simd::vectorised;

/// Parameters that one task updates; a fixed number, though no bit depends on it.
const CHUNK: usize = 1 << 15;

/// The running means of the gradient and of its square, one number a parameter each.
#[derive(Debug, Clone, PartialEq)]
pub struct Moments {
    /// `m`.
    pub mean: Vec<f32>,
    /// `v`.
    pub square: Vec<f32>,
}

impl Moments {
    /// All zeros.
    pub fn new(n_params: usize) -> Moments {
        Moments { mean: vec![0.0; n_params], square: vec![0.0; n_params] }
    }
}

/// The settings, and which parameters decay.
#[derive(Debug, Clone)]
pub(super) struct AdamW {
    beta1: f32,
    beta2: f32,
    epsilon: f32,
    weight_decay: f32,
    /// Where the matrices lie, in ascending order.
    decaying: Vec<Range<usize>>,
}

/// What is the same for all parameters in one step.
struct Step {
    /// `lr / (1 - b1^t)`.
    rate: f32,
    /// `1 / sqrt(1 - b2^t)`.
    unbias: f32,
    /// `1 - lr wd`.
    shrink: f32,
    /// What the gradient is multiplied by.
    scale: f32,
}

impl AdamW {
    pub(super) fn new(options: &TrainOptions, tensors: &[Tensor]) -> AdamW {
        let range = |tensor: &Tensor| tensor.span.start..tensor.span.start + tensor.span.len;
        AdamW {
            beta1: options.beta1,
            beta2: options.beta2,
            epsilon: options.epsilon,
            weight_decay: options.weight_decay,
            decaying: tensors.iter().filter(|tensor| tensor.decays).map(range).collect(),
        }
    }

    /// Step `t`, counted from 1, along `scale * grads`. The gradients are used up: they are
    /// zero afterwards.
    pub(super) fn step(
        &self,
        t: usize,
        learning_rate: f32,
        scale: f32,
        params: &mut [f32],
        grads: &mut [f32],
        moments: &mut Moments,
    ) {
        let unbias = |beta: f32| 1.0 - f64::from(beta).powi(t.min(1 << 30) as i32);
        let step = Step {
            rate: (f64::from(learning_rate) / unbias(self.beta1)) as f32,
            unbias: (1.0 / unbias(self.beta2).sqrt()) as f32,
            shrink: 1.0 - learning_rate * self.weight_decay,
            scale,
        };
        let chunks = params
            .par_chunks_mut(CHUNK)
            .zip(grads.par_chunks_mut(CHUNK))
            .zip(moments.mean.par_chunks_mut(CHUNK).zip(moments.square.par_chunks_mut(CHUNK)));
        chunks.enumerate().for_each(|(i, ((p, g), (m, v)))| {
            self.shrink(i * CHUNK, p, step.shrink);
            vectorised!(self.update(&step, p, g, m, v));
            g.fill(0.0);
        });
    }

    /// `p = p - lr wd p` where the parameters from `start` on decay.
    fn shrink(&self, start: usize, params: &mut [f32], factor: f32) {
        let end = start + params.len();
        for range in self.decaying.iter().filter(|range| range.start < end && range.end > start) {
            let (from, to) = (range.start.max(start) - start, range.end.min(end) - start);
            params[from..to].iter_mut().for_each(|p| *p *= factor);
        }
    }

    #[inline(always)]
    fn update(&self, step: &Step, params: &mut [f32], grads: &[f32], means: &mut [f32], squares: &mut [f32]) {
        for (((p, g), m), v) in params.iter_mut().zip(grads).zip(means).zip(squares) {
            let g = g * step.scale;
            *m = self.beta1 * *m + (1.0 - self.beta1) * g;
            *v = self.beta2 * *v + (1.0 - self.beta2) * g * g;
            *p -= step.rate * *m / (v.sqrt() * step.unbias + self.epsilon);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lm::gpt::{Gpt, GptConfig};
    use approx::assert_relative_eq;

    #[test]
    fn it_follows_the_formula_and_decays_matrices_only() {
        let gpt = Gpt::new(GptConfig::new(5, 4, 1, 1, 8)).unwrap();
        let options = TrainOptions { weight_decay: 0.5, ..TrainOptions::default() };
        let adamw = AdamW::new(&options, gpt.tensors());
        let n = gpt.n_params();
        let (mut params, mut moments) = (vec![2.0; n], Moments::new(n));
        let slope = |step: usize| 0.5 - 0.2 * step as f32;
        for step in 1..=3 {
            adamw.step(step, 0.1, 2.0, &mut params, &mut vec![slope(step); n], &mut moments);
        }
        for tensor in gpt.tensors() {
            let decay = if tensor.shape.len() == 2 && tensor.name.contains(".h.") { 0.5 } else { 0.0 };
            let (mut p, mut m, mut v) = (2.0f64, 0.0, 0.0);
            for step in 1..=3 {
                let g = 2.0 * f64::from(slope(step));
                m = 0.9 * m + 0.1 * g;
                v = 0.99 * v + 0.01 * g * g;
                let (mean, square) = (m / (1.0 - 0.9f64.powi(step as i32)), v / (1.0 - 0.99f64.powi(step as i32)));
                p -= 0.1 * decay * p + 0.1 * mean / (square.sqrt() + 1e-8);
            }
            for &x in tensor.span.of(&params) {
                assert_relative_eq!(f64::from(x), p, epsilon = 2e-6);
            }
        }
    }
}
