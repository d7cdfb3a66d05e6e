//! From a gradient to a step: which rule each tensor follows, all tensors at once.
//!
//! ```text
//! adamw    AdamW for every tensor
//! muon     Muon for the matrices of linear layers, AdamW for the rest
//! ```

use rayon::prelude::*;

use super::adamw::AdamW;
use super::muon::Muon;
use super::optimizer::{Moments, Optimizer, Pace, Stretch};
use super::{TrainOptions, TrainState};
use crate::lm::gpt::{ParamRole, Tensor};

/// Parameters that one task updates by AdamW, at most; no bit depends on it.
const CHUNK: usize = 1 << 15;

/// A stretch of the flat buffer that is updated on its own.
#[derive(Debug, Clone)]
struct Piece {
    len: usize,
    rule: Rule,
}

#[derive(Debug, Clone)]
enum Rule {
    AdamW { decays: bool },
    Muon(Box<Muon>),
}

/// The pieces of a model, in the order of its flat buffer.
#[derive(Debug, Clone)]
pub(super) struct Update<'a> {
    options: &'a TrainOptions,
    pieces: Vec<Piece>,
}

impl<'a> Update<'a> {
    pub(super) fn new(options: &'a TrainOptions, tensors: &[Tensor]) -> Update<'a> {
        Update { options, pieces: tensors.iter().flat_map(|tensor| pieces(tensor, options.optimizer)).collect() }
    }

    /// Takes a step along `scale * grads`: that of number `state.step`, counted from 1. The
    /// gradients are used up: they are zero afterwards.
    pub(super) fn step(&mut self, learning_rate: f32, scale: f32, state: &mut TrainState, grads: &mut [f32]) {
        let pace = Pace { learning_rate, shrink: 1.0 - learning_rate * self.options.weight_decay, scale };
        let adamw = AdamW::at(state.step, pace, self.options);
        let is_small = grads.len() <= CHUNK;
        let Moments { mean, square } = &mut state.moments;
        let mut rest = Stretch { params: &mut state.params, grads, means: mean, squares: square };
        let tasks = self.pieces.iter_mut().map(|piece| (rest.split_off(piece.len), &mut piece.rule));
        let update = |(stretch, rule): (Stretch, &mut Rule)| match rule {
            Rule::AdamW { decays } => adamw.update(stretch, *decays),
            Rule::Muon(muon) => muon.update(stretch, pace),
        };
        if is_small {
            tasks.for_each(update); // it takes less time than waking a thread
        } else {
            tasks.collect::<Vec<_>>().into_par_iter().for_each(update);
        }
    }
}

/// A matrix for Muon stays whole; for AdamW it does not matter where a tensor is cut.
fn pieces(tensor: &Tensor, optimizer: Optimizer) -> Vec<Piece> {
    let len = tensor.span.len;
    match (optimizer, tensor.role, &tensor.shape[..]) {
        (Optimizer::Muon, ParamRole::Matrix, &[rows, columns]) => {
            vec![Piece { len, rule: Rule::Muon(Box::new(Muon::new(rows, columns))) }]
        }
        _ => {
            let rule = Rule::AdamW { decays: tensor.role.decays() };
            let piece = |start| Piece { len: CHUNK.min(len - start), rule: rule.clone() };
            (0..len).step_by(CHUNK).map(piece).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lm::gpt::{Gpt, GptConfig};
    use approx::assert_relative_eq;

    /// Three steps along slopes that change, from 2 everywhere.
    fn three_steps(gpt: &Gpt, optimizer: Optimizer) -> TrainState {
        let options = TrainOptions { optimizer, weight_decay: 0.5, beta2: 0.99, ..TrainOptions::default() };
        let (mut update, n) = (Update::new(&options, gpt.tensors()), gpt.n_params());
        let mut state = TrainState::new(vec![2.0; n]);
        for step in 1..=3 {
            state.step = step;
            update.step(0.1, 2.0, &mut state, &mut vec![slope(step); n]);
        }
        state
    }

    fn slope(step: usize) -> f32 {
        0.5 - 0.2 * step as f32
    }

    /// What AdamW makes of it, as its formula has it.
    fn by_formula(decay: f64) -> f64 {
        let (mut p, mut m, mut v) = (2.0, 0.0, 0.0);
        for step in 1..=3 {
            let g = 2.0 * f64::from(slope(step));
            m = 0.9 * m + 0.1 * g;
            v = 0.99 * v + 0.01 * g * g;
            let (mean, square) = (m / (1.0 - 0.9f64.powi(step as i32)), v / (1.0 - 0.99f64.powi(step as i32)));
            p -= 0.1 * decay * p + 0.1 * mean / (square.sqrt() + 1e-8);
        }
        p
    }

    #[test]
    fn adamw_follows_the_formula_and_decays_matrices_only() {
        let gpt = Gpt::new(GptConfig::new(5, 4, 1, 1, 8)).unwrap();
        let state = three_steps(&gpt, Optimizer::AdamW);
        for tensor in gpt.tensors() {
            let decay = if tensor.shape.len() == 2 && tensor.name.contains(".h.") { 0.5 } else { 0.0 };
            for &p in tensor.span.of(&state.params) {
                assert_relative_eq!(f64::from(p), by_formula(decay), epsilon = 2e-6);
            }
        }
    }

    #[test]
    fn muon_takes_the_matrices_inside_and_leaves_the_rest() {
        let config = GptConfig { tied: false, ..GptConfig::new(5, 4, 1, 1, 8) };
        let gpt = Gpt::new(config).unwrap();
        let [adamw, muon] = [Optimizer::AdamW, Optimizer::Muon].map(|optimizer| three_steps(&gpt, optimizer));
        for tensor in gpt.tensors() {
            let is_inside = tensor.shape.len() == 2 && tensor.name.contains(".h.");
            let [theirs, ours] = [&adamw, &muon].map(|state| tensor.span.of(&state.params));
            assert_eq!(theirs != ours, is_inside, "{}", tensor.name);
            assert_eq!(tensor.span.of(&muon.moments.square).iter().all(|&v| v == 0.0), is_inside, "{}", tensor.name);
        }
    }
}
