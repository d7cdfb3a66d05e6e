//! A GPT as a folder that `transformers` reads too.
//!
//! | file                     | what is in it                                                  |
//! |--------------------------|----------------------------------------------------------------|
//! | `config.json`            | the shape of the model, as `GPT2Config` writes it              |
//! | `model.safetensors`      | its weights, f32 or f16                                        |
//! | `tokenizer.json`         | text to tokens and back                                        |
//! | `tokenizer_config.json`  | tells `AutoTokenizer` to take the above as it is, and how a conversation is written |
//! | `generation_config.json` | where `generate` stops                                         |
//! | `training.json`          | how it was trained, on what, and how well it did               |
//! | `checkpoint.safetensors` | all that is needed to go on training; gone when it is finished |
//!
//! `GPT2LMHeadModel.from_pretrained` gives the same logits, and any GPT-2 in this format is
//! read: names with or without `transformer.`, f32, f16 or bf16, with a tied output layer or
//! one of its own, in one file or in several with an index, with a `tokenizer.json` or with
//! `vocab.json` and `merges.txt`.

mod checkpoint;
mod config;
mod error;
mod interchange;
mod shards;
mod vocab_merges;
mod weights;

use checkpoint::CHECKPOINT;
pub use error::GptFileError;
use interchange::{Ends, GENERATION_CONFIG, TOKENIZER_CONFIG};
use shards::WEIGHTS;
pub use weights::Precision;
use weights::Weights;

use std::path::Path;

use sha2::{Digest, Sha256};

use super::{ModelFiles, folder, model_type};
use crate::lm::Tokenizer;
use crate::lm::gpt::{Gpt, GptModel};
use crate::lm::tokenizer::TokenizerError;
use crate::task::training::TrainingRecord;
use crate::train::TrainState;

const CONFIG: &str = "config.json";
const TOKENIZER: &str = "tokenizer.json";
const TRAINING: &str = "training.json";

/// All of a saved GPT.
#[derive(Debug, Clone)]
pub struct SavedGpt {
    /// The architecture and its weights.
    pub model: GptModel,
    /// `tokenizer.json`, as it is.
    pub tokenizer_json: Option<Vec<u8>>,
    /// How it was trained, if it was trained here.
    pub training: Option<TrainingRecord>,
    /// What is needed to go on, if its training was interrupted.
    pub checkpoint: Option<TrainState>,
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

/// Saves a model as the folder `path`, in place of a saved model that may be there. Whatever
/// happens, one complete model is left.
///
/// # Errors
/// If the disk is full or not writable, or something else is at `path`.
pub fn save(path: &Path, saved: &SavedGpt, precision: Precision) -> Result<(), GptFileError> {
    let files = files(saved, precision);
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, content)| (*name, content.as_slice())).collect();
    Ok(folder::write(path, &files)?)
}

/// The files of the folder, each with its name.
pub fn files(saved: &SavedGpt, precision: Precision) -> Vec<(&'static str, Vec<u8>)> {
    let shape = saved.model.gpt.config();
    let ends = Ends::of(saved.tokenizer_json.as_deref(), saved.training.as_ref());
    let config = config::write(shape, ends.id());
    let weights = weights::write(&saved.model, precision);
    let training = saved.training.as_ref().map(|record| serde_json::to_vec_pretty(record).expect("plain data"));
    let checkpoint = saved.checkpoint.as_ref().map(checkpoint::write);
    let tokenizer_config = saved.tokenizer_json.as_ref().map(|_| ends.tokenizer_config(shape.context_len));
    let others = [
        (TOKENIZER, saved.tokenizer_json.clone()),
        (TOKENIZER_CONFIG, tokenizer_config),
        (GENERATION_CONFIG, ends.generation_config()),
        (TRAINING, training),
        (CHECKPOINT, checkpoint),
    ];
    let there = others.into_iter().filter_map(|(name, content)| Some((name, content?)));
    [(CONFIG, config), (WEIGHTS, weights)].into_iter().chain(there).collect()
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
    of_files(&ModelFiles::Folder(path))
}

/// The same from its files, wherever they lie.
///
/// # Errors
/// As [`load`].
pub(super) fn of_files(files: &ModelFiles) -> Result<SavedGpt, GptFileError> {
    let config = files.read(CONFIG)?.ok_or(GptFileError::NoFile { file: CONFIG })?;
    if model_type::is_ngram(&config) {
        return Err(GptFileError::NGram);
    }
    let weights = shards::read(files)?;
    let model = parse_files(&config, &weights.iter().map(Vec::as_slice).collect::<Vec<_>>())?;
    let tokenizer_json = match files.read(TOKENIZER)? {
        Some(json) => Some(json),
        None => vocab_merges::read(files)?,
    };
    let training = files.read(TRAINING)?.map(|json| {
        serde_json::from_slice(&json)
            .map_err(|error| GptFileError::Record { file: TRAINING, reason: error.to_string() })
    });
    Ok(SavedGpt { tokenizer_json, training: training.transpose()?, checkpoint: None, model })
}

/// Whether there is a saved model, or what is left of one, at `path`.
pub(super) fn exists(path: &Path) -> bool {
    [CONFIG, WEIGHTS, CHECKPOINT].iter().any(|file| path.join(file).exists())
}

/// SHA-256 of a model's parameters, in hexadecimal.
pub(super) fn sha256(params: &[f32]) -> String {
    let mut hash = Sha256::new();
    params.iter().for_each(|x| hash.update(x.to_le_bytes()));
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A model from the contents of `config.json` and `model.safetensors`.
///
/// # Errors
/// If either is damaged, or they do not fit each other.
pub fn parse(config_json: &[u8], weights: &[u8]) -> Result<GptModel, GptFileError> {
    parse_files(config_json, &[weights])
}

/// The same, from weights in several files.
fn parse_files(config_json: &[u8], files: &[&[u8]]) -> Result<GptModel, GptFileError> {
    let config = config::read(config_json)?;
    let weights = Weights::open(files)?;
    if config.n_layer > weights.n_tensors() {
        // A layer has a dozen tensors: a list of theirs is not made before that many can be there.
        let tensor = format!("transformer.h.{}.ln_1.weight", config.n_layer - 1);
        return Err(GptFileError::Missing { tensor, shape: vec![config.n_embd] });
    }
    let gpt = Gpt::new(config)?;
    let params = weights.read(&gpt)?;
    Ok(GptModel { gpt, params })
}

#[cfg(test)]
mod tests;
