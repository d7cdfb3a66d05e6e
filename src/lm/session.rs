//! A text that is being read or written, fed to a model token by token.

use super::TokenId;

/// A text that a model is reading or writing.
pub trait Session {
    /// Appends `tokens`, none or many, and returns the logits of the one that follows, `(V)`:
    /// the same as [`next_logits`](super::LanguageModel::next_logits) on the whole text.
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
