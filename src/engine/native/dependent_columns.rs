//! Which columns say nothing that those before them have not said.

use super::centre::Centre;
use super::cross_products::{CrossProducts, FOR_RANK, well_conditioned};
use super::qr::Triangle;
use crate::engine::EngineError;
use crate::engine::blocks::Rows;
use ndarray::ArrayView2;

/// Columns (from 0) that are constant or linear combinations of those before them.
///
/// # Errors
/// A cell that is not finite, or a column whose squares overflow.
pub fn dependent_columns(x: ArrayView2<f64>, centre: &Centre) -> Result<Vec<usize>, EngineError> {
    let columns: Vec<usize> = (0..x.ncols()).collect();
    let rows = Rows { x: x.reborrow(), columns: &columns, shift: &centre.shift };
    let zeros = vec![0.0; x.nrows()];
    let products = CrossProducts::of(rows, &zeros, 0.0)?;
    if well_conditioned(&products, &centre.shift, 0.0, FOR_RANK).is_some() {
        return Ok(Vec::new());
    }
    Ok(Triangle::of(rows, &zeros, 0.0).select(&centre.shift, rows.n_samples()).dropped)
}
