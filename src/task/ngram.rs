//! Counting: text becomes an n-gram model.
//!
//! There is no loop and nothing to wait for: one pass over the text counts every run of up to
//! `order` tokens, and the smoothing turns the counts into probabilities.

use crate::data::Corpus;
use crate::lm::ngram::{Counts, NGram, NGramError, Smoothing};
use crate::lm::tokenizer::TokenizerError;
use crate::lm::{LanguageModel, TokenId, Tokenizer};
use crate::task::pretrain;

/// The order unless asked otherwise: a token and the four before it.
pub const ORDER: usize = 5;

/// How n-grams are counted, and what becomes of the counts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NGramOptions {
    /// The length of the longest n-grams, 1 to 6.
    pub order: usize,
    /// How counts become probabilities.
    pub smoothing: Smoothing,
    /// The share at the end of each document that is held out.
    pub validation_share: f64,
}

impl Default for NGramOptions {
    fn default() -> Self {
        NGramOptions { order: ORDER, smoothing: Smoothing::default(), validation_share: 0.0 }
    }
}

impl NGramOptions {
    /// For writing: what was seen, as often as it was seen, of all the text there is. A draw then
    /// never leaves the text's own continuations; after a context that was never seen, the
    /// next shorter one is asked.
    pub fn for_generating() -> NGramOptions {
        NGramOptions { smoothing: Smoothing::MaximumLikelihood, ..NGramOptions::default() }
    }
}

/// Why there is no model.
#[derive(Debug, thiserror::Error, Clone, PartialEq)]
pub enum CountError {
    /// No vocabulary can be made of the text.
    Tokenizer(#[from] TokenizerError),
    /// Nothing to count, or senseless settings.
    NGram(#[from] NGramError),
}

/// What came of counting.
#[derive(Debug, Clone)]
pub struct CountedNGram {
    /// One token a character.
    pub tokenizer: Tokenizer,
    /// How often each n-gram occurs: what the model is made of.
    pub counts: Counts,
    /// The probabilities that the smoothing made of the counts.
    pub model: NGram,
    /// Tokens counted, the ends of texts included.
    pub n_train: usize,
    /// Tokens held out, of which `val_loss_nats` is the mean loss.
    pub n_validation: usize,
    /// The loss on what was held out, nats a token, if anything was.
    pub val_loss_nats: Option<f64>,
}

/// An n-gram model of the characters of `corpus`. The vocabulary is that of the whole corpus;
/// counted is only what is not held out.
///
/// # Errors
/// If there is too little text, or no such order or smoothing.
pub fn ngram_from_corpus(corpus: &Corpus, options: &NGramOptions) -> Result<CountedNGram, CountError> {
    if corpus.texts().all(str::is_empty) {
        return Err(TokenizerError::EmptyCorpus.into());
    }
    let tokenizer = Tokenizer::characters(corpus.texts(), None)?;
    let split = corpus.split(options.validation_share);
    let train = pretrain::tokens(&tokenizer, &split.train);
    let validation = pretrain::tokens(&tokenizer, &split.validation);
    let (counts, model) = count(&train, &tokenizer, options)?;
    let loss = -model.log_probs(&[], &validation).iter().sum::<f64>() / validation.len() as f64;
    Ok(CountedNGram {
        val_loss_nats: (!validation.is_empty()).then_some(loss),
        n_train: train.len(),
        n_validation: validation.len(),
        tokenizer,
        counts,
        model,
    })
}

/// Counts `tokens`, texts that each end with the tokenizer's end.
///
/// # Errors
/// As [`ngram_from_corpus`].
pub fn count(tokens: &[TokenId], tokenizer: &Tokenizer, options: &NGramOptions) -> Result<(Counts, NGram), NGramError> {
    let counts = Counts::new(tokens, options.order, tokenizer.vocab_size(), tokenizer.end())?;
    let model = NGram::new(&counts, options.smoothing)?;
    Ok((counts, model))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_examples_shares_are_those_of_the_corpus() {
        let counted = ngram_from_corpus(&Corpus::builtin(), &NGramOptions::for_generating()).unwrap();
        let context = counted.tokenizer.encode("周一上班真的很");
        let p = |word: &str| counted.model.probability(&context, counted.tokenizer.encode(word)[0]);
        assert_eq!((p("丧"), p("爽")), (0.8, 0.2));
        assert_eq!(counted.val_loss_nats, None);
    }

    #[test]
    fn what_is_held_out_is_a_harder_examination() {
        let options = NGramOptions { validation_share: 0.1, ..NGramOptions::default() };
        let counted = ngram_from_corpus(&Corpus::builtin(), &options).unwrap();
        let loss = counted.val_loss_nats.unwrap();
        assert!(loss > 1.0 && loss < (counted.tokenizer.vocab_size() as f64).ln(), "{loss}");
        assert!(counted.n_validation * 8 < counted.n_train);
    }

    #[test]
    fn too_little_text_is_an_error() {
        let of = |text: &str| ngram_from_corpus(&Corpus::of_text("x", text), &NGramOptions::default()).unwrap_err();
        assert_eq!(of(""), TokenizerError::EmptyCorpus.into());
        assert_eq!(of("瓜"), NGramError::CorpusTooShort { n_tokens: 1 }.into());
    }
}
