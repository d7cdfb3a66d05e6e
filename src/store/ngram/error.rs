//! Why an n-gram model's files cannot be used.

use crate::lm::ngram::arpa::ArpaError;
use crate::lm::ngram::{DamagedCounts, NGramError};
use crate::lm::tokenizer::TokenizerError;
use crate::store::folder::FolderError;

/// Why an n-gram model's files cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum NGramFileError {
    /// The folder cannot be read or written.
    Folder(#[from] FolderError),
    /// A file that a model cannot do without is not there.
    NoFile {
        /// Its name in the folder.
        file: &'static str,
    },
    /// A file that is JSON cannot be read.
    Json {
        /// Its name in the folder.
        file: &'static str,
        /// What is wrong, and where.
        reason: String,
    },
    /// The counts are no safetensors file.
    Unreadable {
        /// What the reader of safetensors says.
        reason: String,
    },
    /// The counts contradict themselves.
    Damaged(#[from] DamagedCounts),
    /// The ARPA file is none.
    Arpa(#[from] ArpaError),
    /// The tokenizer is none.
    Tokenizer(#[from] TokenizerError),
    /// No model follows from the counts.
    Model(#[from] NGramError),
    /// The vocabulary is another model's.
    Vocabulary {
        /// Tokens of the tokenizer.
        tokenizer: usize,
        /// Tokens that the model knows.
        model: usize,
    },
    /// An ARPA file that is packed cannot be unpacked.
    Packed {
        /// What the unpacking says.
        reason: String,
    },
    /// The words of an ARPA file by itself are pieces, which only their tokenizer can cut.
    Pieces {
        /// The first that is one.
        word: String,
    },
}
