//! Why a model could not be built or asked.

use crate::data::EncodeError;

/// Why a model could not be built or asked.
#[derive(Debug, thiserror::Error, Clone, PartialEq)]
pub enum ModelError {
    /// The columns do not fit the model.
    Encode(#[from] EncodeError),
    /// A smoothing weight must be finite and not negative.
    InvalidAlpha {
        /// The weight asked for: negative, infinite or no number.
        alpha: f64,
    },
    /// There are no samples to count.
    NoSamples,
    /// All labels are the same.
    OneClass {
        /// The class that all samples have.
        class: String,
    },
    /// An option for which these samples are too few, or that is too small for any.
    OutOfRange {
        /// Its name, as `k`.
        option: &'static str,
        /// The value that was asked for.
        value: usize,
        /// The number of samples learned from.
        n_samples: usize,
    },
    /// Without smoothing, a value never seen in a class rules the class out; here every
    /// class is ruled out.
    NoClassPossible {
        /// The sample that no class fits, from 0.
        row: usize,
    },
    /// The standard deviation of a column leaves the range of `f64`.
    TooSpread {
        /// The numeric column with that spread.
        column: String,
    },
    /// The parameters read from a file contradict each other.
    Damaged {
        /// Which of them do not fit each other.
        fault: String,
    },
}
