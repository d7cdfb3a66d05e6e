//! One pass of k-means: every row to its nearest centroid.

use crate::engine::blocks::{AsNumbers, BLOCK_ROWS, BlockAggregate, RowBlock, Rows, STRIDE, Sums, as_numbers};
use crate::engine::kernels::{self, PackedCentroids};
use ndarray::{Array2, Axis};
use pulp::Arch;

const _: () = assert!(BLOCK_ROWS <= 1 << u8::BITS, "a row's number in its block fits a byte");

/// Sums over the rows of each cluster.
#[derive(Debug)]
pub struct ClusterTotals {
    /// `(k, n_features)`: the sum of each cluster's rows, shifted.
    pub sums: Array2<f64>,
    /// `(k)`: the rows of each cluster.
    pub counts: Vec<usize>,
    /// Sum of squared distances to the nearest centroid.
    pub inertia: f64,
    /// Rows that belong to another cluster than before.
    pub changed: usize,
}

impl ClusterTotals {
    fn zero(k: usize, n_features: usize) -> Self {
        ClusterTotals { sums: Array2::zeros((k, n_features)), counts: vec![0; k], inertia: 0.0, changed: 0 }
    }

    /// Adds each row of the block to its cluster: cluster by cluster, so that the sums stay in
    /// registers while all its rows are added, in their order.
    fn add_rows(&mut self, block: &RowBlock, labels: &[usize]) {
        let (by_cluster, ends) = order_by_cluster(labels, self.counts.len());
        let mut first = 0;
        for (c, mut sums) in self.sums.rows_mut().into_iter().enumerate() {
            let members = &by_cluster[first..ends[c]];
            let (fours, ones) = sums.as_slice_mut().expect("row by row").as_chunks_mut();
            fours.iter_mut().enumerate().for_each(|(i, sums)| add_members::<4>(block, 4 * i, members, sums));
            let first_one = 4 * fours.len();
            for (i, sum) in ones.as_chunks_mut().0.iter_mut().enumerate() {
                add_members::<1>(block, first_one + i, members, sum);
            }
            self.counts[c] += members.len();
            first = ends[c];
        }
    }

    /// Takes a row with these cells out of one cluster and gives it to an empty one.
    pub fn move_row(&mut self, cells: &[f64], from: usize, empty: usize) {
        for (j, cell) in cells.iter().enumerate() {
            self.sums[[from, j]] -= cell;
            self.sums[[empty, j]] = *cell;
        }
        self.counts[from] -= 1;
        self.counts[empty] = 1;
    }

    /// `(k, n_features)`: the mean of each cluster's rows.
    pub fn means(&self) -> Array2<f64> {
        let mut means = self.sums.clone();
        means.axis_iter_mut(Axis(0)).zip(&self.counts).for_each(|(mut mean, &n)| mean /= n as f64);
        means
    }
}

impl Sums for ClusterTotals {
    fn absorb(&mut self, later: Self) {
        self.sums += &later.sums;
        self.counts.iter_mut().zip(&later.counts).for_each(|(sum, n)| *sum += n);
        self.inertia += later.inertia;
        self.changed += later.changed;
    }
}

/// One pass: gives every row to its nearest centroid, the one with the lowest index on a
/// tie, and adds it to that cluster.
pub fn assign(rows: Rows, centroids: &Array2<f64>, labels: &mut [usize]) -> ClusterTotals {
    let (k, n_features) = centroids.dim();
    let (packed, arch) = (PackedCentroids::new(centroids.view()), Arch::new());
    rows.fold_with(
        labels,
        0,
        || ClusterTotals::zero(k, n_features),
        |clusters, block, labels| {
            let (nearest, distances) = kernels::nearest(arch, block.cells(), block.rows, &packed);
            for (label, nearest) in labels.iter_mut().zip(nearest) {
                clusters.changed += usize::from(*label != nearest as usize);
                *label = nearest as usize;
            }
            clusters.inertia += sum(&distances);
            clusters.add_rows(block, labels);
        },
    )
}

/// The same where no row's cluster is remembered: changed are the rows that `before`, if there was a pass
/// before, gave to another cluster; all, if there was none.
pub fn assign_anew(rows: Rows, centroids: &Array2<f64>, before: Option<&Array2<f64>>) -> ClusterTotals {
    rows.aggregate(&ClusterSums::new(centroids.clone(), before.cloned()))
}

/// Sums over the rows nearest to each centroid, and which were nearer to another one `before`.
pub struct ClusterSums {
    centroids: Array2<f64>, // (k, n_features)
    before: Option<Array2<f64>>,
    packed: PackedCentroids,
    packed_before: Option<PackedCentroids>,
}

impl ClusterSums {
    fn new(centroids: Array2<f64>, before: Option<Array2<f64>>) -> Self {
        let pack = |centroids: &Array2<f64>| PackedCentroids::new(centroids.view());
        ClusterSums { packed: pack(&centroids), packed_before: before.as_ref().map(pack), centroids, before }
    }
}

impl AsNumbers for ClusterSums {
    fn put(&self, numbers: &mut Vec<f64>) {
        self.centroids.put(numbers);
        self.before.put(numbers);
    }

    fn take(numbers: &mut std::slice::Iter<f64>) -> Option<Self> {
        Some(ClusterSums::new(AsNumbers::take(numbers)?, AsNumbers::take(numbers)?))
    }
}

impl BlockAggregate for ClusterSums {
    const NAME: &'static str = "clusters";
    type State = ClusterTotals;

    fn zero(&self, n_columns: usize) -> ClusterTotals {
        ClusterTotals::zero(self.centroids.nrows(), n_columns)
    }

    fn add(&self, clusters: &mut ClusterTotals, block: &mut RowBlock) {
        let arch = Arch::new();
        let (nearest, distances) = kernels::nearest(arch, block.cells(), block.rows, &self.packed);
        let labels: Vec<usize> = nearest.iter().take(block.rows).map(|&label| label as usize).collect();
        clusters.changed += match &self.packed_before {
            None => labels.len(),
            Some(before) => {
                let (earlier, _) = kernels::nearest(arch, block.cells(), block.rows, before);
                labels.iter().zip(earlier).filter(|(label, earlier)| **label != *earlier as usize).count()
            }
        };
        clusters.inertia += sum(&distances);
        clusters.add_rows(block, &labels);
    }
}

as_numbers!(ClusterTotals { sums, counts, inertia, changed });

/// The rows of a block, cluster by cluster and in their order within each, by a counting
/// sort; and where each of the `k` clusters ends.
fn order_by_cluster(labels: &[usize], k: usize) -> ([u8; BLOCK_ROWS], Vec<usize>) {
    let mut ends = vec![0; k + 1];
    labels.iter().for_each(|&c| ends[c + 1] += 1);
    (1..ends.len()).for_each(|c| ends[c] += ends[c - 1]);
    let mut by_cluster = [0; BLOCK_ROWS];
    for (row, &c) in (0..=u8::MAX).zip(labels) {
        by_cluster[ends[c]] = row;
        ends[c] += 1; // from where its rows begin to where they end
    }
    (by_cluster, ends)
}

/// Adds the rows `members` of `N` columns from `first` on.
fn add_members<const N: usize>(block: &RowBlock, first: usize, members: &[u8], sums: &mut [f64; N]) {
    let columns: [&[f64; BLOCK_ROWS]; N] =
        std::array::from_fn(|j| block.cells()[(first + j) * STRIDE..].first_chunk().expect("a column"));
    let mut totals = *sums;
    for &row in members {
        (0..N).for_each(|j| totals[j] += columns[j][usize::from(row)]);
    }
    *sums = totals;
}

/// Their sum, in eight parts that do not wait for each other.
fn sum(distances: &[f64; BLOCK_ROWS]) -> f64 {
    let add = |sums: [f64; 8], of: &[f64; 8]| std::array::from_fn(|i| sums[i] + of[i]);
    distances.as_chunks().0.iter().fold([0.0; 8], add).iter().sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_ordered_by_cluster() {
        let (rows, ends) = order_by_cluster(&[2, 0, 2, 0, 3], 4);
        assert_eq!((&rows[..5], &ends[..4]), (&[1, 3, 0, 2, 4][..], &[2, 2, 4, 5][..]));
    }
}
