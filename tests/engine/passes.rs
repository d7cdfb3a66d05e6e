//! Rows that come in passes give the very digits that the same rows give in memory.

use super::synthetic::{labels, matrix, targets};
use melon::engine::{
    Engine, Init, KMeansOptions, LinearOptions, LogisticOptions, Native, Piece, RowSource, Visitor, lanes, together,
};
use ndarray::{Array2, s};
use std::sync::atomic::{AtomicUsize, Ordering};

/// A matrix that is handed out in pieces of odd sizes.
struct Pieces {
    x: Array2<f64>,
    y: Vec<f64>,
    n_rows: usize,
    n_passes: AtomicUsize,
}

impl Pieces {
    fn new(x: Array2<f64>, y: Vec<f64>, n_rows: usize) -> Self {
        Pieces { x, y, n_rows, n_passes: AtomicUsize::new(0) }
    }
}

impl RowSource for Pieces {
    fn n_samples(&self) -> usize {
        self.x.nrows()
    }

    fn n_columns(&self) -> usize {
        self.x.ncols()
    }

    fn n_lanes(&self) -> usize {
        lanes(self.x.nrows()).len()
    }

    fn pass(&self, visitor: &dyn Visitor) {
        self.n_passes.fetch_add(1, Ordering::Relaxed);
        for (lane, rows) in lanes(self.x.nrows()).into_iter().enumerate() {
            for first_row in rows.clone().step_by(self.n_rows) {
                let part = first_row..(first_row + self.n_rows).min(rows.end);
                let y = if self.y.is_empty() { &[][..] } else { &self.y[part.clone()] };
                visitor.see(lane, Piece { first_row, x: self.x.slice(s![part, ..]), y });
            }
            visitor.end(lane);
        }
    }
}

/// Rows of one block, of a few, and of more lanes than there are.
const SIZES: [usize; 4] = [7, 256, 1000, 20_011];

#[test]
fn least_squares_has_the_same_digits_from_pieces_of_any_size() {
    for n in SIZES {
        let x = matrix(n, 3, 5);
        let y = targets(&x);
        for l2 in [0.0, 2.0] {
            let options = LinearOptions { l2 };
            let expected = Native.linear(x.view(), &y, &options).unwrap();
            for n_rows in [1, 100, 5000] {
                let pieces = Pieces::new(x.clone(), y.clone(), n_rows);
                assert_eq!(Native.linear_in_passes(&pieces, &options).unwrap(), expected, "{n} rows by {n_rows}");
            }
        }
    }
}

#[test]
fn a_column_that_repeats_another_is_left_out_in_passes_too() {
    let mut x = matrix(1000, 3, 5);
    let first = x.column(0).to_owned();
    x.column_mut(2).assign(&(first * 2.0));
    let y = targets(&x);
    let expected = Native.linear(x.view(), &y, &LinearOptions::default()).unwrap();
    assert_eq!(expected.dropped, [2]);
    assert_eq!(Native.linear_in_passes(&Pieces::new(x, y, 77), &LinearOptions::default()).unwrap(), expected);
}

#[test]
fn logistic_regression_has_the_same_digits() {
    for (n, n_classes) in [(1000, 2), (1000, 3), (20_011, 2)] {
        let x = matrix(n, 3, 5);
        let classes = labels(&x, n_classes);
        let y: Vec<f64> = classes.iter().map(|&class| class as f64).collect();
        for l2 in [0.0, 1.0] {
            let options = LogisticOptions { l2, ..Default::default() };
            let expected = Native.logistic(x.view(), &classes, n_classes, &options).unwrap();
            let pieces = Pieces::new(x.clone(), y.clone(), 99);
            assert_eq!(Native.logistic_in_passes(&pieces, n_classes, &options).unwrap(), expected, "{n} {n_classes}");
        }
    }
}

#[test]
fn k_means_from_the_same_start_has_the_same_digits() {
    let x = matrix(3000, 2, 5);
    let chosen = KMeansOptions { init: Init::Rows(vec![9, 2, 700]), trace: true, ..KMeansOptions::new(3) };
    let expected = Native.kmeans(x.view(), &chosen).unwrap();
    let (fit, nearest) = Native.kmeans_in_passes(&Pieces::new(x.clone(), Vec::new(), 99), &chosen).unwrap();
    assert_eq!(
        (&fit.centroids, fit.inertia, fit.iterations),
        (&expected.centroids, expected.inertia, expected.iterations)
    );
    assert_eq!(fit.trace, expected.trace);
    assert_eq!(nearest.clusters(x.view()), expected.labels);
}

#[test]
fn a_cluster_that_loses_all_rows_gets_the_farthest_in_passes_too() {
    // From these starts the second cluster is left without a row.
    let x = ndarray::array![[0.0], [0.1], [0.2], [10.0], [30.0], [30.1]];
    let start = ndarray::array![[0.1], [-100.0], [20.0]];
    let options = KMeansOptions { init: Init::Points(start), tol: 0.0, ..KMeansOptions::new(3) };
    let expected = Native.kmeans(x.view(), &options).unwrap();
    let (fit, _) = Native.kmeans_in_passes(&Pieces::new(x, Vec::new(), 2), &options).unwrap();
    assert_eq!((fit.centroids, fit.inertia), (expected.centroids, expected.inertia));
}

#[test]
fn fits_on_parts_of_the_rows_share_passes_and_are_those_of_the_parts() {
    let x = matrix(1000, 3, 5);
    let y = targets(&x);
    let pieces = Pieces::new(x.clone(), y.clone(), 99);
    let options = LinearOptions::default();
    let is_in = |part: usize, row: usize| part == 0 || row % 3 != part - 1;
    let lanes = lanes(x.nrows());
    let fit = |_: usize, source: &dyn RowSource| Native.linear_in_passes(source, &options).unwrap();
    let fits = together(&pieces, &lanes, 4, &is_in, &fit);
    let alone = Pieces::new(x.clone(), y.clone(), 99);
    assert_eq!(fits[0], Native.linear_in_passes(&alone, &options).unwrap());
    assert_eq!(pieces.n_passes.into_inner(), alone.n_passes.into_inner(), "no pass more than one fit takes");
    for (part, fit) in fits.iter().enumerate().skip(1) {
        let rows: Vec<usize> = (0..x.nrows()).filter(|&row| is_in(part, row)).collect();
        let (x, y) = (x.select(ndarray::Axis(0), &rows), rows.iter().map(|&row| y[row]).collect::<Vec<_>>());
        let expected = Native.linear(x.view(), &y, &options).unwrap();
        let largest = (&fit.coefficients - &expected.coefficients).mapv(f64::abs).fold(0.0, |a: f64, b| a.max(*b));
        assert!(largest < 1e-13, "part {part}: {largest}");
    }
}
