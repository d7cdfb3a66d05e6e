//! What can be wrong with an n-gram model's material.

use crate::lm::TokenId;

/// Why there is no n-gram model.
#[derive(Debug, thiserror::Error, Clone, PartialEq)]
pub enum NGramError {
    /// Not an order that is supported.
    Order {
        /// The order asked for.
        order: usize,
    },
    /// There is nothing that follows anything.
    CorpusTooShort {
        /// Tokens, without the boundaries of texts.
        n_tokens: usize,
    },
    /// The tokens belong to another vocabulary.
    OutsideVocabulary {
        /// The first token that is not in `0..vocab_size`.
        token: TokenId,
        /// The size of the vocabulary.
        vocab_size: usize,
    },
    /// An n-gram must fit into 128 bits.
    VocabularyTooLarge {
        /// The size of the vocabulary.
        vocab_size: usize,
        /// The order asked for.
        order: usize,
    },
    /// Add-k needs something to add.
    AddK {
        /// The number given, which is not above 0.
        k: f64,
    },
}
