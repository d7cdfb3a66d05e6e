//! Why a task could not be done.

use crate::data::melon::MelonError;
use crate::data::read::ReadError;
use crate::data::split::SplitError;
use crate::data::{EncodeError, Term};
use crate::engine::EngineError;
use crate::lm::gpt::ConfigError;
use crate::lm::ngram::NGramError;
use crate::model::ModelError;
use crate::train::{SourceError, TrainError};

/// Why a task could not be done.
#[derive(Debug, thiserror::Error, Clone, PartialEq)]
pub enum TaskError {
    /// The dataset has no target.
    NoTarget,
    /// A cell of the target (or of the labels) is missing.
    MissingAnswer {
        /// The column of the answers.
        column: String,
        /// The row in the table, from 1.
        row: usize,
    },
    /// The target of a regression has a cell that is no finite number.
    NotANumber {
        /// The column of the answers.
        column: String,
        /// The row in the table, from 1.
        row: usize,
        /// What stands in the cell.
        text: String,
    },
    /// An option has a value that makes no sense.
    InvalidOption {
        /// Its name, as `threshold`.
        option: &'static str,
        /// The value given, as a text.
        value: String,
        /// The values that the option takes.
        wanted: Wanted,
    },
    /// An option is given that none of the classifiers reads.
    UnreadOption {
        /// The option's name, without its dashes.
        option: &'static str,
        /// The classifiers that are fitted.
        models: Vec<&'static str>,
        /// The classifiers that read the option.
        readers: Vec<&'static str>,
    },
    /// A starting row is not in the table (or was left out for its missing cells).
    NoSuchRow {
        /// The row that was named, from 1.
        row: usize,
        /// The number of samples.
        n_samples: usize,
    },
    /// Samples are named by their rows in the book, and this is another table.
    NotTheBooksMelons,
    /// The same, and this row is another melon.
    AnotherMelon {
        /// The row that was named, from 1.
        row: usize,
        /// A column in which they differ.
        column: String,
        /// What stands there in this table.
        found: String,
        /// What stands in the book.
        expected: String,
    },
    /// A starting point has not one number a column.
    StartingPoint {
        /// How many numbers the point has.
        given: usize,
        /// The columns of the matrix, in order.
        terms: Vec<String>,
    },
    /// A training set of this size cannot be drawn.
    TrainingSize {
        /// Training samples that were asked for.
        size: usize,
        /// The most training samples that can be drawn.
        most: usize,
        /// Samples that are set aside for the test.
        n_test: usize,
        /// Samples in the table.
        n_samples: usize,
    },
    /// A column's cells are too large to be computed with.
    TooLarge {
        /// The column, or `column=level`.
        term: String,
    },
    /// More terms than the products of all of them have room for.
    TooManyTerms {
        /// Terms there would be.
        n_terms: usize,
        /// Terms that this memory allows.
        most: usize,
    },
    /// More counts than there is room for.
    TooManyCounts {
        /// Counts there would be.
        n_counts: usize,
        /// Counts that this memory allows.
        most: usize,
    },
    /// A file that is read in passes cannot be read any more.
    Read(#[from] ReadError),
    /// The fit on one fold failed.
    Fold {
        /// The fold, from 1.
        fold: usize,
        /// What went wrong in that fold.
        source: Box<TaskError>,
    },
    /// A language model could not be trained on a table's sentences.
    Untrained {
        /// Which language model: `ngram` or `gpt`.
        model: &'static str,
        /// Why it could not be trained.
        source: Box<SentenceModelError>,
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

/// What an option may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// A number from 0 up.
    NotNegative,
    /// A number above 0 and below 1.
    Share,
    /// A whole number from this one up.
    AtLeast(usize),
    /// A whole number up to this one.
    AtMost(usize),
    /// Two whole numbers from 1, the smaller first.
    Rising,
    /// Nothing, with more than two classes.
    NothingForManyClasses,
    /// A classifier that is saved in one file.
    OneFile,
    /// Some models, each once.
    ModelsOnce,
    /// `k-means++`, `random`, rows or points.
    Start,
    /// Rows that differ from each other.
    DifferentRows,
    /// `loo`, a number of folds, so many divisions into folds (`20x5`), `none` or `auto`.
    Cv,
    /// The same, but something must be held out.
    SomeFolds,
    /// A share between 0 and 1, or the book's split of the seventeen melons.
    Validation,
    /// A number of folds, or none: in passes no row is held out alone.
    HashedFolds,
    /// The native engine: linfa wants the rows in memory.
    NativeInPasses,
    /// Logistic regression or naive Bayes: other models want the rows in memory.
    ClassifierInPasses,
    /// A task of the lab, or all of them.
    SyntheticTask,
}

/// Why a language model could not be trained on a table's sentences.
#[derive(Debug, thiserror::Error, Clone, PartialEq)]
pub enum SentenceModelError {
    /// The n-grams cannot be counted.
    NGram(#[from] NGramError),
    /// The sentences cannot be laid out for a GPT.
    Source(#[from] SourceError),
    /// The GPT cannot have this shape.
    Config(#[from] ConfigError),
    /// The training of the GPT failed.
    Train(#[from] TrainError),
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
    /// The same with the fold in which it happened, from 1. That nobody waits any more is no fold's doing.
    pub(super) fn in_fold(self, fold: usize) -> Self {
        match self {
            TaskError::Engine(EngineError::GivenUp) => self,
            error => TaskError::Fold { fold, source: Box::new(error) },
        }
    }

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
