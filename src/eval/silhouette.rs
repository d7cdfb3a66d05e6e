//! How well each sample lies in its cluster, without any known classes to compare with.

use ndarray::{ArrayView1, ArrayView2};
use rayon::prelude::*;

/// Mean silhouette (Rousseeuw, 1987), in `[-1, 1]`, of rows `x` `(n_samples, n_features)`
/// in clusters `labels` (`0..k`):
///
/// `s_i = (b_i - a_i) / max(a_i, b_i)`, with `a_i` the mean distance to the other samples of
/// its cluster and `b_i` the least mean distance to those of another; 0 for a sample alone.
///
/// `None` unless there are at least two clusters with samples, and one with more than one.
/// Takes `n_samples²` distances: for a large table, give some of its rows.
///
/// ```
/// let x = ndarray::array![[0.0], [2.0], [10.0], [12.0]];
/// let mean = melon::eval::silhouette::silhouette(x.view(), &[0, 0, 1, 1], 2).unwrap();
/// // 2 from its own neighbour, 11 (the outer two) or 9 (the inner two) from the others.
/// assert!((mean - ((1.0 - 2.0 / 11.0) + (1.0 - 2.0 / 9.0)) / 2.0).abs() < 1e-12);
/// ```
pub fn silhouette(x: ArrayView2<f64>, labels: &[usize], k: usize) -> Option<f64> {
    silhouette_while(x, labels, k, || true)
}

/// The same while `goes_on` says so, which is asked before each sample: as soon as it does not, `None`.
pub fn silhouette_while(
    x: ArrayView2<f64>,
    labels: &[usize],
    k: usize,
    goes_on: impl Fn() -> bool + Sync,
) -> Option<f64> {
    let mut sizes = vec![0usize; k];
    labels.iter().for_each(|&label| sizes[label] += 1);
    let occupied = sizes.iter().filter(|&&size| size > 0).count();
    if occupied < 2 || occupied == labels.len() {
        return None;
    }
    let x = x.as_standard_layout();
    let of = |i: usize| goes_on().then(|| of_sample(x.view(), i, labels, &sizes));
    let each: Option<Vec<f64>> = (0..labels.len()).into_par_iter().map(of).collect();
    Some(each?.iter().sum::<f64>() / labels.len() as f64)
}

fn of_sample(x: ArrayView2<f64>, i: usize, labels: &[usize], sizes: &[usize]) -> f64 {
    let own = labels[i];
    if sizes[own] == 1 {
        return 0.0;
    }
    let mut totals = vec![0.0; sizes.len()];
    for (row, &label) in x.rows().into_iter().zip(labels) {
        totals[label] += distance(x.row(i), row);
    }
    let a = totals[own] / (sizes[own] - 1) as f64;
    let others = (0..sizes.len()).filter(|&c| c != own && sizes[c] > 0);
    let b = others.map(|c| totals[c] / sizes[c] as f64).fold(f64::INFINITY, f64::min);
    let larger = a.max(b);
    if larger == 0.0 { 0.0 } else { (b - a) / larger }
}

fn distance(a: ArrayView1<f64>, b: ArrayView1<f64>) -> f64 {
    a.iter().zip(b).map(|(a, b)| (a - b) * (a - b)).sum::<f64>().sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;
    use approx::assert_relative_eq;
    use ndarray::array;

    #[test]
    fn two_pairs_by_hand() {
        let x = array![[0.0], [1.0], [4.0], [5.0]];
        let inner = 1.0 - 1.0 / 3.5;
        let outer = 1.0 - 1.0 / 4.5;
        assert_relative_eq!(silhouette(x.view(), &[0, 0, 1, 1], 2).unwrap(), (inner + outer) / 2.0);
    }

    #[test]
    fn it_ends_as_soon_as_nobody_wants_it() {
        use std::sync::atomic::{AtomicUsize, Ordering};
        let x = array![[0.0], [1.0], [4.0], [5.0]];
        let n_asked = AtomicUsize::new(0);
        let goes_on = || n_asked.fetch_add(1, Ordering::SeqCst) < 2;
        assert_eq!(silhouette_while(x.view(), &[0, 0, 1, 1], 2, goes_on), None);
    }

    #[test]
    fn a_single_cluster_and_samples_alone_have_none() {
        let x = array![[0.0], [1.0]];
        assert_eq!(silhouette(x.view(), &[0, 0], 2), None);
        assert_eq!(silhouette(x.view(), &[0, 1], 2), None);
    }
}
