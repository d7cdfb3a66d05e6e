//! `X'X` of one block.

use super::registers;
use pulp::{Arch, Simd, WithSimd};

/// Adds `sum_r x_ri x_rj` to `gram[i * n + j]` for `i <= j < n`: the upper triangle over the
/// first `n` columns of `cells`. What lies below the diagonal is left undefined.
pub fn add_gram(arch: Arch, cells: &[f64], n: usize, padded_rows: usize, gram: &mut [f64]) {
    arch.dispatch(GramKernel { cells, n, padded_rows, gram });
}

#[cfg(test)]
fn scalar_add_gram(cells: &[f64], n: usize, padded_rows: usize, gram: &mut [f64]) {
    let x = |r: usize, j: usize| cells[j * crate::engine::blocks::STRIDE + r];
    for (i, j) in (0..n).flat_map(|i| (i..n).map(move |j| (i, j))) {
        gram[i * n + j] += (0..padded_rows).map(|r| x(r, i) * x(r, j)).sum::<f64>();
    }
}

struct GramKernel<'a> {
    cells: &'a [f64],
    n: usize,
    padded_rows: usize,
    gram: &'a mut [f64], // (n, n)
}

impl WithSimd for GramKernel<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) {
        add_gram_simd(simd, self.cells, self.n, self.padded_rows, self.gram);
    }
}

/// The same inside a kernel that already runs in SIMD.
///
/// Tiles of 3 columns against 4 keep 12 sums in registers, with 7 loads to 12 products.
#[inline(always)]
pub fn add_gram_simd<S: Simd>(simd: S, cells: &[f64], n: usize, padded_rows: usize, gram: &mut [f64]) {
    for i in (0..n).step_by(3) {
        for j in (i..n).step_by(4) {
            let at = (i, j, n);
            match ((n - i).min(3), (n - j).min(4)) {
                (3, 4) => tile::<S, 3, 4>(simd, cells, padded_rows, at, gram),
                (3, 3) => tile::<S, 3, 3>(simd, cells, padded_rows, at, gram),
                (3, 2) => tile::<S, 3, 2>(simd, cells, padded_rows, at, gram),
                (3, _) => tile::<S, 3, 1>(simd, cells, padded_rows, at, gram),
                (2, _) => tile::<S, 2, 2>(simd, cells, padded_rows, at, gram),
                _ => tile::<S, 1, 1>(simd, cells, padded_rows, at, gram),
            }
        }
    }
}

/// Columns `i..i+I` against `j..j+J`, where `at` is `(i, j, n)`.
#[inline(always)]
fn tile<S: Simd, const I: usize, const J: usize>(
    simd: S,
    cells: &[f64],
    padded_rows: usize,
    at: (usize, usize, usize),
    gram: &mut [f64],
) {
    let (i, j, n) = at;
    let left: [&[S::f64s]; I] = std::array::from_fn(|a| registers::<S>(cells, i + a, padded_rows));
    let right: [&[S::f64s]; J] = std::array::from_fn(|b| registers::<S>(cells, j + b, padded_rows));
    let len = left[0].len();
    let (left, right) = (left.map(|column| &column[..len]), right.map(|column| &column[..len]));
    let mut sums = [[simd.splat_f64s(0.0); J]; I];
    for r in 0..len {
        // Twelve sums, three of these and one of those: all sixteen registers of AVX2.
        let y: [S::f64s; I] = std::array::from_fn(|a| left[a][r]);
        for b in 0..J {
            let x = right[b][r];
            for a in 0..I {
                sums[a][b] = simd.mul_add_e_f64s(y[a], x, sums[a][b]);
            }
        }
    }
    for a in 0..I {
        for b in 0..J {
            gram[(i + a) * n + j + b] += simd.reduce_sum_f64s(sums[a][b]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::blocks::STRIDE;

    #[test]
    fn every_tile_shape_agrees_with_plain_sums() {
        for n in 1..=14 {
            let cells: Vec<f64> = (0..n * STRIDE).map(|i| (i % 17) as f64 - 8.0).collect();
            let (mut gram, mut expected) = (vec![0.0; n * n], vec![0.0; n * n]);
            add_gram(Arch::new(), &cells, n, 24, &mut gram);
            scalar_add_gram(&cells, n, 24, &mut expected);
            for (i, j) in (0..n).flat_map(|i| (i..n).map(move |j| (i, j))) {
                assert_eq!(gram[i * n + j], expected[i * n + j], "({i}, {j}) of {n}");
            }
        }
    }
}
