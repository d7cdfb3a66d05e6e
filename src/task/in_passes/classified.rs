//! What a pass over predictions adds up for a classification.

use super::beside_shares::Losses;
use super::hashed_folds::HashedFolds;
use super::moments::ColumnMoments;
use super::part::SamplePart;
use super::part_aggregate::PartAggregate;
use super::samples::Samples;
use super::seen::shift;
use crate::data::read::passes::Cells;
use crate::data::{Column, Dataset};
use crate::engine::{AsNumbers, Piece, RowSource, Sums, as_numbers};
use crate::eval::classification::{self, ClassificationMetrics};
use crate::eval::{probability, ranking};
use crate::math;
use crate::model::normalized;
use crate::task::classify::Spread;
use ndarray::{Array2, ArrayView1, Axis, s};

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
    /// Of each numeric feature, its cells, and whether all of them are whole numbers.
    numbers: Vec<Option<(ColumnMoments, bool)>>,
}

impl Classified {
    /// Whether all cells of a term are the same.
    pub fn is_constant(&self, term: usize) -> bool {
        self.ranges[term][0] == self.ranges[term][1]
    }

    /// The standard deviation of a numeric feature, and whether all its cells are whole numbers.
    pub fn spread(&self, feature: usize) -> Option<Spread> {
        self.numbers[feature].map(|(moments, is_whole)| Spread { deviation: moments.deviation(), is_whole })
    }
}

/// How predictions are measured.
#[derive(Clone, Copy)]
pub(super) struct Measuring {
    pub folds: Option<HashedFolds>,
    pub n_classes: usize,
    /// The probability from which the positive class is predicted.
    pub threshold: f64,
    /// Whether all predictions are kept to be ranked.
    pub keeps_scores: bool,
}

as_numbers!(Measuring { folds, n_classes, threshold, keeps_scores });

/// A fitted model that tells log-scores, wherever the samples lie.
pub(super) trait Scores: AsNumbers + Clone + Send + Sync {
    /// By which what is measured of them is known where the samples lie.
    const MEASURED: &'static str;

    /// `(n_samples, n_classes)`, each but for a constant in its row.
    fn scores(&self, part: &SamplePart) -> Array2<f64>;
}

as_numbers!(Predictions { confusion, log_loss, brier, log_likelihood, n_certainly_wrong, ranked });
as_numbers!(Classified { train, held_out, losses, ranges, numbers });

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
        for (own, later) in self.numbers.iter_mut().zip(later.numbers) {
            if let (Some((moments, is_whole)), Some((more, too))) = (own, later) {
                moments.absorb(more);
                *is_whole &= too;
            }
        }
    }
}

/// One pass: `all` was fitted on all samples, `of_folds` on those outside of each fold.
pub(super) fn measure<S: Scores>(
    samples: &Samples,
    sketch: &Dataset,
    (all, of_folds): (S, Vec<S>),
    with: Measuring,
) -> Classified {
    let shift = |column: &Column| column.is_numeric().then(|| shift(column));
    let (n_terms, shifts) = (samples.n_columns(), sketch.features.iter().map(shift).collect());
    samples.aggregate(&Measure { all, of_folds, with, n_terms, shifts })
}

/// The measurement as an aggregate: the models, and what is wanted of them.
pub(super) struct Measure<S> {
    all: S,
    of_folds: Vec<S>,
    with: Measuring,
    n_terms: usize,
    /// Of each numeric feature, a value near its mean.
    shifts: Vec<Option<f64>>,
}

impl<S: AsNumbers> AsNumbers for Measure<S> {
    fn put(&self, numbers: &mut Vec<f64>) {
        self.all.put(numbers);
        self.of_folds.put(numbers);
        self.with.put(numbers);
        self.n_terms.put(numbers);
        self.shifts.put(numbers);
    }

    fn take(numbers: &mut std::slice::Iter<f64>) -> Option<Self> {
        let (all, of_folds, with) = (S::take(numbers)?, Vec::take(numbers)?, Measuring::take(numbers)?);
        Some(Measure { all, of_folds, with, n_terms: usize::take(numbers)?, shifts: Vec::take(numbers)? })
    }
}

impl<S: Scores> PartAggregate for Measure<S> {
    const NAME: &'static str = S::MEASURED;
    type State = Classified;

    fn zero(&self) -> Classified {
        let n_classes = self.with.n_classes;
        let blank = Predictions {
            confusion: Array2::zeros((n_classes, n_classes)),
            log_loss: 0.0,
            brier: 0.0,
            log_likelihood: 0.0,
            n_certainly_wrong: 0,
            ranked: self.with.keeps_scores.then(Default::default),
        };
        let numbers = |shift: &Option<f64>| shift.map(|shift| (ColumnMoments::about(shift), true));
        Classified {
            train: blank.clone(),
            held_out: blank,
            losses: Losses::none(self.of_folds.len(), n_classes),
            ranges: vec![[f64::INFINITY, f64::NEG_INFINITY]; self.n_terms],
            numbers: self.shifts.iter().map(numbers).collect(),
        }
    }

    fn add(&self, sums: &mut Classified, part: &SamplePart) {
        let Piece { first_row, x, y } = part.encoded;
        let Measuring { folds, n_classes, threshold, .. } = self.with;
        sums.train.add(self.all.scores(part), y, threshold);
        if let Some(folds) = folds {
            let by_fold: Vec<Array2<f64>> = self.of_folds.iter().map(|fit| fit.scores(part)).collect();
            let own: Vec<usize> = (first_row..first_row + y.len()).map(|sample| folds.of(sample)).collect();
            let of_own = |(row, class): (usize, usize)| by_fold[own[row]][[row, class]];
            let losses = sums.held_out.add(Array2::from_shape_fn((y.len(), n_classes), of_own), y, threshold);
            for ((&fold, loss), &class) in own.iter().zip(losses).zip(y) {
                sums.losses.add(fold, class as usize, loss);
            }
        }
        for (range, column) in sums.ranges.iter_mut().zip(x.columns()) {
            column.iter().for_each(|&x| *range = [range[0].min(x), range[1].max(x)]);
        }
        for (numbers, cells) in sums.numbers.iter_mut().zip(part.cells) {
            let (Some((moments, is_whole)), Cells::Numbers(cells)) = (numbers, cells) else { continue };
            for &cell in &cells[part.rows.clone()] {
                moments.add(cell);
                *is_whole &= cell.is_nan() || cell.fract() == 0.0;
            }
        }
    }
}

impl Predictions {
    /// The log-loss of each.
    fn add(&mut self, scores: Array2<f64>, y: &[f64], threshold: f64) -> Vec<f64> {
        let truth: Vec<usize> = y.iter().map(|&class| class as usize).collect();
        for (row, &class) in scores.rows().into_iter().zip(&truth) {
            self.log_likelihood += row[class] - math::log_sum_exp(&row.to_vec());
        }
        let probabilities = normalized(scores);
        let losses = probability::log_losses(&truth, probabilities.view());
        // One by one: it must not matter where a part ends.
        losses.iter().for_each(|loss| self.log_loss += loss);
        probability::briers(&truth, probabilities.view()).iter().for_each(|brier| self.brier += brier);
        for (row, &class) in probabilities.rows().into_iter().zip(&truth) {
            self.confusion[[class, classification::decide(row, threshold)]] += 1;
            self.n_certainly_wrong += usize::from(row[class] <= 0.0);
        }
        if let Some((ranked, classes)) = &mut self.ranked {
            ranked.extend(probabilities.slice(s![.., ranked_from(probabilities.ncols())..]).iter());
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

/// The first class that samples are ranked for: of two, the positive one says all.
fn ranked_from(n_classes: usize) -> usize {
    usize::from(n_classes == 2)
}

/// The area under the curve of the ranked classes' scores, one row a sample.
fn area(scores: &[f64], truth: &[u32], n_classes: usize) -> Option<f64> {
    let first = ranked_from(n_classes);
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
    let n_ranked = n_classes - ranked_from(n_classes);
    n_samples as u64 * (2 * (8 * n_ranked as u64 + 4) + 17)
}
