//! What can be wrong with an n-gram model's material.

use crate::lm::TokenId;

/// Why there is no n-gram model.
#[derive(Debug, thiserror::Error, Clone, PartialEq)]
pub enum NGramError {
    /// Not an order that is supported.
    #[error("an n-gram model of order {order} was asked for: the order is from 1 to 6")]
    Order {
        /// The order asked for.
        order: usize,
    },
    /// There is nothing that follows anything.
    #[error("the corpus has {n_tokens} tokens: at least 2 are needed")]
    CorpusTooShort {
        /// Tokens, without the boundaries of texts.
        n_tokens: usize,
    },
    /// The tokens belong to another vocabulary.
    #[error("token {token} is outside the vocabulary of {vocab_size}")]
    OutsideVocabulary {
        /// The token.
        token: TokenId,
        /// The size of the vocabulary.
        vocab_size: usize,
    },
    /// An n-gram must fit into 128 bits.
    #[error("a vocabulary of {vocab_size} is too large for n-grams of order {order}")]
    VocabularyTooLarge {
        /// The size of the vocabulary.
        vocab_size: usize,
        /// The order asked for.
        order: usize,
    },
    /// Add-k needs something to add.
    #[error("add-k with k = {k}: k must be a number above 0")]
    AddK {
        /// The number given.
        k: f64,
    },
}
