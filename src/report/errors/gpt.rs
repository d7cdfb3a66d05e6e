//! Errors of the files of a saved GPT.

use super::Tell;
use crate::report::words::errors::{InFile, Io};
use crate::report::words::gpt_errors as words;
use crate::report::{Lang, Say};
use crate::store::folder::FolderError;
use crate::store::gpt::{GptFileError, ResumeError};
use crate::store::ngram::NGramFileError;
use std::io::ErrorKind;

/// What is wrong with the model in a folder.
#[derive(Debug)]
pub struct InFolder {
    /// The folder, as the user named it.
    pub folder: String,
    /// What is wrong.
    pub error: GptFileError,
}

impl Tell for InFolder {
    fn tell(&self, lang: Lang) -> String {
        match &self.error {
            // The error names its own file.
            GptFileError::Folder(error) => error.tell(lang),
            error => InFile { file: &self.folder, what: error.tell(lang) }.say(lang),
        }
    }
}

/// A folder that holds no run to go on with, because there is none of that name.
#[derive(Debug)]
pub struct NoRun {
    /// The folder, as the user named it.
    pub folder: String,
}

impl Tell for NoRun {
    fn tell(&self, lang: Lang) -> String {
        InFile { file: &self.folder, what: words::NoRun.text(lang) }.say(lang)
    }
}

/// What is wrong with the n-gram model in a folder.
#[derive(Debug)]
pub struct InNGramFolder {
    /// The folder, as the user named it.
    pub folder: String,
    /// What is wrong.
    pub error: NGramFileError,
}

impl Tell for InNGramFolder {
    fn tell(&self, lang: Lang) -> String {
        match &self.error {
            NGramFileError::Folder(error) => error.tell(lang),
            error => InFile { file: &self.folder, what: error.tell(lang) }.say(lang),
        }
    }
}

impl Tell for FolderError {
    fn tell(&self, lang: Lang) -> String {
        match self {
            FolderError::Io { path, source } => InFile { file: path.display(), what: reason(source, lang) }.say(lang),
            FolderError::NotAModel { path, found } => {
                InFile { file: path.display(), what: words::Foreign { found }.say(lang) }.say(lang)
            }
        }
    }
}

fn reason(error: &std::io::Error, lang: Lang) -> String {
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::FileTooLarge | ErrorKind::QuotaExceeded => {
            words::Full.text(lang).to_owned()
        }
        ErrorKind::NotFound => words::NoSuchModel.text(lang).to_owned(),
        ErrorKind::NotADirectory => words::NoModelFile { file: "config.json" }.say(lang),
        _ => Io { message: error }.say(lang),
    }
}

impl Tell for GptFileError {
    fn tell(&self, lang: Lang) -> String {
        match self {
            GptFileError::Folder(error) => error.tell(lang),
            GptFileError::NoFile { file } => words::NoModelFile { file }.say(lang),
            GptFileError::NGram => words::IsNgram.text(lang).to_owned(),
            GptFileError::Checkpoint(_) => words::CheckpointDamaged.text(lang).to_owned(),
            GptFileError::OtherWeights { found } => words::OtherWeights { found }.say(lang),
            GptFileError::Config { reason } => words::ConfigUnread { reason }.say(lang),
            GptFileError::Unsupported { setting, value, known } => {
                words::Unsupported { setting, value, known: known.join(" / ") }.say(lang)
            }
            GptFileError::Shapeless(error) => words::Shapeless { what: error.tell(lang) }.say(lang),
            GptFileError::Tokenizer(error) => error.tell(lang),
            GptFileError::Damaged { reason } => words::WeightsDamaged { reason }.say(lang),
            GptFileError::CutOff { tensor, n_bytes, needed } => words::CutOff { tensor, n_bytes, needed }.say(lang),
            GptFileError::Missing { tensor, shape } => {
                words::MissingTensor { tensor, shape: format!("{shape:?}") }.say(lang)
            }
            GptFileError::Unexpected { tensor } => words::UnexpectedTensor { tensor }.say(lang),
            GptFileError::Shape { tensor, expected, found } => {
                words::TensorShape { tensor, found: format!("{found:?}"), expected: format!("{expected:?}") }.say(lang)
            }
            GptFileError::Dtype { tensor, found } => words::TensorType { tensor, found }.say(lang),
            GptFileError::NotFinite { tensor } => words::NotFinite { tensor }.say(lang),
            GptFileError::Record { file, reason } => words::RecordUnread { file, reason }.say(lang),
        }
    }
}

impl Tell for ResumeError {
    fn tell(&self, lang: Lang) -> String {
        let why = match self {
            ResumeError::NoRecord => words::NoRecord.text(lang).to_owned(),
            ResumeError::Complete { step } => words::Complete { step }.say(lang),
            ResumeError::StateGone { step, iters, stage } => words::StateGone { step, iters, stage }.say(lang),
            ResumeError::OtherStage { wanted, found } => words::OtherStage { wanted, found }.say(lang),
            ResumeError::OtherText { expected, found } => words::OtherText { expected, found }.say(lang),
            ResumeError::OtherBase { expected, found } => words::OtherBase { expected, found }.say(lang),
            ResumeError::OtherSetting { flag, expected, found } => {
                words::OtherSetting { flag, expected, found }.say(lang)
            }
        };
        words::NotResumable.text(lang).to_owned() + &why
    }
}
