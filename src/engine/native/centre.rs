//! Where the columns lie: a shift near the mean of each, and a scale near its deviation.

use crate::engine::blocks::Rows;
use ndarray::{ArrayView2, s};

/// Rows that are looked at: the fit is exact for any shift, only its rounding depends on it.
const SAMPLE_ROWS: usize = 1024;
/// A column whose deviation is below this share of its mean counts as constant.
pub const CONSTANT: f64 = 1e-13;

/// A shift and a scale a column, from some evenly spaced rows.
///
/// Sums of squares about the origin lose the digits that a far-off column shares in all
/// its rows; about a point within its spread they do not. The shift is a round number (a
/// multiple of the power of two next above the deviation), so that subtracting it from a
/// cell is exact, and 0 for a column that lies near the origin already.
#[derive(Debug, Clone, PartialEq)]
pub struct Centre {
    /// `(n_features)`: to be subtracted, exactly, from every cell.
    pub shift: Vec<f64>,
    /// `(n_features)`: the sample's standard deviation, 1 where that is 0.
    pub scale: Vec<f64>,
}

impl Centre {
    /// Looks at up to 1024 rows of `(n_samples, n_features)`, of which there is at least one.
    pub fn of(x: ArrayView2<f64>) -> Self {
        let step = x.nrows().div_ceil(SAMPLE_ROWS);
        let sample = x.slice(s![..;step, ..]);
        let (shift, scale) = sample.columns().into_iter().map(|column| shift_and_scale(column.iter())).unzip();
        Centre { shift, scale }
    }

    /// The same rows of all columns, wherever they lie, and the shift of their targets.
    pub fn of_rows(rows: &Rows) -> (Self, f64) {
        let n_samples = rows.n_samples();
        let sample = rows.pick(&(0..n_samples).step_by(n_samples.div_ceil(SAMPLE_ROWS).max(1)).collect::<Vec<_>>());
        (Centre::of(sample.x.view()), shift_and_scale(sample.y.iter()).0)
    }

    /// Shift and scale of the columns `kept`.
    pub fn select(&self, kept: &[usize]) -> Self {
        let take = |of: &[f64]| kept.iter().map(|&j| of[j]).collect();
        Centre { shift: take(&self.shift), scale: take(&self.scale) }
    }
}

fn shift_and_scale<'a>(cells: impl Iterator<Item = &'a f64> + Clone) -> (f64, f64) {
    let first = cells.clone().next().copied().unwrap_or(0.0);
    // About the first cell, so that a constant column gives exactly that constant.
    let (mut n, mut sum, mut squares) = (0.0, 0.0, 0.0);
    for &cell in cells {
        let difference = cell - first;
        (n, sum, squares) = (n + 1.0, sum + difference, squares + difference * difference);
    }
    let deviation = (squares / n - (sum / n) * (sum / n)).max(0.0).sqrt();
    let mean = first + sum / n;
    if !(deviation.is_finite() && mean.is_finite()) {
        (0.0, 1.0) // the sums over all rows will say which cell it is
    } else if deviation == 0.0 {
        (first, 1.0)
    } else {
        let grain = 2f64.powi(deviation.log2().ceil() as i32);
        let rounded = (mean / grain).round() * grain;
        (if rounded.is_finite() { rounded } else { 0.0 }, deviation)
    }
}

/// From the covariance of `(intercept, weights)` about `offsets` to that about the origin:
/// there the intercept is `b - sum_j offset_j w_j`. The matrix is `(k + 1, k + 1)`.
pub fn uncentre_covariance(covariance: &mut [f64], offsets: &[f64]) {
    let n = offsets.len() + 1;
    for j in 0..n {
        let moved: f64 = offsets.iter().enumerate().map(|(i, o)| o * covariance[(i + 1) * n + j]).sum();
        covariance[j] -= moved;
    }
    for i in 0..n {
        let moved: f64 = offsets.iter().enumerate().map(|(j, o)| o * covariance[i * n + j + 1]).sum();
        covariance[i * n] -= moved;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::array;

    #[test]
    fn the_shift_is_round_near_the_mean_and_exact_for_a_constant() {
        let x = array![[0.1, 0.3, 1e8 + 0.5], [0.1, 0.4, 1e8 - 1.0], [0.1, 0.8, 1e8 + 1.0]];
        let centre = Centre::of(x.view());
        assert_eq!(centre.shift, [0.1, 0.5, 1e8]);
        assert_eq!(centre.scale[0], 1.0);
    }

    #[test]
    fn moving_the_origin_moves_the_intercept_alone() {
        // Var(b - 2w) = Var b - 4 Cov + 4 Var w; Cov(b - 2w, w) = Cov - 2 Var w.
        let mut covariance = [5.0, 1.0, 1.0, 3.0];
        uncentre_covariance(&mut covariance, &[2.0]);
        assert_eq!(covariance, [13.0, -5.0, -5.0, 3.0]);
    }
}
