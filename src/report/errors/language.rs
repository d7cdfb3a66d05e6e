//! Errors of vocabularies, conversations and generation.

use super::Tell;
use crate::data::conversation::{ConversationError, ConversationFault};
use crate::lm::generate::BrokenLogits;
use crate::lm::sample::StrategyError;
use crate::lm::tokenizer::TokenizerError;
use crate::report::words::gpt_errors as words;
use crate::report::{Lang, Say};
use crate::task::dialogue::NoMarkers;
use crate::task::score::NoText;

impl Tell for TokenizerError {
    fn tell(&self, lang: Lang) -> String {
        match self {
            TokenizerError::EmptyCorpus => words::EmptyCorpus.text(lang).to_owned(),
            TokenizerError::VocabularyTooSmall { asked, least } => words::VocabularySmall { asked, least }.say(lang),
            TokenizerError::VocabularyTooLarge { asked, most } => words::VocabularyLarge { asked, most }.say(lang),
            TokenizerError::Unencodable { text } => words::TokenizerUnencodable { text }.say(lang),
            TokenizerError::IdTooLarge { id, most } => words::TokenizerId { id, most }.say(lang),
            TokenizerError::Format(reason) => words::TokenizerFormat { reason }.say(lang),
        }
    }
}

impl Tell for NoMarkers {
    fn tell(&self, lang: Lang) -> String {
        words::NoMarkers { marker: self.marker }.say(lang)
    }
}

impl Tell for StrategyError {
    fn tell(&self, lang: Lang) -> String {
        let (flag, value) = (self.setting.replace('_', "-"), self.value);
        match self.setting {
            "temperature" => words::Temperature { value }.say(lang),
            "top_k" => words::Zero { name: flag }.say(lang),
            "top_p" => words::TopP { value }.say(lang),
            _ => words::MinP { value }.say(lang),
        }
    }

    fn is_misuse(&self) -> bool {
        true
    }
}

impl Tell for NoText {
    fn tell(&self, lang: Lang) -> String {
        words::NoText.text(lang).to_owned()
    }
}

impl Tell for BrokenLogits {
    fn tell(&self, lang: Lang) -> String {
        words::BrokenLogits { n_tokens: self.n_tokens }.say(lang)
    }
}

/// A file of conversations that holds none.
#[derive(Debug)]
pub struct EmptyChat {
    /// The file.
    pub file: String,
}

impl Tell for EmptyChat {
    fn tell(&self, lang: Lang) -> String {
        words::NoConversations { file: &self.file }.say(lang)
    }
}

impl Tell for ConversationError {
    fn tell(&self, lang: Lang) -> String {
        words::InLine { file: &self.name, line: self.line, what: self.fault.tell(lang) }.say(lang)
    }
}

impl Tell for ConversationFault {
    fn tell(&self, lang: Lang) -> String {
        match self {
            ConversationFault::NotJson { reason } => words::NotAConversation { reason }.say(lang),
            ConversationFault::UnknownRole { message, role } => words::UnknownRole { message, role }.say(lang),
            ConversationFault::OutOfTurn { message, expected } => words::OutOfTurn { message, expected }.say(lang),
            ConversationFault::Empty { message } => words::EmptyMessage { message }.say(lang),
            ConversationFault::NoAnswer => words::NoAnswer.text(lang).to_owned(),
        }
    }
}
