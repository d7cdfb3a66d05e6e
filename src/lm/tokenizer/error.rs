//! What can be wrong with a vocabulary.

/// Why there is no tokenizer.
#[derive(Debug, thiserror::Error, Clone, PartialEq, Eq)]
pub enum TokenizerError {
    /// There is no text to learn a vocabulary from.
    EmptyCorpus,
    /// Markers and bytes alone need more.
    VocabularyTooSmall {
        /// The size asked for.
        asked: usize,
        /// The smallest size possible.
        least: usize,
    },
    /// The corpus has nothing more to offer.
    VocabularyTooLarge {
        /// The size asked for.
        asked: usize,
        /// The largest size this corpus yields.
        most: usize,
    },
    /// Not a `tokenizer.json`, with what its reader says of it.
    Format(String),
    /// A setting of `tokenizer.json` asks for memory without bounds.
    Boundless {
        /// Its name in the file.
        setting: &'static str,
    },
    /// A text gets an id that the vocabulary does not have.
    IdOutside {
        /// The id that some text would get.
        id: u32,
    },
    /// A vocabulary from elsewhere without a token for what it does not know.
    Unencodable {
        /// A character that it has no tokens for.
        text: char,
    },
    /// An id so large that the file must be damaged.
    IdTooLarge {
        /// The largest id.
        id: u32,
        /// The most it may be.
        most: u32,
    },
}
