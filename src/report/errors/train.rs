//! Errors of training a language model.

use super::{Tell, sentences};
use crate::lm::gpt::ConfigError;
use crate::report::words::gpt_errors as words;
use crate::report::{Lang, Say};
use crate::task::finetune::FinetuneError;
use crate::task::pretrain::PretrainError;
use crate::train::{OptionsError, SourceError, TrainError};

/// A run that failed and whose best model so far was saved.
#[derive(Debug)]
pub struct Kept {
    /// Why it failed.
    pub error: Box<dyn Tell>,
    /// Where the model is.
    pub folder: String,
    /// After how many steps it was the best.
    pub step: usize,
}

impl Tell for Kept {
    fn tell(&self, lang: Lang) -> String {
        sentences(lang, [self.error.tell(lang), words::Kept { path: &self.folder, step: self.step }.say(lang)])
    }

    fn is_misuse(&self) -> bool {
        self.error.is_misuse()
    }
}

impl Tell for PretrainError {
    fn tell(&self, lang: Lang) -> String {
        match self {
            PretrainError::Tokenizer(error) => error.tell(lang),
            PretrainError::Config(error) => error.tell(lang),
            PretrainError::Source(error) => error.tell(lang),
            PretrainError::Train(error) => error.tell(lang),
        }
    }

    fn is_misuse(&self) -> bool {
        match self {
            PretrainError::Config(error) => error.is_misuse(),
            PretrainError::Train(error) => error.is_misuse(),
            _ => false,
        }
    }
}

impl Tell for FinetuneError {
    fn tell(&self, lang: Lang) -> String {
        match self {
            FinetuneError::NoMarkers(error) => error.tell(lang),
            FinetuneError::Source(error) => error.tell(lang),
            FinetuneError::Train(error) => error.tell(lang),
            FinetuneError::Vocabulary { tokenizer, model } => words::OtherVocabulary { tokenizer, model }.say(lang),
        }
    }

    fn is_misuse(&self) -> bool {
        matches!(self, FinetuneError::Train(error) if error.is_misuse())
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
