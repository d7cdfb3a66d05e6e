//! Why a model could not be built or asked.

use crate::data::EncodeError;

/// Why a model could not be built or asked.
#[derive(Debug, thiserror::Error, Clone, PartialEq)]
pub enum ModelError {
    /// The columns do not fit the model.
    #[error(transparent)]
    Encode(#[from] EncodeError),
    /// A smoothing weight must be finite and not negative.
    #[error("the smoothing weight alpha must be a number not below 0, not {alpha}")]
    InvalidAlpha {
        /// The weight asked for.
        alpha: f64,
    },
    /// There are no samples to count.
    #[error("there are no samples to fit on")]
    NoSamples,
    /// All labels are the same.
    #[error("every sample has the class `{class}`: there is nothing to tell apart")]
    OneClass {
        /// The only class.
        class: String,
    },
    /// An option for which these samples are too few, or that is too small for any.
    #[error("{option} cannot be {value} here: with {n_samples} samples, 1 to {n_samples} are possible")]
    OutOfRange {
        /// Its name, as `k`.
        option: &'static str,
        /// Asked for.
        value: usize,
        /// Samples there are.
        n_samples: usize,
    },
    /// Without smoothing, a value never seen in a class rules the class out; here every
    /// class is ruled out.
    #[error("row {}: no class can have produced it, as each has some value of it never (alpha = 0)", .row + 1)]
    NoClassPossible {
        /// From 0.
        row: usize,
    },
    /// The standard deviation of a column leaves the range of `f64`.
    #[error("the values of column `{column}` are too far apart for a standard deviation")]
    TooSpread {
        /// The column.
        column: String,
    },
    /// The parameters read from a file contradict each other.
    #[error("the model is damaged: {fault}")]
    Damaged {
        /// What is wrong.
        fault: String,
    },
}
