//! k-means on a matrix: from which starts Lloyd's algorithm runs, and which run is kept.

use super::centre::Centre;
use super::initial_centroids::initial_centroids;
use super::lloyd::{lloyd, unshifted};
use super::remembered::Remembered;
use super::single_moves::single_moves;
use super::variance::mean_variance;
use crate::engine::blocks::{CellStorage, Rows, Targets};
use crate::engine::{EngineError, Init, KMeansFit, KMeansOptions, check};
use crate::rng;
use ndarray::{Array1, Array2, ArrayView2};

/// Rows of a sample on which the start is looked for.
pub const STARTING_ROWS: usize = 1 << 15;
/// Times as many rows that a table has at least for that.
const SHARE: usize = 4;

/// Runs Lloyd's algorithm from each start and keeps the run with the least inertia, the
/// first one on a tie.
///
/// All arithmetic is done about a shift that cells are subtracted from exactly, so that
/// ties stay ties and columns far from 0 keep their digits.
pub fn fit(x: ArrayView2<f64>, options: &KMeansOptions) -> Result<KMeansFit, EngineError> {
    let centre = Centre::of(x);
    let columns: Vec<usize> = (0..x.ncols()).collect();
    let rows = Rows {
        cells: CellStorage::Matrix(x.reborrow()),
        targets: Targets::None,
        columns: &columns,
        shift: &centre.shift,
    };
    let tolerance = if options.tol > 0.0 { options.tol * mean_variance(rows)? } else { 0.0 };
    let best = match sampled_start(rows, options)? {
        Some(start) => run(rows, start, options, tolerance)?,
        None => best_run(rows, options, tolerance)?,
    };
    Ok(unshifted(best, centre.shift))
}

/// One run from `start`, with the labels that it ends with.
fn run(rows: Rows, start: Array2<f64>, options: &KMeansOptions, tolerance: f64) -> Result<KMeansFit, EngineError> {
    let mut remembered = Remembered::new(rows);
    let fit = lloyd(&mut remembered, start, options, tolerance)?;
    Ok(KMeansFit { labels: remembered.labels, ..fit })
}

/// Where the number of runs is ours to choose, the best one is followed to its end: the
/// tolerance may stop a run a few rows before nothing changes any more. Then single rows are moved as
/// long as that helps.
fn best_run(rows: Rows, options: &KMeansOptions, tolerance: f64) -> Result<KMeansFit, EngineError> {
    let mut best: Option<(usize, KMeansFit)> = None;
    for number in 0..options.runs(rows.n_samples(), rows.columns.len()) {
        let start = initial_centroids(rows, options, number)?;
        let fit = run(rows, start, options, tolerance)?;
        if best.as_ref().is_none_or(|(_, best)| fit.inertia < best.inertia) {
            best = Some((number, fit));
        }
    }
    let (number, fit) = best.expect("at least one run");
    if options.n_init.is_some() || options.init.is_chosen() {
        return Ok(fit);
    }
    let mut fit = run(rows, initial_centroids(rows, options, number)?, options, 0.0)?;
    while let Some(centroids) = single_moves(rows, &fit.centroids, &fit.labels)? {
        let further = run(rows, centroids, options, 0.0)?;
        if further.inertia >= fit.inertia {
            break;
        }
        let iterations = fit.iterations + further.iterations;
        let trace = fit.trace.into_iter().chain(further.trace).collect();
        fit = KMeansFit { iterations, trace, ..further };
    }
    Ok(fit)
}

/// For a very large table: the centroids of the best of many runs on some of its rows, drawn at
/// random. They lie so near to those of all rows that one run over these, which takes most of
/// the time, is enough. `None` where the number of runs was asked for or the table is not large.
fn sampled_start(rows: Rows, options: &KMeansOptions) -> Result<Option<Array2<f64>>, EngineError> {
    let drawn = !options.init.is_chosen() && options.n_init.is_none();
    if !drawn || rows.n_samples() < SHARE * STARTING_ROWS {
        return Ok(None);
    }
    on_rows(rows, &drawn_rows(rows, options), options)
}

/// The numbers of a sample's rows, which rise.
fn drawn_rows(rows: Rows, options: &KMeansOptions) -> Vec<usize> {
    rng::sample(&mut options.seed.stream("kmeans/sample"), rows.n_samples(), STARTING_ROWS)
}

/// The centroids of the best run on these rows; `None` if fewer of them differ than there are clusters.
fn on_rows(rows: Rows, picked: &[usize], options: &KMeansOptions) -> Result<Option<Array2<f64>>, EngineError> {
    let mut x = rows.pick(picked).x;
    x.columns_mut().into_iter().zip(rows.shift).for_each(|(mut column, shift)| column -= *shift);
    if check::distinct_rows(x.view(), options.k) < options.k {
        return Ok(None);
    }
    let (columns, shift) = ((0..x.ncols()).collect::<Vec<_>>(), vec![0.0; x.ncols()]);
    let sample =
        Rows { cells: CellStorage::Matrix(x.view()), targets: Targets::None, columns: &columns, shift: &shift };
    let tolerance = if options.tol > 0.0 { options.tol * mean_variance(sample)? } else { 0.0 };
    let options = KMeansOptions { trace: false, ..options.clone() };
    Ok(Some(best_run(sample, &options, tolerance)?.centroids))
}

/// Where a table that comes in passes is started from: given points; or the centroids of the best run on a
/// sample of the rows, drawn as of a large table in memory; or on all of them, if they are no more than that.
pub fn start_on_sample(rows: Rows, options: &KMeansOptions) -> Result<Array2<f64>, EngineError> {
    match &options.init {
        Init::Points(points) => return Ok(points - &Array1::from(rows.shift.to_vec())),
        Init::Rows(chosen) => {
            // A pass picks rows as they come; the caller's order is the clusters'.
            let mut rising = chosen.clone();
            rising.sort_unstable();
            let picked = rows.pick(&rising).x;
            let place = |row: &usize| rising.binary_search(row).expect("sorted from these");
            let start = picked.select(ndarray::Axis(0), &chosen.iter().map(place).collect::<Vec<_>>());
            return Ok(start - &Array1::from(rows.shift.to_vec()));
        }
        Init::PlusPlus | Init::Random => {}
    }
    let n_samples = rows.n_samples();
    let picked = if n_samples <= STARTING_ROWS { (0..n_samples).collect() } else { drawn_rows(rows, options) };
    on_rows(rows, &picked, options)?.ok_or(EngineError::TooManyClusters { k: options.k, distinct: options.k - 1 })
}

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::array;

    #[test]
    fn points_start_where_they_lie() {
        let x = array![[1000.0], [1001.0], [1009.0], [1010.0]];
        let from = |init| fit(x.view(), &KMeansOptions { init, trace: true, ..KMeansOptions::new(2) }).unwrap();
        assert_eq!(from(Init::Points(array![[1000.0], [1001.0]])), from(Init::Rows(vec![0, 1])));
        let elsewhere = from(Init::Points(array![[1000.5], [1009.5]]));
        assert_eq!((&elsewhere.trace[0].centroids, elsewhere.labels), (&array![[1000.5], [1009.5]], vec![0, 0, 1, 1]));
    }
}
