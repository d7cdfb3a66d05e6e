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
        /// Its name in the folder.
        file: &'static str,
    },
    /// It is an n-gram.
    NGram,
    /// The state to go on from cannot be read; the model can.
    Checkpoint(Box<GptFileError>),
    /// A file beside the weights is no JSON of the right kind.
    Json {
        /// Its name in the folder.
        file: &'static str,
        /// What is wrong, and where.
        reason: String,
    },
    /// A file of weights that the index names is not there.
    NoShard {
        /// Its name, as the index has it.
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
        /// Its name in `config.json`.
        setting: &'static str,
        /// The value that it has there.
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
        /// What its reader says.
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
        /// Its name, as the file should have it.
        tensor: String,
        /// The shape that follows from `config.json`.
        shape: Vec<usize>,
    },
    /// The weights have a tensor that the configuration has no use for.
    Unexpected {
        /// Its name in the weights.
        tensor: String,
    },
    /// A tensor does not have the shape that the configuration asks for.
    Shape {
        /// Its name in the weights.
        tensor: String,
        /// The shape that follows from `config.json`.
        expected: Vec<usize>,
        /// The shape in the weights.
        found: Vec<usize>,
    },
    /// Numbers of a kind that is not read.
    Dtype {
        /// Its name in the weights.
        tensor: String,
        /// What they are, as safetensors calls it: `I64`.
        found: String,
    },
    /// A weight is NaN or infinite.
    NotFinite {
        /// The tensor that it belongs to.
        tensor: String,
    },
    /// `training.json` or the state in a checkpoint cannot be understood.
    Record {
        /// Its name in the folder.
        file: &'static str,
        /// What its reader says, or what in it does not fit the model.
        reason: String,
    },
}
