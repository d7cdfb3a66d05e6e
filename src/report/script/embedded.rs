//! Rows in a script itself, or in a file beside it.

use crate::report::grid::Grid;

/// Cells up to which rows stand in the script itself.
const MOST_CELLS: usize = 2000;

/// Whether rows are too many to stand in the script itself.
pub(super) fn needs_file(rows: &Grid) -> bool {
    rows.rows.len() * rows.header.len() > MOST_CELLS
}
