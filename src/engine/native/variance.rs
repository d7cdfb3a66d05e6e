//! How far rows spread.

use crate::engine::blocks::{BlockAggregate, RowBlock, Rows, Sums, as_numbers};
use crate::engine::{EngineError, kernels};
use pulp::Arch;

/// The mean of the columns' variances, by `n`.
pub fn mean_variance(rows: Rows) -> Result<f64, EngineError> {
    let n_features = rows.columns.len();
    let Squares(sums) = rows.aggregate(&SumsOfSquares {});
    if let Some(column) = sums.iter().position(|[_, squares]| !squares.is_finite()) {
        return Err(rows.cells.explain_sum(column));
    }
    let n = rows.n_samples() as f64;
    let total: f64 = sums.iter().map(|[sum, squares]| squares / n - (sum / n) * (sum / n)).sum();
    Ok(total / n_features.max(1) as f64)
}

/// Of each column the sum, and the sum of squares.
pub struct Squares(Vec<[f64; 2]>);

as_numbers!(Squares { 0 });

impl Sums for Squares {
    fn absorb(&mut self, later: Self) {
        self.0.iter_mut().zip(later.0).for_each(|(sum, v)| *sum = [sum[0] + v[0], sum[1] + v[1]]);
    }
}

/// The pass over the rows that adds these up.
pub struct SumsOfSquares {}

as_numbers!(SumsOfSquares {});

impl BlockAggregate for SumsOfSquares {
    const NAME: &'static str = "squares";
    type State = Squares;

    fn zero(&self, n_columns: usize) -> Squares {
        Squares(vec![[0.0; 2]; n_columns])
    }

    fn add(&self, sums: &mut Squares, block: &mut RowBlock) {
        kernels::add_squares(Arch::new(), block.cells(), block.padded_rows(), &mut sums.0);
    }
}
