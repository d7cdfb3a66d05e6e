//! Errors of vocabularies, conversations and generation.

use super::Tell;
use crate::data::conversation::{ConversationError, ConversationFault};
use crate::lm::generate::BrokenLogits;
use crate::lm::sampling::StrategyError;
use crate::lm::tokenizer::TokenizerError;
use crate::report::Lang;
use crate::report::words::gpt_errors as words;
use crate::task::dialogue::NoMarkers;
use crate::task::score::NoText;

impl Tell for TokenizerError {
    fn tell(&self, lang: Lang) -> String {
        match self {
            TokenizerError::EmptyCorpus => words::empty_corpus(lang).to_owned(),
            TokenizerError::VocabularyTooSmall { asked, least } => words::vocabulary_small(lang, asked, least),
            TokenizerError::VocabularyTooLarge { asked, most } => words::vocabulary_large(lang, asked, most),
            TokenizerError::Unencodable { text } => words::tokenizer_unencodable(lang, text),
            TokenizerError::IdTooLarge { id, most } => words::tokenizer_id(lang, id, most),
            TokenizerError::Format(reason) => words::tokenizer_format(lang, reason),
        }
    }
}

impl Tell for NoMarkers {
    fn tell(&self, lang: Lang) -> String {
        words::no_markers(lang, self.marker)
    }
}

impl Tell for StrategyError {
    fn tell(&self, lang: Lang) -> String {
        let (flag, value) = (self.setting.replace('_', "-"), self.value);
        match self.setting {
            "temperature" => words::temperature(lang, value),
            "top_k" => words::zero(lang, flag),
            "top_p" => words::top_p(lang, value),
            _ => words::min_p(lang, value),
        }
    }

    fn is_misuse(&self) -> bool {
        true
    }
}

impl Tell for NoText {
    fn tell(&self, lang: Lang) -> String {
        words::no_text(lang).to_owned()
    }
}

impl Tell for BrokenLogits {
    fn tell(&self, lang: Lang) -> String {
        words::broken_logits(lang, self.n_tokens)
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
        words::no_conversations(lang, &self.file)
    }
}

impl Tell for ConversationError {
    fn tell(&self, lang: Lang) -> String {
        words::in_line(lang, &self.name, self.line, self.fault.tell(lang))
    }
}

impl Tell for ConversationFault {
    fn tell(&self, lang: Lang) -> String {
        match self {
            ConversationFault::NotJson { reason } => words::not_a_conversation(lang, reason),
            ConversationFault::UnknownRole { message, role } => words::unknown_role(lang, message, role),
            ConversationFault::OutOfTurn { message, expected } => words::out_of_turn(lang, message, expected),
            ConversationFault::Empty { message } => words::empty_message(lang, message),
            ConversationFault::NoAnswer => words::no_answer(lang).to_owned(),
        }
    }
}
