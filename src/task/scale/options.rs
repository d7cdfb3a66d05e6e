//! What is trained, and how.

use super::SyntheticTask;
use super::synthetic_tasks::{ALPHABET, CONTEXT_LEN};
use crate::lm::gpt::GptConfig;
use crate::rng::Seed;
use crate::task::{TaskError, Wanted};
use crate::train::{Optimizer, Preset, TrainOptions};
use serde::{Deserialize, Serialize};

/// Held-out problems of each kind.
const N_TEST: usize = 500;
/// Problems in a batch.
const BATCH_SIZE: usize = 64;
/// The learning rate of all sizes: what differs between them is the size alone.
const LEARNING_RATE: f32 = 3e-3;

/// The shape of one model.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ModelShape {
    /// Transformer blocks, one behind the other.
    pub n_layer: usize,
    /// Attention heads in a block; they share the width between them.
    pub n_head: usize,
    /// Width of the residual stream.
    pub n_embd: usize,
}

const fn shape(n_layer: usize, n_head: usize, n_embd: usize) -> ModelShape {
    ModelShape { n_layer, n_head, n_embd }
}

/// The sizes, the smallest first.
pub const SIZES: [ModelShape; 6] =
    [shape(1, 1, 4), shape(1, 2, 8), shape(2, 2, 16), shape(2, 4, 32), shape(2, 4, 64), shape(2, 4, 128)];

impl ModelShape {
    /// A GPT of this shape for the alphabet and the longest of the problems.
    pub fn config(&self) -> GptConfig {
        GptConfig::new(ALPHABET.len(), CONTEXT_LEN, self.n_layer, self.n_head, self.n_embd)
    }
}

/// What decides the result, but for the number of steps.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ScaleOptions {
    /// Kinds of problems; a model learns all of them at once.
    pub tasks: Vec<SyntheticTask>,
    /// Held-out problems of each kind.
    pub n_test: usize,
    /// Seed of problems, first weights and batches.
    pub seed: u64,
}

impl Default for ScaleOptions {
    fn default() -> Self {
        ScaleOptions { tasks: SyntheticTask::ALL.to_vec(), n_test: N_TEST, seed: 42 }
    }
}

impl ScaleOptions {
    /// `copy`, `reverse`, `addition` (or `add`), or `all`.
    ///
    /// # Errors
    /// Any other word.
    pub fn tasks_named(text: &str) -> Result<Vec<SyntheticTask>, TaskError> {
        match text {
            "all" => Ok(SyntheticTask::ALL.to_vec()),
            "addition" => Ok(vec![SyntheticTask::Add]),
            one => one.parse().map(|task| vec![task]).map_err(|()| TaskError::InvalidOption {
                option: "task",
                value: one.to_owned(),
                wanted: Wanted::SyntheticTask,
            }),
        }
    }

    /// How every size is trained.
    pub(super) fn training(&self, iters: usize) -> TrainOptions {
        TrainOptions {
            batch_size: BATCH_SIZE,
            iters,
            optimizer: Optimizer::AdamW,
            learning_rate: LEARNING_RATE,
            min_learning_rate: LEARNING_RATE / 10.0,
            warmup_iters: (iters / 20).min(100),
            eval_interval: iters,
            seed: Seed(self.seed),
            ..Preset::SMALL.options()
        }
    }
}
