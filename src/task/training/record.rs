//! `training.json`: how a model came about; and whether a run may go on as it is recorded.

use crate::data::Corpus;
use crate::train::{Evaluation, TrainOptions};
use serde::{Deserialize, Serialize};
use std::fmt;

/// Which training it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Stage {
    /// Text without any labels is learned from.
    Pretrain,
    /// Conversations are learned from: their answers.
    Finetune,
}

impl fmt::Display for Stage {
    /// The command that begins it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Stage::Pretrain => "pretrain",
            Stage::Finetune => "finetune",
        })
    }
}

/// How a model came about.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TrainingRecord {
    /// The program and its version.
    pub program: String,
    /// Whether it was pre-trained or fine-tuned.
    pub stage: Stage,
    /// What it learned from.
    pub corpus: CorpusRecord,
    /// The settings of the run.
    pub options: TrainOptions,
    /// Dropout while it was trained.
    #[serde(default)]
    pub dropout: f32,
    /// Optimiser steps done when it was written.
    pub step: usize,
    /// After how many steps the saved weights were the best, if that was measured.
    pub best_step: Option<usize>,
    /// Their validation loss, nats a token.
    pub val_loss_nats: Option<f64>,
    /// Every evaluation until then, the one before the first step included.
    pub history: Vec<Evaluation>,
    /// The model that was fine-tuned, if it was.
    #[serde(default)]
    pub base: Option<BaseRecord>,
}

/// The model that a fine-tuned one has come from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BaseRecord {
    /// Its folder or built-in name.
    pub name: String,
    /// SHA-256 of its parameters.
    pub sha256: String,
    /// What it learned from, if that is known.
    pub corpus: Option<CorpusRecord>,
    /// The model that it has come from itself, if it was fine-tuned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base: Option<Box<BaseRecord>>,
}

/// What a model learned from, so that a run is only resumed on the same.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CorpusRecord {
    /// Its files or built-in names.
    pub names: Vec<String>,
    /// Characters of the text, those held out too; made stories are not counted.
    pub n_chars: usize,
    /// Tokens of the text and of the made stories, each counted once; 0 of conversations.
    pub n_tokens: usize,
    /// The share at the end that was held out.
    pub validation_share: f64,
    /// Made stories in each language that were learned from as well.
    #[serde(default, skip_serializing_if = "is_none")]
    pub n_stories: usize,
    /// SHA-256 of its text, in hexadecimal.
    pub sha256: String,
}

/// Of nothing, nothing is written.
fn is_none(n_stories: &usize) -> bool {
    *n_stories == 0
}

impl CorpusRecord {
    /// The record of `text`, which has `n_tokens`, with this share of it held out.
    pub fn of(text: &Corpus, n_tokens: usize, validation_share: f64) -> CorpusRecord {
        let (names, n_chars, sha256) = (text.names(), text.n_chars(), text.sha256());
        CorpusRecord { names, n_chars, n_tokens, validation_share, n_stories: 0, sha256 }
    }

    /// Whether it is the text that comes with the program.
    pub fn is_builtin(&self) -> bool {
        self.sha256 == Corpus::builtin().sha256()
    }

    /// The files to read again; none for the built-in text.
    pub fn files(&self) -> Vec<String> {
        if self.is_builtin() { Vec::new() } else { self.names.clone() }
    }
}

/// Why a run cannot go on.
#[derive(Debug, thiserror::Error, Clone, PartialEq)]
pub enum ResumeError {
    /// There is no record of how the model was trained.
    NoRecord,
    /// Its training is complete.
    Complete {
        /// Optimiser steps done.
        step: usize,
    },
    /// The state to go on from is not there.
    StateGone {
        /// Optimiser steps done.
        step: usize,
        /// Optimiser steps that the whole run has.
        iters: usize,
        /// The command that began it.
        stage: Stage,
    },
    /// It is in another stage.
    OtherStage {
        /// The command that was given.
        wanted: Stage,
        /// The command that began it.
        found: Stage,
    },
    /// The text is not the one it began with.
    OtherText {
        /// Characters when it began.
        expected: usize,
        /// Characters of the text given now.
        found: usize,
    },
    /// The base model is not the one it began with.
    OtherBase {
        /// Its name when it began.
        expected: String,
        /// The name of the model given now.
        found: String,
    },
    /// A setting is not the one it began with.
    OtherSetting {
        /// The flag, without dashes.
        flag: &'static str,
        /// Its value when it began.
        expected: String,
        /// The value given now.
        found: String,
    },
}

impl TrainingRecord {
    /// Of a run that has not begun.
    pub fn new(stage: Stage, corpus: CorpusRecord, options: &TrainOptions, dropout: f32) -> TrainingRecord {
        TrainingRecord {
            program: super::program(),
            stage,
            corpus,
            options: options.clone(),
            dropout,
            step: 0,
            best_step: None,
            val_loss_nats: None,
            history: Vec::new(),
            base: None,
        }
    }

    /// Whether it is a run of this `stage` that is not complete; `has_state` tells whether the
    /// state to go on from is there.
    ///
    /// # Errors
    /// If it is not.
    pub fn check_resumable(&self, stage: Stage, has_state: bool) -> Result<(), ResumeError> {
        let (step, iters) = (self.step, self.options.iters);
        match has_state {
            _ if self.stage != stage => Err(ResumeError::OtherStage { wanted: stage, found: self.stage }),
            true => Ok(()),
            false if step < iters => Err(ResumeError::StateGone { step, iters, stage }),
            false => Err(ResumeError::Complete { step }),
        }
    }

    /// Whether the base model is the one that the run began with.
    ///
    /// # Errors
    /// If it is not.
    pub fn check_base(&self, name: &str, sha256: &str) -> Result<(), ResumeError> {
        match &self.base {
            Some(base) if base.sha256 != sha256 => {
                Err(ResumeError::OtherBase { expected: base.name.clone(), found: name.to_owned() })
            }
            _ => Ok(()),
        }
    }

    /// Whether the text is the one that the run began with.
    ///
    /// # Errors
    /// If it is not.
    pub fn check_text(&self, text: &Corpus) -> Result<(), ResumeError> {
        match self.corpus.sha256 == text.sha256() {
            true => Ok(()),
            false => Err(ResumeError::OtherText { expected: self.corpus.n_chars, found: text.n_chars() }),
        }
    }
}
