//! Errors of opening a language model, and of counting one.

use super::{Tell, sentences};
use crate::lm::ngram::NGramError;
use crate::lm::ngram::arpa::ArpaError;
use crate::report::words::errors::{DidYouMean, InFile};
use crate::report::words::{gpt_errors, open_errors as words, score};
use crate::report::{Lang, Say};
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
                let meant = BUILTIN.iter().find(near).map_or(String::new(), |near| DidYouMean { name: near }.say(lang));
                sentences(lang, [words::NoSuchModel { name }.say(lang), meant, words::ModelsAre.text(lang).to_owned()])
            }
            OpenError::Count(error) => error.tell(lang),
            // These name their own file.
            OpenError::Gpt { error: GptFileError::Folder(error), .. }
            | OpenError::NGram { error: NGramFileError::Folder(error), .. } => error.tell(lang),
            OpenError::Gpt { name, error } => InFile { file: name, what: error.tell(lang) }.say(lang),
            OpenError::NGram { name, error } => InFile { file: name, what: error.tell(lang) }.say(lang),
            OpenError::Vocabulary { name, tokenizer, model } => {
                InFile { file: name, what: gpt_errors::OtherVocabulary { tokenizer, model }.say(lang) }.say(lang)
            }
        }
    }

    fn is_misuse(&self) -> bool {
        matches!(self, OpenError::Count(error) if error.is_misuse())
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
            LadderError::NothingHeldOut => score::NothingHeldOut.text(lang).to_owned(),
        }
    }

    fn is_misuse(&self) -> bool {
        matches!(self, LadderError::Count(error) if error.is_misuse())
    }
}

impl Tell for NGramError {
    fn tell(&self, lang: Lang) -> String {
        match self {
            NGramError::Order { order } => words::Order { order }.say(lang),
            NGramError::CorpusTooShort { n_tokens } => words::CorpusTooShort { n_tokens }.say(lang),
            NGramError::OutsideVocabulary { token, vocab_size } => {
                gpt_errors::OutsideVocabulary { token, vocab_size }.say(lang)
            }
            NGramError::VocabularyTooLarge { vocab_size, order } => {
                words::TooManyTokens { vocab_size, order }.say(lang)
            }
            NGramError::AddK { k } => words::AddK { k }.say(lang),
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
            NGramFileError::NoFile { file } => gpt_errors::NoModelFile { file }.say(lang),
            NGramFileError::Json { file, reason } => words::JsonUnread { file, reason }.say(lang),
            NGramFileError::Unreadable { reason } => words::CountsUnread { reason }.say(lang),
            NGramFileError::Damaged(error) => words::CountsDamaged { column: &error.column }.say(lang),
            NGramFileError::Arpa(error) => error.tell(lang),
            NGramFileError::Tokenizer(error) => error.tell(lang),
            NGramFileError::Model(error) => error.tell(lang),
            NGramFileError::Vocabulary { tokenizer, model } => {
                gpt_errors::OtherVocabulary { tokenizer, model }.say(lang)
            }
            NGramFileError::Words { word } => words::ArpaWords { word }.say(lang),
        }
    }
}

impl Tell for ArpaError {
    fn tell(&self, lang: Lang) -> String {
        match self {
            ArpaError::NoHeader => words::ArpaHeader.text(lang).to_owned(),
            ArpaError::Order { order } => words::ArpaOrder { order }.say(lang),
            ArpaError::Count { length, declared, found } => words::ArpaCount { length, declared, found }.say(lang),
            ArpaError::Line { line, text } => words::ArpaLine { line, text }.say(lang),
            ArpaError::UnknownWord { line, word } => words::ArpaWord { line, word }.say(lang),
        }
    }
}
