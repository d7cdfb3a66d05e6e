//! How to train, checked before a run begins.

use serde::{Deserialize, Serialize};

use super::Optimizer;
use crate::lm::gpt::{GptConfig, MOST_GIB};
use crate::rng::Seed;

/// The settings of a training run. With the data and the seed, they determine its result to
/// the last bit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TrainOptions {
    /// Sequences in a batch.
    pub batch_size: usize,
    /// Optimiser steps in all.
    pub iters: usize,
    /// Batches whose gradients are added up before a step.
    pub accumulation_steps: usize,
    /// What turns a gradient into a step.
    #[serde(default)]
    pub optimizer: Optimizer,
    /// The learning rate after the warm-up.
    pub learning_rate: f32,
    /// The learning rate at the end.
    pub min_learning_rate: f32,
    /// Steps over which the learning rate grows from 0.
    pub warmup_iters: usize,
    /// Decay of the gradient's running mean.
    pub beta1: f32,
    /// Decay of the running mean of its square.
    pub beta2: f32,
    /// Keeps AdamW from dividing by zero.
    pub epsilon: f32,
    /// Pull of the matrices towards zero, in each step `learning_rate * weight_decay`.
    pub weight_decay: f32,
    /// The gradient is shortened to this length if it is longer.
    pub grad_clip: f32,
    /// Steps from one evaluation to the next.
    pub eval_interval: usize,
    /// At most so many validation examples in an evaluation on the way; the last one sees all.
    pub eval_examples: usize,
    /// Into how many parts a batch is cut to be worked on at once. Gradients are added up
    /// part by part, so this number is one of the settings and never follows the machine.
    pub n_shards: usize,
    /// The seed of the batches and of dropout.
    pub seed: Seed,
}

/// Why a run cannot be set up so.
#[derive(Debug, thiserror::Error, Clone, PartialEq)]
pub enum OptionsError {
    /// A count is zero.
    Zero {
        /// Which setting: the name of its field.
        name: &'static str,
    },
    /// A number is not in its range.
    OutOfRange {
        /// Which setting: the name of its field.
        name: &'static str,
        /// The value given.
        value: f32,
        /// The range that it must be in.
        range: Range,
    },
    /// The model and a batch of activations do not fit into memory.
    Memory {
        /// Sequences in a batch.
        batch_size: usize,
        /// Memory needed, in GiB.
        gib: u128,
    },
}

/// What a number may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Range {
    /// Above 0.
    Positive,
    /// From 0 up.
    NotNegative,
    /// From 0 up and below 1.
    BelowOne,
}

impl TrainOptions {
    /// Whether a run can be set up so.
    ///
    /// # Errors
    /// The first setting that makes no sense.
    pub fn check(&self) -> Result<(), OptionsError> {
        let counts = [
            ("batch_size", self.batch_size),
            ("iters", self.iters),
            ("accumulation_steps", self.accumulation_steps),
            ("eval_interval", self.eval_interval),
            ("eval_examples", self.eval_examples),
            ("n_shards", self.n_shards),
        ];
        if let Some((name, _)) = counts.into_iter().find(|&(_, count)| count == 0) {
            return Err(OptionsError::Zero { name });
        }
        let positive = |x: f32| x > 0.0 && x.is_finite();
        let not_negative = |x: f32| x >= 0.0 && x.is_finite();
        let rates = [
            ("learning_rate", self.learning_rate, Range::Positive, positive(self.learning_rate)),
            ("min_learning_rate", self.min_learning_rate, Range::NotNegative, not_negative(self.min_learning_rate)),
            ("beta1", self.beta1, Range::BelowOne, (0.0..1.0).contains(&self.beta1)),
            ("beta2", self.beta2, Range::BelowOne, (0.0..1.0).contains(&self.beta2)),
            ("epsilon", self.epsilon, Range::Positive, positive(self.epsilon)),
            ("weight_decay", self.weight_decay, Range::NotNegative, not_negative(self.weight_decay)),
            ("grad_clip", self.grad_clip, Range::Positive, self.grad_clip > 0.0),
        ];
        match rates.into_iter().find(|&(.., good)| !good) {
            Some((name, value, range, _)) => Err(OptionsError::OutOfRange { name, value, range }),
            None => Ok(()),
        }
    }

    /// Whether memory holds a run of a model of this shape: at most [`MOST_GIB`], and no more
    /// than the system gives. Asked before anything is allocated, since a failed allocation
    /// ends the program.
    ///
    /// # Errors
    /// If it does not.
    pub fn check_memory(&self, config: &GptConfig) -> Result<(), OptionsError> {
        let bytes = self.bytes_needed(config);
        let fits = bytes <= (MOST_GIB as u128) << 30 && Vec::<u8>::new().try_reserve_exact(bytes as usize).is_ok();
        let gib = bytes.div_ceil(1 << 30);
        if fits { Ok(()) } else { Err(OptionsError::Memory { batch_size: self.batch_size, gib }) }
    }

    /// Bytes that a run takes at the least: for each parameter its value, the best so far,
    /// two running means and a gradient a shard; for each token of a batch its logits and,
    /// in each block, what enters it, queries, keys and values, and twice the hidden layer.
    fn bytes_needed(&self, config: &GptConfig) -> u128 {
        let floats = |count: usize| count as u128;
        let n_params = config.n_params().map_or(u128::MAX, floats);
        let copies = 4 + floats(self.n_shards.min(self.batch_size));
        let block = 4 * floats(config.n_embd) + 2 * floats(config.n_inner);
        let token = floats(config.vocab_size) + floats(config.n_layer).saturating_mul(block);
        let batch = floats(self.batch_size).saturating_mul(floats(config.context_len)).saturating_mul(token);
        n_params.saturating_mul(copies).saturating_add(batch).saturating_mul(4)
    }
}

#[cfg(test)]
mod tests {
    use super::super::Preset;
    use super::*;

    #[test]
    fn senseless_settings_are_named() {
        let good = TrainOptions::default();
        let zero = TrainOptions { batch_size: 0, ..good.clone() };
        assert_eq!(zero.check(), Err(OptionsError::Zero { name: "batch_size" }));
        let nan = TrainOptions { learning_rate: f32::NAN, ..good.clone() };
        assert!(matches!(nan.check(), Err(OptionsError::OutOfRange { name: "learning_rate", .. })));
        let beta = TrainOptions { beta2: 1.0, ..good };
        assert!(matches!(beta.check(), Err(OptionsError::OutOfRange { name: "beta2", .. })));
    }

    #[test]
    fn rates_without_end_are_refused() {
        let good = TrainOptions::default();
        let rate = TrainOptions { min_learning_rate: f32::INFINITY, ..good.clone() };
        assert!(matches!(rate.check(), Err(OptionsError::OutOfRange { name: "min_learning_rate", .. })));
        let decay = TrainOptions { weight_decay: f32::INFINITY, ..good };
        assert!(matches!(decay.check(), Err(OptionsError::OutOfRange { name: "weight_decay", .. })));
    }

    #[test]
    fn a_batch_that_no_memory_holds_is_refused() {
        let config = Preset::SMALL.config(65);
        for preset in Preset::ALL {
            assert_eq!(preset.options().check_memory(&preset.config(65)), Ok(()));
        }
        for batch_size in [1_000_000_000, usize::MAX] {
            let options = TrainOptions { batch_size, ..TrainOptions::default() };
            assert!(matches!(options.check_memory(&config), Err(OptionsError::Memory { gib: 64.., .. })));
        }
    }
}
