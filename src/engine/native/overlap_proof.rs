//! A cheap proof that classes overlap, from an unpenalised fit.

use super::newton::Minimum;
use super::problem::LogisticProblem;
use crate::engine::blocks::{BlockAggregate, RowBlock, Sums, as_numbers};
use crate::engine::dense;

/// The larger of what was seen.
pub struct Most(pub f64);

impl Sums for Most {
    fn absorb(&mut self, later: Self) {
        self.0 = self.0.max(later.0);
    }
}

as_numbers!(Most { 0 });

/// Whether gradient and information at a point prove that no direction separates the
/// classes, even in part. `scale` holds a positive scale a column; `false` proves nothing.
///
/// Let `d` be such a direction: `u_ic = z_i (d_y - d_c) >= 0` for the true class `y` of
/// every row `i` and every `c`. Then, for any probabilities `p`,
///
/// ```text
/// -g d  = sum_i sum_c p_ic u_ic
/// d'I d = sum_i Var_p(u_i) <= sum_i max_c u_ic sum_c p_ic u_ic <= sqrt(2) R |d| |g| |d|
/// ```
///
/// with `R` the length of the longest row, so that the least eigenvalue of `I` is at most
/// `sqrt(2) R |g|`. Where it is larger there is no such `d`, and the maximum-likelihood
/// estimate exists (Albert and Anderson, 1984). All of this is measured in scaled columns.
pub fn proves_overlap(problem: &LogisticProblem, minimum: &Minimum, scale: &[f64]) -> bool {
    let n = minimum.parameters.len();
    let scales: Vec<f64> = (0..problem.n_outputs()).flat_map(|_| scale.iter().copied().chain([1.0])).collect();
    let information: Vec<f64> =
        (minimum.at.hessian.iter().enumerate()).map(|(ij, entry)| entry / (scales[ij / n] * scales[ij % n])).collect();
    let Some(factor) = dense::cholesky(&information, n, 1e-14) else { return false };
    let inverse = dense::cholesky_inverse(&factor, n);
    let least_eigenvalue = 1.0 / (0..n).map(|i| inverse[i * n + i]).sum::<f64>();
    let gradient = (minimum.at.gradient.iter().zip(&scales)).map(|(g, s)| (g / s).powi(2)).sum::<f64>().sqrt();
    // Rounding of the gradient itself, over the rows: far above what blocked sums make.
    let rounding = 1e-13 * problem.rows.n_samples() as f64 * (n as f64).sqrt();
    least_eigenvalue > 2f64.sqrt() * longest_row(problem, scale) * (gradient + rounding)
}

/// `max_i |(z_i, 1)|` in scaled columns.
fn longest_row(problem: &LogisticProblem, scale: &[f64]) -> f64 {
    problem.rows.aggregate(&LongestRow { scale: scale.to_vec() }).0.sqrt()
}

/// The square of the longest row's length.
pub struct LongestRow {
    scale: Vec<f64>,
}

as_numbers!(LongestRow { scale });

impl BlockAggregate for LongestRow {
    const NAME: &'static str = "longest-row";
    type State = Most;

    fn zero(&self, _n_columns: usize) -> Most {
        Most(0.0)
    }

    fn add(&self, most: &mut Most, block: &mut RowBlock) {
        let mut squares = vec![1.0; block.rows];
        for (j, scale) in self.scale.iter().enumerate() {
            squares.iter_mut().zip(block.column(j)).for_each(|(sum, x)| *sum += (x / scale).powi(2));
        }
        most.0 = squares.into_iter().fold(most.0, f64::max);
    }
}
