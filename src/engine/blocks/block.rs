//! Some rows of a matrix, laid out for SIMD.

use super::copy::{copy_rows, fetch};
use super::layout::{BLOCK_ROWS, PAD_ROWS, STRIDE};
use super::rows::{Rows, Targets};
use super::source::Piece;
use ndarray::{ArrayView2, s};
use pulp::Arch;
use std::ops::Range;

/// Up to [`BLOCK_ROWS`] rows, column by column, and room for columns of the driver's own.
pub struct RowBlock {
    cells: Vec<f64>, // (n_columns + n_extra, STRIDE)
    /// Columns of the matrix in the block.
    pub n_columns: usize,
    /// Rows in the block.
    pub rows: usize,
    /// The number of the first one.
    pub first_row: usize,
    /// What is to be learned from each row, a number or the number of its class; 0 in the padding.
    pub targets: [f64; BLOCK_ROWS],
}

impl RowBlock {
    /// An empty one, with `n_extra` columns of the driver's own.
    pub fn new(n_columns: usize, n_extra: usize) -> Self {
        let cells = vec![0.0; (n_columns + n_extra) * STRIDE];
        RowBlock { cells, n_columns, rows: 0, first_row: 0, targets: [0.0; BLOCK_ROWS] }
    }

    /// The rows with their padding.
    pub fn padded_rows(&self) -> usize {
        self.rows.next_multiple_of(PAD_ROWS)
    }

    /// All cells: column `j` begins at `j * STRIDE`; padding rows are 0.
    pub fn cells(&self) -> &[f64] {
        &self.cells
    }

    /// The same, to be written to; the driver's own columns come last and are its to fill.
    pub fn cells_mut(&mut self) -> &mut [f64] {
        &mut self.cells
    }

    /// The rows of column `j`, without padding.
    pub fn column(&self, j: usize) -> &[f64] {
        &self.cells()[j * STRIDE..][..self.rows]
    }

    /// The same with its padding, to be written to.
    pub fn column_mut(&mut self, j: usize) -> &mut [f64] {
        let padded = self.padded_rows();
        &mut self.cells_mut()[j * STRIDE..][..padded]
    }

    /// Copies rows from the matrix `x` of `from`, and sends for those behind them.
    pub fn load(&mut self, from: &Rows, x: ArrayView2<f64>, first_row: usize, rows: usize) {
        (self.first_row, self.rows) = (first_row, rows);
        let width = x.ncols();
        match x.as_slice() {
            Some(cells) if width > 0 && from.columns.iter().copied().eq(0..width) => {
                let (part, next) = cells[first_row * width..].split_at(rows * width);
                copy_rows(Arch::new(), part, next, from.shift, &mut self.cells);
            }
            _ => self.load_column_by_column(from, x),
        }
        match from.targets {
            Targets::Numbers(y) => self.targets[..rows].copy_from_slice(&y[first_row..first_row + rows]),
            Targets::Classes(y) => {
                self.targets.iter_mut().zip(&y[first_row..first_row + rows]).for_each(|(cell, &y)| *cell = y as f64);
            }
            Targets::None | Targets::OfSource => {}
        }
        self.pad();
    }

    fn load_column_by_column(&mut self, from: &Rows, x: ArrayView2<f64>) {
        let end = self.first_row + self.rows;
        let (part, next) = (self.first_row..end, end..(end + BLOCK_ROWS).min(from.n_samples()));
        for (j, (&column, &shift)) in from.columns.iter().zip(from.shift).enumerate() {
            let (source, target) = (x.slice(s![part.clone(), column]), self.column_mut(j));
            fetch(x.slice(s![next.clone(), column]).as_slice().unwrap_or_default());
            match source.as_slice() {
                Some(source) => source.iter().zip(target).for_each(|(v, cell)| *cell = v - shift),
                None => source.iter().zip(target).for_each(|(v, cell)| *cell = v - shift),
            }
        }
    }

    /// Appends rows of a piece, of which there are no more than there is room for.
    pub fn append(&mut self, from: &Rows, piece: Piece, part: Range<usize>) {
        let at = self.rows;
        if at == 0 {
            self.first_row = piece.first_row + part.start;
        }
        self.rows += part.len();
        for (j, (&column, &shift)) in from.columns.iter().zip(from.shift).enumerate() {
            let target = &mut self.cells[j * STRIDE + at..][..part.len()];
            let source = piece.x.slice(s![part.clone(), column]);
            match source.as_slice() {
                Some(source) => source.iter().zip(target).for_each(|(v, cell)| *cell = v - shift),
                None => source.iter().zip(target).for_each(|(v, cell)| *cell = v - shift),
            }
        }
        if let (Targets::OfSource, Some(y)) = (from.targets, piece.y.get(part)) {
            self.targets[at..self.rows].copy_from_slice(y);
        }
    }

    /// Whether no row has room any more.
    pub fn is_full(&self) -> bool {
        self.rows == BLOCK_ROWS
    }

    /// Nothing behind the last row.
    pub fn pad(&mut self) {
        let rows = self.rows;
        self.targets[rows..].fill(0.0);
        (0..self.n_columns).for_each(|j| self.column_mut(j)[rows..].fill(0.0));
    }
}
