//! What becomes of a cluster that lost all its rows.

use super::assign::Clusters;
use crate::engine::blocks::{Rows, Sums};
use ndarray::Array2;

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

/// Gives each empty cluster, in order, the row that lies farthest from its centroid (the
/// first such row on a tie), as scikit-learn does; rows alone in their cluster stay there.
///
/// There is always such a row: `k` distinct rows in fewer than `k` clusters share one.
pub fn refill(rows: Rows, centroids: &Array2<f64>, labels: &mut [usize], clusters: &mut Clusters) {
    while let Some(empty) = clusters.counts.iter().position(|&n| n == 0) {
        let Some(row) = farthest(rows, centroids, labels, clusters) else { return };
        for (j, cell) in rows.row(row).into_iter().enumerate() {
            clusters.sums[[labels[row], j]] -= cell;
            clusters.sums[[empty, j]] = cell;
        }
        clusters.counts[labels[row]] -= 1;
        clusters.counts[empty] = 1;
        labels[row] = empty;
    }
}

fn farthest(rows: Rows, centroids: &Array2<f64>, labels: &[usize], clusters: &Clusters) -> Option<usize> {
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
