//! Errors of training a language model.

use super::{Tell, sentences};
use crate::lm::gpt::ConfigError;
use crate::report::words::errors::InFile;
use crate::report::words::gpt_errors as words;
use crate::report::{Lang, Say};
use crate::store::gpt::GptFileError;
use crate::store::ngram::NGramFileError;
use crate::store::training::RunError;
use crate::task::training::TrainingError;
use crate::train::{OptionsError, SourceError, TrainError};

impl Tell for RunError {
    fn tell(&self, lang: Lang) -> String {
        match self {
            RunError::Exists { folder } => words::Exists { path: folder }.say(lang),
            RunError::NoRun { folder } => InFile { file: folder, what: words::NoRun.text(lang) }.say(lang),
            // These name their own file.
            RunError::Files { error: GptFileError::Folder(error), .. }
            | RunError::NGramFiles { error: NGramFileError::Folder(error), .. } => error.tell(lang),
            RunError::Files { folder, error } => InFile { file: folder, what: error.tell(lang) }.say(lang),
            RunError::NGramFiles { folder, error } => InFile { file: folder, what: error.tell(lang) }.say(lang),
            RunError::Resume(error) => error.tell(lang),
            RunError::Training(error) => error.tell(lang),
            RunError::Kept { error, folder, step } => {
                sentences(lang, [error.tell(lang), words::Kept { path: folder, step }.say(lang)])
            }
        }
    }

    fn is_misuse(&self) -> bool {
        match self {
            RunError::Exists { .. } => true,
            RunError::Training(error) | RunError::Kept { error, .. } => error.is_misuse(),
            _ => false,
        }
    }
}

impl Tell for TrainingError {
    fn tell(&self, lang: Lang) -> String {
        match self {
            TrainingError::Tokenizer(error) => error.tell(lang),
            TrainingError::Config(error) => error.tell(lang),
            TrainingError::Source(error) => error.tell(lang),
            TrainingError::NoMarkers(error) => error.tell(lang),
            TrainingError::Vocabulary { tokenizer, model } => words::OtherVocabulary { tokenizer, model }.say(lang),
            TrainingError::Train(error) => error.tell(lang),
        }
    }

    fn is_misuse(&self) -> bool {
        match self {
            TrainingError::Config(error) => error.is_misuse(),
            TrainingError::Train(error) => error.is_misuse(),
            _ => false,
        }
    }
}

impl Tell for SourceError {
    fn tell(&self, lang: Lang) -> String {
        match self {
            SourceError::TooShort { n_tokens, context_len, needed } => {
                words::TooShort { n_tokens, context_len, needed }.say(lang)
            }
            SourceError::OutsideVocabulary { token, vocab_size } => {
                words::OutsideVocabulary { token, vocab_size }.say(lang)
            }
            SourceError::NoAnswers => words::NoAnswers.text(lang).to_owned(),
        }
    }
}

impl Tell for TrainError {
    fn tell(&self, lang: Lang) -> String {
        match self {
            TrainError::Diverged { step, loss_nats, learning_rate, .. } => {
                words::Diverged { step, loss: loss_nats, rate: format!("{learning_rate:e}") }.say(lang)
            }
            TrainError::Options(error) => error.tell(lang),
            TrainError::WrongModel { expected, found } => words::WrongModel { expected, found }.say(lang),
        }
    }

    fn is_misuse(&self) -> bool {
        matches!(self, TrainError::Options(_))
    }
}

impl Tell for OptionsError {
    fn tell(&self, lang: Lang) -> String {
        match self {
            OptionsError::Zero { name } => words::Zero { name: flag(name) }.say(lang),
            OptionsError::OutOfRange { name: "learning_rate", value, .. } => {
                words::NotPositive { name: "learning-rate", value }.say(lang)
            }
            OptionsError::OutOfRange { name, value, range } => {
                words::OutOfRange { name: flag(name), value, range }.say(lang)
            }
            OptionsError::Memory { batch_size, gib } => words::NoMemory { batch_size, gib }.say(lang),
        }
    }

    fn is_misuse(&self) -> bool {
        true
    }
}

impl Tell for ConfigError {
    fn tell(&self, lang: Lang) -> String {
        match self {
            ConfigError::Zero { name } => words::Zero { name: flag(name) }.say(lang),
            ConfigError::UnevenHeads { n_embd, n_head } => words::UnevenHeads { n_embd, n_head }.say(lang),
            ConfigError::Dropout { dropout } => words::Dropout { value: dropout }.say(lang),
            ConfigError::Epsilon { epsilon } => words::Epsilon { value: epsilon }.say(lang),
            ConfigError::TooLarge { n_layer, n_embd, vocab_size, gib } => {
                words::TooLargeModel { n_layer, n_embd, vocab_size, gib }.say(lang)
            }
        }
    }

    fn is_misuse(&self) -> bool {
        true
    }
}

/// The flag of a setting.
fn flag(name: &str) -> String {
    name.replace('_', "-")
}
