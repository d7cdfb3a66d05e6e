//! The name: Chat, Generative, Pre-trained, Transformer, each shown by the GPT that comes
//! with the program.

use super::{Classroom, TourError};
use crate::data::Corpus;
use crate::data::verbalise::Tongue;
use crate::lm::LanguageModel;
use crate::task::training::VALIDATION_SHARE;
use serde::Serialize;

/// The longest answer that is shown, in tokens.
const LONGEST_ANSWER: usize = 96;

/// What the four letters stand for, in this program's own model.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Letters {
    /// What is asked of it: "Chat".
    pub question: String,
    /// The answer, just now.
    pub answer: String,
    /// Characters it was pre-trained on, those held out not counted.
    pub n_chars: usize,
    /// Transformer blocks, one behind the other: "Transformer".
    pub n_layer: usize,
    /// Attention heads in each.
    pub n_head: usize,
    /// Tokens it looks back on.
    pub context_len: usize,
    /// Numbers that it has learned.
    pub n_params: usize,
}

pub(super) fn run(room: &Classroom) -> Result<Letters, TourError> {
    let chat = &room.embedded().chat;
    let question = question(room.tongue);
    let config = chat.model.gpt.config();
    Ok(Letters {
        answer: chat.ask(question, LONGEST_ANSWER)?,
        question: question.to_owned(),
        n_chars: Corpus::builtin().without_validation(VALIDATION_SHARE).n_chars(),
        n_layer: config.n_layer,
        n_head: config.n_head,
        context_len: config.context_len,
        n_params: chat.model.n_params(),
    })
}

/// The question that the lesson begins with.
pub(super) fn question(tongue: Tongue) -> &'static str {
    match tongue {
        Tongue::Chinese => "怎么挑西瓜？",
        Tongue::English => "How do I choose a watermelon?",
    }
}
