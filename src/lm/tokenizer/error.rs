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
    /// A vocabulary from elsewhere without a token for what it does not know.
    #[error("the vocabulary cannot spell `{text}`, and has no token for what is unknown")]
    Unencodable {
        /// A character that it has no tokens for.
        text: char,
    },
    /// An id so large that the file must be damaged.
    #[error("the vocabulary has the id {id}; ids go up to {most}")]
    IdTooLarge {
        /// The largest id.
        id: u32,
        /// The most it may be.
        most: u32,
    },
}
