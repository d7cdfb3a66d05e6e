//! The recipes that come with the program.

use super::{Optimizer, TrainOptions};
use crate::lm::gpt::GptConfig;
use crate::rng::Seed;

/// A recipe: the shape of a model and how to train it, as data.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Preset {
    /// Its name on the command line.
    pub name: &'static str,
    /// Transformer blocks, one behind the other.
    pub n_layer: usize,
    /// Attention heads in a block; they share the width between them.
    pub n_head: usize,
    /// Width of the residual stream.
    pub n_embd: usize,
    /// The longest context, in tokens.
    pub context_len: usize,
    /// Probability with which an activation is dropped in training.
    pub dropout: f32,
    /// Sequences in a batch.
    pub batch_size: usize,
    /// Optimiser steps in all.
    pub iters: usize,
    /// Batches whose gradients are added up before a step.
    pub accumulation_steps: usize,
    /// What turns a gradient into a step.
    pub optimizer: Optimizer,
    /// The learning rate after the warm-up; 0 at the end.
    pub learning_rate: f32,
    /// Steps from one evaluation to the next.
    pub eval_interval: usize,
}

impl Preset {
    /// Seconds: small enough to look at every number.
    pub const TINY: Preset = Preset {
        name: "tiny",
        n_layer: 1,
        n_head: 4,
        n_embd: 16,
        context_len: 16,
        dropout: 0.0,
        batch_size: 1,
        iters: 5_000,
        accumulation_steps: 1,
        optimizer: Optimizer::Muon,
        learning_rate: 1e-2,
        eval_interval: 500,
    };

    /// Minutes: nanoGPT's recipe for a laptop without a graphics card (Karpathy, 2022).
    pub const SMALL: Preset = Preset {
        name: "small",
        n_layer: 4,
        n_head: 4,
        n_embd: 128,
        context_len: 64,
        dropout: 0.0,
        batch_size: 12,
        iters: 2_000,
        accumulation_steps: 1,
        optimizer: Optimizer::Muon,
        learning_rate: 8e-3,
        eval_interval: 250,
    };

    /// Hours: about ten million parameters, nanoGPT's recipe for Shakespeare with smaller batches.
    pub const BASE: Preset = Preset {
        name: "base",
        n_layer: 6,
        n_head: 6,
        n_embd: 384,
        context_len: 256,
        dropout: 0.2,
        batch_size: 16,
        iters: 5_000,
        accumulation_steps: 1,
        optimizer: Optimizer::Muon,
        learning_rate: 4e-3,
        eval_interval: 250,
    };

    /// All of them, the smallest first.
    pub const ALL: [Preset; 3] = [Preset::TINY, Preset::SMALL, Preset::BASE];

    /// The recipe called `name`.
    pub fn named(name: &str) -> Option<Preset> {
        Preset::ALL.into_iter().find(|preset| preset.name == name)
    }

    /// The model's shape for a vocabulary.
    pub fn config(&self, vocab_size: usize) -> GptConfig {
        let config = GptConfig::new(vocab_size, self.context_len, self.n_layer, self.n_head, self.n_embd);
        GptConfig { dropout: self.dropout, ..config }
    }

    /// How it is trained. A run that is shorter than planned warms up for a tenth of its steps.
    pub fn options(&self) -> TrainOptions {
        TrainOptions {
            batch_size: self.batch_size,
            iters: self.iters,
            accumulation_steps: self.accumulation_steps,
            optimizer: self.optimizer,
            learning_rate: self.learning_rate,
            min_learning_rate: 0.0,
            warmup_iters: (self.iters / 10).min(100),
            beta1: 0.9,
            beta2: 0.99,
            epsilon: 1e-8,
            weight_decay: 0.1,
            grad_clip: 1.0,
            eval_interval: self.eval_interval,
            eval_examples: 240,
            n_shards: 4,
            seed: Seed::default(),
        }
    }
}

impl Default for TrainOptions {
    fn default() -> Self {
        Preset::SMALL.options()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_recipe_makes_a_model_of_its_size() {
        let sizes = Preset::ALL.map(|preset| preset.config(65).n_params().unwrap());
        assert_eq!(sizes, [4_608, 809_856, 10_770_816]);
        assert!(Preset::ALL.iter().all(|preset| preset.options().check().is_ok()));
        assert_eq!(Preset::named("small"), Some(Preset::SMALL));
    }
}
