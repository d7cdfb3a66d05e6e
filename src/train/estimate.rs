//! How long will it take? A few steps on the side give the answer.

use std::time::Duration;

use web_time::Instant;

use super::run::Run;
use super::{TrainData, TrainError, TrainOptions, TrainState};
use crate::lm::gpt::Gpt;

/// Steps that are timed, after one that is not.
const TIMED_STEPS: u32 = 3;

/// Batches of a step that are timed, at most.
const MOST_BATCHES: usize = 8;

/// What a run will take on this machine.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TimeEstimate {
    /// One optimiser step, in seconds.
    pub step_secs: f64,
    /// One evaluation on the way, in seconds.
    pub eval_secs: f64,
    /// All remaining steps and evaluations, in seconds.
    pub total_secs: f64,
}

/// Times a few steps on a copy of `state`, which itself stays as it is.
///
/// # Errors
/// As [`super::train`].
pub fn estimate(
    gpt: &Gpt,
    options: &TrainOptions,
    data: TrainData,
    state: &TrainState,
) -> Result<TimeEstimate, TrainError> {
    let mut copy = TrainState { best: None, history: Vec::new(), ..state.clone() };
    // Of a step of very many batches, a part is timed.
    let accumulation_steps = options.accumulation_steps.min(MOST_BATCHES);
    let parts = options.accumulation_steps as f64 / accumulation_steps as f64;
    let timed = TrainOptions { accumulation_steps, ..options.clone() };
    let mut run = Run::new(gpt, &timed, data, &copy)?;
    run.step(&mut copy, &|| false)?;
    let start = Instant::now();
    for _ in 0..TIMED_STEPS {
        run.step(&mut copy, &|| false)?;
    }
    let step_secs = start.elapsed().as_secs_f64() / f64::from(TIMED_STEPS) * parts;
    copy.step = 0; // an evaluation on the way
    let start = Instant::now();
    run.evaluate(&mut copy, || false);
    let eval_secs = start.elapsed().as_secs_f64();
    let steps = options.iters.saturating_sub(state.step) as f64;
    let total_secs = steps * (step_secs + eval_secs / options.eval_interval as f64);
    Ok(TimeEstimate { step_secs, eval_secs, total_secs })
}

impl TimeEstimate {
    /// How many steps fit into `budget`, at least one: with `iters` set to it, the learning
    /// rate comes down in time.
    pub fn iters_within(&self, budget: Duration, options: &TrainOptions) -> usize {
        let a_step = self.step_secs + self.eval_secs / options.eval_interval as f64;
        ((budget.as_secs_f64() / a_step) as usize).clamp(1, options.iters)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_budget_cuts_the_steps_and_never_adds_any() {
        let estimate = TimeEstimate { step_secs: 0.01, eval_secs: 1.0, total_secs: 0.0 };
        let options = TrainOptions { iters: 2_000, eval_interval: 100, ..TrainOptions::default() };
        assert_eq!(estimate.iters_within(Duration::from_secs(10), &options), 500);
        assert_eq!(estimate.iters_within(Duration::from_secs(1_000), &options), 2_000);
        assert_eq!(estimate.iters_within(Duration::ZERO, &options), 1);
    }
}
