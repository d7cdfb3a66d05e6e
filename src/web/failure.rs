//! Why a question could not be answered, in the reader's words.

use crate::report::errors::UserError;
use crate::report::words::web as words;
use crate::report::{Lang, Say, visible};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// Why there is no answer.
pub(super) enum RequestFailure {
    /// Something is wrong with the data, the options or the model.
    Failed(Box<dyn UserError>),
    /// The request cannot be meant; already worded.
    Said(String),
    /// Whoever asked has gone.
    Cancelled,
}

impl<T: UserError + 'static> From<T> for RequestFailure {
    fn from(error: T) -> Self {
        RequestFailure::Failed(Box::new(error))
    }
}

impl RequestFailure {
    /// In words; nothing where nobody listens.
    pub fn say(&self, lang: Lang) -> Option<String> {
        match self {
            RequestFailure::Failed(error) => Some(visible::message(&error.say(lang))),
            RequestFailure::Said(text) => Some(text.clone()),
            RequestFailure::Cancelled => None,
        }
    }
}

/// A question that is not worded as it should be.
pub(super) fn misworded(fault: &serde_json::Error, lang: Lang) -> RequestFailure {
    said(words::NotUnderstood { fault }, lang)
}

/// The bytes of a file, which come in base64.
pub(super) fn unpacked(base64: &str, lang: Lang) -> Result<Vec<u8>, RequestFailure> {
    STANDARD.decode(base64).map_err(|fault| said(words::NotUnderstood { fault }, lang))
}

/// A message as a failure.
pub(super) fn said(message: impl Say, lang: Lang) -> RequestFailure {
    RequestFailure::Said(message.say(lang))
}
