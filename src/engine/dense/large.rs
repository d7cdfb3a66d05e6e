//! The same factors and inverses for large matrices, block by block: what is small goes row by
//! row, all the rest is matrix products.

use super::product::add_large_product;
use super::sums::{dot, mirror};
use crate::math::matrix::Matrix;
use rayon::prelude::*;

/// Columns of a block.
const BLOCK: usize = 64;

/// See [`super::cholesky`]. Blocks of columns from left to right (Golub and Van Loan, 2013,
/// section 4.2.9): `L_k` is the factor of what earlier blocks leave of `A_k`.
pub fn cholesky(a: &[f64], n: usize, floor: f64) -> Option<Vec<f64>> {
    let mut l = vec![0.0; n * n];
    for first in (0..n).step_by(BLOCK) {
        let (width, height) = (BLOCK.min(n - first), n - first);
        let mut panel = vec![0.0; height * width]; // row by row, from the upper triangle of A
        panel.par_chunks_mut(width).enumerate().for_each(|(i, row)| {
            row.iter_mut().enumerate().take(i + 1).for_each(|(j, cell)| *cell = a[(first + j) * n + first + i]);
        });
        let done = Matrix::strided(&l[first * n..], height, first, n);
        add_large_product(&mut panel, width, -1.0, done, Matrix::strided(&l[first * n..], width, first, n).t());
        let (top, below) = panel.split_at_mut(width * width);
        factor_top(top, width, |j| floor * a[(first + j) * n + first + j])?;
        below.par_chunks_mut(width).for_each(|row| {
            for j in 0..width {
                row[j] = (row[j] - dot(&row[..j], &top[j * width..j * width + j])) / top[j * width + j];
            }
        });
        l[first * n..].chunks_mut(n).zip(panel.chunks(width)).enumerate().for_each(|(i, (row, cells))| {
            let len = width.min(i + 1);
            row[first..first + len].copy_from_slice(&cells[..len]);
        });
    }
    Some(l)
}

/// Factors a `(width, width)` lower triangle in place; `None` if a pivot is not above its floor.
fn factor_top(top: &mut [f64], width: usize, floor: impl Fn(usize) -> f64) -> Option<()> {
    for i in 0..width {
        let (above, row) = top.split_at_mut(i * width);
        for j in 0..i {
            let other = &above[j * width..];
            row[j] = (row[j] - dot(&row[..j], &other[..j])) / other[j];
        }
        let rest = row[i] - dot(&row[..i], &row[..i]);
        row[i] = if rest > floor(i) && rest > 0.0 { rest.sqrt() } else { return None };
    }
    Some(())
}

/// See [`super::cholesky_inverse`]: `(L L')^-1 = L^-T L^-1`.
pub fn cholesky_inverse(l: &[f64], n: usize) -> Vec<f64> {
    let inverse = lower_inverse(l, n);
    let view = Matrix::strided(&inverse, n, n, n);
    let mut product = vec![0.0; n * n];
    add_large_product(&mut product, n, 1.0, view.t(), view);
    mirror(&mut product, n);
    product
}

/// `L^-1`, blocks of rows from top to bottom: with `X` the rows done, the next ones are
/// `D^-1 (I - B X)`, where `B` and the triangle `D` are those of `L`.
fn lower_inverse(l: &[f64], n: usize) -> Vec<f64> {
    let mut inverse = vec![0.0; n * n];
    for first in (0..n).step_by(BLOCK) {
        let width = BLOCK.min(n - first);
        let (done, rest) = inverse.split_at_mut(first * n);
        let rows = &mut rest[..width * n];
        let left = Matrix::strided(&l[first * n..], width, first, n);
        add_large_product(rows, n, -1.0, left, Matrix::strided(done, first, n, n));
        for r in 0..width {
            let (above, row) = rows.split_at_mut(r * n);
            let row = &mut row[..first + r + 1];
            row[first + r] = 1.0;
            for (s, other) in above.chunks(n).enumerate() {
                let factor = l[(first + r) * n + first + s];
                row.iter_mut().zip(other).for_each(|(cell, v)| *cell -= factor * v);
            }
            row.iter_mut().for_each(|cell| *cell /= l[(first + r) * n + first + r]);
        }
    }
    inverse
}
