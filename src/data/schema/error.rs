//! Why a dataset could not be made of a table.

use crate::data::notice::MissingCells;

/// Why a dataset could not be made of a table.
#[derive(Debug, thiserror::Error, Clone, PartialEq)]
pub enum SchemaError {
    /// No column has this name, in either language.
    #[error("there is no column `{asked}`{}; the columns are: {}", did_you_mean(.nearest), .known.join(", "))]
    UnknownColumn {
        /// As the user wrote it.
        asked: String,
        /// What she may have meant.
        nearest: Option<String>,
        /// All columns.
        known: Vec<String>,
    },
    /// Two wishes about the same column exclude each other.
    #[error("column `{column}` is asked to be two things at once")]
    Contradiction {
        /// The column.
        column: String,
    },
    /// A column wanted as numbers has a cell that is none.
    #[error("column `{column}`, line {line}: `{text}` is not a number")]
    NotANumber {
        /// The column.
        column: String,
        /// The line of the file.
        line: u64,
        /// The cell.
        text: String,
    },
    /// A column is numbers but for a few cells.
    #[error("column `{column}` is numbers but for {count} cells, the first on line {line}: `{text}`")]
    NearlyNumeric {
        /// The column.
        column: String,
        /// How many cells are neither numbers nor missing.
        count: usize,
        /// The line of the first.
        line: u64,
        /// Its text.
        text: String,
    },
    /// A column's numbers can be read in two ways.
    #[error("column `{column}`: `{text}` has a decimal comma or a thousands mark")]
    TwoReadings {
        /// The column.
        column: String,
        /// One of its cells.
        text: String,
    },
    /// No column is left to learn from.
    #[error("no feature is left: every column is the target, an id, an outcome or dropped")]
    NoFeatures,
    /// The table has no column that could be the target.
    #[error("`{table}` has no column that fits as the target; name one")]
    NoTarget {
        /// The table.
        table: String,
    },
    /// Cells are missing, and the policy is to stop.
    #[error("{} cells are missing, in {}", .columns.iter().map(|c| c.count).sum::<usize>(), locate(.columns))]
    Missing {
        /// Where.
        columns: Vec<MissingCells>,
    },
    /// Every row has a missing cell.
    #[error("none of the {n_rows} rows is left once those with missing cells are dropped")]
    NoRowsLeft {
        /// How many there were.
        n_rows: usize,
    },
    /// All samples have the same class.
    #[error("every sample has the class `{class}` in column `{target}`: there is nothing to tell apart")]
    OneClass {
        /// The target.
        target: String,
        /// Its only value.
        class: String,
    },
    /// The target of a classification is a quantity.
    #[error("column `{target}` holds {n_distinct} different numbers: that is a quantity; use regress")]
    NumericTarget {
        /// The target.
        target: String,
        /// Its distinct values.
        n_distinct: usize,
    },
    /// Every sample has a class of its own.
    #[error("each of the {n_samples} samples has its own value in column `{target}`: these are not classes")]
    ClassPerSample {
        /// The target.
        target: String,
        /// How many samples.
        n_samples: usize,
    },
    /// The target of a regression is made of words.
    #[error("column `{target}` holds words, as `{example}`: use classify{}", or_numeric(.numeric))]
    WordsTarget {
        /// The target.
        target: String,
        /// One of its values.
        example: String,
        /// Numeric columns that could be meant instead.
        numeric: Vec<String>,
    },
}

/// `; did you mean ...?`, or nothing.
pub(crate) fn did_you_mean(nearest: &Option<String>) -> String {
    nearest.as_ref().map_or(String::new(), |name| format!("; did you mean `{name}`?"))
}

fn locate(columns: &[MissingCells]) -> String {
    let one = |cells: &MissingCells| {
        let lines: Vec<String> = cells.lines.iter().map(u64::to_string).collect();
        format!("`{}` (line {})", cells.column, lines.join(", "))
    };
    columns.iter().map(one).collect::<Vec<_>>().join(", ")
}

fn or_numeric(numeric: &[String]) -> String {
    if numeric.is_empty() { String::new() } else { format!(", or a numeric target: {}", numeric.join(", ")) }
}
