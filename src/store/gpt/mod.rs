//! A GPT as a folder that `transformers` reads too.
//!
//! | file                     | what is in it                                                  |
//! |--------------------------|----------------------------------------------------------------|
//! | `config.json`            | the shape of the model, as `GPT2Config` writes it              |
//! | `model.safetensors`      | its weights, f32 or f16                                        |
//! | `tokenizer.json`         | text to tokens and back                                        |
//! | `tokenizer_config.json`  | tells `AutoTokenizer` to take the above as it is               |
//! | `training.json`          | how it was trained, on what, and how well it did               |
//! | `checkpoint.safetensors` | all that is needed to go on training; gone when it is finished |
//!
//! `GPT2LMHeadModel.from_pretrained` gives the same logits, and any GPT-2 in this format is
//! read: names with or without `transformer.`, f32, f16 or bf16, with a tied output layer or
//! one of its own.

mod checkpoint;
mod config;
mod resume;
mod weights;

pub use resume::{ResumeError, Setting, resumable, unchanged};

use std::path::Path;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::folder::{self, FolderError};
use crate::lm::Tokenizer;
use crate::lm::gpt::{ConfigError, Gpt, GptModel};
use crate::lm::tokenizer::TokenizerError;
use crate::train::{Evaluation, TrainOptions, TrainState};

const CONFIG: &str = "config.json";
const WEIGHTS: &str = "model.safetensors";
const TOKENIZER: &str = "tokenizer.json";
const TOKENIZER_CONFIG: &str = "tokenizer_config.json";
const TRAINING: &str = "training.json";
const CHECKPOINT: &str = "checkpoint.safetensors";

/// Without it `AutoTokenizer` makes GPT-2's own pre-tokenizer of any that belongs to a GPT-2.
const TOKENIZER_AS_IT_IS: &[u8] = b"{\n  \"tokenizer_class\": \"PreTrainedTokenizerFast\"\n}\n";

/// The index of weights in several files.
const SHARDED: &str = "model.safetensors.index.json";
/// Where other programs keep weights.
const OTHER_WEIGHTS: [&str; 5] =
    [SHARDED, "pytorch_model.bin", "pytorch_model.bin.index.json", "tf_model.h5", "flax_model.msgpack"];

/// How many bits a stored weight has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Precision {
    /// 32: exact.
    F32,
    /// 16: half the size, three decimal digits.
    F16,
}

impl Precision {
    fn dtype(self) -> safetensors::Dtype {
        match self {
            Precision::F32 => safetensors::Dtype::F32,
            Precision::F16 => safetensors::Dtype::F16,
        }
    }
}

/// All of a saved GPT.
#[derive(Debug, Clone)]
pub struct SavedGpt {
    /// The model.
    pub model: GptModel,
    /// `tokenizer.json`, as it is.
    pub tokenizer_json: Option<Vec<u8>>,
    /// How it was trained, if it was trained here.
    pub training: Option<TrainingRecord>,
    /// What is needed to go on, if its training was interrupted.
    pub checkpoint: Option<TrainState>,
}

/// `training.json`: how a model came about.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TrainingRecord {
    /// The program and its version.
    pub program: String,
    /// `pretrain` or `finetune`.
    pub stage: String,
    /// What it learned from.
    pub corpus: Corpus,
    /// The settings.
    pub options: TrainOptions,
    /// Dropout while it was trained.
    #[serde(default)]
    pub dropout: f32,
    /// Steps done.
    pub step: usize,
    /// After how many steps the saved weights were the best, if that was measured.
    pub best_step: Option<usize>,
    /// Their validation loss, nats a token.
    pub val_loss_nats: Option<f64>,
    /// Every evaluation.
    pub history: Vec<Evaluation>,
    /// The model that was fine-tuned, if it was.
    #[serde(default)]
    pub base: Option<Base>,
}

/// The model that a fine-tuned one has come from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Base {
    /// Its folder or built-in name.
    pub name: String,
    /// SHA-256 of its parameters.
    pub sha256: String,
    /// What it was pre-trained on, if that is known.
    pub corpus: Option<Corpus>,
}

/// What a model learned from, so that a run is only resumed on the same.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Corpus {
    /// Its files or built-in names.
    pub names: Vec<String>,
    /// Characters in all.
    pub n_chars: usize,
    /// Tokens in all.
    pub n_tokens: usize,
    /// The share at the end that was held out.
    pub validation_share: f64,
    /// Made stories in each language that were learned from as well.
    #[serde(default, skip_serializing_if = "is_none_made")]
    pub n_stories: usize,
    /// SHA-256 of its text, in hexadecimal.
    pub sha256: String,
}

impl Corpus {
    /// The record of `text`, which has `n_tokens`, with this share of it held out.
    pub fn of(text: &crate::data::Corpus, n_tokens: usize, validation_share: f64) -> Corpus {
        let (names, n_chars, sha256) = (text.names(), text.n_chars(), text.sha256());
        Corpus { names, n_chars, n_tokens, validation_share, n_stories: 0, sha256 }
    }
}

/// Whether there were no made stories, which then are not written of.
fn is_none_made(n_stories: &usize) -> bool {
    *n_stories == 0
}

impl SavedGpt {
    /// Its vocabulary.
    ///
    /// # Errors
    /// If it has none, or none that can be read.
    pub fn tokenizer(&self) -> Result<Tokenizer, GptFileError> {
        let json = self.tokenizer_json.as_deref().ok_or(GptFileError::NoFile { file: TOKENIZER })?;
        let json = std::str::from_utf8(json).map_err(|error| TokenizerError::Format(error.to_string()))?;
        Ok(Tokenizer::from_json(json)?)
    }
}

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

/// Saves a model as the folder `path`, in place of a saved model that may be there. Whatever
/// happens, one complete model is left.
///
/// # Errors
/// If the disk is full or not writable, or something else is at `path`.
pub fn save(path: &Path, saved: &SavedGpt, precision: Precision) -> Result<(), GptFileError> {
    let config = config::write(saved.model.gpt.config());
    let weights = weights::write(&saved.model, precision);
    let training = saved.training.as_ref().map(|record| serde_json::to_vec_pretty(record).expect("plain data"));
    let checkpoint = saved.checkpoint.as_ref().map(checkpoint::write);
    let mut files: Vec<(&str, &[u8])> = vec![(CONFIG, &config), (WEIGHTS, &weights)];
    let tokenizer_config = saved.tokenizer_json.as_ref().map(|_| TOKENIZER_AS_IT_IS.to_vec());
    let others = [
        (TOKENIZER, &saved.tokenizer_json),
        (TOKENIZER_CONFIG, &tokenizer_config),
        (TRAINING, &training),
        (CHECKPOINT, &checkpoint),
    ];
    files.extend(others.into_iter().filter_map(|(name, content)| Some((name, content.as_deref()?))));
    Ok(folder::write(path, &files)?)
}

/// Loads a saved model and, if it can be trained further, the state of its run.
///
/// # Errors
/// If a file is missing, damaged, or does not fit the others.
pub fn load(path: &Path) -> Result<SavedGpt, GptFileError> {
    let saved = load_model(path)?;
    let checkpoint = folder::read(path, CHECKPOINT)?.map(|file| checkpoint::read(&saved.model.gpt, &file));
    let checkpoint = checkpoint.transpose().map_err(|error| GptFileError::Checkpoint(Box::new(error)))?;
    Ok(SavedGpt { checkpoint, ..saved })
}

/// Loads a saved model to be used, or any GPT-2 in the same format: without the state of its
/// run, which may be damaged while the model is not.
///
/// # Errors
/// As [`load`].
pub fn load_model(path: &Path) -> Result<SavedGpt, GptFileError> {
    let must = |file| folder::read(path, file)?.ok_or_else(|| missing(path, file));
    let config = must(CONFIG)?;
    if config::is_ngram(&config) {
        return Err(GptFileError::NGram);
    }
    let model = parse(&config, &must(WEIGHTS)?)?;
    let training = folder::read(path, TRAINING)?.map(|json| {
        serde_json::from_slice(&json)
            .map_err(|error| GptFileError::Record { file: TRAINING, reason: error.to_string() })
    });
    Ok(SavedGpt {
        tokenizer_json: folder::read(path, TOKENIZER)?,
        training: training.transpose()?,
        checkpoint: None,
        model,
    })
}

/// Why `file` is not there.
fn missing(path: &Path, file: &'static str) -> GptFileError {
    match OTHER_WEIGHTS.into_iter().find(|other| file == WEIGHTS && path.join(other).exists()) {
        Some(found) => GptFileError::OtherWeights { found },
        None => GptFileError::NoFile { file },
    }
}

/// How to get a single `model.safetensors`, in Python.
fn one_file(found: &str) -> &'static str {
    match found == SHARDED {
        true => "load it with transformers and save_pretrained(DIR, max_shard_size=\"100GB\")",
        false => "load it with transformers and save_pretrained(DIR), which writes model.safetensors",
    }
}

/// Whether there is a saved model, or what is left of one, at `path`.
pub fn exists(path: &Path) -> bool {
    [CONFIG, WEIGHTS, CHECKPOINT].iter().any(|file| path.join(file).exists())
}

/// SHA-256 of a model's parameters, in hexadecimal.
pub fn sha256(model: &GptModel) -> String {
    let mut hash = Sha256::new();
    model.params.iter().for_each(|x| hash.update(x.to_le_bytes()));
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A model from the contents of `config.json` and `model.safetensors`.
///
/// # Errors
/// If either is damaged, or they do not fit each other.
pub fn parse(config_json: &[u8], weights: &[u8]) -> Result<GptModel, GptFileError> {
    let gpt = Gpt::new(config::read(config_json)?)?;
    let params = weights::read(&gpt, weights)?;
    Ok(GptModel { gpt, params })
}

#[cfg(test)]
mod tests;
