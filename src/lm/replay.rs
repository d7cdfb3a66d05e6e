//! A model that keeps nothing reads the whole text again for each token.

use super::{LanguageModel, Session, TokenId};

/// The session of a model that keeps nothing: it is asked about the whole text each time.
pub struct Replay<'m, M: LanguageModel + ?Sized> {
    model: &'m M,
    tokens: Vec<TokenId>,
    logits: Vec<f64>, // (V)
}

impl<'m, M: LanguageModel + ?Sized> Replay<'m, M> {
    /// An empty text, of which the model is asked as it grows.
    pub fn new(model: &'m M) -> Self {
        Replay { model, tokens: Vec::new(), logits: Vec::new() }
    }
}

impl<M: LanguageModel + ?Sized> Session for Replay<'_, M> {
    fn feed(&mut self, tokens: &[TokenId]) -> &[f64] {
        self.tokens.extend_from_slice(tokens);
        self.logits = self.model.next_logits(&self.tokens);
        &self.logits
    }
}
