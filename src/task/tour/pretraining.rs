//! Pre-training: a very small GPT reads text without any labels, for a moment, live.

use super::material::corpus;
use super::{Speaker, TourError};
use crate::data::verbalise::Tongue;
use crate::lm::LanguageModel;
use crate::lm::gpt::GptModel;
use crate::task::pretrain;
use crate::task::training::{TrainingError, VALIDATION_SHARE};
use crate::train::{Evaluation, Optimizer, Preset};
use serde::Serialize;

/// The model of English letters and its training: seconds, not minutes.
const ENGLISH: Preset = Preset {
    name: "tour",
    n_layer: 1,
    n_head: 4,
    n_embd: 64,
    context_len: 16,
    dropout: 0.0,
    batch_size: 16,
    accumulation_steps: 1,
    iters: 500,
    optimizer: Optimizer::AdamW,
    learning_rate: 5e-3,
    eval_interval: 125,
};
/// Chinese characters are many: the time goes into the last layer, and the model is narrower.
const CHINESE: Preset =
    Preset { n_embd: 32, batch_size: 32, iters: 300, learning_rate: 2e-2, eval_interval: 75, ..ENGLISH };
/// Steps over which the learning rate grows: few, as all is short.
const WARMUP_ITERS: usize = 20;
/// Tokens shown of a completion.
const SHOWN: usize = 48;

/// What came of it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Pretraining {
    /// Characters in the text, without the part held back.
    pub n_chars: usize,
    /// Tokens to choose from, `V`.
    pub vocab_size: usize,
    /// `ln V`: the loss of knowing nothing, nats a token.
    pub uniform_loss_nats: f64,
    /// Numbers that it has learned.
    pub n_params: usize,
    /// Optimiser steps that it was trained for.
    pub iters: usize,
    /// Every evaluation on the way, the one before the first step included.
    pub history: Vec<Evaluation>,
    /// What both were asked to continue.
    pub prompt: String,
    /// How the untrained model continues it.
    pub before: String,
    /// How the trained model does.
    pub after: String,
}

pub(super) fn run(tongue: Tongue) -> Result<Pretraining, TourError> {
    let corpus = corpus(tongue);
    let recipe = if tongue == Tongue::Chinese { CHINESE } else { ENGLISH };
    let mut course = pretrain::course(&corpus, &[], &recipe.into())?;
    course.options.warmup_iters = WARMUP_ITERS;
    let mut state = course.fresh();
    let fresh = course.model(state.params.clone());
    course.run(&mut state, None, &mut ()).map_err(TrainingError::from)?;
    let trained = course.model(state.best_params().to_vec());
    let speaker = |model: GptModel| Speaker { tokenizer: course.tokenizer.clone(), model };
    let prompt = if tongue == Tongue::Chinese { "西瓜" } else { "The melon " };
    let vocab_size = course.tokenizer.vocab_size();
    Ok(Pretraining {
        n_chars: corpus.without_validation(VALIDATION_SHARE).n_chars(),
        vocab_size,
        uniform_loss_nats: (vocab_size as f64).ln(),
        iters: recipe.iters,
        n_params: trained.n_params(),
        before: speaker(fresh).go_on(prompt, SHOWN)?,
        after: speaker(trained).go_on(prompt, SHOWN)?,
        prompt: prompt.to_owned(),
        history: state.history,
    })
}
