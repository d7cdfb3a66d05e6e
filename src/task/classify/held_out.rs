//! A classification on samples that each fit had not seen.

use super::ClassifyOptions;
use crate::data::{Dataset, Folds, Labels};
use crate::eval::classification::{self, ClassificationMetrics};
use crate::eval::{exact, interval, probability};
use crate::rng::Seed;
use crate::task::checked::{Check, Checked};
use crate::task::classifiers::{self, FitOptions, ModelName};
use crate::task::cross_validation::{self, classify_held_out, each_fold, log_losses, shares_held_out};
use crate::task::cv::{N_REPEATS, REPEATED_UP_TO};
use crate::task::finding::Finding;
use crate::task::summary::CrossValidation;
use crate::task::{Cv, Scheme, TaskError, summary};
use ndarray::{Array2, ArrayView1};

/// What a model, and a guess that does not look, said of samples that neither had seen.
pub(super) struct HeldOutBesideShares {
    pub scheme: Scheme,
    pub model: cross_validation::HeldOutProbabilities,
    /// The classes' shares, of each division `(n_samples, n_classes)`.
    pub shares: Vec<Array2<f64>>,
}

/// What there is to say of answers to samples that were held out, wherever those lie.
pub(in crate::task) struct AboutHeldOut {
    /// How much less log-loss the model has than the classes' shares, and the 95 % interval of that
    /// (paired, over the samples); `None` where there is no interval.
    pub gain: Option<(f64, [f64; 2])>,
    /// The probability of as large a gain or loss by chance, where so few samples are to be judged by an
    /// exact test.
    pub exact_p: Option<f64>,
    /// Answers that ruled out the true class.
    pub n_certainly_wrong: usize,
    /// All answers, over every division.
    pub n_tests: usize,
    /// Folds whose fit did not converge.
    pub n_unconverged: usize,
    /// Folds in which a class had no sample to learn from.
    pub n_lacking: usize,
    /// Those classes, by index.
    pub lacking: Vec<usize>,
}

/// Fits in every fold of every division.
///
/// # Errors
/// Those of the fits, with the fold in which they happened.
pub(super) fn hold_out(
    data: &Dataset,
    labels: &Labels,
    (scheme, divisions): (Scheme, Vec<Folds>),
    fit_options: &Checked<FitOptions>,
) -> Result<HeldOutBesideShares, TaskError> {
    let fit_one = |train: &Dataset, labels: &Labels| classifiers::fit(train, labels, fit_options);
    let model = classify_held_out(data, labels, &divisions, fit_one)?;
    Ok(HeldOutBesideShares { scheme, model, shares: shares_held_out(labels, &divisions) })
}

impl HeldOutBesideShares {
    /// Its figures, in the mean over the divisions and of each.
    pub(super) fn measured(&self, labels: &Labels, threshold: f64) -> CrossValidation<ClassificationMetrics> {
        let of = |repeats: &[Array2<f64>]| {
            classification::evaluate_repeats(&labels.classes, &labels.codes, repeats, threshold)
        };
        let divisions = &self.model.divisions;
        let each: Vec<ClassificationMetrics> = match divisions.len() {
            1 => Vec::new(),
            _ => divisions.chunks(1).map(of).collect(),
        };
        let figure = |name: &str, of: fn(&ClassificationMetrics) -> f64| {
            (!each.is_empty()).then(|| (name.to_owned(), each.iter().map(of).collect()))
        };
        let repeats = [figure("log_loss", |m| m.log_loss), figure("accuracy", |m| m.accuracy)];
        CrossValidation {
            scheme: self.scheme,
            metrics: of(divisions),
            repeats: repeats.into_iter().flatten().collect(),
        }
    }

    /// What there is to say of it.
    pub(super) fn about(&self, labels: &Labels) -> AboutHeldOut {
        let divisions = &self.model.divisions;
        let gains = differences(&log_losses(&labels.codes, &self.shares), &log_losses(&labels.codes, divisions));
        let n_certainly_wrong = |one: &Array2<f64>| probability::n_certainly_wrong(&labels.codes, one.view());
        AboutHeldOut {
            gain: paired(&gains, 0.05),
            exact_p: exact::randomisation(&gains),
            n_certainly_wrong: divisions.iter().map(n_certainly_wrong).sum(),
            n_tests: labels.codes.len() * self.model.divisions.len(),
            n_unconverged: self.model.n_unconverged,
            n_lacking: self.model.n_lacking,
            lacking: self.model.lacking.clone(),
        }
    }
}

/// That every answer was the most frequent class of the samples learned from there, and so was right less
/// often than always answering that of the whole table: the test's doing, not the model's. Of leave-one-out
/// [`beside_folds`] speaks.
pub(super) fn follows_the_shares(held_out: &HeldOutBesideShares, labels: &Labels, threshold: f64) -> Option<Finding> {
    // Sums of equal shares may miss one half by their last digit.
    let most_frequent = |shares: ArrayView1<f64>| classification::decide(shares, 0.5 - 1e-9);
    let answers = || {
        let divisions = held_out.model.divisions.iter().zip(&held_out.shares);
        divisions.flat_map(|(model, shares)| model.rows().into_iter().zip(shares.rows()))
    };
    let follows = answers().all(|(said, shares)| classification::decide(said, threshold) == most_frequent(shares));
    let metrics = held_out.measured(labels, threshold).metrics;
    let majority = labels.majority();
    let of_majority = labels.counts()[majority] as f64 / labels.codes.len() as f64;
    if held_out.scheme == Scheme::LeaveOneOut || !follows || metrics.accuracy >= of_majority {
        return None;
    }
    Some(Finding::FollowsTheShares {
        n_other: answers().filter(|(_, shares)| most_frequent(*shares) != majority).count(),
        n_tests: answers().count(),
        of_even: (labels.classes.len() == 2).then(|| labels.classes[1].clone()),
        // Of probabilities that are the shares themselves it measures nothing else.
        roc_auc: metrics.roc_auc.filter(|_| answers().all(|(said, shares)| is_same(said, shares))),
    })
}

fn is_same(a: ArrayView1<f64>, b: ArrayView1<f64>) -> bool {
    a.iter().zip(b).all(|(a, b)| (a - b).abs() <= 1e-9)
}

/// The mean of differences, one a sample, and its interval (Student's), which misses with probability
/// `tails`. `None` if the samples do not differ in it: a single one, or a model that says the same of all.
pub(super) fn paired(each: &[f64], tails: f64) -> Option<(f64, [f64; 2])> {
    let (mean, interval) = interval::mean(each, tails);
    (each.len() > 1 && interval[0] < interval[1]).then_some((mean, interval))
}

/// `a - b`, sample by sample; what differs in the last digits only does not differ.
pub(in crate::task) fn differences(a: &[f64], b: &[f64]) -> Vec<f64> {
    let difference = |(a, b): (&f64, &f64)| if (a - b).abs() <= 1e-12 * a.abs().max(b.abs()) { 0.0 } else { a - b };
    a.iter().zip(b).map(difference).collect()
}

/// Whether in every fold the estimate exists: without a penalty it does not where the classes that the fold
/// learns from are separated.
///
/// # Errors
/// Those of the fits.
pub fn has_estimates(
    data: &Dataset,
    labels: &Labels,
    divisions: &[Folds],
    options: &ClassifyOptions,
) -> Result<bool, TaskError> {
    if options.model != ModelName::Logistic || options.l2 > 0.0 {
        return Ok(true);
    }
    let fit_options = options.resolved(data.n_samples())?.fit(summary::has_missing(data)).checked()?;
    let exist = each_fold(data, divisions, |split| {
        let (known, present) = labels.among(&split.train);
        match present.len() {
            0 | 1 => Ok(true),
            _ => classifiers::fit(&data.take(&split.train), &known, &fit_options)?.exists(&known),
        }
    })?;
    Ok(exist.iter().flatten().all(|exists| *exists))
}

/// Leave-one-out beside many divisions in which each fold has its share of every class: what the
/// two differ by is no quality of the model.
///
/// # Errors
/// Those of the fits.
pub(super) fn beside_folds(
    data: &Dataset,
    labels: &Labels,
    held_out: &HeldOutBesideShares,
    options: &ClassifyOptions,
    fit_options: &Checked<FitOptions>,
) -> Result<Option<Finding>, TaskError> {
    let n = data.n_samples();
    let cv = Cv::repeated(n, N_REPEATS);
    if n > REPEATED_UP_TO || !matches!(cv, Cv::Repeated { .. }) {
        return Ok(None);
    }
    let Some(folds) = cv.stratified(&labels.codes, Seed(options.seed))? else { return Ok(None) };
    if options.own.fit_into(&folds.1).is_err() {
        return Ok(None);
    }
    let scheme = folds.0;
    let folds = hold_out(data, labels, folds, fit_options)?.measured(labels, options.threshold);
    let alone = held_out.measured(labels, options.threshold).metrics;
    Ok(folds.range("accuracy").zip(folds.range("log_loss")).map(|(accuracy_range, log_loss_range)| {
        Finding::LeaveOneOutBesideFolds {
            accuracy: alone.accuracy,
            log_loss: alone.log_loss,
            scheme,
            folds_accuracy: folds.metrics.accuracy,
            folds_log_loss: folds.metrics.log_loss,
            accuracy_range,
            log_loss_range,
        }
    }))
}
