//! What can go wrong with language models: their vocabulary, their counts and their shape.

use super::flag;
use crate::lm::generate::BrokenLogits;
use crate::lm::gpt::{ConfigError, WrongLength};
use crate::lm::ngram::arpa::ArpaError;
use crate::lm::ngram::{DamagedCounts, NGramError};
use crate::lm::sampling::StrategyError;
use crate::lm::tokenizer::TokenizerError;
use crate::report::words::errors;

errors! {
    TokenizerError {
        Self::EmptyCorpus = "The corpus is empty: there is no text to learn a vocabulary from. Give it some text.";
        Self::VocabularyTooSmall { asked, least } =
            "A vocabulary of {asked} tokens is too small: markers and bytes come first. --vocab-size must be at least {least}.";
        Self::VocabularyTooLarge { asked, most } =
            "This corpus does not yield a vocabulary of {asked} tokens: {most} at most. Lower --vocab-size to {most}, or take a longer corpus.";
        Self::Format(reason) = "tokenizer.json cannot be read: {reason}. Copy or download the file again.";
        Self::Unencodable { text } =
            "The vocabulary in tokenizer.json has no token for {text}, and no token for unknown characters. Take one with an unk token or with bytes.";
        Self::Boundless { setting } =
            "tokenizer.json cannot be used: its {setting} contradicts itself or asks for memory without bounds. The file is damaged, or made to do harm: copy or download it again.";
        Self::IdOutside { id } =
            "tokenizer.json gives a text the id {id}, which its vocabulary does not have: the file is damaged. Copy or download it again.";
        Self::IdTooLarge { id, most } =
            "tokenizer.json has the id {id}, and {most} is the most an id may be: the file is damaged. Copy or download it again.";
    }
    ConfigError {
        Self::Zero { name } = "--{name} must be at least 1.", name = flag(name);
        Self::UnevenHeads { n_embd, n_head } =
            "{n_head} heads cannot share a width of {n_embd} evenly. Make --n-embd a multiple of --n-head, as in --n-embd 128 --n-head 4.";
        Self::Dropout { dropout } = "--dropout must be at least 0 and below 1, not {dropout}.";
        Self::Epsilon { epsilon } = "layer_norm_epsilon must be a positive number, not {epsilon}.";
        Self::TooLarge { n_layer, n_embd, vocab_size, gib } =
            "A model of {n_layer} layers, {n_embd} wide, with a vocabulary of {vocab_size} is too large: training it would take {gib} GiB of memory. Lower --n-layer or --n-embd.";
    }
    WrongLength {
        Self { expected, found } = "There are {found} parameters for a model of {expected}: they do not belong together.";
    }
    StrategyError {
        Self::Temperature { value } = "--temperature cannot be {value}: it must be a number from 0 up.";
        Self::TopK = "--top-k must be at least 1.";
        Self::TopP { value } = "--top-p cannot be {value}: it must be above 0 and at most 1.";
        Self::MinP { value } = "--min-p cannot be {value}: it must be between 0 and 1.";
    }
    BrokenLogits {
        Self { n_tokens } =
            "After {n_tokens} tokens the model's logits are not finite: it is broken, probably by a training that diverged. Take another model, or train again.";
    }
    NGramError {
        Self::Order { order } = "--order cannot be {order}: n-grams have 1 to 6 tokens.";
        Self::CorpusTooShort { n_tokens } =
            "The corpus has {n_tokens} tokens, and at least 2 are needed: otherwise no token follows another. Give it a longer text.";
        Self::OutsideVocabulary { token, vocab_size } =
            "Token {token} lies outside the vocabulary of {vocab_size}: the vocabulary is another model's.";
        Self::VocabularyTooLarge { vocab_size, order } =
            "A vocabulary of {vocab_size} is too large for n-grams of {order} tokens. Lower --order.";
        Self::AddK { k } = "The k of add-k smoothing must be a positive number, not {k}.";
    }
    DamagedCounts {
        Self { column } =
            "model.safetensors: {column} does not fit the other columns. The file was changed: copy it again, or count again.";
    }
    ArpaError {
        Self::NoHeader = "this is not an ARPA file: it has no \\data\\ section that says how many n-grams there are.";
        Self::Order { order } = "it holds n-grams of {order} tokens; 1 to 6 are supported.";
        Self::Count { length, declared, found } =
            "it declares {declared} {length}-grams and holds {found}: it was cut off or changed. Copy it again.";
        Self::Positive { line, log_p } =
            "line {line} has {log_p} as the logarithm of a probability: it must not be above 0, as no probability is above 1. The model was made wrongly: make it again, or write 0 there.";
        Self::Line { line, text } = "line {line} cannot be read: {text}";
        Self::UnknownWord { line, word } =
            "line {line} has the word {word}, which is not in the vocabulary: it belongs to another tokenizer.json.";
    }
}
