//! Who watches a run: a progress bar and a test's `Vec` alike.

use super::{Evaluation, TrainState};

/// What happened in a step.
#[derive(Debug, Clone, PartialEq)]
pub struct StepEvent {
    /// Steps done, this one included.
    pub step: usize,
    /// Steps that the whole run has.
    pub iters: usize,
    /// Training loss of this step's batch, nats a token.
    pub loss_nats: f64,
    /// The norm of the gradient before clipping.
    pub grad_norm: f64,
    /// The learning rate that the schedule has for this step.
    pub learning_rate: f32,
    /// Tokens that this step has learned from.
    pub n_tokens: usize,
    /// Since the run was started or resumed.
    pub elapsed_secs: f64,
    /// Tokens learned from since then, by the second.
    pub tokens_per_sec: f64,
    /// What was measured after this step, if it was time for it.
    pub evaluation: Option<Evaluation>,
}

/// Whether to go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flow {
    /// Take the next step.
    Continue,
    /// Stop here; the state is complete and can be resumed.
    Stop,
}

/// Watches a run, and may end it.
pub trait Observer {
    /// Is told of each step once it is taken, and says whether to go on.
    fn on_step(&mut self, _event: &StepEvent) -> Flow {
        Flow::Continue
    }

    /// After each evaluation, the one before the first step included: the time to save.
    fn on_checkpoint(&mut self, _state: &TrainState) -> Flow {
        Flow::Continue
    }

    /// Tells whether the run is to end now: asked from all threads and often, so that a long
    /// evaluation, or a step of many batches, does not keep anybody waiting.
    fn wants_end(&self) -> fn() -> bool {
        || false
    }
}

/// Nobody watches, and nothing ends the run early.
impl Observer for () {}

/// Keeps every event, to be looked at afterwards.
impl Observer for Vec<StepEvent> {
    fn on_step(&mut self, event: &StepEvent) -> Flow {
        self.push(event.clone());
        Flow::Continue
    }
}
