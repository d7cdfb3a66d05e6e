//! The two GPTs that come with the program, as the tour asks them.

use super::TourError;
use crate::lm::generate::{Options, generate};
use crate::lm::gpt::GptModel;
use crate::lm::sampling::{Sampling, Strategy};
use crate::lm::{ModelKind, Tokenizer};
use crate::task::chat::Chat;
use std::ops::ControlFlow;

/// Below 1, so that a small model keeps to what it knows best.
const TEMPERATURE: f64 = 0.7;

/// A GPT and its vocabulary.
#[derive(Debug)]
pub struct Speaker {
    /// Text to tokens and back.
    pub tokenizer: Tokenizer,
    /// The architecture and its weights.
    pub model: GptModel,
}

/// The same model before and after fine-tuning.
#[derive(Debug)]
pub struct Embedded {
    /// Pre-trained on the built-in text.
    pub base: Speaker,
    /// The same one, fine-tuned on conversations.
    pub chat: Speaker,
}

impl Speaker {
    /// The likeliest answer to a question, of at most so many tokens.
    ///
    /// # Errors
    /// If the vocabulary has no markers for turns, or the model is broken.
    pub(super) fn ask(&self, question: &str, max_tokens: usize) -> Result<String, TourError> {
        let options = Options { max_tokens, ..Options::default() };
        let mut chat = Chat::new(&self.model, &self.tokenizer, options)?;
        Ok(chat.say(question, |_| ControlFlow::Continue(()))?.text)
    }

    /// How it goes on with a text that it takes for any other, drawn a little sharpened.
    ///
    /// # Errors
    /// If the model is broken.
    pub(super) fn go_on(&self, text: &str, max_tokens: usize) -> Result<String, TourError> {
        let sampling = Sampling { temperature: TEMPERATURE, ..Sampling::default() };
        let strategy = Strategy::Sample(sampling).usual_for(ModelKind::Gpt);
        let options = Options { max_tokens, strategy, end: self.tokenizer.end(), ..Options::default() };
        let tokens = self.tokenizer.encode_ordinary(text);
        Ok(generate(&self.model, &self.tokenizer, &tokens, &options, |_| ControlFlow::Continue(()))?.completion)
    }
}
