//! Rows of a matrix, whose clusters are remembered from one pass to the next.

use super::assign::{ClusterTotals, assign};
use super::lloyd::Assigned;
use crate::engine::blocks::{Rows, Sums};
use ndarray::Array2;

/// The rows and the cluster of each.
pub struct Remembered<'a> {
    rows: Rows<'a>,
    /// The cluster of each row, in `0..k`; `usize::MAX` before the first pass.
    pub labels: Vec<usize>,
}

impl<'a> Remembered<'a> {
    /// In no cluster yet.
    pub fn new(rows: Rows<'a>) -> Self {
        Remembered { rows, labels: vec![usize::MAX; rows.n_samples()] }
    }
}

impl<'a> Assigned<'a> for Remembered<'a> {
    fn rows(&self) -> Rows<'a> {
        self.rows
    }

    fn assign(&mut self, centroids: &Array2<f64>) -> ClusterTotals {
        assign(self.rows, centroids, &mut self.labels)
    }

    /// There is always such a row: `k` distinct rows in fewer than `k` clusters share one.
    fn refill(&mut self, centroids: &Array2<f64>, clusters: &mut ClusterTotals) {
        while let Some(empty) = clusters.counts.iter().position(|&n| n == 0) {
            let Some(row) = farthest(self.rows, centroids, &self.labels, clusters) else { return };
            clusters.move_row(&self.rows.row(row), self.labels[row], empty);
            self.labels[row] = empty;
        }
    }
}

/// The row farthest from its centroid so far: squared distance and number.
struct Farthest(Option<(f64, usize)>);

impl Sums for Farthest {
    fn absorb(&mut self, later: Self) {
        if let Some((distance, row)) = later.0 {
            self.see(distance, row);
        }
    }
}

impl Farthest {
    /// The earlier row stays on a tie.
    fn see(&mut self, distance: f64, row: usize) {
        if self.0.is_none_or(|(most, _)| distance > most) {
            self.0 = Some((distance, row));
        }
    }
}

/// The row farthest from its centroid, of those that are not alone in their cluster.
fn farthest(rows: Rows, centroids: &Array2<f64>, labels: &[usize], clusters: &ClusterTotals) -> Option<usize> {
    let Farthest(found) = rows.fold(
        0,
        || Farthest(None),
        |farthest, block| {
            for r in 0..block.rows {
                let row = block.first_row + r;
                let label = labels[row];
                if clusters.counts[label] > 1 {
                    let square = |j: usize| (block.column(j)[r] - centroids[[label, j]]).powi(2);
                    farthest.see((0..block.n_columns).map(square).sum(), row);
                }
            }
        },
    );
    found.map(|(_, row)| row)
}
