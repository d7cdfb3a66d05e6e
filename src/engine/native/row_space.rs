//! A penalised problem of more columns than rows, seen from its rows.

use super::centre::Centre;
use crate::engine::dense::{add_large_product, dot, solve_transposed};
use crate::math::matrix::Matrix;
use ndarray::{Array2, ArrayView2};

/// A row counts as a combination of those before it if what is left of its squared length is at
/// most this share of the largest.
const DEPENDENT: f64 = 1e-14;

/// As few coordinates as there are (independent) rows, in which every row, and every weight that
/// can be of use, has the length that it had.
///
/// With a penalty, weights lie in the space of the rows: what stands at right angles to all rows
/// changes no score and costs. With `Z Z' = F F'`, `F` `(n, r)`, by a Cholesky factorisation, a
/// problem in `Z w` and `|w|` is one in `F u` and `|u|`; and `w = B u` for the orthonormal `B =
/// Z_r' L^-T` of the `r` rows that were pivots, `L` being theirs of `F`.
pub struct RowSpace {
    /// `(n_samples, r)`: the rows in the new coordinates.
    pub coordinates: Array2<f64>,
    rows: Vec<f64>, // (n_samples, n_columns), about the shift
    pivots: Vec<usize>,
    n_columns: usize,
}

impl RowSpace {
    /// All columns of a matrix, about its centre.
    pub fn of(x: ArrayView2<f64>, centre: &Centre) -> Self {
        let (n, p) = x.dim();
        let mut rows = vec![0.0; n * p];
        for (row, cells) in x.rows().into_iter().zip(rows.chunks_mut(p)) {
            cells.iter_mut().zip(row).zip(&centre.shift).for_each(|((cell, x), shift)| *cell = x - shift);
        }
        let view = Matrix::strided(&rows, n, p, p);
        let mut gram = vec![0.0; n * n];
        add_large_product(&mut gram, n, 1.0, view, view.t());
        let (factor, pivots) = pivoted_cholesky(&gram, n);
        let coordinates = Array2::from_shape_fn((n, pivots.len()), |(i, j)| factor[i * n + j]);
        RowSpace { coordinates, rows, pivots, n_columns: p }
    }

    /// The weights of the columns, `(n_columns)`, for weights `u` of the coordinates.
    pub fn weights(&self, u: &[f64]) -> Vec<f64> {
        let r = self.pivots.len();
        let lower: Vec<f64> = self.pivots.iter().flat_map(|&row| self.coordinates.row(row).to_vec()).collect();
        let mut shares = u.to_vec();
        solve_transposed(&lower, r, r, &mut shares);
        let mut weights = vec![0.0; self.n_columns];
        for (&row, share) in self.pivots.iter().zip(shares) {
            let cells = &self.rows[row * self.n_columns..][..self.n_columns];
            weights.iter_mut().zip(cells).for_each(|(w, cell)| *w += share * cell);
        }
        weights
    }
}

/// `A = F F'` with `F` `(n, r)` in the first columns of what is returned, row by row, and the
/// pivots: each next one is the row of which most is left (Higham, 1990).
fn pivoted_cholesky(a: &[f64], n: usize) -> (Vec<f64>, Vec<usize>) {
    let mut factor = vec![0.0; n * n];
    let mut left: Vec<f64> = (0..n).map(|i| a[i * n + i]).collect();
    let floor = DEPENDENT * left.iter().copied().fold(0.0, f64::max);
    let (mut pivots, mut is_pivot) = (Vec::with_capacity(n), vec![false; n]);
    while let Some(pivot) = crate::math::argmax(&left).filter(|&row| left[row] > floor) {
        let k = pivots.len();
        let root = left[pivot].sqrt();
        let done = factor[pivot * n..pivot * n + k].to_vec();
        for (i, row) in factor.chunks_mut(n).enumerate().filter(|(i, _)| !is_pivot[*i]) {
            row[k] = if i == pivot { root } else { (a[i * n + pivot] - dot(&row[..k], &done)) / root };
            left[i] -= row[k] * row[k];
        }
        (left[pivot], is_pivot[pivot]) = (0.0, true);
        pivots.push(pivot);
    }
    (factor, pivots)
}

#[cfg(test)]
mod tests {
    use super::*;
    use approx::assert_abs_diff_eq;

    #[test]
    fn scores_and_lengths_stay_what_they_were() {
        // The fourth row is the sum of the first two: three coordinates are enough.
        let mut x = Array2::from_shape_fn((4, 7), |(i, j)| ((i * 5 + j * 3) % 7) as f64 - 3.0 + (i * j % 2) as f64);
        let sum = &x.row(0) + &x.row(1);
        x.row_mut(3).assign(&sum);
        let space = RowSpace::of(x.view(), &Centre { shift: vec![0.0; 7], scale: vec![1.0; 7] });
        assert_eq!(space.coordinates.dim(), (4, 3));
        let u = [0.3, -1.2, 2.0];
        let weights = ndarray::Array1::from(space.weights(&u));
        assert_abs_diff_eq!(x.dot(&weights), space.coordinates.dot(&ndarray::ArrayView1::from(&u)), epsilon = 1e-12);
        assert_abs_diff_eq!(weights.dot(&weights), dot(&u, &u), epsilon = 1e-12);
    }
}
