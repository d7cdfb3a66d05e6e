//! Errors of opening a language model, and of counting one.

use super::{Tell, sentences};
use crate::lm::ngram::NGramError;
use crate::lm::ngram::arpa::ArpaError;
use crate::report::Lang;
use crate::report::words::errors::{did_you_mean, in_file};
use crate::report::words::{gpt_errors, open_errors as words, score};
use crate::store::gpt::GptFileError;
use crate::store::language::{BUILTIN, OpenError};
use crate::store::ngram::NGramFileError;
use crate::task::ladder::LadderError;
use crate::task::ngram::CountError;

impl Tell for OpenError {
    fn tell(&self, lang: Lang) -> String {
        match self {
            OpenError::NoSuchModel { name } => {
                let near = |builtin: &&&str| strsim::osa_distance(name, builtin) <= 1;
                let meant = BUILTIN.iter().find(near).map_or(String::new(), |near| did_you_mean(lang, near));
                sentences(lang, [words::no_such_model(lang, name), meant, words::models_are(lang).to_owned()])
            }
            // These name their own file.
            OpenError::Gpt { error: GptFileError::Folder(error), .. }
            | OpenError::NGram { error: NGramFileError::Folder(error), .. } => error.tell(lang),
            OpenError::Gpt { name, error } => in_file(lang, name, error.tell(lang)),
            OpenError::NGram { name, error } => in_file(lang, name, error.tell(lang)),
            OpenError::Vocabulary { name, tokenizer, model } => {
                in_file(lang, name, gpt_errors::other_vocabulary(lang, tokenizer, model))
            }
        }
    }
}

impl Tell for CountError {
    fn tell(&self, lang: Lang) -> String {
        match self {
            CountError::Tokenizer(error) => error.tell(lang),
            CountError::NGram(error) => error.tell(lang),
        }
    }

    fn is_misuse(&self) -> bool {
        matches!(self, CountError::NGram(error) if error.is_misuse())
    }
}

impl Tell for LadderError {
    fn tell(&self, lang: Lang) -> String {
        match self {
            LadderError::Count(error) => error.tell(lang),
            LadderError::NothingHeldOut => score::nothing_held_out(lang).to_owned(),
        }
    }

    fn is_misuse(&self) -> bool {
        matches!(self, LadderError::Count(error) if error.is_misuse())
    }
}

impl Tell for NGramError {
    fn tell(&self, lang: Lang) -> String {
        match self {
            NGramError::Order { order } => words::order(lang, order),
            NGramError::CorpusTooShort { n_tokens } => words::corpus_too_short(lang, n_tokens),
            NGramError::OutsideVocabulary { token, vocab_size } => {
                gpt_errors::outside_vocabulary(lang, token, vocab_size)
            }
            NGramError::VocabularyTooLarge { vocab_size, order } => words::too_many_tokens(lang, vocab_size, order),
            NGramError::AddK { k } => words::add_k(lang, k),
        }
    }

    fn is_misuse(&self) -> bool {
        matches!(self, NGramError::Order { .. } | NGramError::AddK { .. })
    }
}

impl Tell for NGramFileError {
    fn tell(&self, lang: Lang) -> String {
        match self {
            NGramFileError::Folder(error) => error.tell(lang),
            NGramFileError::NoFile { file } => gpt_errors::no_model_file(lang, file),
            NGramFileError::Json { file, reason } => words::json_unread(lang, file, reason),
            NGramFileError::Unreadable { reason } => words::counts_unread(lang, reason),
            NGramFileError::Damaged(error) => words::counts_damaged(lang, &error.column),
            NGramFileError::Arpa(error) => error.tell(lang),
            NGramFileError::Tokenizer(error) => error.tell(lang),
            NGramFileError::Model(error) => error.tell(lang),
            NGramFileError::Vocabulary { tokenizer, model } => gpt_errors::other_vocabulary(lang, tokenizer, model),
            NGramFileError::Words { word } => words::arpa_words(lang, word),
        }
    }
}

impl Tell for ArpaError {
    fn tell(&self, lang: Lang) -> String {
        match self {
            ArpaError::NoHeader => words::arpa_header(lang).to_owned(),
            ArpaError::Order { order } => words::arpa_order(lang, order),
            ArpaError::Count { length, declared, found } => words::arpa_count(lang, length, declared, found),
            ArpaError::Line { line, text } => words::arpa_line(lang, line, text),
            ArpaError::UnknownWord { line, word } => words::arpa_word(lang, line, word),
        }
    }
}
