//! Errors of training a language model.

use super::{Tell, sentences};
use crate::lm::gpt::ConfigError;
use crate::report::Lang;
use crate::report::words::gpt_errors as words;
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
        sentences(lang, [self.error.tell(lang), words::kept(lang, &self.folder, self.step)])
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
            FinetuneError::Vocabulary { tokenizer, model } => words::other_vocabulary(lang, tokenizer, model),
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
