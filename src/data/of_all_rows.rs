//! What a table of some rows cannot show of the table that it stands for.

/// What is known of a column's cells in all rows, where a table holds only some of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OfAllRows {
    /// Whether they count the rows one by one.
    pub counts: bool,
    /// Whether no two are the same and none is missing; `None` where that was not found out.
    pub distinct: Option<bool>,
    /// How many are not missing.
    pub present: usize,
}
