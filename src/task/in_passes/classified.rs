//! What a pass over predictions adds up for a classification.

use super::beside_shares::Losses;
use super::held_out::HashedFolds;
use super::tally::{Tally, tally};
use crate::engine::{LogisticFit, Numbers, Piece, Source, Sums};
use crate::eval::classification::{self, ClassificationMetrics};
use crate::eval::{probability, ranking};
use crate::math;
use crate::model::normalized;
use ndarray::{Array1, Array2, ArrayView1, Axis, s};
use serde::{Deserialize, Serialize};

/// Sums over predictions of one kind: of samples that were learned from, or of those held out.
#[derive(Debug, Clone)]
pub(super) struct Predictions {
    /// Rows are true classes, columns predicted ones.
    confusion: Array2<usize>,
    log_loss: f64,
    brier: f64,
    /// `sum ln p(true class)`, from the scores.
    pub log_likelihood: f64,
    /// Answers that ruled out the true class.
    pub n_certainly_wrong: usize,
    /// What ranks each sample for each class that is ranked, if that may be kept.
    ranked: Option<(Vec<f64>, Vec<u32>)>,
}

/// Everything that is said of a classifier's predictions and columns.
#[derive(Debug, Clone)]
pub(super) struct Classified {
    pub train: Predictions,
    pub held_out: Predictions,
    /// Of the held-out ones.
    pub losses: Losses,
    /// Of each term, the least and the largest cell.
    ranges: Vec<[f64; 2]>,
}

impl Classified {
    /// Whether all cells of a term are the same.
    pub fn is_constant(&self, term: usize) -> bool {
        self.ranges[term][0] == self.ranges[term][1]
    }
}

impl Sums for Predictions {
    fn absorb(&mut self, later: Self) {
        self.confusion += &later.confusion;
        self.log_loss += later.log_loss;
        self.brier += later.brier;
        self.log_likelihood += later.log_likelihood;
        self.n_certainly_wrong += later.n_certainly_wrong;
        if let (Some((scores, truth)), Some((more, too))) = (&mut self.ranked, later.ranked) {
            scores.extend(more);
            truth.extend(too);
        }
    }
}

impl Sums for Classified {
    fn absorb(&mut self, later: Self) {
        self.train.absorb(later.train);
        self.held_out.absorb(later.held_out);
        self.losses.absorb(later.losses);
        for (own, [low, high]) in self.ranges.iter_mut().zip(later.ranges) {
            *own = [own[0].min(low), own[1].max(high)];
        }
    }
}

/// One pass: `all` was fitted on all samples, `of_folds` on those outside of each fold.
pub(super) fn measure(
    samples: &dyn Source,
    (all, of_folds): (&LogisticFit, &[LogisticFit]),
    folds: Option<HashedFolds>,
    n_classes: usize,
    threshold: f64,
    keeps_scores: bool,
) -> Classified {
    let question = Classify {
        n_terms: samples.n_columns(),
        all: Scorer::of(all),
        of_folds: of_folds.iter().map(Scorer::of).collect(),
        folds,
        n_classes,
        threshold,
        keeps_scores,
    };
    tally(samples, &question)
}

/// What scores a sample.
#[derive(Debug, Serialize, Deserialize)]
struct Scorer {
    coefficients: Array2<f64>,
    intercepts: Array1<f64>,
}

impl Scorer {
    fn of(fit: &LogisticFit) -> Self {
        Scorer { coefficients: fit.coefficients.clone(), intercepts: fit.intercepts.clone() }
    }
}

/// The question.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Classify {
    n_terms: usize,
    all: Scorer,
    of_folds: Vec<Scorer>,
    folds: Option<HashedFolds>,
    n_classes: usize,
    threshold: f64,
    keeps_scores: bool,
}

impl Tally for Classify {
    const NAME: &'static str = "classified";
    type Sums = Classified;

    fn zero(&self) -> Classified {
        let blank = Predictions {
            confusion: Array2::zeros((self.n_classes, self.n_classes)),
            log_loss: 0.0,
            brier: 0.0,
            log_likelihood: 0.0,
            n_certainly_wrong: 0,
            ranked: self.keeps_scores.then(Default::default),
        };
        let ranges = vec![[f64::INFINITY, f64::NEG_INFINITY]; self.n_terms];
        let losses = Losses::none(self.of_folds.len(), self.n_classes);
        Classified { train: blank.clone(), held_out: blank, losses, ranges }
    }

    fn add(&self, sums: &mut Classified, piece: &Piece) {
        let (n_classes, threshold) = (self.n_classes, self.threshold);
        let scores = scores(&self.all, piece, n_classes);
        let by_fold: Vec<Array2<f64>> = self.of_folds.iter().map(|fit| self::scores(fit, piece, n_classes)).collect();
        let fold = |row: usize| self.folds.map_or(0, |folds| folds.of(piece.first_row + row));
        let held_out = Array2::from_shape_fn(scores.dim(), |(row, class)| {
            by_fold.get(fold(row)).map_or(0.0, |scores| scores[[row, class]])
        });
        sums.train.add(scores, piece.y, threshold);
        if !by_fold.is_empty() {
            let losses = sums.held_out.add(held_out, piece.y, threshold);
            for (row, (loss, &class)) in losses.into_iter().zip(piece.y).enumerate() {
                sums.losses.add(fold(row), class as usize, loss);
            }
        }
        for (range, column) in sums.ranges.iter_mut().zip(piece.x.columns()) {
            column.iter().for_each(|&x| *range = [range[0].min(x), range[1].max(x)]);
        }
    }
}

impl Numbers for Classified {
    fn into_numbers(self) -> Vec<f64> {
        let mut numbers = Vec::new();
        self.train.put(&mut numbers);
        self.held_out.put(&mut numbers);
        numbers.extend(self.losses.into_numbers());
        numbers.extend(self.ranges.into_iter().flatten());
        numbers
    }

    fn of_numbers(mut zero: Self, numbers: &[f64]) -> Self {
        let mut rest = numbers;
        zero.train.take(&mut rest);
        zero.held_out.take(&mut rest);
        let n_losses = zero.losses.n_numbers().min(rest.len());
        let (losses, ranges) = rest.split_at(n_losses);
        zero.losses = Losses::of_numbers(zero.losses, losses);
        zero.ranges.iter_mut().flatten().zip(ranges).for_each(|(cell, v)| *cell = *v);
        zero
    }
}

/// `(n_rows, n_classes)`: the log-scores; 0 for a class that is only the others' measure.
fn scores(fit: &Scorer, piece: &Piece, n_classes: usize) -> Array2<f64> {
    let mut scores = Array2::zeros((piece.x.nrows(), n_classes));
    let offset = n_classes - fit.intercepts.len();
    for (output, weights) in fit.coefficients.rows().into_iter().enumerate() {
        let mut column = Array1::from_elem(piece.x.nrows(), fit.intercepts[output]);
        for (&weight, x) in weights.iter().zip(piece.x.columns()) {
            column.scaled_add(weight, &x);
        }
        scores.column_mut(offset + output).assign(&column);
    }
    scores
}

/// The first `n` of the numbers that are left; fewer where there are no more.
fn taken<'a>(rest: &mut &'a [f64], n: usize) -> &'a [f64] {
    let (taken, left) = rest.split_at(n.min(rest.len()));
    *rest = left;
    taken
}

impl Predictions {
    /// As numbers, and behind them how many are ranked.
    fn put(self, numbers: &mut Vec<f64>) {
        numbers.extend(self.confusion.iter().map(|&n| n as f64));
        numbers.extend([self.log_loss, self.brier, self.log_likelihood, self.n_certainly_wrong as f64]);
        let (scores, truth) = self.ranked.unwrap_or_default();
        numbers.extend([scores.len() as f64, truth.len() as f64]);
        numbers.extend(scores);
        numbers.extend(truth.into_iter().map(f64::from));
    }

    fn take(&mut self, rest: &mut &[f64]) {
        let n = self.confusion.len();
        self.confusion.iter_mut().zip(taken(rest, n)).for_each(|(cell, v)| *cell = *v as usize);
        let &[log_loss, brier, log_likelihood, n_certainly_wrong, n_scores, n_truths] = taken(rest, 6) else { return };
        (self.log_loss, self.brier, self.log_likelihood) = (log_loss, brier, log_likelihood);
        self.n_certainly_wrong = n_certainly_wrong as usize;
        let scores = taken(rest, n_scores as usize).to_vec();
        let truth = taken(rest, n_truths as usize).iter().map(|&class| class as u32).collect();
        self.ranked = self.ranked.is_some().then_some((scores, truth));
    }

    /// The log-loss of each.
    fn add(&mut self, scores: Array2<f64>, y: &[f64], threshold: f64) -> Vec<f64> {
        let truth: Vec<usize> = y.iter().map(|&class| class as usize).collect();
        for (row, &class) in scores.rows().into_iter().zip(&truth) {
            self.log_likelihood += row[class] - math::log_sum_exp(&row.to_vec());
        }
        let probabilities = normalized(scores);
        let losses = probability::log_losses(&truth, probabilities.view());
        self.log_loss += losses.iter().sum::<f64>();
        self.brier += probability::briers(&truth, probabilities.view()).iter().sum::<f64>();
        for (row, &class) in probabilities.rows().into_iter().zip(&truth) {
            self.confusion[[class, classification::decide(row, threshold)]] += 1;
            self.n_certainly_wrong += usize::from(row[class] <= 0.0);
        }
        if let Some((ranked, classes)) = &mut self.ranked {
            let first = if probabilities.ncols() == 2 { 1 } else { 0 };
            ranked.extend(probabilities.slice(s![.., first..]).iter());
            classes.extend(truth.iter().map(|&class| class as u32));
        }
        losses
    }

    /// The metrics. Without the scores there is no area under a curve.
    pub fn metrics(self, classes: &[String]) -> ClassificationMetrics {
        let n = self.confusion.sum() as f64;
        let roc_auc = self.ranked.and_then(|(scores, truth)| area(&scores, &truth, classes.len()));
        classification::of_sums(classes, &self.confusion, self.log_loss / n, self.brier / n, roc_auc)
    }

    /// How many samples each class has.
    pub fn counts(&self) -> Vec<usize> {
        self.confusion.sum_axis(Axis(1)).to_vec()
    }
}

/// The area under the curve of the ranked classes' scores, one row a sample.
fn area(scores: &[f64], truth: &[u32], n_classes: usize) -> Option<f64> {
    let first = if n_classes == 2 { 1 } else { 0 };
    let n_ranked = n_classes - first;
    let of = |class: usize| {
        let positive: Vec<bool> = truth.iter().map(|&true_class| true_class as usize == class + first).collect();
        let own = ArrayView1::from(scores).slice_move(s![class..;n_ranked]).to_vec();
        ranking::auc(&positive, &own)
    };
    (0..n_ranked).map(of).sum::<Option<f64>>().map(|total| total / n_ranked as f64)
}

/// Bytes that it takes to keep and rank the scores of so many samples, learned from and held out.
pub(super) fn ranking_bytes(n_samples: usize, n_classes: usize) -> u64 {
    let n_ranked = if n_classes == 2 { 1 } else { n_classes };
    n_samples as u64 * (2 * (8 * n_ranked as u64 + 4) + 17)
}
