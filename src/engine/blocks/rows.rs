//! The rows that a pass runs over.

use super::source::{Picked, RowSource, pick};
use crate::engine::{EngineError, check};
use ndarray::{ArrayView2, Axis};

/// Where the cells are.
#[derive(Clone, Copy)]
pub enum CellStorage<'a> {
    /// `(n_samples, n_features)`, in either layout.
    Matrix(ArrayView2<'a, f64>),
    /// Rows that are not in memory and come in passes; every cell is finite.
    Source(&'a dyn RowSource),
}

/// What each row is to be learned from.
#[derive(Clone, Copy)]
pub enum Targets<'a> {
    /// Nothing: the target of every row is 0.
    None,
    /// `(n_samples)`: a number.
    Numbers(&'a [f64]),
    /// `(n_samples)`: the number of its class, from 0.
    Classes(&'a [usize]),
    /// The target that comes with each row of a source.
    OfSource,
}

/// Some columns, shifted: the rows that a pass runs over.
#[derive(Clone, Copy)]
pub struct Rows<'a> {
    /// The cells of all columns, of those not taken as well.
    pub cells: CellStorage<'a>,
    /// What is to be learned from them.
    pub targets: Targets<'a>,
    /// The columns taken, in this order.
    pub columns: &'a [usize],
    /// Subtracted from every cell of each taken column.
    pub shift: &'a [f64],
}

impl<'a> CellStorage<'a> {
    /// The same for a shorter time: a matrix has to be told.
    pub fn reborrow<'b>(self) -> CellStorage<'b>
    where
        'a: 'b,
    {
        match self {
            CellStorage::Matrix(x) => CellStorage::Matrix(x.reborrow()),
            CellStorage::Source(source) => CellStorage::Source(source),
        }
    }

    /// The number of rows.
    pub fn n_samples(self) -> usize {
        match self {
            CellStorage::Matrix(x) => x.nrows(),
            CellStorage::Source(source) => source.n_samples(),
        }
    }

    /// The number of columns.
    pub fn n_columns(self) -> usize {
        match self {
            CellStorage::Matrix(x) => x.ncols(),
            CellStorage::Source(source) => source.n_columns(),
        }
    }

    /// The matrix, where there is one.
    pub fn matrix(self) -> Option<ArrayView2<'a, f64>> {
        match self {
            CellStorage::Matrix(x) => Some(x),
            CellStorage::Source(_) => None,
        }
    }

    /// Which cell made the sum of a column come out NaN or infinite. A source has finite cells only:
    /// there it was the sum.
    pub fn explain_sum(self, column: usize) -> EngineError {
        match self {
            CellStorage::Matrix(x) => check::explain_sum(x, column),
            CellStorage::Source(_) => EngineError::Overflow { column },
        }
    }
}

impl<'a> Rows<'a> {
    /// The number of rows.
    pub fn n_samples(&self) -> usize {
        self.cells.n_samples()
    }

    /// The cells of the rows numbered `rows`, which rise, all columns and unshifted, and their targets.
    pub fn pick(&self, rows: &[usize]) -> Picked {
        match self.cells {
            CellStorage::Source(source) => pick(source, rows),
            CellStorage::Matrix(x) => Picked {
                x: x.select(Axis(0), rows),
                y: match self.targets {
                    Targets::Numbers(y) => rows.iter().map(|&row| y[row]).collect(),
                    Targets::Classes(y) => rows.iter().map(|&row| y[row] as f64).collect(),
                    Targets::None | Targets::OfSource => Vec::new(),
                },
            },
        }
    }

    /// The cells of row `row` of a matrix, taken and shifted as those of all.
    pub fn row(&self, row: usize) -> Vec<f64> {
        let x = self.cells.matrix().expect("rows that are asked for one by one are in memory");
        self.columns.iter().zip(self.shift).map(|(&j, shift)| x[[row, j]] - shift).collect()
    }

    /// The class of each row, where they are in memory.
    pub fn classes(&self) -> &'a [usize] {
        match self.targets {
            Targets::Classes(classes) => classes,
            Targets::None | Targets::Numbers(_) | Targets::OfSource => &[],
        }
    }
}
