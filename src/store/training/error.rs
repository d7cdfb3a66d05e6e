//! Why a run cannot begin, go on, or be kept.

use crate::store::gpt::GptFileError;
use crate::store::language::OpenError;
use crate::store::ngram::NGramFileError;
use crate::task::training::{ResumeError, TrainingError};

/// Why a run cannot begin, go on, or be kept.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// Where it is to be kept is a model that would be lost.
    Exists {
        /// The path of the folder.
        folder: String,
    },
    /// Another program is writing where it is to be kept.
    Busy {
        /// The path of the folder.
        folder: String,
    },
    /// There is no run to go on with, because there is no such folder.
    NoRun {
        /// The path of the folder.
        folder: String,
    },
    /// The files of a model cannot be read or written.
    Files {
        /// The path of the folder.
        folder: String,
        /// What is wrong with them.
        error: GptFileError,
    },
    /// Those of an n-gram cannot.
    NGramFiles {
        /// The path of the folder.
        folder: String,
        /// What is wrong with them.
        error: NGramFileError,
    },
    /// There is no model of that name to begin with.
    NoBase {
        /// The name that was given.
        name: String,
    },
    /// The model to begin with cannot be opened.
    Base(#[from] OpenError),
    /// It cannot go on so.
    Resume(#[from] ResumeError),
    /// There is nothing to train, or training failed.
    Training(#[from] TrainingError),
    /// Training failed, and the best model so far is kept.
    Kept {
        /// What ended the training.
        error: TrainingError,
        /// Where the model is.
        folder: String,
        /// After how many steps it was the best.
        step: usize,
    },
}
