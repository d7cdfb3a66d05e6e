//! An n-gram model as a folder.
//!
//! | file                | what is in it                                                       |
//! |---------------------|---------------------------------------------------------------------|
//! | `config.json`       | order, smoothing and vocabulary; `"model_type": "ngram"`            |
//! | `model.safetensors` | the counts, from which the same model is made again, bit for bit    |
//! | `model.arpa`        | its probabilities in the field's own format, for KenLM and the like |
//! | `tokenizer.json`    | text to tokens and back                                             |
//! | `training.json`     | what was counted                                                    |
//!
//! A folder without counts is read from its `model.arpa`, so that models of other toolkits open
//! too. Add-k has no ARPA form: its folder has none.

mod error;
mod lone_arpa;

use super::{ModelFiles, folder, model_type};
use crate::data::Corpus;
use crate::lm::Tokenizer;
use crate::lm::ngram::arpa;
use crate::lm::ngram::{CountColumn, Counts, NGram, Smoothing};
use crate::task::ngram::{CountedNGram, NGramOptions};
use crate::task::training::{CorpusRecord, program};
pub use error::NGramFileError;
use safetensors::{Dtype, SafeTensors, tensor::TensorView};
use serde::{Deserialize, Serialize};
use std::path::Path;

const CONFIG: &str = "config.json";
const COUNTS: &str = "model.safetensors";
const ARPA: &str = "model.arpa";
const TOKENIZER: &str = "tokenizer.json";
const TRAINING: &str = "training.json";

/// All of a saved n-gram model.
#[derive(Debug, Clone)]
pub struct SavedNGram {
    /// Text to tokens and back.
    pub tokenizer: Tokenizer,
    /// The counts; none where the model was read from an ARPA file.
    pub counts: Option<Counts>,
    /// How they became probabilities; none likewise.
    pub smoothing: Option<Smoothing>,
    /// The probabilities, made from the counts or read.
    pub model: NGram,
    /// What was counted, if that is known.
    pub training: Option<NGramRecord>,
}

impl SavedNGram {
    /// What was counted of `corpus` with these options.
    pub fn of(counted: CountedNGram, corpus: &Corpus, options: &NGramOptions) -> SavedNGram {
        let n_tokens = counted.n_train + counted.n_validation;
        SavedNGram {
            tokenizer: counted.tokenizer,
            counts: Some(counted.counts),
            smoothing: Some(options.smoothing),
            model: counted.model,
            training: Some(NGramRecord {
                program: program(),
                corpus: CorpusRecord::of(corpus, n_tokens, options.validation_share),
                val_loss_nats: counted.val_loss_nats,
            }),
        }
    }
}

/// `training.json`: what was counted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NGramRecord {
    /// The program and its version.
    pub program: String,
    /// Which text was counted, and how much of it was held out.
    pub corpus: CorpusRecord,
    /// The loss on what was held out, nats a token.
    pub val_loss_nats: Option<f64>,
}

#[derive(Debug, Serialize, Deserialize)]
struct NGramConfigFile {
    model_type: String,
    #[serde(default)]
    vocab_size: Option<usize>,
    #[serde(default)]
    order: Option<usize>,
    #[serde(default)]
    smoothing: Option<Smoothing>,
}

/// Saves a model as the folder `path`, whole or not at all.
///
/// # Errors
/// If the disk is full or not writable, or something else than a saved model is at `path`.
pub fn save(path: &Path, saved: &SavedNGram) -> Result<(), NGramFileError> {
    let config = NGramConfigFile {
        model_type: model_type::NGRAM.to_owned(),
        vocab_size: Some(saved.tokenizer.vocab_size()),
        order: Some(saved.model.order()),
        smoothing: saved.smoothing,
    };
    let config = serde_json::to_vec_pretty(&config).expect("plain numbers and words");
    let counts = saved.counts.as_ref().map(write_counts);
    let arpa = arpa::write(&saved.model, |token| saved.tokenizer.name(token)).map(String::into_bytes);
    let training = saved.training.as_ref().map(|record| serde_json::to_vec_pretty(record).expect("plain data"));
    let tokenizer = saved.tokenizer.to_json().into_bytes();
    let mut files: Vec<(&str, &[u8])> = vec![(CONFIG, &config), (TOKENIZER, &tokenizer)];
    let others = [(COUNTS, &counts), (ARPA, &arpa), (TRAINING, &training)];
    files.extend(others.into_iter().filter_map(|(name, content)| Some((name, content.as_deref()?))));
    Ok(folder::write(path, &files)?)
}

/// Loads a saved model.
///
/// # Errors
/// If a file is missing, damaged, or does not fit the others.
pub(super) fn load(files: &ModelFiles) -> Result<SavedNGram, NGramFileError> {
    let must = |file| files.read(file)?.ok_or(NGramFileError::NoFile { file });
    let config: NGramConfigFile = json(CONFIG, &must(CONFIG)?)?;
    let tokenizer = Tokenizer::from_json(&String::from_utf8_lossy(&must(TOKENIZER)?))?;
    let training = files.read(TRAINING)?.map(|content| json(TRAINING, &content)).transpose()?;
    let (counts, model) = match (files.read(COUNTS)?, config.smoothing) {
        (Some(file), Some(smoothing)) => {
            let counts = read_counts(&file)?;
            let model = NGram::new(&counts, smoothing)?;
            (Some(counts), model)
        }
        _ => (None, lone_arpa::over(&lone_arpa::text(must(ARPA)?), &tokenizer)?),
    };
    check_vocabulary(&tokenizer, &model)?;
    Ok(SavedNGram { tokenizer, smoothing: config.smoothing.filter(|_| counts.is_some()), counts, model, training })
}

/// A model from an ARPA file alone, packed by gzip or not. Where each of its words is a character,
/// or a name that the vocabularies made here have, it is one of characters, else of words.
///
/// # Errors
/// If it is no ARPA file, or its words are pieces of others.
pub fn from_arpa(content: &[u8]) -> Result<SavedNGram, NGramFileError> {
    let (tokenizer, model) = lone_arpa::read(content)?;
    Ok(SavedNGram { tokenizer, counts: None, smoothing: None, model, training: None })
}

fn check_vocabulary(tokenizer: &Tokenizer, model: &NGram) -> Result<(), NGramFileError> {
    let (tokenizer, model) = (tokenizer.vocab_size(), crate::lm::LanguageModel::vocab_size(model));
    if tokenizer == model { Ok(()) } else { Err(NGramFileError::Vocabulary { tokenizer, model }) }
}

fn json<T: serde::de::DeserializeOwned>(file: &'static str, content: &[u8]) -> Result<T, NGramFileError> {
    serde_json::from_slice(content).map_err(|error| NGramFileError::Json { file, reason: error.to_string() })
}

/// Counts as the bytes of `model.safetensors`: columns as tensors of one dimension, each number in
/// eight or four bytes.
pub fn write_counts(counts: &Counts) -> Vec<u8> {
    let columns: Vec<_> = counts.to_columns().into_iter().map(|(name, column)| (name, to_bytes(&column))).collect();
    let views = columns.iter().map(|(name, (dtype, bytes))| {
        let shape = vec![bytes.len() * 8 / dtype.bitsize()];
        (name.as_str(), TensorView::new(*dtype, shape, bytes).expect("as many bytes as the shape says"))
    });
    safetensors::serialize(views, None).expect("names and shapes of columns")
}

fn to_bytes(column: &CountColumn) -> (Dtype, Vec<u8>) {
    match column {
        CountColumn::U32(numbers) => (Dtype::U32, numbers.iter().flat_map(|n| n.to_le_bytes()).collect()),
        CountColumn::U64(numbers) => (Dtype::U64, numbers.iter().flat_map(|n| n.to_le_bytes()).collect()),
    }
}

/// Counts from the bytes of `model.safetensors`.
///
/// # Errors
/// If they are damaged, or no such counts can be.
pub fn read_counts(file: &[u8]) -> Result<Counts, NGramFileError> {
    let tensors =
        SafeTensors::deserialize(file).map_err(|error| NGramFileError::Unreadable { reason: error.to_string() })?;
    let column = |name: &str| {
        let view = tensors.tensor(name).ok()?;
        match view.dtype() {
            Dtype::U32 => Some(CountColumn::U32(numbers(view.data(), u32::from_le_bytes))),
            Dtype::U64 => Some(CountColumn::U64(numbers(view.data(), u64::from_le_bytes))),
            _ => None,
        }
    };
    Ok(Counts::from_columns(column)?)
}

fn numbers<T, const N: usize>(data: &[u8], read: impl Fn([u8; N]) -> T) -> Vec<T> {
    data.chunks_exact(N).map(|bytes| read(bytes.try_into().expect("chunks of this length"))).collect()
}

#[cfg(test)]
mod tests;
