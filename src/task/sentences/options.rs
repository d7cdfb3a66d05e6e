//! Which language model reads the sentences, and in what pieces.

use crate::data::verbalise::Tongue;
use crate::lm::ngram::Smoothing;
use crate::rng::Seed;
use crate::train::{Optimizer, Preset, TrainOptions};
use serde::{Deserialize, Serialize};

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Unit {
    /// A clause with the mark behind it: `色泽青绿，` is one token, `好瓜是。` another. The
    /// vocabulary is then the table's own few words, and a sentence is as long as a row has
    /// cells: with so little to spell, seventeen sentences go a long way.
    #[default]
    Clause,
    /// A character. The model must first learn to spell.
    Character,
}

/// Which language model reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(in crate::task) enum SentenceReader {
    /// Counts which token follows the last few; smoothed as Witten and Bell do (1991), which
    /// unlike Kneser and Ney's way needs no counts of counts that a small table does not have.
    NGram,
    /// A GPT of one layer.
    Gpt,
}

/// How sentences are read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(in crate::task) struct SentenceOptions {
    pub reader: SentenceReader,
    /// The language of the sentences.
    pub tongue: Tongue,
    /// What a token is.
    pub unit: Unit,
    /// Of the first weights and the batches.
    pub seed: Seed,
}

/// How an n-gram is smoothed here.
pub(super) const SMOOTHING: Smoothing = Smoothing::WittenBell;

/// How often a GPT sees each sentence of a large table.
const EPOCHS: usize = 16;
/// Optimiser steps at least, for a small one, and at most.
const ITERS: [usize; 2] = [100, 600];
/// Sentences in a batch, where there are so many.
const BATCH_SIZE: usize = 32;

/// How much larger than GPT-2's the first weights of so narrow a model are: standard deviation
/// 0.1 and not 0.02. What passes through a layer grows with the square root of its width, and
/// with 16 channels in place of 768 the attention would stay as good as shut for the whole run:
/// the model would answer from the last clause alone.
pub(super) const WIDER_START: f32 = 5.0;

impl SentenceOptions {
    /// The length of an n-gram: three clauses, or as many characters as are supported.
    pub fn order(&self) -> usize {
        match self.unit {
            Unit::Clause => 3,
            Unit::Character => *crate::lm::ngram::ORDERS.end(),
        }
    }

    /// The GPT for sentences of at most `n_tokens`, read 32 at a time or all of them.
    pub(super) fn recipe(&self, n_sentences: usize, n_tokens: usize) -> Preset {
        let batch_size = n_sentences.clamp(1, BATCH_SIZE);
        let iters = (n_sentences * EPOCHS / batch_size).clamp(ITERS[0], ITERS[1]);
        Preset {
            name: "sentences",
            n_layer: 1,
            n_head: 2,
            n_embd: 16,
            context_len: n_tokens,
            dropout: 0.0,
            batch_size,
            iters,
            accumulation_steps: 1,
            optimizer: Optimizer::AdamW,
            learning_rate: 1e-2,
            eval_interval: iters,
        }
    }

    /// One shard: so small a model is done before a second thread has woken up.
    pub(super) fn training(&self, recipe: &Preset) -> TrainOptions {
        TrainOptions { n_shards: 1, warmup_iters: 20, seed: self.seed, ..recipe.options() }
    }
}
