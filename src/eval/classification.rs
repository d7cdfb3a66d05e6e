//! Metrics of predicted class probabilities.

use super::{interval, probability, ranking};
use crate::math;
use ndarray::{Array2, ArrayView1, ArrayView2, Axis};
use serde::{Deserialize, Serialize};

/// Everything measured on one set of predictions.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ClassificationMetrics {
    /// Share of samples whose predicted class is the true one.
    pub accuracy: f64,
    /// 95 % interval of the accuracy (Wilson score, 1927).
    pub accuracy_interval: [f64; 2],
    /// Mean of `-ln p(true class)`, in nats; infinite where a true class got probability 0.
    #[serde(deserialize_with = "super::infinite::read")]
    pub log_loss: f64,
    /// Mean squared distance of the probabilities from the truth. For two classes that of the
    /// positive one alone, from 0 to 1; for more the sum over all classes, from 0 to 2 (Brier's
    /// own form, 1950). scikit-learn's `brier_score_loss` does the same.
    pub brier: f64,
    /// Area under the ROC curve; for more classes the mean of one-versus-rest weighted
    /// equally. `None` if a class is missing.
    pub roc_auc: Option<f64>,
    /// Rows are true classes, columns predicted ones.
    pub confusion_matrix: Vec<Vec<usize>>,
    /// Precision and recall of each class, in the order of `confusion_matrix`.
    pub report: Vec<ClassReport>,
    /// Their plain means: every class counts as much, however few its samples.
    #[serde(default)]
    pub macro_average: MacroAverage,
}

/// Means over the classes, as scikit-learn's `macro avg`.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct MacroAverage {
    /// The mean of the precisions.
    pub precision: f64,
    /// Of the recalls: the balanced accuracy.
    pub recall: f64,
    /// The mean of the F1 values, not the F1 of the two means above.
    pub f1: f64,
}

impl MacroAverage {
    fn of(report: &[ClassReport]) -> Self {
        let mean = |of: fn(&ClassReport) -> f64| report.iter().map(of).sum::<f64>() / report.len() as f64;
        MacroAverage { precision: mean(|r| r.precision), recall: mean(|r| r.recall), f1: mean(|r| r.f1) }
    }
}

/// Precision and recall of one class.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ClassReport {
    /// The class that is told from all others.
    pub class: String,
    /// Of those called this class, the share that are; 0 if none were called so.
    pub precision: f64,
    /// Of those of this class, the share that were called so; 0 if there are none.
    pub recall: f64,
    /// Harmonic mean of the two; 0 if both are.
    pub f1: f64,
    /// Samples of this class, as often as they were answered for.
    pub support: usize,
}

/// A probability so little below the threshold reaches it: what is exactly one half on paper comes out a
/// last digit above or below, depending on the processor; where classes are nearly separated, a millionth.
pub const ROUNDING: f64 = 1e-5;

/// The class to answer with: of two, the positive one (1) from `threshold` on, but for [`ROUNDING`];
/// of more, the likeliest.
///
/// ```
/// use melon::eval::classification::decide;
/// assert_eq!(decide(ndarray::array![0.4, 0.6].view(), 0.7), 0);
/// assert_eq!(decide(ndarray::array![0.2, 0.5, 0.3].view(), 0.7), 1);
/// let (third, sum) = (1.0 / 3.0, 0.1 + 0.2 - 0.3);
/// assert_eq!(decide(ndarray::array![0.5 + sum, 0.5 - sum].view(), 0.5), 1, "one half, on paper");
/// assert_eq!(decide(ndarray::array![1.0 - third, third].view(), 0.3334), 0);
/// ```
pub fn decide(probabilities: ArrayView1<f64>, threshold: f64) -> usize {
    match probabilities.len() {
        2 => usize::from(probabilities[1] >= threshold - ROUNDING),
        _ => math::argmax(&probabilities.to_vec()).unwrap_or(0),
    }
}

/// Measures `probabilities`, `(n_samples, n_classes)`, against the true classes.
///
/// `threshold` decides between two classes, see [`decide`]. There must be a truth for each
/// row, each below the number of classes. Without samples the means are `NaN`.
///
/// ```
/// let p = ndarray::array![[0.8, 0.2], [0.1, 0.9], [0.4, 0.6], [0.6, 0.4]];
/// let classes = ["no".to_owned(), "yes".to_owned()];
/// let metrics = melon::eval::classification::evaluate(&classes, &[0, 1, 1, 1], p.view(), 0.5);
/// assert_eq!((metrics.accuracy, metrics.confusion_matrix), (0.75, vec![vec![1, 0], vec![1, 2]]));
/// let yes = &metrics.report[1]; // both that were called so are, of three there are
/// assert_eq!((yes.precision, yes.recall, yes.support), (1.0, 2.0 / 3.0, 3));
/// ```
pub fn evaluate(
    classes: &[String],
    truth: &[usize],
    probabilities: ArrayView2<f64>,
    threshold: f64,
) -> ClassificationMetrics {
    let predicted: Vec<usize> = probabilities.rows().into_iter().map(|row| decide(row, threshold)).collect();
    let confusion = confusion_matrix(truth, &predicted, classes.len());
    let log_loss = probability::log_loss(truth, probabilities);
    let brier = probability::brier(truth, probabilities);
    of_sums(classes, &confusion, log_loss, brier, ranking::roc_auc(truth, probabilities))
}

/// The same from what was counted and averaged already.
pub fn of_sums(
    classes: &[String],
    confusion: &Array2<usize>,
    log_loss: f64,
    brier: f64,
    roc_auc: Option<f64>,
) -> ClassificationMetrics {
    let (n_right, n_samples) = (confusion.diag().sum(), confusion.sum());
    let report: Vec<ClassReport> =
        classes.iter().enumerate().map(|(class, name)| report_of(confusion, class, name)).collect();
    ClassificationMetrics {
        accuracy: n_right as f64 / n_samples as f64,
        accuracy_interval: interval::wilson(n_right, n_samples),
        log_loss,
        brier,
        roc_auc,
        macro_average: MacroAverage::of(&report),
        report,
        confusion_matrix: confusion.rows().into_iter().map(|row| row.to_vec()).collect(),
    }
}

/// The same of several tests of the same samples, `(n_samples, n_classes)` each: accuracy,
/// log-loss, Brier score and AUC are means over the tests; the confusion matrix, what is
/// computed from it and `support` count every answer of every test. The interval of the accuracy
/// knows that testing them again makes the samples no more.
pub fn evaluate_repeats(
    classes: &[String],
    truth: &[usize],
    repeats: &[Array2<f64>],
    threshold: f64,
) -> ClassificationMetrics {
    if let [only] = repeats {
        return evaluate(classes, truth, only.view(), threshold);
    }
    let views: Vec<ArrayView2<f64>> = repeats.iter().map(Array2::view).collect();
    let stacked = ndarray::concatenate(Axis(0), &views).expect("tests of the same samples have the same shape");
    let pooled = evaluate(classes, &truth.repeat(repeats.len()), stacked.view(), threshold);
    let areas: Option<Vec<f64>> = views.iter().map(|view| ranking::roc_auc(truth, *view)).collect();
    ClassificationMetrics {
        accuracy_interval: interval::wilson_of_share(pooled.accuracy, truth.len()),
        roc_auc: areas.map(|areas| areas.iter().sum::<f64>() / areas.len() as f64),
        ..pooled
    }
}

/// `(n_classes, n_classes)` counts: rows are true classes, columns predicted ones.
///
/// ```
/// let counts = melon::eval::classification::confusion_matrix(&[0, 1, 1], &[0, 0, 1], 2);
/// assert_eq!(counts, ndarray::array![[1, 0], [1, 1]]);
/// ```
pub fn confusion_matrix(truth: &[usize], predicted: &[usize], n_classes: usize) -> Array2<usize> {
    let mut counts = Array2::zeros((n_classes, n_classes));
    truth.iter().zip(predicted).for_each(|(&t, &p)| counts[[t, p]] += 1);
    counts
}

/// `precision = tp / (tp + fp)`, `recall = tp / (tp + fn)`, `f1 = 2 tp / (2 tp + fp + fn)`;
/// 0 where the divisor is (scikit-learn's `zero_division=0`).
fn report_of(confusion: &Array2<usize>, class: usize, name: &str) -> ClassReport {
    let hits = confusion[[class, class]];
    let (support, called) = (confusion.row(class).sum(), confusion.column(class).sum());
    ClassReport {
        class: name.to_owned(),
        precision: ratio(hits, called),
        recall: ratio(hits, support),
        f1: ratio(2 * hits, support + called),
        support,
    }
}

fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::array;

    #[test]
    fn the_threshold_moves_the_answer_between_two_classes_only() {
        assert_eq!(decide(array![0.5, 0.5].view(), 0.5), 1);
        assert_eq!(decide(array![0.4, 0.6].view(), 0.7), 0);
        assert_eq!(decide(array![0.2, 0.5, 0.3].view(), 0.9), 1);
    }

    #[test]
    fn a_class_never_called_has_precision_zero() {
        let classes = ["a".to_owned(), "b".to_owned()];
        let metrics = evaluate(&classes, &[0, 1, 0], array![[0.9, 0.1], [0.8, 0.2], [0.7, 0.3]].view(), 0.5);
        assert_eq!(metrics.confusion_matrix, [[2, 0], [1, 0]]);
        assert_eq!((metrics.report[1].precision, metrics.report[1].recall, metrics.report[1].f1), (0.0, 0.0, 0.0));
        assert_eq!(metrics.report[0].recall, 1.0);
        assert_eq!(metrics.report[0].support, 2);
    }
}
