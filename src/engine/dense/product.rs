//! Products of large matrices, on all cores.

use crate::math::matrix::{Matrix, MatrixMut, add_product};
use rayon::prelude::*;

/// Rows of a product that one task computes: a fixed cut, so that one thread and many give
/// the same bytes.
const TASK_ROWS: usize = 64;

/// `C += scale A B`, where `c` is row by row without gaps, `columns` wide.
pub fn add_large_product(c: &mut [f64], columns: usize, scale: f64, a: Matrix<f64>, b: Matrix<f64>) {
    if c.is_empty() || a.is_empty() {
        return;
    }
    c.par_chunks_mut(TASK_ROWS * columns).enumerate().for_each(|(task, part)| {
        let rows = part.len() / columns;
        add_product(MatrixMut::new(part, rows, columns), scale, a.rows_from(task * TASK_ROWS, rows), b);
    });
}
