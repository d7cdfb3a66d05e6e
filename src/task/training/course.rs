//! A training, decided down to its first step.

use std::sync::Arc;
use std::time::Duration;

use crate::lm::gpt::{ConfigError, Gpt, GptConfig, GptModel};
use crate::lm::tokenizer::TokenizerError;
use crate::lm::{Tokenizer, TokenizerKind};
use crate::task::dialogue::NoMarkers;
use crate::train::{
    self, Ending, Evaluation, ExampleSource, Observer, OptionsError, SourceError, TimeEstimate, TrainData, TrainError,
    TrainOptions, TrainState,
};

/// Why there is nothing to train, or training failed.
#[derive(Debug, thiserror::Error, Clone, PartialEq)]
pub enum TrainingError {
    /// No vocabulary can be made of the text.
    Tokenizer(#[from] TokenizerError),
    /// No model has this shape.
    Config(#[from] ConfigError),
    /// Not enough text, or no conversation with an answer.
    Source(#[from] SourceError),
    /// The model to be fine-tuned does not know turns.
    NoMarkers(#[from] NoMarkers),
    /// The vocabulary of the model to be fine-tuned is another model's.
    Vocabulary {
        /// Tokens of the tokenizer.
        tokenizer: usize,
        /// Tokens of the model.
        model: usize,
    },
    /// The run diverged, or cannot be made with these settings.
    Train(#[from] TrainError),
}

impl From<OptionsError> for TrainingError {
    fn from(error: OptionsError) -> Self {
        TrainError::from(error).into()
    }
}

/// All that is fixed before the first step: the vocabulary, the architecture, the settings,
/// what is learned from and what is held out. Running it changes a [`TrainState`] and nothing
/// else, so that the caller may watch, save and resume.
pub struct Course {
    /// Text to tokens and back.
    pub tokenizer: Tokenizer,
    /// The architecture, with the dropout of this training.
    pub gpt: Gpt,
    /// How to train it.
    pub options: TrainOptions,
    /// The model that is trained further; a fresh one without it.
    pub base: Option<Arc<GptModel>>,
    /// What is learned from.
    pub train: Box<dyn ExampleSource>,
    /// What is held out; without it nothing is measured.
    pub validation: Option<Box<dyn ExampleSource>>,
    /// How much is learned from: tokens, or conversations.
    pub n_train: usize,
    /// How much is held out, in the same unit; 0 if nothing is.
    pub n_validation: usize,
}

impl Course {
    /// Before the first step: the base model's weights, or fresh ones.
    pub fn fresh(&self) -> TrainState {
        let params = self.base.as_ref().map(|base| base.params.clone());
        TrainState::new(params.unwrap_or_else(|| self.gpt.init(self.options.seed)))
    }

    /// What the run, which has come to `state`, is about.
    pub fn setup(&self, state: &TrainState, estimate: Option<TimeEstimate>) -> Setup {
        Setup {
            config: self.gpt.config().clone(),
            n_params: self.gpt.n_params(),
            tokenizer: self.tokenizer.kind(),
            n_train: self.n_train,
            n_validation: self.n_validation,
            options: self.options.clone(),
            step: state.step,
            estimate,
        }
    }

    /// Tokens that are read in a step, padding included.
    pub(in crate::task) fn tokens_a_step(&self) -> usize {
        (self.options.batch_size * self.gpt.config().context_len).saturating_mul(self.options.accumulation_steps)
    }

    /// How long the rest of the run will take on this machine.
    ///
    /// # Errors
    /// If the settings make no sense.
    pub fn estimate(&self, state: &TrainState) -> Result<TimeEstimate, TrainError> {
        train::estimate(&self.gpt, &self.options, self.data(), state)
    }

    /// Makes it a run of at most `iters` steps, whose learning rate comes down in time.
    pub fn shorten(&mut self, iters: usize) {
        self.options.iters = iters;
        self.options.warmup_iters = self.options.warmup_iters.min(iters / 10);
    }

    /// Trains until all steps are done, the observer stops it or the time is up.
    ///
    /// # Errors
    /// If training diverges; `state` then holds the last good parameters.
    pub fn run(
        &self,
        state: &mut TrainState,
        time_budget: Option<Duration>,
        observer: &mut dyn Observer,
    ) -> Result<Ending, TrainError> {
        train::train(&self.gpt, &self.options, self.data(), state, time_budget, observer)
    }

    /// The model with these parameters, of the architecture as it is kept: fine-tuning's dropout
    /// is not the model's.
    pub fn model(&self, params: Vec<f32>) -> GptModel {
        let gpt = self.base.as_ref().map_or(&self.gpt, |base| &base.gpt);
        GptModel::new(gpt.clone(), params).expect("parameters of this architecture")
    }

    /// The loss on everything that was held out, nats a token.
    pub(in crate::task) fn validation_loss(&self, params: &[f32]) -> Option<f64> {
        self.validation.as_ref().map(|source| self.loss(params, source.as_ref()))
    }

    /// The loss on every example of `source`, nats a token.
    pub fn loss(&self, params: &[f32], source: &dyn ExampleSource) -> f64 {
        train::evaluate(&self.gpt, params, source, &self.options)
    }

    /// The model to keep, examined once on everything that was held out; as it was measured on
    /// the way where somebody waits for the end.
    pub fn finish(&self, state: &TrainState, ending: Ending) -> Trained {
        let params = state.best_params().to_vec();
        let best = state.best.as_ref();
        let val_loss_nats = match ending {
            Ending::Stopped => best.map(|best| best.val_loss_nats),
            Ending::Finished | Ending::OutOfTime => self.validation_loss(&params),
        };
        Trained {
            val_loss_nats,
            best_step: best.map(|best| best.step),
            step: state.step,
            iters: self.options.iters,
            history: state.history.clone(),
            ending,
            model: self.model(params),
        }
    }

    fn data(&self) -> TrainData<'_> {
        TrainData { train: self.train.as_ref(), validation: self.validation.as_deref() }
    }
}

/// What a run is going to do, before it begins or goes on.
#[derive(Debug, Clone, PartialEq)]
pub struct Setup {
    /// The shape of the model.
    pub config: GptConfig,
    /// Numbers that the model learns.
    pub n_params: usize,
    /// What a token is.
    pub tokenizer: TokenizerKind,
    /// How much is learned from: tokens, or conversations.
    pub n_train: usize,
    /// How much is held out, in the same unit; 0 if nothing is.
    pub n_validation: usize,
    /// The settings of the run.
    pub options: TrainOptions,
    /// Optimiser steps done before; 0 of a run that begins.
    pub step: usize,
    /// How long it will take on this machine, if that was measured.
    pub estimate: Option<TimeEstimate>,
}

impl Setup {
    /// The loss of a model that knows nothing: `ln V`, nats a token.
    pub fn uniform_loss_nats(&self) -> f64 {
        (self.config.vocab_size as f64).ln()
    }

    /// Sequences that one step learns from.
    pub fn sequences_per_step(&self) -> usize {
        self.options.batch_size.saturating_mul(self.options.accumulation_steps)
    }
}

/// What came of a course.
#[derive(Debug, Clone, PartialEq)]
pub struct Trained {
    /// The model with the lowest validation loss on the way, or the last one without any.
    pub model: GptModel,
    /// Its loss on all that was held out, nats a token; on a part of that where it was stopped.
    pub val_loss_nats: Option<f64>,
    /// After how many steps it was that good.
    pub best_step: Option<usize>,
    /// Optimiser steps done.
    pub step: usize,
    /// Optimiser steps that the whole run has.
    pub iters: usize,
    /// Every evaluation on the way, the one before the first step included.
    pub history: Vec<Evaluation>,
    /// Why the run ended.
    pub ending: Ending,
}
