//! What a pass over predictions adds up for a regression.

use super::hashed_folds::HashedFolds;
use super::moments::ColumnMoments;
use super::part::SamplePart;
use super::part_aggregate::PartAggregate;
use crate::data::Encoder;
use crate::engine::{Piece, Sums, as_numbers, total_of};
use crate::eval::regression::RegressionMetrics;

/// A line: weights and intercept.
pub(super) type LinearPredictor = (Vec<f64>, f64);

/// Sums over errors: of their squares and of their sizes.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Errors {
    pub squares: f64,
    pub sizes: f64,
}

/// Everything that is said of a regression's predictions and columns.
#[derive(Debug, Clone)]
pub(super) struct Measured {
    pub train: Errors,
    pub held_out: Errors,
    /// Of each fold; one without folds.
    targets: Vec<ColumnMoments>,
    /// `sum y²`.
    pub y_squares: f64,
    /// One a term: its cells about a shift.
    pub columns: Vec<ColumnMoments>,
}

impl Sums for Measured {
    fn absorb(&mut self, later: Self) {
        for (sum, more) in [(&mut self.train, later.train), (&mut self.held_out, later.held_out)] {
            *sum = Errors { squares: sum.squares + more.squares, sizes: sum.sizes + more.sizes };
        }
        self.targets.absorb(later.targets);
        self.y_squares += later.y_squares;
        self.columns.absorb(later.columns);
    }
}

as_numbers!(Errors { squares, sizes });
as_numbers!(Measured { train, held_out, targets, y_squares, columns });

/// What is measured, in one pass.
pub(super) struct RegressionErrors {
    /// Fitted on all samples.
    pub all: LinearPredictor,
    /// Fitted on those outside of each fold.
    pub of_folds: Vec<LinearPredictor>,
    pub folds: Option<HashedFolds>,
    /// A value near the mean of each term.
    pub shifts: Vec<f64>,
    /// One near that of the target.
    pub y_shift: f64,
}

as_numbers!(RegressionErrors { all, of_folds, folds, shifts, y_shift });

impl PartAggregate for RegressionErrors {
    const NAME: &'static str = "regression_errors";
    type State = Measured;

    fn zero(&self) -> Measured {
        Measured {
            train: Errors::default(),
            held_out: Errors::default(),
            targets: vec![ColumnMoments::about(self.y_shift); self.of_folds.len().max(1)],
            y_squares: 0.0,
            columns: self.shifts.iter().map(|&shift| ColumnMoments::about(shift)).collect(),
        }
    }

    fn add(&self, sums: &mut Measured, SamplePart { encoded: piece, .. }: &SamplePart) {
        let predicted = predictions(&self.all, piece);
        let by_fold: Vec<Vec<f64>> = self.of_folds.iter().map(|line| predictions(line, piece)).collect();
        for (row, (&y, p)) in piece.y.iter().zip(predicted).enumerate() {
            let fold = self.folds.map_or(0, |folds| folds.of(piece.first_row + row));
            sums.train.add(y - p);
            if let Some(held_out) = by_fold.get(fold) {
                sums.held_out.add(y - held_out[row]);
            }
            sums.targets[fold].add(y);
            sums.y_squares += y * y;
        }
        for (sum, column) in sums.columns.iter_mut().zip(piece.x.columns()) {
            column.iter().for_each(|&x| sum.add(x));
        }
    }
}

/// `X w + b`, term by term.
fn predictions((weights, intercept): &LinearPredictor, piece: &Piece) -> Vec<f64> {
    let mut predicted = vec![*intercept; piece.x.nrows()];
    for (weight, column) in weights.iter().zip(piece.x.columns()) {
        predicted.iter_mut().zip(column).for_each(|(p, x)| *p += weight * x);
    }
    predicted
}

impl Errors {
    fn add(&mut self, error: f64) {
        self.squares += error * error;
        self.sizes += error.abs();
    }

    /// The metrics of `n` predictions of targets with this sum of squares about their mean.
    pub fn metrics(&self, n: f64, ss_total: f64) -> RegressionMetrics {
        RegressionMetrics {
            rmse: (self.squares / n).sqrt(),
            mae: self.sizes / n,
            r2: (ss_total > 0.0).then(|| 1.0 - self.squares / ss_total),
        }
    }
}

impl Measured {
    fn total(&self) -> ColumnMoments {
        total_of(self.targets.iter().copied()).expect("one fold or more")
    }

    /// Samples.
    pub fn n(&self) -> f64 {
        self.total().n()
    }

    /// `sum (y - mean)²`; exactly 0 if all are equal.
    pub fn ss_total(&self) -> f64 {
        self.total().about_mean()
    }

    /// What always answering the mean scores: that of the other folds' samples, where there are folds.
    pub fn mean_rmse(&self, has_folds: bool) -> f64 {
        let all = self.total();
        let of_fold = |fold: &ColumnMoments| fold.about_point(all.mean_without(fold));
        let squares = if has_folds { self.targets.iter().map(of_fold).sum() } else { all.about_mean() };
        (squares / all.n()).sqrt()
    }
}

/// A value near the mean of each term, from the sketch.
pub(super) fn shifts(encoder: &Encoder, sketch: &crate::data::Dataset) -> Vec<f64> {
    let complete = (0..sketch.n_samples()).filter(|&row| sketch.features.iter().all(|column| !column.is_missing(row)));
    let rows: Vec<usize> = complete.take(2000).collect();
    let x = encoder.transform(&sketch.take(&rows).features);
    x.ok().filter(|x| x.nrows() > 0).map_or_else(
        || vec![0.0; encoder.n_terms()],
        |x| x.columns().into_iter().map(|column| column.sum() / column.len() as f64).collect(),
    )
}
