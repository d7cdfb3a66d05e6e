//! The model that knows nothing: the bottom of every comparison.

use super::{LanguageModel, ModelKind, Replay, Session, TokenId};

/// `p(token | context) = 1 / V`, whatever the context.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Uniform {
    /// The size of the vocabulary, `V`.
    pub vocab_size: usize,
}

impl LanguageModel for Uniform {
    fn kind(&self) -> ModelKind {
        ModelKind::Uniform
    }

    fn n_params(&self) -> usize {
        0
    }

    fn vocab_size(&self) -> usize {
        self.vocab_size
    }

    fn context_len(&self) -> usize {
        0
    }

    fn next_logits(&self, _context: &[TokenId]) -> Vec<f64> {
        vec![0.0; self.vocab_size]
    }

    fn session(&self) -> Box<dyn Session + '_> {
        Box::new(Replay::new(self))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use approx::assert_relative_eq;

    #[test]
    fn every_token_costs_the_logarithm_of_the_vocabulary() {
        let model = Uniform { vocab_size: 65 };
        for nats in model.log_probs(&[3], &[0, 64, 7]) {
            assert_relative_eq!(nats, -(65f64.ln()), epsilon = 1e-12);
        }
    }
}
