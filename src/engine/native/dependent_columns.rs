//! Which columns say nothing that those before them have not said.

use super::centre::Centre;
use super::cross_products::{CrossProducts, FOR_RANK, well_conditioned};
use super::qr::Triangle;
use crate::engine::EngineError;
use crate::engine::blocks::{CellStorage, Rows, Targets};

/// Columns (from 0) that are constant or linear combinations of those before them.
///
/// # Errors
/// A cell that is not finite, or a column whose squares overflow.
pub fn dependent_columns(cells: CellStorage, centre: &Centre) -> Result<Vec<usize>, EngineError> {
    let columns: Vec<usize> = (0..cells.n_columns()).collect();
    let rows = Rows { cells: cells.reborrow(), targets: Targets::None, columns: &columns, shift: &centre.shift };
    let products = CrossProducts::of(rows, 0.0)?;
    if well_conditioned(&products, &centre.shift, 0.0, FOR_RANK).is_some() {
        return Ok(Vec::new());
    }
    Ok(Triangle::of(rows, 0.0).select(&centre.shift, rows.n_samples()).dropped)
}
