//! What a pass over predictions adds up for a classification.

use super::beside_shares::Losses;
use super::held_out::HashedFolds;
use crate::engine::{LogisticFit, Piece, Source, Sums, sum_pieces};
use crate::eval::classification::{self, ClassificationMetrics};
use crate::eval::{probability, ranking};
use crate::math;
use crate::model::normalized;
use ndarray::{Array1, Array2, ArrayView1, Axis, s};

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
    let blank = Predictions {
        confusion: Array2::zeros((n_classes, n_classes)),
        log_loss: 0.0,
        brier: 0.0,
        log_likelihood: 0.0,
        n_certainly_wrong: 0,
        ranked: keeps_scores.then(Default::default),
    };
    let ranges = vec![[f64::INFINITY, f64::NEG_INFINITY]; samples.n_columns()];
    let zero =
        Classified { train: blank.clone(), held_out: blank, losses: Losses::none(of_folds.len(), n_classes), ranges };
    let add = |sums: &mut Classified, piece: &Piece| {
        let scores = scores(all, piece, n_classes);
        let by_fold: Vec<Array2<f64>> = of_folds.iter().map(|fit| self::scores(fit, piece, n_classes)).collect();
        let held_out = Array2::from_shape_fn(scores.dim(), |(row, class)| {
            let fold = folds.map_or(0, |folds| folds.of(piece.first_row + row));
            by_fold.get(fold).map_or(0.0, |scores| scores[[row, class]])
        });
        sums.train.add(scores, piece.y, threshold);
        if !by_fold.is_empty() {
            let losses = sums.held_out.add(held_out, piece.y, threshold);
            for (row, (loss, &class)) in losses.into_iter().zip(piece.y).enumerate() {
                let fold = folds.map_or(0, |folds| folds.of(piece.first_row + row));
                sums.losses.add(fold, class as usize, loss);
            }
        }
        for (range, column) in sums.ranges.iter_mut().zip(piece.x.columns()) {
            column.iter().for_each(|&x| *range = [range[0].min(x), range[1].max(x)]);
        }
    };
    sum_pieces(samples, || zero.clone(), add)
}

/// `(n_rows, n_classes)`: the log-scores; 0 for a class that is only the others' measure.
fn scores(fit: &LogisticFit, piece: &Piece, n_classes: usize) -> Array2<f64> {
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

impl Predictions {
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
