//! Errors of training a language model.

use super::{Tell, sentences};
use crate::lm::gpt::ConfigError;
use crate::report::Lang;
use crate::report::words::errors::in_file;
use crate::report::words::gpt_errors as words;
use crate::store::gpt::GptFileError;
use crate::store::ngram::NGramFileError;
use crate::store::training::RunError;
use crate::task::training::TrainingError;
use crate::train::{OptionsError, SourceError, TrainError};

impl Tell for RunError {
    fn tell(&self, lang: Lang) -> String {
        match self {
            RunError::Exists { folder } => words::exists(lang, folder),
            RunError::NoRun { folder } => in_file(lang, folder, words::no_run(lang)),
            // These name their own file.
            RunError::Files { error: GptFileError::Folder(error), .. }
            | RunError::NGramFiles { error: NGramFileError::Folder(error), .. } => error.tell(lang),
            RunError::Files { folder, error } => in_file(lang, folder, error.tell(lang)),
            RunError::NGramFiles { folder, error } => in_file(lang, folder, error.tell(lang)),
            RunError::Resume(error) => error.tell(lang),
            RunError::Training(error) => error.tell(lang),
            RunError::Kept { error, folder, step } => {
                sentences(lang, [error.tell(lang), words::kept(lang, folder, step)])
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
            TrainingError::Vocabulary { tokenizer, model } => words::other_vocabulary(lang, tokenizer, model),
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
                words::too_short(lang, n_tokens, context_len, needed)
            }
            SourceError::OutsideVocabulary { token, vocab_size } => words::outside_vocabulary(lang, token, vocab_size),
            SourceError::NoAnswers => words::no_answers(lang).to_owned(),
        }
    }
}

impl Tell for TrainError {
    fn tell(&self, lang: Lang) -> String {
        match self {
            TrainError::Diverged { step, loss_nats, learning_rate, .. } => {
                words::diverged(lang, step, loss_nats, format!("{learning_rate:e}"))
            }
            TrainError::Options(error) => error.tell(lang),
            TrainError::WrongModel { expected, found } => words::wrong_model(lang, expected, found),
        }
    }

    fn is_misuse(&self) -> bool {
        matches!(self, TrainError::Options(_))
    }
}

impl Tell for OptionsError {
    fn tell(&self, lang: Lang) -> String {
        match self {
            OptionsError::Zero { name } => words::zero(lang, flag(name)),
            OptionsError::OutOfRange { name: "learning_rate", value, .. } => {
                words::not_positive(lang, "learning-rate", value)
            }
            OptionsError::OutOfRange { name, value, range } => words::out_of_range(lang, flag(name), value, range),
            OptionsError::Memory { batch_size, gib } => words::no_memory(lang, batch_size, gib),
        }
    }

    fn is_misuse(&self) -> bool {
        true
    }
}

impl Tell for ConfigError {
    fn tell(&self, lang: Lang) -> String {
        match self {
            ConfigError::Zero { name } => words::zero(lang, flag(name)),
            ConfigError::UnevenHeads { n_embd, n_head } => words::uneven_heads(lang, n_embd, n_head),
            ConfigError::Dropout { dropout } => words::dropout(lang, dropout),
            ConfigError::Epsilon { epsilon } => words::epsilon(lang, epsilon),
            ConfigError::TooLarge { n_layer, n_embd, vocab_size, gib } => {
                words::too_large_model(lang, n_layer, n_embd, vocab_size, gib)
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
