//! An architecture with its weights.

use super::{Decoder, Gpt};
use crate::lm::{Attention, LanguageModel, Session, TokenId};

/// A GPT that can be asked: the architecture and its parameters.
#[derive(Debug, Clone, PartialEq)]
pub struct GptModel {
    /// The architecture.
    pub gpt: Gpt,
    /// One flat buffer of `gpt.n_params()` numbers, as `gpt.tensors()` describes it.
    pub params: Vec<f32>,
}

/// The buffer does not belong to the architecture.
#[derive(Debug, thiserror::Error, Clone, PartialEq, Eq)]
#[error("{found} parameters for an architecture of {expected}")]
pub struct WrongLength {
    /// Parameters the architecture has.
    pub expected: usize,
    /// Parameters given.
    pub found: usize,
}

impl GptModel {
    /// The architecture with these parameters.
    ///
    /// # Errors
    /// If there are more or fewer than the architecture has.
    pub fn new(gpt: Gpt, params: Vec<f32>) -> Result<GptModel, WrongLength> {
        match params.len() == gpt.n_params() {
            true => Ok(GptModel { gpt, params }),
            false => Err(WrongLength { expected: gpt.n_params(), found: params.len() }),
        }
    }

    /// The vector of a position, `(C)`: what the model adds to the token's.
    pub fn position(&self, position: usize) -> &[f32] {
        self.gpt.positions.row(&self.params, position)
    }
}

impl LanguageModel for GptModel {
    fn kind(&self) -> &'static str {
        "gpt"
    }

    fn n_params(&self) -> usize {
        self.gpt.n_params()
    }

    fn vocab_size(&self) -> usize {
        self.gpt.config().vocab_size
    }

    fn context_len(&self) -> usize {
        self.gpt.config().context_len
    }

    fn next_logits(&self, context: &[TokenId]) -> Vec<f64> {
        GptSession::new(self).feed(context).to_vec()
    }

    fn session(&self) -> Box<dyn Session + '_> {
        Box::new(GptSession::new(self))
    }

    fn log_probs(&self, before: &[TokenId], tokens: &[TokenId]) -> Vec<f64> {
        super::score::log_probs(self, before, tokens)
    }

    fn embedding(&self, token: TokenId) -> Option<&[f32]> {
        ((token as usize) < self.vocab_size()).then(|| self.gpt.tokens.row(&self.params, token as usize))
    }
}

/// A text in the making, with its keys and values kept. Before the first token the model has
/// nothing to look at, and answers evenly.
struct GptSession<'m> {
    decoder: Decoder<'m>,
    logits: Vec<f64>, // (V)
}

impl<'m> GptSession<'m> {
    fn new(model: &'m GptModel) -> Self {
        GptSession { decoder: Decoder::new(model), logits: vec![0.0; model.vocab_size()] }
    }
}

impl Session for GptSession<'_> {
    fn feed(&mut self, tokens: &[TokenId]) -> &[f64] {
        if !tokens.is_empty() {
            let logits = self.decoder.push(tokens);
            self.logits.iter_mut().zip(logits).for_each(|(wide, &logit)| *wide = f64::from(logit));
        }
        &self.logits
    }

    fn attention(&self) -> Option<Attention> {
        (!self.decoder.tokens().is_empty())
            .then(|| Attention { start: self.decoder.start(), weights: self.decoder.all_attention() })
    }
}
