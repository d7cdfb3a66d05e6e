//! The columns that a least-squares fit needs beside those of the matrix.

use crate::engine::blocks::Block;

/// Fills the two columns behind those of the matrix: the shifted target and ones.
pub fn append_target_and_ones(block: &mut Block, y: &[f64], y_shift: f64) {
    let (p, rows, first) = (block.n_columns, block.rows, block.first_row);
    for (extra, value) in [(p, None), (p + 1, Some(1.0))] {
        let column = block.column_mut(extra);
        column[rows..].fill(0.0);
        match value {
            Some(value) => column[..rows].fill(value),
            None => column.iter_mut().zip(&y[first..first + rows]).for_each(|(cell, y)| *cell = y - y_shift),
        }
    }
}
