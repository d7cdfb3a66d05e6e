//! Why a dataset could not be made of a table.

use crate::data::notice::{MissingCells, Notice};

impl SchemaError {
    /// Whether the error says what the notice says.
    pub fn repeats(&self, notice: &Notice) -> bool {
        let column = match notice {
            Notice::AlmostNumeric { column, .. }
            | Notice::MixedNumbers { column, .. }
            | Notice::TwoReadings { column, .. } => column,
            _ => return false,
        };
        matches!(self, Self::NearlyNumeric { column: named, .. } | Self::MixedNumbers { column: named, .. } | Self::TwoReadings { column: named, .. } if named == column)
    }
}

/// Why a dataset could not be made of a table.
#[derive(Debug, thiserror::Error, Clone, PartialEq)]
pub enum SchemaError {
    /// No column has this name, in either language.
    UnknownColumn {
        /// As the user wrote it.
        asked: String,
        /// What may have been meant.
        nearest: Option<String>,
        /// All columns.
        known: Vec<String>,
    },
    /// Two requests about the same column exclude each other.
    Contradiction {
        /// The column's name.
        column: String,
    },
    /// A column wanted as numbers has a cell that is none.
    NotANumber {
        /// The column's name.
        column: String,
        /// The line of the file.
        line: u64,
        /// The cell.
        text: String,
    },
    /// A column is numbers but for a few cells, or for cells of one text.
    NearlyNumeric {
        /// The column's name.
        column: String,
        /// How many cells are neither numbers nor missing.
        count: usize,
        /// The number of the first one's line, from 1.
        line: u64,
        /// Its text.
        text: String,
    },
    /// A column's cells are numbers with this and that around them.
    MixedNumbers {
        /// The column's name.
        column: String,
        /// Two that are written in different ways, or the only one.
        texts: Vec<String>,
    },
    /// A column's numbers can be read in two ways.
    TwoReadings {
        /// The column's name.
        column: String,
        /// One of its cells.
        text: String,
    },
    /// A column read in passes has more different words than fit into memory.
    TooManyWords {
        /// The column's name.
        column: String,
    },
    /// No column is left to learn from.
    NoFeatures,
    /// The table has no column that could be the target.
    NoTarget,
    /// Cells are missing, and the policy is to stop.
    Missing {
        /// The columns with missing cells, and how many each has.
        columns: Vec<MissingCells>,
    },
    /// Every row has a missing cell.
    NoRowsLeft {
        /// The number of rows in the table.
        n_rows: usize,
    },
    /// All samples have the same class.
    OneClass {
        /// The target's name.
        target: String,
        /// Its only value.
        class: String,
    },
    /// The target of a classification is a quantity.
    NumericTarget {
        /// The target's name.
        target: String,
        /// Its distinct values.
        n_distinct: usize,
        /// Whether there are others, in rows that were not counted.
        is_least: bool,
    },
    /// Every sample has a class of its own.
    ClassPerSample {
        /// The target's name.
        target: String,
        /// How many samples.
        n_samples: usize,
    },
    /// The target of a regression is made of words.
    WordsTarget {
        /// The target's name.
        target: String,
        /// One of its values.
        example: String,
        /// Numeric columns that could be meant instead.
        numeric: Vec<String>,
    },
}
