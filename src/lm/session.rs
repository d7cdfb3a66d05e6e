//! A text in the making, fed to a model token by token.

use super::{LanguageModel, TokenId};

/// A text that a model is reading or writing.
pub trait Session {
    /// Appends `tokens`, none or many, and returns the logits of the one that follows, `(V)`:
    /// the same as [`LanguageModel::next_logits`] on the whole text.
    fn feed(&mut self, tokens: &[TokenId]) -> &[f64];

    /// Where the last token looked, if the model has attention and a token was fed.
    fn attention(&self) -> Option<Attention> {
        None
    }
}

/// How the last token shared its attention among those before it, in every head.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Attention {
    /// The first token of the text, from 0, that is still in the window.
    pub start: usize,
    /// `(n_layer, n_head, window)`: the weights of a head sum to 1.
    pub weights: Vec<Vec<Vec<f32>>>,
}

/// The session of a model that keeps nothing: it is asked about the whole text each time.
pub struct Replay<'m, M: LanguageModel + ?Sized> {
    model: &'m M,
    tokens: Vec<TokenId>,
    logits: Vec<f64>, // (V)
}

impl<'m, M: LanguageModel + ?Sized> Replay<'m, M> {
    /// An empty text.
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
