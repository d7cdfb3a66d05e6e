//! One size: trained, then asked every held-out problem.

use super::synthetic_tasks::{Problem, SyntheticTasks, fill};
use super::{ModelShape, SIZES, ScaleOptions, SyntheticTask};
use crate::lm::gpt::{ConfigError, Gpt, IGNORE, Workspace};
use crate::math;
use crate::rng::Seed;
use crate::train::{Batch, Ending, Observer, TrainData, TrainError, TrainState, estimate, train};
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// Problems that are asked at once.
const AT_ONCE: usize = 100;
/// The most steps that a time budget is ever turned into.
const MOST_ITERS: usize = 1_000_000;

/// Why a size could not be trained.
#[derive(Debug, thiserror::Error, Clone, PartialEq)]
pub enum ScaleError {
    /// No model has this shape.
    Config(#[from] ConfigError),
    /// The training failed.
    Train(#[from] TrainError),
}

/// What one model said: all that its scores are computed from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SizeResult {
    /// Its blocks, heads and width.
    #[serde(rename = "rung")] // as it stands in caches
    pub shape: ModelShape,
    /// Numbers it has learned.
    pub n_params: usize,
    /// Steps it was trained for.
    pub iters: usize,
    /// Its answers, one list a task.
    pub tasks: Vec<TaskPredictions>,
}

/// The answers to the held-out problems of one task.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TaskPredictions {
    /// The task that the problems are of.
    pub task: SyntheticTask,
    /// What it said to each problem, in the order of their numbers.
    pub predictions: Vec<Prediction>,
}

/// What a model said to one problem, given the right answer so far at each place.
///
/// If the likeliest token is right at every place, then writing greedily gives exactly the
/// right answer, and only then.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Prediction {
    /// Tokens of the right answer, the full stop included.
    pub n_tokens: usize,
    /// Places where the likeliest token is the right one.
    pub n_right: usize,
    /// `ln P(right answer | question)`.
    pub log_prob_nats: f64,
}

/// How many steps every size may take so that all of them together fit into `budget` on
/// this machine, now: the only thing here that depends on the clock.
///
/// # Errors
/// Those of training.
pub fn iters_within(options: &ScaleOptions, budget: Duration) -> Result<usize, ScaleError> {
    let tasks = SyntheticTasks::new(&options.tasks, options.n_test, Seed(options.seed));
    let training = options.training(MOST_ITERS);
    let mut step_secs = 0.0;
    for shape in SIZES {
        let gpt = Gpt::new(shape.config())?;
        let state = TrainState::new(gpt.init(Seed(options.seed)));
        step_secs += estimate(&gpt, &training, TrainData { train: &tasks, validation: None }, &state)?.step_secs;
    }
    Ok(((budget.as_secs_f64() / step_secs) as usize).clamp(1, MOST_ITERS))
}

/// Trains one size for `iters` steps and asks it every held-out problem. `None` if the
/// observer stopped it before the end. The same options and steps give the same result,
/// whatever the number of threads.
///
/// # Errors
/// Those of training.
pub fn train_size(
    shape: ModelShape,
    options: &ScaleOptions,
    iters: usize,
    observer: &mut dyn Observer,
) -> Result<Option<SizeResult>, ScaleError> {
    let tasks = SyntheticTasks::new(&options.tasks, options.n_test, Seed(options.seed));
    let gpt = Gpt::new(shape.config())?;
    let mut state = TrainState::new(gpt.init(Seed(options.seed)));
    let data = TrainData { train: &tasks, validation: None };
    if train(&gpt, &options.training(iters), data, &mut state, None, observer)? != Ending::Finished {
        return Ok(None);
    }
    let ask = |(task, problems): (SyntheticTask, Vec<Problem>)| {
        let predictions = problems.chunks(AT_ONCE).flat_map(|some| predict(&gpt, &state.params, some)).collect();
        TaskPredictions { task, predictions }
    };
    let tasks = tasks.tests().map(ask).collect();
    Ok(Some(SizeResult { shape, n_params: gpt.n_params(), iters, tasks }))
}

/// What the model says to these problems, all at once.
pub(super) fn predict(gpt: &Gpt, params: &[f32], problems: &[Problem]) -> Vec<Prediction> {
    let mut batch = Batch::default();
    fill(problems, &mut batch);
    marked(gpt, params, &batch)
}

/// What the model says at every place of these sequences where something is to be said.
pub(in crate::task) fn marked(gpt: &Gpt, params: &[f32], batch: &Batch) -> Vec<Prediction> {
    let mut ws = Workspace::default();
    let vocab_size = gpt.config().vocab_size;
    let logits = gpt.logits(params, batch.t, &batch.inputs, &mut ws); // (B T, V)
    let rows = logits.chunks_exact(batch.t * vocab_size).zip(batch.targets.chunks_exact(batch.t));
    rows.map(|(logits, targets)| {
        let mut prediction = Prediction { n_tokens: 0, n_right: 0, log_prob_nats: 0.0 };
        let places = logits.chunks_exact(vocab_size).zip(targets).filter(|(_, target)| **target != IGNORE);
        for (logits, &target) in places {
            let logits: Vec<f64> = logits.iter().map(|&logit| f64::from(logit)).collect();
            prediction.n_tokens += 1;
            prediction.n_right += usize::from(math::argmax(&logits) == Some(target as usize));
            prediction.log_prob_nats += logits[target as usize] - math::log_sum_exp(&logits);
        }
        prediction
    })
    .collect()
}
