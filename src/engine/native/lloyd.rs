//! Lloyd's algorithm (1982), exactly the textbook's, wherever the rows lie.

use super::assign::ClusterTotals;
use super::variance::mean_variance;
use crate::engine::blocks::Rows;
use crate::engine::patience::Patience;
use crate::engine::{EngineError, KMeansFit, KMeansOptions, KMeansStep};
use ndarray::{Array1, Array2};

/// Rows that are given to clusters, pass by pass.
pub trait Assigned<'a> {
    /// All of them, shifted as the centroids are.
    fn rows(&self) -> Rows<'a>;

    /// One pass: every row to its nearest centroid. [`ClusterTotals::changed`] is 0 only if none was elsewhere
    /// before.
    fn assign(&mut self, centroids: &Array2<f64>) -> ClusterTotals;

    /// Gives each empty cluster, in order, the row that lies farthest from its centroid (the first such row
    /// on a tie), as scikit-learn does; rows alone in their cluster stay there.
    fn refill(&mut self, centroids: &Array2<f64>, clusters: &mut ClusterTotals);
}

/// One run from `start`, in shifted coordinates, until no row changes cluster or the centroids' squared
/// movement is at most `tolerance`. Labels are for whoever remembers them.
pub fn lloyd<'a>(
    assigned: &mut impl Assigned<'a>,
    start: Array2<f64>,
    options: &KMeansOptions,
    tolerance: f64,
) -> Result<KMeansFit, EngineError> {
    let patience = Patience::here();
    let (mut centroids, mut trace) = (start, Vec::new());
    let mut iterations = 0;
    let mut note = |centroids: &Array2<f64>, inertia: f64| {
        if options.trace {
            trace.push(KMeansStep { centroids: centroids.clone(), inertia });
        }
    };
    let (inertia, converged) = loop {
        patience.check()?;
        let mut clusters = assigned.assign(&centroids);
        iterations += 1;
        if !clusters.inertia.is_finite() {
            return Err(mean_variance(assigned.rows()).err().unwrap_or(EngineError::Overflow { column: 0 }));
        }
        note(&centroids, clusters.inertia);
        if clusters.changed == 0 && !clusters.counts.contains(&0) {
            break (clusters.inertia, true);
        }
        assigned.refill(&centroids, &mut clusters);
        let moved = clusters.means();
        let movement: f64 = moved.iter().zip(&centroids).map(|(a, b)| (a - b) * (a - b)).sum();
        centroids = moved;
        // Not a number is a movement only where a source has failed and gives no rows.
        if movement <= tolerance || movement.is_nan() || iterations >= options.max_iter {
            // The labels are those of the last centroids.
            let inertia = assigned.assign(&centroids).inertia;
            note(&centroids, inertia);
            break (inertia, movement <= tolerance);
        }
    };
    Ok(KMeansFit { centroids, labels: Vec::new(), inertia, iterations, converged, trace })
}

/// A fit in the coordinates of the rows before `shift` was subtracted.
pub fn unshifted(mut fit: KMeansFit, shift: Vec<f64>) -> KMeansFit {
    let shift = Array1::from(shift);
    fit.centroids += &shift;
    fit.trace.iter_mut().for_each(|step| step.centroids += &shift);
    fit
}
