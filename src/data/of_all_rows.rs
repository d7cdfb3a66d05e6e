//! What a table of some rows cannot show of the table that it stands for.

/// What is known of a column's cells in all rows, where a table holds only some of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OfAllRows {
    /// Whether they count the rows one by one.
    pub counts: bool,
    /// Whether no two are the same and few are missing; `None` where that was not found out.
    pub distinct: Option<bool>,
    /// How many are not missing.
    pub present: usize,
}

impl OfAllRows {
    /// Whether so few cells are missing that the others tell the rows apart all the same: a tenth at most.
    pub fn lack_few(n_missing: usize, n_rows: usize) -> bool {
        10 * n_missing <= n_rows
    }
}
