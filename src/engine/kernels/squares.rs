//! Sum and sum of squares of every column of one block.

use super::registers;
use pulp::{Arch, Simd, WithSimd};

/// Adds `[sum_r x_rj, sum_r x_rj^2]` to `sums[j]` for every column `j`.
pub fn add_squares(arch: Arch, cells: &[f64], padded_rows: usize, sums: &mut [[f64; 2]]) {
    arch.dispatch(Squares { cells, padded_rows, sums });
}

#[cfg(test)]
fn scalar_add_squares(cells: &[f64], padded_rows: usize, sums: &mut [[f64; 2]]) {
    for ([sum, square], column) in sums.iter_mut().zip(cells.chunks(crate::engine::blocks::STRIDE)) {
        *sum += column[..padded_rows].iter().sum::<f64>();
        *square += column[..padded_rows].iter().map(|x| x * x).sum::<f64>();
    }
}

struct Squares<'a> {
    cells: &'a [f64],
    padded_rows: usize,
    sums: &'a mut [[f64; 2]],
}

impl WithSimd for Squares<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) {
        for (j, [sum, square]) in self.sums.iter_mut().enumerate() {
            let zero = simd.splat_f64s(0.0);
            let mut sums = [(zero, zero); 2];
            for (i, &x) in registers::<S>(self.cells, j, self.padded_rows).iter().enumerate() {
                let (total, squares) = sums[i % 2];
                sums[i % 2] = (simd.add_f64s(total, x), simd.mul_add_e_f64s(x, x, squares));
            }
            *sum += simd.reduce_sum_f64s(simd.add_f64s(sums[0].0, sums[1].0));
            *square += simd.reduce_sum_f64s(simd.add_f64s(sums[0].1, sums[1].1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::blocks::STRIDE;

    #[test]
    fn agrees_with_plain_sums() {
        let cells: Vec<f64> = (0..2 * STRIDE).map(|i| (i % 13) as f64 - 6.0).collect();
        let (mut sums, mut expected) = ([[0.5, 0.25]; 2], [[0.5, 0.25]; 2]);
        add_squares(Arch::new(), &cells, 24, &mut sums);
        scalar_add_squares(&cells, 24, &mut expected);
        assert_eq!(sums, expected);
    }
}
