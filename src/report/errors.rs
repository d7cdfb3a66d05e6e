//! Errors as the user is told of them: which option is to blame, and which file they are
//! about. Their words are in `words`, a file a room that they come from.

use super::words::{errors as words, report, unwritable};
use super::{Lang, Say};
use crate::data::conversation::ConversationError;
use crate::data::read::ReadError;
use crate::data::write::WriteError;
use crate::data::{MelonError, SchemaError};
use crate::engine::EngineError;
use crate::lm::generate::BrokenLogits;
use crate::lm::ngram::NGramError;
use crate::lm::sampling::StrategyError;
use crate::model::ModelError;
use crate::store::StoreError;
use crate::store::language::OpenError;
use crate::store::scale::ScaleRunError;
use crate::store::training::RunError;
use crate::task::TaskError;
use crate::task::dialogue::NoMarkers;
use crate::task::ladder::LadderError;
use crate::task::ngram::CountError;
use crate::task::scale::ScaleError;
use crate::task::score::NoText;
use crate::task::tour::TourError;
use crate::task::training::TrainingError;
use crate::train::TrainError;
use std::fmt::Debug;
use std::io;
use std::path::PathBuf;

/// An error that the user is told of.
pub trait UserError: Say + Debug + Send + Sync {
    /// Whether an option is to blame, and not the data.
    fn is_misuse(&self) -> bool {
        false
    }
}

/// Errors that are never an option's fault.
macro_rules! no_misuse {
    ($($error:ty),+) => { $(impl UserError for $error {})+ };
}
no_misuse!(
    ConversationError,
    ReadError,
    SchemaError,
    MelonError,
    StoreError,
    OpenError,
    BrokenLogits,
    NoMarkers,
    NoText,
    WriteError
);
no_misuse!(ScaleError, ScaleRunError, TourError, words::NoConversations<String>, report::NothingToDraw<String>);

impl UserError for EngineError {
    fn is_misuse(&self) -> bool {
        matches!(self, Self::InvalidPenalty { .. } | Self::NoClusters | Self::NoIterations)
    }
}

impl UserError for ModelError {
    fn is_misuse(&self) -> bool {
        matches!(self, Self::OutOfRange { .. })
    }
}

impl UserError for TaskError {
    fn is_misuse(&self) -> bool {
        match self {
            Self::InvalidOption { .. } | Self::UnreadOption { .. } | Self::TrainingSize { .. } => true,
            Self::NotTheBooksMelons | Self::AnotherMelon { .. } => true,
            Self::Engine(error) => error.is_misuse(),
            Self::Model(error) => error.is_misuse(),
            Self::Fold { source, .. } => source.is_misuse(),
            _ => false,
        }
    }
}

impl UserError for StrategyError {
    fn is_misuse(&self) -> bool {
        true
    }
}

impl UserError for CountError {
    fn is_misuse(&self) -> bool {
        matches!(self, Self::NGram(NGramError::Order { .. } | NGramError::AddK { .. }))
    }
}

impl UserError for LadderError {
    fn is_misuse(&self) -> bool {
        matches!(self, Self::Count(error) if error.is_misuse())
    }
}

impl UserError for TrainingError {
    fn is_misuse(&self) -> bool {
        matches!(self, Self::Config(_) | Self::Train(TrainError::Options(_)))
    }
}

impl UserError for RunError {
    fn is_misuse(&self) -> bool {
        match self {
            Self::Exists { .. } => true,
            Self::Training(error) | Self::Kept { error, .. } => error.is_misuse(),
            _ => false,
        }
    }
}

/// An error about what is in a file.
#[derive(Debug)]
pub struct InFile<T> {
    file: String,
    error: T,
}

impl<T: UserError> InFile<T> {
    /// `error`, which was found in `file`, as the user wrote it.
    pub fn of(error: T, file: &str) -> InFile<T> {
        InFile { file: file.to_owned(), error }
    }
}

impl<T: UserError> Say for InFile<T> {
    fn say(&self, lang: Lang) -> String {
        words::InFile { file: &self.file, what: self.error.say(lang) }.say(lang)
    }
}

impl<T: UserError> UserError for InFile<T> {
    fn is_misuse(&self) -> bool {
        self.error.is_misuse()
    }
}

/// A file that could not be written.
#[derive(Debug)]
pub struct Unwritten {
    /// The path of the file.
    pub path: PathBuf,
    /// What the system says.
    pub error: io::Error,
}

impl Say for Unwritten {
    fn say(&self, lang: Lang) -> String {
        unwritable(lang, &self.path, &self.error)
    }
}

impl UserError for Unwritten {}
