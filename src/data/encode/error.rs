//! Why columns could not be encoded. Rows count from 0, in the columns given; the text
//! shows them from 1.

use crate::data::schema::did_you_mean;

/// Why columns could not be encoded.
#[derive(Debug, thiserror::Error, Clone, PartialEq)]
pub enum EncodeError {
    /// The encoder was fitted on a column that is not there.
    #[error("column `{column}` is not in the table{}; its columns are: {}", did_you_mean(.nearest), .known.join(", "))]
    MissingColumn {
        /// The column.
        column: String,
        /// What it may be called now.
        nearest: Option<String>,
        /// The columns there are.
        known: Vec<String>,
    },
    /// A single sample names a feature that the encoder does not have.
    #[error("`{column}` is not one of the features{}; they are: {}", did_you_mean(.nearest), .known.join(", "))]
    NoSuchFeature {
        /// The name given.
        column: String,
        /// What may be meant.
        nearest: Option<String>,
        /// The features.
        known: Vec<String>,
    },
    /// A category that no row had when the encoder was fitted.
    #[error("row {}, column `{column}`: `{value}` was not seen in training{}; known: {}",
        .row + 1, did_you_mean(.nearest), .known.join(", "))]
    UnseenCategory {
        /// The column.
        column: String,
        /// The row.
        row: usize,
        /// Its value.
        value: String,
        /// The known value that comes nearest.
        nearest: Option<String>,
        /// All known values.
        known: Vec<String>,
    },
    /// A cell is missing, and nothing was learned to put in its place.
    #[error("row {}, column `{column}`: the cell is missing", .row + 1)]
    MissingCell {
        /// The column.
        column: String,
        /// The row.
        row: usize,
    },
    /// A numeric column has a cell that is no number.
    #[error("row {}, column `{column}`: `{text}` is not a number", .row + 1)]
    NotANumber {
        /// The column.
        column: String,
        /// The row.
        row: usize,
        /// The cell.
        text: String,
    },
    /// A number is infinite.
    #[error("row {}, column `{column}`: the number is not finite", .row + 1)]
    NotFinite {
        /// The column.
        column: String,
        /// The row.
        row: usize,
    },
    /// A column has no value in any row: there is nothing to learn, nor to impute.
    #[error("column `{column}` has no value in any row")]
    NoValues {
        /// The column.
        column: String,
    },
    /// An encoder read from a file contradicts itself.
    #[error("the encoder of column `{column}` is damaged: {fault}")]
    Damaged {
        /// The column.
        column: String,
        /// What is wrong.
        fault: &'static str,
    },
}
