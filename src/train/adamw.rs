//! AdamW (Loshchilov and Hutter, 2019): Adam with a weight decay of its own.
//!
//! ```text
//! m = b1 m + (1 - b1) g            m^ = m / (1 - b1^t)
//! v = b2 v + (1 - b2) g^2          v^ = v / (1 - b2^t)
//! p = p - lr wd p - lr m^ / (sqrt(v^) + eps)
//! ```
//!
//! Only the matrices of linear layers decay: not biases, norms or embeddings.

use super::TrainOptions;
use super::optimizer::{Pace, Stretch};
use crate::lm::gpt::simd::vectorised;

/// What is the same for all parameters in one step.
#[derive(Debug, Clone, Copy)]
pub(super) struct AdamW {
    beta1: f32,
    beta2: f32,
    epsilon: f32,
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
    /// Step `t`, counted from 1.
    pub(super) fn at(t: usize, pace: Pace, options: &TrainOptions) -> AdamW {
        let unbias = |beta: f32| 1.0 - f64::from(beta).powi(t.min(1 << 30) as i32);
        AdamW {
            beta1: options.beta1,
            beta2: options.beta2,
            epsilon: options.epsilon,
            rate: (f64::from(pace.learning_rate) / unbias(options.beta1)) as f32,
            unbias: (1.0 / unbias(options.beta2).sqrt()) as f32,
            shrink: pace.shrink,
            scale: pace.scale,
        }
    }

    /// Updates some parameters, all of which decay or none. Their gradients are used up: they
    /// are zero afterwards.
    pub(super) fn update(&self, stretch: Stretch, decays: bool) {
        let Stretch { params, grads, means, squares } = stretch;
        let shrink = if decays { self.shrink } else { 1.0 };
        vectorised!(for (((p, g), m), v) in params.iter_mut().zip(&mut *grads).zip(means).zip(squares) {
            let gradient = *g * self.scale;
            *g = 0.0;
            *m = self.beta1 * *m + (1.0 - self.beta1) * gradient;
            *v = self.beta2 * *v + (1.0 - self.beta2) * gradient * gradient;
            *p = shrink * *p - self.rate * *m / (v.sqrt() * self.unbias + self.epsilon);
        });
    }
}
