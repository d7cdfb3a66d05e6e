//! Any saved language model by its name: a built-in one, a folder, the same as a `.zip`, or an ARPA file.
//!
//! | name         | what it is                                                      |
//! |--------------|-----------------------------------------------------------------|
//! | `gpt`        | the GPT that comes with the program, pre-trained on the built-in text and made stories |
//! | `gpt-chat`   | the same, fine-tuned on conversations                            |
//! | a folder     | a saved n-gram or GPT, or any GPT-2 in the format of `transformers` |
//! | `FILE.zip`   | such a folder in one file, as the page saves it                 |
//! | `FILE.arpa`  | an n-gram model of characters or words from another toolkit, packed by gzip or not |
//!
//! [`NGRAM`] is not saved but counted when it is asked for, which is no business of this room:
//! see [`Opened::counted`].

use super::archive::{self, Archive};
use super::gpt::{self, GptFileError, SavedGpt};
use super::ngram::{self, NGramFileError, NGramRecord, SavedNGram};
use super::{ModelFiles, folder, model_type, pretrained};
use crate::data::Corpus;
use crate::lm::{LanguageModel, Tokenizer};
use crate::task::generate::Writer;
use crate::task::ngram::{CountedNGram, NGramOptions};
use crate::task::training::{CorpusRecord, TrainingRecord};
use std::path::Path;
use std::{fs, io};

/// The names of the built-in models.
pub const BUILTIN: [&str; 3] = [NGRAM, pretrained::NAMES[0], pretrained::NAMES[1]];

/// The built-in model that a `name` off by one letter may mean.
pub fn nearest_builtin(name: &str) -> Option<String> {
    BUILTIN.iter().find(|builtin| strsim::osa_distance(name, builtin) <= 1).map(|&builtin| builtin.to_owned())
}

/// The name of the n-gram model that is counted when it is asked for.
pub const NGRAM: &str = "ngram";

/// The file that every saved model has.
const CONFIG: &str = "config.json";

/// The model that is asked unless another is named.
pub const DEFAULT: &str = pretrained::NAMES[0];

/// A language model, ready to be asked.
pub struct Opened {
    /// As it was called; of a built-in one its full name.
    pub name: String,
    /// Text to tokens and back.
    pub tokenizer: Tokenizer,
    /// What says how likely each next token is.
    pub model: Box<dyn LanguageModel>,
    /// How it came about, if that is known.
    pub origin: ModelOrigin,
}

/// How a model came about.
#[derive(Debug, Clone, PartialEq)]
pub enum ModelOrigin {
    /// Trained step by step.
    Trained(Box<TrainingRecord>),
    /// Counted from a text.
    Counted(NGramRecord),
    /// Counted just now, from the built-in text, in this way.
    CountedHere(NGramOptions),
    /// Nobody has written it down.
    Unknown,
}

impl Opened {
    /// The n-gram model of the built-in text, counted just now with these options.
    pub fn counted(counted: CountedNGram, options: NGramOptions) -> Opened {
        Opened {
            name: NGRAM.to_owned(),
            tokenizer: counted.tokenizer,
            model: Box::new(counted.model),
            origin: ModelOrigin::CountedHere(options),
        }
    }

    /// The model as one that writes and is examined.
    pub fn writer(&self) -> Writer<'_> {
        Writer { name: &self.name, model: &*self.model, tokenizer: &self.tokenizer }
    }

    /// What was learned from, if that is known.
    pub fn corpus(&self) -> Option<&CorpusRecord> {
        match &self.origin {
            ModelOrigin::Trained(record) => Some(&record.corpus),
            ModelOrigin::Counted(record) => Some(&record.corpus),
            ModelOrigin::CountedHere(_) | ModelOrigin::Unknown => None,
        }
    }

    /// SHA-256 of its parameters, if it has been trained.
    pub fn params_sha256(&self) -> Option<String> {
        let params = self.model.params();
        (!params.is_empty()).then(|| gpt::sha256(params))
    }

    /// SHA-256 of the text that it learned from, if that is known.
    pub fn corpus_sha256(&self) -> Option<String> {
        match &self.origin {
            ModelOrigin::CountedHere(_) => Some(Corpus::builtin().sha256()),
            _ => self.corpus().map(|record| record.sha256.clone()),
        }
    }

    /// The files of the training text, none for the built-in one; `None` if nobody knows.
    pub fn training_files(&self) -> Option<Vec<String>> {
        match (&self.origin, self.corpus()) {
            (ModelOrigin::CountedHere(_), _) => Some(Vec::new()),
            (_, corpus) => corpus.map(CorpusRecord::files),
        }
    }

    /// The part of `corpus` that was learned from: without what was held out.
    pub fn learned_from(&self, corpus: &Corpus) -> Corpus {
        let share = match (&self.origin, self.corpus()) {
            (ModelOrigin::CountedHere(options), _) => options.validation_share,
            (_, Some(record)) if record.sha256 == corpus.sha256() => record.validation_share,
            _ => 0.0,
        };
        corpus.without_validation(share)
    }

    /// Whether it was trained on this corpus, with this share of it held out.
    pub fn held_out_the_same(&self, corpus: &Corpus, validation_share: f64) -> bool {
        let record = self.corpus();
        record.is_some_and(|record| record.validation_share == validation_share && record.sha256 == corpus.sha256())
    }

    /// The last losses on the text learned from and on the text held out, nats a token, as far as
    /// they were measured.
    pub fn losses(&self) -> (Option<f64>, Option<f64>) {
        match &self.origin {
            ModelOrigin::Trained(record) => {
                let best = record.history.iter().find(|evaluation| Some(evaluation.step) == record.best_step);
                let evaluation = best.or(record.history.last());
                (evaluation.and_then(|evaluation| evaluation.train_loss_nats), record.val_loss_nats)
            }
            ModelOrigin::Counted(record) => (None, record.val_loss_nats),
            ModelOrigin::CountedHere(_) | ModelOrigin::Unknown => (None, None),
        }
    }
}

/// Why there is no model of that name.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// It is no built-in name and no path.
    NoSuchModel {
        /// The name that was given.
        name: String,
    },
    /// An archive without a model, or a damaged one.
    NoArchive {
        /// The archive, as it was called.
        name: String,
    },
    /// A GPT's files cannot be used.
    Gpt {
        /// The folder or archive, as it was called.
        name: String,
        /// What is wrong with them.
        error: GptFileError,
    },
    /// An n-gram model's files.
    NGram {
        /// The folder or file.
        name: String,
        /// What is wrong with them.
        error: NGramFileError,
    },
    /// The vocabulary is another model's.
    Vocabulary {
        /// The folder or archive, as it was called.
        name: String,
        /// Tokens of the tokenizer.
        tokenizer: usize,
        /// Tokens that the model knows.
        model: usize,
    },
}

/// Opens the model called `name`.
///
/// # Errors
/// If there is none, or its files are damaged or do not fit each other.
pub fn open(name: &str) -> Result<Opened, OpenError> {
    if let (Some(known), Some(saved)) = (pretrained::full_name(name), pretrained::find(name)) {
        return of_gpt(known, saved);
    }
    match files(name)? {
        Some(files) => of_files(name, &files),
        None if Path::new(name).is_file() => arpa_at(name),
        None => Err(OpenError::NoSuchModel { name: name.to_owned() }),
    }
}

/// The GPT called `name`, with all that is known of it, to be trained further or exported; `None`
/// if it is no built-in name, no folder and no archive.
///
/// # Errors
/// If its files are damaged or do not fit each other, or are an n-gram's.
pub fn find_gpt(name: &str) -> Result<Option<SavedGpt>, OpenError> {
    if let Some(saved) = pretrained::find(name) {
        return Ok(Some(saved));
    }
    files(name)?.map(|files| gpt::of_files(&files).map_err(gpt_error(name))).transpose()
}

/// The model in an archive that has been sent, called `name`.
///
/// # Errors
/// If it is damaged or holds none, or its files do not fit each other.
pub fn open_archive(name: &str, bytes: Vec<u8>) -> Result<Opened, OpenError> {
    of_files(name, &archived(name, Archive::of_bytes(name, bytes))?)
}

/// The files of the model called `name`; `None` if that is no folder and no archive.
fn files(name: &str) -> Result<Option<ModelFiles<'_>>, OpenError> {
    let path = Path::new(name);
    if archive::is_archive(path) {
        return archived(name, Archive::open(path)).map(Some);
    }
    // A swap that was interrupted leaves the folder under another name: reading mends it.
    let is_folder = path.is_dir() || folder::read(path, CONFIG).is_ok();
    Ok(is_folder.then_some(ModelFiles::Folder(path)))
}

fn archived(name: &str, archive: io::Result<Archive>) -> Result<ModelFiles<'_>, OpenError> {
    let archive = archive.ok().filter(|archive| archive.has(CONFIG));
    archive.map(ModelFiles::Archive).ok_or_else(|| OpenError::NoArchive { name: name.to_owned() })
}

/// The model called `name` of these files.
fn of_files(name: &str, files: &ModelFiles) -> Result<Opened, OpenError> {
    let config = files.read(CONFIG).map_err(|error| gpt_error(name)(error.into()))?;
    if config.is_some_and(|json| model_type::is_ngram(&json)) {
        return Ok(of_ngram(name, ngram::load(files).map_err(ngram_error(name))?));
    }
    of_gpt(name, gpt::of_files(files).map_err(gpt_error(name))?)
}

fn arpa_at(name: &str) -> Result<Opened, OpenError> {
    let content = fs::read(name).map_err(|source| {
        let path = name.into();
        ngram_error(name)(folder::FolderError::Io { path, source }.into())
    })?;
    Ok(of_ngram(name, ngram::from_arpa(&content).map_err(ngram_error(name))?))
}

fn of_ngram(name: &str, saved: SavedNGram) -> Opened {
    Opened {
        name: name.to_owned(),
        tokenizer: saved.tokenizer,
        model: Box::new(saved.model),
        origin: saved.training.map_or(ModelOrigin::Unknown, ModelOrigin::Counted),
    }
}

/// A GPT may have room for more tokens than there are, never for fewer.
fn of_gpt(name: &str, saved: SavedGpt) -> Result<Opened, OpenError> {
    let tokenizer = saved.tokenizer().map_err(gpt_error(name))?;
    let (known, room) = (tokenizer.vocab_size(), saved.model.vocab_size());
    if known > room {
        return Err(OpenError::Vocabulary { name: name.to_owned(), tokenizer: known, model: room });
    }
    Ok(Opened {
        name: name.to_owned(),
        tokenizer,
        model: Box::new(saved.model),
        origin: saved.training.map_or(ModelOrigin::Unknown, |record| ModelOrigin::Trained(Box::new(record))),
    })
}

fn gpt_error(name: &str) -> impl Fn(GptFileError) -> OpenError + '_ {
    |error| OpenError::Gpt { name: name.to_owned(), error }
}

fn ngram_error(name: &str) -> impl Fn(NGramFileError) -> OpenError + '_ {
    |error| OpenError::NGram { name: name.to_owned(), error }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lm::ModelKind;
    use crate::lm::gpt::{Gpt, GptConfig, GptModel};
    use crate::rng::Seed;
    use crate::task::ngram::ngram_from_corpus;

    /// A folder with a small GPT that has room for `room` tokens beyond those of `text`.
    fn gpt_folder(path: &Path, text: &str, room: isize) {
        let tokenizer = Tokenizer::characters([text], None).unwrap();
        let vocab_size = tokenizer.vocab_size().checked_add_signed(room).unwrap();
        let gpt = Gpt::new(GptConfig::new(vocab_size, 8, 1, 2, 8)).unwrap();
        let params = gpt.init(Seed(1));
        let model = GptModel::new(gpt, params).unwrap();
        let tokenizer_json = Some(tokenizer.to_json().into_bytes());
        let saved = SavedGpt { model, tokenizer_json, training: None, checkpoint: None };
        gpt::save(path, &saved, gpt::Precision::F32).unwrap();
    }

    #[test]
    fn a_name_a_folder_and_a_file_all_open() {
        let room = tempfile::tempdir().unwrap();
        let at = |name: &str| room.path().join(name);
        let kind = |name: &str| open(name).map(|opened| (opened.model.kind(), opened.name));
        assert_eq!(kind("chat").unwrap(), (ModelKind::Gpt, "gpt-chat".to_owned()));
        gpt_folder(&at("gpt"), "瓜a", 3);
        let path = at("gpt").display().to_string();
        assert_eq!(kind(&path).unwrap(), (ModelKind::Gpt, path));
        let files = ["config.json", "model.safetensors", "tokenizer.json"];
        let files = files.map(|file| (file, std::fs::read(at("gpt").join(file)).unwrap()));
        let zip = at("m.zip").display().to_string();
        std::fs::write(&zip, archive::bytes("m", &files)).unwrap();
        assert_eq!(kind(&zip).unwrap(), (ModelKind::Gpt, zip.clone()));
        std::fs::write(&zip, archive::bytes("m", &files[1..])).unwrap();
        assert!(matches!(kind(&zip), Err(OpenError::NoArchive { .. })));
        assert!(matches!(kind("nowhere/at/all"), Err(OpenError::NoSuchModel { .. })));
        std::fs::write(at("x.arpa"), "no model").unwrap();
        assert!(matches!(kind(&at("x.arpa").display().to_string()), Err(OpenError::NGram { .. })));
    }

    /// What `melon pretrain` makes, packed by whoever has it.
    #[test]
    fn an_n_gram_opens_from_an_archive_in_memory() {
        let corpus = Corpus::of_text("t", &"瓜熟了，藤还青着。".repeat(50));
        let options = NGramOptions::for_generating();
        let counted = ngram_from_corpus(&corpus, &options).unwrap();
        let room = tempfile::tempdir().unwrap();
        let folder = room.path().join("n");
        ngram::save(&folder, &SavedNGram::of(counted, &corpus, &options)).unwrap();
        let files = ["config.json", "tokenizer.json", "model.safetensors", "training.json"];
        let zip = archive::bytes("n", &files.map(|file| (file, fs::read(folder.join(file)).unwrap())));
        let (packed, plain) = (open_archive("n.zip", zip).unwrap(), open(&folder.display().to_string()).unwrap());
        assert_eq!((packed.name.as_str(), packed.model.kind()), ("n.zip", ModelKind::NGram));
        let text = plain.tokenizer.encode_ordinary("瓜熟");
        assert_eq!(packed.model.next_logits(&text), plain.model.next_logits(&text));
        assert!(
            matches!(open_archive("x.zip", b"PK\x03\x04".to_vec()), Err(OpenError::NoArchive { name }) if name == "x.zip")
        );
    }

    #[test]
    fn a_vocabulary_that_is_too_large_is_another_models() {
        let room = tempfile::tempdir().unwrap();
        gpt_folder(room.path().join("m").as_path(), "瓜a", -1);
        let error = open(&room.path().join("m").display().to_string()).err().unwrap();
        assert!(matches!(error, OpenError::Vocabulary { tokenizer: 261, model: 260, .. }), "{error}");
    }

    #[test]
    fn an_empty_folder_is_named() {
        let room = tempfile::tempdir().unwrap();
        let error = open(&room.path().display().to_string()).err().unwrap();
        assert!(matches!(error, OpenError::Gpt { error: GptFileError::NoFile { file: "config.json" }, .. }), "{error}");
    }
}
