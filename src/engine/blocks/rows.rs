//! The rows that a pass runs over.

use ndarray::ArrayView2;

/// Some columns of a matrix, shifted: the rows that a pass runs over.
#[derive(Clone, Copy)]
pub struct Rows<'a> {
    /// `(n_samples, n_features)`, in either layout.
    pub x: ArrayView2<'a, f64>,
    /// The columns taken, in this order.
    pub columns: &'a [usize],
    /// Subtracted from every cell of each taken column.
    pub shift: &'a [f64],
}

impl Rows<'_> {
    /// The number of rows.
    pub fn n_samples(&self) -> usize {
        self.x.nrows()
    }
}
