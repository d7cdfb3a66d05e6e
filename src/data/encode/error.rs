//! Why columns could not be encoded, and where.

/// Why columns could not be encoded.
#[derive(Debug, thiserror::Error, Clone, PartialEq)]
pub enum EncodeError {
    /// The encoder was fitted on a column that is not there.
    MissingColumn {
        /// The column's name.
        column: String,
        /// What it may be called now.
        nearest: Option<String>,
        /// The columns there are.
        known: Vec<String>,
    },
    /// A single sample names a feature that the encoder does not have.
    NoSuchFeature {
        /// The name given.
        column: String,
        /// What may be meant.
        nearest: Option<String>,
        /// The features' names.
        known: Vec<String>,
    },
    /// A category that no row had when the encoder was fitted.
    UnseenCategory {
        /// The column's name.
        column: String,
        /// The sample's row or line.
        place: Place,
        /// Its value.
        value: String,
        /// The known value that comes nearest.
        nearest: Option<String>,
        /// All known values.
        known: Vec<String>,
    },
    /// A cell is missing, and nothing was learned to put in its place.
    MissingCell {
        /// The column's name.
        column: String,
        /// The sample's row or line.
        place: Place,
    },
    /// A numeric column has a cell that is no number.
    NotANumber {
        /// The column's name.
        column: String,
        /// The sample's row or line.
        place: Place,
        /// The cell.
        text: String,
    },
    /// A number is infinite.
    NotFinite {
        /// The column's name.
        column: String,
        /// The sample's row or line.
        place: Place,
    },
    /// A column has no value in any row: there is nothing to learn, nor to impute.
    NoValues {
        /// The column's name.
        column: String,
    },
    /// A column of words has so many different ones that a term for each, in every row, would
    /// not fit into memory.
    TooManyLevels {
        /// The column's name.
        column: String,
        /// Its different values.
        n_levels: usize,
        /// The rows.
        n_samples: usize,
    },
    /// An encoder read from a file contradicts itself.
    Damaged {
        /// The column's name.
        column: String,
        /// What is wrong.
        fault: &'static str,
    },
}

/// Where a sample stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Its row in the columns given, from 0.
    Row(usize),
    /// Its line in the file, from 1.
    Line(u64),
}

impl EncodeError {
    /// The error with its row named by `line`, which knows the file.
    pub fn in_file(mut self, line: impl Fn(usize) -> u64) -> EncodeError {
        if let Self::UnseenCategory { place, .. }
        | Self::MissingCell { place, .. }
        | Self::NotANumber { place, .. }
        | Self::NotFinite { place, .. } = &mut self
            && let Place::Row(row) = *place
        {
            *place = Place::Line(line(row));
        }
        self
    }
}
