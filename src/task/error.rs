//! Why a task could not be done.

use crate::data::melon::MelonError;
use crate::data::split::SplitError;
use crate::data::{EncodeError, Term};
use crate::engine::EngineError;
use crate::model::ModelError;

/// Why a task could not be done.
#[derive(Debug, thiserror::Error, Clone, PartialEq)]
pub enum TaskError {
    /// The dataset has no target.
    NoTarget,
    /// A cell of the target (or of the labels) is missing.
    MissingAnswer {
        /// The target.
        column: String,
        /// The row in the table, from 1.
        row: usize,
    },
    /// The target of a regression has a cell that is no finite number.
    NotANumber {
        /// The target.
        column: String,
        /// The row in the table, from 1.
        row: usize,
        /// The cell.
        text: String,
    },
    /// An option has a value that makes no sense.
    InvalidOption {
        /// Its name, as `threshold`.
        option: &'static str,
        /// The value given.
        value: String,
        /// What it may be.
        wanted: &'static str,
    },
    /// A starting row is not in the table (or was left out for its missing cells).
    NoSuchRow {
        /// From 1.
        row: usize,
        /// The number of samples.
        n_samples: usize,
    },
    /// A training set of this size cannot be drawn.
    TrainingSize {
        /// Asked for.
        size: usize,
        /// Possible at most.
        most: usize,
        /// Set aside for the test.
        n_test: usize,
        /// In the table.
        n_samples: usize,
    },
    /// A column's cells are too large to be computed with.
    TooLarge {
        /// The column, or `column=level`.
        term: String,
    },
    /// The fit on one fold failed.
    Fold {
        /// From 1.
        fold: usize,
        /// Why.
        source: Box<TaskError>,
    },
    /// A language model could not be trained on a table's sentences.
    Untrained {
        /// `ngram` or `gpt`.
        model: &'static str,
        /// What its trainer says.
        reason: String,
    },
    /// A melon that was asked about cannot be answered.
    Melon(#[from] MelonError),
    /// The folds cannot be made.
    Split(#[from] SplitError),
    /// The columns cannot be encoded.
    Encode(#[from] EncodeError),
    /// The engine cannot fit.
    Engine(#[from] EngineError),
    /// The model cannot be built or asked.
    Model(ModelError),
}

impl From<ModelError> for TaskError {
    fn from(error: ModelError) -> Self {
        match error {
            ModelError::Encode(error) => TaskError::Encode(error),
            other => TaskError::Model(other),
        }
    }
}

impl TaskError {
    /// An engine's error, in which a column of the matrix gets its name back.
    pub(super) fn from_engine(error: EngineError, terms: &[Term]) -> Self {
        match error {
            EngineError::Overflow { column } if column < terms.len() => {
                TaskError::TooLarge { term: terms[column].name.clone() }
            }
            other => TaskError::Engine(other),
        }
    }
}
