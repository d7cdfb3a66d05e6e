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
    #[error("there is no target to learn")]
    NoTarget,
    /// A cell of the target (or of the labels) is missing.
    #[error("column `{column}`, row {row}: the answer is missing")]
    MissingAnswer {
        /// The target.
        column: String,
        /// The row in the table, from 1.
        row: usize,
    },
    /// The target of a regression has a cell that is no finite number.
    #[error("column `{column}`, row {row}: `{text}` is not a number that can be learned")]
    NotANumber {
        /// The target.
        column: String,
        /// The row in the table, from 1.
        row: usize,
        /// The cell.
        text: String,
    },
    /// An option has a value that makes no sense.
    #[error("{option} cannot be {value}: it must be {wanted}")]
    InvalidOption {
        /// Its name, as `threshold`.
        option: &'static str,
        /// The value given.
        value: String,
        /// What it may be.
        wanted: &'static str,
    },
    /// A starting row is not in the table (or was left out for its missing cells).
    #[error("row {row} is not among the {n_samples} samples")]
    NoSuchRow {
        /// From 1.
        row: usize,
        /// The number of samples.
        n_samples: usize,
    },
    /// A training set of this size cannot be drawn.
    #[error("{size} training samples cannot be drawn: of {n_samples}, {n_test} test, so 1 to {most} are possible")]
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
    #[error("the values of `{term}` are too large to be summed: rescale them")]
    TooLarge {
        /// The column, or `column=level`.
        term: String,
    },
    /// The fit on one fold failed.
    #[error("in fold {fold} of the cross-validation: {source}")]
    Fold {
        /// From 1.
        fold: usize,
        /// Why.
        source: Box<TaskError>,
    },
    /// A language model could not be trained on a table's sentences.
    #[error("the {model} could not be trained on the sentences: {reason}")]
    Untrained {
        /// `ngram` or `gpt`.
        model: &'static str,
        /// What its trainer says.
        reason: String,
    },
    /// A melon that was asked about cannot be answered.
    #[error(transparent)]
    Melon(#[from] MelonError),
    /// The folds cannot be made.
    #[error(transparent)]
    Split(#[from] SplitError),
    /// The columns cannot be encoded.
    #[error(transparent)]
    Encode(#[from] EncodeError),
    /// The engine cannot fit.
    #[error(transparent)]
    Engine(#[from] EngineError),
    /// The model cannot be built or asked.
    #[error(transparent)]
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
