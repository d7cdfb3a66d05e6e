//! Lloyd's algorithm over rows that come in passes: no row's cluster is remembered.

use super::assign::{Clusters, assign, assign_anew};
use super::centre::Centre;
use super::kmeans::{mean_variance, start_on_sample};
use crate::engine::blocks::{Block, Cells, Numbers, Question, Rows, Source, Sums, Targets};
use crate::engine::kernels::{self, PackedCentroids};
use crate::engine::{EngineError, KMeansFit, KMeansOptions, KMeansStep};
use ndarray::{Array1, Array2, ArrayView2};
use pulp::Arch;
use serde::{Deserialize, Serialize};
use std::sync::OnceLock;

/// As [`kmeans::fit`](super::kmeans::fit), which starts large tables in the same way: each run is made on a
/// sample of the rows drawn by the seed, and the best goes on over all rows. Given starts are followed as
/// they are. `labels` stays empty.
pub fn fit(source: &dyn Source, options: &KMeansOptions) -> Result<(KMeansFit, Nearest), EngineError> {
    let columns: Vec<usize> = (0..source.n_columns()).collect();
    let all = Rows { cells: Cells::Source(source), targets: Targets::None, columns: &columns, shift: &[] };
    let (centre, _) = Centre::of_rows(&all);
    let rows = Rows { cells: Cells::Source(source), targets: Targets::None, columns: &columns, shift: &centre.shift };
    let tolerance = if options.tol > 0.0 { options.tol * mean_variance(rows)? } else { 0.0 };
    let start = start_on_sample(rows, options)?;
    let mut fit = lloyd(rows, start, options, tolerance)?;
    let nearest = Nearest { centroids: fit.centroids.clone(), shift: centre.shift.clone() };
    let shift = Array1::from(centre.shift);
    fit.centroids += &shift;
    fit.trace.iter_mut().for_each(|step| step.centroids += &shift);
    Ok((fit, nearest))
}

/// Tells the cluster of a row as the fit did.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Nearest {
    centroids: Array2<f64>,
    shift: Vec<f64>,
}

impl Nearest {
    /// The cluster of each row, from 0.
    pub fn clusters(&self, x: ArrayView2<f64>) -> Vec<usize> {
        let (columns, mut labels) = ((0..x.ncols()).collect::<Vec<_>>(), vec![0; x.nrows()]);
        let rows =
            Rows { cells: Cells::Matrix(x.reborrow()), targets: Targets::None, columns: &columns, shift: &self.shift };
        assign(rows, &self.centroids, &mut labels);
        labels
    }
}

/// As in memory, from one pass to the next; which rows change cluster is found out by asking the centroids
/// of the pass before once more.
fn lloyd(rows: Rows, start: Array2<f64>, options: &KMeansOptions, tolerance: f64) -> Result<KMeansFit, EngineError> {
    let (mut centroids, mut before, mut trace) = (start, None::<Array2<f64>>, Vec::new());
    let (mut iterations, mut moved_rows) = (0, 0);
    let mut note = |centroids: &Array2<f64>, inertia: f64| {
        if options.trace {
            trace.push(KMeansStep { centroids: centroids.clone(), inertia });
        }
    };
    let (inertia, converged) = loop {
        let mut clusters = assign_anew(rows, &centroids, before.as_ref());
        iterations += 1;
        if !clusters.inertia.is_finite() {
            return Err(EngineError::Overflow { column: 0 });
        }
        note(&centroids, clusters.inertia);
        if clusters.changed == 0 && moved_rows == 0 && !clusters.counts.contains(&0) {
            break (clusters.inertia, true);
        }
        moved_rows = refill(rows, &centroids, &mut clusters);
        let moved = clusters.means();
        let movement: f64 = moved.iter().zip(&centroids).map(|(a, b)| (a - b) * (a - b)).sum();
        before = Some(std::mem::replace(&mut centroids, moved));
        if !movement.is_finite() || movement <= tolerance || iterations >= options.max_iter {
            let inertia = assign_anew(rows, &centroids, None).inertia;
            note(&centroids, inertia);
            break (inertia, movement <= tolerance);
        }
    };
    Ok(KMeansFit { centroids, labels: Vec::new(), inertia, iterations, converged, trace })
}

/// The rows farthest from their centroids so far: squared distance, number, cluster and cells.
pub struct Farthest {
    most: usize,
    n_columns: usize,
    rows: Vec<(f64, usize, usize, Vec<f64>)>,
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

/// They travel as distance, number, cluster and cells of each.
impl Numbers for Farthest {
    fn into_numbers(self) -> Vec<f64> {
        let of = |(distance, row, label, cells): (f64, usize, usize, Vec<f64>)| {
            [distance, row as f64, label as f64].into_iter().chain(cells)
        };
        self.rows.into_iter().flat_map(of).collect()
    }

    fn of_numbers(mut zero: Self, numbers: &[f64]) -> Self {
        for row in numbers.chunks_exact(3 + zero.n_columns) {
            zero.rows.push((row[0], row[1] as usize, row[2] as usize, row[3..].to_vec()));
        }
        zero
    }
}

/// The rows farthest from the centroids nearest to them.
#[derive(Serialize, Deserialize)]
pub struct FarthestFrom {
    centroids: Array2<f64>, // (k, n_features)
    most: usize,
    #[serde(skip)]
    packed: OnceLock<PackedCentroids>,
}

impl Question for FarthestFrom {
    const NAME: &'static str = "farthest";
    type Sums = Farthest;

    fn n_extra(&self) -> usize {
        0
    }

    fn zero(&self, n_columns: usize) -> Farthest {
        Farthest { most: self.most, n_columns, rows: Vec::new() }
    }

    fn add(&self, farthest: &mut Farthest, block: &mut Block) {
        let packed = self.packed.get_or_init(|| PackedCentroids::new(self.centroids.view()));
        let (nearest, _) = kernels::nearest(Arch::new(), block.cells(), block.rows, packed);
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

/// Gives each empty cluster, in order, the row that lies farthest from its centroid, as in memory; by one
/// pass for all of them. How many rows were moved.
fn refill(rows: Rows, centroids: &Array2<f64>, clusters: &mut Clusters) -> usize {
    let n_empty = clusters.counts.iter().filter(|&&n| n == 0).count();
    if n_empty == 0 {
        return 0;
    }
    // Of the rows alone in their cluster, which stay, there are fewer than clusters.
    let most = n_empty + centroids.nrows();
    let farthest = rows.sum(&FarthestFrom { centroids: centroids.clone(), most, packed: OnceLock::new() });
    let mut candidates = farthest.rows.into_iter();
    let mut moved = 0;
    while let Some(empty) = clusters.counts.iter().position(|&n| n == 0) {
        let Some((_, _, label, cells)) = candidates.find(|(_, _, label, _)| clusters.counts[*label] > 1) else { break };
        for (j, cell) in cells.into_iter().enumerate() {
            clusters.sums[[label, j]] -= cell;
            clusters.sums[[empty, j]] = cell;
        }
        clusters.counts[label] -= 1;
        clusters.counts[empty] = 1;
        moved += 1;
    }
    moved
}
