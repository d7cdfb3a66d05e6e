//! Why a GPT's files cannot be used.

use crate::lm::gpt::ConfigError;
use crate::lm::tokenizer::TokenizerError;
use crate::store::folder::FolderError;

/// Why a GPT's files cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum GptFileError {
    /// The folder cannot be read or written.
    Folder(#[from] FolderError),
    /// A file that a model cannot do without is not there.
    NoFile {
        /// The file's name.
        file: &'static str,
    },
    /// It is an n-gram.
    NGram,
    /// The state to go on from cannot be read; the model can.
    Checkpoint(Box<GptFileError>),
    /// A file beside the weights is no JSON of the right kind.
    Json {
        /// The file.
        file: &'static str,
        /// What is wrong, and where.
        reason: String,
    },
    /// A file of weights that the index names is not there.
    NoShard {
        /// The file's name.
        file: String,
    },
    /// The vocabulary is there, but in a form that is not read.
    OtherTokenizer {
        /// The file that holds it.
        found: &'static str,
    },
    /// The weights are there, but not as safetensors.
    OtherWeights {
        /// The file that holds them, or says where they are.
        found: &'static str,
    },
    /// `config.json` is not JSON, or lacks a setting.
    Config {
        /// What is wrong, and where.
        reason: String,
    },
    /// The model is of a kind that this program does not compute.
    Unsupported {
        /// The setting.
        setting: &'static str,
        /// Its value.
        value: String,
        /// The values that would do.
        known: &'static [&'static str],
    },
    /// No model has the shape that `config.json` describes.
    Shapeless(#[from] ConfigError),
    /// `tokenizer.json` is not one.
    Tokenizer(#[from] TokenizerError),
    /// A safetensors file is not one.
    Damaged {
        /// What is wrong.
        reason: String,
    },
    /// A safetensors file ends too early.
    CutOff {
        /// The first tensor that is not complete.
        tensor: String,
        /// Bytes of tensors that are there.
        n_bytes: usize,
        /// Bytes of tensors that should be there.
        needed: usize,
    },
    /// The configuration asks for a tensor that the weights do not have.
    Missing {
        /// The tensor's name.
        tensor: String,
        /// Its shape.
        shape: Vec<usize>,
    },
    /// The weights have a tensor that the configuration has no use for.
    Unexpected {
        /// The tensor's name.
        tensor: String,
    },
    /// A tensor does not have the shape that the configuration asks for.
    Shape {
        /// The tensor's name.
        tensor: String,
        /// The shape that follows from `config.json`.
        expected: Vec<usize>,
        /// The shape in the weights.
        found: Vec<usize>,
    },
    /// Numbers of a kind that is not read.
    Dtype {
        /// The tensor's name.
        tensor: String,
        /// Its kind.
        found: String,
    },
    /// A weight is NaN or infinite.
    NotFinite {
        /// The tensor's name.
        tensor: String,
    },
    /// `training.json` or the state in a checkpoint cannot be understood.
    Record {
        /// The file.
        file: &'static str,
        /// What is wrong.
        reason: String,
    },
}
