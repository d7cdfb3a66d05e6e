//! All that a run needs to go on as if it had never stopped.

use serde::{Deserialize, Serialize};

use super::optimizer::Moments;

/// A training run between two steps. Batches and dropout draw from streams named after the
/// step, so that its number is also the position of every random stream.
#[derive(Debug, Clone, PartialEq)]
pub struct TrainState {
    /// Optimiser steps done, since the run first began.
    pub step: usize,
    /// The parameters after them, in the order of the model's plan.
    pub params: Vec<f32>,
    /// What the optimiser remembers.
    pub moments: Moments,
    /// The parameters with the lowest validation loss so far.
    pub best: Option<Best>,
    /// Every evaluation so far.
    pub history: Vec<Evaluation>,
    /// Training losses since the last evaluation.
    pub running: RunningLoss,
}

/// A mean that is not complete yet.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub struct RunningLoss {
    /// Sum of the losses of the steps, in nats a token.
    pub sum_nats: f64,
    /// Steps that the sum is over.
    pub n_steps: usize,
}

/// The best parameters so far.
#[derive(Debug, Clone, PartialEq)]
pub struct Best {
    /// After how many steps.
    pub step: usize,
    /// Their validation loss on the evaluated examples, nats a token.
    pub val_loss_nats: f64,
    /// The parameters as they were then, in the order of the model's plan.
    pub params: Vec<f32>,
}

/// What was measured after `step` steps.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Evaluation {
    /// Optimiser steps done when it was measured; 0 before the first.
    pub step: usize,
    /// Mean training loss since the last evaluation, nats a token; `None` before the first step.
    pub train_loss_nats: Option<f64>,
    /// Validation loss, nats a token; `None` without validation data.
    pub val_loss_nats: Option<f64>,
}

impl TrainState {
    /// Before the first step, from these parameters.
    pub fn new(params: Vec<f32>) -> TrainState {
        TrainState {
            step: 0,
            moments: Moments::new(params.len()),
            params,
            best: None,
            history: Vec::new(),
            running: RunningLoss::default(),
        }
    }

    /// The parameters to keep: the best on the validation data, or the last if there is none.
    pub fn best_params(&self) -> &[f32] {
        self.best.as_ref().map_or(&self.params, |best| &best.params)
    }

    /// Notes an evaluation, and keeps the parameters if they are the best so far.
    pub(super) fn record(&mut self, val_loss_nats: Option<f64>) -> Evaluation {
        let RunningLoss { sum_nats, n_steps } = std::mem::take(&mut self.running);
        let train_loss_nats = (n_steps > 0).then(|| sum_nats / n_steps as f64);
        let evaluation = Evaluation { step: self.step, train_loss_nats, val_loss_nats };
        self.history.push(evaluation);
        let improves = |loss: &f64| self.best.as_ref().is_none_or(|best| *loss < best.val_loss_nats);
        if let Some(val_loss_nats) = val_loss_nats.filter(improves) {
            self.best = Some(Best { step: self.step, val_loss_nats, params: self.params.clone() });
        }
        evaluation
    }
}

impl RunningLoss {
    pub(super) fn add(&mut self, loss_nats: f64) {
        self.sum_nats += loss_nats;
        self.n_steps += 1;
    }
}
