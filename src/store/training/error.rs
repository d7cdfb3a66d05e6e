//! Why a run cannot begin, go on, or be kept.

use crate::store::gpt::GptFileError;
use crate::store::ngram::NGramFileError;
use crate::task::training::{ResumeError, TrainingError};

/// Why a run cannot begin, go on, or be kept.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// Where it is to be kept is a model that would be lost.
    #[error("{folder} holds a model: resume its training, or overwrite it")]
    Exists {
        /// The folder.
        folder: String,
    },
    /// There is no run to go on with, because there is no such folder.
    #[error("{folder}: there is no run to resume")]
    NoRun {
        /// The folder.
        folder: String,
    },
    /// The files of a model cannot be read or written.
    #[error("{folder}: {error}")]
    Files {
        /// The folder.
        folder: String,
        /// What is wrong.
        error: GptFileError,
    },
    /// Those of an n-gram cannot.
    #[error("{folder}: {error}")]
    NGramFiles {
        /// The folder.
        folder: String,
        /// What is wrong.
        error: NGramFileError,
    },
    /// It cannot go on so.
    #[error(transparent)]
    Resume(#[from] ResumeError),
    /// There is nothing to train, or training failed.
    #[error(transparent)]
    Training(#[from] TrainingError),
    /// Training failed, and the best model so far is kept.
    #[error("{error}; the model of step {step} is safe in {folder}")]
    Kept {
        /// Why it failed.
        error: TrainingError,
        /// Where the model is.
        folder: String,
        /// After how many steps it was the best.
        step: usize,
    },
}
