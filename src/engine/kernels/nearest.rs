//! The nearest centroid of every row of one block.

use super::registers;
use crate::engine::blocks::{BLOCK_ROWS, PAD_ROWS};
use ndarray::ArrayView2;
use pulp::{Arch, Simd, WithSimd};

/// Centroids that are compared with the rows together.
const GROUP: usize = 4;

/// Centroids, four by four, column by column: the order in which the kernel reads them.
pub struct PackedCentroids {
    cells: Vec<f64>, // (n_groups, n_features, GROUP)
    n_features: usize,
}

impl PackedCentroids {
    /// Packs `(k, n_features)`; the last group is filled up with points at infinity.
    pub fn new(centroids: ArrayView2<f64>) -> Self {
        let (k, n_features) = centroids.dim();
        let mut cells = Vec::with_capacity(k.next_multiple_of(GROUP) * n_features);
        for first in (0..k).step_by(GROUP) {
            for j in 0..n_features {
                cells.extend((first..first + GROUP).map(|c| if c < k { centroids[[c, j]] } else { f64::INFINITY }));
            }
        }
        PackedCentroids { cells, n_features }
    }
}

/// For each row of a block, the index of the nearest centroid (the lowest on a tie) and its
/// squared distance, `sum_j (x_j - c_j)^2`, which is 0 for padding rows.
pub fn nearest(
    arch: Arch,
    cells: &[f64],
    rows: usize,
    centroids: &PackedCentroids,
) -> ([u64; BLOCK_ROWS], [f64; BLOCK_ROWS]) {
    let (labels, mut distances) =
        arch.dispatch(NearestKernel { cells, padded_rows: rows.next_multiple_of(PAD_ROWS), centroids });
    distances[rows..].fill(0.0);
    (labels, distances)
}

/// For one row: centroid after centroid.
#[cfg(test)]
fn scalar_nearest(row: &[f64], centroids: ArrayView2<f64>) -> (u64, f64) {
    let (mut label, mut least) = (0, f64::INFINITY);
    for (c, centroid) in centroids.rows().into_iter().enumerate() {
        let distance = row.iter().zip(centroid).map(|(x, c)| (x - c).powi(2)).sum();
        if distance < least {
            (label, least) = (c as u64, distance);
        }
    }
    (label, least)
}

struct NearestKernel<'a> {
    cells: &'a [f64],
    padded_rows: usize,
    centroids: &'a PackedCentroids,
}

impl WithSimd for NearestKernel<'_> {
    type Output = ([u64; BLOCK_ROWS], [f64; BLOCK_ROWS]);

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) -> Self::Output {
        // Without columns all centroids are the same point, at distance 0, and none is packed.
        let farthest = if self.centroids.n_features == 0 { 0.0 } else { f64::INFINITY };
        let (mut labels, mut distances) = ([0; BLOCK_ROWS], [farthest; BLOCK_ROWS]);
        for (group, centroids) in self.centroids.cells.chunks(GROUP * self.centroids.n_features.max(1)).enumerate() {
            let labels = S::as_mut_simd_u64s(&mut labels[..self.padded_rows]).0;
            let distances = S::as_mut_simd_f64s(&mut distances[..self.padded_rows]).0;
            compare_group(simd, &self, group, centroids, labels, distances);
        }
        (labels, distances)
    }
}

/// Compares one group of centroids with every row, two registers of rows at a time: eight
/// sums, enough to hide the latency of the products.
#[inline(always)]
fn compare_group<S: Simd>(
    simd: S,
    block: &NearestKernel,
    group: usize,
    centroids: &[f64],
    labels: &mut [S::u64s],
    distances: &mut [S::f64s],
) {
    let len = labels.len();
    for first in (0..len / 2 * 2).step_by(2) {
        compare_rows::<S, 2>(simd, block, group, centroids, first, labels, distances);
    }
    if len % 2 == 1 {
        compare_rows::<S, 1>(simd, block, group, centroids, len - 1, labels, distances);
    }
}

/// `N` registers of rows from `first` on.
#[inline(always)]
fn compare_rows<S: Simd, const N: usize>(
    simd: S,
    block: &NearestKernel,
    group: usize,
    centroids: &[f64],
    first: usize,
    labels: &mut [S::u64s],
    distances: &mut [S::f64s],
) {
    let mut sums = [[simd.splat_f64s(0.0); GROUP]; N];
    for (j, c) in centroids.chunks_exact(GROUP).enumerate() {
        let x = &registers::<S>(block.cells, j, block.padded_rows)[first..first + N];
        for g in 0..GROUP {
            let c = simd.splat_f64s(c[g]);
            for i in 0..N {
                let difference = simd.sub_f64s(x[i], c);
                sums[i][g] = simd.mul_add_e_f64s(difference, difference, sums[i][g]);
            }
        }
    }
    for i in 0..N {
        let (mut label, mut best) = (labels[first + i], distances[first + i]);
        for (g, &sum) in sums[i].iter().enumerate() {
            let closer = simd.less_than_f64s(sum, best);
            best = simd.select_f64s(closer, sum, best);
            label = simd.select_u64s(closer, simd.splat_u64s((group * GROUP + g) as u64), label);
        }
        (labels[first + i], distances[first + i]) = (label, best);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::blocks::STRIDE;
    use ndarray::Array2;

    #[test]
    fn without_columns_all_rows_are_at_distance_0() {
        let packed = PackedCentroids::new(Array2::zeros((3, 0)).view());
        let (labels, distances) = nearest(Arch::new(), &[], 29, &packed);
        assert!(labels.iter().all(|&label| label == 0) && distances.iter().all(|&distance| distance == 0.0));
    }

    #[test]
    fn finds_the_nearest_and_breaks_ties_by_index() {
        let (n_features, rows) = (3, 29);
        let x = |r: usize, j: usize| ((r * 7 + j * 5) % 9) as f64;
        let mut cells = vec![0.0; n_features * STRIDE];
        (0..n_features).for_each(|j| (0..rows).for_each(|r| cells[j * STRIDE + r] = x(r, j)));
        for k in 1..=9 {
            let centroids = Array2::from_shape_fn((k, n_features), |(c, j)| ((c * 4 + j) % 9) as f64);
            let packed = PackedCentroids::new(centroids.view());
            let (labels, distances) = nearest(Arch::new(), &cells, rows, &packed);
            for r in 0..rows {
                let row: Vec<f64> = (0..n_features).map(|j| x(r, j)).collect();
                assert_eq!((labels[r], distances[r]), scalar_nearest(&row, centroids.view()));
            }
        }
    }
}
