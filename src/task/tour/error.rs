//! Why a screen cannot be shown.

use crate::lm::generate::BrokenLogits;
use crate::lm::ngram::NGramError;
use crate::lm::tokenizer::TokenizerError;
use crate::task::TaskError;
use crate::task::dialogue::NoMarkers;
use crate::task::ngram::CountError;
use crate::task::training::TrainingError;

/// Why a screen cannot be shown.
#[derive(Debug, thiserror::Error, Clone, PartialEq)]
pub enum TourError {
    /// A classifier, a regression or a clustering.
    Task(#[from] TaskError),
    /// The training that runs while the screen waits.
    Training(#[from] TrainingError),
    /// The vocabulary of words that are cut into pieces.
    Tokenizer(#[from] TokenizerError),
    /// The n-gram of the built-in text.
    Count(#[from] CountError),
    /// The n-gram of word pieces.
    NGram(#[from] NGramError),
    /// A model that knows no turns.
    NoMarkers(#[from] NoMarkers),
    /// A model that cannot generate.
    Broken(#[from] BrokenLogits),
}
