//! How to read a table.

/// How to read a file; what is not said is found out.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ReadOptions {
    /// What separates the cells.
    pub delimiter: Option<u8>,
    /// The encoding's label, as `gbk` or `big5`.
    pub encoding: Option<String>,
    /// Columns to be read as words; names in either language.
    pub categorical: Vec<String>,
    /// Columns to be read as numbers; a cell that is none is an error.
    pub numeric: Vec<String>,
}
