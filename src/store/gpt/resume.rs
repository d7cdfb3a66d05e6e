//! Whether an interrupted run can go on: only where it stopped, and as it began.

use super::{Corpus, SavedGpt, TrainingRecord};
use crate::train::TrainState;

/// Why a run cannot go on.
#[derive(Debug, thiserror::Error, Clone, PartialEq)]
pub enum ResumeError {
    /// There is no record of how the model was trained.
    #[error("it was not trained here: there is no training.json")]
    NoRecord,
    /// Its training is complete.
    #[error("all {step} steps are done: there is nothing to resume")]
    Complete {
        /// Steps done.
        step: usize,
    },
    /// The state to go on from is not there.
    #[error("checkpoint.safetensors is gone, after {step} of {iters} steps")]
    StateGone {
        /// Steps done.
        step: usize,
        /// Steps planned.
        iters: usize,
        /// The command that began it.
        stage: &'static str,
    },
    /// It is in another stage.
    #[error("its training is a `{found}`, not a `{wanted}`")]
    OtherStage {
        /// The command that was given.
        wanted: &'static str,
        /// The command that began it.
        found: String,
    },
    /// The text is not the one it began with.
    #[error("the text has changed: it has {found} characters, the run began with {expected}")]
    OtherText {
        /// Characters when it began.
        expected: usize,
        /// Characters now.
        found: usize,
    },
    /// The base model is not the one it began with.
    #[error("`{found}` is not the model that the run began with, `{expected}`")]
    OtherBase {
        /// Its name when it began.
        expected: String,
        /// Its name now.
        found: String,
    },
    /// A setting is not the one it began with.
    #[error("{flag} was {expected} and cannot become {found} half-way")]
    OtherSetting {
        /// The flag.
        flag: &'static str,
        /// Its value when it began.
        expected: String,
        /// Its value now.
        found: String,
    },
}

/// A setting as it was and, if it was given again, as it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Setting {
    /// The flag, without dashes.
    pub flag: &'static str,
    /// Its value when the run began.
    pub was: String,
    /// Its value now.
    pub is: Option<String>,
}

impl Setting {
    /// A setting of the run.
    pub fn new<T: ToString>(flag: &'static str, was: T, is: Option<T>) -> Setting {
        Setting { flag, was: was.to_string(), is: is.map(|value| value.to_string()) }
    }
}

/// The record and the state of a run of this `stage` that can go on.
///
/// # Errors
/// If there is none.
pub fn resumable(saved: &SavedGpt, stage: &'static str) -> Result<(TrainingRecord, TrainState), ResumeError> {
    let record = saved.training.clone().ok_or(ResumeError::NoRecord)?;
    if record.stage != stage {
        return Err(ResumeError::OtherStage { wanted: stage, found: record.stage });
    }
    match saved.checkpoint.clone() {
        Some(state) => Ok((record, state)),
        None if record.step < record.options.iters => {
            Err(ResumeError::StateGone { step: record.step, iters: record.options.iters, stage })
        }
        None => Err(ResumeError::Complete { step: record.step }),
    }
}

/// Whether every setting that was given again is as it was.
///
/// # Errors
/// The first that is not.
pub fn unchanged(settings: &[Setting]) -> Result<(), ResumeError> {
    let changed = settings.iter().find(|setting| setting.is.as_ref().is_some_and(|is| *is != setting.was));
    match changed {
        Some(Setting { flag, was, is }) => {
            Err(ResumeError::OtherSetting { flag, expected: was.clone(), found: is.clone().unwrap_or_default() })
        }
        None => Ok(()),
    }
}

impl TrainingRecord {
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
    pub fn check_text(&self, sha256: &str, n_chars: usize) -> Result<(), ResumeError> {
        match self.corpus.sha256 == sha256 {
            true => Ok(()),
            false => Err(ResumeError::OtherText { expected: self.corpus.n_chars, found: n_chars }),
        }
    }
}

impl Corpus {
    /// The files to read again; none for the built-in text.
    pub fn files(&self) -> Vec<String> {
        let is_builtin = crate::data::Corpus::builtin().sha256() == self.sha256;
        if is_builtin { Vec::new() } else { self.names.clone() }
    }
}
