//! What can be wrong with an ARPA file.

/// What is wrong with an ARPA file.
#[derive(Debug, thiserror::Error, Clone, PartialEq, Eq)]
pub enum ArpaError {
    /// It does not begin as one.
    NoHeader,
    /// More or longer n-grams than are supported.
    Order {
        /// The longest.
        order: usize,
    },
    /// A section has more or fewer lines than the header says.
    Count {
        /// Which n-grams.
        length: usize,
        /// How many the header says.
        declared: usize,
        /// How many there are.
        found: usize,
    },
    /// A probability above 1.
    Positive {
        /// From 1.
        line: usize,
        /// Its logarithm, as it stands there.
        log_p: String,
    },
    /// A line that cannot be read.
    Line {
        /// From 1.
        line: usize,
        /// The line.
        text: String,
    },
    /// A word that is not in the vocabulary.
    UnknownWord {
        /// From 1.
        line: usize,
        /// The word, as it stands there.
        word: String,
    },
}
