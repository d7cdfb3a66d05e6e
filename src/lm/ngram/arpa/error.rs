//! What can be wrong with an ARPA file.

/// What is wrong with an ARPA file.
#[derive(Debug, thiserror::Error, Clone, PartialEq, Eq)]
pub enum ArpaError {
    /// It does not begin as one.
    NoHeader,
    /// More or longer n-grams than are supported.
    Order {
        /// The length of the longest n-grams that the header announces, in words.
        order: usize,
    },
    /// A section has more or fewer lines than the header says.
    Count {
        /// The length of the section's n-grams, in words.
        length: usize,
        /// The number of lines that the header says.
        declared: usize,
        /// The number of lines in the section.
        found: usize,
    },
    /// A probability above 1.
    Positive {
        /// The line in the file, from 1.
        line: usize,
        /// Its logarithm, as it stands there.
        log_p: String,
    },
    /// A line that cannot be read.
    Line {
        /// The line in the file, from 1.
        line: usize,
        /// What the line says.
        text: String,
    },
    /// A word that is not in the vocabulary.
    UnknownWord {
        /// The line in the file, from 1.
        line: usize,
        /// The word, as it stands there.
        word: String,
    },
}
