//! A GPT as a [`LanguageModel`]: what it says of the next token, of a text, and where it looked.

use super::decode::Decoder;
use super::model::GptModel;
use super::score;
use crate::lm::{Attention, LanguageModel, ModelKind, Session, TokenId};

impl LanguageModel for GptModel {
    fn kind(&self) -> ModelKind {
        ModelKind::Gpt
    }

    fn n_params(&self) -> usize {
        self.gpt.n_params()
    }

    fn params(&self) -> &[f32] {
        &self.params
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
        score::log_probs(self, before, tokens)
    }

    fn embedding(&self, token: TokenId) -> Option<&[f32]> {
        ((token as usize) < self.vocab_size()).then(|| self.gpt.tokens.row(&self.params, token as usize))
    }
}

/// A text that is being read or written, with its keys and values kept. Before the first token the model has
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
