//! Why a GPT's files cannot be used.

use super::SHARDED;
use crate::lm::gpt::ConfigError;
use crate::lm::tokenizer::TokenizerError;
use crate::store::folder::FolderError;

/// Why a GPT's files cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum GptFileError {
    /// The folder cannot be read or written.
    #[error(transparent)]
    Folder(#[from] FolderError),
    /// A file that a model cannot do without is not there.
    #[error("the folder has no {file}: it is not a saved GPT, or was not copied whole")]
    NoFile {
        /// Its name.
        file: &'static str,
    },
    /// It is an n-gram.
    #[error("it is an n-gram model, not a GPT")]
    NGram,
    /// The state to go on from cannot be read; the model can.
    #[error("checkpoint.safetensors is damaged: {0}")]
    Checkpoint(Box<GptFileError>),
    /// The weights are there, but not as one `model.safetensors`.
    #[error("the weights are in {found}, which is not read: {}", one_file(found))]
    OtherWeights {
        /// The file that holds them, or says where they are.
        found: &'static str,
    },
    /// `config.json` is not JSON, or lacks a setting.
    #[error("config.json cannot be read: {reason}")]
    Config {
        /// What is wrong, and where.
        reason: String,
    },
    /// The model is of a kind that this program does not compute.
    #[error("config.json: {setting} = {value} is not supported, only {}", known.join(" or "))]
    Unsupported {
        /// The setting.
        setting: &'static str,
        /// Its value.
        value: String,
        /// The values that would do.
        known: &'static [&'static str],
    },
    /// No model has the shape that `config.json` describes.
    #[error("config.json: {0}")]
    Shapeless(#[from] ConfigError),
    /// `tokenizer.json` is not one.
    #[error(transparent)]
    Tokenizer(#[from] TokenizerError),
    /// A safetensors file is not one.
    #[error("the weights cannot be read ({reason}): copy or download the file again")]
    Damaged {
        /// What is wrong.
        reason: String,
    },
    /// A safetensors file ends too early.
    #[error("the weights end within `{tensor}`: {n_bytes} bytes of {needed}; copy or download the file again")]
    CutOff {
        /// The first tensor that is not complete.
        tensor: String,
        /// Bytes of tensors that are there.
        n_bytes: usize,
        /// Bytes of tensors that should be there.
        needed: usize,
    },
    /// The configuration asks for a tensor that the weights do not have.
    #[error(
        "config.json asks for `{tensor}` of shape {shape:?}, which the weights do not have: they belong to another config.json"
    )]
    Missing {
        /// Its name.
        tensor: String,
        /// Its shape.
        shape: Vec<usize>,
    },
    /// The weights have a tensor that the configuration has no use for.
    #[error("the weights have `{tensor}`, which config.json has no place for: they belong to another config.json")]
    Unexpected {
        /// Its name.
        tensor: String,
    },
    /// A tensor does not have the shape that the configuration asks for.
    #[error("`{tensor}` has the shape {found:?}, config.json asks for {expected:?}: they do not belong together")]
    Shape {
        /// Its name.
        tensor: String,
        /// The shape that follows from `config.json`.
        expected: Vec<usize>,
        /// The shape in the weights.
        found: Vec<usize>,
    },
    /// Numbers of a kind that is not read.
    #[error("`{tensor}` holds {found} numbers: convert it to F32, F16 or BF16")]
    Dtype {
        /// Its name.
        tensor: String,
        /// Its kind.
        found: String,
    },
    /// A weight is NaN or infinite.
    #[error("`{tensor}` holds numbers that are not finite: the model was broken before it was saved")]
    NotFinite {
        /// Its name.
        tensor: String,
    },
    /// `training.json` or the state in a checkpoint cannot be understood.
    #[error("{file} cannot be read: {reason}")]
    Record {
        /// The file.
        file: &'static str,
        /// What is wrong.
        reason: String,
    },
}

/// How to get a single `model.safetensors`, in Python.
fn one_file(found: &str) -> &'static str {
    match found == SHARDED {
        true => "load it with transformers and save_pretrained(DIR, max_shard_size=\"100GB\")",
        false => "load it with transformers and save_pretrained(DIR), which writes model.safetensors",
    }
}
