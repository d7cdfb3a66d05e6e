//! Columns that only number the rows.

use crate::data::table::{Column, Table, Values};

/// Names that say so.
const NAMES: &[&str] = &["编号", "序号", "id", "index", "no", "no.", "row"];

/// Where the id column is, if there is one: called like one, or, in the first place,
/// the integers 1..n in order.
pub(super) fn find(table: &Table) -> Option<usize> {
    let named = |column: &Column| NAMES.contains(&column.name.trim().to_lowercase().as_str());
    (table.columns.iter().position(named)).or_else(|| table.columns.first().filter(|c| counts_rows(c)).map(|_| 0))
}

/// Whether the cells are 1, 2, ..., n; two rows are too few to tell.
fn counts_rows(column: &Column) -> bool {
    match &column.values {
        Values::Numbers(cells) => cells.len() > 2 && cells.iter().enumerate().all(|(i, &v)| v == i as f64 + 1.0),
        Values::Words { .. } => false,
    }
}
