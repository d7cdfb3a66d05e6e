//! How likely is a text? Token by token, and as one figure.
//!
//! ```text
//! ln p(text)  = sum_i ln p(token_i | tokens before)     in nats, never above 0
//! surprise    = -ln p                                    0 for what was certain
//! perplexity  = e^(surprise per token)                   guessing among so many tokens costs as much
//! ```

use crate::lm::TokenId;
use crate::task::generate::{ModelSummary, Writer};
use serde::Serialize;

/// A text as a model sees it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Score {
    /// Its tokens, in order.
    pub tokens: Vec<ScoredToken>,
    /// `ln p` of the whole, nats.
    pub log_prob_nats: f64,
    /// Mean surprise, nats a token.
    pub nats_per_token: f64,
    /// Surprise by the character: comparable between vocabularies.
    pub nats_per_char: f64,
    /// `e^nats_per_token`: guessing among so many tokens would surprise as much.
    pub perplexity: f64,
    /// Characters of the text.
    pub n_chars: usize,
    /// The model that was asked, in figures.
    pub model: ModelSummary,
    /// Characters that had to be spelt in bytes.
    pub unknown_characters: Vec<char>,
}

/// A token of a text that was there already.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ScoredToken {
    /// Its place in the vocabulary.
    pub id: TokenId,
    /// Its text, or its bytes as `<0xE7>` where they are no whole characters.
    pub text: String,
    /// `ln p`, given all tokens before it.
    pub log_prob_nats: f64,
}

/// There is no text to score.
#[derive(Debug, thiserror::Error, Clone, Copy, PartialEq, Eq)]
pub struct NoText;

/// Scores `text` as the beginning of a text: its first token follows the end of the one before.
///
/// # Errors
/// If there is no text.
pub fn score(writer: Writer, text: &str) -> Result<Score, NoText> {
    let ids = writer.tokenizer.encode_ordinary(text);
    if ids.is_empty() {
        return Err(NoText);
    }
    let before: Vec<TokenId> = writer.tokenizer.end().into_iter().collect();
    let nats = writer.model.log_probs(&before, &ids);
    let log_prob_nats: f64 = nats.iter().sum();
    let n_chars = text.chars().count();
    let nats_per_token = -log_prob_nats / ids.len() as f64;
    let token = |(id, log_prob_nats)| ScoredToken { id, text: writer.tokenizer.text(id), log_prob_nats };
    Ok(Score {
        tokens: ids.into_iter().zip(nats).map(token).collect(),
        log_prob_nats,
        nats_per_token,
        nats_per_char: -log_prob_nats / n_chars as f64,
        perplexity: nats_per_token.exp(),
        n_chars,
        model: writer.summary(),
        unknown_characters: writer.tokenizer.unknown_characters(text),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lm::{Tokenizer, Uniform};
    use approx::assert_relative_eq;

    #[test]
    fn a_uniform_model_has_its_vocabulary_as_perplexity() {
        let tokenizer = Tokenizer::characters(["瓜熟了"], None).unwrap();
        let model = Uniform { vocab_size: tokenizer.vocab_size() };
        let writer = Writer { name: "uniform", model: &model, tokenizer: &tokenizer };
        let scored = score(writer, "瓜熟a🍉").unwrap();
        assert_relative_eq!(scored.perplexity, tokenizer.vocab_size() as f64, max_relative = 1e-12);
        assert_eq!((scored.tokens.len(), scored.n_chars), (7, 4)); // four bytes for the emoji, one for the letter
        assert_relative_eq!(scored.nats_per_char, scored.nats_per_token * 7.0 / 4.0, max_relative = 1e-12);
        assert_eq!(scored.unknown_characters, ['a', '🍉']);
        assert_eq!(score(writer, ""), Err(NoText));
    }
}
