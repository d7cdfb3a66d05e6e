//! k-means on rows that come in passes: no row's cluster is remembered.

use super::assign::{ClusterTotals, assign, assign_anew};
use super::centre::Centre;
use super::kmeans::start_on_sample;
use super::lloyd::{Assigned, lloyd, unshifted};
use super::variance::mean_variance;
use crate::engine::blocks::{
    AsNumbers, BlockAggregate, CellStorage, RowBlock, RowSource, Rows, Sums, Targets, as_numbers,
};
use crate::engine::kernels::{self, PackedCentroids};
use crate::engine::{EngineError, KMeansFit, KMeansOptions};
use ndarray::{Array2, ArrayView2};
use pulp::Arch;

/// As [`kmeans::fit`](super::kmeans::fit), which starts large tables in the same way: each run is made on a
/// sample of the rows drawn by the seed, and the best goes on over all rows. Given starts are followed as
/// they are. `labels` stays empty.
pub fn fit(source: &dyn RowSource, options: &KMeansOptions) -> Result<(KMeansFit, Nearest), EngineError> {
    let columns: Vec<usize> = (0..source.n_columns()).collect();
    let all = Rows { cells: CellStorage::Source(source), targets: Targets::None, columns: &columns, shift: &[] };
    let (centre, _) = Centre::of_rows(&all);
    let rows =
        Rows { cells: CellStorage::Source(source), targets: Targets::None, columns: &columns, shift: &centre.shift };
    let tolerance = if options.tol > 0.0 { options.tol * mean_variance(rows)? } else { 0.0 };
    let start = start_on_sample(rows, options)?;
    let fit = lloyd(&mut Passing { rows, before: None, n_refilled: 0 }, start, options, tolerance)?;
    let nearest = Nearest { centroids: fit.centroids.clone(), shift: centre.shift.clone() };
    Ok((unshifted(fit, centre.shift), nearest))
}

/// Tells the cluster of a row as the fit did.
#[derive(Debug, Clone)]
pub struct Nearest {
    centroids: Array2<f64>,
    shift: Vec<f64>,
}

as_numbers!(Nearest { centroids, shift });

impl Nearest {
    /// The cluster of each row, from 0.
    pub fn clusters(&self, x: ArrayView2<f64>) -> Vec<usize> {
        let (columns, mut labels) = ((0..x.ncols()).collect::<Vec<_>>(), vec![0; x.nrows()]);
        let rows = Rows {
            cells: CellStorage::Matrix(x.reborrow()),
            targets: Targets::None,
            columns: &columns,
            shift: &self.shift,
        };
        assign(rows, &self.centroids, &mut labels);
        labels
    }
}

/// Which rows change cluster is found out by asking the centroids of the pass before once more.
struct Passing<'a> {
    rows: Rows<'a>,
    before: Option<Array2<f64>>,
    /// Rows that have been given to an empty cluster since.
    n_refilled: usize,
}

impl<'a> Assigned<'a> for Passing<'a> {
    fn rows(&self) -> Rows<'a> {
        self.rows
    }

    fn assign(&mut self, centroids: &Array2<f64>) -> ClusterTotals {
        let mut clusters = assign_anew(self.rows, centroids, self.before.as_ref());
        clusters.changed += std::mem::take(&mut self.n_refilled);
        self.before = Some(centroids.clone());
        clusters
    }

    fn refill(&mut self, centroids: &Array2<f64>, clusters: &mut ClusterTotals) {
        self.n_refilled = refill(self.rows, centroids, clusters);
    }
}

/// The rows farthest from their centroids so far: squared distance, number, cluster and cells.
pub struct Farthest {
    most: usize,
    rows: Vec<(f64, usize, usize, Vec<f64>)>,
}

impl AsNumbers for Farthest {
    fn put(&self, numbers: &mut Vec<f64>) {
        self.most.put(numbers);
        self.rows.len().put(numbers);
        for (distance, row, label, cells) in &self.rows {
            ([*distance, *row as f64, *label as f64], cells.clone()).put(numbers);
        }
    }

    fn take(numbers: &mut std::slice::Iter<f64>) -> Option<Self> {
        let most = usize::take(numbers)?;
        let rows = Vec::<([f64; 3], Vec<f64>)>::take(numbers)?.into_iter();
        let row =
            |([distance, row, label], cells): ([f64; 3], Vec<f64>)| (distance, row as usize, label as usize, cells);
        Some(Farthest { most, rows: rows.map(row).collect() })
    }
}

impl Sums for Farthest {
    fn absorb(&mut self, later: Self) {
        later.rows.into_iter().for_each(|row| self.see(row));
    }
}

impl Farthest {
    /// The earlier row stays in front on a tie.
    fn see(&mut self, row: (f64, usize, usize, Vec<f64>)) {
        let at = self.rows.partition_point(|other| other.0 > row.0 || other.0 == row.0 && other.1 < row.1);
        if at < self.most {
            self.rows.insert(at, row);
            self.rows.truncate(self.most);
        }
    }
}

/// The rows farthest from the centroids nearest to them.
pub struct FarthestRows {
    centroids: Array2<f64>, // (k, n_features)
    most: usize,
    packed: PackedCentroids,
}

impl FarthestRows {
    fn new(centroids: Array2<f64>, most: usize) -> Self {
        FarthestRows { packed: PackedCentroids::new(centroids.view()), centroids, most }
    }
}

impl AsNumbers for FarthestRows {
    fn put(&self, numbers: &mut Vec<f64>) {
        self.centroids.put(numbers);
        self.most.put(numbers);
    }

    fn take(numbers: &mut std::slice::Iter<f64>) -> Option<Self> {
        Some(FarthestRows::new(Array2::take(numbers)?, usize::take(numbers)?))
    }
}

impl BlockAggregate for FarthestRows {
    const NAME: &'static str = "farthest";
    type State = Farthest;

    fn zero(&self, _n_columns: usize) -> Farthest {
        Farthest { most: self.most, rows: Vec::new() }
    }

    fn add(&self, farthest: &mut Farthest, block: &mut RowBlock) {
        let (nearest, _) = kernels::nearest(Arch::new(), block.cells(), block.rows, &self.packed);
        for (r, &label) in nearest.iter().enumerate().take(block.rows) {
            let label = label as usize;
            let square = |j: usize| (block.column(j)[r] - self.centroids[[label, j]]).powi(2);
            let distance: f64 = (0..block.n_columns).map(square).sum();
            if farthest.rows.len() < self.most || farthest.rows.last().is_some_and(|last| distance > last.0) {
                let cells = (0..block.n_columns).map(|j| block.column(j)[r]).collect();
                farthest.see((distance, block.first_row + r, label, cells));
            }
        }
    }
}

/// One pass for all empty clusters. How many rows were moved.
fn refill(rows: Rows, centroids: &Array2<f64>, clusters: &mut ClusterTotals) -> usize {
    let n_empty = clusters.counts.iter().filter(|&&n| n == 0).count();
    if n_empty == 0 {
        return 0;
    }
    // Of the rows alone in their cluster, which stay, there are fewer than clusters.
    let most = n_empty + centroids.nrows();
    let farthest = rows.aggregate(&FarthestRows::new(centroids.clone(), most));
    let mut candidates = farthest.rows.into_iter();
    let mut moved = 0;
    while let Some(empty) = clusters.counts.iter().position(|&n| n == 0) {
        let Some((_, _, label, cells)) = candidates.find(|(_, _, label, _)| clusters.counts[*label] > 1) else { break };
        clusters.move_row(&cells, label, empty);
        moved += 1;
    }
    moved
}
