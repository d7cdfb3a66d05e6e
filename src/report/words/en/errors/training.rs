//! What can go wrong when a language model is trained, resumed or saved on the way.

use super::flag;
use crate::report::words::errors;
use crate::store::gpt::GptFileError;
use crate::store::ngram::NGramFileError;
use crate::store::training::RunError;
use crate::task::training::{NotAValue, ResumeError, TrainingError};
use crate::train::{OptionsError, Range, SourceError, TrainError};

errors! {
    OptionsError {
        Self::Zero { name } = "--{name} must be at least 1.", name = flag(name);
        Self::OutOfRange { name, value, range } = "--{name} cannot be {value}: it must be {range}.", name = flag(name);
        Self::Memory { batch_size, gib } =
            "With {batch_size} sequences in a batch, training takes at least {gib} GiB of memory, more than there is. Lower --batch-size, or take a smaller model.";
    }
    Range {
        Self::Positive = "a positive number";
        Self::NotNegative = "a number from 0 up";
        Self::BelowOne = "at least 0 and below 1";
    }
    SourceError {
        Self::TooShort { n_tokens, context_len, needed } =
            "There are {n_tokens} tokens to learn from, but a context of {context_len} needs at least {needed}. Take a longer corpus, or lower --context-len.";
        Self::OutsideVocabulary { token, vocab_size } =
            "Token {token} lies outside the vocabulary of {vocab_size}: the vocabulary is another model's.";
        Self::NoAnswers =
            "No conversation has an answer that fits into the model's context: there is nothing to learn. Take shorter conversations, or a model with a larger --context-len.";
    }
    TrainError {
        Self::Diverged { step, loss_nats, learning_rate, grad_norm: _ } =
            "In step {step} the loss became {loss_nats}: training has diverged and was stopped. The learning rate ({learning_rate:e} in that step) is probably too high: try again with a tenth of --learning-rate.";
        Self::Options(error) = "{error}";
        Self::WrongModel { expected, found } =
            "The training state has {found} parameters and the model {expected}: they do not belong together.";
    }
    TrainingError {
        Self::Tokenizer(error) = "{error}";
        Self::Config(error) = "{error}";
        Self::Source(error) = "{error}";
        Self::NoMarkers(error) = "{error}";
        Self::Vocabulary { tokenizer, model } =
            "The tokenizer has {tokenizer} tokens and the model {model}: they do not belong together.";
        Self::Train(error) = "{error}";
    }
    NotAValue {
        Self = "it is no value of this setting";
    }
    ResumeError {
        Self::NoRecord =
            "The training cannot be resumed: there is no training.json; it was not trained here.";
        Self::Complete { step } =
            "The training cannot be resumed: all {step} steps are done. To learn more, start a new training, or fine-tune it with melon finetune.";
        Self::StateGone { step, iters, stage } =
            "The training cannot be resumed: checkpoint.safetensors, the state to go on from, is gone; {step} of {iters} steps were done. The model itself is intact: it may be used, or fine-tuned with melon finetune; to train to the end, start again with melon {stage} --overwrite.";
        Self::OtherStage { wanted, found } =
            "The training cannot be resumed: it was begun by melon {found}, not by melon {wanted}. Use melon {found} --resume.";
        Self::OtherText { expected, found } =
            "The training cannot be resumed: the text has changed: it began with {expected} characters and has {found} now, or other ones. Bring the old text back, or start a new training.";
        Self::OtherBase { expected, found } =
            "The training cannot be resumed: the run began with the model {expected}, which {found} is not. Name that model, or start a new fine-tuning.";
        Self::OtherSetting { flag, expected, found } =
            "The training cannot be resumed: --{flag} was {expected} when the run began and cannot become {found} now. Leave the option out, or start a new training.";
    }
    RunError {
        Self::Exists { folder } =
            "{folder} already holds a model. Use --resume to go on training it, --overwrite to replace it, or save to another folder.";
        Self::Busy { folder } =
            "Another training is writing to {folder} at this moment. Wait until it has ended, stop it, or save to another folder.";
        Self::NoRun { folder } =
            "{folder}: there is no such folder, so there is no run to go on with. Check its name; to begin a run, leave out --resume.";
        // These name their own file.
        Self::Files { error: GptFileError::Folder(error), .. } = "{error}";
        Self::NGramFiles { error: NGramFileError::Folder(error), .. } = "{error}";
        Self::Files { folder, error } = "{folder}: {error}";
        Self::NGramFiles { folder, error } = "{folder}: {error}";
        Self::NoBase { name } =
            "There is no model {name} to fine-tune. Take gpt or gpt-chat, a folder that melon pretrain has saved (or any GPT-2 in that format), or a .zip of one.";
        Self::Base(error) = "{error}";
        Self::Resume(error) = "{error}";
        Self::Training(error) = "{error}";
        Self::Kept { error, folder, step } = "{error} The best model so far, of step {step}, is saved in {folder}.";
    }
}
