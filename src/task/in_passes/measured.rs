//! What a pass over predictions adds up for a regression.

use super::held_out::HashedFolds;
use super::tally::{Tally, tally};
use crate::data::Encoder;
use crate::engine::{Numbers, Piece, Source, Sums};
use crate::eval::regression::RegressionMetrics;
use serde::{Deserialize, Serialize};

/// A line: weights and intercept.
pub(super) type Line = (Vec<f64>, f64);

/// Sums of errors.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Errors {
    pub squares: f64,
    pub sizes: f64,
}

/// The targets of a fold about a shift.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Targets {
    pub n: f64,
    pub sum: f64,
    pub squares: f64,
}

/// Everything that is said of a regression's predictions and columns.
#[derive(Debug, Clone)]
pub(super) struct Measured {
    pub train: Errors,
    pub held_out: Errors,
    /// One a fold; one without folds.
    pub targets: Vec<Targets>,
    /// `sum y²`.
    pub y_squares: f64,
    /// Whether all targets are equal.
    pub first: Option<f64>,
    pub is_constant: bool,
    /// One a term: its cells about a shift.
    pub columns: Vec<ColumnSums>,
}

/// Cells of one term.
#[derive(Debug, Clone, Copy)]
pub(super) struct ColumnSums {
    shift: f64,
    n: f64,
    sum: f64,
    squares: f64,
    low: f64,
    high: f64,
}

impl ColumnSums {
    /// `sum (x - mean)²`.
    pub fn about_mean(&self) -> f64 {
        (self.squares - self.sum * self.sum / self.n).max(0.0)
    }

    /// Whether all cells are the same.
    pub fn is_constant(&self) -> bool {
        self.low == self.high
    }
}

impl Sums for Measured {
    fn absorb(&mut self, later: Self) {
        for (sum, more) in [(&mut self.train, later.train), (&mut self.held_out, later.held_out)] {
            *sum = Errors { squares: sum.squares + more.squares, sizes: sum.sizes + more.sizes };
        }
        for (sum, more) in self.targets.iter_mut().zip(&later.targets) {
            *sum = Targets { n: sum.n + more.n, sum: sum.sum + more.sum, squares: sum.squares + more.squares };
        }
        self.y_squares += later.y_squares;
        self.is_constant &=
            later.is_constant && (self.first == later.first || self.first.is_none() || later.first.is_none());
        self.first = self.first.or(later.first);
        for (sum, more) in self.columns.iter_mut().zip(&later.columns) {
            (sum.n, sum.sum, sum.squares) = (sum.n + more.n, sum.sum + more.sum, sum.squares + more.squares);
            (sum.low, sum.high) = (sum.low.min(more.low), sum.high.max(more.high));
        }
    }
}

/// One pass: `all` was fitted on all samples, `of_folds` on those outside of each fold. `shifts` has a value
/// near the mean of each term, `y_shift` one near that of the target.
pub(super) fn measure(
    samples: &dyn Source,
    (all, of_folds): (&Line, &[Line]),
    folds: Option<HashedFolds>,
    shifts: &[f64],
    y_shift: f64,
) -> Measured {
    let question = Measure { all: all.clone(), of_folds: of_folds.to_vec(), folds, shifts: shifts.to_vec(), y_shift };
    tally(samples, &question)
}

/// The question.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Measure {
    all: Line,
    of_folds: Vec<Line>,
    folds: Option<HashedFolds>,
    shifts: Vec<f64>,
    y_shift: f64,
}

impl Tally for Measure {
    const NAME: &'static str = "measured";
    type Sums = Measured;

    fn zero(&self) -> Measured {
        let column = |&shift: &f64| ColumnSums {
            shift,
            n: 0.0,
            sum: 0.0,
            squares: 0.0,
            low: f64::INFINITY,
            high: f64::NEG_INFINITY,
        };
        Measured {
            train: Errors::default(),
            held_out: Errors::default(),
            targets: vec![Targets::default(); self.of_folds.len().max(1)],
            y_squares: 0.0,
            first: None,
            is_constant: true,
            columns: self.shifts.iter().map(column).collect(),
        }
    }

    fn add(&self, sums: &mut Measured, piece: &Piece) {
        let predicted = predictions(&self.all, piece);
        let by_fold: Vec<Vec<f64>> = self.of_folds.iter().map(|line| predictions(line, piece)).collect();
        for (row, (&y, p)) in piece.y.iter().zip(predicted).enumerate() {
            let fold = self.folds.map_or(0, |folds| folds.of(piece.first_row + row));
            sums.train.add(y - p);
            if let Some(held_out) = by_fold.get(fold) {
                sums.held_out.add(y - held_out[row]);
            }
            let (targets, d) = (&mut sums.targets[fold], y - self.y_shift);
            *targets = Targets { n: targets.n + 1.0, sum: targets.sum + d, squares: targets.squares + d * d };
            sums.y_squares += y * y;
            sums.is_constant &= *sums.first.get_or_insert(y) == y;
        }
        for (sum, column) in sums.columns.iter_mut().zip(piece.x.columns()) {
            for &x in column {
                let d = x - sum.shift;
                (sum.n, sum.sum, sum.squares) = (sum.n + 1.0, sum.sum + d, sum.squares + d * d);
                (sum.low, sum.high) = (sum.low.min(x), sum.high.max(x));
            }
        }
    }
}

impl Numbers for Measured {
    fn into_numbers(self) -> Vec<f64> {
        let of_errors = [self.train, self.held_out].into_iter().flat_map(|errors| [errors.squares, errors.sizes]);
        let of_all = [self.y_squares, self.first.unwrap_or(f64::NAN), f64::from(u8::from(self.is_constant))];
        let of_targets = self.targets.iter().flat_map(|targets| [targets.n, targets.sum, targets.squares]);
        let of_columns = self.columns.iter().flat_map(|sums| [sums.n, sums.sum, sums.squares, sums.low, sums.high]);
        of_errors.chain(of_all).chain(of_targets).chain(of_columns).collect()
    }

    fn of_numbers(mut zero: Self, numbers: &[f64]) -> Self {
        let mut numbers = numbers.iter().copied();
        let mut next = || numbers.next().unwrap_or(0.0);
        for errors in [&mut zero.train, &mut zero.held_out] {
            *errors = Errors { squares: next(), sizes: next() };
        }
        zero.y_squares = next();
        zero.first = Some(next()).filter(|first| !first.is_nan());
        zero.is_constant = next() == 1.0;
        zero.targets.iter_mut().for_each(|of| *of = Targets { n: next(), sum: next(), squares: next() });
        for sums in &mut zero.columns {
            let shift = sums.shift;
            *sums = ColumnSums { shift, n: next(), sum: next(), squares: next(), low: next(), high: next() };
        }
        zero
    }
}

/// `X w + b`, term by term.
fn predictions((weights, intercept): &Line, piece: &Piece) -> Vec<f64> {
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
    fn total(&self) -> Targets {
        let add =
            |a: Targets, b: &Targets| Targets { n: a.n + b.n, sum: a.sum + b.sum, squares: a.squares + b.squares };
        self.targets.iter().fold(Targets::default(), add)
    }

    /// Samples.
    pub fn n(&self) -> f64 {
        self.total().n
    }

    /// `sum (y - mean)²`; exactly 0 if all are equal.
    pub fn ss_total(&self) -> f64 {
        let Targets { n, sum, squares } = self.total();
        if self.is_constant { 0.0 } else { (squares - sum * sum / n).max(0.0) }
    }

    /// What always answering the mean scores: that of the other folds' samples, where there are folds.
    pub fn mean_rmse(&self, has_folds: bool) -> f64 {
        let all = self.total();
        if !has_folds {
            return (self.ss_total() / all.n).sqrt();
        }
        let of_fold = |fold: &Targets| {
            let mean = (all.sum - fold.sum) / (all.n - fold.n);
            fold.squares - 2.0 * mean * fold.sum + fold.n * mean * mean
        };
        (self.targets.iter().map(of_fold).sum::<f64>().max(0.0) / all.n).sqrt()
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
