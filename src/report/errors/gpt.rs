//! Errors of the files of a saved GPT.

use super::Tell;
use crate::report::Lang;
use crate::report::words::errors::{in_file, io};
use crate::report::words::gpt_errors as words;
use crate::store::folder::FolderError;
use crate::store::gpt::GptFileError;
use crate::task::training::ResumeError;
use std::io::ErrorKind;

impl Tell for FolderError {
    fn tell(&self, lang: Lang) -> String {
        match self {
            FolderError::Io { path, source } => in_file(lang, path.display(), reason(source, lang)),
            FolderError::NotAModel { path, found } => in_file(lang, path.display(), words::foreign(lang, found)),
        }
    }
}

fn reason(error: &std::io::Error, lang: Lang) -> String {
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::FileTooLarge | ErrorKind::QuotaExceeded => words::full(lang).to_owned(),
        ErrorKind::NotFound => words::no_such_model(lang).to_owned(),
        ErrorKind::NotADirectory => words::no_model_file(lang, "config.json"),
        _ => io(lang, error),
    }
}

impl Tell for GptFileError {
    fn tell(&self, lang: Lang) -> String {
        match self {
            GptFileError::Folder(error) => error.tell(lang),
            GptFileError::NoFile { file } => words::no_model_file(lang, file),
            GptFileError::NGram => words::is_ngram(lang).to_owned(),
            GptFileError::Checkpoint(_) => words::checkpoint_damaged(lang).to_owned(),
            GptFileError::OtherWeights { found } => words::other_weights(lang, found),
            GptFileError::Config { reason } => words::config_unread(lang, reason),
            GptFileError::Unsupported { setting, value, known } => {
                words::unsupported(lang, setting, value, known.join(" / "))
            }
            GptFileError::Shapeless(error) => words::shapeless(lang, error.tell(lang)),
            GptFileError::Tokenizer(error) => error.tell(lang),
            GptFileError::Damaged { reason } => words::weights_damaged(lang, reason),
            GptFileError::CutOff { tensor, n_bytes, needed } => words::cut_off(lang, tensor, n_bytes, needed),
            GptFileError::Missing { tensor, shape } => words::missing_tensor(lang, tensor, format!("{shape:?}")),
            GptFileError::Unexpected { tensor } => words::unexpected_tensor(lang, tensor),
            GptFileError::Shape { tensor, expected, found } => {
                words::tensor_shape(lang, tensor, format!("{found:?}"), format!("{expected:?}"))
            }
            GptFileError::Dtype { tensor, found } => words::tensor_type(lang, tensor, found),
            GptFileError::NotFinite { tensor } => words::not_finite(lang, tensor),
            GptFileError::Record { file, reason } => words::record_unread(lang, file, reason),
        }
    }
}

impl Tell for ResumeError {
    fn tell(&self, lang: Lang) -> String {
        let why = match self {
            ResumeError::NoRecord => words::no_record(lang).to_owned(),
            ResumeError::Complete { step } => words::complete(lang, step),
            ResumeError::StateGone { step, iters, stage } => words::state_gone(lang, step, iters, stage),
            ResumeError::OtherStage { wanted, found } => words::other_stage(lang, wanted, found),
            ResumeError::OtherText { expected, found } => words::other_text(lang, expected, found),
            ResumeError::OtherBase { expected, found } => words::other_base(lang, expected, found),
            ResumeError::OtherSetting { flag, expected, found } => words::other_setting(lang, flag, expected, found),
        };
        words::not_resumable(lang).to_owned() + &why
    }
}
