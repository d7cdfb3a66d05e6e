//! The loop: draw a batch, go forward and backward, clip, step; evaluate now and then.
//!
//! It knows nothing of the terminal and of files: an [`Observer`] shows and saves.

use std::time::Duration;

use web_time::Instant;

use super::schedule::learning_rate;
use super::shards::{DropoutStreams, LossSum, Shards};
use super::update::Update;
use super::{Evaluation, ExampleSource, Flow, Observer, OptionsError, StepEvent, TrainOptions, TrainState};
use crate::lm::gpt::Gpt;
use crate::rng;

/// A step that was begun in time is brought to its end, unless that takes longer.
const GRACE: Duration = Duration::from_secs(1);

/// What a run learns from.
#[derive(Clone, Copy)]
pub struct TrainData<'a> {
    /// Examples to learn from.
    pub train: &'a dyn ExampleSource,
    /// Examples held out; without them the last parameters are kept instead of the best.
    pub validation: Option<&'a dyn ExampleSource>,
}

/// Why a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// All steps are done.
    Finished,
    /// The observer asked for it.
    Stopped,
    /// The time was up.
    OutOfTime,
}

/// Why a run failed. The state is as it was before the failing step: whole and finite.
#[derive(Debug, thiserror::Error, Clone, PartialEq)]
pub enum TrainError {
    /// The loss or the gradient is no longer a finite number.
    Diverged {
        /// The step, counted from 1.
        step: usize,
        /// The loss of its batch, nats a token.
        loss_nats: f64,
        /// The norm of its gradient.
        grad_norm: f64,
        /// The learning rate at that step.
        learning_rate: f32,
    },
    /// The settings make no sense.
    Options(#[from] OptionsError),
    /// The state is that of another model.
    WrongModel {
        /// Parameters of the model.
        expected: usize,
        /// Parameters in the state.
        found: usize,
    },
}

/// Trains until `options.iters` steps are done, the observer asks to stop, or `time_budget`
/// is over. Called again with the same settings and the same `state`, it goes on as if it
/// had never stopped, bit for bit.
///
/// # Errors
/// If the settings make no sense or the loss is no longer finite; `state` then holds the last
/// good parameters.
pub fn train(
    gpt: &Gpt,
    options: &TrainOptions,
    data: TrainData,
    state: &mut TrainState,
    time_budget: Option<Duration>,
    observer: &mut dyn Observer,
) -> Result<Ending, TrainError> {
    let mut run = Run::new(gpt, options, data, state)?;
    let mut clock = Clock { start: Instant::now(), n_tokens: 0 };
    let is_over = observer.wants_end();
    let start = clock.start;
    let is_late = || time_budget.is_some_and(|budget| start.elapsed() >= budget);
    let is_very_late = || time_budget.is_some_and(|budget| start.elapsed() >= budget.saturating_add(GRACE));
    let is_measured = state.history.last().is_some_and(|last| last.step == state.step);
    // The evaluation before the first step, or one that was cut off.
    if !is_measured
        && (state.step == 0 || run.is_due(state.step))
        && (run.evaluate(state, is_over).is_none() || observer.on_checkpoint(state) == Flow::Stop)
    {
        return Ok(Ending::Stopped);
    }
    while state.step < options.iters {
        let Some(done) = run.step(state, &|| is_over() || is_very_late())? else {
            return Ok(if is_over() { Ending::Stopped } else { Ending::OutOfTime });
        };
        let is_due = run.is_due(state.step);
        let evaluation = if is_due { run.evaluate(state, is_over) } else { None };
        let after_step = observer.on_step(&clock.event(state.step, options.iters, &done, evaluation));
        let after_saving = evaluation.map_or(Flow::Continue, |_| observer.on_checkpoint(state));
        let is_cut = is_due && evaluation.is_none();
        if state.step == options.iters && !is_cut {
            break;
        }
        if is_cut || [after_step, after_saving].contains(&Flow::Stop) {
            return Ok(Ending::Stopped);
        }
        if is_late() {
            return Ok(Ending::OutOfTime);
        }
    }
    Ok(Ending::Finished)
}

/// When the run began, and how much it has read since.
struct Clock {
    start: Instant,
    n_tokens: usize,
}

impl Clock {
    fn event(&mut self, step: usize, iters: usize, done: &StepDone, evaluation: Option<Evaluation>) -> StepEvent {
        self.n_tokens += done.loss.n_targets;
        let elapsed_secs = self.start.elapsed().as_secs_f64();
        StepEvent {
            step,
            iters,
            loss_nats: done.loss.mean(),
            grad_norm: done.grad_norm,
            learning_rate: done.learning_rate,
            n_tokens: done.loss.n_targets,
            elapsed_secs,
            tokens_per_sec: self.n_tokens as f64 / elapsed_secs,
            evaluation,
        }
    }
}

/// The mean loss of `params` on a whole source, nats a token.
pub fn evaluate(gpt: &Gpt, params: &[f32], source: &dyn ExampleSource, options: &TrainOptions) -> f64 {
    let mut shards = Shards::new(gpt, options.n_shards, options.batch_size);
    let sum = shards.evaluate(gpt, params, source, &source.cover(), options.shard_size(), || false);
    sum.expect("it is never over before").mean()
}

/// Everything that stays the same from step to step, and the room for it.
pub(super) struct Run<'a> {
    gpt: &'a Gpt,
    options: &'a TrainOptions,
    data: TrainData<'a>,
    update: Update<'a>,
    shards: Shards,
    /// Numbers of the examples in a batch.
    drawn: Vec<usize>,
    /// Numbers of the validation examples.
    held_out: Vec<usize>,
}

/// What a step has to tell.
pub(super) struct StepDone {
    loss: LossSum,
    grad_norm: f64,
    learning_rate: f32,
}

impl<'a> Run<'a> {
    pub(super) fn new(
        gpt: &'a Gpt,
        options: &'a TrainOptions,
        data: TrainData<'a>,
        state: &TrainState,
    ) -> Result<Run<'a>, TrainError> {
        options.check()?;
        if state.params.len() != gpt.n_params() {
            return Err(TrainError::WrongModel { expected: gpt.n_params(), found: state.params.len() });
        }
        Ok(Run {
            gpt,
            options,
            data,
            update: Update::new(options, gpt.tensors()),
            shards: Shards::new(gpt, options.n_shards, options.batch_size),
            drawn: Vec::with_capacity(options.batch_size),
            held_out: data.validation.map_or_else(Vec::new, |source| source.cover()),
        })
    }

    /// One optimiser step; none, and nothing is changed, if it is over between two of its batches.
    pub(super) fn step(
        &mut self,
        state: &mut TrainState,
        is_over: &dyn Fn() -> bool,
    ) -> Result<Option<StepDone>, TrainError> {
        let mut loss = LossSum::default();
        for micro_batch in 0..self.options.accumulation_steps {
            if micro_batch > 0 && is_over() {
                self.shards.forget();
                return Ok(None);
            }
            self.draw(state.step.wrapping_mul(self.options.accumulation_steps).wrapping_add(micro_batch));
            let dropout = DropoutStreams { seed: self.options.seed, step: state.step, micro_batch };
            loss.add(self.shards.forward_backward(self.gpt, &state.params, self.data.train, &self.drawn, dropout));
        }
        let learning_rate = learning_rate(self.options, state.step);
        let (grads, norm_of_sum) = self.shards.total_gradient();
        let mean = 1.0 / loss.n_targets as f64;
        let grad_norm = norm_of_sum * mean;
        if !(loss.nats.is_finite() && grad_norm.is_finite()) {
            let (step, loss_nats) = (state.step + 1, loss.mean());
            return Err(TrainError::Diverged { step, loss_nats, grad_norm, learning_rate });
        }
        let clip = (f64::from(self.options.grad_clip) / grad_norm).min(1.0);
        state.step += 1;
        self.update.step(learning_rate, (mean * clip) as f32, state, grads);
        state.running.add(loss.mean());
        Ok(Some(StepDone { loss, grad_norm, learning_rate }))
    }

    /// Whether to evaluate after `step` steps.
    fn is_due(&self, step: usize) -> bool {
        step.is_multiple_of(self.options.eval_interval) || step == self.options.iters
    }

    /// Measures the validation loss, on some examples on the way and on all at the end; nothing if
    /// it is over before.
    pub(super) fn evaluate(&mut self, state: &mut TrainState, is_over: fn() -> bool) -> Option<Evaluation> {
        let n = self.held_out.len();
        let n_seen = if state.step == self.options.iters { n } else { n.min(self.options.eval_examples) };
        let loss = match self.data.validation {
            None => None,
            Some(source) => {
                let spread: Vec<usize> = (0..n_seen).map(|i| self.held_out[i * n / n_seen]).collect();
                let size = self.options.shard_size();
                Some(self.shards.evaluate(self.gpt, &state.params, source, &spread, size, is_over)?.mean())
            }
        };
        Some(state.record(loss))
    }

    /// The examples of batch number `batch`, drawn with replacement from a stream of its own.
    fn draw(&mut self, batch: usize) {
        let mut stream = self.options.seed.numbered_stream("train/batch", batch);
        let n = self.data.train.n_examples();
        self.drawn.clear();
        self.drawn.extend((0..self.options.batch_size).map(|_| rng::index(&mut stream, n)));
        self.data.train.arrange(&mut self.drawn);
    }
}

impl TrainOptions {
    /// Sequences that a shard works on at once.
    fn shard_size(&self) -> usize {
        self.batch_size.div_ceil(self.n_shards.min(self.batch_size))
    }
}
