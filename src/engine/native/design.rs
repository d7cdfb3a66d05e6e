//! The columns that a least-squares fit needs beside those of the matrix.

use crate::engine::blocks::RowBlock;

/// Fills the two columns behind those of the matrix: the shifted target and ones.
pub fn append_target_and_ones(block: &mut RowBlock, y_shift: f64) {
    let (p, rows, targets) = (block.n_columns, block.rows, block.targets);
    let column = block.column_mut(p);
    column[rows..].fill(0.0);
    column[..rows].iter_mut().zip(targets).for_each(|(cell, y)| *cell = y - y_shift);
    let ones = block.column_mut(p + 1);
    ones[..rows].fill(1.0);
    ones[rows..].fill(0.0);
}
