//! What can be wrong with a vocabulary.

/// Why there is no tokenizer.
#[derive(Debug, thiserror::Error, Clone, PartialEq, Eq)]
pub enum TokenizerError {
    /// There is no text to learn a vocabulary from.
    #[error("the corpus is empty: there is no text to learn a vocabulary from")]
    EmptyCorpus,
    /// Markers and bytes alone need more.
    #[error("a vocabulary of {asked} tokens is too small: markers and bytes alone take {least}")]
    VocabularyTooSmall {
        /// The size asked for.
        asked: usize,
        /// The smallest size possible.
        least: usize,
    },
    /// The corpus has nothing more to offer.
    #[error("a vocabulary of {asked} tokens is more than the corpus allows: it yields {most}")]
    VocabularyTooLarge {
        /// The size asked for.
        asked: usize,
        /// The largest size this corpus yields.
        most: usize,
    },
    /// Not a `tokenizer.json`.
    #[error("not a tokenizer.json: {0}")]
    Format(String),
}
