//! The two GPTs that come with the program, as the tour uses them.

use super::TourError;
use super::letters::asked;
use crate::lm::generate::{Options, generate};
use crate::lm::gpt::GptModel;
use crate::lm::Tokenizer;
use crate::task::dialogue::Template;
use std::ops::ControlFlow;

/// A GPT and its vocabulary.
#[derive(Debug)]
pub struct Speaker {
    /// Text to tokens and back.
    pub tokenizer: Tokenizer,
    /// The model.
    pub model: GptModel,
}

/// The same model before and after fine-tuning.
#[derive(Debug)]
pub struct Embedded {
    /// Pre-trained on the built-in text.
    pub base: Speaker,
    /// Fine-tuned on conversations.
    pub chat: Speaker,
}

impl Speaker {
    /// The likeliest answer to a question, of at most so many tokens.
    ///
    /// # Errors
    /// If the vocabulary has no markers for turns, or the model is broken.
    pub(super) fn ask(&self, question: &str, max_tokens: usize) -> Result<String, TourError> {
        let template = Template::new(&self.tokenizer)?;
        let prompt = template.prompt(&self.tokenizer, &asked(question));
        let options = Options { max_tokens, end: Some(template.end()), ..Options::default() };
        Ok(generate(&self.model, &self.tokenizer, &prompt, &options, |_| ControlFlow::Continue(()))?.completion)
    }
}
