//! What generation, scoring and perplexity know of a model.

use super::{Session, TokenId};

/// The longest end of a context that a model has seen, and what it knows of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct MatchedContext {
    /// Tokens in it; 0 if not even the last token was ever followed by anything.
    pub n_tokens: usize,
    /// Distinct tokens that have been seen after it.
    pub n_followers: usize,
    /// Tokens the model looks back on at most: with 0 it has no context to look up.
    pub context_len: usize,
    /// How the probabilities follow from what was seen.
    #[serde(rename = "ground")]
    pub basis: ProbabilityBasis,
}

/// How probabilities follow from what a model has seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ProbabilityBasis {
    /// They are the relative frequencies of what was seen.
    #[serde(rename = "shares")]
    RelativeFrequency,
    /// They are those frequencies, less what smoothing gives to other tokens.
    Smoothed,
    /// Nothing was seen, and no shorter context is asked: every token is as likely.
    #[serde(rename = "nothing")]
    Uniform,
}

/// The family that a model is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ModelKind {
    /// Every token is as likely: it has learned nothing.
    Uniform,
    /// It has counted what follows what.
    NGram,
    /// A GPT: it has been trained by the gradient of its loss.
    Gpt,
}

/// A distribution over the next token, given those before it.
pub trait LanguageModel: Send + Sync {
    /// The family that it is of.
    fn kind(&self) -> ModelKind;

    /// The number of numbers it has learned.
    fn n_params(&self) -> usize;

    /// Those numbers, in the order of its family; none of a model that counts.
    fn params(&self) -> &[f32] {
        &[]
    }

    /// The number of tokens it can choose from, `V`: ids are `0..vocab_size`.
    fn vocab_size(&self) -> usize;

    /// The most tokens that it looks back on.
    fn context_len(&self) -> usize;

    /// The logits of the token after `context`, `(V)`: `softmax(logits)` are the
    /// probabilities. A context of any length is accepted, and what lies too far back does
    /// not count. After the empty context the text has only begun; a model that cannot say
    /// anything then answers evenly. Every logit is finite.
    fn next_logits(&self, context: &[TokenId]) -> Vec<f64>;

    /// A text that the model reads or writes. A model with nothing to keep answers `Box::new(Replay::new(self))`.
    fn session(&self) -> Box<dyn Session + '_>;

    /// `ln p(token | the tokens before it)` for each of `tokens`, in nats, where the first
    /// follows the tokens of `before`.
    fn log_probs(&self, before: &[TokenId], tokens: &[TokenId]) -> Vec<f64> {
        let mut session = self.session();
        let mut given = before;
        (tokens.iter().enumerate())
            .map(|(i, &token)| {
                let logits = session.feed(given);
                given = &tokens[i..=i];
                logits[token as usize] - crate::math::log_sum_exp(logits)
            })
            .collect()
    }

    /// The vector that stands for a token, `(C)`, if the model has such vectors.
    fn embedding(&self, _token: TokenId) -> Option<&[f32]> {
        None
    }

    /// How much of `context` a model that looks contexts up has ever seen.
    fn matched_context(&self, _context: &[TokenId]) -> Option<MatchedContext> {
        None
    }
}
